/* ronghe history: all changes, or what became of one record. */
#include <stdlib.h>

#include "base/date.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/tell.h"
#include "records/as_of.h"
#include "records/load.h"

enum {
	PAGE = 100,
	OPTION_AS_OF = 1,
	OPTION_OPERATOR,
	OPTION_SINCE,
	OPTION_UNTIL,
	OPTION_TYPE,
	OPTION_REASON,
	OPTION_N,
};

static const struct option options[] = {
	{"as-of", required_argument, NULL, OPTION_AS_OF},
	{"operator", required_argument, NULL, OPTION_OPERATOR},
	{"since", required_argument, NULL, OPTION_SINCE},
	{"until", required_argument, NULL, OPTION_UNTIL},
	{"type", required_argument, NULL, OPTION_TYPE},
	{"reason", required_argument, NULL, OPTION_REASON},
	{NULL, 0, NULL, 0},
};

/* What the command is asked for; NULL where it is not. */
struct request {
	const char *id;
	char *given[OPTION_N]; /* by option, in UTF-8 */
};

static enum err_code
read_date(struct app *app, const char *typed, char date[DATE_SIZE],
	struct err *err)
{
	char today[DATE_SIZE];

	world_today(app->world, today);
	return date_parse(typed, today, date, err);
}

static enum err_code
read_filter(struct app *app, const struct request *request,
	struct journal_filter *filter, struct err *err)
{
	const struct record_type *type;
	char date[DATE_SIZE];
	int64_t end;
	enum err_code code = ERR_OK;

	*filter = (struct journal_filter){
		.operator_name = request->given[OPTION_OPERATOR],
		.words = request->given[OPTION_REASON],
	};
	if (request->given[OPTION_SINCE] != NULL) {
		code = read_date(app, request->given[OPTION_SINCE], date, err);
		if (code == ERR_OK)
			date_span(date, &filter->since, &end);
	}
	if (code == ERR_OK && request->given[OPTION_UNTIL] != NULL) {
		code = read_date(app, request->given[OPTION_UNTIL], date, err);
		if (code == ERR_OK)
			date_span(date, &end, &filter->until);
	}
	if (code == ERR_OK && request->given[OPTION_TYPE] != NULL) {
		code = args_type(request->given[OPTION_TYPE], &type, err);
		if (code == ERR_OK)
			filter->table = type->name;
	}
	return code;
}

static enum err_code
print_changes(struct app *app, const struct request *request, struct err *err)
{
	struct journal_change changes[PAGE];
	struct journal_filter filter;
	int64_t after = 0;
	size_t n = PAGE;
	enum err_code code = read_filter(app, request, &filter, err);

	while (code == ERR_OK && n == PAGE) {
		code = journal_changes(app->store, &filter, after, false, PAGE,
			changes, &n, err);
		for (size_t i = 0; code == ERR_OK && i < n; i++) {
			tell_change(app->store, &changes[i]);
			after = changes[i].id;
			journal_change_clear(&changes[i]);
		}
	}
	return code;
}

static enum err_code
print_as_of(struct app *app, const struct record_type *type, int64_t id,
	const char *typed, struct err *err)
{
	struct record record;
	char date[DATE_SIZE];
	enum err_code code = read_date(app, typed, date, err);

	if (code == ERR_OK)
		code = as_of_load(app->store, type, id, date, &record, err);
	if (code != ERR_OK)
		return code;
	tell_values(app->store, &record, true);
	record_clear(&record);
	return ERR_OK;
}

/* An id names one thing alone: a record, or else a change. */
static enum err_code
print_one(struct app *app, const struct request *request, int64_t id,
	struct err *err)
{
	const struct record_type *type = record_type_of_id(app->store, id);
	const char *as_of = request->given[OPTION_AS_OF];
	struct journal_change change;

	if (type != NULL && as_of != NULL)
		return print_as_of(app, type, id, as_of, err);
	if (type != NULL) {
		int64_t survivor = id;
		enum err_code code = tell_record(app->store, type->name, id,
			err);

		/* its own stays what it was; it goes on elsewhere */
		return code == ERR_OK ? args_survivor(app->store, type,
				&survivor, err) : code;
	}
	if (journal_change_load(app->store, id, &change, NULL) != ERR_OK)
		return err_set(err, ERR_ABSENT,
			_("There is neither a record nor a change %s; ronghe "
			  "history lists the changes."), request->id);
	tell_change(app->store, &change);
	journal_change_clear(&change);
	return tell_rows(app->store, id, err);
}

static enum err_code
history(struct app *app, const struct request *request, struct err *err)
{
	int64_t id = 0;
	enum err_code code = ERR_OK;

	if (request->id != NULL)
		code = args_id(request->id, &id, err);
	if (code == ERR_OK)
		code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	return request->id != NULL ? print_one(app, request, id, err)
				   : print_changes(app, request, err);
}

/* A day is asked of one record, all else of the list of changes. */
static bool
fits_together(const struct request *request)
{
	if (request->id == NULL)
		return request->given[OPTION_AS_OF] == NULL;
	for (int i = OPTION_AS_OF + 1; i < OPTION_N; i++)
		if (request->given[i] != NULL)
			return false;
	return true;
}

static bool
read_options(int argc, char **argv, struct request *request)
{
	int option;

	while ((option = args_option(argc, argv, options)) != -1) {
		if (option <= 0 || option >= OPTION_N)
			return false;
		free(request->given[option]);
		request->given[option] = cli_text(optarg);
	}
	request->id = argv[optind];
	return argc - optind <= 1 && fits_together(request);
}

static int
run(struct app *app, int argc, char **argv)
{
	struct request request = {.id = NULL};
	struct err err = ERR_INIT;
	int status;

	if (read_options(argc, argv, &request))
		status = cli_end(history(app, &request, &err), &err);
	else
		status = cli_usage(&cli_history_command);
	for (int i = 0; i < OPTION_N; i++)
		free(request.given[i]);
	return status;
}

const struct cli_command cli_history_command = {
	.name = "history",
	.usage = "[ID [--as-of DAY]] [--operator NAME] [--since DAY] "
		 "[--until DAY] [--type TYPE] [--reason WORDS]",
	.help = N_("Prints who changed what in a record, old beside new, or "
		   "the record as it stood on a day; without ID all changes, "
		   "newest first, or those of an operator, of certain days, "
		   "of a type, or with words in their reason."),
	.run = run,
};
