/* What a copy holds beside what the database holds, and putting it in its
 * place. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/query.h"
#include "screens/open.h"
#include "screens/restore.h"
#include "screens/screens.h"
#include "store/restore.h"
#include "tui/array.h"
#include "tui/list.h"
#include "tui/progress.h"

enum { COLUMNS_N = 3, FOOT_ROWS = 3 };

struct look_state {
	char *from;
	char *to;
	struct restore *restore;
	struct store *present; /* at to; NULL: none, or it cannot be read */
	struct store *opened;  /* the same, where it was opened for this */
	char *trouble;         /* why it cannot be read, or NULL */
	struct journal_ids lost;   /* changes that the copy does not have, */
	struct journal_ids gained; /* and that it alone has */
	uint64_t n_common;
	struct array rows;
	struct list_column columns[COLUMNS_N];
	struct list list;
};

/* A line of the comparison: takes both words over. */
static void
add_line(struct look_state *state, const char *what, char *copy, char *present)
{
	struct row *row = array_add(&state->rows);

	strvec_add(&row->cells, what);
	strvec_add(&row->cells, copy);
	strvec_add(&row->cells, present);
	free(copy);
	free(present);
}

static enum err_code
take_name(void *data, const struct record *office, struct err *err)
{
	char **name = data;

	(void)err;
	free(*name);
	*name = xstrdup(record_get(office, "name"));
	return ERR_OK;
}

/* "" without a store, as in all of these. */
static char *
office_of(struct store *store)
{
	char *name = xstrdup("");
	struct query query;

	query_init(&query, &office_type);
	if (store != NULL)
		(void)query_each(store, &query, take_name, &name, NULL);
	query_clear(&query);
	return name;
}

static char *
newest_of(struct store *store)
{
	int64_t at = store != NULL ? store_newest_moment(store) : 0;
	char time[TIME_SIZE] = "";

	if (at != 0)
		date_time_of_moment(at, time);
	return xstrdup(time);
}

static char *
count_of(struct store *store, const struct record_type *type)
{
	struct query query;
	int64_t n = 0;

	if (store == NULL)
		return xstrdup("");
	query_init(&query, type);
	(void)query_count(store, &query, 0, &n, NULL);
	query_clear(&query);
	return xasprintf("%lld", (long long)n);
}

static void
add_lines(struct look_state *state)
{
	struct store *copy = restore_store(state->restore);
	struct store *present = state->present;

	add_line(state, term_word(&office_type.term), office_of(copy),
		office_of(present));
	add_line(state, _("Last change"), newest_of(copy), newest_of(present));
	for (size_t i = 0; i < record_types_n; i++)
		if (record_types[i] != &office_type)
			add_line(state, term_word(&record_types[i]->term),
				count_of(copy, record_types[i]),
				count_of(present, record_types[i]));
	if (present != NULL)
		add_line(state, _("Changes only in it"),
			xasprintf("%zu", state->gained.n),
			xasprintf("%zu", state->lost.n));
}

/* What the database holds may have changed since it was compared last. */
static void
compare(struct ui *ui, struct look_state *state)
{
	struct store *copy = restore_store(state->restore);
	struct err err = ERR_INIT;
	enum err_code code = ERR_OK;

	state->lost.n = state->gained.n = 0;
	if (state->present != NULL) {
		code = journal_missing(state->present, copy, &state->lost,
			&state->n_common, &err);
		if (code == ERR_OK)
			code = journal_missing(copy, state->present,
				&state->gained, &state->n_common, &err);
	}
	if (code != ERR_OK)
		ui_fail(ui, &err);
	rows_clear(&state->rows.rows);
	state->rows.shown.n = 0;
	add_lines(state);
	list_reload(&state->list);
}

