#include "tui/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "tui/wrap.h"

enum {
	GRID_GAP = 1,   /* before each cell; the first has the sign < there */
	GRID_MORE = 1,  /* behind the last, for the sign > */
};

void
grid_init(struct grid *grid, const struct list_column *heads, size_t n_heads,
	int cell_cols, const struct grid_source *source, struct strbuf *clip)
{
	*grid = (struct grid){
		.heads = heads,
		.fitted = xcalloc(n_heads, sizeof(*heads)),
		.cell_cols = cell_cols,
		.cells = source->cells,
		.data = source->data,
	};
	memcpy(grid->fitted, heads, n_heads * sizeof(*heads));
	list_init(&grid->list, grid->fitted, n_heads, &source->rows, clip);
	grid->list.title = n_heads;
}

void
grid_clear(struct grid *grid)
{
	list_clear(&grid->list);
	free(grid->fitted);
	grid->fitted = NULL;
}

void
grid_set_columns(struct grid *grid, const char *const *names, size_t n)
{
	grid->names = names;
	grid->n_columns = n;
	grid_set_column(grid, grid->column);
}

void
grid_set_column(struct grid *grid, size_t column)
{
	size_t last = grid->n_columns > 0 ? grid->n_columns - 1 : 0;

	grid->column = column < last ? column : last;
}

static const enum action moves[] = {
	ACTION_LEFT, ACTION_RIGHT, ACTION_LINE_BEGIN, ACTION_LINE_END,
};

/* False where there is no column on that side. */
static bool
move(struct grid *grid, enum action action)
{
	size_t was = grid->column;

	if (action == ACTION_LEFT && was > 0)
		grid_set_column(grid, was - 1);
	else if (action == ACTION_RIGHT)
		grid_set_column(grid, was + 1);
	else if (action == ACTION_LINE_BEGIN)
		grid_set_column(grid, 0);
	else if (action == ACTION_LINE_END)
		grid_set_column(grid, grid->n_columns);
	return grid->column != was;
}

enum list_result
grid_handle(struct grid *grid, enum action action,
	const struct key_event *event)
{
	if (!grid->list.filtering && move(grid, action))
		return LIST_MOVED;
	return list_handle(&grid->list, action, event);
}

void
grid_live(const struct grid *grid, struct keymap_live *live)
{
	list_live(&grid->list, live);
	if (!grid->list.filtering)
		for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++)
			keymap_live_add(live, moves[i]);
}

/* Where the cells stand. */
struct layout {
	struct rect body; /* the rows, without header and filter line */
	int col;          /* the gap before the first cell that is shown */
	size_t n;         /* so many columns are shown, from grid->left on */
	bool more;        /* and there are others behind them */
};

/* Gives the headings of the rows what the cells leave them, at least their
 * least; returns how many columns they take. */
static int
fit_heads(struct grid *grid, int cols)
{
	int cells = (int)grid->n_columns * (grid->cell_cols + GRID_GAP);
	int used = LIST_SIGNS, spare;

	for (size_t i = 0; i < grid->list.n_columns; i++) {
		int least = grid->heads[i].least;

		grid->fitted[i] = grid->heads[i];
		grid->fitted[i].least = 0;
		grid->fitted[i].cols = least > 0 ? least : grid->heads[i].cols;
		used += grid->fitted[i].cols + (i > 0 ? LIST_GAP : 0);
	}
	spare = cols - used - cells;
	for (size_t i = 0; i < grid->list.n_columns && spare > 0; i++) {
		int more = grid->heads[i].cols - grid->fitted[i].cols;

		more = more < spare ? more : spare;
		grid->fitted[i].cols += more;
		used += more;
		spare -= more;
	}
	return used;
}

static void
lay_out(struct grid *grid, const struct rect *rect, struct layout *layout)
{
	int used = fit_heads(grid, rect->cols), room = rect->cols - used;
	int each = grid->cell_cols + GRID_GAP;
	size_t n = room >= each ? (size_t)(room / each) : 0;

	if (n < grid->n_columns && n > 1)
		n = (size_t)((room - GRID_MORE) / each);
	n = n < grid->n_columns ? n : grid->n_columns;
	if (n > 0 && grid->column >= grid->left + n)
		grid->left = grid->column - n + 1;
	if (grid->column < grid->left)
		grid->left = grid->column;
	if (grid->left + n > grid->n_columns)
		grid->left = grid->n_columns - n;
	layout->col = rect->col + used;
	layout->n = n;
	layout->more = grid->left + n < grid->n_columns &&
		(int)n * each + GRID_MORE <= room;
	list_body(&grid->list, rect, &layout->body);
}

