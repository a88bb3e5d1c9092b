/* Where lines may end; the rest of text.h is in text.c. */
#include "base/text.h"

#include <string.h>
#include <unilbrk.h>
#include <unistr.h>

#include "base/xalloc.h"

enum { QUOTE_BYTES = 3 };

/*
 * UAX #14 cannot know which way a quotation mark opens and keeps it with both
 * its neighbours.  Beside a character of full width it is a Chinese one, and
 * these opens and closes alike.
 */
static const struct {
	char quote[QUOTE_BYTES + 1];
	char bracket[QUOTE_BYTES + 1];
} quotes[] = {
	{"“", "「"}, {"‘", "「"}, {"”", "」"}, {"’", "」"},
};

/* What GB/T 15834 lets no line begin with, and UAX #14 does. */
static const uint32_t not_first[] = {
	0xb7,   /* · 间隔号 */
	0xff5e, /* ～ 连接号 */
	0xff0f, /* ／ 分隔号 */
};

static bool
is_wide(uint32_t c)
{
	return text_char_cols(c) == 2;
}

static const char *
bracket_for(const char *s)
{
	for (size_t i = 0; i < sizeof(quotes) / sizeof(*quotes); i++)
		if (memcmp(s, quotes[i].quote, QUOTE_BYTES) == 0)
			return quotes[i].bracket;
	return NULL;
}

/* A copy to be looked at by the library: valid UTF-8, and every character as
 * long as it was. */
static char *
stand_in(const char *s, size_t len)
{
	char *copy = xstrndup(s, len);
	bool after_wide = false;
	size_t n;

	for (size_t at = 0; at < len; at += n) {
		uint32_t c = text_char(copy + at, &n);
		const char *bracket = n == QUOTE_BYTES
			? bracket_for(copy + at) : NULL;

		if (n == 1 && c >= 0x80)
			copy[at] = '?';
		if (bracket != NULL && (after_wide ||
			is_wide(text_char(copy + at + n, NULL))))
			memcpy(copy + at, bracket, QUOTE_BYTES);
		after_wide = is_wide(c);
	}
	return copy;
}

static bool
may_be_first(uint32_t c)
{
	for (size_t i = 0; i < sizeof(not_first) / sizeof(*not_first); i++)
		if (c == not_first[i])
			return false;
	return true;
}

static bool
is_letter_or_sign(uint32_t c)
{
	return c > ' ' && c < 0x7f;
}

/* The name of a file, which UAX #14 takes for the end of a sentence. */
static bool
begins_path(uint32_t before, const char *s)
{
	return before == ' ' && (*s == '.' || *s == '/') &&
		is_letter_or_sign((unsigned char)s[1]);
}

/* Whether a line may end before s where UAX #14 says that it may. */
static bool
may_part(uint32_t before, const char *s, bool possible)
{
	uint32_t c = text_char(s, NULL);

	if (begins_path(before, s))
		return true;
	/* names of files, dates, options */
	if (is_letter_or_sign(before) && is_letter_or_sign(c))
		return false;
	return possible && may_be_first(c);
}

void
text_breaks(const char *s, size_t len, char *may_end)
{
	char *copy = stand_in(s, len);
	uint32_t before = 0;
	size_t n;

	/* The encoding says: ambiguous characters are as wide as hanzi. */
	u8_possible_linebreaks((const uint8_t *)copy, len, "GBK", may_end);
	for (size_t at = 0; at < len; at += n) {
		uint32_t c = text_char(copy + at, &n);

		may_end[at] = may_part(before, copy + at,
			may_end[at] == UC_BREAK_POSSIBLE);
		memset(may_end + at + 1, 0, n - 1);
		before = c;
	}
	free(copy);
}
