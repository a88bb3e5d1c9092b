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
#include "screens/first.h"
#include "screens/open.h"
#include "screens/settings.h"
#include "screens/ui.h"
#include "store/backup.h"
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

/* The first start of a day makes it; of a big database it takes a while, and
 * Esc puts it off to the next start. */
static void
make_daily_copy(struct ui *ui)
{
	struct progress progress;
	struct err err = ERR_INIT;

	progress_init(&progress, &ui->host, _("Today's copy"));
	if (backup_daily(ui->app->store, &progress.job, &err) != ERR_OK)
		ui_fail(ui, &err);
	progress_clear(&progress);
}

/* Settles who types; false where the person would rather leave. */
static bool
settle_operator(struct ui *ui)
{
	struct app *app = ui->app;
	struct err err = ERR_INIT;

	if (app_settle_operator(app, &err) != ERR_OK)
		ui_fail(ui, &err);
	if (app->operator_id != 0 || store_read_only(app->store) != NULL)
		return true;
	return choose_operator(ui);
}

static void
run(struct ui *ui, bool is_first)
{
	ui_refresh_frame(ui);
	status_set_place(&ui->status, ui->office);
	if (is_first ? !first_start(ui) : !settle_operator(ui))
		return;
	if (is_first)
		settings_save_language(ui);
	else
		settings_load_language(ui);
	open_beside(ui);
	ui_refresh_frame(ui);
	open_home(ui);
	make_daily_copy(ui);
	if (is_first)
		first_steps(ui);
	ui_run(ui);
}

void
screens_play(struct app *app, bool is_first)
{
	struct ui ui;

	ui_init(&ui, app);
	run(&ui, is_first);
	ui_clear(&ui);
}

enum err_code
screens_run(struct app *app, struct err *err)
{
	struct term_settings settings;
	bool is_first = !file_exists(app->db_path);
	enum err_code code = ERR_OK;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(err, ERR_DENIED,
			_("The screens need a terminal; ronghe --help lists the "
			  "commands that do not."));
	if (!is_first)
		code = app_open_store(app, 0, NULL, err);
	if (code != ERR_OK)
		return code;
	settings_load(app->world, &settings);
	code = term_open(&settings, &app->term, err);
	if (code != ERR_OK)
		return code;
	signal(SIGABRT, last_words);
	screens_play(app, is_first);
	term_close(app->term);
	app->term = NULL;
	return ERR_OK;
}
