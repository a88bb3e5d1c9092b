/* For tests of files in and out: a file of given bytes, and rows as lines. */
#ifndef TESTS_UNIT_EXCHANGE_ROWS_H
#define TESTS_UNIT_EXCHANGE_ROWS_H

#include <stdio.h>
#include <unistd.h>

#include "test.h"

#include "base/file.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "exchange/csv.h"
#include "exchange/input.h"

#define ROWS_PATH "/tmp/ronghe-rows-XXXXXX"

/* Makes a file of these bytes; path is ROWS_PATH before, its name after. */
static inline void
rows_save(char *path, const char *bytes, size_t len)
{
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	close(fd);
}

/* Appends "NUMBER:LINE[cell|cell]". */
static inline enum err_code
rows_show(void *data, const struct source_row *row, struct err *err)
{
	struct strbuf *out = data;

	(void)err;
	strbuf_addf(out, "%d:%d[", (int)row->number, (int)row->line);
	for (size_t i = 0; i < row->n_cells; i++)
		strbuf_addf(out, "%s%s", i > 0 ? "|" : "", row->cells[i]);
	strbuf_add(out, "]");
	return ERR_OK;
}

#endif
