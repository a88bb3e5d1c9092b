#include "base/hanzi.h"

#include <stdlib.h>

#include "base/hanzi-table.h"

static int
compare(const void *key, const void *member)
{
	const uint32_t *c = key;
	const struct hanzi_pair *pair = member;

	return (*c > pair->traditional) - (*c < pair->traditional);
}

uint32_t
hanzi_simplified(uint32_t c)
{
	const struct hanzi_pair *pair;

	if (c < hanzi_pairs[0].traditional)
		return c;
	pair = bsearch(&c, hanzi_pairs, hanzi_n_pairs, sizeof(*hanzi_pairs),
		compare);
	return pair != NULL ? pair->simplified : c;
}
