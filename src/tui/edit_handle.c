#include "tui/edit.h"

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"

static const struct {
	bool live;
	enum edit_move move;
	bool mark;
} moves[ACTION_N] = {
	[ACTION_LEFT] = {true, EDIT_LEFT, false},
	[ACTION_RIGHT] = {true, EDIT_RIGHT, false},
	[ACTION_WORD_LEFT] = {true, EDIT_WORD_LEFT, false},
	[ACTION_WORD_RIGHT] = {true, EDIT_WORD_RIGHT, false},
	[ACTION_LINE_BEGIN] = {true, EDIT_LINE_START, false},
	[ACTION_LINE_END] = {true, EDIT_LINE_END, false},
	[ACTION_FIRST] = {true, EDIT_TEXT_START, false},
	[ACTION_LAST] = {true, EDIT_TEXT_END, false},
	[ACTION_SELECT_LEFT] = {true, EDIT_LEFT, true},
	[ACTION_SELECT_RIGHT] = {true, EDIT_RIGHT, true},
	[ACTION_SELECT_LINE_BEGIN] = {true, EDIT_LINE_START, true},
	[ACTION_SELECT_LINE_END] = {true, EDIT_LINE_END, true},
};

static const enum action always[] = {
	ACTION_ERASE_LEFT, ACTION_ERASE, ACTION_PASTE, ACTION_SELECT,
};

/* What a change gave back, in words of the result. */
static enum edit_result
changed(bool has_changed)
{
	return has_changed ? EDIT_CHANGED : EDIT_HANDLED;
}

static enum edit_result
came(const struct edit *edit, size_t was)
{
	if (edit->rest.len > 0)
		return EDIT_FULL;
	return changed(edit->n_changes != was);
}

static enum edit_result
paste(struct edit *edit, const char *s, size_t len)
{
	size_t was = edit->n_changes;

	edit_paste(edit, s, len);
	return came(edit, was);
}

static enum edit_result
type(struct edit *edit, uint32_t code)
{
	size_t was = edit->n_changes;
	char bytes[4];

	edit_insert(edit, bytes, text_put_char(code, bytes));
	return came(edit, was);
}

static enum edit_result
take(struct edit *edit, const struct key_event *event)
{
	switch (event->kind) {
	case EVENT_CHAR:
		return type(edit, event->code);
	case EVENT_PASTE:
		return paste(edit, event->text, event->len);
	default:
		return EDIT_IGNORED;
	}
}

enum edit_result
edit_handle(struct edit *edit, enum action action,
	const struct key_event *event)
{
	if (moves[action].live) {
		edit_move(edit, moves[action].move, moves[action].mark);
		return EDIT_HANDLED;
	}
	switch (action) {
	case ACTION_NONE:
		return take(edit, event);
	case ACTION_ERASE_LEFT:
		return changed(edit_delete(edit, EDIT_LEFT));
	case ACTION_ERASE:
		return changed(edit_delete(edit, EDIT_RIGHT));
	case ACTION_UNDO:
		return changed(edit_undo(edit));
	case ACTION_REDO:
		return changed(edit_redo(edit));
	case ACTION_COPY:
		return edit_copy(edit) ? EDIT_HANDLED : EDIT_IGNORED;
	case ACTION_CUT:
		return changed(edit_cut(edit));
	case ACTION_PASTE:
		if (edit->clip == NULL)
			return EDIT_HANDLED;
		return paste(edit, edit->clip->s, edit->clip->len);
	case ACTION_SELECT:
		edit_toggle_marking(edit);
		return EDIT_HANDLED;
	default:
		return EDIT_IGNORED;
	}
}

void
edit_live(const struct edit *edit, struct keymap_live *live)
{
	size_t from, to;

	for (enum action action = 0; action < ACTION_N; action++)
		if (moves[action].live)
			keymap_live_add(live, action);
	for (size_t i = 0; i < sizeof(always) / sizeof(always[0]); i++)
		keymap_live_add(live, always[i]);
	if (edit_marked(edit, &from, &to)) {
		keymap_live_add(live, ACTION_COPY);
		keymap_live_add(live, ACTION_CUT);
	}
	if (edit->n_done > 0)
		keymap_live_add(live, ACTION_UNDO);
	if (edit->n_done < edit->steps.n)
		keymap_live_add(live, ACTION_REDO);
}

/* As much of what did not fit as a sentence can hold. */
enum { REST_COLS = 24 };

char *
edit_rest_sentence(const struct edit *edit)
{
	const char *rest = edit->rest.s;
	size_t shown = text_fit(rest, REST_COLS, NULL);

	if (shown == edit->rest.len)
		return xasprintf(P_(
			"“%s” did not fit; at most %zu character can stand here.",
			"“%s” did not fit; at most %zu characters can stand here.",
			edit->max), rest, edit->max);
	return xasprintf(P_(
		"“%.*s …” (%zu characters) did not fit; at most %zu character "
		"can stand here.",
		"“%.*s …” (%zu characters) did not fit; at most %zu characters "
		"can stand here.", edit->max),
		(int)shown, rest, text_chars(rest), edit->max);
}
