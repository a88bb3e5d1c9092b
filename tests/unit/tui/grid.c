#include "tui/screen.h"

#include "tui/grid.h"

enum { COLUMNS_N = 24 };

/* A board of numbered unions; a cell says its row and column.  It notes what
 * it was asked for last. */
struct board {
	long n;
	const struct grid *grid; /* whose filter counts */
	bool broken;
	int n_asked;
	size_t n_rows, first, n_columns;
	int64_t first_row;
};

static bool
has_row(const struct board *board, long i)
{
	char number[24];

	snprintf(number, sizeof(number), "%04ld", i);
	return strstr(number, list_filter(&board->grid->list)) != NULL;
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	struct board *board = data;
	long step = side == ROWS_BEFORE ? -1 : 1;
	long i = side == ROWS_BEFORE ? board->n - 1 : 0;

	(void)err;
	if (place != NULL)
		i = strtol(place, NULL, 10) + (side == ROWS_FROM ? 0 : step);
	for (; n > 0 && i >= 0 && i < board->n; i += step) {
		char number[24];
		struct row *row;

		if (!has_row(board, i))
			continue;
		snprintf(number, sizeof(number), "%04ld", i);
		row = rows_add(out, i, number);
		strvec_add(&row->cells, i % 2 == 0 ? "乌兰联合党支部" : "一");
		strvec_add(&row->cells, number);
		n--;
	}
	return ERR_OK;
}

static enum err_code
cells(void *data, const struct row *rows, size_t n_rows, size_t first,
	size_t n_columns, struct grid_cell *cells, struct err *err)
{
	struct board *board = data;

	board->n_asked++;
	board->n_rows = n_rows;
	board->first = first;
	board->n_columns = n_columns;
	board->first_row = rows[0].id;
	if (board->broken)
		return err_set(err, ERR_STORE, "The stick was pulled out.");
	for (size_t i = 0; i < n_rows * n_columns; i++) {
		long row = (long)rows[i / n_columns].id;
		size_t column = first + i % n_columns;

		if (row % 3 == 2)
			continue;
		strbuf_addf(&cells[i].text, row % 3 == 0 ? "%zu" : "缺%zu",
			column);
		cells[i].style = row % 3 == 0 ? STYLE_NORMAL : STYLE_WARNING;
	}
	return ERR_OK;
}

static const struct list_column heads[] = {
	{.name = "Union", .cols = 14, .least = 8},
	{.name = "No.", .cols = 4, .right = true},
};

static const char *const names[COLUMNS_N] = {
	"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月",
	"11月", "十二月", "13", "14", "15", "16", "17", "18", "19", "20", "21",
	"22", "23", "24",
};

static void
start(struct grid *grid, struct board *board, long n, size_t n_columns)
{
	*board = (struct board){.n = n, .grid = grid};
	grid_init(grid, heads, N_ITEMS(heads), 4, &(struct grid_source){
		.rows = {.fetch = fetch, .data = board},
		.cells = cells,
		.data = board,
	}, NULL);
	grid_set_columns(grid, names, n_columns);
	grid->list.can_mark = grid->list.can_filter = true;
	grid->list.empty = "There is no union here yet.";
}

static void
draw(struct grid *grid, struct term *term, int rows, int cols)
{
	const struct rect rect = {0, 0, rows, cols};

	term_erase(term);
	grid_draw(grid, term, &rect, true);
}

static void
take(void *data, const struct key_event *event)
{
	grid_handle(data, ACTION_NONE, event);
}

static enum list_result
press(struct grid *grid, enum action action)
{
	return grid_handle(grid, action, &no_event);
}

