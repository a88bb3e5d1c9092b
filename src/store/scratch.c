#include "store/scratch.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store_private.h"

/* %d is the number of the scratch: one connection may have several. */
enum {
	SQL_PUT,
	SQL_GET,
	SQL_NEXT,
	SQL_BACK,
	SQL_NEXT_OF,
	SQL_BACK_OF,
	SQL_CUT,
	SQL_TURN,
	SQL_COUNT,
	SQL_ADD_KEY,
	SQL_FIND_KEY,
	SQL_N,
};

static const char *const texts[SQL_N] = {
	[SQL_PUT] = "INSERT INTO temp.scratch_%d (number, verdict, body)"
		" VALUES (?1, ?2, ?3) ON CONFLICT (number) DO UPDATE SET"
		" verdict = excluded.verdict, body = excluded.body",
	[SQL_GET] = "SELECT verdict, body FROM temp.scratch_%d"
		" WHERE number = ?1",
	[SQL_NEXT] = "SELECT number FROM temp.scratch_%d WHERE number > ?1"
		" ORDER BY number LIMIT 1",
	[SQL_BACK] = "SELECT number FROM temp.scratch_%d WHERE number < ?1"
		" ORDER BY number DESC LIMIT 1",
	[SQL_NEXT_OF] = "SELECT number FROM temp.scratch_%d"
		" WHERE number > ?1 AND verdict = ?2"
		" ORDER BY number LIMIT 1",
	[SQL_BACK_OF] = "SELECT number FROM temp.scratch_%d"
		" WHERE number < ?1 AND verdict = ?2"
		" ORDER BY number DESC LIMIT 1",
	[SQL_CUT] = "DELETE FROM temp.scratch_%d WHERE number >= ?1",
	[SQL_TURN] = "UPDATE temp.scratch_%d SET verdict = ?2"
		" WHERE verdict = ?1",
	[SQL_COUNT] = "SELECT count(*) FROM temp.scratch_%d"
		" WHERE verdict = ?1",
	[SQL_ADD_KEY] = "INSERT OR IGNORE INTO temp.scratch_%d_key"
		" (kind, key, number) VALUES (?1, ?2, ?3)",
	[SQL_FIND_KEY] = "SELECT number FROM temp.scratch_%d_key"
		" WHERE kind = ?1 AND key = ?2 AND number > ?3"
		" ORDER BY number LIMIT 1",
};

static const char *const making[] = {
	"CREATE TEMP TABLE scratch_%d (number INTEGER PRIMARY KEY,"
	" verdict INTEGER NOT NULL, body BLOB NOT NULL)",
	"CREATE INDEX temp.scratch_%d_verdict"
	" ON scratch_%d (verdict, number)",
	"CREATE TEMP TABLE scratch_%d_key (kind INTEGER NOT NULL,"
	" key TEXT NOT NULL, number INTEGER NOT NULL,"
	" PRIMARY KEY (kind, key, number)) WITHOUT ROWID",
};

static const char *const dropping[] = {
	"DROP TABLE IF EXISTS temp.scratch_%d",
	"DROP TABLE IF EXISTS temp.scratch_%d_key",
};

static const char *const emptying[] = {
	"DELETE FROM temp.scratch_%d",
	"DELETE FROM temp.scratch_%d_key",
};

struct scratch {
	struct store *store;
	int id;
	struct stmt *stmts[SQL_N];
};

/* The constant text with the scratch's number in every place; on the heap. */
static char *
numbered(const char *text, int id)
{
	struct strbuf sql = STRBUF_INIT;
	const char *mark;

	while ((mark = strstr(text, "%d")) != NULL) {
		strbuf_add_bytes(&sql, text, (size_t)(mark - text));
		strbuf_addf(&sql, "%d", id);
		text = mark + 2;
	}
	strbuf_add(&sql, text);
	return strbuf_detach(&sql);
}

static enum err_code
run(struct scratch *scratch, const char *const *list, size_t n,
	struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < n; i++) {
		char *sql = numbered(list[i], scratch->id);

		/* The schema table of temp is written as well. */
		code = store_exec(scratch->store, GUARD_OPEN, sql, err);
		free(sql);
	}
	return code;
}

static enum err_code
open_statements(struct scratch *scratch, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < SQL_N; i++) {
		char *sql = numbered(texts[i], scratch->id);

		code = stmt_open_as(scratch->store, GUARD_READER, sql,
			&scratch->stmts[i], err);
		free(sql);
	}
	return code;
}

/* Statements that lie idle would keep the tables from being dropped. */
static void
close_statements(struct scratch *scratch)
{
	for (size_t i = 0; i < SQL_N; i++) {
		stmt_done(scratch->stmts[i]);
		scratch->stmts[i] = NULL;
	}
}

static int
free_id(struct store *store)
{
	int64_t id = 0;

	(void)stmt_one_int(store,
		"SELECT 1 + ifnull(max(CAST(substr(name, 9)"
		" AS INTEGER)), 0) FROM temp.sqlite_schema"
		" WHERE type = 'table' AND name GLOB 'scratch_*'", &id, NULL);
	return (int)id;
}

