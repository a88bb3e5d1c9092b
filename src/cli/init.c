/* ronghe init: makes the database. */
#include "cli/args.h"
#include "cli/commands.h"

static const struct option options[] = {{NULL, 0, NULL, 0}};

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	enum err_code code;

	if (args_option(argc, argv, options) != -1 || argc != optind)
		return cli_usage(&cli_init_command);
	code = store_create(app->db_path, app->world, &app->store, &err);
	if (code == ERR_OK)
		cli_print(_("The database %s has been made.\n"), app->db_path);
	return cli_end(code, &err);
}

const struct cli_command cli_init_command = {
	.name = "init",
	.usage = "",
	.help = N_("Makes the database; an existing one is left alone."),
	.run = run,
};
