#include "bench.h"

#include "base/xalloc.h"

static void
ids_as_text(void **state)
{
	static const struct {
		uint32_t site;
		uint32_t serial;
		const char *text;
	} pairs[] = {
		{1, 1, "0000001-1"},
		{0x7fffffff, 0xffffffff, "1ZZZZZZ-3ZZZZZZ"},
		{32, 31, "0000010-Z"},
	};
	char text[SITE_ID_TEXT_SIZE];
	int64_t id;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(pairs); i++) {
		int64_t made = site_make_id(pairs[i].site, pairs[i].serial);

		site_id_to_text(made, text);
		assert_string_equal(text, pairs[i].text);
		assert_true(site_id_from_text(text, &id));
		assert_int_equal(id, made);
		assert_int_equal(site_of_id(id), pairs[i].site);
		assert_int_equal(site_serial_of_id(id), pairs[i].serial);
	}
	site_id_to_text(0, text);
	assert_string_equal(text, "");
}

static void
ids_as_people_write_them(void **state)
{
	static const char *const bad[] = {"", "-", "0000001", "0000001-",
		"000001-1", "00000001-1", "0000000-1", "0000001-0", "2000000-1",
		"0000001-4000000", "0000001-11111111", "0000001-U", "000000u-1",
		"0000001-1 ", " 0000001-1", "0000001_1", "zzzzzzz-1"};
	int64_t id, other;

	(void)state;
	assert_true(site_id_from_text("oOol0iI-lo", &id));
	assert_true(site_id_from_text("0001011-10", &other));
	assert_int_equal(id, other);
	for (size_t i = 0; i < N_ITEMS(bad); i++)
		if (site_id_from_text(bad[i], &id))
			fail_msg("taken: \"%s\"", bad[i]);
}

static void
one_counter_for_all(void **state)
{
	struct store *store = bench_create(*state);
	uint32_t site = store_site(store);
	struct change *change = bench_change(store, "form");

	assert_int_equal(change_id(change), site_make_id(site, 1));
	assert_int_equal(bench_save(change, 0, 0, "a", NULL, NULL, NULL),
		site_make_id(site, 2));
	assert_int_equal(bench_save(change, 0, 0, "b", NULL, NULL, NULL),
		site_make_id(site, 4));
	bench_commit(change);
	assert_int_equal(bench_int(store, "SELECT max(id) FROM journal"),
		site_make_id(site, 5));
	assert_int_equal(bench_int(store, "SELECT serial FROM site"), 5);
	assert_int_equal(bench_add(store, "c"), site_make_id(site, 7));
	store_close(store);
}

/* Every id of both files is of one of the files alone, save what was copied. */
static void
assert_apart(struct store *a, struct store *b, int64_t n_common)
{
	static const char all[] =
		"(SELECT id FROM %s.person UNION ALL SELECT id FROM %s.journal"
		" UNION ALL SELECT id FROM %s.change_head)";
	char *mine = xasprintf(all, "main", "main", "main");
	char *theirs = xasprintf(all, "other", "other", "other");
	char *sql = xasprintf("ATTACH '%s' AS other", store_path(b));
	struct err err = ERR_INIT;

	bench_ok(store_exec(a, GUARD_OPEN, sql, &err), &err);
	free(sql);
	sql = xasprintf("SELECT count(*) FROM %s JOIN %s USING (id)", mine,
		theirs);
	assert_int_equal(bench_int(a, sql), n_common);
	free(sql);
	free(mine);
	free(theirs);
	bench_ok(store_exec(a, GUARD_OPEN, "DETACH other", &err), &err);
}

static void
a_copy_on_a_second_machine(void **state)
{
	struct bench *bench = *state;
	char *path = xasprintf("%s/copy.db", bench->folder);
	struct bench second = *bench;
	struct store *store = bench_create(bench), *copy;
	uint32_t site = store_site(store);

	bench_add(store, "before");
	store_close(store);
	bench_copy(bench->path, path);
	second.world.data = &second;
	second.world.machine = (char *)"machine-two";
	second.world.state_home = xasprintf("%s/second", bench->folder);
	second.seed = 99;
	store = bench_open(bench, bench->path);
	copy = bench_open(&second, path);
	for (int i = 0; i < 5; i++) {
		bench_add(store, "here");
		bench_add(copy, "there");
	}
	assert_int_equal(store_site(store), site);
	assert_int_not_equal(store_site(copy), site);
	assert_apart(store, copy, 3);
	assert_int_equal(bench_int(copy, "SELECT count(*) FROM site"), 2);
	store_close(store);
	store_close(copy);
	free(second.world.state_home);
	free(path);
}

