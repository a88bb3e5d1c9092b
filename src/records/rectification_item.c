/* rectification_item (整改事项): one thing that a rectification puts right. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "rectification_id", .term = {"rectification", "规范整顿"},
		.kind = FIELD_REF, .ref = "rectification", .cols = 26,
		.flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "order_no", .term = {"order", "序号"}, .kind = FIELD_INT,
		.cols = 4},
	{.name = "checklist_result_id",
		.term = {"result of a check", "来源检查结果"},
		.also = "检查结果", .kind = FIELD_REF,
		.ref = "checklist_result", .cols = 26},
	{.name = "problem", .term = {"problem", "存在问题"},
		.also = "问题|整改事项", .kind = FIELD_LONGTEXT, .cols = 30,
		.max = 2000, .flags = FIELD_REQUIRED},
	{.name = "measure", .term = {"measure", "整改措施"}, .also = "措施",
		.kind = FIELD_LONGTEXT, .cols = 24, .max = 2000},
	{.name = "member_id", .term = {"responsible member", "责任人"},
		.kind = FIELD_REF, .ref = "member", .cols = 12,
		.inverse = {"rectification to see to", "负责的整改事项"}},
	{.name = "person",
		.term = {"responsible from outside", "责任人姓名"},
		.kind = FIELD_TEXT, .cols = 12, .max = 64,
		.flags = FIELD_PERSON,
		.help = N_("Only for one who is not in the register of "
			   "members.")},
	{.name = "due_on", .term = {"due", "整改时限"},
		.also = "时限|整改期限", .kind = FIELD_DATE,
		.flags = FIELD_SORTED},
	{.name = "done_on", .term = {"done", "完成日期"},
		.also = "完成时间", .kind = FIELD_DATE},
	{.name = "outcome", .term = {"outcome", "整改结果"},
		.also = "整改情况", .kind = FIELD_LONGTEXT, .max = 2000},
};

const struct record_type rectification_item_type = {
	.name = "rectification_item",
	.term = {"Item of a rectification", "整改事项"},
	.number = 30,
	.help = N_("One problem that a rectification puts right: by which "
		   "measure, by whom, by when, and what came of it."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Item", "整改事项"}},
	.title = {"problem"},
	.list = {"order_no", "rectification_id", "problem", "measure",
		"member_id", "person", "due_on", "done_on"},
	.order = "order_no",
	.key = {{"rectification_id", "order_no"},
		{"rectification_id", "problem"}},
	.owned_by = "rectification_id",
};
