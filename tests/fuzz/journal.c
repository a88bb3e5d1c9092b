/* Any text through the gate into the journal and back; and a journal whose
 * JSON somebody has spoilt. */
#include "fuzz.h"
#include "store/bench.h"

#include "base/text.h"
#include "base/xalloc.h"
#include "store/check.h"
#include "store/journal.h"

static const struct fuzz_seed seeds[] = {
	FUZZ_SEED("单晓红"), FUZZ_SEED("\"quoted\" \\back\\ /slash/"),
	FUZZ_SEED("{\"name\":[\"old\",\"new\"]}"), FUZZ_SEED("line\nline\ttab"),
	FUZZ_SEED("\x01\x02\x1f\x7f"), FUZZ_SEED("\\u0000\\n"),
	FUZZ_SEED("\xe2\x80\xa8\xe2\x80\xa9\xef\xbf\xbf"), FUZZ_SEED("𠮷"),
	FUZZ_SEED("null"), FUZZ_SEED("[]"), FUZZ_SEED("'; DROP TABLE person"),
};

/* The person whose name and note change all the time. */
struct person {
	struct store *store;
	int64_t id;
	int64_t version;
	struct strbuf name;
	struct strbuf note;
};

/* The newest row of the journal says from what to what. */
static void
look_at(const struct fuzz *fuzz, struct person *person, const char *old_name,
	const char *old_note)
{
	struct journal_reader *reader;
	struct journal_field field;
	struct err err = ERR_INIT;
	bool more;

	bench_ok(journal_read_record(person->store, "person", person->id, true,
			 &reader, &err), &err);
	for (;;) {
		bool is_name;

		bench_ok(journal_next(reader, &field, &more, &err), &err);
		if (!more || field.version != person->version)
			break;
		is_name = strcmp(field.field, "name") == 0;
		fuzz_expect(fuzz, strcmp(field.old_value,
				is_name ? old_name : old_note) == 0,
			"the journal keeps what was there");
		fuzz_expect(fuzz, strcmp(field.new_value, is_name
				? person->name.s : person->note.s) == 0,
			"the journal keeps what is there");
	}
	journal_close(reader);
}

static void
try_change(struct fuzz *fuzz, void *data)
{
	struct person *person = data;
	size_t len = text_first_bad(fuzz->input.s, fuzz->input.len);
	char *old_name = xstrdup(person->name.s);
	char *old_note = xstrdup(person->note.s);
	int64_t before = person->version;
	struct change *change;

	strbuf_reset(&person->name);
	strbuf_addf(&person->name, "x%.*s", (int)len, fuzz->input.s);
	strbuf_reset(&person->note);
	strbuf_add_bytes(&person->note, fuzz->input.s, len);
	change = bench_change(person->store, "form");
	person->id = bench_save(change, person->id, person->version,
		person->name.s, NULL, NULL, person->note.s);
	bench_commit(change);
	person->version = bench_int(person->store,
		"SELECT max(version) FROM person");
	if (person->version > before)
		look_at(fuzz, person, old_name, old_note);
	free(old_name);
	free(old_note);
}

static void
show_fault(void *data, const char *sentence)
{
	strbuf_addf(data, "%s\n", sentence);
}

static void
check(struct store *store, struct strbuf *faults, struct check_result *result)
{
	struct err err = ERR_INIT;

	bench_ok(check_run(store, true, NULL, show_fault, faults, result,
			 &err), &err);
}

static void
texts_come_back(void **state)
{
	struct person person = {.store = bench_create(*state),
		.name = STRBUF_INIT, .note = STRBUF_INIT};
	struct strbuf faults = STRBUF_INIT;
	struct check_result result;

	fuzz_run(seeds, N_ITEMS(seeds), 300, try_change, &person);
	check(person.store, &faults, &result);
	assert_string_equal(faults.s, "");
	strbuf_clear(&faults);
	strbuf_clear(&person.name);
	strbuf_clear(&person.note);
	store_close(person.store);
}

/* What stands in the journal of a file on which somebody has been at work. */
static const struct fuzz_seed fields[] = {
	FUZZ_SEED("{\"name\":\"wang\"}"),
	FUZZ_SEED("{\"name\":[\"wang\",\"li\"],\"age\":[\"\",\"50\"]}"),
	FUZZ_SEED("{\"note\":[{\"hash\":\"00\"},\"new\"]}"),
	FUZZ_SEED("{\"deleted\":[\"0\",\"1\"]}"), FUZZ_SEED("{}"),
	FUZZ_SEED("[[[[[[[[[[[[[[[["), FUZZ_SEED("{\"name\":[1,null,{},[]]}"),
	FUZZ_SEED("{\"\":{\"\":{\"\":\"\"}}}"), FUZZ_SEED("\"text\""),
	FUZZ_SEED("{\"name\":[\"\\ud842\",\"\\u0000\"]}"), FUZZ_SEED(""),
};

static void
put_fields(struct store *store, int64_t row, const struct strbuf *text)
{
	enum guard before = store->guard;
	sqlite3_stmt *stmt;

	store->guard = GUARD_OPEN;
	assert_int_equal(sqlite3_prepare_v2(store->db,
				 "UPDATE journal SET fields = ?1 WHERE id = ?2",
				 -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_text(stmt, 1, text->s, (int)text->len, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 2, row);
	assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
	sqlite3_finalize(stmt);
	store->guard = before;
}

static void
read_all(const struct fuzz *fuzz, struct person *person)
{
	struct journal_reader *reader;
	struct journal_field field;
	struct err err = ERR_INIT;
	enum err_code code;
	bool more = true;

	bench_ok(journal_read_record(person->store, "person", person->id, true,
			 &reader, &err), &err);
	while ((code = journal_next(reader, &field, &more, &err)) == ERR_OK &&
		more)
		fuzz_expect(fuzz, field.field != NULL &&
				field.old_value != NULL &&
				field.new_value != NULL, "fields have values");
	fuzz_answered(fuzz, code, 1u << ERR_STORE | 1u << ERR_SEAL, &err);
	journal_close(reader);
}

static void
try_fields(struct fuzz *fuzz, void *data)
{
	struct person *person = data;
	int64_t row = bench_int(person->store, "SELECT max(id) FROM journal");
	char *before = bench_text(person->store,
		"SELECT fields FROM journal ORDER BY id DESC LIMIT 1");
	struct strbuf was = STRBUF_INIT, faults = STRBUF_INIT;
	struct check_result result;

	strbuf_add(&was, before);
	put_fields(person->store, row, &fuzz->input);
	read_all(fuzz, person);
	check(person->store, &faults, &result);
	fuzz_expect(fuzz, result.n_faults > 0 || (was.len == fuzz->input.len &&
			memcmp(was.s, fuzz->input.s, was.len) == 0),
		"the check finds a changed journal");
	put_fields(person->store, row, &was);
	strbuf_clear(&was);
	strbuf_clear(&faults);
	free(before);
}

static void
spoilt_fields_are_found(void **state)
{
	struct person person = {.store = bench_create(*state)};
	struct change *change;

	person.id = bench_add(person.store, "wang");
	change = bench_change(person.store, "form");
	bench_save(change, person.id, 1, "li", "50", NULL, "words");
	bench_commit(change);
	fuzz_run(fields, N_ITEMS(fields), 300, try_fields, &person);
	store_close(person.store);
}

#define at_a_bench(test) \
	cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_bench(texts_come_back),
		at_a_bench(spoilt_fields_are_found),
	};

	setenv("TZ", "UTC", 1);
	return cmocka_run_group_tests_name("fuzz journal", tests, NULL, NULL);
}
