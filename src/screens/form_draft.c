/*
 * What is typed in a form, in its draft until it is saved.  A value of the
 * record stands there under the name of its field, as it was typed; those of a
 * row that it owns under TYPE.ROW.FIELD, stored forms, where ROW is the id of
 * the row, or + and the serial of its id in the form where it is new; beside
 * them stand the version that it was made from and whether it is to go.
 *
 * The cursor is the name of such a value, of the form or of the row's form that
 * is open above it, with @ and the bytes before it, and + where the editor is
 * open; on a page with rows it is TYPE.ROW. or TYPE alone.
 */
#include "screens/form_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "records/load.h"
#include "store/site.h"

enum { FLUSH_MS = 10000 }; /* on the disk after this */

static void
put(struct draft *draft, const struct record_type *type, const char *row,
	const char *field, const char *value)
{
	char *name = xasprintf("%s.%s.%s", type->name, row, field);

	draft_add(draft, name, value);
	free(name);
}

/* What names a row in the draft. */
static void
make_key(const struct owned_row *row, char key[SITE_ID_TEXT_SIZE])
{
	if (row->was.version == 0)
		snprintf(key, SITE_ID_TEXT_SIZE, "+%06lu",
			(unsigned long)site_serial_of_id(row->now.id));
	else
		site_id_to_text(row->was.id, key);
}

static void
put_row(struct draft *draft, const struct owned_row *row)
{
	const struct record_type *type = row->now.type;
	bool is_new = row->was.version == 0;
	char key[SITE_ID_TEXT_SIZE], version[24];

	make_key(row, key);
	snprintf(version, sizeof(version), "%lld",
		(long long)row->now.version);
	put(draft, type, key, "version", version);
	if (row->now.deleted)
		put(draft, type, key, "deleted", "1");
	for (size_t i = 0; i < type->n_fields; i++)
		if (is_new ||
			strcmp(row->now.values[i], row->was.values[i]) != 0)
			put(draft, type, key, type->fields[i].name,
				row->now.values[i]);
}

static void
put_rows(struct draft *draft, const struct owned_rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		if (owned_is_changed(rows->items[i]))
			put_row(draft, rows->items[i]);
}

/* A new record may have begun with other values than a draft's would. */
static void
put_typed(struct form_state *state)
{
	draft_empty(&state->draft);
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (state->record.version == 0 ||
			form_is_changed(&state->form, i))
			draft_add(&state->draft, state->type->fields[i].name,
				form_value(&state->form, i));
	for (size_t i = 0; i < state->owned.n; i++)
		put_rows(&state->draft, &state->owned.items[i]);
}

static void
add_field(const struct form_state *state, struct strbuf *out)
{
	const struct form *form = &state->form;

	if (form->focus >= state->type->n_fields)
		return;
	strbuf_addf(out, "%s@%zu%s", state->type->fields[form->focus].name,
		form_cursor(form), form->editing ? "+" : "");
}

static void
add_row(const struct owned_row *row, struct strbuf *out)
{
	char key[SITE_ID_TEXT_SIZE];

	if (row == NULL)
		return;
	make_key(row, key);
	strbuf_addf(out, ".%s.", key);
}

/* Where the cursor is; on the heap. */
static char *
cursor_of(const struct form_state *state)
{
	struct owned_page *page = form_rows_page(state);
	struct strbuf cursor = STRBUF_INIT;

	if (state->above != NULL)
		page = state->above->page;
	if (page == NULL) {
		add_field(state, &cursor);
		return strbuf_detach(&cursor);
	}
	strbuf_add(&cursor, page->rows->type->name);
	add_row(state->above != NULL ? state->above->row
			: form_rows_chosen(page), &cursor);
	if (state->above != NULL)
		add_field(state->above, &cursor);
	return strbuf_detach(&cursor);
}

