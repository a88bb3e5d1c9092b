/* 撤销: what goes back, and what does not by itself and is left or taken. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/undo.h"
#include "records/words.h"
#include "screens/open.h"
#include "store/journal.h"
#include "tui/list.h"
#include "tui/menu.h"
#include "tui/progress.h"

enum {
	LOOK_BACK = 50, /* changes among which the newest own is sought */
	HEAD_ROWS = 3,
	FOOT_ROWS = 5, /* for the chosen conflict, where there is room */
};

enum {
	COLUMN_CHOICE,
	COLUMN_RECORD,
	COLUMN_FIELD,
	COLUMN_OLD,
	COLUMN_GIVEN,
	COLUMN_NOW,
	COLUMN_N,
};

struct undo_state {
	struct store *store;
	struct undo_plan *plan;
	int64_t change;
	const struct record_type *type; /* only what was done to one record, */
	int64_t record;                 /* or NULL and 0 */
	struct list list;
	struct list_column columns[COLUMN_N];
};

/* The newest change by this operator in this session that still stands. */
static int64_t
newest_own(struct ui *ui)
{
	struct journal_change changes[LOOK_BACK];
	size_t n = 0;
	int64_t found = 0;

	if (journal_changes(ui->app->store, NULL, 0, false, LOOK_BACK,
		    changes, &n, NULL) != ERR_OK)
		return 0;
	for (size_t i = 0; i < n; i++) {
		const struct journal_change *change = &changes[i];

		if (found == 0 && change->undone_by == 0 &&
			change->undoes == 0 &&
			change->at >= ui->app->started_at &&
			change->operator_id == ui->app->operator_id &&
			words_is_saving(change->action))
			found = change->id;
	}
	for (size_t i = 0; i < n; i++)
		journal_change_clear(&changes[i]);
	return found;
}

/* Taking back what took something back is doing that again. */
static bool
is_redo(const struct undo_plan *plan)
{
	return strcmp(undo_plan_change(plan)->action, "undo") == 0;
}

static const char *
what_it_is(const struct undo_plan *plan)
{
	return is_redo(plan) ? _("Do again") : _("Take back");
}

static const char *
choice_word(const struct undo_conflict *conflict)
{
	if (conflict->taken)
		return C_("conflict", "take");
	return undo_can_take(conflict->why) ? C_("conflict", "leave")
					    : C_("conflict", "stays");
}

static void
add_value(struct store *store, const struct undo_conflict *conflict,
	const char *stored, struct strbuf *out)
{
	const struct field_type *field =
		record_field(conflict->type, conflict->field);

	if (field != NULL)
		words_of_value(store, field, stored, true, out);
}

static void
add_row(struct store *store, const struct undo_conflict *conflict,
	struct rows *out)
{
	const struct field_type *field =
		record_field(conflict->type, conflict->field);
	const char *const values[] = {conflict->old_value,
		conflict->given_value, conflict->now_value};
	struct strbuf text = STRBUF_INIT;
	struct row *row;

	strbuf_addf(&text, "%lld", (long long)conflict->number);
	row = rows_add(out, conflict->number, text.s);
	strvec_add(&row->cells, choice_word(conflict));
	strbuf_reset(&text);
	record_title_of(store, conflict->type, conflict->record, &text);
	strvec_add(&row->cells, text.s);
	strvec_add(&row->cells, field != NULL ? term_word(&field->term)
					      : undo_why_word(conflict->why));
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		strbuf_reset(&text);
		add_value(store, conflict, values[i], &text);
		strvec_add(&row->cells, text.s);
	}
	/* beyond the columns, for the foot */
	strvec_add(&row->cells, conflict->text);
	strbuf_clear(&text);
}

/* A row's place is its number. */
static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct undo_state *state = data;
	bool backward = side == ROWS_BEFORE;
	int64_t number = place != NULL ? strtoll(place, NULL, 10) : 0;
	struct undo_conflict *conflicts = xcalloc(n, sizeof(*conflicts));
	size_t n_found = 0;
	enum err_code code;

	if (place != NULL && side == ROWS_FROM)
		number--;
	code = undo_plan_load(state->plan, number, backward, n, conflicts,
		&n_found, err);
	for (size_t i = 0; code == ERR_OK && i < n_found; i++) {
		add_row(state->store, &conflicts[i], out);
		undo_conflict_clear(&conflicts[i]);
	}
	free(conflicts);
	return code;
}

/* The change in words; of a redo the one that comes back, not its undoing. */
static void
add_subject(struct store *store, const struct undo_plan *plan,
	struct strbuf *out)
{
	const struct journal_change *change = undo_plan_change(plan);
	struct journal_change undone;

	if (is_redo(plan) && journal_change_load(store, change->undoes,
			&undone, NULL) == ERR_OK) {
		words_of_change(store, &undone, out);
		journal_change_clear(&undone);
	} else {
		words_of_change(store, change, out);
	}
}

