/* checklist_result (检查结果): how a union stands against one item. */
#include "records/nouns.h"

#include <string.h>

#include "base/i18n.h"
#include "records/load.h"

enum { PAGE_VERDICT, PAGE_FINDING };

static const struct field_type fields[] = {
	{.name = "checklist_run_id", .term = {"checklist", "对标检查"},
		.kind = FIELD_REF, .ref = "checklist_run", .cols = 26,
		.flags = FIELD_REQUIRED | FIELD_SORTED,
		.page = PAGE_VERDICT},
	{.name = "order_no", .term = {"order", "序号"}, .kind = FIELD_INT,
		.cols = 4, .page = PAGE_VERDICT},
	{.name = "item_id", .term = {"item of the standard", "标准条目"},
		.kind = FIELD_REF, .ref = "standard_item", .cols = 26,
		.flags = FIELD_REQUIRED, .page = PAGE_VERDICT},
	{.name = "grp", .term = {"group", "分组"}, .kind = FIELD_TEXT,
		.cols = 10, .max = 32, .flags = FIELD_READONLY,
		.page = PAGE_VERDICT},
	{.name = "code", .term = {"code", "条目代号"}, .also = "代号",
		.kind = FIELD_TEXT, .cols = 6, .max = 16,
		.flags = FIELD_READONLY, .page = PAGE_VERDICT},
	{.name = "text", .term = {"text of the item", "条目"},
		.also = "条目内容", .kind = FIELD_TEXT, .cols = 36,
		.max = 200, .flags = FIELD_READONLY, .page = PAGE_VERDICT},
	{.name = "guide", .term = {"guide", "说明文字"},
		.kind = FIELD_LONGTEXT, .max = 2000, .flags = FIELD_READONLY,
		.page = PAGE_VERDICT},
	{.name = "verdict", .term = {"verdict", "判定"},
		.kind = FIELD_CODE, .cols = 10, .codes = "verdict",
		.page = PAGE_VERDICT},
	{.name = "word", .term = {"worded as", "结论"}, .kind = FIELD_TEXT,
		.cols = 12, .max = 32, .flags = FIELD_READONLY,
		.page = PAGE_VERDICT},
	{.name = "proposed", .term = {"proposed by the records", "记录建议"},
		.kind = FIELD_CODE, .cols = 10, .codes = "verdict",
		.page = PAGE_VERDICT,
		.help = N_("What the records spoke for when it was judged; "
			   "the verdict is a person's.")},
	{.name = "ground", .term = {"ground in the records", "记录依据"},
		.kind = FIELD_LONGTEXT, .max = 2000, .page = PAGE_VERDICT},
	{.name = "note", .term = {"note", "情况说明"}, .also = "说明",
		.kind = FIELD_LONGTEXT, .max = 2000, .page = PAGE_VERDICT},

	{.name = "finding", .term = {"finding", "发现的问题"},
		.also = "问题|存在问题", .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_FINDING},
	{.name = "measure", .term = {"measure", "整改措施"}, .also = "措施",
		.kind = FIELD_LONGTEXT, .max = 2000, .page = PAGE_FINDING},
	{.name = "member_id", .term = {"responsible member", "责任人"},
		.kind = FIELD_REF, .ref = "member", .cols = 12,
		.inverse = {"findings to put right", "负责整改的问题"},
		.page = PAGE_FINDING},
	{.name = "person",
		.term = {"responsible from outside", "责任人姓名"},
		.kind = FIELD_TEXT, .cols = 12, .max = 64,
		.flags = FIELD_PERSON, .page = PAGE_FINDING,
		.help = N_("Only for one who is not in the register of "
			   "members.")},
	{.name = "due_on", .term = {"due", "整改时限"},
		.also = "时限|整改期限", .kind = FIELD_DATE,
		.flags = FIELD_SORTED, .page = PAGE_FINDING},
	{.name = "recheck_on", .term = {"checked again", "复查日期"},
		.kind = FIELD_DATE, .page = PAGE_FINDING},
	{.name = "recheck", .term = {"verdict then", "复查判定"},
		.also = "复查结果", .kind = FIELD_CODE, .cols = 10,
		.codes = "verdict", .page = PAGE_FINDING},
	{.name = "recheck_note", .term = {"note then", "复查说明"},
		.kind = FIELD_LONGTEXT, .max = 2000, .page = PAGE_FINDING},
};

/* The verdicts and how a group words them. */
static const struct {
	const char *verdict;
	const char *field; /* of the group */
} words[] = {
	{"1", "word_met"},
	{"2", "word_partly"},
	{"3", "word_unmet"},
};

static bool
is_as_before(const struct record *result, const struct record *old,
	const char *field)
{
	return old != NULL &&
		strcmp(record_get(old, field), record_get(result, field)) == 0;
}

/* As it reads now, for ever. */
static void
fill_texts(struct record *result, const struct record *item,
	const struct record *group)
{
	record_set(result, "grp", record_get(group, "name"));
	record_set(result, "code", record_get(item, "code"));
	record_set(result, "text", record_get(item, "text"));
	record_set(result, "guide", record_get(item, "guide"));
}

static void
fill_word(struct record *result, const struct record *group)
{
	const char *verdict = record_get(result, "verdict");
	const struct code *code = code_find(
		field_codes(record_field(result->type, "verdict")), verdict);

	record_set(result, "word", code != NULL ? code->zh : "");
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(verdict, words[i].verdict) == 0 &&
			record_get(group, words[i].field)[0] != '\0')
			record_set(result, "word",
				record_get(group, words[i].field));
}

/* What comes in from elsewhere brings its texts along. */
static void
fill(struct record *result, const struct check_context *context)
{
	const struct record *old = context->old;
	bool has_texts = old != NULL ? is_as_before(result, old, "item_id")
				     : record_get(result, "text")[0] != '\0';
	bool has_word = old != NULL ? is_as_before(result, old, "verdict")
				    : record_get(result, "word")[0] != '\0';
	struct record item, group;

	if ((has_texts && has_word) || record_load(context->store,
			&standard_item_type, record_ref(result, "item_id"),
			&item, NULL) != ERR_OK)
		return;
	if (record_load(context->store, &standard_group_type,
		    record_ref(&item, "group_id"), &group, NULL) == ERR_OK) {
		if (!has_texts)
			fill_texts(result, &item, &group);
		if (!has_word)
			fill_word(result, &group);
		record_clear(&group);
	}
	record_clear(&item);
}

const struct record_type checklist_result_type = {
	.name = "checklist_result",
	.term = {"Checklist result", "检查结果"},
	.number = 27,
	.help = N_("How a union stands against one item of the standard, what "
		   "was found and what is to be done by when. The item reads "
		   "as it was then."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Verdict", "判定"}, {"Finding", "问题与整改"}},
	.title = {"code", "text"},
	.list = {"order_no", "checklist_run_id", "grp", "code", "text",
		"word", "finding", "due_on", "member_id", "person",
		"proposed"},
	.order = "order_no",
	.key = {{"checklist_run_id", "item_id"},
		{"checklist_run_id", "code"}},
	.fill = fill,
	.owned_by = "checklist_run_id",
};
