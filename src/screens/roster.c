/* 花名册: a union's members, with the counts at the foot. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/query.h"
#include "screens/open.h"
#include "screens/source.h"
#include "store/site.h"
#include "tui/list.h"

enum { MEMBERS_NORMALLY = 50, FOOT_LINES = 3 };

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
	struct strbuf origins; /* the counts: all, native and incoming, */
	struct strbuf posts;   /* and by post */
	bool is_large;
};

static int64_t
count_of(struct ui *ui, const struct roster_state *state, const char *path,
	const char *value)
{
	struct query query;
	int64_t n = 0;

	query_copy(&query, &state->query);
	query_set_words(&query, "");
	if (path != NULL)
		query_set_filter(&query, path, value);
	(void)query_count(ui->app->store, &query, 0, &n, NULL);
	query_clear(&query);
	return n;
}

static void
add_counts(struct ui *ui, const struct roster_state *state, const char *path,
	struct strbuf *out)
{
	const struct code_list *list =
		field_codes(record_field(&membership_type, path));

	for (size_t i = 0; i < list->n_codes; i++) {
		int64_t n = count_of(ui, state, path, list->codes[i].code);

		if (n > 0)
			strbuf_addf(out, "%s%s %lld", out->len > 0 ? "  " : "",
				code_word(&list->codes[i]), (long long)n);
	}
}

static void
load(struct ui *ui, void *data)
{
	struct roster_state *state = data;
	int64_t all = count_of(ui, state, NULL, NULL);

	list_reload(&state->list);
	strbuf_reset(&state->origins);
	strbuf_reset(&state->posts);
	strbuf_addf(&state->origins, _("Members %lld"), (long long)all);
	add_counts(ui, state, "origin", &state->origins);
	add_counts(ui, state, "post", &state->posts);
	state->is_large = all > MEMBERS_NORMALLY;
}

static void
roster_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct roster_state *state = data;

	strbuf_addf(out, "%s  ", _("Roster"));
	record_title_of(ui->app->store, &union_org_type, state->union_org_id,
		out);
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
	if (list_chosen(&state->list) != NULL)
		keymap_live_add(live, ACTION_OPEN);
	if (store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_NEW);
	keymap_live_add(live, ACTION_FILTER);
	list_live(&state->list, live);
}

static void
roster_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct roster_state *state = data;
	struct term *term = ui->app->term;
	struct rect rows = *body;

	rows.rows -= FOOT_LINES;
	list_draw(&state->list, term, &rows, true);
	term_put_cut(term, body->row + rows.rows, body->col, body->cols,
		state->origins.s, STYLE_TITLE);
	term_put_cut(term, body->row + rows.rows + 1, body->col, body->cols,
		state->posts.s, STYLE_TITLE);
	if (state->is_large)
		term_put_cut(term, body->row + rows.rows + 2, body->col,
			body->cols,
			_("More than 50 members, which a branch normally does not "
			  "have."), STYLE_WARNING);
}

static void
begin_new(struct ui *ui, struct roster_state *state)
{
	struct record begin;
	char today[DATE_SIZE];

	if (ui_is_read_only(ui))
		return;
	world_today(ui->app->world, today);
	record_begin(&begin, &membership_type, today);
	record_set(&begin, "union_org_id", state->query.filters.items[0].value);
	open_form(ui, &membership_type, 0, &begin);
	record_clear(&begin);
}

static bool
roster_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct roster_state *state = data;
	const struct row *row;

	switch (list_handle(&state->list, action, event)) {
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
	else if (action == ACTION_NEW)
		begin_new(ui, state);
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
roster_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	(void)ui;
	(void)data;
	ui_commands_add(commands, N_("Export what is shown"),
		N_("Write the records of this list to a CSV file."),
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
	strbuf_clear(&state->origins);
	strbuf_clear(&state->posts);
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

void
open_roster(struct ui *ui, int64_t union_org_id)
{
	struct roster_state *state = xcalloc(1, sizeof(*state));
	char id[SITE_ID_TEXT_SIZE];
	struct window_source source;

	state->union_org_id = union_org_id;
	site_id_to_text(union_org_id, id);
	query_init(&state->query, &membership_type);
	query_set_filter(&state->query, "union_org_id", id);
	query_set_filter(&state->query, "left_on", "");
	record_columns(&membership_type, paths, N_PATHS, state->columns);
	record_source_init(&state->source, ui->app->store, &state->query,
		paths, N_PATHS, &source);
	list_init(&state->list, state->columns, N_PATHS, &source, &ui->clip);
	state->list.can_filter = true;
	state->list.empty = _("Nobody yet; Ctrl-N takes the first one in.");
	load(ui, state);
	ui_open(ui, &roster_screen, state);
}
