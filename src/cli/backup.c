/* ronghe backup FILE: writes a checked copy of the database. */
#include "cli/commands.h"
#include "store/backup.h"

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	struct job job;
	int status = EXIT_DONE;
	enum err_code code;

	if (argc != 2 || argv[1][0] == '-')
		return cli_usage(&cli_backup_command);
	cli_job_begin(&job);
	code = app_open_store(app, 0, &job, &err);
	if (code == ERR_OK)
		code = backup_write(app->store, argv[1], &job, &err);
	cli_job_end(&job);
	if (code != ERR_OK)
		status = cli_refuse(&err);
	else
		cli_print(_("The copy %s has been written and checked.\n"),
			argv[1]);
	err_clear(&err);
	return status;
}

const struct cli_command cli_backup_command = {
	.name = "backup",
	.usage = "FILE",
	.help = N_("Writes a copy of the database to a new file and checks it."),
	.run = run,
};