enum err_code
scratch_open(struct store *store, struct scratch **out, struct err *err)
{
	struct scratch *scratch = xcalloc(1, sizeof(*scratch));
	enum err_code code;

	scratch->store = store;
	scratch->id = free_id(store);
	code = run(scratch, making, sizeof(making) / sizeof(making[0]), err);
	if (code == ERR_OK)
		code = open_statements(scratch, err);
	if (code != ERR_OK) {
		scratch_close(scratch);
		scratch = NULL;
	}
	*out = scratch;
	return code;
}

void
scratch_close(struct scratch *scratch)
{
	if (scratch == NULL)
		return;
	close_statements(scratch);
	(void)run(scratch, dropping, sizeof(dropping) / sizeof(dropping[0]),
		NULL);
	free(scratch);
}

enum err_code
scratch_empty(struct scratch *scratch, struct err *err)
{
	return run(scratch, emptying, 2, err);
}

enum err_code
scratch_empty_keys(struct scratch *scratch, struct err *err)
{
	return run(scratch, emptying + 1, 1, err);
}

enum err_code
scratch_begin(struct scratch *scratch, struct err *err)
{
	assert(scratch->store->change == NULL);
	guard_reset(scratch->store);
	return store_exec(scratch->store, GUARD_OPEN, "BEGIN", err);
}

enum err_code
scratch_end(struct scratch *scratch, bool keep, struct err *err)
{
	for (size_t i = 0; i < SQL_N; i++)
		stmt_reset(scratch->stmts[i]);
	return store_exec(scratch->store, GUARD_OPEN,
		keep ? "COMMIT" : "ROLLBACK", err);
}

enum err_code
scratch_put(struct scratch *scratch, int64_t number, int verdict,
	const void *bytes, size_t len, struct err *err)
{
	struct stmt *stmt = scratch->stmts[SQL_PUT];

	assert(number > 0);
	stmt_bind_int(stmt, 1, number);
	stmt_bind_int(stmt, 2, verdict);
	stmt_lend_blob(stmt, 3, bytes, len);
	return stmt_run(stmt, err);
}

enum err_code
scratch_get(struct scratch *scratch, int64_t number, int *verdict,
	struct strbuf *bytes, struct err *err)
{
	struct stmt *stmt = scratch->stmts[SQL_GET];
	enum err_code code;
	const void *body;
	size_t len;
	bool row;

	stmt_bind_int(stmt, 1, number);
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row) {
		*verdict = (int)stmt_int(stmt, 0);
		body = stmt_blob(stmt, 1, &len);
		strbuf_add_bytes(bytes, body, len);
	} else if (code == ERR_OK) {
		code = err_set(err, ERR_ABSENT, _("There is no row %lld."),
			(long long)number);
	}
	stmt_reset(stmt);
	return code;
}

/* The one number of a statement whose parameters are bound; 0 for no row. */
static enum err_code
one_number(struct stmt *stmt, int64_t *number, struct err *err)
{
	enum err_code code;
	bool row;

	code = stmt_step(stmt, &row, err);
	*number = code == ERR_OK && row ? stmt_int(stmt, 0) : 0;
	stmt_reset(stmt);
	return code;
}

enum err_code
scratch_next(struct scratch *scratch, int verdict, int64_t after,
	bool backward, int64_t *number, struct err *err)
{
	struct stmt *stmt = scratch->stmts[verdict < 0
		? (backward ? SQL_BACK : SQL_NEXT)
		: (backward ? SQL_BACK_OF : SQL_NEXT_OF)];

	stmt_bind_int(stmt, 1, after);
	if (verdict >= 0)
		stmt_bind_int(stmt, 2, verdict);
	return one_number(stmt, number, err);
}

enum err_code
scratch_cut(struct scratch *scratch, int64_t number, struct err *err)
{
	struct stmt *stmt = scratch->stmts[SQL_CUT];

	stmt_bind_int(stmt, 1, number);
	return stmt_run(stmt, err);
}

enum err_code
scratch_turn(struct scratch *scratch, int from, int to, struct err *err)
{
	struct stmt *stmt = scratch->stmts[SQL_TURN];

	stmt_bind_int(stmt, 1, from);
	stmt_bind_int(stmt, 2, to);
	return stmt_run(stmt, err);
}

enum err_code
scratch_count(struct scratch *scratch, int verdict, int64_t *n,
	struct err *err)
{
	struct stmt *stmt = scratch->stmts[SQL_COUNT];

	stmt_bind_int(stmt, 1, verdict);
	return one_number(stmt, n, err);
}

enum err_code
scratch_add_key(struct scratch *scratch, int kind, const char *key,
	int64_t number, struct err *err)
{
	struct stmt *stmt = scratch->stmts[SQL_ADD_KEY];

	stmt_bind_int(stmt, 1, kind);
	stmt_lend_text(stmt, 2, key);
	stmt_bind_int(stmt, 3, number);
	return stmt_run(stmt, err);
}

enum err_code
scratch_find_key(struct scratch *scratch, int kind, const char *key,
	int64_t after, int64_t *number, struct err *err)
{
	struct stmt *stmt = scratch->stmts[SQL_FIND_KEY];

	stmt_bind_int(stmt, 1, kind);
	stmt_lend_text(stmt, 2, key);
	stmt_bind_int(stmt, 3, after);
	return one_number(stmt, number, err);
}

enum err_code
scratch_stamp(struct scratch *scratch, int64_t *stamp, struct err *err)
{
	return stmt_one_int(scratch->store,
		"SELECT ifnull(max(lamport), 0) FROM main.change_head", stamp,
		err);
}
