#include "base/id_set.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

void
id_set_clear(struct id_set *set)
{
	vec_clear(set);
}

/* Where the id stands, or would stand. */
static size_t
find(const struct id_set *set, int64_t id)
{
	size_t low = 0, high = set->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (set->items[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
stands_at(const struct id_set *set, size_t at, int64_t id)
{
	return at < set->n && set->items[at] == id;
}

bool
id_set_has(const struct id_set *set, int64_t id)
{
	return stands_at(set, find(set, id), id);
}

void
id_set_put(struct id_set *set, int64_t id)
{
	size_t at = find(set, id);

	if (stands_at(set, at, id))
		return;
	vec_push(set, id);
	memmove(set->items + at + 1, set->items + at,
		(set->n - at - 1) * sizeof(id));
	set->items[at] = id;
}

void
id_set_drop(struct id_set *set, int64_t id)
{
	size_t at = find(set, id);

	if (!stands_at(set, at, id))
		return;
	set->n--;
	memmove(set->items + at, set->items + at + 1,
		(set->n - at) * sizeof(id));
}

static int
compare(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return (left > right) - (left < right);
}

void
id_set_put_all(struct id_set *set, const int64_t *ids, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		vec_push(set, ids[i]);
	if (set->n > 0)
		qsort(set->items, set->n, sizeof(*set->items), compare);
	for (size_t i = 0; i < set->n; i++)
		if (kept == 0 || set->items[kept - 1] != set->items[i])
			set->items[kept++] = set->items[i];
	set->n = kept;
}

void
id_set_turn_over(struct id_set *set, const struct id_set *others)
{
	struct id_set turned = {0};
	size_t i = 0, j = 0;

	while (i < set->n || j < others->n) {
		if (j == others->n || (i < set->n &&
			set->items[i] < others->items[j]))
			vec_push(&turned, set->items[i++]);
		else if (i == set->n || set->items[i] > others->items[j])
			vec_push(&turned, others->items[j++]);
		else
			i++, j++;
	}
	id_set_clear(set);
	*set = turned;
}
