#include "bench.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "store/check.h"

/* Every byte that JSON escapes, and some that it need not. */
static char *
nasty_text(void)
{
	struct strbuf buf = STRBUF_INIT;

	for (int c = 1; c < 0x80; c++)
		strbuf_add_char(&buf, (char)c);
	strbuf_add(&buf, "\xc2\x80\xc2\x9b\xe2\x80\xa8\xe2\x80\xae");
	strbuf_add(&buf, "\\u0041 \\\" 𠮷 ᠮᠣᠩᠭᠣᠯ\xef\xbf\xbf");
	return strbuf_detach(&buf);
}

static void
saves_a_record_and_its_journal(void **state)
{
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "form");
	int64_t id, head = change_id(change);
	char *fields;

	id = bench_save(change, 0, 0, "单晓红", "41", NULL, NULL);
	assert_int_equal(change_n_saved(change), 1);
	bench_commit(change);
	assert_int_equal(bench_int(store, "SELECT id FROM person"), id);
	assert_int_equal(bench_int(store, "SELECT version FROM person"), 1);
	assert_int_equal(bench_int(store, "SELECT age FROM person"), 41);
	assert_int_equal(bench_int(store, "SELECT boss IS NULL FROM person"),
		1);
	assert_int_equal(bench_int(store, "SELECT n_rows FROM change_head"), 1);
	assert_int_equal(bench_int(store, "SELECT id FROM change_head"), head);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM find_key"), 3);
	fields = bench_text(store, "SELECT fields FROM journal");
	assert_string_equal(fields, "{\"name\":\"单晓红\",\"age\":\"41\"}");
	free(fields);
	store_close(store);
}

static void
keeps_the_difference(void **state)
{
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "form");
	int64_t boss = bench_save(change, 0, 0, "boss", NULL, NULL, NULL);
	int64_t id = bench_save(change, 0, 0, "a", NULL, NULL, "long");
	char text[SITE_ID_TEXT_SIZE], hash[2 * SEAL_HASH_SIZE + 1];
	char *fields, *expected;

	bench_commit(change);
	site_id_to_text(boss, text);
	change = bench_change(store, "form");
	bench_save(change, id, 1, "a", "-3", text, "longer");
	bench_commit(change);
	journal_hash_text("long", hash);
	expected = xasprintf("{\"age\":[\"\",\"-3\"],\"boss\":[\"\",\"%s\"],"
		"\"note\":[{\"hash\":\"%s\"},\"longer\"]}", text, hash);
	fields = bench_text(store,
		"SELECT fields FROM journal ORDER BY id DESC LIMIT 1");
	assert_string_equal(fields, expected);
	free(fields);
	free(expected);
	assert_int_equal(bench_int(store,
		"SELECT version FROM person WHERE name = 'a'"), 2);
	store_close(store);
}

static void
journal_gives_every_byte_back(void **state)
{
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "form");
	char *nasty = nasty_text(), *back;

	bench_save(change, 0, 0, nasty, NULL, NULL, nasty);
	bench_commit(change);
	back = bench_text(store, "SELECT e.value FROM journal j,"
		" json_each(j.fields) e WHERE e.key = 'name'");
	assert_string_equal(back, nasty);
	free(back);
	back = bench_text(store,
		"SELECT json_extract(fields, '$.note') FROM journal");
	assert_string_equal(back, nasty);
	free(back);
	free(nasty);
	store_close(store);
}

static void
nothing_leaves_no_trace(void **state)
{
	struct store *store = bench_create(*state);
	int64_t id = bench_add(store, "a");
	struct change *change = bench_change(store, "form");
	const char *values[PERSON_N] = {"a", "", "", ""};
	struct change_row row = {&person_table, id, 1, false, values};
	enum change_did did = CHANGE_ADDED;
	struct err err = ERR_INIT;

	bench_ok(change_save(change, &row, &did, &err), &err);
	assert_int_equal(did, CHANGE_NOTHING);
	assert_int_equal(row.version, 1);
	bench_commit(change);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM change_head"),
		1);
	bench_commit(bench_change(store, "form"));
	change = bench_change(store, "form");
	bench_save(change, 0, 0, "b", NULL, NULL, NULL);
	change_abandon(change);
	change_abandon(NULL);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"), 1);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM journal"), 1);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM find_key"), 1);
	store_close(store);
}

