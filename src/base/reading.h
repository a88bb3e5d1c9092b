/*
 * Text taken apart as it is read aloud, and what the tables say of each part;
 * used by pinyin.h.
 */
#ifndef BASE_READING_H
#define BASE_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/pinyin-table.h"
#include "base/strbuf.h"

/* A piece of text that is read as one. */
enum reading_kind {
	READING_HANZI,   /* with readings */
	READING_UNKNOWN, /* a hanzi without */
	READING_WORD,    /* a run of letters and digits */
	READING_OTHER,   /* anything else, character by character */
};

struct reading_part {
	enum reading_kind kind;
	uint32_t c;               /* the first character */
	const uint16_t *readings; /* of a hanzi, as in pinyin-table.h */
	const char *start;
	size_t len;
};

/* Reads the part at *at and steps over it; false at the end of the text. */
bool
reading_next(const char **at, struct reading_part *part);

/* The readings of a hanzi, the last one marked PINYIN_LAST; NULL for none. */
const uint16_t *
reading_list(uint32_t c);

/* The syllable of a reading, with or without the mark of the last one. */
const char *
reading_syllable(uint16_t reading);

/* The code point at s (not at its end) and its bytes; U+FFFD for a byte that
 * is not UTF-8. */
uint32_t
reading_char(const char *s, size_t *len);

/* Appends a part in small, half-width letters, each character behind prefix
 * where that is not '\0'. */
void
reading_fold(const struct reading_part *part, char prefix, struct strbuf *out);

/* True for the dots between the parts of a name (· • ・ ‧ ⸱ ∙). */
bool
reading_is_dot(uint32_t c);

bool
reading_is_blank(uint32_t c);

/*
 * The surname with a reading of its own at the beginning of a Han name; NULL
 * where there is none, in a name with a dot (查干·巴拉), and for a surname of
 * one hanzi in a name of more than three, which is seldom a Han name.
 */
const struct pinyin_surname *
reading_surname(const char *name);

/* What a surname (may be NULL) says of the nth hanzi of its name in its
 * way-th reading (0 or 1); 0 for nothing. */
uint16_t
reading_of_surname(
	const struct pinyin_surname *surname, size_t way, size_t nth);

#endif
