#include "printed.h"

#define NOTICE "暂拟模板，非原文"

/* A standard of one group of n items, each with its number as its code. */
static int64_t
add_standard(struct office *office, size_t n, int64_t *items)
{
	int64_t standard = office_add(office->store, "standard",
		"name=工作标准;code=QBJ;status=1;notice=" NOTICE);
	char *words = xasprintf("standard_id=%s;order_no=1;code=F;name=七防;"
		"word_met=未发现;word_partly=有苗头;word_unmet=存在",
		office_id(standard));
	int64_t group = office_add(office->store, "standard_group", words);

	free(words);
	for (size_t i = 0; i < n; i++) {
		words = xasprintf("standard_id=%s;group_id=%s;order_no=%zu;"
			"code=F%zu;text=第%zu防", office_id(standard),
			office_id(group), i + 1, i + 1, i + 1);
		items[i] = office_add(office->store, "standard_item", words);
		free(words);
	}
	return standard;
}

/* A check with the verdicts of the first items, "132" and so on. */
static int64_t
add_run(struct office *office, int64_t org, int64_t standard,
	const char *words, const int64_t *items, const char *verdicts)
{
	char *all = xasprintf("union_org_id=%s;standard_id=%s;%s",
		office_id(org), office_id(standard), words);
	int64_t run = office_add(office->store, "checklist_run", all);

	free(all);
	for (size_t i = 0; verdicts[i] != '\0'; i++) {
		all = xasprintf("checklist_run_id=%s;item_id=%s;order_no=%zu;"
			"grp=七防;code=F%zu;text=第%zu防;verdict=%c",
			office_id(run), office_id(items[i]), i + 1, i + 1,
			i + 1, verdicts[i]);
		office_add(office->store, "checklist_result", all);
		free(all);
	}
	return run;
}

#define FIRST "year=2024;part=1;from_on=2024-01-01;until_on=2024-06-30"
#define SECOND "year=2024;part=2;from_on=2024-07-01;until_on=2024-12-31"
#define BEFORE "year=2023;part=2;from_on=2023-07-01;until_on=2023-12-31"

static void
shows_the_period_of_the_check(void **state)
{
	struct office *office = *state;
	int64_t items[4], orgs[2], standard, run;
	struct paper paper;

	office_add(office->store, "office", "name=苏木党委");
	orgs[0] = office_add(office->store, "union_org", "name=甲联合党支部");
	orgs[1] = office_add(office->store, "union_org", "name=乙联合党支部");
	standard = add_standard(office, 4, items);
	add_run(office, orgs[0], standard, BEFORE, items, "3");
	add_run(office, orgs[0], standard, FIRST, items, "11");
	run = add_run(office, orgs[0], standard, SECOND, items, "239");
	printed_make(office, "board", run, &paper);
	assert_true(paper.landscape);
	assert_string_equal(paper.mark, NOTICE);
	printed_assert(&paper, "Board of checklists\nsecond half of 2024\n"
		"Standard: 工作标准\n"
		"Unions: 2; checked: 1; worse than at the check before (!): "
		"1; put right and found again (*): 1.\n"
		"In the tables - is what does not apply and . what is not "
		"judged; a union without signs has no check.\n"
		"一、七防\n七防: ✓ 未发现, ~ 有苗头, ✗ 存在.\n"
		"F1 第1防, F2 第2防, F3 第3防, F4 第4防.\n"
		"Union organisation\tJudged\tF1\tF2\tF3\tF4\t#\n"
		"甲联合党支部\t3/4 draft\t~*\t✗!\t-\t.\t#\n"
		"乙联合党支部\t\t\t\t\t\t#\n\n"
		"二、Worse or come back\n"
		"Union organisation\tItem\tLast time\tThis time\t"
		"What became of it\t#\n"
		"甲联合党支部\tF1 第1防\t未发现\t有苗头\tcame back\t#\n"
		"甲联合党支部\tF2 第2防\t未发现\t存在\tworse\t#\n\n",
		NOTICE "\t苏木党委\n");
	paper_clear(&paper);
}

/* What has no room beside the unions goes to a further table. */
static void
parts_what_is_too_wide(void **state)
{
	struct office *office = *state;
	int64_t items[40], org, standard;
	struct paper paper;
	size_t widths[8], n = 0;

	org = office_add(office->store, "union_org", "name=甲联合党支部");
	standard = add_standard(office, N_ITEMS(items), items);
	printed_make(office, "board", add_run(office, org, standard, SECOND,
		items, "1"), &paper);
	for (size_t i = 0; i < paper.n; i++)
		if (paper.blocks[i].kind == PAPER_TABLE)
			widths[n++] = paper.blocks[i].n_columns;
	assert_int_equal(n, 3);
	assert_int_equal(widths[0], 18);
	assert_int_equal(widths[1], 18);
	assert_int_equal(widths[2], 10);
	paper_clear(&paper);
}

int
main(void)
{
#define BOARD_TEST(f) \
	cmocka_unit_test_setup_teardown(f, office_set_up, office_tear_down)
	const struct CMUnitTest tests[] = {
		BOARD_TEST(shows_the_period_of_the_check),
		BOARD_TEST(parts_what_is_too_wide),
	};

	return cmocka_run_group_tests_name("print_board", tests, NULL, NULL);
}
