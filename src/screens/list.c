/* 列表: any record type, by the dictionary. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/print.h"
#include "records/words.h"
#include "screens/bulk.h"
#include "screens/list_memory.h"
#include "screens/open.h"
#include "screens/pane.h"
#include "screens/pick.h"
#include "screens/removal.h"
#include "screens/source.h"
#include "screens/tally.h"
#include "tui/list.h"
#include "tui/menu.h"

struct list_state {
	const struct record_type *type;
	struct query query;
	bool is_kept;   /* how it is sorted and narrowed down */
	size_t n_fixed; /* filters that it was opened with */
	struct record_source source;
	struct list list;
	struct list_column columns[RECORD_MAX_PATHS];
	size_t n_columns;
	struct pane pane;   /* the chosen record beside the list */
	struct tally found; /* that the query finds */
	struct tally all;   /* without what was typed to narrow it down */
};

/* By words or by values that were chosen. */
static bool
is_narrowed(const struct list_state *state)
{
	return state->query.words[0] != '\0' ||
		state->query.filters.n > state->n_fixed;
}

/* Takes the values away that were chosen. */
static void
drop_filters(struct query *query, size_t n_fixed)
{
	while (query->filters.n > n_fixed)
		query_set_filter(query,
			query->filters.items[query->filters.n - 1].path, NULL);
}

static bool
list_work(struct ui *ui, void *data)
{
	struct list_state *state = data;
	struct store *store = ui->app->store;
	bool is_new = tally_count(&state->found, store, &state->query);
	struct query all;

	if (!is_narrowed(state)) {
		state->all = state->found;
		return is_new;
	}
	query_copy(&all, &state->query);
	query_set_words(&all, "");
	drop_filters(&all, state->n_fixed);
	is_new |= tally_count(&state->all, store, &all);
	query_clear(&all);
	return is_new;
}

/* The records are others than before. */
static void
restart(struct list_state *state)
{
	list_restart(&state->list);
	tally_forget(&state->found);
	tally_forget(&state->all);
}

/* How the list is sorted and narrowed down, for the next time. */
static void
keep(struct ui *ui, const struct list_state *state)
{
	if (state->is_kept)
		list_memory_save(ui, &state->query);
}

static void
make_columns(struct list_state *state)
{
	state->n_columns = 0;
	while (state->n_columns < RECORD_MAX_PATHS &&
		state->type->list[state->n_columns] != NULL)
		state->n_columns++;
	record_columns(state->type, state->type->list, state->n_columns,
		state->columns);
}

/* The header says which way it is sorted, and has room for that. */
static void
mark_sorted(struct list_state *state)
{
	const char *order = state->query.order;

	make_columns(state);
	state->list.sort_word = NULL;
	for (size_t i = 0; i < state->n_columns; i++) {
		struct list_column *column = &state->columns[i];
		int cols;

		if (order == NULL || strcmp(order, state->type->list[i]) != 0)
			continue;
		state->list.sorted = i;
		state->list.sort_word = state->query.descending
			? C_("sorted", "down") : C_("sorted", "up");
		cols = (int)text_cols(column->name) + 1 +
			(int)text_cols(state->list.sort_word);
		if (column->cols < cols)
			column->cols = cols;
		if (i > 0)
			column->least = column->cols;
	}
}

/* " 5 of 194" or " 194". */
static void
add_count(const struct list_state *state, struct strbuf *out)
{
	struct strbuf found = STRBUF_INIT, all = STRBUF_INIT;

	tally_show(&state->found, &found);
	tally_show(&state->all, &all);
	if (is_narrowed(state))
		strbuf_addf(out, _(" %s of %s"), found.s, all.s);
	else
		strbuf_addf(out, " %s", found.s);
	strbuf_clear(&found);
	strbuf_clear(&all);
}

/* " 民族：蒙古族", for each value that was chosen. */
static void
add_filters(struct store *store, const struct list_state *state,
	struct strbuf *out)
{
	struct strbuf value = STRBUF_INIT;

