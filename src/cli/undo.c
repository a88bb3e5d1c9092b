/* ronghe undo and redo: takes a change back, or a taking back. */
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/take_back.h"
#include "records/undo.h"

static const struct option options[] = {
	{"dry-run", no_argument, NULL, TAKE_BACK_DRY_RUN},
	{"take-all", no_argument, NULL, TAKE_BACK_ALL},
	{NULL, 0, NULL, 0},
};

/* What the command is asked for. */
struct request {
	const char *change; /* as typed; NULL: the last that can be done again */
	bool redoes;
	unsigned flags; /* enum take_back_flags */
};

static enum err_code
find_change(struct app *app, const struct request *request, int64_t *change,
	struct err *err)
{
	enum err_code code = ERR_OK;

	if (request->change != NULL)
		code = args_id(request->change, change, err);
	if (code == ERR_OK)
		code = args_open(app, err);
	if (code != ERR_OK || !request->redoes)
		return code;
	return request->change == NULL
		? undo_find_last(app->store, change, err)
		: undo_find_redo(app->store, *change, change, err);
}

static bool
read_options(int argc, char **argv, struct request *request)
{
	int option;

	while ((option = args_option(argc, argv, options)) != -1) {
		if (option != TAKE_BACK_DRY_RUN && option != TAKE_BACK_ALL)
			return false;
		request->flags |= (unsigned)option;
	}
	request->change = argv[optind];
	return argc - optind <= 1 &&
		(request->redoes || request->change != NULL);
}

static int
run(struct app *app, const struct cli_command *command, bool redoes, int argc,
	char **argv)
{
	struct request request = {.redoes = redoes};
	struct err err = ERR_INIT;
	int64_t change = 0;
	enum err_code code;

	if (!read_options(argc, argv, &request))
		return cli_usage(command);
	code = find_change(app, &request, &change, &err);
	if (code == ERR_OK)
		code = take_back(app, change, request.flags, &err);
	return cli_end(code, &err);
}

static int
run_undo(struct app *app, int argc, char **argv)
{
	return run(app, &cli_undo_command, false, argc, argv);
}

static int
run_redo(struct app *app, int argc, char **argv)
{
	return run(app, &cli_redo_command, true, argc, argv);
}

const struct cli_command cli_undo_command = {
	.name = "undo",
	.usage = "CHANGE [--dry-run] [--take-all]",
	.help = N_("Takes a change back and lists what stays, since it has "
		   "been changed meanwhile or a rule forbids it; --take-all "
		   "takes back what was changed since as well, --dry-run only "
		   "shows what would be done."),
	.run = run_undo,
};

const struct cli_command cli_redo_command = {
	.name = "redo",
	.usage = "[CHANGE] [--dry-run] [--take-all]",
	.help = N_("Does again what was taken back; without CHANGE what was "
		   "taken back last."),
	.run = run_redo,
};
