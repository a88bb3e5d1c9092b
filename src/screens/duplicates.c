/* 疑似重复: records that may be one and the same, pair by pair. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/duplicates.h"
#include "records/load.h"
#include "screens/open.h"
#include "tui/array.h"
#include "tui/list.h"
#include "tui/progress.h"

enum {
	COLUMN_HOW,
	COLUMN_ONE,
	COLUMN_OTHER,
	COLUMN_WHY,
	COLUMN_N,
	PAIRS_MAX = 1000, /* of each likelihood and type that are shown */
};

/* The pairs of one type. */
struct part {
	const struct record_type *type;
	struct duplicates list;
};

struct duplicates_state {
	const struct record_type *type; /* NULL: all that merge */
	int64_t change; /* with which they came, 0: any */
	VEC(struct part) parts;
	size_t n_more; /* that are not shown */
	struct array array;
	struct list list;
	struct list_column columns[COLUMN_N];
};

/* What stands at a row, whose id counts through the parts. */
static const struct duplicate *
pair_at(const struct duplicates_state *state, int64_t id,
	const struct record_type **type)
{
	size_t i = (size_t)id;

	for (size_t j = 0; j < state->parts.n; j++) {
		const struct part *part = &state->parts.items[j];

		*type = part->type;
		if (i < part->list.n)
			return &part->list.items[i];
		i -= part->list.n;
	}
	return NULL;
}

/* 王芳（1980-03-02，赵庄党支部） */
static void
add_title(struct store *store, const struct record_type *type, int64_t id,
	struct strvec *cells)
{
	struct strbuf words = STRBUF_INIT, apart = STRBUF_INIT;
	struct record record;

	if (record_load(store, type, id, &record, NULL) == ERR_OK) {
		record_title(store, &record, &words);
		record_tell_apart(store, &record, &apart);
		record_clear(&record);
	}
	if (apart.len > 0)
		strbuf_addf(&words, _(" (%s)"), apart.s);
	strvec_add(cells, words.s);
	strbuf_clear(&apart);
	strbuf_clear(&words);
}

static void
add_row(struct ui *ui, struct duplicates_state *state,
	const struct record_type *type, const struct duplicate *pair)
{
	struct row *row = array_add(&state->array);
	struct strbuf reason = STRBUF_INIT;

	alike_reason(type, &pair->found, &reason);
	strvec_add(&row->cells, alike_word(pair->found.how));
	add_title(ui->app->store, type, pair->one, &row->cells);
	add_title(ui->app->store, type, pair->other, &row->cells);
	strvec_add(&row->cells, reason.s);
	strbuf_clear(&reason);
}

static void
filter(struct duplicates_state *state)
{
	state->list.empty = *list_filter(&state->list) != '\0'
		? _("Nothing fits what was typed; Esc shows all again.")
		: _("No two records look alike.");
	array_filter_typed(&state->array, list_filter(&state->list));
}

static void
show(struct ui *ui, struct duplicates_state *state)
{
	array_clear(&state->array);
	array_init(&state->array);
	for (size_t i = 0; i < state->parts.n; i++) {
		const struct part *part = &state->parts.items[i];

		for (size_t j = 0; j < part->list.n; j++)
			add_row(ui, state, part->type, &part->list.items[j]);
	}
	filter(state);
	list_reload(&state->list);
}

static void
forget(struct duplicates_state *state)
{
	for (size_t i = 0; i < state->parts.n; i++)
		duplicates_clear(&state->parts.items[i].list);
	state->parts.n = 0;
	state->n_more = 0;
}

static enum err_code
find_all(struct ui *ui, struct duplicates_state *state, struct err *err)
{
	struct progress progress;
	enum err_code code = ERR_OK;

	progress_init(&progress, &ui->host, _("Likely duplicates"));
	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		struct part part = {record_types[i], VEC_INIT};
		size_t n_more = 0;

		if (part.type->n_alike == 0 ||
			(state->type != NULL && state->type != part.type))
			continue;
		code = duplicates_load(ui->app->store, part.type,
			state->change, PAIRS_MAX, &part.list, &n_more, &progress.job, err);
		vec_push(&state->parts, part);
		state->n_more += n_more;
	}
	progress_clear(&progress);
	return code;
}

/* What is taken back may make pairs again. */
static void
undo(struct ui *ui, struct duplicates_state *state)
{
	struct err err = ERR_INIT;

	undo_with_question(ui, 0);
	forget(state);
	if (find_all(ui, state, &err) != ERR_OK)
		ui_fail(ui, &err);
	show(ui, state);
}

/* What is no pair any more goes; for new ones the screen is opened anew. */
static void
load(struct ui *ui, void *data)
{
	struct duplicates_state *state = data;
	struct err err = ERR_INIT;

	for (size_t i = 0; i < state->parts.n; i++)
		if (duplicates_recheck(ui->app->store,
			    state->parts.items[i].type,
			    &state->parts.items[i].list, &err) != ERR_OK) {
			ui_fail(ui, &err);
			return;
		}
	show(ui, state);
}

