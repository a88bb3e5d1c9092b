#include "yardstick.h"

#include "base/xalloc.h"
#include "records/checklist.h"
#include "records/nouns.h"

static void
begin(struct desk *desk, const struct record *like, const int64_t *unions,
	size_t n, struct checklist_begun *begun)
{
	const struct change_info info = {.operator_name = "",
		.action = "bulk", .reason = ""};
	struct change *change;
	struct err err = ERR_INIT;

	bench_ok(change_begin(desk->store, &info, &change, &err), &err);
	bench_ok(checklist_begin(change, like, unions, n, NULL, begun, &err),
		&err);
	bench_ok(change_commit(change, &err), &err);
}

static void
makes_what_is_not_there(void **state)
{
	struct desk *desk = *state;
	int64_t standard = yardstick_make(desk, "甲", "1", 4, 11);
	int64_t unions[3];
	struct checklist_begun begun;
	struct record like;

	for (size_t i = 0; i < 3; i++) {
		char *name = xasprintf("联合党支部%zu", i);

		unions[i] = yardstick_union(desk, name);
		free(name);
	}
	yardstick_run(desk, standard, unions[1], "0");
	desk_new(&like, &checklist_run_type, "standard_id",
		desk_id(standard).s, NULL);
	begin(desk, &like, unions, 3, &begun);
	assert_int_equal(begun.n_made, 2);
	assert_int_equal(begun.n_had, 1);
	begin(desk, &like, unions, 3, &begun);
	assert_int_equal(begun.n_made, 0);
	assert_int_equal(bench_int(desk->store, "SELECT count(*) FROM "
		"checklist_result WHERE deleted = 0"), 33);
	record_clear(&like);
	desk_check(desk);
}

/* 300 items in five groups, in their order. */
static void
rows_follow_the_standard(void **state)
{
	struct desk *desk = *state;
	int64_t run = yardstick_run(desk,
		yardstick_make(desk, "甲", "1", 5, 300),
		yardstick_union(desk, "联合党支部"), "0");

	assert_int_equal(bench_int(desk->store,
		"SELECT count(*) FROM checklist_result "
		"WHERE code = 'I' || order_no"), 300);
	desk_has(desk, &checklist_result_type, yardstick_row(desk, run,
		"I300"), "grp", "第5组");
}

static void
adds_what_is_missing(void **state)
{
	struct desk *desk = *state;
	int64_t id = yardstick_run(desk,
		yardstick_make(desk, "甲", "1", 2, 4),
		yardstick_union(desk, "联合党支部"), "0");
	struct record run;
	struct owned owned;
	struct err err = ERR_INIT;
	size_t n_added;

	desk_remove(desk, &checklist_result_type,
		yardstick_row(desk, id, "I2"));
	desk_load(desk, &run, &checklist_run_type, id);
	owned_init(&owned, &checklist_run_type);
	bench_ok(owned_load(desk->store, &owned, id, &err), &err);
	bench_ok(checklist_fill(desk->store, &run,
			 owned_of(&owned, &checklist_result_type), DESK_TODAY,
			 &n_added, &err), &err);
	assert_int_equal(n_added, 1);
	record_set(&run, "standard_id", "");
	bench_refused(checklist_fill(desk->store, &run,
			      owned_of(&owned, &checklist_result_type),
			      DESK_TODAY, &n_added, &err), ERR_INVALID, &err);
	owned_clear(&owned);
	record_clear(&run);
}

static void
knows_the_one_before(void **state)
{
	struct desk *desk = *state;
	int64_t old = yardstick_make(desk, "甲", "1", 1, 1);
	int64_t newer = yardstick_make(desk, "甲", "2", 1, 1);
	int64_t org = yardstick_union(desk, "联合党支部");
	int64_t first = yardstick_run(desk, old, org, "3");
	int64_t second = yardstick_run(desk, newer, org, "4"), found;
	int64_t third = yardstick_run(desk, newer, org, "6");
	struct record run;
	struct err err = ERR_INIT;
	const int64_t before[][2] = {{third, second}, {second, first},
		{first, 0}};

	yardstick_run(desk, yardstick_make(desk, "乙", "1", 1, 1), org, "5");
	for (size_t i = 0; i < N_ITEMS(before); i++) {
		desk_load(desk, &run, &checklist_run_type, before[i][0]);
		bench_ok(checklist_previous(desk->store, &run, &found, &err),
			&err);
		assert_int_equal(found, before[i][1]);
		record_clear(&run);
	}
}

/* What a verdict demands to be written beside it. */
static void
wants_what_a_verdict_demands(void **state)
{
	static const char *const wants[][5] = {
		/* verdict, note, finding, measure; words of the sentence */
		{"", "", "", "", NULL},
		{"1", "", "", "", NULL},
		{"2", "", "", "", "what was found"},
		{"2", "", "没有记录", "", NULL},
		{"3", "", "", "", "what was found"},
		{"3", "", "没有记录", "补记", "by when"},
		{"9", "", "", "", "does not apply"},
		{"9", "没有这项工作", "", "", NULL},
	};
	struct desk *desk = *state;
	struct record result;

	record_init(&result, &checklist_result_type);
	for (size_t i = 0; i < N_ITEMS(wants); i++) {
		char *said;

		record_set(&result, "verdict", wants[i][0]);
		record_set(&result, "note", wants[i][1]);
		record_set(&result, "finding", wants[i][2]);
		record_set(&result, "measure", wants[i][3]);
		said = checklist_wants(desk->store, &result);
		if (wants[i][4] == NULL)
			assert_null(said);
		else
			assert_non_null(strstr(said, wants[i][4]));
		free(said);
	}
	record_clear(&result);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(makes_what_is_not_there,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(rows_follow_the_standard,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(adds_what_is_missing,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(knows_the_one_before,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(wants_what_a_verdict_demands,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("checklist", tests, NULL, NULL);
}
