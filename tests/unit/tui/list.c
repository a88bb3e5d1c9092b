#include "tui/screen.h"

#include "tui/array.h"
#include "tui/list.h"

/* A table of numbered people; the filter keeps those whose number contains
 * it.  place is the number in eight figures. */
struct table {
	long n;
	const struct list *list; /* whose filter counts */
	bool broken;
};

static bool
has_row(const struct table *table, long i)
{
	char number[24];

	snprintf(number, sizeof(number), "%08ld", i);
	return table->list == NULL ||
		strstr(number, list_filter(table->list)) != NULL;
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	struct table *table = data;
	long step = side == ROWS_BEFORE ? -1 : 1;
	long i = side == ROWS_BEFORE ? table->n - 1 : 0;

	if (table->broken)
		return err_set(err, ERR_STORE, "The stick was pulled out.");
	if (place != NULL)
		i = strtol(place, NULL, 10) + (side == ROWS_FROM ? 0 : step);
	for (; n > 0 && i >= 0 && i < table->n; i += step) {
		char number[24];
		struct row *row;

		if (!has_row(table, i))
			continue;
		snprintf(number, sizeof(number), "%08ld", i);
		row = rows_add(out, i, number);
		strvec_add(&row->cells, i % 2 == 0 ? "乌兰·其其格" : "张三");
		strvec_add(&row->cells, number + 2);
		n--;
	}
	return ERR_OK;
}

static const struct list_column columns[] = {
	{.name = "Name", .cols = 10, .least = 6},
	{.name = "Number", .cols = 8, .right = true},
};

static void
start(struct list *list, struct table *table, long n)
{
	*table = (struct table){.n = n};
	list_init(list, columns, N_ITEMS(columns), &(struct window_source){
		.fetch = fetch, .data = table}, NULL);
	list->can_mark = list->can_filter = true;
	list->empty = "There is nobody here yet; Ctrl-N enters somebody.";
	table->list = list;
}

static void
draw(struct list *list, struct term *term, int rows, int cols)
{
	const struct rect rect = {0, 0, rows, cols};

	term_erase(term);
	list_draw(list, term, &rect, true);
}

static void
take(void *data, const struct key_event *event)
{
	list_handle(data, ACTION_NONE, event);
}

static enum list_result
press(struct list *list, enum action action)
{
	return list_handle(list, action, &no_event);
}

static void
draws_columns_and_the_chosen_row(void **state)
{
	struct term *term = screen_open(12, 40);
	struct list list;
	struct table table;

	(void)state;
	start(&list, &table, 100000);
	list.sort_word = "up";
	draw(&list, term, 5, 40);
	screen_expect(term,
		"  Name up      Number\n"
		"> 乌兰·其其~   000000\n"
		"  张三         000001\n"
		"  乌兰·其其~   000002\n"
		"  张三         000003\n"
		"cursor 1,2\n");
	assert_string_equal(term_style_name_at(term, 1, 0), "normal");
	assert_string_equal(term_style_name_at(term, 1, 2), "focus");
	assert_string_equal(term_style_name_at(term, 1, 14), "normal");
	assert_string_equal(term_style_name_at(term, 2, 2), "normal");
	assert_int_equal(press(&list, ACTION_MARK), LIST_MARKED);
	assert_int_equal(press(&list, ACTION_LAST), LIST_MOVED);
	assert_int_equal(press(&list, ACTION_MARK), LIST_MARKED);
	draw(&list, term, 4, 17);
	screen_expect(term,
		"  Name ~   Number\n"
		"  张三     099997\n"
		"  乌兰·~   099998\n"
		">*张三     099999\n"
		"cursor 3,2\n");
	assert_string_equal(term_style_name_at(term, 3, 5), "focus");
	assert_string_equal(term_style_name_at(term, 3, 6), "normal");
	/* Too narrow for the second column, too low for the header. */
	press(&list, ACTION_FIRST);
	draw(&list, term, 2, 12);
	screen_expect(term,
		">*乌兰·其其~\n"
		"  张三\n"
		"cursor 0,2\n");
	assert_int_equal(list.marked.n, 2);
	id_set_put(&list.marked, 50000);
	id_set_drop(&list.marked, 0);
	assert_false(id_set_has(&list.marked, 0));
	assert_true(id_set_has(&list.marked, 50000));
	assert_true(id_set_has(&list.marked, 99999));
	list_clear(&list);
	term_close(term);
}

