/* 联合党组织树: the unions under their committees, or by district and route. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/id_set.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/query.h"
#include "records/union_tree.h"
#include "records/value.h"
#include "screens/open.h"
#include "store/site.h"
#include "tui/fit.h"
#include "tui/index.h"
#include "tui/list.h"

enum { OPEN_AT_FIRST = 100 }; /* nodes that are all shown at first */

enum {
	COLUMN_NAME, COLUMN_STATE, COLUMN_UNITS, COLUMN_MEMBERS, COLUMN_LEADER,
	COLUMNS_N,
};

static const struct list_column columns[COLUMNS_N] = {
	[COLUMN_NAME] = {.name = N_("Committee, union"),
		.cols = 40, .least = 28, .grows = true},
	[COLUMN_STATE] = {.name = N_("State"), .cols = 8},
	[COLUMN_UNITS] = {.name = N_("Units"), .cols = 8, .right = true},
	[COLUMN_MEMBERS] = {.name = N_("People"), .cols = 6, .right = true},
	[COLUMN_LEADER] = {.name = N_("Leader"), .cols = 6, .right = true},
};

static const char *const order_words[UNION_TREE_ORDERS] = {
	[UNION_TREE_COMMITTEES] = N_("By leading committee"),
	[UNION_TREE_DISTRICTS] = N_("By district and landscape route"),
};

/* What a node without a name of its own is called. */
static const char *const nameless[] = {
	[UNION_NODE_UNION] = "",
	[UNION_NODE_COMMITTEE] = N_("(no leading committee)"),
	[UNION_NODE_DISTRICT] = N_("(in no district)"),
	[UNION_NODE_ROUTE] = "",
	[UNION_NODE_CIRCLE] = N_("(below one another, in a circle)"),
};

struct tree_state {
	struct store *store;
	enum union_tree_order order;
	struct union_tree tree;
	struct id_set open;    /* keys of the nodes that show what is below */
	struct id_set found;   /* keys of the nodes that fit what was typed */
	struct id_set on_path; /* keys of those above the found ones */
	VEC(size_t) shown;     /* indexes in tree, in its order */
	struct index index;
	struct list list;
	struct list_column columns[COLUMNS_N];
};

static const struct union_node *
node_shown(const struct tree_state *state, size_t i)
{
	return &state->tree.items[state->shown.items[i]];
}

static const struct union_node *
chosen(struct tree_state *state)
{
	const struct row *row = list_chosen(&state->list);

	return row != NULL ? node_shown(state, index_of(row)) : NULL;
}

static const char *
name_of(const struct union_node *node)
{
	return node->name[0] != '\0' ? node->name
				     : i18n_text(nameless[node->kind]);
}

static bool
is_filtering(const struct tree_state *state)
{
	return list_filter(&state->list)[0] != '\0';
}

static bool
is_open(const struct tree_state *state, const struct union_node *node)
{
	return id_set_has(&state->open, node->key) ||
		id_set_has(&state->on_path, node->key);
}

/* Which nodes are seen: those below open ones and, of these, while something
 * is typed, what fits, what stands above it and what stands below it. */
static void
show_nodes(struct tree_state *state)
{
	const struct union_tree *tree = &state->tree;
	size_t end = 0; /* of what is below a found node */

	state->shown.n = 0;
	for (size_t i = 0; i < tree->n;) {
		const struct union_node *node = &tree->items[i];
		bool found = !is_filtering(state) || i < end ||
			id_set_has(&state->found, node->key);

		if (found && i >= end)
			end = i + 1 + node->n_below;
		if (!found && !id_set_has(&state->on_path, node->key)) {
			i += 1 + node->n_below;
			continue;
		}
		vec_push(&state->shown, i);
		i += is_open(state, node) ? 1 : 1 + node->n_below;
	}
	state->index.n = state->shown.n;
}

static enum err_code
note_id(void *data, const struct query_row *row, struct err *err)
{
	struct id_set *ids = data;

	(void)err;
	vec_push(ids, row->id);
	return ERR_OK;
}

/* The ids of the records of a type that the words find. */
static enum err_code
find_ids(struct tree_state *state, const struct record_type *type,
	struct id_set *ids, struct err *err)
{
	static const char *const nothing[] = {"id"};
	struct id_set found = {0};
	struct query query;
	enum err_code code;

	query_init(&query, type);
	query_set_words(&query, list_filter(&state->list));
	code = query_each_row(state->store, &query, nothing, 1, note_id,
		&found, err);
	query_clear(&query);
	id_set_put_all(ids, found.items, found.n);
	id_set_clear(&found);
	return code;
}

