/*
 * The shared strings (共享字符串) of a workbook: each text of its cells once,
 * by number.  They lie in pages in a nameless file, of which the last few that
 * were asked for stay in memory: cells ask for strings near one another, since
 * these are numbered in the order of their first cells.
 */
#ifndef EXCHANGE_XLSX_STRINGS_H
#define EXCHANGE_XLSX_STRINGS_H

#include <stddef.h>

#include "base/err.h"

struct xlsx_strings;

struct xlsx_strings *
xlsx_strings_new(void);

/* Takes NULL. */
void
xlsx_strings_free(struct xlsx_strings *strings);

/* Numbers begin with 0.  ERR_FILE where the file cannot be written. */
enum err_code
xlsx_strings_add(struct xlsx_strings *strings, const char *text,
	struct err *err);

size_t
xlsx_strings_n(const struct xlsx_strings *strings);

/* number is less than xlsx_strings_n(); *text lives until the next call of
 * either function. */
enum err_code
xlsx_strings_get(struct xlsx_strings *strings, size_t number,
	const char **text, struct err *err);

#endif
