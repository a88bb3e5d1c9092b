/* 花名册: a union's members, with the counts at the foot. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/roster.h"
#include "screens/open.h"
#include "screens/source.h"
#include "screens/text_page.h"
#include "store/site.h"
#include "tui/list.h"
#include "tui/wrap.h"

enum { MEMBERS_NORMALLY = 50 };

/* Of union_state. */
#define UNDER_RECTIFICATION "3"

/* What a roster shows of each: no union, it is the same for all. */
static const char *const paths[] = {"member_id", "member_id.sex", "origin",
	"post", "member_id.branch_id", "duty", "joined_on"};

enum { N_PATHS = sizeof(paths) / sizeof(paths[0]) };

struct roster_state {
	int64_t union_org_id;
	struct query query;
	struct record_source source;
	struct list list;
	struct list_column columns[N_PATHS];
	char day[DATE_SIZE];   /* on which it is shown, "" as it is now */
	char *union_name;
	struct roster_numbers numbers;
};

/* The day of the numbers. */
static void
day_of(struct ui *ui, const struct roster_state *state, char day[DATE_SIZE])
{
	if (state->day[0] != '\0')
		memcpy(day, state->day, DATE_SIZE);
	else
		world_today(ui->app->world, day);
}

/* The numbers are those of the whole roster, whatever is typed. */
static void
load(struct ui *ui, void *data)
{
	struct roster_state *state = data;
	struct err err = ERR_INIT;
	struct query query;
	char day[DATE_SIZE];

	list_reload(&state->list);
	state->list.empty = _("Nobody yet; Ctrl-N takes the first one in.");
	record_columns(&membership_type, paths, N_PATHS, state->columns);
	state->numbers.n = 0;
	day_of(ui, state, day);
	roster_query(&query, state->union_org_id, state->day);
	if (roster_count(ui->app->store, &query, day, &state->numbers, &err) !=
		ERR_OK)
		ui_fail(ui, &err);
	query_clear(&query);
}

static void
roster_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct roster_state *state = data;

	(void)ui;
	strbuf_addf(out, "%s  %s", _("Roster"), state->union_name);
	if (state->day[0] != '\0')
		strbuf_addf(out, "  %s", state->day);
}

static const char *
roster_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Who acts in this union: native or incoming, home branch, post "
		  "and duty; the counts stand at the foot. Relations stay in "
		  "the home branch.");
}

static void
roster_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct roster_state *state = data;

	keymap_live_init(live, list_context(&state->list));
	if (list_chosen(&state->list) != NULL) {
		keymap_live_add(live, ACTION_OPEN);
		keymap_live_add(live, ACTION_VIEW);
	}
	if (store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_NEW);
	keymap_live_add(live, ACTION_PRINT);
	keymap_live_add(live, ACTION_FILTER);
	list_live(&state->list, live);
}

/* The numbers of a part in lines that part no word from its number. */
static void
add_part(const struct roster_state *state, enum roster_part part, size_t cols,
	struct strvec *lines)
{
	struct strbuf line = STRBUF_INIT, item = STRBUF_INIT;

	for (size_t i = 0; i < state->numbers.n; i++) {
		const struct roster_number *number = &state->numbers.items[i];

		if (number->part != part)
			continue;
		strbuf_reset(&item);
		strbuf_addf(&item, "%s %lld", number->word,
			(long long)number->n);
		if (line.len > 0 &&
			text_cols(line.s) + 2 + text_cols(item.s) > cols) {
			strvec_add(lines, line.s);
			strbuf_reset(&line);
		}
		strbuf_addf(&line, "%s%s", line.len > 0 ? "  " : "", item.s);
	}
	if (line.len > 0)
		strvec_add(lines, line.s);
	strbuf_clear(&line);
	strbuf_clear(&item);
}

/* What stands below the list, most telling first. */
static void
make_foot(const struct roster_state *state, int cols, struct strvec *lines)
{
	add_part(state, ROSTER_PEOPLE, (size_t)cols, lines);
	if (state->numbers.n > 0 &&
		state->numbers.items[0].n > MEMBERS_NORMALLY)
		wrap_text(_("More than 50 members, which a branch normally "
			    "does not have."), cols, lines);
	add_part(state, ROSTER_POSTS, (size_t)cols, lines);
	add_part(state, ROSTER_EDUCATION, (size_t)cols, lines);
}

/* The foot takes a third at most; F9 shows all of it. */
static void
roster_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct roster_state *state = data;
	struct rect rows = *body;
	struct strvec lines = VEC_INIT;
	int n;

	make_foot(state, body->cols, &lines);
	n = (int)lines.n < body->rows / 3 ? (int)lines.n : body->rows / 3;
	rows.rows -= n;
	list_draw(&state->list, ui->app->term, &rows, true);
	for (int i = 0; i < n; i++)
		term_put(ui->app->term, rows.row + rows.rows + i, body->col,
			body->cols, lines.items[i], STYLE_TITLE);
	strvec_clear(&lines);
}

static void
begin_new(struct ui *ui, struct roster_state *state)
{
	struct record begin;
	char today[DATE_SIZE], id[SITE_ID_TEXT_SIZE];

	if (ui_is_read_only(ui))
		return;
	world_today(ui->app->world, today);
	record_begin(&begin, &membership_type, today);
	site_id_to_text(state->union_org_id, id);
	record_set(&begin, "union_org_id", id);
	open_form(ui, &membership_type, 0, &begin);
	record_clear(&begin);
}

