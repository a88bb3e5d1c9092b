/* 应召开而未召开的会议: what the cycles of the kinds demand of each union. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/codes.h"
#include "records/meeting_due.h"
#include "records/nouns.h"
#include "screens/open.h"
#include "store/site.h"
#include "tui/array.h"
#include "tui/list.h"

enum { COLUMNS_N = 5 };

struct meeting_due_state {
	struct meeting_due_list due;
	struct array array;
	struct list list;
	struct list_column columns[COLUMNS_N];
};

static void
add_row(struct meeting_due_state *state, const struct meeting_due *due)
{
	struct row *row = array_add(&state->array);
	struct strbuf text = STRBUF_INIT;

	strvec_add(&row->cells, due->union_name);
	strvec_add(&row->cells, due->kind_name);
	meeting_due_when(due, &text);
	strvec_add(&row->cells, text.s);
	strbuf_reset(&text);
	strbuf_add(&text, code_word(code_find(code_list_find("meeting_cycle"),
		due->cycle)));
	if (due->times > 1)
		strbuf_addf(&text, " %lld/%lld", (long long)due->n_held,
			(long long)due->times);
	strvec_add(&row->cells, text.s);
	strvec_add(&row->cells, due->last_held[0] != '\0'
			? due->last_held : _("never"));
	strbuf_clear(&text);
}

static void
filter(struct meeting_due_state *state)
{
	state->list.empty = *list_filter(&state->list) != '\0'
		? _("Nothing fits what was typed; Esc shows all again.")
		: _("No meeting is due.");
	array_filter_typed(&state->array, list_filter(&state->list));
}

static void
load(struct ui *ui, void *data)
{
	struct meeting_due_state *state = data;
	char today[DATE_SIZE];
	struct err err = ERR_INIT;

	meeting_due_clear(&state->due);
	array_clear(&state->array);
	array_init(&state->array);
	world_today(ui->app->world, today);
	if (meeting_due_load(ui->app->store, today, &state->due, &err) !=
		ERR_OK)
		ui_fail(ui, &err);
	for (size_t i = 0; i < state->due.n; i++)
		add_row(state, &state->due.items[i]);
	filter(state);
	list_reload(&state->list);
}

static void
meeting_due_title(struct ui *ui, void *data, struct strbuf *out)
{
	(void)ui;
	(void)data;
	strbuf_add(out, _("Meetings that are due"));
}

static const char *
meeting_due_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Meetings that their cycle demands of a union and that have "
		  "not been held yet. Enter begins the meeting, or opens the "
		  "one that is prepared. A kind that is given an end, or is "
		  "held as needed, is asked for no more.");
}

static const struct meeting_due *
chosen(struct meeting_due_state *state)
{
	const struct row *row = list_chosen(&state->list);

	return row != NULL ? &state->due.items[row->id] : NULL;
}

static void
meeting_due_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct meeting_due_state *state = data;
	const struct meeting_due *due = chosen(state);

	keymap_live_init(live, list_context(&state->list));
	if (due != NULL && (due->prepared_id != 0 ||
				   store_read_only(ui->app->store) == NULL))
		keymap_live_add(live, ACTION_OPEN);
	list_live(&state->list, live);
}

static void
meeting_due_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct meeting_due_state *state = data;

	list_draw(&state->list, ui->app->term, body, true);
}

void
open_new_meeting(struct ui *ui, int64_t union_org_id, int64_t kind_id,
	const char *begin_at)
{
	char today[DATE_SIZE], id[SITE_ID_TEXT_SIZE];
	struct record begin;

	world_today(ui->app->world, today);
	record_begin(&begin, &meeting_type, today);
	site_id_to_text(union_org_id, id);
	record_set(&begin, "union_org_id", id);
	site_id_to_text(kind_id, id);
	record_set(&begin, "kind_id", id);
	record_set(&begin, "begin_at", begin_at);
	open_form(ui, &meeting_type, 0, &begin);
	record_clear(&begin);
}

static bool
meeting_due_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct meeting_due_state *state = data;
	const struct meeting_due *due;

	switch (ui_list_handle(ui, &state->list, action, event)) {
	case LIST_IGNORED:
		break;
	case LIST_FILTERED:
		filter(state);
		list_restart(&state->list);
		return true;
	default:
		return true;
	}
	due = chosen(state);
	if (action != ACTION_OPEN || due == NULL)
		return false;
	if (due->prepared_id != 0)
		open_form(ui, &meeting_type, due->prepared_id, NULL);
	else
		open_new_meeting(ui, due->union_org_id, due->kind_id, "");
	return true;
}

static void
run_calendar(struct ui *ui, void *data, int64_t argument)
{
	(void)argument;
	open_calendar(ui, chosen(data)->union_org_id);
}

static void
meeting_due_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	(void)ui;
	if (chosen(data) != NULL)
		ui_commands_add(commands, N_("Calendar of the union"),
			N_("Show what this union has held in the year, kinds "
			   "of meeting by months."), run_calendar, 0);
}

static void
meeting_due_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		load(ui, data);
}

static void
meeting_due_close(struct ui *ui, void *data)
{
	struct meeting_due_state *state = data;

	(void)ui;
	list_clear(&state->list);
	array_clear(&state->array);
	meeting_due_clear(&state->due);
	free(state);
}

static const struct screen meeting_due_screen = {
	.title = meeting_due_title,
	.help = meeting_due_help,
	.live = meeting_due_live,
	.draw = meeting_due_draw,
	.handle = meeting_due_handle,
	.commands = meeting_due_commands,
	.returned = load,
	.tick = meeting_due_tick,
	.close = meeting_due_close,
};

void
open_meetings_due(struct ui *ui)
{
	struct meeting_due_state *state = xcalloc(1, sizeof(*state));
	const struct list_column columns[COLUMNS_N] = {
		{.name = term_word(&union_org_type.term), .cols = 20,
			.least = 10, .grows = true},
		{.name = term_word(&meeting_kind_type.term), .cols = 14,
			.least = 8, .grows = true},
		{.name = _("Time left"), .cols = 18, .least = 11},
		{.name = _("Cycle"), .cols = 10},
		{.name = _("Last held"), .cols = 10},
	};
	struct window_source source;

	memcpy(state->columns, columns, sizeof(columns));
	array_init(&state->array);
	array_source(&state->array, &source);
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	state->list.can_filter = true;
	load(ui, state);
	ui_open(ui, &meeting_due_screen, state);
}
