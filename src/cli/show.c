/* ronghe show: every field of one record. */
#include <string.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "records/load.h"
#include "store/journal.h"
#include "store/site.h"

static const struct option options[] = {
	{"full", no_argument, NULL, 'f'},
	{NULL, 0, NULL, 0},
};

static void
print_field(struct store *store, const struct record *record,
	const struct field_type *field, bool masked)
{
	struct strbuf value = STRBUF_INIT;
	const char *stored = record_get(record, field->name);

	if (stored[0] == '\0' && !record_field_applies(record, field))
		return;
	record_show(store, record, field, masked, &value);
	if (field->kind == FIELD_REF && stored[0] != '\0')
		cli_print("%s\t%s\t%s\n", term_word(&field->term), value.s,
			stored);
	else
		cli_print("%s\t%s\n", term_word(&field->term), value.s);
	strbuf_clear(&value);
}

static void
print_record(struct store *store, const struct record *record, bool masked)
{
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(record->id, id);
	cli_print("%s\t%s\n", _("id"), id);
	cli_print("%s\t%s\n", _("type"), term_word(&record->type->term));
	if (record->deleted)
		cli_print("%s\t%s\n", _("removed"), _("yes"));
	for (size_t i = 0; i < record->type->n_fields; i++)
		print_field(store, record, &record->type->fields[i], masked);
}

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
	if (full && has_sensitive_fields(type))
		code = journal_note(app->store, "show", app->operator_id,
			app->operator_name, type->name, id,
			_("shown with its numbers whole"), err);
	if (code == ERR_OK)
		code = record_load(app->store, type, id, &record, err);
	if (code != ERR_OK)
		return code;
	print_record(app->store, &record, !full);
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
