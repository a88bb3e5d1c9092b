/* How a list looks: the columns that have room, header, rows, filter line. */
#include "tui/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "tui/wrap.h"

enum { LIST_HEADER_ROWS = 4 }; /* fewer, and the header gives way */

/* The widths of the first columns, those that have room. */
struct widths {
	int *items;
	size_t n;
	size_t size;
};

static int
least_of(const struct list_column *column)
{
	return column->least > 0 && column->least < column->cols
		? column->least : column->cols;
}

/* Gives each column, from the left, what it wants of the room left over. */
static int
widen(const struct list *list, struct widths *widths, int spare)
{
	for (size_t i = 0; i < widths->n && spare > 0; i++) {
		int more = list->columns[i].cols - widths->items[i];

		if (more > spare)
			more = spare;
		widths->items[i] += more > 0 ? more : 0;
		spare -= more > 0 ? more : 0;
	}
	return spare;
}

static void
share_rest(const struct list *list, struct widths *widths, int spare)
{
	int n_growing = 0;

	for (size_t i = 0; i < widths->n; i++)
		n_growing += list->columns[i].grows;
	for (size_t i = 0; i < widths->n && n_growing > 0; i++) {
		int share;

		if (!list->columns[i].grows)
			continue;
		share = spare / n_growing--;
		widths->items[i] += share;
		spare -= share;
	}
}

static void
lay_out(const struct list *list, int cols, struct widths *widths)
{
	int spare = cols - LIST_SIGNS;

	for (size_t i = 0; i < list->n_columns; i++) {
		int least = least_of(&list->columns[i]);
		int gap = i > 0 ? LIST_GAP : 0;

		if (i > 0 && least + gap > spare)
			break;
		if (least > spare)
			least = spare > 0 ? spare : 0;
		vec_push(widths, least);
		spare -= least + gap;
	}
	share_rest(list, widths, widen(list, widths, spare));
}

static void
draw_header(const struct list *list, const struct widths *widths,
	struct term *term, const struct rect *rect)
{
	int col = rect->col + LIST_SIGNS;

	term_fill(term, rect->row, rect->col, 1, rect->cols, STYLE_TITLE);
	for (size_t i = 0; i < widths->n; i++) {
		const struct list_column *column = &list->columns[i];
		bool sorted = list->sort_word != NULL && i == list->sorted;
		char *name = sorted
			? xasprintf("%s %s", column->name, list->sort_word)
			: xstrdup(column->name);

		if (column->right && wrap_cols(name, strlen(name)) <=
			widths->items[i])
			term_put_right(term, rect->row, col, widths->items[i],
				name, STYLE_TITLE);
		else
			term_put_cut(term, rect->row, col, widths->items[i],
				name, STYLE_TITLE);
		col += widths->items[i] + LIST_GAP;
		free(name);
	}
}

/* The blanks beside the text have no style: reversed ones would cost a byte
 * each whenever the cursor moves. */
static void
draw_cell(const struct list_column *column, struct term *term, int row,
	int col, int cols, const char *text, enum style style)
{
	int wide = wrap_cols(text, strlen(text));
	int used = wide < cols ? wide : cols;
	int before = column->right ? cols - used : 0;

	term_fill(term, row, col, 1, cols, STYLE_NORMAL);
	term_put_cut(term, row, col + before, used, text, style);
}

static const char *
cell_of(const struct row *row, size_t i)
{
	return i < row->cells.n ? row->cells.items[i] : "";
}

/* above is the row on the line above, or NULL.  Returns the column where the
 * title begins. */
static int
draw_row(const struct list *list, const struct widths *widths,
	struct term *term, int row, const struct rect *rect,
	const struct row *shown, const struct row *above,
	enum style title_style)
{
	int col = rect->col + LIST_SIGNS, title_col = col;
	bool chosen = shown == window_chosen(&list->window);
	bool repeats = above != NULL;

