#include "bench.h"

#include <unistd.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "store/check.h"
#include "store/journal.h"

static void
collect(void *data, const char *sentence)
{
	strbuf_addf(data, "%s\n", sentence);
}

/* Checks the database at the bench's path; the faults, on the heap. */
static char *
check_path(struct bench *bench, bool quick, struct check_result *result)
{
	struct store *store = bench_open(bench, bench->path);
	struct strbuf faults = STRBUF_INIT;
	struct err err = ERR_INIT;

	bench_ok(check_run(store, quick, NULL, collect, &faults, result, &err),
		&err);
	store_close(store);
	return strbuf_detach(&faults);
}

static void
assert_well(struct bench *bench)
{
	struct check_result result;
	char *faults = check_path(bench, false, &result);

	assert_string_equal(faults, "");
	assert_int_equal(result.n_faults, 0);
	free(faults);
}

/* Three people and a thing in four changes, one changed and one removed. */
static void
fill(struct bench *bench)
{
	struct store *store = bench_create(bench);
	struct change *change = bench_change(store, "form");
	const char *label[] = {"label"};
	const char *removed[PERSON_N] = {"wang", "", "", ""};
	struct change_row thing = {&thing_table, 0, 0, false, label};
	struct change_row gone = {&person_table, 0, 1, true, removed};
	struct err err = ERR_INIT;
	char boss[SITE_ID_TEXT_SIZE];
	int64_t id;

	id = bench_save(change, 0, 0, "zhao", "50", NULL, "first");
	site_id_to_text(id, boss);
	bench_save(change, 0, 0, "qian", NULL, boss, NULL);
	bench_commit(change);
	gone.id = bench_add(store, "wang");
	change = bench_change(store, "form");
	bench_save(change, id, 1, "zhao er", "51", NULL, "second");
	bench_ok(change_save(change, &thing, NULL, &err), &err);
	bench_commit(change);
	change = bench_change(store, "remove");
	bench_ok(change_save(change, &gone, NULL, &err), &err);
	bench_commit(change);
	store_close(store);
}

static void
all_is_well(void **state)
{
	struct bench *bench = *state;
	struct check_result result;
	char *faults;

	store_close(bench_create(bench));
	assert_well(bench);
	unlink(bench->path);
	fill(bench);
	faults = check_path(bench, true, &result);
	assert_string_equal(faults, "");
	assert_int_equal(result.n_rows, 6);
	assert_int_equal(result.n_records, 4);
	assert_int_equal(result.n_faults, 0);
	free(faults);
}

