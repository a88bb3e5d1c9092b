#include "tui/screen.h"

#include "tui/form.h"

enum { NAME, SEX, IDNO, NOTE, COUNT, PHONE, N_ROWS };

static const struct form_row rows[N_ROWS] = {
	[NAME] = {.label = "姓名", .flags = FORM_REQUIRED, .max = 8,
		.hint = "As on the identity card."},
	[SEX] = {.label = "性别", .kind = FORM_CHOICE},
	[IDNO] = {.label = "身份证号", .flags = FORM_SECRET, .max = 18,
		.mask_head = 6, .mask_tail = 4},
	[NOTE] = {.label = "备注", .kind = FORM_LONGTEXT, .max = 12},
	[COUNT] = {.label = "积分", .kind = FORM_READONLY},
	[PHONE] = {.label = "手机号", .page = 1},
};

static const char *const pages[] = {"基本", "联系", "会议"};

static const struct rect whole = {0, 0, 8, 30};

static void
start(struct form *form)
{
	form_init(form, rows, N_ITEMS(rows), pages, N_ITEMS(pages), NULL);
	form_set(form, NAME, "王红");
	form_set(form, IDNO, "150422198805063521");
	form_set(form, COUNT, "12");
}

static enum form_result
press(struct form *form, enum action action)
{
	return form_handle(form, action, &no_event);
}

static void
take(void *data, const struct key_event *event)
{
	assert_int_equal(form_handle(data, ACTION_NONE, event), FORM_CHANGED);
}

static void
draw(struct form *form, struct term *term, const struct rect *rect)
{
	term_erase(term);
	form_draw(form, term, rect, true);
}

static void
draws_labels_and_values_in_columns(void **state)
{
	struct term *term = screen_open(12, 40);
	struct form form;

	(void)state;
	start(&form);
	draw(&form, term, &whole);
	screen_expect(term,
		"1 基本  2 联系  3 会议\n"
		">*姓名     王红\n"
		"  性别\n"
		"  身份证号 150422********3521\n"
		"  备注\n"
		"  积分     12\n"
		"cursor 1,15\n");
	assert_string_equal(term_style_name_at(term, 0, 0), "key");
	assert_string_equal(term_style_name_at(term, 0, 2), "focus");
	assert_string_equal(term_style_name_at(term, 0, 10), "normal");
	assert_string_equal(term_style_name_at(term, 1, 2), "focus");
	assert_string_equal(term_style_name_at(term, 1, 11), "normal");
	assert_string_equal(form_sentence(&form), "As on the identity card.");
	form_reveal(&form, true);
	form_fail(&form, SEX, "No such sex.");
	form_focus(&form, SEX);
	draw(&form, term, &whole);
	screen_expect(term,
		"1 基本  2 联系  3 会议\n"
		" *姓名     王红\n"
		">!性别\n"
		"  身份证号 150422198805063521\n"
		"  备注\n"
		"  积分     12\n"
		"cursor 2,11\n");
	assert_string_equal(form_sentence(&form), "No such sex.");
	form_fail(&form, SEX, NULL);
	assert_string_equal(form_sentence(&form), "");
	form_clear(&form);
	term_close(term);
}

static void
goes_from_field_to_field(void **state)
{
	struct form form;

	(void)state;
	start(&form);
	assert_int_equal(press(&form, ACTION_NEXT_FIELD), FORM_LEFT);
	assert_int_equal(form.left, NAME);
	assert_int_equal(form.focus, SEX);
	assert_int_equal(press(&form, ACTION_CHOOSE), FORM_CHOOSE);
	press(&form, ACTION_NEXT_FIELD);
	press(&form, ACTION_NEXT_FIELD);
	assert_int_equal(form.focus, NOTE);
	/* Tab passes over what cannot be changed; arrows do not. */
	press(&form, ACTION_DOWN);
	assert_int_equal(form.focus, COUNT);
	assert_int_equal(press(&form, ACTION_DOWN), FORM_HANDLED);
	press(&form, ACTION_UP);
	assert_int_equal(press(&form, ACTION_NEXT_FIELD), FORM_LEFT);
	assert_int_equal(form.page, 1);
	assert_int_equal(form.focus, PHONE);
	assert_int_equal(press(&form, ACTION_ACCEPT), FORM_DONE);
	/* A page without rows is somebody else's. */
	assert_int_equal(press(&form, ACTION_NEXT_FIELD), FORM_LEFT);
	assert_int_equal(form.page, 2);
	assert_true(form.focus == FORM_NOWHERE);
	assert_int_equal(press(&form, ACTION_DOWN), FORM_IGNORED);
	assert_int_equal(press(&form, ACTION_NEXT_FIELD), FORM_HANDLED);
	assert_int_equal(form.focus, NAME);
	press(&form, ACTION_PREV_FIELD);
	press(&form, ACTION_PREV_FIELD);
	press(&form, ACTION_PREV_FIELD);
	assert_int_equal(form.focus, NOTE);
	form_clear(&form);
}

static void
has_enter_save_in_the_last_field_alone(void **state)
{
	const struct key_event enter = {.kind = EVENT_KEY, .key = K_ENTER};
	static const struct {
		size_t row;
		enum action action;
	} cases[] = {
		{NAME, ACTION_NEXT_FIELD}, {SEX, ACTION_NEXT_FIELD},
		{NOTE, ACTION_OPEN}, {COUNT, ACTION_NEXT_FIELD},
		{PHONE, ACTION_ACCEPT},
	};
	struct form form;

	(void)state;
	start(&form);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		struct keymap_live live;

		form_focus(&form, cases[i].row);
		keymap_live_init(&live, form_context(&form));
		form_live(&form, &live);
		assert_int_equal(keymap_find(&live, &enter), cases[i].action);
	}
	form_clear(&form);
}

