#include "tui/editor.h"

#include "base/text.h"
#include "tui/wrap.h"

void
editor_init(struct editor *editor, struct edit *edit,
	const struct offer_source *source)
{
	*editor = (struct editor){.edit = edit, .cols = 80, .rows = 1,
		.goal = -1};
	finder_init(&editor->finder, edit);
	offer_init(&editor->offer, edit, source);
}

void
editor_clear(struct editor *editor)
{
	finder_clear(&editor->finder);
	offer_clear(&editor->offer);
	vec_clear(&editor->lines);
}

/* Whether the line goes on in the next one. */
static bool
is_wrapped(const struct editor *editor, size_t line)
{
	return line + 1 < editor->lines.n &&
		editor->lines.items[line + 1].from ==
			editor->lines.items[line].to;
}

/* The byte position on a line that is nearest to a column from the left. */
static size_t
position_at(const struct editor *editor, size_t line, int col)
{
	const struct editor_line *where = &editor->lines.items[line];
	const char *s = editor->edit->text.s;
	size_t at = where->from, n;

	while (at < where->to) {
		n = text_next(s + at);
		col -= wrap_cols(s + at, n);
		if (col < 0)
			break;
		/* The place behind a wrapped line is on the next line. */
		if (at + n == where->to && is_wrapped(editor, line))
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

	editor_lay_out(editor);
	line = editor_cursor_line(editor);
	last = editor->lines.n - 1;
	goal = editor->goal >= 0 ? editor->goal : editor_cursor_col(editor);
	if (by < 0 && line == 0)
		at = 0;
	else if (by > 0 && line == last)
		at = editor->edit->text.len;
	else if (by < 0)
		at = position_at(editor,
			line > (size_t)-by ? line - (size_t)-by : 0, goal);
	else
		at = position_at(editor, last - line > (size_t)by
			? line + (size_t)by : last, goal);
	edit_go(editor->edit, at, mark);
	editor->goal = goal;
	editor->behind = false;
}

static void
go_line_begin(struct editor *editor, bool mark)
{
	size_t from;

	editor_lay_out(editor);
	from = editor->lines.items[editor_cursor_line(editor)].from;
	if (from == editor->edit->at)
		edit_move(editor->edit, EDIT_LINE_START, mark);
	else
		edit_go(editor->edit, from, mark);
	editor->behind = false;
}

static void
go_line_end(struct editor *editor, bool mark)
{
	size_t line, to;

	editor_lay_out(editor);
	line = editor_cursor_line(editor);
	to = editor->lines.items[line].to;
	if (to == editor->edit->at)
		edit_move(editor->edit, EDIT_LINE_END, mark);
	else
		edit_go(editor->edit, to, mark);
	editor->behind = to == editor->edit->at && is_wrapped(editor, line);
}

/* True where the action moves within lines or over them. */
static bool
move(struct editor *editor, enum action action)
{
	long page = editor->rows > 1 ? editor->rows - 1 : 1;

	switch (action) {
	case ACTION_UP:
	case ACTION_SELECT_UP:
		move_lines(editor, -1, action == ACTION_SELECT_UP);
		return true;
	case ACTION_DOWN:
	case ACTION_SELECT_DOWN:
		move_lines(editor, 1, action == ACTION_SELECT_DOWN);
		return true;
	case ACTION_PAGE_UP:
		move_lines(editor, -page, false);
		return true;
	case ACTION_PAGE_DOWN:
		move_lines(editor, page, false);
		return true;
	default:
		editor->goal = -1;
	}
	switch (action) {
	case ACTION_LINE_BEGIN:
	case ACTION_SELECT_LINE_BEGIN:
		go_line_begin(editor, action == ACTION_SELECT_LINE_BEGIN);
		return true;
	case ACTION_LINE_END:
	case ACTION_SELECT_LINE_END:
		go_line_end(editor, action == ACTION_SELECT_LINE_END);
		return true;
	default:
		editor->behind = false;
		return false;
	}
}

static enum edit_result
begin_line(struct edit *edit)
{
	size_t was = edit->n_changes;

	edit_insert(edit, "\n", 1);
	if (edit->rest.len > 0)
		return EDIT_FULL;
	return edit->n_changes != was ? EDIT_CHANGED : EDIT_HANDLED;
}

static enum edit_result
handle_text(struct editor *editor, enum action action,
	const struct key_event *event)
{
	if (move(editor, action))
		return EDIT_HANDLED;
	switch (action) {
	case ACTION_FIND:
		finder_open(&editor->finder);
		return EDIT_HANDLED;
	case ACTION_NEW_LINE:
		return begin_line(editor->edit);
	default:
		return edit_handle(editor->edit, action, event);
	}
}

enum edit_result
editor_handle(struct editor *editor, enum action action,
	const struct key_event *event)
{
	enum edit_result result;

	if (editor->finder.open)
		return finder_handle(&editor->finder, action, event);
	result = offer_handle(&editor->offer, action);
	if (result != EDIT_IGNORED)
		return result;
	result = handle_text(editor, action, event);
	offer_follow(&editor->offer, result);
	return result;
}

void
editor_live(const struct editor *editor, struct keymap_live *live)
{
	static const enum action own[] = {
		ACTION_UP, ACTION_DOWN, ACTION_SELECT_UP, ACTION_SELECT_DOWN,
		ACTION_PAGE_UP, ACTION_PAGE_DOWN, ACTION_NEW_LINE,
	};

	if (editor->finder.open) {
		finder_live(&editor->finder, live);
		return;
	}
	offer_live(&editor->offer, live);
	keymap_live_add(live, ACTION_FIND);
	edit_live(editor->edit, live);
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		keymap_live_add(live, own[i]);
	if (offer_is_open(&editor->offer))
		keymap_live_remove(live, ACTION_NEW_LINE);
}
