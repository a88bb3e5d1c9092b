/* 合并: two records that may be one and the same, side by side. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/fuse.h"
#include "records/load.h"
#include "records/ruling.h"
#include "records/words.h"
#include "screens/open.h"
#include "store/journal.h"
#include "store/site.h"
#include "tui/array.h"
#include "tui/list.h"

enum {
	COLUMN_WHAT,
	COLUMN_KEPT,
	COLUMN_OTHER,
	COLUMN_TAKE,
	COLUMN_N,
	FOOT_ROWS = 4,
	REASON_MAX = 200,
};

/* What a line of the comparison is about. */
enum line_kind {
	LINE_FIELD, /* in which they differ */
	LINE_PAIR,  /* two rows that become one */
	LINE_TOLD,  /* only to be read */
};

struct line {
	enum line_kind kind;
	size_t i; /* into fields or pairs */
};

struct merging_state {
	struct fuse fuse;
	char *refusal;  /* why they cannot be merged as they are, or NULL */
	bool shows_all; /* also fields in which they do not differ */
	bool revealed;
	VEC(struct line) lines; /* of the rows, in their order */
	struct array rows;
	char *names[2]; /* heads of the two columns */
	struct list_column columns[COLUMN_N];
	struct list list;
};

static const char *const takes[FUSE_TAKE_N] = {
	[FUSE_KEPT] = N_("keep"),
	[FUSE_OTHER] = N_("take"),
	[FUSE_BOTH] = N_("both"),
};

static void
add_line(struct merging_state *state, enum line_kind kind, size_t i,
	const char *what, const char *kept, const char *other,
	const char *take)
{
	const struct line line = {kind, i};
	struct row *row = array_add(&state->rows);

	vec_push(&state->lines, line);
	strvec_add(&row->cells, what);
	strvec_add(&row->cells, kept);
	strvec_add(&row->cells, other);
	strvec_add(&row->cells, take);
}

static void
add_field(struct merging_state *state, enum line_kind kind, size_t i,
	const struct field_type *field, const char *take)
{
	const struct fuse *fuse = &state->fuse;
	struct strbuf kept = STRBUF_INIT, other = STRBUF_INIT;

	record_show(fuse->store, &fuse->kept, field, !state->revealed, &kept);
	record_show(fuse->store, &fuse->other, field, !state->revealed,
		&other);
	add_line(state, kind, i, term_word(&field->term), kept.s, other.s,
		take);
	strbuf_clear(&kept);
	strbuf_clear(&other);
}

static bool
differs(const struct fuse *fuse, size_t field)
{
	for (size_t i = 0; i < fuse->fields.n; i++)
		if (fuse->fields.items[i].field == field)
			return true;
	return false;
}

/* Those that differ, then, where it is wanted, those that are alike. */
static void
add_fields(struct merging_state *state)
{
	const struct fuse *fuse = &state->fuse;
	const struct record_type *type = fuse->type;

	for (size_t i = 0; i < fuse->fields.n; i++) {
		const struct fuse_field *field = &fuse->fields.items[i];

		add_field(state, LINE_FIELD, i, &type->fields[field->field],
			_(takes[field->take]));
	}
	if (fuse_states_differ(fuse))
		add_field(state, LINE_TOLD, 0,
			record_field(type, type->state), _("keep"));
	for (size_t i = 0; state->shows_all && i < type->n_fields; i++)
		if (!differs(fuse, i) && (fuse->kept.values[i][0] != '\0' ||
				fuse->other.values[i][0] != '\0'))
			add_field(state, LINE_TOLD, 0, &type->fields[i], "");
}

/* "出席（党员） 2 3": what hangs on each. */
static void
add_hanging(struct merging_state *state)
{
	const struct fuse *fuse = &state->fuse;

	for (size_t i = 0; i < fuse->hanging.n; i++) {
		const struct fuse_hanging *hanging = &fuse->hanging.items[i];
		char *kept = xasprintf("%lld", (long long)hanging->n_kept);
		char *other = xasprintf("%lld", (long long)hanging->n_other);
		const struct term *inverse = &hanging->field->inverse;

		add_line(state, LINE_TOLD, 0,
			term_word(inverse->en != NULL ? inverse
						      : &hanging->type->term),
			kept, other, "");
		free(kept);
		free(other);
	}
}

static bool
is_place(const struct record_type *type, const struct field_type *field)
{
	return type->order != NULL && strcmp(field->name, type->order) == 0;
}