/* Each way of spoiling the file must be told in a sentence with words. */
static const struct {
	const char *sql;
	const char *words;
} tamperings[] = {
	/* every column of a journal row */
	{"UPDATE journal SET id = id + 100 WHERE id = %1$s", "not verify"},
	{"UPDATE journal SET change_id = (SELECT max(id) FROM change_head)"
	 " WHERE id = %1$s", "not verify"},
	{"UPDATE journal SET change_id = 1 WHERE id = %1$s", "is missing"},
	{"UPDATE journal SET type = 'thing' WHERE id = %1$s", "not verify"},
	{"UPDATE journal SET record_id = record_id + 1 WHERE id = %1$s",
	 "not verify"},
	{"UPDATE journal SET version = 2 WHERE id = %1$s", "not verify"},
	{"UPDATE journal SET fields = replace(fields, 'zhao', 'zhou')"
	 " WHERE id = %1$s", "not verify"},
	{"UPDATE journal SET fields = fields || ' ' WHERE id = %1$s",
	 "not verify"},
	{"UPDATE journal SET fields = 'no json' WHERE id = %1$s",
	 "not verify"},
	{"UPDATE journal SET salt = zeroblob(16) WHERE id = %1$s",
	 "not verify"},
	{"UPDATE journal SET salt = zeroblob(3) WHERE id = %1$s",
	 "is damaged"},
	{"UPDATE journal SET salt = zeroblob(32), fields = '{}'"
	 " WHERE id = %1$s", "not verify"},
	{"UPDATE journal SET salt = zeroblob(32) WHERE id = %1$s",
	 "is damaged"},
	{"UPDATE journal SET fields = '{}' WHERE id = %1$s", "not verify"},
	{"UPDATE journal SET hash = zeroblob(32) WHERE id = %1$s",
	 "not verify"},
	{"UPDATE journal SET hash = x'00' WHERE id = %1$s", "not verify"},
	/* every column of a head */
	{"UPDATE change_head SET lamport = 9 WHERE id = %2$s", "not verify"},
	{"UPDATE change_head SET at = at + 1 WHERE id = %2$s", "not verify"},
	{"UPDATE change_head SET operator_id = 6 WHERE id = %2$s",
	 "not verify"},
	{"UPDATE change_head SET operator_name = 'x' WHERE id = %2$s",
	 "not verify"},
	{"UPDATE change_head SET account = 'x' WHERE id = %2$s",
	 "not verify"},
	{"UPDATE change_head SET host = 'x' WHERE id = %2$s", "not verify"},
	{"UPDATE change_head SET action = 'x' WHERE id = %2$s",
	 "not verify"},
	{"UPDATE change_head SET reason = 'x' WHERE id = %2$s",
	 "not verify"},
	{"UPDATE change_head SET undoes = 1 WHERE id = %2$s", "not verify"},
	{"UPDATE change_head SET draft = 1 WHERE id = %2$s", "not verify"},
	{"UPDATE change_head SET n_rows = 1 WHERE id = %2$s",
	 "not as many journal rows"},
	{"DELETE FROM change_head WHERE id = %2$s", "is missing"},
	{"INSERT INTO change_head SELECT id + 1000, lamport, at, operator_id,"
	 " operator_name, account, host, action, reason, undoes, draft, n_rows"
	 " FROM change_head WHERE id = %2$s", "not as many journal rows"},
	/* what a change did to how many */
	{"UPDATE change_count SET n_new = n_new + 1 WHERE change_id = %2$s",
	 "did other things than its counts say"},
	{"DELETE FROM change_count WHERE change_id = %2$s",
	 "did other things"},
	{"INSERT INTO change_count VALUES (%2$s, 'thing', 0, 0, 0, 1)",
	 "did other things"},
	/* rows moved, taken out and doubled */
	{"UPDATE journal SET id = -id; UPDATE journal SET id = CASE -id"
	 " WHEN %1$s THEN %1$s + 2 WHEN %1$s + 2 THEN %1$s ELSE -id END",
	 "not verify"},
	{"DELETE FROM journal WHERE id = %1$s", "not verify"},
	{"DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)",
	 "rows of its site are missing"},
	{"DELETE FROM journal; DELETE FROM change_head",
	 "All journal rows"},
	{"INSERT INTO journal SELECT (SELECT max(id) FROM journal) + 1,"
	 " change_id, type, record_id, version, fields, salt, hash"
	 " FROM journal WHERE id = %1$s", "not verify"},
	{"INSERT INTO journal SELECT id - 4294967296, change_id, type,"
	 " record_id, version, fields, salt, hash FROM journal"
	 " WHERE id = %1$s", "does not know"},
	{"DELETE FROM site", "does not know"},
	{"UPDATE site SET hash = zeroblob(32)", "are missing"},
	{"UPDATE site SET serial = 2", "are missing"},
	/* records behind the gate's back */
	{"UPDATE person SET name = 'zhou' WHERE name = 'zhao er'",
	 "the field name is not as the journal says"},
	{"UPDATE person SET age = 52 WHERE name = 'zhao er'",
	 "the field age is not"},
	{"UPDATE person SET age = NULL WHERE name = 'zhao er'",
	 "the field age is not"},
	{"UPDATE person SET note = 'first' WHERE name = 'zhao er'",
	 "the field note is not"},
	{"UPDATE person SET boss = id WHERE name = 'qian'",
	 "the field boss is not"},
	{"UPDATE person SET boss = 77 WHERE name = 'qian'",
	 "names a record of person that does not exist"},
	{"UPDATE person SET version = 3 WHERE name = 'qian'",
	 "was not saved as often"},
	{"UPDATE person SET deleted = 1 WHERE name = 'qian'",
	 "whether it is removed"},
	{"UPDATE person SET deleted = 0 WHERE name = 'wang'",
	 "whether it is removed"},
	{"DELETE FROM person WHERE name = 'wang'",
	 "in the journal but not in its table"},
	{"DELETE FROM thing", "in the journal but not in its table"},
	{"INSERT INTO person SELECT id + 1, version, deleted, sort_key, name,"
	 " age, boss, note FROM person WHERE name = 'qian'",
	 "is not in the journal"},
	{"INSERT INTO thing SELECT max(id) + 9000, version, deleted, sort_key,"
	 " label FROM thing", "is not in the journal"},
	/* what follows from them */
	{"UPDATE person SET sort_key = 'x' WHERE name = 'qian'",
	 "wrong place of its list"},
	{"DELETE FROM find_key WHERE key = 'qian'",
	 "is not found under \"qian\""},
	{"INSERT INTO find_key SELECT list, 'qiao', place FROM find_key"
	 " WHERE key = 'qian'", "found under \"qiao\", which it does not"},
	{"UPDATE find_key SET key = 'qiao' WHERE key = 'qian'",
	 "is not found under \"qian\""},
	{"UPDATE find_key SET list = 58 WHERE key = 'qian'",
	 "is not found under \"qian\""},
	{"INSERT INTO find_key VALUES (56, 'x', 99)",
	 "found under \"x\", which it does not"},
	{"INSERT INTO find_key VALUES (72, 'x', 99)", "no kind of record"},
};

