/* phrase (常用语): a piece of text that minutes use again and again. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "title", .term = {"title", "标题"}, .also = "名称",
		.kind = FIELD_TEXT, .cols = 24, .max = 64,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_UNIQUE},
	{.name = "order_no", .term = {"order", "顺序"}, .also = "序号",
		.kind = FIELD_INT, .cols = 6},
	{.name = "body", .term = {"text", "内容"}, .also = "正文|常用语内容",
		.kind = FIELD_LONGTEXT, .cols = 44, .max = 2000,
		.flags = FIELD_REQUIRED,
		.help = N_("Put into the text where the cursor is.")},
};

const struct record_type phrase_type = {
	.name = "phrase",
	.term = {"Phrase", "常用语"},
	.number = 12,
	.help = N_("A sentence or a paragraph that is put into a minute with "
		   "two keys. Entered by who keeps the minutes."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Phrase", "常用语"}},
	.title = {"title"},
	.list = {"order_no", "title", "body"},
	.order = "order_no",
	.key = {{"title"}},
};
