/* union_org (联合党组织): the organisation that several units form together. */
#include "records/nouns.h"

#include <string.h>

#include "base/i18n.h"

enum { PAGE_MAIN, PAGE_PURPOSE, PAGE_TERM };

static bool
is_ended(const struct record *org)
{
	return strcmp(record_get(org, "state"), "4") == 0;
}

static const struct field_type fields[] = {
	{.name = "name", .term = {"name", "联合党组织名称"},
		.also = "名称|联合体名称",
		.kind = FIELD_TEXT, .cols = 32, .max = 64,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_UNIQUE,
		.page = PAGE_MAIN},
	{.name = "kind", .term = {"kind", "组织类型"}, .also = "类型|组织类别",
		.kind = FIELD_CODE, .cols = 14, .codes = "union_kind",
		.page = PAGE_MAIN},
	{.name = "basis", .term = {"form and basis", "设立依据"},
		.also = "组织形式",
		.kind = FIELD_CODE, .cols = 10, .codes = "union_basis",
		.initial = "2", .page = PAGE_MAIN,
		.help = N_("A formal joint branch holds its members' "
			   "relations; in a functional union they stay in the "
			   "home branch.")},
	{.name = "parent_id", .term = {"upper union", "上级联合党组织"},
		.kind = FIELD_REF, .ref = "union_org", .cols = 24,
		.inverse = {"lower unions", "下级联合党组织"},
		.page = PAGE_MAIN},
	{.name = "committee_id", .term = {"leading committee", "领导党委"},
		.also = "一级党委|上级党委|批准党委", .kind = FIELD_REF,
		.ref = "unit",
		.cols = 24, .inverse = {"unions led", "所领导的联合党组织"},
		.page = PAGE_MAIN,
		.help = N_("The Party committee under which the union works.")},
	{.name = "lead_unit_id", .term = {"lead unit", "牵头单位"},
		.kind = FIELD_REF, .ref = "unit", .cols = 24,
		.inverse = {"unions headed", "所牵头的联合党组织"},
		.page = PAGE_MAIN},
	{.name = "document_no", .term = {"founding document", "成立文号"},
		.also = "批复文号|文号", .kind = FIELD_TEXT, .cols = 20,
		.max = 64,
		.flags = FIELD_SEARCH, .page = PAGE_MAIN},
	{.name = "approved_on", .term = {"approved", "批复日期"},
		.kind = FIELD_DATE, .page = PAGE_MAIN},
	{.name = "founded_on", .term = {"founded", "成立日期"},
		.also = "成立时间|组建时间", .kind = FIELD_DATE,
		.page = PAGE_MAIN},
	{.name = "state", .term = {"state", "运行状态"}, .also = "状态",
		.kind = FIELD_CODE, .cols = 8, .codes = "union_state",
		.initial = "1", .page = PAGE_MAIN},
	{.name = "ended_on", .term = {"dissolved", "撤销日期"},
		.kind = FIELD_DATE, .when = is_ended, .page = PAGE_MAIN},

	{.name = "chain", .term = {"chain", "所属链条"}, .also = "链条",
		.kind = FIELD_CODE, .cols = 8, .codes = "union_chain",
		.page = PAGE_PURPOSE},
	{.name = "task", .term = {"kind of key work", "重点工作类别"},
		.also = "任务类别|重点任务", .kind = FIELD_CODE, .cols = 14,
		.codes = "union_task", .page = PAGE_PURPOSE},
	{.name = "task_text", .term = {"central task", "中心任务"},
		.kind = FIELD_LONGTEXT, .max = 2000, .page = PAGE_PURPOSE},
	{.name = "need", .term = {"need", "组建需求"}, .also = "因何而联|需求",
		.kind = FIELD_LONGTEXT, .max = 2000, .page = PAGE_PURPOSE,
		.help = N_("Why it is needed: joined for a need, not for the "
			   "sake of joining.")},
	{.name = "scope", .term = {"scope test", "适用范围判断"},
		.kind = FIELD_LONGTEXT, .max = 2000, .page = PAGE_PURPOSE,
		.help = N_("Why no single unit, department, place or level "
			   "could finish it alone.")},
	{.name = "crosses", .term = {"boundaries crossed", "跨越范围"},
		.kind = FIELD_CODE, .cols = 16, .codes = "union_crosses",
		.flags = FIELD_SEVERAL, .page = PAGE_PURPOSE},
	{.name = "spot", .term = {"kind of spot", "所处位置"},
		.kind = FIELD_CODE, .cols = 12, .codes = "union_spot",
		.page = PAGE_PURPOSE},

	{.name = "route", .term = {"landscape route", "红色风景线"},
		.also = "风景线", .kind = FIELD_TEXT, .cols = 20, .max = 64,
		.flags = FIELD_SEARCH, .page = PAGE_TERM},
	{.name = "district", .term = {"district", "红色片区"}, .also = "片区",
		.kind = FIELD_TEXT, .cols = 20, .max = 64,
		.flags = FIELD_SEARCH, .page = PAGE_TERM},
	{.name = "station", .term = {"place to work from", "活动阵地"},
		.kind = FIELD_TEXT, .max = 128, .page = PAGE_TERM},
	{.name = "term_years", .term = {"term in years", "任期（年）"},
		.kind = FIELD_INT, .page = PAGE_TERM},
	{.name = "term_until_on", .term = {"end of term", "届满日期"},
		.kind = FIELD_DATE, .page = PAGE_TERM},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_TERM},
};

