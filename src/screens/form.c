/* 表单: any record, by the dictionary, with what hangs on it. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/print.h"
#include "records/load.h"
#include "records/ruling.h"
#include "records/save.h"
#include "screens/form_state.h"
#include "screens/form_values.h"
#include "screens/open.h"
#include "screens/related.h"
#include "screens/removal.h"
#include "screens/unmerge.h"
#include "store/journal.h"

struct related *
form_related(const struct form_state *state)
{
	size_t before = state->n_own_pages + state->owned.n +
		(state->beside != NULL);

	if (state->form.page < before)
		return NULL;
	return state->related.items[state->form.page - before];
}

/* The list of the page that is shown, NULL where it has fields. */
static struct list *
shown_list(const struct form_state *state)
{
	struct owned_page *page = form_rows_page(state);
	struct related *related = form_related(state);

	if (page != NULL)
		return &page->list;
	return related != NULL ? &related->list : NULL;
}

static void
add_name(struct ui *ui, const struct form_state *state, struct strbuf *out)
{
	strbuf_addf(out, "%s  ", term_word(&state->type->term));
	if (state->record.version == 0)
		strbuf_add(out, _("new"));
	else
		record_title(ui->app->store, &state->record, out);
}

static void
form_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct form_state *state = data;

	if (state->owner != NULL) {
		add_name(ui, state->owner, out);
		strbuf_add(out, "  ");
	}
	add_name(ui, state, out);
	if (state->form.editing)
		strbuf_addf(out, "  %s", term_word(
			&state->type->fields[state->form.focus].term));
	if (state->record.deleted)
		strbuf_addf(out, _(" (%s)"), _("removed"));
	if (form_any_typed(state))
		strbuf_addf(out, _(" (%s)"), _("not saved"));
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
fields_live(struct ui *ui, const struct form_state *state,
	struct keymap_live *live)
{
	keymap_live_init(live, form_context(&state->form));
	if (state->writable || form_any_typed(state))
		keymap_live_add(live, ACTION_SAVE);
	noun_live(state, live);
	form_step_live(state, live);
	form_live(&state->form, live);
	/* behind the last field come the rows */
	if (!state->writable || state->owned.n > 0 || state->beside != NULL)
		keymap_live_remove(live, ACTION_ACCEPT);
	keymap_live_add(live, ACTION_BACK);
	keymap_live_add(live, ACTION_MENU);
	if (state->owner != NULL && form_numbers_pages(&state->owner->form))
		keymap_live_add(live, ACTION_PAGES);
	if (state->owner != NULL && state->writable)
		keymap_live_add(live, ACTION_NEW);
	if (state->record.version != 0)
		keymap_live_add(live, ACTION_HISTORY);
	if (state->writable &&
		(state->record.version != 0 || state->owner != NULL))
		keymap_live_add(live, ACTION_REMOVE);
	if (has_secrets(state) && state->record.version != 0 &&
		store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_REVEAL);
}

/* Where nothing can be typed Ctrl-Z is free for what was just saved here: the
 * step by which it came there, if one leads back. */
static bool
may_take_back(const struct ui *ui, const struct form_state *state)
{
	const struct state_step *steps[1];

	return state->owner == NULL && !state->writable &&
		!state->record.deleted && state->record.id == ui->saved &&
		store_read_only(ui->app->store) == NULL &&
		record_steps(&state->record, steps, 1) > 0;
}

static void
form_screen_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct form_state *state = data;
	struct owned_page *page = form_rows_page(state);
	struct related *related = form_related(state);

	if (page != NULL) {
		form_rows_live(state, page, live);
	} else if (related != NULL) {
		related_live(ui, related, &state->form, live);
		noun_live(state, live);
		if (state->writable || form_any_typed(state))
			keymap_live_add(live, ACTION_SAVE);
		form_step_live(state, live);
	} else if (state->form.editing) {
		form_text_live(ui, state, live);
	} else {
		fields_live(ui, state, live);
	}
	if (may_take_back(ui, state))
		keymap_live_add(live, ACTION_UNDO);
	if (state->record.version != 0 && print_has_kind_of(state->type)) {
		/* what the bar must name comes first */
		keymap_live_add(live, ACTION_BACK);
		keymap_live_add(live, ACTION_MENU);
		keymap_live_add(live, ACTION_HELP);
		keymap_live_add(live, ACTION_PRINT);
	}
}