static void
duplicates_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct duplicates_state *state = data;

	(void)ui;
	if (state->type == NULL)
		strbuf_add(out, _("Likely duplicates"));
	else
		strbuf_addf(out, _("%s: %s"), _("Likely duplicates"),
			term_word(&state->type->term));
}

static const char *
duplicates_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Records that may be one and the same, the surest first. "
		  "Enter shows the two side by side: there they are merged, or "
		  "noted as not the same and not asked about again.");
}

static void
duplicates_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct duplicates_state *state = data;

	keymap_live_init(live, list_context(&state->list));
	if (store_read_only(ui->app->store) == NULL) {
		if (list_chosen(&state->list) != NULL)
			keymap_live_name(live, ACTION_OPEN, _("Compare"),
				_("Show the two side by side."));
		keymap_live_add(live, ACTION_UNDO);
	}
	list_live(&state->list, live);
}

static void
duplicates_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct duplicates_state *state = data;

	list_draw(&state->list, ui->app->term, body, true);
}

static bool
duplicates_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct duplicates_state *state = data;
	const struct record_type *type = NULL;
	const struct duplicate *pair;
	const struct row *row;

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
	if (action == ACTION_UNDO) {
		undo(ui, state);
		return true;
	}
	row = list_chosen(&state->list);
	if (action != ACTION_OPEN || row == NULL)
		return false;
	pair = pair_at(state, row->id, &type);
	if (pair != NULL)
		open_merging(ui, type, pair->one, pair->other);
	return true;
}

static void
duplicates_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		load(ui, data);
}

static void
duplicates_close(struct ui *ui, void *data)
{
	struct duplicates_state *state = data;

	(void)ui;
	list_clear(&state->list);
	array_clear(&state->array);
	forget(state);
	vec_clear(&state->parts);
	free(state);
}

static const struct screen duplicates_screen = {
	.title = duplicates_title,
	.help = duplicates_help,
	.live = duplicates_live,
	.draw = duplicates_draw,
	.handle = duplicates_handle,
	.returned = load,
	.tick = duplicates_tick,
	.close = duplicates_close,
};

static struct duplicates_state *
make_state(struct ui *ui, const struct record_type *type)
{
	struct duplicates_state *state = xcalloc(1, sizeof(*state));
	const struct list_column columns[COLUMN_N] = {
		{.name = _("How likely"), .cols = 10},
		{.name = _("Record"), .cols = 20, .least = 10, .grows = true},
		{.name = _("Other record"), .cols = 20, .least = 10,
			.grows = true},
		{.name = _("Why alike"), .cols = 20, .least = 10, .grows = true},
	};
	struct window_source source;

	state->type = type;
	memcpy(state->columns, columns, sizeof(columns));
	array_init(&state->array);
	array_source(&state->array, &source);
	list_init(&state->list, state->columns, COLUMN_N, &source, &ui->clip);
	state->list.can_filter = true;
	state->list.title = COLUMN_ONE;
	return state;
}

static void
open_found(struct ui *ui, struct duplicates_state *state)
{
	show(ui, state);
	ui_open(ui, &duplicates_screen, state);
	if (state->n_more > 0)
		ui_say(ui, P_("%lu more pair is not shown; settle some of "
			      "these first.",
			      "%lu more pairs are not shown; settle some of "
			      "these first.", (unsigned long)state->n_more),
			(unsigned long)state->n_more);
}

void
open_duplicates(struct ui *ui, const struct record_type *type)
{
	struct duplicates_state *state = make_state(ui, type);
	struct err err = ERR_INIT;

	if (find_all(ui, state, &err) == ERR_OK) {
		open_found(ui, state);
		return;
	}
	duplicates_close(ui, state);
	ui_fail(ui, &err);
}

static bool
wants_to_look(struct ui *ui, size_t n)
{
	char *text = xasprintf(P_("%lu pair of records looks alike since this "
				  "import.",
				  "%lu pairs of records look alike since this "
				  "import.", (unsigned long)n),
		(unsigned long)n);
	const char *answers[] = {_("Look at them"), _("Look later")};
	bool wants = dialog_ask(&ui->host, _("Likely duplicates"), text,
		answers, 2, 0) == 0;

	free(text);
	return wants;
}

/* Whoever stops the search has imported all the same. */
void
open_duplicates_of_change(struct ui *ui, const struct record_type *type,
	int64_t change)
{
	struct duplicates_state *state = make_state(ui, type);
	struct err err = ERR_INIT;
	size_t n = 0;

	state->change = change;
	if (find_all(ui, state, &err) == ERR_OK)
		for (size_t i = 0; i < state->parts.n; i++)
			n += state->parts.items[i].list.n;
	else if (err.code != ERR_CANCELLED)
		ui_fail(ui, &err);
	err_clear(&err);
	if (n > 0 && wants_to_look(ui, n + state->n_more))
		open_found(ui, state);
	else
		duplicates_close(ui, state);
}