static bool
fits(const struct tree_state *state, const struct union_node *node,
	const struct id_set *ids)
{
	return node->id != 0 ? id_set_has(ids, node->id)
		: fit_word(name_of(node), list_filter(&state->list)) !=
			FIT_NONE;
}

/* Notes what fits what was typed, and what stands above that. */
static enum err_code
find_nodes(struct tree_state *state, struct err *err)
{
	const struct union_tree *tree = &state->tree;
	struct id_set ids = {0};
	enum err_code code = ERR_OK;

	id_set_clear(&state->found);
	id_set_clear(&state->on_path);
	if (is_filtering(state))
		code = find_ids(state, &union_org_type, &ids, err);
	if (is_filtering(state) && code == ERR_OK)
		code = find_ids(state, &unit_type, &ids, err);
	for (size_t i = 0; is_filtering(state) && i < tree->n; i++) {
		long above = tree->items[i].above;

		if (!fits(state, &tree->items[i], &ids))
			continue;
		id_set_put(&state->found, tree->items[i].key);
		for (; above != UNION_NODE_NONE &&
			!id_set_has(&state->on_path, tree->items[above].key);
			above = tree->items[above].above)
			id_set_put(&state->on_path, tree->items[above].key);
	}
	id_set_clear(&ids);
	return code;
}

static void
show(struct ui *ui, struct tree_state *state)
{
	struct err err = ERR_INIT;

	if (find_nodes(state, &err) != ERR_OK)
		ui_fail(ui, &err);
	show_nodes(state);
	list_reload(&state->list);
}

/* Opens every node down to that depth and closes the others. */
static void
open_to(struct tree_state *state, int depth)
{
	VEC(int64_t) keys = VEC_INIT;

	for (size_t i = 0; i < state->tree.n; i++)
		if (state->tree.items[i].depth < depth)
			vec_push(&keys, state->tree.items[i].key);
	id_set_clear(&state->open);
	id_set_put_all(&state->open, keys.items, keys.n);
	vec_clear(&keys);
}

static void
name_columns(struct tree_state *state)
{
	ui_name_columns(columns, COLUMNS_N, state->columns);
	state->list.empty = is_filtering(state)
		? _("Nothing fits what was typed; Esc shows all again.")
		: _("No union has been entered yet; Ctrl-N enters one.");
}

static void
load(struct ui *ui, void *data)
{
	struct tree_state *state = data;
	struct err err = ERR_INIT;

	union_tree_clear(&state->tree);
	if (union_tree_load(state->store, state->order, &state->tree, &err) !=
		ERR_OK)
		ui_fail(ui, &err);
	name_columns(state);
	show(ui, state);
}

/* The cursor goes to what a form above has just saved, if it is to be seen. */
static void
returned(struct ui *ui, void *data)
{
	struct tree_state *state = data;

	load(ui, data);
	for (size_t i = 0; ui->saved != 0 && i < state->shown.n; i++)
		if (node_shown(state, i)->key == ui->saved)
			list_want(&state->list, ui->saved);
	ui->saved = 0;
}

/* Few nodes are all seen at first. */
static void
load_first(struct ui *ui, struct tree_state *state)
{
	load(ui, state);
	if (state->tree.n > OPEN_AT_FIRST)
		return;
	open_to(state, INT_MAX);
	show(ui, state);
}

/* The first that fits what is typed is the chosen one. */
static void
filter_changed(struct ui *ui, struct tree_state *state)
{
	name_columns(state);
	show(ui, state);
	list_restart(&state->list);
	for (size_t i = 0; i < state->shown.n; i++)
		if (id_set_has(&state->found, node_shown(state, i)->key)) {
			list_want(&state->list, node_shown(state, i)->key);
			break;
		}
}

static int64_t
row_id(void *data, size_t i)
{
	return node_shown(data, i)->key;
}

static void
add_count(struct strvec *cells, int64_t n)
{
	char *text = xasprintf("%lld", (long long)n);

	strvec_add(cells, text);
	free(text);
}

static void
fill_union(struct tree_state *state, const struct union_node *node,
	struct strvec *cells)
{
	struct union_counts counts;
	struct strbuf word = STRBUF_INIT;

	(void)union_count(state->store, node->id, &counts, NULL);
	value_show(record_field(&union_org_type, "state"), node->state, &word);
	strvec_add(cells, word.s);
	add_count(cells, counts.units);
	add_count(cells, counts.members);
	strvec_add(cells, counts.leaders > 0 ? C_("value", "yes")
					     : C_("value", "no"));
	strbuf_clear(&word);
}