static void
undo_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct undo_state *state = data;

	strbuf_addf(out, "%s  ", what_it_is(state->plan));
	add_subject(ui->app->store, state->plan, out);
}

static const char *
undo_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Nothing has been written yet. What still is as the change "
		  "made it goes back by itself. The rows here do not: they "
		  "have been changed or removed since, others hang on them, or "
		  "a rule forbids it. They are left as they are, unless Space "
		  "takes one back as well; then its value is again the one "
		  "from before the change. F4 takes all of a kind, F2 does it. "
		  "All of it is one change, which can be taken back in turn.");
}

static void
undo_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct undo_state *state = data;

	(void)ui;
	keymap_live_init(live, CONTEXT_LIST);
	keymap_live_add(live, ACTION_RUN);
	keymap_live_add(live, ACTION_SWITCH);
	keymap_live_name(live, ACTION_CHOOSE, _("By kind"),
		_("Take back all of one kind at once, or leave all."));
	keymap_live_add(live, ACTION_OPEN);
	keymap_live_add(live, ACTION_HISTORY);
	list_live(&state->list, live);
}

/* "changed since 12 (3 taken)  others hang on it 2" */
static void
add_counts(const struct undo_state *state, struct strbuf *out)
{
	for (int i = 0; i < UNDO_WHY_N; i++) {
		enum undo_why why = (enum undo_why)i;
		long long n_taken = undo_plan_count(state->plan, why, true);
		long long n = undo_plan_count(state->plan, why, false) +
			n_taken;

		if (n == 0)
			continue;
		strbuf_addf(out, "  %s %lld", undo_why_word(why), n);
		if (n_taken > 0)
			strbuf_addf(out, _(" (%lld taken)"), n_taken);
	}
}

static void
draw_head(struct ui *ui, const struct undo_state *state, struct rect *rest)
{
	size_t n = undo_plan_n_records(state->plan);
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, P_("%zu record goes back by itself.",
			"%zu records go back by themselves.",
			(unsigned long)n), n);
	add_counts(state, &text);
	ui_draw_text(ui->app->term, rest, HEAD_ROWS, text.s, STYLE_TITLE);
	strbuf_clear(&text);
}

/* A conflict about a record as a whole has none. */
static bool
has_values(const struct row *row)
{
	for (int i = COLUMN_OLD; i < COLUMN_N; i++)
		if (row->cells.items[i][0] != '\0')
			return true;
	return false;
}

static void
draw_foot(struct ui *ui, struct undo_state *state, struct rect *foot)
{
	const struct row *row = list_chosen(&state->list);
	struct strbuf text = STRBUF_INIT;

	if (row == NULL)
		return;
	ui_draw_text(ui->app->term, foot, foot->rows > 2 ? 2 : foot->rows,
		row->cells.items[COLUMN_N], STYLE_WARNING);
	for (int i = COLUMN_OLD; has_values(row) && i < COLUMN_N &&
		foot->rows > 0; i++) {
		strbuf_reset(&text);
		strbuf_addf(&text, _("%s: "), state->columns[i].name);
		strbuf_add(&text, row->cells.items[i]);
		ui_draw_text(ui->app->term, foot, 1, text.s, STYLE_DIM);
	}
	strbuf_clear(&text);
}

static void
undo_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct undo_state *state = data;
	struct rect rest = *body, foot;

	draw_head(ui, state, &rest);
	foot = rest;
	foot.rows = rest.rows > 2 * FOOT_ROWS ? FOOT_ROWS : rest.rows / 2;
	rest.rows -= foot.rows;
	foot.row = rest.row + rest.rows;
	draw_foot(ui, state, &foot);
	list_draw(&state->list, ui->app->term, &rest, true);
}

