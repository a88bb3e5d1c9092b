#include "screens/ui.h"

#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/query.h"
#include "screens/menu.h"
#include "screens/open.h"
#include "screens/settings.h"
#include "screens/wait.h"
#include "tui/wrap.h"

enum { TICK_MS = 1000, BETWEEN = 2 };

void
ui_commands_add(struct ui_commands *commands, const char *word,
	const char *help,
	void (*run)(struct ui *ui, void *state, int64_t argument),
	int64_t argument)
{
	struct ui_command command = {i18n_text(word), word, i18n_text(help),
		run, argument};

	vec_push(commands, command);
}

void
ui_commands_add_term(struct ui_commands *commands, const struct term *term,
	const char *help,
	void (*run)(struct ui *ui, void *state, int64_t argument),
	int64_t argument)
{
	struct ui_command command = {term_word(term), term->en,
		i18n_text(help), run, argument};

	vec_push(commands, command);
}

static struct ui_frame *
top(struct ui *ui)
{
	return &ui->frames.items[ui->frames.n - 1];
}

/* What the top screen obeys, and what every screen obeys besides. */
static void
fill_live(struct ui *ui, struct keymap_live *live)
{
	struct ui_frame *frame = top(ui);

	frame->screen->live(ui, frame->state, live);
	if (live->context != CONTEXT_HOME)
		keymap_live_add(live, ACTION_BACK);
	keymap_live_add(live, ACTION_MENU);
	keymap_live_add(live, ACTION_HELP);
	keymap_live_add(live, ACTION_REDRAW);
}

static void
add_word(struct strbuf *out, const char *word)
{
	if (out->len > 0)
		strbuf_add(out, "  ");
	strbuf_add(out, word);
}

/* Which office it is gives way to which screen it is. */
static void
fill_place(struct ui *ui, int side_cols)
{
	struct strbuf title = STRBUF_INIT, text = STRBUF_INIT;

	top(ui)->screen->title(ui, top(ui)->state, &title);
	add_word(&text, ui->office);
	add_word(&text, title.s);
	status_set_place(&ui->status,
		(int)text_cols(text.s) + BETWEEN + side_cols <=
				term_cols(ui->app->term)
			? text.s : title.s);
	strbuf_clear(&title);
	strbuf_clear(&text);
}

static void
fill_line(struct ui *ui)
{
	struct strbuf text = STRBUF_INIT;
	const struct app *app = ui->app;
	int side_cols;

	if (app->operator_name != NULL)
		add_word(&text, app->operator_name);
	if (ui->n_drafts > 0) {
		if (text.len > 0)
			strbuf_add(&text, "  ");
		strbuf_addf(&text, P_("%lld draft", "%lld drafts",
			(unsigned long)ui->n_drafts), (long long)ui->n_drafts);
	}
	if (app->store != NULL && (app->drafts == NULL || ui->unkept) &&
		store_read_only(app->store) == NULL)
		add_word(&text, _("no drafts can be kept"));
	if (app->store != NULL && store_read_only(app->store) != NULL)
		add_word(&text, C_("state", "read-only"));
	status_set_side(&ui->status, text.s);
	side_cols = (int)text_cols(text.s);
	strbuf_clear(&text);
	fill_place(ui, side_cols);
}

static void
draw(struct ui *ui)
{
	struct term *term = ui->app->term;
	struct keymap_live live;
	struct rect body = {STATUS_TOP, 0,
		term_rows(term) - STATUS_TOP - STATUS_BOTTOM, term_cols(term)};

	if (term_too_small(term)) {
		term_draw_too_small(term);
		return;
	}
	term_erase(term);
	fill_live(ui, &live);
	fill_line(ui);
	top(ui)->screen->draw(ui, top(ui)->state, &body);
	status_draw(&ui->status, term, &live);
}

/* Lets the n lowest screens keep what was typed. */
static void
keep_below(struct ui *ui, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ui_frame *frame = &ui->frames.items[i];

		if (frame->screen->keep != NULL)
			frame->screen->keep(ui, frame->state);
	}
}

void
ui_keep(struct ui *ui)
{
	keep_below(ui, ui->frames.n);
}

/* Every event passes here, those that a dialog reads too. */
static void
note_event(struct ui *ui, const struct key_event *event)
{
	struct term_settings settings;

	status_note(&ui->status, event);
	switch (event->kind) {
	case EVENT_SIGNAL:
		ui->signal = event->signal;
		ui->leaving = true;
		ui_keep(ui);
		break;
	case EVENT_WIDTH:
		settings = *term_settings(ui->app->term);
		if (settings.ambiguous_wide == event->wide)
			break;
		settings.ambiguous_wide = event->wide;
		term_set(ui->app->term, &settings);
		(void)settings_save(ui->app->world, &settings, NULL);
		break;
	case EVENT_CHAR:
	case EVENT_KEY:
	case EVENT_PASTE:
		status_hush(&ui->status);
		break;
	default:
		break;
	}
}

