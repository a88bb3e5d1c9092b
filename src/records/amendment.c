/* amendment (更正): what was wrong in minutes that are closed. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "amended_on", .term = {"amended", "更正日期"},
		.also = "日期", .kind = FIELD_DATE, .flags = FIELD_REQUIRED,
		.initial = "today"},
	{.name = "matter", .term = {"matter", "更正事项"}, .also = "事项",
		.kind = FIELD_TEXT, .cols = 30, .max = 200,
		.flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "body", .term = {"text", "更正内容"}, .also = "内容",
		.kind = FIELD_LONGTEXT, .cols = 40, .max = 20000,
		.flags = FIELD_REQUIRED,
		.help = N_("What stands in the minutes, and what it should "
			   "be.")},
	{.name = "signed_by", .term = {"signed by", "更正签字人"},
		.also = "签字人", .kind = FIELD_TEXT, .cols = 16, .max = 100,
		.flags = FIELD_REQUIRED},
};

const struct record_type amendment_type = {
	.name = "amendment",
	.term = {"Amendment", "更正"},
	.number = 20,
	.flags = RECORD_AMENDS,
	.help = N_("What was wrong in minutes that are closed, and how it is "
		   "right, dated and signed; the minutes stay as they are."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Amendment", "更正"}},
	.title = {"matter", "amended_on"},
	.list = {"amended_on", "meeting_id", "matter", "body", "signed_by"},
	.order = "amended_on",
	.key = {{"meeting_id", "amended_on", "matter"}},
	.owned_by = "meeting_id",
};
