#include "tui/window.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct row *
rows_add(struct rows *rows, int64_t id, const char *place)
{
	struct row row = {.id = id, .place = xstrdup(place)};

	vec_push(rows, row);
	return &rows->items[rows->n - 1];
}

static void
row_clear(struct row *row)
{
	free(row->place);
	strvec_clear(&row->cells);
}

void
rows_clear(struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		row_clear(&rows->items[i]);
	vec_clear(rows);
}

void
window_init(struct window *window, const struct window_source *source)
{
	*window = (struct window){
		.source = *source,
		.height = 1,
		.stale = true,
	};
}

void
window_clear(struct window *window)
{
	rows_clear(&window->rows);
	window->top = window->chosen = 0;
	window->stale = true;
}

void
window_set_height(struct window *window, size_t height)
{
	window->height = height > 0 ? height : 1;
}

void
window_reload(struct window *window)
{
	window->stale = true;
}

void
window_restart(struct window *window)
{
	window_clear(window);
	window->has_wanted = false;
}

void
window_want(struct window *window, int64_t id)
{
	window->wanted = id;
	window->has_wanted = true;
	window->stale = true;
}

const struct row *
window_chosen(const struct window *window)
{
	if (window->chosen >= window->rows.n)
		return NULL;
	return &window->rows.items[window->chosen];
}

const struct row *
window_line(const struct window *window, size_t line)
{
	if (line >= window->height || window->top + line >= window->rows.n)
		return NULL;
	return &window->rows.items[window->top + line];
}

static enum err_code
fetch(struct window *window, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	return window->source.fetch(window->source.data, side, place, n, out,
		err);
}

/* Drops n rows from the first on, or from the last back. */
static void
drop(struct window *window, size_t first, size_t n)
{
	struct rows *rows = &window->rows;

	for (size_t i = first; i < first + n; i++)
		row_clear(&rows->items[i]);
	if (n > 0)
		memmove(rows->items + first, rows->items + first + n,
			(rows->n - first - n) * sizeof(*rows->items));
	rows->n -= n;
}

/* Sees to it that rows hold n items, as far as the source has them. */
static enum err_code
grow_down(struct window *window, size_t n, struct err *err)
{
	struct rows *rows = &window->rows;
	const char *place = rows->n > 0 ? rows->items[rows->n - 1].place : NULL;
	size_t had = rows->n, ask;
	enum err_code code;

	if (n <= rows->n || window->has_last)
		return ERR_OK;
	ask = n - rows->n + window->height;
	code = fetch(window, ROWS_AFTER, place, ask, rows, err);
	if (code == ERR_OK)
		window->has_last = rows->n - had < ask;
	return code;
}

/* Puts the fetched rows, nearest first, in front of those that are there. */
static void
prepend(struct window *window, struct rows *before)
{
	struct rows *rows = &window->rows;
	size_t n = before->n;

	if (n == 0)
		return;
	rows->items = vec_room(rows->items, &rows->size, rows->n + n,
		sizeof(*rows->items));
	memmove(rows->items + n, rows->items, rows->n * sizeof(*rows->items));
	for (size_t i = 0; i < n; i++)
		rows->items[i] = before->items[n - 1 - i];
	rows->n += n;
	window->top += n;
	window->chosen += n;
	vec_clear(before);
}

/* Sees to it that n rows stand before the one at *index. */
static enum err_code
grow_up(struct window *window, const size_t *index, size_t n, struct err *err)
{
	struct rows *rows = &window->rows;
	struct rows before = VEC_INIT;
	const char *place = rows->n > 0 ? rows->items[0].place : NULL;
	enum err_code code;
	size_t ask;

	if (n <= *index || window->has_first)
		return ERR_OK;
	ask = n - *index + window->height;
	code = fetch(window, ROWS_BEFORE, place, ask, &before, err);
	if (code == ERR_OK) {
		window->has_first = before.n < ask;
		prepend(window, &before);
	}
	rows_clear(&before);
	return code;
}

static void
scroll_to_chosen(struct window *window)
{
	if (window->chosen < window->top)
		window->top = window->chosen;
	else if (window->chosen >= window->top + window->height)
		window->top = window->chosen - window->height + 1;
}

/* Keeps a page on either side of what is shown. */
static void
trim(struct window *window)
{
	size_t below = window->top + 2 * window->height;

	if (window->rows.n > below + window->height) {
		drop(window, below, window->rows.n - below);
		window->has_last = false;
	}
	if (window->top > 2 * window->height) {
		size_t n = window->top - window->height;

		drop(window, 0, n);
		window->top -= n;
		window->chosen -= n;
		window->has_first = false;
	}
}

