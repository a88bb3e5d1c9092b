#include "desk.h"

#include "records/nouns.h"

static int64_t
add_task(struct desk *desk)
{
	int64_t org = desk_add(desk, &union_org_type, "name", "联合党支部",
		NULL);
	int64_t unit = desk_add(desk, &unit_type, "name", "水利局", NULL);

	return desk_add(desk, &task_type, "union_org_id", desk_id(org).s,
		"title", "疏通排水沟", "unit_id", desk_id(unit).s, "given_on",
		"2025-11-01", "due_on", "2025-11-30", NULL);
}

static void
warns_of_what_is_odd(void **state)
{
	struct desk *desk = *state;
	int64_t id = add_task(desk);
	struct notes notes = VEC_INIT;
	struct record task;
	struct err err = ERR_INIT;

	desk_load(desk, &task, &task_type, id);
	record_set(&task, "due_on", "2025-10-31");
	record_set(&task, "unit_id", "");
	bench_ok(desk_save(desk, &task, &notes, &err), &err);
	assert_int_equal(notes.n, 2);
	assert_string_equal(notes.items[0].field, "due_on");
	assert_string_equal(notes.items[1].field, "member_id");
	notes_clear(&notes);
	record_set(&task, "parent_id", desk_id(id).s);
	bench_refused(desk_save(desk, &task, NULL, &err), ERR_INVALID, &err);
	record_clear(&task);
}

static void
closes_with_a_result(void **state)
{
	struct desk *desk = *state;
	int64_t id = add_task(desk);
	struct record task;
	struct err err = ERR_INIT;

	desk_load(desk, &task, &task_type, id);
	record_set(&task, "state", "2");
	record_set(&task, "closed_on", "2025-11-20");
	assert_int_equal(desk_save(desk, &task, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, "result");
	err_clear(&err);
	record_set(&task, "result", "已疏通");
	record_set(&task, "closed_on", "2025-10-31");
	assert_int_equal(desk_save(desk, &task, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, "closed_on");
	err_clear(&err);
	record_set(&task, "closed_on", "2025-11-20");
	bench_ok(desk_save(desk, &task, NULL, &err), &err);
	record_clear(&task);
	desk_put(desk, &task_type, id, "state", "1", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(warns_of_what_is_odd,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(closes_with_a_result,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("task", tests, NULL, NULL);
}
