/* ronghe check: is everything in the database as the journal says? */
#include <string.h>

#include "cli/commands.h"
#include "store/check.h"

static void
print_fault(void *data, const char *sentence)
{
	(void)data;
	cli_print("%s\n", sentence);
}

/* The sentence at the end of a check that ran through. */
static int
say_result(const struct check_result *result)
{
	struct err err = ERR_INIT;
	int status = EXIT_DONE;

	if (result->n_faults == 0) {
		cli_print(_("All is well: %llu records and %llu entries of the journal were checked.\n"),
			(unsigned long long)result->n_records,
			(unsigned long long)result->n_rows);
		return status;
	}
	err_set(&err, ERR_STORE,
		P_("%lu fault was found; make a backup of the database as it is and look into it before anything else is written.",
			"%lu faults were found; make a backup of the database as it is and look into them before anything else is written.",
			(unsigned long)result->n_faults),
		(unsigned long)result->n_faults);
	status = cli_refuse(&err);
	err_clear(&err);
	return status;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	struct check_result result = {0};
	struct job job;
	bool quick = argc == 2 && strcmp(argv[1], "--quick") == 0;
	int status;
	enum err_code code;

	if (argc > 1 && !quick)
		return cli_usage(&cli_check_command);
	cli_job_begin(&job);
	code = app_open_store(app, 0, &job, &err);
	if (code == ERR_OK)
		code = check_run(app->store, quick, &job, print_fault, NULL,
			&result, &err);
	cli_job_end(&job);
	status = code == ERR_OK ? say_result(&result) : cli_refuse(&err);
	err_clear(&err);
	return status;
}

const struct cli_command cli_check_command = {
	.name = "check",
	.usage = "[--quick]",
	.help = N_("Checks the database against its journal; --quick leaves out the check of the file's own structure."),
	.run = run,
};
