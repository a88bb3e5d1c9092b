/* ronghe init: makes the database. */
#include "cli/commands.h"

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	int status = EXIT_DONE;

	(void)argv;
	if (argc > 1)
		return cli_usage(&cli_init_command);
	if (store_create(app->db_path, app->world, &app->store, &err) != ERR_OK)
		status = cli_refuse(&err);
	else
		cli_print(_("The database %s has been made.\n"), app->db_path);
	err_clear(&err);
	return status;
}

const struct cli_command cli_init_command = {
	.name = "init",
	.usage = "",
	.help = N_("Makes the database; an existing one is left alone."),
	.run = run,
};
