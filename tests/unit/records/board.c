#include "yardstick.h"

#include "base/xalloc.h"
#include "records/board.h"
#include "records/nouns.h"

static void
load(struct desk *desk, int64_t standard, int year, char part,
	struct board *board)
{
	const struct board_view view = {.standard_id = standard, .year = year,
		.part = part};
	struct err err = ERR_INIT;

	bench_ok(board_load(desk->store, &view, board, &err), &err);
	for (size_t i = 0; i < board->n_unions; i++)
		bench_ok(board_read(board, i, &err), &err);
}

static void
judge(struct desk *desk, int64_t run, const char *code, const char *verdict)
{
	desk_put(desk, &checklist_result_type, yardstick_row(desk, run, code),
		"verdict", verdict, NULL);
}

/* Verdicts of an item in the run before the last, in the last, in this one. */
static void
sees_what_got_worse(void **state)
{
	static const struct {
		const char *verdicts[3];
		enum board_turn turn;
	} cases[] = {
		{{"", "1", "1"}, BOARD_SAME},
		{{"", "1", "2"}, BOARD_WORSE},
		{{"1", "2", "3"}, BOARD_WORSE},
		{{"3", "2", "1"}, BOARD_SAME},
		{{"2", "1", "3"}, BOARD_BACK},
		{{"3", "1", "2"}, BOARD_BACK},
		{{"3", "1", "9"}, BOARD_SAME},
		{{"3", "9", "3"}, BOARD_SAME},
		{{"3", "1", ""}, BOARD_SAME},
	};
	struct desk *desk = *state;
	int64_t standard = yardstick_make(desk, "甲", "1", 2, N_ITEMS(cases));
	int64_t org = yardstick_union(desk, "联合党支部");
	struct board board;
	size_t n = 0;

	for (size_t past = 0; past < 3; past++) {
		const char part[] = {(char)('3' + past), '\0'};
		int64_t run = yardstick_run(desk, standard, org, part);

		for (size_t i = 0; i < N_ITEMS(cases); i++) {
			char *code = xasprintf("I%zu", i + 1);

			if (cases[i].verdicts[past][0] != '\0')
				judge(desk, run, code,
					cases[i].verdicts[past]);
			free(code);
		}
	}
	load(desk, standard, 2025, '5', &board);
	assert_int_equal(board.n_unions, 1);
	assert_int_equal(board.n_items, N_ITEMS(cases));
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		const struct board_cell *cell = &board.unions[0].cells[i];

		assert_int_equal(cell->turn, cases[i].turn);
		assert_int_equal(cell->verdict, cases[i].verdicts[2][0]);
		assert_int_equal(cell->last, cases[i].verdicts[1][0]);
		n += cell->verdict != '\0';
	}
	assert_int_equal(board.unions[0].n_judged, n);
	assert_true(board.unions[0].is_turned);
	board_clear(&board);
}

/* An edition with other items, and a union that was not checked. */
static void
matches_items_by_their_codes(void **state)
{
	struct desk *desk = *state;
	int64_t old = yardstick_make(desk, "甲", "1", 1, 2);
	int64_t newer = yardstick_make(desk, "甲", "2", 4, 11);
	int64_t other = yardstick_make(desk, "乙", "1", 1, 2);
	int64_t org = yardstick_union(desk, "乙联合党支部");
	struct board board;

	yardstick_union(desk, "甲联合党支部");
	judge(desk, yardstick_run(desk, old, org, "1"), "I2", "1");
	judge(desk, yardstick_run(desk, other, org, "2"), "I2", "1");
	judge(desk, yardstick_run(desk, newer, org, "2"), "I2", "3");
	load(desk, newer, 2025, '2', &board);
	assert_int_equal(board.n_items, 11);
	assert_int_equal(board.n_unions, 2);
	assert_string_equal(board.unions[0].name, "甲联合党支部");
	assert_int_equal(board.unions[0].runs[0], 0);
	assert_int_equal(board.unions[0].n_judged, 0);
	assert_int_equal(board.unions[1].n_judged, 1);
	assert_int_equal(board.unions[1].state, '1');
	assert_int_equal(board.unions[1].cells[1].turn, BOARD_WORSE);
	assert_int_equal(board.unions[1].cells[10].verdict, 0);
	assert_int_not_equal(board.unions[1].cells[10].result_id, 0);
	assert_string_equal(board_word(&board.items[1], '3'), "没做到");
	assert_string_equal(board_word(&board.items[1], '1'), "已做到");
	assert_string_equal(board_word(&board.items[1], '9'),
		"not applicable");
	assert_string_equal(board_word(&board.items[1], 0), "not judged");
	board_clear(&board);
}

