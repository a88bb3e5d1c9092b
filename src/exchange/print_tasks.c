/* tasks (任务清单): what is to be done, by whom and by when. */
#include <stdbool.h>

#include "base/i18n.h"
#include "exchange/print_private.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/value.h"
#include "store/site.h"

enum { NUMBER_SIZE = 24, NUMBER_WIDTH = 4 };

/* The columns, and how wide beside one another; the first of them fit on an
 * upright page. */
static const struct {
	const char *path;
	int width;
} listed[] = {
	{"title", 14},
	{"member_id", 8},
	{"unit_id", 10},
	{"due_on", 10},
	{"given_on", 10},
	{"detail", 20},
	{"state", 8},
	{"result", 14},
};

enum { LISTED_N = sizeof(listed) / sizeof(listed[0]), SHORT_N = 4 };

static const struct field_type *
field_of(size_t i)
{
	return query_field(&task_type, listed[i].path);
}

struct listing {
	struct paper *paper;
	size_t n_cells;
	uint64_t n;
};

static enum err_code
add_task(void *data, const struct query_row *row, struct err *err)
{
	struct listing *listing = data;
	struct strvec cells = VEC_INIT;
	struct strbuf text = STRBUF_INIT;

	(void)err;
	strbuf_addf(&text, "%llu", (unsigned long long)++listing->n);
	strvec_add(&cells, text.s);
	for (size_t i = 0; i < listing->n_cells; i++) {
		strbuf_reset(&text);
		if (field_of(i)->kind == FIELD_REF)
			strbuf_add(&text, row->cells[i]);
		else
			value_show(field_of(i), row->cells[i], &text);
		strvec_add(&cells, print_or_none(text.s));
	}
	paper_add_row(listing->paper, (const char *const *)cells.items);
	strbuf_clear(&text);
	strvec_clear(&cells);
	return ERR_OK;
}

enum err_code
print_add_tasks(const struct print_request *request,
	const struct query *query, enum print_tasks how, struct paper *paper,
	struct err *err)
{
	struct paper_column columns[LISTED_N + 1] = {
		{_("No."), NUMBER_WIDTH, true}};
	struct listing listing = {paper,
		how == PRINT_TASKS_SHORT ? SHORT_N : LISTED_N, 0};
	const char *paths[LISTED_N];

	for (size_t i = 0; i < LISTED_N; i++) {
		paths[i] = listed[i].path;
		columns[i + 1] = (struct paper_column){
			term_word(&field_of(i)->term), listed[i].width, false};
	}
	paper_begin_table(paper, columns, listing.n_cells + 1, false);
	return query_each_row(request->store, query, paths, listing.n_cells,
		add_task, &listing, err);
}

/* How a task refers to what the list is about. */
static const struct {
	const struct record_type *type;
	const char *field;
	bool only_open;
} about[] = {
	{&union_org_type, "union_org_id", true},
	{&meeting_type, "meeting_id", false},
};

static void
set_filter(struct query *query, const struct record_type *type, int64_t of)
{
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(of, id);
	for (size_t i = 0; i < sizeof(about) / sizeof(about[0]); i++)
		if (about[i].type == type) {
			query_set_filter(query, about[i].field, id);
			if (about[i].only_open)
				query_set_filter(query, "state", "1");
		}
}

/* Of a task it is the list on which it stands: that of its union. */
static enum err_code
make(const struct print_request *request, const struct record *record,
	struct paper *paper, struct err *err)
{
	bool is_task = record->type == &task_type;
	const struct record_type *type = is_task ? &union_org_type
						 : record->type;
	int64_t of = is_task ? record_ref(record, "union_org_id")
			     : record->id;
	struct strbuf text = STRBUF_INIT;
	struct query query;
	int64_t n = 0;
	enum err_code code;

	record_title_of(request->store, type, of, &text);
	paper_addf(paper, PAPER_TITLE, _("Tasks of %s"), text.s);
	query_init(&query, &task_type);
	set_filter(&query, type, of);
	code = query_count(request->store, &query, 0, &n, err);
	strbuf_reset(&text);
	print_add_date(request->today, &text);
	paper_addf(paper, PAPER_SUBTITLE, P_("%s, %ld task", "%s, %ld tasks",
		(unsigned long)n), text.s, (long)n);
	if (code == ERR_OK)
		code = print_add_tasks(request, &query, PRINT_TASKS_LONG,
			paper, err);
	query_clear(&query);
	strbuf_clear(&text);
	return code;
}

const struct print_kind print_tasks_kind = {
	.name = "tasks",
	.term = {"List of tasks", "任务清单"},
	.help = N_("What is to be done in a union, or all tasks of a "
		   "meeting."),
	.landscape = true,
	.of = {&union_org_type, &meeting_type, &task_type},
	.make = make,
};
