/* 历史: who changed one record, when and how; putting one value back. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/save.h"
#include "records/words.h"
#include "screens/open.h"
#include "screens/text_page.h"
#include "store/journal.h"
#include "tui/array.h"
#include "tui/list.h"

/* One line of the history: what one field became in one change. */
struct line {
	int64_t change;
	const struct field_type *field; /* NULL: removed, brought back, note */
	char *old_value;
};

enum {
	COLUMN_WHEN,
	COLUMN_WHO,
	COLUMN_FIELD,
	COLUMN_OLD,
	COLUMN_NEW,
	COLUMN_N,
};

struct history_state {
	const struct record_type *type;
	int64_t id;
	VEC(struct line) lines;
	struct array array;
	struct list list;
	struct list_column columns[COLUMN_N];
};

static void
forget(struct history_state *state)
{
	for (size_t i = 0; i < state->lines.n; i++)
		free(state->lines.items[i].old_value);
	vec_clear(&state->lines);
	array_clear(&state->array);
	array_init(&state->array);
}

static const char *
field_word(const struct record_type *type, const struct journal_field *field)
{
	const struct field_type *of = record_field(type, field->field);

	if (of != NULL)
		return term_word(&of->term);
	if (strcmp(field->field, "deleted") == 0)
		return field->new_value[0] == '1' ? _("removed")
						  : _("brought back");
	return field->is_new ? _("made") : _("numbers looked at");
}

static void
add_line(struct ui *ui, struct history_state *state,
	const struct journal_field *field)
{
	struct store *store = ui->app->store;
	const struct field_type *of = record_field(state->type, field->field);
	struct line line = {field->change, of, xstrdup(field->old_value)};
	struct journal_change change;
	struct strbuf old = STRBUF_INIT, now = STRBUF_INIT;
	char time[TIME_SIZE];
	struct row *row;

	if (journal_change_load(store, field->change, &change, NULL) !=
		ERR_OK) {
		free(line.old_value);
		return;
	}
	date_time_of_moment(change.at, time);
	if (of != NULL) {
		words_of_value(store, of, field->old_value, &old);
		words_of_value(store, of, field->new_value, &now);
	}
	vec_push(&state->lines, line);
	row = array_add(&state->array);
	strvec_add(&row->cells, time);
	strvec_add(&row->cells, words_of_operator(&change));
	strvec_add(&row->cells, field_word(state->type, field));
	strvec_add(&row->cells, old.s);
	strvec_add(&row->cells, now.s);
	strbuf_clear(&old);
	strbuf_clear(&now);
	journal_change_clear(&change);
}

static void
load(struct ui *ui, void *data)
{
	struct history_state *state = data;
	struct journal_reader *reader;
	struct journal_field field;
	struct err err = ERR_INIT;
	bool more = false;

	forget(state);
	if (journal_read_record(ui->app->store, state->type->name, state->id,
		    true, &reader, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	while (journal_next(reader, &field, &more, &err) == ERR_OK && more)
		add_line(ui, state, &field);
	journal_close(reader);
	if (err.code != ERR_OK)
		ui_fail(ui, &err);
	array_filter(&state->array, NULL, NULL);
	list_reload(&state->list);
}

static void
history_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct history_state *state = data;

	strbuf_addf(out, "%s  ", C_("title", "History"));
	record_title_of(ui->app->store, state->type, state->id, out);
}

static const char *
history_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Who changed this record, when, and from what to what, newest "
		  "first. Ctrl-Z puts the old value of the chosen line back.");
}

static const struct line *
chosen(struct history_state *state)
{
	const struct row *row = list_chosen(&state->list);

	return row != NULL ? &state->lines.items[row->id] : NULL;
}

static void
history_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct history_state *state = data;
	const struct line *line = chosen(state);

	keymap_live_init(live, list_context(&state->list));
	if (line != NULL && line->field != NULL)
		keymap_live_add(live, ACTION_OPEN);
	if (line != NULL && line->field != NULL &&
		store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_UNDO);
	list_live(&state->list, live);
}

