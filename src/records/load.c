#include "records/load.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/owned.h"
#include "records/row.h"
#include "records/value.h"
#include "store/site.h"
#include "store/stmt.h"

enum { TITLE_DEPTH_MAX = 3 };

enum err_code
record_load(struct store *store, const struct record_type *type, int64_t id,
	struct record *record, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool found;

	strbuf_add(&sql, "SELECT ");
	row_add_columns(type, "t", &sql);
	strbuf_addf(&sql, " FROM %s t WHERE t.id = ?", type->name);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, id);
	code = stmt_step(stmt, &found, err);
	if (code == ERR_OK && found)
		row_read(type, stmt, 0, record);
	stmt_done(stmt);
	if (code == ERR_OK && !found) {
		char text[SITE_ID_TEXT_SIZE];

		site_id_to_text(id, text);
		return err_set(err, ERR_ABSENT,
			_("There is no record %s of the type %s."), text,
			term_word(&type->term));
	}
	return code;
}

const struct record_type *
record_type_of_id(struct store *store, int64_t id)
{
	for (size_t i = 0; i < record_types_n; i++) {
		struct strbuf sql = STRBUF_INIT;
		struct stmt *stmt;
		bool found = false;

		strbuf_addf(&sql, "SELECT 1 FROM %s WHERE id = ?",
			record_types[i]->name);
		if (stmt_open(store, sql.s, &stmt, NULL) == ERR_OK) {
			stmt_bind_int(stmt, 1, id);
			(void)stmt_step(stmt, &found, NULL);
			stmt_done(stmt);
		}
		strbuf_clear(&sql);
		if (found)
			return record_types[i];
	}
	return NULL;
}

static void
add_title(struct store *store, const struct record *record, int depth,
	struct strbuf *out);

static void
add_title_of(struct store *store, const struct record_type *type, int64_t id,
	int depth, struct strbuf *out)
{
	struct record record;
	char text[SITE_ID_TEXT_SIZE];

	if (depth < TITLE_DEPTH_MAX &&
		record_load(store, type, id, &record, NULL) == ERR_OK) {
		add_title(store, &record, depth + 1, out);
		record_clear(&record);
		return;
	}
	site_id_to_text(id, text);
	strbuf_add(out, text);
}

static void
add_title(struct store *store, const struct record *record, int depth,
	struct strbuf *out)
{
	const struct record_type *type = record->type;
	const size_t n = sizeof(type->title) / sizeof(type->title[0]);
	size_t begin = out->len;

	for (size_t i = 0; i < n && type->title[i] != NULL; i++) {
		const struct field_type *field =
			record_field(type, type->title[i]);
		const char *value = record_get(record, field->name);
		const struct owned_row *sibling = owned_sibling(record, field);

		if (value[0] == '\0')
			continue;
		if (out->len > begin)
			strbuf_add(out, RECORD_TITLE_PARTED);
		if (sibling != NULL)
			add_title(store, &sibling->now, depth + 1, out);
		else if (field->kind == FIELD_REF)
			add_title_of(store, field_ref(field),
				record_ref(record, field->name), depth, out);
		else
			value_show(field, value, out);
	}
}

void
record_title(struct store *store, const struct record *record,
	struct strbuf *out)
{
	add_title(store, record, 0, out);
}

void
record_title_of(struct store *store, const struct record_type *type,
	int64_t id, struct strbuf *out)
{
	add_title_of(store, type, id, 0, out);
}

void
record_show(struct store *store, const struct record *record,
	const struct field_type *field, bool masked, struct strbuf *out)
{
	const char *value = record_get(record, field->name);
	const struct owned_row *sibling = owned_sibling(record, field);
	int64_t id = field->kind == FIELD_REF
		? record_ref(record, field->name) : 0;

	if (sibling != NULL)
		record_title(store, &sibling->now, out);
	else if (id != 0)
		record_title_of(store, field_ref(field), id, out);
	else if (masked)
		value_show_masked(field, value, out);
	else
		value_show(field, value, out);
}

