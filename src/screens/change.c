/* 一次变更: what it did to which records, a page at a time. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/words.h"
#include "screens/open.h"
#include "screens/text_page.h"
#include "store/journal.h"
#include "store/site.h"
#include "tui/list.h"

enum {
	COLUMN_TYPE,
	COLUMN_RECORD,
	COLUMN_DID,
	COLUMN_FIELDS,
	COLUMN_N,
};

enum { HEAD_ROWS = 4 };

struct change_state {
	struct store *store;
	struct journal_change head;
	struct list list;
	struct list_column columns[COLUMN_N];
};

static const char *
did_word(enum journal_did did)
{
	static const char *const words[] = {
		[JOURNAL_NOTED] = N_("numbers looked at"),
		[JOURNAL_MADE] = N_("made"),
		[JOURNAL_CHANGED] = N_("changed"),
		[JOURNAL_REMOVED] = N_("removed"),
		[JOURNAL_BROUGHT_BACK] = N_("brought back"),
	};

	return _(words[did]);
}

static void
add_field(struct store *store, const struct journal_field *field,
	const char *end, struct strbuf *out)
{
	const struct record_type *type = record_type_find(field->table);
	const struct field_type *of = type != NULL
		? record_field(type, field->field) : NULL;

	if (field->version == 0)
		strbuf_add(out, field->new_value); /* a note */
	if (field->is_blanked)
		strbuf_add(out, _("blanked by a redaction"));
	if (of == NULL)
		return;
	strbuf_addf(out, _("%s: "), term_word(&of->term));
	if (field->old_is_blanked)
		strbuf_add(out, _("blanked by a redaction"));
	else if (!field->is_new)
		words_of_value(store, of, field->old_value, true, out);
	if (!field->is_new)
		strbuf_add(out, " -> ");
	words_of_value(store, of, field->new_value, true, out);
	strbuf_add(out, end);
}

/* "Name: old -> new" for every field of the row, with end behind each. */
static enum err_code
add_fields(struct store *store, int64_t row, const char *end,
	struct strbuf *out, struct err *err)
{
	struct journal_reader *reader;
	struct journal_field field;
	bool more;
	enum err_code code = journal_read_row(store, row, &reader, err);

	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &field, &more, err)) == ERR_OK &&
		more)
		add_field(store, &field, end, out);
	journal_close(reader);
	return code;
}

static enum err_code
add_row(struct store *store, const struct journal_entry *entry,
	struct rows *out, struct err *err)
{
	const struct record_type *type = record_type_find(entry->table);
	struct strbuf text = STRBUF_INIT;
	struct row *row;
	enum err_code code;

	strbuf_addf(&text, "%lld", (long long)entry->row);
	row = rows_add(out, entry->row, text.s);
	strvec_add(&row->cells, type != NULL ? term_word(&type->term)
					     : entry->table);
	strbuf_reset(&text);
	if (type != NULL && entry->record != 0)
		record_title_of(store, type, entry->record, &text);
	strvec_add(&row->cells, text.s);
	strvec_add(&row->cells, did_word(entry->did));
	strbuf_reset(&text);
	code = add_fields(store, entry->row, "  ", &text, err);
	strvec_add(&row->cells, text.s);
	strbuf_clear(&text);
	return code;
}

/* A row's place is its id in the journal. */
static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct change_state *state = data;
	struct journal_entry *entries = xcalloc(n, sizeof(*entries));
	int64_t after = place != NULL ? strtoll(place, NULL, 10) : 0;
	size_t n_found = 0;
	enum err_code code;

	if (place != NULL && side == ROWS_FROM)
		after--;
	code = journal_entries(state->store, state->head.id, after,
		side == ROWS_BEFORE, n, entries, &n_found, err);
	for (size_t i = 0; code == ERR_OK && i < n_found; i++)
		code = add_row(state->store, &entries[i], out, err);
	free(entries);
	return code;
}

static void
change_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct change_state *state = data;

	(void)ui;
	strbuf_addf(out, "%s  ", _("Changes"));
	words_of_change(state->store, &state->head, out);
}

static const char *
change_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("What one change did, record by record. Enter shows a row "
		  "whole, F5 the history of its record. Ctrl-Z takes back what "
		  "the change did to the chosen record alone; F9 offers to "
		  "take all of it back.");
}

static void
change_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct change_state *state = data;
	bool any = list_chosen(&state->list) != NULL;

	keymap_live_init(live, CONTEXT_LIST);
	if (any) {
		keymap_live_add(live, ACTION_OPEN);
		keymap_live_add(live, ACTION_HISTORY);
	}
	if (any && store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_UNDO);
	list_live(&state->list, live);
}

static void
add_head(const struct change_state *state, struct strbuf *out)
{
	const struct journal_change *head = &state->head;
	char time[TIME_SIZE], id[SITE_ID_TEXT_SIZE];

	date_time_of_moment(head->at, time);
	site_id_to_text(head->id, id);
	strbuf_addf(out, "%s  %s  %s  %s\n", time, words_of_operator(head),
		words_of_action(state->store, head), head->reason);
	strbuf_addf(out, _("Number %s, from the account %s on %s."), id,
		head->account, head->host);
	if (head->undone_by != 0)
		strbuf_addf(out, " %s", _("It has been taken back."));
}

