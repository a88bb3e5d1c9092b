#include <string.h>

#include "store/change_private.h"

/* Parted from those of the schema's own, which have no SQL. */
static const char find_indexes[] =
	"SELECT name, sql FROM main.sqlite_schema"
	" WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL";

static enum err_code
is_empty(struct store *store, const struct table *table, bool *empty,
	struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	int64_t found;
	enum err_code code;

	strbuf_addf(&sql, "SELECT EXISTS (SELECT 1 FROM main.\"%s\")",
		table->name);
	code = stmt_one_int(store, sql.s, &found, err);
	*empty = code == ERR_OK && found == 0;
	strbuf_clear(&sql);
	return code;
}

static enum err_code
list_indexes(struct change *change, const struct table *table,
	struct strvec *names, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row = true;

	code = stmt_open(change->store, find_indexes, &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_text(stmt, 1, table->name);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		strvec_add(names, stmt_text(stmt, 0));
		strvec_add(&change->indexes, stmt_text(stmt, 1));
	}
	stmt_done(stmt);
	return code;
}

static enum err_code
drop_indexes(struct change *change, const struct table *table,
	struct err *err)
{
	struct strvec names = {0};
	enum err_code code;

	code = list_indexes(change, table, &names, err);
	for (size_t i = 0; code == ERR_OK && i < names.n; i++) {
		char *sql = sqlite3_mprintf("DROP INDEX main.\"%w\"",
			names.items[i]);

		code = store_exec(change->store, GUARD_OPEN, sql, err);
		sqlite3_free(sql);
	}
	strvec_clear(&names);
	return code;
}

static enum err_code
begin_loading(struct change *change, struct err *err)
{
	if (change->defers)
		return ERR_OK;
	change->defers = true;
	change->keys = key_sort_new();
	/* Rows that are only appended need no large cache, and SQLite sorts
	 * in as much memory again as it may take. */
	return store_exec(change->store, GUARD_OPEN,
		"PRAGMA main.cache_size = -2048", err);
}

static enum err_code
defer_table(struct change *change, const struct table *table, struct err *err)
{
	struct gate *gate;
	enum err_code code;
	bool empty;

	code = is_empty(change->store, table, &empty, err);
	if (code != ERR_OK || !empty)
		return code;
	code = drop_indexes(change, table, err);
	if (code == ERR_OK)
		code = gate_open(change, table, &gate, err);
	if (code == ERR_OK)
		gate->defers = true;
	return code;
}

enum err_code
change_defer_indexes(struct change *change, const struct table *const *tables,
	size_t n_tables, struct err *err)
{
	enum err_code code;

	code = begin_loading(change, err);
	for (size_t i = 0; code == ERR_OK && i < n_tables; i++)
		code = defer_table(change, tables[i], err);
	if (code != ERR_OK)
		change->broken = true;
	return code;
}

bool
change_defers(const struct store *store, const struct table *table)
{
	const struct change *change = store->change;

	for (size_t i = 0; change != NULL && i < change->gates.n; i++)
		if (change->gates.items[i].table == table)
			return change->gates.items[i].defers;
	return false;
}

/* Keys that go in by one statement: most of what one takes is not its rows. */
enum { KEYS_AT_ONCE = 32, KEY_PARAMS = 3 };

struct batch {
	struct key_row rows[KEYS_AT_ONCE];
	struct strbuf keys; /* of the rows, each ended by a zero byte */
	size_t n;
};

/* A row that fails leaves those before it: the change is given up then, and
 * SQLite need not be able to take them back by themselves. */
static enum err_code
open_put(struct change *change, size_t n, struct stmt **out, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	enum err_code code;

	strbuf_add(&sql, "INSERT OR FAIL INTO main.find_key"
		" (list, key, place) VALUES (?, ?, ?)");
	for (size_t i = 1; i < n; i++)
		strbuf_add(&sql, ", (?, ?, ?)");
	code = stmt_open_as(change->store, GUARD_GATE, sql.s, out, err);
	strbuf_clear(&sql);
	return code;
}

static enum err_code
put_batch(struct change *change, struct batch *batch, struct err *err)
{
	const struct touch touch = {
		TOUCH_KEY, "find_key", SQLITE_INSERT, 0, 0};
	const char *key = batch->keys.s;
	struct stmt *stmt;
	enum err_code code;
	int param = 1;

	if (batch->n == 0)
		return ERR_OK;
	code = open_put(change, batch->n, &stmt, err);
	if (code != ERR_OK)
		return code;
	for (size_t i = 0; i < batch->n; i++, param += KEY_PARAMS) {
		stmt_bind_int(stmt, param, batch->rows[i].list);
		stmt_lend_text(stmt, param + 1, key);
		stmt_bind_int(stmt, param + 2, batch->rows[i].place);
		key += strlen(key) + 1;
	}
	code = guard_run(change->store, stmt, &touch, err);
	stmt_done(stmt);
	strbuf_reset(&batch->keys);
	batch->n = 0;
	return code;
}

static enum err_code
put_keys(struct change *change, struct key_sort *keys, struct err *err)
{
	struct batch batch = {.keys = STRBUF_INIT};
	bool more = true;
	enum err_code code = ERR_OK;

	while (code == ERR_OK && more) {
		struct key_row *row = &batch.rows[batch.n];

		code = key_sort_next(keys, row, &more, err);
		if (!more)
			break;
		strbuf_add_bytes(&batch.keys, row->key, strlen(row->key) + 1);
		if (++batch.n == KEYS_AT_ONCE)
			code = put_batch(change, &batch, err);
	}
	if (code == ERR_OK)
		code = put_batch(change, &batch, err);
	strbuf_clear(&batch.keys);
	return code;
}

enum err_code
defer_flush_keys(struct change *change, struct err *err)
{
	struct key_sort *keys = change->keys;
	enum err_code code;

	if (keys == NULL)
		return ERR_OK;
	change->keys = NULL;
	code = key_sort_end(keys, err);
	if (code == ERR_OK)
		code = put_keys(change, keys, err);
	key_sort_free(keys);
	return code;
}

enum err_code
defer_finish(struct change *change, struct err *err)
{
	enum err_code code = defer_flush_keys(change, err);

	for (size_t i = 0; code == ERR_OK && i < change->indexes.n; i++)
		code = store_exec(change->store, GUARD_OPEN,
			change->indexes.items[i], err);
	return code;
}

void
defer_end(struct change *change)
{
	key_sort_free(change->keys);
	if (change->defers)
		(void)store_exec(change->store, GUARD_OPEN,
			"PRAGMA main.cache_size = -" STORE_CACHE_KIB, NULL);
}
