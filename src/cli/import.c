/* ronghe import: a file, or a folder with one a type, becomes records. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/plan.h"
#include "exchange/import.h"
#include "store/site.h"

enum {
	OPTION_DRY_RUN = 1,
	OPTION_ENCODING,
	OPTION_REJECTS,
	OPTION_SKIP_BAD,
	OPTION_TAKE_DOUBTFUL,
	OPTION_ROSTER,
	OPTION_SHEET,
};

/* Others may change what a plan speaks of; then it is made again. */
enum { TRIES = 3 };

static const struct option options[] = {
	{"dry-run", no_argument, NULL, OPTION_DRY_RUN},
	{"encoding", required_argument, NULL, OPTION_ENCODING},
	{"rejects", required_argument, NULL, OPTION_REJECTS},
	{"skip-bad", no_argument, NULL, OPTION_SKIP_BAD},
	{"take-doubtful", no_argument, NULL, OPTION_TAKE_DOUBTFUL},
	{"roster", no_argument, NULL, OPTION_ROSTER},
	{"sheet", required_argument, NULL, OPTION_SHEET},
	{NULL, 0, NULL, 0},
};

/* What the command is asked for. */
struct request {
	const char *type;
	const char *path; /* "-": standard input */
	const char *name; /* what sentences and the journal call the file */
	enum encoding enc;
	const char *sheet;   /* of a workbook; NULL: the only one */
	const char *rejects; /* NULL: not wanted */
	bool dry_run;
	struct import_options options;
};

static enum err_code
settle_encoding(struct request *request, const char *name, struct err *err)
{
	request->enc = name != NULL ? enc_by_name(name) : ENC_AUTO;
	if (request->enc != ENC_N)
		return ERR_OK;
	return err_set(err, ERR_INVALID,
		_("--encoding takes auto, utf-8, gb18030 or utf-16 here, not "
		  "“%s”."), name);
}

/* "utf-16" is the one of both that the file is written in. */
static void
set_encoding(struct import *import, enum encoding enc)
{
	enum encoding fits[ENC_N];
	size_t n = import_encodings(import, fits);

	if (enc == ENC_AUTO)
		return;
	for (size_t i = 0; enc == ENC_UTF16LE && i < n; i++)
		if (fits[i] == ENC_UTF16BE)
			enc = ENC_UTF16BE;
	import_set_encoding(import, enc);
}

/* The names of the sheets as one list. */
static void
list_sheets(const struct strvec *sheets, struct strbuf *out)
{
	for (size_t i = 0; i < sheets->n; i++)
		strbuf_addf(out, "%s%s", i > 0 ? _(", ") : "",
			sheets->items[i]);
}

static enum err_code
refuse_sheet(const struct request *request, const struct strvec *sheets,
	struct err *err)
{
	struct strbuf names = STRBUF_INIT;

	list_sheets(sheets, &names);
	if (request->sheet == NULL)
		err_set(err, ERR_INVALID,
			_("%s has several sheets (%s); name one of them with "
			  "--sheet."), request->name, names.s);
	else if (sheets->n > 0)
		err_set(err, ERR_INVALID,
			_("%s has no sheet “%s” with anything in it; name one "
			  "of these: %s."),
			request->name, request->sheet, names.s);
	else
		err_set(err, ERR_INVALID,
			_("%s is no workbook and has no sheets; leave --sheet "
			  "out."), request->name);
	strbuf_clear(&names);
	return ERR_INVALID;
}

static enum err_code
settle_sheet(struct import *import, const struct request *request,
	struct err *err)
{
	const struct strvec *sheets = import_sheets(import);

	if (request->sheet == NULL && sheets->n <= 1)
		return ERR_OK;
	for (size_t i = 0; request->sheet != NULL && i < sheets->n; i++)
		if (strcmp(sheets->items[i], request->sheet) == 0) {
			import_set_sheet(import, i);
			return ERR_OK;
		}
	return refuse_sheet(request, sheets, err);
}

/* Rows that stand in the way of taking the file as a whole. */
static enum err_code
check_plan(const struct import *import, const struct request *request,
	struct err *err)
{
	struct import_counts counts;
	uint64_t n_rejected, n_doubtful;

	import_counts(import, &counts);
	n_rejected = counts.rows[IMPORT_REJECTED];
	n_doubtful = request->options.take_doubtful
		? 0 : counts.rows[IMPORT_DOUBTFUL];
	if (request->options.skip_bad || n_rejected + n_doubtful == 0)
		return ERR_OK;
	return err_set(err, ERR_INVALID,
		_("Nothing was imported: of the rows %llu are rejected "
		  "and %llu held back; --dry-run lists them, --rejects "
		  "writes them to a file, --skip-bad takes the others."),
		(unsigned long long)n_rejected,
		(unsigned long long)n_doubtful);
}

static void
print_change(const struct request *request, int64_t change)
{
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(change, id);
	if (change != 0)
		cli_print(_("%s has been imported by the change %s.\n"),
			request->name, id);
	else
		cli_print(_("There was nothing to change in %s.\n"),
			request->name);
}

static enum err_code
execute(struct app *app, struct import *import, const struct request *request,
	struct job *job, struct err *err)
{
	struct change_info info = app_change_info(app, "import",
		request->name);
	struct import_result result = {0};
	enum err_code code = check_plan(import, request, err);

	for (int i = 1; code == ERR_OK; i++) {
		code = import_run(import, &info, job, &result, err);
		if (code != ERR_STALE || i == TRIES)
			break;
		err_clear(err);
		code = import_plan(import, job, err);
		if (code == ERR_OK)
			code = check_plan(import, request, err);
	}
	if (code == ERR_OK) {
		plan_print_counts(import, request->options.take_doubtful);
		print_change(request, result.change);
	}
	return code;
}

