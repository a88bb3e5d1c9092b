#include "test.h"

#include "base/text.h"

static const struct {
	const char *bytes;
	size_t len;
	size_t first_bad;
} checks[] = {
	{"", 0, 0},
	{"abc", 3, 3},
	{"张三", 6, 6},
	{"𠮷", 4, 4},
	{"a\0b", 3, 1},
	{"张\xff\0", 5, 3},
	{"张\0\xff", 5, 3},
	{"张\xe4\xbd", 5, 3},     /* cut */
	{"\x80", 1, 0},           /* a tail without a head */
	{"\xc0\xaf", 2, 0},       /* overlong */
	{"\xe0\x80\xaf", 3, 0},   /* overlong */
	{"a\xed\xa0\x80", 4, 1},  /* a surrogate */
	{"\xf4\x90\x80\x80", 4, 0}, /* past U+10FFFF */
	{"\xd5\xc5\xc8\xfd", 4, 0}, /* 张三 in GB18030 */
};

static void
knows_utf8(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(checks); i++) {
		size_t bad = text_first_bad(checks[i].bytes, checks[i].len);

		if (bad != checks[i].first_bad)
			fail_msg("row %zu: %zu", i, bad);
		assert_int_equal(text_valid(checks[i].bytes, checks[i].len),
			bad == checks[i].len);
	}
}

static const struct {
	uint32_t c;
	const char *bytes;
} chars[] = {
	{'a', "a"},
	{0x7f, "\x7f"},
	{0x80, "\xc2\x80"},
	{0x7ff, "\xdf\xbf"},
	{0x800, "\xe0\xa0\x80"},
	{0x4e00, "一"},
	{0xffff, "\xef\xbf\xbf"},
	{0x20bb7, "𠮷"},
	{0x10ffff, "\xf4\x8f\xbf\xbf"},
};

static void
reads_and_puts_characters(void **state)
{
	char out[4];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(chars); i++) {
		size_t len = strlen(chars[i].bytes), n = 0;

		assert_int_equal(text_char(chars[i].bytes, &n), chars[i].c);
		assert_int_equal(n, len);
		assert_int_equal(text_char(chars[i].bytes, NULL), chars[i].c);
		assert_int_equal(text_put_char(chars[i].c, out), len);
		assert_memory_equal(out, chars[i].bytes, len);
	}
	assert_int_equal(text_put_char(0xd800, out), 0);
	assert_int_equal(text_put_char(0xdfff, out), 0);
	assert_int_equal(text_put_char(0x110000, out), 0);
	assert_int_equal(text_chars(""), 0);
	assert_int_equal(text_chars("a张𠮷e\u0301"), 5);
}

/* Rows of what goes in and what comes out. */
struct pair {
	const char *in;
	const char *out;
};

static void
check_pairs(const struct pair *pairs, size_t n, char *(*make)(const char *))
{
	for (size_t i = 0; i < n; i++) {
		char *out = make(pairs[i].in);

		assert_string_equal(out, pairs[i].out);
		free(out);
	}
}

static const struct pair folds[] = {
	{"", ""},
	{"张三", "张三"},
	{"張三", "张三"},
	{"张　三", "张三"},
	{" 张 三\t\n", "张三"},
	{"张\u00a0三", "张三"},
	{"ＷＡＮＧ　Ｗｅｉ１", "wangwei1"},
	{"Wang Wei", "wangwei"},
	{"ÉVA", "éva"},
	{"买买提·吐尔逊", "买买提吐尔逊"},
	{"买买提•吐尔逊", "买买提吐尔逊"},
	{"买买提・吐尔逊", "买买提吐尔逊"},
	{"买买提‧吐尔逊", "买买提吐尔逊"},
	{"买买提⸱吐尔逊", "买买提吐尔逊"},
	{"买买提∙吐尔逊", "买买提吐尔逊"},
	{"买买提⋅吐尔逊", "买买提吐尔逊"},
	{"买买提･吐尔逊", "买买提吐尔逊"},
	{"买买提.吐尔逊", "买买提.吐尔逊"},
	{"𠮷", "𠮷"},
	{"\u182e\u180b\u1820", "\u182e\u180b\u1820"},
	{"\u023a", "\u2c65"}, /* longer when small */
};

