/* 变更记录: all changes of the office, newest first; undo and redo. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/words.h"
#include "screens/open.h"
#include "store/journal.h"
#include "store/site.h"
#include "tui/list.h"
#include "tui/menu.h"

enum {
	COUNT_MAX = 100000, /* counted to here at once */
	DAY_MAX = 20,       /* characters of a day as it is typed */
};

struct changes_state {
	struct store *store;
	char *operator_name;            /* "" all */
	const struct record_type *type; /* NULL all */
	char since[DATE_SIZE];          /* "" all */
	char until[DATE_SIZE];          /* the last day, "" all */
	int64_t n_found;
	struct list list;
	struct list_column columns[4];
};

static void
fill_filter(const struct changes_state *state, struct journal_filter *filter)
{
	int64_t end;

	*filter = (struct journal_filter){
		.operator_name = state->operator_name,
		.table = state->type != NULL ? state->type->name : NULL,
		.words = list_filter(&state->list),
	};
	if (state->since[0] != '\0')
		date_span(state->since, &filter->since, &end);
	if (state->until[0] != '\0')
		date_span(state->until, &end, &filter->until);
}

static bool
is_narrowed(const struct changes_state *state)
{
	return state->operator_name[0] != '\0' || state->type != NULL ||
		state->since[0] != '\0' || state->until[0] != '\0';
}

static void
add_reason(const struct journal_change *change, struct strbuf *out)
{
	if (change->undone_by == 0)
		strbuf_add(out, change->reason);
	else if (change->reason[0] == '\0')
		strbuf_add(out, _("taken back"));
	else
		strbuf_addf(out, _("%s (taken back)"), change->reason);
}

static void
add_row(struct store *store, const struct journal_change *change,
	struct rows *out)
{
	char place[SITE_ID_TEXT_SIZE], time[TIME_SIZE];
	struct strbuf text = STRBUF_INIT;
	struct row *row;

	site_id_to_text(change->id, place);
	date_time_of_moment(change->at, time);
	words_of_change(store, change, &text);
	row = rows_add(out, change->id, place);
	strvec_add(&row->cells, time);
	strvec_add(&row->cells, text.s);
	strvec_add(&row->cells, words_of_operator(change));
	strbuf_reset(&text);
	add_reason(change, &text);
	strvec_add(&row->cells, text.s);
	strbuf_clear(&text);
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct changes_state *state = data;
	struct journal_change *changes = xcalloc(n, sizeof(*changes));
	size_t n_found = 0, n_first = 0;
	struct journal_filter filter;
	int64_t id = 0;
	enum err_code code = ERR_OK;

	fill_filter(state, &filter);
	if (place != NULL)
		(void)site_id_from_text(place, &id);
	if (place != NULL && side == ROWS_FROM) {
		code = journal_change_load(state->store, id, &changes[0], err);
		n_first = code == ERR_OK;
	}
	if (code == ERR_OK && n > n_first)
		code = journal_changes(state->store, &filter, id,
			side == ROWS_BEFORE, n - n_first, changes + n_first,
			&n_found, err);
	n_found += n_first;
	for (size_t i = 0; i < n_found; i++)
		add_row(state->store, &changes[side == ROWS_BEFORE
				? n_found - 1 - i : i], out);
	for (size_t i = 0; i < n_found; i++)
		journal_change_clear(&changes[i]);
	free(changes);
	return code;
}

static void
count(struct changes_state *state)
{
	struct journal_filter filter;

	fill_filter(state, &filter);
	(void)journal_count_changes(state->store, &filter, COUNT_MAX,
		&state->n_found, NULL);
}

static void
reload(struct changes_state *state)
{
	list_reload(&state->list);
	count(state);
}

static void
narrowed(struct changes_state *state)
{
	state->list.empty = is_narrowed(state) ||
			list_filter(&state->list)[0] != '\0'
		? _("No change fits this; F7 asks for others.")
		: _("Nothing has been saved yet.");
	list_restart(&state->list);
	count(state);
}

static void
changes_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct changes_state *state = data;

	(void)ui;
	strbuf_addf(out, "%s %lld%s", _("Changes"), (long long)state->n_found,
		state->n_found >= COUNT_MAX ? "+" : "");
	if (state->operator_name[0] != '\0')
		strbuf_addf(out, "  %s", state->operator_name);
	if (state->type != NULL)
		strbuf_addf(out, "  %s", term_word(&state->type->term));
	if (strcmp(state->since, state->until) == 0) {
		if (state->since[0] != '\0')
			strbuf_addf(out, "  %s", state->since);
		return;
	}
	if (state->since[0] != '\0')
		strbuf_addf(out, _("  since %s"), state->since);
	if (state->until[0] != '\0')
		strbuf_addf(out, _("  until %s"), state->until);
}

