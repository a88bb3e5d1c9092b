/* resolution (决议): what a meeting decided. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "agenda_item_id", .term = {"agenda item", "议题"},
		.kind = FIELD_REF, .ref = "agenda_item", .cols = 20,
		.flags = FIELD_SIBLING},
	{.name = "vote_id", .term = {"vote", "表决"}, .also = "表决事项",
		.kind = FIELD_REF, .ref = "vote", .cols = 20,
		.flags = FIELD_SIBLING},
	{.name = "order_no", .term = {"order", "序号"}, .also = "决议序号",
		.kind = FIELD_INT, .cols = 4},
	{.name = "subject", .term = {"subject", "决议事项"}, .also = "事项",
		.kind = FIELD_TEXT, .cols = 30, .max = 200,
		.flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "body", .term = {"text", "决议内容"},
		.also = "决议|内容", .kind = FIELD_LONGTEXT, .cols = 40,
		.max = 100000,
		.help = N_("The wording; empty where the subject says it "
			   "all.")},
};

const struct record_type resolution_type = {
	.name = "resolution",
	.term = {"Resolution", "决议"},
	.number = 18,
	.help = N_("What a meeting decided, in its wording; tasks follow from "
		   "it."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Resolution", "决议"}},
	.title = {"subject"},
	.list = {"order_no", "meeting_id", "agenda_item_id", "vote_id",
		"subject", "body"},
	.order = "order_no",
	.key = {{"meeting_id", "subject"}, {"meeting_id", "order_no"}},
	.owned_by = "meeting_id",
};
