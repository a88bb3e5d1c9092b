/* 已移除的记录: of all types, the newest removal first. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/words.h"
#include "screens/open.h"
#include "screens/removal.h"
#include "store/journal.h"
#include "tui/list.h"

enum { COLUMNS_N = 4 };

struct removed_state {
	struct store *store;
	struct list list;
	struct list_column columns[COLUMNS_N];
};

/* Is the record still away by this removal, and not by a later one? */
static enum err_code
still_removed(struct store *store, const struct journal_entry *entry,
	bool *still, struct err *err)
{
	const struct record_type *type = record_type_find(entry->table);
	struct record record;
	enum err_code code;

	*still = false;
	if (type == NULL)
		return ERR_OK; /* a newer program's */
	code = record_load(store, type, entry->record, &record, err);
	if (code != ERR_OK)
		return code;
	*still = record.deleted && record.version == entry->version;
	record_clear(&record);
	return ERR_OK;
}

static enum err_code
add_row(struct store *store, const struct journal_entry *entry,
	struct rows *out, struct err *err)
{
	const struct record_type *type = record_type_find(entry->table);
	struct journal_change change;
	struct strbuf text = STRBUF_INIT;
	char time[TIME_SIZE];
	struct row *row;
	enum err_code code = journal_change_load(store, entry->change, &change,
		err);

	if (code != ERR_OK)
		return code;
	date_time_of_moment(change.at, time);
	strbuf_addf(&text, "%lld", (long long)entry->row);
	row = rows_add(out, entry->row, text.s);
	strvec_add(&row->cells, time);
	strvec_add(&row->cells, term_word(&type->term));
	strbuf_reset(&text);
	record_title_of(store, type, entry->record, &text);
	strvec_add(&row->cells, text.s);
	strvec_add(&row->cells, words_of_operator(&change));
	strbuf_clear(&text);
	journal_change_clear(&change);
	return ERR_OK;
}

/* One after the other, since those that are back are left out. */
static enum err_code
add_rows(struct store *store, int64_t after, bool backward, size_t n,
	struct rows *out, struct err *err)
{
	struct journal_entry entry;
	size_t n_found = 1;
	enum err_code code = ERR_OK;
	bool still;

	while (code == ERR_OK && n_found == 1 && n > 0) {
		code = journal_removals(store, after, backward, 1, &entry,
			&n_found, err);
		if (code != ERR_OK || n_found == 0)
			break;
		after = entry.row;
		code = still_removed(store, &entry, &still, err);
		if (code == ERR_OK && still) {
			code = add_row(store, &entry, out, err);
			n--;
		}
	}
	return code;
}

/* The chosen row's entry; ERR_ABSENT where it is not there. */
static enum err_code
load_entry(struct store *store, int64_t row, struct journal_entry *entry,
	struct err *err)
{
	struct journal_reader *reader;
	struct journal_field field;
	int64_t change = 0;
	size_t n_found = 0;
	bool more;
	enum err_code code = journal_read_row(store, row, &reader, err);

	if (code != ERR_OK)
		return code;
	code = journal_next(reader, &field, &more, err);
	if (code == ERR_OK && more)
		change = field.change;
	journal_close(reader);
	if (code == ERR_OK)
		code = journal_entries(store, change, row - 1, false, 1, entry,
			&n_found, err);
	if (code == ERR_OK && n_found == 0)
		return err_set(err, ERR_ABSENT,
			_("The row is not among those shown any more."));
	return code;
}

/* A row's place is the id of the journal row that removed the record. */
static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct removed_state *state = data;
	int64_t row = place != NULL ? strtoll(place, NULL, 10) : 0;
	struct journal_entry entry;
	enum err_code code = ERR_OK;
	bool still = false;

	if (place != NULL && side == ROWS_FROM) {
		code = load_entry(state->store, row, &entry, err);
		if (code == ERR_OK)
			code = still_removed(state->store, &entry, &still,
				err);
		if (code == ERR_OK && still)
			code = add_row(state->store, &entry, out, err);
	}
	return code == ERR_OK ? add_rows(state->store, row,
		side == ROWS_BEFORE, n - still, out, err) : code;
}

static void
removed_title(struct ui *ui, void *data, struct strbuf *out)
{
	(void)ui;
	(void)data;
	strbuf_add(out, _("Removed records"));
}

static const char *
removed_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("All records that have been removed and are still away, the "
		  "newest removal first. Ctrl-Z brings the chosen one back, "
		  "with the rows that it owns; Enter opens the change that "
		  "removed it, from which all that went with it can be "
		  "brought back, and F5 shows its history.");
}

static void
removed_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct removed_state *state = data;
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
removed_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct removed_state *state = data;

	list_draw(&state->list, ui->app->term, body, true);
}

static void
act(struct ui *ui, struct removed_state *state, enum action action)
{
	const struct row *row = list_chosen(&state->list);
	struct journal_entry entry;
	struct err err = ERR_INIT;

	if (row == NULL)
		return;
	if (load_entry(state->store, row->id, &entry, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	if (action == ACTION_OPEN)
		open_change(ui, entry.change);
	else if (action == ACTION_HISTORY)
		open_history(ui, record_type_find(entry.table), entry.record);
	else if (bring_back(ui, record_type_find(entry.table), entry.record))
		list_reload(&state->list);
}

static bool
removed_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct removed_state *state = data;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	if (action != ACTION_OPEN && action != ACTION_HISTORY &&
		action != ACTION_UNDO)
		return false;
	act(ui, state, action);
	return true;
}

static void
removed_returned(struct ui *ui, void *data)
{
	struct removed_state *state = data;

	(void)ui;
	list_reload(&state->list);
}

static void
removed_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		removed_returned(ui, data);
}

static void
removed_close(struct ui *ui, void *data)
{
	struct removed_state *state = data;

	(void)ui;
	list_clear(&state->list);
	free(state);
}

static const struct screen removed_screen = {
	.title = removed_title,
	.help = removed_help,
	.live = removed_live,
	.draw = removed_draw,
	.handle = removed_handle,
	.returned = removed_returned,
	.tick = removed_tick,
	.close = removed_close,
};

void
open_removed(struct ui *ui)
{
	struct removed_state *state = xcalloc(1, sizeof(*state));
	const struct window_source source = {fetch, NULL, state};
	const struct list_column columns[COLUMNS_N] = {
		{.name = _("When"), .cols = 16},
		{.name = _("Type"), .cols = 14, .least = 8},
		{.name = _("Record"), .cols = 30, .least = 10, .grows = true},
		{.name = _("Who"), .cols = 8},
	};

	state->store = ui->app->store;
	memcpy(state->columns, columns, sizeof(columns));
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	state->list.title = 2;
	state->list.empty = _("Nothing has been removed here.");
	ui_open(ui, &removed_screen, state);
}
