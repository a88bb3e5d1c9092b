/* What the dictionary says of branches, as saving and lists hold it. */
#include "desk.h"

#include "records/nouns.h"
#include "records/query.h"

static void
refused(struct desk *desk, struct record *record, const char *field)
{
	struct err err = ERR_INIT;

	assert_int_equal(desk_save(desk, record, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, field);
	err_clear(&err);
	record_clear(record);
}

static void
has_a_name_of_its_own(void **state)
{
	struct desk *desk = *state;
	struct record record;

	desk_new(&record, &branch_type, "upper", "苏木党委", NULL);
	refused(desk, &record, "name");
	desk_add(desk, &branch_type, "name", "嘎查党支部", NULL);
	desk_new(&record, &branch_type, "name", "嘎查党支部", NULL);
	refused(desk, &record, "name");
}

static int64_t
count_as_of(struct desk *desk, const char *day)
{
	struct query query;
	struct err err = ERR_INIT;
	int64_t n;

	query_init(&query, &branch_type);
	free(query.as_of);
	query.as_of = strdup(day);
	bench_ok(query_count(desk->store, &query, 0, &n, &err), &err);
	query_clear(&query);
	return n;
}

static void
stands_from_founding_to_closing(void **state)
{
	struct desk *desk = *state;
	struct record record;

	desk_new(&record, &branch_type, "name", "小学党支部", "founded_on",
		"2020-05-12", "closed_on", "2020-05", NULL);
	record_set(&record, "closed_on", "2019-12");
	refused(desk, &record, "closed_on");
	desk_add(desk, &branch_type, "name", "小学党支部", "founded_on",
		"2020-05-12", "closed_on", "2023-06-30", NULL);
	assert_int_equal(count_as_of(desk, "2020-05-11"), 0);
	assert_int_equal(count_as_of(desk, "2020-05-12"), 1);
	assert_int_equal(count_as_of(desk, "2023-06-30"), 1);
	assert_int_equal(count_as_of(desk, "2023-07-01"), 0);
}

static void
stays_while_members_are_in_it(void **state)
{
	struct desk *desk = *state;
	int64_t branch = desk_add(desk, &branch_type, "name", "机关党支部",
		NULL);
	int64_t member = desk_add(desk, &member_type, "name", "单晓红",
		"branch_id", desk_id(branch).s, NULL);
	struct change *change = bench_change(desk->store, "remove");
	struct err err = ERR_INIT;

	assert_int_equal(record_remove(change, &branch_type, branch, &err),
		ERR_DENIED);
	assert_non_null(strstr(err.text, "1"));
	err_clear(&err);
	change_abandon(change);
	desk_remove(desk, &member_type, member);
	desk_remove(desk, &branch_type, branch);
	assert_true(desk_is_removed(desk, &branch_type, branch));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(has_a_name_of_its_own,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(
			stands_from_founding_to_closing, desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(
			stays_while_members_are_in_it, desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("branch", tests, NULL, NULL);
}
