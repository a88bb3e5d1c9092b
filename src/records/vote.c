/* vote (表决): how a meeting voted on a matter. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "agenda_item_id", .term = {"agenda item", "议题"},
		.kind = FIELD_REF, .ref = "agenda_item", .cols = 20,
		.flags = FIELD_SIBLING},
	{.name = "order_no", .term = {"order", "序号"}, .also = "表决序号",
		.kind = FIELD_INT, .cols = 4},
	{.name = "matter", .term = {"matter", "表决事项"}, .also = "事项",
		.kind = FIELD_TEXT, .cols = 30, .max = 200,
		.flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "way", .term = {"way", "表决方式"}, .also = "方式",
		.kind = FIELD_CODE, .cols = 10, .codes = "vote_way",
		.initial = "1"},
	{.name = "vote_rule_id", .term = {"voting rule", "表决规则"},
		.kind = FIELD_REF, .ref = "vote_rule", .cols = 20},
	{.name = "eligible", .term = {"ought to attend", "应到人数"},
		.also = "应到", .kind = FIELD_INT, .cols = 6,
		.flags = FIELD_READONLY},
	{.name = "present", .term = {"present", "实到人数"}, .also = "实到",
		.kind = FIELD_INT, .cols = 6, .flags = FIELD_READONLY},
	{.name = "in_favour", .term = {"in favour", "赞成票"},
		.also = "赞成|同意", .kind = FIELD_INT, .cols = 6},
	{.name = "against", .term = {"against", "反对票"},
		.also = "反对|不同意", .kind = FIELD_INT, .cols = 6},
	{.name = "abstained", .term = {"abstained", "弃权票"},
		.also = "弃权", .kind = FIELD_INT, .cols = 6},
	{.name = "not_cast", .term = {"not cast", "未投票"},
		.also = "未投|未表决", .kind = FIELD_INT, .cols = 6},
	{.name = "written", .term = {"written opinions", "书面意见"},
		.also = "书面意见数", .kind = FIELD_INT, .cols = 8,
		.help = N_("How many absent members handed in a written "
			   "opinion before the meeting that counts as a "
			   "vote.")},
	{.name = "outcome", .term = {"outcome", "表决结果"}, .also = "结果",
		.kind = FIELD_CODE, .cols = 10, .codes = "vote_outcome",
		.flags = FIELD_READONLY},
};

const struct record_type vote_type = {
	.name = "vote",
	.term = {"Vote", "表决"},
	.number = 17,
	.help = N_("How a meeting voted on a matter, by which rule, and "
		   "whether it was carried. Counted at the meeting."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Vote", "表决"}},
	.title = {"matter"},
	.list = {"order_no", "meeting_id", "matter", "way", "eligible",
		"present", "in_favour", "against", "abstained", "not_cast",
		"outcome"},
	.order = "order_no",
	.key = {{"meeting_id", "matter"}, {"meeting_id", "order_no"}},
	.owned_by = "meeting_id",
};
