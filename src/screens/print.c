/* 打印: a document page by page as it will be, saved as a file or printed. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/print.h"
#include "exchange/printer.h"
#include "screens/export.h"
#include "screens/open.h"
#include "tui/progress.h"

enum { COLS_STEP = 8, SPARE_ROWS = 2 };

struct print_state {
	const struct print_kind *kind;
	int64_t id;
	char day[DATE_SIZE]; /* of the roster; "" as it is now */
	struct paper paper;
	struct strvec pages;
	size_t page; /* that is shown, from 0 */
	size_t top;  /* its first line that is shown */
	size_t left; /* and column */
	size_t rows; /* of the body, as drawn last */
	size_t cols;
};

/* Makes the document anew in place of what there is. */
static bool
make(struct ui *ui, struct print_state *state)
{
	char today[DATE_SIZE];
	const struct print_request request = {
		ui->app->store, state->id, state->day, today};
	struct err err = ERR_INIT;
	struct paper paper;

	world_today(ui->app->world, today);
	if (print_make(state->kind, &request, &paper, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return false;
	}
	paper_clear(&state->paper);
	strvec_clear(&state->pages);
	state->paper = paper;
	paper_to_text(&state->paper, &state->pages);
	if (state->page >= state->pages.n)
		state->page = state->pages.n - 1;
	return true;
}

static void
print_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct print_state *state = data;

	(void)ui;
	strbuf_add(out, paper_title(&state->paper));
	strbuf_addf(out, _("  page %zu of %zu"), state->page + 1,
		state->pages.n);
}

static const char *
print_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("The document as text, 22 lines a page. F2 saves it: as RTF "
		  "it looks as the standard for official documents asks, and "
		  "WPS and Word can change it. Below each page stand the day "
		  "and the first digits of the journal's newest check value.");
}

static bool
can_print(struct ui *ui)
{
	return ui->app->world->printer != NULL ||
		term_can_print(ui->app->term);
}

/* A line from a column on; half a wide character is a blank. */
static void
add_from(const char *line, size_t col, struct strbuf *out)
{
	size_t used, len = text_fit(line, col, &used);

	if (used < col && line[len] != '\0') {
		len += text_next(line + len);
		strbuf_add_char(out, ' ');
	}
	strbuf_add(out, line + len);
}

static void
print_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct print_state *state = data;
	char *copy = xstrdup(state->pages.items[state->page]);
	char *rest = copy, *line;
	struct strbuf shown = STRBUF_INIT;

	state->rows = (size_t)body->rows;
	state->cols = (size_t)body->cols;
	for (size_t i = 0; (line = strsep(&rest, "\n")) != NULL &&
		i < state->top + state->rows; i++) {
		if (i < state->top)
			continue;
		strbuf_reset(&shown);
		add_from(line, state->left, &shown);
		term_put(ui->app->term, body->row + (int)(i - state->top),
			body->col, body->cols, shown.s, STYLE_NORMAL);
	}
	term_cursor(ui->app->term, body->row, body->col);
	strbuf_clear(&shown);
	free(copy);
}

/* The highest top with which the page fills the screen; a line or two that do
 * not fit are left out, for they are the page's foot. */
static size_t
last_top(const struct print_state *state)
{
	return state->rows + SPARE_ROWS < PAPER_ROWS
		? PAPER_ROWS - state->rows : 0;
}

static void
print_live(struct ui *ui, void *data, struct keymap_live *live)
{
	static const enum action moves[] = {ACTION_UP, ACTION_DOWN,
		ACTION_LEFT, ACTION_RIGHT, ACTION_FIRST, ACTION_LAST};
	const struct print_state *state = data;

	keymap_live_init(live, CONTEXT_PAGE);
	keymap_live_add(live, ACTION_SAVE);
	if (can_print(ui))
		keymap_live_add(live, ACTION_PRINT);
	if (state->top < last_top(state) || state->page + 1 < state->pages.n)
		keymap_live_add(live, ACTION_NEXT_PAGE);
	if (state->top > 0 || state->page > 0)
		keymap_live_add(live, ACTION_PREV_PAGE);
	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++)
		keymap_live_add(live, moves[i]);
	keymap_live_add(live, ACTION_BACK);
}

static void
go_on(struct print_state *state, size_t n)
{
	if (state->top < last_top(state)) {
		state->top += n;
		if (state->top > last_top(state))
			state->top = last_top(state);
	} else if (state->page + 1 < state->pages.n) {
		state->page++;
		state->top = 0;
	}
}

static void
go_back(struct print_state *state, size_t n)
{
	if (state->top > 0) {
		state->top -= state->top < n ? state->top : n;
	} else if (state->page > 0) {
		state->page--;
		state->top = last_top(state);
	}
}

static void
move_left(struct print_state *state, bool right)
{
	size_t cols = state->paper.landscape ? PAPER_WIDE_COLS : PAPER_COLS;

	if (right && state->left + state->cols < cols)
		state->left += COLS_STEP;
	else if (!right)
		state->left -= state->left < COLS_STEP ? state->left
						       : COLS_STEP;
}

/* By which name the file is offered: no part of it names a folder. */
static char *
offered_name(const struct print_state *state, enum paper_format format)
{
	char *name = xasprintf("%s.%s", paper_title(&state->paper),
		paper_forms[format].ending);

	for (char *s = name; *s != '\0'; s++)
		if (*s == '/')
			*s = '-';
	return name;
}

