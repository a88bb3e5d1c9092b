#include "store/table_row.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "store/store_private.h"

static void
sql_of_rows(const struct table *table, bool one, struct strbuf *sql)
{
	strbuf_add(sql, "SELECT id, version, deleted, sort_key");
	for (size_t i = 0; i < table->n_columns; i++)
		strbuf_addf(sql, ", \"%s\"", table->columns[i].name);
	strbuf_addf(sql, " FROM main.\"%s\"%s ORDER BY id", table->name,
		one ? " WHERE id = ?1" : "");
}

enum err_code
table_row_open(struct store *store, const struct table *table, int64_t id,
	struct table_row *row, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	enum err_code code;

	*row = (struct table_row){.table = table};
	sql_of_rows(table, id != 0, &sql);
	code = stmt_open(store, sql.s, &row->stmt, err);
	strbuf_clear(&sql);
	if (code == ERR_OK && id != 0)
		stmt_bind_int(row->stmt, 1, id);
	row->values = xcalloc(table->n_columns, sizeof(*row->values));
	row->ids = xcalloc(table->n_columns, sizeof(*row->ids));
	return code;
}

enum err_code
table_row_next(struct table_row *row, struct err *err)
{
	enum err_code code;
	bool found;
	int column = 0;

	code = stmt_step(row->stmt, &found, err);
	row->at_end = !found;
	if (code != ERR_OK || !found)
		return code;
	row->id = stmt_int(row->stmt, column++);
	row->version = stmt_int(row->stmt, column++);
	row->deleted = stmt_int(row->stmt, column++) != 0;
	row->sort_key = stmt_text(row->stmt, column++);
	for (size_t i = 0; i < row->table->n_columns; i++, column++) {
		if (row->table->columns[i].kind != COLUMN_REF) {
			row->values[i] = stmt_text(row->stmt, column);
			continue;
		}
		site_id_to_text(stmt_int(row->stmt, column), row->ids[i]);
		row->values[i] = row->ids[i];
	}
	return ERR_OK;
}

void
table_row_derive(const struct table_row *row, struct derived *derived)
{
	derived_reset(derived);
	row->table->derive(row->table, row->values, derived);
	if (row->deleted)
		derived_reset_keys(derived);
}

void
table_row_close(struct table_row *row)
{
	stmt_done(row->stmt);
	free(row->values);
	free(row->ids);
}
