#include "store/key_sort.h"

#include <stdlib.h>
#include <string.h>

#include "base/seal.h"
#include "base/sorter.h"
#include "base/strbuf.h"
#include "base/xalloc.h"

#define KEYS_MEMORY ((size_t)4 << 20)

/* Items that sort as the rows of find_key do: the list in as many bytes, the
 * key ended by a zero byte, and eight of the place. */
enum { ITEM_KEY = 4 };

struct key_sort {
	struct sorter *sorter;
	struct strbuf item;
};

struct key_sort *
key_sort_new(void)
{
	struct key_sort *sort = xcalloc(1, sizeof(*sort));

	sort->sorter = sorter_new(KEYS_MEMORY);
	strbuf_init(&sort->item);
	return sort;
}

void
key_sort_free(struct key_sort *sort)
{
	if (sort == NULL)
		return;
	sorter_free(sort->sorter);
	strbuf_clear(&sort->item);
	free(sort);
}

enum err_code
key_sort_add(struct key_sort *sort, const struct table *table,
	const struct find_key *key, int64_t place, struct err *err)
{
	struct strbuf *item = &sort->item;
	unsigned char head[8], tail[8];

	seal_put_u64(head,
		(uint64_t)find_list(table->number, key->kind) << 32);
	seal_put_u64(tail, (uint64_t)place);
	strbuf_reset(item);
	strbuf_add_bytes(item, head, ITEM_KEY);
	strbuf_add_bytes(item, key->key, strlen(key->key) + 1);
	strbuf_add_bytes(item, tail, sizeof(tail));
	return sorter_add(sort->sorter, item->s, item->len, err);
}

enum err_code
key_sort_end(struct key_sort *sort, struct err *err)
{
	return sorter_sort(sort->sorter, err);
}

enum err_code
key_sort_next(struct key_sort *sort, struct key_row *out, bool *more,
	struct err *err)
{
	const void *bytes;
	const unsigned char *item;
	size_t len;
	enum err_code code = sorter_next(sort->sorter, &bytes, &len, err);

	*more = code == ERR_OK && bytes != NULL;
	if (!*more)
		return code;
	item = bytes;
	*out = (struct key_row){
		.list = (int)(seal_get_u64(item) >> 32),
		.key = (const char *)item + ITEM_KEY,
		.place = (int64_t)seal_get_u64(item + len - 8),
	};
	return ERR_OK;
}
