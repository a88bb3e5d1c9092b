#include <curses.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "tui/term_private.h"
#include "tui/wrap.h"

/* How curses marks that cell of a wide character. */
enum { SECOND_HALF = 2 };

void
term_erase(struct term *term)
{
	(void)term;
	attrset(A_NORMAL);
	erase();
}

/* A character that the terminal's encoding does not have is shown as ?, as
 * many as it takes columns. */
static size_t
put_wide(uint32_t c, wchar_t *out)
{
	char bytes[MB_LEN_MAX];
	mbstate_t shift = {0};
	int cols;

	if (wcrtomb(bytes, (wchar_t)c, &shift) != (size_t)-1) {
		out[0] = (wchar_t)c;
		return 1;
	}
	cols = text_char_cols(c);
	for (int i = 0; i < cols; i++)
		out[i] = L'?';
	return cols > 0 ? (size_t)cols : 0;
}

wchar_t *
term_to_wide(const char *s, size_t len)
{
	wchar_t *wide = xcalloc(2 * len + 1, sizeof(*wide));
	size_t n = 0, n_bytes;

	for (size_t at = 0; at < len; at += n_bytes) {
		uint32_t c = text_char(s + at, &n_bytes);

		if (n > 0 || text_char_cols(c) > 0)
			n += put_wide(c, wide + n);
	}
	return wide;
}

/*
 * Blanks a wide character that stands across the border left of a place: half
 * of it is about to be covered, and curses would leave the other half.
 */
static void
part_wide(int row, int col)
{
	cchar_t cell;

	if (row < 0 || row >= LINES || col <= 0 || col >= COLS ||
		mvin_wch(row, col, &cell) == ERR ||
		(cell.attr & A_CHARTEXT) < SECOND_HALF)
		return;
	mvaddwstr(row, col - 1, L"  ");
}

/* Draws len bytes of clean text, which take used columns, and blanks after
 * them up to cols. */
static void
draw(struct term *term, int row, int col, int cols, const char *s, size_t len,
	int used, enum style style)
{
	wchar_t *wide = term_to_wide(s, len);

	part_wide(row, col);
	part_wide(row, col + used); /* where the blanks begin */
	part_wide(row, col + cols);
	attrset((int)theme_attributes(style, term->colour));
	mvaddwstr(row, col, wide);
	if (used < cols)
		mvhline(row, col + used, ' ', cols - used);
	attrset(A_NORMAL);
	free(wide);
}

/* Cuts the columns off at the screen's edge; false where nothing is left. */
static bool
clip(int row, int col, int *cols)
{
	if (row < 0 || row >= LINES || col < 0 || col >= COLS)
		return false;
	if (*cols > COLS - col)
		*cols = COLS - col;
	return *cols > 0;
}

int
term_put(struct term *term, int row, int col, int cols, const char *text,
	enum style style)
{
	char *clean;
	size_t len, used;

	if (!clip(row, col, &cols))
		return 0;
	clean = text_clean(text, strlen(text));
	len = text_fit(clean, (size_t)cols, &used);
	draw(term, row, col, cols, clean, len, (int)used, style);
	free(clean);
	return (int)used;
}

int
term_put_cut(struct term *term, int row, int col, int cols, const char *text,
	enum style style)
{
	char *clean;
	size_t len, used;

	if (!clip(row, col, &cols))
		return 0;
	clean = text_clean(text, strlen(text));
	len = text_fit(clean, (size_t)cols, &used);
	if (clean[len] != '\0') {
		len = text_fit(clean, (size_t)cols - 1, &used);
		draw(term, row, col, cols - 1, clean, len, (int)used, style);
		draw(term, row, col + cols - 1, 1, "~", 1, 1, style);
		used = (size_t)cols;
	} else {
		draw(term, row, col, cols, clean, len, (int)used, style);
	}
	free(clean);
	return (int)used;
}

int
term_put_right(struct term *term, int row, int col, int cols, const char *text,
	enum style style)
{
	char *clean = text_clean(text, strlen(text));
	size_t used;
	int blanks;

	text_fit(clean, cols > 0 ? (size_t)cols : 0, &used);
	blanks = cols - (int)used;
	free(clean);
	term_fill(term, row, col, 1, blanks, style);
	return term_put(term, row, col + blanks, (int)used, text, style);
}

void
term_fill(struct term *term, int row, int col, int rows, int cols,
	enum style style)
{
	for (int i = 0; i < rows; i++)
		term_put(term, row + i, col, cols, "", style);
}

/* Line characters are of ambiguous width. */
static bool
is_ascii(const struct term *term)
{
	return term->settings.ascii_borders || text_ambiguous_wide();
}

void
term_hline(struct term *term, int row, int col, int cols)
{
	if (!clip(row, col, &cols))
		return;
	part_wide(row, col);
	part_wide(row, col + cols);
	if (is_ascii(term))
		mvhline(row, col, '-', cols);
	else
		mvhline_set(row, col, WACS_HLINE, cols);
}

void
term_vline(struct term *term, int row, int col, int rows)
{
	if (row < 0 || row >= LINES || col < 0 || col >= COLS || rows <= 0)
		return;
	for (int i = row; i < row + rows; i++) {
		part_wide(i, col);
		part_wide(i, col + 1);
	}
	if (is_ascii(term))
		mvvline(row, col, '|', rows);
	else
		mvvline_set(row, col, WACS_VLINE, rows);
}

static void
put_corner(struct term *term, int row, int col, const cchar_t *corner)
{
	if (row < 0 || row >= LINES || col < 0 || col >= COLS)
		return;
	if (is_ascii(term))
		mvaddch(row, col, '+');
	else
		mvadd_wch(row, col, corner);
}

void
term_box(struct term *term, int row, int col, int rows, int cols,
	const char *title)
{
	int bottom = row + rows - 1, right = col + cols - 1;
	char *clean;
	size_t title_cols;

	if (rows < 2 || cols < 2)
		return;
	term_hline(term, row, col, cols);
	term_hline(term, bottom, col, cols);
	term_vline(term, row, col, rows);
	term_vline(term, row, right, rows);
	put_corner(term, row, col, WACS_ULCORNER);
	put_corner(term, row, right, WACS_URCORNER);
	put_corner(term, bottom, col, WACS_LLCORNER);
	put_corner(term, bottom, right, WACS_LRCORNER);
	if (title == NULL || *title == '\0' || cols < 8)
		return;
	clean = xasprintf(" %s ", title);
	title_cols = text_cols(clean);
	if (title_cols > (size_t)cols - 4)
		title_cols = (size_t)cols - 4;
	term_put_cut(term, row, col + 2, (int)title_cols, clean, STYLE_TITLE);
	free(clean);
}

bool
term_too_small(const struct term *term)
{
	return term_rows(term) < TERM_MIN_ROWS ||
		term_cols(term) < TERM_MIN_COLS;
}

void
term_draw_too_small(struct term *term)
{
	char *sentence = xasprintf(
		_("This window is too small; make it at least %d columns "
		  "wide and %d rows high. Nothing is lost."),
		TERM_MIN_COLS, TERM_MIN_ROWS);
	struct strvec lines = VEC_INIT;

	term_erase(term);
	wrap_text(sentence, COLS, &lines);
	for (size_t i = 0; i < lines.n; i++)
		term_put(term, (int)i, 0, COLS, lines.items[i], STYLE_NORMAL);
	strvec_clear(&lines);
	term_cursor(term, 0, 0);
	free(sentence);
}