/* What stands on the message line while nothing has happened. */
static void
say_hint(struct ui *ui, const struct form_state *state, bool fields)
{
	const struct form *form = &state->form;
	struct strbuf hint = STRBUF_INIT;

	if (form->editing && form->cells[form->focus].sentence == NULL)
		form_text_hint(state, &hint);
	else if (fields)
		strbuf_add(&hint, form_sentence(&state->form));
	else
		form_marks_hint(state, &hint);
	/* where it has no room it would stand over the foot of the page */
	if (!fields && (int)text_cols(hint.s) > term_cols(ui->app->term))
		strbuf_reset(&hint);
	status_say(&ui->status, STYLE_DIM, "%s", hint.s);
	strbuf_clear(&hint);
}

static void
form_screen_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct form_state *state = data;
	struct list *list = shown_list(state);
	struct rect rest = *body, inside;

	if (!state->form.editing)
		noun_draw_foot(ui, state, &rest);
	inside = form_body(&state->form, &rest);
	form_draw(&state->form, ui->app->term, &rest, list == NULL);
	if (list != NULL) {
		noun_draw_head(ui, state, &inside);
		list_draw(list, ui->app->term, &inside, true);
	}
	if (ui->status.message == NULL || ui->status.message[0] == '\0')
		say_hint(ui, state, list == NULL);
}

/* The record's other actions */

void
form_show_numbers(struct ui *ui, struct form_state *state)
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
	if (state->owner != NULL) {
		form_row_remove(ui, state);
		return;
	}
	if (!remove_with_question(ui, state->type, state->record.id))
		return;
	form_drop_draft(ui, state);
	ui_back(ui);
	ui_say(ui, _("Removed; Ctrl-Z brings it back."));
}

static void
leave(struct ui *ui, struct form_state *state)
{
	bool typed = form_any_typed(state), kept = false;

	if (state->owner != NULL) {
		form_row_leave(ui, state);
		return;
	}
	if (typed) {
		state->unwritten = true;
		form_keep_draft(ui, state);
		kept = !state->unwritten && state->draft.number != 0 &&
			drafts_leave(ui->app->drafts, state->draft.number,
				NULL) == ERR_OK;
	} else {
		form_drop_draft(ui, state);
	}
	if (typed && !kept &&
		!dialog_confirm(&ui->host, term_word(&state->type->term),
			_("No draft can be kept here. Throw away what was "
			  "typed?"), _("Throw away")))
		return;
	ui_back(ui);
	if (kept)
		ui_say(ui, _("Not saved yet: kept as a draft, to be resumed "
			     "from Home."));
}

/* A row is saved with its owner, and the cursor goes where that fails. */
static void
save(struct ui *ui, struct form_state *state)
{
	struct form_state *owner = state->owner;

	if (owner != NULL) {
		form_row_leave(ui, state);
		state = owner;
	}
	(void)form_save_and_go(ui, state);
}

static void
enter_next_row(struct ui *ui, struct form_state *state)
{
	struct form_state *owner = state->owner;
	struct owned_page *page = state->page;

	if (form_row_done(ui, state))
		form_new_row(ui, owner, page, NULL);
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
		if (form_take_row(ui, state, state->form.left))
			form_alike_hint(ui, state, state->form.left);
		form_keep_draft(ui, state);
		return true;
	case FORM_CHOOSE:
		form_choose_value(ui, state);
		return true;
	case FORM_DONE:
		if (state->owner != NULL)
			(void)form_row_done(ui, state);
		else
			save(ui, state);
		return true;
	default:
		form_note_cursor(ui, state);
		return true;
	}
}

/* F3 and a digit; from a row with few pages, a page of its owner. */
static void
choose_page(struct ui *ui, struct form_state *state)
{
	struct form_state *owner = state->owner;
	struct menu menu;
	bool chosen;

	if (owner != NULL && !form_numbers_pages(&state->form)) {
		form_row_leave(ui, state);
		state = owner;
	}
	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Go to page");
	menu.numbered = true;
	for (size_t i = 0; i < state->form.n_pages; i++)
		menu_add(&menu, state->pages[i], "");
	menu_want(&menu, (int64_t)state->form.page);
	chosen = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
	if (chosen)
		form_result(ui, state, form_turn_to(&state->form,
			(size_t)menu_chosen(&menu)->id));
	menu_clear(&menu);
}

