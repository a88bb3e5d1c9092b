#include "tui/screen.h"

#include "tui/finder.h"

/* A text, and the line under it. */
struct page {
	struct edit edit;
	struct finder finder;
};

static void
open_page(struct page *page, const char *text, size_t at)
{
	edit_init(&page->edit, true, 0, NULL);
	edit_set(&page->edit, text);
	edit_go(&page->edit, at, false);
	finder_init(&page->finder, &page->edit);
	finder_open(&page->finder);
}

static void
close_page(struct page *page)
{
	finder_clear(&page->finder);
	edit_clear(&page->edit);
}

static void
take(void *data, const struct key_event *event)
{
	struct page *page = data;

	assert_int_equal(finder_handle(&page->finder, ACTION_NONE, event),
		EDIT_HANDLED);
}

static void
press(struct page *page, enum action action)
{
	assert_int_equal(finder_handle(&page->finder, action, &no_event),
		EDIT_HANDLED);
}

static void
expect_marked(const struct page *page, size_t from, size_t to)
{
	size_t is_from, is_to;

	edit_marked(&page->edit, &is_from, &is_to);
	assert_int_equal(is_from, from);
	assert_int_equal(is_to, to);
}

static void
finds_from_the_cursor_round_to_it(void **state)
{
	struct page page;

	(void)state;
	open_page(&page, "党员大会 党课 党员", 6);
	type_text("党", take, &page);
	expect_marked(&page, 13, 16);
	type_text("员", take, &page);
	expect_marked(&page, 20, 26);
	press(&page, ACTION_FIND_NEXT);
	expect_marked(&page, 0, 6);
	press(&page, ACTION_FIND_NEXT);
	expect_marked(&page, 20, 26);
	press(&page, ACTION_FIND_PREV);
	expect_marked(&page, 0, 6);
	press(&page, ACTION_FIND_PREV);
	expect_marked(&page, 20, 26);
	/* What is not there leads back. */
	type_text("工", take, &page);
	expect_marked(&page, 6, 6);
	press(&page, ACTION_FIND_NEXT);
	expect_marked(&page, 6, 6);
	press(&page, ACTION_ERASE_LEFT);
	expect_marked(&page, 20, 26);
	press(&page, ACTION_BACK);
	assert_false(page.finder.open);
	expect_marked(&page, 20, 20);
	close_page(&page);
}

static void
finds_whole_characters(void **state)
{
	struct page page;

	(void)state;
	open_page(&page, "cafe\xcc\x81 cafe", 0);
	type_text("cafe", take, &page);
	expect_marked(&page, 7, 11);
	close_page(&page);
	/* The same letters cut in the middle of another character. */
	open_page(&page, "👨\xe2\x80\x8d👩 👩", 0);
	type_text("👩", take, &page);
	expect_marked(&page, 12, 16);
	close_page(&page);
}

static void
says_which_of_how_many(void **state)
{
	struct term *term = screen_open(12, 40);
	const struct rect rect = {2, 0, 1, 40};
	struct page page;

	(void)state;
	open_page(&page, "甲乙甲丙甲", 3);
	finder_draw(&page.finder, term, &rect);
	screen_expect(term, "\n\nFind:\ncursor 2,6\n");
	type_text("甲", take, &page);
	finder_draw(&page.finder, term, &rect);
	screen_expect(term,
		"\n\nFind: 甲                             2/3\ncursor 2,8\n");
	type_text("丁", take, &page);
	finder_draw(&page.finder, term, &rect);
	screen_expect(term,
		"\n\nFind: 甲丁                     not found\ncursor 2,10\n");
	/* Opened again, the next letter begins anew, and Enter goes on. */
	press(&page, ACTION_ERASE_LEFT);
	press(&page, ACTION_BACK);
	finder_open(&page.finder);
	press(&page, ACTION_FIND_NEXT);
	expect_marked(&page, 6, 9);
	press(&page, ACTION_FIND_NEXT);
	expect_marked(&page, 12, 15);
	type_text("丙", take, &page);
	expect_marked(&page, 9, 12);
	close_page(&page);
	term_close(term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_from_the_cursor_round_to_it),
		cmocka_unit_test(finds_whole_characters),
		cmocka_unit_test(says_which_of_how_many),
	};

	return cmocka_run_group_tests_name("finder", tests, NULL, NULL);
}
