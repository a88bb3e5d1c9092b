/* standard_item (标准条目): one thing that a standard asks for. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "standard_id", .term = {"standard", "工作标准"},
		.also = "标准|标准名称", .kind = FIELD_REF, .ref = "standard",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "group_id", .term = {"group", "标准分组"},
		.also = "分组|分组名称", .kind = FIELD_REF,
		.ref = "standard_group", .cols = 10,
		.flags = FIELD_REQUIRED | FIELD_SIBLING},
	{.name = "order_no", .term = {"order", "序号"}, .kind = FIELD_INT,
		.cols = 4},
	{.name = "code", .term = {"code", "条目代号"}, .also = "代号",
		.kind = FIELD_TEXT, .cols = 6, .max = 16,
		.flags = FIELD_REQUIRED},
	{.name = "text", .term = {"item", "条目"}, .also = "条目内容|内容",
		.kind = FIELD_TEXT, .cols = 36, .max = 200,
		.flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "guide", .term = {"guide", "说明"}, .also = "条目说明",
		.kind = FIELD_LONGTEXT, .max = 2000,
		.help = N_("What is meant, and when it is met, partly met or "
			   "not met.")},
	{.name = "look_at", .term = {"what to look at", "看什么记录"},
		.also = "查看记录", .kind = FIELD_LONGTEXT, .max = 2000},
	{.name = "weight", .term = {"weight", "权重"}, .also = "分值",
		.kind = FIELD_INT, .cols = 6},
	{.name = "probe", .term = {"asked of the records", "记录比对"},
		.kind = FIELD_CODE, .cols = 22, .max = 32, .codes = "probe",
		.help = N_("What the program looks for in the records to "
			   "propose a verdict; empty where a person alone "
			   "judges.")},
	{.name = "source", .term = {"source", "出处"}, .also = "来源|依据",
		.kind = FIELD_TEXT, .cols = 26, .max = 200},
};

const struct record_type standard_item_type = {
	.name = "standard_item",
	.term = {"Item of a standard", "标准条目"},
	.number = 25,
	.help = N_("One thing that a standard asks for, with a guide for who "
		   "judges it and where its text comes from."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Item", "标准条目"}},
	.title = {"code", "text"},
	.list = {"order_no", "standard_id", "group_id", "code", "text",
		"weight", "probe", "source"},
	.order = "order_no",
	.key = {{"standard_id", "code"}, {"standard_id", "text"}},
	.owned_by = "standard_id",
};
