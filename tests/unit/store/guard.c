#include "bench.h"

/* Every way round the gate that we know. */
static const char *const holes[] = {
	"INSERT INTO person VALUES (1, 1, 0, '', 'x', NULL, NULL, '')",
	"INSERT OR REPLACE INTO person SELECT id, version, deleted, sort_key,"
	" 'x', age, boss, note FROM person",
	"REPLACE INTO thing VALUES (1, 1, 0, '', 'x')",
	"UPDATE person SET name = 'x'",
	"UPDATE person SET name = name",
	"DELETE FROM person WHERE 1",
	"DELETE FROM person",
	"INSERT INTO person SELECT id + 1, version, deleted, sort_key, name,"
	" age, boss, note FROM person WHERE true"
	" ON CONFLICT DO UPDATE SET name = 'y'",
	"UPDATE journal SET fields = '{}'",
	"DELETE FROM journal",
	"INSERT INTO journal VALUES (1, 1, 'person', 1, 1, '{}', x'', x'')",
	"UPDATE change_head SET reason = 'x'",
	"DELETE FROM change_head",
	"INSERT INTO find_key VALUES (56, 'x', 1)",
	"DELETE FROM find_key",
	"UPDATE find_key SET key = key || 'x'",
	"UPDATE site SET serial = 1",
	"INSERT INTO setting VALUES ('x', 'y')",
};

/* What the authorizer alone must stop: no row of ours is touched. */
static const char *const others[] = {
	"CREATE TABLE x (a)",
	"DROP TABLE person",
	"DROP INDEX person_age",
	"ALTER TABLE person ADD COLUMN x",
	"CREATE VIEW x AS SELECT 1",
	"CREATE TEMP VIEW x AS SELECT 1",
	"CREATE TRIGGER x AFTER INSERT ON thing BEGIN DELETE FROM thing; END",
	("CREATE TEMP TRIGGER x AFTER INSERT ON thing"
	 " BEGIN DELETE FROM thing; END"),
	"CREATE VIRTUAL TABLE x USING fts5(a)",
	"ATTACH '/tmp/x.db' AS x",
	"DETACH main",
	"PRAGMA writable_schema = ON",
	"PRAGMA foreign_keys = OFF",
	"PRAGMA user_version = 9",
	"PRAGMA journal_mode = DELETE",
	"PRAGMA user_version",
	"ANALYZE",
	"REINDEX",
	"BEGIN",
	"COMMIT",
	"ROLLBACK",
	"SAVEPOINT x",
};

static void
refuse_all(struct store *store, const char *const *sql, size_t n)
{
	struct err err = ERR_INIT;
	struct stmt *stmt;

	for (size_t i = 0; i < n; i++) {
		if (stmt_open(store, sql[i], &stmt, &err) == ERR_OK)
			fail_msg("let through: %s", sql[i]);
		bench_refused(err.code, ERR_DENIED, &err);
	}
}

static void
statements_of_others_are_refused(void **state)
{
	struct store *store = bench_create(*state);
	struct change *change;

	bench_add(store, "a");
	refuse_all(store, holes, N_ITEMS(holes));
	refuse_all(store, others, N_ITEMS(others));
	change = bench_change(store, "form");
	refuse_all(store, holes, N_ITEMS(holes));
	refuse_all(store, others, N_ITEMS(others));
	change_abandon(change);
	store_close(store);
}

/* SQLite asks about these only when they run. */
static void
vacuum_is_refused(void **state)
{
	struct store *store = bench_create(*state);
	static const char *const sql[] = {
		"VACUUM", "VACUUM INTO '/nowhere/x.db'"};
	struct err err = ERR_INIT;
	struct stmt *stmt;

	for (size_t i = 0; i < N_ITEMS(sql); i++) {
		bench_ok(stmt_open(store, sql[i], &stmt, &err), &err);
		bench_refused(stmt_run(stmt, &err), ERR_DENIED, &err);
		stmt_done(stmt);
	}
	store_close(store);
}

/* The authorizer lets this pass, SQLite does not. */
static void
the_schema_is_refused(void **state)
{
	struct store *store = bench_create(*state);
	struct err err = ERR_INIT;
	struct stmt *stmt;

	bench_refused(stmt_open(store, "UPDATE sqlite_master SET sql = ''",
		&stmt, &err), ERR_STORE, &err);
	bench_refused(store_exec(store, GUARD_OPEN,
		"PRAGMA writable_schema = ON;"
		"UPDATE sqlite_master SET sql = ''", &err), ERR_STORE, &err);
	store_close(store);
}

