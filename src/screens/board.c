/* 对标检查总览: unions by the items of a standard, in one period. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "exchange/report.h"
#include "records/board.h"
#include "records/checklist.h"
#include "records/load.h"
#include "records/nouns.h"
#include "screens/checklist.h"
#include "screens/export.h"
#include "screens/open.h"
#include "store/change.h"
#include "store/site.h"
#include "tui/grid.h"
#include "tui/index.h"
#include "tui/progress.h"
#include "tui/wrap.h"

enum { HEADS_N = 2, CELL_COLS = 3 };

/* Of check_part: it has a day of its own, which the board does not ask for. */
#define ONE_DAY '9'

struct board_state {
	const struct term *term;
	struct board_view view;
	struct board board;
	bool only_turned;  /* unions where something got worse or came back */
	VEC(size_t) shown; /* indexes of unions */
	struct index index;
	struct grid grid;
	struct list_column heads[HEADS_N];
	const char **names; /* of the columns: codes of the items */
	char *committee;    /* its title, "" all */
};

static struct board_union *
chosen_union(struct board_state *state)
{
	const struct row *row = list_chosen(&state->grid.list);

	return row != NULL
		? &state->board.unions[state->shown.items[index_of(row)]]
		: NULL;
}

/* NULL where its run has not been begun, or could not be read. */
static const struct board_cell *
chosen_cell(struct board_state *state)
{
	const struct board_union *org = chosen_union(state);

	return org != NULL && org->runs[0] != 0 && org->cells != NULL &&
			state->board.n_items > 0
		? &org->cells[state->grid.column] : NULL;
}

static const char *
sign_of(const struct term *term, char verdict)
{
	return board_sign(verdict, term_settings(term)->ascii_borders);
}

/* Loading */

static int64_t
row_id(void *data, size_t i)
{
	const struct board_state *state = data;

	return state->board.unions[state->shown.items[i]].id;
}

static void
fill_row(void *data, size_t i, struct strvec *cells)
{
	struct board_state *state = data;
	const struct board_union *org =
		&state->board.unions[state->shown.items[i]];
	struct strbuf progress = STRBUF_INIT;

	(void)board_read(&state->board, state->shown.items[i], NULL);
	board_add_progress(&state->board, org, &progress);
	strvec_add(cells, org->name);
	strvec_add(cells, progress.s);
	strbuf_clear(&progress);
}

static enum err_code
fill_cells(void *data, const struct row *rows, size_t n_rows, size_t first,
	size_t n_columns, struct grid_cell *cells, struct err *err)
{
	struct board_state *state = data;

	for (size_t r = 0; r < n_rows; r++) {
		size_t i = state->shown.items[index_of(&rows[r])];
		const struct board_union *org = &state->board.unions[i];
		enum err_code code = board_read(&state->board, i, err);

		if (code != ERR_OK)
			return code;
		for (size_t c = 0; org->runs[0] != 0 && c < n_columns; c++) {
			const struct board_cell *from = &org->cells[first + c];
			struct grid_cell *cell = &cells[r * n_columns + c];

			strbuf_addf(&cell->text, "%s%s",
				sign_of(state->term, from->verdict),
				board_mark(from->turn));
			if (from->turn != BOARD_SAME)
				cell->style = STYLE_WARNING;
		}
	}
	return ERR_OK;
}

/* With only_turned the cells of all unions are read. */
static enum err_code
arrange(struct board_state *state, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < state->board.n_unions; i++) {
		if (state->only_turned)
			code = board_read(&state->board, i, err);
		if (!state->only_turned || state->board.unions[i].is_turned)
			vec_push(&state->shown, i);
	}
	state->index.n = state->shown.n;
	return code;
}

static void
name_all(struct board_state *state)
{
	const struct list_column heads[HEADS_N] = {
		{.name = term_word(&union_org_type.term), .cols = 40,
			.least = 12},
		{.name = _("Judged"), .cols = 15, .least = 10},
	};
	struct board *board = &state->board;

	memcpy(state->heads, heads, sizeof(heads));
	free(state->names);
	state->names = xcalloc(board->n_items + 1, sizeof(*state->names));
	for (size_t i = 0; i < board->n_items; i++)
		state->names[i] = board->items[i].code;
	grid_set_columns(&state->grid, state->names, board->n_items);
	state->grid.list.empty = state->only_turned
		? _("Nothing got worse and nothing came back.")
		: _("There is no union here.");
}