static void
keeps_the_headings_on_either_side(void **state)
{
	struct term *term = screen_open(12, 40);
	struct grid grid;
	struct board board;

	(void)state;
	start(&grid, &board, 2000, COLUMNS_N);
	draw(&grid, term, 5, 36);
	screen_expect(term,
		"  Union     No.  1月  2月  3月  4月>\n"
		"> 乌兰联 ~ 0000    0    1    2    3\n"
		"  一       0001  缺0  缺1  缺2  缺3\n"
		"  乌兰联 ~ 0002\n"
		"  一       0003    0    1    2    3\n"
		"cursor 1,19\n");
	assert_int_equal(press(&grid, ACTION_DOWN), LIST_MOVED);
	for (int i = 0; i < 4; i++)
		assert_int_equal(press(&grid, ACTION_RIGHT), LIST_MOVED);
	draw(&grid, term, 5, 36);
	screen_expect(term,
		"  Union     No.< 2月  3月  4月  5月>\n"
		"  乌兰联 ~ 0000    1    2    3    4\n"
		"> 一       0001  缺1  缺2  缺3  缺4\n"
		"  乌兰联 ~ 0002\n"
		"  一       0003    1    2    3    4\n"
		"cursor 2,32\n");
	assert_string_equal(term_style_name_at(term, 2, 33), "focus");
	assert_string_equal(term_style_name_at(term, 2, 28), "warning");
	assert_string_equal(term_style_name_at(term, 2, 2), "normal");
	assert_string_equal(term_style_name_at(term, 1, 33), "normal");
	assert_int_equal(press(&grid, ACTION_LINE_END), LIST_MOVED);
	assert_int_equal(press(&grid, ACTION_LAST), LIST_MOVED);
	draw(&grid, term, 4, 36);
	screen_expect(term,
		"  Union     No.<  21   22   23   24\n"
		"  一       1997\n"
		"  乌兰联 ~ 1998   20   21   22   23\n"
		"> 一       1999 缺20 缺21 缺22 缺23\n"
		"cursor 3,31\n");
	assert_int_equal(press(&grid, ACTION_LINE_BEGIN), LIST_MOVED);
	assert_int_equal(grid.column, 0);
	grid_clear(&grid);
	term_close(term);
}

/* What is not on the screen is never asked for. */
static void
asks_for_visible_cells_alone(void **state)
{
	struct term *term = screen_open(24, 80);
	struct grid grid;
	struct board board;

	(void)state;
	start(&grid, &board, 2000, COLUMNS_N);
	draw(&grid, term, 22, 80);
	assert_int_equal(board.n_asked, 1);
	assert_int_equal(board.n_rows, 21);
	assert_int_equal(board.n_columns, 12);
	assert_int_equal(board.first, 0);
	press(&grid, ACTION_PAGE_DOWN);
	press(&grid, ACTION_PAGE_DOWN);
	for (int i = 0; i < 13; i++)
		press(&grid, ACTION_RIGHT);
	assert_int_equal(board.n_asked, 1);
	draw(&grid, term, 22, 80);
	assert_int_equal(board.n_asked, 2);
	assert_int_equal(board.n_rows, 21);
	assert_int_equal(board.first_row, 42);
	assert_int_equal(board.first, 2);
	assert_int_equal(board.n_columns, 12);
	grid_clear(&grid);
	term_close(term);
}

static void
goes_up_past_the_last_column(void **state)
{
	struct grid grid;
	struct board board;

	(void)state;
	start(&grid, &board, 3, 2);
	assert_int_equal(press(&grid, ACTION_LEFT), LIST_IGNORED);
	assert_int_equal(press(&grid, ACTION_RIGHT), LIST_MOVED);
	assert_int_equal(press(&grid, ACTION_RIGHT), LIST_IGNORED);
	assert_int_equal(press(&grid, ACTION_OPEN), LIST_IGNORED);
	assert_int_equal(grid.column, 1);
	grid_set_columns(&grid, names, 1);
	assert_int_equal(grid.column, 0);
	grid_set_column(&grid, 5);
	assert_int_equal(grid.column, 0);
	grid_clear(&grid);
}

