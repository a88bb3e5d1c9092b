#include <stdbool.h>
#include <string.h>

#include "base/pinyin.h"
#include "base/reading.h"

/* Two printable bytes for syllable and tone; all below '~', which goes before
 * every other character. */
#define KEY_FIRST '!'
#define KEY_BASE 90
#define KEY_OTHER '~'

#define READING_TONES 8
#define KEY_TONES 6 /* not known, the four, none */

/* What is known of the text while it is read. */
struct reader {
	const struct pinyin_surname *surname;
	const char *syllable; /* the next one; NULL where none are to be used */
	bool for_unknown;     /* hanzi without reading have one as well */
	size_t nth;           /* of the parts that have a syllable */
};

static size_t
count_syllables(const char *syllables)
{
	size_t n = *syllables != '\0';

	for (; *syllables != '\0'; syllables++)
		n += *syllables == '|';
	return n;
}

/* Syllables are used only where their number fits the text. */
static void
reader_init(struct reader *reader, const char *text, const char *syllables)
{
	size_t n = count_syllables(syllables), n_known = 0, n_unknown = 0;
	struct reading_part part;

	*reader = (struct reader){.surname = reading_surname(text)};
	while (reading_next(&text, &part)) {
		n_known += part.kind == READING_HANZI ||
			   part.kind == READING_WORD;
		n_unknown += part.kind == READING_UNKNOWN;
	}
	if (n == n_known || n == n_known + n_unknown)
		reader->syllable = syllables;
	reader->for_unknown = n_unknown > 0 && n == n_known + n_unknown;
}

static bool
is_syllable(uint16_t reading, const char *s, size_t len)
{
	const char *syllable = reading_syllable(reading);

	return strncmp(syllable, s, len) == 0 && syllable[len] == '\0';
}

/* The reading without a tone of a syllable that was written by hand; 0 for
 * what is no syllable. */
static uint16_t
reading_without_tone(const char *s, size_t len)
{
	for (size_t i = 1; i < pinyin_n_syllables; i++)
		if (is_syllable((uint16_t)(i * READING_TONES), s, len))
			return (uint16_t)(i * READING_TONES);
	return 0;
}

/* The reading of a part that is spelled so: the surname's, one of its own, or
 * any syllable. */
static uint16_t
reading_of_spelling(const struct reader *reader, const uint16_t *own,
	const char *s, size_t len)
{
	for (size_t way = 0; way < 2; way++) {
		uint16_t reading =
			reading_of_surname(reader->surname, way, reader->nth);

		if (reading != 0 && is_syllable(reading, s, len))
			return reading;
	}
	for (bool more = own != NULL; more; own++) {
		if (is_syllable(*own, s, len))
			return *own;
		more = (*own & PINYIN_LAST) == 0;
	}
	return reading_without_tone(s, len);
}

/* The reading of the next hanzi; 0 where it has none. */
static uint16_t
next_reading(struct reader *reader, const struct reading_part *part)
{
	uint16_t own = part->readings != NULL ? part->readings[0] : 0;
	uint16_t spelled = 0;

	if (part->kind == READING_UNKNOWN && !reader->for_unknown)
		return 0;
	if (reader->syllable != NULL) {
		size_t len = strcspn(reader->syllable, "|");

		if (part->kind != READING_WORD)
			spelled = reading_of_spelling(reader, part->readings,
				reader->syllable, len);
		reader->syllable += len + (reader->syllable[len] == '|');
	}
	reader->nth++;
	return spelled != 0 ? spelled : own;
}

static void
add_hanzi(const struct reading_part *part, uint16_t reading, struct strbuf *out)
{
	unsigned number = reading & ~PINYIN_LAST;
	unsigned place = number / READING_TONES * KEY_TONES +
			 number % READING_TONES;

	strbuf_add_char(out, (char)(KEY_FIRST + place / KEY_BASE));
	strbuf_add_char(out, (char)(KEY_FIRST + place % KEY_BASE));
	strbuf_add_bytes(out, part->start, part->len);
}

void
pinyin_sort_key(const char *text, const char *syllables, struct strbuf *out)
{
	struct reading_part part;
	struct reader reader;

	reader_init(&reader, text, syllables);
	while (reading_next(&text, &part)) {
		uint16_t reading = 0;

		if (reading_is_blank(part.c) || reading_is_dot(part.c))
			continue;
		if (part.kind != READING_OTHER)
			reading = next_reading(&reader, &part);
		if (reading != 0)
			add_hanzi(&part, reading, out);
		else
			reading_fold(&part, KEY_OTHER, out);
	}
}
