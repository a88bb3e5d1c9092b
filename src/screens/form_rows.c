/*
 * Rows that the record of a form owns: a page for each type of them, and the
 * form of one row, above that of its owner.  Nothing is written here but the
 * owner's draft; form_save.c saves all of it in one change.
 */
#include "screens/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/save.h"
#include "screens/form_values.h"
#include "screens/open.h"
#include "screens/source.h"

enum { COLUMN_SAVES = 1, COLS_SAVES = 8, COLS_TITLE = 20,
	COLS_TITLE_LEAST = 12 };

/* What a save would do with the row. */
static const char *
saves_word(const struct owned_row *row)
{
	if (row->now.deleted)
		return C_("row", "removed");
	if (row->was.version == 0)
		return C_("row", "new");
	return owned_is_changed(row) ? C_("row", "changed") : "";
}

bool
form_rows_may_add(const struct form_state *state,
	const struct owned_page *page)
{
	return page->rows->type->flags & RECORD_AMENDS ? state->amendable
						       : state->writable;
}

bool
form_rows_may_change(const struct form_state *state,
	const struct owned_page *page, const struct owned_row *row)
{
	return form_rows_may_add(state, page) && (row->was.version == 0 ||
			!(page->rows->type->flags & RECORD_AMENDS));
}

/* The path of the column that names the row. */
static bool
is_title(const char *path)
{
	return strcmp(path, "title") == 0;
}

/* Has the page a column of what its noun finds? */
static bool
finds(const struct owned_page *page)
{
	return page->noun != NULL && page->noun->find != NULL;
}

/* The column of that path which the noun tells, or NULL. */
static const struct noun_column *
told(const struct owned_page *page, const char *path)
{
	for (size_t i = 0; page->noun != NULL && i < page->noun->n_columns; i++)
		if (strcmp(page->noun->columns[i].path, path) == 0)
			return &page->noun->columns[i];
	return NULL;
}

/* What names the row has no field of its own. */
static void
make_column(const struct owned_page *page, const char *path,
	struct list_column *column)
{
	const struct noun_column *of_noun = told(page, path);

	if (of_noun != NULL) {
		*column = of_noun->column;
		column->name = _(of_noun->column.name);
	} else {
		*column = (struct list_column){
			.name = term_word(&page->rows->type->term),
			.cols = COLS_TITLE, .least = COLS_TITLE_LEAST,
			.grows = true};
	}
}

/* All but those are as the dictionary has them. */
static void
name_columns(const struct owned_page *page, struct list_column *columns)
{
	struct list_column made[RECORD_MAX_PATHS];
	const char *plain[RECORD_MAX_PATHS] = {NULL};
	size_t at[RECORD_MAX_PATHS], n = 0;

	for (size_t i = 0; i < page->n_paths; i++)
		if (is_title(page->paths[i]) || told(page, page->paths[i])) {
			make_column(page, page->paths[i], &columns[i]);
		} else {
			plain[n] = page->paths[i];
			at[n++] = i;
		}
	record_columns(page->rows->type, plain, n, made);
	for (size_t i = 0; i < n; i++)
		columns[at[i]] = made[i];
}

static void
make_columns(struct owned_page *page)
{
	struct list_column columns[RECORD_MAX_PATHS];
	struct list_column *saves = &page->columns[COLUMN_SAVES];

	name_columns(page, columns);
	page->columns[0] = columns[0];
	*saves = (struct list_column){.name = _("Unsaved"),
		.cols = COLS_SAVES};
	if (finds(page)) {
		saves[1] = page->noun->found;
		saves[1].name = _(page->noun->found.name);
	}
	memcpy(saves + 1 + finds(page), columns + 1,
		(page->n_paths - 1) * sizeof(*columns));
}

static void
tell_cell(struct ui *ui, struct form_state *state,
	const struct owned_page *page, const char *path,
	const struct owned_row *from, struct strbuf *out)
{
	const struct noun_column *of_noun = told(page, path);

	if (of_noun != NULL)
		of_noun->tell(ui, state, from, out);
	else if (is_title(path))
		record_title(ui->app->store, &from->now, out);
	else
		record_show_path(ui->app->store, &from->now, path, true, out);
}

