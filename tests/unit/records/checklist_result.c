#include "yardstick.h"

#include "records/nouns.h"

static void
reads_as_it_was(void **state)
{
	struct desk *desk = *state;
	int64_t standard = yardstick_make(desk, "甲", "1", 2, 3);
	int64_t run = yardstick_run(desk, standard,
		yardstick_union(desk, "联合党支部"), "0");
	int64_t row = yardstick_row(desk, run, "I3"), item;
	struct record changed;

	desk_has(desk, &checklist_result_type, row, "text", "第3条");
	desk_has(desk, &checklist_result_type, row, "grp", "第2组");
	desk_has(desk, &checklist_result_type, row, "guide", "看记录");
	desk_has(desk, &checklist_result_type, row, "word", "");
	desk_put(desk, &checklist_result_type, row, "verdict", "2", NULL);
	desk_has(desk, &checklist_result_type, row, "word", "做到一部分");

	/* the standard is another one now, as a restored copy may leave it */
	item = bench_int(desk->store, "SELECT max(id) FROM standard_item");
	desk_load(desk, &changed, &standard_item_type, item);
	record_set(&changed, "text", "另一条");
	desk_force(desk, &changed);
	record_clear(&changed);
	desk_put(desk, &checklist_result_type, row, "note", "说明", NULL);
	desk_has(desk, &checklist_result_type, row, "text", "第3条");
	desk_has(desk, &checklist_result_type, row, "word", "做到一部分");
}

static void
words_follow_the_verdict(void **state)
{
	static const char *const words[][2] = {{"1", "已做到"},
		{"3", "没做到"}, {"9", "不适用"}, {"", ""}};
	struct desk *desk = *state;
	int64_t run = yardstick_run(desk,
		yardstick_make(desk, "甲", "1", 1, 1),
		yardstick_union(desk, "联合党支部"), "0");
	int64_t row = yardstick_row(desk, run, "I1");

	for (size_t i = 0; i < N_ITEMS(words); i++) {
		desk_put(desk, &checklist_result_type, row, "verdict",
			words[i][0], NULL);
		desk_has(desk, &checklist_result_type, row, "word",
			words[i][1]);
	}
}

static void
texts_are_not_typed(void **state)
{
	struct desk *desk = *state;
	int64_t run = yardstick_run(desk,
		yardstick_make(desk, "甲", "1", 1, 1),
		yardstick_union(desk, "联合党支部"), "0");
	struct record row;
	struct err err = ERR_INIT;

	desk_load(desk, &row, &checklist_result_type,
		yardstick_row(desk, run, "I1"));
	record_set(&row, "text", "我的话");
	bench_refused(desk_save(desk, &row, NULL, &err), ERR_INVALID, &err);
	record_clear(&row);
}

/* A file has the texts of the day on which it was judged. */
static void
brings_its_texts_along(void **state)
{
	struct desk *desk = *state;
	int64_t run = yardstick_run(desk,
		yardstick_make(desk, "甲", "1", 1, 2),
		yardstick_union(desk, "联合党支部"), "0");
	int64_t row = yardstick_row(desk, run, "I2"), item;

	item = bench_int(desk->store, "SELECT max(id) FROM standard_item");
	desk_remove(desk, &checklist_result_type, row);
	row = desk_add(desk, &checklist_result_type, "checklist_run_id",
		desk_id(run).s, "item_id", desk_id(item).s, "code", "I2",
		"text", "当时的第2条", "verdict", "1", "word", "好", NULL);
	desk_has(desk, &checklist_result_type, row, "text", "当时的第2条");
	desk_has(desk, &checklist_result_type, row, "word", "好");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(reads_as_it_was, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(words_follow_the_verdict,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(texts_are_not_typed,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(brings_its_texts_along,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("checklist_result", tests, NULL,
		NULL);
}
