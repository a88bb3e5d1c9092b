#include "yardstick.h"

#include "base/xalloc.h"
#include "records/nouns.h"

/* Saves a value of a run as this operator. */
static enum err_code
save_as(struct desk *desk, int64_t operator_id, int64_t run,
	const char *field, const char *value, struct notes *notes,
	struct err *err)
{
	const struct change_info info = {.operator_id = operator_id,
		.operator_name = "", .action = "form", .reason = ""};
	struct change *change;
	struct record record;
	enum err_code code;

	desk_load(desk, &record, &checklist_run_type, run);
	record_set(&record, field, value);
	bench_ok(change_begin(desk->store, &info, &change, err), err);
	code = record_save(change, &record, NULL, notes, err);
	code = change_end(change, code, err);
	record_clear(&record);
	return code;
}

static void
goes(struct desk *desk, int64_t operator_id, int64_t run, const char *state)
{
	struct err err = ERR_INIT;

	bench_ok(save_as(desk, operator_id, run, "state", state, NULL, &err),
		&err);
}

static void
refuses(struct desk *desk, int64_t operator_id, int64_t run,
	const char *field, const char *value, enum err_code expected,
	const char *words)
{
	struct err err = ERR_INIT;

	assert_int_equal(save_as(desk, operator_id, run, field, value, NULL,
		&err), expected);
	if (strstr(err.text, words) == NULL)
		fail_msg("%s", err.text);
	err_clear(&err);
}

/* A run of two items, both met. */
static int64_t
judged(struct desk *desk)
{
	int64_t run = yardstick_run(desk,
		yardstick_make(desk, "甲", "1", 1, 2),
		yardstick_union(desk, "联合党支部"), "0");

	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, "I1"),
		"verdict", "1", NULL);
	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, "I2"),
		"verdict", "1", NULL);
	return run;
}

static void
has_the_days_of_its_part(void **state)
{
	static const char *const parts[][4] = {
		{"0", "", "2025-01-01", "2025-12-31"},
		{"1", "", "2025-01-01", "2025-06-30"},
		{"2", "", "2025-07-01", "2025-12-31"},
		{"3", "", "2025-01-01", "2025-03-31"},
		{"4", "", "2025-04-01", "2025-06-30"},
		{"5", "", "2025-07-01", "2025-09-30"},
		{"6", "", "2025-10-01", "2025-12-31"},
		{"9", "2025-05-07", "2025-01-01", "2025-05-07"},
	};
	struct desk *desk = *state;
	int64_t standard = yardstick_make(desk, "甲", "1", 1, 1);
	int64_t org = yardstick_union(desk, "联合党支部");

	for (size_t i = 0; i < N_ITEMS(parts); i++) {
		int64_t run = desk_add(desk, &checklist_run_type,
			"union_org_id", desk_id(org).s, "standard_id",
			desk_id(standard).s, "part", parts[i][0], "day_on",
			parts[i][1], NULL);

		desk_has(desk, &checklist_run_type, run, "year", "2025");
		desk_has(desk, &checklist_run_type, run, "from_on",
			parts[i][2]);
		desk_has(desk, &checklist_run_type, run, "until_on",
			parts[i][3]);
	}
}

static void
is_one_of_its_kind(void **state)
{
	struct desk *desk = *state;
	int64_t old = yardstick_make(desk, "甲", "1", 1, 1);
	int64_t newer = yardstick_make(desk, "甲", "2", 1, 1);
	int64_t other = yardstick_make(desk, "乙", "1", 1, 1);
	int64_t org = yardstick_union(desk, "联合党支部");
	struct record run;
	struct err err = ERR_INIT;

	yardstick_run(desk, old, org, "1");
	desk_new(&run, &checklist_run_type, "union_org_id", desk_id(org).s,
		"standard_id", desk_id(newer).s, "part", "1", NULL);
	bench_refused(desk_save(desk, &run, NULL, &err), ERR_INVALID, &err);
	record_set(&run, "standard_id", desk_id(other).s);
	bench_ok(desk_save(desk, &run, NULL, &err), &err);
	record_clear(&run);
	yardstick_run(desk, newer, org, "2");
}

