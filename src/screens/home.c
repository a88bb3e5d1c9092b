/* 工作台: what is due, the areas, the search box. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/due.h"
#include "records/meeting_due.h"
#include "records/nouns.h"
#include "records/query.h"
#include "screens/areas.h"
#include "screens/open.h"
#include "screens/tally.h"
#include "tui/menu.h"

enum {
	BACKUP_DAYS = 7, /* the last backup is spoken of from then on */
	DAY_SECONDS = 24 * 60 * 60,
	INDENT = 2,
};

/* A line of Home that something can be done with. */
struct entry {
	char *text;
	char *note; /* a count or a time, at the right */
	char key;   /* the digit that opens it, or 0 */
	void (*open)(struct ui *ui, const struct entry *entry);
	const struct area *area;
	const struct due *due;
	int64_t draft;
};

struct home_state {
	VEC(struct entry) due;
	VEC(struct entry) areas;
	struct tally *due_tallies;  /* one for each of dues */
	struct tally *area_tallies; /* one for each of areas */
	struct tally meetings_due;
	size_t chosen; /* over due and then areas */
	size_t top;    /* first line that is shown */
};

static void
entry_clear(struct entry *entry)
{
	free(entry->text);
	free(entry->note);
}

static void
forget(struct home_state *state)
{
	for (size_t i = 0; i < state->due.n; i++)
		entry_clear(&state->due.items[i]);
	for (size_t i = 0; i < state->areas.n; i++)
		entry_clear(&state->areas.items[i]);
	state->due.n = state->areas.n = 0;
}

static void
open_area(struct ui *ui, const struct entry *entry)
{
	area_open(ui, entry->area);
}

static void
open_due(struct ui *ui, const struct entry *entry)
{
	struct query query;

	query_init(&query, entry->due->type);
	query.due = entry->due;
	open_list(ui, entry->due->type, &query);
	query_clear(&query);
}

static void
open_meetings_entry(struct ui *ui, const struct entry *entry)
{
	(void)entry;
	open_meetings_due(ui);
}

static void
open_draft_entry(struct ui *ui, const struct entry *entry)
{
	static const char *const answers[] = {N_("Go on typing"),
		N_("Throw away")};
	const char *words[] = {_(answers[0]), _(answers[1])};
	struct err err = ERR_INIT;

	if (dialog_ask(&ui->host, _("Draft"), entry->text, words, 2, 0) == 0) {
		open_draft(ui, entry->draft);
		return;
	}
	if (!ui->leaving && dialog_confirm(&ui->host, _("Draft"),
				    _("What was typed is then gone for good."),
				    _("Throw away")) &&
		drafts_drop(ui->app->drafts, entry->draft, &err) != ERR_OK)
		ui_fail(ui, &err);
}

static void
open_import_entry(struct ui *ui, const struct entry *entry)
{
	(void)entry;
	open_import(ui, NULL);
}

static void
open_backup_entry(struct ui *ui, const struct entry *entry)
{
	(void)entry;
	open_backup(ui);
}

static void
add_due(struct home_state *state, char *text, char *note,
	void (*open)(struct ui *ui, const struct entry *entry),
	const struct due *due, int64_t draft)
{
	struct entry entry = {.text = text, .note = note, .open = open,
		.due = due, .draft = draft};

	vec_push(&state->due, entry);
}

static void
add_drafts(struct ui *ui, struct home_state *state)
{
	struct draft_list drafts = VEC_INIT;

	if (ui->app->drafts == NULL ||
		drafts_list(ui->app->drafts, ui->app->operator_id, &drafts,
			NULL) != ERR_OK)
		return;
	for (size_t i = 0; i < drafts.n; i++) {
		const struct draft *draft = &drafts.items[i];
		const struct record_type *type = record_type_find(draft->table);
		char time[TIME_SIZE];

		date_time_of_moment(draft->at, time);
		add_due(state,
			xasprintf(_("Draft: %s %s"),
				type != NULL ? term_word(&type->term)
					     : draft->table,
				draft->title[0] != '\0' ? draft->title
							: _("new")),
			xstrdup(time), open_draft_entry, NULL, draft->number);
	}
	draft_list_clear(&drafts);
}

static char *
shown(const struct tally *tally)
{
	struct strbuf text = STRBUF_INIT;

	tally_show(tally, &text);
	return strbuf_detach(&text);
}