/* The values in which one row of a pair differs from the other, but for its
 * place in the list. */
static void
describe_row(const struct fuse *fuse, const struct record *row,
	const struct record *twin, struct strbuf *out)
{
	const struct record_type *type = row->type;

	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];

		if (strcmp(row->values[i], twin->values[i]) == 0 ||
			row->values[i][0] == '\0' || is_place(type, field) ||
			(field->kind == FIELD_REF &&
				field_ref(field) == fuse->type))
			continue;
		if (out->len > 0)
			strbuf_add(out, "  ");
		record_show(fuse->store, row, field, true, out);
	}
}

/* Whose rows they are, else what they are. */
static void
name_pair(const struct fuse *fuse, const struct record *row,
	struct strbuf *out)
{
	const struct record_type *type = row->type;

	if (type->owned_by != NULL)
		record_title_of(fuse->store, record_owner(type),
			record_ref(row, type->owned_by), out);
	else
		strbuf_add(out, term_word(&type->term));
}

static void
add_pair(struct merging_state *state, size_t i)
{
	const struct fuse *fuse = &state->fuse;
	const struct fuse_pair *pair = &fuse->pairs.items[i];
	const int64_t ids[] = {pair->stays, pair->goes};
	struct strbuf words[3] = {STRBUF_INIT, STRBUF_INIT, STRBUF_INIT};
	struct record rows[2];

	if (record_load(fuse->store, pair->type, ids[0], &rows[0], NULL) !=
		ERR_OK)
		return;
	if (record_load(fuse->store, pair->type, ids[1], &rows[1], NULL) ==
		ERR_OK) {
		describe_row(fuse, &rows[0], &rows[1], &words[0]);
		describe_row(fuse, &rows[1], &rows[0], &words[1]);
		record_clear(&rows[1]);
	}
	name_pair(fuse, &rows[0], &words[2]);
	record_clear(&rows[0]);
	add_line(state, pair->closed ? LINE_TOLD : LINE_PAIR, i, words[2].s,
		words[0].s, words[1].s, pair->closed ? _("both") : _("keep"));
	for (size_t k = 0; k < 3; k++)
		strbuf_clear(&words[k]);
}

static void
add_pairs(struct merging_state *state)
{
	const struct fuse *fuse = &state->fuse;

	for (size_t i = 0; i < fuse->pairs.n; i++)
		add_pair(state, i);
	for (size_t i = 0; i < fuse->emptied.n; i++)
		add_line(state, LINE_TOLD, 0,
			term_word(&fuse->emptied.items[i].field->term),
			_("emptied: it would lead to itself"), "", "");
}

static void
name_columns(struct merging_state *state)
{
	const struct record *const records[] = {&state->fuse.kept,
		&state->fuse.other};
	const struct list_column columns[COLUMN_N] = {
		{.name = C_("merging", "What"), .cols = 16, .least = 8},
		{.cols = 20, .least = 8, .grows = true},
		{.cols = 20, .least = 8, .grows = true},
		{.name = C_("merging", "Do"), .cols = 5},
	};

	memcpy(state->columns, columns, sizeof(columns));
	for (size_t i = 0; i < 2; i++) {
		struct strbuf title = STRBUF_INIT, name = STRBUF_INIT;

		record_title(state->fuse.store, records[i], &title);
		strbuf_addf(&name, i == 0 ? _("Kept: %s") : _("Goes: %s"),
			title.s);
		free(state->names[i]);
		state->names[i] = strbuf_detach(&name);
		state->columns[COLUMN_KEPT + i].name = state->names[i];
		strbuf_clear(&title);
	}
	list_set_columns(&state->list, state->columns, COLUMN_N);
}

static void
show(struct merging_state *state)
{
	rows_clear(&state->rows.rows);
	state->rows.shown.n = 0;
	state->lines.n = 0;
	add_fields(state);
	add_hanging(state);
	add_pairs(state);
	name_columns(state);
	list_reload(&state->list);
}

/* What will be, or why it cannot. */
static void
try_it(struct ui *ui, struct merging_state *state)
{
	const struct change_info info = ui_change_info(ui, "merge", "");
	struct err err = ERR_INIT;

	free(state->refusal);
	state->refusal = NULL;
	if (fuse_try(&state->fuse, &info, &err) != ERR_OK) {
		state->refusal = xstrdup(err.text);
		err_clear(&err);
	}
	show(state);
}

