/*
 * CSV (RFC 4180) through libcsv in strict mode, in the encodings of offices.
 * UTF-8 on our side.
 */
#ifndef EXCHANGE_CSV_H
#define EXCHANGE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/enc.h"
#include "base/err.h"
#include "base/job.h"
#include "exchange/sheet_read.h"

/*
 * Calls each for every row that is not empty.  The parting character (comma,
 * tab or semicolon) is found from the first line that has one.  A stray quote,
 * or bytes that the encoding does not have, is ERR_INVALID and names row and
 * line; nothing after it is guessed, nor after a row that is longer than
 * CSV_ROW_MAX bytes.  each returning other than ERR_OK stops the reading, which
 * returns it.
 */
#define CSV_ROW_MAX ((size_t)1 << 20)

enum err_code
csv_read(const struct sheet_source *source, enum encoding enc,
	source_row_fn *each, void *data, struct job *job, struct err *err);

/* The encodings in which the beginning of the source can be read, likeliest
 * first; ERR_FILE where it is no text, or empty. */
enum err_code
csv_encodings(const struct sheet_source *source, enum encoding fits[ENC_N],
	size_t *n, struct err *err);

/* What an import takes off again: exactly one apostrophe where one of the
 * characters follows it that csv_writer_open() of exchange/sheet.h names.
 * Gives the place in cell to read from. */
const char *
csv_unguard(const char *cell);

#endif
