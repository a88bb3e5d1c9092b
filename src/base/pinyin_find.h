/*
 * Finding a name by its pinyin as people type it: initials (zs), all of it
 * (zhangsan), or any mixture (zhangs, zsan, zhsan).
 *
 * A reading is kept as a key: its first syllable, the initials of the others,
 * and the rest of each of these, parted by blanks: "shan|xiao|hong" is
 * "shan xh iao ong".  So whatever is typed means one or a few ranges of keys,
 * and the key says by itself whether it fits.  A blank sorts before every
 * letter.
 */
#ifndef BASE_PINYIN_FIND_H
#define BASE_PINYIN_FIND_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "base/vec.h"

/* Appends the key of a reading as pinyin_all() gives it.  What is no syllable,
 * as the number in 第12嘎查, stands there letter by letter: "di 12gc   a ha". */
void
pinyin_find_key(const char *syllables, struct strbuf *out);

/* Appends the key of initials alone ("sxh" is "s xh  "). */
void
pinyin_find_initials_key(const char *initials, struct strbuf *out);

/*
 * True where what was typed (not empty; small letters and digits) spells the
 * reading of the key: syllable by syllable from the first on, each by at least
 * its first letter and then as much of it as was typed, until all is used up.
 */
bool
pinyin_find_fits(const char *key, const char *typed);

/*
 * The beginnings of keys whose initials begin with what was typed, in their
 * order; appended.  whole: of those alone that have no more initials, at least
 * two.
 */
void
pinyin_find_initials(const char *typed, bool whole, struct strvec *out);

/*
 * Beginnings of keys, appended, those with the longest first syllable first:
 * every key that fits has one of them, or one of pinyin_find_initials(), which
 * are left out.  A key that has one need not fit, and one beginning may be the
 * beginning of another.
 */
void
pinyin_find_beginnings(const char *typed, struct strvec *out);

#endif
