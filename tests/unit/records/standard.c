#include "yardstick.h"

#include "records/nouns.h"

/* Putting it in force is refused, or warned of, with these words. */
static void
force(struct desk *desk, int64_t standard, enum err_code expected,
	const char *words)
{
	struct notes notes = VEC_INIT;
	struct err err = ERR_INIT;
	struct record record;

	desk_load(desk, &record, &standard_type, standard);
	record_set(&record, "state", "2");
	assert_int_equal(desk_save(desk, &record, &notes, &err), expected);
	if (expected != ERR_OK)
		assert_non_null(strstr(err.text, words));
	else if (words != NULL)
		assert_non_null(strstr(notes.items[0].text, words));
	else
		assert_int_equal(notes.n, 0);
	err_clear(&err);
	notes_clear(&notes);
	record_clear(&record);
}

static int64_t
first(struct desk *desk, const char *sql)
{
	return bench_int(desk->store, sql);
}

static void
has_any_shape(void **state)
{
	struct desk *desk = *state;

	force(desk, yardstick_draft(desk, "甲", "1", 4, 11), ERR_OK, NULL);
	force(desk, yardstick_draft(desk, "乙", "1", 1, 1), ERR_OK, NULL);
	force(desk, yardstick_draft(desk, "丙", "1", 5, 300), ERR_OK, NULL);
}

static void
is_not_put_in_force_unfinished(void **state)
{
	struct desk *desk = *state;
	int64_t standard = yardstick_draft(desk, "甲", "1", 2, 0);
	int64_t group;

	force(desk, standard, ERR_INVALID, "at least one group");
	standard = yardstick_draft(desk, "乙", "1", 2, 4);
	group = first(desk, "SELECT max(id) FROM standard_group");
	desk_put(desk, &standard_group_type, group, "word_partly", "", NULL);
	force(desk, standard, ERR_INVALID, "word for partly met");
	desk_put(desk, &standard_group_type, group, "word_partly", "部分",
		"code", "G1", NULL);
	force(desk, standard, ERR_INVALID, "the same code G1");
	desk_put(desk, &standard_group_type, group, "code", "G2", NULL);
	desk_put(desk, &standard_item_type,
		first(desk, "SELECT max(id) FROM standard_item"), "code", "I1",
		NULL);
	force(desk, standard, ERR_INVALID, "“第1条” and “第4条”");
}

static void
other_counts_are_said_only(void **state)
{
	struct desk *desk = *state;
	int64_t standard = yardstick_draft(desk, "甲", "1", 2, 4);

	desk_remove(desk, &standard_item_type,
		first(desk, "SELECT max(id) FROM standard_item"));
	force(desk, standard, ERR_OK, "there ought to be 2 items");
}

static void
stays_once_used(void **state)
{
	struct desk *desk = *state;
	int64_t standard = yardstick_make(desk, "甲", "1", 2, 4);
	struct record record;
	struct err err = ERR_INIT;

	desk_put(desk, &standard_type, standard, "state", "1", NULL);
	desk_put(desk, &standard_type, standard, "state", "2", NULL);
	yardstick_run(desk, standard, yardstick_union(desk, "联合党支部"),
		"0");
	desk_load(desk, &record, &standard_type, standard);
	record_set(&record, "remark", "改");
	bench_refused(desk_save(desk, &record, NULL, &err), ERR_DENIED, &err);
	record_set(&record, "remark", "");
	record_set(&record, "state", "1");
	bench_refused(desk_save(desk, &record, NULL, &err), ERR_INVALID, &err);
	record_clear(&record);
}

static void
editions_differ(void **state)
{
	struct desk *desk = *state;
	int64_t standard = yardstick_make(desk, "甲", "1", 1, 1);
	struct record record;
	struct err err = ERR_INIT;

	desk_new(&record, &standard_type, "name", "工作标准", "code", "甲",
		"edition", "1", "status", "2", NULL);
	bench_refused(desk_save(desk, &record, NULL, &err), ERR_INVALID, &err);
	record_set(&record, "edition", "2");
	record_set(&record, "replaces_id", desk_id(standard).s);
	bench_ok(desk_save(desk, &record, NULL, &err), &err);
	record_clear(&record);
}

static void
says_that_it_is_provisional(void **state)
{
	struct desk *desk = *state;
	struct record record;
	struct err err = ERR_INIT;

	desk_new(&record, &standard_type, "name", "工作标准", "code", "甲",
		NULL);
	bench_refused(desk_save(desk, &record, NULL, &err), ERR_INVALID, &err);
	record_set(&record, "notice", "暂拟模板");
	bench_ok(desk_save(desk, &record, NULL, &err), &err);
	record_clear(&record);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(has_any_shape, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(is_not_put_in_force_unfinished,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(other_counts_are_said_only,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(stays_once_used, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(editions_differ, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(says_that_it_is_provisional,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("standard", tests, NULL, NULL);
}