/* Space: the other choice, and on to the next row. */
static void
choose_one(struct ui *ui, struct undo_state *state)
{
	const struct row *row = list_chosen(&state->list);
	bool taken = row != NULL && strcmp(row->cells.items[COLUMN_CHOICE],
				    C_("conflict", "take")) == 0;
	struct err err = ERR_INIT;

	if (row == NULL)
		return;
	if (undo_plan_take(state->plan, row->id, !taken, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	list_reload(&state->list);
	(void)list_handle(&state->list, ACTION_DOWN, NULL);
}

/* F4: all of one kind at once. */
static void
choose_all(struct ui *ui, struct undo_state *state)
{
	static const struct {
		const char *words;
		enum undo_why why;
		bool take;
	} choices[] = {
		{N_("Take back all that was changed since"),
			UNDO_CHANGED_SINCE, true},
		{N_("Take back all that was removed since"),
			UNDO_REMOVED_SINCE, true},
		{N_("Take back all that can be taken back"), UNDO_WHY_N, true},
		{N_("Leave all as it is"), UNDO_WHY_N, false},
	};
	struct err err = ERR_INIT;
	struct menu menu;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("What has been changed since");
	menu.numbered = true;
	for (size_t i = 0; i < sizeof(choices) / sizeof(choices[0]); i++)
		menu_add(&menu, _(choices[i].words), "");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN) {
		size_t i = (size_t)menu_chosen(&menu)->id;

		if (undo_plan_take_all(state->plan, choices[i].why,
			    choices[i].take, &err) != ERR_OK)
			ui_fail(ui, &err);
		list_reload(&state->list);
	}
	menu_clear(&menu);
}

/* What the choices met, where rules stood against them. */
static void
tell_refused(struct ui *ui, const struct undo_result *result)
{
	struct strbuf text = STRBUF_INIT;

	if (result->refused.n == 0)
		return;
	strbuf_add(&text, _("This was to be taken back and could not be:"));
	for (size_t i = 0; i < result->refused.n; i++)
		strbuf_addf(&text, "\n%s", result->refused.items[i]);
	dialog_tell(&ui->host, _("Taken back"), text.s);
	strbuf_clear(&text);
}

/* A redo is told by what it brought back, not by what had been taken away. */
static void
add_touched(struct store *store, const struct undo_plan *plan, int64_t made,
	struct strbuf *out)
{
	struct journal_change change;
	struct err err = ERR_INIT;

	if (is_redo(plan) && made != 0 &&
		journal_change_load(store, made, &change, &err) == ERR_OK) {
		words_of_touched(store, &change, out);
		journal_change_clear(&change);
	} else {
		words_of_touched(store, undo_plan_change(plan), out);
	}
	err_clear(&err);
}

static void
say_done(struct ui *ui, const struct undo_plan *plan,
	const struct undo_result *result)
{
	struct strbuf text = STRBUF_INIT;

	tell_refused(ui, result);
	add_touched(ui->app->store, plan, result->change, &text);
	if (result->change == 0)
		ui_say(ui, _("Nothing could be put back; all stays as it is."));
	else if (result->n_left > 0)
		ui_say(ui, _("%zu put back, %zu left as they are: %s."),
			result->n_records, result->n_left, text.s);
	else if (is_redo(plan))
		ui_say(ui, _("Done again: %s."), text.s);
	else
		ui_say(ui, _("Taken back: %s."), text.s);
	strbuf_clear(&text);
}

static enum err_code
make_plan(struct ui *ui, const struct undo_state *state,
	struct undo_plan **plan, struct err *err)
{
	const struct change_info info = ui_change_info(ui, "", "");
	struct progress progress;
	enum err_code code;

	progress_init(&progress, &ui->host, _("Take back"));
	code = undo_plan_make(ui->app->store, state->change, state->type,
		state->record, &info, &progress.job, plan, err);
	progress_clear(&progress);
	return code;
}

static enum err_code
carry_out(struct ui *ui, struct undo_plan *plan, struct err *err)
{
	struct undo_result result;
	struct progress progress;
	enum err_code code;

	progress_init(&progress, &ui->host, what_it_is(plan));
	code = undo_plan_run(plan, &progress.job, &result, err);
	progress_clear(&progress);
	if (code == ERR_OK)
		say_done(ui, plan, &result);
	undo_result_clear(&result);
	return code;
}

/* Others have written: the same choices on what there is now. */
static void
plan_again(struct ui *ui, struct undo_state *state)
{
	struct undo_plan *plan;
	struct err err = ERR_INIT;

	if (make_plan(ui, state, &plan, &err) != ERR_OK ||
		undo_plan_take_as(plan, state->plan, &err) != ERR_OK) {
		undo_plan_free(plan);
		ui_fail(ui, &err);
		return;
	}
	undo_plan_free(state->plan);
	state->plan = plan;
	list_restart(&state->list);
}

static void
do_it(struct ui *ui, struct undo_state *state)
{
	struct err err = ERR_INIT;
	enum err_code code;

	if (undo_plan_n_records(state->plan) == 0 &&
		undo_plan_count(state->plan, UNDO_WHY_N, true) == 0) {
		ui_say(ui, _("Nothing is to be taken back yet; Space chooses "
			     "what is."));
		return;
	}
	code = carry_out(ui, state->plan, &err);
	if (code == ERR_OK) {
		ui_back(ui);
		return;
	}
	if (code == ERR_STALE)
		plan_again(ui, state);
	ui_fail(ui, &err);
}

static void
open_chosen(struct ui *ui, struct undo_state *state, bool history)
{
	const struct row *row = list_chosen(&state->list);
	struct undo_conflict conflict;
	struct err err = ERR_INIT;
	size_t n = 0;

	if (row == NULL)
		return;
	if (undo_plan_load(state->plan, row->id - 1, false, 1, &conflict, &n,
		    &err) != ERR_OK)
		ui_fail(ui, &err);
	if (n == 0)
		return;
	if (history)
		open_history(ui, conflict.type, conflict.record);
	else
		open_form(ui, conflict.type, conflict.record, NULL);
	undo_conflict_clear(&conflict);
}

static bool
undo_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct undo_state *state = data;

	switch (action) {
	case ACTION_RUN:
		do_it(ui, state);
		return true;
	case ACTION_SWITCH:
		choose_one(ui, state);
		return true;
	case ACTION_CHOOSE:
		choose_all(ui, state);
		return true;
	case ACTION_OPEN:
	case ACTION_HISTORY:
		open_chosen(ui, state, action == ACTION_HISTORY);
		return true;
	default:
		break;
	}
	return ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED;
}

