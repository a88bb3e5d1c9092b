#include "test.h"

#include <locale.h>

#include "tui/key_paste.h"

static void
pasted_text_has_line_feeds_and_no_controls(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *wanted;
	} rows[] = {
		{"", 0, ""},
		{"a\r\nb\rc\nd\r", 9, "a\nb\nc\nd\n"},
		{"a\tb\033[0m\x7f\0z", 10, "a\tb[0mz"},
		{"\xe5\xbc\xa0\xe5\xbc", 5,
			"张\xef\xbf\xbd\xef\xbf\xbd"},
		{"\xc2\x85\xf0\xa0\xae\xb7", 6, "𠮷"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct strbuf bytes = STRBUF_INIT, out = STRBUF_INIT;

		strbuf_add_bytes(&bytes, rows[i].bytes, rows[i].len);
		key_paste_convert(&bytes, &out);
		assert_string_equal(out.s, rows[i].wanted);
		strbuf_clear(&bytes);
		strbuf_clear(&out);
	}
}

static void
nobody_types_seventeen_characters_at_once(void **state)
{
	static const struct {
		const char *bytes;
		bool loose;
	} rows[] = {
		{"", false}, {"1234567890abcdef", false},
		{"1234567890abcdefg", true}, {"aaaaaaaaaaaaaaaaaaaaa", false},
		{"aaaaaaaaaaaaaaaaaaaab", true},
		{"一二三四五六七八九十百千万亿兆甲", false},
		{"一二三四五六七八九十百千万亿兆甲乙", true},
		{"1\t2\r\n3\t4\r\n5\t6\r\n7\t8", true},
		{"1234567890abcdefg\033", false},
		{"1234567890abcdefg\x7f", true},
		{"\xff" "1234567890abcdefghijk", true},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		assert_int_equal(key_paste_is_loose(rows[i].bytes,
					 strlen(rows[i].bytes)),
			rows[i].loose);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pasted_text_has_line_feeds_and_no_controls),
		cmocka_unit_test(nobody_types_seventeen_characters_at_once),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 99;
	return cmocka_run_group_tests_name("key_paste", tests, NULL, NULL);
}
