/* Made in two steps: what would become of each record is found out and shown,
 * then it is done, unless somebody else has changed one of them meanwhile. */
#include "screens/bulk.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/save.h"
#include "records/value.h"
#include "records/words.h"
#include "screens/open.h"
#include "screens/pick.h"
#include "tui/index.h"
#include "tui/list.h"
#include "tui/progress.h"
#include "tui/wrap.h"

enum { RECORDS_MAX = 100000, PROGRESS_EVERY = 64, FOOT_MAX = 2 };

/* The columns of what is shown before it is done. */
enum { COLUMN_NAME, COLUMN_OLD, COLUMN_NEW, COLUMN_WHY, COLUMNS_N };

static const struct list_column columns[COLUMNS_N] = {
	[COLUMN_NAME] = {.name = N_("Record"),
		.cols = 22, .least = 14, .grows = true},
	[COLUMN_OLD] = {.name = N_("Now"),
		.cols = 16, .least = 10, .grows = true},
	[COLUMN_NEW] = {.name = N_("Then"),
		.cols = 16, .least = 10, .grows = true},
	[COLUMN_WHY] = {.name = N_("Why it stays"),
		.cols = 22, .least = 12, .grows = true},
};

/* What would become of one record. */
struct fate {
	int64_t id;
	int64_t version; /* that was looked at */
	char *why;       /* it is refused; NULL: it would change */
};

struct bulk_state {
	const struct record_type *type;
	const struct field_type *field;
	struct store *store;
	char *value; /* stored form */
	char *word;  /* the same as it is shown */
	VEC(struct fate) refused;
	VEC(struct fate) changing;
	size_t n_same; /* that have the value already */
	struct id_set *marks; /* of the list below */
	struct index index; /* the refused, then the changing ones */
	struct list list;
	struct list_column columns[COLUMNS_N];
};

/* Fields that several records may share. */
static bool
can_be_shared(const struct record_type *type, const struct field_type *field)
{
	return !(field->flags & (FIELD_UNIQUE | FIELD_READONLY |
			 FIELD_INITIALS | FIELD_SENSITIVE)) &&
		(type->state == NULL ||
			strcmp(field->name, type->state) != 0) &&
		strcmp(field->name, type->title[0]) != 0;
}

/* A reference may be emptied as well. */
static bool
ask_reference(struct ui *ui, const struct field_type *field,
	struct strbuf *value)
{
	enum { BACK, CHOOSE, EMPTY };
	const char *const answers[] = {_("Leave it as it is"),
		_("Choose one …"), _("Empty the field")};
	size_t answer = dialog_ask(&ui->host, term_word(&field->term),
		_("What shall stand there?"), answers, 3, BACK);

	strbuf_reset(value);
	if (answer == CHOOSE)
		return choose_value(ui, field, "", value);
	return answer == EMPTY;
}

/* The value for all, typed or chosen; "" empties the field. */
static bool
ask_value(struct ui *ui, const struct field_type *field, struct strbuf *value)
{
	struct strbuf typed = STRBUF_INIT;
	struct err err = ERR_INIT;
	char today[DATE_SIZE];
	bool done = false;

	if (field->kind == FIELD_REF && !(field->flags & FIELD_REQUIRED))
		return ask_reference(ui, field, value);
	if (field->kind == FIELD_CODE || field->kind == FIELD_BOOL ||
		field->kind == FIELD_REF)
		return choose_value(ui, field, "", value);
	world_today(ui->app->world, today);
	while (!done && dialog_input(&ui->host, term_word(&field->term),
				_("The new value for all of them; none empties the field:"),
				field_max(field), &typed)) {
		strbuf_reset(value);
		done = value_normalise(field, typed.s, today, value, &err) ==
			ERR_OK;
		if (!done)
			dialog_tell(&ui->host, term_word(&field->term),
				err.text);
	}
	err_clear(&err);
	strbuf_clear(&typed);
	return done;
}

static enum err_code
collect(void *data, const struct query_row *row, struct err *err)
{
	struct id_set *ids = data;

	if (ids->n == RECORDS_MAX)
		return err_set(err, ERR_DENIED,
			_("These are more than %d records; narrow the list "
			  "down first."), RECORDS_MAX);
	vec_push(ids, row->id);
	return ERR_OK;
}

bool
bulk_collect(struct ui *ui, const struct query *query, struct id_set *ids)
{
	static const char *const nothing[] = {"id"};
	struct id_set found = {0};
	struct err err = ERR_INIT;
	bool done = query_each_row(ui->app->store, query, nothing, 1, collect,
		&found, &err) == ERR_OK;

	if (done)
		id_set_put_all(ids, found.items, found.n);
	else
		ui_fail(ui, &err);
	id_set_clear(&found);
	return done;
}

static void
add_fate(struct bulk_state *state, const struct record *record, char *why)
{
	struct fate fate = {record->id, record->version, why};

	if (why != NULL)
		vec_push(&state->refused, fate);
	else
		vec_push(&state->changing, fate);
}

