/* How an editor looks; what it does is in editor.c. */
#include "tui/editor.h"

#include <stdlib.h>

#include "base/text.h"

static size_t
within(size_t at, const struct editor_line *line)
{
	if (at < line->from)
		return line->from;
	return at < line->to ? at : line->to;
}

static void
draw_line(const struct editor *editor, struct term *term, int row,
	const struct rect *rect, const struct editor_line *line)
{
	int col = rect->col, end = rect->col + rect->cols;
	size_t cuts[4] = {line->from, 0, 0, line->to};

	edit_marked(editor->edit, &cuts[1], &cuts[2]);
	cuts[1] = within(cuts[1], line);
	cuts[2] = within(cuts[2], line);
	for (size_t i = 0; i < 3; i++) {
		size_t len = cuts[i + 1] - cuts[i];
		char *part = text_clean(editor->edit->text.s + cuts[i], len);
		int cols = (int)text_cols(part);

		if (cols > end - col)
			cols = end - col;
		if (cols > 0)
			term_put(term, row, col, cols, part,
				i == 1 ? STYLE_FOCUS : STYLE_NORMAL);
		col += cols;
		free(part);
	}
	term_fill(term, row, col, 1, end - col, STYLE_NORMAL);
}

/* As little as shows the line with the cursor, and no empty rows behind the
 * last line while there are lines above. */
static void
scroll(struct editor *editor, size_t line)
{
	size_t rows = (size_t)editor->rows;

	if (line < editor->top)
		editor->top = line;
	if (line >= editor->top + rows)
		editor->top = line - rows + 1;
	if (editor->top + rows > editor->lines.n)
		editor->top = editor->lines.n > rows
			? editor->lines.n - rows : 0;
}

static void
draw_text(struct editor *editor, struct term *term, const struct rect *rect)
{
	size_t line;
	int row, col;

	editor->cols = rect->cols;
	editor->rows = rect->rows > 1 ? rect->rows : 1;
	editor_lay_out(editor);
	line = editor_cursor_line(editor);
	scroll(editor, line);
	for (int i = 0; i < rect->rows; i++) {
		size_t shown = editor->top + (size_t)i;

		if (shown < editor->lines.n)
			draw_line(editor, term, rect->row + i, rect,
				&editor->lines.items[shown]);
		else
			term_fill(term, rect->row + i, rect->col, 1,
				rect->cols, STYLE_NORMAL);
	}
	row = rect->row + (int)(line - editor->top);
	col = editor_cursor_col(editor);
	col = rect->col + (col < rect->cols ? col : rect->cols - 1);
	offer_draw(&editor->offer, term, rect, row, col);
	term_cursor(term, row, col);
}

void
editor_draw(struct editor *editor, struct term *term, const struct rect *rect)
{
	struct rect text = *rect, foot = *rect;

	if (!editor->finder.open || rect->rows < 2) {
		draw_text(editor, term, rect);
		return;
	}
	text.rows--;
	foot.row += text.rows;
	foot.rows = 1;
	draw_text(editor, term, &text);
	finder_draw(&editor->finder, term, &foot);
}