/* What would become of what the database holds; on the heap. */
static char *
consequence(const struct look_state *state)
{
	size_t n = state->lost.n;
	char *name, *text;

	if (state->trouble != NULL)
		return xasprintf(
			_("What the present database holds cannot be said: %s"),
			state->trouble);
	if (state->present == NULL) {
		name = file_shown(state->to);
		text = xasprintf(_("There is no database at %s yet."), name);
		free(name);
		return text;
	}
	if (n == 0)
		return xstrdup(_("Everything that was saved in the present "
			"database stands in this copy too."));
	if (state->n_common == 0)
		return xstrdup(_("This copy is not of the present database: "
			"none of its changes comes from it."));
	return xasprintf(
		P_("%zu change was saved since and does not stand in this "
		   "copy.",
			"%zu changes were saved since and do not stand in this "
			"copy.", n), n);
}

static void
look_title(struct ui *ui, void *data, struct strbuf *out)
{
	(void)ui;
	(void)data;
	strbuf_add(out, _("What the copy holds"));
}

static const char *
look_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("The copy has been checked and is whole. What it holds "
		  "stands beside what the database holds now. F2 asks once "
		  "more and then puts the copy in the place of the database; "
		  "the present file is kept under another name, and what was "
		  "typed and not saved stays.");
}

static void
look_live(struct ui *ui, void *data, struct keymap_live *live)
{
	const struct look_state *state = data;

	(void)ui;
	keymap_live_init(live, list_context(&state->list));
	keymap_live_add(live, ACTION_RESTORE);
	if (state->lost.n > 0)
		keymap_live_add(live, ACTION_OPEN);
	list_live(&state->list, live);
}

static void
look_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct look_state *state = data;
	struct term *term = ui->app->term;
	struct rect rest = *body, foot;
	char *text = consequence(state), *name = file_shown(state->from);

	ui_draw_text(term, &rest, 2, name, STYLE_TITLE);
	free(name);
	foot = rest;
	foot.rows = rest.rows > 3 * FOOT_ROWS ? FOOT_ROWS : 2;
	rest.rows -= foot.rows;
	foot.row += rest.rows;
	ui_draw_text(term, &foot, foot.rows, text,
		state->lost.n > 0 || state->trouble != NULL ? STYLE_WARNING
							    : STYLE_NORMAL);
	list_draw(&state->list, term, &rest, true);
	free(text);
}

/* From now on the program shows what stands at path, which is taken over. */
static void
go_on_with(struct ui *ui, char *path)
{
	struct err err = ERR_INIT;

	free(ui->app->db_path);
	ui->app->db_path = path;
	(void)screens_enter(ui, &err);
	err_clear(&err);
}

static enum err_code
finish(struct ui *ui, struct restore *restore, char **kept, struct err *err)
{
	enum err_code code;

	do
		code = restore_finish(restore, kept, err);
	while (code == ERR_BUSY && dialog_confirm(&ui->host, _("Restore"),
					   err->text, _("Try again")));
	return code;
}

static void
tell_done(struct ui *ui, const char *from, const char *to, const char *kept)
{
	struct strbuf text = STRBUF_INIT;
	bool is_elsewhere = strcmp(to, ui->app->db_path) != 0;
	char *names[] = {file_shown(to), file_shown(from),
		file_shown(kept != NULL ? kept : "")};

	strbuf_addf(&text, _("The database %s is now as in the copy %s."),
		names[0], names[1]);
	if (kept != NULL) {
		strbuf_add_char(&text, '\n');
		strbuf_addf(&text, _("What was there before is kept as %s."),
			names[2]);
	}
	if (is_elsewhere) {
		strbuf_add_char(&text, '\n');
		strbuf_addf(&text, _("To open it the next time, start the "
				     "program with: ronghe -d %s"), names[0]);
	}
	dialog_tell(&ui->host, _("Restore"), text.s);
	strbuf_clear(&text);
	for (size_t i = 0; i < 3; i++)
		free(names[i]);
}

/* All screens show the database that goes away; what was typed in them is
 * kept as drafts. */
