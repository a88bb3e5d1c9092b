#include "bench.h"

#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "store/journal.h"

/* All fields of a reader, one a line: "version new? field old>new". */
static char *
read_all(struct journal_reader *reader)
{
	struct strbuf out = STRBUF_INIT;
	struct journal_field field;
	struct err err = ERR_INIT;
	bool more;

	for (;;) {
		bench_ok(journal_next(reader, &field, &more, &err), &err);
		if (!more)
			break;
		strbuf_addf(&out, "%d%s%s %s %s>%s\n", (int)field.version,
			field.is_new ? " new" : "",
			field.is_blanked ? " blanked" : "", field.field,
			field.old_is_blanked ? "?" : field.old_value,
			field.new_value);
	}
	journal_close(reader);
	return strbuf_detach(&out);
}

static void
assert_record(struct store *store, int64_t id, bool newest_first,
	const char *expected)
{
	struct journal_reader *reader;
	struct err err = ERR_INIT;
	char *text;

	bench_ok(journal_read_record(store, "person", id, newest_first,
		&reader, &err), &err);
	text = read_all(reader);
	assert_string_equal(text, expected);
	free(text);
}

static void
save(struct store *store, int64_t id, int64_t version, const char *name,
	const char *age, const char *note)
{
	struct change *change = bench_change(store, "form");

	bench_save(change, id, version, name, age, NULL, note);
	bench_commit(change);
}

static void
set_deleted(struct store *store, int64_t id, int64_t version,
	const char *name, bool deleted)
{
	const char *values[PERSON_N] = {name, "", "", ""};
	struct change_row row = {&person_table, id, version, deleted, values};
	struct change *change = bench_change(store, "remove");
	struct err err = ERR_INIT;

	bench_ok(change_save(change, &row, NULL, &err), &err);
	bench_commit(change);
}

static void
history_of_a_record(void **state)
{
	struct store *store = bench_create(*state);
	int64_t id = bench_add(store, "a");

	save(store, id, 1, "a", "4", "one\nline");
	save(store, id, 2, "b", "4", "one\nline");
	save(store, id, 3, "b", "", "\"two\"");
	save(store, id, 4, "b", "", "");
	assert_record(store, id, false,
		"1 new name >a\n"
		"2 age >4\n"
		"2 note >one\nline\n"
		"3 name a>b\n"
		"4 age 4>\n"
		"4 note one\nline>\"two\"\n"
		"5 note \"two\">\n");
	assert_record(store, id, true,
		"5 note \"two\">\n"
		"4 age 4>\n"
		"4 note one\nline>\"two\"\n"
		"3 name a>b\n"
		"2 age >4\n"
		"2 note >one\nline\n"
		"1 new name >a\n");
	store_close(store);
}

static void
a_record_without_values(void **state)
{
	struct store *store = bench_create(*state);
	int64_t id = bench_add(store, "");

	assert_record(store, id, false, "1 new  >\n");
	set_deleted(store, id, 1, "", true);
	assert_record(store, id, false, "1 new  >\n2 deleted 0>1\n");
	assert_record(store, id + 100, false, "");
	store_close(store);
}

static void
a_change_in_its_order(void **state)
{
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "import");
	struct journal_reader *reader;
	struct err err = ERR_INIT;
	int64_t id = change_id(change);
	char *text;

	bench_save(change, 0, 0, "a", "1", NULL, NULL);
	bench_save(change, 0, 0, "b", NULL, NULL, NULL);
	bench_commit(change);
	bench_add(store, "not in it");
	bench_ok(journal_read_change(store, id, false, &reader, &err), &err);
	text = read_all(reader);
	assert_string_equal(text,
		"1 new name >a\n1 new age >1\n1 new name >b\n");
	free(text);
	bench_ok(journal_read_change(store, id, true, &reader, &err), &err);
	text = read_all(reader);
	assert_string_equal(text,
		"1 new name >b\n1 new name >a\n1 new age >1\n");
	free(text);
	journal_close(NULL);
	store_close(store);
}

