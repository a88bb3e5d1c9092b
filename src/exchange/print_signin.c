/* signin (签到表): room for everybody to sign. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "exchange/print_private.h"
#include "records/nouns.h"
#include "records/roster.h"

enum { NUMBER_SIZE = 24, BLANK = 24 };

#define SITS_IN "2" /* 列席, of attendance_capacity */

/* What is read of each of the roster. */
static const char *const paths[] = {"member_id", "unit_id",
	"member_id.branch_id"};

enum { PATHS_N = sizeof(paths) / sizeof(paths[0]) };

enum { COLUMNS_N = 4 };

struct sheet {
	struct paper *paper;
	uint64_t n;
};

static void
add_person(struct sheet *sheet, const char *name, const char *unit)
{
	char number[NUMBER_SIZE];
	const char *const cells[COLUMNS_N] = {number, name, unit, ""};

	snprintf(number, sizeof(number), "%llu",
		(unsigned long long)++sheet->n);
	paper_add_row(sheet->paper, cells);
}

/* With the unit that sent the person, else the home branch. */
static enum err_code
add_member(void *data, const struct query_row *row, struct err *err)
{
	(void)err;
	add_person(data, row->cells[0], row->cells[1][0] != '\0'
			? row->cells[1] : row->cells[2]);
	return ERR_OK;
}

/* A fact that is filled in by hand. */
static void
add_blank(struct paper *paper, const char *label)
{
	char line[BLANK + 1];

	for (size_t i = 0; i < BLANK; i++)
		line[i] = '_';
	line[BLANK] = '\0';
	paper_add_fact(paper, label, line);
}

/* What stands above the people: of a meeting its facts, else lines. */
static void
add_head(const struct print_request *request, const struct record *record,
	struct paper *paper)
{
	struct strbuf text = STRBUF_INIT;

	if (record->type == &meeting_type) {
		print_add_value(request, record, "union_org_id", &text);
		paper_addf(paper, PAPER_TITLE, _("%s sign-in sheet"), text.s);
		print_fact(request, record, "title", paper);
		print_fact(request, record, "begin_at", paper);
		print_fact(request, record, "place", paper);
	} else {
		paper_addf(paper, PAPER_TITLE, _("%s sign-in sheet"),
			record_get(record, "name"));
		add_blank(paper, _("Meeting: "));
		add_blank(paper, _("Time: "));
		add_blank(paper, _("Place: "));
	}
	strbuf_clear(&text);
}

static enum err_code
add_roster(const struct print_request *request, int64_t union_org_id,
	const char *day, struct sheet *sheet, struct err *err)
{
	struct query query;
	enum err_code code;

	roster_query(&query, union_org_id, day);
	code = query_each_row(request->store, &query, paths, PATHS_N,
		add_member, sheet, err);
	query_clear(&query);
	return code;
}

/* Those who are called, then those who sit in. */
static void
add_attendees(const struct print_request *request,
	const struct owned_rows *rows, bool called, struct sheet *sheet)
{
	struct strbuf name = STRBUF_INIT, beside = STRBUF_INIT;

	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;

		if (print_is_called(row) != called)
			continue;
		strbuf_reset(&name);
		strbuf_reset(&beside);
		print_add_attendee(request, row, &name);
		print_add_value(request, row,
			strcmp(record_get(row, "capacity"), SITS_IN) == 0
				? "capacity" : "unit_id", &beside);
		add_person(sheet, name.s, beside.s);
	}
	strbuf_clear(&name);
	strbuf_clear(&beside);
}

/* Of a meeting those who were put down for it; before that the roster of its
 * day. */
static enum err_code
add_meeting(const struct print_request *request, const struct record *meeting,
	struct sheet *sheet, struct err *err)
{
	char day[DATE_SIZE];
	struct owned owned;
	enum err_code code;

	snprintf(day, sizeof(day), "%.*s", DATE_SIZE - 1,
		record_get(meeting, "begin_at"));
	owned_init(&owned, &meeting_type);
	code = owned_load(request->store, &owned, meeting->id, err);
	for (size_t i = 0; code == ERR_OK && i < owned.n; i++)
		if (owned.items[i].type == &attendance_type) {
			add_attendees(request, &owned.items[i], true, sheet);
			add_attendees(request, &owned.items[i], false, sheet);
		}
	owned_clear(&owned);
	if (code == ERR_OK && sheet->n == 0)
		code = add_roster(request, record_ref(meeting, "union_org_id"),
			day, sheet, err);
	return code;
}

static enum err_code
make(const struct print_request *request, const struct record *record,
	struct paper *paper, struct err *err)
{
	const struct paper_column columns[COLUMNS_N] = {
		{_("No."), 4, true},
		{term_word(&record_field(&member_type, "name")->term), 12,
			false},
		{_("Unit"), 14, false},
		{_("Sign here"), 13, false},
	};
	struct sheet sheet = {paper, 0};

	add_head(request, record, paper);
	paper_begin_table(paper, columns, COLUMNS_N, true);
	if (record->type == &meeting_type)
		return add_meeting(request, record, &sheet, err);
	return add_roster(request, record->id, request->day, &sheet, err);
}

const struct print_kind print_signin_kind = {
	.name = "signin",
	.term = {"Sign-in sheet", "签到表"},
	.help = N_("A sheet on which everybody signs: of a union the roster, "
		   "of a meeting those who were put down for it."),
	.of = {&meeting_type, &union_org_type},
	.make = make,
};
