/* ronghe backup: writes a checked copy of the database. */
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "store/backup.h"

enum {
	OPTION_TODAY = 256,
	DAY_SECONDS = 24 * 60 * 60,
	BEHIND = 10, /* what nobody waits for leaves the computer to others */
};

static const struct option options[] = {
	{"today", required_argument, NULL, OPTION_TODAY},
	{NULL, 0, NULL, 0},
};

static void
say_written(const char *path)
{
	char *name = file_shown(path);

	cli_print(_("The copy %s has been written and checked.\n"), name);
	free(name);
}

static enum err_code
write_today(struct app *app, struct job *job, struct err *err)
{
	const char *why = store_read_only(app->store);
	enum err_code code;
	char *made;

	if (why != NULL)
		return err_set(err, ERR_DENIED, "%s", why);
	(void)!nice(BEHIND);
	code = backup_daily(app->store, job, &made, err);
	if (code != ERR_OK)
		return code;
	if (made != NULL)
		say_written(made);
	else
		cli_print(_("Today's copy is there already, or another process "
			    "is just making it.\n"));
	free(made);
	return ERR_OK;
}

/* path NULL: the copy of the day. */
static enum err_code
backup(struct app *app, const char *path, struct err *err)
{
	struct job job;
	enum err_code code = args_open(app, err);

	if (code != ERR_OK)
		return code;
	cli_job_begin(&job);
	code = path != NULL ? backup_write(app->store, path, &job, err)
			    : write_today(app, &job, err);
	cli_job_end(&job);
	if (code == ERR_OK && path != NULL)
		say_written(path);
	return code;
}

/* What the computer's clock says may be wrong. */
static enum err_code
set_today(struct world *world, const char *typed, struct err *err)
{
	char clock[DATE_SIZE], today[DATE_SIZE];
	enum err_code code;

	world_today(world, clock);
	code = date_parse(typed, clock, today, err);
	if (code != ERR_OK)
		return code;
	if (!date_is_day(today))
		return err_set(err, ERR_INVALID,
			_("--today takes a day, such as 2026-11-23."));
	world->shift += (int64_t)DAY_SECONDS * date_days_between(clock, today);
	return ERR_OK;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	enum err_code code = ERR_OK;
	int option;

	while ((option = args_option(argc, argv, options)) == OPTION_TODAY) {
		code = set_today(app->world, optarg, &err);
		if (code != ERR_OK)
			return cli_end(code, &err);
	}
	if (option != -1 || argc - optind > 1)
		return cli_usage(&cli_backup_command);
	return cli_end(backup(app, argv[optind], &err), &err);
}

const struct cli_command cli_backup_command = {
	.name = "backup",
	.usage = "[FILE] [--today DATE]",
	.help = N_("Writes a copy of the database to a new file and checks "
		   "it; without FILE, the copy of the day in backups/, of "
		   "which the seven newest are kept."),
	.run = run,
};
