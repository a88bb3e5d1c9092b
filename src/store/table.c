#include "store/table.h"

#include <string.h>

#include "base/xalloc.h"
#include "store/store_private.h"

void
derived_init(struct derived *derived)
{
	*derived = (struct derived)DERIVED_INIT;
}

void
derived_reset_keys(struct derived *derived)
{
	for (size_t i = 0; i < derived->keys.n; i++)
		free(derived->keys.items[i].key);
	derived->keys.n = 0;
}

void
derived_reset(struct derived *derived)
{
	strbuf_reset(&derived->sort_key);
	derived_reset_keys(derived);
}

void
derived_clear(struct derived *derived)
{
	derived_reset_keys(derived);
	vec_clear(&derived->keys);
	strbuf_clear(&derived->sort_key);
}

void
derived_add_key(struct derived *derived, enum find_kind kind, const char *key)
{
	struct find_key add = {.kind = kind};

	if (*key == '\0')
		return;
	for (size_t i = 0; i < derived->keys.n; i++)
		if (derived->keys.items[i].kind == kind &&
			strcmp(derived->keys.items[i].key, key) == 0)
			return;
	add.key = xstrdup(key);
	vec_push(&derived->keys, add);
}
