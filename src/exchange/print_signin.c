/* signin (签到表): room for everybody to sign. */
#include <stdio.h>

#include "base/i18n.h"
#include "exchange/print_private.h"
#include "records/nouns.h"
#include "records/roster.h"

enum { NUMBER_SIZE = 24, BLANK = 24 };

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

static enum err_code
make(const struct print_request *request, const struct record *org,
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
	struct query query;
	enum err_code code;

	paper_addf(paper, PAPER_TITLE, _("%s sign-in sheet"),
		record_get(org, "name"));
	add_blank(paper, _("Meeting: "));
	add_blank(paper, _("Time: "));
	add_blank(paper, _("Place: "));
	paper_begin_table(paper, columns, COLUMNS_N, true);
	roster_query(&query, org->id, request->day);
	code = query_each_row(request->store, &query, paths, PATHS_N,
		add_member, &sheet, err);
	query_clear(&query);
	return code;
}

const struct print_kind print_signin_kind = {
	.name = "signin",
	.term = {"Sign-in sheet", "签到表"},
	.help = N_("A sheet on which everybody of the roster signs."),
	.of = {&union_org_type},
	.make = make,
};
