/* ronghe backup: writes a checked copy of the database. */
#include <stdlib.h>

#include "base/file.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "store/backup.h"

static const struct option options[] = {{NULL, 0, NULL, 0}};

static enum err_code
backup(struct app *app, const char *path, struct err *err)
{
	struct job job;
	char *name;
	enum err_code code = args_open(app, err);

	if (code != ERR_OK)
		return code;
	cli_job_begin(&job);
	code = backup_write(app->store, path, &job, err);
	cli_job_end(&job);
	if (code != ERR_OK)
		return code;
	name = file_shown(path);
	cli_print(_("The copy %s has been written and checked.\n"), name);
	free(name);
	return ERR_OK;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;

	if (args_option(argc, argv, options) != -1 || argc - optind != 1)
		return cli_usage(&cli_backup_command);
	return cli_end(backup(app, argv[optind], &err), &err);
}

const struct cli_command cli_backup_command = {
	.name = "backup",
	.usage = "FILE",
	.help = N_("Writes a copy of the database to a new file and checks "
		   "it."),
	.run = run,
};
