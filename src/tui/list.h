/*
 * A list of rows with columns, 列表: paged, filtered as one types, with marks.
 * The rows come from a window_source; the list never holds more than the pages
 * around the screen.
 */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/id_set.h"
#include "tui/field.h"
#include "tui/rect.h"
#include "tui/term.h"
#include "tui/window.h"

enum {
	LIST_SIGNS = 2, /* columns: > for the chosen row, * for a marked one */
	LIST_GAP = 1,   /* between two columns */
};

struct list_column {
	const char *name; /* header, translated */
	int cols;         /* wanted width */
	int least;        /* narrower it is left out; 0: as cols */
	bool right;       /* numbers */
	bool grows;       /* takes a share of the columns that are left */
	bool once;        /* blank where it, and all such columns before it,
	                     are as on the line above */
};

/* Read what you like; write through the functions, but the first six. */
struct list {
	size_t title;     /* the column that is reversed in the chosen row */
	bool can_mark;    /* Space marks */
	bool can_filter;  /* the source heeds list_filter() */
	const char *empty; /* the sentence for no rows, translated */
	const char *sort_word; /* behind the sorted column's name, or NULL */
	size_t sorted;     /* index of that column */
	const struct list_column *columns; /* the caller's */
	size_t n_columns;
	struct window window;
	struct field filter;
	bool filtering;         /* the filter line is open */
	struct id_set marked;   /* ids of rows; yours to change */
	struct err err;         /* why the rows cannot be shown */
};

/*
 * columns (at least one) and clip live longer than the list; source is copied.
 * Set title, empty and so on afterwards.
 */
void
list_init(struct list *list, const struct list_column *columns,
	size_t n_columns, const struct window_source *source,
	struct strbuf *clip);

void
list_clear(struct list *list);

/* Other columns from now on, on the same rows (another order, language). */
void
list_set_columns(struct list *list, const struct list_column *columns,
	size_t n_columns);

/* The rows have changed: fetch them anew, keep the place. */
void
list_reload(struct list *list);

/* The rows are in another order, or others: begin with the first. */
void
list_restart(struct list *list);

/* Let that row be the chosen one, wherever it is (a record just saved). */
void
list_want(struct list *list, int64_t id);

/* The chosen row, NULL without rows; valid until the next call. */
const struct row *
list_chosen(struct list *list);

/* What the source must filter by; "" for everything. */
const char *
list_filter(const struct list *list);

/* Opens the filter line with this text, or closes it where text is "". */
void
list_set_filter(struct list *list, const char *text);

/* What happened. */
enum list_result {
	LIST_IGNORED,  /* not for the list: it goes up */
	LIST_HANDLED,
	LIST_MOVED,    /* the cursor may be on another row */
	LIST_MARKED,   /* a mark was set or taken away */
	LIST_FILTERED, /* list_filter() is another; the rows are fetched anew */
	LIST_FAILED,   /* list->err says why the rows cannot be shown */
};

/*
 * Moves, marks, filters.  Everything else (OPEN, NEW, SORT, BACK with the
 * filter line closed …) goes up.  A hanzi or another character that is no
 * command opens the filter line, and so does a paste.
 */
enum list_result
list_handle(struct list *list, enum action action,
	const struct key_event *event);

/* CONTEXT_LIST, or CONTEXT_FILTER with the filter line open. */
enum context
list_context(const struct list *list);

/* Adds what the list obeys now. */
void
list_live(const struct list *list, struct keymap_live *live);

/* Where its rows stand when it is drawn in rect: below the header, which gives
 * way where there are few, and above the open filter line. */
void
list_body(const struct list *list, const struct rect *rect, struct rect *body);

/* Draws header, rows and, at the foot, the open filter line; with the focus,
 * the cursor is on the chosen row or in the filter line. */
void
list_draw(struct list *list, struct term *term, const struct rect *rect,
	bool focused);

#endif