static void
add_row(struct ui *ui, struct form_state *state, struct owned_page *page,
	const struct owned_row *from)
{
	struct row *row = array_add(&page->array);
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < page->n_paths; i++) {
		strbuf_reset(&text);
		tell_cell(ui, state, page, page->paths[i], from, &text);
		strvec_add(&row->cells, text.s);
		if (i == 0)
			strvec_add(&row->cells, saves_word(from));
		if (i == 0 && finds(page))
			strvec_add(&row->cells, "");
	}
	strbuf_clear(&text);
}

/* Is it one of those that the page is about? */
static bool
refers(const struct owned_page *page, const struct owned_row *row)
{
	return page->of == NULL ||
		record_ref(&row->now, page->of->name) == page->of_id;
}

static bool
fits(void *data, const struct row *row)
{
	const struct owned_page *page = data;
	const struct owned_row *owned = page->rows->items[row->id];

	return form_group_shows(page, owned) && refers(page, owned) &&
		array_row_fits(row, list_filter(&page->list));
}

void
form_rows_filter(struct owned_page *page)
{
	array_filter(&page->array, fits, page);
}

static void
say_if_empty(const struct form_state *state, struct owned_page *page)
{
	if (*list_filter(&page->list) != '\0')
		page->list.empty = _("Nothing fits what was typed; Esc shows "
				     "all again.");
	else if (!form_rows_may_add(state, page))
		page->list.empty = _("None.");
	else if (page->noun != NULL && page->noun->empty != NULL)
		page->list.empty = _(page->noun->empty);
	else
		page->list.empty = _("None yet; Ctrl-N enters one.");
}

static void
show_page(struct ui *ui, struct form_state *state,
	struct owned_page *page)
{
	make_columns(page);
	say_if_empty(state, page);
	rows_clear(&page->array.rows);
	owned_sort(page->rows);
	for (size_t i = 0; i < page->rows->n; i++)
		add_row(ui, state, page, page->rows->items[i]);
	page->looked = false;
	form_group_settle(page);
	form_rows_filter(page);
	list_reload(&page->list);
}

void
form_rows_show(struct ui *ui, struct form_state *state)
{
	for (size_t i = 0; i < state->owned.n; i++)
		show_page(ui, state, &state->owned_pages[i]);
	if (state->above != NULL && state->above->beside != NULL)
		show_page(ui, state, state->above->beside);
}

static void
page_init(struct ui *ui, struct form_state *state,
	struct owned_page *page, struct owned_rows *rows)
{
	const struct record_type *type = rows->type;
	const char *const *paths = type->list;
	struct window_source source;

	page->rows = rows;
	page->noun = noun_page_of(state->noun, type);
	if (page->noun != NULL && page->noun->paths != NULL)
		paths = page->noun->paths;
	for (size_t i = 0; i < RECORD_MAX_PATHS && paths[i] != NULL; i++)
		if (strcmp(paths[i], type->owned_by) != 0 &&
			(page->of == NULL ||
				strcmp(paths[i], page->of->name) != 0))
			page->paths[page->n_paths++] = paths[i];
	make_columns(page);
	array_init(&page->array);
	array_source(&page->array, &source);
	list_init(&page->list, page->columns,
		page->n_paths + 1 + finds(page), &source,
		&ui->clip);
	page->list.can_filter = true;
	show_page(ui, state, page);
}

/* The field by which rows of a type refer to those of another, of the same
 * owner. */
static const struct field_type *
sibling_field(const struct record_type *type, const struct record_type *to)
{
	size_t i = 0;

	while (!(type->fields[i].flags & FIELD_SIBLING) ||
		field_ref(&type->fields[i]) != to)
		i++;
	return &type->fields[i];
}

static void
beside_init(struct ui *ui, struct form_state *state)
{
	struct form_state *owner = state->owner;
	struct owned_rows *rows = owned_of(&owner->owned,
		record_type_find(state->noun->beside));

	state->beside = xcalloc(1, sizeof(*state->beside));
	state->beside->of = sibling_field(rows->type, state->type);
	state->beside->of_id = state->record.id;
	page_init(ui, owner, state->beside, rows);
}

void
form_rows_init(struct ui *ui, struct form_state *state)
{
	state->owned_pages = xcalloc(state->owned.n,
		sizeof(*state->owned_pages));
	for (size_t i = 0; i < state->owned.n; i++)
		page_init(ui, state, &state->owned_pages[i],
			&state->owned.items[i]);
	if (state->owner != NULL && state->noun->beside != NULL)
		beside_init(ui, state);
}

