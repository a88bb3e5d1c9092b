/* What a form does; how it looks is in form_draw.c. */
#include "tui/form.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static void
init_cell(struct form_cell *cell, const struct form_row *row,
	struct strbuf *clip)
{
	field_init(&cell->field, row->max, clip);
	cell->field.edit.lines = row->kind == FORM_LONGTEXT;
	if (row->kind == FORM_CHOICE)
		field_set_whole(&cell->field);
	if (row->flags & FORM_SECRET)
		field_set_secret(&cell->field, row->mask_head, row->mask_tail);
	cell->first_value = xstrdup("");
}

void
form_init(struct form *form, const struct form_row *rows, size_t n_rows,
	const char *const *pages, size_t n_pages, struct strbuf *clip)
{
	*form = (struct form){
		.rows = rows,
		.cells = xcalloc(n_rows, sizeof(*form->cells)),
		.n_rows = n_rows,
		.pages = pages,
		.n_pages = n_pages,
		.left = FORM_NOWHERE,
		.body = 1,
	};
	for (size_t i = 0; i < n_rows; i++)
		init_cell(&form->cells[i], &rows[i], clip);
	form_go_page(form, 0);
}

static void
close_editor(struct form *form)
{
	if (form->editing)
		editor_clear(&form->editor);
	form->editing = false;
}

void
form_clear(struct form *form)
{
	close_editor(form);
	for (size_t i = 0; i < form->n_rows; i++) {
		field_clear(&form->cells[i].field);
		free(form->cells[i].first_value);
		free(form->cells[i].sentence);
	}
	free(form->cells);
	form->cells = NULL;
	form->n_rows = 0;
}

void
form_set_offers(struct form *form, const struct offer_source *source)
{
	form->offers = *source;
}

const char *
form_value(const struct form *form, size_t row)
{
	assert(row < form->n_rows);
	return field_text(&form->cells[row].field);
}

void
form_set(struct form *form, size_t row, const char *value)
{
	struct form_cell *cell = &form->cells[row];
	char *copy;

	if (strcmp(value, cell->first_value) == 0 &&
		!form_is_changed(form, row))
		return; /* the cursor stays where it is */
	copy = xstrdup(value); /* may be one of ours */
	free(cell->first_value);
	cell->first_value = copy;
	field_set(&cell->field, copy);
	if (form->rows[row].kind == FORM_LONGTEXT)
		edit_move(&cell->field.edit, EDIT_TEXT_START, false);
}

void
form_fill(struct form *form, size_t row, const char *value)
{
	char *copy;

	if (strcmp(value, form_value(form, row)) == 0)
		return;
	copy = xstrdup(value);
	field_fill(&form->cells[row].field, copy);
	free(copy);
}

bool
form_is_changed(const struct form *form, size_t row)
{
	return strcmp(form->cells[row].first_value, form_value(form, row)) !=
		0;
}

void
form_reveal(struct form *form, bool revealed)
{
	for (size_t i = 0; i < form->n_rows; i++)
		field_reveal(&form->cells[i].field, revealed);
}

void
form_fail(struct form *form, size_t row, const char *sentence)
{
	char *copy = sentence != NULL ? xstrdup(sentence) : NULL;

	free(form->cells[row].sentence);
	form->cells[row].sentence = copy;
}

const char *
form_sentence(const struct form *form)
{
	if (form->focus == FORM_NOWHERE)
		return "";
	if (form->cells[form->focus].sentence != NULL)
		return form->cells[form->focus].sentence;
	if (form->rows[form->focus].hint != NULL)
		return form->rows[form->focus].hint;
	return "";
}

static bool
is_shown(const struct form *form, size_t row)
{
	return form->rows[row].page == form->page && !form->cells[row].hidden;
}

static bool
takes_tab(const struct form *form, size_t row)
{
	return is_shown(form, row) && form->rows[row].kind != FORM_READONLY;
}

/* The next row of this page after (or the first) that stops() wants, down or
 * up; FORM_NOWHERE where there is none. */
static size_t
find_row(const struct form *form, size_t after, int step,
	bool (*stops)(const struct form *form, size_t row))
{
	size_t row = after;

	if (after == FORM_NOWHERE)
		row = step > 0 ? 0 : form->n_rows - 1;
	else
		row += (size_t)step;
	for (; row < form->n_rows; row += (size_t)step)
		if (stops(form, row))
			return row;
	return FORM_NOWHERE;
}

static void
enter_page(struct form *form, size_t page, int step)
{
	close_editor(form);
	form->page = page;
	form->top = 0;
	form->focus = find_row(form, FORM_NOWHERE, step, takes_tab);
	if (form->focus == FORM_NOWHERE)
		form->focus = find_row(form, FORM_NOWHERE, step, is_shown);
}

void
form_go_page(struct form *form, size_t page)
{
	enter_page(form, page < form->n_pages ? page : 0, 1);
}

