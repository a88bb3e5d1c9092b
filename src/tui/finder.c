#include "tui/finder.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "tui/wrap.h"

#define NOWHERE ((size_t)-1)

void
finder_init(struct finder *finder, struct edit *edit)
{
	*finder = (struct finder){.edit = edit};
	field_init(&finder->typed, 0, edit->clip);
}

void
finder_clear(struct finder *finder)
{
	field_clear(&finder->typed);
}

void
finder_open(struct finder *finder)
{
	size_t to;

	edit_marked(finder->edit, &finder->from, &to);
	edit_mark_all(&finder->typed.edit);
	finder->open = true;
}

/* The first place from a byte position on; characters are found whole. */
static size_t
find(const struct finder *finder, size_t from)
{
	const struct strbuf *text = &finder->edit->text;
	const struct strbuf *wanted = &finder->typed.edit.text;
	const char *hit;

	if (wanted->len == 0)
		return NOWHERE;
	while ((hit = memmem(text->s + from, text->len - from, wanted->s,
			wanted->len)) != NULL) {
		size_t at = (size_t)(hit - text->s), end = at + wanted->len;

		if (edit_border(finder->edit, at) == at &&
			edit_border(finder->edit, end) == end)
			return at;
		from = at + 1;
	}
	return NOWHERE;
}

/* All places, as seen from one. */
struct places {
	size_t n;
	size_t nth;    /* the one at it, from 1; 0: it is none */
	size_t before; /* the last one before it, or else of all */
	size_t after;  /* the first one from it on, or else of all */
};

static void
survey(const struct finder *finder, size_t from, struct places *places)
{
	size_t first = find(finder, 0), last = NOWHERE, at;

	*places = (struct places){.before = NOWHERE, .after = NOWHERE};
	for (at = first; at != NOWHERE;
		at = find(finder, at + finder->typed.edit.text.len)) {
		places->n++;
		if (at < from)
			places->before = at;
		else if (places->after == NOWHERE)
			places->after = at;
		if (at == from)
			places->nth = places->n;
		last = at;
	}
	if (places->before == NOWHERE)
		places->before = last;
	if (places->after == NOWHERE)
		places->after = first;
}

/* Marks the place; where it is none, the cursor goes back. */
static void
show(struct finder *finder, size_t at)
{
	if (at != NOWHERE)
		edit_mark(finder->edit, at, at + finder->typed.edit.text.len);
	else
		edit_mark(finder->edit, finder->from, finder->from);
}

enum edit_result
finder_handle(struct finder *finder, enum action action,
	const struct key_event *event)
{
	struct places places;
	size_t from, to;

	edit_marked(finder->edit, &from, &to);
	switch (action) {
	case ACTION_FIND_NEXT:
		survey(finder, to, &places);
		show(finder, places.after);
		return EDIT_HANDLED;
	case ACTION_FIND_PREV:
		survey(finder, from, &places);
		show(finder, places.before);
		return EDIT_HANDLED;
	case ACTION_BACK:
		finder->open = false;
		edit_mark(finder->edit, from, from);
		return EDIT_HANDLED;
	default:
		break;
	}
	switch (field_handle(&finder->typed, action, event)) {
	case EDIT_IGNORED:
		return EDIT_IGNORED;
	case EDIT_CHANGED:
		survey(finder, finder->from, &places);
		show(finder, places.after);
		return EDIT_HANDLED;
	default:
		return EDIT_HANDLED;
	}
}

void
finder_live(const struct finder *finder, struct keymap_live *live)
{
	keymap_live_add(live, ACTION_FIND_NEXT);
	keymap_live_add(live, ACTION_FIND_PREV);
	keymap_live_add(live, ACTION_BACK);
	field_live(&finder->typed, live);
}

/* Which of how many, "" where nothing was typed. */
static void
describe(const struct finder *finder, char *out, size_t size)
{
	struct places places;
	size_t from, to;

	edit_marked(finder->edit, &from, &to);
	survey(finder, from, &places);
	if (finder->typed.edit.text.len == 0)
		*out = '\0';
	else if (places.n == 0)
		snprintf(out, size, "%s", _("not found"));
	else if (from == to || places.nth == 0)
		snprintf(out, size, "%zu", places.n);
	else
		snprintf(out, size, "%zu/%zu", places.nth, places.n);
}

void
finder_draw(struct finder *finder, struct term *term, const struct rect *rect)
{
	const char *label = _("Find:");
	int label_cols = wrap_cols(label, strlen(label)), count_cols, cols;
	char count[64];

	describe(finder, count, sizeof(count));
	count_cols = wrap_cols(count, strlen(count));
	cols = rect->cols - label_cols - count_cols - 2;
	term_fill(term, rect->row, rect->col, 1, rect->cols, STYLE_NORMAL);
	term_put_cut(term, rect->row, rect->col, label_cols, label,
		STYLE_TITLE);
	term_put_cut(term, rect->row, rect->col + rect->cols - count_cols,
		count_cols, count, STYLE_NORMAL);
	field_draw(&finder->typed, term, rect->row,
		rect->col + label_cols + 1, cols > 1 ? cols : 1, STYLE_NORMAL,
		true);
}