static void
a_lost_text_is_named(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	int64_t id = bench_add(store, "a");
	struct journal_reader *reader;
	struct journal_field field;
	struct err err = ERR_INIT;
	bool more;

	save(store, id, 1, "a", "", "long");
	save(store, id, 2, "a", "", "longer");
	bench_tamper(bench->path, "UPDATE journal SET"
		" fields = replace(fields, '\"long\"', '\"lost\"')");
	bench_ok(journal_read_record(store, "person", id, true, &reader,
		&err), &err);
	bench_refused(journal_next(reader, &field, &more, &err), ERR_SEAL,
		&err);
	assert_false(more);
	journal_close(reader);
	store_close(store);
}

static void
heads_are_read_back(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct change_info info = {
		.operator_id = 5,
		.operator_name = "单",
		.action = "import",
		.reason = "名册.csv",
		.draft = 77,
	};
	struct journal_change head;
	struct err err = ERR_INIT;
	struct change *change;
	int64_t id, undo;

	bench_ok(change_begin(store, &info, &change, &err), &err);
	id = change_id(change);
	bench_save(change, 0, 0, "a", NULL, NULL, NULL);
	bench_save(change, 0, 0, "b", NULL, NULL, NULL);
	bench_commit(change);
	info.undoes = id;
	bench_ok(change_begin(store, &info, &change, &err), &err);
	undo = change_id(change);
	bench_save(change, 0, 0, "c", NULL, NULL, NULL);
	bench_commit(change);
	bench_ok(journal_change_load(store, id, &head, &err), &err);
	assert_int_equal(head.id, id);
	assert_int_equal(head.lamport, 1);
	assert_int_equal(head.at, MOMENT);
	assert_int_equal(head.operator_id, 5);
	assert_string_equal(head.operator_name, "单");
	assert_string_equal(head.account, "wang");
	assert_string_equal(head.host, "pc1");
	assert_string_equal(head.action, "import");
	assert_string_equal(head.reason, "名册.csv");
	assert_int_equal(head.undoes, 0);
	assert_int_equal(head.undone_by, undo);
	assert_int_equal(head.draft, 77);
	assert_int_equal(head.n_rows, 2);
	journal_change_clear(&head);
	bench_refused(journal_change_load(store, 9, &head, &err), ERR_ABSENT,
		&err);
	store_close(store);
}

#define N_CHANGES 7

static void
assert_page(struct store *store, int64_t after, bool newer, size_t n,
	const int64_t *expected, size_t n_expected)
{
	struct journal_change page[N_CHANGES + 1];
	struct err err = ERR_INIT;
	size_t n_found;

	bench_ok(journal_changes(store, NULL, after, newer, n, page,
			 &n_found, &err), &err);
	assert_int_equal(n_found, n_expected);
	for (size_t i = 0; i < n_found; i++) {
		assert_int_equal(page[i].id, expected[i]);
		journal_change_clear(&page[i]);
	}
}

static void
pages_of_changes(void **state)
{
	struct store *store = bench_create(*state);
	int64_t ids[N_CHANGES]; /* newest first */

	assert_page(store, 0, false, 3, NULL, 0);
	for (size_t i = N_CHANGES; i-- > 0;) {
		struct change *change = bench_change(store, "form");

		ids[i] = change_id(change);
		bench_save(change, 0, 0, "a", NULL, NULL, NULL);
		bench_commit(change);
	}
	assert_page(store, 0, false, 3, ids, 3);
	assert_page(store, ids[2], false, 3, ids + 3, 3);
	assert_page(store, ids[5], false, 3, ids + 6, 1);
	assert_page(store, ids[6], false, 3, ids, 0);
	assert_page(store, ids[6], true, 3, ids + 3, 3);
	assert_page(store, ids[1], true, 3, ids, 1);
	assert_page(store, ids[0], true, 3, ids, 0);
	store_close(store);
}

