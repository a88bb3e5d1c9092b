/* Pages of changes, of a change's rows and of removals. */
#include "bench.h"

#include "store/journal.h"

enum { N_CHANGES = 60, PAGE = 7 };

static const char *const operators[] = {"单晓红", "乌兰"};
static const char *const reasons[] = {"", "名册 2026.csv", "Roster.csv"};

/* A change that does something by chance; its number is its moment. */
static void
some_change(struct bench *bench, struct store *store, int i)
{
	const struct change_info info = {
		.operator_name = operators[bench_random(&bench->seed, 2)],
		.action = i % 5 == 0 ? "undo" : "form",
		.reason = reasons[bench_random(&bench->seed, 3)],
	};
	const char *values[PERSON_N] = {"a", "", "", ""};
	struct change_row thing = {&thing_table, 0, 0, false, values};
	struct change *change;
	struct err err = ERR_INIT;

	bench->now = MOMENT + 60 * i;
	bench_ok(change_begin(store, &info, &change, &err), &err);
	bench_save(change, 0, 0, "a", NULL, NULL, NULL);
	if (bench_random(&bench->seed, 3) == 0)
		bench_ok(change_save(change, &thing, NULL, &err), &err);
	bench_commit(change);
}

static bool
is_of(struct store *store, int64_t change, const char *table)
{
	struct strbuf sql = STRBUF_INIT;
	bool is;

	strbuf_addf(&sql, "SELECT count(*) FROM journal WHERE change_id = %lld"
		" AND type = '%s'", (long long)change, table);
	is = bench_int(store, sql.s) > 0;
	strbuf_clear(&sql);
	return is;
}

/* The filter said once more, without SQL. */
static bool
fits(struct store *store, const struct journal_filter *filter,
	const struct journal_change *change)
{
	return (filter->operator_name == NULL ||
		strcmp(filter->operator_name, change->operator_name) == 0) &&
		(filter->action == NULL ||
		strcmp(filter->action, change->action) == 0) &&
		(filter->table == NULL ||
		is_of(store, change->id, filter->table)) &&
		(filter->words == NULL ||
		strstr(change->reason, "2026") != NULL) &&
		(filter->since == 0 || change->at >= filter->since) &&
		(filter->until == 0 || change->at < filter->until);
}

/* All that fit, newest first, by pages in one direction. */
static size_t
collect(struct store *store, const struct journal_filter *filter, bool newer,
	int64_t ids[N_CHANGES])
{
	struct journal_change page[PAGE];
	struct err err = ERR_INIT;
	size_t n = 0, n_found = PAGE;
	int64_t after = 0;

	while (n_found == PAGE) {
		bench_ok(journal_changes(store, filter, after, newer, PAGE,
			page, &n_found, &err), &err);
		for (size_t i = 0; i < n_found; i++) {
			size_t at = newer ? N_CHANGES - n - n_found + i : n + i;

			ids[at] = page[i].id;
			journal_change_clear(&page[i]);
		}
		n += n_found;
		if (n_found > 0)
			after = newer ? ids[N_CHANGES - n] : ids[n - 1];
	}
	if (newer)
		memmove(ids, ids + N_CHANGES - n, n * sizeof(*ids));
	return n;
}

static void
assert_filter(struct store *store, const struct journal_filter *filter)
{
	int64_t all[N_CHANGES], down[N_CHANGES], up[N_CHANGES], n_counted;
	size_t n_all = collect(store, NULL, false, all), n_fit = 0;
	struct journal_change change;
	struct err err = ERR_INIT;

	assert_int_equal(n_all, N_CHANGES);
	for (size_t i = 0; i < n_all; i++) {
		bench_ok(journal_change_load(store, all[i], &change, &err),
			&err);
		if (fits(store, filter, &change))
			all[n_fit++] = all[i];
		journal_change_clear(&change);
	}
	assert_true(n_fit > 0 && n_fit < N_CHANGES);
	assert_int_equal(collect(store, filter, false, down), n_fit);
	assert_memory_equal(down, all, n_fit * sizeof(*all));
	assert_int_equal(collect(store, filter, true, up), n_fit);
	assert_memory_equal(up, all, n_fit * sizeof(*all));
	bench_ok(journal_count_changes(store, filter, 1000, &n_counted, &err),
		&err);
	assert_int_equal(n_counted, n_fit);
	bench_ok(journal_count_changes(store, filter, 1, &n_counted, &err),
		&err);
	assert_int_equal(n_counted, 1);
}

