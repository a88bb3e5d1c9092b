/* ronghe history: all changes, or what became of one record. */
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/tell.h"
#include "records/load.h"

enum { PAGE = 100 };

static const struct option options[] = {{NULL, 0, NULL, 0}};

static enum err_code
print_changes(struct store *store, struct err *err)
{
	struct journal_change changes[PAGE];
	int64_t after = 0;
	enum err_code code;
	size_t n;

	do {
		code = journal_changes(store, NULL, after, false, PAGE,
			changes, &n, err);
		for (size_t i = 0; code == ERR_OK && i < n; i++) {
			tell_change(&changes[i]);
			after = changes[i].id;
			journal_change_clear(&changes[i]);
		}
	} while (code == ERR_OK && n == PAGE);
	return code;
}

/* An id names one thing alone: a record, or else a change. */
static enum err_code
print_one(struct store *store, const char *text, int64_t id, struct err *err)
{
	const struct record_type *type = record_type_of_id(store, id);
	struct journal_change change;

	if (type != NULL)
		return tell_record(store, type->name, id, err);
	if (journal_change_load(store, id, &change, NULL) != ERR_OK)
		return err_set(err, ERR_ABSENT,
			_("There is neither a record nor a change %s; ronghe "
			  "history lists the changes."), text);
	tell_change(&change);
	journal_change_clear(&change);
	return tell_rows(store, id, err);
}

static enum err_code
history(struct app *app, const char *text, struct err *err)
{
	int64_t id = 0;
	enum err_code code = text != NULL ? args_id(text, &id, err) : ERR_OK;

	if (code == ERR_OK)
		code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	return text != NULL ? print_one(app->store, text, id, err)
			    : print_changes(app->store, err);
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;

	if (args_option(argc, argv, options) != -1 || argc - optind > 1)
		return cli_usage(&cli_history_command);
	return cli_end(history(app, argv[optind], &err), &err);
}

const struct cli_command cli_history_command = {
	.name = "history",
	.usage = "[ID]",
	.help = N_("Prints who changed what in a record, old beside new; "
		   "without ID all changes, newest first."),
	.run = run,
};
