#include "test.h"

#include <stdio.h>

#include "tui/array.h"

static void
fill(struct array *array, int n)
{
	array_init(array);
	for (int i = 0; i < n; i++) {
		char text[16];

		snprintf(text, sizeof(text), "row %d", i);
		strvec_add(&array_add(array)->cells, text);
	}
}

static bool
is_third(void *data, const struct row *row)
{
	(void)data;
	return row->id % 3 == 0;
}

/* Fetches n rows and compares their ids, the first and the step to the next. */
static void
expect(struct array *array, enum rows_side side, const char *place, size_t n,
	size_t n_expected, long first, long step)
{
	struct rows rows = VEC_INIT;
	struct window_source source;

	array_source(array, &source);
	assert_int_equal(source.fetch(source.data, side, place, n, &rows,
		NULL), ERR_OK);
	assert_int_equal(rows.n, n_expected);
	for (size_t i = 0; i < rows.n; i++) {
		char text[16];

		assert_int_equal(rows.items[i].id, first + (long)i * step);
		snprintf(text, sizeof(text), "row %ld",
			(long)rows.items[i].id);
		assert_string_equal(rows.items[i].cells.items[0], text);
	}
	rows_clear(&rows);
}

static void
gives_rows_from_every_side(void **state)
{
	struct array array;

	(void)state;
	fill(&array, 10);
	expect(&array, ROWS_AFTER, NULL, 3, 3, 0, 1);
	expect(&array, ROWS_AFTER, "2", 3, 3, 3, 1);
	expect(&array, ROWS_FROM, "2", 3, 3, 2, 1);
	expect(&array, ROWS_BEFORE, "2", 3, 2, 1, -1);
	expect(&array, ROWS_BEFORE, NULL, 3, 3, 9, -1);
	expect(&array, ROWS_AFTER, "9", 3, 0, 0, 1);
	expect(&array, ROWS_BEFORE, "0", 3, 0, 0, 1);
	array_clear(&array);
	fill(&array, 0);
	expect(&array, ROWS_AFTER, NULL, 3, 0, 0, 1);
	expect(&array, ROWS_BEFORE, NULL, 3, 0, 0, 1);
	array_clear(&array);
}

static void
leaves_out_what_is_not_wanted(void **state)
{
	struct array array;

	(void)state;
	fill(&array, 10);
	array_filter(&array, is_third, NULL);
	expect(&array, ROWS_AFTER, NULL, 9, 4, 0, 3);
	expect(&array, ROWS_FROM, "4", 9, 2, 6, 3);
	expect(&array, ROWS_AFTER, "6", 9, 1, 9, 3);
	expect(&array, ROWS_BEFORE, "6", 9, 2, 3, -3);
	array_filter(&array, NULL, NULL);
	expect(&array, ROWS_AFTER, NULL, 99, 10, 0, 1);
	array_clear(&array);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_rows_from_every_side),
		cmocka_unit_test(leaves_out_what_is_not_wanted),
	};

	return cmocka_run_group_tests_name("array", tests, NULL, NULL);
}
