#include "screens/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/idcard.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/save.h"
#include "screens/pick.h"
#include "screens/form_values.h"

enum {
	DRAFT_MS = 1000,  /* typed text is in the draft after this long */
	FLUSH_MS = 10000, /* and on the disk after this */
};

bool
form_any_typed(const struct form_state *state)
{
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (form_is_changed(&state->form, i))
			return true;
	return false;
}

/* Drafts */

static void
write_typed(struct ui *ui, struct form_state *state)
{
	struct strbuf title = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (!state->unwritten || ui->app->drafts == NULL)
		return;
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (form_is_changed(&state->form, i) ||
			draft_get(&state->draft, state->type->fields[i].name))
			draft_set(&state->draft, state->type->fields[i].name,
				form_value(&state->form, i));
	if (record_field(state->type, state->type->title[0])->kind == FIELD_TEXT)
		strbuf_add(&title, form_value(&state->form,
			record_field_index(state->type,
				state->type->title[0])));
	else
		record_title(ui->app->store, &state->record, &title);
	free(state->draft.title);
	state->draft.title = strbuf_detach(&title);
	free(state->draft.cursor);
	state->draft.cursor = xstrdup(state->form.focus < state->type->n_fields
		? state->type->fields[state->form.focus].name : "");
	if (drafts_write(ui->app->drafts, &state->draft, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	state->unwritten = false;
	if (!state->unflushed)
		state->flush_at = key_now(ui->app->term) + FLUSH_MS;
	state->unflushed = true;
}

static void
flush(struct ui *ui, struct form_state *state)
{
	if (state->unflushed &&
		drafts_flush(ui->app->drafts, NULL) == ERR_OK)
		state->unflushed = false;
}

void
form_write_draft(struct ui *ui, struct form_state *state)
{
	write_typed(ui, state);
	if (key_now(ui->app->term) >= state->flush_at)
		flush(ui, state);
}

void
form_keep_draft(struct ui *ui, void *data)
{
	struct form_state *state = data;

	write_typed(ui, state);
	flush(ui, state);
}

void
form_drop_draft(struct ui *ui, struct form_state *state)
{
	if (ui->app->drafts != NULL && state->draft.number != 0)
		(void)drafts_drop(ui->app->drafts, state->draft.number, NULL);
	state->draft.number = 0;
	state->unwritten = state->unflushed = false;
}

/* An ID number that has all its places is judged with the last key. */
static void
judge_number(struct ui *ui, const struct form_state *state)
{
	enum { PLACES = 18 };
	const char *typed = form_value(&state->form, state->form.focus);
	struct idcard card;
	char *sentence;

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

void
form_note_typing(struct ui *ui, struct form_state *state)
{
	judge_number(ui, state);
	state->warned = false;
	if (!state->unwritten)
		state->typed_at = key_now(ui->app->term);
	state->unwritten = true;
	if (key_now(ui->app->term) - state->typed_at >= DRAFT_MS)
		form_write_draft(ui, state);
}

/* Values */

/* An ID number fills sex and birth where they are empty. */
static void
fill_from_idcard(struct form_state *state, size_t row)
{
	static const char *const sexes[] = {"", "1", "2"};
	const struct record_type *type = state->type;
	struct idcard card;
	size_t sex = record_field_index(type, "sex");
	size_t birth = record_field_index(type, "birth_on");

	if (type->fields[row].kind != FIELD_IDCARD)
		return;
	idcard_read(state->record.values[row], state->today, &card);
	if (birth < type->n_fields && state->record.values[birth][0] == '\0' &&
		card.birth_on[0] != '\0') {
		record_set(&state->record, "birth_on", card.birth_on);
		form_fill(&state->form, birth, card.birth_on);
	}
	if (sex < type->n_fields && state->record.values[sex][0] == '\0' &&
		card.sex != IDCARD_SEX_UNKNOWN) {
		const struct code *code = code_find(
			field_codes(&type->fields[sex]), sexes[card.sex]);

		record_set(&state->record, "sex", sexes[card.sex]);
		form_fill(&state->form, sex, code_word(code));
	}
}

/* Reads one row; its sentence stands in the form and on the message line where
 * it is wrong. */
bool
form_take_row(struct ui *ui, struct form_state *state, size_t row)
{
	struct err err = ERR_INIT;
	struct strbuf shown = STRBUF_INIT;
	bool ok = form_values_take(ui->app->store, &state->form, row,
		state->today, &state->record, &err) == ERR_OK;

	form_fail(&state->form, row, ok ? NULL : err.text);
	if (!ok)
		status_say(&ui->status, STYLE_ERROR, "%s", err.text);
	if (ok) {
		form_values_show(ui->app->store, &state->type->fields[row],
			state->record.values[row], &shown);
		if (strcmp(shown.s, form_value(&state->form, row)) != 0)
			form_fill(&state->form, row, shown.s);
		fill_from_idcard(state, row);
		form_values_hide(&state->record, &state->form);
	}
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
	form_values_show(ui->app->store, field, stored.s, &shown);
	if (choose_value(ui, field, strcmp(typed, shown.s) != 0 ? typed : "",
		    &stored)) {
		record_set(&state->record, field->name, stored.s);
		strbuf_reset(&shown);
		form_values_show(ui->app->store, field, stored.s, &shown);
		form_fill(&state->form, row, shown.s);
		form_fail(&state->form, row, NULL);
		form_values_hide(&state->record, &state->form);
		form_note_typing(ui, state);
	}
	strbuf_clear(&stored);
	strbuf_clear(&shown);
}

/* Saving */

static void
focus_field(struct ui *ui, struct form_state *state, const char *name,
	const char *sentence)
{
	size_t row = name != NULL ? record_field_index(state->type, name)
				  : state->type->n_fields;

	if (row < state->type->n_fields) {
		form_fail(&state->form, row, sentence);
		form_focus(&state->form, row);
	}
	status_say(&ui->status, STYLE_ERROR, "%s", sentence);
}

static bool
take_all(struct ui *ui, struct form_state *state)
{
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (form_is_changed(&state->form, i) &&
			!form_take_row(ui, state, i)) {
			form_focus(&state->form, i);
			return false;
		}
	return true;
}

/* Asks about warnings, once; a blocking note takes the cursor to its field. */
static bool
heed_notes(struct ui *ui, struct form_state *state)
{
	struct notes notes = VEC_INIT;
	struct strbuf text = STRBUF_INIT;
	struct record old;
	bool is_old = state->record.version != 0 &&
		record_load(ui->app->store, state->type, state->record.id,
			&old, NULL) == ERR_OK;
	const struct note *blocking;
	bool go_on;

	(void)record_check(ui->app->store, &state->record,
		is_old ? &old : NULL, &notes, NULL);
	if (is_old)
		record_clear(&old);
	blocking = notes_blocking(&notes);
	for (size_t i = 0; blocking == NULL && i < notes.n; i++)
		strbuf_addf(&text, "%s%s", i > 0 ? "\n" : "",
			notes.items[i].text);
	if (blocking != NULL)
		focus_field(ui, state, blocking->field, blocking->text);
	go_on = blocking == NULL && (text.len == 0 || state->warned ||
		dialog_confirm(&ui->host, _("Please look again"), text.s,
			_("Save all the same")));
	if (!go_on && blocking == NULL)
		focus_field(ui, state, notes.items[0].field,
			notes.items[0].text);
	state->warned = go_on;
	strbuf_clear(&text);
	notes_clear(&notes);
	return go_on;
}

static enum err_code
write_record(struct ui *ui, struct form_state *state, struct err *err)
{
	struct change_info info = ui_change_info(ui, "form", "");
	int64_t id = state->record.id, version = state->record.version;
	struct change *change;
	enum err_code code;

	info.draft = state->draft.number;
	code = change_begin(ui->app->store, &info, &change, err);
	if (code != ERR_OK)
		return code;
	code = record_save(change, &state->record, NULL, NULL, err);
	code = change_end(change, code, err);
	if (code != ERR_OK) {
		state->record.id = id;
		state->record.version = version;
	}
	return code;
}

static void
note_saved(struct ui *ui, struct form_state *state)
{
	struct strbuf title = STRBUF_INIT;

	ui->saved = state->record.id;
	if (state->saved != NULL)
		*state->saved = state->record.id;
	form_drop_draft(ui, state);
	form_values_put(ui->app->store, &state->record, &state->form);
	record_title(ui->app->store, &state->record, &title);
	ui_say(ui, _("Saved: %s."), title.s);
	strbuf_clear(&title);
}

bool
form_save(struct ui *ui, struct form_state *state)
{
	struct err err = ERR_INIT;
	enum err_code code;

	do {
		err_clear(&err);
		if (ui_is_read_only(ui) || !take_all(ui, state) ||
			!form_merge(ui, state) || !heed_notes(ui, state))
			return false;
		form_write_draft(ui, state);
		code = write_record(ui, state, &err);
	} while (code == ERR_STALE);
	if (code == ERR_OK) {
		note_saved(ui, state);
		return true;
	}
	if (err.field != NULL) {
		focus_field(ui, state, err.field, err.text);
		err_clear(&err);
	} else {
		ui_fail(ui, &err);
	}
	return false;
}
