#include "store/stmt.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store_private.h"

#define N_IDLE_MAX 96

struct stmt {
	struct store *store;
	sqlite3_stmt *handle;
	char *sql;
	enum guard guard;
	int bound; /* the first error of a binding */
};

static struct stmt *
take_idle(struct store *store, enum guard guard, const char *sql)
{
	struct stmt_cache *cache = &store->cache;

	for (size_t i = cache->n; i-- > 0;) {
		struct stmt *stmt = cache->items[i];

		if (stmt->guard != guard || strcmp(stmt->sql, sql) != 0)
			continue;
		cache->n--;
		memmove(&cache->items[i], &cache->items[i + 1],
			(cache->n - i) * sizeof(struct stmt *));
		return stmt;
	}
	return NULL;
}

enum err_code
stmt_open_as(struct store *store, enum guard guard, const char *sql,
	struct stmt **out, struct err *err)
{
	struct stmt *stmt = take_idle(store, guard, sql);
	sqlite3_stmt *handle;
	enum guard before = store->guard;
	int rc;

	*out = stmt;
	if (stmt != NULL)
		return ERR_OK;
	store->guard = guard;
	rc = sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
		&handle, NULL);
	store->guard = before;
	if (rc != SQLITE_OK)
		return store_sql_error(store->db, err);
	stmt = xmalloc(sizeof(*stmt));
	*stmt = (struct stmt){
		.store = store,
		.handle = handle,
		.sql = xstrdup(sql),
		.guard = guard,
	};
	*out = stmt;
	return ERR_OK;
}

enum err_code
stmt_open(struct store *store, const char *sql, struct stmt **out,
	struct err *err)
{
	return stmt_open_as(store, GUARD_READER, sql, out, err);
}

static void
stmt_free(struct stmt *stmt)
{
	sqlite3_finalize(stmt->handle);
	free(stmt->sql);
	free(stmt);
}

void
stmt_cache_clear(struct store *store)
{
	for (size_t i = 0; i < store->cache.n; i++)
		stmt_free(store->cache.items[i]);
	vec_clear(&store->cache);
}

void
stmt_done(struct stmt *stmt)
{
	struct stmt_cache *cache;

	if (stmt == NULL)
		return;
	stmt_reset(stmt);
	sqlite3_clear_bindings(stmt->handle);
	stmt->bound = SQLITE_OK;
	cache = &stmt->store->cache;
	if (cache->n == N_IDLE_MAX) {
		stmt_free(cache->items[0]);
		cache->n--;
		memmove(&cache->items[0], &cache->items[1],
			cache->n * sizeof(struct stmt *));
	}
	vec_push(cache, stmt);
}

static void
note_binding(struct stmt *stmt, int rc)
{
	assert(rc != SQLITE_RANGE && rc != SQLITE_MISUSE);
	if (stmt->bound == SQLITE_OK)
		stmt->bound = rc;
}

void
stmt_bind_text(struct stmt *stmt, int n, const char *text)
{
	note_binding(stmt, sqlite3_bind_text64(stmt->handle, n, text,
		strlen(text), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void
stmt_lend_text(struct stmt *stmt, int n, const char *text)
{
	note_binding(stmt, sqlite3_bind_text64(stmt->handle, n, text,
		strlen(text), SQLITE_STATIC, SQLITE_UTF8));
}

void
stmt_lend_blob(struct stmt *stmt, int n, const void *bytes, size_t len)
{
	note_binding(stmt, sqlite3_bind_blob64(stmt->handle, n, bytes, len,
		SQLITE_STATIC));
}

void
stmt_bind_int(struct stmt *stmt, int n, int64_t number)
{
	note_binding(stmt, sqlite3_bind_int64(stmt->handle, n, number));
}

void
stmt_bind_null(struct stmt *stmt, int n)
{
	note_binding(stmt, sqlite3_bind_null(stmt->handle, n));
}

enum err_code
stmt_step(struct stmt *stmt, bool *row, struct err *err)
{
	struct store *store = stmt->store;
	enum guard before = store->guard;
	enum err_code code;
	int rc;

	*row = false;
	if (stmt->bound != SQLITE_OK) {
		stmt->bound = SQLITE_OK;
		return err_set(err, ERR_STORE,
			_("A text is too long to be kept."));
	}
	/* Preparing again after the schema changed asks the authorizer. */
	store->guard = stmt->guard;
	rc = sqlite3_step(stmt->handle);
	store->guard = before;
	if (rc == SQLITE_ROW) {
		*row = true;
		return ERR_OK;
	}
	if (rc == SQLITE_DONE)
		return ERR_OK;
	code = store_sql_error(store->db, err);
	stmt_reset(stmt);
	return code;
}

enum err_code
stmt_run(struct stmt *stmt, struct err *err)
{
	enum err_code code;
	bool row;

	do
		code = stmt_step(stmt, &row, err);
	while (code == ERR_OK && row);
	stmt_reset(stmt);
	return code;
}

void
stmt_reset(struct stmt *stmt)
{
	sqlite3_reset(stmt->handle);
}

const char *
stmt_text(const struct stmt *stmt, int column)
{
	const unsigned char *text = sqlite3_column_text(stmt->handle, column);

	return text != NULL ? (const char *)text : "";
}

const void *
stmt_blob(const struct stmt *stmt, int column, size_t *len)
{
	const void *bytes = sqlite3_column_blob(stmt->handle, column);

	*len = (size_t)sqlite3_column_bytes(stmt->handle, column);
	return bytes != NULL ? bytes : "";
}

int64_t
stmt_int(const struct stmt *stmt, int column)
{
	return sqlite3_column_int64(stmt->handle, column);
}

bool
stmt_is_null(const struct stmt *stmt, int column)
{
	return sqlite3_column_type(stmt->handle, column) == SQLITE_NULL;
}

enum err_code
stmt_one_int(struct store *store, const char *sql, int64_t *number,
	struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row;

	*number = 0;
	code = stmt_open(store, sql, &stmt, err);
	if (code != ERR_OK)
		return code;
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row)
		*number = stmt_int(stmt, 0);
	stmt_done(stmt);
	return code;
}