static void
add_conditions(struct home_state *state)
{
	for (size_t i = 0; i < dues_n; i++)
		if (state->due_tallies[i].n > 0)
			add_due(state, xstrdup(_(dues[i].label)),
				shown(&state->due_tallies[i]), open_due,
				&dues[i], 0);
	if (state->meetings_due.n > 0)
		add_due(state, xstrdup(_("Meetings due and not held yet")),
			shown(&state->meetings_due), open_meetings_entry,
			NULL, 0);
}

static void
add_held_back(struct ui *ui, struct home_state *state)
{
	char *held = store_setting(ui->app->store, "held_back");

	if (strtol(held, NULL, 10) > 0)
		add_due(state, xstrdup(_("Rows held back at the last import")),
			xstrdup(held), open_import_entry, NULL, 0);
	free(held);
}

/* Says since when there was no backup, once it is worth saying. */
static void
add_backup(struct ui *ui, struct home_state *state)
{
	char *text = store_setting(ui->app->store, "backup_at");
	int64_t at = strtoll(text, NULL, 10);
	int64_t days = (ui->app->world->now(ui->app->world) - at) /
		DAY_SECONDS;
	int64_t n_members = 0;
	struct query query;

	free(text);
	query_init(&query, &member_type);
	(void)query_count(ui->app->store, &query, 1, &n_members, NULL);
	query_clear(&query);
	if (n_members == 0 || (at != 0 && days < BACKUP_DAYS))
		return;
	add_due(state, xstrdup(_("Last backup on a stick or in a folder")),
		at == 0 ? xstrdup(_("never"))
			: xasprintf(P_("%lld day ago", "%lld days ago",
					    (unsigned long)days),
				  (long long)days),
		open_backup_entry, NULL, 0);
}

static void
add_areas(struct ui *ui, struct home_state *state)
{
	static const char digits[] = "1234567890";

	for (size_t i = 0; i < areas_n; i++) {
		const struct area *area = &areas[i];
		struct entry entry = {
			.text = NULL,
			.key = state->areas.n < sizeof(digits) - 1
				? digits[state->areas.n] : 0,
			.open = open_area,
			.area = area,
		};

		if (!area->on_home || !area_is_open(ui, area))
			continue;
		entry.text = xstrdup(area_word(area));
		entry.note = area->type != NULL
			? shown(&state->area_tallies[i]) : xstrdup("");
		vec_push(&state->areas, entry);
	}
}

static size_t
n_entries(const struct home_state *state)
{
	return state->due.n + state->areas.n;
}

static const struct entry *
entry_at(const struct home_state *state, size_t i)
{
	return i < state->due.n ? &state->due.items[i]
				: &state->areas.items[i - state->due.n];
}

/* The cursor stays on its area, however many lines come or go above. */
static void
arrange(struct ui *ui, struct home_state *state)
{
	bool on_area = state->chosen >= state->due.n;
	size_t before = on_area ? state->chosen - state->due.n : state->chosen;

	forget(state);
	add_drafts(ui, state);
	add_held_back(ui, state);
	add_conditions(state);
	add_backup(ui, state);
	add_areas(ui, state);
	state->chosen = on_area ? state->due.n + before : before;
	if (state->chosen >= n_entries(state))
		state->chosen = n_entries(state) - 1;
}

/* What was counted before stands until it is counted anew. */
static void
load(struct ui *ui, void *data)
{
	struct home_state *state = data;

	for (size_t i = 0; i < dues_n; i++)
		tally_outdate(&state->due_tallies[i]);
	for (size_t i = 0; i < areas_n; i++)
		tally_outdate(&state->area_tallies[i]);
	tally_outdate(&state->meetings_due);
	arrange(ui, state);
}

static bool
count(struct ui *ui, struct tally *tally, const struct record_type *type,
	const struct due *due)
{
	struct query query;
	bool is_new;

	query_init(&query, type);
	query.due = due;
	is_new = tally_count(tally, ui->app->store, &query);
	query_clear(&query);
	return is_new;
}

static bool
count_meetings(struct ui *ui, struct tally *tally)
{
	struct meeting_due_list list = VEC_INIT;
	char today[DATE_SIZE];
	bool is_new = false;

	if (tally->is_new)
		return false;
	world_today(ui->app->world, today);
	if (meeting_due_load(ui->app->store, today, &list, NULL) !=
		ERR_CANCELLED)
		is_new = tally_set(tally, (int64_t)list.n);
	meeting_due_clear(&list);
	return is_new;
}