/* Wide screens give the row's headings what they want, no more. */
static void
gives_headings_what_cells_leave(void **state)
{
	struct term *term = screen_open(12, 60);
	struct grid grid;
	struct board board;

	(void)state;
	start(&grid, &board, 2, 3);
	draw(&grid, term, 4, 60);
	screen_expect(term,
		"  Union           No.  1月  2月  3月\n"
		"> 乌兰联合党支部 0000    0    1    2\n"
		"  一             0001  缺0  缺1  缺2\n"
		"cursor 1,25\n");
	/* Too narrow for any cell: the rows remain. */
	draw(&grid, term, 4, 18);
	screen_expect(term,
		"  Union     No.>\n"
		"> 乌兰联 ~ 0000\n"
		"  一       0001\n"
		"cursor 1,2\n");
	/* As wide as one cell, and too low for the names. */
	grid_set_column(&grid, 1);
	draw(&grid, term, 3, 20);
	screen_expect(term,
		"> 乌兰联 ~ 0000    1\n"
		"  一       0001  缺1\n"
		"cursor 0,19\n");
	grid_set_columns(&grid, names + 11, 1);
	draw(&grid, term, 4, 36);
	screen_expect(term,
		"  Union           No. 十 ~\n"
		"> 乌兰联合党支部 0000    0\n"
		"  一             0001  缺0\n"
		"cursor 1,25\n");
	grid_clear(&grid);
	term_close(term);
}

static void
filters_and_marks_as_a_list(void **state)
{
	struct term *term = screen_open(12, 40);
	struct grid grid;
	struct board board;

	(void)state;
	start(&grid, &board, 2000, COLUMNS_N);
	press(&grid, ACTION_FILTER);
	type_text("199", take, &grid);
	assert_int_equal(press(&grid, ACTION_LEFT), LIST_HANDLED);
	draw(&grid, term, 6, 36);
	screen_expect(term,
		"  Union     No.  1月  2月  3月  4月>\n"
		"> 一       0199  缺0  缺1  缺2  缺3\n"
		"  一       1199\n"
		"  乌兰联 ~ 1990  缺0  缺1  缺2  缺3\n"
		"  一       1991\n"
		"Search: 199\n"
		"cursor 5,10\n");
	assert_int_equal(press(&grid, ACTION_MARK), LIST_MARKED);
	assert_true(id_set_has(&grid.list.marked, 199));
	list_set_filter(&grid.list, "x");
	draw(&grid, term, 4, 36);
	screen_expect(term,
		"  There is no union here yet.\n"
		"\n"
		"\n"
		"Search: x\n"
		"cursor 3,9\n");
	grid_clear(&grid);
	term_close(term);
}

static void
says_why_there_are_no_cells(void **state)
{
	struct term *term = screen_open(12, 60);
	struct grid grid;
	struct board board;

	(void)state;
	start(&grid, &board, 2, 3);
	board.broken = true;
	draw(&grid, term, 4, 60);
	screen_expect(term,
		"  Union           No.  1月  2月  3月\n"
		"> 乌兰联合党支部 0000 The stick was pulled out.\n"
		"  一             0001\n"
		"cursor 1,2\n");
	grid_clear(&grid);
	term_close(term);
}

static void
live_names_its_moves_outside_the_filter(void **state)
{
	struct keymap_live live;
	struct grid grid;
	struct board board;

	(void)state;
	start(&grid, &board, 2, 3);
	keymap_live_init(&live, list_context(&grid.list));
	grid_live(&grid, &live);
	assert_true(keymap_live_has(&live, ACTION_LINE_END));
	assert_int_equal(keymap_find(&live, &(struct key_event){
		.kind = EVENT_KEY, .key = K_CTRL_RIGHT}), ACTION_LINE_END);
	assert_int_equal(keymap_find(&live, &(struct key_event){
		.kind = EVENT_KEY, .key = K_CTRL_LEFT}), ACTION_LINE_BEGIN);
	list_set_filter(&grid.list, "1");
	keymap_live_init(&live, list_context(&grid.list));
	grid_live(&grid, &live);
	assert_int_equal(keymap_find(&live, &(struct key_event){
		.kind = EVENT_KEY, .key = K_CTRL_RIGHT}), ACTION_WORD_RIGHT);
	grid_clear(&grid);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_the_headings_on_either_side),
		cmocka_unit_test(asks_for_visible_cells_alone),
		cmocka_unit_test(goes_up_past_the_last_column),
		cmocka_unit_test(gives_headings_what_cells_leave),
		cmocka_unit_test(filters_and_marks_as_a_list),
		cmocka_unit_test(says_why_there_are_no_cells),
		cmocka_unit_test(live_names_its_moves_outside_the_filter),
	};

	return cmocka_run_group_tests_name("grid", tests, NULL, NULL);
}