	for (size_t i = state->n_fixed; i < state->query.filters.n; i++) {
		const struct query_filter *filter =
			&state->query.filters.items[i];
		const struct field_type *field =
			record_field(state->type, filter->path);

		strbuf_reset(&value);
		if (filter->value[0] != '\0')
			words_of_value(store, field, filter->value, true,
				&value);
		else
			strbuf_add(&value, C_("value", "(nothing)"));
		strbuf_add_char(out, ' ');
		/* TRANSLATORS: a field and its value, as in sex: female */
		strbuf_addf(out, _("%s: %s"), term_word(&field->term),
			value.s);
	}
	strbuf_clear(&value);
}

static void
list_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct list_state *state = data;

	strbuf_add(out, term_word(&state->type->term));
	if (state->query.removed)
		strbuf_addf(out, _(" (%s)"), _("removed ones"));
	add_filters(ui->app->store, state, out);
	add_count(state, out);
	if (state->list.marked.n > 0)
		strbuf_addf(out, _(", %zu marked"), state->list.marked.n);
}

static const char *
list_help(struct ui *ui, void *data)
{
	struct list_state *state = data;

	(void)ui;
	return state->type->help;
}

static void
list_screen_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct list_state *state = data;
	bool writable = store_read_only(ui->app->store) == NULL;
	bool any = list_chosen(&state->list) != NULL;

	keymap_live_init(live, list_context(&state->list));
	if (any)
		keymap_live_add(live, ACTION_OPEN);
	if (writable && !state->query.removed)
		keymap_live_add(live, ACTION_NEW);
	if (state->list.filtering)
		keymap_live_name(live, ACTION_CHOOSE,
			action_word(ACTION_CHOOSE),
			_("Show only records with a certain value."));
	else
		keymap_live_add(live, ACTION_FILTER);
	if (state->query.filters.n > state->n_fixed)
		keymap_live_add(live, ACTION_WIDEN);
	keymap_live_add(live, ACTION_MENU);
	keymap_live_add(live, ACTION_SORT);
	if (any && writable && !state->query.removed)
		keymap_live_add(live, ACTION_REMOVE);
	keymap_live_add(live, ACTION_BACK);
	if (any)
		keymap_live_add(live, ACTION_HISTORY);
	list_live(&state->list, live);
	/* what Enter does too comes last on the bar */
	if (any && !state->list.filtering && writable && !state->query.removed)
		keymap_live_add(live, ACTION_EDIT);
	if (any)
		keymap_live_add(live, ACTION_VIEW);
	if (writable)
		keymap_live_add(live, ACTION_UNDO);
	keymap_live_add(live, ACTION_HELP);
	if (any && !state->query.removed && print_has_kind_of(state->type))
		keymap_live_add(live, ACTION_PRINT);
}

static int64_t
chosen_id(struct list_state *state)
{
	const struct row *row = list_chosen(&state->list);

	return row != NULL ? row->id : 0;
}

static void
list_screen_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct list_state *state = data;
	struct rect rows = *body, beside;
	bool is_split = pane_split(ui, &rows, &beside);

	list_draw(&state->list, ui->app->term, &rows, true);
	if (is_split)
		pane_draw(&state->pane, ui, state->type, chosen_id(state),
			&beside);
}

static void
reload(struct list_state *state)
{
	list_reload(&state->list);
	pane_forget(&state->pane);
	tally_outdate(&state->found);
	tally_outdate(&state->all);
}

static void
say_if_empty(struct list_state *state)
{
	if (state->query.words[0] != '\0')
		state->list.empty = _("Nothing fits what was typed; Esc shows "
				      "all again.");
	else if (is_narrowed(state))
		state->list.empty = _("None has the values that were chosen; "
				      "Backspace shows all again.");
	else if (state->query.removed)
		state->list.empty = _("Nothing has been removed here.");
	else
		state->list.empty = _("Nothing here yet. Ctrl-N enters a new "
				      "one, F9 offers the import of a file.");
}

