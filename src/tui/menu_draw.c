/* How a menu looks. */
#include "tui/menu.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/wrap.h"

enum {
	MENU_SIGNS = 2,      /* > for the chosen one, * for a marked one */
	MENU_NUMBER = 3,     /* "1. " */
	MENU_GAP = 2,        /* between text and note */
	MENU_PAGED_COLS = 60, /* where the texts are not known beforehand */
	MENU_PAGED_ROWS = 12,
	MENU_LEAST_COLS = 20,
	MENU_HELP_ROWS = 3,
	MENU_HELP_COLS = 36,
	MENU_BODY_ROWS = 2,  /* fewer, and the help gives way */
};

static bool
shows_typed(const struct menu *menu)
{
	return !menu->numbered || *menu_typed(menu) != '\0';
}

static const char *
cell(const struct row *row, size_t i)
{
	return i < row->cells.n ? row->cells.items[i] : "";
}

static int
cols_of(const char *s)
{
	return wrap_cols(s, strlen(s));
}

static int
max_int(int a, int b)
{
	return a > b ? a : b;
}

void
menu_size(const struct menu *menu, int *cols, int *rows)
{
	int wide = menu->paged ? MENU_PAGED_COLS : MENU_LEAST_COLS;
	size_t n = menu->paged ? MENU_PAGED_ROWS : menu->array.rows.n;

	for (size_t i = 0; i < menu->array.rows.n; i++) {
		const struct row *row = &menu->array.rows.items[i];
		int note = cols_of(cell(row, 1));

		wide = max_int(wide, cols_of(cell(row, 0)) +
			(note > 0 ? note + MENU_GAP : 0) + MENU_SIGNS +
			(menu->numbered ? MENU_NUMBER : 0));
	}
	if (menu->new_entry != NULL)
		wide = max_int(wide, cols_of(menu->new_entry) + MENU_SIGNS);
	if (menu->help != NULL)
		wide = max_int(wide, MENU_HELP_COLS);
	*cols = wide;
	*rows = (int)(n > 0 ? n : 1) + (menu->new_entry != NULL) +
		!menu->numbered + (menu->help != NULL ? MENU_HELP_ROWS : 0);
}

static void
draw_typed(struct menu *menu, struct term *term, const struct rect *rect,
	bool focused)
{
	const char *label = _("Search:");
	int cols = cols_of(label);

	if (cols > rect->cols / 2)
		cols = rect->cols / 2;
	term_put(term, rect->row, rect->col, cols, label, STYLE_DIM);
	term_put(term, rect->row, rect->col + cols, 1, "", STYLE_NORMAL);
	field_draw(&menu->typed, term, rect->row, rect->col + cols + 1,
		rect->cols - cols - 1, STYLE_NORMAL, focused);
}

/* What stands on one line of a menu. */
struct menu_line {
	size_t number; /* 1 to 9, or none */
	const char *text;
	const char *note;
	bool chosen;
	bool marked;
};

static int
draw_number(struct term *term, const struct rect *line, size_t number)
{
	char figure[] = " . ";

	if (number < 1 || number > 9)
		strcpy(figure, "   ");
	else
		figure[0] = (char)('0' + number);
	term_put(term, line->row, line->col + MENU_SIGNS, MENU_NUMBER, figure,
		STYLE_KEY);
	return MENU_NUMBER;
}

static void
draw_line(const struct menu *menu, struct term *term, const struct rect *line,
	const struct menu_line *what, bool focused)
{
	int col = line->col + MENU_SIGNS, end = line->col + line->cols;
	int note = cols_of(what->note), cols;
	bool reversed = what->chosen && focused &&
		!term_settings(term)->slow_line;

	term_put(term, line->row, line->col, 1, what->chosen ? ">" : "",
		STYLE_NORMAL);
	term_put(term, line->row, line->col + 1, 1, what->marked ? "*" : "",
		STYLE_NORMAL);
	if (menu->numbered)
		col += draw_number(term, line, what->number);
	/* Where both do not fit, the note has to do with half of the line. */
	if (note > (end - col) / 2 &&
		note > end - col - MENU_GAP - cols_of(what->text))
		note = (end - col) / 2;
	cols = end - col - note - (note > 0 ? MENU_GAP : 0);
	term_put_cut(term, line->row, col, cols, what->text,
		reversed ? STYLE_FOCUS : STYLE_NORMAL);
	if (note > 0) {
		term_fill(term, line->row, col + cols, 1, MENU_GAP,
			STYLE_NORMAL);
		term_put_cut(term, line->row, end - note, note, what->note,
			STYLE_DIM);
	}
	if (what->chosen && focused)
		term_cursor(term, line->row, col);
}

