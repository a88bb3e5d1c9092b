/* standard_group (标准分组): items of one sort, and the words of their
 * verdicts. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "standard_id", .term = {"standard", "工作标准"},
		.also = "标准|标准名称", .kind = FIELD_REF, .ref = "standard",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "order_no", .term = {"order", "序号"}, .kind = FIELD_INT,
		.cols = 4},
	{.name = "code", .term = {"code", "分组代号"}, .also = "代号",
		.kind = FIELD_TEXT, .cols = 6, .max = 16,
		.flags = FIELD_REQUIRED},
	{.name = "name", .term = {"name", "分组名称"}, .also = "名称|分组",
		.kind = FIELD_TEXT, .cols = 10, .max = 32,
		.flags = FIELD_REQUIRED},
	{.name = "heading", .term = {"heading", "组标题"}, .also = "标题",
		.kind = FIELD_TEXT, .cols = 26, .max = 64},
	{.name = "expected", .term = {"items expected", "应有条数"},
		.also = "条数", .kind = FIELD_INT, .cols = 8},
	{.name = "word_met", .term = {"word for met", "符合的用语"},
		.kind = FIELD_TEXT, .cols = 12, .max = 32,
		.help = N_("How a verdict is worded in this group: the good "
			   "one is always the first, also where something is "
			   "to be prevented.")},
	{.name = "word_partly", .term = {"word for partly met", "基本符合的用语"},
		.kind = FIELD_TEXT, .cols = 14, .max = 32},
	{.name = "word_unmet", .term = {"word for not met", "不符合的用语"},
		.kind = FIELD_TEXT, .cols = 12, .max = 32},
};

const struct record_type standard_group_type = {
	.name = "standard_group",
	.term = {"Group of a standard", "标准分组"},
	.number = 24,
	.help = N_("The items of a standard that belong together, how many "
		   "there ought to be, and how their verdicts are worded."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Group", "标准分组"}},
	.title = {"name"},
	.list = {"order_no", "standard_id", "code", "name", "heading",
		"expected", "word_met", "word_partly", "word_unmet"},
	.order = "order_no",
	.key = {{"standard_id", "code"}, {"standard_id", "order_no"}},
	.owned_by = "standard_id",
};