static void
says_that_there_is_nothing(void **state)
{
	struct term *term = screen_open(12, 40);
	struct list list;
	struct table table;

	(void)state;
	start(&list, &table, 0);
	draw(&list, term, 6, 30);
	screen_expect(term,
		"  Name         Number\n"
		"  There is nobody here yet;\n"
		"  Ctrl-N enters somebody.\n"
		"cursor 1,0\n");
	assert_null(list_chosen(&list));
	assert_int_equal(press(&list, ACTION_DOWN), LIST_MOVED);
	assert_int_equal(press(&list, ACTION_MARK), LIST_HANDLED);
	table.broken = true;
	list_reload(&list);
	assert_int_equal(press(&list, ACTION_DOWN), LIST_FAILED);
	draw(&list, term, 3, 40);
	screen_expect(term, "  The stick was pulled out.\ncursor 0,0\n");
	list_clear(&list);
	term_close(term);
}

static void
filters_as_one_types(void **state)
{
	struct term *term = screen_open(12, 40);
	struct list list;
	struct table table;

	(void)state;
	start(&list, &table, 100000);
	assert_int_equal(list_context(&list), CONTEXT_LIST);
	assert_int_equal(press(&list, ACTION_BACK), LIST_IGNORED);
	assert_int_equal(press(&list, ACTION_FILTER), LIST_HANDLED);
	assert_int_equal(list_context(&list), CONTEXT_FILTER);
	type_text("4321", take, &list);
	draw(&list, term, 5, 40);
	screen_expect(term,
		"  Name         Number\n"
		"> 张三         004321\n"
		"  张三         014321\n"
		"  张三         024321\n"
		"Search: 4321\n"
		"cursor 4,12\n");
	press(&list, ACTION_DOWN);
	type_text("0", take, &list);
	press(&list, ACTION_DOWN);
	draw(&list, term, 5, 40);
	screen_expect(term,
		"  Name         Number\n"
		"> 乌兰·其其~   043210\n"
		"\n"
		"\n"
		"Search: 43210\n"
		"cursor 4,13\n");
	/* Esc clears, Esc again closes, and the next one goes up. */
	assert_int_equal(press(&list, ACTION_BACK), LIST_FILTERED);
	assert_string_equal(list_filter(&list), "");
	assert_int_equal(list_context(&list), CONTEXT_FILTER);
	assert_int_equal(press(&list, ACTION_BACK), LIST_HANDLED);
	assert_int_equal(list_context(&list), CONTEXT_LIST);
	assert_int_equal(press(&list, ACTION_BACK), LIST_IGNORED);
	list_clear(&list);
	term_close(term);
}

static void
opens_the_filter_for_hanzi_and_pastes(void **state)
{
	static char pasted[] = "张\n三";
	const struct key_event hanzi = {.kind = EVENT_CHAR, .code = 0x5f20};
	const struct key_event letter = {.kind = EVENT_CHAR, .code = 'x'};
	const struct key_event wide = {.kind = EVENT_CHAR, .code = 0xff58};
	const struct key_event paste = {.kind = EVENT_PASTE, .text = pasted,
		.len = sizeof(pasted) - 1};
	struct list list;
	struct table table;

	(void)state;
	start(&list, &table, 10);
	assert_int_equal(list_handle(&list, ACTION_NONE, &letter),
		LIST_IGNORED);
	assert_int_equal(list_handle(&list, ACTION_NONE, &wide),
		LIST_IGNORED);
	assert_int_equal(list_handle(&list, ACTION_NONE, &hanzi),
		LIST_FILTERED);
	assert_string_equal(list_filter(&list), "张");
	assert_int_equal(list_handle(&list, ACTION_NONE, &letter),
		LIST_FILTERED);
	list_set_filter(&list, "");
	assert_int_equal(list_handle(&list, ACTION_NONE, &paste),
		LIST_FILTERED);
	assert_string_equal(list_filter(&list), "张 三");
	list_clear(&list);
}

