#include "exchange/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/sheet.h"
#include "records/duplicates.h"
#include "records/load.h"
#include "records/meeting_calendar.h"
#include "records/meeting_due.h"
#include "records/nouns.h"
#include "records/query.h"
#include "store/site.h"

size_t
report_n_rows(const struct report_table *table)
{
	return table->header.n > 0 ? table->cells.n / table->header.n : 0;
}

void
report_clear(struct report_table *table)
{
	strvec_clear(&table->header);
	strvec_clear(&table->cells);
}

static void
add_number(struct strvec *cells, int64_t number)
{
	char *text = xasprintf("%lld", (long long)number);

	strvec_add(cells, text);
	free(text);
}

static void
add_kind(const struct calendar_kind *kind, struct strvec *cells)
{
	strvec_add(cells, kind->name);
	add_number(cells, kind->n_held);
	if (kind->cycle != NULL)
		add_number(cells, kind->n_demanded);
	else
		strvec_add(cells, "");
	for (int month = 0; month < CALENDAR_MONTHS; month++) {
		struct strbuf sign = STRBUF_INIT;

		calendar_cell_show(&kind->months[month], &sign);
		strvec_add(cells, sign.s);
		strbuf_clear(&sign);
	}
}

static enum err_code
make_meetings(const struct report_request *request,
	struct report_table *table, struct err *err)
{
	struct meeting_calendar calendar;
	enum err_code code = meeting_calendar_load(request->store,
		request->union_org_id, request->year, request->today,
		&calendar, err);

	strvec_add(&table->header, term_word(&meeting_kind_type.term));
	strvec_add(&table->header, _("Held"));
	strvec_add(&table->header, _("To be held"));
	for (int month = 0; month < CALENDAR_MONTHS; month++)
		strvec_add(&table->header, calendar_month_word(month));
	for (size_t i = 0; code == ERR_OK && i < calendar.n; i++)
		add_kind(&calendar.items[i], &table->cells);
	meeting_calendar_clear(&calendar);
	return code;
}

/* days to the day, or since: less than 0. */
static void
add_days(struct strvec *cells, const char *day, int days)
{
	strvec_add(cells, day);
	if (days < 0)
		strvec_add(cells, "");
	add_number(cells, days < 0 ? -days : days);
	if (days >= 0)
		strvec_add(cells, "");
}

struct task_rows {
	const struct report_request *request;
	const char *label;
	struct strvec *cells;
};

static enum err_code
add_task(void *data, const struct query_row *row, struct err *err)
{
	const struct task_rows *rows = data;
	const char *day = row->cells[2];

	(void)err;
	strvec_add(rows->cells, rows->label);
	add_number(rows->cells, 1);
	strvec_add(rows->cells, row->cells[0]);
	strvec_add(rows->cells, row->cells[1]);
	if (date_is_day(day)) {
		add_days(rows->cells, day, date_days_between(
			rows->request->today, day));
	} else {
		strvec_add(rows->cells, day);
		strvec_add(rows->cells, "");
		strvec_add(rows->cells, "");
	}
	return ERR_OK;
}

static enum err_code
add_count(const struct report_request *request, const struct query *query,
	struct strvec *cells, struct err *err)
{
	int64_t n = 0;
	enum err_code code = query_count(request->store, query, 0, &n, err);

	if (code != ERR_OK || n == 0)
		return code;
	strvec_add(cells, i18n_text(query->due->label));
	add_number(cells, n);
	for (int i = 0; i < 5; i++)
		strvec_add(cells, "");
	return ERR_OK;
}

/* Tasks are a row each; of all else there is the count. */
static enum err_code
add_due(const struct report_request *request, const struct due *due,
	struct strvec *cells, struct err *err)
{
	static const char *const paths[] = {"union_org_id", "title", "due_on"};
	struct task_rows rows = {request, i18n_text(due->label), cells};
	struct query query;
	enum err_code code;

	query_init(&query, due->type);
	query.due = due;
	if (due->type == &task_type) {
		query_set_order(&query, "due_on", false);
		code = query_each_row(request->store, &query, paths, 3,
			add_task, &rows, err);
	} else {
		code = add_count(request, &query, cells, err);
	}
	query_clear(&query);
	return code;
}

static enum err_code
add_meetings_due(const struct report_request *request, struct strvec *cells,
	struct err *err)
{
	struct meeting_due_list list = VEC_INIT;
	enum err_code code = meeting_due_load(request->store, request->today,
		&list, err);

	for (size_t i = 0; code == ERR_OK && i < list.n; i++) {
		const struct meeting_due *due = &list.items[i];
		char day[DATE_SIZE];

		date_add_days(request->today, due->days_left, day);
		strvec_add(cells, _("Meetings due and not held yet"));
		add_number(cells, due->times - due->n_held);
		strvec_add(cells, due->union_name);
		strvec_add(cells, due->kind_name);
		add_days(cells, day, due->days_left);
	}
	meeting_due_clear(&list);
	return code;
}

static enum err_code
make_due(const struct report_request *request, struct report_table *table,
	struct err *err)
{
	enum err_code code = ERR_OK;

	strvec_add(&table->header, _("What is due"));
	strvec_add(&table->header, _("Count"));
	strvec_add(&table->header, term_word(&union_org_type.term));
	strvec_add(&table->header, _("Title"));
	strvec_add(&table->header, _("Due on"));
	strvec_add(&table->header, _("Days left"));
	strvec_add(&table->header, _("Days over"));
	for (size_t i = 0; code == ERR_OK && i < dues_n; i++)
		code = add_due(request, &dues[i], &table->cells, err);
	return code == ERR_OK
		? add_meetings_due(request, &table->cells, err) : code;
}

