/* task (任务): what somebody is to do by a day. */
#include "records/nouns.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

enum { PAGE_TASK, PAGE_RESULT };

static bool
is_over(const struct record *task)
{
	return strcmp(record_get(task, "state"), "1") != 0;
}

static const struct field_type fields[] = {
	{.name = "union_org_id", .term = {"union organisation", "联合党组织"},
		.also = "所在联合党组织", .kind = FIELD_REF,
		.ref = "union_org", .cols = 26,
		.flags = FIELD_REQUIRED | FIELD_SORTED, .page = PAGE_TASK},
	{.name = "title", .term = {"title", "任务名称"},
		.also = "名称|任务|工作任务", .kind = FIELD_TEXT, .cols = 30,
		.max = 128, .flags = FIELD_REQUIRED | FIELD_SEARCH,
		.page = PAGE_TASK},
	{.name = "detail", .term = {"detail", "任务内容"},
		.also = "内容|工作内容", .kind = FIELD_LONGTEXT,
		.page = PAGE_TASK},
	{.name = "member_id", .term = {"responsible member", "责任人"},
		.also = "负责人|承办人", .kind = FIELD_REF, .ref = "member",
		.cols = 12, .page = PAGE_TASK},
	{.name = "unit_id", .term = {"responsible unit", "责任单位"},
		.also = "承办单位", .kind = FIELD_REF, .ref = "unit",
		.cols = 20, .page = PAGE_TASK},
	{.name = "given_on", .term = {"given", "交办日期"},
		.also = "交办时间", .kind = FIELD_DATE, .initial = "today",
		.page = PAGE_TASK},
	{.name = "due_on", .term = {"due", "完成时限"},
		.also = "办结时限|期限|截止日期", .kind = FIELD_DATE,
		.flags = FIELD_SORTED, .page = PAGE_TASK},
	{.name = "meeting_id", .term = {"meeting", "来源会议"},
		.also = "会议", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .page = PAGE_TASK},
	{.name = "resolution_id", .term = {"resolution", "来源决议"},
		.also = "决议", .kind = FIELD_REF, .ref = "resolution",
		.cols = 26, .page = PAGE_TASK},
	{.name = "parent_id", .term = {"part of the task", "上级任务"},
		.kind = FIELD_REF, .ref = "task", .cols = 26,
		.inverse = {"parts of the task", "分解的任务"},
		.page = PAGE_TASK},
	{.name = "state", .term = {"state", "任务状态"},
		.also = "状态|办理状态", .kind = FIELD_CODE, .cols = 8,
		.codes = "task_state", .initial = "1", .page = PAGE_TASK},

	{.name = "closed_on", .term = {"closed", "办结日期"},
		.also = "办结时间|完成日期", .kind = FIELD_DATE,
		.when = is_over, .page = PAGE_RESULT},
	{.name = "result", .term = {"result", "办理结果"},
		.also = "完成情况", .kind = FIELD_LONGTEXT, .when = is_over,
		.page = PAGE_RESULT},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_RESULT},

	{.name = "checklist_result_id",
		.term = {"checklist result", "来源检查结果"},
		.also = "检查结果", .kind = FIELD_REF,
		.ref = "checklist_result", .cols = 26, .page = PAGE_TASK},
};

static const struct state_step steps[] = {
	{"", "1", {"give", "交办"}, {NULL}},
	{"", "2", {"enter as done", "登记（办结）"}, {"closed_on"}},
	{"", "3", {"enter as withdrawn", "登记（撤销）"}, {"result"}},
	{"1", "2", {"close with a result", "办结"}, {"closed_on", "result"}},
	{"1", "3", {"withdraw", "撤销任务"}, {"result"}},
	{"2", "1", {"reopen", "重新办理"}, {NULL}},
	{"3", "1", {"reopen", "重新办理"}, {NULL}},
};

static void
check(const struct record *task, const struct check_context *context,
	struct notes *notes)
{
	const char *given = record_get(task, "given_on");
	const char *due = record_get(task, "due_on");

	(void)context;
	if (task->id != 0 && record_ref(task, "parent_id") == task->id)
		notes_block(notes, "parent_id",
			_("A task cannot be a part of itself."));
	if (given[0] != '\0' && due[0] != '\0' &&
		date_compare(due, given) < 0)
		notes_warn(notes, "due_on",
			_("The task is due on %s, before it was given on "
			  "%s."), due, given);
	if (!is_over(task) && record_ref(task, "member_id") == 0 &&
		record_ref(task, "unit_id") == 0)
		notes_warn(notes, "member_id",
			_("Nobody is responsible for the task yet."));
}

const struct record_type task_type = {
	.name = "task",
	.term = {"Task", "任务"},
	.number = 21,
	.help = N_("What a member or a unit is to do by a day, from a "
		   "resolution or given freely; closed with its result."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Task", "任务"}, {"Result", "办理结果"}},
	.title = {"title"},
	.list = {"due_on", "title", "member_id", "unit_id", "union_org_id",
		"state", "given_on", "closed_on"},
	.order = "due_on",
	.key = {{"union_org_id", "title", "given_on"},
		{"union_org_id", "title"}},
	.check = check,
	.state = "state",
	.steps = steps,
	.n_steps = sizeof(steps) / sizeof(steps[0]),
	.since = "given_on",
	.until = "closed_on",
};
