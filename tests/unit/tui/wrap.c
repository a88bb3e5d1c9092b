#include "test.h"

#include "tui/wrap.h"

static void
wraps(void **state)
{
	static const struct {
		const char *text;
		int cols;
		const char *lines; /* parted by | */
	} cases[] = {
		{"", 5, ""},
		{"ab cd ef", 5, "ab cd|ef"},
		{"ab cd ef", 4, "ab|cd|ef"},
		{"abcdefgh", 3, "abc|def|gh"},
		{"联合党组织", 4, "联合|党组|织"},
		{"联合党组织", 5, "联合|党组|织"},
		{"联合党。织", 6, "联合|党。织"},
		{"第（一）条", 6, "第|（一）|条"},
		{"a联b合", 3, "a联|b合"},
		{"一\n\n二", 8, "一||二"},
		{"一\n", 8, "一"},
		{"党员 abc", 6, "党员|abc"},
		{"e\xcc\x81" "e\xcc\x81" "e\xcc\x81", 2,
			"e\xcc\x81" "e\xcc\x81" "|e\xcc\x81"},
		{"联", 1, "联"},
		{"，，，，", 4, "，，|，，"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		struct strvec lines = VEC_INIT;
		char joined[200] = "";

		wrap_text(cases[i].text, cases[i].cols, &lines);
		for (size_t k = 0; k < lines.n; k++) {
			if (k > 0)
				strcat(joined, "|");
			strcat(joined, lines.items[k]);
		}
		assert_string_equal(joined, cases[i].lines);
		strvec_clear(&lines);
	}
}

/* Without the blanks that hang over the edge. */
static int
cols_of(const char *s, size_t len)
{
	while (len > 0 && s[len - 1] == ' ')
		len--;
	return wrap_cols(s, len);
}

/* Every byte is on some line, and no line is wider than it may be. */
static void
loses_nothing(void **state)
{
	static const char text[] = "各嘎查党支部：  请于 2024年3月5日（星期二）"
		"下午 3:00 到苏木（镇）三楼会议室开会，内容 see attachment.\n\n"
		"\x1b[2J \xe1\xa0\xad\xe1\xa0\x8b\xe1\xa0\xa0 👨\xe2\x80\x8d👩";

	(void)state;
	for (int cols = 1; cols < 90; cols++) {
		struct wrap_ends ends = VEC_INIT;
		const char *s = text;

		while (*s != '\0') {
			size_t from = 0, len;

			ends.n = 0;
			len = wrap_paragraph(s, cols, &ends);
			assert_int_equal(ends.items[ends.n - 1], len);
			for (size_t i = 0; i < ends.n; i++) {
				size_t to = ends.items[i];

				assert_true(to > from || len == 0);
				assert_true(cols_of(s + from, to - from) <=
					(cols > 4 ? cols : 4));
				from = to;
			}
			s += len + (s[len] == '\n');
		}
		vec_clear(&ends);
		assert_ptr_equal(s, text + sizeof(text) - 1);
	}
}

static void
counts_what_is_shown(void **state)
{
	(void)state;
	assert_int_equal(wrap_cols("a张", 4), 3);
	assert_int_equal(wrap_cols("张三", 3), 2);
	assert_int_equal(wrap_cols("\x1b[2J", 4), 4);
	assert_int_equal(wrap_cols("\xe2\x80\xae", 3), 1);
	assert_int_equal(wrap_cols("\xff", 1), 1);
	assert_int_equal(wrap_cols("e\xcc\x81", 3), 1);
	assert_int_equal(wrap_cols("", 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wraps),
		cmocka_unit_test(loses_nothing),
		cmocka_unit_test(counts_what_is_shown),
	};

	return cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
