#include "tui/array.h"

#include <stdio.h>
#include <stdlib.h>

#include "tui/fit.h"

void
array_init(struct array *array)
{
	*array = (struct array){.rows = VEC_INIT, .shown = VEC_INIT};
}

void
array_clear(struct array *array)
{
	rows_clear(&array->rows);
	vec_clear(&array->shown);
}

/* The place of a row is its index in figures. */
static void
place_of(size_t index, char place[24])
{
	snprintf(place, 24, "%zu", index);
}

struct row *
array_add(struct array *array)
{
	char place[24];

	place_of(array->rows.n, place);
	vec_push(&array->shown, array->rows.n);
	return rows_add(&array->rows, (int64_t)array->rows.n, place);
}

void
array_filter(struct array *array,
	bool (*wanted)(void *data, const struct row *row), void *data)
{
	array->shown.n = 0;
	for (size_t i = 0; i < array->rows.n; i++)
		if (wanted == NULL || wanted(data, &array->rows.items[i]))
			vec_push(&array->shown, i);
}

bool
array_row_fits(const struct row *row, const char *typed)
{
	for (size_t i = 0; i < row->cells.n; i++)
		if (fit_word(row->cells.items[i], typed) != FIT_NONE)
			return true;
	return false;
}

static bool
fits(void *data, const struct row *row)
{
	return array_row_fits(row, *(const char **)data);
}

void
array_filter_typed(struct array *array, const char *typed)
{
	array_filter(array, fits, &typed);
}

/* The first index in shown whose row is not before that index in rows. */
static size_t
find_shown(const struct array *array, size_t index)
{
	size_t low = 0, high = array->shown.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (array->shown.items[middle] < index)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
copy(const struct array *array, size_t at, struct rows *out)
{
	const struct row *row = &array->rows.items[array->shown.items[at]];
	struct row *copied = rows_add(out, row->id, row->place);

	for (size_t i = 0; i < row->cells.n; i++)
		strvec_add(&copied->cells, row->cells.items[i]);
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct array *array = data;
	size_t index = place != NULL ? strtoul(place, NULL, 10) : 0;
	size_t at = find_shown(array, index);

	(void)err;
	if (side == ROWS_BEFORE) {
		at = place != NULL ? at : array->shown.n;
		while (n-- > 0 && at-- > 0)
			copy(array, at, out);
		return ERR_OK;
	}
	if (side == ROWS_AFTER && place != NULL)
		at = find_shown(array, index + 1);
	while (n-- > 0 && at < array->shown.n)
		copy(array, at++, out);
	return ERR_OK;
}

static enum err_code
locate(void *data, int64_t id, struct strbuf *place, struct err *err)
{
	char text[24];

	(void)data;
	(void)err;
	place_of((size_t)id, text);
	strbuf_add(place, text);
	return ERR_OK;
}

void
array_source(struct array *array, struct window_source *source)
{
	*source = (struct window_source){
		.fetch = fetch,
		.locate = locate,
		.data = array,
	};
}