/* The column of the screen where the i-th cell that is shown begins. */
static int
cell_col(const struct grid *grid, const struct layout *layout, size_t i)
{
	return layout->col + (int)i * (grid->cell_cols + GRID_GAP) + GRID_GAP;
}

/* Returns the column where the text begins, the last of the cell where it is
 * blank. */
static int
put(const struct grid *grid, struct term *term, int row, int col,
	const char *text, enum style style)
{
	int wide = wrap_cols(text, strlen(text));

	if (wide > grid->cell_cols) {
		term_put_cut(term, row, col, grid->cell_cols, text, style);
		return col;
	}
	term_put_right(term, row, col, grid->cell_cols, text, style);
	return col + grid->cell_cols - (wide > 0 ? wide : 1);
}

static void
draw_names(const struct grid *grid, struct term *term, int row,
	const struct layout *layout)
{
	for (size_t i = 0; i < layout->n; i++)
		put(grid, term, row, cell_col(grid, layout, i),
			grid->names[grid->left + i], STYLE_TITLE);
	if (layout->n > 0 && grid->left > 0)
		term_put(term, row, layout->col, GRID_GAP, "<", STYLE_TITLE);
	if (layout->more)
		term_put(term, row, cell_col(grid, layout, layout->n) -
			GRID_GAP, GRID_MORE, ">", STYLE_TITLE);
}

/* The chosen cell is reversed as a whole, since it may be blank. */
static void
draw_cells(struct grid *grid, struct term *term, const struct layout *layout,
	const struct grid_cell *cells, bool focused)
{
	bool reverse = focused && !term_settings(term)->slow_line;
	const struct row *chosen = window_chosen(&grid->list.window), *row;

	for (size_t r = 0; (row = window_line(&grid->list.window, r)) != NULL;
		r++) {
		int line = layout->body.row + (int)r;

		for (size_t c = 0; c < layout->n; c++) {
			const struct grid_cell *cell =
				&cells[r * layout->n + c];
			int col = cell_col(grid, layout, c);
			bool here = row == chosen &&
				grid->left + c == grid->column;

			col = put(grid, term, line, col, cell->text.s,
				here && reverse ? STYLE_FOCUS : cell->style);
			if (here && focused)
				term_cursor(term, line, col);
		}
	}
}

static void
fetch_and_draw(struct grid *grid, struct term *term,
	const struct layout *layout, bool focused)
{
	const struct window *window = &grid->list.window;
	size_t n_rows = window->rows.n - window->top;
	struct grid_cell *cells;

	n_rows = n_rows < window->height ? n_rows : window->height;
	cells = xcalloc(n_rows * layout->n, sizeof(*cells));
	for (size_t i = 0; i < n_rows * layout->n; i++)
		strbuf_init(&cells[i].text);
	err_clear(&grid->list.err);
	if (grid->cells(grid->data, window_line(window, 0), n_rows, grid->left,
		    layout->n, cells, &grid->list.err) == ERR_OK)
		draw_cells(grid, term, layout, cells, focused);
	else
		term_put_cut(term, layout->body.row, layout->col + GRID_GAP,
			layout->body.cols - (layout->col - layout->body.col) -
			GRID_GAP, grid->list.err.text, STYLE_ERROR);
	for (size_t i = 0; i < n_rows * layout->n; i++)
		strbuf_clear(&cells[i].text);
	free(cells);
}

void
grid_draw(struct grid *grid, struct term *term, const struct rect *rect,
	bool focused)
{
	struct layout layout;

	lay_out(grid, rect, &layout);
	list_draw(&grid->list, term, rect, focused);
	if (layout.body.row > rect->row)
		draw_names(grid, term, rect->row, &layout);
	if (layout.n > 0 && list_chosen(&grid->list) != NULL)
		fetch_and_draw(grid, term, &layout,
			focused && !grid->list.filtering);
}
