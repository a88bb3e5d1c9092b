#include "tui/field.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tui/wrap.h"

void
field_init(struct field *field, size_t max, struct strbuf *clip)
{
	*field = (struct field){.first = 0};
	edit_init(&field->edit, false, max, clip);
}

void
field_clear(struct field *field)
{
	edit_clear(&field->edit);
}

void
field_set_secret(struct field *field, size_t mask_head, size_t mask_tail)
{
	field->secret = true;
	field->mask_head = mask_head;
	field->mask_tail = mask_tail;
}

void
field_set_whole(struct field *field)
{
	field->whole = true;
}

void
field_leave(struct field *field)
{
	field->edited = false;
}

void
field_reveal(struct field *field, bool revealed)
{
	field->revealed = revealed;
}

/* Undoing all that was typed covers the secret again. */
static bool
is_covered(const struct field *field)
{
	return field->secret && !field->revealed &&
		field->edit.n_done == 0 && field->edit.text.len > 0;
}

void
field_set(struct field *field, const char *text)
{
	edit_set(&field->edit, text);
	field->first = 0;
	field->edited = false;
}

void
field_fill(struct field *field, const char *text)
{
	size_t max = field->edit.max;

	field->edit.max = 0;
	edit_mark_all(&field->edit);
	if (*text != '\0')
		edit_paste(&field->edit, text, strlen(text));
	else
		edit_delete(&field->edit, EDIT_LEFT);
	field->edit.max = max;
	field->edited = false;
}

const char *
field_text(const struct field *field)
{
	return field->edit.text.s;
}

/* Moves the first shown cluster as little as shows all of the one under the
 * cursor, or a blank cell behind the text. */
static void
scroll(struct field *field, int cols)
{
	const struct edit *edit = &field->edit;
	const char *s = edit->text.s;
	size_t under = text_next(s + edit->at);
	int want = under > 0 ? wrap_cols(s + edit->at, under) : 1;

	if (edit->at < field->first)
		field->first = edit->at;
	want = want > 0 ? want : 1;
	want += wrap_cols(s + field->first, edit->at - field->first);
	while (field->first < edit->at && want > cols) {
		size_t n = text_next(s + field->first);

		want -= wrap_cols(s + field->first, n);
		field->first += n;
	}
	/* Room that has become free at the right is filled from the left. */
	while (field->first > 0) {
		size_t before = edit_target(edit, EDIT_LEFT, field->first);

		if (wrap_cols(s + before, edit->text.len - before) + 1 > cols)
			break;
		field->first = before;
	}
}

/* Draws the bytes [from, to) from *col on, as far as end; whole clusters. */
static void
put(struct term *term, int row, int *col, int end, const char *s,
	enum style style)
{
	int used;

	if (*s == '\0' || *col >= end)
		return;
	used = wrap_cols(s, strlen(s));
	if (used > end - *col)
		used = end - *col;
	term_put(term, row, *col, used, s, style);
	*col += used;
}

static void
draw_focused(struct field *field, struct term *term, int row, int col,
	int cols, enum style style)
{
	const struct edit *edit = &field->edit;
	const char *s = edit->text.s;
	size_t cuts[4], from, to;
	int at = col;

	scroll(field, cols);
	edit_marked(edit, &from, &to);
	cuts[0] = field->first;
	cuts[1] = from > field->first ? from : field->first;
	cuts[2] = to > field->first ? to : field->first;
	cuts[3] = edit->text.len;
	for (size_t i = 0; i < 3; i++) {
		char *part = text_clean(s + cuts[i], cuts[i + 1] - cuts[i]);

		put(term, row, &at, col + cols, part,
			i == 1 ? STYLE_FOCUS : style);
		free(part);
	}
	term_put(term, row, at, col + cols - at, "", style);
	term_cursor(term, row, col +
		wrap_cols(s + field->first, edit->at - field->first));
}

static void
draw_masked(const struct field *field, struct term *term, int row, int col,
	int cols, enum style style, bool focused)
{
	char *mask = text_mask(field_text(field), field->mask_head,
		field->mask_tail);

	term_put_cut(term, row, col, cols, mask, style);
	free(mask);
	if (focused)
		term_cursor(term, row, col);
}

void
field_draw(struct field *field, struct term *term, int row, int col, int cols,
	enum style style, bool focused)
{
	if (is_covered(field) || (field->secret && !focused &&
		!field->revealed))
		draw_masked(field, term, row, col, cols, style, focused);
	else if (focused)
		draw_focused(field, term, row, col, cols, style);
	else
		term_put_cut(term, row, col, cols, field_text(field), style);
}

/* A secret that nobody sees is replaced or erased as a whole. */
static enum edit_result
handle_covered(struct field *field, enum action action,
	const struct key_event *event)
{
	enum edit_result result;

	switch (action) {
	case ACTION_NONE:
	case ACTION_PASTE:
	case ACTION_ERASE:
	case ACTION_ERASE_LEFT:
		edit_mark_all(&field->edit);
		break;
	case ACTION_COPY:
	case ACTION_CUT:
		return EDIT_IGNORED;
	default:
		break;
	}
	result = edit_handle(&field->edit, action, event);
	if (is_covered(field))
		edit_go(&field->edit, field->edit.text.len, false);
	return result;
}

static bool
is_text(enum action action, const struct key_event *event)
{
	return action == ACTION_PASTE || (action == ACTION_NONE &&
		(event->kind == EVENT_CHAR || event->kind == EVENT_PASTE));
}

enum edit_result
field_handle(struct field *field, enum action action,
	const struct key_event *event)
{
	enum edit_result result;

	if (is_covered(field))
		return handle_covered(field, action, event);
	if (field->whole && !field->edited && is_text(action, event))
		edit_mark_all(&field->edit);
	result = edit_handle(&field->edit, action, event);
	if (result != EDIT_IGNORED)
		field->edited = true;
	return result;
}

void
field_live(const struct field *field, struct keymap_live *live)
{
	edit_live(&field->edit, live);
}
