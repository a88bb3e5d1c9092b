/* ronghe report: what the records say together, as a table or as CSV. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "exchange/report.h"
#include "records/nouns.h"

enum {
	OPTION_UNION = 1,
	OPTION_YEAR,
	OPTION_BY,
	OPTION_PART,
	OPTION_FORMAT,
	OPTION_ENCODING,
};

static const struct option options[] = {
	{"union", required_argument, NULL, OPTION_UNION},
	{"year", required_argument, NULL, OPTION_YEAR},
	{"by", required_argument, NULL, OPTION_BY},
	{"part", required_argument, NULL, OPTION_PART},
	{"format", required_argument, NULL, OPTION_FORMAT},
	{"encoding", required_argument, NULL, OPTION_ENCODING},
	{NULL, 0, NULL, 0},
};

/* Dates are of these years (base/date.h). */
enum { YEAR_FIRST = 1900, YEAR_LAST = 2100 };

enum { GAP = 2, LINE_COLS = 79, BAR_LEAST = 12, BAR_MOST = 40, BAR_PARTS = 3 };

/* What the command is asked for; NULL where an option is not given. */
struct request {
	const char *name;
	const char *path; /* NULL: a table for people */
	const char *of_union;
	const char *year;
	const char *by;
	const char *part;
	const char *format;
	const char *encoding;
};

static enum err_code
find_report(const char *name, const struct report **out, struct err *err)
{
	struct strbuf names = STRBUF_INIT;
	enum err_code code = ERR_OK;

	*out = report_find(name);
	for (size_t i = 0; i < reports_n; i++)
		strbuf_addf(&names, "%s%s", i > 0 ? " " : "", reports[i].name);
	if (*out == NULL)
		code = err_set(err, ERR_ABSENT,
			_("“%s” is no report; there are: %s."), name, names.s);
	strbuf_clear(&names);
	return code;
}

static enum err_code
settle_format(struct request *request, struct err *err)
{
	if (request->format == NULL)
		return ERR_OK;
	if (strcmp(request->format, "csv") == 0) {
		request->path = request->path != NULL ? request->path : "-";
		return ERR_OK;
	}
	if (strcmp(request->format, "text") != 0)
		return err_set(err, ERR_INVALID,
			_("--format takes text or csv here, not “%s”."),
			request->format);
	if (request->path == NULL || strcmp(request->path, "-") == 0) {
		request->path = NULL;
		return ERR_OK;
	}
	return err_set(err, ERR_INVALID,
		_("A file is written as CSV; without a file the report is "
		  "printed as text."));
}

/* Options that the report has no use for are refused, so that nobody takes its
 * figures for those of one union. */
static enum err_code
check_options(const struct report *report, const struct request *request,
	struct err *err)
{
	bool of_union = report->flags & REPORT_OF_UNION;

	if (of_union && request->of_union == NULL)
		return err_set(err, ERR_INVALID,
			_("“%s” is of one union: name it by --union."),
			report->name);
	if (!of_union && request->of_union != NULL)
		return err_set(err, ERR_INVALID,
			_("“%s” is of all unions; leave --union out."),
			report->name);
	if (!(report->flags & REPORT_OF_CHECKS) &&
		(request->by != NULL || request->part != NULL))
		return err_set(err, ERR_INVALID,
			_("“%s” counts no checks; leave --by and --part out."),
			report->name);
	if (!(report->flags & (REPORT_OF_YEAR | REPORT_OF_CHECKS)) &&
		request->year != NULL)
		return err_set(err, ERR_INVALID,
			_("“%s” is as of today; leave --year out."),
			report->name);
	return ERR_OK;
}

static enum err_code
settle_year(const struct report *report, const struct request *request,
	struct report_request *wanted, struct err *err)
{
	long year = report->flags & REPORT_OF_YEAR
		? strtol(wanted->today, NULL, 10) : 0;
	enum err_code code = ERR_OK;

	if (request->year != NULL)
		code = args_number("--year", request->year, YEAR_LAST, &year,
			err);
	wanted->year = (int)year;
	if (code == ERR_OK && request->year != NULL && year < YEAR_FIRST)
		return err_set(err, ERR_INVALID,
			_("--year takes a year from %d to %d."), YEAR_FIRST,
			YEAR_LAST);
	return code;
}