static void
draw_sentence(const struct menu *menu, struct term *term,
	const struct rect *rect)
{
	bool failed = menu->err.code != ERR_OK && menu->err.text != NULL;
	const char *sentence = failed ? menu->err.text : menu->empty;
	struct strvec lines = VEC_INIT;

	if (sentence == NULL)
		sentence = _("Nothing matches.");
	wrap_text(sentence, rect->cols - MENU_SIGNS, &lines);
	for (int i = 0; i < rect->rows && (size_t)i < lines.n; i++)
		term_put(term, rect->row + i, rect->col + MENU_SIGNS,
			rect->cols - MENU_SIGNS, lines.items[i],
			failed ? STYLE_ERROR : STYLE_DIM);
	strvec_clear(&lines);
}

static void
draw_rows(struct menu *menu, struct term *term, const struct rect *rect,
	bool focused)
{
	const struct row *chosen = menu_chosen(menu), *row;
	bool numbers = menu->numbered && *menu_typed(menu) == '\0';
	struct rect line = *rect;

	term_fill(term, rect->row, rect->col, rect->rows, rect->cols,
		STYLE_NORMAL);
	if (window_line(&menu->window, 0) == NULL)
		draw_sentence(menu, term, rect);
	for (int i = 0; i < rect->rows; i++, line.row++) {
		row = window_line(&menu->window, (size_t)i);
		if (row == NULL)
			break;
		draw_line(menu, term, &line, &(struct menu_line){
			.number = numbers ? (size_t)row->id + 1 : 0,
			.text = cell(row, 0),
			.note = cell(row, 1),
			.chosen = row == chosen,
			.marked = id_set_has(&menu->marked, row->id),
		}, focused);
	}
}

static void
draw_new(struct menu *menu, struct term *term, const struct rect *rect,
	bool focused)
{
	struct rect line = {
		.row = rect->row + rect->rows - 1,
		.col = rect->col,
		.rows = 1,
		.cols = rect->cols,
	};

	draw_line(menu, term, &line, &(struct menu_line){
		.text = menu->new_entry,
		.note = "",
		.chosen = menu->on_new,
	}, focused);
}

/* In the last rows of rect. */
static void
draw_help(struct menu *menu, struct term *term, const struct rect *rect)
{
	const struct row *row = menu_chosen(menu);
	struct strvec lines = VEC_INIT;

	if (row != NULL)
		wrap_text(menu->help(menu->data, row->id), rect->cols, &lines);
	for (int i = 0; i < MENU_HELP_ROWS; i++)
		term_put(term, rect->row + rect->rows - MENU_HELP_ROWS + i,
			rect->col, rect->cols,
			(size_t)i < lines.n ? lines.items[i] : "", STYLE_DIM);
	strvec_clear(&lines);
}

void
menu_draw(struct menu *menu, struct term *term, const struct rect *rect,
	bool focused)
{
	struct rect all = *rect, body;
	bool nowhere, helps = menu->help != NULL && rect->rows >=
		shows_typed(menu) + MENU_BODY_ROWS + MENU_HELP_ROWS;

	if (helps)
		all.rows -= MENU_HELP_ROWS;
	body = all;
	if (shows_typed(menu) && body.rows > 1) {
		body.row++;
		body.rows--;
	}
	if (menu->new_entry != NULL && body.rows > 1)
		body.rows--;
	window_set_height(&menu->window, (size_t)body.rows);
	draw_rows(menu, term, &body, focused);
	if (menu->new_entry != NULL)
		draw_new(menu, term, &all, focused);
	if (helps)
		draw_help(menu, term, rect);
	nowhere = menu_chosen(menu) == NULL && !menu->on_new;
	if (shows_typed(menu))
		draw_typed(menu, term, rect,
			focused && (menu->typing || nowhere));
}