static void
fill_row(void *data, size_t i, struct strvec *cells)
{
	struct tree_state *state = data;
	const struct union_node *node = node_shown(state, i);
	struct strbuf name = STRBUF_INIT;

	for (int depth = 0; depth < node->depth; depth++)
		strbuf_add(&name, "  ");
	if (node->n_below > 0)
		strbuf_add(&name, is_open(state, node) ? "- " : "+ ");
	else
		strbuf_add(&name, "  ");
	strbuf_add(&name, name_of(node));
	if (node->n_unions > 0)
		strbuf_addf(&name, " (%zu)", node->n_unions);
	strvec_add(cells, name.s);
	strbuf_clear(&name);
	if (node->kind == UNION_NODE_UNION)
		fill_union(state, node, cells);
}

static void
tree_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct tree_state *state = data;
	size_t n = 0;

	(void)ui;
	for (size_t i = 0; i < state->tree.n; i++)
		n += state->tree.items[i].kind == UNION_NODE_UNION;
	strbuf_addf(out, "%s %zu  %s", _("Tree of unions"), n,
		i18n_text(order_words[state->order]));
}

static const char *
tree_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Every union once, under the committee that leads it and "
		  "under its upper union. Enter or Space opens and closes what "
		  "is below, a digit opens so many levels, F3 opens the union "
		  "itself, F6 groups by district and landscape route.");
}

static void
tree_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct tree_state *state = data;
	const struct union_node *node = chosen(state);
	bool is_record = node != NULL && node->id != 0;

	keymap_live_init(live, list_context(&state->list));
	if (node != NULL)
		keymap_live_add(live, ACTION_OPEN);
	if (is_record)
		keymap_live_add(live, ACTION_VIEW);
	if (store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_NEW);
	keymap_live_add(live, ACTION_FILTER);
	keymap_live_add(live, ACTION_SORT);
	keymap_live_add(live, ACTION_BACK);
	if (is_record)
		keymap_live_add(live, ACTION_HISTORY);
	if (!state->list.filtering) {
		keymap_live_add(live, ACTION_LEFT);
		keymap_live_add(live, ACTION_RIGHT);
	}
	list_live(&state->list, live);
}

static void
tree_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct tree_state *state = data;

	list_draw(&state->list, ui->app->term, body, true);
}

static void
set_open(struct ui *ui, struct tree_state *state,
	const struct union_node *node, bool open)
{
	if (open)
		id_set_put(&state->open, node->key);
	else
		id_set_drop(&state->open, node->key);
	show(ui, state);
}

static void
open_node(struct ui *ui, const struct union_node *node)
{
	if (node->id != 0)
		open_form(ui, node->kind == UNION_NODE_UNION ? &union_org_type
							     : &unit_type,
			node->id, NULL);
}

static void
toggle(struct ui *ui, struct tree_state *state, const struct union_node *node)
{
	if (node->n_below > 0)
		set_open(ui, state, node, !is_open(state, node));
	else
		open_node(ui, node);
}

/* Left closes, or goes to what is above; right opens, or goes down. */
static void
go_left(struct ui *ui, struct tree_state *state, const struct union_node *node)
{
	if (node->n_below > 0 && is_open(state, node))
		set_open(ui, state, node, false);
	else if (node->above != UNION_NODE_NONE)
		list_want(&state->list, state->tree.items[node->above].key);
}

static void
go_right(struct ui *ui, struct tree_state *state,
	const struct union_node *node)
{
	if (node->n_below > 0 && !is_open(state, node))
		set_open(ui, state, node, true);
	else if (node->n_below > 0)
		list_want(&state->list, node[1].key);
}

/* A new union belongs where the cursor is. */
static void
begin_new(struct ui *ui, struct tree_state *state,
	const struct union_node *node)
{
	struct record begin;
	char today[DATE_SIZE], id[SITE_ID_TEXT_SIZE];

	if (ui_is_read_only(ui))
		return;
	world_today(ui->app->world, today);
	record_begin(&begin, &union_org_type, today);
	for (long at = node != NULL ? node - state->tree.items
				    : UNION_NODE_NONE;
		at != UNION_NODE_NONE; at = state->tree.items[at].above) {
		const struct union_node *place = &state->tree.items[at];
		const char *field = place->kind == UNION_NODE_COMMITTEE
			? "committee_id" : "parent_id";

		if (place->kind == UNION_NODE_DISTRICT)
			record_set(&begin, "district", place->name);
		else if (place->kind == UNION_NODE_ROUTE)
			record_set(&begin, "route", place->name);
		if (place->id == 0 || record_get(&begin, field)[0] != '\0' ||
			(place->kind == UNION_NODE_UNION &&
				state->order != UNION_TREE_COMMITTEES))
			continue;
		site_id_to_text(place->id, id);
		record_set(&begin, field, id);
	}
	open_form(ui, &union_org_type, 0, &begin);
	record_clear(&begin);
}

