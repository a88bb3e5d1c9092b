#include "test.h"

#include <stdio.h>
#include <string.h>

#include "exchange/xlsx_strings.h"

enum { STRINGS = 300000 };

/* Some of them longer than a page. */
static void
name_string(size_t number, char *out, size_t size)
{
	size_t len;

	snprintf(out, size, "%zu", number * 7919);
	len = strlen(out);
	if (number % 50000 == 49999) {
		memset(out + len, 'x', size - 1 - len);
		out[size - 1] = '\0';
	}
}

static void
expect(struct xlsx_strings *strings, size_t number)
{
	static char wanted[100000];
	const char *text;

	name_string(number, wanted, sizeof(wanted));
	assert_int_equal(xlsx_strings_get(strings, number, &text, NULL),
		ERR_OK);
	assert_string_equal(text, wanted);
}

static void
strings_are_found_again(void **state)
{
	struct xlsx_strings *strings = xlsx_strings_new();
	static char text[100000];

	(void)state;
	for (size_t i = 0; i < STRINGS; i++) {
		name_string(i, text, sizeof(text));
		assert_int_equal(xlsx_strings_add(strings, text, NULL),
			ERR_OK);
	}
	assert_int_equal(xlsx_strings_n(strings), STRINGS);
	for (size_t i = 0; i < STRINGS; i += 997)
		expect(strings, i);
	for (size_t i = 0; i < 2000; i++)
		expect(strings, i * 104729 % STRINGS);
	expect(strings, 0);
	expect(strings, STRINGS - 1);
	xlsx_strings_free(strings);
}

static void
an_empty_one_is_a_string_too(void **state)
{
	struct xlsx_strings *strings = xlsx_strings_new();
	const char *text;

	(void)state;
	assert_int_equal(xlsx_strings_add(strings, "", NULL), ERR_OK);
	assert_int_equal(xlsx_strings_add(strings, "a", NULL), ERR_OK);
	assert_int_equal(xlsx_strings_get(strings, 0, &text, NULL), ERR_OK);
	assert_string_equal(text, "");
	assert_int_equal(xlsx_strings_get(strings, 1, &text, NULL), ERR_OK);
	assert_string_equal(text, "a");
	xlsx_strings_free(strings);
	xlsx_strings_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings_are_found_again),
		cmocka_unit_test(an_empty_one_is_a_string_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
