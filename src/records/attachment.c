/* attachment (附件): a paper or file that belongs to a meeting. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "order_no", .term = {"order", "序号"}, .also = "附件序号",
		.kind = FIELD_INT, .cols = 4},
	{.name = "kind", .term = {"kind", "附件类别"}, .also = "类别",
		.kind = FIELD_CODE, .cols = 10, .codes = "attachment_kind",
		.flags = FIELD_REQUIRED, .initial = "9"},
	{.name = "name", .term = {"name", "附件名称"}, .also = "名称",
		.kind = FIELD_TEXT, .cols = 28, .max = 128,
		.flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "file", .term = {"file", "文件名"}, .also = "文件",
		.kind = FIELD_TEXT, .cols = 24, .max = 1000,
		.help = N_("Where the file lies; the program keeps no copy of "
			   "it, but can say whether it is still the same.")},
	{.name = "place", .term = {"kept at", "存放位置"}, .also = "存放地点",
		.kind = FIELD_TEXT, .cols = 16, .max = 128,
		.help = N_("Where the paper lies: cabinet, folder.")},
	{.name = "size", .term = {"size in bytes", "文件大小"},
		.kind = FIELD_INT, .cols = 10, .flags = FIELD_READONLY},
	{.name = "file_at", .term = {"time of the file", "文件时间"},
		.kind = FIELD_TIME, .flags = FIELD_READONLY},
	{.name = "hash", .term = {"fingerprint of the file", "文件校验值"},
		.kind = FIELD_TEXT, .cols = 16, .max = 64,
		.flags = FIELD_READONLY},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_TEXT,
		.max = 200},
};

const struct record_type attachment_type = {
	.name = "attachment",
	.term = {"Attachment", "附件"},
	.number = 19,
	.help = N_("A paper or file that belongs to a meeting: notice, "
		   "sign-in sheet, photo; what it is and where it lies."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Attachment", "附件"}},
	.title = {"name"},
	.list = {"order_no", "meeting_id", "kind", "name", "file", "place",
		"size", "file_at"},
	.order = "order_no",
	.key = {{"meeting_id", "name"}, {"meeting_id", "file"}},
	.owned_by = "meeting_id",
};
