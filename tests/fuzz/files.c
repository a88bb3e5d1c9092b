/* Database and drafts with bytes that a dying disk has turned. */
#include "fuzz.h"
#include "store/place.h"

#include "store/check.h"
#include "store/draft.h"

static void
read_file(const char *path, struct strbuf *out)
{
	struct err err = ERR_INIT;

	strbuf_reset(out);
	bench_ok(file_read(path, 16 << 20, out, &err), &err);
}

static void
write_file(const char *path, const struct strbuf *bytes)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes->s, 1, bytes->len, file), bytes->len);
	assert_int_equal(fclose(file), 0);
}

/* Turns some bytes, half of the times in one page, sometimes cuts the end. */
static void
turn_bytes(struct fuzz *fuzz, struct strbuf *bytes)
{
	bool in_a_page = fuzz_below(fuzz, 2) == 0;
	size_t page = fuzz_below(fuzz, bytes->len) / 4096 * 4096;

	for (uint64_t n = 1 + fuzz_below(fuzz, 16); n > 0; n--) {
		size_t at = in_a_page ? page + fuzz_below(fuzz, 4096)
				      : fuzz_below(fuzz, bytes->len);

		if (at < bytes->len)
			bytes->s[at] = (char)fuzz_below(fuzz, 256);
	}
	if (fuzz_below(fuzz, 20) == 0)
		strbuf_truncate(bytes, fuzz_below(fuzz, bytes->len));
}

/* Everything that the check should vouch for, as text. */
static char *
contents(struct store *store)
{
	return bench_text(store, "SELECT (SELECT group_concat(id || name || "
		"ifnull(age, '') || note || version || deleted) FROM person) "
		"|| (SELECT group_concat(id || fields) FROM journal)");
}

static void
count_fault(void *data, const char *sentence)
{
	(void)data;
	assert_true(sentence[0] != '\0');
}

/* Opening refuses, or the check finds it, or nothing has changed. */
static void
open_turned(const struct fuzz *fuzz, struct bench *bench, const char *good)
{
	const struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);
	struct store *store = NULL;
	struct check_result result = {0};
	struct err err = ERR_INIT;
	enum err_code code = store_open_with(&opening, &store, &err);
	const struct table *const tables[] = {&person_table, &thing_table};
	char *found;

	fuzz_answered(fuzz, code, 1u << ERR_STORE | 1u << ERR_FILE, &err);
	if (code != ERR_OK)
		return;
	store_set_tables(store, tables, N_ITEMS(tables));
	code = check_run(store, false, NULL, count_fault, NULL, &result, &err);
	fuzz_answered(fuzz, code, 1u << ERR_STORE, &err);
	if (code == ERR_OK && result.n_faults == 0) {
		found = contents(store);
		assert_string_equal(found, good);
		free(found);
	}
	store_close(store);
}

static void
fill(struct store *store)
{
	struct change *change = bench_change(store, "import");
	struct strbuf name = STRBUF_INIT;
	int64_t id = 0;

	for (int i = 0; i < 60; i++) {
		strbuf_reset(&name);
		strbuf_addf(&name, "member %d", i);
		id = bench_save(change, 0, 0, name.s, "40", NULL, "第一行");
	}
	bench_commit(change);
	change = bench_change(store, "form");
	bench_save(change, id, 1, "单晓红", "41", NULL, "第二行");
	bench_commit(change);
	strbuf_clear(&name);
}

static void
a_turned_database_is_refused_or_found(void **state)
{
	struct bench *bench = *state;
	struct fuzz fuzz = {fuzz_first_seed(), STRBUF_INIT};
	struct strbuf good = STRBUF_INIT;
	struct store *store = bench_create(bench);
	char *was;

	fill(store);
	was = contents(store);
	store_close(store);
	read_file(bench->path, &good);
	for (int n = fuzz_rounds(150); n > 0; n--) {
		strbuf_reset(&fuzz.input);
		strbuf_add_bytes(&fuzz.input, good.s, good.len);
		turn_bytes(&fuzz, &fuzz.input);
		write_file(bench->path, &fuzz.input);
		open_turned(&fuzz, bench, was);
	}
	strbuf_clear(&fuzz.input);
	strbuf_clear(&good);
	free(was);
}

/* Typing goes on: what is there is offered or put aside, and a new draft can
 * be written. */
static void
open_drafts(const struct fuzz *fuzz, struct store *store)
{
	unsigned allowed = 1u << ERR_STORE | 1u << ERR_FILE | 1u << ERR_ABSENT |
		1u << ERR_BUSY;
	struct drafts *drafts = NULL;
	struct draft_list list = VEC_INIT;
	struct draft draft;
	struct err err = ERR_INIT;
	enum err_code code = drafts_open(store, &drafts, &err);

	fuzz_answered(fuzz, code, allowed, &err);
	if (code != ERR_OK)
		return;
	code = drafts_list(drafts, 0, &list, &err);
	fuzz_answered(fuzz, code, allowed, &err);
	for (size_t i = 0; i < list.n; i++) {
		draft_init(&draft);
		code = drafts_load(drafts, list.items[i].number, &draft, &err);
		fuzz_answered(fuzz, code, allowed, &err);
		draft_clear(&draft);
	}
	draft_list_clear(&list);
	draft_init(&draft);
	draft_add(&draft, "name", "单晓红");
	code = drafts_write(drafts, &draft, &err);
	fuzz_answered(fuzz, code, allowed, &err);
	draft_clear(&draft);
	drafts_close(drafts);
}

static void
type_drafts(struct store *store)
{
	struct drafts *drafts;
	struct draft draft;
	struct err err = ERR_INIT;

	bench_ok(drafts_open(store, &drafts, &err), &err);
	for (int i = 0; i < 10; i++) {
		draft_init(&draft);
		draft_add(&draft, "name", "甲");
		draft_add(&draft, "note", "第一行\n第二行");
		bench_ok(drafts_write(drafts, &draft, &err), &err);
		draft_clear(&draft);
	}
	drafts_close(drafts);
}

static void
turned_drafts_stop_nobody(void **state)
{
	struct bench *bench = *state;
	struct fuzz fuzz = {fuzz_first_seed(), STRBUF_INIT};
	struct store *store = place_create(bench);
	char *path = place_file(bench, "office.db-drafts");
	struct strbuf good = STRBUF_INIT;

	type_drafts(store);
	read_file(path, &good);
	for (int n = fuzz_rounds(150); n > 0; n--) {
		strbuf_reset(&fuzz.input);
		strbuf_add_bytes(&fuzz.input, good.s, good.len);
		turn_bytes(&fuzz, &fuzz.input);
		write_file(path, &fuzz.input);
		bench->now++;
		open_drafts(&fuzz, store);
	}
	strbuf_clear(&fuzz.input);
	strbuf_clear(&good);
	free(path);
	store_close(store);
}

#define at_a_bench(test) \
	cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_bench(a_turned_database_is_refused_or_found),
		at_a_bench(turned_drafts_stop_nobody),
	};

	setenv("TZ", "UTC", 1);
	return cmocka_run_group_tests_name("fuzz files", tests, NULL, NULL);
}
