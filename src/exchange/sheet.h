/*
 * Rows out into a sheet (表格): one way to write them, and two kinds of file,
 * CSV (csv_write.c) and the workbook of WPS and Excel (xlsx_write.c), told
 * apart by the file's name.
 */
#ifndef EXCHANGE_SHEET_H
#define EXCHANGE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/enc.h"
#include "base/err.h"

/* What the cells of a column are where they are no text; a workbook keeps what
 * does not look so (a masked number, a year and month) as text. */
enum sheet_cells {
	SHEET_TEXT,
	SHEET_COUNT, /* a whole number */
	SHEET_MONEY, /* yuan, with two places */
	SHEET_DATE,  /* YYYY-MM-DD */
};

/* How a row stands in a workbook. */
enum sheet_row {
	SHEET_ROW,
	SHEET_TITLE, /* words above the table */
	SHEET_HEADER, /* the first stays on the screen, and the columns of its
	                 table can be filtered */
};

struct sheet_layout {
	const char *name; /* of the sheet in a workbook */
	const enum sheet_cells *cells; /* of each column; NULL: text; they may
	                                  change from one row to the next */
	size_t n_columns;              /* the most that a row has */
	enum encoding enc;             /* of CSV */
	bool replace;                  /* an existing file may be replaced */
};

/* True where text is a number with so many places behind the point, commas
 * between its thousands passed over, that a double holds whole and that has no
 * leading zeros. */
bool
sheet_number(const char *text, size_t n_places, double *out);

struct sheet_writer;

/* The functions of one kind of file. */
struct sheet_kind {
	enum err_code (*write)(struct sheet_writer *writer, enum sheet_row row,
		const char *const *cells, size_t n, struct err *err);
	enum err_code (*commit)(struct sheet_writer *writer, struct err *err);
	void (*abandon)(struct sheet_writer *writer);
};

/* What the writer of each kind begins with. */
struct sheet_writer {
	const struct sheet_kind *kind;
};

/* True for a path that ends in .xlsx, in any case. */
bool
sheet_is_workbook(const char *path);

/* False where the program was built without the library that writes them. */
bool
sheet_has_workbooks(void);

/*
 * Begins a file that appears under path only when it is complete ("-":
 * standard output, CSV).  The layout must live as long as the writer.
 * ERR_FILE for a workbook where the program was built without libxlsxwriter.
 */
enum err_code
sheet_open(const char *path, const struct sheet_layout *layout,
	struct sheet_writer **out, struct err *err);

/* Cells are UTF-8.  ERR_INVALID names what the kind of file cannot hold; CSV
 * is encoded many rows at a time, so that it may say so with a later row or at
 * the commit. */
enum err_code
sheet_write(struct sheet_writer *writer, enum sheet_row row,
	const char *const *cells, size_t n, struct err *err);

/* Makes the file appear; frees the writer in either case. */
enum err_code
sheet_commit(struct sheet_writer *writer, struct err *err);

/* Takes NULL. */
void
sheet_abandon(struct sheet_writer *writer);

/*
 * CSV whatever the name of the file is.  Lines end with CR LF.  A cell that
 * begins with = + - @ tab CR or an apostrophe gets one apostrophe in front, so
 * that no spreadsheet takes it for a formula.
 */
enum err_code
csv_writer_open(const char *path, enum encoding enc, bool replace,
	struct sheet_writer **out, struct err *err);

/* A workbook (ECMA-376) through libxlsxwriter, in constant memory: what waits
 * lies in private files of the folder that the workbook goes to.  Cells are
 * never formulas. */
enum err_code
xlsx_writer_open(const char *path, const struct sheet_layout *layout,
	struct sheet_writer **out, struct err *err);

#endif
