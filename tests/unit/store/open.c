#include "bench.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"

#define NOBODY 65534

static void
write_file(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

/* Opening must fail so, with these words in the sentence. */
static void
refuse(struct store_opening *opening, enum err_code expected,
	const char *words)
{
	struct err err = ERR_INIT;
	struct store *store;

	assert_int_equal(store_open_with(opening, &store, &err), expected);
	assert_null(store);
	if (strstr(err.text, words) == NULL)
		fail_msg("\"%s\" is not in \"%s\"", words, err.text);
	err_clear(&err);
}

static void
makes_a_private_file(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench), *other;
	struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);
	char *lock = store_beside(bench->path, "-lock");
	struct err err = ERR_INIT;
	struct stat st;

	assert_int_equal(stat(bench->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat(lock, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_null(store_read_only(store));
	assert_int_not_equal(store_site(store), 0);
	assert_int_equal(store_schema_number(store), 2);
	assert_string_equal(store_path(store), bench->path);
	assert_int_equal(bench_int(store, "PRAGMA foreign_keys"), 1);
	assert_int_equal(bench_int(store, "PRAGMA synchronous"), 2);
	assert_int_equal(bench_int(store, "PRAGMA secure_delete"), 1);
	assert_int_equal(bench_int(store, "PRAGMA trusted_schema"), 0);
	assert_int_equal(bench_int(store, "PRAGMA cell_size_check"), 1);
	bench_refused(store_create_with(&opening, &other, &err), ERR_FILE,
		&err);
	assert_null(other);
	store_close(store);
	free(lock);
}

static void
leaves_no_second_file(void **state)
{
	static const char *const known[] = {".", "..", "office.db",
		"office.db-lock", "office.db-session"};
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	char *folder = file_folder(bench->path);
	struct dirent *entry;
	DIR *files;
	size_t i;

	store_close(store);
	files = opendir(folder);
	assert_non_null(files);
	while ((entry = readdir(files)) != NULL) {
		for (i = 0; i < N_ITEMS(known); i++)
			if (strcmp(entry->d_name, known[i]) == 0)
				break;
		if (i == N_ITEMS(known))
			fail_msg("left behind: %s", entry->d_name);
	}
	closedir(files);
	free(folder);
}

static void
refuses_what_is_no_database(void **state)
{
	struct bench *bench = *state;
	struct store_opening opening;
	char *path = xasprintf("%s/x.db", bench->folder);
	char zeros[4096] = {0};

	opening = bench_opening(bench, path, BENCH_N_STEPS);
	refuse(&opening, ERR_ABSENT, "no database at");
	opening.path = bench->folder;
	refuse(&opening, ERR_STORE, "is a folder");
	opening.path = path;
	write_file(path, "", 0);
	refuse(&opening, ERR_STORE, "is empty");
	write_file(path, "hello", 5);
	refuse(&opening, ERR_STORE, "not a database");
	write_file(path, zeros, sizeof(zeros));
	refuse(&opening, ERR_STORE, "not a database");
	memcpy(zeros, "SQLite format 3", 16);
	write_file(path, zeros, sizeof(zeros));
	refuse(&opening, ERR_STORE, "not a database");
	free(path);
}

static void
refuses_the_databases_of_others(void **state)
{
	struct bench *bench = *state;
	char *path = xasprintf("%s/x.db", bench->folder);
	struct store_opening opening =
		bench_opening(bench, path, BENCH_N_STEPS);

	bench_tamper(path, "CREATE TABLE x (a); PRAGMA application_id = 7;");
	refuse(&opening, ERR_STORE, "of another program");
	free(path);
}

static void
refuses_a_newer_schema(void **state)
{
	struct bench *bench = *state;
	struct store_opening opening;

	store_close(bench_create(bench));
	opening = bench_opening(bench, bench->path, 1);
	refuse(&opening, ERR_STORE, "its schema is 2, this program knows 1");
}

static void
refuses_a_truncated_file(void **state)
{
	struct bench *bench = *state;
	struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);

	store_close(bench_create(bench));
	assert_int_equal(truncate(bench->path, 8192), 0);
	refuse(&opening, ERR_STORE, "is damaged");
	assert_int_equal(truncate(bench->path, 700), 0);
	refuse(&opening, ERR_STORE, "is damaged");
}

static void
refuses_network_disks(void **state)
{
	struct bench *bench = *state;
	struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);

	store_close(bench_create(bench));
	opening.medium = FILE_NETWORK;
	refuse(&opening, ERR_STORE, "network disk");
}

