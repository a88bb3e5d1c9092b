/* What is typed in a form, read into its record, and saved with all its rows. */
#include "screens/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/idcard.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/derive.h"
#include "records/load.h"
#include "records/save.h"
#include "screens/pick.h"
#include "screens/form_values.h"

/* Typed text is in the draft after this long: a second at most, with the time
 * that drawing and writing take. */
enum { DRAFT_MS = 700 };

/* Rows may be as they were again; those of a new record were not saved. */
static bool
any_row_typed(const struct form_state *state)
{
	bool any = state->record.version == 0;

	for (size_t i = 0; i < state->owned.n; i++)
		for (size_t j = 0; j < state->owned.items[i].n; j++)
			any |= owned_is_changed(state->owned.items[i].items[j]);
	return any && state->rows_typed;
}

bool
form_field_typed(const struct form_state *state)
{
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (form_is_changed(&state->form, i))
			return true;
	return false;
}

bool
form_any_typed(const struct form_state *state)
{
	return form_field_typed(state) || any_row_typed(state);
}

/* An ID number that has all its places is judged with the last key. */
static void
judge_number(struct ui *ui, const struct form_state *state)
{
	enum { PLACES = 18 };
	const char *typed;
	struct idcard card;
	char *sentence;

	if (state->form.focus == FORM_NOWHERE)
		return;
	typed = form_value(&state->form, state->form.focus);
	if (state->type->fields[state->form.focus].kind != FIELD_IDCARD ||
		text_chars(typed) != PLACES)
		return;
	idcard_read(typed, state->today, &card);
	if (card.state == IDCARD_VALID)
		return;
	sentence = idcard_sentence(&card);
	status_say(&ui->status, STYLE_WARNING, "%s", sentence);
	free(sentence);
}

static void
note_unwritten(struct ui *ui, struct form_state *state)
{
	int64_t now = key_now(ui->app->term);

	if (!state->unwritten)
		state->typed_at = now;
	state->unwritten = true;
	ui->tick_by = state->typed_at + DRAFT_MS;
	if (now >= ui->tick_by)
		form_write_draft(ui, state);
}

void
form_note_typing(struct ui *ui, struct form_state *state)
{
	judge_number(ui, state);
	state->warned = false;
	note_unwritten(ui, state);
}

void
form_note_cursor(struct ui *ui, struct form_state *state)
{
	const struct form_state *keeper = state->owner != NULL ? state->owner
							       : state;

	if (keeper->draft.number != 0)
		note_unwritten(ui, state);
}

/* Values */

void
form_put(struct ui *ui, struct form_state *state, const char *field,
	const char *stored)
{
	size_t row = record_field_index(state->type, field);
	struct strbuf shown = STRBUF_INIT;

	record_set(&state->record, field, stored);
	form_values_show(ui->app->store, &state->record,
		&state->type->fields[row], stored, &shown);
	form_fill(&state->form, row, shown.s);
	form_fail(&state->form, row, NULL);
	form_values_hide(&state->record, &state->form);
	strbuf_clear(&shown);
}

/* An ID number fills sex and birth where they are empty. */
static void
fill_from_idcard(struct ui *ui, struct form_state *state, size_t row)
{
	static const char *const sexes[] = {"", "1", "2"};
	const struct record_type *type = state->type;
	struct idcard card;

	if (type->fields[row].kind != FIELD_IDCARD)
		return;
	idcard_read(state->record.values[row], state->today, &card);
	if (record_field(type, "birth_on") != NULL &&
		record_get(&state->record, "birth_on")[0] == '\0' &&
		card.birth_on[0] != '\0')
		form_put(ui, state, "birth_on", card.birth_on);
	if (record_field(type, "sex") != NULL &&
		record_get(&state->record, "sex")[0] == '\0' &&
		card.sex != IDCARD_SEX_UNKNOWN)
		form_put(ui, state, "sex", sexes[card.sex]);
}

/* What the noun knows to follow from a field. */
static void
follow(struct ui *ui, struct form_state *state, const struct record *before,
	size_t row)
{
	if (state->noun->follow != NULL)
		state->noun->follow(ui, state, before,
			state->type->fields[row].name);
}

/* Initials follow the name; what was typed before there was a name stays. */
static void
follow_name(struct form_state *state, size_t row, const struct record *before)
{
	const struct record_type *type = state->type;

	if (strcmp(type->fields[row].name, type->title[0]) != 0 ||
		strcmp(before->values[row], state->record.values[row]) == 0)
		return;
	derive_initials(&state->record,
		before->values[row][0] != '\0' ? before : NULL);
	for (size_t i = 0; i < type->n_fields; i++)
		if (type->fields[i].flags & FIELD_INITIALS)
			form_fill(&state->form, i, state->record.values[i]);
}

