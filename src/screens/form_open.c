/* The doors of the form: to a record, a new one, a copy, a draft, a row. */
#include "screens/form_state.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/ruling.h"
#include "records/value.h"
#include "screens/form_values.h"
#include "screens/open.h"

/* How many pages there are in all. */
static size_t
make_pages(struct ui *ui, struct form_state *state)
{
	const struct record_type *type = state->type;
	size_t n;

	owned_init(&state->owned, type);
	form_rows_init(ui, state);
	if (state->record.version != 0)
		related_init(&state->related, ui, type, state->record.id);
	while (state->n_own_pages < RECORD_MAX_PAGES &&
		type->pages[state->n_own_pages].en != NULL)
		state->n_own_pages++;
	n = state->n_own_pages + state->owned.n + (state->beside != NULL) +
		state->related.n;
	state->pages = xcalloc(n, sizeof(*state->pages));
	form_name_pages(state);
	return n;
}

void
form_find_writable(struct ui *ui, struct form_state *state,
	const struct record *record)
{
	bool may_write = !record->deleted &&
		store_read_only(ui->app->store) == NULL;

	state->steppable = may_write && !record_is_frozen(record);
	state->writable = state->steppable && !record_is_guarded(record);
	state->amendable = may_write && record_is_frozen(record);
}

/* record is taken over; may_write is false in a form that is closed itself;
 * owner is that of a row, or NULL. */
static struct form_state *
show_form(struct ui *ui, struct record *record, bool may_write,
	struct form_state *owner)
{
	struct form_state *state = xcalloc(1, sizeof(*state));
	size_t n_pages;

	state->type = record->type;
	state->noun = noun_of(record->type);
	state->record = *record;
	state->owner = owner;
	if (may_write)
		form_find_writable(ui, state, record);
	world_today(ui->app->world, state->today);
	state->rows = xcalloc(state->type->n_fields, sizeof(*state->rows));
	form_values_rows(&state->record, state->writable, state->rows);
	n_pages = make_pages(ui, state);
	form_init(&state->form, state->rows, state->type->n_fields,
		state->pages, n_pages, &ui->clip);
	state->names = (struct form_names){ui, state};
	form_set_offers(&state->form, &(struct offer_source){form_text_names,
		&state->names});
	form_show_values(ui, state);
	draft_init(&state->draft);
	state->draft.operator_id = ui->app->operator_id;
	state->draft.table = xstrdup(state->type->name);
	state->draft.record = record->id;
	state->draft.version = record->version;
	ui_open(ui, &form_screen, state);
	return state;
}

/* What follows from what a new record hangs on. */
static void
follow_known(struct ui *ui, struct form_state *state)
{
	const struct record_type *type = state->type;
	struct record empty;

	record_init(&empty, type);
	for (size_t i = 0; state->noun->follow != NULL && i < type->n_fields;
		i++)
		if (type->fields[i].kind == FIELD_REF &&
			state->record.values[i][0] != '\0')
			state->noun->follow(ui, state, &empty,
				type->fields[i].name);
	record_clear(&empty);
}

/* What it hangs on, and its place among the rows of its owner. */
static bool
is_known(const struct form_state *state, size_t row)
{
	const struct record_type *type = state->type;
	const struct field_type *field = &type->fields[row];
	bool place = type->owned_by != NULL && type->order != NULL &&
		strcmp(type->order, field->name) == 0;

	if (state->form.cells[row].hidden)
		return true;
	return (field->kind == FIELD_REF || place) &&
		state->record.values[row][0] != '\0';
}

/* The typing begins behind what is known of a new record. */
static void
skip_known(struct form_state *state)
{
	const struct record_type *type = state->type;

	for (size_t i = 0; i + 1 < type->n_fields && is_known(state, i) &&
		type->fields[i + 1].page == type->fields[0].page; i++)
		form_focus(&state->form, i + 1);
}

