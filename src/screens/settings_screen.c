/* 设置: the office's, the operator's and this terminal's. */
#include <stdlib.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/query.h"
#include "screens/open.h"
#include "screens/settings.h"
#include "tui/index.h"
#include "tui/list.h"
#include "tui/wrap.h"

enum { COLUMN_NAME, COLUMN_VALUE, COLUMN_SCOPE, COLUMNS_N };

enum { HELP_ROWS = 2, SETTINGS_MAX = 16 };

static const struct list_column columns[COLUMNS_N] = {
	[COLUMN_NAME] = {.name = N_("Setting"), .cols = 40, .least = 26},
	[COLUMN_VALUE] = {.name = N_("Set to"),
		.cols = 22, .least = 8, .grows = true},
	[COLUMN_SCOPE] = {.name = N_("Whose"), .cols = 10},
};

static const char scope_office[] = N_("The office");
static const char scope_operator[] = N_("Operator");
static const char scope_terminal[] = N_("Terminal");

/* A line of the screen. */
struct line {
	const char *scope; /* N_() */
	const char *word;  /* N_() */
	const char *help;  /* N_() sentence */
	void (*show)(struct ui *ui, size_t setting, struct strbuf *out);
	void (*choose)(struct ui *ui, size_t setting);
	size_t setting; /* index in terminal_settings, of the terminal's */
};

struct settings_state {
	struct ui *ui;
	struct line lines[SETTINGS_MAX];
	struct index index;
	struct list list;
	struct list_column columns[COLUMNS_N];
};

static void
show_office(struct ui *ui, size_t setting, struct strbuf *out)
{
	(void)setting;
	strbuf_add(out, ui->office);
}

static enum err_code
note_id(void *data, const struct record *record, struct err *err)
{
	int64_t *id = data;

	(void)err;
	*id = record->id;
	return ERR_OK;
}

/* There is one record of the office, made at the first start. */
static void
choose_office(struct ui *ui, size_t setting)
{
	struct query query;
	struct err err = ERR_INIT;
	int64_t id = 0;

	(void)setting;
	query_init(&query, &office_type);
	if (query_each(ui->app->store, &query, note_id, &id, &err) == ERR_OK)
		open_form(ui, &office_type, id, NULL);
	else
		ui_fail(ui, &err);
	query_clear(&query);
}

static void
show_operators(struct ui *ui, size_t setting, struct strbuf *out)
{
	struct query query;
	int64_t n = 0;

	(void)setting;
	query_init(&query, &operator_type);
	(void)query_count(ui->app->store, &query, 0, &n, NULL);
	query_clear(&query);
	strbuf_addf(out, "%lld", (long long)n);
}

static void
choose_operators(struct ui *ui, size_t setting)
{
	(void)setting;
	open_list(ui, &operator_type, NULL);
}

static void
show_backup(struct ui *ui, size_t setting, struct strbuf *out)
{
	char *text = store_setting(ui->app->store, "backup_at");
	int64_t at = strtoll(text, NULL, 10);
	char time[TIME_SIZE];

	(void)setting;
	if (at != 0) {
		date_time_of_moment(at, time);
		strbuf_add(out, time);
	} else {
		strbuf_add(out, _("never"));
	}
	free(text);
}

static void
choose_backup(struct ui *ui, size_t setting)
{
	(void)setting;
	open_backup(ui);
}

static void
show_operator(struct ui *ui, size_t setting, struct strbuf *out)
{
	(void)setting;
	if (ui->app->operator_name != NULL)
		strbuf_add(out, ui->app->operator_name);
}

static void
choose_other(struct ui *ui, size_t setting)
{
	(void)setting;
	settings_change_operator(ui);
}

static void
show_language(struct ui *ui, size_t setting, struct strbuf *out)
{
	(void)ui;
	(void)setting;
	strbuf_add(out, i18n_language() == LANGUAGE_ZH ? "中文" : "English");
}

static void
choose_language(struct ui *ui, size_t setting)
{
	(void)setting;
	i18n_set_language(i18n_language() == LANGUAGE_ZH ? LANGUAGE_EN
							 : LANGUAGE_ZH);
	settings_save_language(ui);
}

static void
show_setting(struct ui *ui, size_t setting, struct strbuf *out)
{
	strbuf_add(out, settings_get(ui, setting) ? C_("value", "yes")
						  : C_("value", "no"));
}

