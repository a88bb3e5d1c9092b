/* agenda_item (议题): what a meeting speaks about, in order. */
#include "records/nouns.h"

#include <string.h>

#include "base/i18n.h"

/* 第一议题: the study with which a meeting begins. */
static bool
is_first_topic(const struct record *item)
{
	return strcmp(record_get(item, "kind"), "1") == 0;
}

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "order_no", .term = {"order", "序号"}, .also = "议题序号",
		.kind = FIELD_INT, .cols = 4},
	{.name = "kind", .term = {"kind", "议题类别"}, .also = "类别",
		.kind = FIELD_CODE, .cols = 8, .codes = "agenda_kind",
		.flags = FIELD_REQUIRED, .initial = "4"},
	{.name = "subject", .term = {"subject", "议题"},
		.also = "议题名称|主题", .kind = FIELD_TEXT, .cols = 40,
		.max = 200, .flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "form", .term = {"form of study", "学习形式"},
		.also = "形式", .kind = FIELD_CODE, .cols = 12,
		.codes = "study_form", .when = is_first_topic},
	{.name = "speaker_id", .term = {"speaker", "主讲人"},
		.also = "汇报人", .kind = FIELD_REF, .ref = "member",
		.cols = 12,
		.inverse = {"agenda items introduced", "主讲的议题"}},
	{.name = "speaker_name",
		.term = {"speaker from outside", "主讲人姓名"},
		.kind = FIELD_TEXT, .max = 64, .flags = FIELD_PERSON,
		.help = N_("Only for one who is not in the register of "
			   "members.")},
	{.name = "gist", .term = {"gist", "过程概况"},
		.also = "内容|记录", .kind = FIELD_LONGTEXT, .max = 100000},
};

const struct record_type agenda_item_type = {
	.name = "agenda_item",
	.term = {"Agenda item", "议题"},
	.number = 15,
	.help = N_("What a meeting speaks about: the first topic, matters to "
		   "be decided, reports. Taken from the notice."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Agenda item", "议题内容"}},
	.title = {"subject"},
	.list = {"order_no", "meeting_id", "kind", "subject", "form",
		"speaker_id", "speaker_name", "gist"},
	.order = "order_no",
	.key = {{"meeting_id", "subject"}, {"meeting_id", "order_no"}},
	.owned_by = "meeting_id",
};
