/* Characters, comparison and cleaning; widths are in text_cols.c. */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#include "base/hanzi.h"
#include "base/strbuf.h"

#define REPLACEMENT 0xfffd

struct range {
	uint32_t first;
	uint32_t last;
};

static const uint32_t middle_dots[] = {
	0xb7,   /* · middle dot */
	0x387,  /* · Greek ano teleia, canonically the same */
	0x2022, /* • bullet */
	0x2027, /* ‧ hyphenation point */
	0x2219, /* ∙ bullet operator */
	0x22c5, /* ⋅ dot operator */
	0x2e31, /* ⸱ word separator middle dot */
	0x30fb, /* ・ katakana middle dot */
	0xff65, /* ･ its half-width form */
};

/* Characters that turn the direction of the line. */
static const struct range turning[] = {
	{0x61c, 0x61c},
	{0x200e, 0x200f},
	{0x202a, 0x202e},
	{0x2066, 0x2069},
};

bool
text_valid(const char *s, size_t len)
{
	return text_first_bad(s, len) == len;
}

size_t
text_first_bad(const char *s, size_t len)
{
	const uint8_t *bad = u8_check((const uint8_t *)s, len);
	const char *end = bad != NULL ? (const char *)bad : s + len;
	const char *zero = memchr(s, '\0', end - s);

	return (zero != NULL ? zero : end) - s;
}

uint32_t
text_char(const char *s, size_t *n_bytes)
{
	ucs4_t c = (unsigned char)*s;
	int n = 1;

	if (c >= 0x80) {
		n = u8_strmbtouc(&c, (const uint8_t *)s);
		if (n < 0) {
			n = 1;
			c = REPLACEMENT;
		}
	}
	if (n_bytes != NULL)
		*n_bytes = n;
	return c;
}

size_t
text_put_char(uint32_t c, char out[4])
{
	int n = u8_uctomb((uint8_t *)out, c, 4);

	return n > 0 ? n : 0;
}

bool
text_code_point(const char *s, uint32_t *c)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	size_t n;

	if (*s == 'u' || *s == 'U')
		s += s[1] == '+' ? 2 : 1;
	n = strspn(s, digits);
	if (n < 4 || n > 6 || s[n] != '\0')
		return false;
	*c = (uint32_t)strtoul(s, NULL, 16);
	return *c <= 0x10ffff && text_char_cols(*c) >= 0;
}

size_t
text_chars(const char *s)
{
	size_t n_chars = 0, n;

	for (; *s != '\0'; s += n, n_chars++)
		text_char(s, &n);
	return n_chars;
}

static void
add_char(struct strbuf *buf, uint32_t c)
{
	buf->len += text_put_char(c, strbuf_room(buf, 4));
	buf->s[buf->len] = '\0';
}

static uint32_t
halfwidth(uint32_t c)
{
	if (c >= 0xff01 && c <= 0xff5e)
		return c - 0xff01 + '!';
	return c == 0x3000 ? ' ' : c;
}

static bool
is_middle_dot(uint32_t c)
{
	for (size_t i = 0; i < sizeof(middle_dots) / sizeof(*middle_dots); i++)
		if (c == middle_dots[i])
			return true;
	return false;
}

/* What stands for c in the key, 0 for nothing. */
static uint32_t
folded(uint32_t c)
{
	c = halfwidth(c);
	if (is_middle_dot(c) || uc_is_property_white_space(c))
		return 0;
	return hanzi_simplified(uc_tolower(c));
}

/* s with every character made into what form() gives for it. */
static char *
formed(const char *s, uint32_t (*form)(uint32_t c))
{
	struct strbuf out = STRBUF_INIT;
	size_t n;

	strbuf_room(&out, strlen(s));
	for (; *s != '\0'; s += n) {
		uint32_t c = form(text_char(s, &n));

		if (c != 0)
			add_char(&out, c);
	}
	return strbuf_detach(&out);
}

char *
text_fold(const char *s)
{
	return formed(s, folded);
}

char *
text_halfwidth(const char *s)
{
	return formed(s, halfwidth);
}

static bool
is_turning(uint32_t c)
{
	for (size_t i = 0; i < sizeof(turning) / sizeof(*turning); i++)
		if (c >= turning[i].first && c <= turning[i].last)
			return true;
	return false;
}

/* What may be shown for c. */
static uint32_t
shown(uint32_t c, bool keep_lines)
{
	if (c == '\n' && keep_lines)
		return c;
	if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029)
		return ' ';
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || is_turning(c))
		return REPLACEMENT;
	return c;
}

/* The next character at *p as it may be shown, 0 for none; moves *p on. */
static uint32_t
next_shown(const uint8_t **p, const uint8_t *end, bool keep_lines)
{
	ucs4_t c;
	int n = u8_mbtoucr(&c, *p, end - *p);

	if (n <= 0) {
		n = 1;
		c = REPLACEMENT;
	}
	*p += n;
	if (c == '\r' && *p < end && **p == '\n')
		return 0; /* the line feed ends the line */
	return shown(c, keep_lines);
}

static char *
clean(const char *s, size_t len, bool keep_lines)
{
	struct strbuf out = STRBUF_INIT;
	const uint8_t *p = (const uint8_t *)s, *end = p + len;

	strbuf_room(&out, len);
	while (p < end) {
		uint32_t c = next_shown(&p, end, keep_lines);

		if (c != 0)
			add_char(&out, c);
	}
	return strbuf_detach(&out);
}

size_t
text_clean_cols(const char *s, size_t len)
{
	const uint8_t *p = (const uint8_t *)s, *end = p + len;
	size_t cols = 0;

	while (p < end) {
		int wide = text_char_cols(next_shown(&p, end, false));

		cols += wide > 0 ? (size_t)wide : 0;
	}
	return cols;
}

char *
text_clean(const char *s, size_t len)
{
	return clean(s, len, false);
}

char *
text_clean_lines(const char *s, size_t len)
{
	return clean(s, len, true);
}

char *
text_mask(const char *s, size_t head, size_t tail)
{
	struct strbuf out = STRBUF_INIT;
	size_t n_chars = text_chars(s), n;

	if (n_chars <= head + tail)
		head = tail = 0;
	for (size_t i = 0; *s != '\0'; i++, s += n) {
		text_char(s, &n);
		if (i < head || i >= n_chars - tail)
			strbuf_add_bytes(&out, s, n);
		else
			strbuf_add_char(&out, '*');
	}
	return strbuf_detach(&out);
}

int
text_compare(const char *a, const char *b)
{
	return strcmp(a, b);
}
