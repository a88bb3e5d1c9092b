/* 会议年历: what a union has held in a year, kinds of meeting by months. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "exchange/report.h"
#include "records/load.h"
#include "records/meeting_calendar.h"
#include "records/nouns.h"
#include "screens/export.h"
#include "screens/open.h"
#include "store/site.h"
#include "tui/array.h"
#include "tui/grid.h"
#include "tui/wrap.h"

enum { YEAR_FIRST = 1900, YEAR_LAST = 2100, HEADS_N = 2, CELL_COLS = 4 };

struct calendar_state {
	int64_t union_org_id;
	int year;
	char *union_name;
	struct meeting_calendar calendar;
	struct array array; /* a row a kind, by its index in the calendar */
	struct grid grid;
	struct list_column heads[HEADS_N];
	const char *names[CALENDAR_MONTHS];
};

static const struct calendar_kind *
chosen_kind(struct calendar_state *state)
{
	const struct row *row = list_chosen(&state->grid.list);

	return row != NULL ? &state->calendar.items[row->id] : NULL;
}

/* NULL where nothing stands in the calendar. */
static const struct calendar_cell *
chosen_cell(struct calendar_state *state)
{
	const struct calendar_kind *kind = chosen_kind(state);

	return kind != NULL ? &kind->months[state->grid.column] : NULL;
}

static enum err_code
fill_cells(void *data, const struct row *rows, size_t n_rows, size_t first,
	size_t n_columns, struct grid_cell *cells, struct err *err)
{
	const struct calendar_state *state = data;

	(void)err;
	for (size_t i = 0; i < n_rows * n_columns; i++) {
		const struct calendar_kind *kind =
			&state->calendar.items[rows[i / n_columns].id];
		const struct calendar_cell *cell =
			&kind->months[first + i % n_columns];

		calendar_cell_show(cell, &cells[i].text);
		if (cell->n_missing > 0)
			cells[i].style = STYLE_WARNING;
	}
	return ERR_OK;
}

static void
add_row(struct calendar_state *state, const struct calendar_kind *kind)
{
	struct row *row = array_add(&state->array);
	struct strbuf count = STRBUF_INIT;

	strvec_add(&row->cells, kind->name);
	strbuf_addf(&count, "%u", kind->n_held);
	if (kind->n_demanded > 0)
		strbuf_addf(&count, "/%u", kind->n_demanded);
	strvec_add(&row->cells, count.s);
	strbuf_clear(&count);
}

static void
name_all(struct calendar_state *state)
{
	const struct list_column heads[HEADS_N] = {
		{.name = term_word(&meeting_kind_type.term), .cols = 30,
			.least = 12},
		{.name = _("Year"), .cols = 5, .right = true},
	};

	memcpy(state->heads, heads, sizeof(heads));
	for (int month = 0; month < CALENDAR_MONTHS; month++)
		state->names[month] = calendar_month_word(month);
	grid_set_columns(&state->grid, state->names, CALENDAR_MONTHS);
	state->grid.list.empty = _("No meeting was held in this year, and none "
				   "is to be held.");
}

/* The cursor stays on its kind, where that is still there. */
static void
load(struct ui *ui, void *data)
{
	struct calendar_state *state = data;
	const struct calendar_kind *chosen = chosen_kind(state);
	int64_t kind_id = chosen != NULL ? chosen->id : 0;
	char today[DATE_SIZE];
	struct err err = ERR_INIT;

	name_all(state);
	world_today(ui->app->world, today);
	meeting_calendar_clear(&state->calendar);
	array_clear(&state->array);
	array_init(&state->array);
	if (meeting_calendar_load(ui->app->store, state->union_org_id,
		    state->year, today, &state->calendar, &err) != ERR_OK)
		ui_fail(ui, &err);
	for (size_t i = 0; i < state->calendar.n; i++)
		add_row(state, &state->calendar.items[i]);
	array_filter(&state->array, NULL, NULL);
	list_restart(&state->grid.list);
	for (size_t i = 0; i < state->calendar.n; i++)
		if (state->calendar.items[i].id == kind_id)
			list_want(&state->grid.list, (int64_t)i);
}

static void
set_union(struct ui *ui, struct calendar_state *state, int64_t union_org_id)
{
	struct strbuf name = STRBUF_INIT;

	record_title_of(ui->app->store, &union_org_type, union_org_id, &name);
	free(state->union_name);
	state->union_name = xstrdup(name.s);
	state->union_org_id = union_org_id;
	strbuf_clear(&name);
	load(ui, state);
}

