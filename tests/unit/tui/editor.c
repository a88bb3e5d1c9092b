#include "tui/screen.h"

#include "tui/editor.h"

/* An editor and its text. */
struct page {
	struct edit edit;
	struct editor editor;
};

static void
open_page(struct page *page, const char *text, size_t max, struct strbuf *clip)
{
	edit_init(&page->edit, true, max, clip);
	edit_set(&page->edit, text);
	edit_move(&page->edit, EDIT_TEXT_START, false);
	editor_init(&page->editor, &page->edit, NULL);
}

static void
close_page(struct page *page)
{
	editor_clear(&page->editor);
	edit_clear(&page->edit);
}

static void
take(void *data, const struct key_event *event)
{
	editor_handle(&((struct page *)data)->editor, ACTION_NONE, event);
}

static void
press(struct page *page, enum action action)
{
	editor_handle(&page->editor, action, &no_event);
}

static void
draw(struct page *page, struct term *term, int rows, int cols)
{
	const struct rect rect = {1, 2, rows, cols};

	term_erase(term);
	editor_draw(&page->editor, term, &rect);
}

static void
wraps_and_wraps_anew(void **state)
{
	struct term *term = screen_open(12, 40);
	struct page page;

	(void)state;
	open_page(&page, "嘎查党支部与苏木，\n合 建 ok", 0, NULL);
	draw(&page, term, 6, 11);
	screen_expect(term, "\n"
		"  嘎查党支部\n"
		"  与苏木，\n"
		"  合 建 ok\n"
		"cursor 1,2\n");
	draw(&page, term, 6, 9);
	screen_expect(term, "\n"
		"  嘎查党支\n"
		"  部与苏\n"
		"  木，\n"
		"  合 建 ok\n"
		"cursor 1,2\n");
	close_page(&page);
	term_close(term);
}

static void
wraps_anew_when_characters_become_wide(void **state)
{
	struct term_settings settings = {.ascii_borders = true};
	struct term *term = screen_open(12, 40);
	struct page page;

	(void)state;
	open_page(&page, "党·组·织", 0, NULL);
	draw(&page, term, 3, 9);
	screen_expect(term, "\n  党·组·织\ncursor 1,2\n");
	settings.ambiguous_wide = true;
	term_set(term, &settings);
	draw(&page, term, 3, 9);
	screen_expect(term, "\n  党·组·\n  织\ncursor 1,2\n");
	settings.ambiguous_wide = false;
	term_set(term, &settings);
	close_page(&page);
	term_close(term);
}

static void
moves_by_lines_as_they_are_shown(void **state)
{
	struct term *term = screen_open(12, 40);
	struct page page;

	(void)state;
	open_page(&page, "一二三四五六七八\nab\n九十", 0, NULL);
	draw(&page, term, 3, 9);
	press(&page, ACTION_RIGHT);
	press(&page, ACTION_RIGHT);
	press(&page, ACTION_RIGHT);
	press(&page, ACTION_DOWN);
	press(&page, ACTION_DOWN);
	draw(&page, term, 3, 9);
	screen_expect(term, "\n"
		"  一二三四\n"
		"  五六七八\n"
		"  ab\n"
		"cursor 3,4\n");
	/* The column is remembered over the short line. */
	press(&page, ACTION_DOWN);
	draw(&page, term, 3, 9);
	screen_expect(term, "\n"
		"  五六七八\n"
		"  ab\n"
		"  九十\n"
		"cursor 3,6\n");
	press(&page, ACTION_PAGE_UP);
	draw(&page, term, 3, 9);
	screen_expect(term, "\n"
		"  五六七八\n"
		"  ab\n"
		"  九十\n"
		"cursor 1,8\n");
	press(&page, ACTION_UP);
	press(&page, ACTION_UP);
	draw(&page, term, 3, 9);
	screen_expect(term, "\n"
		"  一二三四\n"
		"  五六七八\n"
		"  ab\n"
		"cursor 1,2\n");
	press(&page, ACTION_LAST);
	press(&page, ACTION_UP);
	press(&page, ACTION_DOWN);
	press(&page, ACTION_DOWN);
	draw(&page, term, 3, 9);
	screen_expect(term, "\n"
		"  五六七八\n"
		"  ab\n"
		"  九十\n"
		"cursor 3,6\n");
	close_page(&page);
	term_close(term);
}