/* The cursor stays on its union, where that is still there. */
static void
load(struct ui *ui, void *data)
{
	struct board_state *state = data;
	const struct board_union *chosen = chosen_union(state);
	int64_t id = chosen != NULL ? chosen->id : 0;
	struct err err = ERR_INIT;

	board_clear(&state->board);
	state->shown.n = state->index.n = 0;
	list_restart(&state->grid.list);
	if (board_load(ui->app->store, &state->view, &state->board, &err) !=
			ERR_OK || arrange(state, &err) != ERR_OK)
		ui_fail(ui, &err);
	name_all(state);
	if (id != 0)
		list_want(&state->grid.list, id);
}

static void
set_committee(struct ui *ui, struct board_state *state, int64_t id)
{
	struct strbuf name = STRBUF_INIT;

	if (id != 0)
		record_title_of(ui->app->store, &unit_type, id, &name);
	free(state->committee);
	state->committee = strbuf_detach(&name);
	state->view.committee_id = id;
	load(ui, state);
}

/* What is shown */

static void
board_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct board_state *state = data;

	(void)ui;
	board_add_period(&state->view, out);
	strbuf_addf(out, "  %s", _("Board of checklists"));
	if (state->committee[0] != '\0')
		strbuf_addf(out, "  %s", state->committee);
	if (state->only_turned)
		strbuf_addf(out, "  %s", _("only worse or come back"));
}

static const char *
board_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("How the unions stand against the standard in one period, "
		  "item by item. ! marks what is worse than at the check "
		  "before, * what had been put right and was found again. "
		  "Enter opens the check at that item, or begins one; Ctrl-N "
		  "begins one for each union shown here that has none.");
}

/* Single days are not begun from here. */
static bool
can_begin(struct ui *ui, const struct board_state *state)
{
	return state->view.part != ONE_DAY && state->board.n_items > 0 &&
		store_read_only(ui->app->store) == NULL;
}

static size_t
n_without(const struct board_state *state)
{
	size_t n = 0;

	for (size_t i = 0; i < state->shown.n; i++)
		n += state->board.unions[state->shown.items[i]].runs[0] == 0;
	return n;
}

static void
board_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct board_state *state = data;
	const struct board_union *org = chosen_union(state);

	keymap_live_init(live, list_context(&state->grid.list));
	if (org != NULL && (org->runs[0] != 0 || can_begin(ui, state)))
		keymap_live_add(live, ACTION_OPEN);
	if (can_begin(ui, state) && n_without(state) > 0)
		keymap_live_name(live, ACTION_NEW, _("Begin all"),
			_("Begin a check for each union shown here that has "
			  "none."));
	keymap_live_name(live, ACTION_SWITCH,
		state->only_turned ? _("All") : _("Worse"),
		_("Show only the unions where something got worse or came "
		  "back, or all again."));
	keymap_live_name(live, ACTION_NEXT_FIELD, _("Next period"),
		_("Show the period after."));
	keymap_live_name(live, ACTION_PREV_FIELD, _("Period before"),
		_("Show the period before."));
	keymap_live_name(live, ACTION_SORT, _("Length"),
		_("Show quarters, halves, whole years or single days."));
	keymap_live_name(live, ACTION_CHOOSE, _("Committee"),
		_("Show the unions of one committee."));
	if (state->view.committee_id != 0)
		keymap_live_name(live, ACTION_WIDEN, _("All unions"),
			_("Show the unions of all committees again."));
	if (store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_UNDO);
	grid_live(&state->grid, live);
}

/* What the chosen cell says, as a sentence. */
static void
say_cell(const struct board_state *state, const struct board_cell *cell,
	struct strbuf *out)
{
	const struct board_item *item =
		&state->board.items[state->grid.column];
	const char *now = board_word(item, cell->verdict);
	const char *last = board_word(item, cell->last);

