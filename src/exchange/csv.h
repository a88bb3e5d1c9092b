/*
 * CSV (RFC 4180) through libcsv in strict mode, in the encodings of offices.
 * UTF-8 on our side.
 */
#ifndef EXCHANGE_CSV_H
#define EXCHANGE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/enc.h"
#include "base/err.h"
#include "base/job.h"

/*
 * Where rows come from: a file, standard input ("-"), or pasted text.
 * Standard input can be read once; csv_keep() makes it a source that can be
 * read again.
 */
struct csv_source {
	const char *path; /* NULL: text */
	const char *text; /* UTF-8, cells parted by tabs or commas */
	size_t len;
	int kept; /* where path is "-": the file that csv_keep() made, or 0 */
};

/*
 * Copies standard input into a file without a name, for a source whose path is
 * "-"; other sources stay as they are.  csv_drop() closes it.
 */
enum err_code
csv_keep(struct csv_source *source, struct err *err);

void
csv_drop(struct csv_source *source);

/* Another number once the source has been written to. */
uint64_t
csv_stamp(const struct csv_source *source);

/* One row as it stands; cells live until the callback returns. */
struct csv_row {
	uint64_t number; /* of the row, from 1; empty rows count as well */
	uint64_t line;   /* of the file on which it begins, from 1 */
	size_t n_cells;
	const char *const *cells; /* UTF-8, never NULL */
};

/*
 * Calls each for every row that is not empty.  The parting character (comma,
 * tab or semicolon) is found from the first line that has one.  A stray quote,
 * or bytes that the encoding does not have, is ERR_INVALID and names row and
 * line; nothing after it is guessed, nor after a row that is longer than
 * CSV_ROW_MAX bytes.  A workbook (PK…, D0CF11E0…) is ERR_FILE with the way to
 * save it as CSV.  each returning other than ERR_OK stops the reading, which
 * returns it.
 */
#define CSV_ROW_MAX ((size_t)1 << 20)

enum err_code
csv_read(const struct csv_source *source, enum encoding enc,
	enum err_code (*each)(void *data, const struct csv_row *row,
		struct err *err),
	void *data, struct job *job, struct err *err);

/* The encodings in which the beginning of the source can be read, likeliest
 * first; ERR_FILE for a workbook or where it is no text. */
enum err_code
csv_encodings(const struct csv_source *source, enum encoding fits[ENC_N],
	size_t *n, struct err *err);

/* What an import takes off again: exactly one apostrophe where one of the
 * characters follows it that csv_writer_open() of exchange/sheet.h names.
 * Gives the place in cell to read from. */
const char *
csv_unguard(const char *cell);

#endif
