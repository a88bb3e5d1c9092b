#include "test.h"

#include <unigbrk.h>
#include <wchar.h>

#include "base/text.h"

/* Columns of a character, and where ambiguous characters are wide. */
static const struct {
	uint32_t c;
	int cols;
	int wide;
} widths[] = {
	{0x00, 0, 0},
	{0x01, -1, -1},
	{0x0a, -1, -1},
	{0x1b, -1, -1},
	{0x1f, -1, -1},
	{' ', 1, 1},
	{'~', 1, 1},
	{0x7f, -1, -1},
	{0x80, -1, -1},
	{0x9f, -1, -1},
	{0xa0, 1, 1},
	{0xad, 1, 1},    /* soft hyphen */
	{0xb7, 1, 2},    /* · */
	{0xd7, 1, 2},    /* × */
	{0xe9, 1, 2},    /* é */
	{0xeb, 1, 1},    /* ë */
	{0x300, 0, 0},   /* combining grave */
	{0x3b1, 1, 2},   /* α */
	{0x416, 1, 2},   /* Ж */
	{0x4ae, 1, 1},   /* Ү of Mongolian Cyrillic */
	{0x1100, 2, 2},  /* ᄀ leading jamo */
	{0x1160, 0, 0},  /* vowel jamo */
	{0x1820, 1, 1},  /* Mongolian a */
	{0x182e, 1, 1},  /* Mongolian ma */
	{0x180a, 1, 1},  /* Mongolian nirugu */
	{0x180b, 0, 0},  /* free variation selector one */
	{0x180c, 0, 0},
	{0x180d, 0, 0},
	{0x180e, 0, 0},  /* Mongolian vowel separator */
	{0x180f, 0, 0},
	{0x18a9, 0, 0},  /* Mongolian dagalga, a mark */
	{0x200b, 0, 0},  /* zero width space */
	{0x200c, 0, 0},
	{0x200d, 0, 0},  /* zero width joiner */
	{0x2014, 1, 2},  /* — */
	{0x202f, 1, 1},  /* narrow no-break space */
	{0x2026, 1, 2},  /* … */
	{0x203b, 1, 2},  /* ※ */
	{0x2460, 1, 2},  /* ① */
	{0x2500, 1, 2},  /* ─ */
	{0x2605, 1, 2},  /* ★ */
	{0x2e80, 2, 2},
	{0x3000, 2, 2},  /* ideographic space */
	{0x3001, 2, 2},  /* 、 */
	{0x302a, 0, 0},  /* ideographic tone mark */
	{0x3400, 2, 2},  /* 㐀 */
	{0x4dbf, 2, 2},
	{0x4e00, 2, 2},  /* 一 */
	{0x9fff, 2, 2},
	{0xac00, 2, 2},  /* 가 */
	{0xd800, -1, -1},
	{0xdfff, -1, -1},
	{0xe000, 1, 2},  /* private use */
	{0xf900, 2, 2},
	{0xfe0f, 0, 0},  /* variation selector */
	{0xff21, 2, 2},  /* Ａ */
	{0xff65, 1, 1},  /* ･ */
	{0xff76, 1, 1},  /* ｶ */
	{0xffe5, 2, 2},  /* ￥ */
	{0xfffd, 1, 2},
	{0x1f1e8, 1, 1}, /* half of a flag */
	{0x1f600, 2, 2}, /* 😀 */
	{0x1f3fb, 2, 2}, /* a skin's colour */
	{0x20000, 2, 2},
	{0x20bb7, 2, 2}, /* 𠮷 */
	{0x2a6ff, 2, 2}, /* unassigned */
	{0x2ffff - 2, 2, 2},
	{0x30000, 2, 2},
	{0x32fff, 2, 2}, /* unassigned */
	{0x3fffd, 2, 2},
	{0xe0100, 0, 0}, /* variation selector 17 */
	{0x110000, -1, -1},
	{UINT32_MAX, -1, -1},
};

static void
counts_columns_of_characters(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(widths); i++) {
		uint32_t c = widths[i].c;
		int cols = text_char_cols(c), wide;

		text_set_ambiguous_wide(true);
		assert_true(text_ambiguous_wide());
		wide = text_char_cols(c);
		text_set_ambiguous_wide(false);
		assert_false(text_ambiguous_wide());
		if (cols != widths[i].cols || wide != widths[i].wide)
			fail_msg("U+%04X takes %d and %d columns", c, cols,
				wide);
	}
}

/* Curses must come to our wcwidth() and not to the C library's. */
static void
is_asked_by_curses(void **state)
{
	(void)state;
	assert_int_equal(wcwidth(0x2014), 1);
	text_set_ambiguous_wide(true);
	assert_int_equal(wcwidth(0x2014), 2);
	text_set_ambiguous_wide(false);
	assert_int_equal(wcwidth(0x2a6ff), 2);
	assert_int_equal(wcwidth(L'\0'), 0);
	assert_int_equal(wcwidth(-1), -1);
}

static const struct {
	const char *s;
	size_t cols;
} strings[] = {
	{"", 0},
	{"abc", 3},
	{"张三", 4},
	{"a张\t三\n", 5},
	{"𠮷野家", 6},
	{"e\u0301a", 2},
	{"\u182e\u180b\u1820", 2},
	{"\xff张", 3},
	{"张\xe4\xbd", 4},
};

static void
counts_columns_of_strings(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(strings); i++)
		assert_int_equal(text_cols(strings[i].s), strings[i].cols);
	assert_int_equal(text_cols_n("张三李四", strlen("张三")), 4);
	assert_int_equal(text_cols_n("abc", 0), 0);
	assert_int_equal(text_cols_n("abc", 2), 2);
}

