/* 表单: any record, by the dictionary, with what hangs on it. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/save.h"
#include "screens/form_state.h"
#include "screens/form_values.h"
#include "screens/open.h"
#include "screens/related.h"
#include "screens/removal.h"
#include "store/journal.h"

enum { STEPS_MAX = 16 };

static struct related *
shown_related(struct form_state *state)
{
	if (state->form.page < state->n_own_pages)
		return NULL;
	return state->related.items[state->form.page - state->n_own_pages];
}

static void
form_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct form_state *state = data;

	strbuf_addf(out, "%s  ", term_word(&state->type->term));
	if (state->record.version == 0)
		strbuf_add(out, _("new"));
	else
		record_title(ui->app->store, &state->record, out);
	if (state->record.deleted)
		strbuf_addf(out, " (%s)", _("removed"));
	if (form_any_typed(state))
		strbuf_addf(out, " (%s)", _("not saved"));
}

static const char *
form_help(struct ui *ui, void *data)
{
	struct form_state *state = data;

	(void)ui;
	return state->type->help;
}

static bool
has_secrets(const struct form_state *state)
{
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (state->type->fields[i].flags & FIELD_SENSITIVE)
			return true;
	return false;
}

static void
form_screen_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct form_state *state = data;
	struct related *related = shown_related(state);

	if (related != NULL) {
		related_live(ui, related, live);
		if (state->writable)
			keymap_live_add(live, ACTION_SAVE);
		return;
	}
	keymap_live_init(live, form_context(&state->form));
	if (state->writable)
		keymap_live_add(live, ACTION_SAVE);
	form_live(&state->form, live);
	if (!state->writable)
		keymap_live_remove(live, ACTION_ACCEPT);
	keymap_live_add(live, ACTION_BACK);
	keymap_live_add(live, ACTION_MENU);
	if (state->record.version != 0) {
		keymap_live_add(live, ACTION_HISTORY);
		if (state->writable)
			keymap_live_add(live, ACTION_REMOVE);
	}
	if (has_secrets(state) && state->record.version != 0 &&
		store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_REVEAL);
}

static void
form_screen_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct form_state *state = data;
	struct related *related = shown_related(state);
	struct rect inside = form_body(&state->form, body);

	form_draw(&state->form, ui->app->term, body, related == NULL);
	if (related != NULL)
		list_draw(&related->list, ui->app->term, &inside, true);
	else if (ui->status.message == NULL || ui->status.message[0] == '\0')
		status_say(&ui->status, STYLE_DIM, "%s",
			form_sentence(&state->form));
}

/* The record's other actions */

