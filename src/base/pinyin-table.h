/*
 * The tables behind pinyin.c, made from share/pinyin/readings.tsv and
 * surnames.tsv.
 *
 * A reading is a number of 15 bits: the place of its syllable in
 * pinyin_syllables, times 8, and the tone (1 to 4, 5 for none); 0 is no
 * reading.
 */
#ifndef BASE_PINYIN_TABLE_H
#define BASE_PINYIN_TABLE_H

#include <stddef.h>
#include <stdint.h>

#define PINYIN_PAGE_SIZE 128
#define PINYIN_LAST 0x8000u /* set in the last reading of a list */

/* In the order of dictionaries (lu lü luan lüe), ü written v; "" at 0. */
extern const char pinyin_syllables[][7];
extern const size_t pinyin_n_syllables;

/* Lists of readings one after another; many hanzi share one. */
extern const uint16_t pinyin_lists[];

/*
 * Where the list of a hanzi begins: pinyin_starts[page][c % PINYIN_PAGE_SIZE]
 * where page = pinyin_pages[c / PINYIN_PAGE_SIZE]; 0 for no list.
 */
extern const uint16_t pinyin_starts[][PINYIN_PAGE_SIZE];
extern const uint16_t pinyin_pages[];
extern const size_t pinyin_n_pages;

/* In the order of hanzi; the second is 0 in a surname of one, as are the
 * readings that there are not. */
struct pinyin_surname {
	uint32_t hanzi[2];
	uint16_t readings[2][2];
};

extern const struct pinyin_surname pinyin_surnames[];
extern const size_t pinyin_n_surnames;

#endif
