#include "base/reading.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#include "base/hanzi.h"

/* A name of more hanzi than these is no Han name with a surname of one: 查 is
 * cha in 查干巴拉. */
#define HAN_NAME_MAX 3

#define TONES 8 /* the tone is the last octal digit of a reading */

const uint16_t *
reading_list(uint32_t c)
{
	size_t page = c / PINYIN_PAGE_SIZE;
	uint16_t start;

	if (page >= pinyin_n_pages)
		return NULL;
	start = pinyin_starts[pinyin_pages[page]][c % PINYIN_PAGE_SIZE];
	return start != 0 ? &pinyin_lists[start] : NULL;
}

const char *
reading_syllable(uint16_t reading)
{
	return pinyin_syllables[(reading & ~PINYIN_LAST) / TONES];
}

uint32_t
reading_char(const char *s, size_t *len)
{
	const uint8_t *next;
	ucs4_t c;

	if ((unsigned char)*s < 0x80) {
		*len = 1;
		return (unsigned char)*s;
	}
	next = u8_next(&c, (const uint8_t *)s);
	*len = next != NULL ? (size_t)((const char *)next - s) : 1;
	return c; /* u8_next() made it U+FFFD where it failed */
}

/* Full-width forms half-width, capitals small. */
static uint32_t
fold_char(uint32_t c)
{
	if (c >= 0xFF01 && c <= 0xFF5E)
		c -= 0xFEE0;
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
	return uc_tolower(c);
}

static bool
is_of_word(uint32_t c)
{
	c = fold_char(c);
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
	return uc_is_alnum(c) && !uc_is_property_ideographic(c);
}

/* The part of a word after its first character; marks belong to letters. */
static size_t
word_rest(const char *s)
{
	size_t n = 0, len;

	while (s[n] != '\0') {
		uint32_t c = reading_char(s + n, &len);

		if (!is_of_word(c) && !uc_is_general_category_withtable(
					      c, UC_CATEGORY_MASK_M))
			break;
		n += len;
	}
	return n;
}

bool
reading_next(const char **at, struct reading_part *part)
{
	*part = (struct reading_part){.start = *at};
	if (**at == '\0')
		return false;
	part->c = reading_char(*at, &part->len);
	part->readings = reading_list(part->c);
	part->kind = READING_OTHER;
	if (part->readings != NULL) {
		part->kind = READING_HANZI;
	} else if (is_of_word(part->c)) {
		part->kind = READING_WORD;
		part->len += word_rest(*at + part->len);
	} else if (uc_is_property_ideographic(part->c)) {
		part->kind = READING_UNKNOWN;
	}
	*at += part->len;
	return true;
}

static void
add_char(uint32_t c, struct strbuf *out)
{
	uint8_t bytes[6];
	int n = u8_uctomb(bytes, c, sizeof(bytes));

	if (n > 0)
		strbuf_add_bytes(out, bytes, (size_t)n);
}

void
reading_fold(const struct reading_part *part, char prefix, struct strbuf *out)
{
	const char *end = part->start + part->len;
	size_t len;

	for (const char *s = part->start; s < end; s += len) {
		uint32_t c = fold_char(reading_char(s, &len));

		if (prefix != '\0')
			strbuf_add_char(out, prefix);
		add_char(c, out);
	}
}

static int
compare_surname(const void *key, const void *member)
{
	const uint32_t *hanzi = key;
	const struct pinyin_surname *surname = member;

	for (size_t i = 0; i < 2; i++)
		if (hanzi[i] != surname->hanzi[i])
			return hanzi[i] < surname->hanzi[i] ? -1 : 1;
	return 0;
}

static const struct pinyin_surname *
find_surname(uint32_t first, uint32_t second)
{
	uint32_t hanzi[2] = {first, second};

	return bsearch(hanzi, pinyin_surnames, pinyin_n_surnames,
		sizeof(*pinyin_surnames), compare_surname);
}

bool
reading_is_dot(uint32_t c)
{
	static const uint32_t dots[] = {
		U'·', U'•', U'・', U'‧', U'⸱', U'∙', U'･'};

	for (size_t i = 0; i < sizeof(dots) / sizeof(dots[0]); i++)
		if (c == dots[i])
			return true;
	return false;
}

bool
reading_is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
}

/* Fills in the first two hanzi, simplified, and counts them all, up to what is
 * neither hanzi nor blank: 单小红(大) has three.  0 where that is a dot. */
static size_t
count_hanzi(const char *name, uint32_t hanzi[2])
{
	struct reading_part part;
	size_t n = 0;

	hanzi[0] = hanzi[1] = 0;
	while (reading_next(&name, &part)) {
		if (reading_is_dot(part.c))
			return 0;
		if (reading_is_blank(part.c))
			continue;
		if (part.kind != READING_HANZI && part.kind != READING_UNKNOWN)
			break;
		if (n < 2)
			hanzi[n] = hanzi_simplified(part.c);
		n++;
	}
	return n;
}

const struct pinyin_surname *
reading_surname(const char *name)
{
	const struct pinyin_surname *surname = NULL;
	uint32_t hanzi[2];
	size_t n = count_hanzi(name, hanzi);

	if (n >= 2)
		surname = find_surname(hanzi[0], hanzi[1]);
	if (surname == NULL && n >= 1 && n <= HAN_NAME_MAX)
		surname = find_surname(hanzi[0], 0);
	return surname;
}

uint16_t
reading_of_surname(
	const struct pinyin_surname *surname, size_t way, size_t nth)
{
	if (surname == NULL || way > 1 || nth > 1)
		return 0;
	return surname->readings[way][nth];
}
