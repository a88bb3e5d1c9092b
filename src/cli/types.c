/* ronghe types: what kinds of record there are, and their columns. */
#include "cli/commands.h"

#include "records/record.h"

static const char *const kind_names[FIELD_KIND_N] = {
	[FIELD_TEXT] = N_("text"),
	[FIELD_LONGTEXT] = N_("long text"),
	[FIELD_DATE] = N_("date"),
	[FIELD_TIME] = N_("date and time"),
	[FIELD_INT] = N_("whole number"),
	[FIELD_MONEY] = N_("money"),
	[FIELD_CODE] = N_("code"),
	[FIELD_REF] = N_("reference"),
	[FIELD_BOOL] = N_("yes or no"),
	[FIELD_IDCARD] = N_("ID number"),
	[FIELD_PHONE] = N_("phone number"),
};

static void
print_field(const struct field_type *field)
{
	cli_print("%s\t%s\t%s\t%zu", field->name, term_word(&field->term),
		_(kind_names[field->kind]), field_max(field));
	if (field->flags & FIELD_REQUIRED)
		cli_print("\t%s", _("required"));
	if (field->flags & FIELD_SENSITIVE)
		cli_print("\t%s", _("masked"));
	if (field->kind == FIELD_REF)
		cli_print("\t%s", term_word(&field_ref(field)->term));
	cli_print("\n");
	if (field->kind != FIELD_CODE)
		return;
	for (size_t i = 0; i < field_codes(field)->n_codes; i++) {
		const struct code *code = &field_codes(field)->codes[i];

		cli_print("\t%s\t%s\n", code->code, code_word(code));
	}
}

static int
run(struct app *app, int argc, char **argv)
{
	const struct record_type *type;
	struct err err = ERR_INIT;

	(void)app;
	if (argc > 2)
		return cli_usage(&cli_types_command);
	if (argc == 1) {
		for (size_t i = 0; i < record_types_n; i++)
			cli_print("%s\t%s\n", record_types[i]->name,
				term_word(&record_types[i]->term));
		return EXIT_DONE;
	}
	type = record_type_find(argv[1]);
	if (type == NULL) {
		int status;

		err_set(&err, ERR_ABSENT,
			_("There is no record type “%s”; ronghe types lists "
			  "them."), argv[1]);
		status = cli_refuse(&err);
		err_clear(&err);
		return status;
	}
	cli_print("%s\n", _(type->help));
	for (size_t i = 0; i < type->n_fields; i++)
		print_field(&type->fields[i]);
	return EXIT_DONE;
}

const struct cli_command cli_types_command = {
	.name = "types",
	.usage = "[TYPE]",
	.help = N_("Lists the record types, or the columns, kinds and codes of "
		   "one."),
	.run = run,
};
