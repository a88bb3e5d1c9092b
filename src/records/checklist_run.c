/* checklist_run (对标检查): a union held against a standard, for a period. */
#include "records/nouns.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "records/checklist.h"
#include "records/find.h"
#include "records/load.h"
#include "records/owned.h"
#include "store/site.h"
#include "store/stmt.h"

enum { PAGE_RUN, PAGE_REVIEW };

/* Of check_part. */
#define ONE_DAY "9"

/* Of check_state. */
#define DRAFT "1"
#define SUBMITTED "2"
#define APPROVED "3"
#define SENT_BACK "4"

static bool
is_of_one_day(const struct record *run)
{
	return strcmp(record_get(run, "part"), ONE_DAY) == 0;
}

static const struct field_type fields[] = {
	{.name = "union_org_id", .term = {"union organisation", "联合党组织"},
		.also = "所在联合党组织|检查对象", .kind = FIELD_REF,
		.ref = "union_org", .cols = 26,
		.flags = FIELD_REQUIRED | FIELD_SORTED, .page = PAGE_RUN},
	{.name = "standard_id", .term = {"standard", "工作标准"},
		.also = "标准|检查标准", .kind = FIELD_REF,
		.ref = "standard", .cols = 26, .flags = FIELD_REQUIRED,
		.page = PAGE_RUN},
	{.name = "year", .term = {"year", "检查年度"}, .also = "年度|年份",
		.kind = FIELD_INT, .cols = 6, .flags = FIELD_REQUIRED,
		.initial = "year", .page = PAGE_RUN},
	{.name = "part", .term = {"part of the year", "检查时段"},
		.also = "时段|期间", .kind = FIELD_CODE, .cols = 10,
		.codes = "check_part", .flags = FIELD_REQUIRED,
		.initial = "0", .page = PAGE_RUN},
	{.name = "day_on", .term = {"day", "所查日期"}, .kind = FIELD_DATE,
		.flags = FIELD_REQUIRED, .when = is_of_one_day,
		.page = PAGE_RUN,
		.help = N_("The records are looked at from the first day of "
			   "that year until this day.")},
	{.name = "from_on", .term = {"from", "时段开始"},
		.kind = FIELD_DATE, .flags = FIELD_READONLY | FIELD_SORTED,
		.page = PAGE_RUN},
	{.name = "until_on", .term = {"to", "时段结束"},
		.kind = FIELD_DATE, .flags = FIELD_READONLY,
		.page = PAGE_RUN},
	{.name = "judged_on", .term = {"judged", "检查日期"},
		.also = "检查时间", .kind = FIELD_DATE, .page = PAGE_RUN},
	{.name = "judged_by", .term = {"judged by", "检查人"},
		.kind = FIELD_TEXT, .cols = 12, .max = 100,
		.page = PAGE_RUN},
	{.name = "state", .term = {"state", "检查状态"}, .also = "状态",
		.kind = FIELD_CODE, .cols = 8, .codes = "check_state",
		.initial = "1", .page = PAGE_RUN},

	{.name = "submitted_by_id", .term = {"submitted by", "提交人"},
		.kind = FIELD_REF, .ref = "operator", .cols = 12,
		.flags = FIELD_READONLY,
		.inverse = {"checklists submitted", "提交的对标检查"},
		.page = PAGE_REVIEW},
	{.name = "submitted_on", .term = {"submitted", "提交日期"},
		.kind = FIELD_DATE, .flags = FIELD_READONLY,
		.page = PAGE_REVIEW},
	{.name = "reviewed_by_id", .term = {"reviewed by", "审核人"},
		.kind = FIELD_REF, .ref = "operator", .cols = 12,
		.flags = FIELD_READONLY,
		.inverse = {"checklists reviewed", "审核的对标检查"},
		.page = PAGE_REVIEW},
	{.name = "reviewed_on", .term = {"reviewed", "审核日期"},
		.kind = FIELD_DATE, .flags = FIELD_READONLY,
		.page = PAGE_REVIEW},
	{.name = "return_why", .term = {"why sent back", "退回原因"},
		.kind = FIELD_TEXT, .max = 200, .page = PAGE_REVIEW},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_REVIEW},
};