static void
history_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct history_state *state = data;

	list_draw(&state->list, ui->app->term, body, true);
}

static enum err_code
put_back(struct ui *ui, const struct history_state *state,
	const struct line *line, struct err *err)
{
	struct change_info info = ui_change_info(ui, "put_back", "");
	struct record record;
	struct change *change;
	enum err_code code = change_begin(ui->app->store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	code = record_load(ui->app->store, state->type, state->id, &record,
		err);
	if (code == ERR_OK) {
		record_set(&record, line->field->name, line->old_value);
		code = record_save(change, &record, NULL, NULL, err);
		record_clear(&record);
	}
	return change_end(change, code, err);
}

static void
put_back_with_question(struct ui *ui, struct history_state *state)
{
	const struct line *line = chosen(state);
	struct strbuf text = STRBUF_INIT, value = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (line == NULL || line->field == NULL || ui_is_read_only(ui))
		return;
	words_of_value(ui->app->store, line->field, line->old_value, &value);
	strbuf_addf(&text, _("Let %s be “%s” again?"),
		term_word(&line->field->term), value.s);
	if (dialog_confirm(&ui->host, C_("title", "History"), text.s,
		    _("Put back"))) {
		if (put_back(ui, state, line, &err) != ERR_OK)
			ui_fail(ui, &err);
		else
			ui_say(ui, _("Put back; Ctrl-Z in the list takes that "
				     "back in turn."));
		load(ui, state);
	}
	strbuf_clear(&text);
	strbuf_clear(&value);
}

/* Both values whole, which a row of the list cuts. */
static void
show_line(struct ui *ui, struct history_state *state)
{
	const struct row *row = list_chosen(&state->list);
	struct strbuf text = STRBUF_INIT;

	if (row == NULL || chosen(state)->field == NULL)
		return;
	strbuf_addf(&text, "%s  %s\n%s\n", row->cells.items[COLUMN_WHEN],
		row->cells.items[COLUMN_WHO], row->cells.items[COLUMN_FIELD]);
	strbuf_addf(&text, "\n%s\n%s\n", _("Old"),
		row->cells.items[COLUMN_OLD]);
	strbuf_addf(&text, "\n%s\n%s\n", _("New value"),
		row->cells.items[COLUMN_NEW]);
	open_text_page(ui, C_("title", "History"), text.s);
	strbuf_clear(&text);
}

static bool
history_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct history_state *state = data;

	if (list_handle(&state->list, action, event) != LIST_IGNORED)
		return true;
	switch (action) {
	case ACTION_OPEN:
		show_line(ui, state);
		return true;
	case ACTION_UNDO:
		put_back_with_question(ui, state);
		return true;
	default:
		return false;
	}
}

static void
history_close(struct ui *ui, void *data)
{
	struct history_state *state = data;

	(void)ui;
	list_clear(&state->list);
	forget(state);
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
	.close = history_close,
};

void
open_history(struct ui *ui, const struct record_type *type, int64_t id)
{
	struct history_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;
	const struct list_column columns[COLUMN_N] = {
		{.name = _("When"), .cols = 16},
		{.name = _("Who"), .cols = 8},
		{.name = _("Field"), .cols = 18, .least = 14},
		{.name = _("Old"), .cols = 16, .least = 8, .grows = true},
		{.name = _("New value"), .cols = 16, .least = 8, .grows = true},
	};

	state->type = type;
	state->id = id;
	memcpy(state->columns, columns, sizeof(columns));
	array_init(&state->array);
	array_source(&state->array, &source);
	list_init(&state->list, state->columns,
		COLUMN_N, &source, &ui->clip);
	state->list.title = COLUMN_FIELD;
	state->list.empty = _("Nothing is written about this record.");
	load(ui, state);
	ui_open(ui, &history_screen, state);
}
