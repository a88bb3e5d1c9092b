/* The file of drafts by itself: sessions, damage, and its sentences. */
#include "place.h"

#include "store/draft_file.h"

static void
open_file(struct draft_file *file, struct store *store)
{
	struct err err = ERR_INIT;

	bench_ok(draft_file_open(file, store, &err), &err);
}

static void
add_draft(struct draft_file *file, int64_t session)
{
	char *sql = xasprintf("INSERT INTO draft VALUES "
		"(NULL, %lld, 7, 'thing', 0, 0, '甲', '', 1, 1)",
		(long long)session);

	assert_int_equal(draft_file_run(file, sql), SQLITE_OK);
	free(sql);
}

static int
count(struct draft_file *file)
{
	sqlite3_stmt *stmt;
	int n;

	assert_int_equal(draft_file_prepare(file,
				 "SELECT count(*) FROM draft", &stmt),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	n = sqlite3_column_int(stmt, 0);
	assert_int_equal(draft_file_finish(stmt), SQLITE_OK);
	return n;
}

/* Numbers that live or stand in the file are not given again. */
static void
gives_each_session_a_number(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct draft_file one, two, three;
	int64_t gone;

	open_file(&one, store);
	open_file(&two, store);
	assert_true(one.session > 0);
	assert_int_not_equal(one.session, two.session);
	assert_true(draft_file_typed_elsewhere(&one, two.session));
	assert_true(draft_file_typed_elsewhere(&two, one.session));
	assert_false(draft_file_typed_elsewhere(&one, one.session));
	assert_false(draft_file_typed_elsewhere(&one, 0));
	assert_false(draft_file_typed_elsewhere(&one, 99));
	add_draft(&two, two.session);
	gone = two.session;
	draft_file_close(&two);
	assert_false(draft_file_typed_elsewhere(&one, gone));
	open_file(&three, store);
	assert_int_not_equal(three.session, one.session);
	assert_true(three.session > gone);
	draft_file_close(&three);
	draft_file_close(&one);
	store_close(store);
}

static void
keeps_its_session_when_reopened(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct draft_file file, other;
	struct err err = ERR_INIT;
	int64_t session;

	open_file(&file, store);
	open_file(&other, store);
	session = file.session;
	assert_true(draft_file_in_place(&file));
	assert_int_equal(unlink(file.path), 0);
	assert_false(draft_file_in_place(&file));
	bench_ok(draft_file_reopen(&file, store, &err), &err);
	assert_true(draft_file_in_place(&file));
	assert_int_equal(file.session, session);
	assert_true(draft_file_typed_elsewhere(&other, session));
	assert_int_equal(count(&file), 0);
	draft_file_close(&other);
	draft_file_close(&file);
	store_close(store);
}

static void
closes_wholly(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	struct draft_file file;

	open_file(&file, store);
	draft_file_close(&file);
	assert_null(file.db);
	assert_null(file.path);
	assert_int_equal(file.marks, -1);
	assert_false(draft_file_in_place(&file));
	draft_file_close(&file);
	store_close(store);
}

/* Neither damage nor another program's file is written over. */
static void
puts_aside_what_is_not_its_own(void **state)
{
	static const char *const sql[] = {
		"PRAGMA application_id = 5",
		"CREATE TABLE theirs (n); INSERT INTO theirs VALUES (1)",
	};
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *path = place_file(bench, "office.db-drafts");
	struct draft_file file;

	place_write(path, "no database, but words enough to be taken for one");
	open_file(&file, store);
	assert_int_equal(count(&file), 0);
	draft_file_close(&file);
	assert_int_equal(place_n_beside(bench, ".damaged-"), 1);
	for (size_t i = 0; i < N_ITEMS(sql); i++) {
		bench->now++;
		assert_int_equal(unlink(path), 0);
		bench_tamper(path, sql[i]);
		open_file(&file, store);
		assert_int_equal(count(&file), 0);
		draft_file_close(&file);
		assert_int_equal(place_n_beside(bench, ".damaged-"), 2 + i);
	}
	free(path);
	store_close(store);
}

static const struct {
	int rc;
	enum err_code code;
	const char *words; /* in the sentence */
} fails[] = {
	{SQLITE_OK, ERR_OK, NULL},
	{SQLITE_BUSY, ERR_BUSY, "others hold"},
	{SQLITE_BUSY_SNAPSHOT, ERR_BUSY, "others hold"},
	{SQLITE_LOCKED, ERR_BUSY, "others hold"},
	{SQLITE_FULL, ERR_FILE, "full"},
	{SQLITE_READONLY_DBMOVED, ERR_FILE, "cannot be written"},
	{SQLITE_CANTOPEN, ERR_FILE, "cannot be written"},
	{SQLITE_CORRUPT, ERR_STORE, "damaged"},
	{SQLITE_NOTADB, ERR_STORE, "damaged"},
	{SQLITE_IOERR_WRITE, ERR_FILE, "disk"},
};

static void
says_what_is_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(fails); i++) {
		struct err err = ERR_INIT;

		assert_int_equal(draft_file_fail("/x/office.db-drafts",
					 fails[i].rc, &err),
			fails[i].code);
		if (fails[i].words != NULL) {
			assert_non_null(strstr(err.text, fails[i].words));
			assert_non_null(strstr(err.text, "office.db-drafts"));
		}
		err_clear(&err);
		assert_int_equal(draft_file_is_damage(fails[i].rc),
			fails[i].code == ERR_STORE);
	}
}

#define at_a_place(test) \
	cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_place(gives_each_session_a_number),
		at_a_place(keeps_its_session_when_reopened),
		at_a_place(closes_wholly),
		at_a_place(puts_aside_what_is_not_its_own),
		cmocka_unit_test(says_what_is_wrong),
	};

	return cmocka_run_group_tests_name("draft_file", tests, NULL, NULL);
}
