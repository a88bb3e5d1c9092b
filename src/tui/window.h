/*
 * A window on rows that come page by page from a source: what stands on the
 * screen and a page on either side, never the whole table.  Lists and menus
 * are drawn from it; it knows neither screen nor keys.
 */
#ifndef TUI_WINDOW_H
#define TUI_WINDOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "base/vec.h"

struct row {
	int64_t id;          /* names the row among all rows */
	char *place;         /* where it stands in their order; the source's */
	struct strvec cells; /* one a column, as it is to be shown */
};

struct rows {
	struct row *items;
	size_t n;
	size_t size;
};

/* Appends an empty row, which the source fills with strvec_add(). */
struct row *
rows_add(struct rows *rows, int64_t id, const char *place);

void
rows_clear(struct rows *rows);

/* Which rows are wanted, seen from a place. */
enum rows_side {
	ROWS_FROM,   /* the row of the place, if it is still there, and on */
	ROWS_AFTER,  /* what follows the place; from the first: place is NULL */
	ROWS_BEFORE, /* what stands before it, the nearest first; from the last
	                backwards: place is NULL */
};

struct window_source {
	/*
	 * Appends n rows to out, or as many as there are on that side: fewer
	 * than n say that this side has ended.
	 */
	enum err_code (*fetch)(void *data, enum rows_side side,
		const char *place, size_t n, struct rows *out, struct err *err);
	/*
	 * Appends the place where the row stands now, ERR_ABSENT where it has
	 * gone.  NULL in a source whose rows keep their places.
	 */
	enum err_code (*locate)(void *data, int64_t id, struct strbuf *place,
		struct err *err);
	void *data;
};

/* Read what you like; write through the functions only. */
struct window {
	struct window_source source;
	struct rows rows;
	size_t height;  /* rows that are shown at once, at least 1 */
	size_t top;     /* index in rows of the first that is shown */
	size_t chosen;  /* index in rows of the one that the cursor is on */
	bool has_first; /* rows begin with the first row of all */
	bool has_last;
	bool stale;     /* rows are to be fetched anew, */
	bool has_wanted; /* and this one is to be the chosen one then: */
	int64_t wanted;
};

void
window_init(struct window *window, const struct window_source *source);

void
window_clear(struct window *window);

/*
 * How many rows can be seen.  A window that grows or shrinks keeps the chosen
 * row and, if it can, the first one shown.
 */
void
window_set_height(struct window *window, size_t height);

/* The rows may have changed: fetch them anew when they are needed, with the
 * same row chosen on the same line, or the one that stands there now. */
void
window_reload(struct window *window);

/* The rows are others now: begin with the first of them. */
void
window_restart(struct window *window);

/* Let the row of that id be the chosen one, if the source can locate it. */
void
window_want(struct window *window, int64_t id);

/* Fetches what has to stand in the window; the functions below do so too. */
enum err_code
window_settle(struct window *window, struct err *err);

/* Moves by so many rows, down where positive, as far as there are any. */
enum err_code
window_move(struct window *window, int by, struct err *err);

/* Moves what is shown by whole windows; the cursor stays on its line. */
enum err_code
window_page(struct window *window, int by, struct err *err);

enum err_code
window_first(struct window *window, struct err *err);

enum err_code
window_last(struct window *window, struct err *err);

/* The chosen row, NULL where there is none; valid until the next call. */
const struct row *
window_chosen(const struct window *window);

/* The row on a line of the window, from 0; NULL below the last. */
const struct row *
window_line(const struct window *window, size_t line);

#endif