static void
keeps_its_row_when_the_size_changes(void **state)
{
	struct term *term = screen_open(40, 80);
	struct list list;
	struct table table;

	(void)state;
	start(&list, &table, 1000);
	draw(&list, term, 24, 80);
	for (int i = 0; i < 10; i++)
		press(&list, ACTION_PAGE_DOWN);
	assert_int_equal(list_chosen(&list)->id, 230);
	for (int rows = 40; rows > 0; rows--) {
		draw(&list, term, rows, 80);
		assert_int_equal(list_chosen(&list)->id, 230);
		list_reload(&list);
	}
	list_clear(&list);
	term_close(term);
}

/* What is as on the line above is not said again, on the first line it is. */
static void
says_once_what_stays(void **state)
{
	static const struct list_column once[] = {
		{.name = "Name", .cols = 6, .once = true},
		{.name = "Why", .cols = 4, .once = true},
		{.name = "What", .cols = 4},
	};
	static const char *const cells[][N_ITEMS(once)] = {
		{"张三", "a", "1"}, {"张三", "a", "1"}, {"张三", "b", "1"},
		{"李四", "b", "2"}, {"李四", "b", "3"},
	};
	struct term *term = screen_open(12, 40);
	struct window_source source;
	struct array array;
	struct list list;

	(void)state;
	array_init(&array);
	for (size_t i = 0; i < N_ITEMS(cells); i++) {
		struct row *row = array_add(&array);

		for (size_t j = 0; j < N_ITEMS(once); j++)
			strvec_add(&row->cells, cells[i][j]);
	}
	array_source(&array, &source);
	list_init(&list, once, N_ITEMS(once), &source, NULL);
	draw(&list, term, 6, 40);
	screen_expect(term,
		"  Name   Why  What\n"
		"> 张三   a    1\n"
		"              1\n"
		"         b    1\n"
		"  李四   b    2\n"
		"              3\n"
		"cursor 1,2\n");
	press(&list, ACTION_LAST);
	draw(&list, term, 3, 40);
	screen_expect(term,
		"  张三   b    1\n"
		"  李四   b    2\n"
		">             3\n"
		"cursor 2,2\n");
	list_clear(&list);
	array_clear(&array);
	term_close(term);
}

/* Nasty cells stay in their column. */
static void
shows_nasty_cells_in_their_columns(void **state)
{
	static const char *const nasty[] = {
		"\x1b[2J\x1b]0;x\x07", "\xe2\x80\xaegnp.exe",
		("a\xc2\x9b" "2J"),
		"line\nline", "\xff\xfe", "\xe1\xa0\xad\xe1\xa0\x8b",
		"👨\xe2\x80\x8d👩\xe2\x80\x8d👧", "e\xcc\x81\xcc\x82\xcc\x83",
		"", "一二三四五六七八九十",
	};
	struct term *term = screen_open(12, 40);
	struct window_source source;
	struct array array;
	struct list list;

	(void)state;
	array_init(&array);
	for (size_t i = 0; i < N_ITEMS(nasty); i++) {
		struct row *row = array_add(&array);

		strvec_add(&row->cells, nasty[i]);
		strvec_add(&row->cells, "|");
	}
	array_source(&array, &source);
	list_init(&list, columns, N_ITEMS(columns), &source, NULL);
	draw(&list, term, 12, 40);
	term_flush(term);
	for (size_t i = 0; i < N_ITEMS(nasty); i++) {
		struct strbuf dump = STRBUF_INIT;
		const char *line;

		term_dump(term, &dump);
		line = dump.s;
		for (size_t k = 0; k <= i; k++)
			line = strchr(line, '\n') + 1;
		assert_int_equal(text_cols_n(line, strcspn(line, "\n")), 21);
		assert_int_equal(line[strcspn(line, "\n") - 1], '|');
		strbuf_clear(&dump);
	}
	list_clear(&list);
	array_clear(&array);
	term_close(term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(draws_columns_and_the_chosen_row),
		cmocka_unit_test(says_that_there_is_nothing),
		cmocka_unit_test(filters_as_one_types),
		cmocka_unit_test(opens_the_filter_for_hanzi_and_pastes),
		cmocka_unit_test(keeps_its_row_when_the_size_changes),
		cmocka_unit_test(says_once_what_stays),
		cmocka_unit_test(shows_nasty_cells_in_their_columns),
	};

	return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