static void
choose_order(struct ui *ui, struct tree_state *state)
{
	struct menu menu;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = _("Sort by");
	menu.numbered = true;
	for (size_t i = 0; i < UNION_TREE_ORDERS; i++)
		menu_add(&menu, i18n_text(order_words[i]), "");
	menu_want(&menu, state->order);
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN) {
		state->order = (enum union_tree_order)menu_chosen(&menu)->id;
		load_first(ui, state);
	}
	menu_clear(&menu);
}

static bool
handle_char(struct ui *ui, struct tree_state *state,
	const struct union_node *node, const struct key_event *event)
{
	uint32_t c = event->kind == EVENT_CHAR ? key_halfwidth(event->code)
					       : 0;

	if (c == ' ' && node != NULL) {
		toggle(ui, state, node);
		return true;
	}
	if (c < '1' || c > '9')
		return false;
	open_to(state, (int)(c - '1'));
	show(ui, state);
	return true;
}

static bool
handle_node(struct ui *ui, struct tree_state *state, enum action action,
	const struct union_node *node)
{
	switch (action) {
	case ACTION_OPEN:
		toggle(ui, state, node);
		return true;
	case ACTION_VIEW:
		open_node(ui, node);
		return true;
	case ACTION_HISTORY:
		open_history(ui, node->kind == UNION_NODE_UNION
			? &union_org_type : &unit_type, node->id);
		return true;
	case ACTION_LEFT:
		go_left(ui, state, node);
		return true;
	case ACTION_RIGHT:
		go_right(ui, state, node);
		return true;
	default:
		return false;
	}
}

static bool
tree_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct tree_state *state = data;
	const struct union_node *node;

	switch (ui_list_handle(ui, &state->list, action, event)) {
	case LIST_IGNORED:
		break;
	case LIST_FILTERED:
		filter_changed(ui, state);
		return true;
	default:
		return true;
	}
	node = chosen(state);
	switch (action) {
	case ACTION_NEW:
		begin_new(ui, state, node);
		return true;
	case ACTION_SORT:
		choose_order(ui, state);
		return true;
	case ACTION_NONE:
		return handle_char(ui, state, node, event);
	default:
		return node != NULL && handle_node(ui, state, action, node);
	}
}

static void
run_roster(struct ui *ui, void *data, int64_t argument)
{
	(void)argument;
	open_roster(ui, chosen(data)->id);
}

static void
run_calendar(struct ui *ui, void *data, int64_t argument)
{
	(void)argument;
	open_calendar(ui, chosen(data)->id);
}

static void
run_board(struct ui *ui, void *data, int64_t argument)
{
	(void)argument;
	open_board(ui, chosen(data)->id);
}

static void
tree_commands(struct ui *ui, void *data, struct ui_commands *commands)
{
	const struct union_node *node = chosen(data);

	(void)ui;
	if (node != NULL && node->kind == UNION_NODE_COMMITTEE && node->id != 0)
		ui_commands_add(commands, N_("Board of the committee"),
			N_("Show how its unions stand against the checklist, "
			   "item by item."), run_board, 0);
	if (node == NULL || node->kind != UNION_NODE_UNION)
		return;
	ui_commands_add(commands, N_("Roster with counts"),
		N_("Show who is in this union, with the counts at the foot."),
		run_roster, 0);
	ui_commands_add(commands, N_("Calendar of the union"),
		N_("Show what this union has held in the year, kinds of "
		   "meeting by months."), run_calendar, 0);
}

static void
tree_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		load(ui, data);
}

static void
tree_close(struct ui *ui, void *data)
{
	struct tree_state *state = data;

	(void)ui;
	list_clear(&state->list);
	union_tree_clear(&state->tree);
	id_set_clear(&state->open);
	id_set_clear(&state->found);
	id_set_clear(&state->on_path);
	vec_clear(&state->shown);
	free(state);
}

static const struct screen tree_screen = {
	.title = tree_title,
	.help = tree_help,
	.live = tree_live,
	.draw = tree_draw,
	.handle = tree_handle,
	.commands = tree_commands,
	.returned = returned,
	.tick = tree_tick,
	.close = tree_close,
};

void
open_tree(struct ui *ui)
{
	struct tree_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;

	state->store = ui->app->store;
	state->index = (struct index){0, row_id, fill_row, state};
	index_source(&state->index, &source);
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	state->list.can_filter = true;
	load_first(ui, state);
	ui_open(ui, &tree_screen, state);
}
