#include "base/vec.h"

#include "base/xalloc.h"

void *
vec_room(void *items, size_t *size, size_t n, size_t item_size)
{
	if (n <= *size)
		return items;
	*size = *size < 8 ? 8 : *size * 2;
	if (*size < n)
		*size = n;
	return xreallocarray(items, *size, item_size);
}

void
strvec_add(struct strvec *vec, const char *s)
{
	vec_push(vec, xstrdup(s));
}

void
strvec_clear(struct strvec *vec)
{
	for (size_t i = 0; i < vec->n; i++)
		free(vec->items[i]);
	vec_clear(vec);
}