/* What would become of one record; one that has gone is left out. */
static enum err_code
look_at(struct bulk_state *state, int64_t id, struct err *err)
{
	struct err refused = ERR_INIT;
	struct record record;
	enum err_code code = record_load(state->store, state->type, id,
		&record, err);

	if (code != ERR_OK)
		return code;
	if (strcmp(record_get(&record, state->field->name), state->value) ==
		0) {
		state->n_same++;
	} else {
		record_set(&record, state->field->name, state->value);
		code = record_try(state->store, &record, &refused);
		add_fate(state, &record, code == ERR_OK
			? NULL : xstrdup(refused.text));
	}
	err_clear(&refused);
	record_clear(&record);
	return ERR_OK;
}

static enum err_code
stopped(struct job *job, size_t done, size_t total, struct err *err)
{
	if (done % PROGRESS_EVERY != 0)
		return ERR_OK;
	job_progress(job, _("checking"), done, total);
	return job_cancelled(job) ? err_set(err, ERR_CANCELLED,
		_("Stopped; nothing was changed.")) : ERR_OK;
}

static enum err_code
look_at_all(struct ui *ui, struct bulk_state *state, const struct id_set *ids,
	struct err *err)
{
	struct progress progress;
	enum err_code code = ERR_OK;

	progress_init(&progress, &ui->host, _("Change one field"));
	for (size_t i = 0; code == ERR_OK && i < ids->n; i++) {
		code = stopped(&progress.job, i, ids->n, err);
		if (code == ERR_OK)
			code = look_at(state, ids->items[i], err);
	}
	progress_clear(&progress);
	return code;
}

/* Saves one record as it was shown, or says who stands in the way. */
static enum err_code
change_one(struct change *change, const struct bulk_state *state,
	const struct fate *fate, struct err *err)
{
	struct strbuf title = STRBUF_INIT;
	struct err refused = ERR_INIT;
	struct record record;
	enum err_code code = record_load(state->store, state->type, fate->id,
		&record, err);

	if (code != ERR_OK)
		return code;
	record_title(state->store, &record, &title);
	if (record.version != fate->version) {
		code = err_set(err, ERR_STALE,
			_("%s has been changed by somebody else meanwhile; "
			  "nothing was changed. Go back and look again."),
			title.s);
	} else {
		record_set(&record, state->field->name, state->value);
		code = record_save(change, &record, NULL, NULL, &refused);
		if (code != ERR_OK)
			err_set(err, code, _("%s: %s Nothing was changed."),
				title.s, refused.text);
	}
	err_clear(&refused);
	record_clear(&record);
	strbuf_clear(&title);
	return code;
}

static enum err_code
change_all(struct ui *ui, const struct bulk_state *state, struct err *err)
{
	struct change_info info = ui_change_info(ui, "bulk",
		term_word(&state->field->term));
	struct progress progress;
	struct change *change;
	enum err_code code = change_begin(state->store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	progress_init(&progress, &ui->host, _("Change one field"));
	for (size_t i = 0; code == ERR_OK && i < state->changing.n; i++) {
		code = stopped(&progress.job, i, state->changing.n, err);
		if (code == ERR_OK)
			code = change_one(change, state,
				&state->changing.items[i], err);
		change_progress(change, NULL, "", i, state->changing.n);
	}
	progress_clear(&progress);
	return change_end(change, code, err);
}

static const struct fate *
fate_at(const struct bulk_state *state, size_t i)
{
	return i < state->refused.n ? &state->refused.items[i]
		: &state->changing.items[i - state->refused.n];
}

static int64_t
row_id(void *data, size_t i)
{
	return fate_at(data, i)->id;
}

static void
fill_row(void *data, size_t i, struct strvec *cells)
{
	const struct bulk_state *state = data;
	const struct fate *fate = fate_at(state, i);
	struct strbuf title = STRBUF_INIT, old = STRBUF_INIT;
	struct record record;

	if (record_load(state->store, state->type, fate->id, &record, NULL) ==
		ERR_OK) {
		record_title(state->store, &record, &title);
		record_show(state->store, &record, state->field, true, &old);
		record_clear(&record);
	}
	strvec_add(cells, title.s);
	strvec_add(cells, old.s);
	strvec_add(cells, fate->why == NULL ? state->word : "");
	strvec_add(cells, fate->why == NULL ? "" : fate->why);
	strbuf_clear(&title);
	strbuf_clear(&old);
}

static void
bulk_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct bulk_state *state = data;

	(void)ui;
	strbuf_addf(out, _("%s: “%s” becomes “%s”"),
		term_word(&state->type->term), term_word(&state->field->term),
		state->word);
}

static const char *
bulk_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("What would become of each record: the refused ones stand "
		  "first and stay as they are. F2 changes the others, all at "
		  "once; Ctrl-Z in the list takes that back.");
}

