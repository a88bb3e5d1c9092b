#include <string.h>

#include "store/store_private.h"

static bool
is_temp(const char *database)
{
	return database != NULL && strcmp(database, "temp") == 0;
}

/* The reading pragmas that the store's own statements use. */
static bool
reads_pragma(const char *name, const char *argument)
{
	return argument == NULL && (strcmp(name, "data_version") == 0 ||
		strcmp(name, "user_version") == 0);
}

static bool
gate_allows(int action, const char *first, const char *second)
{
	switch (action) {
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
		return strncmp(first, "sqlite_", strlen("sqlite_")) != 0;
	case SQLITE_TRANSACTION:
		return true;
	case SQLITE_PRAGMA:
		return reads_pragma(first, second);
	default:
		return false;
	}
}

/*
 * SQLite asks for this while it sets up json_each(), and refuses every real
 * UPDATE of its schema by itself.
 */
static bool
sets_up_function(int action, const char *first)
{
	return action == SQLITE_UPDATE && strcmp(first, "sqlite_master") == 0;
}

static bool
reader_allows(int action, const char *first, const char *database)
{
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
		return true;
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
		return is_temp(database) || sets_up_function(action, first);
	case SQLITE_CREATE_TEMP_TABLE:
	case SQLITE_CREATE_TEMP_INDEX:
	case SQLITE_DROP_TEMP_TABLE:
	case SQLITE_DROP_TEMP_INDEX:
	case SQLITE_REINDEX: /* a new index asks for it */
		return is_temp(database);
	default:
		return false;
	}
}

static int
authorize(void *data, int action, const char *first, const char *second,
	const char *database, const char *inner)
{
	const struct store *store = data;
	bool allowed;

	(void)inner;
	allowed = store->guard == GUARD_OPEN ||
		reader_allows(action, first, database) ||
		(store->guard == GUARD_GATE &&
			gate_allows(action, first, second));
	return allowed ? SQLITE_OK : SQLITE_DENY;
}

/* Does the key's row that is being written belong to the record? */
static bool
key_belongs(sqlite3 *db, int op, const struct touch *touch)
{
	sqlite3_value *list, *place;
	int (*value)(sqlite3 *, int, sqlite3_value **);

	if (touch->id == 0)
		return true;
	value = op == SQLITE_INSERT ? sqlite3_preupdate_new
	                            : sqlite3_preupdate_old;
	return value(db, 0, &list) == SQLITE_OK &&
		value(db, 2, &place) == SQLITE_OK &&
		sqlite3_value_int(list) == touch->list &&
		sqlite3_value_int64(place) == touch->id;
}

static bool
is_expected(const struct touch *touch, sqlite3 *db, int op, const char *table,
	int64_t old_id, int64_t new_id)
{
	if (touch == NULL || strcmp(touch->table, table) != 0)
		return false;
	if (touch->op != 0 && touch->op != op)
		return false;
	if (touch->kind == TOUCH_KEY)
		return key_belongs(db, op, touch);
	if (touch->id == 0)
		return true;
	return (op == SQLITE_INSERT || old_id == touch->id) &&
		(op == SQLITE_DELETE || new_id == touch->id);
}

static void
before_row(void *data, sqlite3 *db, int op, const char *database,
	const char *table, sqlite3_int64 old_id, sqlite3_int64 new_id)
{
	struct store *store = data;
	struct watch *watch = &store->watch;

	if (is_temp(database) || store->guard == GUARD_OPEN)
		return;
	if (!is_expected(watch->expected, db, op, table, old_id, new_id))
		watch->n_foreign++;
	else if (watch->expected->kind == TOUCH_RECORD)
		watch->n_records++;
	else if (watch->expected->kind == TOUCH_JOURNAL)
		watch->n_journalled++;
}

/* Not 0 is a veto. */
static int
before_commit(void *data)
{
	const struct store *store = data;
	const struct watch *watch = &store->watch;

	if (store->guard == GUARD_OPEN)
		return 0;
	return watch->n_foreign != 0 ||
		watch->n_records != watch->n_journalled;
}

void
guard_install(struct store *store)
{
	sqlite3_set_authorizer(store->db, authorize, store);
	sqlite3_preupdate_hook(store->db, before_row, store);
	sqlite3_commit_hook(store->db, before_commit, store);
}

void
guard_reset(struct store *store)
{
	store->watch = (struct watch){0};
}

enum err_code
guard_run(struct store *store, struct stmt *stmt, const struct touch *touch,
	struct err *err)
{
	struct watch before = store->watch;
	enum err_code code;

	store->watch.expected = touch;
	code = stmt_run(stmt, err);
	if (code != ERR_OK) /* the statement took its rows back */
		store->watch = before;
	store->watch.expected = NULL;
	return code;
}
