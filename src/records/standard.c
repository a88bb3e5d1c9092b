/* standard (工作标准): what unions are held against, as groups of items. */
#include "records/nouns.h"

#include <string.h>

#include "base/i18n.h"

enum { PAGE_STANDARD, PAGE_SOURCE };

/* 暂拟: not the text that was issued. */
static bool
is_provisional(const struct record *standard)
{
	return strcmp(record_get(standard, "status"), "1") == 0;
}

static const struct field_type fields[] = {
	{.name = "name", .term = {"name", "标准名称"}, .also = "名称",
		.kind = FIELD_TEXT, .cols = 40, .max = 128,
		.flags = FIELD_REQUIRED | FIELD_SEARCH,
		.page = PAGE_STANDARD},
	{.name = "code", .term = {"code", "标准代号"}, .also = "代号",
		.kind = FIELD_TEXT, .cols = 12, .max = 32,
		.flags = FIELD_REQUIRED, .page = PAGE_STANDARD,
		.help = N_("The same in all editions of one standard.")},
	{.name = "edition", .term = {"edition", "版次"}, .also = "版本",
		.kind = FIELD_INT, .cols = 6, .flags = FIELD_REQUIRED,
		.initial = "1", .page = PAGE_STANDARD},
	{.name = "status", .term = {"status", "文本性质"}, .also = "性质",
		.kind = FIELD_CODE, .cols = 8, .codes = "standard_status",
		.flags = FIELD_REQUIRED, .initial = "1",
		.page = PAGE_STANDARD},
	{.name = "notice", .term = {"notice", "提示语"},
		.kind = FIELD_TEXT, .max = 64, .flags = FIELD_REQUIRED,
		.when = is_provisional, .page = PAGE_STANDARD,
		.help = N_("Stands on every screen and paper that is made "
			   "from the standard, for as long as its text is "
			   "provisional.")},
	{.name = "since_on", .term = {"since", "施行日期"},
		.also = "实施日期", .kind = FIELD_DATE,
		.page = PAGE_STANDARD},
	{.name = "until_on", .term = {"until", "废止日期"},
		.kind = FIELD_DATE, .page = PAGE_STANDARD},
	{.name = "state", .term = {"state", "标准状态"}, .also = "状态",
		.kind = FIELD_CODE, .cols = 8, .codes = "standard_state",
		.initial = "1", .page = PAGE_STANDARD},

	{.name = "issued_by", .term = {"issued by", "发布机关"},
		.also = "发文机关", .kind = FIELD_TEXT, .cols = 20,
		.max = 100, .page = PAGE_SOURCE},
	{.name = "document_no", .term = {"document number", "发文字号"},
		.also = "文号", .kind = FIELD_TEXT, .cols = 20, .max = 64,
		.page = PAGE_SOURCE},
	{.name = "issued_on", .term = {"issued", "发布日期"},
		.also = "发文日期", .kind = FIELD_DATE, .page = PAGE_SOURCE},
	{.name = "replaces_id", .term = {"replaces", "被替代版本"},
		.kind = FIELD_REF, .ref = "standard", .cols = 26,
		.inverse = {"replaced by", "替代它的版本"},
		.page = PAGE_SOURCE},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_SOURCE},
};

static const struct state_step steps[] = {
	{"", "1", {"draft", "起草"}, {NULL}},
	{"", "2", {"enter as in force", "登记（施行）"}, {NULL}},
	{"", "3", {"enter as ended", "登记（废止）"}, {"until_on"}},
	{"1", "2", {"put in force", "施行"}, {NULL}},
	{"2", "1", {"back to drafting", "退回起草"}, {NULL}},
	{"2", "3", {"end", "废止"}, {"until_on"}},
	{"3", "2", {"correct: still in force", "更正为施行"}, {NULL}},
};

const struct record_type standard_type = {
	.name = "standard",
	.term = {"Standard", "工作标准"},
	.number = 23,
	.help = N_("What a union is held against: groups of items, as they "
		   "were issued or, until then, drawn up provisionally. One "
		   "in force does not change: a new edition takes its "
		   "place."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Standard", "基本情况"}, {"Source", "来源"}},
	.title = {"name", "edition"},
	.list = {"name", "code", "edition", "status", "state", "since_on",
		"until_on", "issued_by", "document_no"},
	.key = {{"code", "edition"}, {"name", "edition"}},
	.state = "state",
	.steps = steps,
	.n_steps = sizeof(steps) / sizeof(steps[0]),
	.frozen = {"2", "3"},
	.since = "since_on",
	.until = "until_on",
};