/* False where there is no such year. */
static bool
turn_year(struct ui *ui, struct calendar_state *state, int by)
{
	if (state->year + by < YEAR_FIRST || state->year + by > YEAR_LAST)
		return false;
	state->year += by;
	load(ui, state);
	return true;
}

static void
calendar_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct calendar_state *state = data;

	(void)ui;
	strbuf_addf(out, "%d  %s  %s", state->year, _("Calendar of meetings"),
		state->union_name);
}

static const char *
calendar_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("The meetings of one union in one year. A number is how many "
		  "were held; p is one in preparation; m is missing: its cycle "
		  "is over; d is to be held yet in the cycle that runs. What "
		  "a cycle lacks stands in its last month. Enter opens the "
		  "meetings of the cell, or begins one there.");
}

static void
calendar_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct calendar_state *state = data;
	const struct calendar_cell *cell = chosen_cell(state);
	bool writable = store_read_only(ui->app->store) == NULL;

	keymap_live_init(live, list_context(&state->grid.list));
	if (cell != NULL && (writable || cell->n_held + cell->n_prepared > 0))
		keymap_live_add(live, ACTION_OPEN);
	if (cell != NULL && writable)
		keymap_live_name(live, ACTION_NEW, _("New"),
			_("Begin a meeting of this kind in this month."));
	if (state->year < YEAR_LAST)
		keymap_live_name(live, ACTION_NEXT_FIELD, _("Next year"),
			_("Show the year after."));
	if (state->year > YEAR_FIRST)
		keymap_live_name(live, ACTION_PREV_FIELD, _("Year before"),
			_("Show the year before."));
	keymap_live_name(live, ACTION_CHOOSE, _("Other union"),
		_("Show the calendar of another union."));
	grid_live(&state->grid, live);
}

/* What the chosen cell is and, where there is room, what the signs mean. */
static void
calendar_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct calendar_state *state = data;
	const struct calendar_kind *kind = chosen_kind(state);
	struct rect rows = *body, foot = *body;
	struct strbuf text = STRBUF_INIT;
	struct strvec lines = VEC_INIT;
	int most = body->rows / 3, n_told;

	if (kind != NULL)
		meeting_calendar_say(&state->calendar, kind,
			(int)state->grid.column, &text);
	wrap_text(text.s, body->cols, &lines);
	n_told = (int)lines.n < most ? (int)lines.n : most;
	wrap_text(_("A number: held; p: in preparation; m: missing; d: to be "
		    "held yet."), body->cols, &lines);
	foot.rows = (int)lines.n <= most ? (int)lines.n : n_told;
	rows.rows -= foot.rows;
	foot.row += rows.rows;
	grid_draw(&state->grid, ui->app->term, &rows, true);
	for (int i = 0; i < foot.rows; i++)
		term_put(ui->app->term, foot.row + i, foot.col, foot.cols,
			lines.items[i],
			i < n_told ? STYLE_TITLE : STYLE_NORMAL);
	strvec_clear(&lines);
	strbuf_clear(&text);
}

/* On the first of the month, or today; at nine, until somebody says when. */
static void
begin_meeting(struct ui *ui, struct calendar_state *state,
	const struct calendar_kind *kind)
{
	char today[DATE_SIZE];
	char *begin;

	world_today(ui->app->world, today);
	begin = xasprintf("%04d-%02zu-01 09:00", state->year,
		state->grid.column + 1);
	if (strncmp(begin, today, strlen("YYYY-MM")) == 0)
		memcpy(begin, today, strlen(today));
	open_new_meeting(ui, state->union_org_id, kind->id, begin);
	free(begin);
}

/* The only meeting, or the list of them. */
static void
open_meetings(struct ui *ui, struct calendar_state *state,
	const struct calendar_kind *kind, const struct calendar_cell *cell)
{
	char id[SITE_ID_TEXT_SIZE];
	struct query query;
	char *month;

	if (cell->meeting_id != 0) {
		open_form(ui, &meeting_type, cell->meeting_id, NULL);
		return;
	}
	month = xasprintf("%04d-%02zu", state->year, state->grid.column + 1);
	query_init(&query, &meeting_type);
	site_id_to_text(state->union_org_id, id);
	query_set_filter(&query, "union_org_id", id);
	site_id_to_text(kind->id, id);
	query_set_filter(&query, "kind_id", id);
	query_set_filter(&query, "begin_at", month);
	open_list(ui, &meeting_type, &query);
	query_clear(&query);
	free(month);
}

