/* ronghe show: every field of one record. */
#include <string.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/tell.h"
#include "records/load.h"
#include "store/journal.h"
#include "store/site.h"

static const struct option options[] = {
	{"full", no_argument, NULL, 'f'},
	{NULL, 0, NULL, 0},
};

static bool
has_sensitive_fields(const struct record_type *type)
{
	for (size_t i = 0; i < type->n_fields; i++)
		if (type->fields[i].flags & FIELD_SENSITIVE)
			return true;
	return false;
}

static enum err_code
show(struct app *app, const char *text, bool full, struct err *err)
{
	const struct record_type *type;
	struct record record;
	int64_t id;
	enum err_code code = args_id(text, &id, err);

	if (code == ERR_OK)
		code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	type = record_type_of_id(app->store, id);
	if (type == NULL)
		return err_set(err, ERR_ABSENT,
			_("There is no record %s; ronghe find looks for one by "
			  "its name."), text);
	code = args_survivor(app->store, type, &id, err);
	if (code == ERR_OK && full && has_sensitive_fields(type))
		code = journal_note(app->store, "show", app->operator_id,
			app->operator_name, type->name, id,
			_("shown with its numbers whole"), err);
	if (code == ERR_OK)
		code = record_load(app->store, type, id, &record, err);
	if (code != ERR_OK)
		return code;
	tell_values(app->store, &record, !full);
	record_clear(&record);
	return ERR_OK;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	bool full = false;
	int option;

	while ((option = args_option(argc, argv, options)) != -1) {
		if (option != 'f')
			return cli_usage(&cli_show_command);
		full = true;
	}
	if (argc - optind != 1)
		return cli_usage(&cli_show_command);
	return cli_end(show(app, argv[optind], full, &err), &err);
}

const struct cli_command cli_show_command = {
	.name = "show",
	.usage = "ID [--full]",
	.help = N_("Prints every field of a record, ID and phone numbers "
		   "masked unless --full, which the journal notes."),
	.run = run,
};
