/* A set of numbers (marked rows, open branches): ascending in one array. */
#ifndef BASE_ID_SET_H
#define BASE_ID_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Begins as zeros.  Read items; write through the functions only. */
struct id_set {
	int64_t *items;
	size_t n;
	size_t size;
};

void
id_set_clear(struct id_set *set);

bool
id_set_has(const struct id_set *set, int64_t id);

void
id_set_put(struct id_set *set, int64_t id);

void
id_set_drop(struct id_set *set, int64_t id);

/* Puts n ids in, in any order; far cheaper than one by one. */
void
id_set_put_all(struct id_set *set, const int64_t *ids, size_t n);

/* Of the others, takes out those that are in set and puts in those that are
 * not; what is in set alone stays. */
void
id_set_turn_over(struct id_set *set, const struct id_set *others);

#endif