	if (cell->turn == BOARD_BACK)
		strbuf_addf(out, _("%1$s %2$s (%3$s): %4$s; it had been put "
				   "right and came back, last time %5$s."),
			item->code, item->text, item->group, now, last);
	else if (cell->turn == BOARD_WORSE)
		strbuf_addf(out, _("%1$s %2$s (%3$s): %4$s; worse than last "
				   "time, %5$s."),
			item->code, item->text, item->group, now, last);
	else if (cell->last != '\0')
		strbuf_addf(out, _("%1$s %2$s (%3$s): %4$s; last time %5$s."),
			item->code, item->text, item->group, now, last);
	else
		strbuf_addf(out, _("%1$s %2$s (%3$s): %4$s."), item->code,
			item->text, item->group, now);
}

static void
say(struct board_state *state, struct strbuf *out)
{
	const struct board_union *org = chosen_union(state);
	const struct board_cell *cell = chosen_cell(state);

	if (cell != NULL) {
		strbuf_addf(out, "%s\n", org->name);
		say_cell(state, cell, out);
	} else if (org != NULL) {
		strbuf_addf(out, _("%s has no check in this period."),
			org->name);
	}
}

static char *
legend(const struct board_state *state)
{
	return xasprintf(_("%s good  %s half  %s bad  %s does not apply  "
			   "%s not judged  ! worse  * came back"),
		sign_of(state->term, '1'),
		sign_of(state->term, '2'),
		sign_of(state->term, '3'),
		sign_of(state->term, '9'),
		sign_of(state->term, '\0'));
}

/* The notice above, what the chosen cell says below and, where there is room,
 * what the signs mean. */
static void
board_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct board_state *state = data;
	struct rect rows = *body, foot;
	struct strbuf text = STRBUF_INIT;
	struct strvec lines = VEC_INIT;
	char *signs_told = legend(state);
	int most = body->rows / 3, n_told;

	if (state->board.notice != NULL && state->board.notice[0] != '\0')
		ui_draw_text(ui->app->term, &rows, 1, state->board.notice,
			STYLE_WARNING);
	say(state, &text);
	wrap_text(text.s, body->cols, &lines);
	n_told = (int)lines.n < most ? (int)lines.n : most;
	wrap_text(signs_told, body->cols, &lines);
	foot = rows;
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
	free(signs_told);
}

/* What is done */

/* A run of this standard and period, without a union. */
static void
make_run(struct ui *ui, const struct board_state *state, struct record *run)
{
	const char part[] = {state->view.part, '\0'};
	char today[DATE_SIZE], id[SITE_ID_TEXT_SIZE];
	char *year = xasprintf("%d", state->view.year);

	world_today(ui->app->world, today);
	record_begin(run, &checklist_run_type, today);
	site_id_to_text(state->view.standard_id, id);
	record_set(run, "standard_id", id);
	record_set(run, "year", year);
	record_set(run, "part", part);
	free(year);
}

