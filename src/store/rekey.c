#include "store/rekey.h"

#include <assert.h>
#include <string.h>

#include "store/key_sort.h"
#include "store/store_private.h"
#include "store/table_row.h"

#define ROWS_A_REPORT 2048
#define SETTING "derivation"

/* Going through all tables. */
struct rekey {
	struct store *store;
	struct job *job;
	struct key_sort *keys;
	int64_t first; /* the id where places begin */
	struct derived derived;
	uint64_t n_done;
	int64_t n_total;
};

enum err_code
rekey_read(struct store *store, int64_t *derivation, struct err *err)
{
	*derivation = 0;
	return stmt_one_int(store,
		"SELECT value FROM main.setting WHERE name = '" SETTING "'",
		derivation, err);
}

bool
rekey_is_due(struct store *store)
{
	int64_t derivation;

	return store->n_tables > 0 &&
		rekey_read(store, &derivation, NULL) == ERR_OK &&
		derivation != store->tables[0]->derivation;
}

static enum err_code
report(struct rekey *rekey, struct err *err)
{
	if (rekey->n_done++ % ROWS_A_REPORT != 0)
		return ERR_OK;
	job_progress(rekey->job, _("making the search keys anew"),
		rekey->n_done, (uint64_t)rekey->n_total);
	if (!job_cancelled(rekey->job))
		return ERR_OK;
	return err_set(err, ERR_CANCELLED,
		_("The search keys were not made anew; until that is done at "
		  "another start, search goes by the old ones."));
}

static enum err_code
take_row(struct rekey *rekey, const struct table_row *row,
	struct stmt *set_sort_key, struct err *err)
{
	struct derived *derived = &rekey->derived;
	enum err_code code = report(rekey, err);

	table_row_derive(row, derived);
	for (size_t i = 0; code == ERR_OK && i < derived->keys.n; i++)
		code = key_sort_add(rekey->keys, row->table,
			&derived->keys.items[i], row->id - rekey->first, err);
	if (code != ERR_OK || strcmp(derived->sort_key.s, row->sort_key) == 0)
		return code;
	stmt_bind_text(set_sort_key, 1, derived->sort_key.s);
	stmt_bind_int(set_sort_key, 2, row->id);
	return stmt_run(set_sort_key, err);
}

static enum err_code
take_table(struct rekey *rekey, const struct table *table, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *set_sort_key;
	struct table_row row;
	enum err_code code;

	strbuf_addf(&sql, "UPDATE main.\"%s\" SET sort_key = ? WHERE id = ?",
		table->name);
	code = stmt_open_as(rekey->store, GUARD_OPEN, sql.s, &set_sort_key,
		err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	code = table_row_open(rekey->store, table, 0, &row, err);
	if (code == ERR_OK)
		code = table_row_next(&row, err);
	while (code == ERR_OK && !row.at_end) {
		code = take_row(rekey, &row, set_sort_key, err);
		if (code == ERR_OK)
			code = table_row_next(&row, err);
	}
	table_row_close(&row);
	stmt_done(set_sort_key);
	return code;
}

/* Puts the keys in the place of all that stand. */
static enum err_code
put_keys(struct rekey *rekey, struct err *err)
{
	struct store *store = rekey->store;
	struct key_row row;
	struct stmt *insert;
	bool more = true;
	enum err_code code = store_exec(store, GUARD_OPEN,
		"DELETE FROM main.find_key", err);

	if (code == ERR_OK)
		code = key_sort_end(rekey->keys, err);
	if (code == ERR_OK)
		code = stmt_open_as(store, GUARD_OPEN,
			"INSERT INTO main.find_key (list, key, place)"
			" VALUES (?, ?, ?)", &insert, err);
	if (code != ERR_OK)
		return code;
	while (code == ERR_OK && more) {
		code = key_sort_next(rekey->keys, &row, &more, err);
		if (!more)
			break;
		stmt_bind_int(insert, 1, row.list);
		stmt_lend_text(insert, 2, row.key);
		stmt_bind_int(insert, 3, row.place);
		code = stmt_run(insert, err);
	}
	stmt_done(insert);
	return code;
}

static enum err_code
note_derivation(struct store *store, struct err *err)
{
	struct stmt *stmt;
	enum err_code code = stmt_open_as(store, GUARD_OPEN,
		"INSERT INTO main.setting (name, value) VALUES ('" SETTING
		"', ?1) ON CONFLICT (name) DO UPDATE SET value = ?1",
		&stmt, err);

	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, store->tables[0]->derivation);
	code = stmt_run(stmt, err);
	stmt_done(stmt);
	return code;
}

static enum err_code
make_anew(struct store *store, struct job *job, struct err *err)
{
	struct rekey rekey = {.store = store, .job = job,
		.keys = key_sort_new(), .derived = DERIVED_INIT};
	enum err_code code = stmt_one_int(store,
		"SELECT count(*) FROM main.journal WHERE version = 1",
		&rekey.n_total, err);

	if (code == ERR_OK)
		code = stmt_one_int(store,
			"SELECT number << 32 FROM main.site WHERE first = 1",
			&rekey.first, err);
	for (size_t i = 0; code == ERR_OK && i < store->n_tables; i++)
		code = take_table(&rekey, store->tables[i], err);
	if (code == ERR_OK)
		code = put_keys(&rekey, err);
	if (code == ERR_OK)
		code = note_derivation(store, err);
	key_sort_free(rekey.keys);
	derived_clear(&rekey.derived);
	return code;
}

enum err_code
rekey_write(struct store *store, struct job *job, struct err *err)
{
	enum err_code code = store_exec(store, GUARD_OPEN, "BEGIN IMMEDIATE",
		err);

	if (code != ERR_OK)
		return code;
	if (rekey_is_due(store))
		code = make_anew(store, job, err);
	if (code == ERR_OK)
		code = store_exec(store, GUARD_OPEN, "COMMIT", err);
	if (!sqlite3_get_autocommit(store->db))
		(void)store_exec(store, GUARD_OPEN, "ROLLBACK", NULL);
	return code;
}

enum err_code
rekey_run(struct store *store, struct job *job, struct err *err)
{
	enum err_code code = ERR_OK;

	assert(store->change == NULL);
	if (store->read_only == NULL && rekey_is_due(store)) {
		code = store_lock(store, "", "update", err);
		if (code != ERR_OK)
			return code;
		code = rekey_write(store, job, err);
		store_unlock(store);
	}
	(void)rekey_read(store, &store->keyed_by, NULL);
	return code;
}