static void
reveal(struct ui *ui, struct form_state *state)
{
	struct err err = ERR_INIT;

	if (!state->revealed &&
		journal_note(ui->app->store, "reveal", ui->app->operator_id,
			ui->app->operator_name, state->type->name,
			state->record.id, "masked numbers shown", &err) !=
			ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	state->revealed = true;
	form_reveal(&state->form, true);
	ui_say(ui, _("The numbers are shown until you leave this record; that "
		     "has been noted."));
}

static void
remove_record(struct ui *ui, struct form_state *state)
{
	const struct record_type *type = state->type;

	if (!remove_with_question(ui, type, state->record.id))
		return;
	form_drop_draft(ui, state);
	ui_back(ui);
	ui_say(ui, _("Removed; Ctrl-Z brings it back."));
}

static void
leave(struct ui *ui, struct form_state *state)
{
	bool kept = form_any_typed(state) && state->writable;

	if (kept) {
		state->unwritten = true;
		form_keep_draft(ui, state);
		kept = state->draft.number != 0 &&
			drafts_leave(ui->app->drafts, state->draft.number,
				NULL) == ERR_OK;
	} else {
		form_drop_draft(ui, state);
	}
	if (form_any_typed(state) && state->writable && !kept &&
		!dialog_confirm(&ui->host, term_word(&state->type->term),
			_("No draft can be kept here. Throw away what was "
			  "typed?"), _("Throw away")))
		return;
	ui_back(ui);
	if (kept)
		ui_say(ui, _("Not saved yet: kept as a draft, to be resumed "
			     "from Home."));
}

static bool
form_result(struct ui *ui, struct form_state *state, enum form_result result)
{
	char *sentence;

	switch (result) {
	case FORM_IGNORED:
		return false;
	case FORM_CHANGED:
		form_note_typing(ui, state);
		return true;
	case FORM_FULL:
		form_note_typing(ui, state);
		sentence = form_rest_sentence(&state->form);
		status_say(&ui->status, STYLE_WARNING, "%s", sentence);
		free(sentence);
		return true;
	case FORM_LEFT:
		if (form_is_changed(&state->form, state->form.left))
			(void)form_take_row(ui, state, state->form.left);
		form_keep_draft(ui, state);
		return true;
	case FORM_CHOOSE:
		form_choose_value(ui, state);
		return true;
	case FORM_DONE:
		if (form_save(ui, state))
			ui_back(ui);
		return true;
	default:
		return true;
	}
}

static bool
form_screen_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct form_state *state = data;
	struct related *related = shown_related(state);

	if (related != NULL && related_handle(ui, related, action, event))
		return true;
	if (form_result(ui, state, form_handle(&state->form, action, event)))
		return true;
	switch (action) {
	case ACTION_SAVE:
		if (form_save(ui, state))
			ui_back(ui);
		return true;
	case ACTION_HISTORY:
		open_history(ui, state->type, state->record.id);
		return true;
	case ACTION_REMOVE:
		remove_record(ui, state);
		return true;
	case ACTION_REVEAL:
		reveal(ui, state);
		return true;
	case ACTION_BACK:
		leave(ui, state);
		return true;
	default:
		return false;
	}
}

/* Commands of F9 */

static void
run_step(struct ui *ui, void *data, int64_t index)
{
	struct form_state *state = data;
	const struct state_step *steps[STEPS_MAX];
	const struct state_step *step;
	struct strbuf word = STRBUF_INIT;
	size_t row = record_field_index(state->type, state->type->state);

	(void)record_steps(&state->record, steps, STEPS_MAX);
	step = steps[index];
	record_set(&state->record, state->type->state, step->to);
	form_values_show(ui->app->store, &state->type->fields[row], step->to,
		&word);
	form_fill(&state->form, row, word.s);
	strbuf_clear(&word);
	form_values_hide(&state->record, &state->form);
	form_note_typing(ui, state);
	for (size_t i = 0; i < sizeof(step->needs) / sizeof(*step->needs) &&
		step->needs[i] != NULL; i++)
		if (record_get(&state->record, step->needs[i])[0] == '\0') {
			form_focus(&state->form, record_field_index(
				state->type, step->needs[i]));
			ui_say(ui, _("Fill in %s, then save with F2."),
				term_word(&record_field(state->type,
					step->needs[i])->term));
			return;
		}
	ui_say(ui, _("Save with F2 to let it stand."));
}

static void
run_discard(struct ui *ui, void *data, int64_t argument)
{
	struct form_state *state = data;

	(void)argument;
	if (!dialog_confirm(&ui->host, term_word(&state->type->term),
		    _("Throw away what was typed here and not saved?"),
		    _("Throw away")))
		return;
	form_drop_draft(ui, state);
	ui_back(ui);
}

static void
run_save_and_new(struct ui *ui, void *data, int64_t argument)
{
	struct form_state *state = data;
	const struct record_type *type = state->type;

	(void)argument;
	if (!form_save(ui, state))
		return;
	ui_back(ui);
	open_form(ui, type, 0, NULL);
}

static void
run_roster(struct ui *ui, void *data, int64_t argument)
{
	struct form_state *state = data;

	(void)argument;
	open_roster(ui, state->record.id);
}