static enum err_code
settle_checks(const struct request *request, struct report_request *wanted,
	struct err *err)
{
	const struct code *part = NULL;

	wanted->by = request->by != NULL ? verdict_by_find(request->by)
					 : VERDICT_BY_ITEM;
	if (wanted->by == VERDICT_BY_N)
		return err_set(err, ERR_INVALID,
			_("--by takes item, union, committee or period, not "
			  "“%s”."), request->by);
	if (request->part != NULL)
		part = code_match(field_codes(record_field(
			&checklist_run_type, "part")), request->part);
	if (request->part != NULL && part == NULL)
		return err_set(err, ERR_INVALID,
			_("“%s” is no part of a year; ronghe types "
			  "checklist_run shows them."), request->part);
	wanted->part = part != NULL ? part->code : "";
	return ERR_OK;
}

/* The columns that each column of the table takes on the screen. */
static size_t *
measure(const struct report_table *table)
{
	size_t n = table->header.n;
	size_t *widths = xcalloc(n, sizeof(*widths));

	for (size_t i = 0; i < n + table->cells.n; i++) {
		const char *cell = i < n ? table->header.items[i]
					 : table->cells.items[i - n];
		size_t cols = text_clean_cols(cell, strlen(cell));

		if (cols > widths[i % n])
			widths[i % n] = cols;
	}
	return widths;
}

/* A bar of the shares of three numbers, cols wide; what there is at all has a
 * sign, for which the greatest makes room.  Nothing of nothing. */
static void
add_bar(char *const *numbers, size_t cols, struct strbuf *out)
{
	static const char signs[BAR_PARTS] = {'=', '~', 'x'};
	long long n[BAR_PARTS], all = 0, rest = (long long)cols;
	int most = 0;

	for (int i = 0; i < BAR_PARTS; i++) {
		n[i] = strtoll(numbers[i], NULL, 10);
		all += n[i];
		most = n[i] > n[most] ? i : most;
	}
	if (all == 0)
		return;
	for (int i = 0; i < BAR_PARTS; i++) {
		long long share = n[i] * (long long)cols / all;

		n[i] = n[i] > 0 && share == 0 ? 1 : share;
		rest -= n[i];
	}
	n[most] += rest;
	for (int i = 0; i < BAR_PARTS; i++)
		for (; n[i] > 0; n[i]--)
			strbuf_add_char(out, signs[i]);
}

/* What the signs of the bars mean. */
static char *
make_legend(const struct report_table *table)
{
	char *const *words = table->header.items + table->bar;

	return xasprintf("= %s  ~ %s  x %s", words[0], words[1], words[2]);
}

static size_t
bar_cols(const size_t *widths, size_t n)
{
	size_t cols = 0;

	for (size_t i = 0; i < n; i++)
		cols += widths[i] + GAP;
	if (cols + BAR_LEAST > LINE_COLS)
		return BAR_LEAST;
	return LINE_COLS - cols < BAR_MOST ? LINE_COLS - cols : BAR_MOST;
}

/* behind stands after the last column. */
static void
print_row(char *const *cells, const size_t *widths, size_t n,
	const char *behind)
{
	struct strbuf line = STRBUF_INIT;

	for (size_t i = 0; i < n; i++) {
		char *clean = text_clean(cells[i], strlen(cells[i]));
		size_t cols = text_cols(clean);

		strbuf_add(&line, clean);
		for (; cols < widths[i] + GAP; cols++)
			strbuf_add_char(&line, ' ');
		free(clean);
	}
	strbuf_add(&line, behind);
	while (line.len > 0 && line.s[line.len - 1] == ' ')
		strbuf_truncate(&line, line.len - 1);
	cli_print("%s\n", line.s);
	strbuf_clear(&line);
}

static void
print_table(const struct report_table *table)
{
	size_t n = table->header.n;
	size_t *widths = measure(table);
	size_t cols = table->bar > 0 ? bar_cols(widths, n) : 0;
	char *legend = cols > 0 ? make_legend(table) : xstrdup("");

	print_row(table->header.items, widths, n, legend);
	for (size_t i = 0; i < report_n_rows(table); i++) {
		char *const *cells = table->cells.items + i * n;
		struct strbuf bar = STRBUF_INIT;

		if (cols > 0)
			add_bar(cells + table->bar, cols, &bar);
		print_row(cells, widths, n, bar.s);
		strbuf_clear(&bar);
	}
	free(legend);
	free(widths);
}