static void
types_lines(void **state)
{
	struct term *term = screen_open(12, 40);
	struct page page;

	(void)state;
	open_page(&page, "", 6, NULL);
	type_text("议题", take, &page);
	assert_int_equal(editor_handle(&page.editor, ACTION_NEW_LINE, &no_event),
		EDIT_CHANGED);
	draw(&page, term, 4, 20);
	screen_expect(term, "\n  议题\ncursor 2,2\n");
	type_text("一e\xcc\x81", take, &page);
	assert_string_equal(page.edit.text.s, "议题\n一e\xcc\x81");
	assert_int_equal(editor_handle(&page.editor, ACTION_NEW_LINE, &no_event),
		EDIT_FULL);
	press(&page, ACTION_ERASE_LEFT);
	press(&page, ACTION_ERASE_LEFT);
	press(&page, ACTION_ERASE_LEFT);
	draw(&page, term, 4, 20);
	screen_expect(term, "\n  议题\ncursor 1,6\n");
	press(&page, ACTION_UNDO);
	assert_string_equal(page.edit.text.s, "议题\n一e\xcc\x81");
	close_page(&page);
	term_close(term);
}

static void
marks_over_lines(void **state)
{
	struct strbuf clip = STRBUF_INIT;
	struct term *term = screen_open(12, 40);
	struct page page;

	(void)state;
	open_page(&page, "甲乙\n丙丁", 0, &clip);
	press(&page, ACTION_RIGHT);
	press(&page, ACTION_SELECT_DOWN);
	draw(&page, term, 4, 20);
	assert_int_equal(editor_handle(&page.editor, ACTION_COPY, &no_event),
		EDIT_HANDLED);
	assert_string_equal(clip.s, "乙\n丙");
	term_flush(term);
	assert_string_equal(term_style_name_at(term, 1, 2), "normal");
	assert_string_equal(term_style_name_at(term, 1, 4), "focus");
	assert_string_equal(term_style_name_at(term, 2, 2), "focus");
	assert_string_equal(term_style_name_at(term, 2, 4), "normal");
	press(&page, ACTION_LAST);
	press(&page, ACTION_PASTE);
	assert_string_equal(page.edit.text.s, "甲乙\n丙丁乙\n丙");
	close_page(&page);
	strbuf_clear(&clip);
	term_close(term);
}

static void
goes_to_the_ends_of_lines(void **state)
{
	struct term *term = screen_open(12, 40);
	struct page page;

	(void)state;
	open_page(&page, "一二三四五六七八\nab", 0, NULL);
	press(&page, ACTION_RIGHT);
	draw(&page, term, 3, 9);
	press(&page, ACTION_LINE_END);
	draw(&page, term, 3, 9);
	/* behind the line, not before the next one */
	screen_expect(term, "\n"
		"  一二三四\n"
		"  五六七八\n"
		"  ab\n"
		"cursor 1,10\n");
	press(&page, ACTION_DOWN);
	draw(&page, term, 3, 9);
	assert_int_equal(page.edit.at, 24);
	press(&page, ACTION_UP);
	press(&page, ACTION_LINE_BEGIN);
	assert_int_equal(page.edit.at, 0);
	press(&page, ACTION_LINE_END);
	press(&page, ACTION_LINE_END);
	assert_int_equal(page.edit.at, 24);
	press(&page, ACTION_LINE_BEGIN);
	assert_int_equal(page.edit.at, 12);
	press(&page, ACTION_SELECT_LINE_BEGIN);
	assert_int_equal(page.edit.at, 0);
	assert_int_equal(page.edit.anchor, 12);
	/* What is typed at the end of a line goes on there. */
	press(&page, ACTION_LINE_BEGIN);
	press(&page, ACTION_LINE_END);
	type_text("九", take, &page);
	assert_string_equal(page.edit.text.s, "一二三四九五六七八\nab");
	close_page(&page);
	term_close(term);
}

