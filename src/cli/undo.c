/* ronghe undo and redo: takes a change back, or a taking back. */
#include <string.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/tell.h"
#include "records/undo.h"
#include "store/site.h"

enum { PAGE = 100 };

static const struct option options[] = {{NULL, 0, NULL, 0}};

static void
print_kept(const struct undo_result *result)
{
	for (size_t i = 0; i < result->n_kept; i++) {
		const struct undo_kept *kept = &result->kept[i];
		const struct field_type *field =
			record_field(kept->type, kept->field);

		cli_print("%s\t%s\t%s\t%s\n", term_word(&kept->type->term),
			kept->title, field != NULL ? term_word(&field->term)
						   : kept->field, kept->text);
	}
}

/* What was put back, then what stays and why. */
static enum err_code
print_result(struct app *app, const struct undo_result *result,
	struct err *err)
{
	char id[SITE_ID_TEXT_SIZE];
	enum err_code code = ERR_OK;

	site_id_to_text(result->change, id);
	if (result->change != 0) {
		unsigned long n = (unsigned long)result->n_records;

		cli_print(P_("%lu record has been put back by the change "
			     "%s:\n",
				  "%lu records have been put back by the "
				  "change %s:\n", n), n, id);
		code = tell_rows(app->store, result->change, err);
	}
	if (result->n_kept > 0)
		cli_print("%s\n", _("This stays as it is:"));
	print_kept(result);
	if (code == ERR_OK && result->change == 0)
		return err_set(err, ERR_DENIED,
			_("Nothing of the change could be put back; what stays "
			  "is listed with the reason."));
	return code;
}

static enum err_code
take_back(struct app *app, int64_t change, struct err *err)
{
	struct change_info info = app_change_info(app, "", "");
	struct undo_result result;
	struct job job;
	enum err_code code;

	cli_job_begin(&job);
	code = undo_change(app->store, change, &info, false, &job, &result,
		err);
	cli_job_end(&job);
	if (code == ERR_OK)
		code = print_result(app, &result, err);
	undo_result_clear(&result);
	return code;
}

/* The newest undo that has not been taken back itself. */
static enum err_code
find_last_undo(struct store *store, int64_t *change, struct err *err)
{
	struct journal_change changes[PAGE];
	int64_t after = 0;
	enum err_code code;
	size_t n;

	*change = 0;
	do {
		code = journal_changes(store, NULL, after, false, PAGE,
			changes, &n, err);
		for (size_t i = 0; code == ERR_OK && i < n; i++) {
			if (*change == 0 && changes[i].undone_by == 0 &&
				strcmp(changes[i].action, "undo") == 0)
				*change = changes[i].id;
			after = changes[i].id;
			journal_change_clear(&changes[i]);
		}
	} while (code == ERR_OK && *change == 0 && n == PAGE);
	if (code == ERR_OK && *change == 0)
		return err_set(err, ERR_ABSENT,
			_("No change stands undone; there is nothing to do "
			  "again."));
	return code;
}

/*
 * Follows a change through what took it back, did it again and so on; *change
 * becomes the last of them, *is_undone says whether that was a taking back.
 */
static enum err_code
follow(struct store *store, int64_t *change, bool *is_undone, struct err *err)
{
	struct journal_change head;
	int64_t next = *change;
	enum err_code code;

	do {
		*change = next;
		code = journal_change_load(store, *change, &head, err);
		if (code != ERR_OK)
			return code;
		*is_undone = strcmp(head.action, "undo") == 0;
		next = head.undone_by;
		journal_change_clear(&head);
	} while (next != 0);
	return ERR_OK;
}

static enum err_code
undo_again(struct app *app, int64_t change, struct err *err)
{
	int64_t last = change;
	bool is_undone;
	enum err_code code = follow(app->store, &last, &is_undone, err);

	if (code != ERR_OK)
		return code;
	return take_back(app, is_undone ? change : last, err);
}

static enum err_code
redo_that(struct app *app, const char *text, int64_t change, struct err *err)
{
	bool is_undone;
	enum err_code code = follow(app->store, &change, &is_undone, err);

	if (code != ERR_OK)
		return code;
	if (!is_undone)
		return err_set(err, ERR_INVALID,
			_("The change %s has not been taken back; there is "
			  "nothing to do again."), text);
	return take_back(app, change, err);
}

static enum err_code
redo_last(struct app *app, struct err *err)
{
	int64_t change;
	enum err_code code = find_last_undo(app->store, &change, err);

	return code == ERR_OK ? take_back(app, change, err) : code;
}

static enum err_code
undo(struct app *app, const char *text, struct err *err)
{
	int64_t change;
	enum err_code code = args_id(text, &change, err);

	if (code == ERR_OK)
		code = args_open(app, err);
	return code == ERR_OK ? undo_again(app, change, err) : code;
}

static enum err_code
redo(struct app *app, const char *text, struct err *err)
{
	int64_t change = 0;
	enum err_code code = text != NULL ? args_id(text, &change, err)
					  : ERR_OK;

	if (code == ERR_OK)
		code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	return text != NULL ? redo_that(app, text, change, err)
			    : redo_last(app, err);
}

static int
run_undo(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;

	if (args_option(argc, argv, options) != -1 || argc - optind != 1)
		return cli_usage(&cli_undo_command);
	return cli_end(undo(app, argv[optind], &err), &err);
}

static int
run_redo(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;

	if (args_option(argc, argv, options) != -1 || argc - optind > 1)
		return cli_usage(&cli_redo_command);
	return cli_end(redo(app, argv[optind], &err), &err);
}

const struct cli_command cli_undo_command = {
	.name = "undo",
	.usage = "CHANGE",
	.help = N_("Takes a change back where its values still stand, and "
		   "lists what stays."),
	.run = run_undo,
};

const struct cli_command cli_redo_command = {
	.name = "redo",
	.usage = "[CHANGE]",
	.help = N_("Does again what was taken back; without CHANGE what was "
		   "taken back last."),
	.run = run_redo,
};
