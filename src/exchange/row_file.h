/*
 * Rows of a sheet in a nameless file, from which they are read in order any
 * number of times, the cells that are merged (合并单元格) downwards filled in:
 * a union that stands once beside five members is that of all five.
 */
#ifndef EXCHANGE_ROW_FILE_H
#define EXCHANGE_ROW_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/job.h"
#include "exchange/sheet_read.h"

/* As many as a workbook has. */
enum {
	ROW_FILE_ROWS = 1048576,
	ROW_FILE_COLUMNS = 16384,
};

struct row_file;

enum err_code
row_file_new(struct row_file **out, struct err *err);

/* Takes NULL. */
void
row_file_free(struct row_file *file);

/* The next cell of the row that is being put together, columns counted from 0
 * and rising; text may be "". */
void
row_file_add_cell(struct row_file *file, size_t column, const char *text);

/* Ends the row; one whose cells are all "" is left out.  Numbers rise.
 * ERR_INVALID where the row is longer than any that is read. */
enum err_code
row_file_add_row(struct row_file *file, uint64_t number, struct err *err);

/* The cells of a column from the row first to last are one, whose text is
 * that of the first.  In any order, before the first reading.  ERR_INVALID
 * where there are more than a person makes. */
enum err_code
row_file_merge(struct row_file *file, size_t column, uint64_t first,
	uint64_t last, struct err *err);

/* How many rows there are. */
uint64_t
row_file_n(const struct row_file *file);

/* Calls each for every row; a merged cell is filled into rows that have
 * something of their own. */
enum err_code
row_file_read(struct row_file *file, source_row_fn *each, void *data,
	struct job *job, struct err *err);

#endif
