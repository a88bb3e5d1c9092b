#include "tui/index.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"

enum { PLACE_SIZE = 24 };

size_t
index_of(const struct row *row)
{
	return strtoul(row->place, NULL, 10);
}

static void
add(const struct index *index, size_t i, struct rows *out)
{
	char place[PLACE_SIZE];

	snprintf(place, sizeof(place), "%zu", i);
	index->fill(index->data, i,
		&rows_add(out, index->id(index->data, i), place)->cells);
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct index *index = data;
	size_t i = place != NULL ? strtoul(place, NULL, 10) : 0;

	(void)err;
	if (side == ROWS_BEFORE) {
		if (place == NULL || i > index->n)
			i = index->n;
		while (n-- > 0 && i-- > 0)
			add(index, i, out);
		return ERR_OK;
	}
	if (side == ROWS_AFTER && place != NULL)
		i++;
	while (n-- > 0 && i < index->n)
		add(index, i++, out);
	return ERR_OK;
}

static enum err_code
locate(void *data, int64_t id, struct strbuf *place, struct err *err)
{
	const struct index *index = data;

	for (size_t i = 0; i < index->n; i++)
		if (index->id(index->data, i) == id) {
			strbuf_addf(place, "%zu", i);
			return ERR_OK;
		}
	return err_set(err, ERR_ABSENT, _("This row is no longer here."));
}

void
index_source(struct index *index, struct window_source *source)
{
	*source = (struct window_source){
		.fetch = fetch,
		.locate = locate,
		.data = index,
	};
}