static void
touched_since(void **state)
{
	struct store *store = bench_create(*state);
	int64_t id = bench_add(store, "a"), first, change, newest;
	struct err err = ERR_INIT;

	first = bench_int(store, "SELECT max(id) FROM journal");
	bench_ok(journal_touched_since(store, "person", id, "", first,
		&change, &err), &err);
	assert_int_equal(change, 0);
	save(store, id, 1, "a", "4", "");
	newest = bench_int(store, "SELECT max(id) FROM change_head");
	bench_ok(journal_touched_since(store, "person", id, "age", first,
		&change, &err), &err);
	assert_int_equal(change, newest);
	bench_ok(journal_touched_since(store, "person", id, "", first,
		&change, &err), &err);
	assert_int_equal(change, newest);
	bench_ok(journal_touched_since(store, "person", id, "name", first,
		&change, &err), &err);
	assert_int_equal(change, 0);
	bench_ok(journal_touched_since(store, "thing", id, "", first, &change,
		&err), &err);
	assert_int_equal(change, 0);
	store_close(store);
}

static void
add_count(void *data, const struct journal_count *count)
{
	strbuf_addf(data, "%s %d %d %d %d;", count->table, (int)count->n_new,
		(int)count->n_changed, (int)count->n_removed,
		(int)count->n_back);
}

/* A person who was removed, in a change of its own. */
static int64_t
add_removed(struct store *store, const char *name)
{
	const char *values[PERSON_N] = {name, "", "", ""};
	struct change_row row = {&person_table, bench_add(store, name), 1,
		true, values};
	struct change *change = bench_change(store, "remove");
	struct err err = ERR_INIT;

	bench_ok(change_save(change, &row, NULL, &err), &err);
	bench_commit(change);
	return row.id;
}

static void
counts_what_a_change_did(void **state)
{
	struct store *store = bench_create(*state);
	int64_t a = bench_add(store, "a"), b = bench_add(store, "b");
	int64_t gone = add_removed(store, "e");
	struct change *change = bench_change(store, "import");
	const char *values[PERSON_N] = {"b", "", "", ""};
	struct change_row row = {&person_table, b, 1, true, values};
	struct change_row back = {&person_table, gone, 2, false, values};
	struct change_row thing = {&thing_table, 0, 0, false, values};
	struct strbuf counts = STRBUF_INIT;
	struct err err = ERR_INIT;
	int64_t id = change_id(change);

	bench_save(change, a, 1, "aa", NULL, NULL, NULL);
	bench_save(change, 0, 0, "c", NULL, NULL, NULL);
	bench_save(change, 0, 0, "d", NULL, NULL, NULL);
	bench_ok(change_save(change, &row, NULL, &err), &err);
	bench_ok(change_save(change, &back, NULL, &err), &err);
	bench_ok(change_save(change, &thing, NULL, &err), &err);
	bench_commit(change);
	bench_ok(journal_count(store, id, add_count, &counts, &err), &err);
	assert_string_equal(counts.s, "person 2 1 1 1;thing 1 0 0 0;");
	strbuf_clear(&counts);
	store_close(store);
}

static void
notes_save_no_record(void **state)
{
	struct store *store = bench_create(*state);
	int64_t id = bench_add(store, "a");
	struct strbuf counts = STRBUF_INIT;
	struct journal_change head;
	struct err err = ERR_INIT;
	size_t n;

	bench_ok(journal_note(store, "unmask", 5, "单", "person", id, "idno",
		&err), &err);
	bench_ok(journal_note(store, "export", 5, "单", "", 0, "全部 \"x\"",
		&err), &err);
	assert_record(store, id, false, "1 new name >a\n0 note >idno\n");
	bench_ok(journal_changes(store, NULL, 0, false, 1, &head, &n,
			 &err), &err);
	assert_int_equal(n, 1);
	assert_string_equal(head.action, "export");
	bench_ok(journal_count(store, head.id, add_count, &counts, &err),
		&err);
	assert_string_equal(counts.s, "");
	journal_change_clear(&head);
	strbuf_clear(&counts);
	store_close(store);
}

