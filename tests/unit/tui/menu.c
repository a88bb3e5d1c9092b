#include "tui/screen.h"

#include "tui/menu.h"

static void
draw(struct menu *menu, struct term *term, int rows, int cols)
{
	const struct rect rect = {0, 0, rows, cols};

	term_erase(term);
	menu_draw(menu, term, &rect, true);
}

static void
take(void *data, const struct key_event *event)
{
	menu_handle(data, ACTION_NONE, event);
}

static enum menu_result
press(struct menu *menu, enum action action)
{
	return menu_handle(menu, action, &no_event);
}

/* By code, as a caller would. */
static enum fit
match_code(void *data, int64_t id, const char *typed)
{
	static const char *const codes[] = {"01", "02", "15"};

	(void)data;
	return strncmp(codes[id], typed, strlen(typed)) == 0 ? FIT_BEGINS
							     : FIT_NONE;
}

static void
chooses_by_number(void **state)
{
	static const char *const areas[] = {
		"党员", "组织", "单位", "四", "五",
		"六", "七", "八", "九", "十",
	};
	const struct key_event three = {.kind = EVENT_CHAR, .code = 0xff13};
	const struct key_event zero = {.kind = EVENT_CHAR, .code = '0'};
	struct term *term = screen_open(12, 40);
	struct menu menu;

	(void)state;
	menu_init(&menu, NULL, NULL, NULL);
	menu.numbered = true;
	for (size_t i = 0; i < N_ITEMS(areas); i++)
		menu_add(&menu, areas[i], i == 0 ? "56" : "");
	draw(&menu, term, 10, 20);
	screen_expect(term,
		"> 1. 党员         56\n"
		"  2. 组织\n  3. 单位\n  4. 四\n  5. 五\n  6. 六\n"
		"  7. 七\n  8. 八\n  9. 九\n     十\n"
		"cursor 0,5\n");
	assert_int_equal(menu_handle(&menu, ACTION_NONE, &three),
		MENU_CHOSEN);
	assert_int_equal(menu_chosen(&menu)->id, 2);
	assert_int_equal(menu_handle(&menu, ACTION_NONE, &zero), MENU_HANDLED);
	press(&menu, ACTION_LAST);
	assert_int_equal(press(&menu, ACTION_ACCEPT), MENU_CHOSEN);
	assert_int_equal(menu_chosen(&menu)->id, 9);
	assert_int_equal(press(&menu, ACTION_BACK), MENU_CLOSED);
	menu_clear(&menu);
	term_close(term);
}

static void
narrows_down_by_typing(void **state)
{
	struct term *term = screen_open(12, 40);
	struct menu menu;

	(void)state;
	menu_init(&menu, match_code, NULL, NULL);
	menu_add(&menu, "汉族", "01");
	menu_add(&menu, "蒙古族", "02");
	menu_add(&menu, "土家族", "15");
	menu_want(&menu, 1);
	draw(&menu, term, 5, 20);
	screen_expect(term,
		"Search:\n"
		"  汉族            01\n"
		"> 蒙古族          02\n"
		"  土家族          15\n"
		"cursor 2,2\n");
	type_text("1", take, &menu);
	draw(&menu, term, 5, 20);
	screen_expect(term,
		"Search: 1\n"
		"> 土家族          15\n"
		"cursor 0,9\n");
	assert_int_equal(press(&menu, ACTION_ACCEPT), MENU_CHOSEN);
	assert_int_equal(menu_chosen(&menu)->id, 2);
	type_text("9", take, &menu);
	assert_int_equal(press(&menu, ACTION_ACCEPT), MENU_HANDLED);
	assert_null(menu_chosen(&menu));
	draw(&menu, term, 5, 20);
	screen_expect(term,
		"Search: 19\n"
		"  Nothing matches.\n"
		"cursor 0,10\n");
	assert_int_equal(press(&menu, ACTION_BACK), MENU_HANDLED);
	assert_string_equal(menu_typed(&menu), "");
	assert_int_equal(press(&menu, ACTION_BACK), MENU_CLOSED);
	menu_clear(&menu);
	term_close(term);
}

/* Space marks and stays; what was typed to find an entry goes. */
static void
marks_several(void **state)
{
	struct term *term = screen_open(12, 40);
	struct keymap_live live;
	struct menu menu;

	(void)state;
	menu_init(&menu, NULL, NULL, NULL);
	menu_add(&menu, "领域", "1");
	menu_add(&menu, "区域", "2");
	menu_add(&menu, "层级", "4");
	keymap_live_init(&live, CONTEXT_MENU);
	menu_live(&menu, &live);
	assert_false(keymap_live_has(&live, ACTION_MARK));
	menu.can_mark = true;
	menu_live(&menu, &live);
	assert_int_equal(keymap_find(&live, &(struct key_event){
		.kind = EVENT_CHAR, .code = ' '}), ACTION_MARK);
	menu_mark(&menu, 2);
	press(&menu, ACTION_MARK);
	draw(&menu, term, 4, 20);
	screen_expect(term,
		"Search:\n"
		">*领域             1\n"
		"  区域             2\n"
		" *层级             4\n"
		"cursor 1,2\n");
	type_text("层", take, &menu);
	assert_int_equal(press(&menu, ACTION_MARK), MENU_HANDLED);
	draw(&menu, term, 4, 20);
	screen_expect(term,
		"Search:\n"
		" *领域             1\n"
		"  区域             2\n"
		"> 层级             4\n"
		"cursor 3,2\n");
	assert_int_equal(menu.marked.n, 1);
	type_text("x", take, &menu);
	assert_int_equal(press(&menu, ACTION_MARK), MENU_HANDLED);
	assert_int_equal(menu.marked.n, 1);
	menu_clear(&menu);
	term_close(term);
}