static void
page_clear(struct owned_page *page)
{
	list_clear(&page->list);
	array_clear(&page->array);
	free(page->group);
}

void
form_rows_clear(struct form_state *state)
{
	for (size_t i = 0; i < state->owned.n; i++)
		page_clear(&state->owned_pages[i]);
	if (state->beside != NULL)
		page_clear(state->beside);
	free(state->beside);
	free(state->owned_pages);
	form_marks_forget(state);
	owned_clear(&state->owned);
}

struct owned_page *
form_rows_page(const struct form_state *state)
{
	size_t i = state->form.page - state->n_own_pages;

	if (state->form.page < state->n_own_pages)
		return NULL;
	if (i < state->owned.n)
		return &state->owned_pages[i];
	return i == state->owned.n ? state->beside : NULL;
}

struct owned_page *
form_rows_page_of(const struct form_state *state,
	const struct record_type *type)
{
	size_t i = 0;

	while (state->owned.items[i].type != type)
		i++;
	return &state->owned_pages[i];
}

static void
choose(struct owned_page *page, const struct owned_row *row)
{
	const struct row *now;

	if (row != NULL && form_group_set(page, row)) {
		form_rows_filter(page);
		list_restart(&page->list);
	}
	now = list_chosen(&page->list);
	for (size_t i = 0; i < page->rows->n; i++)
		if (page->rows->items[i] == row &&
			(now == NULL || now->id != (int64_t)i))
			list_want(&page->list, (int64_t)i);
}

void
form_rows_choose(struct form_state *state, struct owned_page *page,
	const struct owned_row *row)
{
	form_go_page(&state->form, state->n_own_pages +
		(size_t)(page - state->owned_pages));
	choose(page, row);
}

void
form_rows_go(struct ui *ui, struct form_state *state, const char *type)
{
	for (size_t i = 0; i < state->owned.n; i++) {
		struct owned_page *page = &state->owned_pages[i];

		if (strcmp(page->rows->type->name, type) == 0)
			form_rows_choose(state, page,
				form_marks_lacking(ui->app->store, page));
	}
}

bool
form_rows_look(struct form_state *state)
{
	struct owned_page *page = form_rows_page(state);

	if (page == NULL || !finds(page) || page->looked)
		return false;
	for (size_t i = 0; i < page->rows->n; i++) {
		char **cell = &page->array.rows.items[i].cells
				       .items[COLUMN_SAVES + 1];

		free(*cell);
		*cell = xstrdup(page->noun->find(&page->rows->items[i]->now));
	}
	page->looked = true;
	list_reload(&page->list);
	return page->rows->n > 0;
}

struct owned_row *
form_rows_chosen(struct owned_page *page)
{
	const struct row *row = list_chosen(&page->list);

	return row != NULL ? page->rows->items[row->id] : NULL;
}

void
form_rows_refresh(struct ui *ui, struct form_state *state,
	const struct owned_row *kept, struct owned_news *news)
{
	size_t n = state->owned.n;
	const struct owned_row **at = xcalloc(n + 1, sizeof(struct owned_row *));

	for (size_t i = 0; i < n; i++)
		at[i] = form_rows_chosen(&state->owned_pages[i]);
	if (owned_refresh(ui->app->store, &state->owned, state->record.id, kept,
		    news, NULL) == ERR_OK && news->any)
		form_marks_forget(state);
	form_rows_show(ui, state);
	for (size_t i = 0; news->any && i < n; i++)
		choose(&state->owned_pages[i], at[i]);
	free(at);
}

/* Such a row can be put back as the store has it. */
static bool
can_put_back(const struct owned_row *row)
{
	return row->was.version != 0 && owned_is_changed(row);
}

/* Beside a row, what F4 does: there is one form of a row at a time. */
static void
add_open(const struct form_state *state, struct keymap_live *live)
{
	const struct noun_deed *deed;

	if (state->owner == NULL) {
		keymap_live_add(live, ACTION_OPEN);
		return;
	}
	deed = noun_deed_of_key(state);
	if (deed != NULL)
		keymap_live_name(live, ACTION_OPEN, "", _(deed->help));
}