/* The person, where the row opens that person's part in the union. */
static void
open_member(struct ui *ui, int64_t membership)
{
	struct err err = ERR_INIT;
	struct record record;

	if (record_load(ui->app->store, &membership_type, membership, &record,
		    &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	open_form(ui, &member_type, record_ref(&record, "member_id"), NULL);
	record_clear(&record);
}

static bool
roster_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct roster_state *state = data;
	const struct row *row;

	switch (ui_list_handle(ui, &state->list, action, event)) {
	case LIST_IGNORED:
		break;
	case LIST_FILTERED:
		query_set_words(&state->query, list_filter(&state->list));
		list_restart(&state->list);
		return true;
	default:
		return true;
	}
	if (action == ACTION_OPEN && (row = list_chosen(&state->list)) != NULL)
		open_form(ui, &membership_type, row->id, NULL);
	else if (action == ACTION_VIEW &&
		(row = list_chosen(&state->list)) != NULL)
		open_member(ui, row->id);
	else if (action == ACTION_NEW)
		begin_new(ui, state);
	else if (action == ACTION_PRINT)
		open_print(ui, &union_org_type, state->union_org_id,
			state->day);
	else
		return false;
	return true;
}

static void
run_export(struct ui *ui, void *data, int64_t argument)
{
	struct roster_state *state = data;

	(void)argument;
	open_export(ui, &state->query);
}

static void
run_numbers(struct ui *ui, void *data, int64_t argument)
{
	struct roster_state *state = data;
	struct strbuf text = STRBUF_INIT;

	(void)argument;
	for (size_t i = 0; i < state->numbers.n; i++)
		strbuf_addf(&text, "%s %lld\n", state->numbers.items[i].word,
			(long long)state->numbers.items[i].n);
	open_text_page(ui, state->union_name, text.s);
	strbuf_clear(&text);
}

/* Another day, "" for today; what was typed to find somebody stays. */
static void
show_day(struct ui *ui, struct roster_state *state, const char *day)
{
	struct query query;

	memmove(state->day, day, strlen(day) + 1);
	roster_query(&query, state->union_org_id, state->day);
	query_set_words(&query, list_filter(&state->list));
	query_clear(&state->query);
	state->query = query;
	list_restart(&state->list);
	load(ui, state);
}

static void
run_day(struct ui *ui, void *data, int64_t argument)
{
	struct roster_state *state = data;
	char day[DATE_SIZE];

	(void)argument;
	day_of(ui, state, day);
	if (choose_day(ui, _("Roster"), _("Who was there on which day?"), day))
		show_day(ui, state, day);
}

static void
run_today(struct ui *ui, void *data, int64_t argument)
{
	(void)argument;
	show_day(ui, data, "");
}

static void
roster_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	const struct roster_state *state = data;

	(void)ui;
	ui_commands_add(commands, N_("All numbers"),
		N_("Show every number of this roster, one a line."),
		run_numbers, 0);
	ui_commands_add(commands, N_("As it was on a day"),
		N_("Show who was in the union on a day that you type."),
		run_day, 0);
	if (state->day[0] != '\0')
		ui_commands_add(commands, N_("As it is today"),
			N_("Show who is in the union now."), run_today, 0);
	ui_commands_add(commands, N_("Export what is shown"),
		N_("Write the records of this list to a CSV file or a "
		   "workbook."),
		run_export, 0);
}

static void
roster_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		load(ui, data);
}

static void
roster_close(struct ui *ui, void *data)
{
	struct roster_state *state = data;

	(void)ui;
	list_clear(&state->list);
	query_clear(&state->query);
	vec_clear(&state->numbers);
	free(state->union_name);
	free(state);
}

static const struct screen roster_screen = {
	.title = roster_title,
	.help = roster_help,
	.live = roster_live,
	.draw = roster_draw,
	.handle = roster_handle,
	.commands = roster_commands,
	.returned = load,
	.tick = roster_tick,
	.close = roster_close,
};

/* On the heap; with its state where that is not as usual. */
static char *
name_of_union(struct store *store, int64_t id)
{
	struct strbuf title = STRBUF_INIT;
	struct record org;
	char *name;

	if (record_load(store, &union_org_type, id, &org, NULL) != ERR_OK)
		return xstrdup("");
	record_title(store, &org, &title);
	name = strcmp(record_get(&org, "state"), UNDER_RECTIFICATION) == 0
		? xasprintf(_("%s (under rectification)"), title.s)
		: xstrdup(title.s);
	record_clear(&org);
	strbuf_clear(&title);
	return name;
}

void
open_roster(struct ui *ui, int64_t union_org_id)
{
	struct roster_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;

	state->union_org_id = union_org_id;
	state->union_name = name_of_union(ui->app->store, union_org_id);
	roster_query(&state->query, union_org_id, "");
	record_columns(&membership_type, paths, N_PATHS, state->columns);
	record_source_init(&state->source, ui->app->store, &state->query,
		paths, N_PATHS, &source);
	list_init(&state->list, state->columns, N_PATHS, &source, &ui->clip);
	state->list.can_filter = true;
	load(ui, state);
	ui_open(ui, &roster_screen, state);
}
