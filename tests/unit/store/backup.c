#include "place.h"

#include "store/backup.h"
#include "store/backup_copy.h"

#define assert_ok(call) assert_int_equal(call, ERR_OK)
#define DAY 86400

static int64_t
count_in(const char *path)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;
	int64_t n;

	assert_ok(store_connect(path, SQLITE_OPEN_READONLY, true, &db, NULL));
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM thing",
				 -1, &stmt, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return n;
}

static void
writes_one_plain_file(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "U 盘 100%?#.db");
	char *moment;
	struct strbuf bytes = STRBUF_INIT;
	struct stat st;

	place_add(store, "甲", 0);
	place_add(store, "乙", 0);
	assert_ok(backup_write(store, path, NULL, NULL));
	assert_int_equal(count_in(path), 2);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_ok(file_read(path, 1 << 20, &bytes, NULL));
	/* The file format's version numbers: 1 is no WAL. */
	assert_int_equal(bytes.s[18], 1);
	assert_int_equal(bytes.s[19], 1);
	assert_int_equal(place_n_beside(bench, "盘"), 1);
	moment = store_setting(store, "backup_at");
	assert_string_equal(moment, "1764000000");
	place_add(store, "丙", 0);
	assert_int_equal(count_in(path), 2);
	strbuf_clear(&bytes);
	free(moment);
	free(path);
	store_close(store);
}

static void
reads_the_read_only(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "copy.db");

	place_add(store, "甲", 0);
	store_close(store);
	store = place_open(bench, bench->path, STORE_READ_ONLY);
	assert_ok(backup_write(store, path, NULL, NULL));
	assert_int_equal(count_in(path), 1);
	free(path);
	store_close(store);
}

static void
never_overwrites(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "copy.db");
	struct strbuf bytes = STRBUF_INIT;
	struct err err = ERR_INIT;

	place_write(path, "mine");
	assert_int_equal(backup_write(store, path, NULL, &err), ERR_FILE);
	assert_non_null(strstr(err.text, path));
	assert_int_equal(backup_copy_publish(bench->path, path, NULL),
		ERR_FILE);
	assert_ok(file_read(path, 100, &bytes, NULL));
	assert_string_equal(bytes.s, "mine");
	assert_int_equal(place_n_beside(bench, "copy.db"), 1);
	strbuf_clear(&bytes);
	err_clear(&err);
	free(path);
	store_close(store);
}

static bool
always(struct job *job)
{
	(void)job;
	return true;
}

static void
leaves_nothing_when_stopped(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "copy.db");
	struct job job = {.cancelled = always};

	assert_int_equal(backup_write(store, path, &job, NULL),
		ERR_CANCELLED);
	assert_int_equal(place_n_beside(bench, "copy.db"), 0);
	place_add(store, "甲", 0);
	free(path);
	store_close(store);
}

static void
says_where_it_cannot_write(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "absent/copy.db");
	struct err err = ERR_INIT;

	assert_int_equal(backup_write(store, path, NULL, &err), ERR_FILE);
	assert_non_null(err.text);
	err_clear(&err);
	assert_int_equal(file_check_room(bench->folder, UINT64_MAX - 1,
				 &err),
		ERR_FILE);
	assert_non_null(strstr(err.text, bench->folder));
	assert_ok(file_check_room(bench->folder, 1, NULL));
	err_clear(&err);
	free(path);
	store_close(store);
}

static void
copies_once_a_day(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *folder = place_file(bench, "backups");
	char *path = place_file(bench, "backups/office.db.2025-11-24");
	char *moment;
	struct stat st;

	assert_int_equal(chmod(bench->path, 0640), 0);
	place_add(store, "甲", 0);
	assert_ok(backup_daily(store, NULL, NULL, NULL));
	assert_int_equal(count_in(path), 1);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	place_add(store, "乙", 0);
	assert_ok(backup_daily(store, NULL, NULL, NULL));
	assert_int_equal(count_in(path), 1);
	assert_int_equal(place_n_named(folder, "office"), 1);
	moment = store_setting(store, "backup_at");
	assert_string_equal(moment, "");
	free(moment);
	free(path);
	free(folder);
	store_close(store);
}