static void
bulk_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct bulk_state *state = data;

	(void)ui;
	keymap_live_init(live, list_context(&state->list));
	if (state->changing.n > 0)
		keymap_live_add(live, ACTION_RUN);
	keymap_live_add(live, ACTION_BACK);
	list_live(&state->list, live);
}

static void
make_head(const struct bulk_state *state, struct strbuf *out)
{
	strbuf_addf(out, _("To be changed: %zu. Refused: %zu. The same "
			   "already: %zu."), state->changing.n,
		state->refused.n, state->n_same);
}

/* The reason why the chosen one stays. */
static void
make_foot(struct bulk_state *state, int cols, struct strvec *lines)
{
	const struct row *row = list_chosen(&state->list);

	if (row != NULL && fate_at(state, index_of(row))->why != NULL)
		wrap_text(fate_at(state, index_of(row))->why, cols, lines);
}

static void
bulk_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct bulk_state *state = data;
	struct rect rows = *body;
	struct strvec lines = VEC_INIT;
	struct strbuf head = STRBUF_INIT;
	int foot = state->refused.n > 0 ? FOOT_MAX : 0;

	make_head(state, &head);
	term_put_cut(ui->app->term, body->row, body->col, body->cols, head.s,
		STYLE_TITLE);
	rows.row++;
	rows.rows -= 1 + foot;
	list_draw(&state->list, ui->app->term, &rows, true);
	make_foot(state, body->cols, &lines);
	for (int i = 0; i < foot; i++)
		term_put(ui->app->term, rows.row + rows.rows + i, body->col,
			body->cols, (size_t)i < lines.n ? lines.items[i] : "",
			STYLE_WARNING);
	strvec_clear(&lines);
	strbuf_clear(&head);
}

static void
do_it(struct ui *ui, struct bulk_state *state)
{
	struct err err = ERR_INIT;
	size_t n = state->changing.n;

	if (change_all(ui, state, &err) != ERR_OK) {
		ui_fail(ui, &err);
		return;
	}
	id_set_clear(state->marks);
	ui_back(ui);
	ui_say(ui, P_("%zu record has been changed; Ctrl-Z takes it back.",
		"%zu records have been changed; Ctrl-Z takes it back.",
		(unsigned long)n), n);
}

static bool
bulk_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct bulk_state *state = data;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	if (action != ACTION_RUN)
		return false;
	do_it(ui, state);
	return true;
}

/* The language may be another. */
static void
name_columns(struct ui *ui, void *data)
{
	struct bulk_state *state = data;
	struct strbuf word = STRBUF_INIT;

	(void)ui;
	ui_name_columns(columns, COLUMNS_N, state->columns);
	if (state->value[0] == '\0')
		strbuf_add(&word, C_("value", "(nothing)"));
	else
		words_of_value(state->store, state->field, state->value,
			true, &word);
	free(state->word);
	state->word = strbuf_detach(&word);
	list_reload(&state->list);
}

static void
bulk_close(struct ui *ui, void *data)
{
	struct bulk_state *state = data;

	(void)ui;
	for (size_t i = 0; i < state->refused.n; i++)
		free(state->refused.items[i].why);
	vec_clear(&state->refused);
	vec_clear(&state->changing);
	list_clear(&state->list);
	free(state->value);
	free(state->word);
	free(state);
}

static const struct screen bulk_screen = {
	.title = bulk_title,
	.help = bulk_help,
	.live = bulk_live,
	.draw = bulk_draw,
	.handle = bulk_handle,
	.returned = name_columns,
	.close = bulk_close,
};

static void
show_fates(struct ui *ui, const struct record_type *type,
	const struct field_type *field, const char *value,
	const struct id_set *ids, struct id_set *marks)
{
	struct bulk_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;
	struct err err = ERR_INIT;

	state->type = type;
	state->field = field;
	state->store = ui->app->store;
	state->value = xstrdup(value);
	state->marks = marks;
	state->index = (struct index){0, row_id, fill_row, state};
	index_source(&state->index, &source);
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	if (look_at_all(ui, state, ids, &err) != ERR_OK) {
		ui_fail(ui, &err);
		bulk_close(ui, state);
		return;
	}
	state->index.n = state->refused.n + state->changing.n;
	state->list.empty = _("All of them have this value already.");
	name_columns(ui, state);
	ui_open(ui, &bulk_screen, state);
}

void
open_bulk(struct ui *ui, const struct record_type *type,
	const struct id_set *ids, struct id_set *marks)
{
	const struct field_type *field = choose_field(ui, type,
		_("Which field of all of them?"), can_be_shared);
	struct strbuf value = STRBUF_INIT;

	if (field != NULL && ask_value(ui, field, &value))
		show_fates(ui, type, field, value.s, ids, marks);
	strbuf_clear(&value);
}