void
form_rows_live(const struct form_state *state, struct owned_page *page,
	struct keymap_live *live)
{
	const struct owned_row *row = form_rows_chosen(page);

	keymap_live_init(live, list_context(&page->list));
	noun_live(state, live);
	if (row != NULL)
		add_open(state, live);
	if (form_rows_may_add(state, page))
		keymap_live_add(live, ACTION_NEW);
	if (form_may_type(state))
		keymap_live_add(live, ACTION_SAVE);
	form_step_live(state, live);
	if (row != NULL && form_rows_may_change(state, page, row)) {
		if (!row->now.deleted)
			keymap_live_add(live, ACTION_REMOVE);
		if (can_put_back(row))
			keymap_live_add(live, ACTION_UNDO);
	}
	related_live_moves(&page->list, &state->form, live);
	form_group_live(page, live);
	keymap_live_add(live, ACTION_BACK);
	if (row != NULL && row->was.version != 0)
		keymap_live_add(live, ACTION_HISTORY);
}

void
form_rows_typed(struct ui *ui, struct form_state *state,
	struct owned_page *page, const struct owned_row *row)
{
	state->rows_typed = true;
	state->warned = false;
	state->unwritten = true;
	form_marks_forget(state);
	form_rows_show(ui, state);
	choose(page, row);
	form_keep_draft(ui, state);
}

static bool
ask(struct ui *ui, const struct owned_row *row, const char *question,
	const char *answer)
{
	return dialog_confirm(&ui->host, term_word(&row->now.type->term),
		question, answer);
}

/* False where others refer to the row, which has been said then. */
static bool
may_go(struct ui *ui, const struct owned_page *page,
	const struct owned_row *row)
{
	struct strbuf words = STRBUF_INIT;
	bool may;

	owned_referring(page->rows->all, row, &words);
	may = words.len == 0;
	if (!may)
		status_say(&ui->status, STYLE_WARNING,
			_("Others refer to it (%s); let them refer to another, "
			  "or remove those first."), words.s);
	strbuf_clear(&words);
	return may;
}

/* A row that is not saved goes; its form, where that is open, is on its way out
 * and no longer where the cursor is. */
static void
drop(struct form_state *state, struct owned_page *page, struct owned_row *row)
{
	if (state->above != NULL && state->above->row == row)
		state->above = NULL;
	owned_drop(page->rows, row);
}

/* True where it was done. */
static bool
remove_row(struct ui *ui, struct form_state *state, struct owned_page *page,
	struct owned_row *row)
{
	if (!may_go(ui, page, row))
		return false;
	if (row->was.version != 0) {
		row->now.deleted = true;
		ui_say(ui, _("It is removed when you save; Ctrl-Z keeps it."));
	} else if (ask(ui, row, _("Throw away this row, which has not been "
				  "saved yet?"), _("Throw away"))) {
		drop(state, page, row);
		row = NULL;
	} else {
		return false;
	}
	form_rows_typed(ui, state, page, row);
	return true;
}

/* What was to go stays, and what was typed in it; that goes the next time. */
static void
put_back(struct ui *ui, struct form_state *state, struct owned_page *page,
	struct owned_row *row)
{
	if (row->now.deleted) {
		row->now.deleted = false;
	} else if (ask(ui, row, _("Throw away what was typed here and not "
				  "saved?"), _("Throw away"))) {
		record_clear(&row->now);
		record_copy(&row->now, &row->was);
	}
	form_rows_typed(ui, state, page, row);
}

static bool
handle_list(struct ui *ui, const struct form_state *state,
	struct owned_page *page, enum action action,
	const struct key_event *event)
{
	switch (ui_list_handle(ui, &page->list, action, event)) {
	case LIST_IGNORED:
		return false;
	case LIST_FILTERED:
		form_rows_filter(page);
		say_if_empty(state, page);
		list_restart(&page->list);
		return true;
	default:
		return true;
	}
}

/* Asked for at once, where its noun knows how. */
static void
new_row(struct ui *ui, struct form_state *whole, struct owned_page *page)
{
	struct owned_row *row;

	if (page->noun == NULL || page->noun->ask == NULL) {
		form_new_row(ui, whole, page, NULL);
		return;
	}
	row = owned_add(page->rows, whole->today);
	if (page->noun->begin != NULL)
		page->noun->begin(ui, whole, &row->now);
	if (page->noun->ask(ui, &row->now))
		form_rows_typed(ui, whole, page, row);
	else
		owned_drop(page->rows, row);
}