bool
form_numbers_pages(const struct form *form)
{
	return form->n_pages > 2;
}

void
form_focus(struct form *form, size_t row)
{
	assert(row < form->n_rows);
	close_editor(form);
	if (form->page != form->rows[row].page)
		form->top = 0;
	form->page = form->rows[row].page;
	form->focus = row;
}

static void
open_editor(struct form *form)
{
	editor_init(&form->editor, &form->cells[form->focus].field.edit,
		&form->offers);
	form->editing = true;
}

size_t
form_cursor(const struct form *form)
{
	return form->cells[form->focus].field.edit.at;
}

void
form_set_cursor(struct form *form, size_t at, bool editing)
{
	if (editing && form->rows[form->focus].kind == FORM_LONGTEXT)
		open_editor(form);
	edit_go(&form->cells[form->focus].field.edit, at, false);
}

void
form_hide(struct form *form, size_t row, bool hidden)
{
	size_t other;

	form->cells[row].hidden = hidden;
	if (!hidden && form->focus == FORM_NOWHERE && is_shown(form, row))
		form->focus = row;
	if (!hidden || form->focus != row)
		return;
	close_editor(form);
	other = find_row(form, row, 1, takes_tab);
	if (other == FORM_NOWHERE)
		other = find_row(form, row, -1, takes_tab);
	if (other == FORM_NOWHERE)
		other = find_row(form, FORM_NOWHERE, 1, is_shown);
	form->focus = other;
}

/* Tab: to the next field, on the next page where this one has no more. */
static void
go_field(struct form *form, int step)
{
	size_t row = FORM_NOWHERE;

	close_editor(form);
	if (form->focus != FORM_NOWHERE)
		row = find_row(form, form->focus, step, takes_tab);
	if (row != FORM_NOWHERE)
		form->focus = row;
	else
		enter_page(form, (form->page + form->n_pages + (size_t)step) %
			form->n_pages, step);
}

/* So many rows down or up this page; false where it has no more. */
static bool
go_rows(struct form *form, size_t n, int step)
{
	size_t was = form->focus, row;

	while (n-- > 0) {
		row = find_row(form, form->focus, step, is_shown);
		if (row == FORM_NOWHERE)
			break;
		form->focus = row;
	}
	return form->focus != was;
}

static void
turn_page(struct form *form, int step)
{
	enter_page(form, (form->page + form->n_pages + (size_t)step) %
		form->n_pages, 1);
}

static void
go_screen(struct form *form, int step)
{
	size_t n = form->body > 1 ? form->body - 1 : 1;

	if (!go_rows(form, n, step) && form->n_pages > 1)
		turn_page(form, step);
}

/* Moves the cursor if the action is one that does. */
static bool
move(struct form *form, enum action action)
{
	switch (action) {
	case ACTION_NEXT_FIELD:
		go_field(form, 1);
		return true;
	case ACTION_PREV_FIELD:
		go_field(form, -1);
		return true;
	case ACTION_DOWN:
		go_rows(form, 1, 1);
		return true;
	case ACTION_UP:
		go_rows(form, 1, -1);
		return true;
	case ACTION_NEXT_PAGE:
		turn_page(form, 1);
		return true;
	case ACTION_PREV_PAGE:
		turn_page(form, -1);
		return true;
	case ACTION_PAGE_DOWN:
		go_screen(form, 1);
		return true;
	case ACTION_PAGE_UP:
		go_screen(form, -1);
		return true;
	case ACTION_FIRST:
		enter_page(form, form->page, 1);
		return true;
	case ACTION_LAST:
		enter_page(form, form->page, -1);
		return true;
	default:
		return false;
	}
}

static enum form_result
left(struct form *form, size_t row)
{
	if (row == form->focus || row == FORM_NOWHERE ||
		form->rows[row].kind == FORM_READONLY)
		return FORM_HANDLED;
	field_leave(&form->cells[row].field);
	form->left = row;
	return FORM_LEFT;
}

enum form_result
form_turn_to(struct form *form, size_t page)
{
	size_t was = form->focus;

	form_go_page(form, page);
	return left(form, was);
}

static enum form_result
typed(enum edit_result result)
{
	static const enum form_result results[] = {
		[EDIT_IGNORED] = FORM_IGNORED,
		[EDIT_HANDLED] = FORM_HANDLED,
		[EDIT_CHANGED] = FORM_CHANGED,
		[EDIT_FULL] = FORM_FULL,
	};

	return results[result];
}

static enum form_result
handle_editor(struct form *form, enum action action,
	const struct key_event *event)
{
	enum form_result result = typed(editor_handle(&form->editor, action,
		event));
	size_t was = form->focus;

	if (result != FORM_IGNORED)
		return result;
	switch (action) {
	case ACTION_BACK:
		close_editor(form);
		return FORM_HANDLED;
	case ACTION_NEXT_FIELD:
	case ACTION_PREV_FIELD:
		move(form, action);
		return left(form, was);
	default:
		return FORM_IGNORED;
	}
}