static bool
home_work(struct ui *ui, void *data)
{
	struct home_state *state = data;
	bool is_new = false;

	for (size_t i = 0; i < dues_n; i++)
		is_new |= count(ui, &state->due_tallies[i], dues[i].type,
			&dues[i]);
	for (size_t i = 0; i < areas_n; i++)
		if (areas[i].type != NULL && areas[i].on_home)
			is_new |= count(ui, &state->area_tallies[i],
				areas[i].type, NULL);
	is_new |= count_meetings(ui, &state->meetings_due);
	if (is_new)
		arrange(ui, state);
	return is_new;
}

static bool
is_counting(const struct home_state *state)
{
	for (size_t i = 0; i < dues_n; i++)
		if (state->due_tallies[i].n < 0)
			return true;
	return state->meetings_due.n < 0;
}

static void
home_title(struct ui *ui, void *data, struct strbuf *out)
{
	(void)ui;
	(void)data;
	strbuf_add(out, _("Workbench"));
}

static const char *
home_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("The workbench shows what waits to be done, and opens every "
		  "area by its digit. / searches everywhere.");
}

static void
home_live(struct ui *ui, void *data, struct keymap_live *live)
{
	(void)ui;
	(void)data;
	keymap_live_init(live, CONTEXT_HOME);
	keymap_live_add(live, ACTION_OPEN);
	if (store_is_removable(ui->app->store))
		keymap_live_add(live, ACTION_RESTORE);
	keymap_live_add(live, ACTION_FILTER);
	keymap_live_add(live, ACTION_MENU);
	keymap_live_add(live, ACTION_HELP);
	keymap_live_add(live, ACTION_QUIT);
	keymap_live_add(live, ACTION_UP);
	keymap_live_add(live, ACTION_DOWN);
	keymap_live_add(live, ACTION_FIRST);
	keymap_live_add(live, ACTION_LAST);
	if (store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_UNDO);
}

/* The lines of Home: headings and entries; line numbers of the entries. */
static size_t
line_of(const struct home_state *state, size_t i)
{
	if (i < state->due.n)
		return i + 1;
	return i + (state->due.n > 0 ? 3 : 4);
}

static void
draw_entry(struct ui *ui, const struct rect *body, int row,
	const struct entry *entry, bool chosen)
{
	struct term *term = ui->app->term;
	int width = body->cols - INDENT;
	int note = (int)text_cols(entry->note) + 1;
	struct strbuf text = STRBUF_INIT;
	int used;

	if (entry->key != 0)
		strbuf_addf(&text, "%c  ", entry->key);
	strbuf_add(&text, entry->text);
	term_put(term, row, body->col, INDENT, chosen ? "> " : "",
		STYLE_NORMAL);
	used = (int)text_cols(text.s);
	if (used > width - note)
		used = width - note;
	term_put_cut(term, row, body->col + INDENT, used, text.s,
		chosen && !term_settings(term)->slow_line
			? STYLE_FOCUS : STYLE_NORMAL);
	term_put_right(term, row, body->col + INDENT + used,
		(width < 60 ? width : 60) - used > note
			? (width < 60 ? width : 60) - used : note,
		entry->note, STYLE_DIM);
	if (chosen)
		term_cursor(term, row, body->col + INDENT);
	strbuf_clear(&text);
}

static void
draw_heading(struct ui *ui, const struct rect *body, int line,
	const struct home_state *state, const char *text)
{
	int row = line - (int)state->top;

	if (row >= 0 && row < body->rows)
		term_put(ui->app->term, body->row + row, body->col, body->cols,
			text, STYLE_TITLE);
}

static void
home_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct home_state *state = data;
	size_t line = line_of(state, state->chosen);

	if (line < state->top + 1)
		state->top = line - 1;
	if (line >= state->top + (size_t)body->rows)
		state->top = line - (size_t)body->rows + 1;
	draw_heading(ui, body, 0, state,
		is_counting(state) ? _("To do …") : _("To do"));
	if (state->due.n == 0 && !is_counting(state))
		draw_heading(ui, body, 1, state,
			_("  Nothing waits to be done."));
	draw_heading(ui, body, (int)line_of(state, state->due.n) - 1, state,
		_("Areas"));
	for (size_t i = 0; i < n_entries(state); i++) {
		int row = (int)line_of(state, i) - (int)state->top;

		if (row >= 0 && row < body->rows)
			draw_entry(ui, body, body->row + row,
				entry_at(state, i), i == state->chosen);
	}
}

static bool
open_by_digit(struct ui *ui, struct home_state *state, uint32_t c)
{
	for (size_t i = 0; i < state->areas.n; i++)
		if (state->areas.items[i].key != 0 &&
			(uint32_t)state->areas.items[i].key == c) {
			state->chosen = state->due.n + i;
			state->areas.items[i].open(ui, &state->areas.items[i]);
			return true;
		}
	return false;
}