static void
folds_names(void **state)
{
	(void)state;
	check_pairs(folds, N_ITEMS(folds), text_fold);
}

static const struct pair halves[] = {
	{"", ""},
	{"１２３ＡＢｃ！～", "123ABc!~"},
	{"张　三", "张 三"},
	{"，。：；（）", ",。:;()"},
	{"·￥ｶ", "·￥ｶ"},
};

static void
makes_halfwidth(void **state)
{
	(void)state;
	check_pairs(halves, N_ITEMS(halves), text_halfwidth);
}

#define R "\xef\xbf\xbd"

static const struct {
	const char *in;
	size_t len;
	const char *out;
	const char *lines; /* NULL: as out */
} cleans[] = {
	{"", 0, "", NULL},
	{"张三 a", 8, "张三 a", NULL},
	{"a\x1b[31m\x7f", 7, "a" R "[31m" R, NULL},
	{"a\0b", 3, "a" R "b", NULL},
	{"\xc2\x80\xc2\x9b\xc2\xa0", 6, R R "\xc2\xa0", NULL},
	{"a\tb", 3, "a b", NULL},
	{"a\nb\r\nc\rd", 8, "a b c d", "a\nb\nc d"},
	{"\r\r\n\n", 4, "   ", " \n\n"},
	{"a\u2028b\u2029", 8, "a b ", NULL},
	{"张\xff三", 7, "张" R "三", NULL},
	{"\xe4\xbd", 2, R R, NULL},
	{"\xed\xa0\x80", 3, R R R, NULL},
	{"\u061c\u200e\u200f", 8, R R R, NULL},
	{"\u202a\u202e\u202f\u2030", 12, R R "\u202f\u2030", NULL},
	{"\u2065\u2066\u2069\u206a", 12, "\u2065" R R "\u206a", NULL},
	{"\u182e\u180b\u180e\u200d\ufe0f", 15,
		"\u182e\u180b\u180e\u200d\ufe0f", NULL},
};

static void
cleans_for_a_terminal(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cleans); i++) {
		char *out = text_clean(cleans[i].in, cleans[i].len);
		char *lines = text_clean_lines(cleans[i].in, cleans[i].len);

		assert_string_equal(out, cleans[i].out);
		assert_string_equal(lines, cleans[i].lines != NULL ?
			cleans[i].lines : cleans[i].out);
		free(out);
		free(lines);
	}
}

static const struct {
	const char *in;
	size_t head;
	size_t tail;
	const char *out;
} masks[] = {
	{"", 1, 1, ""},
	{"13848123456", 3, 4, "138****3456"},
	{"150430197203150018", 6, 4, "150430********0018"},
	{"1234567", 3, 4, "*******"},
	{"12345678", 3, 4, "123*5678"},
	{"张三丰", 1, 0, "张**"},
	{"张三丰", 0, 1, "**丰"},
	{"张", 1, 0, "*"},
	{"𠮷野家", 0, 0, "***"},
	{"ab\x80" "cd", 1, 1, "a***d"},
};

static void
masks_the_middle(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(masks); i++) {
		char *out = text_mask(masks[i].in, masks[i].head,
			masks[i].tail);

		assert_string_equal(out, masks[i].out);
		free(out);
	}
}

static void
compares_by_code_points(void **state)
{
	static const char *const sorted[] = {
		"", "A", "a", "ab", "é", "一", "张", "张三", "\uffe5", "𠮷",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(sorted); i++)
		for (size_t k = 0; k < N_ITEMS(sorted); k++) {
			int order = text_compare(sorted[i], sorted[k]);

			assert_int_equal((order > 0) - (order < 0),
				(i > k) - (i < k));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_utf8),
		cmocka_unit_test(reads_and_puts_characters),
		cmocka_unit_test(folds_names),
		cmocka_unit_test(makes_halfwidth),
		cmocka_unit_test(cleans_for_a_terminal),
		cmocka_unit_test(masks_the_middle),
		cmocka_unit_test(compares_by_code_points),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
