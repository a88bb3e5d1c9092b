/*
 * Rows in from a sheet (表格): one way to read them, and two kinds of file, CSV
 * (csv.c) and the workbook of WPS and Excel (xlsx_read.c), told apart by their
 * first bytes.
 */
#ifndef EXCHANGE_SHEET_READ_H
#define EXCHANGE_SHEET_READ_H

#include <stddef.h>
#include <stdint.h>

#include "base/enc.h"
#include "base/err.h"
#include "base/job.h"
#include "base/strbuf.h"
#include "base/vec.h"

/* Where rows come from: a file, standard input ("-"), or pasted text. */
struct sheet_source {
	const char *path; /* NULL: text */
	const char *text; /* UTF-8, cells parted by tabs or commas */
	size_t len;
	int kept; /* where path is "-": what exchange/input.h keeps, or 0 */
};

/* One row as it stands; cells live until the callback returns. */
struct source_row {
	uint64_t number; /* of the row, from 1; empty rows count as well */
	uint64_t line;   /* of the file on which it begins, from 1; in a
	                    workbook the number */
	size_t n_cells;
	const char *const *cells; /* UTF-8, never NULL */
};

typedef enum err_code source_row_fn(void *data, const struct source_row *row,
	struct err *err);

struct sheet_reader;

/* The functions of one kind of file. */
struct sheet_reader_kind {
	enum err_code (*read)(struct sheet_reader *reader, source_row_fn *each,
		void *data, struct job *job, struct err *err);
	void (*close)(struct sheet_reader *reader);
};

/* What the reader of each kind begins with. */
struct sheet_reader {
	const struct sheet_reader_kind *kind;
	struct sheet_source source;
	enum encoding fits[ENC_N]; /* likeliest first; none for a workbook */
	size_t n_fits;
	enum encoding enc;    /* the one in use */
	struct strvec sheets; /* of a workbook, those with anything in them; none
	                         for CSV */
	size_t sheet;         /* the one in use */
};

/*
 * Standard input is kept, so that every source can be read again.  ERR_FILE
 * where nothing can be read from it, with the way out: no text, empty, an old
 * or protected workbook.  Path and text must live as long as the reader.
 */
enum err_code
sheet_reader_open(const struct sheet_source *source, struct sheet_reader **out,
	struct err *err);

/* Takes NULL. */
void
sheet_reader_close(struct sheet_reader *reader);

/*
 * Calls each for every row that is not empty, from the first one on; any number
 * of times.  What each returns other than ERR_OK stops the reading, which
 * returns it.  What cannot be read is ERR_INVALID or ERR_FILE and names the
 * place; of a workbook nothing is given then, of CSV what stands before.
 */
enum err_code
sheet_reader_read(struct sheet_reader *reader, source_row_fn *each, void *data,
	struct job *job, struct err *err);

/* Appends what a sheet calls a cell: C3 for column 2 (from 0) and row 3. */
void
sheet_cell_name(size_t column, uint64_t number, struct strbuf *out);

/* CSV; what csv.h says of it. */
enum err_code
csv_reader_open(const struct sheet_source *source, struct sheet_reader **out,
	struct err *err);

/* A workbook (ECMA-376, and ISO 29500 strict). */
enum err_code
xlsx_reader_open(const struct sheet_source *source, struct sheet_reader **out,
	struct err *err);

#endif
