/* Hanzi and their other forms, from Unicode's Unihan database. */
#ifndef BASE_HANZI_H
#define BASE_HANZI_H

#include <stdint.h>

/*
 * The simplified form of a traditional hanzi (張: 张) where Unihan's
 * kSimplifiedVariant names one, or names several of which one alone stands in
 * the Table of General Standard Hanzi (戰: 战); else c itself, as for every
 * other code point (鍾 is 钟 or 锺 and stays).  Twice is once.
 */
uint32_t
hanzi_simplified(uint32_t c);

#endif
