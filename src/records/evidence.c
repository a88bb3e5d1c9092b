/* evidence (佐证): what a result of a check rests on. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "checklist_run_id", .term = {"checklist", "对标检查"},
		.kind = FIELD_REF, .ref = "checklist_run", .cols = 26,
		.flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "result_id", .term = {"result", "检查结果"},
		.also = "条目", .kind = FIELD_REF, .ref = "checklist_result",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SIBLING},
	{.name = "order_no", .term = {"order", "序号"}, .kind = FIELD_INT,
		.cols = 4},
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.kind = FIELD_REF, .ref = "meeting", .cols = 26},
	{.name = "task_id", .term = {"task", "任务"}, .kind = FIELD_REF,
		.ref = "task", .cols = 26},
	{.name = "leader_id", .term = {"leader", "负责人"},
		.kind = FIELD_REF, .ref = "leader", .cols = 20},
	{.name = "title", .term = {"paper or file", "佐证材料"},
		.also = "材料", .kind = FIELD_TEXT, .cols = 26, .max = 200,
		.help = N_("What it is and where it is kept, where it is not "
			   "one of the records.")},
	{.name = "note", .term = {"note", "说明"}, .kind = FIELD_TEXT,
		.cols = 26, .max = 200},
	{.name = "rectification_id", .term = {"rectification", "规范整顿"},
		.kind = FIELD_REF, .ref = "rectification", .cols = 26,
		.inverse = {"evidence in checks", "作为佐证"}},
};

const struct record_type evidence_type = {
	.name = "evidence",
	.term = {"Evidence", "佐证"},
	.number = 28,
	.help = N_("A meeting, a task, an appointment, a paper or a file that "
		   "the result of a check rests on."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Evidence", "佐证"}},
	.title = {"result_id"},
	.list = {"order_no", "checklist_run_id", "result_id", "meeting_id",
		"task_id", "leader_id", "rectification_id", "title", "note"},
	.order = "order_no",
	.key = {{"checklist_run_id", "result_id", "order_no"}},
	.owned_by = "checklist_run_id",
};
