/* 变更记录: all changes of the office, newest first; undo and redo. */
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

struct changes_state {
	struct list list;
	struct list_column columns[5];
};

static void
add_row(struct store *store, const struct journal_change *change,
	struct rows *out)
{
	char place[SITE_ID_TEXT_SIZE], time[TIME_SIZE];
	struct strbuf text = STRBUF_INIT;
	struct row *row;

	site_id_to_text(change->id, place);
	date_time_of_moment(change->at, time);
	words_of_touched(store, change, &text);
	row = rows_add(out, change->id, place);
	strvec_add(&row->cells, time);
	strvec_add(&row->cells, words_of_operator(change));
	strvec_add(&row->cells, words_of_action(change->action));
	strvec_add(&row->cells, text.s);
	strvec_add(&row->cells,
		change->undone_by != 0 ? _("taken back") : change->reason);
	strbuf_clear(&text);
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	struct store *store = data;
	struct journal_change *changes = xcalloc(n, sizeof(*changes));
	size_t n_found = 0, n_first = 0;
	int64_t id = 0;
	enum err_code code = ERR_OK;

	if (place != NULL)
		(void)site_id_from_text(place, &id);
	if (place != NULL && side == ROWS_FROM) {
		code = journal_change_load(store, id, &changes[0], err);
		n_first = code == ERR_OK;
	}
	if (code == ERR_OK && n > n_first)
		code = journal_changes(store, NULL, id, side == ROWS_BEFORE,
			n - n_first, changes + n_first, &n_found, err);
	n_found += n_first;
	for (size_t i = 0; i < n_found; i++)
		add_row(store, &changes[side == ROWS_BEFORE ? n_found - 1 - i
							    : i], out);
	for (size_t i = 0; i < n_found; i++)
		journal_change_clear(&changes[i]);
	free(changes);
	return code;
}

static void
changes_title(struct ui *ui, void *data, struct strbuf *out)
{
	(void)ui;
	(void)data;
	strbuf_add(out, _("Changes"));
}

static const char *
changes_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Everything that was saved, newest first. Enter shows what a "
		  "change touched, Ctrl-Z takes it back, Ctrl-Y does again what "
		  "was taken back.");
}

static void
changes_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct changes_state *state = data;
	bool any = list_chosen(&state->list) != NULL;

	keymap_live_init(live, list_context(&state->list));
	if (any)
		keymap_live_add(live, ACTION_OPEN);
	if (any && store_read_only(ui->app->store) == NULL) {
		keymap_live_add(live, ACTION_UNDO);
		keymap_live_add(live, ACTION_REDO);
	}
	list_live(&state->list, live);
}

static void
changes_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct changes_state *state = data;

	list_draw(&state->list, ui->app->term, body, true);
}

/* "field: old → new" for every field of every record, a line each. */
static void
add_fields(struct store *store, int64_t id, struct strbuf *out)
{
	struct journal_reader *reader;
	struct journal_field field;
	int64_t row = 0;
	bool more;

	if (journal_read_change(store, id, false, &reader, NULL) != ERR_OK)
		return;
	while (journal_next(reader, &field, &more, NULL) == ERR_OK && more) {
		const struct record_type *type = record_type_find(field.table);
		const struct field_type *of = type != NULL
			? record_field(type, field.field) : NULL;

		if (field.row != row) {
			strbuf_add_char(out, '\n');
			if (type != NULL) {
				strbuf_addf(out, "%s ",
					term_word(&type->term));
				record_title_of(store, type, field.record,
					out);
			}
			if (strcmp(field.field, "deleted") == 0)
				strbuf_addf(out, "  %s",
					field.new_value[0] == '1'
						? _("removed")
						: _("brought back"));
			strbuf_add_char(out, '\n');
			row = field.row;
		}
		if (of == NULL)
			continue;
		strbuf_add(out, "    ");
		strbuf_addf(out, _("%s: "), term_word(&of->term));
		if (!field.is_new) {
			words_of_value(store, of, field.old_value, true, out);
			strbuf_add(out, " -> ");
		}
		words_of_value(store, of, field.new_value, true, out);
		strbuf_add_char(out, '\n');
	}
	journal_close(reader);
}

static void
show_change(struct ui *ui, int64_t id)
{
	struct strbuf text = STRBUF_INIT;
	struct journal_change change;
	struct err err = ERR_INIT;
	char time[TIME_SIZE], id_text[SITE_ID_TEXT_SIZE];

	if (journal_change_load(ui->app->store, id, &change, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	date_time_of_moment(change.at, time);
	site_id_to_text(id, id_text);
	words_of_change(ui->app->store, &change, &text);
	strbuf_addf(&text, "\n%s  %s  %s\n", time, words_of_operator(&change),
		change.reason);
	strbuf_addf(&text, _("Number %s, from the account %s on %s.\n"),
		id_text, change.account, change.host);
	if (change.undone_by != 0)
		strbuf_addf(&text, "%s\n", _("It has been taken back."));
	add_fields(ui->app->store, id, &text);
	open_text_page(ui, _("Changes"), text.s);
	strbuf_clear(&text);
	journal_change_clear(&change);
}

static bool
changes_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct changes_state *state = data;
	enum list_result result = list_handle(&state->list, action, event);
	const struct row *row;

	if (result == LIST_FAILED)
		ui_fail(ui, &state->list.err);
	if (result != LIST_IGNORED)
		return true;
	row = list_chosen(&state->list);
	if (row == NULL)
		return false;
	switch (action) {
	case ACTION_OPEN:
		show_change(ui, row->id);
		return true;
	case ACTION_UNDO:
		undo_with_question(ui, row->id);
		list_reload(&state->list);
		return true;
	case ACTION_REDO:
		redo_with_question(ui, row->id);
		list_reload(&state->list);
		return true;
	default:
		return false;
	}
}

static void
changes_returned(struct ui *ui, void *data)
{
	struct changes_state *state = data;

	(void)ui;
	list_reload(&state->list);
}

static void
changes_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		changes_returned(ui, data);
}

static void
changes_close(struct ui *ui, void *data)
{
	struct changes_state *state = data;

	(void)ui;
	list_clear(&state->list);
	free(state);
}

static const struct screen changes_screen = {
	.title = changes_title,
	.help = changes_help,
	.live = changes_live,
	.draw = changes_draw,
	.handle = changes_handle,
	.returned = changes_returned,
	.tick = changes_tick,
	.close = changes_close,
};

void
open_changes(struct ui *ui)
{
	struct changes_state *state = xcalloc(1, sizeof(*state));
	struct window_source source = {fetch, NULL, ui->app->store};
	const struct list_column columns[] = {
		{.name = _("When"), .cols = 16},
		{.name = _("Who"), .cols = 8},
		{.name = C_("header", "Action"), .cols = 12},
		{.name = _("What"), .cols = 28, .least = 16, .grows = true},
		{.name = _("Why, which file"), .cols = 16, .least = 10},
	};

	memcpy(state->columns, columns, sizeof(columns));
	list_init(&state->list, state->columns,
		sizeof(columns) / sizeof(columns[0]), &source, &ui->clip);
	state->list.title = 3;
	state->list.empty = _("Nothing has been saved yet.");
	ui_open(ui, &changes_screen, state);
}
