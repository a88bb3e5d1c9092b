#include <curses.h>

#include "base/text.h"
#include "tui/term_private.h"

/* Appends what a cell shows and returns how many columns it takes. */
static int
dump_cell(int row, int col, struct strbuf *out)
{
	wchar_t chars[CCHARW_MAX + 1];
	cchar_t cell;
	attr_t attributes;
	short pair;
	char utf8[4];
	int cols;

	if (mvwin_wch(newscr, row, col, &cell) == ERR ||
		getcchar(&cell, chars, &attributes, &pair, NULL) == ERR)
		return 1;
	for (size_t i = 0; chars[i] != L'\0'; i++)
		strbuf_add_bytes(out, utf8,
			text_put_char((uint32_t)chars[i], utf8));
	cols = text_char_cols((uint32_t)chars[0]);
	return cols > 1 ? cols : 1;
}

void
term_dump(struct term *term, struct strbuf *out)
{
	for (int row = 0; row < LINES; row++) {
		size_t begin = out->len;

		for (int col = 0; col < COLS;)
			col += dump_cell(row, col, out);
		while (out->len > begin && out->s[out->len - 1] == ' ')
			strbuf_truncate(out, out->len - 1);
		strbuf_add_char(out, '\n');
	}
	strbuf_addf(out, "cursor %d,%d\n", term_within(term->row, LINES),
		term_within(term->col, COLS));
}

const char *
term_style_name_at(struct term *term, int row, int col)
{
	const attr_t shown = A_BOLD | A_UNDERLINE | A_REVERSE | A_DIM;
	wchar_t chars[CCHARW_MAX + 1];
	cchar_t cell;
	attr_t attributes;
	short pair;

	if (mvwin_wch(newscr, row, col, &cell) == ERR ||
		getcchar(&cell, chars, &attributes, &pair, NULL) == ERR)
		return "";
	attributes = (attributes & shown) | COLOR_PAIR(pair);
	for (enum style style = 0; style < STYLE_N; style++)
		if (attributes == theme_attributes(style, term->colour))
			return theme_name(style);
	return "";
}