/* Rosters taken over from paper hold unions in any state. */
static const struct state_step steps[] = {
	{"", "1", {"enter as prepared", "登记（筹建）"}, {NULL}},
	{"", "2", {"enter as working", "登记（运行）"}, {NULL}},
	{"", "3", {"enter under rectification", "登记（整顿）"}, {NULL}},
	{"", "4", {"enter as dissolved", "登记（撤销）"}, {NULL}},
	{"1", "2", {"found", "成立"}, {"founded_on"}},
	{"1", "4", {"give up", "终止筹建"}, {"ended_on"}},
	{"2", "1", {"correct: still prepared", "更正为筹建"}, {NULL}},
	{"2", "3", {"put under rectification", "列入整顿"}, {NULL}},
	{"3", "2", {"end rectification", "整顿合格"}, {NULL}},
	{"2", "4", {"dissolve", "撤销"}, {"ended_on"}},
	{"3", "4", {"dissolve", "撤销"}, {"ended_on"}},
	{"4", "2", {"re-establish", "恢复运行"}, {NULL}},
	{"4", "3", {"correct: under rectification", "更正为整顿"}, {NULL}},
};

static void
check(const struct record *org, const struct check_context *context,
	struct notes *notes)
{
	const char *approved = record_get(org, "approved_on");
	const char *founded = record_get(org, "founded_on");

	(void)context;
	if (approved[0] != '\0' && founded[0] != '\0' &&
		date_compare(founded, approved) < 0)
		notes_warn(notes, "founded_on",
			_("The union was founded on %s, before it was approved "
			  "on %s."), founded, approved);
	if (record_ref(org, "committee_id") == 0 &&
		strcmp(record_get(org, "state"), "2") == 0)
		notes_warn(notes, "committee_id",
			_("A union works under a Party committee; name the "
			  "committee that leads it."));
}

const struct record_type union_org_type = {
	.name = "union_org",
	.term = {"Union organisation", "联合党组织"},
	.number = 4,
	.flags = RECORD_ROSTER,
	.help = N_("A joint Party organisation of several units: what it is "
		   "for, under which committee, since when. Taken from the "
		   "founding document."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Organisation", "基本情况"}, {"Purpose", "因需而联"},
		{"Term and grouping", "任期与片区"}},
	.title = {"name"},
	.list = {"name", "state", "kind", "chain", "lead_unit_id",
		"founded_on", "document_no"},
	.key = {{"name"}},
	.check = check,
	.state = "state",
	.steps = steps,
	.n_steps = sizeof(steps) / sizeof(steps[0]),
	.since = "founded_on",
	.until = "ended_on",
};
