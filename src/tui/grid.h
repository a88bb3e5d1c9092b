/*
 * A grid of cells, 表格: rows by columns that scroll both ways, while the
 * headings of the rows and of the columns stay.  Its rows are those of a list
 * with their headings as its columns, so that filter, marks and pages work as
 * there; it asks for no cells but those that are shown.
 */
#ifndef TUI_GRID_H
#define TUI_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "tui/list.h"
#include "tui/rect.h"
#include "tui/term.h"
#include "tui/window.h"

struct grid_cell {
	struct strbuf text; /* "" blank */
	enum style style;   /* of the cell where the cursor is not on it */
};

struct grid_source {
	struct window_source rows; /* a row's cells are its headings */
	/*
	 * Fills in what is shown of n_rows rows that follow one another:
	 * cells[r * n_columns + c] is of rows[r] and of the column first + c.
	 * They come blank and in STYLE_NORMAL.  Called once a drawing.
	 */
	enum err_code (*cells)(void *data, const struct row *rows,
		size_t n_rows, size_t first, size_t n_columns,
		struct grid_cell *cells, struct err *err);
	void *data; /* of cells; rows has its own */
};

/* Read what you like; write through the functions. */
struct grid {
	struct list list;   /* the rows: list_chosen(), list_reload() and all
	                       else of tui/list.h but handle, live and draw;
	                       empty, can_mark and so on are yours to set */
	const struct list_column *heads; /* the caller's; as wide as there is */
	struct list_column *fitted;      /* room: what list was given */
	const char *const *names;        /* of the columns, the caller's */
	size_t n_columns;
	int cell_cols;      /* how wide each cell is */
	enum err_code (*cells)(void *data, const struct row *rows,
		size_t n_rows, size_t first, size_t n_columns,
		struct grid_cell *cells, struct err *err);
	void *data;
	size_t column;      /* the cursor's; its row is list_chosen() */
	size_t left;        /* the first that is shown */
};

/*
 * heads (at least one, each with its least width; they get more where all
 * cells have room beside them) and clip live longer than the grid; source is
 * copied.  Columns come with grid_set_columns().
 */
void
grid_init(struct grid *grid, const struct list_column *heads, size_t n_heads,
	int cell_cols, const struct grid_source *source, struct strbuf *clip);

void
grid_clear(struct grid *grid);

/* Names of the columns, translated, which live as long; the cursor stays in
 * its column, or goes to the last. */
void
grid_set_columns(struct grid *grid, const char *const *names, size_t n);

/* Puts the cursor in a column; columns count from 0. */
void
grid_set_column(struct grid *grid, size_t column);

/*
 * As list_handle(), and moves among the columns; a move past the first or the
 * last of them goes up (LIST_IGNORED).
 */
enum list_result
grid_handle(struct grid *grid, enum action action,
	const struct key_event *event);

/* Adds what the grid obeys now; its context is list_context(). */
void
grid_live(const struct grid *grid, struct keymap_live *live);

/* Draws headings and the cells that have room; with the focus, the cursor is on
 * the chosen cell or in the filter line. */
void
grid_draw(struct grid *grid, struct term *term, const struct rect *rect,
	bool focused);

#endif