/* Not ours to remove, save the last. */
static const char *const strangers[] = {
	"office.db.2000-01-01.txt",
	"office.db.2000-13-01",
	"office.db.2000-01",
	"other.db.2000-01-01",
	"my office.db.2000-01-01",
	".office.db.2000-01-01.abc",
	".office.db.2000-01-01.Ab3xYz",
};

static void
keeps_seven_of_its_own(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *folder = place_file(bench, "backups");
	char *path;

	assert_int_equal(mkdir(folder, 0700), 0);
	for (size_t i = 0; i < N_ITEMS(strangers); i++) {
		path = file_join(folder, strangers[i]);
		place_write(path, "x");
		free(path);
	}
	path = file_join(folder, "office.db.1999-01-01");
	assert_int_equal(mkdir(path, 0700), 0);
	free(path);
	for (int day = 0; day < 10; day++) {
		assert_ok(backup_daily(store, NULL, NULL, NULL));
		bench->now += DAY;
	}
	assert_int_equal(place_n_named(folder, "2025-1"), 7);
	assert_int_equal(place_n_named(folder, "2025-11-26"), 0);
	assert_int_equal(place_n_named(folder, "2025-11-27"), 1);
	assert_int_equal(place_n_named(folder, "2025-12-03"), 1);
	assert_int_equal(place_n_named(folder, "1999"), 1);
	assert_int_equal(place_n_named(folder, "2000"),
		N_ITEMS(strangers) - 1);
	free(folder);
	store_close(store);
}

static void
never_prunes_today(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *folder = place_file(bench, "backups");
	char *path;

	assert_int_equal(mkdir(folder, 0700), 0);
	for (int day = 10; day < 18; day++) {
		path = xasprintf("%s/office.db.2099-01-%d", folder, day);
		place_write(path, "x");
		free(path);
	}
	assert_ok(backup_daily(store, NULL, NULL, NULL));
	assert_int_equal(place_n_named(folder, "2025-11-24"), 1);
	assert_int_equal(place_n_named(folder, "2099-"), 6);
	free(folder);
	store_close(store);
}

static void
works_on_where_the_daily_fails(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *folder = place_file(bench, "backups");
	struct err err = ERR_INIT;

	place_write(folder, "a file");
	assert_int_equal(backup_daily(store, NULL, NULL, &err), ERR_FILE);
	assert_non_null(err.text);
	place_add(store, "甲", 0);
	assert_int_equal(place_count(store), 1);
	err_clear(&err);
	free(folder);
	store_close(store);
}

static void
keep_warning(struct job *job, const char *sentence)
{
	char **warning = job->data;

	assert_null(*warning);
	*warning = xstrdup(sentence);
}

/* What is wrong already is copied, since it is what there is, and said. */
static void
warns_of_what_is_wrong(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "copy.db");
	char *folder = place_file(bench, "backups");
	char *old = place_file(bench, "backups/office.db.2000-01-01");
	char *warning = NULL;
	struct job job = {.warn = keep_warning, .data = &warning};
	struct err err = ERR_INIT;

	place_add(store, "甲", 0);
	for (int day = 0; day < 8; day++) {
		assert_ok(backup_daily(store, NULL, NULL, NULL));
		bench->now += DAY;
	}
	place_write(old, "x");
	bench_tamper(bench->path, "UPDATE thing SET label = '乙'");
	assert_ok(backup_write(store, path, &job, NULL));
	assert_int_equal(count_in(path), 1);
	assert_non_null(warning);
	assert_int_equal(backup_daily(store, NULL, NULL, &err), ERR_STORE);
	assert_non_null(err.text);
	assert_int_equal(place_n_named(folder, "office.db.2"), 9);
	err_clear(&err);
	free(warning);
	free(old);
	free(folder);
	free(path);
	store_close(store);
}

#define at_a_place(test) \
	cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_place(writes_one_plain_file),
		at_a_place(reads_the_read_only),
		at_a_place(never_overwrites),
		at_a_place(leaves_nothing_when_stopped),
		at_a_place(says_where_it_cannot_write),
		at_a_place(copies_once_a_day),
		at_a_place(keeps_seven_of_its_own),
		at_a_place(never_prunes_today),
		at_a_place(works_on_where_the_daily_fails),
		at_a_place(warns_of_what_is_wrong),
	};

	setenv("TZ", "UTC", 1);
	return cmocka_run_group_tests_name("backup", tests, NULL, NULL);
}
