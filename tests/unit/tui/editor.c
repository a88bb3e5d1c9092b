#include "tui/screen.h"

#include "tui/editor.h"

static void
take(void *data, const struct key_event *event)
{
	editor_handle(data, ACTION_NONE, event);
}

static void
press(struct editor *editor, enum action action)
{
	editor_handle(editor, action, &no_event);
}

static void
draw(struct editor *editor, struct term *term, int rows, int cols)
{
	const struct rect rect = {1, 2, rows, cols};

	term_erase(term);
	editor_draw(editor, term, &rect);
}

static void
wraps_and_wraps_anew(void **state)
{
	struct term *term = screen_open(12, 40);
	struct editor editor;

	(void)state;
	editor_init(&editor, 0, NULL);
	editor_set(&editor, "嘎查党支部与苏木，\n合 建 ok");
	draw(&editor, term, 6, 11);
	screen_expect(term, "\n"
		"  嘎查党支部\n"
		"  与苏木，\n"
		"  合 建 ok\n"
		"cursor 1,2\n");
	draw(&editor, term, 6, 9);
	screen_expect(term, "\n"
		"  嘎查党支\n"
		"  部与苏\n"
		"  木，\n"
		"  合 建 ok\n"
		"cursor 1,2\n");
	editor_clear(&editor);
	term_close(term);
}

static void
wraps_anew_when_characters_become_wide(void **state)
{
	struct term_settings settings = {.ascii_borders = true};
	struct term *term = screen_open(12, 40);
	struct editor editor;

	(void)state;
	editor_init(&editor, 0, NULL);
	editor_set(&editor, "党·组·织");
	draw(&editor, term, 3, 9);
	screen_expect(term, "\n  党·组·织\ncursor 1,2\n");
	settings.ambiguous_wide = true;
	term_set(term, &settings);
	draw(&editor, term, 3, 9);
	screen_expect(term, "\n  党·组·\n  织\ncursor 1,2\n");
	settings.ambiguous_wide = false;
	term_set(term, &settings);
	editor_clear(&editor);
	term_close(term);
}

static void
moves_by_lines_as_they_are_shown(void **state)
{
	struct term *term = screen_open(12, 40);
	struct editor editor;

	(void)state;
	editor_init(&editor, 0, NULL);
	editor_set(&editor, "一二三四五六七八\nab\n九十");
	draw(&editor, term, 3, 9);
	press(&editor, ACTION_RIGHT);
	press(&editor, ACTION_RIGHT);
	press(&editor, ACTION_RIGHT);
	press(&editor, ACTION_DOWN);
	press(&editor, ACTION_DOWN);
	draw(&editor, term, 3, 9);
	screen_expect(term, "\n"
		"  一二三四\n"
		"  五六七八\n"
		"  ab\n"
		"cursor 3,4\n");
	/* The column is remembered over the short line. */
	press(&editor, ACTION_DOWN);
	draw(&editor, term, 3, 9);
	screen_expect(term, "\n"
		"  五六七八\n"
		"  ab\n"
		"  九十\n"
		"cursor 3,6\n");
	press(&editor, ACTION_PAGE_UP);
	draw(&editor, term, 3, 9);
	screen_expect(term, "\n"
		"  五六七八\n"
		"  ab\n"
		"  九十\n"
		"cursor 1,8\n");
	press(&editor, ACTION_UP);
	press(&editor, ACTION_UP);
	draw(&editor, term, 3, 9);
	screen_expect(term, "\n"
		"  一二三四\n"
		"  五六七八\n"
		"  ab\n"
		"cursor 1,2\n");
	press(&editor, ACTION_LAST);
	press(&editor, ACTION_UP);
	press(&editor, ACTION_DOWN);
	press(&editor, ACTION_DOWN);
	draw(&editor, term, 3, 9);
	screen_expect(term, "\n"
		"  五六七八\n"
		"  ab\n"
		"  九十\n"
		"cursor 3,6\n");
	editor_clear(&editor);
	term_close(term);
}