static void
write_typed(struct ui *ui, struct form_state *state)
{
	struct strbuf title = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (!state->unwritten || ui->app->drafts == NULL)
		return;
	put_typed(state);
	if (record_field(state->type, state->type->title[0])->kind == FIELD_TEXT)
		strbuf_add(&title, form_value(&state->form,
			record_field_index(state->type,
				state->type->title[0])));
	else
		record_title(ui->app->store, &state->record, &title);
	free(state->draft.title);
	state->draft.title = strbuf_detach(&title);
	free(state->draft.cursor);
	state->draft.cursor = cursor_of(state);
	ui->unkept = drafts_write(ui->app->drafts, &state->draft, &err) !=
		ERR_OK;
	if (ui->unkept) {
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

/* The form in whose draft it is kept: a row's is that of its owner. */
static struct form_state *
keeper(struct ui *ui, struct form_state *state)
{
	if (state->owner == NULL)
		return state;
	if (state->unwritten) {
		form_row_keep(ui, state);
		/* where the cursor stands, if nothing else */
		state->owner->unwritten |= state->owner->draft.number != 0;
	}
	state->unwritten = false;
	return state->owner;
}

void
form_write_draft(struct ui *ui, struct form_state *state)
{
	state = keeper(ui, state);
	write_typed(ui, state);
	if (key_now(ui->app->term) >= state->flush_at)
		flush(ui, state);
}

void
form_keep_draft(struct ui *ui, void *data)
{
	struct form_state *state = keeper(ui, data);

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
	ui->unkept = false;
}

/* Where a draft's value of a row belongs. */
struct place {
	struct owned_rows *rows;
	char row[SITE_ID_TEXT_SIZE];
	const char *field;
};

/* False where it is no value of a row that this program knows. */
static bool
read_place(const struct form_state *state, const char *name,
	struct place *place)
{
	const char *dot = strchr(name, '.');
	const char *last = strrchr(name, '.');
	size_t len = last != NULL ? (size_t)(last - dot) : 0;

	if (len < 2 || len > sizeof(place->row))
		return false;
	snprintf(place->row, sizeof(place->row), "%.*s", (int)len - 1, dot + 1);
	place->field = last + 1;
	for (size_t i = 0; i < state->owned.n; i++) {
		place->rows = &state->owned.items[i];
		if (strlen(place->rows->type->name) == (size_t)(dot - name) &&
			strncmp(place->rows->type->name, name,
				(size_t)(dot - name)) == 0)
			return true;
	}
	return false;
}

static struct owned_row *
find_saved(const struct place *place)
{
	int64_t id;

	return site_id_from_text(place->row, &id)
		? owned_find(place->rows, id) : NULL;
}

/* The row itself; one that others have removed comes back to be refused. */
static struct owned_row *
find_row(struct ui *ui, const struct place *place, const char *today)
{
	struct owned_row *row = NULL;
	int64_t id;

	if (place->row[0] == '+')
		return owned_add_again(place->rows,
			(uint32_t)strtoul(place->row + 1, NULL, 10), today);
	if (!site_id_from_text(place->row, &id))
		return NULL;
	row = owned_find(place->rows, id);
	if (row == NULL && owned_fetch(ui->app->store, place->rows, id, &row,
		NULL) == ERR_OK)
		row->now.deleted = false;
	return row;
}

/* Where the cursor stood. */
struct cursor {
	char *name; /* without the bytes */
	size_t at;
	bool editing;
	bool is_row;
	struct place place; /* of a row, and … */
	struct owned_row *row; /* … that row, or NULL */
};

static void
read_cursor(const struct form_state *state, struct cursor *cursor)
{
	char *at;

	*cursor = (struct cursor){.name = xstrdup(state->draft.cursor)};
	at = strchr(cursor->name, '@');
	if (at != NULL) {
		*at++ = '\0';
		cursor->at = strtoul(at, &at, 10);
		cursor->editing = *at == '+';
	}
	cursor->is_row = read_place(state, cursor->name, &cursor->place);
	if (cursor->is_row && cursor->place.row[0] != '+')
		cursor->row = find_saved(&cursor->place);
}

/* Values come in the order of their names: those of a row one behind the
 * other, and new rows as they stood. */
static void
take_rows(struct ui *ui, struct form_state *state, struct cursor *cursor)
{
	struct owned_row *row = NULL;
	struct place place = {.row = ""}, at = {.row = ""};

	for (size_t i = 0; i < state->draft.values.n; i++) {
		const struct draft_value *value = &state->draft.values.items[i];

		if (!read_place(state, value->field, &place))
			continue;
		if (at.rows != place.rows || strcmp(at.row, place.row) != 0)
			row = find_row(ui, &place, state->today);
		at = place;
		if (row == NULL)
			continue;
		if (cursor->is_row && place.rows == cursor->place.rows &&
			strcmp(place.row, cursor->place.row) == 0)
			cursor->row = row;
		state->rows_typed = true;
		if (strcmp(place.field, "deleted") == 0)
			row->now.deleted = true;
		else if (strcmp(place.field, "version") == 0)
			row->now.version = strtoll(value->value, NULL, 10);
		else if (record_field(row->now.type, place.field) != NULL)
			record_set(&row->now, place.field, value->value);
	}
}

static void
take_fields(struct ui *ui, struct form_state *state)
{
	for (size_t i = 0; i < state->draft.values.n; i++) {
		const struct draft_value *value = &state->draft.values.items[i];
		size_t row = record_field_index(state->type, value->field);

		if (row >= state->type->n_fields)
			continue;
		form_fill(&state->form, row, value->value);
		(void)form_take_row(ui, state, row);
	}
}

static void
put_in_field(struct form_state *state, const char *field,
	const struct cursor *cursor)
{
	size_t row = record_field_index(state->type, field);

	form_focus(&state->form, row < state->type->n_fields ? row : 0);
	form_set_cursor(&state->form, cursor->at, cursor->editing);
}

/* Opens the form of the row again where the cursor was in that. */
static void
put_cursor(struct ui *ui, struct form_state *state,
	const struct cursor *cursor)
{
	struct owned_page *page = NULL;

	for (size_t i = 0; i < state->owned.n; i++)
		if (strncmp(cursor->name, state->owned.items[i].type->name,
			    strcspn(cursor->name, ".")) == 0)
			page = &state->owned_pages[i];
	if (page == NULL)
		put_in_field(state, cursor->name, cursor);
	else if (cursor->row == NULL)
		form_go_page(&state->form, state->n_own_pages +
			(size_t)(page - state->owned_pages));
	else if (cursor->place.field[0] == '\0')
		form_rows_choose(state, page, cursor->row);
	else
		put_in_field(form_open_row(ui, state, page, cursor->row),
			cursor->place.field, cursor);
}

bool
form_take_draft(struct ui *ui, struct form_state *state)
{
	bool stale = state->draft.version != state->record.version;
	struct cursor cursor;

	read_cursor(state, &cursor);
	take_rows(ui, state, &cursor);
	form_rows_show(ui, state);
	take_fields(ui, state);
	put_cursor(ui, state, &cursor);
	free(cursor.name);
	state->record.version = state->draft.version;
	return stale;
}