/* Looks at both anew. */
static void
compare_again(struct ui *ui, struct merging_state *state)
{
	struct fuse fuse;
	struct err err = ERR_INIT;

	if (fuse_begin(state->fuse.store, state->fuse.type,
		    state->fuse.kept.id, state->fuse.other.id, &fuse,
		    &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	fuse_clear(&state->fuse);
	state->fuse = fuse;
	try_it(ui, state);
}

static void
merging_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct merging_state *state = data;

	(void)ui;
	strbuf_addf(out, _("Merge two of the type %s"),
		term_word(&state->fuse.type->term));
}

static const char *
merging_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Two records that may be the same. First come the fields in "
		  "which they differ: Space chooses whose value stays, and of "
		  "long texts both. Then stands what hangs on each, and rows "
		  "that become one, of which Space chooses the one that stays. "
		  "F4 keeps the other record instead. F2 merges them: all that "
		  "hangs on the one that goes is led to the one that is kept, "
		  "and its number leads there from then on. This can be taken "
		  "back at any time, also when both have been worked with. F6 "
		  "says that the two are not the same, and they are not shown "
		  "as duplicates again.");
}

static void
merging_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct merging_state *state = data;

	(void)ui;
	keymap_live_init(live, CONTEXT_LIST);
	keymap_live_name(live, ACTION_RUN, _("Merge"),
		_("Merge the two as it stands here, after asking."));
	keymap_live_name(live, ACTION_SWITCH, _("Other side"),
		_("Choose the value of the other one."));
	keymap_live_name(live, ACTION_DEED, _("Swap"),
		_("Keep the other record instead."));
	keymap_live_name(live, ACTION_STEP, _("Not the same"),
		_("The two are not the same; do not ask again."));
	keymap_live_name(live, ACTION_WIDEN, _("All fields"),
		_("Show all fields, or only those that differ."));
	if (!state->revealed)
		keymap_live_add(live, ACTION_REVEAL);
	list_live(&state->list, live);
}

static char *
consequence(const struct merging_state *state)
{
	const struct fuse *fuse = &state->fuse;
	unsigned long n = (unsigned long)fuse->n_turned;
	struct strbuf title = STRBUF_INIT;
	char *text;

	if (state->refusal != NULL)
		return xstrdup(state->refusal);
	record_title(fuse->store, &fuse->kept, &title);
	text = xasprintf(P_("%zu record is led to “%s”; this can be taken back "
			    "at any time.",
				 "%zu records are led to “%s”; this can be "
				 "taken back at any time.", n),
		fuse->n_turned, title.s);
	strbuf_clear(&title);
	return text;
}

static void
merging_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct merging_state *state = data;
	struct term *term = ui->app->term;
	struct rect rest = *body, foot = *body;
	const struct row *row = list_chosen(&state->list);
	char *text = consequence(state);

	foot.rows = rest.rows > 3 * FOOT_ROWS ? FOOT_ROWS : 2;
	rest.rows -= foot.rows;
	foot.row += rest.rows;
	ui_draw_text(term, &foot, foot.rows > 2 ? 2 : 1, text,
		state->refusal != NULL ? STYLE_WARNING : STYLE_TITLE);
	for (int i = COLUMN_KEPT; row != NULL && i <= COLUMN_OTHER; i++)
		ui_draw_text(term, &foot, 1, row->cells.items[i], STYLE_DIM);
	list_draw(&state->list, term, &rest, true);
	free(text);
}

/* Space goes through what a field can be, and from one row of a pair to the
 * other. */
static void
switch_side(struct ui *ui, struct merging_state *state)
{
	const struct row *row = list_chosen(&state->list);
	const struct line *line = row != NULL
		? &state->lines.items[row->id] : NULL;
	struct fuse *fuse = &state->fuse;

	if (line == NULL || line->kind == LINE_TOLD) {
		ui_say(ui, _("There is nothing to choose on this line."));
		return;
	}
	if (line->kind == LINE_PAIR) {
		fuse_prefer_row(fuse, fuse->pairs.items[line->i].goes);
		try_it(ui, state);
		return;
	}
	fuse_choose(fuse, line->i,
		(fuse->fields.items[line->i].take + 1) % FUSE_TAKE_N);
	show(state);
}