void
record_show_path(struct store *store, const struct record *record,
	const char *path, bool masked, struct strbuf *out)
{
	const char *dot = strchr(path, '.');
	const struct field_type *through;
	const struct owned_row *sibling;
	struct record to;
	char *name;

	if (dot == NULL) {
		record_show(store, record, record_field(record->type, path),
			masked, out);
		return;
	}
	name = xstrndup(path, (size_t)(dot - path));
	through = record_field(record->type, name);
	free(name);
	sibling = owned_sibling(record, through);
	if (sibling != NULL) {
		record_show_path(store, &sibling->now, dot + 1, masked, out);
	} else if (record_load(store, field_ref(through),
		record_ref(record, through->name), &to, NULL) == ERR_OK) {
		record_show_path(store, &to, dot + 1, masked, out);
		record_clear(&to);
	}
}

bool
record_is_named_by(const struct record_type *type,
	const struct field_type *field)
{
	for (size_t i = 0; i < sizeof(type->title) / sizeof(type->title[0]); i++)
		if (type->title[i] != NULL &&
			strcmp(type->title[i], field->name) == 0)
			return true;
	return false;
}

/* A field that is not yet among the names; a path through another record is
 * none. */
static void
add_name(const char **names, size_t *n, const char *name)
{
	if (name == NULL || strchr(name, '.') != NULL)
		return;
	for (size_t i = 0; i < *n; i++)
		if (strcmp(names[i], name) == 0)
			return;
	names[(*n)++] = name;
}

/* A value that is to stand beside the title, after two blanks. */
static bool
tell_field(struct store *store, const struct record *record, const char *name,
	struct strbuf *out)
{
	const struct field_type *field = record_field(record->type, name);

	if (field == NULL || (field->flags & FIELD_SENSITIVE) != 0 ||
		record_is_named_by(record->type, field) ||
		*record_get(record, name) == '\0')
		return false;
	if (out->len > 0)
		strbuf_add(out, "  ");
	record_show(store, record, field, true, out);
	return true;
}

void
record_tell_apart(struct store *store, const struct record *record,
	struct strbuf *out)
{
	enum { N_TOLD = 2 };
	const struct record_type *type = record->type;
	const char *names[RECORD_MAX_KEYS * RECORD_MAX_KEY_FIELDS +
		RECORD_MAX_PATHS];
	struct strbuf told = STRBUF_INIT;
	size_t n = 0, n_told = 0;

	for (size_t i = 0; i < RECORD_MAX_KEYS; i++)
		for (size_t j = 0; j < RECORD_MAX_KEY_FIELDS; j++)
			add_name(names, &n, type->key[i][j]);
	for (size_t i = 0; i < RECORD_MAX_PATHS; i++)
		add_name(names, &n, type->list[i]);
	for (size_t i = 0; i < n && n_told < N_TOLD; i++)
		n_told += tell_field(store, record, names[i], &told);
	strbuf_add(out, told.s);
	strbuf_clear(&told);
}

static enum err_code
count_refs(struct store *store, const struct record_type *type,
	const struct field_type *field, int64_t id, int64_t *n, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool found;

	strbuf_addf(&sql,
		"SELECT count(*) FROM %s WHERE %s = ? AND deleted = 0",
		type->name, field->name);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, id);
	code = stmt_step(stmt, &found, err);
	*n = code == ERR_OK ? stmt_int(stmt, 0) : 0;
	stmt_done(stmt);
	return code;
}

enum err_code
record_dependents(struct store *store, const struct record_type *type,
	int64_t id,
	void (*each)(void *data, const struct record_type *type,
		const struct field_type *field, int64_t n),
	void *data, struct err *err)
{
	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *other = record_types[i];

		for (size_t j = 0; j < other->n_fields; j++) {
			const struct field_type *field = &other->fields[j];
			enum err_code code;
			int64_t n;

			if (field->kind != FIELD_REF ||
				field_ref(field) != type)
				continue;
			code = count_refs(store, other, field, id, &n, err);
			if (code != ERR_OK)
				return code;
			if (n > 0)
				each(data, other, field, n);
		}
	}
	return ERR_OK;
}
