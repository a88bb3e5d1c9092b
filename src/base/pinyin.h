/*
 * How a name is read: syllables of Hanyu Pinyin without tones (ü written v),
 * from Unicode's Unihan readings, surname readings first.
 */
#ifndef BASE_PINYIN_H
#define BASE_PINYIN_H

#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "base/vec.h"

#define PINYIN_READINGS_MAX 8

/*
 * The readings of one hanzi, commonest first; fills out[] with constant
 * strings ("zhang") and returns how many, 0 where Unihan has none.
 */
size_t
pinyin_of_char(uint32_t c, const char *out[PINYIN_READINGS_MAX]);

/*
 * How a personal name is read: the surname's own reading first (单 shan, 尉迟
 * yu chi, 万俟 mo qi), then the given name by the commonest readings.  A
 * surname of one hanzi has its own reading in names of up to three hanzi:
 * longer ones, and those with a dot, are seldom Han names (查干巴拉 is cha gan
 * ba la).  Letters and digits that stand in a name are a syllable each run,
 * made small and half-width; other characters have none.  Appends
 * "shan|xiao|hong" to out, one syllable a readable character, parted by '|'.
 */
void
pinyin_of_name(const char *name, struct strbuf *out);

/* The same for the title of a unit or any other text: no surname readings. */
void
pinyin_of_text(const char *text, struct strbuf *out);

/*
 * Every way of reading a name or text that a search should find: the full
 * syllable strings as pinyin_of_name() or pinyin_of_text() writes them, first
 * the preferred one, then the others made from the further readings of its
 * characters, those with the fewest and commonest of them first, and of these
 * the surname's; each once, at most max of them.  Appended to out; none for a
 * text without syllables.
 */
void
pinyin_all(const char *name, int is_person, size_t max, struct strvec *out);

/* "shan|xiao|hong" to "sxh", appended. */
void
pinyin_initials(const char *syllables, struct strbuf *out);

/* "shan|xiao|hong" to "shanxiaohong", appended. */
void
pinyin_joined(const char *syllables, struct strbuf *out);

/*
 * The key that sorts by pinyin: hanzi by hanzi, each by syllable (in the order
 * of dictionaries: lu lü luan), tone and code point, so that the same surname
 * stays together; hanzi with a reading before everything else, which follows
 * by code point, small and half-width; blanks and the dots of names are left
 * out.  UTF-8 without a zero byte, compared bytewise: a hanzi is two ASCII
 * bytes below '~' and itself, any other character '~' and itself.  Appended.
 *
 * syllables is what pinyin_of_name() or pinyin_of_text() gave or what was
 * corrected by hand, then with a syllable for hanzi without reading as well if
 * one likes; where their number does not fit the text, or "", the commonest
 * readings are taken.  The tone is the surname's where the syllable is.
 */
void
pinyin_sort_key(const char *text, const char *syllables, struct strbuf *out);

#endif
