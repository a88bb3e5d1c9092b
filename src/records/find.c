#include "records/find.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/row.h"
#include "store/site.h"
#include "store/stmt.h"

void
find_ids_clear(struct find_ids *ids)
{
	vec_clear(ids);
}

static enum err_code
collect(struct stmt *stmt, struct find_ids *ids, struct err *err)
{
	enum err_code code;
	bool row;

	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		vec_push(ids, stmt_int(stmt, 0));
	stmt_done(stmt);
	return code;
}

/* Other fields have such keys too, so that the title itself is compared. */
static enum err_code
keep_whole(const char *folded, struct stmt *stmt, size_t limit,
	struct find_ids *ids, struct err *err)
{
	enum err_code code = ERR_OK;
	bool row;

	while (ids->n < limit &&
		(code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		char *other = text_fold(stmt_text(stmt, 1));

		if (strcmp(other, folded) == 0)
			vec_push(ids, stmt_int(stmt, 0));
		free(other);
	}
	stmt_done(stmt);
	return ids->n < limit ? code : ERR_OK;
}

/* Those whose title begins with a text that is this. */
static enum err_code
by_first_text(struct store *store, const struct record_type *type,
	const char *text, size_t limit, struct find_ids *ids, struct err *err)
{
	char *folded = text_fold(text);
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;

	strbuf_addf(&sql,
		"SELECT t.id, t.%s FROM found k JOIN %s t ON t.id = k.id "
		"WHERE k.list = ? AND k.key = ? ORDER BY k.place",
		type->title[0], type->name);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code == ERR_OK) {
		stmt_bind_int(stmt, 1, find_list(type->number, FIND_NAME));
		stmt_bind_text(stmt, 2, folded);
		code = keep_whole(folded, stmt, limit, ids, err);
	}
	free(folded);
	return code;
}

static enum err_code
by_value(struct store *store, const struct record_type *type,
	const char *field, const char *value, bool removed, size_t limit,
	struct find_ids *ids, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;

	strbuf_add(&sql, "SELECT id FROM ");
	strbuf_add(&sql, type->name);
	strbuf_add(&sql, " WHERE ");
	strbuf_add(&sql, field);
	strbuf_add(&sql, removed ? " = ? AND deleted = 1 ORDER BY id LIMIT ?"
				 : " = ? AND deleted = 0 ORDER BY id LIMIT ?");
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	row_bind(record_field(type, field), stmt, 1, value);
	stmt_bind_int(stmt, 2, (int64_t)limit);
	return collect(stmt, ids, err);
}

enum err_code
find_by_value(struct store *store, const struct record_type *type,
	const char *field, const char *value, size_t limit,
	struct find_ids *ids, struct err *err)
{
	return by_value(store, type, field, value, false, limit, ids, err);
}

enum err_code
find_removed_by_value(struct store *store, const struct record_type *type,
	const char *field, const char *value, size_t limit,
	struct find_ids *ids, struct err *err)
{
	return by_value(store, type, field, value, true, limit, ids, err);
}

/* Those whose title begins with this: with a text, or with a reference to what
 * is called so. */
static enum err_code
by_first_part(struct store *store, const struct record_type *type,
	const char *part, size_t limit, struct find_ids *ids, struct err *err)
{
	const struct field_type *first = record_field(type, type->title[0]);
	struct find_ids heads = VEC_INIT;
	enum err_code code;

	if (first->flags & FIELD_SEARCH)
		return by_first_text(store, type, part, limit, ids, err);
	if (first->kind != FIELD_REF)
		return find_by_value(store, type, first->name, part, limit,
			ids, err);
	code = find_by_title(store, field_ref(first), part, SIZE_MAX, &heads,
		err);
	for (size_t i = 0; code == ERR_OK && i < heads.n && ids->n < limit;
		i++) {
		char id[SITE_ID_TEXT_SIZE];

		site_id_to_text(heads.items[i], id);
		code = find_by_value(store, type, first->name, id,
			limit - ids->n, ids, err);
	}
	find_ids_clear(&heads);
	return code;
}