static void
has_the_unions_of_a_committee(void **state)
{
	struct desk *desk = *state;
	int64_t standard = yardstick_make(desk, "甲", "1", 1, 1);
	int64_t unit = desk_add(desk, &unit_type, "name", "镇党委", NULL);
	int64_t org = yardstick_union(desk, "甲联合党支部");
	struct board_view view = {.standard_id = standard, .year = 2025,
		.part = '0', .committee_id = unit};
	struct board board;
	struct err err = ERR_INIT;

	desk_put(desk, &union_org_type, org, "committee_id", desk_id(unit).s,
		NULL);
	yardstick_run(desk, standard, yardstick_union(desk, "乙联合党支部"),
		"0");
	yardstick_run(desk, standard, org, "0");
	bench_ok(board_load(desk->store, &view, &board, &err), &err);
	assert_int_equal(board.n_unions, 1);
	assert_int_equal(board.unions[0].id, org);
	assert_int_not_equal(board.unions[0].runs[0], 0);
	board_clear(&board);
	view.standard_id = 1;
	bench_refused(board_load(desk->store, &view, &board, &err),
		ERR_ABSENT, &err);
	board_clear(&board);
}

static void
goes_from_one_period_to_the_next(void **state)
{
	static const struct {
		int year;
		char part;
		int by, then;
		char other;
	} cases[] = {
		{2025, '0', 1, 2026, '0'}, {2025, '0', -1, 2024, '0'},
		{2025, '1', 1, 2025, '2'}, {2025, '2', 1, 2026, '1'},
		{2025, '1', -1, 2024, '2'}, {2025, '3', -1, 2024, '6'},
		{2025, '6', 1, 2026, '3'}, {2025, '4', 1, 2025, '5'},
		{2025, '9', 1, 2026, '9'}, {2025, '9', -1, 2024, '9'},
	};
	struct board_view view = {.year = 2100, .part = '0'};

	(void)state;
	assert_false(board_turn_period(&view, 1));
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		view.year = cases[i].year;
		view.part = cases[i].part;
		assert_true(board_turn_period(&view, cases[i].by));
		assert_int_equal(view.year, cases[i].then);
		assert_int_equal(view.part, cases[i].other);
	}
}

static void
goes_from_one_length_to_the_next(void **state)
{
	static const char parts[] = {'5', '2', '0', '9', '3', '1'};
	struct board_view view = {.year = 2025, .part = parts[0]};

	(void)state;
	for (size_t i = 1; i < sizeof(parts); i++) {
		board_turn_length(&view);
		assert_int_equal(view.part, parts[i]);
	}
}

static void
begins_with_the_newest_period(void **state)
{
	struct desk *desk = *state;
	int64_t standard = yardstick_make(desk, "甲", "1", 1, 1);
	int64_t org = yardstick_union(desk, "联合党支部");
	struct board_view view = {.standard_id = standard};

	assert_false(board_newest(desk->store, &view));
	yardstick_run(desk, standard, org, "4");
	yardstick_run(desk, standard, org, "3");
	assert_true(board_newest(desk->store, &view));
	assert_int_equal(view.year, 2025);
	assert_int_equal(view.part, '4');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(sees_what_got_worse,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(matches_items_by_their_codes,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(has_the_unions_of_a_committee,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(goes_from_one_period_to_the_next,
			desk_begin, desk_end),
		cmocka_unit_test(goes_from_one_length_to_the_next),
		cmocka_unit_test_setup_teardown(begins_with_the_newest_period,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("board", tests, NULL, NULL);
}
