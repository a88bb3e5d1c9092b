#include "bench.h"

static void
binds_steps_and_reads(void **state)
{
	struct store *store = bench_create(*state);
	struct err err = ERR_INIT;
	struct stmt *stmt;
	bool row;

	bench_ok(stmt_open(store, "SELECT ?1, ?2, ?3, NULL", &stmt, &err),
		&err);
	stmt_bind_text(stmt, 1, "党员");
	stmt_bind_int(stmt, 2, INT64_MIN);
	stmt_bind_null(stmt, 3);
	bench_ok(stmt_step(stmt, &row, &err), &err);
	assert_true(row);
	assert_string_equal(stmt_text(stmt, 0), "党员");
	assert_int_equal(stmt_int(stmt, 1), INT64_MIN);
	assert_true(stmt_is_null(stmt, 2));
	assert_false(stmt_is_null(stmt, 0));
	assert_string_equal(stmt_text(stmt, 3), "");
	assert_int_equal(stmt_int(stmt, 3), 0);
	bench_ok(stmt_step(stmt, &row, &err), &err);
	assert_false(row);
	stmt_done(stmt);
	stmt_done(NULL);
	store_close(store);
}

static void
one_text_open_several_times(void **state)
{
	static const char sql[] = "SELECT ?1";
	struct store *store = bench_create(*state);
	struct err err = ERR_INIT;
	struct stmt *a, *b;
	bool row;

	bench_ok(stmt_open(store, sql, &a, &err), &err);
	stmt_bind_int(a, 1, 1);
	bench_ok(stmt_step(a, &row, &err), &err);
	bench_ok(stmt_open(store, sql, &b, &err), &err);
	assert_ptr_not_equal(a, b);
	bench_ok(stmt_step(b, &row, &err), &err);
	assert_int_equal(stmt_int(a, 0), 1);
	stmt_done(a);
	stmt_done(b);
	bench_ok(stmt_open(store, sql, &a, &err), &err);
	assert_ptr_equal(a, b); /* from the cache, without old bindings */
	bench_ok(stmt_step(a, &row, &err), &err);
	assert_true(stmt_is_null(a, 0));
	stmt_done(a);
	store_close(store);
}

static void
the_cache_has_an_end(void **state)
{
	struct store *store = bench_create(*state);
	struct err err = ERR_INIT;
	int64_t number;

	for (int i = 0; i < 300; i++) {
		char sql[32];

		snprintf(sql, sizeof(sql), "SELECT %d", i);
		bench_ok(stmt_one_int(store, sql, &number, &err), &err);
		assert_int_equal(number, i);
	}
	assert_true(store->cache.n < 200);
	store_close(store);
}

static void
wrong_sql_is_an_error(void **state)
{
	struct store *store = bench_create(*state);
	struct err err = ERR_INIT;
	struct stmt *stmt;
	int64_t number;

	bench_refused(stmt_open(store, "SELEC 1", &stmt, &err), ERR_STORE,
		&err);
	assert_null(stmt);
	bench_refused(stmt_one_int(store, "SELECT nothing", &number, &err),
		ERR_STORE, &err);
	assert_int_equal(stmt_open(store, "SELEC 1", &stmt, NULL), ERR_STORE);
	store_close(store);
}

static bool
at_the_third_question(void *data)
{
	int *n = data;

	return ++*n == 3;
}

static void
ends_where_it_is_wanted(void **state)
{
	static const char sql[] =
		"WITH RECURSIVE counting (n) AS (SELECT 1 UNION ALL"
		" SELECT n + 1 FROM counting WHERE n < 100000)"
		" SELECT count(*) FROM counting";
	struct store *store = bench_create(*state);
	struct err err = ERR_INIT;
	int n_asked = 0;
	int64_t n;

	store_interrupt_when(store, at_the_third_question, &n_asked);
	assert_int_equal(stmt_one_int(store, sql, &n, &err), ERR_CANCELLED);
	assert_int_equal(n_asked, 3);
	err_clear(&err);
	bench_ok(stmt_one_int(store, sql, &n, &err), &err);
	assert_int_equal(n, 100000);
	assert_true(n_asked > 4);
	store_interrupt_when(store, NULL, NULL);
	n_asked = 0;
	bench_ok(stmt_one_int(store, sql, &n, &err), &err);
	assert_int_equal(n_asked, 0);
	store_close(store);
}

static void
reads_one_moment(void **state)
{
	static const char sql[] = "SELECT count(*) FROM person";
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct store *other = bench_open(bench, bench->path);
	struct err err = ERR_INIT;
	int64_t n;

	bench_add(store, "单晓红");
	bench_ok(store_read_begin(store, &err), &err);
	bench_add(other, "仇国栋"); /* before anything is read */
	bench_ok(stmt_one_int(store, sql, &n, &err), &err);
	assert_int_equal(n, 1);
	bench_ok(store_read_begin(store, &err), &err);
	store_read_end(store);
	bench_add(other, "查春梅");
	bench_ok(stmt_one_int(store, sql, &n, &err), &err);
	assert_int_equal(n, 1);
	store_read_end(store);
	bench_ok(stmt_one_int(store, sql, &n, &err), &err);
	assert_int_equal(n, 3);
	bench_add(store, "解平"); /* it can be written again */
	store_close(other);
	store_close(store);
}

int
main(void)
{
#define STMT_TEST(f) cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		STMT_TEST(binds_steps_and_reads),
		STMT_TEST(one_text_open_several_times),
		STMT_TEST(the_cache_has_an_end),
		STMT_TEST(wrong_sql_is_an_error),
		STMT_TEST(ends_where_it_is_wanted),
		STMT_TEST(reads_one_moment),
	};

	return cmocka_run_group_tests_name("stmt", tests, NULL, NULL);
}
