/* The table behind hanzi.c, made from share/pinyin/simplified.tsv. */
#ifndef BASE_HANZI_TABLE_H
#define BASE_HANZI_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct hanzi_pair {
	uint32_t traditional;
	uint32_t simplified;
};

/* In the order of traditional. */
extern const struct hanzi_pair hanzi_pairs[];
extern const size_t hanzi_n_pairs;

#endif
