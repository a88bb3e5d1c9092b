/* ronghe export: one type, as CSV or a workbook, or all of them as CSV. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "exchange/export.h"
#include "store/journal.h"

enum { OPTION_ENCODING = 1, OPTION_CODES, OPTION_FULL, OPTION_WHERE,
	OPTION_TITLE };

static const struct option options[] = {
	{"encoding", required_argument, NULL, OPTION_ENCODING},
	{"codes", no_argument, NULL, OPTION_CODES},
	{"full", no_argument, NULL, OPTION_FULL},
	{"where", required_argument, NULL, OPTION_WHERE},
	{"title", no_argument, NULL, OPTION_TITLE},
	{NULL, 0, NULL, 0},
};

/* What the command is asked for. */
struct request {
	const char *type;
	const char *path; /* "-": standard output */
	const char *encoding;
	struct strvec wheres;
	struct export_options options;
};

/* Whole numbers leave the office: that is kept in the journal. */
static enum err_code
note_full(struct app *app, const char *table, const char *path,
	struct err *err)
{
	char *name = file_shown(path);
	char *note = strcmp(path, "-") == 0
		? xstrdup(_("exported with the numbers whole"))
		: xasprintf(_("exported with the numbers whole to %s"), name);
	enum err_code code = journal_note(app->store, "export",
		app->operator_id, app->operator_name, table, 0, note, err);

	free(note);
	free(name);
	return code;
}

static enum err_code
add_wheres(struct app *app, const struct request *request,
	struct query *query, struct err *err)
{
	char today[DATE_SIZE];
	enum err_code code = ERR_OK;

	world_today(app->world, today);
	for (size_t i = 0; code == ERR_OK && i < request->wheres.n; i++)
		code = args_where(app->store, query, request->wheres.items[i],
			today, err);
	return code;
}

/* Records that are to be written. */
struct writing {
	struct store *store;
	const struct query *query;
	const char *path;
	const struct export_options *options;
	struct job *job;
	uint64_t n;
};

static enum err_code
write_records(void *data, bool plain, struct err *err)
{
	struct writing *writing = data;
	struct export_options as = *writing->options;

	if (plain)
		as.enc = ENC_UTF8;
	return export_query(writing->store, writing->query, writing->path,
		&as, writing->job, &writing->n, err);
}

static void
tell_written(const char *path, uint64_t n)
{
	char *name = file_shown(path);

	cli_print(P_("%lu record was written to %s.\n",
			  "%lu records were written to %s.\n",
			  (unsigned long)n),
		(unsigned long)n, name);
	free(name);
}

static enum err_code
write_query(struct app *app, const struct request *request,
	const struct query *query, struct err *err)
{
	bool is_stdout = strcmp(request->path, "-") == 0;
	struct job job;
	struct writing writing = {app->store, query, request->path,
		&request->options, &job, 0};
	enum err_code code;

	cli_job_begin(&job);
	code = is_stdout ? cli_put_output(write_records, &writing, err)
			 : write_records(&writing, false, err);
	cli_job_end(&job);
	if (code == ERR_OK && !is_stdout)
		tell_written(request->path, writing.n);
	return code;
}

static enum err_code
export_type(struct app *app, const struct request *request, struct err *err)
{
	const struct record_type *type;
	struct query query;
	enum err_code code = args_type(request->type, &type, err);

	if (code != ERR_OK)
		return code;
	query_init(&query, type);
	query_set_order(&query, "id", false);
	code = add_wheres(app, request, &query, err);
	if (code == ERR_OK && request->options.full)
		code = note_full(app, type->name, request->path, err);
	if (code == ERR_OK)
		code = write_query(app, request, &query, err);
	query_clear(&query);
	return code;
}

static enum err_code
export_types(struct app *app, const struct request *request, struct err *err)
{
	struct job job;
	uint64_t n = 0;
	enum err_code code = ERR_OK;

	if (request->options.full)
		code = note_full(app, "", request->path, err);
	if (code != ERR_OK)
		return code;
	cli_job_begin(&job);
	code = export_all(app->store, request->path, &request->options, &job,
		&n, err);
	cli_job_end(&job);
	if (code == ERR_OK)
		tell_written(request->path, n);
	return code;
}

static enum err_code
export(struct app *app, struct request *request, struct err *err)
{
	bool all = strcmp(request->type, "all") == 0;
	const struct record_type *type;
	enum err_code code = args_encoding(request->encoding,
		&request->options.enc, err);

	if (code == ERR_OK && !all)
		code = args_type(request->type, &type, err);
	if (code == ERR_OK)
		code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	return all ? export_types(app, request, err)
		   : export_type(app, request, err);
}

/* False where the command is used wrongly. */
static bool
read_request(int argc, char **argv, struct request *request)
{
	int option, n;

	while ((option = args_option(argc, argv, options)) != -1) {
		if (option == OPTION_ENCODING)
			request->encoding = optarg;
		else if (option == OPTION_CODES)
			request->options.codes = true;
		else if (option == OPTION_FULL)
			request->options.full = true;
		else if (option == OPTION_TITLE)
			request->options.title = true;
		else if (option == OPTION_WHERE)
			strvec_add(&request->wheres, optarg);
		else
			return false;
	}
	n = argc - optind;
	if (n < 1 || n > 2)
		return false;
	request->type = argv[optind];
	request->path = n == 2 ? argv[optind + 1] : "-";
	if (strcmp(request->type, "all") != 0)
		return true;
	return n == 2 && request->wheres.n == 0 && !request->options.title &&
		strcmp(request->path, "-") != 0;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct request request = {.wheres = VEC_INIT};
	struct err err = ERR_INIT;
	int status = EXIT_USAGE;

	request.options.english = i18n_language() == LANGUAGE_EN;
	if (read_request(argc, argv, &request))
		status = cli_end(export(app, &request, &err), &err);
	else
		cli_usage(&cli_export_command);
	strvec_clear(&request.wheres);
	return status;
}

const struct cli_command cli_export_command = {
	.name = "export",
	.usage = "TYPE [FILE|-] | all DIR [--encoding utf-8-bom|utf-8|gb18030] "
		 "[--codes] [--full] [--title] [--where FIELD=VALUE]…",
	.help = N_("Writes the records of a type, or of all types into a "
		   "folder, as CSV for WPS and Excel, or of a type as a "
		   "workbook into a FILE.xlsx; ID and phone numbers masked "
		   "unless --full, which the journal notes."),
	.run = run,
};