/* Checks taken over from elsewhere may be in any state. */
static const struct state_step steps[] = {
	{"", "1", {"begin", "开始检查"}, {NULL}},
	{"", "2", {"enter as submitted", "登记（已提交）"},
		{"judged_on", "judged_by"}},
	{"", "3", {"enter as approved", "登记（已审核）"},
		{"judged_on", "judged_by"}},
	{"", "4", {"enter as sent back", "登记（退回）"}, {"return_why"}},
	{"1", "2", {"submit", "提交"}, {"judged_on", "judged_by"}},
	{"4", "2", {"submit again", "重新提交"}, {"judged_on", "judged_by"}},
	{"2", "3", {"approve", "审核通过"}, {NULL}},
	{"2", "4", {"send back", "退回"}, {"return_why"}},
	{"2", "1", {"take back", "撤回提交"}, {NULL}},
	/* by an undo alone */
	{"3", "2", {"correct: not approved yet", "更正为已提交"}, {NULL}},
};

/* Months and days of each part of a year; of one day, all until then. */
static const struct {
	const char *part;
	const char *from;
	const char *until;
} periods[] = {
	{"0", "01-01", "12-31"},
	{"1", "01-01", "06-30"},
	{"2", "07-01", "12-31"},
	{"3", "01-01", "03-31"},
	{"4", "04-01", "06-30"},
	{"5", "07-01", "09-30"},
	{"6", "10-01", "12-31"},
};

static void
set_day(struct record *run, const char *field, const char *year,
	const char *day)
{
	char text[DATE_SIZE];

	snprintf(text, sizeof(text), "%.4s-%s", year, day);
	record_set(run, field, text);
}

/* What the records are asked about. */
static void
fill_period(struct record *run)
{
	const char *part = record_get(run, "part");
	const char *year = record_get(run, "year");
	const char *day = record_get(run, "day_on");

	if (strcmp(part, ONE_DAY) == 0 && date_valid(day)) {
		set_day(run, "from_on", day, "01-01");
		record_set(run, "until_on", day);
	}
	for (size_t i = 0; strlen(year) == 4 &&
		i < sizeof(periods) / sizeof(*periods); i++)
		if (strcmp(part, periods[i].part) == 0) {
			set_day(run, "from_on", year, periods[i].from);
			set_day(run, "until_on", year, periods[i].until);
		}
}

static bool
is(const struct record *record, const char *field, const char *value)
{
	return strcmp(record_get(record, field), value) == 0;
}

/* Who takes the step, where it is known, and when. */
static void
sign(struct record *run, const char *by, const char *on,
	const struct check_context *context)
{
	struct record who;
	char id[SITE_ID_TEXT_SIZE] = "";

	if (record_load(context->store, &operator_type, context->operator_id,
		    &who, NULL) == ERR_OK) {
		if (!who.deleted)
			site_id_to_text(who.id, id);
		record_clear(&who);
	}
	record_set(run, by, id);
	record_set(run, on, context->today);
}

static void
unsign(struct record *run, const char *by, const char *on)
{
	record_set(run, by, "");
	record_set(run, on, "");
}

/* What comes in from elsewhere brings its names along. */
static void
fill(struct record *run, const struct check_context *context)
{
	const struct record *old = context->old;

	fill_period(run);
	if (old == NULL || is(old, "state", record_get(run, "state")))
		return;
	if (is(run, "state", SUBMITTED)) {
		if (!is(old, "state", APPROVED))
			sign(run, "submitted_by_id", "submitted_on", context);
		unsign(run, "reviewed_by_id", "reviewed_on");
	} else if (is(run, "state", DRAFT)) {
		unsign(run, "submitted_by_id", "submitted_on");
	} else {
		sign(run, "reviewed_by_id", "reviewed_on", context);
	}
}

/* A union stands in one way at a time. */
static void
check_alone(const struct record *run, struct store *store,
	struct notes *notes)
{
	int64_t other;

	if (checklist_same(store, run, &other, NULL) == ERR_OK && other != 0)
		notes_block(notes, "part",
			_("The union already has a checklist of this standard "
			  "for that part of the year; go on with that one."));
}

/* How many of the results, not removed, are of this item. */
static size_t
count_of(const struct owned_rows *rows, int64_t item)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;

		n += !row->deleted && record_ref(row, "item_id") == item;
	}
	return n;
}

static bool
is_open(const struct record *row)
{
	return !row->deleted && is(row, "verdict", "");
}

/* Every item of the standard stands there, and once. */
static void
check_items(const struct record *run, struct store *store,
	const struct owned_rows *rows, struct notes *notes)
{
	struct find_ids items = VEC_INIT;

	if (find_by_value(store, &standard_item_type, "standard_id",
		    record_get(run, "standard_id"), SIZE_MAX / 2, &items,
		    NULL) != ERR_OK)
		return;
	for (size_t i = 0; i < items.n; i++) {
		size_t n = count_of(rows, items.items[i]);
		struct strbuf title = STRBUF_INIT;

		if (n == 1)
			continue;
		record_title_of(store, &standard_item_type, items.items[i],
			&title);
		if (n == 0)
			notes_block(notes, checklist_result_type.name,
				_("%s of the standard is missing in this "
				  "checklist; add it to the results."),
				title.s);
		else
			notes_block(notes, checklist_result_type.name,
				_("%s stands twice in this checklist; remove "
				  "one of the two."), title.s);
		strbuf_clear(&title);
	}
	find_ids_clear(&items);
}

