/* What would become of every row, before anything is written. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/import.h"
#include "tui/menu.h"

enum {
	COLUMNS_N = 4,
	LOOK_ROWS = 500,   /* rejected rows that are looked at for their
	                      reason, */
	LOOK_AT_ONCE = 50, /* so many at once */
	FOOT_ROWS = 3,     /* for the chosen row's reason */
};

struct plan_state {
	struct import_session *session;
	struct import_counts counts;
	enum import_verdict shown; /* IMPORT_VERDICT_N: all */
	bool unknown; /* rows name units, branches or unions not known here */
	struct list_column columns[COLUMNS_N];
	struct list list;
};

/* The names of the fields that would change, in words. */
static void
add_changed(const struct record_type *type, const struct strvec *changed,
	struct strbuf *out)
{
	for (size_t i = 0; i < changed->n; i++) {
		const struct field_type *field =
			record_field(type, changed->items[i]);

		if (i > 0)
			strbuf_add(out, _(", "));
		strbuf_add(out, field != NULL ? term_word(&field->term)
					      : changed->items[i]);
	}
}

static void
add_row(const struct record_type *type, const struct import_row *from,
	struct rows *out)
{
	struct strbuf text = STRBUF_INIT;
	struct row *row;

	strbuf_addf(&text, "%llu", (unsigned long long)from->number);
	row = rows_add(out, (int64_t)from->number, text.s);
	strvec_add(&row->cells, text.s);
	strvec_add(&row->cells, import_verdict_word(from->verdict));
	strvec_add(&row->cells, from->title);
	strbuf_reset(&text);
	if (*from->reason != '\0')
		strbuf_add(&text, from->reason);
	else if (from->verdict == IMPORT_CHANGED)
		add_changed(type, &from->changed, &text);
	strvec_add(&row->cells, text.s);
	strbuf_clear(&text);
}

/* A row's place is its number, the whole of it. */
static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct plan_state *state = data;
	bool backward = side == ROWS_BEFORE;
	uint64_t number = backward ? INT64_MAX : 0;
	struct import_row *rows = xcalloc(n, sizeof(*rows));
	size_t found = 0;
	enum err_code code;

	if (place != NULL)
		number = strtoull(place, NULL, 10) - (side == ROWS_FROM);
	code = import_rows(state->session->import, state->shown, number,
		backward, n, rows, &found, err);
	for (size_t i = 0; code == ERR_OK && i < found; i++) {
		bool ascending = rows[0].number < rows[found - 1].number;
		size_t at = ascending == backward ? found - 1 - i : i;

		add_row(state->session->type, &rows[at], out);
	}
	for (size_t i = 0; i < found; i++)
		import_row_clear(&rows[i]);
	free(rows);
	return code;
}

static enum err_code
locate(void *data, int64_t id, struct strbuf *place, struct err *err)
{
	const struct plan_state *state = data;
	struct import_row row;
	size_t found = 0;
	bool same;
	enum err_code code = import_rows(state->session->import, state->shown,
		(uint64_t)id - 1, false, 1, &row, &found, err);

	if (code != ERR_OK)
		return code;
	same = found == 1 && row.number == (uint64_t)id;
	if (found == 1)
		import_row_clear(&row);
	if (!same)
		return err_set(err, ERR_ABSENT,
			_("The row is not among those shown any more."));
	strbuf_addf(place, "%llu", (unsigned long long)id);
	return ERR_OK;
}

/* True where one of these rows is rejected for what a reference names. */
static bool
names_unknown(const struct import *import, const struct import_row *rows,
	size_t n)
{
	const struct import_column *columns;
	size_t n_columns = import_columns(import, &columns);

	for (size_t i = 0; i < n; i++) {
		size_t column = (size_t)rows[i].column;

		if (rows[i].column < 0 || column >= n_columns)
			continue;
		if (columns[column].field != NULL &&
			columns[column].field->kind == FIELD_REF)
			return true;
	}
	return false;
}

static bool
find_unknown(struct import *import)
{
	struct import_row rows[LOOK_AT_ONCE];
	uint64_t after = 0;
	size_t found = LOOK_AT_ONCE;
	bool unknown = false;

	for (size_t n = 0; !unknown && n < LOOK_ROWS && found == LOOK_AT_ONCE;
		n += found) {
		if (import_rows(import, IMPORT_REJECTED, after, false,
			    LOOK_AT_ONCE, rows, &found, NULL) != ERR_OK)
			return false;
		unknown = names_unknown(import, rows, found);
		if (found > 0)
			after = rows[found - 1].number;
		for (size_t i = 0; i < found; i++)
			import_row_clear(&rows[i]);
	}
	return unknown;
}

