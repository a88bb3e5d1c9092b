/* task_note (任务进展): how far a task is. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "task_id", .term = {"task", "任务"}, .also = "任务名称",
		.kind = FIELD_REF, .ref = "task", .cols = 26,
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

const struct record_type task_note_type = {
	.name = "task_note",
	.term = {"Progress of a task", "任务进展"},
	.number = 22,
	.help = N_("How far a task is, in the words of who does it; also that "
		   "it was passed on, from whom to whom."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Progress", "任务进展"}},
	.title = {"noted_on", "body"},
	.list = {"order_no", "task_id", "noted_on", "body", "noted_by"},
	.order = "order_no",
	.key = {{"task_id", "order_no"}, {"task_id", "noted_on", "body"}},
	.owned_by = "task_id",
};