/* What goes to standard output as a file would. */
struct csv_output {
	const struct report_table *table;
	const char *path;
	enum encoding enc;
};

static enum err_code
write_csv(void *data, bool plain, struct err *err)
{
	const struct csv_output *output = data;

	return report_write(output->table, output->path,
		plain ? ENC_UTF8 : output->enc, err);
}

static enum err_code
put_table(const struct report_table *table, const struct request *request,
	enum encoding enc, struct err *err)
{
	struct csv_output output = {table, request->path, enc};
	enum err_code code;
	char *name;

	if (request->path == NULL) {
		print_table(table);
		return ERR_OK;
	}
	if (strcmp(request->path, "-") == 0)
		return cli_put_output(write_csv, &output, err);
	code = write_csv(&output, false, err);
	if (code == ERR_OK) {
		name = file_shown(request->path);
		cli_print(P_("%lu row was written to %s.\n",
				  "%lu rows were written to %s.\n",
				  (unsigned long)report_n_rows(table)),
			(unsigned long)report_n_rows(table), name);
		free(name);
	}
	return code;
}

static enum err_code
make(struct app *app, const struct report *report,
	const struct request *request, enum encoding enc, struct err *err)
{
	struct report_table table = REPORT_TABLE_INIT;
	char today[DATE_SIZE];
	struct report_request wanted = {.today = today};
	enum err_code code;

	world_today(app->world, today);
	code = settle_year(report, request, &wanted, err);
	if (code == ERR_OK)
		code = settle_checks(request, &wanted, err);
	if (code == ERR_OK)
		code = args_open(app, err);
	wanted.store = app->store;
	if (code == ERR_OK && request->of_union != NULL)
		code = args_record(app->store, &union_org_type,
			request->of_union, &wanted.union_org_id, err);
	if (code == ERR_OK)
		code = report->make(&wanted, &table, err);
	if (code == ERR_OK && request->path == NULL && table.cells.n == 0)
		cli_say("%s", _(report->nothing));
	else if (code == ERR_OK)
		code = put_table(&table, request, enc, err);
	report_clear(&table);
	return code;
}

static enum err_code
report(struct app *app, struct request *request, struct err *err)
{
	const struct report *found;
	enum encoding enc;
	enum err_code code = find_report(request->name, &found, err);

	if (code == ERR_OK)
		code = settle_format(request, err);
	if (code == ERR_OK)
		code = args_encoding(request->encoding, &enc, err);
	if (code == ERR_OK)
		code = check_options(found, request, err);
	return code == ERR_OK ? make(app, found, request, enc, err) : code;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct request request = {.name = NULL};
	const char **const values[] = {
		[OPTION_UNION] = &request.of_union,
		[OPTION_YEAR] = &request.year,
		[OPTION_BY] = &request.by,
		[OPTION_PART] = &request.part,
		[OPTION_FORMAT] = &request.format,
		[OPTION_ENCODING] = &request.encoding,
	};
	struct err err = ERR_INIT;
	int option;

	while ((option = args_option(argc, argv, options)) != -1) {
		if (option == '?')
			return cli_usage(&cli_report_command);
		*values[option] = optarg;
	}
	if (argc - optind < 1 || argc - optind > 2)
		return cli_usage(&cli_report_command);
	request.name = argv[optind];
	request.path = argv[optind + 1]; /* argv ends with NULL */
	return cli_end(report(app, &request, &err), &err);
}

const struct cli_command cli_report_command = {
	.name = "report",
	.usage = "meetings --union NAME|ID [--year YYYY] | due | checklist "
		 "[--by item|union|committee|period] [--year YYYY] "
		 "[--part WORD] | duplicates [FILE|-] [--format text|csv] [--encoding utf-8-bom|utf-8|gb18030]",
	.help = N_("Prints what the records say together: the meetings of a "
		   "union's year, all that is due, the verdicts of checks, or "
		   "records that may be the same; into FILE as CSV."),
	.run = run,
};