static const struct line lines[] = {
	{scope_office, N_("Name, level, region"),
		N_("Who keeps these records; the name stands on every screen "
		   "and sheet."), show_office, choose_office, 0},
	{scope_office, N_("Operators"),
		N_("Who keeps the records, since when and until when."),
		show_operators, choose_operators, 0},
	{scope_office, N_("Backup"),
		N_("Write a checked copy into a folder or onto a stick."),
		show_backup, choose_backup, 0},
	{scope_operator, N_("Another operator"),
		N_("Say who is at the keyboard from now on."), show_operator,
		choose_other, 0},
	{scope_operator, "语言 Language",
		N_("The language of the whole screen, kept for this operator."),
		show_language, choose_language, 0},
};

enum { LINES_N = sizeof(lines) / sizeof(lines[0]) };

static void
make_lines(struct settings_state *state)
{
	state->index.n = 0;
	for (size_t i = 0; i < LINES_N; i++)
		state->lines[state->index.n++] = lines[i];
	for (size_t i = 0; i < terminal_settings_n; i++)
		state->lines[state->index.n++] = (struct line){scope_terminal,
			terminal_settings[i].label, terminal_settings[i].help, show_setting,
			settings_turn_over, i};
}

static int64_t
row_id(void *data, size_t i)
{
	(void)data;
	return (int64_t)i;
}

static void
fill_row(void *data, size_t i, struct strvec *cells)
{
	const struct settings_state *state = data;
	const struct line *line = &state->lines[i];
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "%zu  %s", i + 1, i18n_text(line->word));
	strvec_add(cells, text.s);
	strbuf_reset(&text);
	line->show(state->ui, line->setting, &text);
	strvec_add(cells, text.s);
	strvec_add(cells, i18n_text(line->scope));
	strbuf_clear(&text);
}

static void
load(struct ui *ui, void *data)
{
	struct settings_state *state = data;

	(void)ui;
	ui_name_columns(columns, COLUMNS_N, state->columns);
	list_reload(&state->list);
}

static void
settings_title(struct ui *ui, void *data, struct strbuf *out)
{
	(void)ui;
	(void)data;
	strbuf_add(out, _("Settings"));
}

static const char *
settings_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("The office's settings are records and hold for everybody, "
		  "the operator's go with the person, the terminal's belong to "
		  "this kind of terminal. Each holds at once and is kept.");
}

static void
settings_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct settings_state *state = data;

	(void)ui;
	keymap_live_init(live, list_context(&state->list));
	keymap_live_add(live, ACTION_EDIT);
	keymap_live_add(live, ACTION_OPEN);
	keymap_live_add(live, ACTION_BACK);
	list_live(&state->list, live);
}

static void
draw_help(struct settings_state *state, struct term *term,
	const struct rect *foot)
{
	const struct row *row = list_chosen(&state->list);
	struct strvec text = VEC_INIT;

	if (row != NULL)
		wrap_text(i18n_text(state->lines[index_of(row)].help),
			foot->cols, &text);
	for (int i = 0; i < foot->rows; i++)
		term_put(term, foot->row + i, foot->col, foot->cols,
			(size_t)i < text.n ? text.items[i] : "", STYLE_DIM);
	strvec_clear(&text);
}

static void
settings_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct settings_state *state = data;
	struct rect rows = *body, foot = *body;

	rows.rows -= HELP_ROWS;
	foot.row += rows.rows;
	foot.rows = HELP_ROWS;
	list_draw(&state->list, ui->app->term, &rows, true);
	draw_help(state, ui->app->term, &foot);
}

static void
choose(struct ui *ui, struct settings_state *state, size_t i)
{
	list_want(&state->list, (int64_t)i);
	state->lines[i].choose(ui, state->lines[i].setting);
	load(ui, state);
}

static bool
settings_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct settings_state *state = data;
	const struct row *row;
	uint32_t c = event->kind == EVENT_CHAR ? key_halfwidth(event->code)
					       : 0;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	row = list_chosen(&state->list);
	if ((action == ACTION_OPEN || action == ACTION_EDIT) && row != NULL)
		choose(ui, state, index_of(row));
	else if (action == ACTION_NONE && c >= '1' &&
		c - '1' < state->index.n)
		choose(ui, state, c - '1');
	else
		return false;
	return true;
}

static void
settings_close(struct ui *ui, void *data)
{
	struct settings_state *state = data;

	(void)ui;
	list_clear(&state->list);
	free(state);
}

static const struct screen settings_screen = {
	.title = settings_title,
	.help = settings_help,
	.live = settings_live,
	.draw = settings_draw,
	.handle = settings_handle,
	.returned = load,
	.close = settings_close,
};

void
open_settings(struct ui *ui)
{
	struct settings_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;

	state->ui = ui;
	state->index = (struct index){0, row_id, fill_row, state};
	make_lines(state);
	index_source(&state->index, &source);
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	load(ui, state);
	ui_open(ui, &settings_screen, state);
}
