/* ronghe print: a document on paper, of one record. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "exchange/print.h"
#include "exchange/sheet.h"

static const struct option options[] = {
	{"format", required_argument, NULL, 'f'},
	{NULL, 0, NULL, 0},
};

/* What the command is asked for. */
struct request {
	const char *kind;
	const char *id;
	const char *path; /* "-": standard output */
	const char *format;
};

static enum err_code
find_kind(const char *name, const struct print_kind **out, struct err *err)
{
	struct strbuf names = STRBUF_INIT;
	enum err_code code = ERR_OK;

	*out = print_kind_find(name);
	for (size_t i = 0; i < print_kinds_n; i++)
		strbuf_addf(&names, "%s%s", i > 0 ? " " : "",
			print_kinds[i]->name);
	if (*out == NULL)
		code = err_set(err, ERR_ABSENT,
			_("“%s” is no document that is printed; there are: "
			  "%s."), name, names.s);
	strbuf_clear(&names);
	return code;
}

static enum err_code
find_format(const struct request *request, enum paper_format *out,
	struct err *err)
{
	*out = sheet_is_workbook(request->path) ? PAPER_XLSX : PAPER_RTF;
	if (request->format == NULL)
		return ERR_OK;
	*out = paper_format_find(request->format);
	if (*out != PAPER_FORMAT_N)
		return ERR_OK;
	return err_set(err, ERR_INVALID,
		_("--format takes rtf, text, csv or xlsx, not “%s”."),
		request->format);
}

/* A terminal gets the pages as everything is printed there. */
static void
show_pages(const struct paper *paper)
{
	struct strvec pages = VEC_INIT;

	paper_to_text(paper, &pages);
	for (size_t i = 0; i < pages.n; i++)
		cli_print("%s", pages.items[i]);
	strvec_clear(&pages);
}

static enum err_code
write_paper(const struct paper *paper, enum paper_format format,
	const char *path, struct err *err)
{
	bool is_stdout = strcmp(path, "-") == 0;
	enum err_code code;
	char *name;

	if (format == PAPER_XLSX && !sheet_has_workbooks())
		return err_set(err, ERR_INVALID,
			_("This program was built without workbooks; take "
			  "--format csv."));
	if (!paper_can_be(paper, format))
		return err_set(err, ERR_INVALID,
			_("“%s” has no table for a spreadsheet."),
			paper_title(paper));
	if (is_stdout && format == PAPER_PLAIN && isatty(STDOUT_FILENO)) {
		show_pages(paper);
		return ERR_OK;
	}
	code = paper_write(paper, format, path, err);
	if (code == ERR_OK && !is_stdout) {
		name = file_shown(path);
		cli_print(_("“%s” was written to %s.\n"), paper_title(paper),
			name);
		free(name);
	}
	return code;
}

static enum err_code
print(struct app *app, const struct request *request, struct err *err)
{
	char today[DATE_SIZE];
	struct print_request wanted = {.day = "", .today = today};
	const struct print_kind *kind;
	enum paper_format format;
	struct paper paper;
	enum err_code code = find_kind(request->kind, &kind, err);

	world_today(app->world, today);
	if (code == ERR_OK)
		code = find_format(request, &format, err);
	if (code == ERR_OK)
		code = args_id(request->id, &wanted.id, err);
	if (code == ERR_OK)
		code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	wanted.store = app->store;
	code = print_make(kind, &wanted, &paper, err);
	if (code != ERR_OK)
		return code;
	code = write_paper(&paper, format, request->path, err);
	paper_clear(&paper);
	return code;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct request request = {.kind = NULL};
	struct err err = ERR_INIT;
	int option;

	while ((option = args_option(argc, argv, options)) != -1) {
		if (option != 'f')
			return cli_usage(&cli_print_command);
		request.format = optarg;
	}
	if (argc - optind != 3)
		return cli_usage(&cli_print_command);
	request.kind = argv[optind];
	request.id = argv[optind + 1];
	request.path = argv[optind + 2];
	return cli_end(print(app, &request, &err), &err);
}

const struct cli_command cli_print_command = {
	.name = "print",
	.usage = "minutes|signin|roster|tasks|checklist|board|rectification "
		 "ID FILE|- [--format rtf|text|csv|xlsx]",
	.help = N_("Writes a document to print: RTF for WPS, Word and "
		   "LibreOffice, text in pages, or its tables as CSV or as a "
		   "workbook (which a FILE.xlsx is without --format)."),
	.run = run,
};
