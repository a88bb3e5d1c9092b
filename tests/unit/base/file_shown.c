#include "test.h"

#include <stdlib.h>

#include "base/file.h"

static void
reads_names_as_they_are_written(void **state)
{
	static const struct {
		const char *path;
		const char *shown;
	} cases[] = {
		{"", ""},
		{"-", "-"},
		{"/", "/"},
		{"名册.csv", "名册.csv"},
		{"\xc3\xfb\xb2\xe1.csv", "名册.csv"},
		{"/media/名册/\xc3\xfb\xb2\xe1/a.csv", "/media/名册/名册/a.csv"},
		{"\x95\x32\x82\x36", "𠀀"}, /* four bytes, two of them digits */
		{"a\x1b[2J", "a\x1b[2J"},
		{"\xff\xfe", "\\xFF\\xFE"},
		{"名册\xff.csv/\xb2\xe1", "名册\\xFF.csv/册"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		char *shown = file_shown(cases[i].path);

		assert_string_equal(shown, cases[i].shown);
		free(shown);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_names_as_they_are_written),
	};

	return cmocka_run_group_tests_name("file_shown", tests, NULL, NULL);
}
