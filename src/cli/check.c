/* ronghe check: is everything in the database as the journal says? */
#include "cli/args.h"
#include "cli/commands.h"
#include "records/loose.h"
#include "store/check.h"

static const struct option options[] = {
	{"quick", no_argument, NULL, 'q'},
	{NULL, 0, NULL, 0},
};

static void
print_sentence(void *data, const char *sentence)
{
	(void)data;
	cli_print("%s\n", sentence);
}

/* The sentence at the end of a check that ran through; loose ends are no
 * faults. */
static enum err_code
say_result(const struct check_result *result, uint64_t n_loose,
	struct err *err)
{
	unsigned long n_faults = (unsigned long)result->n_faults;

	if (n_faults > 0)
		return err_set(err, ERR_STORE,
			P_("%lu fault was found; make a backup of the database "
			   "as it is and look into it before anything else is "
			   "written.",
				"%lu faults were found; make a backup of the "
				"database as it is and look into them before "
				"anything else is written.", n_faults),
			n_faults);
	if (result->n_blanked > 0)
		cli_print(P_("%lu entry of the journal was blanked by a "
			     "redaction; what it said cannot be compared.\n",
				  "%lu entries of the journal were blanked by "
				  "redactions; what they said cannot be "
				  "compared.\n",
				  (unsigned long)result->n_blanked),
			(unsigned long)result->n_blanked);
	if (n_loose > 0)
		cli_print(P_("%lu thing is left to put right in the records, "
			     "as said above; nothing is damaged.\n",
				  "%lu things are left to put right in the "
				  "records, as said above; nothing is "
				  "damaged.\n", (unsigned long)n_loose),
			(unsigned long)n_loose);
	else
		cli_print(_("All is well: %llu records and %llu entries of the "
			    "journal were checked.\n"),
			(unsigned long long)result->n_records,
			(unsigned long long)result->n_rows);
	return ERR_OK;
}

static enum err_code
check(struct app *app, bool quick, struct err *err)
{
	struct check_result result = {0};
	struct job job;
	uint64_t n_loose = 0;
	enum err_code code = args_open(app, err);

	if (code != ERR_OK)
		return code;
	cli_job_begin(&job);
	code = check_run(app->store, quick, &job, print_sentence, NULL, &result,
		err);
	if (code == ERR_OK)
		code = loose_list(app->store, &job, print_sentence, NULL,
			&n_loose, err);
	cli_job_end(&job);
	return code == ERR_OK ? say_result(&result, n_loose, err) : code;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	bool quick = false;
	int option;

	while ((option = args_option(argc, argv, options)) != -1) {
		if (option != 'q')
			return cli_usage(&cli_check_command);
		quick = true;
	}
	if (argc != optind)
		return cli_usage(&cli_check_command);
	return cli_end(check(app, quick, &err), &err);
}

const struct cli_command cli_check_command = {
	.name = "check",
	.usage = "[--quick]",
	.help = N_("Checks the database against its journal; --quick leaves "
		   "out the check of the file's own structure."),
	.run = run,
};
