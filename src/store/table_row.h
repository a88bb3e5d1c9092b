/* The rows of a record table one after the other, with what follows from their
 * values; for the check and for making search keys anew. */
#ifndef STORE_TABLE_ROW_H
#define STORE_TABLE_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "store/site.h"
#include "store/stmt.h"
#include "store/table.h"

struct table_row {
	const struct table *table;
	struct stmt *stmt; /* goes through the table by id */
	bool at_end;
	int64_t id;
	int64_t version;
	bool deleted;
	const char *sort_key;
	const char **values; /* n_columns; live until the next step */
	char (*ids)[SITE_ID_TEXT_SIZE]; /* n_columns: references as text */
};

/* Begins at the first record of the table (or, with id, reads only that one);
 * table_row_next() reads the first. */
enum err_code
table_row_open(struct store *store, const struct table *table, int64_t id,
	struct table_row *row, struct err *err);

enum err_code
table_row_next(struct table_row *row, struct err *err);

/* What follows from the row's values; none for a removed record's keys. */
void
table_row_derive(const struct table_row *row, struct derived *derived);

void
table_row_close(struct table_row *row);

#endif