static bool
is_called(struct store *store, const struct record_type *type, int64_t id,
	const char *folded)
{
	struct strbuf title = STRBUF_INIT;
	char *other;
	bool same;

	record_title_of(store, type, id, &title);
	other = text_fold(title.s);
	same = strcmp(other, folded) == 0;
	free(other);
	strbuf_clear(&title);
	return same;
}

/* Those of that first part whose whole title is this. */
static enum err_code
by_whole(struct store *store, const struct record_type *type,
	const char *part, const char *whole, size_t limit,
	struct find_ids *ids, struct err *err)
{
	char *folded = text_fold(whole);
	struct find_ids called = VEC_INIT;
	enum err_code code = by_first_part(store, type, part, SIZE_MAX,
		&called, err);

	for (size_t i = 0; code == ERR_OK && i < called.n && ids->n < limit;
		i++)
		if (is_called(store, type, called.items[i], folded))
			vec_push(ids, called.items[i]);
	find_ids_clear(&called);
	free(folded);
	return code;
}

enum err_code
find_by_title(struct store *store, const struct record_type *type,
	const char *title, size_t limit, struct find_ids *ids, struct err *err)
{
	const struct field_type *first = record_field(type, type->title[0]);
	const char *end = title;
	enum err_code code = ERR_OK;

	if (first->kind == FIELD_REF || first->flags & FIELD_SEARCH)
		code = by_first_part(store, type, title, limit, ids, err);

	/* The first part may itself have the mark between parts in it. */
	while (code == ERR_OK && ids->n == 0 && type->title[1] != NULL &&
		(end = strstr(end, RECORD_TITLE_PARTED)) != NULL) {
		char *part = xstrndup(title, (size_t)(end - title));

		code = by_whole(store, type, part, title, limit, ids, err);
		free(part);
		end += strlen(RECORD_TITLE_PARTED);
	}
	return code;
}

/* The first of those that share the value of this record. */
static enum err_code
sharing(struct store *store, const struct record_type *type,
	const struct field_type *field, int64_t id, struct find_ids *ids,
	struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;

	strbuf_addf(&sql,
		"SELECT id FROM %s WHERE %s = (SELECT %s FROM %s WHERE id = ?) "
		"AND deleted = 0 ORDER BY id LIMIT ?",
		type->name, field->name, field->name, type->name);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, id);
	stmt_bind_int(stmt, 2, FIND_SHARING);
	return collect(stmt, ids, err);
}

enum err_code
find_doubles(struct store *store, const struct record_type *type,
	const struct field_type *field,
	enum err_code (*each)(void *data, const struct find_ids *ids,
		struct err *err),
	void *data, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool row;

	strbuf_addf(&sql,
		"SELECT min(id) FROM %s WHERE deleted = 0 AND %s <> '' "
		"GROUP BY %s HAVING count(*) > 1",
		type->name, field->name, field->name);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		struct find_ids ids = VEC_INIT;

		code = sharing(store, type, field, stmt_int(stmt, 0), &ids,
			err);
		if (code == ERR_OK)
			code = each(data, &ids, err);
		find_ids_clear(&ids);
		if (code != ERR_OK)
			break;
	}
	stmt_done(stmt);
	return code;
}

void
find_name_all(struct store *store, const struct record_type *type,
	const struct find_ids *ids, struct strbuf *out)
{
	for (size_t i = 0; i < ids->n; i++) {
		char id[SITE_ID_TEXT_SIZE];

		if (i > 0)
			strbuf_add(out, _(", "));
		record_title_of(store, type, ids->items[i], out);
		site_id_to_text(ids->items[i], id);
		strbuf_addf(out, _(" (%s)"), id);
	}
}
