#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "store/change_private.h"

enum {
	PARAM_ID = 1,
	PARAM_VERSION,
	PARAM_DELETED,
	PARAM_SORT_KEY,
	PARAM_VALUES, /* the first of the table's own columns */
};

enum {
	LOADED_VERSION,
	LOADED_DELETED,
	LOADED_VALUES,
};

static void
sql_of_load(const struct table *table, struct strbuf *sql)
{
	strbuf_add(sql, "SELECT version, deleted");
	for (size_t i = 0; i < table->n_columns; i++)
		strbuf_addf(sql, ", \"%s\"", table->columns[i].name);
	strbuf_addf(sql, " FROM main.\"%s\" WHERE id = ?1", table->name);
}

static void
sql_of_insert(const struct table *table, struct strbuf *sql)
{
	strbuf_addf(sql, "INSERT INTO main.\"%s\""
		" (id, version, deleted, sort_key", table->name);
	for (size_t i = 0; i < table->n_columns; i++)
		strbuf_addf(sql, ", \"%s\"", table->columns[i].name);
	strbuf_add(sql, ") VALUES (?1, ?2, ?3, ?4");
	for (size_t i = 0; i < table->n_columns; i++)
		strbuf_addf(sql, ", ?%zu", PARAM_VALUES + i);
	strbuf_add_char(sql, ')');
}

static void
sql_of_update(const struct table *table, struct strbuf *sql)
{
	strbuf_addf(sql, "UPDATE main.\"%s\""
		" SET version = ?2, deleted = ?3, sort_key = ?4", table->name);
	for (size_t i = 0; i < table->n_columns; i++)
		strbuf_addf(sql, ", \"%s\" = ?%zu", table->columns[i].name,
			PARAM_VALUES + i);
	strbuf_add(sql, " WHERE id = ?1");
}

static enum err_code
open_built(struct store *store, const struct table *table,
	void (*build)(const struct table *, struct strbuf *),
	struct stmt **out, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	enum err_code code;

	build(table, &sql);
	code = stmt_open_as(store, GUARD_GATE, sql.s, out, err);
	strbuf_clear(&sql);
	return code;
}

enum err_code
gate_open(struct change *change, const struct table *table, struct gate **out,
	struct err *err)
{
	struct store *store = change->store;
	struct gate gate = {.table = table};
	enum err_code code;

	for (size_t i = 0; i < change->gates.n; i++) {
		*out = &change->gates.items[i];
		if ((*out)->table == table)
			return ERR_OK;
	}
	assert(store_table(store, table->name) == table);
	code = open_built(store, table, sql_of_load, &gate.load, err);
	if (code == ERR_OK)
		code = open_built(store, table, sql_of_insert, &gate.insert,
			err);
	if (code == ERR_OK)
		code = open_built(store, table, sql_of_update, &gate.update,
			err);
	gate.old_values = xcalloc(table->n_columns, sizeof(*gate.old_values));
	gate.old_ids = xcalloc(table->n_columns, sizeof(*gate.old_ids));
	if (code != ERR_OK) {
		gate_close(&gate);
		return code;
	}
	vec_push(&change->gates, gate);
	*out = &change->gates.items[change->gates.n - 1];
	return ERR_OK;
}

void
gate_close(struct gate *gate)
{
	stmt_done(gate->load);
	stmt_done(gate->insert);
	stmt_done(gate->update);
	free(gate->old_values);
	free(gate->old_ids);
}

static bool
is_stored_int(const char *value)
{
	char text[24];

	errno = 0;
	snprintf(text, sizeof(text), "%" PRId64,
		(int64_t)strtoll(value, NULL, 10));
	return errno == 0 && strcmp(text, value) == 0;
}

static bool
is_stored_ref(const char *value)
{
	id_text text;
	int64_t id;

	if (!site_id_from_text(value, &id))
		return false;
	site_id_to_text(id, text);
	return strcmp(text, value) == 0;
}

static bool
is_stored(enum column_kind kind, const char *value)
{
	switch (kind) {
	case COLUMN_INT:
		return *value == '\0' || is_stored_int(value);
	case COLUMN_REF:
		return *value == '\0' || is_stored_ref(value);
	case COLUMN_TEXT:
	case COLUMN_LONGTEXT:
		break;
	}
	return text_valid(value, strlen(value));
}

enum err_code
gate_check(const struct gate *gate, const struct change_row *row,
	struct err *err)
{
	const struct table *table = gate->table;

	for (size_t i = 0; i < table->n_columns; i++)
		if (!is_stored(table->columns[i].kind, row->values[i]))
			return err_set_field(err, ERR_INVALID,
				table->columns[i].name,
				_("This value cannot be kept in the field "
				  "%s."), table->columns[i].name);
	return ERR_OK;
}