/* The SQL of a tampering with its row and change filled in. */
static char *
tampering(struct bench *bench, const char *format)
{
	struct store *store = bench_open(bench, bench->path);
	char *row = bench_text(store, "SELECT min(id) FROM journal");
	char *head = bench_text(store, "SELECT min(id) FROM change_head");
	struct strbuf sql = STRBUF_INIT;

	store_close(store);
	for (; *format != '\0'; format++) {
		if (strncmp(format, "%1$s", 4) != 0 &&
			strncmp(format, "%2$s", 4) != 0) {
			strbuf_add_char(&sql, *format);
			continue;
		}
		strbuf_add(&sql, format[1] == '1' ? row : head);
		format += 3;
	}
	free(row);
	free(head);
	return strbuf_detach(&sql);
}

static void
every_tampering_is_found(void **state)
{
	struct bench *bench = *state;
	char *kept = xasprintf("%s/kept.db", bench->folder);

	fill(bench);
	assert_well(bench);
	bench_copy(bench->path, kept);
	for (size_t i = 0; i < N_ITEMS(tamperings); i++) {
		struct check_result result;
		char *sql, *faults;

		bench_copy(kept, bench->path);
		sql = tampering(bench, tamperings[i].sql);
		bench_tamper(bench->path, sql);
		faults = check_path(bench, true, &result);
		if (strstr(faults, tamperings[i].words) == NULL)
			fail_msg("%s: \"%s\" is not in \"%s\"", sql,
				tamperings[i].words, faults);
		assert_true(result.n_faults > 0);
		free(sql);
		free(faults);
	}
	bench_copy(kept, bench->path);
	assert_well(bench);
	free(kept);
}

static void
a_damaged_index_is_found(void **state)
{
	struct bench *bench = *state;
	struct check_result result;
	char *faults;

	fill(bench);
	bench_tamper(bench->path, "PRAGMA writable_schema = ON;"
		"UPDATE sqlite_schema SET sql = 'CREATE INDEX person_age ON"
		" person (version)' WHERE name = 'person_age'");
	faults = check_path(bench, true, &result);
	assert_string_equal(faults, "");
	free(faults);
	faults = check_path(bench, false, &result);
	assert_non_null(strstr(faults, "The file is damaged"));
	free(faults);
}

static bool
stop_at_once(struct job *job)
{
	++*(int *)job->data;
	return true;
}

static void
the_person_can_stop_it(void **state)
{
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "import");
	int n_asked = 0;
	struct job job = {.cancelled = stop_at_once, .data = &n_asked};
	struct check_result result;
	struct err err = ERR_INIT;

	for (int i = 0; i < 5000; i++)
		bench_save(change, 0, 0, "a", NULL, NULL, NULL);
	bench_commit(change);
	bench_refused(check_run(store, true, &job, NULL, NULL, &result, &err),
		ERR_CANCELLED, &err);
	assert_true(n_asked > 0);
	bench_ok(check_run(store, true, NULL, NULL, NULL, &result, &err),
		&err);
	assert_int_equal(result.n_records, 5000);
	bench_add(store, "b");
	store_close(store);
}

/* A redaction notes what it has blanked. */
static void
note_redaction(struct bench *bench, int64_t record)
{
	struct store *store = bench_open(bench, bench->path);
	struct err err = ERR_INIT;

	bench_ok(journal_note(store, JOURNAL_REDACT, 0, "tester", "person",
			 record, "by law", &err), &err);
	store_close(store);
}

static void
has_fault(struct bench *bench, const char *words)
{
	struct check_result result;
	char *faults = check_path(bench, true, &result);

	if (result.n_faults != 1 || strstr(faults, words) == NULL)
		fail_msg("%s: %s", words, faults);
	free(faults);
}

/* Made, changed, removed and brought back; each of these rows blanked in turn,
 * what stands in the table before and after it is compared all the same. */
