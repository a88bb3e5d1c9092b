#include "place.h"

#include <fcntl.h>

#include "base/strbuf.h"
#include "store/beside.h"

#define assert_ok(call) assert_int_equal(call, ERR_OK)
#define FILE_MAX 4096

static void
assert_words(const char *path, const char *words)
{
	struct strbuf text = STRBUF_INIT;

	assert_ok(file_read(path, FILE_MAX, &text, NULL));
	assert_string_equal(text.s, words);
	strbuf_clear(&text);
}

static mode_t
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 07777;
}

static void
makes_files_like_the_database(void **state)
{
	struct bench *bench = *state;
	char *path = place_file(bench, "office.db-lock");

	place_write(bench->path, "database");
	assert_int_equal(chmod(bench->path, 0664), 0);
	assert_int_equal(beside_make(path, bench->path), 0);
	assert_int_equal(mode_of(path), 0664);
	assert_words(path, "");
	/* One that is there stays as it is. */
	place_write(path, "signed");
	assert_int_equal(chmod(bench->path, 0600), 0);
	assert_int_equal(beside_make(path, bench->path), 0);
	assert_int_equal(mode_of(path), 0664);
	assert_words(path, "signed");
	free(path);
}

static void
stays_private_without_a_model(void **state)
{
	struct bench *bench = *state;
	char *path = place_file(bench, "made");
	char *absent = place_file(bench, "absent/file");

	assert_int_equal(beside_make(path, absent), 0);
	assert_int_equal(mode_of(path), 0600);
	assert_int_not_equal(beside_make(absent, path), 0);
	free(absent);
	free(path);
}

/* A file is never put on another, and takes along what it needs to be read. */
static void
puts_aside_under_a_free_name(void **state)
{
	static const char *const names[] = {
		"office.db.before-20251124-160000",
		"office.db.before-20251124-160000-2",
		"office.db.before-20251124-160000-3",
	};
	struct bench *bench = *state;
	char *wal = place_file(bench, "office.db-wal");
	char *shm = place_file(bench, "office.db-shm");
	char *second = place_file(bench, names[1]);
	char *name, *wanted, *its_wal;

	place_write(second, "there before");
	for (int i = 0; i < 2; i++) {
		place_write(bench->path, i == 0 ? "first" : "second");
		place_write(wal, "wal");
		place_write(shm, "shm");
		assert_ok(beside_put_aside(bench->path, "before", MOMENT,
			&name, NULL));
		wanted = place_file(bench, names[2 * i]);
		its_wal = xasprintf("%s-wal", wanted);
		assert_string_equal(name, wanted);
		assert_words(wanted, i == 0 ? "first" : "second");
		assert_words(its_wal, "wal");
		assert_false(file_exists(wal));
		assert_false(file_exists(shm));
		free(its_wal);
		free(wanted);
		free(name);
		assert_int_equal(unlink(bench->path), 0);
	}
	assert_words(second, "there before");
	free(second);
	free(shm);
	free(wal);
}

static void
says_what_cannot_be_put_aside(void **state)
{
	struct bench *bench = *state;
	struct err err = ERR_INIT;
	char *name = NULL;

	bench_refused(beside_put_aside(bench->path, "before", MOMENT, &name,
			      &err), ERR_FILE, &err);
	assert_null(name);
}

static void
removes_the_traces_alone(void **state)
{
	struct bench *bench = *state;
	static const char *const traces[] = {"office.db-wal", "office.db-shm",
		"office.db-journal"};

	place_write(bench->path, "database");
	for (size_t i = 0; i < N_ITEMS(traces); i++) {
		char *path = place_file(bench, traces[i]);

		place_write(path, "");
		free(path);
	}
	beside_remove_traces(bench->path);
	assert_int_equal(place_n_beside(bench, "office.db"), 1);
	assert_words(bench->path, "database");
}

/* The folder of the database, without one. */
static int
begin(void **state)
{
	char *folder;
	enum err_code code;

	if (bench_begin(state) != 0)
		return -1;
	folder = place_file(*state, NULL);
	code = file_make_folder(folder, NULL);
	free(folder);
	return code == ERR_OK ? 0 : -1;
}

#define at_a_place(test) \
	cmocka_unit_test_setup_teardown(test, begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_place(makes_files_like_the_database),
		at_a_place(stays_private_without_a_model),
		at_a_place(puts_aside_under_a_free_name),
		at_a_place(says_what_cannot_be_put_aside),
		at_a_place(removes_the_traces_alone),
	};

	setenv("TZ", "UTC", 1);
	return cmocka_run_group_tests_name("beside", tests, NULL, NULL);
}