static const char *
changes_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Everything that was saved, newest first. Enter shows what a "
		  "change touched, record by record. F7 looks for changes by "
		  "operator, day, type, or words in the reason, such as the "
		  "name of a file. Ctrl-Z takes a change back, also one of "
		  "long ago: what has been changed since is shown first. "
		  "Ctrl-Y does again what was taken back.");
}

static void
changes_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct changes_state *state = data;
	bool any = list_chosen(&state->list) != NULL;

	keymap_live_init(live, list_context(&state->list));
	if (any)
		keymap_live_add(live, ACTION_OPEN);
	keymap_live_add(live, ACTION_FILTER);
	if (any && store_read_only(ui->app->store) == NULL) {
		keymap_live_add(live, ACTION_UNDO);
		keymap_live_add(live, ACTION_REDO);
	}
	list_live(&state->list, live);
}

static void
changes_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct changes_state *state = data;

	list_draw(&state->list, ui->app->term, body, true);
}

/* One of some names; SIZE_MAX where none was chosen. */
static size_t
choose_name(struct ui *ui, const char *title, struct strvec *names)
{
	size_t chosen = SIZE_MAX;
	struct menu menu;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = title;
	menu.empty = _("Nothing has been saved yet.");
	for (size_t i = 0; i < names->n; i++)
		menu_add(&menu, names->items[i], "");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		chosen = (size_t)menu_chosen(&menu)->id;
	menu_clear(&menu);
	return chosen;
}