static void
waits_for_no_restore(void **state)
{
	struct bench *bench = *state;
	struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);
	char *path = store_beside(bench->path, "-session");
	struct err err = ERR_INIT;
	struct file_lock *lock;
	struct store *store;

	store_close(bench_create(bench));
	bench_ok(file_lock_open(path, NULL, &lock, &err), &err);
	bench_ok(file_lock_take(lock, true, &err), &err);
	file_lock_sign(lock, "li@pc2");
	refuse(&opening, ERR_BUSY, "being restored (li@pc2)");
	file_lock_release(lock);
	store = bench_open(bench, bench->path);
	bench_refused(file_lock_take(lock, true, &err), ERR_BUSY, &err);
	file_lock_close(lock);
	store_close(store);
	free(path);
}

static void
writes_nothing(struct store *store, const char *words)
{
	const struct change_info info = {
		.operator_name = "", .action = "form", .reason = ""};
	struct err err = ERR_INIT;
	struct change *change;

	assert_non_null(store_read_only(store));
	if (strstr(store_read_only(store), words) == NULL)
		fail_msg("\"%s\"", store_read_only(store));
	assert_int_equal(store_site(store), 0);
	bench_refused(change_begin(store, &info, &change, &err), ERR_DENIED,
		&err);
	bench_refused(store_set_setting(store, "a", "b", &err), ERR_DENIED,
		&err);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"), 1);
}

static void
shows_what_it_may_not_write(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);
	struct err err = ERR_INIT;
	struct store *shown;

	bench_add(store, "a");
	opening.flags = STORE_READ_ONLY;
	bench_ok(store_open_with(&opening, &shown, &err), &err);
	writes_nothing(shown, "for reading only");
	store_close(shown);
	store_close(store);
	opening.flags = 0;
	opening.medium = FILE_REMOVABLE;
	bench_ok(store_open_with(&opening, &shown, &err), &err);
	writes_nothing(shown, "removable medium");
	store_close(shown);
}

/* Root may write everything, so that it becomes somebody else. */
static bool
become_nobody(const char *folder)
{
	if (geteuid() != 0)
		return false;
	assert_int_equal(chown(folder, 0, 0), 0);
	assert_int_equal(seteuid(NOBODY), 0);
	return true;
}

static void
shows_what_the_system_protects(void **state)
{
	struct bench *bench = *state;
	struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);
	char *folder = file_folder(bench->path);
	struct err err = ERR_INIT;
	struct store *store = bench_create(bench);
	bool was_root;

	bench_add(store, "a");
	store_close(store);
	assert_int_equal(chmod(bench->path, 0444), 0);
	assert_int_equal(chmod(folder, 0555), 0);
	assert_int_equal(chmod(bench->folder, 0755), 0);
	was_root = become_nobody(folder);
	bench_ok(store_open_with(&opening, &store, &err), &err);
	writes_nothing(store, "may read the database");
	store_close(store);
	opening = bench_opening(bench, bench->path, 1);
	refuse(&opening, ERR_STORE, "newer program");
	if (was_root)
		assert_int_equal(seteuid(0), 0);
	assert_int_equal(chmod(bench->path, 0644), 0);
	assert_int_equal(chmod(folder, 0755), 0);
	free(folder);
}

