/* roster (花名册): who acts in a union, and its numbers. */
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/print_private.h"
#include "records/nouns.h"
#include "records/roster.h"
#include "records/value.h"

enum { NUMBER_SIZE = 24, NUMBER_WIDTH = 3 };

/* What stands of each, and how wide beside one another. */
static const struct {
	const char *path;
	int width;
} listed[] = {
	{"member_id", 10},
	{"member_id.sex", 4},
	{"member_id.ethnic", 8},
	{"member_id.birth_on", 10},
	{"member_id.education", 8},
	{"member_id.branch_id", 12},
	{"unit_id", 12},
	{"post", 6},
	{"origin", 4},
	{"duty", 8},
	{"joined_on", 10},
};

enum { LISTED_N = sizeof(listed) / sizeof(listed[0]) };

static const struct field_type *
field_of(size_t i)
{
	return query_field(&membership_type, listed[i].path);
}

struct listing {
	struct paper *paper;
	uint64_t n;
};

static enum err_code
add_member(void *data, const struct query_row *row, struct err *err)
{
	struct listing *listing = data;
	struct strvec cells = VEC_INIT;
	struct strbuf text = STRBUF_INIT;

	(void)err;
	strbuf_addf(&text, "%llu", (unsigned long long)++listing->n);
	strvec_add(&cells, text.s);
	for (size_t i = 0; i < LISTED_N; i++) {
		strbuf_reset(&text);
		if (field_of(i)->kind == FIELD_REF)
			strbuf_add(&text, row->cells[i]);
		else
			value_show_masked(field_of(i), row->cells[i], &text);
		strvec_add(&cells, print_or_none(text.s));
	}
	paper_add_row(listing->paper, (const char *const *)cells.items);
	strbuf_clear(&text);
	strvec_clear(&cells);
	return ERR_OK;
}

static enum err_code
add_members(const struct print_request *request, const struct query *query,
	struct paper *paper, struct err *err)
{
	struct paper_column columns[LISTED_N + 1] = {
		{_("No."), NUMBER_WIDTH, true}};
	struct listing listing = {paper, 0};
	const char *paths[LISTED_N];

	for (size_t i = 0; i < LISTED_N; i++) {
		paths[i] = listed[i].path;
		columns[i + 1] = (struct paper_column){
			term_word(&field_of(i)->term), listed[i].width, false};
	}
	paper_begin_table(paper, columns, LISTED_N + 1, false);
	return query_each_row(request->store, query, paths, LISTED_N,
		add_member, &listing, err);
}

/* The numbers of a part as a table of one row. */
static void
add_part(const struct roster_numbers *numbers, enum roster_part part,
	struct paper *paper)
{
	struct paper_column *columns = xcalloc(numbers->n, sizeof(*columns));
	struct strvec cells = VEC_INIT;
	size_t n = 0;

	for (size_t i = 0; i < numbers->n; i++) {
		char text[NUMBER_SIZE];

		if (numbers->items[i].part != part)
			continue;
		snprintf(text, sizeof(text), "%lld",
			(long long)numbers->items[i].n);
		strvec_add(&cells, text);
		columns[n++] = (struct paper_column){
			numbers->items[i].word, 1, true};
	}
	if (n > 0) {
		paper_begin_table(paper, columns, n, false);
		paper_add_row(paper, (const char *const *)cells.items);
	}
	strvec_clear(&cells);
	free(columns);
}

static enum err_code
make(const struct print_request *request, const struct record *org,
	struct paper *paper, struct err *err)
{
	const char *day = request->day[0] != '\0' ? request->day
						  : request->today;
	struct roster_numbers numbers = VEC_INIT;
	struct strbuf text = STRBUF_INIT;
	struct query query;
	enum err_code code;

	paper_addf(paper, PAPER_TITLE, _("Roster of %s"),
		record_get(org, "name"));
	print_add_date(day, &text);
	paper_addf(paper, PAPER_SUBTITLE, _("As of %s"), text.s);
	roster_query(&query, org->id, request->day);
	code = add_members(request, &query, paper, err);
	if (code == ERR_OK)
		code = roster_count(request->store, &query, day, &numbers,
			err);
	for (int part = 0; code == ERR_OK && part < ROSTER_PARTS; part++)
		add_part(&numbers, (enum roster_part)part, paper);
	query_clear(&query);
	vec_clear(&numbers);
	strbuf_clear(&text);
	return code;
}

const struct print_kind print_roster_kind = {
	.name = "roster",
	.term = {"Roster", "花名册"},
	.help = N_("Who acts in a union, with its numbers, on A4 on its "
		   "side."),
	.landscape = true,
	.of = {&union_org_type},
	.make = make,
};