static void
choose_union(struct ui *ui, struct calendar_state *state)
{
	int64_t id = choose_record(ui, &union_org_type, "");

	if (id != 0)
		set_union(ui, state, id);
}

static bool
handle_cell(struct ui *ui, struct calendar_state *state, enum action action)
{
	const struct calendar_kind *kind = chosen_kind(state);
	const struct calendar_cell *cell = chosen_cell(state);

	if (cell == NULL || (action != ACTION_OPEN && action != ACTION_NEW))
		return false;
	if (action == ACTION_NEW || cell->n_held + cell->n_prepared == 0)
		begin_meeting(ui, state, kind);
	else
		open_meetings(ui, state, kind, cell);
	return true;
}

static bool
calendar_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct calendar_state *state = data;

	if (grid_handle(&state->grid, action, event) != LIST_IGNORED)
		return true;
	switch (action) {
	case ACTION_NEXT_FIELD:
		return turn_year(ui, state, 1);
	case ACTION_PREV_FIELD:
		return turn_year(ui, state, -1);
	case ACTION_RIGHT:
		if (turn_year(ui, state, 1))
			grid_set_column(&state->grid, 0);
		return true;
	case ACTION_LEFT:
		if (turn_year(ui, state, -1))
			grid_set_column(&state->grid, CALENDAR_MONTHS - 1);
		return true;
	case ACTION_CHOOSE:
		choose_union(ui, state);
		return true;
	default:
		return handle_cell(ui, state, action);
	}
}

static enum err_code
write_file(struct ui *ui, const struct calendar_state *state, const char *path,
	size_t *n, struct err *err)
{
	struct report_table table = REPORT_TABLE_INIT;
	char today[DATE_SIZE];
	const struct report_request request = {
		.store = ui->app->store,
		.today = today,
		.union_org_id = state->union_org_id,
		.year = state->year,
	};
	enum err_code code;

	world_today(ui->app->world, today);
	code = report_find(report_meetings)->make(&request, &table, err);
	if (code == ERR_OK)
		code = report_write(&table, path, ENC_UTF8_BOM, err);
	*n = report_n_rows(&table);
	report_clear(&table);
	return code;
}

static void
run_export(struct ui *ui, void *data, int64_t argument)
{
	const struct calendar_state *state = data;
	char *name = xasprintf("%s-%s-%d.csv", _("Calendar of meetings"),
		state->union_name, state->year);
	char *path = choose_file(ui, _("Where to write the file?"), name);
	struct err err = ERR_INIT;
	size_t n;

	(void)argument;
	free(name);
	if (path == NULL)
		return;
	if (write_file(ui, state, path, &n, &err) == ERR_OK)
		export_tell_written(ui, path, n);
	else
		ui_fail(ui, &err);
	free(path);
}

static void
calendar_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	(void)ui;
	(void)data;
	ui_commands_add(commands, N_("Export"),
		N_("Write what is shown into a CSV file."), run_export, 0);
}

static void
calendar_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		load(ui, data);
}

static void
calendar_close(struct ui *ui, void *data)
{
	struct calendar_state *state = data;

	(void)ui;
	grid_clear(&state->grid);
	array_clear(&state->array);
	meeting_calendar_clear(&state->calendar);
	free(state->union_name);
	free(state);
}

static const struct screen calendar_screen = {
	.title = calendar_title,
	.help = calendar_help,
	.live = calendar_live,
	.draw = calendar_draw,
	.handle = calendar_handle,
	.commands = calendar_commands,
	.returned = load,
	.tick = calendar_tick,
	.close = calendar_close,
};

void
open_calendar(struct ui *ui, int64_t union_org_id)
{
	struct grid_source source = {.cells = fill_cells};
	struct calendar_state *state;
	char today[DATE_SIZE];

	if (union_org_id == 0)
		union_org_id = choose_record(ui, &union_org_type, "");
	if (union_org_id == 0)
		return;
	state = xcalloc(1, sizeof(*state));
	world_today(ui->app->world, today);
	state->year = (int)strtol(today, NULL, 10);
	source.data = state;
	array_init(&state->array);
	array_source(&state->array, &source.rows);
	grid_init(&state->grid, state->heads, HEADS_N, CELL_COLS, &source,
		&ui->clip);
	set_union(ui, state, union_org_id);
	grid_set_column(&state->grid,
		(size_t)strtol(today + strlen("YYYY-"), NULL, 10) - 1);
	ui_open(ui, &calendar_screen, state);
}