static void
is_submitted_when_all_is_judged(void **state)
{
	struct desk *desk = *state;
	int64_t run = yardstick_run(desk,
		yardstick_make(desk, "甲", "1", 2, 3),
		yardstick_union(desk, "联合党支部"), "0");
	int64_t row = yardstick_row(desk, run, "I1");

	refuses(desk, 0, run, "state", "2", ERR_INVALID,
		"3 items are not judged yet");
	for (size_t i = 1; i <= 3; i++) {
		char *code = xasprintf("I%zu", i);

		desk_put(desk, &checklist_result_type,
			yardstick_row(desk, run, code), "verdict", "1", NULL);
		free(code);
	}
	desk_put(desk, &checklist_result_type, row, "verdict", "2", NULL);
	refuses(desk, 0, run, "state", "2", ERR_INVALID, "what was found");
	desk_put(desk, &checklist_result_type, row, "verdict", "3", "finding",
		"没有记录", NULL);
	refuses(desk, 0, run, "state", "2", ERR_INVALID, "by when");
	desk_put(desk, &checklist_result_type, row, "verdict", "9", NULL);
	refuses(desk, 0, run, "state", "2", ERR_INVALID, "does not apply");
	desk_put(desk, &checklist_result_type, row, "verdict", "3", "measure",
		"补记", "due_on", "2025-12-20", NULL);
	goes(desk, 0, run, "2");
}

static void
a_task_says_what_is_done(void **state)
{
	struct desk *desk = *state;
	int64_t run = judged(desk), row = yardstick_row(desk, run, "I1");
	int64_t org = bench_int(desk->store, "SELECT id FROM union_org");

	desk_put(desk, &checklist_result_type, row, "verdict", "3", "finding",
		"没有记录", NULL);
	refuses(desk, 0, run, "state", "2", ERR_INVALID, "by when");
	desk_add(desk, &task_type, "union_org_id", desk_id(org).s, "title",
		"补记", "checklist_result_id", desk_id(row).s, NULL);
	goes(desk, 0, run, "2");
}

static void
an_item_is_judged_once(void **state)
{
	struct desk *desk = *state;
	int64_t run = judged(desk);
	int64_t item = bench_int(desk->store,
		"SELECT max(id) FROM standard_item");

	desk_add(desk, &checklist_result_type, "checklist_run_id",
		desk_id(run).s, "item_id", desk_id(item).s, "verdict", "3",
		NULL);
	refuses(desk, 0, run, "state", "2", ERR_INVALID, "stands twice");
}

/* The first in the order of the rows, whatever it is that is missing. */
static void
the_first_that_lacks_is_named(void **state)
{
	struct desk *desk = *state;
	int64_t run = yardstick_run(desk,
		yardstick_make(desk, "甲", "1", 2, 3),
		yardstick_union(desk, "联合党支部"), "0");

	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, "I2"),
		"verdict", "2", NULL);
	refuses(desk, 0, run, "state", "2", ERR_INVALID, "of all I1");
	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, "I1"),
		"verdict", "1", NULL);
	refuses(desk, 0, run, "state", "2", ERR_INVALID, "I2: write down");
	desk_remove(desk, &checklist_result_type,
		yardstick_row(desk, run, "I1"));
	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, "I2"),
		"verdict", "1", NULL);
	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, "I3"),
		"verdict", "1", NULL);
	refuses(desk, 0, run, "state", "2", ERR_INVALID, "is missing");
}

static void
who_and_when_is_kept(void **state)
{
	struct desk *desk = *state;
	int64_t one = desk_add(desk, &operator_type, "name", "康巧云", NULL);
	int64_t other = desk_add(desk, &operator_type, "name", "乌兰", NULL);
	int64_t run = judged(desk);

	goes(desk, one, run, "2");
	desk_has(desk, &checklist_run_type, run, "submitted_by_id",
		desk_id(one).s);
	desk_has(desk, &checklist_run_type, run, "submitted_on", DESK_TODAY);
	goes(desk, one, run, "1");
	desk_has(desk, &checklist_run_type, run, "submitted_by_id", "");
	goes(desk, one, run, "2");
	refuses(desk, other, run, "state", "4", ERR_INVALID, "why sent back");
	refuses(desk, one, run, "state", "3", ERR_INVALID,
		"does not review it");
	goes(desk, other, run, "3");
	desk_has(desk, &checklist_run_type, run, "reviewed_by_id",
		desk_id(other).s);
	desk_has(desk, &checklist_run_type, run, "reviewed_on", DESK_TODAY);
}

/* Among several, who submits and who reviews must be known. */
static void
nobody_signs_unknown(void **state)
{
	struct desk *desk = *state;
	int64_t one = desk_add(desk, &operator_type, "name", "康巧云", NULL);
	int64_t run = judged(desk), other;

	goes(desk, 0, run, "2");
	goes(desk, 0, run, "1");
	other = desk_add(desk, &operator_type, "name", "乌兰", NULL);
	refuses(desk, 0, run, "state", "2", ERR_INVALID, "not known who");
	goes(desk, one, run, "2");
	refuses(desk, 0, run, "state", "3", ERR_INVALID, "not known who");
	goes(desk, other, run, "3");
}