static void
knows_what_has_changed(void **state)
{
	struct form form;

	(void)state;
	start(&form);
	assert_false(form_is_changed(&form, NAME));
	type_text("梅", take, &form);
	assert_string_equal(form_value(&form, NAME), "王红梅");
	assert_true(form_is_changed(&form, NAME));
	assert_int_equal(press(&form, ACTION_UNDO), FORM_CHANGED);
	assert_false(form_is_changed(&form, NAME));
	form_fill(&form, NAME, "赵敏");
	assert_true(form_is_changed(&form, NAME));
	press(&form, ACTION_UNDO);
	assert_string_equal(form_value(&form, NAME), "王红");
	form_set(&form, NAME, form_value(&form, NAME));
	assert_false(form_is_changed(&form, NAME));
	form_clear(&form);
}

static void
opens_long_text_in_its_place(void **state)
{
	const struct key_event letter = {.kind = EVENT_CHAR, .code = 0x4e00};
	struct term *term = screen_open(12, 40);
	struct form form;

	(void)state;
	start(&form);
	form_set(&form, NOTE, "一\n二");
	form_focus(&form, NOTE);
	assert_int_equal(press(&form, ACTION_OPEN), FORM_HANDLED);
	assert_int_equal(form_context(&form), CONTEXT_EDITOR);
	draw(&form, term, &whole);
	screen_expect(term, "一\n二\ncursor 0,0\n");
	assert_int_equal(form_handle(&form, ACTION_NONE, &letter),
		FORM_CHANGED);
	assert_string_equal(form_value(&form, NOTE), "一一\n二");
	assert_int_equal(press(&form, ACTION_BACK), FORM_HANDLED);
	assert_string_equal(form_value(&form, NOTE), "一一\n二");
	assert_int_equal(press(&form, ACTION_BACK), FORM_IGNORED);
	/* Typing opens it behind what is there; Tab goes on. */
	assert_int_equal(form_handle(&form, ACTION_NONE, &letter),
		FORM_CHANGED);
	assert_int_equal(press(&form, ACTION_NEXT_FIELD), FORM_LEFT);
	assert_int_equal(form.left, NOTE);
	assert_string_equal(form_value(&form, NOTE), "一一\n二一");
	/* Opened again where it was left, and what was typed can be undone. */
	form_focus(&form, NOTE);
	form_set_cursor(&form, strlen("一一"), true);
	draw(&form, term, &whole);
	screen_expect(term, "一一\n二一\ncursor 0,4\n");
	assert_int_equal(press(&form, ACTION_UNDO), FORM_CHANGED);
	assert_string_equal(form_value(&form, NOTE), "一一\n二");
	assert_int_equal(press(&form, ACTION_REDO), FORM_CHANGED);
	form_set_cursor(&form, 1000, false);
	draw(&form, term, &whole);
	screen_expect(term, "一一\n二一\ncursor 1,4\n");
	press(&form, ACTION_BACK);
	draw(&form, term, &whole);
	form_go_page(&form, 0);
	draw(&form, term, &whole);
	screen_expect(term,
		"1 基本  2 联系  3 会议\n"
		">*姓名     王红\n"
		"  性别\n"
		"  身份证号 150422********3521\n"
		"  备注     一一 二一\n"
		"  积分     12\n"
		"cursor 1,15\n");
	form_clear(&form);
	term_close(term);
}

static void
scrolls_where_there_is_no_room(void **state)
{
	static const struct rect low = {0, 0, 3, 14};
	struct term *term = screen_open(12, 40);
	struct form form;

	(void)state;
	start(&form);
	form_focus(&form, NOTE);
	draw(&form, term, &low);
	screen_expect(term,
		"1基本 2联系 3~\n"
		"  身份 ~ 1504~\n"
		"> 备注\n"
		"cursor 2,9\n");
	press(&form, ACTION_PAGE_UP);
	press(&form, ACTION_PAGE_UP);
	press(&form, ACTION_PAGE_UP);
	draw(&form, term, &low);
	screen_expect(term,
		"1基本 2联系 3~\n"
		">*姓名   王红\n"
		"  性别\n"
		"cursor 1,13\n");
	/* At its end, a page down goes to the next page. */
	for (int i = 0; i < 5; i++)
		press(&form, ACTION_PAGE_DOWN);
	assert_int_equal(form.page, 1);
	form_clear(&form);
	term_close(term);
}

static void
hides_rows(void **state)
{
	struct term *term = screen_open(12, 40);
	struct form form;

	(void)state;
	start(&form);
	form_hide(&form, SEX, true);
	form_hide(&form, IDNO, true);
	assert_int_equal(form.focus, NAME);
	form_hide(&form, NAME, true);
	assert_int_equal(form.focus, NOTE);
	draw(&form, term, &whole);
	screen_expect(term,
		"1 基本  2 联系  3 会议\n"
		"> 备注\n"
		"  积分     12\n"
		"cursor 1,11\n");
	form_hide(&form, NOTE, true);
	assert_int_equal(form.focus, COUNT);
	form_hide(&form, COUNT, true);
	assert_true(form.focus == FORM_NOWHERE);
	form_hide(&form, NAME, false);
	assert_int_equal(form.focus, NAME);
	form_clear(&form);
	term_close(term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(draws_labels_and_values_in_columns),
		cmocka_unit_test(goes_from_field_to_field),
		cmocka_unit_test(has_enter_save_in_the_last_field_alone),
		cmocka_unit_test(knows_what_has_changed),
		cmocka_unit_test(opens_long_text_in_its_place),
		cmocka_unit_test(scrolls_where_there_is_no_room),
		cmocka_unit_test(hides_rows),
	};

	return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