static void
refuses_and_stays_usable(void **state)
{
	struct store *store = bench_create(*state);
	int64_t id = bench_add(store, "a"), other;
	struct change *change = bench_change(store, "form");
	const char *values[PERSON_N] = {"b", "", "", ""};
	struct change_row row = {&person_table, id, 2, false, values};
	struct err err = ERR_INIT;

	bench_refused(change_save(change, &row, NULL, &err), ERR_STALE, &err);
	row.id = id + 100;
	bench_refused(change_save(change, &row, NULL, &err), ERR_ABSENT, &err);
	row = (struct change_row){&person_table, id, 0, false, values};
	bench_refused(change_save(change, &row, NULL, &err), ERR_INVALID,
		&err);
	row = (struct change_row){&thing_table, id, 0, false, values};
	bench_refused(change_save(change, &row, NULL, &err), ERR_INVALID,
		&err);
	values[PERSON_NAME] = "forbidden";
	row = (struct change_row){&person_table, 0, 0, false, values};
	bench_refused(change_save(change, &row, NULL, &err), ERR_INVALID,
		&err);
	assert_int_equal(row.id, 0);
	other = bench_save(change, 0, 0, "good", NULL, NULL, NULL);
	bench_commit(change);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"), 2);
	assert_int_equal(bench_int(store, "SELECT max(id) FROM person"),
		other);
	store_close(store);
}

static void
refuses_what_is_not_in_stored_form(void **state)
{
	static const struct {
		size_t column;
		const char *value;
	} bad[] = {
		{PERSON_AGE, "007"}, {PERSON_AGE, "4x"}, {PERSON_AGE, " 4"},
		{PERSON_AGE, "99999999999999999999"}, {PERSON_AGE, "-0"},
		{PERSON_BOSS, "12"}, {PERSON_BOSS, "0k3m9qx-1f"},
		{PERSON_BOSS, "0K3M9QX-01F"}, {PERSON_NAME, "\xff"},
		{PERSON_NOTE, "\xed\xa0\x80"},
	};
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "form");
	struct err err = ERR_INIT;

	for (size_t i = 0; i < N_ITEMS(bad); i++) {
		const char *values[PERSON_N] = {"a", "", "", ""};
		struct change_row row = {&person_table, 0, 0, false, values};

		values[bad[i].column] = bad[i].value;
		assert_int_equal(change_save(change, &row, NULL, &err),
			ERR_INVALID);
		assert_string_equal(err.field,
			person_table.columns[bad[i].column].name);
		err_clear(&err);
	}
	change_abandon(change);
	store_close(store);
}

static void
removed_records_are_not_found(void **state)
{
	struct store *store = bench_create(*state);
	int64_t id = bench_add(store, "abcd");
	const char *values[PERSON_N] = {"abcd", "", "", ""};
	struct change_row row = {&person_table, id, 1, true, values};
	struct change *change = bench_change(store, "form");
	struct err err = ERR_INIT;
	char *fields;

	assert_int_equal(bench_int(store, "SELECT count(*) FROM find_key"), 2);
	bench_ok(change_save(change, &row, NULL, &err), &err);
	bench_commit(change);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM find_key"), 0);
	fields = bench_text(store,
		"SELECT fields FROM journal ORDER BY id DESC LIMIT 1");
	assert_string_equal(fields, "{\"deleted\":[\"0\",\"1\"]}");
	free(fields);
	change = bench_change(store, "form");
	row.deleted = false;
	bench_ok(change_save(change, &row, NULL, &err), &err);
	assert_int_equal(row.version, 3);
	bench_commit(change);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM find_key"), 2);
	store_close(store);
}