/* What comes of another value in one field. */
static void
follow_all(struct ui *ui, struct form_state *state,
	const struct record *before, size_t row)
{
	if (strcmp(before->values[row], state->record.values[row]) == 0)
		return;
	follow(ui, state, before, row);
	form_values_fill(ui->app->store, &state->record, &state->form);
}

bool
form_take_row(struct ui *ui, struct form_state *state, size_t row)
{
	struct err err = ERR_INIT;
	struct strbuf shown = STRBUF_INIT;
	struct record before;
	bool ok;

	if (state->type->fields[row].flags & FIELD_READONLY)
		return true; /* what is shown is not the record's yet */
	record_copy(&before, &state->record);
	ok = form_values_take(ui->app->store, &state->form, row, state->today,
		&state->record, &err) == ERR_OK;
	form_fail(&state->form, row, ok ? NULL : err.text);
	if (!ok)
		status_say(&ui->status, STYLE_ERROR, "%s", err.text);
	if (ok) {
		form_values_show(ui->app->store, &state->record,
			&state->type->fields[row], state->record.values[row],
			&shown);
		if (strcmp(shown.s, form_value(&state->form, row)) != 0)
			form_fill(&state->form, row, shown.s);
		follow_name(state, row, &before);
		fill_from_idcard(ui, state, row);
		follow_all(ui, state, &before, row);
		form_values_hide(&state->record, &state->form);
	}
	record_clear(&before);
	strbuf_clear(&shown);
	err_clear(&err);
	return ok;
}

void
form_choose_value(struct ui *ui, struct form_state *state)
{
	size_t row = state->form.focus;
	const struct field_type *field = &state->type->fields[row];
	const char *typed = form_value(&state->form, row);
	struct strbuf stored = STRBUF_INIT, shown = STRBUF_INIT;

	strbuf_add(&stored, state->record.values[row]);
	form_values_show(ui->app->store, &state->record, field, stored.s,
		&shown);
	if (strcmp(typed, shown.s) == 0)
		typed = "";
	if (field->flags & FIELD_SIBLING && state->record.among != NULL
		? choose_sibling(ui, &state->record, field, typed, &stored)
		: choose_value(ui, field, typed, &stored)) {
		struct record before;

		record_copy(&before, &state->record);
		form_put(ui, state, field->name, stored.s);
		follow_all(ui, state, &before, row);
		record_clear(&before);
		form_note_typing(ui, state);
	}
	strbuf_clear(&stored);
	strbuf_clear(&shown);
}

bool
form_take_all(struct ui *ui, struct form_state *state)
{
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (!form_take_row(ui, state, i)) {
			form_focus(&state->form, i);
			return false;
		}
	return true;
}

/* Saving */

void
form_fault(struct ui *ui, struct form_state *state, const char *field,
	const char *sentence)
{
	size_t row = field != NULL ? record_field_index(state->type, field)
				   : state->type->n_fields;

	status_say(&ui->status, STYLE_ERROR, "%s", sentence);
	if (row < state->type->n_fields) {
		form_fail(&state->form, row, sentence);
		form_focus(&state->form, row);
	} else if (field != NULL) {
		form_rows_go(ui, state, field);
	}
}

/* One try to save, which leaves the form alone. */
struct attempt {
	struct record record; /* as it would be saved */
	struct notes notes;
	const struct owned_row *failed; /* NULL: the record itself */
	bool asks; /* nothing was written: the warnings are to be read first */
};

static void
attempt_clear(struct attempt *attempt)
{
	record_clear(&attempt->record);
	notes_clear(&attempt->notes);
}

static enum err_code
attempt_save(struct ui *ui, struct form_state *state, struct attempt *attempt,
	struct err *err)
{
	struct change_info info = ui_change_info(ui, "form", "");
	struct change *change;
	enum err_code code;

	*attempt = (struct attempt){.notes = VEC_INIT};
	record_copy(&attempt->record, &state->record);
	info.draft = state->draft.number;
	if (!state->warned)
		form_alike_warn(ui, state, &attempt->record, &attempt->notes);
	code = change_begin(ui->app->store, &info, &change, err);
	if (code != ERR_OK)
		return code;
	code = owned_save(change, &attempt->record, &state->owned,
		&attempt->notes, &attempt->failed, err);
	attempt->asks = code == ERR_OK && attempt->notes.n > 0 &&
		!state->warned;
	if (!attempt->asks)
		return change_end(change, code, err);
	change_abandon(change);
	return ERR_OK;
}

/* The page on which a row stands, and the row as one that can be changed. */
static struct owned_page *
find_row(const struct form_state *state, const struct owned_row *wanted,
	struct owned_row **row)
{
	for (size_t i = 0; i < state->owned.n; i++)
		for (size_t j = 0; j < state->owned.items[i].n; j++) {
			*row = state->owned.items[i].items[j];
			if (*row == wanted)
				return &state->owned_pages[i];
		}
	*row = NULL;
	return NULL;
}

