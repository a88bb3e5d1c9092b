/* ronghe init: makes the database, empty or with the sample office. */
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "exchange/sample.h"
#include "exchange/stock.h"
#include "store/beside.h"

static const struct option options[] = {
	{"sample", no_argument, NULL, 's'},
	{NULL, 0, NULL, 0},
};

static enum err_code
fill(struct app *app, bool sample, struct err *err)
{
	struct change_info info = app_change_info(app,
		sample ? "sample" : "init", "");
	struct job job;
	enum err_code code;

	cli_job_begin(&job);
	code = (sample ? sample_fill : stock_fill)(app->store, &info, &job,
		err);
	cli_job_end(&job);
	return code;
}

/* Half an office is none: nothing stays in the way of a second try. */
static void
unmake(struct app *app)
{
	app_close_store(app);
	unlink(app->db_path);
	beside_remove_traces(app->db_path);
}

static enum err_code
make(struct app *app, bool sample, struct err *err)
{
	enum err_code code = app_create_store(app, err);
	char *name;

	if (app->store == NULL)
		return code;
	if (code == ERR_OK)
		code = fill(app, sample, err);
	if (code != ERR_OK) {
		unmake(app);
		return code;
	}
	name = file_shown(app->db_path);
	cli_print(sample ? _("The database %s has been made with the sample "
			     "office in it.\n")
			 : _("The database %s has been made.\n"), name);
	free(name);
	return ERR_OK;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	bool sample = false;
	int option;

	while ((option = args_option(argc, argv, options)) != -1) {
		if (option != 's')
			return cli_usage(&cli_init_command);
		sample = true;
	}
	if (argc != optind)
		return cli_usage(&cli_init_command);
	return cli_end(make(app, sample, &err), &err);
}

const struct cli_command cli_init_command = {
	.name = "init",
	.usage = "[--sample]",
	.help = N_("Makes the database, empty or with the sample office in it; "
		   "an existing one is left alone."),
	.run = run,
};