static void
put_in_place(struct ui *ui, struct look_state *state)
{
	struct restore *restore = state->restore;
	char *from = state->from, *to = state->to, *kept = NULL;
	char *before = xstrdup(ui->app->db_path);
	struct err err = ERR_INIT;

	state->restore = NULL;
	state->from = state->to = NULL;
	ui_close_screens(ui);
	status_set_place(&ui->status, _("Restore"));
	app_close_store(ui->app);
	if (finish(ui, restore, &kept, &err) == ERR_OK) {
		tell_done(ui, from, to, kept);
		go_on_with(ui, xstrdup(to));
	} else {
		dialog_tell(&ui->host, _("Restore"), err.text);
		go_on_with(ui, xstrdup(before));
	}
	restore_free(restore);
	err_clear(&err);
	free(before);
	free(kept);
	free(from);
	free(to);
}

static void
ask_and_restore(struct ui *ui, struct look_state *state)
{
	char *what, *text;
	bool sure;

	if (state->present != NULL && store_changed_elsewhere(state->present)) {
		compare(ui, state);
		ui_say(ui, _("Others have saved meanwhile; look once more."));
		return;
	}
	what = consequence(state);
	text = xasprintf(_("Shall this copy take the place of the database?  "
			   "The present file is kept under another name.\n%s"),
		what);
	sure = dialog_confirm(&ui->host, _("Restore"), text, _("Restore"));
	free(text);
	free(what);
	if (sure)
		put_in_place(ui, state);
}

static bool
look_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct look_state *state = data;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	switch (action) {
	case ACTION_RESTORE:
		ask_and_restore(ui, state);
		return true;
	case ACTION_OPEN:
		restore_open_lost(ui, state->present, &state->lost);
		return true;
	default:
		return false;
	}
}

static void
look_returned(struct ui *ui, void *data)
{
	compare(ui, data);
}

static void
look_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		compare(ui, data);
}

static void
look_close(struct ui *ui, void *data)
{
	struct look_state *state = data;

	(void)ui;
	list_clear(&state->list);
	array_clear(&state->rows);
	vec_clear(&state->lost);
	vec_clear(&state->gained);
	store_close(state->opened);
	restore_free(state->restore);
	free(state->trouble);
	free(state->from);
	free(state->to);
	free(state);
}

static const struct screen look_screen = {
	.title = look_title,
	.help = look_help,
	.live = look_live,
	.draw = look_draw,
	.handle = look_handle,
	.returned = look_returned,
	.tick = look_tick,
	.close = look_close,
};

/* The database whose place the copy would take, as far as it can be read. */
static void
open_present(struct ui *ui, struct look_state *state)
{
	struct app *app = ui->app;
	struct err err = ERR_INIT;
	bool is_open = app->store != NULL &&
		strcmp(store_path(app->store), state->to) == 0;

	if (is_open)
		state->present = app->store;
	else if (file_exists(state->to) &&
		store_open(state->to, app->world, STORE_READ_ONLY, NULL,
			&state->opened, &err) != ERR_OK)
		state->trouble = xstrdup(err.text);
	if (state->opened != NULL) {
		record_register(state->opened);
		state->present = state->opened;
	}
	err_clear(&err);
}

void
open_restore_of(struct ui *ui, const char *from, const char *to)
{
	struct look_state *state;
	struct restore *restore;
	struct window_source source;
	struct progress progress;
	struct err err = ERR_INIT;
	enum err_code code;

	progress_init(&progress, &ui->host, _("Restore"));
	code = restore_begin(from, to, ui->app->world, record_tables(),
		record_types_n, &progress.job, &restore, &err);
	progress_clear(&progress);
	if (code != ERR_OK) {
		dialog_tell(&ui->host, _("Restore"), err.text);
		err_clear(&err);
		return;
	}
	state = xcalloc(1, sizeof(*state));
	state->from = xstrdup(from);
	state->to = xstrdup(to);
	state->restore = restore;
	state->columns[0] = (struct list_column){
		.name = _("What"), .cols = 20, .least = 10, .grows = true};
	state->columns[1] = (struct list_column){
		.name = _("In the copy"), .cols = 24, .least = 12};
	state->columns[2] = (struct list_column){
		.name = _("At present"), .cols = 24, .least = 12};
	open_present(ui, state);
	array_init(&state->rows);
	array_source(&state->rows, &source);
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	compare(ui, state);
	ui_open(ui, &look_screen, state);
}
