#include "test.h"

#include <stdio.h>

#include "tui/index.h"

/* How many rows were made. */
struct made {
	size_t n;
	int64_t first_id;
};

static int64_t
id_of(void *data, size_t i)
{
	const struct made *made = data;

	return made->first_id + (int64_t)i;
}

static void
fill(void *data, size_t i, struct strvec *cells)
{
	struct made *made = data;
	char text[24];

	made->n++;
	snprintf(text, sizeof(text), "row %zu", i);
	strvec_add(cells, text);
}

static void
makes_only_what_is_shown(void **state)
{
	struct made made = {.first_id = 100};
	struct index index = {100000, id_of, fill, &made};
	struct window_source source;
	struct window window;

	(void)state;
	index_source(&index, &source);
	window_init(&window, &source);
	window_set_height(&window, 10);
	assert_int_equal(window_settle(&window, NULL), ERR_OK);
	assert_string_equal(window_chosen(&window)->cells.items[0], "row 0");
	assert_int_equal(window_last(&window, NULL), ERR_OK);
	assert_string_equal(window_chosen(&window)->cells.items[0],
		"row 99999");
	assert_int_equal(index_of(window_chosen(&window)), 99999);
	assert_int_equal(window_page(&window, -1, NULL), ERR_OK);
	assert_string_equal(window_chosen(&window)->cells.items[0],
		"row 99989");
	assert_true(made.n < 200);
	window_clear(&window);
}

/* The chosen row is found again by its id when those before it are gone. */
static void
follows_a_row_to_its_new_place(void **state)
{
	struct made made = {.first_id = 100};
	struct index index = {50, id_of, fill, &made};
	struct window_source source;
	struct window window;

	(void)state;
	index_source(&index, &source);
	window_init(&window, &source);
	window_set_height(&window, 5);
	window_want(&window, 130);
	assert_int_equal(window_settle(&window, NULL), ERR_OK);
	assert_int_equal(window_chosen(&window)->id, 130);
	made.first_id = 120;
	index.n = 30;
	window_reload(&window);
	assert_int_equal(window_settle(&window, NULL), ERR_OK);
	assert_int_equal(window_chosen(&window)->id, 130);
	assert_int_equal(index_of(window_chosen(&window)), 10);
	index.n = 0;
	window_reload(&window);
	assert_int_equal(window_settle(&window, NULL), ERR_OK);
	assert_null(window_chosen(&window));
	window_clear(&window);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(makes_only_what_is_shown),
		cmocka_unit_test(follows_a_row_to_its_new_place),
	};

	return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}