static void
temporary_tables_are_free(void **state)
{
	struct store *store = bench_create(*state);
	static const char *const allowed[] = {
		"CREATE TEMP TABLE plan (row INTEGER PRIMARY KEY, name TEXT)",
		"CREATE INDEX temp.plan_name ON plan (name)",
		"INSERT INTO plan (name) SELECT name FROM person",
		"UPDATE plan SET name = 'x'",
		"DELETE FROM plan",
		"DROP TABLE plan",
	};
	struct err err = ERR_INIT;
	struct stmt *stmt;

	bench_add(store, "a");
	for (size_t i = 0; i < N_ITEMS(allowed); i++) {
		bench_ok(stmt_open(store, allowed[i], &stmt, &err), &err);
		bench_ok(stmt_run(stmt, &err), &err);
		stmt_done(stmt);
	}
	bench_add(store, "b");
	store_close(store);
}

/* Prepared while all was allowed, run when it is not. */
static sqlite3_stmt *
prepare_past_the_guard(struct store *store, const char *sql)
{
	enum guard before = store->guard;
	sqlite3_stmt *stmt;

	store->guard = GUARD_OPEN;
	if (sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(store->db));
	store->guard = before;
	return stmt;
}

static int64_t
count_all(struct store *store)
{
	return bench_int(store, "SELECT (SELECT count(*) FROM person) +"
		" (SELECT count(*) FROM thing) +"
		" (SELECT count(*) FROM journal) +"
		" (SELECT count(*) FROM find_key) +"
		" (SELECT count(*) FROM setting)");
}

static void
cached_statements_are_vetoed(void **state)
{
	struct store *store = bench_create(*state);
	struct err err = ERR_INIT;
	int64_t before;

	bench_add(store, "a");
	before = count_all(store);
	for (size_t i = 0; i < N_ITEMS(holes); i++) {
		sqlite3_stmt *stmt = prepare_past_the_guard(store, holes[i]);
		struct change *change = bench_change(store, "form");

		bench_save(change, 0, 0, "good", NULL, NULL, NULL);
		assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
		sqlite3_reset(stmt);
		assert_int_equal(change_commit(change, &err), ERR_STORE);
		assert_non_null(strstr(err.text, "past the journal"));
		err_clear(&err);
		assert_int_equal(count_all(store), before);
		/* and outside of a change */
		assert_int_equal(sqlite3_step(stmt), SQLITE_CONSTRAINT_COMMITHOOK);
		sqlite3_finalize(stmt);
		assert_int_equal(count_all(store), before);
	}
	bench_add(store, "b");
	store_close(store);
}

static void
a_record_without_journal_is_vetoed(void **state)
{
	struct store *store = bench_create(*state);
	const struct touch touch = {
		TOUCH_RECORD, "thing", SQLITE_INSERT, 1, 0};
	struct err err = ERR_INIT;
	struct stmt *stmt;

	bench_ok(store_begin_write(store, "", "", &err), &err);
	bench_ok(stmt_open_as(store, GUARD_GATE,
		"INSERT INTO thing VALUES (1, 1, 0, '', '')", &stmt, &err),
		&err);
	bench_ok(guard_run(store, stmt, &touch, &err), &err);
	stmt_done(stmt);
	bench_refused(store_end_write(store, true, &err), ERR_STORE, &err);
	assert_int_equal(count_all(store), 0);
	store_close(store);
}

static void
the_announced_row_alone_may_be_touched(void **state)
{
	struct store *store = bench_create(*state);
	const struct touch touch = {
		TOUCH_KEY, "find_key", SQLITE_INSERT, 5, 56};
	struct err err = ERR_INIT;
	struct stmt *stmt;

	bench_ok(store_begin_write(store, "", "", &err), &err);
	bench_ok(stmt_open_as(store, GUARD_GATE,
		"INSERT INTO find_key VALUES (56, 'x', ?)", &stmt, &err),
		&err);
	stmt_bind_int(stmt, 1, 5);
	bench_ok(guard_run(store, stmt, &touch, &err), &err);
	assert_int_equal(store->watch.n_foreign, 0);
	stmt_bind_int(stmt, 1, 6);
	bench_ok(guard_run(store, stmt, &touch, &err), &err);
	assert_int_equal(store->watch.n_foreign, 1);
	stmt_done(stmt);
	bench_refused(store_end_write(store, true, &err), ERR_STORE, &err);
	store_close(store);
}

int
main(void)
{
#define GUARD_TEST(f) cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		GUARD_TEST(statements_of_others_are_refused),
		GUARD_TEST(vacuum_is_refused),
		GUARD_TEST(the_schema_is_refused),
		GUARD_TEST(temporary_tables_are_free),
		GUARD_TEST(cached_statements_are_vetoed),
		GUARD_TEST(a_record_without_journal_is_vetoed),
		GUARD_TEST(the_announced_row_alone_may_be_touched),
	};

	return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
