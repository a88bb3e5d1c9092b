/* 退回后的改动: what has become another in a checklist since it was sent back. */
#include "screens/checklist.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/checklist_changed.h"
#include "records/load.h"
#include "records/nouns.h"
#include "screens/form_state.h"
#include "tui/array.h"

enum { COLUMN_ITEM, COLUMN_FIELD, COLUMN_BEFORE, COLUMN_NOW, COLUMNS,
	FOOT_ROWS = 6, /* for both values, where there is room */
	HEAD_ROWS = 2 };

struct changed_state {
	struct form_state *run; /* below this screen */
	struct checklist_changed changed;
	struct array array;
	struct list list;
	struct list_column columns[COLUMNS];
};

static const struct list_column columns[COLUMNS] = {
	[COLUMN_ITEM] = {.name = N_("Item"), .cols = 20, .least = 10,
		.grows = true},
	[COLUMN_FIELD] = {.name = N_("What changed"), .cols = 10, .least = 8},
	[COLUMN_BEFORE] = {.name = N_("When sent back"), .cols = 14,
		.least = 8, .grows = true},
	[COLUMN_NOW] = {.name = N_("At present"), .cols = 14, .least = 8,
		.grows = true},
};

static void
load(struct ui *ui, struct changed_state *state)
{
	struct err err = ERR_INIT;

	checklist_changed_clear(&state->changed);
	if (checklist_changed_load(ui->app->store, state->run->record.id,
		    &state->changed, &err) != ERR_OK) {
		state->changed = (struct checklist_changed){.lines = VEC_INIT};
		ui_fail(ui, &err);
	}
	rows_clear(&state->array.rows);
	for (size_t i = 0; i < state->changed.lines.n; i++) {
		const struct checklist_changed_line *line =
			&state->changed.lines.items[i];
		struct row *row = array_add(&state->array);

		strvec_add(&row->cells, line->result != 0 ? line->title
			: term_word(&checklist_run_type.term));
		strvec_add(&row->cells, term_word(line->what));
		strvec_add(&row->cells, line->before);
		strvec_add(&row->cells, line->now);
	}
	array_filter(&state->array, NULL, NULL);
	list_reload(&state->list);
}

static const struct checklist_changed_line *
chosen(struct changed_state *state)
{
	const struct row *row = list_chosen(&state->list);

	return row != NULL ? &state->changed.lines.items[row->id] : NULL;
}

static void
changed_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct changed_state *state = data;

	strbuf_addf(out, "%s  ", _("Changed since it was sent back"));
	record_title(ui->app->store, &state->run->record, out);
}

static const char *
changed_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("What has been changed in this checklist since it was sent "
		  "back the last time: verdicts, notes, findings, measures and "
		  "evidence, as they were then and as they are saved now. Enter "
		  "goes to the item.");
}

static void
changed_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct changed_state *state = data;
	const struct checklist_changed_line *line = chosen(state);

	(void)ui;
	keymap_live_init(live, list_context(&state->list));
	if (line != NULL && line->result != 0)
		keymap_live_name(live, ACTION_OPEN, _("Go to the item"), NULL);
	list_live(&state->list, live);
}

/* Who sent it back, when and why. */
static void
draw_head(struct ui *ui, struct changed_state *state, struct rect *rest)
{
	const struct checklist_changed *changed = &state->changed;
	struct strbuf text = STRBUF_INIT;
	char time[TIME_SIZE];

	if (changed->who == NULL)
		return;
	date_time_of_moment(changed->at, time);
	strbuf_addf(&text, _("Sent back by %s, %s: %s"), changed->who, time,
		changed->why);
	ui_draw_text(ui->app->term, rest, HEAD_ROWS, text.s, STYLE_TITLE);
	strbuf_clear(&text);
}

/* Both values as whole as they fit. */
static void
draw_foot(struct ui *ui, struct changed_state *state, struct rect *foot)
{
	const struct checklist_changed_line *line = chosen(state);
	const char *const values[] = {line != NULL ? line->before : "",
		line != NULL ? line->now : ""};
	struct rect half = *foot;

	half.rows = foot->rows / 2;
	for (int i = 0; line != NULL && i < 2; i++) {
		struct strbuf text = STRBUF_INIT;
		struct rect at = half;

		strbuf_addf(&text, _("%s: "),
			state->columns[COLUMN_BEFORE + i].name);
		strbuf_add(&text, values[i]);
		ui_draw_text(ui->app->term, &at, at.rows, text.s,
			STYLE_NORMAL);
		strbuf_clear(&text);
		half.row += half.rows;
	}
}

static void
changed_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct changed_state *state = data;
	struct rect rest = *body, foot;

	draw_head(ui, state, &rest);
	foot = rest;
	foot.rows = rest.rows > 2 * FOOT_ROWS ? FOOT_ROWS : 2;
	rest.rows -= foot.rows;
	foot.row += rest.rows;
	draw_foot(ui, state, &foot);
	list_draw(&state->list, ui->app->term, &rest, true);
}

static void
go_to_item(struct ui *ui, struct changed_state *state)
{
	struct form_state *run = state->run;
	struct owned_page *page = form_rows_page_of(run,
		&checklist_result_type);
	const struct owned_row *row = owned_find(page->rows,
		chosen(state)->result);

	ui_back(ui);
	if (row != NULL)
		form_rows_choose(run, page, row);
	else
		ui_say(ui, _("This one has been removed."));
}

static bool
changed_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct changed_state *state = data;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	if (action != ACTION_OPEN)
		return false;
	go_to_item(ui, state);
	return true;
}

static void
changed_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		load(ui, data);
}

static void
changed_returned(struct ui *ui, void *data)
{
	struct changed_state *state = data;

	ui_name_columns(columns, COLUMNS, state->columns);
	load(ui, state);
}

static void
changed_close(struct ui *ui, void *data)
{
	struct changed_state *state = data;

	(void)ui;
	list_clear(&state->list);
	array_clear(&state->array);
	checklist_changed_clear(&state->changed);
	free(state);
}

static const struct screen changed_screen = {
	.title = changed_title,
	.help = changed_help,
	.live = changed_live,
	.draw = changed_draw,
	.handle = changed_handle,
	.returned = changed_returned,
	.tick = changed_tick,
	.close = changed_close,
};

void
checklist_changed_open(struct ui *ui, struct form_state *run)
{
	struct changed_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;

	state->run = run;
	ui_name_columns(columns, COLUMNS, state->columns);
	array_init(&state->array);
	array_source(&state->array, &source);
	list_init(&state->list, state->columns, COLUMNS, &source, &ui->clip);
	state->list.empty = _("Nothing has been changed and saved since.");
	load(ui, state);
	ui_open(ui, &changed_screen, state);
}