static void
blanked_rows_verify(void **state)
{
	struct bench *bench = *state;
	const char *values[PERSON_N] = {"zhao er", "", "", ""};
	struct change_row row = {&person_table, 0, 0, false, values};
	struct check_result result;
	struct store *store;
	char *faults;

	fill(bench);
	store = bench_open(bench, bench->path);
	row.id = bench_add(store, "zhao");
	for (int i = 1; i < 5; i++) {
		struct change *change = bench_change(store, "form");

		row.version = i;
		row.deleted = i == 2;
		values[PERSON_NOTE] = i == 4 ? "told" : "";
		bench_ok(change_save(change, &row, NULL, NULL), NULL);
		bench_commit(change);
	}
	store_close(store);
	bench_blank(bench->path, row.id, 1);
	has_fault(bench, "was blanked, and nothing in the journal says");
	note_redaction(bench, row.id);
	assert_well(bench);
	for (int version = 2; version < 5; version++) {
		bench_blank(bench->path, row.id, version);
		assert_well(bench);
	}
	faults = check_path(bench, true, &result);
	assert_int_equal(result.n_blanked, 4);
	assert_string_equal(faults, "");
	free(faults);
	/* what was told after the blanked rows is held to that */
	bench_tamper(bench->path, "UPDATE person SET note = 'x' "
		"WHERE note = 'told'");
	has_fault(bench, "the field note is not as the journal says");
	bench_tamper(bench->path, "UPDATE person SET note = 'told', "
		"version = 4 WHERE note = 'x'");
	has_fault(bench, "was not saved as often");
	bench_tamper(bench->path, "UPDATE person SET version = 5 "
		"WHERE note = 'told'; UPDATE change_count SET n_changed = 2 "
		"WHERE change_id IN (SELECT change_id FROM journal "
		"WHERE version = 3)");
	has_fault(bench, "did other things than its counts say");
}

#define N_PEOPLE_MAX 40

struct model {
	struct store *store;
	uint64_t seed;
	size_t n;
	struct {
		int64_t id;
		int64_t version;
	} people[N_PEOPLE_MAX];
};

static const char *
pick(struct model *model, const char *const *list, size_t n)
{
	return list[bench_random(&model->seed, n)];
}

static void
save_at_random(struct model *model, struct change *change)
{
	static const char *const names[] = {"", "单", "wang er", "a\"\\\n",
		"𠮷田", "wang"};
	static const char *const ages[] = {"", "0", "-5", "99"};
	static const char *const notes[] = {"", "one", "two\nlines", "\x01"};
	char boss[SITE_ID_TEXT_SIZE] = "";
	size_t at = (size_t)bench_random(&model->seed, N_PEOPLE_MAX);
	const char *values[PERSON_N];
	struct change_row row = {.table = &person_table, .values = values};
	struct err err = ERR_INIT;

	if (at >= model->n)
		at = model->n++;
	row.id = model->people[at].id;
	row.version = model->people[at].version;
	row.deleted = bench_random(&model->seed, 4) == 0;
	if (model->n > 1 && bench_random(&model->seed, 2) == 0)
		site_id_to_text(model->people[0].id, boss);
	values[PERSON_NAME] = pick(model, names, N_ITEMS(names));
	values[PERSON_AGE] = pick(model, ages, N_ITEMS(ages));
	values[PERSON_BOSS] = boss;
	values[PERSON_NOTE] = pick(model, notes, N_ITEMS(notes));
	bench_ok(change_save(change, &row, NULL, &err), &err);
	model->people[at].id = row.id;
	model->people[at].version = row.version;
}

static void
change_at_random(struct model *model)
{
	struct model before = *model;
	struct change *change = bench_change(model->store, "form");
	uint64_t n = 1 + bench_random(&model->seed, 5);

	while (n-- > 0)
		save_at_random(model, change);
	if (bench_random(&model->seed, 5) != 0) {
		bench_commit(change);
		return;
	}
	change_abandon(change);
	before.seed = model->seed;
	*model = before;
}

static void
tables_equal_the_replay(void **state)
{
	struct bench *bench = *state;
	struct model model = {.store = bench_create(bench), .seed = 20261123};
	struct check_result result;
	struct err err = ERR_INIT;

	for (int i = 0; i < 400; i++) {
		change_at_random(&model);
		if (i % 20 != 0)
			continue;
		bench_ok(check_run(model.store, true, NULL, NULL, NULL,
			&result, &err), &err);
		assert_int_equal(result.n_faults, 0);
	}
	assert_int_equal(result.n_records, N_PEOPLE_MAX);
	assert_true(result.n_rows > 500);
	store_close(model.store);
	assert_well(bench);
}

int
main(void)
{
#define CHECK_TEST(f) cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		CHECK_TEST(all_is_well),
		CHECK_TEST(every_tampering_is_found),
		CHECK_TEST(a_damaged_index_is_found),
		CHECK_TEST(the_person_can_stop_it),
		CHECK_TEST(blanked_rows_verify),
		CHECK_TEST(tables_equal_the_replay),
	};

	return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