static enum form_result
handle_longtext(struct form *form, enum action action,
	const struct key_event *event)
{
	bool is_text = action == ACTION_PASTE || (action == ACTION_NONE &&
		(event->kind == EVENT_CHAR || event->kind == EVENT_PASTE));

	if (action != ACTION_OPEN && !is_text)
		return FORM_IGNORED;
	open_editor(form);
	if (!is_text)
		return FORM_HANDLED;
	editor_handle(&form->editor, ACTION_LAST, event);
	return typed(editor_handle(&form->editor, action, event));
}

static bool
leaves_page(enum action action)
{
	return action == ACTION_NEXT_FIELD || action == ACTION_PREV_FIELD ||
		action == ACTION_NEXT_PAGE || action == ACTION_PREV_PAGE;
}

enum form_result
form_handle(struct form *form, enum action action,
	const struct key_event *event)
{
	size_t was = form->focus;

	if (form->editing)
		return handle_editor(form, action, event);
	if (was == FORM_NOWHERE && !leaves_page(action))
		return FORM_IGNORED;
	if (move(form, action))
		return left(form, was);
	if (action == ACTION_ACCEPT)
		return FORM_DONE;
	switch (form->rows[was].kind) {
	case FORM_CHOICE:
		if (action == ACTION_CHOOSE)
			return FORM_CHOOSE;
		/* fall through */
	case FORM_TEXT:
		return typed(field_handle(&form->cells[was].field, action,
			event));
	case FORM_LONGTEXT:
		return handle_longtext(form, action, event);
	case FORM_READONLY:
		break;
	}
	return FORM_IGNORED;
}

char *
form_rest_sentence(const struct form *form)
{
	return edit_rest_sentence(&form->cells[form->focus].field.edit);
}

enum context
form_context(const struct form *form)
{
	return form->editing ? CONTEXT_EDITOR : CONTEXT_FORM;
}

/* Behind which no field follows, on this page or a later one. */
static bool
is_last(const struct form *form)
{
	for (size_t i = 0; i < form->n_rows; i++) {
		bool later = form->rows[i].page > form->page ||
			(form->rows[i].page == form->page && i > form->focus);

		if (later && !form->cells[i].hidden &&
			form->rows[i].kind != FORM_READONLY)
			return false;
	}
	return true;
}

static void
add_row_actions(const struct form *form, struct keymap_live *live)
{
	enum form_kind kind = form->rows[form->focus].kind;

	if (kind == FORM_CHOICE)
		keymap_live_add(live, ACTION_CHOOSE);
	if (kind == FORM_LONGTEXT) {
		keymap_live_add(live, ACTION_OPEN);
		keymap_live_add(live, ACTION_PASTE);
	} else if (is_last(form)) {
		keymap_live_add(live, ACTION_ACCEPT);
	}
}

/* What comes and goes with each letter stands behind what stays, so that the
 * bar keeps its beginning. */
static void
add_typing(const struct form *form, struct keymap_live *live)
{
	enum form_kind kind = form->rows[form->focus].kind;

	if (form->editing)
		editor_live(&form->editor, live);
	else if (kind == FORM_TEXT || kind == FORM_CHOICE)
		field_live(&form->cells[form->focus].field, live);
}

/* Where pages have numbers, to turn them is the longer way and takes no room
 * on the bar. */
void
form_live_pages(const struct form *form, struct keymap_live *live)
{
	bool turns = form->n_pages > 1 && !form->editing;

	if (form_numbers_pages(form) && !form->editing)
		keymap_live_add(live, ACTION_PAGES);
	else if (turns)
		keymap_live_add(live, ACTION_NEXT_PAGE);
	keymap_live_add(live, ACTION_NEXT_FIELD);
	keymap_live_add(live, ACTION_PREV_FIELD);
	if (!turns)
		return;
	keymap_live_add(live, ACTION_NEXT_PAGE);
	keymap_live_add(live, ACTION_PREV_PAGE);
	if (form_numbers_pages(form))
		keymap_live_name(live, ACTION_NEXT_PAGE, "",
			action_help(ACTION_NEXT_PAGE));
}

void
form_live(const struct form *form, struct keymap_live *live)
{
	static const enum action moves[] = {
		ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN,
		ACTION_FIRST, ACTION_LAST,
	};

	if (form->editing)
		keymap_live_add(live, ACTION_BACK);
	else if (form->focus != FORM_NOWHERE)
		add_row_actions(form, live);
	form_live_pages(form, live);
	if (form->focus == FORM_NOWHERE)
		return;
	add_typing(form, live);
	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++)
		keymap_live_add(live, moves[i]);
}