static void
change_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct change_state *state = data;
	struct strbuf text = STRBUF_INIT;
	struct rect rest = *body;

	add_head(state, &text);
	ui_draw_text(ui->app->term, &rest, HEAD_ROWS, text.s, STYLE_DIM);
	strbuf_clear(&text);
	list_draw(&state->list, ui->app->term, &rest, true);
}

/* The chosen row's entry; false where it cannot be read. */
static bool
chosen_entry(struct ui *ui, struct change_state *state,
	struct journal_entry *entry)
{
	const struct row *row = list_chosen(&state->list);
	struct err err = ERR_INIT;
	size_t n = 0;

	if (row != NULL && journal_entries(state->store, state->head.id,
			row->id - 1, false, 1, entry, &n, &err) != ERR_OK)
		ui_fail(ui, &err);
	return n == 1;
}

static void
show_row(struct ui *ui, struct change_state *state)
{
	const struct row *row = list_chosen(&state->list);
	struct strbuf text = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (row == NULL)
		return;
	strbuf_addf(&text, "%s  %s  %s\n\n", row->cells.items[COLUMN_TYPE],
		row->cells.items[COLUMN_RECORD], row->cells.items[COLUMN_DID]);
	if (add_fields(state->store, row->id, "\n", &text, &err) != ERR_OK)
		ui_fail(ui, &err);
	else
		open_text_page(ui, _("Changes"), text.s);
	strbuf_clear(&text);
}

static void
change_returned(struct ui *ui, void *data)
{
	struct change_state *state = data;
	struct journal_change head;
	struct err err = ERR_INIT;

	if (journal_change_load(state->store, state->head.id, &head, &err) !=
		ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	journal_change_clear(&state->head);
	state->head = head;
	list_reload(&state->list);
}

/* With one record alone it is the change itself that is taken back. */
static void
undo_chosen(struct ui *ui, struct change_state *state)
{
	struct journal_entry entry;
	const struct record_type *type;

	if (!chosen_entry(ui, state, &entry))
		return;
	type = record_type_find(entry.table);
	if (state->head.n_rows == 1)
		undo_with_question(ui, state->head.id);
	else if (type != NULL)
		undo_part_with_question(ui, state->head.id, type,
			entry.record);
	change_returned(ui, state);
}

static void
open_its_history(struct ui *ui, struct change_state *state)
{
	struct journal_entry entry;
	const struct record_type *type;

	if (!chosen_entry(ui, state, &entry))
		return;
	type = record_type_find(entry.table);
	if (type != NULL && entry.record != 0)
		open_history(ui, type, entry.record);
}

static bool
change_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct change_state *state = data;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	switch (action) {
	case ACTION_OPEN:
		show_row(ui, state);
		return true;
	case ACTION_HISTORY:
		open_its_history(ui, state);
		return true;
	case ACTION_UNDO:
		undo_chosen(ui, state);
		return true;
	default:
		return false;
	}
}

static void
run_undo(struct ui *ui, void *data, int64_t redo)
{
	struct change_state *state = data;

	if (redo != 0)
		redo_with_question(ui, state->head.id);
	else
		undo_with_question(ui, state->head.id);
	change_returned(ui, state);
}

static void
change_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	const struct change_state *state = data;

	if (store_read_only(ui->app->store) != NULL)
		return;
	if (state->head.undone_by == 0)
		ui_commands_add(commands, N_("Take all of this change back"),
			N_("Take back what it did to every record."),
			run_undo, 0);
	else
		ui_commands_add(commands, N_("Do all of this change again"),
			N_("Do again what was taken back."), run_undo, 1);
}

static void
change_close(struct ui *ui, void *data)
{
	struct change_state *state = data;

	(void)ui;
	list_clear(&state->list);
	journal_change_clear(&state->head);
	free(state);
}

static const struct screen change_screen = {
	.title = change_title,
	.help = change_help,
	.live = change_live,
	.draw = change_draw,
	.handle = change_handle,
	.commands = change_commands,
	.returned = change_returned,
	.close = change_close,
};

void
open_change(struct ui *ui, int64_t change)
{
	struct change_state *state = xcalloc(1, sizeof(*state));
	const struct window_source source = {fetch, NULL, state};
	const struct list_column columns[COLUMN_N] = {
		{.name = _("Type"), .cols = 12, .least = 8},
		{.name = _("Record"), .cols = 20, .least = 12},
		{.name = C_("header", "Action"), .cols = 12, .least = 6},
		{.name = _("Fields"), .cols = 24, .least = 10, .grows = true},
	};
	struct err err = ERR_INIT;

	state->store = ui->app->store;
	if (journal_change_load(state->store, change, &state->head, &err) !=
		ERR_OK) {
		ui_fail(ui, &err);
		free(state);
		return;
	}
	memcpy(state->columns, columns, sizeof(columns));
	list_init(&state->list, state->columns, COLUMN_N, &source, &ui->clip);
	state->list.title = COLUMN_RECORD;
	state->list.empty = _("This change saved nothing.");
	ui_open(ui, &change_screen, state);
}