static bool
may_make_others(const struct plan_state *state)
{
	return state->unknown && !state->session->options.roster;
}

static void
reload(struct plan_state *state)
{
	import_counts(state->session->import, &state->counts);
	state->unknown = state->counts.rows[IMPORT_REJECTED] > 0 &&
		find_unknown(state->session->import);
	list_reload(&state->list);
}

static void
show(struct plan_state *state, enum import_verdict verdict)
{
	state->shown = verdict;
	list_restart(&state->list);
}

/* True where rows of this verdict stay out as they are. */
static bool
stays_out(const struct plan_state *state, enum import_verdict verdict)
{
	return verdict == IMPORT_REJECTED || (verdict == IMPORT_DOUBTFUL &&
		!state->session->options.take_doubtful);
}

static uint64_t
n_staying_out(const struct plan_state *state)
{
	uint64_t n = 0;

	for (int i = 0; i < IMPORT_VERDICT_N; i++)
		if (stays_out(state, (enum import_verdict)i))
			n += state->counts.rows[i];
	return n;
}

/* The next row of the verdict, 0 where there is none. */
static uint64_t
next_of(const struct plan_state *state, enum import_verdict verdict,
	uint64_t after)
{
	struct import_row row;
	uint64_t number;
	size_t found = 0;

	if (import_rows(state->session->import, verdict, after, false, 1,
		    &row, &found, NULL) != ERR_OK || found == 0)
		return 0;
	number = row.number;
	import_row_clear(&row);
	return number;
}

/* Stands on the next of the rows shown that stay out; false: there is none. */
static bool
stand_after(struct plan_state *state, uint64_t after)
{
	uint64_t next = 0;

	for (int i = 0; i < IMPORT_VERDICT_N; i++) {
		enum import_verdict verdict = (enum import_verdict)i;
		uint64_t number;

		if (!stays_out(state, verdict) ||
			(state->shown != verdict &&
				state->shown != IMPORT_VERDICT_N))
			continue;
		number = next_of(state, verdict, after);
		if (number != 0 && (next == 0 || number < next))
			next = number;
	}
	if (next != 0)
		list_want(&state->list, (int64_t)next);
	return next != 0;
}

/* From a row that was corrected the cursor goes on to the next that is to be,
 * and after the last of them to what is to be done then. */
static void
returned(struct ui *ui, void *data)
{
	struct plan_state *state = data;
	const struct row *row = list_chosen(&state->list);
	uint64_t at = row != NULL ? (uint64_t)row->id : 0;
	uint64_t was = n_staying_out(state);

	reload(state);
	if (n_staying_out(state) >= was)
		return;
	if (list_chosen(&state->list) == NULL)
		show(state, IMPORT_VERDICT_N);
	if (!stand_after(state, at))
		stand_after(state, 0);
	if (n_staying_out(state) == 0)
		ui_say(ui, _("Every row can be imported now; F2 does it."));
}

static void
plan_again(struct ui *ui, struct plan_state *state)
{
	(void)import_session_plan(ui, state->session);
	reload(state);
	stand_after(state, 0);
}

static void
plan_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct plan_state *state = data;

	(void)ui;
	import_session_title(state->session, out);
	if (state->shown != IMPORT_VERDICT_N)
		strbuf_addf(out, _(" (%s)"), import_verdict_word(state->shown));
}

static const char *
plan_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Nothing has been written yet. Every row of the file stands "
		  "here with what would become of it: a new record, a changed "
		  "one, the same as it is, doubtful (it could be one of "
		  "several persons) or rejected, with the reason. Enter opens "
		  "a row to correct it. All of it becomes one change, which "
		  "can be taken back as a whole.");
}

static void
plan_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct plan_state *state = data;

	(void)ui;
	keymap_live_init(live, CONTEXT_LIST);
	keymap_live_add(live, ACTION_RUN);
	if (list_chosen(&state->list) != NULL)
		keymap_live_add(live, ACTION_OPEN);
	keymap_live_add(live, ACTION_FILTER);
	if (may_make_others(state) ||
		(state->counts.rows[IMPORT_DOUBTFUL] > 0 &&
			!state->session->options.take_doubtful))
		keymap_live_add(live, ACTION_NEW);
	list_live(&state->list, live);
}