static enum err_code
make_checklist(const struct report_request *request,
	struct report_table *table, struct err *err)
{
	const struct verdict_filter filter = {request->year, request->part};
	const struct code_list *verdicts = field_codes(
		record_field(&checklist_result_type, "verdict"));
	struct verdict_counts counts;
	enum err_code code = verdict_counts_load(request->store, request->by,
		&filter, &counts, err);

	strvec_add(&table->header,
		term_word(&verdict_groupings[request->by].term));
	strvec_add(&table->header, term_word(&checklist_run_type.term));
	table->bar = table->header.n;
	for (const char *verdict = "1239"; *verdict != '\0'; verdict++)
		strvec_add(&table->header, code_word(code_find(verdicts,
			(char[]){*verdict, '\0'})));
	strvec_add(&table->header, _("Not judged"));
	for (size_t i = 0; code == ERR_OK && i < counts.n; i++) {
		const struct verdict_count *count = &counts.items[i];

		strvec_add(&table->cells, count->label);
		add_number(&table->cells, count->n_runs);
		add_number(&table->cells, count->n_met);
		add_number(&table->cells, count->n_partly);
		add_number(&table->cells, count->n_unmet);
		add_number(&table->cells, count->n_not_applicable);
		add_number(&table->cells, count->n_open);
	}
	verdict_counts_clear(&counts);
	return code;
}

/* One type's pairs on their way into the table. */
struct duplicate_rows {
	const struct report_request *request;
	const struct record_type *type;
	struct strvec *cells;
};

static void
add_record(struct store *store, const struct record_type *type, int64_t id,
	struct strvec *cells)
{
	char text[SITE_ID_TEXT_SIZE];
	struct strbuf title = STRBUF_INIT;

	site_id_to_text(id, text);
	record_title_of(store, type, id, &title);
	strvec_add(cells, text);
	strvec_add(cells, title.s);
	strbuf_clear(&title);
}

static enum err_code
add_duplicate(void *data, const struct duplicate *duplicate, struct err *err)
{
	const struct duplicate_rows *rows = data;
	struct store *store = rows->request->store;
	struct strbuf reason = STRBUF_INIT;

	(void)err;
	alike_reason(rows->type, &duplicate->found, &reason);
	strvec_add(rows->cells, alike_word(duplicate->found.how));
	strvec_add(rows->cells, term_word(&rows->type->term));
	add_record(store, rows->type, duplicate->one, rows->cells);
	add_record(store, rows->type, duplicate->other, rows->cells);
	strvec_add(rows->cells, reason.s);
	strbuf_clear(&reason);
	return ERR_OK;
}

static enum err_code
make_duplicates(const struct report_request *request,
	struct report_table *table, struct err *err)
{
	enum err_code code = ERR_OK;

	strvec_add(&table->header, _("How likely"));
	strvec_add(&table->header, _("Kind of record"));
	strvec_add(&table->header, _("Number"));
	strvec_add(&table->header, _("Name"));
	strvec_add(&table->header, _("Number of the other"));
	strvec_add(&table->header, _("Name of the other"));
	strvec_add(&table->header, _("Why alike"));
	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		struct duplicate_rows rows = {request, record_types[i],
			&table->cells};

		if (rows.type->n_alike > 0)
			code = duplicates_each(request->store, rows.type,
				add_duplicate, &rows, NULL, err);
	}
	return code;
}

const char report_meetings[] = "meetings";

const struct report reports[] = {
	{report_meetings, {"Calendar of meetings", "会议年历"},
		N_("What a union has held in a year, kinds of meeting by "
		   "months, and what is missing."),
		N_("Nothing was held or is to be held in that year."),
		REPORT_OF_UNION | REPORT_OF_YEAR, make_meetings},
	{"due", {"What is due", "待办事项"},
		N_("What is to be done: tasks and meetings with their days, "
		   "records that want attention by their number."),
		N_("Nothing is due."), 0, make_due},
	{"checklist", {"Verdicts of checks", "对标检查统计"},
		N_("How many results of checks had which verdict, by item, "
		   "union, leading committee or period."),
		N_("Nothing was checked in that time."),
		REPORT_OF_CHECKS, make_checklist},
	{"duplicates", {"Likely duplicates", "疑似重复"},
		N_("Records that may be one and the same person, unit or "
		   "branch, how likely and why."),
		N_("No two records look alike."), 0, make_duplicates},
};

const size_t reports_n = sizeof(reports) / sizeof(reports[0]);

const struct report *
report_find(const char *name)
{
	for (size_t i = 0; i < reports_n; i++)
		if (strcmp(name, reports[i].name) == 0 ||
			strcmp(name, reports[i].term.en) == 0 ||
			strcmp(name, reports[i].term.zh) == 0)
			return &reports[i];
	return NULL;
}

enum err_code
report_write(const struct report_table *table, const char *path,
	enum encoding enc, struct err *err)
{
	const char *const *cells = (const char *const *)table->cells.items;
	size_t n = table->header.n;
	const struct sheet_layout layout = {
		.name = _("Report"),
		.n_columns = n,
		.enc = enc,
	};
	struct sheet_writer *writer;
	enum err_code code = sheet_open(path, &layout, &writer, err);

	if (code != ERR_OK)
		return code;
	code = sheet_write(writer, SHEET_HEADER,
		(const char *const *)table->header.items, n, err);
	for (size_t i = 0; code == ERR_OK && i < report_n_rows(table); i++)
		code = sheet_write(writer, SHEET_ROW, cells + i * n, n, err);
	if (code == ERR_OK)
		return sheet_commit(writer, err);
	sheet_abandon(writer);
	return code;
}
