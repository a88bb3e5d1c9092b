/* The columns of text and its clusters; the rest of text.h is in text.c. */
#include "base/text.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>
#include <wchar.h>

#include "base/ambiguous.h"

#define JOINER 0x200d     /* zero width joiner */
#define SOFT_HYPHEN 0xad /* terminals give it a cell, libunistring none */
#define REPLACEMENT 0xfffd

static bool ambiguous_wide;

void
text_set_ambiguous_wide(bool wide)
{
	ambiguous_wide = wide;
}

bool
text_ambiguous_wide(void)
{
	return ambiguous_wide;
}

static bool
is_printable_ascii(uint32_t c)
{
	return c >= 0x20 && c < 0x7f;
}

/* The block that holds nearly all text of an office. */
static bool
is_common_hanzi(uint32_t c)
{
	return c >= 0x4e00 && c <= 0x9fff;
}

static bool
is_ambiguous(uint32_t c)
{
	size_t low = 0, high = sizeof(ambiguous) / sizeof(ambiguous[0]);

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c < ambiguous[mid].first)
			high = mid;
		else if (c > ambiguous[mid].last)
			low = mid + 1;
		else
			return true;
	}
	return false;
}

int
text_char_cols(uint32_t c)
{
	int cols;

	if (is_printable_ascii(c))
		return 1;
	if (is_common_hanzi(c))
		return 2;
	if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return -1;
	if (c == SOFT_HYPHEN)
		return 1;
	/* uc_width() would double Cyrillic and Mongolian in a CJK encoding. */
	cols = uc_width(c, "UTF-8");
	return cols == 1 && ambiguous_wide && is_ambiguous(c) ? 2 : cols;
}

/* The C library's name for it: ncurses and we must count alike. */
int
wcwidth(wchar_t c)
{
	return text_char_cols((uint32_t)c);
}

size_t
text_cols(const char *s)
{
	return text_cols_n(s, strlen(s));
}

size_t
text_cols_n(const char *s, size_t len)
{
	const uint8_t *p = (const uint8_t *)s, *end = p + len;
	size_t cols = 0;

	while (p < end) {
		ucs4_t c;
		int wide, n;

		if (*p < 0x80) {
			cols += is_printable_ascii(*p++);
			continue;
		}
		n = u8_mbtoucr(&c, p, end - p);
		if (n < 0) {
			n = 1;
			c = REPLACEMENT;
		}
		p += n;
		wide = text_char_cols(c);
		cols += wide > 0 ? wide : 0;
	}
	return cols;
}

/*
 * Whether two neighbours belong together.  For pictographs about a joiner and
 * for the regional indicators of flags, what stands before them decides.
 */
enum bond {
	BOND_NONE,
	BOND_FIRM,
	BOND_PICTOGRAPH,
	BOND_FLAG,
};

static bool
is_flag_half(uint32_t c)
{
	return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static enum bond
bond_of(uint32_t a, uint32_t b)
{
	if ((is_common_hanzi(a) || is_printable_ascii(a)) &&
		(is_common_hanzi(b) || is_printable_ascii(b)))
		return BOND_NONE;
	if (a == JOINER && uc_is_property_extended_pictographic(b))
		return BOND_PICTOGRAPH;
	if (is_flag_half(a) && is_flag_half(b))
		return BOND_FLAG;
	if (text_char_cols(b) == 0 && text_char_cols(a) >= 0)
		return BOND_FIRM;
	return uc_is_grapheme_break(a, b) ? BOND_NONE : BOND_FIRM;
}

/* A cluster as far as it has been read. */
struct cluster {
	uint32_t last;
	bool pictograph;      /* one, then marks, then perhaps a joiner */
	size_t n_flag_halves; /* at its end, one after another */
};

static void
take(struct cluster *cluster, uint32_t c)
{
	int kind = uc_graphemeclusterbreak_property(c);

	if ((kind != GBP_EXTEND && kind != GBP_ZWJ) || cluster->last == JOINER)
		cluster->pictograph = uc_is_property_extended_pictographic(c);
	cluster->last = c;
	if (is_flag_half(c))
		cluster->n_flag_halves++;
	else
		cluster->n_flag_halves = 0;
}

static bool
belongs(const struct cluster *cluster, uint32_t next)
{
	switch (bond_of(cluster->last, next)) {
	case BOND_NONE:
		return false;
	case BOND_FIRM:
		return true;
	case BOND_PICTOGRAPH:
		return cluster->pictograph;
	case BOND_FLAG:
		return cluster->n_flag_halves % 2 == 1;
	}
	return false;
}

size_t
text_next(const char *s)
{
	struct cluster cluster = {0};
	size_t len, n;
	uint32_t c;

	if (*s == '\0')
		return 0;
	if (is_printable_ascii((unsigned char)s[0]) &&
		(unsigned char)s[1] < 0x80)
		return 1;
	c = text_char(s, &len);
	if (bond_of(c, text_char(s + len, NULL)) == BOND_NONE)
		return len; /* as nearly always */
	take(&cluster, c);
	while (s[len] != '\0') {
		c = text_char(s + len, &n);
		if (!belongs(&cluster, c))
			break;
		take(&cluster, c);
		len += n;
	}
	return len;
}

/* Where the character that ends at byte position at begins; at > 0. */
static size_t
char_before(const char *s, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)s[at] & 0xc0) == 0x80);
	return at;
}

size_t
text_prev(const char *s, size_t at)
{
	size_t start, before, len;

	if (at == 0)
		return 0;
	/* Back to where a cluster begins whatever stands before it … */
	for (start = char_before(s, at); start > 0; start = before) {
		before = char_before(s, start);
		if (bond_of(text_char(s + before, NULL),
			    text_char(s + start, NULL)) == BOND_NONE)
			break;
	}
	/* … then forward to the last one that begins before at. */
	while (start + (len = text_next(s + start)) < at)
		start += len;
	return at - start;
}

size_t
text_fit(const char *s, size_t cols, size_t *used)
{
	size_t fits = 0, sum = 0, len;

	while ((len = text_next(s + fits)) > 0) {
		size_t wide = text_cols_n(s + fits, len);

		if (wide > cols - sum)
			break;
		sum += wide;
		fits += len;
	}
	if (used != NULL)
		*used = sum;
	return fits;
}
