/* 历史: who changed one record, when and how; putting one value back. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "records/find.h"
#include "records/load.h"
#include "records/save.h"
#include "records/words.h"
#include "screens/open.h"
#include "screens/text_page.h"
#include "store/journal.h"
#include "store/site.h"
#include "tui/array.h"
#include "tui/list.h"

/* One line of the history: what one field became in one change, of the record
 * or of a row that it owns. */
struct line {
	int64_t lamport; /* of the change */
	int64_t change;
	int64_t journal; /* the journal row */
	size_t nth;      /* of the lines as they were read */
	const struct record_type *type;
	int64_t record;
	const struct field_type *field; /* NULL: removed, brought back, note */
	char *old_value;
	struct strvec cells;
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
	for (size_t i = 0; i < state->lines.n; i++) {
		free(state->lines.items[i].old_value);
		strvec_clear(&state->lines.items[i].cells);
	}
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
	if (field->version == 0)
		return _("numbers looked at");
	/* A field that only a newer program has a word for. */
	return field->field[0] != '\0' ? field->field : _("made");
}

/* The words of a line; of a row, behind those that name it. */
static void
add_cells(struct store *store, const struct history_state *state,
	const struct journal_change *change, const struct journal_field *field,
	struct line *line)
{
	const char *word = field_word(line->type, field);
	struct strbuf text = STRBUF_INIT;
	char time[TIME_SIZE];

	date_time_of_moment(change->at, time);
	strvec_add(&line->cells, time);
	strvec_add(&line->cells, words_of_operator(change));
	if (line->record != state->id) {
		struct strbuf title = STRBUF_INIT;

		record_title_of(store, line->type, line->record, &title);
		strbuf_addf(&text, _("%s: %s"), title.s, word);
		strbuf_clear(&title);
	} else {
		strbuf_add(&text, word);
	}
	strvec_add(&line->cells, text.s);
	for (int i = 0; i < 2; i++) {
		strbuf_reset(&text);
		if (line->field != NULL)
			words_of_value(store, line->field, i == 0
				? field->old_value : field->new_value, true,
				&text);
		strvec_add(&line->cells, text.s);
	}
	strbuf_clear(&text);
}

static enum err_code
add_line(struct store *store, struct history_state *state,
	const struct record_type *type, const struct journal_field *field,
	struct err *err)
{
	struct journal_change change;
	struct line line = {
		.change = field->change,
		.journal = field->row,
		.nth = state->lines.n,
		.type = type,
		.record = field->record,
		.field = record_field(type, field->field),
	};
	enum err_code code = journal_change_load(store, field->change, &change,
		err);

	if (code != ERR_OK)
		return code;
	line.lamport = change.lamport;
	line.old_value = xstrdup(field->old_value);
	add_cells(store, state, &change, field, &line);
	vec_push(&state->lines, line);
	journal_change_clear(&change);
	return ERR_OK;
}

static enum err_code
read_record(struct store *store, struct history_state *state,
	const struct record_type *type, int64_t id, struct err *err)
{
	struct journal_reader *reader;
	struct journal_field field;
	bool more;
	enum err_code code = journal_read_record(store, type->name, id, true,
		&reader, err);

	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &field, &more, err)) == ERR_OK &&
		more) {
		if (id != state->id && strcmp(field.field, type->owned_by) == 0)
			continue; /* that is why it is here */
		code = add_line(store, state, type, &field, err);
		if (code != ERR_OK)
			break;
	}
	journal_close(reader);
	return code;
}

/* What it owns and what it owned until that was removed. */
static enum err_code
read_owned(struct store *store, struct history_state *state,
	const struct record_type *type, struct err *err)
{
	struct find_ids ids = VEC_INIT;
	char owner[SITE_ID_TEXT_SIZE];
	enum err_code code;

	site_id_to_text(state->id, owner);
	code = find_by_value(store, type, type->owned_by, owner, SIZE_MAX / 2,
		&ids, err);
	if (code == ERR_OK)
		code = find_removed_by_value(store, type, type->owned_by,
			owner, SIZE_MAX / 2, &ids, err);
	for (size_t i = 0; code == ERR_OK && i < ids.n; i++)
		code = read_record(store, state, type, ids.items[i], err);
	find_ids_clear(&ids);
	return code;
}

static int
order(int64_t one, int64_t other)
{
	return (one > other) - (one < other);
}

/* Newest first; the fields of one save as they were read. */
static int
compare(const void *one, const void *other)
{
	const struct line *a = one, *b = other;
	int by = order(b->lamport, a->lamport);

	if (by == 0)
		by = order(b->change, a->change);
	if (by == 0)
		by = order(b->journal, a->journal);
	return by != 0 ? by : (a->nth > b->nth) - (a->nth < b->nth);
}

static void
load(struct ui *ui, void *data)
{
	struct history_state *state = data;
	struct store *store = ui->app->store;
	struct err err = ERR_INIT;
	enum err_code code;

	forget(state);
	code = read_record(store, state, state->type, state->id, &err);
	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++)
		if (record_owner(record_types[i]) == state->type)
			code = read_owned(store, state, record_types[i],
				&err);
	if (code != ERR_OK)
		ui_fail(ui, &err);
	if (state->lines.n > 0)
		qsort(state->lines.items, state->lines.n,
			sizeof(*state->lines.items), compare);
	for (size_t i = 0; i < state->lines.n; i++) {
		struct row *row = array_add(&state->array);

		for (size_t j = 0; j < COLUMN_N; j++)
			strvec_add(&row->cells,
				state->lines.items[i].cells.items[j]);
	}
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
put_back(struct ui *ui, const struct line *line, struct err *err)
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
put_back_with_question(struct ui *ui, struct history_state *state)
{
	const struct line *line = chosen(state);
	struct strbuf text = STRBUF_INIT, value = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (line == NULL || line->field == NULL || ui_is_read_only(ui))
		return;
	words_of_value(ui->app->store, line->field, line->old_value, true,
		&value);
	strbuf_addf(&text, _("Let %s be “%s” again?"),
		term_word(&line->field->term), value.s);
	if (dialog_confirm(&ui->host, C_("title", "History"), text.s,
		    _("Put back"))) {
		if (put_back(ui, line, &err) != ERR_OK)
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
