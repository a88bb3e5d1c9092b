#include "test.h"

#include "tui/theme.h"

/* No two styles look alike without colour, and so not with it. */
static void
styles_differ_without_colour(void **state)
{
	(void)state;
	for (enum style a = 0; a < STYLE_N; a++) {
		for (enum style b = 0; b < a; b++) {
			assert_int_not_equal(theme_attributes(a, false),
				theme_attributes(b, false));
			assert_string_not_equal(theme_name(a), theme_name(b));
		}
	}
}

static void
no_color_has_any_value(void **state)
{
	(void)state;
	assert_true(theme_wants_colour(NULL));
	assert_true(theme_wants_colour(""));
	assert_false(theme_wants_colour("1"));
	assert_false(theme_wants_colour("0"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(styles_differ_without_colour),
		cmocka_unit_test(no_color_has_any_value),
	};

	return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
