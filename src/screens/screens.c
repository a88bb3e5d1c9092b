/* From opening the terminal to giving it back. */
#include "screens/screens.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "screens/first.h"
#include "screens/open.h"
#include "screens/settings.h"
#include "screens/ui.h"
#include "store/backup_list.h"
#include "tui/progress.h"

/* A failed assertion must not leave the terminal as it is. */
static void
last_words(int signal_number)
{
	term_last_words();
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

enum { DAY_SECONDS = 24 * 60 * 60 };

/* A clock that stands before the newest record is wrong: what is typed would
 * bear a false day.  The day that the person says holds for this session. */
static void
ask_today(struct ui *ui)
{
	struct world *world = ui->app->world;
	int64_t newest_at = store_newest_moment(ui->app->store);
	char newest[TIME_SIZE], today[DATE_SIZE], day[DATE_SIZE];
	struct strbuf typed = STRBUF_INIT;
	struct err err = ERR_INIT;
	bool settled = world->now(world) >= newest_at;
	char *text;

	world_today(world, today);
	date_time_of_moment(newest_at, newest);
	text = xasprintf(_("The clock of this computer says %s, but the newest "
			   "record is of %s. What is today's date? It holds "
			   "until you leave the program and is noted with all "
			   "that you save."), today, newest);
	while (!settled && dialog_input(&ui->host, _("The clock"), text,
				   DATE_SIZE * 2, &typed)) {
		if (date_parse(typed.s, today, day, &err) != ERR_OK) {
			dialog_tell(&ui->host, _("The clock"), err.text);
			continue;
		}
		settled = date_is_day(day) && strncmp(day, newest, 10) >= 0;
		if (settled)
			world->shift += (int64_t)DAY_SECONDS *
				date_days_between(today, day);
		else
			dialog_tell(&ui->host, _("The clock"),
				_("That is before the newest record."));
	}
	if (!settled)
		status_say(&ui->status, STYLE_WARNING,
			_("The clock of this computer stands before the newest "
			  "record (%s); set it right before you go on."),
			newest);
	free(text);
	err_clear(&err);
	strbuf_clear(&typed);
}

/* What else must be said about the open database, each with its way out. */
static void
open_beside(struct ui *ui)
{
	struct app *app = ui->app;
	struct err err = ERR_INIT;

	if (store_read_only(app->store) != NULL) {
		(void)ui_is_read_only(ui);
		return;
	}
	if (drafts_open(app->store, &app->drafts, &err) != ERR_OK)
		ui_fail(ui, &err);
	ask_today(ui);
}

/* Is who typed in another database of the office known to this one? */
static bool
is_known(struct ui *ui)
{
	struct app *app = ui->app;
	struct record operator;
	bool known;

	if (app->operator_id == 0 ||
		record_load(app->store, &operator_type, app->operator_id,
			&operator, NULL) != ERR_OK)
		return false;
	known = !operator.deleted;
	record_clear(&operator);
	return known;
}

/* Settles who types; false where the person would rather leave. */
static bool
settle_operator(struct ui *ui)
{
	struct app *app = ui->app;
	struct err err = ERR_INIT;

	if (is_known(ui))
		return true;
	if (app_settle_operator(app, &err) != ERR_OK)
		ui_fail(ui, &err);
	if (app->operator_id != 0 || store_read_only(app->store) != NULL)
		return true;
	return choose_operator(ui);
}

/* The database is open, and it is known who types. */
static void
stand_on_home(struct ui *ui)
{
	open_beside(ui);
	ui_refresh_frame(ui);
	open_home(ui);
	daily_copy_begin(&ui->copy, ui->app);
}

enum err_code
screens_enter(struct ui *ui, struct err *err)
{
	struct app *app = ui->app;
	struct progress progress;
	enum err_code code = ERR_OK;

	if (app->store == NULL) {
		progress_init(&progress, &ui->host, _("The database"));
		code = app_open_store(app, 0, &progress.job, err);
		for (size_t i = 0; i < progress.warnings.n; i++)
			dialog_tell(&ui->host, _("The database"),
				progress.warnings.items[i]);
		progress_clear(&progress);
	}
	if (code != ERR_OK)
		return code;
	ui_refresh_frame(ui);
	status_set_place(&ui->status, ui->office);
	if (settle_operator(ui)) {
		settings_load_language(ui);
		stand_on_home(ui);
	}
	return ERR_OK;
}

/* Asks what shall become of a database that cannot be opened; false: nothing,
 * the person would rather leave. */
static bool
find_way_out(struct ui *ui, enum err_code code, const struct err *err)
{
	const char *path = ui->app->db_path;
	bool is_far = file_medium_of(path) == FILE_NETWORK ||
		store_needs_recovery(path);
	const char *answers[] = {_("Leave the program"),
		is_far ? _("Copy it to this computer")
		: code == ERR_BUSY ? _("Try again") : _("Restore a copy")};

	if (dialog_ask(&ui->host, _("The database"), err->text, answers, 2,
		    0) == 0)
		return false;
	if (is_far)
		open_restore_here(ui);
	else if (code != ERR_BUSY)
		open_restore(ui);
	return true;
}

/* Until the database has been left, or the person gives up that it opens; a
 * restore that fails may leave none open. */
static enum err_code
run(struct ui *ui, struct err *err)
{
	enum err_code code = screens_enter(ui, err);

	while (code == ERR_OK || find_way_out(ui, code, err)) {
		err_clear(err);
		ui_run(ui);
		if (ui->leaving || ui->app->store != NULL)
			return ERR_OK;
		code = screens_enter(ui, err);
	}
	return code;
}

enum { BEGIN_RESTORE, BEGIN_ANEW, BEGIN_NOT };

/* How to begin where there is no database; a copy of one that is gone is
 * better than a new one. */
static size_t
ask_beginning(struct ui *ui)
{
	const char *answers[] = {[BEGIN_RESTORE] = _("Restore a copy"),
		[BEGIN_ANEW] = _("Begin anew"),
		[BEGIN_NOT] = _("Leave the program")};
	struct backup_list copies = VEC_INIT;
	size_t answer = BEGIN_ANEW;
	char *name = file_shown(ui->app->db_path), *text;

	backup_list_load(ui->app->db_path, &copies);
	text = xasprintf(P_("There is no database at %s, but %zu copy of one "
			    "lies there.",
				 "There is no database at %s, but %zu copies "
				 "of one lie there.",
				 copies.n), name, copies.n);
	free(name);
	if (copies.n > 0)
		answer = dialog_ask(&ui->host, _("The database"), text,
			answers, 3, BEGIN_RESTORE);
	free(text);
	backup_list_clear(&copies);
	return answer;
}

static void
run_first(struct ui *ui)
{
	size_t answer = BEGIN_RESTORE;

	while (!ui->leaving && ui->app->store == NULL &&
		(answer = ask_beginning(ui)) == BEGIN_RESTORE) {
		open_restore(ui);
		ui_run(ui);
	}
	if (answer == BEGIN_ANEW && !ui->leaving && first_start(ui)) {
		settings_save_language(ui);
		stand_on_home(ui);
		first_steps(ui);
	}
	ui_run(ui);
}

enum err_code
screens_play(struct app *app, bool is_first, struct err *err)
{
	enum err_code code = ERR_OK;
	struct ui ui;

	ui_init(&ui, app);
	if (is_first)
		run_first(&ui);
	else
		code = run(&ui, err);
	ui_clear(&ui);
	return code;
}

enum err_code
screens_run(struct app *app, struct err *err)
{
	struct term_settings settings;
	enum err_code code;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(err, ERR_DENIED,
			_("The screens need a terminal; ronghe --help lists the "
			  "commands that do not."));
	settings_load(app->world, &settings);
	code = term_open(&settings, &app->term, err);
	if (code != ERR_OK)
		return code;
	signal(SIGABRT, last_words);
	code = screens_play(app, !file_exists(app->db_path), err);
	term_close(app->term);
	app->term = NULL;
	return code;
}
