#include "bench.h"

#include <sys/stat.h>

#include "base/file.h"
#include "base/xalloc.h"

static enum err_code
open_with_step(struct bench *bench, const char *sql, struct store **out,
	struct err *err)
{
	struct store_opening opening = bench_opening(bench, bench->path, 2);
	const struct embed_file steps[] = {
		opening.steps[0],
		opening.steps[1],
		{"003-more.sql", sql, strlen(sql)},
	};

	opening.steps = steps;
	opening.n_steps = N_ITEMS(steps);
	return store_open_with(&opening, out, err);
}

static void
make_with_one_person(struct bench *bench)
{
	struct store *store = bench_create(bench);

	bench_add(store, "a");
	store_close(store);
}

static void
runs_what_is_missing_after_a_backup(void **state)
{
	struct bench *bench = *state;
	char *kept = store_beside(bench->path, ".before-update-002-1");
	struct err err = ERR_INIT;
	struct store *store;
	struct stat st;

	make_with_one_person(bench);
	assert_false(file_exists(kept));
	bench_ok(open_with_step(bench,
		"CREATE TABLE more (a);"
		"ALTER TABLE person ADD COLUMN extra TEXT NOT NULL DEFAULT ''",
		&store, &err), &err);
	assert_int_equal(store_schema_number(store), 3);
	assert_int_equal(bench_int(store, "PRAGMA user_version"), 3);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM more"), 0);
	assert_int_equal(bench_int(store, "PRAGMA foreign_keys"), 1);
	store_close(store);
	assert_int_equal(stat(kept, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	store = bench_open(bench, kept);
	assert_int_equal(store_schema_number(store), 2);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"), 1);
	store_close(store);
	free(kept);
}

static void
a_failing_step_changes_nothing(void **state)
{
	struct bench *bench = *state;
	struct err err = ERR_INIT;
	struct store *store;

	make_with_one_person(bench);
	bench_refused(open_with_step(bench,
		"CREATE TABLE more (a); INSERT INTO nowhere VALUES (1)",
		&store, &err), ERR_STORE, &err);
	assert_null(store);
	bench_refused(open_with_step(bench,
		"UPDATE person SET boss = 12345", &store, &err), ERR_STORE,
		&err);
	store = bench_open(bench, bench->path);
	assert_int_equal(store_schema_number(store), 2);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM sqlite_schema"
		" WHERE name = 'more'"), 0);
	assert_int_equal(bench_int(store,
		"SELECT boss IS NULL FROM person"), 1);
	store_close(store);
}

static void
an_old_program_stops_writing(void **state)
{
	struct bench *bench = *state;
	const struct change_info info = {
		.operator_name = "", .action = "form", .reason = ""};
	struct err err = ERR_INIT;
	struct store *old, *new;
	struct change *change;

	old = bench_create(bench);
	bench_ok(open_with_step(bench, "CREATE TABLE more (a)", &new, &err),
		&err);
	assert_int_equal(change_begin(old, &info, &change, &err), ERR_STORE);
	assert_non_null(strstr(err.text, "newer program"));
	err_clear(&err);
	store_close(new);
	store_close(old);
}

static void
every_step_of_the_program_runs(void **state)
{
	struct bench *bench = *state;
	struct err err = ERR_INIT;
	struct store *store;

	bench_ok(store_create(bench->path, &bench->world, &store, &err),
		&err);
	assert_true(store_schema_number(store) >= 1);
	store_close(store);
	bench_ok(store_open(bench->path, &bench->world, 0, NULL, &store, &err),
		&err);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM site"), 1);
	store_close(store);
}

int
main(void)
{
#define MIGRATE_TEST(f) \
	cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		MIGRATE_TEST(runs_what_is_missing_after_a_backup),
		MIGRATE_TEST(a_failing_step_changes_nothing),
		MIGRATE_TEST(an_old_program_stops_writing),
		MIGRATE_TEST(every_step_of_the_program_runs),
	};

	return cmocka_run_group_tests_name("migrate", tests, NULL, NULL);
}
