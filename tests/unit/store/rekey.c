#include "bench.h"

#include "base/strbuf.h"
#include "store/check.h"
#include "store/rekey.h"

/* The next program finds people by their name's last letter alone, and sorts
 * them by age. */
static void
derive_otherwise(const struct table *table, const char *const *values,
	struct derived *derived)
{
	const char *name = values[PERSON_NAME];

	(void)table;
	strbuf_add(&derived->sort_key, values[PERSON_AGE]);
	if (*name != '\0')
		derived_add_key(derived, FIND_NAME, name + strlen(name) - 1);
}

/* Tables of a program of that derivation; 0 is the bench's own. */
static struct table persons[2];
static const struct table *const tables_of[2][2] = {
	{&persons[0], &thing_table},
	{&persons[1], &thing_table},
};

static int
prepare(void **state)
{
	persons[0] = persons[1] = person_table;
	persons[1].derive = derive_otherwise;
	persons[1].derivation = 1;
	return bench_begin(state);
}

static struct store *
open_as(struct bench *bench, unsigned flags, int derivation)
{
	struct store_opening opening =
		bench_opening(bench, bench->path, BENCH_N_STEPS);
	struct err err = ERR_INIT;
	struct store *store;

	opening.flags = flags;
	bench_ok(store_open_with(&opening, &store, &err), &err);
	store_set_tables(store, tables_of[derivation], 2);
	return store;
}

/* Three people, one of them removed, by the bench's derivation. */
static void
fill(struct bench *bench)
{
	struct store *store = bench_create(bench);
	struct change *change = bench_change(store, "form");
	const char *removed[PERSON_N] = {"wang", "", "", ""};
	struct change_row gone = {&person_table, 0, 1, true, removed};
	struct err err = ERR_INIT;

	bench_save(change, 0, 0, "zhao", "50", NULL, "");
	bench_save(change, 0, 0, "qian", "40", NULL, "");
	bench_commit(change);
	gone.id = bench_add(store, "wang");
	change = bench_change(store, "form");
	bench_ok(change_save(change, &gone, NULL, &err), &err);
	bench_commit(change);
	store_close(store);
}

static void
collect(void *data, const char *sentence)
{
	strbuf_addf(data, "%s\n", sentence);
}

static void
note_warning(struct job *job, const char *sentence)
{
	strbuf_addf(job->data, "%s\n", sentence);
}

static void
assert_well(struct store *store, bool warned)
{
	struct strbuf faults = STRBUF_INIT, warnings = STRBUF_INIT;
	struct job job = {.warn = note_warning, .data = &warnings};
	struct check_result result;
	struct err err = ERR_INIT;

	bench_ok(check_run(store, false, &job, collect, &faults, &result,
			 &err), &err);
	assert_string_equal(faults.s, "");
	assert_int_equal(warnings.len > 0, warned);
	strbuf_clear(&faults);
	strbuf_clear(&warnings);
}

static void
assert_keys(struct store *store, const char *expected)
{
	char *text = bench_text(store,
		"SELECT ifnull(group_concat(list || key, ' '), '') FROM "
		"(SELECT list % 8 AS list, key FROM find_key ORDER BY key)");

	assert_string_equal(text, expected);
	free(text);
}

static void
makes_them_anew_once(void **state)
{
	struct bench *bench = *state;
	struct err err = ERR_INIT;
	struct store *store;

	fill(bench);
	store = open_as(bench, 0, 1);
	assert_true(rekey_is_due(store));
	bench_ok(rekey_run(store, NULL, &err), &err);
	assert_false(rekey_is_due(store));
	assert_keys(store, "0n 0o");
	assert_int_equal(bench_int(store,
		"SELECT count(*) FROM person WHERE sort_key = "
		"ifnull(age, '')"), 3);
	assert_int_equal(bench_int(store, "SELECT max(version) FROM person"),
		2);
	assert_well(store, false);
	bench_commit(bench_change(store, "form"));
	store_close(store);
	store = open_as(bench, 0, 1);
	assert_false(rekey_is_due(store));
	store_close(store);
}

static void
leaves_the_read_only(void **state)
{
	struct bench *bench = *state;
	struct err err = ERR_INIT;
	struct store *store;

	fill(bench);
	store = open_as(bench, STORE_READ_ONLY, 1);
	bench_ok(rekey_run(store, NULL, &err), &err);
	assert_true(rekey_is_due(store));
	assert_keys(store, "440 450 1an 1ao 0qian 0zhao");
	assert_well(store, true);
	store_close(store);
}

static bool
always(struct job *job)
{
	(void)job;
	return true;
}

static void
stops_when_asked(void **state)
{
	struct bench *bench = *state;
	struct job job = {.cancelled = always};
	struct err err = ERR_INIT;
	struct store *store;

	fill(bench);
	store = open_as(bench, 0, 1);
	bench_refused(rekey_run(store, &job, &err), ERR_CANCELLED, &err);
	assert_true(rekey_is_due(store));
	bench_commit(bench_change(store, "form")); /* and can be written */
	store_close(store);
	store = open_as(bench, 0, 0);
	assert_well(store, false);
	store_close(store);
}

/* A window of the older program that is still open would go on making keys by
 * its own derivation. */
static void
stops_the_older_program(void **state)
{
	const struct change_info info = {.operator_name = "", .action = "form",
		.reason = ""};
	struct bench *bench = *state;
	struct store *old, *new;
	struct change *change;
	struct err err = ERR_INIT;

	fill(bench);
	old = open_as(bench, 0, 0);
	new = open_as(bench, 0, 1);
	bench_ok(rekey_run(new, NULL, &err), &err);
	bench_refused(change_begin(old, &info, &change, &err), ERR_STORE,
		&err);
	bench_commit(bench_change(new, "form"));
	store_close(old);
	store_close(new);
}

#define at_a_bench(test) \
	cmocka_unit_test_setup_teardown(test, prepare, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_bench(makes_them_anew_once),
		at_a_bench(leaves_the_read_only),
		at_a_bench(stops_when_asked),
		at_a_bench(stops_the_older_program),
	};

	return cmocka_run_group_tests_name("rekey", tests, NULL, NULL);
}