/* Pressed by mistake: who submitted it is not forgotten. */
static void
an_approval_is_taken_back(void **state)
{
	struct desk *desk = *state;
	int64_t one = desk_add(desk, &operator_type, "name", "康巧云", NULL);
	int64_t other = desk_add(desk, &operator_type, "name", "乌兰", NULL);
	int64_t run = judged(desk), change;

	goes(desk, one, run, "2");
	goes(desk, other, run, "3");
	change = bench_int(desk->store, "SELECT id FROM change_head "
		"ORDER BY lamport DESC LIMIT 1");
	desk_undo_as(desk, one, change, 1, UNDO_REFUSED);
	desk_has(desk, &checklist_run_type, run, "state", "3");
	desk_undo_as(desk, other, change, 0, UNDO_REFUSED);
	desk_has(desk, &checklist_run_type, run, "state", "2");
	desk_has(desk, &checklist_run_type, run, "submitted_by_id",
		desk_id(one).s);
	desk_has(desk, &checklist_run_type, run, "reviewed_by_id", "");
}

static void
one_operator_alone_is_told(void **state)
{
	struct desk *desk = *state;
	int64_t one = desk_add(desk, &operator_type, "name", "康巧云", NULL);
	int64_t run = judged(desk);
	struct notes notes = VEC_INIT;
	struct err err = ERR_INIT;

	goes(desk, one, run, "2");
	bench_ok(save_as(desk, one, run, "state", "3", &notes, &err), &err);
	assert_int_equal(notes.n, 1);
	assert_false(notes.items[0].blocks);
	notes_clear(&notes);
}

/* Submitted, nothing of it changes but by a step and what that needs. */
static void
stays_while_it_is_reviewed(void **state)
{
	struct desk *desk = *state;
	int64_t run = judged(desk), row = yardstick_row(desk, run, "I1");
	struct record record;
	struct err err = ERR_INIT;

	goes(desk, 0, run, "2");
	refuses(desk, 0, run, "remark", "改", ERR_DENIED, "submitted");
	desk_load(desk, &record, &checklist_result_type, row);
	record_set(&record, "note", "改");
	bench_refused(desk_save(desk, &record, NULL, &err), ERR_DENIED, &err);
	record_clear(&record);
	desk_load(desk, &record, &checklist_run_type, run);
	record_set(&record, "state", "4");
	record_set(&record, "return_why", "第一条再核实");
	record_set(&record, "remark", "改");
	bench_refused(desk_save(desk, &record, NULL, &err), ERR_DENIED, &err);
	record_set(&record, "remark", "");
	bench_ok(desk_save(desk, &record, NULL, &err), &err);
	record_clear(&record);
	desk_put(desk, &checklist_result_type, row, "note", "已核实", NULL);
	goes(desk, 0, run, "2");
	goes(desk, 0, run, "3");
	refuses(desk, 0, run, "state", "1", ERR_DENIED, "closed");
}

/* A revised and replaced standard leaves the old run as it was. */
static void
reads_as_it_was_judged(void **state)
{
	struct desk *desk = *state;
	int64_t run = judged(desk), newer;
	int64_t old = bench_int(desk->store, "SELECT id FROM standard");

	newer = yardstick_make(desk, "甲", "2", 3, 5);
	desk_put(desk, &standard_type, old, "state", "3", "until_on",
		"2025-11-30", NULL);
	goes(desk, 0, run, "2");
	goes(desk, 0, run, "3");
	desk_has(desk, &checklist_result_type, yardstick_row(desk, run, "I2"),
		"text", "第2条");
	assert_int_equal(bench_int(desk->store, "SELECT count(*) FROM "
		"checklist_result"), 2);
	yardstick_run(desk, newer, yardstick_union(desk, "另一个"), "0");
	assert_int_equal(bench_int(desk->store, "SELECT count(*) FROM "
		"checklist_result"), 7);
	desk_check(desk);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(has_the_days_of_its_part,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(is_one_of_its_kind, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(
			is_submitted_when_all_is_judged, desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(a_task_says_what_is_done,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(an_item_is_judged_once,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(the_first_that_lacks_is_named,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(who_and_when_is_kept,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(nobody_signs_unknown,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(an_approval_is_taken_back,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(one_operator_alone_is_told,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(stays_while_it_is_reviewed,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(reads_as_it_was_judged,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("checklist_run", tests, NULL, NULL);
}