	term_put(term, row, rect->col, 1, chosen ? ">" : " ", STYLE_NORMAL);
	term_put(term, row, rect->col + 1, 1,
		id_set_has(&list->marked, shown->id) ? "*" : " ", STYLE_NORMAL);
	for (size_t i = 0; i < widths->n; i++) {
		const struct list_column *column = &list->columns[i];
		const char *cell = cell_of(shown, i);
		bool is_title = i == list->title;

		if (column->once)
			repeats = repeats &&
				strcmp(cell, cell_of(above, i)) == 0;
		draw_cell(column, term, row, col, widths->items[i],
			column->once && repeats ? "" : cell,
			is_title && chosen ? title_style : STYLE_NORMAL);
		title_col = is_title ? col : title_col;
		col += widths->items[i];
		if (i + 1 < widths->n)
			term_fill(term, row, col, 1, LIST_GAP, STYLE_NORMAL);
		col += LIST_GAP;
	}
	col -= LIST_GAP;
	term_fill(term, row, col, 1, rect->col + rect->cols - col,
		STYLE_NORMAL);
	return title_col;
}

static void
draw_sentence(struct term *term, const struct rect *rect, const char *sentence,
	enum style style)
{
	struct strvec lines = VEC_INIT;

	wrap_text(sentence, rect->cols - LIST_SIGNS, &lines);
	for (int i = 0; i < rect->rows && (size_t)i < lines.n; i++)
		term_put(term, rect->row + i, rect->col + LIST_SIGNS,
			rect->cols - LIST_SIGNS, lines.items[i], style);
	strvec_clear(&lines);
}

static void
draw_rows(struct list *list, const struct widths *widths, struct term *term,
	const struct rect *rect, bool focused)
{
	bool reverse = focused && !term_settings(term)->slow_line;
	enum style style = reverse ? STYLE_FOCUS : STYLE_NORMAL;
	const struct row *chosen = window_chosen(&list->window);

	for (int i = 0; i < rect->rows; i++) {
		const struct row *shown = window_line(&list->window, i);
		const struct row *above = i > 0
			? window_line(&list->window, i - 1) : NULL;
		int row = rect->row + i, col;

		if (shown == NULL) {
			term_fill(term, row, rect->col, 1, rect->cols,
				STYLE_NORMAL);
			continue;
		}
		col = draw_row(list, widths, term, row, rect, shown, above,
			style);
		if (shown == chosen && focused)
			term_cursor(term, row, col);
	}
}

static void
draw_filter(struct list *list, struct term *term, const struct rect *rect,
	bool focused)
{
	int row = rect->row + rect->rows - 1;
	const char *label = _("Search:");
	int cols = wrap_cols(label, strlen(label));

	if (cols > rect->cols / 2)
		cols = rect->cols / 2;
	term_put(term, row, rect->col, cols, label, STYLE_TITLE);
	term_put(term, row, rect->col + cols, 1, " ", STYLE_NORMAL);
	field_draw(&list->filter, term, row, rect->col + cols + 1,
		rect->cols - cols - 1, STYLE_NORMAL, focused);
}

static void
draw_body(struct list *list, const struct widths *widths, struct term *term,
	const struct rect *rect, bool focused)
{
	window_set_height(&list->window, rect->rows);
	if (list_chosen(list) == NULL) {
		bool failed = list->err.code != ERR_OK;

		term_fill(term, rect->row, rect->col, rect->rows, rect->cols,
			STYLE_NORMAL);
		draw_sentence(term, rect, failed && list->err.text != NULL
			? list->err.text : list->empty,
			failed ? STYLE_ERROR : STYLE_NORMAL);
		if (focused)
			term_cursor(term, rect->row, rect->col);
		return;
	}
	draw_rows(list, widths, term, rect, focused);
}

void
list_body(const struct list *list, const struct rect *rect, struct rect *body)
{
	*body = *rect;
	if (list->filtering && body->rows > 1)
		body->rows--;
	if (body->rows >= LIST_HEADER_ROWS) {
		body->row++;
		body->rows--;
	}
}

void
list_draw(struct list *list, struct term *term, const struct rect *rect,
	bool focused)
{
	struct widths widths = VEC_INIT;
	struct rect body;

	lay_out(list, rect->cols, &widths);
	list_body(list, rect, &body);
	if (body.row > rect->row)
		draw_header(list, &widths, term, rect);
	draw_body(list, &widths, term, &body, focused && !list->filtering);
	if (list->filtering)
		draw_filter(list, term, rect, focused);
	vec_clear(&widths);
}
