/* checklist_run (对标检查): a union held against a standard, for a period. */
#include "records/nouns.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

enum { PAGE_RUN, PAGE_REVIEW };

/* Of check_part. */
#define ONE_DAY "9"

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

static void
fill(struct record *run, const struct check_context *context)
{
	(void)context;
	fill_period(run);
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
	.state = "state",
	.steps = steps,
	.n_steps = sizeof(steps) / sizeof(steps[0]),
	.frozen = {"3"},
};