static void
keys_follow_the_values(void **state)
{
	struct store *store = bench_create(*state);
	int64_t id = bench_add(store, "abcd");
	struct change *change = bench_change(store, "form");
	char *keys;

	bench_save(change, id, 1, "xycd", "9", NULL, NULL);
	bench_commit(change);
	keys = bench_text(store, "SELECT group_concat(list || key, ' ')"
		" FROM (SELECT * FROM find_key ORDER BY list, key)");
	assert_string_equal(keys, "56xycd 57cd 609");
	free(keys);
	keys = bench_text(store, "SELECT sort_key FROM person");
	assert_string_equal(keys, "~xycd");
	free(keys);
	store_close(store);
}

static void
given_ids_are_not_given_again(void **state)
{
	struct store *store = bench_create(*state);
	int64_t far = site_make_id(store_site(store), 1000);
	int64_t foreign = site_make_id(store_site(store) ^ 1, 7);
	struct change *change = bench_change(store, "import");
	const char *values[PERSON_N] = {"a", "", "", ""};
	struct change_row row = {&person_table, far, 0, false, values};
	struct err err = ERR_INIT;

	bench_ok(change_save(change, &row, NULL, &err), &err);
	row = (struct change_row){&person_table, foreign, 0, false, values};
	bench_ok(change_save(change, &row, NULL, &err), &err);
	assert_int_equal(row.id, foreign);
	assert_true(change_draw_id(change) > far);
	bench_commit(change);
	assert_true(bench_add(store, "b") > far);
	store_close(store);
}

static void
dangling_references_stop_the_commit(void **state)
{
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "form");
	struct err err = ERR_INIT;

	bench_save(change, 0, 0, "a", NULL, "0K3M9QX-1F", NULL);
	bench_refused(change_commit(change, &err), ERR_INVALID, &err);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"), 0);
	bench_add(store, "b");
	store_close(store);
}

static void
a_full_disk_saves_nothing(void **state)
{
	struct store *store = bench_create(*state);
	int64_t pages = bench_int(store, "PRAGMA page_count");
	char *sql = xasprintf("PRAGMA max_page_count = %d", (int)pages + 4);
	const char *values[PERSON_N] = {"a", "", "", ""};
	struct change_row row = {&person_table, 0, 0, false, values};
	struct change *change;
	struct err err = ERR_INIT;
	enum err_code code;

	bench_add(store, "before");
	bench_ok(store_exec(store, GUARD_OPEN, sql, &err), &err);
	free(sql);
	change = bench_change(store, "import");
	for (int i = 0; (code = change_save(change, &row, NULL, &err)) ==
			ERR_OK && i < 100000; i++)
		row = (struct change_row){
			&person_table, 0, 0, false, values};
	assert_non_null(strstr(err.text, "disk is full"));
	bench_refused(code, ERR_STORE, &err);
	bench_refused(change_save(change, &row, NULL, &err), ERR_STORE, &err);
	bench_refused(change_commit(change, &err), ERR_STORE, &err);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"), 1);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM journal"), 1);
	bench_ok(store_exec(store, GUARD_OPEN,
		"PRAGMA max_page_count = 100000", &err), &err);
	bench_add(store, "after");
	store_close(store);
}

/* In a process of its own; its exit status says how it went. */
static void
in_child(struct bench *bench, void (*work)(struct store *store), int status)
{
	pid_t child = fork();
	int ended;

	assert_true(child >= 0);
	if (child == 0) {
		work(bench_open(bench, bench->path));
		_exit(0);
	}
	assert_int_equal(waitpid(child, &ended, 0), child);
	assert_int_equal(ended, status);
}

static void
die_in_a_change(struct store *store)
{
	struct change *change = bench_change(store, "import");

	for (int i = 0; i < 2000; i++)
		bench_save(change, 0, 0, "lost", NULL, NULL, "some text");
	raise(SIGKILL);
}

static void
die_after_a_change(struct store *store)
{
	bench_add(store, "kept");
	raise(SIGKILL);
}