static void
note_open(const struct record *first, size_t n_open, struct store *store,
	struct notes *notes)
{
	struct strbuf title = STRBUF_INIT;

	record_title(store, first, &title);
	notes_block(notes, checklist_result_type.name,
		P_("%zu item is not judged yet: %s.",
		   "%zu items are not judged yet, first of all %s.",
		   n_open), n_open, title.s);
	strbuf_clear(&title);
}

/* In their order: the first that says something is where the cursor goes. */
static void
check_results(const struct owned_rows *rows, struct store *store,
	struct notes *notes)
{
	size_t n_open = 0;

	for (size_t i = 0; i < rows->n; i++)
		n_open += is_open(&rows->items[i]->now);
	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;
		char *wants = checklist_wants(store, row);

		if (is_open(row) && n_open > 0) {
			note_open(row, n_open, store, notes);
			n_open = 0;
		} else if (wants != NULL) {
			notes_block(notes, checklist_result_type.name, "%s",
				wants);
		}
		free(wants);
	}
}

static void
check_submitted(const struct record *run, const struct check_context *context,
	struct notes *notes)
{
	const struct owned_rows *rows = owned_seen(context,
		&checklist_result_type);

	check_items(run, context->store, rows, notes);
	check_results(rows, context->store, notes);
}

static int64_t
count_operators(struct store *store)
{
	int64_t n = 0;

	(void)stmt_one_int(store, "SELECT count(*) FROM operator "
		"WHERE deleted = 0 AND until_on = ''", &n, NULL);
	return n;
}

/* Who submits and who reviews signs for it, so that it must be known, where
 * there is anybody to be told apart. */
static void
check_signer(const struct record *run, const struct check_context *context,
	struct notes *notes)
{
	if (context->operator_id == 0 && count_operators(context->store) > 1)
		notes_block(notes, run->type->state,
			_("It is not known who is at work here; say so first "
			  "(F9, “Another operator”, or --operator), since who "
			  "submits and who reviews a checklist is kept with "
			  "it."));
}

/* Nobody reviews what he submitted himself, where there is somebody else. */
static void
check_reviewer(const struct record *run, const struct check_context *context,
	struct notes *notes)
{
	int64_t submitted_by = record_ref(context->old, "submitted_by_id");

	if (context->operator_id == 0 ||
		submitted_by != context->operator_id)
		return;
	if (count_operators(context->store) > 1)
		notes_block(notes, run->type->state,
			_("Who has submitted a checklist does not review it; "
			  "let another operator do so."));
	else
		notes_warn(notes, run->type->state,
			_("It was submitted and reviewed by the same person, "
			  "since the office has one operator alone."));
}

static void
check(const struct record *run, const struct check_context *context,
	struct notes *notes)
{
	const struct record *old = context->old;

	check_alone(run, context->store, notes);
	if (old == NULL) /* from elsewhere it is taken over as it is */
		return;
	if (is(run, "state", SUBMITTED) && !is(old, "state", SUBMITTED)) {
		check_signer(run, context, notes);
		check_submitted(run, context, notes);
	}
	if (is(old, "state", SUBMITTED) && (is(run, "state", APPROVED) ||
			is(run, "state", SENT_BACK))) {
		check_signer(run, context, notes);
		check_reviewer(run, context, notes);
	}
}

const struct record_type checklist_run_type = {
	.name = "checklist_run",
	.term = {"Checklist", "对标检查"},
	.number = 26,
	.help = N_("How a union stands against each item of a standard in a "
		   "year, a half year, a quarter or on a day; judged by a "
		   "person, submitted, and reviewed by another."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Checklist", "基本情况"}, {"Review", "提交与审核"}},
	.title = {"union_org_id", "year", "part"},
	.list = {"until_on", "union_org_id", "year", "part", "state",
		"judged_on", "judged_by", "standard_id", "reviewed_by_id"},
	.order = "from_on",
	.newest_first = true,
	.key = {{"union_org_id", "standard_id", "year", "part", "day_on"}},
	.fill = fill,
	.check = check,
	.state = "state",
	.steps = steps,
	.n_steps = sizeof(steps) / sizeof(steps[0]),
	.frozen = {APPROVED},
	.guarded = {SUBMITTED},
};
