/* One row of an import, cell by cell, to be corrected in place. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/import.h"
#include "tui/progress.h"

enum { COLUMNS_N = 3 };

struct row_state {
	struct import_session *session;
	uint64_t number;
	struct import_row row;
	bool loaded;
	struct list_column columns[COLUMNS_N];
	struct array array;
	struct list list;
};

static void
fill(struct row_state *state)
{
	const struct import_column *columns;
	size_t n = import_columns(state->session->import, &columns);

	array_clear(&state->array);
	array_init(&state->array);
	for (size_t i = 0; state->loaded && i < state->row.n_cells; i++) {
		struct row *row = array_add(&state->array);
		bool wrong = state->row.column == (int)i;

		strvec_add(&row->cells, wrong ? "!" : "");
		strvec_add(&row->cells, i < n ? columns[i].header : "");
		strvec_add(&row->cells, state->row.cells[i]);
	}
	list_reload(&state->list);
}

static bool
load(struct ui *ui, struct row_state *state)
{
	struct err err = ERR_INIT;
	size_t found = 0;

	if (state->loaded)
		import_row_clear(&state->row);
	state->loaded = import_rows(state->session->import, IMPORT_VERDICT_N,
		state->number - 1, false, 1, &state->row, &found, &err) ==
			ERR_OK && found == 1;
	if (err.code != ERR_OK)
		ui_fail(ui, &err);
	fill(state);
	return state->loaded;
}

static void
row_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct row_state *state = data;

	(void)ui;
	import_session_title(state->session, out);
	strbuf_addf(out, _(", row %llu"), (unsigned long long)state->number);
}

static const char *
row_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("One row of the file. The cell that the reason is about is "
		  "marked with a !. Typing puts something else into a cell, "
		  "Enter or F4 corrects what is in it; the row is decided "
		  "about anew at once. The file itself stays as it is.");
}

static void
row_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct row_state *state = data;

	(void)ui;
	keymap_live_init(live, CONTEXT_FILTER);
	if (list_chosen(&state->list) != NULL) {
		keymap_live_add(live, ACTION_EDIT);
		keymap_live_add(live, ACTION_OPEN);
	}
	list_live(&state->list, live);
}

static void
row_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct row_state *state = data;
	struct term *term = ui->app->term;
	struct rect rest = *body;
	char *head;

	if (!state->loaded)
		return;
	head = *state->row.title == '\0'
		? xstrdup(import_verdict_word(state->row.verdict))
		: xasprintf(_("%s: %s"), state->row.title,
			import_verdict_word(state->row.verdict));
	ui_draw_text(term, &rest, 1, head, STYLE_TITLE);
	free(head);
	if (*state->row.reason != '\0')
		ui_draw_text(term, &rest, 3, state->row.reason,
			STYLE_ERROR);
	list_draw(&state->list, term, &rest, true);
}

/* first is what was typed to begin with, or NULL. */
static void
correct(struct ui *ui, struct row_state *state, size_t column,
	const struct key_event *first)
{
	const struct import_column *columns;
	size_t n = import_columns(state->session->import, &columns);
	const char *header = column < n ? columns[column].header : "";
	struct strbuf text = STRBUF_INIT;
	struct progress progress;
	struct err err = ERR_INIT;
	enum err_code code;

	strbuf_add(&text, state->row.cells[column]);
	if (dialog_retype(&ui->host, header,
		    state->row.column == (int)column ? state->row.reason
						     : _("What should it be?"),
		    0, first, &text)) {
		progress_init(&progress, &ui->host, _("Import"));
		code = import_correct(state->session->import, state->number,
			column, text.s, &progress.job, &err);
		progress_clear(&progress);
		if (code != ERR_OK)
			ui_fail(ui, &err);
		else if (load(ui, state))
			ui_say(ui, _("Row %llu is decided about anew: %s."),
				(unsigned long long)state->number,
				import_verdict_word(state->row.verdict));
	}
	strbuf_clear(&text);
}

static bool
row_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct row_state *state = data;
	const struct row *row = list_chosen(&state->list);
	bool typed = action == ACTION_NONE && (event->kind == EVENT_CHAR ||
		event->kind == EVENT_PASTE);

	if (row != NULL && (typed || action == ACTION_EDIT ||
		action == ACTION_OPEN)) {
		correct(ui, state, (size_t)row->id, typed ? event : NULL);
		return true;
	}
	return ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED;
}

static void
row_close(struct ui *ui, void *data)
{
	struct row_state *state = data;

	(void)ui;
	if (state->loaded)
		import_row_clear(&state->row);
	list_clear(&state->list);
	array_clear(&state->array);
	import_session_drop(state->session);
	free(state);
}

static const struct screen row_screen = {
	.title = row_title,
	.help = row_help,
	.live = row_live,
	.draw = row_draw,
	.handle = row_handle,
	.close = row_close,
};

void
import_open_row(struct ui *ui, struct import_session *session,
	uint64_t number)
{
	struct row_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;

	state->session = import_session_hold(session);
	state->number = number;
	state->columns[0] = (struct list_column){.name = "", .cols = 1};
	state->columns[1] = (struct list_column){
		.name = _("In the file"), .cols = 20, .least = 8};
	state->columns[2] = (struct list_column){
		.name = _("Value"), .cols = 20, .least = 8, .grows = true};
	array_init(&state->array);
	array_source(&state->array, &source);
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	state->list.title = 2;
	state->list.empty = _("The row is empty.");
	if (!load(ui, state)) {
		row_close(ui, state);
		return;
	}
	if (state->row.column >= 0)
		list_want(&state->list, state->row.column);
	ui_open(ui, &row_screen, state);
}