enum err_code
gate_load(struct gate *gate, int64_t id, int64_t *version, struct err *err)
{
	const struct table *table = gate->table;
	struct stmt *load = gate->load;
	enum err_code code;
	bool row;

	*version = 0;
	stmt_bind_int(load, PARAM_ID, id);
	code = stmt_step(load, &row, err);
	if (code != ERR_OK || !row)
		return code;
	*version = stmt_int(load, LOADED_VERSION);
	gate->old_deleted = stmt_int(load, LOADED_DELETED) != 0;
	for (size_t i = 0; i < table->n_columns; i++) {
		int column = LOADED_VALUES + (int)i;

		if (table->columns[i].kind != COLUMN_REF) {
			gate->old_values[i] = stmt_text(load, column);
			continue;
		}
		site_id_to_text(stmt_int(load, column), gate->old_ids[i]);
		gate->old_values[i] = gate->old_ids[i];
	}
	return ERR_OK;
}

static void
bind_value(struct stmt *stmt, int n, enum column_kind kind, const char *value)
{
	int64_t id = 0;

	if (kind == COLUMN_TEXT || kind == COLUMN_LONGTEXT) {
		stmt_lend_text(stmt, n, value);
	} else if (*value == '\0') {
		stmt_bind_null(stmt, n);
	} else if (kind == COLUMN_INT) {
		stmt_bind_int(stmt, n, strtoll(value, NULL, 10));
	} else {
		site_id_from_text(value, &id);
		stmt_bind_int(stmt, n, id);
	}
}

enum err_code
gate_write(struct change *change, struct gate *gate,
	const struct change_row *row, int64_t version, struct err *err)
{
	const struct table *table = gate->table;
	bool is_new = version == 1;
	struct stmt *stmt = is_new ? gate->insert : gate->update;
	const struct touch touch = {
		.kind = TOUCH_RECORD,
		.table = table->name,
		.op = is_new ? SQLITE_INSERT : SQLITE_UPDATE,
		.id = row->id,
	};

	stmt_bind_int(stmt, PARAM_ID, row->id);
	stmt_bind_int(stmt, PARAM_VERSION, version);
	stmt_bind_int(stmt, PARAM_DELETED, row->deleted);
	stmt_lend_text(stmt, PARAM_SORT_KEY, change->new_derived.sort_key.s);
	for (size_t i = 0; i < table->n_columns; i++)
		bind_value(stmt, PARAM_VALUES + (int)i,
			table->columns[i].kind, row->values[i]);
	return guard_run(change->store, stmt, &touch, err);
}

void
gate_count(struct gate *gate, const struct change_row *row, int64_t version)
{
	if (version == 1)
		gate->n_new++;
	else if (gate->old_deleted == row->deleted)
		gate->n_changed++;
	else if (row->deleted)
		gate->n_removed++;
	else
		gate->n_back++;
}

int64_t
change_place(const struct change *change, int64_t id)
{
	return id - site_make_id(change->store->first_site, 0);
}

static bool
has_key(const struct derived *derived, const struct find_key *key)
{
	for (size_t i = 0; i < derived->keys.n; i++)
		if (derived->keys.items[i].kind == key->kind &&
			strcmp(derived->keys.items[i].key, key->key) == 0)
			return true;
	return false;
}

static enum err_code
write_key(struct change *change, struct stmt *stmt, int op,
	const struct table *table, int64_t id, const struct find_key *key,
	struct err *err)
{
	int list = find_list(table->number, key->kind);
	int64_t place = change_place(change, id);
	const struct touch touch = {TOUCH_KEY, "find_key", op, place, list};

	stmt_bind_int(stmt, 1, list);
	stmt_lend_text(stmt, 2, key->key);
	stmt_bind_int(stmt, 3, place);
	return guard_run(change->store, stmt, &touch, err);
}

/* The keys of from that to does not have. */
static enum err_code
write_difference(struct change *change, struct stmt *stmt, int op,
	const struct gate *gate, int64_t id, const struct derived *from,
	const struct derived *to, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < from->keys.n; i++)
		if (!has_key(to, &from->keys.items[i]))
			code = write_key(change, stmt, op, gate->table, id,
				&from->keys.items[i], err);
	return code;
}

static enum err_code
keep_keys(struct change *change, const struct gate *gate, int64_t id,
	struct err *err)
{
	const struct derived *new = &change->new_derived;
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < new->keys.n; i++)
		code = key_sort_add(change->keys, gate->table,
			&new->keys.items[i], change_place(change, id), err);
	return code;
}

enum err_code
gate_write_keys(struct change *change, struct gate *gate, int64_t id,
	struct err *err)
{
	const struct derived *old = &change->old_derived;
	const struct derived *new = &change->new_derived;
	enum err_code code = ERR_OK;

	if (gate->defers && change->keys != NULL) {
		if (old->keys.n == 0)
			return keep_keys(change, gate, id, err);
		code = defer_flush_keys(change, err);
	}
	if (code == ERR_OK)
		code = write_difference(change, change->remove_key,
			SQLITE_DELETE, gate, id, old, new, err);
	if (code == ERR_OK)
		code = write_difference(change, change->add_key, SQLITE_INSERT,
			gate, id, new, old, err);
	return code;
}