/* The cursor goes to what a form above has just saved. */
static void
returned(struct ui *ui, void *data)
{
	struct list_state *state = data;

	if (ui->saved != 0)
		list_want(&state->list, ui->saved);
	ui->saved = 0;
	/* the language may be another since */
	mark_sorted(state);
	say_if_empty(state);
	reload(state);
}

static void
filter_changed(struct list_state *state)
{
	query_set_words(&state->query, list_filter(&state->list));
	say_if_empty(state);
	list_restart(&state->list);
	tally_forget(&state->found);
}

/* Values of a fixed filter are those of a new record here. */
static void
begin_new(struct ui *ui, struct list_state *state)
{
	struct record begin;
	char today[DATE_SIZE];

	if (ui_is_read_only(ui))
		return;
	world_today(ui->app->world, today);
	record_begin(&begin, state->type, today);
	for (size_t i = 0; i < state->query.filters.n; i++)
		if (record_field(state->type,
			    state->query.filters.items[i].path) != NULL)
			record_set(&begin, state->query.filters.items[i].path,
				state->query.filters.items[i].value);
	open_form(ui, state->type, 0, &begin);
	record_clear(&begin);
}

static void
choose_order(struct ui *ui, struct list_state *state)
{
	struct menu menu;
	const struct row *row;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Sort by");
	for (size_t i = 0; i < state->n_columns; i++)
		menu_add(&menu, state->columns[i].name,
			query_can_sort(ui->app->store, &state->query,
				state->type->list[i])
				? "" : _("too many records"));
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN &&
		(row = menu_chosen(&menu)) != NULL) {
		const char *path = state->type->list[row->id];
		bool again = state->query.order != NULL &&
			strcmp(state->query.order, path) == 0;

		if (!query_can_sort(ui->app->store, &state->query, path)) {
			ui_say(ui, _("Narrow the list down first; so many "
				     "records cannot be sorted by this."));
		} else {
			query_set_order(&state->query, path,
				again && !state->query.descending);
			mark_sorted(state);
			list_restart(&state->list);
			keep(ui, state);
		}
	}
	menu_clear(&menu);
}

/* Only the records with one value in one field. */
static void
narrow(struct ui *ui, struct list_state *state)
{
	const struct field_type *field = choose_field(ui, state->type,
		_("Only those with a certain value: which field?"),
		list_memory_may_filter);
	struct strbuf value = STRBUF_INIT;

	if (field != NULL && choose_value(ui, field, "", &value)) {
		query_set_filter(&state->query, field->name, value.s);
		say_if_empty(state);
		restart(state);
		keep(ui, state);
	}
	strbuf_clear(&value);
}

/* Back to the filters that the list was opened with. */
static void
widen(struct ui *ui, struct list_state *state)
{
	drop_filters(&state->query, state->n_fixed);
	say_if_empty(state);
	restart(state);
	keep(ui, state);
}

static bool
list_screen_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct list_state *state = data;

	switch (ui_list_handle(ui, &state->list, action, event)) {
	case LIST_IGNORED:
		break;
	case LIST_FILTERED:
		filter_changed(state);
		return true;
	default:
		return true;
	}
	switch (action) {
	case ACTION_OPEN:
	case ACTION_VIEW:
	case ACTION_EDIT:
		if (chosen_id(state) != 0)
			open_form(ui, state->type, chosen_id(state), NULL);
		return true;
	case ACTION_NEW:
		begin_new(ui, state);
		return true;
	case ACTION_REMOVE:
		if (chosen_id(state) != 0 && remove_with_question(ui,
				state->type, chosen_id(state)))
			reload(state);
		return true;
	case ACTION_HISTORY:
		open_history(ui, state->type, chosen_id(state));
		return true;
	case ACTION_PRINT:
		open_print(ui, state->type, chosen_id(state), "");
		return true;
	case ACTION_SORT:
		choose_order(ui, state);
		return true;
	case ACTION_CHOOSE:
		narrow(ui, state);
		return true;
	case ACTION_WIDEN:
		widen(ui, state);
		return true;
	case ACTION_UNDO:
		undo_with_question(ui, 0);
		reload(state);
		return true;
	default:
		return false;
	}
}