static void
add_counts(const struct plan_state *state, struct strbuf *out)
{
	for (size_t i = 0; i < IMPORT_VERDICT_N; i++)
		if (state->counts.rows[i] > 0)
			strbuf_addf(out, "%s%s %llu", out->len > 0 ? "  " : "",
				import_verdict_word((enum import_verdict)i),
				(unsigned long long)state->counts.rows[i]);
}

/* What would be made besides the rows' own records; false: nothing. */
static bool
add_others(const struct plan_state *state, struct strbuf *out)
{
	struct strbuf list = STRBUF_INIT;
	bool any;

	for (size_t i = 0; i < record_types_n; i++)
		if (state->counts.others[i] > 0)
			strbuf_addf(&list, "%s%s %llu",
				list.len > 0 ? _(", ") : "",
				term_word(&record_types[i]->term),
				(unsigned long long)state->counts.others[i]);
	any = list.len > 0;
	if (any)
		strbuf_addf(out, _("Made besides: %s"), list.s);
	strbuf_clear(&list);
	return any;
}

static void
draw_head(struct ui *ui, const struct plan_state *state, struct rect *rest)
{
	const struct import_options *options = &state->session->options;
	struct term *term = ui->app->term;
	struct strbuf text = STRBUF_INIT;

	add_counts(state, &text);
	ui_draw_text(term, rest, 2, text.s, STYLE_TITLE);
	strbuf_reset(&text);
	if (add_others(state, &text))
		ui_draw_text(term, rest, 2, text.s, STYLE_NORMAL);
	if (may_make_others(state))
		ui_draw_text(term, rest, 3,
			_("Some rows name a unit, branch or union that is not "
			  "known here yet. Ctrl-N makes those as well."),
			STYLE_WARNING);
	else if (state->counts.rows[IMPORT_DOUBTFUL] > 0 &&
		!options->take_doubtful)
		ui_draw_text(term, rest, 3,
			_("The doubtful rows stay out; Ctrl-N takes them as "
			  "new records."), STYLE_WARNING);
	else if (state->counts.rows[IMPORT_DOUBTFUL] > 0)
		ui_draw_text(term, rest, 2,
			_("The doubtful rows are taken as new records."),
			STYLE_WARNING);
	strbuf_clear(&text);
}

static void
plan_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct plan_state *state = data;
	struct rect rest = *body, list, foot;
	const struct row *row;

	draw_head(ui, state, &rest);
	list = foot = rest;
	foot.rows = rest.rows > 2 * FOOT_ROWS ? FOOT_ROWS : 1;
	list.rows = rest.rows - foot.rows;
	foot.row = list.row + list.rows;
	row = list_chosen(&state->list);
	if (row != NULL)
		ui_draw_text(ui->app->term, &foot, foot.rows,
			row->cells.items[COLUMNS_N - 1], STYLE_DIM);
	list_draw(&state->list, ui->app->term, &list, true);
}

static void
choose_verdict(struct ui *ui, struct plan_state *state)
{
	struct menu menu;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Which rows?");
	menu.numbered = true;
	for (int i = 0; i <= IMPORT_VERDICT_N; i++) {
		char *note = i == IMPORT_VERDICT_N ? xstrdup("")
			: xasprintf("%llu",
				  (unsigned long long)state->counts.rows[i]);

		menu_add(&menu, import_verdict_word((enum import_verdict)i),
			note);
		free(note);
	}
	menu_want(&menu, state->shown);
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		show(state, (enum import_verdict)menu_chosen(&menu)->id);
	menu_clear(&menu);
}

static void
set_roster(struct ui *ui, void *data, int64_t on)
{
	struct plan_state *state = data;

	state->session->options.roster = on != 0;
	plan_again(ui, state);
}

static void
set_take_doubtful(struct ui *ui, void *data, int64_t on)
{
	struct plan_state *state = data;

	(void)ui;
	state->session->options.take_doubtful = on != 0;
	import_set_options(state->session->import, &state->session->options);
	reload(state);
}

static void
run_write_rejects(struct ui *ui, void *data, int64_t argument)
{
	struct plan_state *state = data;

	(void)argument;
	import_save_rejects(ui, state->session);
}