/* Fills the window to its height, from above where the rows have ended. */
static enum err_code
fill(struct window *window, struct err *err)
{
	enum err_code code;
	size_t n_rows;

	scroll_to_chosen(window);
	code = grow_down(window, window->top + window->height, err);
	if (code != ERR_OK)
		return code;
	n_rows = window->rows.n;
	if (window->top + window->height > n_rows) {
		size_t short_of = window->top + window->height - n_rows;

		code = grow_up(window, &window->top, short_of, err);
		if (code != ERR_OK)
			return code;
		window->top -= short_of < window->top ? short_of : window->top;
	}
	trim(window);
	return ERR_OK;
}

/* Where the rows are to be fetched from; false: from the first. */
static bool
place_to_load(struct window *window, struct strbuf *place)
{
	const struct row *chosen = window_chosen(window);
	int64_t id = chosen != NULL ? chosen->id : 0;
	struct err ignored = ERR_INIT;
	bool found = false;

	if (window->has_wanted)
		id = window->wanted;
	if (window->source.locate != NULL &&
		(window->has_wanted || chosen != NULL)) {
		found = window->source.locate(window->source.data, id, place,
			&ignored) == ERR_OK;
		err_clear(&ignored);
	}
	if (!found && chosen != NULL) {
		strbuf_reset(place);
		strbuf_add(place, chosen->place);
		found = true;
	}
	return found;
}

/* Fetches anew around the place, which is shown on that line if it can be. */
static enum err_code
load(struct window *window, const char *place, size_t line, struct err *err)
{
	struct rows rows = VEC_INIT;
	size_t ask = 2 * window->height;
	enum err_code code;

	code = fetch(window, place != NULL ? ROWS_FROM : ROWS_AFTER, place,
		ask, &rows, err);
	if (code != ERR_OK) {
		rows_clear(&rows);
		return code;
	}
	rows_clear(&window->rows);
	window->rows = rows;
	window->top = window->chosen = 0;
	window->has_first = place == NULL;
	window->has_last = rows.n < ask;
	if (rows.n == 0 && place != NULL) {
		/* All that stood there has gone: the last of the rest. */
		code = grow_up(window, &window->chosen, 1, err);
		if (window->chosen > 0)
			window->chosen--;
	}
	if (code == ERR_OK)
		code = grow_up(window, &window->chosen, line, err);
	window->top = window->chosen > line ? window->chosen - line : 0;
	return code;
}

enum err_code
window_settle(struct window *window, struct err *err)
{
	struct strbuf place = STRBUF_INIT;
	enum err_code code = ERR_OK;

	if (window->stale) {
		bool found = place_to_load(window, &place);

		code = load(window, found ? place.s : NULL,
			window->chosen - window->top, err);
		strbuf_clear(&place);
		window->stale = code != ERR_OK;
		window->has_wanted = false;
	}
	return code == ERR_OK ? fill(window, err) : code;
}

/* Shifts an index by so many rows and keeps it among the rows. */
static size_t
shift(const struct window *window, size_t index, int by)
{
	size_t n = by < 0 ? -(size_t)by : (size_t)by;
	size_t last = window->rows.n > 0 ? window->rows.n - 1 : 0;

	if (by < 0)
		return index > n ? index - n : 0;
	return index + n < last ? index + n : last;
}

static enum err_code
reach(struct window *window, int by, struct err *err)
{
	if (by < 0)
		return grow_up(window, &window->top, -(size_t)by, err);
	return grow_down(window, window->chosen + (size_t)by + 1, err);
}

enum err_code
window_move(struct window *window, int by, struct err *err)
{
	enum err_code code = window_settle(window, err);

	if (code == ERR_OK)
		code = reach(window, by, err);
	if (code != ERR_OK)
		return code;
	window->chosen = shift(window, window->chosen, by);
	return fill(window, err);
}

enum err_code
window_page(struct window *window, int by, struct err *err)
{
	enum err_code code = window_settle(window, err);

	by *= (int)window->height;
	if (code == ERR_OK)
		code = reach(window, by, err);
	if (code != ERR_OK)
		return code;
	window->chosen = shift(window, window->chosen, by);
	window->top = shift(window, window->top, by);
	return fill(window, err);
}

enum err_code
window_first(struct window *window, struct err *err)
{
	window_restart(window);
	return window_settle(window, err);
}

enum err_code
window_last(struct window *window, struct err *err)
{
	size_t ask = 2 * window->height;
	struct rows before = VEC_INIT;
	enum err_code code;

	code = fetch(window, ROWS_BEFORE, NULL, ask, &before, err);
	if (code == ERR_OK) {
		rows_clear(&window->rows);
		window->top = window->chosen = 0;
		window->has_first = before.n < ask;
		window->has_last = true;
		window->stale = false;
		window->has_wanted = false;
		prepend(window, &before);
		window->top = window->chosen = window->rows.n > 0
			? window->rows.n - 1 : 0;
		code = fill(window, err);
	}
	rows_clear(&before);
	return code;
}
