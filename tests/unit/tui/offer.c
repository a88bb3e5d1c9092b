#include "tui/screen.h"

#include "tui/editor.h"

/* What was asked for last, and a few names. */
struct names {
	char asked[64];
	int n_asked;
};

static void
find(void *data, const char *typed, size_t most, struct strvec *words)
{
	static const char *const all[] = {"王芳", "乌兰", "吴金锁"};
	struct names *names = data;

	snprintf(names->asked, sizeof(names->asked), "%s", typed);
	names->n_asked++;
	for (size_t i = 0; i < N_ITEMS(all) && words->n < most; i++)
		if (typed[0] == '\0' || (typed[0] == 'w' && typed[1] != 'x') ||
			strncmp(all[i], typed, strlen(typed)) == 0)
			strvec_add(words, all[i]);
}

/* A text in which an @ offers them. */
struct page {
	struct names names;
	struct edit edit;
	struct editor editor;
};

static void
open_page(struct page *page, const char *text)
{
	const struct offer_source source = {find, &page->names};

	page->names = (struct names){.n_asked = 0};
	edit_init(&page->edit, true, 20, NULL);
	edit_set(&page->edit, text);
	editor_init(&page->editor, &page->edit, &source);
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

static enum edit_result
press(struct page *page, enum action action)
{
	return editor_handle(&page->editor, action, &no_event);
}

static bool
is_open(const struct page *page)
{
	return offer_is_open(&page->editor.offer);
}

static void
puts_a_name_in(void **state)
{
	struct page page;

	(void)state;
	open_page(&page, "由");
	type_text("@", take, &page);
	assert_true(is_open(&page));
	assert_string_equal(page.names.asked, "");
	type_text("w", take, &page);
	assert_string_equal(page.names.asked, "w");
	assert_int_equal(press(&page, ACTION_UP), EDIT_HANDLED);
	assert_int_equal(press(&page, ACTION_ACCEPT), EDIT_CHANGED);
	assert_string_equal(page.edit.text.s, "由吴金锁");
	assert_false(is_open(&page));
	type_text("，@乌", take, &page);
	assert_string_equal(page.names.asked, "乌");
	assert_int_equal(press(&page, ACTION_ACCEPT), EDIT_CHANGED);
	assert_string_equal(page.edit.text.s, "由吴金锁，乌兰");
	/* One step back, and there is what was typed. */
	press(&page, ACTION_UNDO);
	assert_string_equal(page.edit.text.s, "由吴金锁，@乌");
	close_page(&page);
}

static void
leaves_what_was_typed(void **state)
{
	struct page page;

	(void)state;
	open_page(&page, "");
	type_text("@w", take, &page);
	assert_int_equal(press(&page, ACTION_BACK), EDIT_HANDLED);
	assert_string_equal(page.edit.text.s, "@w");
	assert_int_equal(press(&page, ACTION_BACK), EDIT_IGNORED);
	/* and does not come back for the same word, */
	type_text("w", take, &page);
	assert_false(is_open(&page));
	/* but for another, */
	type_text(" @", take, &page);
	assert_true(is_open(&page));
	/* where nothing fits it is not there, and Enter is a new line. */
	type_text("wx", take, &page);
	assert_false(is_open(&page));
	assert_int_equal(press(&page, ACTION_ACCEPT), EDIT_IGNORED);
	press(&page, ACTION_ERASE_LEFT);
	assert_true(is_open(&page));
	press(&page, ACTION_LEFT);
	assert_false(is_open(&page));
	close_page(&page);
}

static void
knows_an_address(void **state)
{
	struct page page;

	(void)state;
	open_page(&page, "");
	type_text("a@w", take, &page);
	assert_int_equal(page.names.n_asked, 0);
	type_text("，。w", take, &page);
	assert_int_equal(page.names.n_asked, 0);
	close_page(&page);
}

static void
says_what_did_not_fit(void **state)
{
	struct page page;

	(void)state;
	open_page(&page, "一二三四五六七八九十一二三四五六七");
	type_text("@吴", take, &page);
	assert_int_equal(press(&page, ACTION_ACCEPT), EDIT_CHANGED);
	close_page(&page);
	open_page(&page, "一二三四五六七八九十一二三四五六七八");
	type_text("@吴", take, &page);
	assert_int_equal(press(&page, ACTION_ACCEPT), EDIT_FULL);
	assert_string_equal(page.edit.rest.s, "锁");
	close_page(&page);
}

static void
stands_by_the_cursor(void **state)
{
	const struct rect rect = {0, 0, 12, 20}, low = {0, 0, 6, 20};
	struct term *term = screen_open(12, 40);
	struct keymap_live live;
	struct page page;

	(void)state;
	open_page(&page, "一\n二");
	type_text("@", take, &page);
	press(&page, ACTION_DOWN);
	term_erase(term);
	editor_draw(&page.editor, term, &rect);
	screen_expect(term, "一\n二@\n"
		"   +--------+\n"
		"   |  王芳  |\n"
		"   |> 乌兰  |\n"
		"   |  吴金锁|\n"
		"   +--------+\n"
		"cursor 1,3\n");
	/* With little room, what is chosen can be seen. */
	press(&page, ACTION_DOWN);
	term_erase(term);
	editor_draw(&page.editor, term, &low);
	screen_expect(term, "一\n二@\n"
		"   +--------+\n"
		"   |  乌兰  |\n"
		"   |> 吴金锁|\n"
		"   +--------+\n"
		"cursor 1,3\n");
	keymap_live_init(&live, CONTEXT_EDITOR);
	editor_live(&page.editor, &live);
	assert_int_equal(keymap_find(&live, &(struct key_event){
		.kind = EVENT_KEY, .key = K_ENTER}), ACTION_ACCEPT);
	press(&page, ACTION_BACK);
	keymap_live_init(&live, CONTEXT_EDITOR);
	editor_live(&page.editor, &live);
	assert_int_equal(keymap_find(&live, &(struct key_event){
		.kind = EVENT_KEY, .key = K_ENTER}), ACTION_NEW_LINE);
	close_page(&page);
	term_close(term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(puts_a_name_in),
		cmocka_unit_test(leaves_what_was_typed),
		cmocka_unit_test(knows_an_address),
		cmocka_unit_test(says_what_did_not_fit),
		cmocka_unit_test(stands_by_the_cursor),
	};

	return cmocka_run_group_tests_name("offer", tests, NULL, NULL);
}