static void
an_old_copy_put_back(void **state)
{
	struct bench *bench = *state;
	char *kept = xasprintf("%s/kept.db", bench->folder);
	char *newer = xasprintf("%s/newer.db", bench->folder);
	struct store *store = bench_create(bench), *copy;

	bench_add(store, "a");
	store_close(store);
	bench_copy(bench->path, kept);
	store = bench_open(bench, bench->path);
	bench_add(store, "b");
	store_close(store);
	bench_copy(bench->path, newer);
	bench_copy(kept, bench->path);
	store = bench_open(bench, bench->path);
	copy = bench_open(bench, newer);
	bench_add(store, "c");
	assert_apart(store, copy, 3);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM site"), 2);
	/* and two copies of one file, both open on one machine */
	bench_add(copy, "d");
	bench_add(store, "e");
	bench_add(copy, "f");
	assert_apart(store, copy, 3);
	assert_int_equal(bench_int(copy, "SELECT count(*) FROM site"), 1);
	store_close(store);
	store_close(copy);
	free(kept);
	free(newer);
}

static void
two_copies_open_at_once(void **state)
{
	struct bench *bench = *state;
	char *path = xasprintf("%s/copy.db", bench->folder);
	struct store *store = bench_create(bench), *copy;
	struct change *change, *late;
	struct err err = ERR_INIT;

	bench_add(store, "a");
	store_close(store);
	bench_copy(bench->path, path);
	store = bench_open(bench, bench->path);
	copy = bench_open(bench, path);
	/* both take the same numbers before either is there for good */
	change = bench_change(store, "form");
	late = bench_change(copy, "form");
	bench_save(change, 0, 0, "b", NULL, NULL, NULL);
	bench_save(late, 0, 0, "c", NULL, NULL, NULL);
	bench_commit(change);
	bench_refused(change_commit(late, &err), ERR_BUSY, &err);
	bench_add(copy, "c");
	bench_add(store, "d");
	assert_apart(store, copy, 3);
	store_close(store);
	store_close(copy);
	free(path);
}

/* What was seen is a help; where it cannot be read the work goes on. */
static void
a_spoilt_file_of_what_was_seen(void **state)
{
	struct bench *bench = *state;
	char *path = xasprintf("%s/seen", bench->world.state_home);
	struct store *store = bench_create(bench);
	uint32_t site = store_site(store);
	FILE *file;

	bench_add(store, "a");
	file = fopen(path, "wb");
	assert_non_null(file);
	fprintf(file, "%s", "no line of ours\n12");
	assert_int_equal(fclose(file), 0);
	bench_add(store, "b");
	bench_add(store, "c");
	assert_int_equal(store_site(store), site);
	assert_int_equal(remove(path), 0);
	assert_int_equal(remove(bench->world.state_home), 0);
	file = fopen(bench->world.state_home, "wb"); /* no folder */
	assert_non_null(file);
	assert_int_equal(fclose(file), 0);
	bench_add(store, "d");
	assert_int_equal(store_site(store), site);
	store_close(store);
	free(path);
}

static void
a_restored_file_draws(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	uint32_t site = store_site(store);
	struct err err = ERR_INIT;
	sqlite3 *db;

	bench_add(store, "a");
	store_close(store);
	bench_ok(store_connect(bench->path, SQLITE_OPEN_READWRITE, false, &db,
		&err), &err);
	bench_ok(site_forget(db, &err), &err);
	sqlite3_close(db);
	store = bench_open(bench, bench->path);
	bench_add(store, "b");
	assert_int_not_equal(store_site(store), site);
	assert_int_equal(bench_int(store,
		"SELECT sum(current) FROM site"), 1);
	store_close(store);
}

static void
an_unknown_machine_draws_each_time(void **state)
{
	struct bench *bench = *state;
	struct store *store;

	free(bench->world.machine);
	bench->world.machine = xstrdup("");
	store = bench_create(bench);
	bench_add(store, "a");
	store_close(store);
	store = bench_open(bench, bench->path);
	bench_add(store, "b");
	assert_true(bench_int(store, "SELECT count(*) FROM site") >= 2);
	store_close(store);
}

static void
a_full_counter_goes_on_elsewhere(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct change *change = bench_change(store, "import");
	const char *values[PERSON_N] = {"a", "", "", ""};
	struct change_row row = {&person_table,
		site_make_id(store_site(store), UINT32_MAX), 0, false, values};
	struct err err = ERR_INIT;

	bench_ok(change_save(change, &row, NULL, &err), &err);
	bench_save(change, 0, 0, "b", NULL, NULL, NULL);
	bench_commit(change);
	bench_add(store, "c");
	assert_int_equal(bench_int(store, "SELECT count(*) FROM site"), 2);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"), 3);
	store_close(store);
}

int
main(void)
{
#define SITE_TEST(f) cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_as_text),
		cmocka_unit_test(ids_as_people_write_them),
		SITE_TEST(one_counter_for_all),
		SITE_TEST(a_copy_on_a_second_machine),
		SITE_TEST(an_old_copy_put_back),
		SITE_TEST(two_copies_open_at_once),
		SITE_TEST(a_spoilt_file_of_what_was_seen),
		SITE_TEST(a_restored_file_draws),
		SITE_TEST(an_unknown_machine_draws_each_time),
		SITE_TEST(a_full_counter_goes_on_elsewhere),
	};

	return cmocka_run_group_tests_name("site", tests, NULL, NULL);
}