/* What the form of a row says of a field already: how to put it right. */
static const char *
said_of(const struct form_state *state, const char *field,
	const char *otherwise)
{
	size_t row = field != NULL ? record_field_index(state->type, field)
				   : state->type->n_fields;

	if (row < state->type->n_fields &&
		state->form.cells[row].sentence != NULL)
		return state->form.cells[row].sentence;
	return otherwise;
}

/* The cursor goes where it is wrong; in a row, its form is opened. */
static void
show_fault(struct ui *ui, struct form_state *state,
	const struct owned_row *wanted, const char *field,
	const char *sentence)
{
	struct owned_row *row;
	struct owned_page *page = find_row(state, wanted, &row);

	if (page != NULL && row->now.deleted) {
		form_rows_choose(state, page, row);
		field = NULL;
	} else if (page != NULL) {
		state = form_open_row(ui, state, page, row);
		sentence = said_of(state, field, sentence);
	}
	form_fault(ui, state, field, sentence);
}

/* True: to be saved all the same. */
static bool
heed_warnings(struct ui *ui, struct form_state *state,
	const struct notes *notes)
{
	struct strbuf text = STRBUF_INIT, title = STRBUF_INIT;

	for (size_t i = 0; i < notes->n; i++) {
		const struct note *note = &notes->items[i];

		if (i > 0)
			strbuf_add_char(&text, '\n');
		strbuf_reset(&title);
		if (note->row != NULL)
			record_title(ui->app->store, &note->row->now, &title);
		if (title.len > 0)
			strbuf_addf(&text, _("%s: %s"), title.s, note->text);
		else
			strbuf_add(&text, note->text);
	}
	state->warned = dialog_confirm(&ui->host, _("Please look again"),
		text.s, _("Save all the same"));
	if (!state->warned)
		show_fault(ui, state, notes->items[0].row,
			notes->items[0].field, notes->items[0].text);
	strbuf_clear(&text);
	strbuf_clear(&title);
	return state->warned;
}

/*
 * Somebody else has saved a row: what he changed and what was typed here are
 * brought together in its form.  What was to go is to be looked at again.  True
 * where all of it may be saved now.
 */
static bool
merge_row(struct ui *ui, struct form_state *state,
	const struct owned_row *stale)
{
	struct owned_row *row;
	struct owned_page *page = find_row(state, stale, &row);
	struct form_state *form;
	bool save;

	if (row->now.deleted) {
		(void)owned_take_theirs(ui->app->store, row, NULL);
		form_rows_show(ui, state);
		form_rows_choose(state, page, row);
		status_say(&ui->status, STYLE_WARNING, "%s",
			_("Somebody else has changed this one meanwhile; look "
			  "at it, then save again to remove it."));
		return false;
	}
	form = form_open_row(ui, state, page, row);
	save = form_merge(ui, form);
	if (form->record.version != row->was.version)
		(void)owned_take_theirs(ui->app->store, row, NULL);
	if (save)
		form_row_leave(ui, form);
	return save;
}

static void
saved(struct ui *ui, struct form_state *state, const struct record *record)
{
	struct strbuf title = STRBUF_INIT;

	ui->saved = record->id;
	if (state->saved != NULL)
		*state->saved = record->id;
	form_drop_draft(ui, state);
	record_title(ui->app->store, record, &title);
	ui_say(ui, _("Saved: %s."), title.s);
	strbuf_clear(&title);
}

static void
refused(struct ui *ui, struct form_state *state,
	const struct attempt *attempt, struct err *err)
{
	state->warned = false;
	if (err->code == ERR_CANCELLED)
		ui_say(ui, _("Not saved; what you typed is kept."));
	else if (attempt->failed != NULL || err->field != NULL)
		show_fault(ui, state, attempt->failed, err->field, err->text);
	else
		ui_fail(ui, err);
	err_clear(err);
}

/* What one attempt came to; true where another is to be made. */
static bool
try_again(struct ui *ui, struct form_state *state,
	const struct attempt *attempt, struct err *err)
{
	bool stale = err->code == ERR_STALE;

	if (attempt->asks)
		return heed_warnings(ui, state, &attempt->notes);
	if (stale)
		err_clear(err);
	if (stale && attempt->failed != NULL)
		return merge_row(ui, state, attempt->failed);
	if (!stale && err->code != ERR_OK)
		refused(ui, state, attempt, err);
	return stale;
}

bool
form_save(struct ui *ui, struct form_state *state)
{
	struct err err = ERR_INIT;
	struct attempt attempt;
	bool done, again;

	do {
		if (ui_is_read_only(ui) || !form_take_all(ui, state) ||
			!form_merge(ui, state))
			return false;
		form_write_draft(ui, state);
		done = attempt_save(ui, state, &attempt, &err) == ERR_OK &&
			!attempt.asks;
		if (done)
			saved(ui, state, &attempt.record);
		again = !done && try_again(ui, state, &attempt, &err);
		attempt_clear(&attempt);
	} while (again);
	return done;
}