static void
reveal(struct ui *ui, struct merging_state *state)
{
	const struct fuse *fuse = &state->fuse;
	const struct record *const both[] = {&fuse->kept, &fuse->other};
	struct err err = ERR_INIT;

	for (size_t i = 0; i < 2; i++)
		if (journal_note(ui->app->store, "reveal",
			    ui->app->operator_id, ui->app->operator_name,
			    fuse->type->name, both[i]->id,
			    _("numbers looked at while merging"), &err) !=
			ERR_OK) {
			ui_fail(ui, &err);
			return;
		}
	state->revealed = true;
	show(state);
}

static void
merge(struct ui *ui, struct merging_state *state)
{
	const struct change_info info = ui_change_info(ui, "merge", "");
	struct strbuf title = STRBUF_INIT;
	struct err err = ERR_INIT;
	int64_t change;
	char *text = consequence(state);
	bool sure = state->refusal == NULL &&
		dialog_confirm(&ui->host, _("Merge"), text, _("Merge"));
	enum err_code code = ERR_OK;

	if (state->refusal != NULL)
		ui_say(ui, "%s", state->refusal);
	free(text);
	if (!sure)
		return;
	code = fuse_run(&state->fuse, &info, &change, &err);
	if (code == ERR_STALE)
		compare_again(ui, state);
	if (code != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	record_title(state->fuse.store, &state->fuse.kept, &title);
	ui->saved = state->fuse.kept.id;
	ui_back(ui);
	ui_say(ui, _("Merged into %s; its menu can take that back."), title.s);
	strbuf_clear(&title);
}

static void
rule_distinct(struct ui *ui, struct merging_state *state)
{
	const struct change_info info = ui_change_info(ui, "distinct", "");
	const struct fuse *fuse = &state->fuse;
	struct strbuf reason = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct change *change;
	enum err_code code;

	if (!dialog_input(&ui->host, _("Not the same"),
		    _("By what does one know it? It may stay empty."),
		    REASON_MAX, &reason)) {
		strbuf_clear(&reason);
		return;
	}
	code = change_begin(fuse->store, &info, &change, &err);
	if (code == ERR_OK)
		code = change_end(change, ruling_make(change, fuse->type,
			RULING_DISTINCT, fuse->kept.id, fuse->other.id,
			reason.s, &err), &err);
	strbuf_clear(&reason);
	if (code != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	ui_back(ui);
	ui_say(ui, _("Noted: they are not the same."));
}

static bool
merging_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct merging_state *state = data;

	switch (action) {
	case ACTION_RUN:
		merge(ui, state);
		return true;
	case ACTION_SWITCH:
		switch_side(ui, state);
		return true;
	case ACTION_DEED:
		fuse_swap(&state->fuse);
		try_it(ui, state);
		return true;
	case ACTION_STEP:
		rule_distinct(ui, state);
		return true;
	case ACTION_WIDEN:
		state->shows_all = !state->shows_all;
		show(state);
		return true;
	case ACTION_REVEAL:
		reveal(ui, state);
		return true;
	default:
		break;
	}
	return ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED;
}

/* The language may be another. */
static void
merging_returned(struct ui *ui, void *data)
{
	(void)ui;
	show(data);
}

static void
merging_close(struct ui *ui, void *data)
{
	struct merging_state *state = data;

	(void)ui;
	list_clear(&state->list);
	array_clear(&state->rows);
	vec_clear(&state->lines);
	fuse_clear(&state->fuse);
	free(state->refusal);
	free(state->names[0]);
	free(state->names[1]);
	free(state);
}

static const struct screen merging_screen = {
	.title = merging_title,
	.help = merging_help,
	.live = merging_live,
	.draw = merging_draw,
	.handle = merging_handle,
	.returned = merging_returned,
	.close = merging_close,
};

void
open_merging(struct ui *ui, const struct record_type *type, int64_t one,
	int64_t other)
{
	struct merging_state *state;
	struct window_source source;
	struct fuse fuse;
	struct err err = ERR_INIT;

	if (ui_is_read_only(ui))
		return;
	if (fuse_begin(ui->app->store, type, one, other, &fuse, &err) !=
		ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	state = xcalloc(1, sizeof(*state));
	fuse_prefer_older(&fuse);
	state->fuse = fuse;
	array_init(&state->rows);
	array_source(&state->rows, &source);
	list_init(&state->list, state->columns, COLUMN_N, &source, &ui->clip);
	name_columns(state);
	try_it(ui, state);
	ui_open(ui, &merging_screen, state);
}