static void
open_row(struct ui *ui, struct form_state *state, struct owned_page *page)
{
	if (state->owner != NULL)
		noun_deed_of_key(state)->run(ui, state);
	else
		form_open_row(ui, state, page, form_rows_chosen(page));
}

bool
form_rows_handle(struct ui *ui, struct form_state *state,
	struct owned_page *page, enum action action,
	const struct key_event *event)
{
	struct form_state *whole = form_whole(state);
	struct owned_row *row;

	if (form_group_handle(whole, page, action) ||
		handle_list(ui, whole, page, action, event))
		return true;
	row = form_rows_chosen(page);
	switch (action) {
	case ACTION_OPEN:
		open_row(ui, state, page);
		return true;
	case ACTION_NEW:
		new_row(ui, whole, page);
		return true;
	case ACTION_REMOVE:
		remove_row(ui, whole, page, row);
		return true;
	case ACTION_UNDO:
		put_back(ui, whole, page, row);
		return true;
	case ACTION_HISTORY:
		open_history(ui, row->was.type, row->was.id);
		return true;
	default:
		return false;
	}
}

/* The form of a row */

static bool
same_values(const struct record *one, const struct record *other)
{
	for (size_t i = 0; i < one->type->n_fields; i++)
		if (strcmp(one->values[i], other->values[i]) != 0)
			return false;
	return true;
}

void
form_row_keep(struct ui *ui, struct form_state *state)
{
	struct record typed;

	if (!state->writable)
		return;
	record_copy(&typed, &state->record);
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (form_values_take(ui->app->store, &state->form, i,
			    state->today, &typed, NULL) != ERR_OK)
			record_set(&typed, state->type->fields[i].name,
				form_value(&state->form, i));
	if (!same_values(&typed, &state->row->now)) {
		state->owner->rows_typed = state->owner->unwritten = true;
		form_marks_forget(state->owner);
	}
	record_clear(&state->row->now);
	state->row->now = typed;
}

void
form_row_leave(struct ui *ui, struct form_state *state)
{
	struct owned_page *page = state->page;
	struct owned_row *row = state->row;
	bool stays = !state->fresh || form_any_typed(state);

	if (stays)
		form_keep_draft(ui, state);
	else
		drop(state->owner, page, row);
	ui_back(ui);
	if (stays)
		choose(page, row);
}

/* What the owner's save alone can tell is left to it. */
static bool
is_sound(struct ui *ui, struct form_state *state)
{
	const struct record *was = state->row->was.version != 0
		? &state->row->was : NULL;
	struct notes notes = VEC_INIT;
	struct record filled;
	bool sound = true;

	record_copy(&filled, &state->record);
	(void)record_fill(ui->app->store, &filled, was, NULL);
	(void)record_check_filled(ui->app->store, &filled, was, &notes, NULL);
	record_clear(&filled);
	for (size_t i = 0; sound && i < notes.n; i++)
		if (notes.items[i].blocks && strcmp(notes.items[i].field,
						     state->type->owned_by) != 0) {
			form_fault(ui, state, notes.items[i].field,
				notes.items[i].text);
			sound = false;
		}
	notes_clear(&notes);
	return sound;
}

bool
form_row_done(struct ui *ui, struct form_state *state)
{
	if (!form_take_all(ui, state) || !is_sound(ui, state))
		return false;
	form_row_leave(ui, state);
	return true;
}

void
form_row_remove(struct ui *ui, struct form_state *state)
{
	if (remove_row(ui, state->owner, state->page, state->row))
		ui_back(ui);
}

void
form_row_discard(struct ui *ui, struct form_state *state)
{
	struct owned_row *row = state->row;

	if (row->was.version == 0 && !may_go(ui, state->page, row))
		return;
	if (row->was.version == 0) {
		drop(state->owner, state->page, row);
		row = NULL;
	} else {
		record_clear(&row->now);
		record_copy(&row->now, &row->was);
	}
	form_rows_typed(ui, state->owner, state->page, row);
	ui_back(ui);
}