static void
run_operator(struct ui *ui, void *data, int64_t argument)
{
	struct changes_state *state = data;
	struct strvec names = VEC_INIT;
	struct err err = ERR_INIT;
	size_t chosen;

	(void)argument;
	if (journal_operators(state->store, &names, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	chosen = choose_name(ui, _("Whose changes?"), &names);
	if (chosen < names.n) {
		free(state->operator_name);
		state->operator_name = xstrdup(names.items[chosen]);
		narrowed(state);
	}
	strvec_clear(&names);
}

static void
run_type(struct ui *ui, void *data, int64_t argument)
{
	struct changes_state *state = data;
	struct strvec names = VEC_INIT;
	size_t chosen;

	(void)argument;
	for (size_t i = 0; i < record_types_n; i++)
		strvec_add(&names, term_word(&record_types[i]->term));
	chosen = choose_name(ui, _("Changes of which records?"), &names);
	if (chosen < names.n) {
		state->type = record_types[chosen];
		narrowed(state);
	}
	strvec_clear(&names);
}

enum { BEGIN = 1, END = 2 }; /* which days are asked for */

/* A day, or a month or year, typed as in any field. */
static void
run_days(struct ui *ui, void *data, int64_t which)
{
	struct changes_state *state = data;
	const char *const titles[] = {
		[BEGIN] = _("Changes since which day?"),
		[END] = _("Changes until which day?"),
		[BEGIN | END] = _("Changes of which day or month?"),
	};
	struct strbuf typed = STRBUF_INIT;
	char today[DATE_SIZE], date[DATE_SIZE];
	struct err err = ERR_INIT;

	world_today(ui->app->world, today);
	strbuf_add(&typed, which == END ? state->until : state->since);
	if (dialog_input(&ui->host, _("Changes"), titles[which], DAY_MAX,
		    &typed)) {
		if (date_parse(typed.s, today, date, &err) != ERR_OK) {
			ui_fail(ui, &err);
		} else {
			if (which & BEGIN)
				memcpy(state->since, date, sizeof(date));
			if (which & END)
				memcpy(state->until, date, sizeof(date));
			narrowed(state);
		}
	}
	strbuf_clear(&typed);
}

static void
run_words(struct ui *ui, void *data, int64_t argument)
{
	struct changes_state *state = data;

	(void)ui;
	(void)argument;
	(void)list_handle(&state->list, ACTION_FILTER, NULL);
}

static void
run_all(struct ui *ui, void *data, int64_t argument)
{
	struct changes_state *state = data;

	(void)ui;
	(void)argument;
	free(state->operator_name);
	state->operator_name = xstrdup("");
	state->type = NULL;
	state->since[0] = state->until[0] = '\0';
	list_set_filter(&state->list, "");
	narrowed(state);
}

/* What F7 asks and F9 offers. */
static const struct narrowing {
	const char *words;
	const char *help;
	void (*run)(struct ui *ui, void *state, int64_t argument);
	int64_t argument;
} narrowings[] = {
	{N_("By words in the reason"),
		N_("Leave only changes whose reason has these words."),
		run_words, 0},
	{N_("By operator"), N_("Leave only the changes of one operator."),
		run_operator, 0},
	{N_("Of one day"), N_("Leave only the changes of a day or month."),
		run_days, BEGIN | END},
	{N_("Since a day"), N_("Leave only changes of that day and later."),
		run_days, BEGIN},
	{N_("Until a day"), N_("Leave only changes up to that day."),
		run_days, END},
	{N_("By type of record"),
		N_("Leave only changes of records of one type."), run_type,
		0},
	{N_("Show all changes again"),
		N_("Take away what the list was narrowed down by."), run_all,
		0},
};

enum { NARROWINGS_N = sizeof(narrowings) / sizeof(narrowings[0]) };

static void
choose_narrowing(struct ui *ui, struct changes_state *state)
{
	struct menu menu;
	size_t chosen = NARROWINGS_N;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Which changes?");
	menu.numbered = true;
	for (size_t i = 0; i < NARROWINGS_N; i++)
		menu_add(&menu, _(narrowings[i].words), "");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		chosen = (size_t)menu_chosen(&menu)->id;
	menu_clear(&menu);
	if (chosen < NARROWINGS_N)
		narrowings[chosen].run(ui, state, narrowings[chosen].argument);
}

static void
changes_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	(void)ui;
	(void)data;
	for (size_t i = 0; i < NARROWINGS_N; i++)
		ui_commands_add(commands, narrowings[i].words,
			narrowings[i].help, narrowings[i].run,
			narrowings[i].argument);
}

static bool
handle_chosen(struct ui *ui, struct changes_state *state, enum action action)
{
	const struct row *row = list_chosen(&state->list);

	if (row == NULL)
		return false;
	switch (action) {
	case ACTION_OPEN:
		open_change(ui, row->id);
		return true;
	case ACTION_UNDO:
		undo_with_question(ui, row->id);
		reload(state);
		return true;
	case ACTION_REDO:
		redo_with_question(ui, row->id);
		reload(state);
		return true;
	default:
		return false;
	}
}

static bool
changes_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct changes_state *state = data;

	if (action == ACTION_FILTER) {
		choose_narrowing(ui, state);
		return true;
	}
	switch (ui_list_handle(ui, &state->list, action, event)) {
	case LIST_IGNORED:
		return handle_chosen(ui, state, action);
	case LIST_FILTERED:
		narrowed(state);
		return true;
	default:
		return true;
	}
}

static void
changes_returned(struct ui *ui, void *data)
{
	(void)ui;
	reload(data);
}

static void
changes_tick(struct ui *ui, void *data, bool changed)
{
	(void)ui;
	if (changed)
		reload(data);
}

static void
changes_close(struct ui *ui, void *data)
{
	struct changes_state *state = data;

	(void)ui;
	list_clear(&state->list);
	free(state->operator_name);
	free(state);
}

static const struct screen changes_screen = {
	.title = changes_title,
	.help = changes_help,
	.live = changes_live,
	.draw = changes_draw,
	.handle = changes_handle,
	.commands = changes_commands,
	.returned = changes_returned,
	.tick = changes_tick,
	.close = changes_close,
};

void
open_changes(struct ui *ui)
{
	struct changes_state *state = xcalloc(1, sizeof(*state));
	const struct window_source source = {fetch, NULL, state};
	const struct list_column columns[] = {
		{.name = _("When"), .cols = 16},
		{.name = _("What"), .cols = 32, .least = 20, .grows = true},
		{.name = _("Who"), .cols = 8},
		{.name = _("Why, which file"), .cols = 16, .least = 10},
	};

	state->store = ui->app->store;
	state->operator_name = xstrdup("");
	memcpy(state->columns, columns, sizeof(columns));
	list_init(&state->list, state->columns,
		sizeof(columns) / sizeof(columns[0]), &source, &ui->clip);
	state->list.title = 1;
	state->list.can_filter = true;
	narrowed(state);
	ui_open(ui, &changes_screen, state);
}
