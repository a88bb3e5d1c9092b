/* How a form looks: names of the pages, labels in one column, values. */
#include "tui/form.h"

#include <string.h>

#include "tui/wrap.h"

enum {
	FORM_SIGNS = 2,    /* > for the focused row, ! or * for its state */
	FORM_GAP = 1,      /* between label and value */
	FORM_PAGE_GAP = 2, /* between the names of two pages */
};

static int
cols_of(const char *s)
{
	return wrap_cols(s, strlen(s));
}

int
form_page_rows(const struct form *form)
{
	int n = form->n_pages > 1;

	for (size_t i = 0; i < form->n_rows; i++)
		n += form->rows[i].page == form->page &&
			!form->cells[i].hidden;
	return n;
}

struct rect
form_body(const struct form *form, const struct rect *rect)
{
	struct rect body = *rect;

	if (form->n_pages > 1 && body.rows > 1) {
		body.row++;
		body.rows--;
	}
	return body;
}

/* How the names of the pages stand beside one another. */
struct name_line {
	int number; /* columns of a digit and what parts it from its name */
	int gap;    /* between two names */
};

static int
name_cols(const struct form *form, const struct name_line *line, size_t page)
{
	return cols_of(form->pages[page]) +
		(page < FORM_DIGITS ? line->number : 0);
}

/* Names that do not all have room move closer together. */
static struct name_line
lay_names(const struct form *form, int cols)
{
	struct name_line line = {form_numbers_pages(form) ? 2 : 0,
		FORM_PAGE_GAP};
	int used = -line.gap;

	for (size_t i = 0; i < form->n_pages; i++)
		used += line.gap + name_cols(form, &line, i);
	if (used > cols && line.number > 0)
		line = (struct name_line){1, 1};
	return line;
}

/* The first page whose name is shown, so that the current one is too. */
static size_t
first_name(const struct form *form, const struct name_line *line, int cols)
{
	size_t first = form->page;
	int used = name_cols(form, line, first);

	while (first > 0) {
		used += line->gap + name_cols(form, line, first - 1);
		if (used > cols)
			break;
		first--;
	}
	return first;
}

static void
draw_name(const struct form *form, size_t page, struct term *term,
	const struct rect *where, int number)
{
	enum style style = term_settings(term)->slow_line ? STYLE_NORMAL
							  : STYLE_KEY;
	char digit[] = {(char)('1' + page), '\0'};

	if (page >= FORM_DIGITS || number >= where->cols)
		number = 0;
	if (number > 0)
		term_put(term, where->row, where->col, 1, digit, style);
	term_put_cut(term, where->row, where->col + number,
		where->cols - number, form->pages[page],
		page == form->page ? STYLE_FOCUS : STYLE_NORMAL);
}

static void
draw_pages(const struct form *form, struct term *term, const struct rect *rect)
{
	struct name_line line = lay_names(form, rect->cols);
	struct rect where = {rect->row, rect->col, 1, 0};
	int end = rect->col + rect->cols;

	term_fill(term, rect->row, rect->col, 1, rect->cols, STYLE_NORMAL);
	for (size_t i = first_name(form, &line, rect->cols);
		i < form->n_pages && where.col < end; i++) {
		where.cols = name_cols(form, &line, i);
		if (where.cols > end - where.col)
			where.cols = end - where.col;
		draw_name(form, i, term, &where, line.number);
		where.col += where.cols + line.gap;
	}
}

/* The same on all pages, so that values do not jump. */
static int
label_cols(const struct form *form, int cols)
{
	int widest = 0;

	for (size_t i = 0; i < form->n_rows; i++) {
		int label = cols_of(form->rows[i].label);

		widest = label > widest ? label : widest;
	}
	cols = (cols - FORM_SIGNS) / 2;
	return widest < cols ? widest : cols;
}

static enum style
label_style(const struct form_cell *cell, bool focused,
	const struct term *term)
{
	if (focused && !term_settings(term)->slow_line)
		return STYLE_FOCUS;
	return cell->sentence != NULL ? STYLE_ERROR : STYLE_NORMAL;
}

static void
draw_value(struct form *form, size_t i, struct term *term,
	const struct rect *where, bool focused)
{
	struct field *field = &form->cells[i].field;
	enum form_kind kind = form->rows[i].kind;
	bool typed_into = kind == FORM_TEXT || kind == FORM_CHOICE;

	field_draw(field, term, where->row, where->col, where->cols,
		kind == FORM_READONLY ? STYLE_DIM : STYLE_NORMAL,
		focused && typed_into);
	if (focused && !typed_into)
		term_cursor(term, where->row, where->col);
}

static void
draw_row(struct form *form, size_t i, struct term *term,
	const struct rect *line, int label, bool focused)
{
	const struct form_row *row = &form->rows[i];
	const struct form_cell *cell = &form->cells[i];
	const char *state = row->flags & FORM_REQUIRED ? "*" : " ";
	int taken = FORM_SIGNS + label + FORM_GAP;
	struct rect where = {
		.row = line->row,
		.col = line->col + taken,
		.rows = 1,
		.cols = line->cols > taken ? line->cols - taken : 0,
	};

	if (cell->sentence != NULL)
		state = "!";
	term_put(term, line->row, line->col, 1, i == form->focus ? ">" : " ",
		STYLE_NORMAL);
	term_put(term, line->row, line->col + 1, 1, state,
		cell->sentence != NULL ? STYLE_ERROR : STYLE_NORMAL);
	term_put_cut(term, line->row, line->col + FORM_SIGNS, label,
		row->label, label_style(cell, focused, term));
	term_fill(term, line->row, line->col + FORM_SIGNS + label, 1, FORM_GAP,
		STYLE_NORMAL);
	draw_value(form, i, term, &where, focused);
}

static bool
is_shown(const struct form *form, size_t i)
{
	return form->rows[i].page == form->page && !form->cells[i].hidden;
}

/* Scrolls so that the focused line, and as many as there are, can be seen. */
static void
scroll(struct form *form)
{
	size_t focus = 0, n = 0;

	for (size_t i = 0; i < form->n_rows; i++) {
		if (!is_shown(form, i))
			continue;
		if (i == form->focus)
			focus = n;
		n++;
	}
	if (focus < form->top)
		form->top = focus;
	if (focus >= form->top + form->body)
		form->top = focus - form->body + 1;
	if (form->top + form->body > n)
		form->top = n > form->body ? n - form->body : 0;
}

static void
draw_rows(struct form *form, struct term *term, const struct rect *body,
	bool focused)
{
	struct rect line = {body->row, body->col, 1, body->cols};
	int label = label_cols(form, body->cols);
	size_t n = 0;

	term_fill(term, body->row, body->col, body->rows, body->cols,
		STYLE_NORMAL);
	for (size_t i = 0; i < form->n_rows; i++) {
		if (!is_shown(form, i) || n++ < form->top)
			continue;
		if (line.row >= body->row + body->rows)
			break;
		draw_row(form, i, term, &line, label,
			focused && i == form->focus);
		line.row++;
	}
}

void
form_draw(struct form *form, struct term *term, const struct rect *rect,
	bool focused)
{
	struct rect body = form_body(form, rect);

	if (form->editing) {
		editor_draw(&form->editor, term, rect);
		return;
	}
	if (body.rows < rect->rows)
		draw_pages(form, term, rect);
	form->body = body.rows > 0 ? (size_t)body.rows : 1;
	scroll(form);
	if (form->focus != FORM_NOWHERE)
		draw_rows(form, term, &body, focused);
	else if (focused)
		term_cursor(term, body.row, body.col);
}