static void
form_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	struct form_state *state = data;
	const struct state_step *steps[STEPS_MAX];
	size_t n_steps;

	(void)ui;
	if (state->record.version != 0 &&
		state->type->flags & RECORD_ROSTER)
		ui_commands_add(commands, N_("Roster with counts"),
			N_("Show who is in this union, with the counts at the "
			   "foot."), run_roster, 0);
	if (!state->writable)
		return;
	ui_commands_add(commands, N_("Save and enter another"),
		N_("Save this one and begin an empty form."),
		run_save_and_new, 0);
	if (form_any_typed(state))
		ui_commands_add(commands, N_("Throw away what was typed"),
			N_("Forget what was typed and not saved, after "
			   "asking."), run_discard, 0);
	n_steps = record_steps(&state->record, steps, STEPS_MAX);
	for (size_t i = 0; i < n_steps; i++)
		ui_commands_add_term(commands, &steps[i]->action,
			N_("Take this step of the record's state."), run_step,
			(int64_t)i);
}

static void
name_pages(struct form_state *state)
{
	for (size_t i = 0; i < state->n_own_pages; i++)
		state->pages[i] = term_word(&state->type->pages[i]);
	for (size_t i = 0; i < state->related.n; i++)
		state->pages[state->n_own_pages + i] =
			related_word(state->related.items[i]);
}

/* The language may be another; what was typed stays as it is. */
static void
translate(struct ui *ui, struct form_state *state)
{
	struct strbuf shown = STRBUF_INIT;

	form_values_rows(&state->record, state->writable, state->rows);
	name_pages(state);
	for (size_t i = 0; i < state->type->n_fields; i++) {
		if (form_is_changed(&state->form, i))
			continue;
		strbuf_reset(&shown);
		form_values_show(ui->app->store, &state->type->fields[i],
			state->record.values[i], &shown);
		form_set(&state->form, i, shown.s);
	}
	strbuf_clear(&shown);
}

static void
form_returned(struct ui *ui, void *data)
{
	struct form_state *state = data;
	struct record now;

	translate(ui, state);
	related_reload(&state->related);
	if (state->record.version == 0 || form_any_typed(state) ||
		record_load(ui->app->store, state->type, state->record.id,
			&now, NULL) != ERR_OK)
		return;
	record_clear(&state->record);
	state->record = now;
	form_values_put(ui->app->store, &state->record, &state->form);
}

static void
form_tick(struct ui *ui, void *data, bool changed)
{
	form_write_draft(ui, data);
	if (changed)
		form_returned(ui, data);
}

static void
form_close(struct ui *ui, void *data)
{
	struct form_state *state = data;

	(void)ui;
	form_clear(&state->form);
	related_clear(&state->related);
	draft_clear(&state->draft);
	record_clear(&state->record);
	free(state->rows);
	free(state->pages);
	free(state);
}

static const struct screen form_screen = {
	.title = form_title,
	.help = form_help,
	.live = form_screen_live,
	.draw = form_screen_draw,
	.handle = form_screen_handle,
	.commands = form_commands,
	.returned = form_returned,
	.tick = form_tick,
	.keep = form_keep_draft,
	.close = form_close,
};

static void
make_pages(struct ui *ui, struct form_state *state)
{
	const struct record_type *type = state->type;

	if (state->record.version != 0)
		related_init(&state->related, ui, type, state->record.id);
	state->pages = xcalloc(RECORD_MAX_PAGES + state->related.n,
		sizeof(*state->pages));
	while (state->n_own_pages < RECORD_MAX_PAGES &&
		type->pages[state->n_own_pages].en != NULL)
		state->n_own_pages++;
	name_pages(state);
}

/* record is taken over. */
static struct form_state *
form_new(struct ui *ui, struct record *record)
{
	struct form_state *state = xcalloc(1, sizeof(*state));

	state->type = record->type;
	state->record = *record;
	state->writable = store_read_only(ui->app->store) == NULL &&
		!record_is_frozen(record) && !record->deleted;
	world_today(ui->app->world, state->today);
	state->rows = xcalloc(state->type->n_fields, sizeof(*state->rows));
	form_values_rows(&state->record, state->writable, state->rows);
	make_pages(ui, state);
	form_init(&state->form, state->rows, state->type->n_fields,
		state->pages, state->n_own_pages + state->related.n,
		&ui->clip);
	form_values_put(ui->app->store, &state->record, &state->form);
	draft_init(&state->draft);
	state->draft.operator_id = ui->app->operator_id;
	free(state->draft.table);
	state->draft.table = xstrdup(state->type->name);
	state->draft.record = record->id;
	state->draft.version = record->version;
	return state;
}

