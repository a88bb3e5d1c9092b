#include "store/store.h"

#include <assert.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store_private.h"

/* Of SQLite's machine between two questions: well under a millisecond. */
enum { INTERRUPT_STEPS = 4000 };

char *
store_beside(const char *path, const char *suffix)
{
	return xasprintf("%s%s", path, suffix);
}

void
store_close(struct store *store)
{
	if (store == NULL)
		return;
	assert(store->change == NULL);
	stmt_cache_clear(store);
	sqlite3_close(store->db);
	file_lock_close(store->lock);
	file_lock_close(store->session);
	free(store->read_only);
	free(store->path);
	free(store);
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

const struct world *
store_world(const struct store *store)
{
	return store->world;
}

const char *
store_read_only(const struct store *store)
{
	return store->read_only;
}

bool
store_is_removable(const struct store *store)
{
	return store->medium == FILE_REMOVABLE;
}

void
store_set_tables(struct store *store, const struct table *const *tables,
	size_t n_tables)
{
	assert(store->change == NULL);
	for (size_t i = 0; i < n_tables; i++)
		assert(strlen(tables[i]->name) <= TABLE_NAME_MAX);
	store->tables = tables;
	store->n_tables = n_tables;
}

const struct table *
store_table(const struct store *store, const char *name)
{
	for (size_t i = 0; i < store->n_tables; i++)
		if (strcmp(store->tables[i]->name, name) == 0)
			return store->tables[i];
	return NULL;
}

int
store_schema_number(const struct store *store)
{
	return store->schema_number;
}

uint32_t
store_site(const struct store *store)
{
	return store->read_only != NULL ? 0 : store->site.number;
}

/* One number by a statement of our own. */
static enum err_code
read_number(struct store *store, const char *sql, int64_t *number,
	struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row;

	code = stmt_open_as(store, GUARD_GATE, sql, &stmt, err);
	if (code != ERR_OK)
		return code;
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row)
		*number = stmt_int(stmt, 0);
	stmt_done(stmt);
	return code;
}

static int
ask_interrupt(void *data)
{
	const struct store *store = data;

	return store->interrupt(store->interrupt_data);
}

void
store_interrupt_when(struct store *store, bool (*wanted)(void *data),
	void *data)
{
	store->interrupt = wanted;
	store->interrupt_data = data;
	sqlite3_progress_handler(store->db, INTERRUPT_STEPS,
		wanted != NULL ? ask_interrupt : NULL, store);
}

bool
store_changed_elsewhere(struct store *store)
{
	int64_t before = store->data_version;

	if (read_number(store, "PRAGMA data_version", &store->data_version,
		    NULL) != ERR_OK)
		return false;
	return before != 0 && before != store->data_version;
}

int64_t
store_newest_moment(struct store *store)
{
	int64_t moment = 0;

	read_number(store,
		"SELECT at FROM main.change_head"
		" ORDER BY lamport DESC, id DESC LIMIT 1", &moment, NULL);
	return moment;
}

enum err_code
store_exec(struct store *store, enum guard guard, const char *sql,
	struct err *err)
{
	enum guard before = store->guard;
	int rc;

	store->guard = guard;
	rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
	store->guard = before;
	return rc == SQLITE_OK ? ERR_OK : store_sql_error(store->db, err);
}

/* A newer program may have changed the schema under us, or the search keys. */
static enum err_code
check_schema(struct store *store, struct err *err)
{
	int64_t number = 0, keyed_by = 0;
	enum err_code code;

	code = read_number(store, "PRAGMA user_version", &number, err);
	if (code == ERR_OK)
		code = rekey_read(store, &keyed_by, err);
	if (code == ERR_OK && (number != store->schema_number ||
				      keyed_by != store->keyed_by))
		return err_set(err, ERR_STORE,
			_("A newer program has brought the database up to date "
			  "meanwhile; leave this one and start the newer "
			  "one."));
	return code;
}

enum err_code
store_begin_write(struct store *store, const char *writer, const char *action,
	struct err *err)
{
	enum err_code code;

	if (store->read_only != NULL)
		return err_set(err, ERR_DENIED, "%s", store->read_only);
	assert(sqlite3_get_autocommit(store->db));
	code = store_lock(store, writer, action, err);
	if (code != ERR_OK)
		return code;
	guard_reset(store);
	code = store_exec(store, GUARD_GATE, "BEGIN IMMEDIATE", err);
	if (code == ERR_OK)
		code = check_schema(store, err);
	if (code != ERR_OK)
		store_end_write(store, false, NULL);
	return code;
}

enum err_code
store_end_write(struct store *store, bool commit, struct err *err)
{
	enum err_code code = ERR_OK;

	if (commit)
		code = store_exec(store, GUARD_GATE, "COMMIT", err);
	if (!sqlite3_get_autocommit(store->db))
		store_exec(store, GUARD_GATE, "ROLLBACK", NULL);
	store_unlock(store);
	return code;
}

enum err_code
store_read_begin(struct store *store, struct err *err)
{
	enum err_code code = ERR_OK;
	int64_t ignored;

	if (store->n_reading == 0) {
		assert(sqlite3_get_autocommit(store->db));
		code = store_exec(store, GUARD_GATE, "BEGIN", err);
	}
	if (code != ERR_OK)
		return code;
	store->n_reading++;
	/* SQLite takes the moment of the first thing that is read. */
	code = read_number(store, "PRAGMA user_version", &ignored, err);
	if (code != ERR_OK)
		store_read_end(store);
	return code;
}

void
store_read_end(struct store *store)
{
	assert(store->n_reading > 0);
	if (--store->n_reading == 0)
		store_exec(store, GUARD_GATE, "ROLLBACK", NULL);
}

char *
store_setting(struct store *store, const char *key)
{
	struct stmt *stmt;
	char *value = NULL;
	bool row;

	if (stmt_open(store, "SELECT value FROM main.setting WHERE name = ?",
		    &stmt, NULL) != ERR_OK)
		return xstrdup("");
	stmt_bind_text(stmt, 1, key);
	if (stmt_step(stmt, &row, NULL) == ERR_OK && row)
		value = xstrdup(stmt_text(stmt, 0));
	stmt_done(stmt);
	return value != NULL ? value : xstrdup("");
}

static enum err_code
write_setting(struct store *store, const char *key, const char *text,
	struct err *err)
{
	const struct touch touch = {TOUCH_OWN, "setting", 0, 0, 0};
	struct stmt *stmt;
	enum err_code code;

	code = stmt_open_as(store, GUARD_GATE,
		"INSERT INTO main.setting (name, value) VALUES (?, ?)"
		" ON CONFLICT (name) DO UPDATE SET value = excluded.value",
		&stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_text(stmt, 1, key);
	stmt_bind_text(stmt, 2, text);
	code = guard_run(store, stmt, &touch, err);
	stmt_done(stmt);
	return code;
}

enum err_code
store_set_setting(struct store *store, const char *key, const char *text,
	struct err *err)
{
	enum err_code code, ended;

	assert(store->change == NULL);
	code = store_begin_write(store, "", "", err);
	if (code != ERR_OK)
		return code;
	code = write_setting(store, key, text, err);
	ended = store_end_write(store, code == ERR_OK,
		code == ERR_OK ? err : NULL);
	return code != ERR_OK ? code : ended;
}