static void
filters_narrow_the_changes_down(void **state)
{
	const struct journal_filter filters[] = {
		{.operator_name = "乌兰"},
		{.action = "undo"},
		{.table = "thing"},
		{.words = "2026  名册"},
		{.since = MOMENT + 60 * 20},
		{.until = MOMENT + 60 * 20},
		{.since = MOMENT + 60 * 5, .until = MOMENT + 60 * 50,
			.operator_name = "乌兰", .table = "thing"},
		{.operator_name = "单晓红", .words = "名册", .action = "form"},
	};
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct strvec names = VEC_INIT;
	struct err err = ERR_INIT;

	for (int i = 0; i < N_CHANGES; i++)
		some_change(bench, store, i);
	for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++)
		assert_filter(store, &filters[i]);
	bench_ok(journal_operators(store, &names, &err), &err);
	assert_int_equal(names.n, 2);
	assert_string_equal(names.items[0], "乌兰");
	assert_string_equal(names.items[1], "单晓红");
	strvec_clear(&names);
	store_close(store);
}

static void
words_do_not_heed_the_case(void **state)
{
	const struct journal_filter filter = {.words = "roster .CSV"};
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct err err = ERR_INIT;
	int64_t n;

	for (int i = 0; i < N_CHANGES; i++)
		some_change(bench, store, i);
	bench_ok(journal_count_changes(store, &filter, 1000, &n, &err), &err);
	assert_int_equal(n, bench_int(store, "SELECT count(*) FROM change_head"
					     " WHERE reason = 'Roster.csv'"));
	store_close(store);
}

/* With a clock that was put back, days go by the clock. */
static void
days_go_by_the_clock(void **state)
{
	const struct journal_filter filter = {.since = MOMENT};
	struct bench *bench = *state;
	struct store *store = bench_create(bench);
	struct journal_change page[3];
	struct err err = ERR_INIT;
	int64_t late, early;
	size_t n;

	bench->now = MOMENT + 600;
	bench_add(store, "a");
	late = bench_int(store, "SELECT max(id) FROM change_head");
	bench->now = MOMENT + 300;
	bench_add(store, "b");
	early = bench_int(store, "SELECT max(id) FROM change_head");
	bench_ok(journal_changes(store, &filter, 0, false, 3, page, &n, &err),
		&err);
	assert_int_equal(n, 2);
	assert_int_equal(page[0].id, late);
	assert_int_equal(page[1].id, early);
	journal_change_clear(&page[0]);
	journal_change_clear(&page[1]);
	store_close(store);
}

static void
rows_of_a_change_are_paged(void **state)
{
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "import");
	struct journal_entry page[4];
	int64_t id = change_id(change), first;
	struct err err = ERR_INIT;
	size_t n;

	first = bench_save(change, 0, 0, "a", NULL, NULL, NULL);
	for (int i = 0; i < 4; i++)
		bench_save(change, first, i + 1, i % 2 ? "a" : "b", NULL, NULL,
			NULL);
	bench_commit(change);
	bench_ok(journal_entries(store, id, 0, false, 3, page, &n, &err), &err);
	assert_int_equal(n, 3);
	assert_int_equal(page[0].did, JOURNAL_MADE);
	assert_int_equal(page[0].record, first);
	assert_string_equal(page[0].table, "person");
	assert_int_equal(page[2].did, JOURNAL_CHANGED);
	assert_int_equal(page[2].version, 3);
	bench_ok(journal_entries(store, id, page[2].row, false, 4, page, &n,
		&err), &err);
	assert_int_equal(n, 2);
	assert_int_equal(page[1].version, 5);
	bench_ok(journal_entries(store, id, page[0].row, true, 2, page, &n,
		&err), &err);
	assert_int_equal(n, 2);
	assert_int_equal(page[0].version, 3);
	assert_int_equal(page[1].version, 2);
	bench_ok(journal_entries(store, id, 0, true, 4, page, &n, &err), &err);
	assert_int_equal(n, 4);
	assert_int_equal(page[0].version, 5);
	store_close(store);
}

