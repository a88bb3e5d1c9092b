/* How many results had which verdict. */
#include "yardstick.h"

#include "records/nouns.h"
#include "records/verdict_count.h"

static void
judge(struct desk *desk, int64_t run, const char *code, const char *verdict)
{
	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, code),
		"verdict", verdict, NULL);
}

static void
load(struct desk *desk, enum verdict_by by, int year, const char *part,
	struct verdict_counts *counts)
{
	const struct verdict_filter filter = {year, part};
	struct err err = ERR_INIT;

	bench_ok(verdict_counts_load(desk->store, by, &filter, counts, &err),
		&err);
}

static void
is(const struct verdict_count *count, const char *label, int64_t n_runs,
	int64_t n_met, int64_t n_partly, int64_t n_unmet, int64_t n_open)
{
	assert_string_equal(count->label, label);
	assert_int_equal(count->n_runs, n_runs);
	assert_int_equal(count->n_met, n_met);
	assert_int_equal(count->n_partly, n_partly);
	assert_int_equal(count->n_unmet, n_unmet);
	assert_int_equal(count->n_open, n_open);
}

/* Two unions, one of them led by a committee, and three runs of two items. */
static int64_t
make_runs(struct desk *desk)
{
	int64_t standard = yardstick_make(desk, "甲", "1", 1, 2);
	int64_t committee = desk_add(desk, &unit_type, "name", "苏木党委", NULL);
	int64_t first = yardstick_union(desk, "阿支部");
	int64_t second = yardstick_union(desk, "波支部");
	int64_t run;

	desk_put(desk, &union_org_type, second, "committee_id",
		desk_id(committee).s, NULL);
	run = yardstick_run(desk, standard, first, "1");
	judge(desk, run, "I1", "1");
	judge(desk, run, "I2", "3");
	run = yardstick_run(desk, standard, second, "1");
	judge(desk, run, "I1", "2");
	run = yardstick_run(desk, standard, second, "2");
	judge(desk, run, "I1", "9");
	judge(desk, run, "I2", "1");
	return run;
}

static void
counts_by_each(void **state)
{
	struct desk *desk = *state;
	struct verdict_counts counts;

	make_runs(desk);
	load(desk, VERDICT_BY_ITEM, 0, "", &counts);
	assert_int_equal(counts.n, 2);
	assert_int_equal(counts.items[0].n_runs, 3);
	assert_int_equal(counts.items[0].n_met, 1);
	assert_int_equal(counts.items[0].n_partly, 1);
	assert_int_equal(counts.items[0].n_not_applicable, 1);
	assert_int_equal(counts.items[1].n_open, 1);
	verdict_counts_clear(&counts);
	load(desk, VERDICT_BY_UNION, 0, "", &counts);
	assert_int_equal(counts.n, 2);
	is(&counts.items[0], "阿支部", 1, 1, 0, 1, 0);
	is(&counts.items[1], "波支部", 2, 1, 1, 0, 1);
	verdict_counts_clear(&counts);
	load(desk, VERDICT_BY_COMMITTEE, 0, "", &counts);
	assert_int_equal(counts.n, 2);
	is(&counts.items[0], "", 1, 1, 0, 1, 0);
	is(&counts.items[1], "苏木党委", 2, 1, 1, 0, 1);
	verdict_counts_clear(&counts);
	load(desk, VERDICT_BY_PERIOD, 0, "", &counts);
	assert_int_equal(counts.n, 2);
	is(&counts.items[0], "2025 first half", 2, 1, 1, 1, 1);
	is(&counts.items[1], "2025 second half", 1, 1, 0, 0, 0);
	verdict_counts_clear(&counts);
}

static void
counts_what_is_asked_for(void **state)
{
	struct desk *desk = *state;
	int64_t run = make_runs(desk);
	struct verdict_counts counts;

	load(desk, VERDICT_BY_UNION, 2025, "1", &counts);
	assert_int_equal(counts.n, 2);
	is(&counts.items[1], "波支部", 1, 0, 1, 0, 1);
	verdict_counts_clear(&counts);
	load(desk, VERDICT_BY_UNION, 2024, "", &counts);
	assert_int_equal(counts.n, 0);
	verdict_counts_clear(&counts);
	desk_remove(desk, &checklist_run_type, run);
	load(desk, VERDICT_BY_PERIOD, 2025, "", &counts);
	assert_int_equal(counts.n, 1);
	verdict_counts_clear(&counts);
}

static void
each_has_its_words(void **state)
{
	(void)state;
	for (int by = 0; by < VERDICT_BY_N; by++) {
		const struct verdict_grouping *of = &verdict_groupings[by];

		assert_int_equal(verdict_by_find(of->name), by);
		assert_int_equal(verdict_by_find(of->term.zh), by);
	}
	assert_int_equal(verdict_by_find("张"), VERDICT_BY_N);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(counts_by_each),
		TEST(counts_what_is_asked_for),
		cmocka_unit_test(each_has_its_words),
	};

	return cmocka_run_group_tests_name("verdict_count", tests, NULL, NULL);
}