static bool
key_is_there(void *data)
{
	return key_pending(data);
}

/* The screen is shown first: whoever looks at it need not wait.  True where it
 * is to be drawn again. */
static bool
work(struct ui *ui)
{
	struct term *term = ui->app->term;
	struct ui_frame *frame;
	bool is_new;

	if (ui->frames.n == 0 || key_pending(term))
		return false;
	frame = top(ui);
	if (frame->screen->work == NULL)
		return false;
	term_flush(term);
	store_interrupt_when(ui->app->store, key_is_there, term);
	is_new = frame->screen->work(ui, frame->state);
	store_interrupt_when(ui->app->store, NULL, NULL);
	return is_new;
}

/* How long a key is waited for, at most most_ms (-1: as long as it takes). */
static int
patience(const struct ui *ui, int most_ms)
{
	int64_t left = ui->tick_by - key_now(ui->app->term);

	if (ui->tick_by == 0 || (most_ms >= 0 && left > most_ms))
		return most_ms;
	return left > 0 ? (int)left : 0;
}

/* Lets the top screen do what it does from time to time, and keeps what was
 * typed in those below. */
static void
tick_screens(struct ui *ui, bool changed)
{
	struct ui_frame *frame;

	if (ui->frames.n == 0)
		return;
	frame = top(ui);
	if (ui->tick_by != 0)
		keep_below(ui, ui->frames.n - 1);
	ui->tick_by = 0;
	if (frame->screen->tick != NULL)
		frame->screen->tick(ui, frame->state, changed);
}

static void
host_next(void *data, struct key_event *event)
{
	struct ui *ui = data;

	key_event_clear(event);
	if (work(ui))
		return; /* nothing but a painting is asked for */
	key_next(ui->app->term, patience(ui, -1), event);
	note_event(ui, event);
	if (event->kind == EVENT_IDLE)
		tick_screens(ui, false);
}

static void
host_paint(void *data, const struct keymap_live *live)
{
	struct ui *ui = data;

	if (ui->frames.n == 0) {
		term_erase(ui->app->term);
		status_draw(&ui->status, ui->app->term, live);
		return;
	}
	draw(ui);
	if (!term_too_small(ui->app->term))
		status_draw(&ui->status, ui->app->term, live);
}

static int64_t
host_now(void *data)
{
	struct ui *ui = data;

	return key_now(ui->app->term);
}

void
ui_init(struct ui *ui, struct app *app)
{
	*ui = (struct ui){.app = app, .office = xstrdup(""),
		.last_folder = xstrdup("")};
	status_init(&ui->status);
	strbuf_init(&ui->clip);
	ui->host = (struct dialog_host){app->term, &ui->clip, host_next,
		host_paint, host_now, ui};
	app->waiter = wait_on_screen(ui);
}

void
ui_close_screens(struct ui *ui)
{
	ui_keep(ui);
	while (ui->frames.n > 0) {
		struct ui_frame *frame = top(ui);

		frame->screen->close(ui, frame->state);
		ui->frames.n--;
	}
}

void
ui_clear(struct ui *ui)
{
	ui_close_screens(ui);
	vec_clear(&ui->frames);
	daily_copy_clear(&ui->copy);
	status_clear(&ui->status);
	strbuf_clear(&ui->clip);
	free(ui->office);
	free(ui->last_folder);
}

void
ui_open(struct ui *ui, const struct screen *screen, void *state)
{
	struct ui_frame frame = {screen, state};

	vec_push(&ui->frames, frame);
}

void
ui_back(struct ui *ui)
{
	struct ui_frame frame = *top(ui);

	ui->frames.n--;
	frame.screen->close(ui, frame.state);
	ui_refresh_frame(ui);
	if (ui->frames.n > 0 && top(ui)->screen->returned != NULL)
		top(ui)->screen->returned(ui, top(ui)->state);
}

/* What no screen handled itself. */
static void
handle_rest(struct ui *ui, enum action action)
{
	switch (action) {
	case ACTION_BACK:
		ui_back(ui);
		break;
	case ACTION_HELP:
		open_help(ui);
		break;
	case ACTION_MENU:
		menu_of_everything(ui);
		break;
	case ACTION_REDRAW:
		ui_refresh_frame(ui);
		if (top(ui)->screen->returned != NULL)
			top(ui)->screen->returned(ui, top(ui)->state);
		term_redraw(ui->app->term);
		break;
	default:
		break;
	}
}

