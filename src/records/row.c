#include "records/row.h"

#include <stdlib.h>

#include "store/site.h"

void
row_add_columns(const struct record_type *type, const char *alias,
	struct strbuf *sql)
{
	strbuf_addf(sql, "%s.id, %s.version, %s.deleted", alias, alias, alias);
	for (size_t i = 0; i < type->n_fields; i++) {
		strbuf_add(sql, ", ");
		strbuf_add(sql, alias);
		strbuf_add_char(sql, '.');
		strbuf_add(sql, type->fields[i].name);
	}
}

/* id has room for the text of a reference. */
static const char *
read_value(const struct field_type *field, const struct stmt *stmt, int column,
	char id[SITE_ID_TEXT_SIZE])
{
	if (field->kind != FIELD_REF)
		return stmt_text(stmt, column);
	site_id_to_text(stmt_int(stmt, column), id);
	return id;
}

void
row_value(const struct field_type *field, const struct stmt *stmt, int column,
	struct strbuf *out)
{
	char id[SITE_ID_TEXT_SIZE];

	strbuf_add(out, read_value(field, stmt, column, id));
}

void
row_read(const struct record_type *type, const struct stmt *stmt, int first,
	struct record *record)
{
	char id[SITE_ID_TEXT_SIZE];

	record_init(record, type);
	record->id = stmt_int(stmt, first);
	record->version = stmt_int(stmt, first + 1);
	record->deleted = stmt_int(stmt, first + 2) != 0;
	for (size_t i = 0; i < type->n_fields; i++)
		record_put(record, i, read_value(&type->fields[i], stmt,
			first + ROW_FIRST_FIELD + (int)i, id));
}

void
row_bind(const struct field_type *field, struct stmt *stmt, int n,
	const char *value)
{
	int64_t id;

	if (field->kind != FIELD_REF && field->kind != FIELD_MONEY &&
		field->kind != FIELD_INT) {
		stmt_bind_text(stmt, n, value);
	} else if (value[0] == '\0') {
		stmt_bind_null(stmt, n);
	} else if (field->kind == FIELD_REF) {
		stmt_bind_int(stmt, n, site_id_from_text(value, &id) ? id : 0);
	} else {
		stmt_bind_int(stmt, n, strtoll(value, NULL, 10));
	}
}
