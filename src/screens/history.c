/* 历史: who changed one record, when and how; putting back a value, a save, or
 * the record as of a day. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/as_of.h"
#include "records/load.h"
#include "records/save.h"
#include "records/words.h"
#include "screens/history_lines.h"
#include "screens/open.h"
#include "screens/text_page.h"
#include "store/journal.h"
#include "tui/array.h"
#include "tui/list.h"
#include "tui/menu.h"

enum {
	FOOT_ROWS = 5, /* for the chosen line, where there is room */
	SIDE_COLS = 60, /* from here on old stands beside new there */
	DAY_MAX = 20,  /* characters of a day as it is typed */
};

struct history_state {
	struct history_lines history;
	struct array array;
	struct list list;
	struct list_column columns[HISTORY_COLUMNS];
};

static void
load(struct ui *ui, void *data)
{
	struct history_state *state = data;
	struct err err = ERR_INIT;

	if (history_lines_load(&state->history, &err) != ERR_OK)
		ui_fail(ui, &err);
	array_clear(&state->array);
	array_init(&state->array);
	for (size_t i = 0; i < state->history.lines.n; i++) {
		const struct history_line *line =
			&state->history.lines.items[i];
		struct row *row = array_add(&state->array);

		for (size_t j = 0; j < line->cells.n; j++)
			strvec_add(&row->cells, line->cells.items[j]);
	}
	array_filter(&state->array, NULL, NULL);
	list_reload(&state->list);
}

static void
history_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct history_state *state = data;

	strbuf_addf(out, "%s  ", C_("title", "History"));
	record_title_of(ui->app->store, state->history.type, state->history.id,
		out);
}

static const char *
history_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Who changed this record, when, and from what to what, newest "
		  "first. Ctrl-Z puts the old value of the chosen line back. "
		  "F4 also takes back all that one save did to the record, or "
		  "makes the record what it was on a day, after showing what "
		  "would change. Each of these is a change like any other and "
		  "can be taken back.");
}

static const struct history_line *
chosen(struct history_state *state)
{
	const struct row *row = list_chosen(&state->list);

	return row != NULL ? &state->history.lines.items[row->id] : NULL;
}

static void
history_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct history_state *state = data;
	const struct history_line *line = chosen(state);
	bool writable = store_read_only(ui->app->store) == NULL;

	keymap_live_init(live, list_context(&state->list));
	if (line != NULL && line->field != NULL)
		keymap_live_add(live, ACTION_OPEN);
	if (line != NULL && line->field != NULL && writable)
		keymap_live_add(live, ACTION_UNDO);
	if (line != NULL && writable)
		keymap_live_name(live, ACTION_CHOOSE, _("How much"),
			_("Choose what to put back: this field, all of this "
			  "save, or the record of a day."));
	if (line != NULL && writable && state->history.masked)
		keymap_live_add(live, ACTION_REVEAL);
	list_live(&state->list, live);
}

/* A value behind its name, wrapped; from is cut off the rectangle. */
static void
draw_value(struct ui *ui, struct rect *from, int most, const char *name,
	const char *value)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, _("%s: "), name);
	strbuf_add(&text, value);
	ui_draw_text(ui->app->term, from, most, text.s, STYLE_NORMAL);
	strbuf_clear(&text);
}

/* How it was saved, and both values as whole as they fit. */
static void
draw_foot(struct ui *ui, struct history_state *state, struct rect *foot)
{
	const struct row *row = list_chosen(&state->list);
	struct strbuf text = STRBUF_INIT;
	struct rect left, right;

	if (row == NULL)
		return;
	strbuf_addf(&text, "%s  %s", row->cells.items[HISTORY_FIELD],
		row->cells.items[HISTORY_WHY]);
	ui_draw_text(ui->app->term, foot, 1, text.s, STYLE_DIM);
	strbuf_clear(&text);
	if (state->history.lines.items[row->id].field == NULL)
		return;
	left = right = *foot;
	if (foot->cols >= SIDE_COLS) {
		left.cols = foot->cols / 2 - 1;
		right.col += foot->cols / 2;
		right.cols -= foot->cols / 2;
	} else {
		left.rows = foot->rows / 2;
		right.row += left.rows;
		right.rows -= left.rows;
	}
	draw_value(ui, &left, left.rows, _("Old"),
		row->cells.items[HISTORY_OLD]);
	draw_value(ui, &right, right.rows, _("New value"),
		row->cells.items[HISTORY_NEW]);
}

static void
history_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct history_state *state = data;
	struct rect rest = *body, foot = *body;

	foot.rows = rest.rows > 2 * FOOT_ROWS ? FOOT_ROWS : 3;
	rest.rows -= foot.rows;
	foot.row = rest.row + rest.rows;
	draw_foot(ui, state, &foot);
	list_draw(&state->list, ui->app->term, &rest, true);
}