/* Clusters, parted by '|' in the table. */
static const char *const clustered[] = {
	"",
	"a",
	"a|b|c",
	"张|三|a|丰",
	"e\u0301|a",
	"张\U000e0100|三",
	"a\u0300\u0301\u0302|张",
	"\r\n|\n|\t|a",
	"\n|\u0301|a",
	"\u182e\u180b|\u1820\u180c",
	"\u1820|\u182f|\u1832|\u1820\u180e|\u1820",
	"\u1820\u200d|\u1820",
	"张\u200b|三",
	"각|ᄀ\u1161\u11a8",
	"👩\u200d👩\u200d👧|👍🏻|张",
	"❤\ufe0f\u200d🔥|a",
	"a\u200d|👩",
	"🇨🇳|🇨🇳|🇲|a",
	"a|🇨🇳|🇲🇳",
	"𠮷|㐀",
};

/* s without its '|'; ends[] get the byte positions where clusters end. */
static size_t
unpart(const char *s, char *out, size_t *ends)
{
	size_t n = 0, len = 0;

	for (; *s != '\0'; s++) {
		if (*s == '|')
			ends[n++] = len;
		else
			out[len++] = *s;
	}
	out[len] = '\0';
	if (len > 0)
		ends[n++] = len;
	return n;
}

static void
steps_by_clusters(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(clustered); i++) {
		char s[128];
		size_t ends[32], n = unpart(clustered[i], s, ends), at = 0;

		for (size_t k = 0; k < n; k++) {
			at += text_next(s + at);
			if (at != ends[k])
				fail_msg("%s: %zu instead of %zu",
					clustered[i], at, ends[k]);
		}
		assert_int_equal(text_next(s + at), 0);
		for (size_t k = n; k-- > 0;) {
			size_t begin = k > 0 ? ends[k - 1] : 0;

			at -= text_prev(s, at);
			if (at != begin)
				fail_msg("%s: back to %zu instead of %zu",
					clustered[i], at, begin);
		}
		assert_int_equal(text_prev(s, 0), 0);
	}
}

/* A string of n characters that are apt to join; the same for the same seed. */
static void
make_string(uint32_t *seed, size_t n, char *s)
{
	static const uint32_t apt[] = {
		'a', 0x5f20, '\n', '\r', 0x301, 0x180b, 0x180e, 0x1820, 0x200d,
		0x1f469, 0x2764, 0xfe0f, 0x1f3fb, 0x1f1e8, 0x1f1f3, 0x1100,
		0x1161, 0x11a8, 0xac00, 0x93e,
	};

	while (n-- > 0) {
		*seed = *seed * 1664525 + 1013904223;
		s += text_put_char(apt[(*seed >> 16) % N_ITEMS(apt)], s);
	}
	*s = '\0';
}

/*
 * Both ways find the same clusters, and those of UAX #29 as libunistring has
 * them, but for characters without a cell, which join the one before.
 */
static void
agrees_with_uax29(void **state)
{
	uint32_t seed = 20240305;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		char s[64], breaks[64], ours[64] = {0}, back[64] = {0};
		size_t len;

		make_string(&seed, 12, s);
		len = strlen(s);
		u8_grapheme_breaks((const uint8_t *)s, len, breaks);
		for (size_t at = 0; at < len; at += text_next(s + at))
			ours[at] = 1;
		for (size_t at = len; at > 0;)
			back[at -= text_prev(s, at)] = 1;
		assert_memory_equal(ours, back, len);
		for (size_t at = 0; at < len; at++)
			if (ours[at] != breaks[at] && (ours[at] == 1 ||
				text_char_cols(text_char(s + at, NULL)) != 0))
				fail_msg("round %d: %s at %zu", round, s, at);
	}
}

static void
bears_broken_bytes(void **state)
{
	static const char broken[] = "\xff\x80张\xe4\xbd" "a\x80\xf0\x9f";
	size_t n = 0, at = 0, len;

	(void)state;
	for (; (len = text_next(broken + at)) > 0; at += len)
		n++;
	assert_int_equal(at, strlen(broken));
	assert_int_equal(n, 9);
	while ((len = text_prev(broken, at)) > 0)
		at -= len;
	assert_int_equal(at, 0);
}

static const struct {
	const char *s;
	size_t cols;
	const char *fits;
	size_t used;
} cuts[] = {
	{"张三丰", 0, "", 0},
	{"张三丰", 1, "", 0},
	{"张三丰", 2, "张", 2},
	{"张三丰", 5, "张三", 4},
	{"张三丰", 6, "张三丰", 6},
	{"张三丰", 99, "张三丰", 6},
	{"a张", 2, "a", 1},
	{"e\u0301e\u0301", 1, "e\u0301", 1},
	{"\u1820\u180e\u1820", 1, "\u1820\u180e", 1},
	{"👩\u200d👩a", 3, "", 0},
	{"👩\u200d👩a", 4, "👩\u200d👩", 4},
	{"", 3, "", 0},
};

static void
fits_whole_clusters(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cuts); i++) {
		size_t used;
		size_t len = text_fit(cuts[i].s, cuts[i].cols, &used);

		assert_int_equal(len, strlen(cuts[i].fits));
		assert_int_equal(used, cuts[i].used);
		assert_int_equal(text_fit(cuts[i].s, cuts[i].cols, NULL), len);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_columns_of_characters),
		cmocka_unit_test(is_asked_by_curses),
		cmocka_unit_test(counts_columns_of_strings),
		cmocka_unit_test(steps_by_clusters),
		cmocka_unit_test(agrees_with_uax29),
		cmocka_unit_test(bears_broken_bytes),
		cmocka_unit_test(fits_whole_clusters),
	};

	return cmocka_run_group_tests_name("text_cols", tests, NULL, NULL);
}