/* A -wal with entries that nobody can read without writing. */
static void
says_what_an_open_wal_needs(void **state)
{
	struct bench *bench = *state;
	char *away = xasprintf("%s/away", bench->folder);
	char *path = xasprintf("%s/away/x.db", bench->folder);
	char *wal = store_beside(path, "-wal");
	char *from = store_beside(bench->path, "-wal");
	struct store *store = bench_create(bench);
	struct store_opening opening =
		bench_opening(bench, path, BENCH_N_STEPS);
	bool was_root;

	bench_add(store, "a");
	assert_int_equal(mkdir(away, 0755), 0);
	bench_copy(bench->path, path);
	bench_copy(from, wal);
	store_close(store);
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(wal, 0444), 0);
	assert_int_equal(chmod(away, 0555), 0);
	assert_int_equal(chmod(bench->folder, 0755), 0);
	was_root = become_nobody(away);
	refuse(&opening, ERR_STORE, "not closed in order");
	if (was_root)
		assert_int_equal(seteuid(0), 0);
	assert_int_equal(chmod(away, 0755), 0);
	free(away);
	free(path);
	free(wal);
	free(from);
}

static void
a_leftover_wal_stops_creation(void **state)
{
	struct bench *bench = *state;
	struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);
	char *wal = store_beside(bench->path, "-wal");
	char *folder = file_folder(bench->path);
	struct err err = ERR_INIT;
	struct store *store;

	bench_ok(file_make_folder(folder, &err), &err);
	write_file(wal, "old", 3);
	bench_refused(store_create_with(&opening, &store, &err), ERR_FILE,
		&err);
	assert_false(file_exists(bench->path));
	free(folder);
	free(wal);
}

static void
strange_names_are_names(void **state)
{
	struct bench *bench = *state;
	struct store *store;
	struct err err = ERR_INIT;
	struct store_opening opening;

	free(bench->path);
	bench->path = xasprintf("%s/名册?a=1#%%41 'x.db", bench->folder);
	store = bench_create(bench);
	bench_add(store, "a");
	store_close(store);
	assert_true(file_exists(bench->path));
	opening = bench_opening(bench, bench->path, BENCH_N_STEPS);
	opening.medium = FILE_REMOVABLE;
	bench_ok(store_open_with(&opening, &store, &err), &err);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"), 1);
	store_close(store);
}

static void
keeps_settings_and_sees_others(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct store *other = bench_open(bench, bench->path);
	struct err err = ERR_INIT;
	char *value;

	value = store_setting(store, "k");
	assert_string_equal(value, "");
	free(value);
	assert_false(store_changed_elsewhere(other));
	bench_ok(store_set_setting(store, "k", "1", &err), &err);
	bench_ok(store_set_setting(store, "k", "二", &err), &err);
	assert_true(store_changed_elsewhere(other));
	assert_false(store_changed_elsewhere(other));
	assert_false(store_changed_elsewhere(store));
	value = store_setting(other, "k");
	assert_string_equal(value, "二");
	free(value);
	assert_int_equal(store_newest_moment(store), 0);
	bench_add(store, "a");
	assert_int_equal(store_newest_moment(other), MOMENT);
	assert_ptr_equal(store_table(store, "person"), &person_table);
	assert_null(store_table(store, "nothing"));
	store_close(store);
	store_close(other);
}

int
main(void)
{
#define OPEN_TEST(f) cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		OPEN_TEST(makes_a_private_file),
		OPEN_TEST(leaves_no_second_file),
		OPEN_TEST(refuses_what_is_no_database),
		OPEN_TEST(refuses_the_databases_of_others),
		OPEN_TEST(refuses_a_newer_schema),
		OPEN_TEST(refuses_a_truncated_file),
		OPEN_TEST(refuses_network_disks),
		OPEN_TEST(waits_for_no_restore),
		OPEN_TEST(shows_what_it_may_not_write),
		OPEN_TEST(shows_what_the_system_protects),
		OPEN_TEST(says_what_an_open_wal_needs),
		OPEN_TEST(a_leftover_wal_stops_creation),
		OPEN_TEST(strange_names_are_names),
		OPEN_TEST(keeps_settings_and_sees_others),
	};

	return cmocka_run_group_tests_name("open", tests, NULL, NULL);
}