static void
undo_returned(struct ui *ui, void *data)
{
	plan_again(ui, data);
}

static void
undo_close(struct ui *ui, void *data)
{
	struct undo_state *state = data;

	(void)ui;
	list_clear(&state->list);
	undo_plan_free(state->plan);
	free(state);
}

static const struct screen undo_screen = {
	.title = undo_title,
	.help = undo_help,
	.live = undo_live,
	.draw = undo_draw,
	.handle = undo_handle,
	.returned = undo_returned,
	.close = undo_close,
};

static void
open_conflicts(struct ui *ui, const struct undo_state *begun)
{
	struct undo_state *state = xcalloc(1, sizeof(*state));
	const struct window_source source = {fetch, NULL, state};
	const struct list_column columns[COLUMN_N] = {
		{.name = C_("column", "Do"), .cols = 5},
		{.name = _("Record"), .cols = 16, .least = 10, .grows = true},
		{.name = _("Field"), .cols = 14, .least = 8},
		{.name = C_("undo", "Before"), .cols = 12, .least = 6, .grows = true},
		{.name = C_("undo", "By the change"), .cols = 12, .least = 10,
			.grows = true},
		{.name = C_("undo", "Now"), .cols = 12, .least = 6, .grows = true},
	};

	*state = *begun;
	memcpy(state->columns, columns, sizeof(columns));
	list_init(&state->list, state->columns, COLUMN_N, &source, &ui->clip);
	state->list.title = COLUMN_RECORD;
	state->list.empty = _("Everything goes back by itself; F2 does it.");
	ui_open(ui, &undo_screen, state);
}

/* Asks only where more than one record goes back. */
static bool
confirm(struct ui *ui, const struct undo_plan *plan)
{
	size_t n = undo_plan_n_records(plan);
	struct strbuf text = STRBUF_INIT;
	bool yes;

	if (n == 1)
		return true;
	add_subject(ui->app->store, plan, &text);
	strbuf_add_char(&text, '\n');
	strbuf_addf(&text, is_redo(plan)
		? P_("It was taken back. Doing it again concerns %zu record.",
			"It was taken back. Doing it again concerns %zu "
			"records.", (unsigned long)n)
		: P_("%zu record would be put back.",
			"%zu records would be put back.", (unsigned long)n),
		n);
	yes = dialog_confirm(&ui->host, what_it_is(plan), text.s,
		what_it_is(plan));
	strbuf_clear(&text);
	return yes;
}

/* Without conflicts it is done at once, or after one question. */
static void
begin(struct ui *ui, struct undo_state *state)
{
	struct err err = ERR_INIT;

	if (make_plan(ui, state, &state->plan, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	if (undo_plan_count(state->plan, UNDO_WHY_N, false) > 0) {
		open_conflicts(ui, state);
		return;
	}
	if (confirm(ui, state->plan) &&
		carry_out(ui, state->plan, &err) != ERR_OK)
		ui_fail(ui, &err);
	undo_plan_free(state->plan);
}

void
undo_with_question(struct ui *ui, int64_t change)
{
	struct undo_state state = {.store = ui->app->store};

	if (ui_is_read_only(ui))
		return;
	state.change = change != 0 ? change : newest_own(ui);
	if (state.change != 0)
		begin(ui, &state);
	else
		ui_say(ui, _("Nothing that you saved since the start is left "
			     "to be taken back; “Changes” has everything "
			     "else."));
}

void
undo_part_with_question(struct ui *ui, int64_t change,
	const struct record_type *type, int64_t record)
{
	struct undo_state state = {.store = ui->app->store, .change = change,
		.type = type, .record = record};

	if (!ui_is_read_only(ui))
		begin(ui, &state);
}

void
redo_with_question(struct ui *ui, int64_t change)
{
	struct err err = ERR_INIT;
	int64_t undo;

	if (undo_find_redo(ui->app->store, change, &undo, &err) != ERR_OK)
		ui_fail(ui, &err);
	else
		undo_with_question(ui, undo);
}