static enum err_code
put_back(struct ui *ui, const struct history_line *line, struct err *err)
{
	struct change_info info = ui_change_info(ui, "put_back", "");
	struct record record;
	struct change *change;
	enum err_code code = change_begin(ui->app->store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	code = record_load(ui->app->store, line->type, line->record, &record,
		err);
	if (code == ERR_OK) {
		record_set(&record, line->field->name, line->old_value);
		code = record_save(change, &record, NULL, NULL, err);
		record_clear(&record);
	}
	return change_end(change, code, err);
}

static void
say_put_back(struct ui *ui, enum err_code code, struct err *err)
{
	if (code != ERR_OK)
		ui_fail(ui, err);
	else
		ui_say(ui, _("Put back; Ctrl-Z in the list takes that back in "
			     "turn."));
}

static void
put_back_with_question(struct ui *ui, struct history_state *state)
{
	const struct history_line *line = chosen(state);
	struct strbuf text = STRBUF_INIT, value = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (line == NULL || line->field == NULL || ui_is_read_only(ui))
		return;
	words_of_value(ui->app->store, line->field, line->old_value,
		state->history.masked, &value);
	strbuf_addf(&text, _("Let %s be “%s” again?"),
		term_word(&line->field->term), value.s);
	if (dialog_confirm(&ui->host, C_("title", "History"), text.s,
		    _("Put back"))) {
		say_put_back(ui, put_back(ui, line, &err), &err);
		load(ui, state);
	}
	strbuf_clear(&text);
	strbuf_clear(&value);
}

/* All that the change of the chosen line did to its record. */
static void
take_back_save(struct ui *ui, struct history_state *state)
{
	const struct history_line *line = chosen(state);

	if (line->is_alone)
		undo_with_question(ui, line->change);
	else
		undo_part_with_question(ui, line->change, line->type,
			line->record);
	load(ui, state);
}

/* A line for every field that would become another; false where none would. */
static bool
add_differences(struct ui *ui, const struct record *now,
	const struct record *then, struct strbuf *out)
{
	size_t begin = out->len;

	if (now->deleted != then->deleted)
		strbuf_addf(out, "\n%s", then->deleted ? _("removed")
						       : _("brought back"));
	for (size_t i = 0; i < now->type->n_fields; i++) {
		const struct field_type *field = &now->type->fields[i];

		if (strcmp(now->values[i], then->values[i]) == 0)
			continue;
		strbuf_add_char(out, '\n');
		strbuf_addf(out, _("%s: "), term_word(&field->term));
		words_of_value(ui->app->store, field, now->values[i], true,
			out);
		strbuf_add(out, " -> ");
		words_of_value(ui->app->store, field, then->values[i], true,
			out);
	}
	return out->len > begin;
}

/* What was shown is put in place, unless somebody has saved meanwhile. */
static enum err_code
make_as_of(struct ui *ui, struct record *then, const char *date,
	struct err *err)
{
	struct change_info info = ui_change_info(ui, "put_back", date);
	struct record now;
	struct change *change;
	enum err_code code = change_begin(ui->app->store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	code = record_load(ui->app->store, then->type, then->id, &now, err);
	if (code == ERR_OK) {
		code = now.version == then->version
			? record_save_whole(change, then, err)
			: err_set(err, ERR_STALE,
				_("Somebody else has saved this record "
				  "meanwhile; look at it again before you "
				  "save."));
		record_clear(&now);
	}
	return change_end(change, code, err);
}

static void
show_as_of(struct ui *ui, const struct record *now, struct record *then,
	const char *date)
{
	struct strbuf text = STRBUF_INIT;
	struct err err = ERR_INIT;

	strbuf_addf(&text, _("To be as it was on %s, this would change:"),
		date);
	if (!add_differences(ui, now, then, &text))
		ui_say(ui, _("The record is as it was on %s."), date);
	else if (dialog_confirm(&ui->host, C_("title", "History"), text.s,
			 _("Put back")))
		say_put_back(ui, make_as_of(ui, then, date, &err), &err);
	strbuf_clear(&text);
}

static void
put_back_as_of(struct ui *ui, struct history_state *state)
{
	const struct history_lines *history = &state->history;
	struct strbuf typed = STRBUF_INIT;
	char today[DATE_SIZE], date[DATE_SIZE];
	struct record now, then;
	struct err err = ERR_INIT;
	bool is_given;

	world_today(ui->app->world, today);
	is_given = dialog_input(&ui->host, C_("title", "History"),
		_("As it was at the end of which day?"), DAY_MAX, &typed);
	if (is_given && (date_parse(typed.s, today, date, &err) != ERR_OK ||
			as_of_load(history->store, history->type, history->id,
				date, &then, &err) != ERR_OK)) {
		ui_fail(ui, &err);
	} else if (is_given) {
		if (record_load(history->store, history->type, history->id,
			    &now, &err) == ERR_OK) {
			show_as_of(ui, &now, &then, date);
			record_clear(&now);
		} else {
			ui_fail(ui, &err);
		}
		record_clear(&then);
	}
	strbuf_clear(&typed);
	load(ui, state);
}

/* F4: which of the ways back. */
static void
choose_way(struct ui *ui, struct history_state *state)
{
	static const struct {
		const char *words;
		void (*go)(struct ui *ui, struct history_state *state);
	} ways[] = {
		{N_("Put the old value of this field back"),
			put_back_with_question},
		{N_("Take back all that this save did to the record"),
			take_back_save},
		{N_("Make the record what it was on a day"), put_back_as_of},
	};
	struct menu menu;
	int64_t way = -1;

	if (chosen(state) == NULL || ui_is_read_only(ui))
		return;
	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Put back");
	menu.numbered = true;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		menu_add(&menu, _(ways[i].words), "");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		way = menu_chosen(&menu)->id;
	menu_clear(&menu);
	if (way >= 0)
		ways[way].go(ui, state);
}

/* The numbers of this record, noted once, until its history is left. */
static void
reveal(struct ui *ui, struct history_state *state)
{
	struct err err = ERR_INIT;

	if (journal_note(ui->app->store, "reveal", ui->app->operator_id,
		    ui->app->operator_name, state->history.type->name,
		    state->history.id, "masked numbers shown", &err) !=
		ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	state->history.masked = false;
	load(ui, state);
	ui_say(ui, _("The numbers are shown until you leave this record; that "
		     "has been noted."));
}

/* Both values whole, which the foot may have to cut. */
static void
show_line(struct ui *ui, struct history_state *state)
{
	const struct row *row = list_chosen(&state->list);
	struct strbuf text = STRBUF_INIT;

	if (row == NULL || chosen(state)->field == NULL)
		return;
	strbuf_addf(&text, "%s  %s  %s\n%s\n",
		row->cells.items[HISTORY_WHEN], row->cells.items[HISTORY_WHO],
		row->cells.items[HISTORY_WHY],
		row->cells.items[HISTORY_FIELD]);
	strbuf_addf(&text, "\n%s\n%s\n", _("Old"),
		row->cells.items[HISTORY_OLD]);
	strbuf_addf(&text, "\n%s\n%s\n", _("New value"),
		row->cells.items[HISTORY_NEW]);
	open_text_page(ui, C_("title", "History"), text.s);
	strbuf_clear(&text);
}

static bool
history_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct history_state *state = data;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	switch (action) {
	case ACTION_OPEN:
		show_line(ui, state);
		return true;
	case ACTION_UNDO:
		put_back_with_question(ui, state);
		return true;
	case ACTION_CHOOSE:
		choose_way(ui, state);
		return true;
	case ACTION_REVEAL:
		reveal(ui, state);
		return true;
	default:
		return false;
	}
}

static void
history_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		load(ui, data);
}

static void
history_close(struct ui *ui, void *data)
{
	struct history_state *state = data;

	(void)ui;
	list_clear(&state->list);
	history_lines_clear(&state->history);
	array_clear(&state->array);
	free(state);
}

static const struct screen history_screen = {
	.title = history_title,
	.help = history_help,
	.live = history_live,
	.draw = history_draw,
	.handle = history_handle,
	.returned = load,
	.tick = history_tick,
	.close = history_close,
};

void
open_history(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct history_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;
	const struct list_column columns[HISTORY_COLUMNS] = {
		{.name = _("When"), .cols = 16},
		{.name = _("Who"), .cols = 8},
		{.name = _("Field"), .cols = 18, .least = 14},
		{.name = _("Old"), .cols = 16, .least = 8, .grows = true},
		{.name = _("New value"), .cols = 16, .least = 8, .grows = true},
	};

	state->history = (struct history_lines){.store = ui->app->store,
		.type = type, .id = id, .masked = true};
	memcpy(state->columns, columns, sizeof(columns));
	array_init(&state->array);
	array_source(&state->array, &source);
	list_init(&state->list, state->columns, HISTORY_COLUMNS, &source,
		&ui->clip);
	state->list.title = HISTORY_FIELD;
	state->list.empty = _("Nothing is written about this record.");
	load(ui, state);
	ui_open(ui, &history_screen, state);
}