struct form_state *
form_open_saved(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct err err = ERR_INIT;
	struct form_state *state;
	struct record record;

	if (record_load(ui->app->store, type, id, &record, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return NULL;
	}
	state = show_form(ui, &record, true, NULL);
	if (owned_load(ui->app->store, &state->owned, id, &err) != ERR_OK)
		ui_fail(ui, &err);
	form_rows_show(ui, state);
	if (state->noun->opens != NULL)
		form_rows_go(ui, state, state->noun->opens);
	return state;
}

/* begin is copied, NULL: the initial values. */
static struct form_state *
open_new(struct ui *ui, const struct record_type *type,
	const struct record *begin)
{
	struct form_state *state;
	struct record record;
	char today[DATE_SIZE];

	world_today(ui->app->world, today);
	if (begin != NULL)
		record_copy(&record, begin);
	else
		record_begin(&record, type, today);
	if (noun_of(type)->begin != NULL)
		noun_of(type)->begin(ui, &record);
	state = show_form(ui, &record, true, NULL);
	follow_known(ui, state);
	skip_known(state);
	return state;
}

/* Rows */

/* What was not understood stands there as it was typed, and says why. */
static void
show_misunderstood(struct ui *ui, struct form_state *state)
{
	for (size_t i = 0; i < state->type->n_fields; i++) {
		const struct field_type *field = &state->type->fields[i];
		const char *typed = state->row->now.values[i];

		if (value_is_stored(field, typed, state->today, NULL))
			continue;
		record_set(&state->record, field->name, "");
		form_set(&state->form, i, "");
		form_fill(&state->form, i, typed);
		(void)form_take_row(ui, state, i);
	}
}

struct form_state *
form_open_row(struct ui *ui, struct form_state *owner,
	struct owned_page *page, struct owned_row *row)
{
	struct form_state *state;
	struct record record;

	form_rows_choose(owner, page, row);
	record_copy(&record, &row->now);
	state = show_form(ui, &record, form_rows_may_change(owner, page, row),
		owner);
	owner->above = state;
	state->page = page;
	state->row = row;
	if (state->noun->starts != NULL)
		form_focus(&state->form, record_field_index(state->type,
			state->noun->starts));
	show_misunderstood(ui, state);
	return state;
}

void
form_new_row(struct ui *ui, struct form_state *owner, struct owned_page *page,
	const struct record *begin)
{
	const struct record_type *type = page->rows->type;
	struct owned_row *row = owned_add(page->rows, owner->today);
	struct form_state *state;

	if (page->noun != NULL && page->noun->begin != NULL)
		page->noun->begin(ui, owner, &row->now);
	for (size_t i = 0; begin != NULL && i < type->n_fields; i++)
		if (begin->values[i][0] != '\0')
			record_set(&row->now, type->fields[i].name,
				begin->values[i]);
	state = form_open_row(ui, owner, page, row);
	state->fresh = true;
	skip_known(state);
}

static struct form_state *
open_saved_row(struct ui *ui, const struct record_type *type, int64_t id,
	int64_t owner_id)
{
	struct form_state *owner = form_open_saved(ui, record_owner(type),
		owner_id);
	struct owned_page *page;
	struct owned_row *row;

	if (owner == NULL)
		return NULL;
	page = form_rows_page_of(owner, type);
	row = owned_find(page->rows, id);
	return row != NULL ? form_open_row(ui, owner, page, row) : NULL;
}

/* Where its owner is not known yet, that is chosen first. */
static void
open_new_row(struct ui *ui, const struct record_type *type,
	const struct record *begin)
{
	int64_t id = begin != NULL ? record_ref(begin, type->owned_by) : 0;
	struct form_state *owner = NULL;

	if (id == 0)
		id = choose_record(ui, record_owner(type), "");
	if (id != 0)
		owner = form_open_saved(ui, record_owner(type), id);
	if (owner == NULL)
		return;
	if (form_rows_may_add(owner, form_rows_page_of(owner, type)))
		form_new_row(ui, owner, form_rows_page_of(owner, type), begin);
	else if (type->flags & RECORD_AMENDS && owner->writable)
		ui_say(ui, _("This one is not closed yet: change it itself."));
	else
		ui_say(ui, _("This one is closed; nothing more can be entered "
			     "in it."));
}

/* Doors */

/* A row is shown in the form of its owner, unless it was removed. */
static struct form_state *
open_known(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct record record;
	int64_t owner = 0;

	if (type->owned_by != NULL && record_load(ui->app->store, type, id,
			&record, NULL) == ERR_OK) {
		if (!record.deleted)
			owner = record_ref(&record, type->owned_by);
		record_clear(&record);
	}
	return owner != 0 ? open_saved_row(ui, type, id, owner)
			  : form_open_saved(ui, type, id);
}

/* Of a record that was merged, the one into which it was. */
static void
open_survivor(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct strbuf title = STRBUF_INIT;
	int64_t survivor = id;

	if (type->flags & RECORD_MERGES)
		(void)ruling_survivor(ui->app->store, id, &survivor, NULL);
	open_known(ui, type, survivor);
	if (survivor == id)
		return;
	record_title_of(ui->app->store, type, id, &title);
	ui_say(ui, _("“%s” was merged into this record."), title.s);
	strbuf_clear(&title);
}

void
open_form(struct ui *ui, const struct record_type *type, int64_t id,
	const struct record *begin)
{
	if (id != 0)
		open_survivor(ui, type, id);
	else if (type->owned_by != NULL)
		open_new_row(ui, type, begin);
	else
		open_new(ui, type, begin);
}

void
open_like(struct ui *ui, const struct record *begin, int64_t id)
{
	struct err err = ERR_INIT;
	struct form_state *state = open_new(ui, begin->type, begin);

	if (owned_load_like(ui->app->store, &state->owned, id, state->today,
		    &err) != ERR_OK)
		ui_fail(ui, &err);
	form_rows_show(ui, state);
}

void
open_copy(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct err err = ERR_INIT;
	struct record record, like;
	char today[DATE_SIZE];

	if (record_load(ui->app->store, type, id, &record, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	world_today(ui->app->world, today);
	record_begin_like(&like, &record, today);
	record_clear(&record);
	if (type->owned_by != NULL)
		open_new_row(ui, type, &like);
	else
		open_like(ui, &like, id);
	record_clear(&like);
}

int64_t
enter_record(struct ui *ui, const struct record_type *type,
	const struct record *begin)
{
	size_t n_below = ui->frames.n;
	int64_t id = 0;

	assert(type->owned_by == NULL);
	open_new(ui, type, begin)->saved = &id;
	ui_run_above(ui, n_below);
	return id;
}

void
open_form_ending(struct ui *ui, const struct record_type *type, int64_t id)
{
	size_t row = record_field_index(type, type->until);
	struct form_state *state = open_known(ui, type, id);

	if (state == NULL)
		return;
	form_fill(&state->form, row, state->today);
	(void)form_take_row(ui, state, row);
	form_focus(&state->form, row);
	form_note_typing(ui, state);
	ui_say(ui, _("Put the day right, then save with F2."));
}

void
open_draft(struct ui *ui, int64_t number)
{
	struct err err = ERR_INIT;
	const struct record_type *type;
	struct form_state *state = NULL;
	struct draft draft;

	draft_init(&draft);
	if (drafts_load(ui->app->drafts, number, &draft, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	type = record_type_find(draft.table);
	if (type == NULL)
		ui_say(ui, _("This draft is of a type that this program does not "
			     "know; a newer one wrote it."));
	else if (draft.record != 0)
		state = form_open_saved(ui, type, draft.record);
	else
		state = open_new(ui, type, NULL);
	if (state == NULL) {
		draft_clear(&draft);
		return;
	}
	draft_clear(&state->draft);
	state->draft = draft;
	if (form_take_draft(ui, state))
		form_refresh(ui, state);
}
