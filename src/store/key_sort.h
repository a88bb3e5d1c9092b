/* Search keys that go into find_key by the many: sorted as its rows are. */
#ifndef STORE_KEY_SORT_H
#define STORE_KEY_SORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "store/table.h"

struct key_sort;

/* A row of find_key; key lives until the next one is asked for. */
struct key_row {
	int list;
	const char *key;
	int64_t place;
};

struct key_sort *
key_sort_new(void);

/* Takes NULL. */
void
key_sort_free(struct key_sort *sort);

/* A key of the record of the table that has that place. */
enum err_code
key_sort_add(struct key_sort *sort, const struct table *table,
	const struct find_key *key, int64_t place, struct err *err);

/* Nothing is added from now on. */
enum err_code
key_sort_end(struct key_sort *sort, struct err *err);

/* *more says whether out was filled. */
enum err_code
key_sort_next(struct key_sort *sort, struct key_row *out, bool *more,
	struct err *err);

#endif