static enum err_code
write_rejects(struct import *import, const struct request *request,
	struct err *err)
{
	uint64_t n = 0;
	enum err_code code;
	char *name;

	if (request->rejects == NULL)
		return ERR_OK;
	code = import_write_rejects(import, request->rejects, ENC_UTF8_BOM, &n,
		err);
	if (code != ERR_OK)
		return code;
	name = file_shown(request->rejects);
	cli_print(P_("%lu row was written to %s.\n",
			  "%lu rows were written to %s.\n",
			  (unsigned long)n),
		(unsigned long)n, name);
	free(name);
	return ERR_OK;
}

static enum err_code
import_with(struct app *app, const struct record_type *type,
	struct import *import, const struct request *request, struct err *err)
{
	struct job job;
	enum err_code code;

	set_encoding(import, request->enc);
	cli_job_begin(&job);
	code = import_read_header(import, &job, err);
	if (code == ERR_OK)
		code = import_plan(import, &job, err);
	if (code == ERR_OK)
		code = write_rejects(import, request, err);
	if (code == ERR_OK)
		code = request->dry_run
			? plan_print(import, type,
				request->options.take_doubtful, err)
			: execute(app, import, request, &job, err);
	cli_job_end(&job);
	return code;
}

static enum err_code
import_file(struct app *app, const struct record_type *type,
	const struct request *request, struct err *err)
{
	const struct sheet_source source = {.path = request->path};
	struct import *import = NULL;
	enum err_code code = import_open(app->store, type, &source,
		&request->options, &import, err);

	if (code == ERR_OK)
		code = settle_sheet(import, request, err);
	if (code == ERR_OK)
		code = import_with(app, type, import, request, err);
	import_close(import);
	return code;
}

/* The files that export all writes, as one change. */
static enum err_code
import_folder(struct app *app, const struct request *request, struct err *err)
{
	struct change_info info = app_change_info(app, "import",
		request->name);
	struct import_result result;
	struct job job;
	enum err_code code;

	cli_job_begin(&job);
	code = import_all(app->store, request->path, &request->options, &info,
		&job, &result, err);
	cli_job_end(&job);
	if (code != ERR_OK)
		return code;
	cli_print("%s\t%" PRIu64 "\n", plan_word(IMPORT_NEW), result.n_new);
	cli_print("%s\t%" PRIu64 "\n", plan_word(IMPORT_CHANGED),
		result.n_changed);
	print_change(request, result.change);
	return ERR_OK;
}

static enum err_code
import(struct app *app, struct request *request, const char *encoding,
	struct err *err)
{
	bool all = strcmp(request->type, "all") == 0;
	const struct record_type *type = NULL;
	enum err_code code = settle_encoding(request, encoding, err);

	if (code == ERR_OK && !all)
		code = args_type(request->type, &type, err);
	if (code == ERR_OK && request->rejects != NULL &&
		file_exists(request->rejects))
		code = err_set(err, ERR_FILE,
			_("%s exists already; name another file for what is "
			  "rejected."), err_name(err, request->rejects));
	if (code == ERR_OK)
		code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	return all ? import_folder(app, request, err)
		   : import_file(app, type, request, err);
}

static bool
take_option(int option, struct request *request, const char **encoding)
{
	switch (option) {
	case OPTION_DRY_RUN:
		request->dry_run = true;
		return true;
	case OPTION_ENCODING:
		*encoding = optarg;
		return true;
	case OPTION_REJECTS:
		request->rejects = optarg;
		return true;
	case OPTION_SKIP_BAD:
		request->options.skip_bad = true;
		return true;
	case OPTION_TAKE_DOUBTFUL:
		request->options.take_doubtful = true;
		return true;
	case OPTION_ROSTER:
		request->options.roster = true;
		return true;
	case OPTION_SHEET:
		request->sheet = optarg;
		return true;
	default:
		return false;
	}
}

/* The name of the file is in UTF-8 and clean, whatever bytes the path has. */
static int
import_named(struct app *app, struct request *request, const char *encoding)
{
	struct err err = ERR_INIT;
	char *name = file_shown(file_name(request->path));
	int status;

	request->name = strcmp(request->path, "-") == 0 ? _("standard input")
							: name;
	status = cli_end(import(app, request, encoding, &err), &err);
	free(name);
	return status;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct request request = {0};
	const char *encoding = NULL;
	int option;

	while ((option = args_option(argc, argv, options)) != -1)
		if (!take_option(option, &request, &encoding))
			return cli_usage(&cli_import_command);
	if (argc - optind != 2)
		return cli_usage(&cli_import_command);
	request.type = argv[optind];
	request.path = argv[optind + 1];
	if (strcmp(request.type, "all") == 0 && (request.dry_run ||
		request.options.roster || request.rejects != NULL ||
		request.sheet != NULL || encoding != NULL))
		return cli_usage(&cli_import_command);
	return import_named(app, &request, encoding);
}

const struct cli_command cli_import_command = {
	.name = "import",
	.usage = "TYPE FILE|- [--dry-run] "
		 "[--encoding auto|utf-8|gb18030|utf-16] [--sheet NAME] "
		 "[--rejects FILE] [--skip-bad] [--take-doubtful] [--roster] "
		 "| all DIR [--skip-bad] [--take-doubtful]",
	.help = N_("Takes records out of a CSV file or a workbook (.xlsx) as one "
		   "change; all or nothing unless --skip-bad, and --dry-run "
		   "only says what would be done."),
	.run = run,
};