static enum err_code
begin_all(struct ui *ui, const struct board_state *state,
	struct checklist_begun *begun, struct err *err)
{
	struct change_info info = ui_change_info(ui, "bulk",
		term_word(&checklist_run_type.term));
	VEC(int64_t) ids = VEC_INIT;
	struct progress progress;
	struct change *change;
	struct record run;
	enum err_code code = change_begin(ui->app->store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	for (size_t i = 0; i < state->shown.n; i++) {
		const struct board_union *org =
			&state->board.unions[state->shown.items[i]];

		if (org->runs[0] == 0)
			vec_push(&ids, org->id);
	}
	make_run(ui, state, &run);
	progress_init(&progress, &ui->host, _("Begin checks"));
	code = checklist_begin(change, &run, ids.items, ids.n, &progress.job,
		begun, err);
	progress_clear(&progress);
	record_clear(&run);
	vec_clear(&ids);
	return change_end(change, code, err);
}

static void
ask_and_begin(struct ui *ui, struct board_state *state)
{
	size_t n = n_without(state);
	struct strbuf period = STRBUF_INIT;
	struct checklist_begun begun;
	struct err err = ERR_INIT;
	char *text;

	board_add_period(&state->view, &period);
	text = xasprintf(P_("%zu union has no check for %s yet. Begin one for "
			    "it?",
			    "%zu unions have no check for %s yet. Begin one "
			    "for each of them?", (unsigned long)n),
		n, period.s);
	strbuf_clear(&period);
	if (dialog_confirm(&ui->host, _("Begin checks"), text, _("Begin"))) {
		if (begin_all(ui, state, &begun, &err) != ERR_OK)
			ui_fail(ui, &err);
		else
			ui_say(ui, P_("%zu check was begun; Ctrl-Z takes it "
				      "back.",
				      "%zu checks were begun; Ctrl-Z takes "
				      "them back.",
				      (unsigned long)begun.n_made),
				begun.n_made);
		load(ui, state);
	}
	free(text);
}

/* The check at the chosen item, or a new one. */
static void
open_chosen(struct ui *ui, struct board_state *state)
{
	const struct board_union *org = chosen_union(state);
	const struct board_cell *cell = chosen_cell(state);
	char id[SITE_ID_TEXT_SIZE];
	struct record run;

	if (cell != NULL && cell->result_id != 0) {
		open_form(ui, &checklist_result_type, cell->result_id, NULL);
	} else if (org->runs[0] != 0) {
		open_form(ui, &checklist_run_type, org->runs[0], NULL);
	} else {
		make_run(ui, state, &run);
		site_id_to_text(org->id, id);
		record_set(&run, "union_org_id", id);
		open_form(ui, &checklist_run_type, 0, &run);
		record_clear(&run);
	}
}

static void
choose_committee(struct ui *ui, struct board_state *state)
{
	int64_t id = choose_record(ui, &unit_type, "");

	if (id != 0)
		set_committee(ui, state, id);
}

static bool
handle_here(struct ui *ui, struct board_state *state, enum action action)
{
	const struct board_union *org = chosen_union(state);

	if (action == ACTION_OPEN && org != NULL &&
		(org->runs[0] != 0 || can_begin(ui, state)))
		open_chosen(ui, state);
	else if (action == ACTION_NEW && can_begin(ui, state) &&
		n_without(state) > 0)
		ask_and_begin(ui, state);
	else
		return false;
	return true;
}

static bool
board_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct board_state *state = data;

	if (grid_handle(&state->grid, action, event) != LIST_IGNORED)
		return true;
	switch (action) {
	case ACTION_NEXT_FIELD:
	case ACTION_PREV_FIELD:
		(void)board_turn_period(&state->view,
			action == ACTION_NEXT_FIELD ? 1 : -1);
		break;
	case ACTION_SORT:
		board_turn_length(&state->view);
		break;
	case ACTION_SWITCH:
		state->only_turned = !state->only_turned;
		break;
	case ACTION_CHOOSE:
		choose_committee(ui, state);
		return true;
	case ACTION_WIDEN:
		set_committee(ui, state, 0);
		return true;
	case ACTION_UNDO:
		undo_with_question(ui, 0);
		break;
	default:
		return handle_here(ui, state, action);
	}
	load(ui, state);
	return true;
}

/* Commands */

static void
add_cells(struct board_state *state, const struct board_union *org,
	struct strvec *cells)
{
	struct strbuf progress = STRBUF_INIT;

	board_add_progress(&state->board, org, &progress);
	strvec_add(cells, org->name);
	strvec_add(cells, progress.s);
	strbuf_clear(&progress);
	for (size_t i = 0; i < state->board.n_items; i++) {
		const struct board_cell *cell = &org->cells[i];
		char *word = xasprintf("%s%s",
			org->runs[0] != 0 ? board_word(&state->board.items[i],
				cell->verdict) : "",
			board_mark(cell->turn));

		strvec_add(cells, word);
		free(word);
	}
}