/* What a new record hangs on is known; the typing begins behind it. */
static void
skip_known(struct form_state *state)
{
	const struct record_type *type = state->type;

	for (size_t i = 0; i + 1 < type->n_fields &&
		type->fields[i].kind == FIELD_REF &&
		state->record.values[i][0] != '\0' &&
		type->fields[i + 1].page == type->fields[0].page; i++)
		form_focus(&state->form, i + 1);
}

void
open_form(struct ui *ui, const struct record_type *type, int64_t id,
	const struct record *begin)
{
	struct err err = ERR_INIT;
	struct form_state *state;
	struct record record;
	char today[DATE_SIZE];

	world_today(ui->app->world, today);
	if (id != 0) {
		if (record_load(ui->app->store, type, id, &record, &err) !=
			ERR_OK) {
			ui_fail(ui, &err);
			return;
		}
	} else if (begin != NULL) {
		record_copy(&record, begin);
		record.id = record.version = 0;
		record.deleted = false;
	} else {
		record_begin(&record, type, today);
	}
	state = form_new(ui, &record);
	if (id == 0)
		skip_known(state);
	ui_open(ui, &form_screen, state);
}

int64_t
enter_record(struct ui *ui, const struct record_type *type,
	const struct record *begin)
{
	size_t n_below = ui->frames.n;
	struct form_state *state;
	int64_t id = 0;

	open_form(ui, type, 0, begin);
	state = ui->frames.items[n_below].state;
	state->saved = &id;
	ui_run_above(ui, n_below);
	return id;
}

void
open_form_ending(struct ui *ui, const struct record_type *type, int64_t id)
{
	size_t row = record_field_index(type, type->until);
	struct form_state *state;
	size_t n = ui->frames.n;

	open_form(ui, type, id, NULL);
	if (ui->frames.n == n)
		return;
	state = ui->frames.items[n].state;
	form_fill(&state->form, row, state->today);
	(void)form_take_row(ui, state, row);
	form_focus(&state->form, row);
	form_note_typing(ui, state);
	ui_say(ui, _("Put the day right, then save with F2."));
}

/* What was typed stands beside the record as it is now. */
static void
fill_from_draft(struct ui *ui, struct form_state *state)
{
	for (size_t i = 0; i < state->draft.values.n; i++) {
		const struct draft_value *value = &state->draft.values.items[i];
		size_t row = record_field_index(state->type, value->field);

		if (row >= state->type->n_fields)
			continue;
		form_fill(&state->form, row, value->value);
		(void)form_take_row(ui, state, row);
	}
	form_focus(&state->form,
		record_field_index(state->type, state->draft.cursor) <
				state->type->n_fields
			? record_field_index(state->type, state->draft.cursor)
			: 0);
}

void
open_draft(struct ui *ui, int64_t number)
{
	struct err err = ERR_INIT;
	const struct record_type *type;
	struct form_state *state;
	size_t n_frames = ui->frames.n;
	struct draft draft;

	draft_init(&draft);
	if (drafts_load(ui->app->drafts, number, &draft, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	type = record_type_find(draft.table);
	if (type == NULL) {
		ui_say(ui, _("This draft is of a type that this program does not "
			     "know; a newer one wrote it."));
		draft_clear(&draft);
		return;
	}
	open_form(ui, type, draft.record, NULL);
	if (ui->frames.n == n_frames) {
		draft_clear(&draft); /* the form has said why */
		return;
	}
	state = ui->frames.items[ui->frames.n - 1].state;
	draft_clear(&state->draft);
	state->draft = draft;
	fill_from_draft(ui, state);
	if (draft.version != state->record.version)
		status_say(&ui->status, STYLE_WARNING, "%s",
			_("The record has been saved by somebody else since this "
			  "draft was typed; look it over."));
	state->record.version = draft.version; /* saving brings both together */
}
