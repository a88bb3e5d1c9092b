/*
 * A workbook (工作簿) apart from the rows of its sheets: which sheets there
 * are, its shared strings, what its number formats show.
 */
#ifndef EXCHANGE_XLSX_BOOK_H
#define EXCHANGE_XLSX_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/job.h"
#include "exchange/xlsx_number.h"
#include "exchange/xlsx_part.h"
#include "exchange/xlsx_strings.h"

struct xlsx_sheet {
	char *name;
	char *part;
};

struct xlsx_book {
	struct xlsx_package *package;
	struct xlsx_sheet *sheets; /* tables that are not hidden, in order */
	size_t n_sheets;
	bool from_1904; /* days are counted from there */
	char *strings_part; /* NULL where there is none */
	char *styles_part;
	struct xlsx_strings *strings; /* NULL until xlsx_book_load() */
	struct xlsx_format *formats;  /* by the number that cells name */
	size_t n_formats;
};

/* Reads what sheets there are.  fd and name as xlsx_package_open(); ERR_FILE
 * also names what is another kind of document. */
enum err_code
xlsx_book_open(int fd, const char *name, struct xlsx_book **out,
	struct err *err);

/* Takes NULL. */
void
xlsx_book_close(struct xlsx_book *book);

/* Reads the shared strings and the formats, which the rows need; once. */
enum err_code
xlsx_book_load(struct xlsx_book *book, struct job *job, struct err *err);

/* Forgets the shared strings again. */
void
xlsx_book_unload(struct xlsx_book *book);

/* Appends text in which _xHHHH_ stands for a character, as that. */
void
xlsx_unescape(const char *text, struct strbuf *out);

#endif
