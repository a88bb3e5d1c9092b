/* rectification_note (整改进展): how far a rectification is. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "rectification_id", .term = {"rectification", "规范整顿"},
		.kind = FIELD_REF, .ref = "rectification", .cols = 26,
		.flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "order_no", .term = {"order", "序号"}, .kind = FIELD_INT,
		.cols = 4},
	{.name = "noted_on", .term = {"day", "进展日期"}, .also = "日期",
		.kind = FIELD_DATE, .flags = FIELD_REQUIRED,
		.initial = "today"},
	{.name = "body", .term = {"text", "进展情况"}, .also = "内容|进展",
		.kind = FIELD_LONGTEXT, .cols = 40, .max = 2000,
		.flags = FIELD_REQUIRED},
	{.name = "noted_by", .term = {"told by", "填报人"}, .also = "汇报人",
		.kind = FIELD_TEXT, .cols = 12, .max = 64,
		.flags = FIELD_PERSON},
};

const struct record_type rectification_note_type = {
	.name = "rectification_note",
	.term = {"Progress of a rectification", "整改进展"},
	.number = 31,
	.help = N_("How far a rectification is, in the words of who does it."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Progress", "整改进展"}},
	.title = {"noted_on", "body"},
	.list = {"order_no", "rectification_id", "noted_on", "body",
		"noted_by"},
	.order = "order_no",
	.key = {{"rectification_id", "order_no"},
		{"rectification_id", "noted_on", "body"}},
	.owned_by = "rectification_id",
};