/* Removes the person, or brings it back, within a change. */
static void
put(struct change *change, int64_t id, int64_t version, bool deleted)
{
	const char *values[PERSON_N] = {"a", "", "", ""};
	struct change_row row = {&person_table, id, version, deleted, values};
	struct err err = ERR_INIT;

	bench_ok(change_save(change, &row, NULL, &err), &err);
}

static void
removals_are_paged_newest_first(void **state)
{
	struct store *store = bench_create(*state);
	struct journal_entry page[2];
	struct err err = ERR_INIT;
	struct change *change;
	int64_t ids[5], after = 0, rows[5];
	size_t n, at = 0;

	for (size_t i = 0; i < 5; i++)
		ids[i] = bench_add(store, "a");
	change = bench_change(store, "remove");
	for (size_t i = 0; i < 3; i++)
		put(change, ids[i], 1, true);
	bench_commit(change);
	change = bench_change(store, "restore");
	put(change, ids[1], 2, false);
	bench_commit(change);
	change = bench_change(store, "remove");
	for (size_t i = 3; i < 5; i++)
		put(change, ids[i], 1, true);
	bench_commit(change);
	do {
		bench_ok(journal_removals(store, after, false, 2, page, &n,
			&err), &err);
		for (size_t i = 0; i < n; i++) {
			assert_int_equal(page[i].record, ids[4 - at]);
			assert_int_equal(page[i].did, JOURNAL_REMOVED);
			rows[at++] = after = page[i].row;
		}
	} while (n == 2);
	assert_int_equal(at, 5);
	bench_ok(journal_removals(store, rows[3], true, 2, page, &n, &err),
		&err);
	assert_int_equal(n, 2);
	assert_int_equal(page[0].row, rows[2]);
	assert_int_equal(page[1].row, rows[1]);
	bench_ok(journal_removals(store, 0, true, 2, page, &n, &err), &err);
	assert_int_equal(page[0].row, rows[4]);
	store_close(store);
}

static void
one_row_is_read_alone(void **state)
{
	struct store *store = bench_create(*state);
	struct change *change = bench_change(store, "form");
	int64_t a, b, id = change_id(change), row;
	struct journal_reader *reader;
	struct journal_field field;
	struct err err = ERR_INIT;
	bool more;

	a = bench_save(change, 0, 0, "a", "3", NULL, NULL);
	b = bench_save(change, 0, 0, "b", NULL, NULL, NULL);
	bench_commit(change);
	row = bench_int(store, "SELECT max(id) FROM journal");
	bench_ok(journal_read_row(store, row, &reader, &err), &err);
	bench_ok(journal_next(reader, &field, &more, &err), &err);
	assert_true(more);
	assert_int_equal(field.record, b);
	bench_ok(journal_next(reader, &field, &more, &err), &err);
	assert_false(more);
	journal_close(reader);
	bench_ok(journal_read_part(store, id, "person", a, &reader, &err),
		&err);
	for (int i = 0; i < 2; i++) {
		bench_ok(journal_next(reader, &field, &more, &err), &err);
		assert_true(more);
		assert_int_equal(field.record, a);
	}
	bench_ok(journal_next(reader, &field, &more, &err), &err);
	assert_false(more);
	journal_close(reader);
	store_close(store);
}

int
main(void)
{
#define LIST_TEST(f) \
	cmocka_unit_test_setup_teardown(f, bench_begin, bench_end)
	const struct CMUnitTest tests[] = {
		LIST_TEST(filters_narrow_the_changes_down),
		LIST_TEST(words_do_not_heed_the_case),
		LIST_TEST(days_go_by_the_clock),
		LIST_TEST(rows_of_a_change_are_paged),
		LIST_TEST(removals_are_paged_newest_first),
		LIST_TEST(one_row_is_read_alone),
	};

	return cmocka_run_group_tests_name("journal_list", tests, NULL, NULL);
}
