/* ronghe types: what kinds of record there are, and their columns. */
#include "cli/args.h"
#include "cli/commands.h"

static const struct option options[] = {{NULL, 0, NULL, 0}};

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

static const char *
kind_word(const struct field_type *field)
{
	return field->flags & FIELD_SEVERAL ? _("several codes")
					    : _(kind_names[field->kind]);
}

static void
print_field(const struct field_type *field)
{
	cli_print("%s\t%s\t%s\t%zu", field->name, term_word(&field->term),
		kind_word(field), field_max(field));
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

static void
print_types(void)
{
	for (size_t i = 0; i < record_types_n; i++)
		cli_print("%s\t%s\n", record_types[i]->name,
			term_word(&record_types[i]->term));
}

static void
print_type(const struct record_type *type)
{
	cli_print("%s\n", _(type->help));
	for (size_t i = 0; i < type->n_fields; i++)
		print_field(&type->fields[i]);
}

static int
run(struct app *app, int argc, char **argv)
{
	const struct record_type *type;
	struct err err = ERR_INIT;
	enum err_code code;

	(void)app;
	if (args_option(argc, argv, options) != -1 || argc - optind > 1)
		return cli_usage(&cli_types_command);
	if (argc == optind) {
		print_types();
		return cli_end(ERR_OK, &err);
	}
	code = args_type(argv[optind], &type, &err);
	if (code == ERR_OK)
		print_type(type);
	return cli_end(code, &err);
}

const struct cli_command cli_types_command = {
	.name = "types",
	.usage = "[TYPE]",
	.help = N_("Lists the record types, or the columns, kinds and codes of "
		   "one."),
	.run = run,
};