void
ui_act(struct ui *ui, enum action action, const struct key_event *event)
{
	struct ui_frame *frame = top(ui);

	if (frame->screen->handle != NULL &&
		frame->screen->handle(ui, frame->state, action, event))
		return;
	handle_rest(ui, action);
}

void
ui_live(struct ui *ui, struct keymap_live *live)
{
	fill_live(ui, live);
}

static void
tick(struct ui *ui)
{
	bool changed = ui->app->store != NULL &&
		store_changed_elsewhere(ui->app->store);

	if (changed)
		ui_refresh_frame(ui);
	tick_screens(ui, changed);
}

void
ui_run_above(struct ui *ui, size_t n)
{
	struct term *term = ui->app->term;
	struct key_event event = KEY_EVENT_INIT;
	struct keymap_live live;
	bool asked_width = n > 0; /* the loop below has asked */

	while (!ui->leaving && ui->frames.n > n) {
		if (!key_pending(term))
			draw(ui);
		if (!asked_width) {
			term_flush(term);
			term_ask_width(term);
			asked_width = true;
		}
		if (work(ui))
			continue;
		key_next(term, patience(ui, TICK_MS), &event);
		note_event(ui, &event);
		if (event.kind == EVENT_IDLE) {
			tick(ui);
		} else if (event.kind == EVENT_CHAR ||
			event.kind == EVENT_KEY || event.kind == EVENT_PASTE) {
			fill_live(ui, &live);
			ui_act(ui, keymap_find(&live, &event), &event);
		}
	}
	key_event_clear(&event);
}

void
ui_run(struct ui *ui)
{
	ui_run_above(ui, 0);
}

void
ui_fail(struct ui *ui, struct err *err)
{
	/* what the person called off is no error */
	status_say(&ui->status,
		err->code == ERR_CANCELLED ? STYLE_NORMAL : STYLE_ERROR, "%s",
		err->text != NULL ? err->text : _("It could not be done."));
	err_clear(err);
}

enum list_result
ui_list_handle(struct ui *ui, struct list *list, enum action action,
	const struct key_event *event)
{
	enum list_result result = list_handle(list, action, event);

	if (result == LIST_FAILED)
		ui_fail(ui, &list->err);
	return result;
}

void
ui_name_columns(const struct list_column *from, size_t n,
	struct list_column *out)
{
	for (size_t i = 0; i < n; i++) {
		out[i] = from[i];
		out[i].name = i18n_text(from[i].name);
	}
}

void
ui_say(struct ui *ui, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	status_say(&ui->status, STYLE_NORMAL, "%s", text);
	free(text);
}

void
ui_draw_text(struct term *term, struct rect *rect, int most,
	const char *text, enum style style)
{
	struct strvec lines = VEC_INIT;

	wrap_text(text, rect->cols, &lines);
	for (size_t i = 0; i < lines.n && most > 0 && rect->rows > 0; i++) {
		bool cut = most == 1 && i + 1 < lines.n;

		term_put_cut(term, rect->row, rect->col, rect->cols,
			lines.items[i], style);
		if (cut)
			term_put(term, rect->row, rect->col + rect->cols - 1, 1,
				"~", style);
		rect->row++;
		rect->rows--;
		most--;
	}
	strvec_clear(&lines);
}

bool
ui_is_read_only(struct ui *ui)
{
	const char *why = store_read_only(ui->app->store);

	if (why != NULL)
		status_say(&ui->status, STYLE_WARNING, "%s", why);
	return why != NULL;
}

static enum err_code
take_name(void *data, const struct record *office, struct err *err)
{
	struct ui *ui = data;

	(void)err;
	free(ui->office);
	ui->office = xstrdup(record_get(office, "name"));
	return ERR_OK;
}

void
ui_refresh_frame(struct ui *ui)
{
	struct draft_list drafts = VEC_INIT;
	struct query query;

	if (ui->app->store == NULL)
		return;
	query_init(&query, &office_type);
	(void)query_each(ui->app->store, &query, take_name, ui, NULL);
	query_clear(&query);
	ui->n_drafts = 0;
	if (ui->app->drafts != NULL &&
		drafts_list(ui->app->drafts, ui->app->operator_id, &drafts,
			NULL) == ERR_OK)
		ui->n_drafts = (int64_t)drafts.n;
	draft_list_clear(&drafts);
}

struct change_info
ui_change_info(struct ui *ui, const char *action, const char *reason)
{
	return app_change_info(ui->app, action, reason);
}