static void
types_lines(void **state)
{
	struct term *term = screen_open(12, 40);
	struct editor editor;

	(void)state;
	editor_init(&editor, 6, NULL);
	type_text("议题", take, &editor);
	assert_int_equal(editor_handle(&editor, ACTION_NEW_LINE, &no_event),
		EDIT_CHANGED);
	draw(&editor, term, 4, 20);
	screen_expect(term, "\n  议题\ncursor 2,2\n");
	type_text("一e\xcc\x81", take, &editor);
	assert_string_equal(editor_text(&editor), "议题\n一e\xcc\x81");
	assert_int_equal(editor_handle(&editor, ACTION_NEW_LINE, &no_event),
		EDIT_FULL);
	press(&editor, ACTION_ERASE_LEFT);
	press(&editor, ACTION_ERASE_LEFT);
	press(&editor, ACTION_ERASE_LEFT);
	draw(&editor, term, 4, 20);
	screen_expect(term, "\n  议题\ncursor 1,6\n");
	press(&editor, ACTION_UNDO);
	assert_string_equal(editor_text(&editor), "议题\n一e\xcc\x81");
	editor_clear(&editor);
	term_close(term);
}

static void
marks_over_lines(void **state)
{
	struct strbuf clip = STRBUF_INIT;
	struct term *term = screen_open(12, 40);
	struct editor editor;

	(void)state;
	editor_init(&editor, 0, &clip);
	editor_set(&editor, "甲乙\n丙丁");
	press(&editor, ACTION_RIGHT);
	press(&editor, ACTION_SELECT_DOWN);
	draw(&editor, term, 4, 20);
	assert_int_equal(editor_handle(&editor, ACTION_COPY, &no_event),
		EDIT_HANDLED);
	assert_string_equal(clip.s, "乙\n丙");
	term_flush(term);
	assert_string_equal(term_style_name_at(term, 1, 2), "normal");
	assert_string_equal(term_style_name_at(term, 1, 4), "focus");
	assert_string_equal(term_style_name_at(term, 2, 2), "focus");
	assert_string_equal(term_style_name_at(term, 2, 4), "normal");
	press(&editor, ACTION_LAST);
	press(&editor, ACTION_PASTE);
	assert_string_equal(editor_text(&editor), "甲乙\n丙丁乙\n丙");
	editor_clear(&editor);
	strbuf_clear(&clip);
	term_close(term);
}

/* Cursor and text agree at every width and place. */
static void
keeps_the_cursor_on_the_screen(void **state)
{
	struct term *term = screen_open(12, 40);

	(void)state;
	for (int cols = 2; cols < 30; cols++) {
		struct editor editor;

		editor_init(&editor, 0, NULL);
		editor_set(&editor, "苏木（镇）三楼  会议室  ，ab "
			"cdefghijklmn\n\n\x1b[2J👨\xe2\x80\x8d👩 \xe1\xa0\xad\xe1\xa0\x8b");
		for (int i = 0; i < 50; i++) {
			struct strbuf dump = STRBUF_INIT;
			int row, col;

			draw(&editor, term, 3, cols);
			term_flush(term);
			term_dump(term, &dump);
			assert_int_equal(sscanf(strstr(dump.s, "cursor"),
				"cursor %d,%d", &row, &col), 2);
			assert_in_range(row, 1, 3);
			assert_in_range(col, 2, 2 + cols - 1);
			press(&editor, ACTION_RIGHT);
			strbuf_clear(&dump);
		}
		editor_clear(&editor);
	}
	term_close(term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wraps_and_wraps_anew),
		cmocka_unit_test(wraps_anew_when_characters_become_wide),
		cmocka_unit_test(moves_by_lines_as_they_are_shown),
		cmocka_unit_test(types_lines),
		cmocka_unit_test(marks_over_lines),
		cmocka_unit_test(keeps_the_cursor_on_the_screen),
	};

	return cmocka_run_group_tests_name("editor", tests, NULL, NULL);
}