static enum paper_format
ask_format(struct ui *ui, const struct print_state *state)
{
	struct menu menu;
	enum paper_format format = PAPER_FORMAT_N;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Save as");
	menu.numbered = true;
	for (int i = 0; i < PAPER_FORMAT_N; i++)
		if (paper_can_be(&state->paper, (enum paper_format)i))
			menu_add(&menu, i18n_text(paper_forms[i].word), "");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		format = (enum paper_format)menu_chosen(&menu)->id;
	menu_clear(&menu);
	return format;
}

static void
save(struct ui *ui, const struct print_state *state)
{
	enum paper_format format = ask_format(ui, state);
	struct err err = ERR_INIT;
	char *name, *path;

	if (format == PAPER_FORMAT_N)
		return;
	name = offered_name(state, format);
	path = choose_file(ui, _("Where to write the document?"), name);
	if (path != NULL && paper_write(&state->paper, format, path, &err) ==
			ERR_OK)
		export_tell_file(ui, path);
	else if (path != NULL)
		ui_fail(ui, &err);
	free(path);
	free(name);
}

static void
print_there(struct ui *ui, const struct print_state *state)
{
	struct strbuf answer = STRBUF_INIT;
	struct progress progress;
	struct err err = ERR_INIT;
	enum err_code code;

	progress_init(&progress, &ui->host, _("Print"));
	code = printer_print(ui->app->world, &state->paper, &progress.job,
		&answer, &err);
	progress_clear(&progress);
	if (code != ERR_OK)
		ui_fail(ui, &err);
	else if (answer.len > 0)
		ui_say(ui, _("The printer has it; lp says: %s"), answer.s);
	else
		ui_say(ui, _("The printer has it."));
	strbuf_clear(&answer);
}

static void
run_print_here(struct ui *ui, void *data, int64_t argument)
{
	struct print_state *state = data;
	struct strbuf text = STRBUF_INIT;

	(void)argument;
	paper_join_pages(&state->paper, "\n", &text);
	term_print(ui->app->term, text.s);
	ui_say(ui, _("Sent to the printer of the terminal."));
	strbuf_clear(&text);
}

static bool
print_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct print_state *state = data;

	(void)event;
	switch (action) {
	case ACTION_SAVE:
		save(ui, state);
		break;
	case ACTION_PRINT:
		if (ui->app->world->printer != NULL)
			print_there(ui, state);
		else
			run_print_here(ui, state, 0);
		break;
	case ACTION_NEXT_PAGE:
		go_on(state, state->rows);
		break;
	case ACTION_PREV_PAGE:
		go_back(state, state->rows);
		break;
	case ACTION_DOWN:
		go_on(state, 1);
		break;
	case ACTION_UP:
		go_back(state, 1);
		break;
	case ACTION_LEFT:
	case ACTION_RIGHT:
		move_left(state, action == ACTION_RIGHT);
		break;
	case ACTION_FIRST:
		state->page = state->top = 0;
		break;
	case ACTION_LAST:
		state->page = state->pages.n - 1;
		state->top = last_top(state);
		break;
	default:
		return false;
	}
	return true;
}

static void
print_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	(void)data;
	if (term_can_print(ui->app->term))
		ui_commands_add(commands, N_("Print at this terminal"),
			N_("Send the text to the printer that hangs on the "
			   "terminal."), run_print_here, 0);
}

static void
print_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		make(ui, data);
}

static void
print_close(struct ui *ui, void *data)
{
	struct print_state *state = data;

	(void)ui;
	paper_clear(&state->paper);
	strvec_clear(&state->pages);
	free(state);
}

static const struct screen print_screen = {
	.title = print_title,
	.help = print_help,
	.live = print_live,
	.draw = print_draw,
	.handle = print_handle,
	.commands = print_commands,
	.tick = print_tick,
	.close = print_close,
};

/* Which of the documents of a record of the type; NULL: none. */
static const struct print_kind *
ask_kind(struct ui *ui, const struct record_type *type)
{
	VEC(const struct print_kind *) kinds = VEC_INIT;
	const struct print_kind *chosen = NULL;
	struct menu menu;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Print");
	menu.numbered = true;
	for (size_t i = 0; i < print_kinds_n; i++)
		if (print_kind_is_of(print_kinds[i], type)) {
			vec_push(&kinds, print_kinds[i]);
			menu_add(&menu, term_word(&print_kinds[i]->term), "");
		}
	if (kinds.n == 1)
		chosen = kinds.items[0];
	else if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		chosen = kinds.items[menu_chosen(&menu)->id];
	menu_clear(&menu);
	vec_clear(&kinds);
	return chosen;
}

void
open_print(struct ui *ui, const struct record_type *type, int64_t id,
	const char *day)
{
	const struct print_kind *kind = ask_kind(ui, type);
	struct print_state *state;

	if (kind == NULL)
		return;
	state = xcalloc(1, sizeof(*state));
	state->kind = kind;
	state->id = id;
	memcpy(state->day, day, strlen(day) + 1);
	if (make(ui, state))
		ui_open(ui, &print_screen, state);
	else
		free(state);
}
