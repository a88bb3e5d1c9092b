/* ronghe restore: puts a copy in the place of the database. */
#include <stdlib.h>

#include "base/file.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "records/record.h"
#include "store/restore.h"

static const struct option options[] = {{NULL, 0, NULL, 0}};

static void
tell_done(const char *to, const char *from, const char *kept)
{
	char *names[] = {file_shown(to), file_shown(from),
		file_shown(kept != NULL ? kept : "")};

	cli_print(_("The database %s is now as in the copy %s.\n"), names[0],
		names[1]);
	if (kept != NULL)
		cli_print(_("What was there before is kept as %s.\n"),
			names[2]);
	for (size_t i = 0; i < 3; i++)
		free(names[i]);
}

static enum err_code
restore(struct app *app, const char *from, struct err *err)
{
	struct restore *restore = NULL;
	struct job job;
	char *kept = NULL;
	enum err_code code = restore_check_alone(app->db_path, err);

	if (code != ERR_OK)
		return code;
	cli_job_begin(&job);
	code = restore_begin(from, app->db_path, app->world, record_tables(),
		record_types_n, &job, &restore, err);
	cli_job_end(&job);
	if (code == ERR_OK)
		code = restore_finish(restore, &kept, err);
	restore_free(restore);
	if (code == ERR_OK)
		tell_done(app->db_path, from, kept);
	free(kept);
	return code;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;

	if (args_option(argc, argv, options) != -1 || argc - optind != 1)
		return cli_usage(&cli_restore_command);
	return cli_end(restore(app, argv[optind], &err), &err);
}

const struct cli_command cli_restore_command = {
	.name = "restore",
	.usage = "FILE",
	.help = N_("Puts a copy in the place of the database, which is kept "
		   "under another name."),
	.run = run,
};