/* A file's name may be any bytes; the journal stays text all the same. */
static void
names_of_files_are_cleaned(void **state)
{
	static const char name[] = "\xc3\xfb\xb2\xe1\x1b[2J\n.csv"; /* GBK */
	const struct change_info info = {.operator_name = "",
		.action = "import", .reason = name};
	struct store *store = bench_create(*state);
	struct journal_change heads[2];
	struct change *change;
	struct err err = ERR_INIT;
	int64_t id;
	size_t n;

	bench_ok(change_begin(store, &info, &change, &err), &err);
	id = bench_save(change, 0, 0, "a", NULL, NULL, NULL);
	bench_commit(change);
	bench_ok(journal_note(store, "export", 0, "", "person", id, name,
		&err), &err);
	bench_ok(journal_changes(store, NULL, 0, false, 2, heads, &n,
			 &err), &err);
	assert_int_equal(n, 2);
	assert_true(text_valid(heads[1].reason, strlen(heads[1].reason)));
	assert_null(strpbrk(heads[1].reason, "\x1b\n"));
	assert_non_null(strstr(heads[1].reason, ".csv"));
	assert_record(store, id, false, "1 new name >a\n"
		"0 note >\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
		"\xef\xbf\xbd[2J .csv\n");
	journal_change_clear(&heads[0]);
	journal_change_clear(&heads[1]);
	store_close(store);
}

/* What stood in a blanked row is not told, nor a text before from there; what
 * was touched in it nobody knows. */
static void
blanked_rows_tell_nothing(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	int64_t id = bench_add(store, "zhao"), row, change;
	struct journal_entry entry;
	struct err err = ERR_INIT;
	size_t n;

	save(store, id, 1, "zhao", "50", "one");
	save(store, id, 2, "zhao", "51", "two");
	bench_blank(bench->path, id, 2);
	assert_record(store, id, false, "1 new name >zhao\n"
		"2 blanked  >\n"
		"3 age 50>51\n3 note ?>two\n");
	row = bench_int(store, "SELECT id FROM journal WHERE version = 1");
	bench_ok(journal_touched_since(store, "person", id, "boss", row,
			 &change, &err), &err);
	assert_int_equal(change, bench_int(store,
		"SELECT change_id FROM journal WHERE version = 2"));
	bench_ok(journal_entries(store, change, 0, false, 1, &entry, &n, &err),
		&err);
	assert_int_equal(n, 1);
	assert_int_equal(entry.did, JOURNAL_CHANGED);
	store_close(store);
}

static void
the_mark_is_of_the_newest_row(void **state)
{
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	char mark[JOURNAL_MARK_SIZE];
	struct err err = ERR_INIT;
	char *hash;

	bench_ok(journal_mark(store, mark, &err), &err);
	assert_string_equal(mark, "");
	for (int i = 0; i < 3; i++) {
		bench_add(store, "单晓红");
		hash = bench_text(store, "SELECT lower(hex(hash)) FROM journal"
			" ORDER BY id DESC LIMIT 1");
		bench_ok(journal_mark(store, mark, &err), &err);
		assert_int_equal(strlen(mark), 12);
		assert_memory_equal(mark, hash, 12);
		free(hash);
	}
	store_close(store);
}

int
main(void)
{
#define JOURNAL_TEST(f) \
	cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		JOURNAL_TEST(history_of_a_record),
		JOURNAL_TEST(a_record_without_values),
		JOURNAL_TEST(a_change_in_its_order),
		JOURNAL_TEST(a_lost_text_is_named),
		JOURNAL_TEST(heads_are_read_back),
		JOURNAL_TEST(pages_of_changes),
		JOURNAL_TEST(touched_since),
		JOURNAL_TEST(counts_what_a_change_did),
		JOURNAL_TEST(notes_save_no_record),
		JOURNAL_TEST(names_of_files_are_cleaned),
		JOURNAL_TEST(blanked_rows_tell_nothing),
		JOURNAL_TEST(the_mark_is_of_the_newest_row),
	};

	return cmocka_run_group_tests_name("journal", tests, NULL, NULL);
}