static void
run_verdict(struct ui *ui, void *data, int64_t verdict)
{
	(void)ui;
	show(data, (enum import_verdict)verdict);
}

static void
carry_out(struct ui *ui, struct plan_state *state)
{
	enum import_verdict look = state->shown;

	if (!import_do(ui, state->session, &look))
		return;
	if (look != state->shown)
		show(state, look);
	reload(state);
}

static bool
plan_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct plan_state *state = data;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	switch (action) {
	case ACTION_RUN:
		carry_out(ui, state);
		return true;
	case ACTION_OPEN:
		import_open_row(ui, state->session,
			(uint64_t)list_chosen(&state->list)->id);
		return true;
	case ACTION_FILTER:
		choose_verdict(ui, state);
		return true;
	case ACTION_NEW:
		if (may_make_others(state))
			set_roster(ui, state, true);
		else
			set_take_doubtful(ui, state, true);
		return true;
	default:
		return false;
	}
}

static void
plan_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	const struct plan_state *state = data;
	const struct import_options *options = &state->session->options;
	const uint64_t *rows = state->counts.rows;

	(void)ui;
	if (may_make_others(state))
		ui_commands_add(commands,
			N_("Make units, branches and unions as well"),
			N_("What the rows name and is not here yet is made "
			   "in the same import."), set_roster, true);
	if (options->roster)
		ui_commands_add(commands, N_("Make nothing but the rows"),
			N_("Rows that name what is not here are held back."),
			set_roster, false);
	if (rows[IMPORT_DOUBTFUL] > 0)
		ui_commands_add(commands, options->take_doubtful
			? N_("Leave the doubtful rows out")
			: N_("Take the doubtful rows as new"),
			N_("A row is doubtful where it may be a record that "
			   "is here already."),
			set_take_doubtful, !options->take_doubtful);
	if (rows[IMPORT_REJECTED] > 0)
		ui_commands_add(commands, N_("Show the rejected rows"),
			N_("List the rows that cannot be imported, each with "
			   "the reason."), run_verdict, IMPORT_REJECTED);
	if (rows[IMPORT_REJECTED] + rows[IMPORT_DOUBTFUL] > 0)
		ui_commands_add(commands,
			N_("Write the rejected rows to a file"),
			N_("To be corrected there and imported again."),
			run_write_rejects, 0);
}

static void
plan_close(struct ui *ui, void *data)
{
	struct plan_state *state = data;

	(void)ui;
	list_clear(&state->list);
	import_session_drop(state->session);
	free(state);
}

static const struct screen plan_screen = {
	.title = plan_title,
	.help = plan_help,
	.live = plan_live,
	.draw = plan_draw,
	.handle = plan_handle,
	.commands = plan_commands,
	.returned = returned,
	.close = plan_close,
};

/* The first time that rows turn out to name what is not known: one key and
 * the plan is made with it. */
static void
offer_others(struct ui *ui, struct plan_state *state)
{
	const char *answers[] = {
		_("Make them as well"), _("Reject those rows")};

	if (!may_make_others(state))
		return;
	if (dialog_ask(&ui->host, _("Import"),
		    _("Some rows name a unit, branch or union that is not "
		      "known here yet. Shall those be made as well? The plan "
		      "will list them; nothing is written before you say "
		      "so."),
		    answers, 2, 0) == 0)
		set_roster(ui, state, true);
}

void
import_open_plan(struct ui *ui, struct import_session *session)
{
	struct plan_state *state = xcalloc(1, sizeof(*state));
	const struct window_source source = {fetch, locate, state};

	state->session = import_session_hold(session);
	state->shown = IMPORT_VERDICT_N;
	state->columns[0] = (struct list_column){
		.name = _("Row"), .cols = 6, .right = true};
	state->columns[1] = (struct list_column){
		.name = C_("column", "Plan"), .cols = 10};
	state->columns[2] = (struct list_column){
		.name = _("What it is"), .cols = 20, .least = 8};
	state->columns[3] = (struct list_column){
		.name = _("Reason"), .cols = 20, .least = 8, .grows = true};
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	state->list.title = 2;
	state->list.empty = _("No row is of this kind.");
	ui_open(ui, &plan_screen, state);
	reload(state);
	stand_after(state, 0);
	offer_others(ui, state);
}