/* A hanzi or a paste that arrives opens the search box with it. */
static bool
search_for_typed(struct ui *ui, const struct key_event *event)
{
	char utf8[5] = "";

	if (event->kind == EVENT_PASTE) {
		open_search(ui, event->text);
		return true;
	}
	if (event->kind != EVENT_CHAR || event->code < 0x80)
		return false;
	text_put_char(event->code, utf8);
	open_search(ui, utf8);
	return true;
}

/* On a copy: while a question is asked, the entries can be made anew. */
static void
open_chosen(struct ui *ui, struct home_state *state)
{
	struct entry entry = *entry_at(state, state->chosen);

	entry.text = xstrdup(entry.text);
	entry.note = entry.note != NULL ? xstrdup(entry.note) : NULL;
	entry.open(ui, &entry);
	entry_clear(&entry);
	if (ui->frames.items[ui->frames.n - 1].state == state)
		load(ui, state);
}

static bool
home_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct home_state *state = data;
	size_t last = n_entries(state) - 1;

	switch (action) {
	case ACTION_UP:
		state->chosen -= state->chosen > 0;
		return true;
	case ACTION_DOWN:
		state->chosen += state->chosen < last;
		return true;
	case ACTION_FIRST:
		state->chosen = 0;
		return true;
	case ACTION_LAST:
		state->chosen = last;
		return true;
	case ACTION_OPEN:
		open_chosen(ui, state);
		return true;
	case ACTION_FILTER:
		open_search(ui, "");
		return true;
	case ACTION_UNDO:
		undo_with_question(ui, 0);
		load(ui, data);
		return true;
	case ACTION_RESTORE:
		open_restore_here(ui);
		return true;
	case ACTION_QUIT:
		ui->leaving = true;
		return true;
	case ACTION_NONE:
		if (event->kind == EVENT_KEY && event->key == K_ESC) {
			ui_say(ui, _("This is the workbench; F10 or q leaves "
				     "the program."));
			return true;
		}
		if (event->kind == EVENT_CHAR &&
			open_by_digit(ui, state, key_halfwidth(event->code)))
			return true;
		return search_for_typed(ui, event);
	default:
		return false;
	}
}

static void
run_restore(struct ui *ui, void *data, int64_t argument)
{
	(void)data;
	(void)argument;
	open_restore(ui);
}

/* No area: it closes all screens, and none may stand in the midst of
 * something then. */
static void
home_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	(void)data;
	if (!store_is_removable(ui->app->store))
		ui_commands_add(commands, N_("Restore a copy"),
			N_("Look at what a copy of the database holds, and put "
			   "it in the place of the database."),
			run_restore, 0);
}

/* How the copy ended that is made behind the screens. */
static void
say_copy(struct ui *ui)
{
	struct strbuf why = STRBUF_INIT;

	switch (daily_copy_look(&ui->copy, ui->app, &why)) {
	case DAILY_COPY_MADE:
		ui_say(ui, _("Today's copy of the database has been made and "
			     "checked."));
		break;
	case DAILY_COPY_FAILED:
		status_say(&ui->status, STYLE_ERROR,
			_("Today's copy was not made: %s"), why.s);
		break;
	default:
		break;
	}
	strbuf_clear(&why);
}

static void
home_tick(struct ui *ui, void *data, bool changed)
{
	say_copy(ui);
	if (changed)
		load(ui, data);
}

static void
home_close(struct ui *ui, void *data)
{
	struct home_state *state = data;

	(void)ui;
	forget(state);
	vec_clear(&state->due);
	vec_clear(&state->areas);
	free(state->due_tallies);
	free(state->area_tallies);
	free(state);
}

static const struct screen home_screen = {
	.title = home_title,
	.help = home_help,
	.live = home_live,
	.draw = home_draw,
	.handle = home_handle,
	.commands = home_commands,
	.returned = load,
	.tick = home_tick,
	.work = home_work,
	.close = home_close,
};

static struct tally *
make_tallies(size_t n)
{
	struct tally *tallies = xcalloc(n, sizeof(*tallies));

	for (size_t i = 0; i < n; i++)
		tally_forget(&tallies[i]);
	return tallies;
}

void
open_home(struct ui *ui)
{
	struct home_state *state = xcalloc(1, sizeof(*state));

	state->due_tallies = make_tallies(dues_n);
	state->area_tallies = make_tallies(areas_n);
	tally_forget(&state->meetings_due);
	arrange(ui, state);
	ui_open(ui, &home_screen, state);
}
