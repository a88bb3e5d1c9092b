/* ronghe restore FILE: puts a copy in the place of the database. */
#include <stdlib.h>

#include "cli/commands.h"
#include "store/backup.h"

static void
say_done(const struct app *app, const char *from, const char *kept)
{
	cli_print(_("The database %s is now as in the copy %s.\n"),
		app->db_path, from);
	if (kept != NULL)
		cli_print(_("What was there before is kept as %s.\n"), kept);
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	struct job job;
	char *kept = NULL;
	int status = EXIT_DONE;
	enum err_code code;

	if (argc != 2 || argv[1][0] == '-')
		return cli_usage(&cli_restore_command);
	cli_job_begin(&job);
	code = backup_restore(argv[1], app->db_path, app->world, &job, &kept,
		&err);
	cli_job_end(&job);
	if (code != ERR_OK)
		status = cli_refuse(&err);
	else
		say_done(app, argv[1], kept);
	free(kept);
	err_clear(&err);
	return status;
}

const struct cli_command cli_restore_command = {
	.name = "restore",
	.usage = "FILE",
	.help = N_("Puts a copy in the place of the database, which is kept under another name."),
	.run = run,
};
