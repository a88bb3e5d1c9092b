#include "yardstick.h"

#include "records/checklist_changed.h"
#include "records/nouns.h"

static void
load(struct desk *desk, int64_t run, struct checklist_changed *changed)
{
	struct err err = ERR_INIT;

	bench_ok(checklist_changed_load(desk->store, run, changed, &err),
		&err);
}

static void
is(const struct checklist_changed_line *line, const char *title,
	const char *what, const char *before, const char *now)
{
	if (strstr(line->title, title) == NULL)
		fail_msg("%s", line->title);
	assert_string_equal(line->what->zh, what);
	assert_string_equal(line->before, before);
	assert_string_equal(line->now, now);
}

/* A run of two items, both met, submitted. */
static int64_t
submitted(struct desk *desk)
{
	int64_t run = yardstick_run(desk,
		yardstick_make(desk, "甲", "1", 1, 2),
		yardstick_union(desk, "联合党支部"), "0");

	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, "I1"),
		"verdict", "1", "note", "已核", NULL);
	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, "I2"),
		"verdict", "1", NULL);
	desk_put(desk, &checklist_run_type, run, "state", "2", NULL);
	return run;
}

static void
send_back(struct desk *desk, int64_t run, const char *why)
{
	desk_put(desk, &checklist_run_type, run, "state", "4", "return_why",
		why, NULL);
}

static void
tells_what_is_another_value(void **state)
{
	struct desk *desk = *state;
	struct checklist_changed changed;
	int64_t run = submitted(desk), row = yardstick_row(desk, run, "I2");

	send_back(desk, run, "第二条再核实");
	desk_put(desk, &checklist_result_type, row, "verdict", "3", "finding",
		"没有记录", "ground", "记录为零", NULL);
	desk_put(desk, &checklist_result_type, row, "verdict", "2", NULL);
	desk_put(desk, &checklist_run_type, run, "remark", "已补", NULL);
	desk_put(desk, &checklist_run_type, run, "state", "2", NULL);
	load(desk, run, &changed);
	assert_string_equal(changed.why, "第二条再核实");
	assert_int_equal(changed.lines.n, 3);
	is(&changed.lines.items[0], "", "备注", "", "已补");
	assert_int_equal(changed.lines.items[0].result, 0);
	is(&changed.lines.items[1], "I2", "结论", "已做到", "做到一部分");
	is(&changed.lines.items[2], "I2", "发现的问题", "", "没有记录");
	assert_int_equal(changed.lines.items[1].result, row);
	checklist_changed_clear(&changed);
}

/* What was put back as it was is no change. */
static void
is_silent_where_it_is_as_before(void **state)
{
	struct desk *desk = *state;
	struct checklist_changed changed;
	int64_t run = submitted(desk), row = yardstick_row(desk, run, "I1");

	send_back(desk, run, "再看");
	desk_put(desk, &checklist_result_type, row, "note", "另一句", NULL);
	desk_put(desk, &checklist_result_type, row, "note", "已核", NULL);
	load(desk, run, &changed);
	assert_int_equal(changed.lines.n, 0);
	checklist_changed_clear(&changed);
}

static void
begins_with_the_last_time(void **state)
{
	struct desk *desk = *state;
	struct checklist_changed changed;
	int64_t run = submitted(desk), row = yardstick_row(desk, run, "I1");

	send_back(desk, run, "一");
	desk_put(desk, &checklist_result_type, row, "note", "第一次补", NULL);
	desk_put(desk, &checklist_run_type, run, "state", "2", NULL);
	send_back(desk, run, "二");
	desk_put(desk, &checklist_result_type, row, "note", "第二次补", NULL);
	load(desk, run, &changed);
	assert_string_equal(changed.why, "二");
	assert_int_equal(changed.lines.n, 1);
	is(&changed.lines.items[0], "I1", "情况说明", "第一次补", "第二次补");
	checklist_changed_clear(&changed);
}

static void
tells_of_evidence(void **state)
{
	struct desk *desk = *state;
	struct checklist_changed changed;
	int64_t run = submitted(desk), row = yardstick_row(desk, run, "I1");
	int64_t old, brief;

	send_back(desk, run, "缺佐证");
	old = desk_add(desk, &evidence_type, "checklist_run_id",
		desk_id(run).s, "result_id", desk_id(row).s, "title",
		"会议照片", "note", "第三柜", NULL);
	brief = desk_add(desk, &evidence_type, "checklist_run_id",
		desk_id(run).s, "result_id", desk_id(row).s, "title", "误登",
		NULL);
	desk_remove(desk, &evidence_type, brief);
	load(desk, run, &changed);
	assert_int_equal(changed.lines.n, 1);
	is(&changed.lines.items[0], "I1", "佐证", "", "会议照片  第三柜");
	checklist_changed_clear(&changed);
	desk_put(desk, &checklist_run_type, run, "state", "2", NULL);
	send_back(desk, run, "照片不清");
	desk_remove(desk, &evidence_type, old);
	load(desk, run, &changed);
	assert_int_equal(changed.lines.n, 1);
	is(&changed.lines.items[0], "I1", "佐证", "会议照片  第三柜", "");
	checklist_changed_clear(&changed);
}

static void
refuses_what_was_never_sent_back(void **state)
{
	struct desk *desk = *state;
	struct checklist_changed changed;
	struct err err = ERR_INIT;

	bench_refused(checklist_changed_load(desk->store, submitted(desk),
			&changed, &err), ERR_ABSENT, &err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(tells_what_is_another_value,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(
			is_silent_where_it_is_as_before, desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(begins_with_the_last_time,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(tells_of_evidence, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(
			refuses_what_was_never_sent_back, desk_begin,
			desk_end),
	};

	return cmocka_run_group_tests_name("checklist_changed", tests, NULL,
		NULL);
}
