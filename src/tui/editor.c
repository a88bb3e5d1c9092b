#include "tui/editor.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tui/wrap.h"

void
editor_init(struct editor *editor, size_t max, struct strbuf *clip)
{
	*editor = (struct editor){.cols = 80, .rows = 1, .goal = -1};
	edit_init(&editor->edit, true, max, clip);
}

void
editor_clear(struct editor *editor)
{
	edit_clear(&editor->edit);
	vec_clear(&editor->lines);
}

void
editor_set(struct editor *editor, const char *text)
{
	edit_set(&editor->edit, text);
	edit_move(&editor->edit, EDIT_TEXT_START, false);
	editor->top = 0;
	editor->goal = -1;
}

const char *
editor_text(const struct editor *editor)
{
	return editor->edit.text.s;
}

/* One column is left for the cursor behind a full line. */
static int
text_width(const struct editor *editor)
{
	return editor->cols > 2 ? editor->cols - 1 : 2;
}

static void
lay_out(struct editor *editor)
{
	const char *s = editor->edit.text.s;
	int cols = text_width(editor);
	size_t at = 0, len, next;

	if (editor->lines.n > 0 && editor->laid_cols == cols &&
		editor->laid_wide == text_ambiguous_wide() &&
		editor->laid_out == editor->edit.n_changes)
		return;
	editor->lines.n = 0;
	do {
		len = wrap_line(s + at, cols, &next);
		vec_push(&editor->lines,
			((struct editor_line){at, at + len}));
		at += next;
	} while (s[at] != '\0' || next > len);
	editor->laid_out = editor->edit.n_changes;
	editor->laid_cols = cols;
	editor->laid_wide = text_ambiguous_wide();
}

/* The line that the cursor is on: the last one that begins before it. */
static size_t
cursor_line(const struct editor *editor)
{
	size_t low = 0, high = editor->lines.n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (editor->lines.items[middle].from <= editor->edit.at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static int
cursor_col(const struct editor *editor, size_t line)
{
	size_t from = editor->lines.items[line].from;

	return wrap_cols(editor->edit.text.s + from, editor->edit.at - from);
}

/* The byte position on a line that is nearest to a column from the left. */
static size_t
position_at(const struct editor *editor, size_t line, int col)
{
	const struct editor_line *where = &editor->lines.items[line];
	const char *s = editor->edit.text.s;
	size_t at = where->from, n;

	while (at < where->to) {
		n = text_next(s + at);
		col -= wrap_cols(s + at, n);
		if (col < 0)
			break;
		/* The place behind a wrapped line is on the next line. */
		if (at + n == where->to && line + 1 < editor->lines.n &&
			editor->lines.items[line + 1].from == where->to)
			break;
		at += n;
	}
	return at;
}

static void
move_lines(struct editor *editor, long by, bool mark)
{
	size_t line, last, at;
	int goal;

	lay_out(editor);
	line = cursor_line(editor);
	last = editor->lines.n - 1;
	goal = editor->goal >= 0 ? editor->goal : cursor_col(editor, line);
	if (by < 0 && line == 0)
		at = 0;
	else if (by > 0 && line == last)
		at = editor->edit.text.len;
	else if (by < 0)
		at = position_at(editor,
			line > (size_t)-by ? line - (size_t)-by : 0, goal);
	else
		at = position_at(editor, last - line > (size_t)by
			? line + (size_t)by : last, goal);
	edit_go(&editor->edit, at, mark);
	editor->goal = goal;
}

static enum edit_result
handle_other(struct editor *editor, enum action action,
	const struct key_event *event)
{
	size_t was = editor->edit.n_changes;

	if (action == ACTION_NEW_LINE) {
		edit_insert(&editor->edit, "\n", 1);
		if (editor->edit.rest.len > 0)
			return EDIT_FULL;
		return editor->edit.n_changes != was ? EDIT_CHANGED
			: EDIT_HANDLED;
	}
	return edit_handle(&editor->edit, action, event);
}

enum edit_result
editor_handle(struct editor *editor, enum action action,
	const struct key_event *event)
{
	long page = editor->rows > 1 ? editor->rows - 1 : 1;

	switch (action) {
	case ACTION_UP:
	case ACTION_SELECT_UP:
		move_lines(editor, -1, action == ACTION_SELECT_UP);
		return EDIT_HANDLED;
	case ACTION_DOWN:
	case ACTION_SELECT_DOWN:
		move_lines(editor, 1, action == ACTION_SELECT_DOWN);
		return EDIT_HANDLED;
	case ACTION_PAGE_UP:
		move_lines(editor, -page, false);
		return EDIT_HANDLED;
	case ACTION_PAGE_DOWN:
		move_lines(editor, page, false);
		return EDIT_HANDLED;
	default:
		editor->goal = -1;
		return handle_other(editor, action, event);
	}
}

void
editor_live(const struct editor *editor, struct keymap_live *live)
{
	static const enum action own[] = {
		ACTION_UP, ACTION_DOWN, ACTION_SELECT_UP, ACTION_SELECT_DOWN,
		ACTION_PAGE_UP, ACTION_PAGE_DOWN, ACTION_NEW_LINE,
	};

	edit_live(&editor->edit, live);
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		keymap_live_add(live, own[i]);
}

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

	edit_marked(&editor->edit, &cuts[1], &cuts[2]);
	cuts[1] = within(cuts[1], line);
	cuts[2] = within(cuts[2], line);
	for (size_t i = 0; i < 3; i++) {
		size_t len = cuts[i + 1] - cuts[i];
		char *part = text_clean(editor->edit.text.s + cuts[i], len);
		int cols = (int)text_cols(part);

		if (cols > end - col)
			cols = end - col;
		if (cols > 0)
			term_put(term, row, col, cols, part,
				i == 1 ? STYLE_FOCUS : STYLE_NORMAL);
		col += cols > 0 ? cols : 0;
		free(part);
	}
	term_fill(term, row, col, 1, end - col, STYLE_NORMAL);
}

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

void
editor_draw(struct editor *editor, struct term *term, const struct rect *rect)
{
	size_t line;
	int col;

	editor->cols = rect->cols;
	editor->rows = rect->rows > 1 ? rect->rows : 1;
	lay_out(editor);
	line = cursor_line(editor);
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
	col = cursor_col(editor, line);
	term_cursor(term, rect->row + (int)(line - editor->top),
		rect->col + (col < rect->cols ? col : rect->cols - 1));
}