static void
run_narrow(struct ui *ui, void *data, int64_t argument)
{
	(void)argument;
	narrow(ui, data);
}

static void
run_import(struct ui *ui, void *data, int64_t argument)
{
	struct list_state *state = data;

	(void)argument;
	open_import(ui, state->type);
}

static void
run_export(struct ui *ui, void *data, int64_t argument)
{
	struct list_state *state = data;

	(void)argument;
	open_export(ui, &state->query);
}

static void
run_copy(struct ui *ui, void *data, int64_t argument)
{
	struct list_state *state = data;

	(void)argument;
	if (!ui_is_read_only(ui))
		open_copy(ui, state->type, chosen_id(state));
}

static void
run_restore(struct ui *ui, void *data, int64_t argument)
{
	struct list_state *state = data;

	(void)argument;
	if (bring_back(ui, state->type, chosen_id(state)))
		reload(state);
}

static void
run_show_removed(struct ui *ui, void *data, int64_t removed)
{
	struct list_state *state = data;

	(void)ui;
	state->query.removed = removed != 0;
	say_if_empty(state);
	id_set_clear(&state->list.marked);
	restart(state);
}

/* All that are marked or, with none, all that are shown. */
static void
run_bulk(struct ui *ui, void *data, int64_t argument)
{
	struct list_state *state = data;
	struct id_set shown = {0};

	(void)argument;
	if (ui_is_read_only(ui))
		return;
	if (state->list.marked.n > 0)
		open_bulk(ui, state->type, &state->list.marked,
			&state->list.marked);
	else if (bulk_collect(ui, &state->query, &shown))
		open_bulk(ui, state->type, &shown, &state->list.marked);
	id_set_clear(&shown);
}

static void
run_mark_shown(struct ui *ui, void *data, int64_t argument)
{
	struct list_state *state = data;

	(void)argument;
	(void)bulk_collect(ui, &state->query, &state->list.marked);
}

static void
run_invert_marks(struct ui *ui, void *data, int64_t argument)
{
	struct list_state *state = data;
	struct id_set shown = {0};

	(void)argument;
	if (bulk_collect(ui, &state->query, &shown))
		id_set_turn_over(&state->list.marked, &shown);
	id_set_clear(&shown);
}

static void
run_unmark(struct ui *ui, void *data, int64_t argument)
{
	struct list_state *state = data;

	(void)ui;
	(void)argument;
	id_set_clear(&state->list.marked);
}

static void
add_mark_commands(const struct list_state *state, bool writable,
	struct ui_commands *commands)
{
	bool marked = state->list.marked.n > 0;

	if (writable)
		ui_commands_add(commands, marked
			? N_("Change one field of all marked")
			: N_("Change one field of all shown"),
			N_("Give one field of all these records the same "
			   "value, after showing what that does."),
			run_bulk, 0);
	ui_commands_add(commands, N_("Mark all shown"),
		N_("Mark every record that this list holds now."),
		run_mark_shown, 0);
	if (!marked)
		return;
	ui_commands_add(commands, N_("Turn the marks over"),
		N_("Of those shown, mark the others instead."),
		run_invert_marks, 0);
	ui_commands_add(commands, N_("Take all marks away"),
		N_("Mark nothing any more."), run_unmark, 0);
}

static void
run_duplicates(struct ui *ui, void *data, int64_t argument)
{
	const struct list_state *state = data;

	(void)argument;
	open_duplicates(ui, state->type);
}