/* What only holds the letters somewhere stays, and is not stood on. */
static void
stands_on_what_fits_best(void **state)
{
	struct term *term = screen_open(12, 40);
	struct menu menu;

	(void)state;
	menu_init(&menu, NULL, NULL, NULL);
	menu_add(&menu, "unknown", "");
	menu_add(&menu, "note", "");
	menu_add(&menu, "n", "");
	menu_add(&menu, "new", "");
	type_text("n", take, &menu);
	draw(&menu, term, 6, 20);
	screen_expect(term,
		"Search: n\n"
		"  unknown\n"
		"  note\n"
		"> n\n"
		"  new\n"
		"cursor 0,9\n");
	type_text("e", take, &menu);
	assert_int_equal(menu_chosen(&menu)->id, 3);
	menu_clear(&menu);
	term_close(term);
}

static void
matches_the_text_where_nobody_else_does(void **state)
{
	struct menu menu;

	(void)state;
	menu_init(&menu, NULL, NULL, NULL);
	menu_add(&menu, "乌兰·其其格", "");
	menu_add(&menu, "Backup", "");
	type_text("兰其", take, &menu);
	assert_int_equal(menu_chosen(&menu)->id, 0);
	press(&menu, ACTION_BACK);
	type_text("ｂａ", take, &menu);
	assert_int_equal(menu_chosen(&menu)->id, 1);
	press(&menu, ACTION_BACK);
	type_text("wlqi", take, &menu);
	assert_int_equal(menu_chosen(&menu)->id, 0);
	menu_clear(&menu);
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct menu *menu = data;
	long total = *menu_typed(menu) != '\0' ? 0 : 100000;
	long step = side == ROWS_BEFORE ? -1 : 1;
	long i = side == ROWS_BEFORE ? total - 1 : 0;

	(void)err;
	if (place != NULL)
		i = strtol(place, NULL, 10) + (side == ROWS_FROM ? 0 : step);
	for (; n > 0 && i >= 0 && i < total; i += step, n--) {
		char number[24];

		snprintf(number, sizeof(number), "%05ld", i);
		strvec_add(&rows_add(out, i, number)->cells, number);
	}
	return ERR_OK;
}

static void
offers_a_new_entry(void **state)
{
	struct term *term = screen_open(12, 40);
	struct menu menu;

	(void)state;
	menu_init_paged(&menu, &(struct window_source){
		.fetch = fetch, .data = &menu}, NULL);
	menu.new_entry = "New unit …";
	draw(&menu, term, 4, 20);
	press(&menu, ACTION_LAST);
	assert_int_equal(press(&menu, ACTION_ACCEPT), MENU_CHOSEN);
	assert_int_equal(menu_chosen(&menu)->id, 99999);
	press(&menu, ACTION_DOWN);
	draw(&menu, term, 4, 20);
	screen_expect(term,
		"Search:\n"
		"  99998\n"
		"  99999\n"
		"> New unit …\n"
		"cursor 3,2\n");
	assert_int_equal(press(&menu, ACTION_ACCEPT), MENU_NEW);
	press(&menu, ACTION_UP);
	assert_int_equal(menu_chosen(&menu)->id, 99999);
	/* Nothing of that name: only a new one is left to choose. */
	type_text("嘎查", take, &menu);
	draw(&menu, term, 4, 20);
	screen_expect(term,
		"Search: 嘎查\n"
		"  Nothing matches.\n"
		"\n"
		"> New unit …\n"
		"cursor 0,12\n");
	assert_int_equal(press(&menu, ACTION_ACCEPT), MENU_NEW);
	assert_string_equal(menu_typed(&menu), "嘎查");
	press(&menu, ACTION_BACK);
	assert_int_equal(menu_chosen(&menu)->id, 0);
	menu_clear(&menu);
	term_close(term);
}

static const char *
help(void *data, int64_t id)
{
	(void)data;
	return id == 0 ? "Opens the list of members." : "Another.";
}

/* Lines below the entries, where there is room for all. */
static void
helps_with_the_chosen(void **state)
{
	struct term *term = screen_open(12, 40);
	struct menu menu;

	(void)state;
	menu_init(&menu, NULL, NULL, NULL);
	menu.help = help;
	menu_add(&menu, "Members", "");
	menu_add(&menu, "Unions", "");
	draw(&menu, term, 6, 20);
	screen_expect(term,
		"Search:\n"
		"> Members\n"
		"  Unions\n"
		"Opens the list of\n"
		"members.\n"
		"cursor 1,2\n");
	press(&menu, ACTION_DOWN);
	draw(&menu, term, 6, 20);
	screen_expect(term,
		"Search:\n"
		"  Members\n"
		"> Unions\n"
		"Another.\n"
		"cursor 2,2\n");
	press(&menu, ACTION_UP);
	draw(&menu, term, 5, 20);
	screen_expect(term,
		"Search:\n"
		"> Members\n"
		"  Unions\n"
		"cursor 1,2\n");
	menu_clear(&menu);
	term_close(term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chooses_by_number),
		cmocka_unit_test(narrows_down_by_typing),
		cmocka_unit_test(marks_several),
		cmocka_unit_test(stands_on_what_fits_best),
		cmocka_unit_test(matches_the_text_where_nobody_else_does),
		cmocka_unit_test(offers_a_new_entry),
		cmocka_unit_test(helps_with_the_chosen),
	};

	return cmocka_run_group_tests_name("menu", tests, NULL, NULL);
}