static enum err_code
write_file(struct board_state *state, const char *path, struct err *err)
{
	struct report_table table = REPORT_TABLE_INIT;
	enum err_code code = ERR_OK;

	strvec_add(&table.header, term_word(&union_org_type.term));
	strvec_add(&table.header, _("Judged"));
	for (size_t i = 0; i < state->board.n_items; i++) {
		char *name = xasprintf("%s %s", state->board.items[i].code,
			state->board.items[i].text);

		strvec_add(&table.header, name);
		free(name);
	}
	for (size_t i = 0; code == ERR_OK && i < state->shown.n; i++) {
		size_t at = state->shown.items[i];

		code = board_read(&state->board, at, err);
		if (code == ERR_OK)
			add_cells(state, &state->board.unions[at],
				&table.cells);
	}
	if (code == ERR_OK)
		code = report_write(&table, path, ENC_UTF8_BOM, err);
	report_clear(&table);
	return code;
}

static void
run_export(struct ui *ui, void *data, int64_t argument)
{
	struct board_state *state = data;
	struct strbuf name = STRBUF_INIT;
	struct err err = ERR_INIT;
	char *path;

	(void)argument;
	strbuf_addf(&name, "%s-", _("Board of checklists"));
	board_add_period(&state->view, &name);
	strbuf_add(&name, ".csv");
	path = choose_file(ui, _("Where to write the file?"), name.s);
	strbuf_clear(&name);
	if (path == NULL)
		return;
	if (write_file(state, path, &err) == ERR_OK)
		export_tell_written(ui, path, state->shown.n);
	else
		ui_fail(ui, &err);
	free(path);
}

static void
run_standard(struct ui *ui, void *data, int64_t argument)
{
	struct board_state *state = data;
	int64_t id = choose_record(ui, &standard_type, "");

	(void)argument;
	if (id == 0)
		return;
	state->view.standard_id = id;
	(void)board_newest(ui->app->store, &state->view);
	load(ui, state);
}

static void
board_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	(void)ui;
	(void)data;
	ui_commands_add(commands, N_("Export"),
		N_("Write what is shown into a CSV file."), run_export, 0);
	ui_commands_add(commands, N_("Other standard"),
		N_("Show the board of another standard."), run_standard, 0);
}

static void
board_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		load(ui, data);
}

static void
board_close(struct ui *ui, void *data)
{
	struct board_state *state = data;

	(void)ui;
	grid_clear(&state->grid);
	board_clear(&state->board);
	vec_clear(&state->shown);
	free(state->names);
	free(state->committee);
	free(state);
}

static const struct screen board_screen = {
	.title = board_title,
	.help = board_help,
	.live = board_live,
	.draw = board_draw,
	.handle = board_handle,
	.commands = board_commands,
	.returned = load,
	.tick = board_tick,
	.close = board_close,
};

/* The standard in force; its newest period with a run, else the one that a new
 * run would be of. */
static bool
begin_view(struct ui *ui, struct board_view *view)
{
	char today[DATE_SIZE];
	struct record run;

	world_today(ui->app->world, today);
	record_begin(&run, &checklist_run_type, today);
	checklist_propose(ui, &run);
	view->standard_id = record_ref(&run, "standard_id");
	view->year = (int)strtol(record_get(&run, "year"), NULL, 10);
	view->part = record_get(&run, "part")[0];
	record_clear(&run);
	if (view->standard_id == 0)
		view->standard_id = choose_record(ui, &standard_type, "");
	(void)board_newest(ui->app->store, view);
	return view->standard_id != 0;
}

void
open_board(struct ui *ui, int64_t committee_id)
{
	struct grid_source source = {.cells = fill_cells};
	struct board_view view = {.standard_id = 0};
	struct board_state *state;

	if (!begin_view(ui, &view))
		return;
	state = xcalloc(1, sizeof(*state));
	state->term = ui->app->term;
	state->view = view;
	state->index = (struct index){0, row_id, fill_row, state};
	index_source(&state->index, &source.rows);
	source.data = state;
	grid_init(&state->grid, state->heads, HEADS_N, CELL_COLS, &source,
		&ui->clip);
	set_committee(ui, state, committee_id);
	ui_open(ui, &board_screen, state);
}
