#include "test.h"

#include <stdio.h>

#include "base/xalloc.h"
#include "tui/window.h"

/* A table of numbered rows, some of which are gone; place is the number. */
struct table {
	long n;
	bool (*gone)(long i);
	size_t fetched; /* rows given in all */
	bool broken;
};

static bool
none_gone(long i)
{
	(void)i;
	return false;
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	struct table *table = data;
	long step = side == ROWS_BEFORE ? -1 : 1;
	long i = side == ROWS_BEFORE ? table->n - 1 : 0;

	if (table->broken)
		return err_set(err, ERR_STORE, "The disk is gone.");
	if (place != NULL)
		i = strtol(place, NULL, 10) + (side == ROWS_FROM ? 0 : step);
	for (; n > 0 && i >= 0 && i < table->n; i += step) {
		char *number = xasprintf("%08ld", i);

		if (!table->gone(i)) {
			strvec_add(&rows_add(out, i, number)->cells, number);
			table->fetched++;
			n--;
		}
		free(number);
	}
	return ERR_OK;
}

static void
start(struct window *window, struct table *table, long n)
{
	*table = (struct table){.n = n, .gone = none_gone};
	window_init(window, &(struct window_source){.fetch = fetch,
		.data = table});
	window_set_height(window, 20);
}

/* The ids on the first line, the chosen line and the last one. */
static void
expect(struct window *window, long top, long chosen, long last)
{
	const struct row *row;
	size_t line = 0;

	assert_int_equal(window_settle(window, NULL), ERR_OK);
	assert_int_equal(window_line(window, 0)->id, top);
	assert_int_equal(window_chosen(window)->id, chosen);
	while ((row = window_line(window, line)) != NULL)
		assert_int_equal(row->id, top + (long)line++);
	assert_int_equal(top + (long)line - 1, last);
	assert_true(window->rows.n <= 6 * window->height);
}

static void
holds_no_more_than_some_pages(void **state)
{
	struct window window;
	struct table table;

	(void)state;
	start(&window, &table, 100000);
	expect(&window, 0, 0, 19);
	assert_true(table.fetched <= 60);
	window_move(&window, 19, NULL);
	expect(&window, 0, 19, 19);
	window_move(&window, 1, NULL);
	expect(&window, 1, 20, 20);
	for (int i = 0; i < 50; i++)
		window_page(&window, 1, NULL);
	expect(&window, 1001, 1020, 1020);
	for (int i = 0; i < 25; i++)
		window_page(&window, -1, NULL);
	expect(&window, 501, 520, 520);
	window_last(&window, NULL);
	expect(&window, 99980, 99999, 99999);
	window_move(&window, 1, NULL);
	expect(&window, 99980, 99999, 99999);
	window_page(&window, 1, NULL);
	expect(&window, 99980, 99999, 99999);
	window_move(&window, -1000, NULL);
	expect(&window, 98999, 98999, 99018);
	window_first(&window, NULL);
	expect(&window, 0, 0, 19);
	window_move(&window, -1, NULL);
	expect(&window, 0, 0, 19);
	window_page(&window, -3, NULL);
	expect(&window, 0, 0, 19);
	assert_true(table.fetched < 4000);
	window_clear(&window);
}

static void
knows_few_rows_and_none(void **state)
{
	struct window window;
	struct table table;

	(void)state;
	for (long n = 0; n <= 3; n++) {
		start(&window, &table, n);
		for (int round = 0; round < 2; round++) {
			assert_int_equal(window_settle(&window, NULL), ERR_OK);
			window_move(&window, 1, NULL);
			window_page(&window, 1, NULL);
			window_last(&window, NULL);
			assert_true((window_chosen(&window) == NULL) ==
				(n == 0));
			if (n > 0)
				expect(&window, 0, n - 1, n - 1);
			window_page(&window, -1, NULL);
			window_first(&window, NULL);
			window_reload(&window);
		}
		window_clear(&window);
	}
}

static bool
long_gone(long i)
{
	return i >= 100 && i < 300;
}

static bool
end_gone(long i)
{
	return i >= 110;
}

static void
keeps_its_place(void **state)
{
	struct window window;
	struct table table;

	(void)state;
	start(&window, &table, 1000);
	window_move(&window, 119, NULL);
	window_move(&window, -9, NULL);
	expect(&window, 100, 110, 119);
	window_reload(&window);
	expect(&window, 100, 110, 119);
	/* A smaller and a larger window. */
	window_set_height(&window, 5);
	expect(&window, 106, 110, 110);
	window_set_height(&window, 20);
	expect(&window, 106, 110, 125);
	/* The row and all around it have gone: the one that stands there. */
	table.gone = long_gone;
	window_reload(&window);
	assert_int_equal(window_settle(&window, NULL), ERR_OK);
	assert_int_equal(window_chosen(&window)->id, 300);
	assert_int_equal(window_line(&window, 3)->id, 99);
	/* All that followed has gone: the last of the rest. */
	table.gone = end_gone;
	window_reload(&window);
	expect(&window, 90, 109, 109);
	window_clear(&window);
}

static void
says_why_and_goes_on(void **state)
{
	struct err err = ERR_INIT;
	struct window window;
	struct table table;

	(void)state;
	start(&window, &table, 100);
	window_move(&window, 7, NULL);
	table.broken = true;
	window_reload(&window);
	assert_int_equal(window_move(&window, 1, &err), ERR_STORE);
	assert_string_equal(err.text, "The disk is gone.");
	assert_int_equal(window_last(&window, &err), ERR_STORE);
	table.broken = false;
	expect(&window, 0, 7, 19);
	window_clear(&window);
	err_clear(&err);
}

/* Rows that can be located move with their id. */
static enum err_code
locate(void *data, int64_t id, struct strbuf *place, struct err *err)
{
	struct table *table = data;

	if (id >= table->n)
		return err_set(err, ERR_ABSENT, "There is no such row.");
	strbuf_addf(place, "%08ld", (long)id);
	return ERR_OK;
}

static void
finds_a_row(void **state)
{
	struct window window;
	struct table table;

	(void)state;
	start(&window, &table, 1000);
	window.source.locate = locate;
	window_want(&window, 500);
	expect(&window, 500, 500, 519);
	window_want(&window, 999);
	expect(&window, 980, 999, 999);
	window_want(&window, 5000);
	expect(&window, 980, 999, 999);
	window_clear(&window);
}

/* Any walk shows what a walk over the whole table would. */
static void
agrees_with_the_whole_table(void **state)
{
	static const int steps[] = {1, -1, 3, -3, 20, -20, 45, -45, 400, -400};
	uint32_t seed = 7;
	struct window window;
	struct table table;
	long at = 0;

	(void)state;
	start(&window, &table, 777);
	window_settle(&window, NULL);
	for (int i = 0; i < 2000; i++) {
		int by;

		seed = seed * 1664525 + 1013904223;
		by = steps[(seed >> 16) % N_ITEMS(steps)];
		window_move(&window, by, NULL);
		at = at + by < 0 ? 0 : at + by > 776 ? 776 : at + by;
		assert_int_equal(window_chosen(&window)->id, at);
		expect(&window, window_line(&window, 0)->id, at,
			window_line(&window, 0)->id + 19);
	}
	window_clear(&window);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_no_more_than_some_pages),
		cmocka_unit_test(knows_few_rows_and_none),
		cmocka_unit_test(keeps_its_place),
		cmocka_unit_test(says_why_and_goes_on),
		cmocka_unit_test(finds_a_row),
		cmocka_unit_test(agrees_with_the_whole_table),
	};

	return cmocka_run_group_tests_name("window", tests, NULL, NULL);
}