static void
finds_in_its_last_row(void **state)
{
	struct term *term = screen_open(12, 40);
	struct keymap_live live;
	struct page page;

	(void)state;
	open_page(&page, "一\n二\n三\n四\n五", 0, NULL);
	press(&page, ACTION_FIND);
	type_text("四", take, &page);
	draw(&page, term, 3, 20);
	screen_expect(term, "\n  三\n  四\n  Find: 四         1/1\n"
		"cursor 3,10\n");
	keymap_live_init(&live, CONTEXT_EDITOR);
	editor_live(&page.editor, &live);
	assert_int_equal(keymap_find(&live, &(struct key_event){
		.kind = EVENT_KEY, .key = K_ENTER}), ACTION_FIND_NEXT);
	press(&page, ACTION_BACK);
	draw(&page, term, 3, 20);
	screen_expect(term, "\n  三\n  四\n  五\ncursor 2,2\n");
	close_page(&page);
	term_close(term);
}

/* Paragraphs laid out by one key. */
static size_t
work_of(struct page *page, struct term *term, enum action action,
	const char *typed)
{
	size_t was;

	draw(page, term, 10, 40);
	was = page->editor.n_laid;
	if (typed != NULL)
		type_text(typed, take, page);
	else
		press(page, action);
	draw(page, term, 10, 40);
	return page->editor.n_laid - was;
}

/* A key lays out what it touched, wherever it stands in whatever length. */
static void
lays_out_what_was_touched(void **state)
{
	struct term *term = screen_open(12, 40);
	struct strbuf text = STRBUF_INIT;
	struct page page;
	size_t was;

	(void)state;
	for (int i = 0; i < 20000; i++)
		strbuf_add(&text, i % 100 == 99 ? "\n" : "党");
	open_page(&page, text.s, 0, NULL);
	draw(&page, term, 10, 40);
	assert_int_equal(page.editor.n_laid, 201);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(work_of(&page, term, 0, "会"), 1);
		assert_int_equal(work_of(&page, term, ACTION_NEW_LINE, NULL),
			2);
		assert_int_equal(work_of(&page, term, ACTION_ERASE_LEFT, NULL),
			1);
		assert_int_equal(work_of(&page, term, ACTION_UNDO, NULL), 2);
		assert_int_equal(work_of(&page, term, ACTION_DOWN, NULL), 0);
		assert_int_equal(work_of(&page, term, ACTION_LINE_END, NULL),
			0);
		edit_go(&page.edit, page.edit.text.len / 2, false);
		if (i == 1)
			press(&page, ACTION_LAST);
	}
	/* A page pasted at once is its own paragraphs and the one it cut. */
	edit_go(&page.edit, 30, false);
	was = page.editor.n_laid;
	edit_paste(&page.edit, "一\n二\n三", strlen("一\n二\n三"));
	draw(&page, term, 10, 40);
	assert_int_equal(page.editor.n_laid - was, 3);
	close_page(&page);
	strbuf_clear(&text);
	term_close(term);
}

/* Cursor and text agree at every width and place. */
static void
keeps_the_cursor_on_the_screen(void **state)
{
	struct term *term = screen_open(12, 40);

	(void)state;
	for (int cols = 2; cols < 30; cols++) {
		struct page page;

		open_page(&page, "苏木（镇）三楼  会议室  ，ab "
			"cdefghijklmn\n\n\x1b[2J👨\xe2\x80\x8d👩 \xe1\xa0\xad\xe1\xa0\x8b", 0, NULL);
		for (int i = 0; i < 50; i++) {
			struct strbuf dump = STRBUF_INIT;
			int row, col;

			draw(&page, term, 3, cols);
			term_flush(term);
			term_dump(term, &dump);
			assert_int_equal(sscanf(strstr(dump.s, "cursor"),
				"cursor %d,%d", &row, &col), 2);
			assert_in_range(row, 1, 3);
			assert_in_range(col, 2, 2 + cols - 1);
			press(&page, ACTION_RIGHT);
			strbuf_clear(&dump);
		}
		close_page(&page);
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
		cmocka_unit_test(goes_to_the_ends_of_lines),
		cmocka_unit_test(finds_in_its_last_row),
		cmocka_unit_test(lays_out_what_was_touched),
		cmocka_unit_test(keeps_the_cursor_on_the_screen),
	};

	return cmocka_run_group_tests_name("editor", tests, NULL, NULL);
}