static void
a_killed_writer_leaves_the_rest(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);

	bench_add(store, "before");
	in_child(bench, die_in_a_change, SIGKILL);
	in_child(bench, die_after_a_change, SIGKILL);
	bench_add(store, "after");
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"), 3);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM journal"), 3);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM site"), 1);
	store_close(store);
}

#define N_WRITERS 4
#define N_CHANGES 25

static void
write_much(struct store *store)
{
	for (int i = 0; i < N_CHANGES; i++)
		bench_add(store, "a");
}

static void
many_write_at_once(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct check_result result;
	struct err err = ERR_INIT;
	int ended;

	for (int i = 0; i < N_WRITERS; i++) {
		pid_t child = fork();

		assert_true(child >= 0);
		if (child == 0) {
			write_much(bench_open(bench, bench->path));
			_exit(0);
		}
	}
	for (int i = 0; i < N_WRITERS; i++) {
		assert_true(wait(&ended) > 0);
		assert_int_equal(ended, 0);
	}
	assert_int_equal(bench_int(store, "SELECT count(*) FROM person"),
		N_WRITERS * N_CHANGES);
	assert_int_equal(bench_int(store, "SELECT max(lamport)"
		" FROM change_head"), N_WRITERS * N_CHANGES);
	bench_ok(check_run(store, false, NULL, NULL, NULL, &result, &err),
		&err);
	assert_int_equal(result.n_faults, 0);
	store_close(store);
}

static void
big_imports_build_indexes_at_the_end(void **state)
{
	const struct table *tables[] = {&person_table, &thing_table};
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "import");
	struct err err = ERR_INIT;
	int64_t id = 0;

	bench_ok(change_defer_indexes(change, tables, 2, &err), &err);
	for (int i = 0; i < 500; i++) {
		char name[16];

		snprintf(name, sizeof(name), "n%03d", (i * 7) % 500);
		id = bench_save(change, 0, 0, name, "8", NULL, NULL);
	}
	assert_int_equal(bench_int(store, "SELECT count(*) FROM find_key"), 0);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM sqlite_schema"
		" WHERE name LIKE 'person!_%' ESCAPE '!'"), 0);
	/* changing one that was just made needs its keys in their place */
	bench_save(change, id, 1, "changed", "8", NULL, NULL);
	bench_save(change, 0, 0, "late", "8", NULL, NULL);
	bench_commit(change);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM sqlite_schema"
		" WHERE name LIKE 'person!_%' ESCAPE '!'"), 2);
	assert_int_equal(bench_int(store,
		"SELECT count(*) FROM person INDEXED BY person_order"), 501);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM find_key"
		" WHERE list = 60"), 501);
	assert_int_equal(bench_int(store, "SELECT count(*) FROM find_key"
		" WHERE list = 56 AND key = 'changed'"), 1);
	change = bench_change(store, "import"); /* nothing is empty now */
	bench_ok(change_defer_indexes(change, tables, 1, &err), &err);
	bench_save(change, 0, 0, "more", NULL, NULL, NULL);
	change_abandon(change);
	bench_add(store, "normal");
	store_close(store);
}

int
main(void)
{
#define GATE_TEST(f) cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		GATE_TEST(saves_a_record_and_its_journal),
		GATE_TEST(keeps_the_difference),
		GATE_TEST(journal_gives_every_byte_back),
		GATE_TEST(nothing_leaves_no_trace),
		GATE_TEST(refuses_and_stays_usable),
		GATE_TEST(refuses_what_is_not_in_stored_form),
		GATE_TEST(removed_records_are_not_found),
		GATE_TEST(keys_follow_the_values),
		GATE_TEST(given_ids_are_not_given_again),
		GATE_TEST(dangling_references_stop_the_commit),
		GATE_TEST(a_full_disk_saves_nothing),
		GATE_TEST(a_killed_writer_leaves_the_rest),
		GATE_TEST(many_write_at_once),
		GATE_TEST(big_imports_build_indexes_at_the_end),
	};

	return cmocka_run_group_tests_name("change", tests, NULL, NULL);
}