/* The document is of the saved record. */
static void
print(struct ui *ui, struct form_state *state)
{
	open_print(ui, state->type, state->record.id, "");
	if (form_any_typed(state))
		ui_say(ui, _("What was typed and is not saved yet is not in "
			     "the document."));
}

static bool
form_screen_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct form_state *state = data;
	struct owned_page *page = form_rows_page(state);
	struct related *related = form_related(state);

	if (state->form.editing && form_result(ui, state,
		    form_text_handle(ui, state, action)))
		return true;
	if (action == ACTION_UNDO && may_take_back(ui, state)) {
		undo_with_question(ui, 0);
		form_refresh(ui, state);
		return true;
	}
	if (noun_handle(ui, state, action))
		return true;
	if (page != NULL && form_rows_handle(ui, state, page, action, event))
		return true;
	if (related != NULL && related_handle(ui, related, action, event))
		return true;
	if (form_result(ui, state, form_handle(&state->form, action, event)))
		return true;
	switch (action) {
	case ACTION_STEP:
		form_step_next(ui, state);
		return true;
	case ACTION_PAGES:
		choose_page(ui, state);
		return true;
	case ACTION_SAVE:
		save(ui, state);
		return true;
	case ACTION_NEW:
		enter_next_row(ui, state);
		return true;
	case ACTION_HISTORY:
		open_history(ui, state->type, state->record.id);
		return true;
	case ACTION_PRINT:
		print(ui, state);
		return true;
	case ACTION_REMOVE:
		remove_record(ui, state);
		return true;
	case ACTION_REVEAL:
		form_show_numbers(ui, state);
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
run_discard(struct ui *ui, void *data, int64_t argument)
{
	struct form_state *state = data;

	(void)argument;
	if (!dialog_confirm(&ui->host, term_word(&state->type->term),
		    _("Throw away what was typed here and not saved?"),
		    _("Throw away")))
		return;
	if (state->owner != NULL) {
		form_row_discard(ui, state);
		return;
	}
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
run_calendar(struct ui *ui, void *data, int64_t argument)
{
	struct form_state *state = data;

	(void)argument;
	open_calendar(ui, state->record.id);
}

/* What belongs to a union that is saved. */
static void
add_union_commands(struct ui_commands *commands)
{
	ui_commands_add(commands, N_("Roster with counts"),
		N_("Show who is in this union, with the counts at the foot."),
		run_roster, 0);
	ui_commands_add(commands, N_("Calendar of the union"),
		N_("Show what this union has held in the year, kinds of "
		   "meeting by months."), run_calendar, 0);
}

static void
run_merge(struct ui *ui, void *data, int64_t argument)
{
	const struct form_state *state = data;
	const struct record_type *type = state->type;
	int64_t id = state->record.id, survivor = id;
	int64_t other = choose_record(ui, type, "");
	size_t n_below = ui->frames.n;

	(void)argument;
	if (other == 0)
		return;
	open_merging(ui, type, id, other);
	ui_run_above(ui, n_below);
	if (ui->leaving || ui->frames.n != n_below ||
		ruling_survivor(ui->app->store, id, &survivor, NULL) !=
			ERR_OK || survivor == id)
		return;
	ui_back(ui); /* this one went */
	open_form(ui, type, id, NULL);
}

static void
run_unmerge(struct ui *ui, void *data, int64_t argument)
{
	const struct form_state *state = data;

	(void)argument;
	unmerge_with_question(ui, state->type, state->record.id);
}

static void
add_merge_commands(struct ui *ui, const struct form_state *state,
	struct ui_commands *commands)
{
	if (!state->writable || state->record.version == 0 ||
		!(state->type->flags & RECORD_MERGES))
		return;
	ui_commands_add(commands, N_("Merge with another one…"),
		N_("Where the same one stands twice: choose the other record, "
		   "and look at both side by side."), run_merge, 0);
	if (unmerge_is_possible(ui, state->type, state->record.id))
		ui_commands_add(commands, N_("Take a merge back…"),
			N_("Let a record that was merged into this one stand "
			   "by itself again; what came since stays here."),
			run_unmerge, 0);
}

static void
form_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	struct form_state *state = data;

	noun_commands(state, commands);
	if (state->record.version != 0 &&
		state->type->flags & RECORD_ROSTER)
		add_union_commands(commands);
	if (state->writable && state->owner == NULL)
		ui_commands_add(commands, N_("Save and enter another"),
			N_("Save this one and begin an empty form."),
			run_save_and_new, 0);
	if (form_any_typed(state) ||
		(state->owner != NULL && owned_is_changed(state->row)))
		ui_commands_add(commands, N_("Throw away what was typed"),
			N_("Forget what was typed and not saved, after "
			   "asking."), run_discard, 0);
	if (state->steppable)
		form_step_commands(state, commands);
	add_merge_commands(ui, state, commands);
}

/* The record gets it when it is saved. */
static void
show_filled(struct ui *ui, struct form_state *state)
{
	if (state->writable)
		form_values_fill(ui->app->store, &state->record,
			&state->form);
}

void
form_show_values(struct ui *ui, struct form_state *state)
{
	form_values_put(ui->app->store, &state->record, &state->form);
	show_filled(ui, state);
}

void
form_name_pages(struct form_state *state)
{
	const char **word = state->pages;

	for (size_t i = 0; i < state->n_own_pages; i++)
		*word++ = term_word(&state->type->pages[i]);
	for (size_t i = 0; i < state->owned.n; i++)
		*word++ = term_word(&state->owned.items[i].type->term);
	if (state->beside != NULL)
		*word++ = term_word(&state->beside->rows->type->term);
	for (size_t i = 0; i < state->related.n; i++)
		*word++ = related_word(state->related.items[i]);
}

/* The language may be another; what was typed stays as it is. */
static void
translate(struct ui *ui, struct form_state *state)
{
	struct strbuf shown = STRBUF_INIT;

	form_values_rows(&state->record, state->writable, state->rows);
	form_name_pages(state);
	for (size_t i = 0; i < state->type->n_fields; i++) {
		if (form_is_changed(&state->form, i))
			continue;
		strbuf_reset(&shown);
		form_values_show(ui->app->store, &state->record,
			&state->type->fields[i], state->record.values[i],
			&shown);
		form_set(&state->form, i, shown.s);
	}
	strbuf_clear(&shown);
	show_filled(ui, state);
}

static void
form_returned(struct ui *ui, void *data)
{
	struct form_state *state = data;

	translate(ui, state);
	if (form_whole(state)->noun->stale != NULL)
		form_whole(state)->noun->stale(form_whole(state));
	related_reload(&state->related);
	form_refresh(ui, state);
}

static void
form_tick(struct ui *ui, void *data, bool changed)
{
	form_write_draft(ui, data);
	if (changed)
		form_returned(ui, data);
}

static bool
form_work(struct ui *ui, void *data)
{
	struct form_state *whole = form_whole(data);
	bool is_new = form_rows_look(data);

	if (whole->noun->work != NULL && whole->noun->work(ui, whole)) {
		form_rows_show(ui, whole);
		is_new = true;
	}
	return is_new;
}

static void
form_close(struct ui *ui, void *data)
{
	struct form_state *state = data;

	(void)ui;
	if (state->owner != NULL)
		state->owner->above = NULL;
	if (state->noun->clear != NULL)
		state->noun->clear(state);
	form_clear(&state->form);
	form_rows_clear(state);
	related_clear(&state->related);
	draft_clear(&state->draft);
	record_clear(&state->record);
	free(state->rows);
	free(state->pages);
	free(state);
}

const struct screen form_screen = {
	.title = form_title,
	.help = form_help,
	.live = form_screen_live,
	.draw = form_screen_draw,
	.handle = form_screen_handle,
	.commands = form_commands,
	.returned = form_returned,
	.tick = form_tick,
	.work = form_work,
	.keep = form_keep_draft,
	.close = form_close,
};