/* The chosen one and another, or the two that are marked. */
static void
run_merge(struct ui *ui, void *data, int64_t argument)
{
	struct list_state *state = data;
	const struct id_set *marked = &state->list.marked;
	int64_t one = chosen_id(state), other;

	(void)argument;
	if (marked->n == 2) {
		one = marked->items[0];
		other = marked->items[1];
	} else {
		other = choose_record(ui, state->type, "");
	}
	if (one != 0 && other != 0)
		open_merging(ui, state->type, one, other);
}

static void
list_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	struct list_state *state = data;
	bool writable = store_read_only(ui->app->store) == NULL;
	bool any = list_chosen(&state->list) != NULL;

	if (writable)
		ui_commands_add(commands, N_("Import a file"),
			N_("Take records of this kind over from a CSV file or a "
			   "workbook."),
			run_import, 0);
	ui_commands_add(commands, N_("Export what is shown"),
		N_("Write the records of this list to a CSV file or a "
		   "workbook."),
		run_export, 0);
	ui_commands_add(commands, N_("Only those with a certain value"),
		N_("Leave only the records with one value in one field."),
		run_narrow, 0);
	if (writable && any && !state->query.removed)
		ui_commands_add(commands, N_("Copy into a new one"),
			N_("Begin a new record with the values of the chosen "
			   "one."), run_copy, 0);
	if (writable && any && !state->query.removed &&
		(state->type->flags & RECORD_MERGES))
		ui_commands_add(commands, state->list.marked.n == 2
			? N_("Merge the two that are marked…")
			: N_("Merge with another one…"),
			N_("Where the same one stands twice: look at both side "
			   "by side, and make one of them."), run_merge, 0);
	if (state->type->flags & RECORD_MERGES)
		ui_commands_add(commands, N_("Likely duplicates"),
			N_("Look for the same one standing twice."),
			run_duplicates, 0);
	if (any && !state->query.removed)
		add_mark_commands(state, writable, commands);
	if (state->query.removed && writable && any)
		ui_commands_add(commands, N_("Bring back"),
			N_("Bring the chosen one back, with what went with "
			   "it."), run_restore, 0);
	if (state->query.removed)
		ui_commands_add(commands, N_("Show the records in force"),
			N_("Go back to those that are not removed."),
			run_show_removed, 0);
	else
		ui_commands_add(commands, N_("Show the removed ones"),
			N_("List what has been removed; it can be brought "
			   "back."), run_show_removed, 1);
}

static void
list_tick(struct ui *ui, void *data, bool changed)
{
	(void)ui;
	if (changed)
		reload(data);
}

static void
list_close(struct ui *ui, void *data)
{
	struct list_state *state = data;

	(void)ui;
	list_clear(&state->list);
	pane_clear(&state->pane);
	query_clear(&state->query);
	free(state);
}

static const struct screen list_screen = {
	.title = list_title,
	.help = list_help,
	.live = list_screen_live,
	.draw = list_screen_draw,
	.handle = list_screen_handle,
	.commands = list_commands,
	.returned = returned,
	.tick = list_tick,
	.work = list_work,
	.close = list_close,
};

void
open_list(struct ui *ui, const struct record_type *type,
	const struct query *filters)
{
	struct list_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;

	state->type = type;
	if (filters != NULL)
		query_copy(&state->query, filters);
	else
		query_init(&state->query, type);
	state->n_fixed = state->query.filters.n;
	state->is_kept = filters == NULL;
	if (state->is_kept)
		list_memory_load(ui, &state->query);
	make_columns(state);
	record_source_init(&state->source, ui->app->store, &state->query, NULL,
		0, &source);
	list_init(&state->list, state->columns, state->n_columns, &source,
		&ui->clip);
	state->list.can_mark = true;
	state->list.can_filter = true;
	say_if_empty(state);
	if (state->query.words[0] != '\0')
		list_set_filter(&state->list, state->query.words);
	mark_sorted(state);
	tally_forget(&state->found);
	tally_forget(&state->all);
	ui_open(ui, &list_screen, state);
}
