/* 恢复: the copies beside the database, the newest first, and any other. */
#include "screens/restore.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/open.h"
#include "store/backup_list.h"
#include "tui/array.h"
#include "tui/folder.h"
#include "tui/list.h"

enum { COLUMNS_N = 4 };

struct copies_state {
	struct backup_list copies;
	struct array rows; /* one a copy, and one for any other file */
	struct list_column columns[COLUMNS_N];
	struct list list;
};

static const char *const kind_words[BACKUP_N] = {
	[BACKUP_DAILY] = N_("Daily copy"),
	[BACKUP_BEFORE_RESTORE] = N_("Before a restore"),
	[BACKUP_BEFORE_UPDATE] = N_("Before an update"),
};

static void
add_copy(struct copies_state *state, const struct backup_entry *copy)
{
	struct row *row = array_add(&state->rows);
	char *word = xasprintf("%s %s", _(kind_words[copy->kind]), copy->made);
	char *size = folder_show_size((int64_t)copy->bytes);
	char time[TIME_SIZE] = "";

	if (copy->newest_at != 0)
		date_time_of_moment(copy->newest_at, time);
	strvec_add(&row->cells, word);
	strvec_add(&row->cells, time);
	strvec_add(&row->cells, copy->newest_by);
	strvec_add(&row->cells, size);
	free(word);
	free(size);
}

static void
add_other_file(struct copies_state *state)
{
	struct row *row = array_add(&state->rows);

	strvec_add(&row->cells, _("Another file …"));
	for (int i = 1; i < COLUMNS_N; i++)
		strvec_add(&row->cells, "");
}

static void
copies_title(struct ui *ui, void *data, struct strbuf *out)
{
	(void)ui;
	(void)data;
	strbuf_add(out, _("Restore"));
}

static const char *
copies_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("The copies that lie beside the database: one of each of the "
		  "last days on which it was opened, and what it was before a "
		  "restore or an update. The last line takes any other file, "
		  "as on a stick. Enter checks a copy and shows what it holds; "
		  "nothing is replaced before you say so.");
}

static void
copies_live(struct ui *ui, void *data, struct keymap_live *live)
{
	const struct copies_state *state = data;

	(void)ui;
	keymap_live_init(live, list_context(&state->list));
	keymap_live_add(live, ACTION_OPEN);
	list_live(&state->list, live);
}

static void
copies_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct copies_state *state = data;
	struct rect rest = *body;

	ui_draw_text(ui->app->term, &rest, 2,
		_("Which copy shall the database be restored from?"),
		STYLE_TITLE);
	list_draw(&state->list, ui->app->term, &rest, true);
}

static void
look_at(struct ui *ui, const struct copies_state *state, size_t index)
{
	char *path;

	if (index < state->copies.n)
		path = xstrdup(state->copies.items[index].path);
	else
		path = choose_file(ui, _("Which copy?"), NULL);
	if (path != NULL)
		open_restore_of(ui, path, ui->app->db_path);
	free(path);
}

static bool
copies_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct copies_state *state = data;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	if (action != ACTION_OPEN)
		return false;
	look_at(ui, state, (size_t)list_chosen(&state->list)->id);
	return true;
}

static void
copies_close(struct ui *ui, void *data)
{
	struct copies_state *state = data;

	(void)ui;
	list_clear(&state->list);
	array_clear(&state->rows);
	backup_list_clear(&state->copies);
	free(state);
}

static const struct screen copies_screen = {
	.title = copies_title,
	.help = copies_help,
	.live = copies_live,
	.draw = copies_draw,
	.handle = copies_handle,
	.close = copies_close,
};

void
open_restore(struct ui *ui)
{
	struct copies_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;

	state->columns[0] = (struct list_column){
		.name = _("Copy"), .cols = 24, .least = 19, .grows = true};
	state->columns[1] = (struct list_column){
		.name = _("Last change"), .cols = 16};
	state->columns[2] = (struct list_column){
		.name = _("Who"), .cols = 10, .least = 6};
	state->columns[3] = (struct list_column){
		.name = _("Size"), .cols = 8, .right = true};
	backup_list_load(ui->app->db_path, &state->copies);
	array_init(&state->rows);
	for (size_t i = 0; i < state->copies.n; i++)
		add_copy(state, &state->copies.items[i]);
	add_other_file(state);
	array_source(&state->rows, &source);
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	ui_open(ui, &copies_screen, state);
}

/* Asks for a folder of this computer; NULL where the person went back. */
static char *
ask_place(struct ui *ui)
{
	return choose_file(ui, _("Where shall the database be kept?"),
		"ronghe.db");
}

void
open_restore_here(struct ui *ui)
{
	char *to = app_usual_path(ui->app->world);

	if (file_medium_of(to) != FILE_LOCAL) {
		free(to);
		to = ask_place(ui);
	}
	if (to != NULL)
		open_restore_of(ui, ui->app->db_path, to);
	free(to);
}
