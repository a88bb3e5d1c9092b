/* A row of a record table as SQL gives it, and the record that it becomes. */
#ifndef RECORDS_ROW_H
#define RECORDS_ROW_H

#include "records/record.h"
#include "store/stmt.h"

/* Columns that row_add_columns() names before the fields. */
enum { ROW_FIRST_FIELD = 3 };

/* Appends "t.id, t.version, t.deleted, t.<field>, …" for the alias t. */
void
row_add_columns(const struct record_type *type, const char *alias,
	struct strbuf *sql);

/* Fills record (uninitialised) from the row; its id stands in column first. */
void
row_read(const struct record_type *type, const struct stmt *stmt, int first,
	struct record *record);

/* The stored form of one column, appended. */
void
row_value(const struct field_type *field, const struct stmt *stmt, int column,
	struct strbuf *out);

/* Binds a stored form as the column of this field holds it. */
void
row_bind(const struct field_type *field, struct stmt *stmt, int n,
	const char *value);

#endif
