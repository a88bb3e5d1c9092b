/* meeting_kind (会议类别): what is held how often, by whom, by which rule. */
#include "records/nouns.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

enum { PAGE_KIND, PAGE_TEMPLATE };

/* 9: as needed. */
static bool
is_regular(const struct record *kind)
{
	return strcmp(record_get(kind, "cycle"), "9") != 0;
}

static const struct field_type fields[] = {
	{.name = "name", .term = {"name", "类别名称"},
		.also = "名称|会议类别名称", .kind = FIELD_TEXT, .cols = 24,
		.max = 64,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_UNIQUE,
		.page = PAGE_KIND},
	{.name = "cycle", .term = {"cycle", "召开周期"},
		.also = "周期|频次", .kind = FIELD_CODE, .cols = 8,
		.codes = "meeting_cycle", .flags = FIELD_REQUIRED,
		.initial = "9", .page = PAGE_KIND},
	{.name = "times", .term = {"times in a cycle", "每期次数"},
		.also = "次数", .kind = FIELD_INT, .cols = 8, .initial = "1",
		.flags = FIELD_REQUIRED, .when = is_regular,
		.page = PAGE_KIND},
	{.name = "eligible", .term = {"who ought to attend", "应到范围"},
		.also = "参加范围|参会范围", .kind = FIELD_CODE, .cols = 20,
		.codes = "meeting_eligible", .flags = FIELD_REQUIRED,
		.initial = "1", .page = PAGE_KIND,
		.help = N_("The roster of the day proposes them; each meeting "
			   "may correct that person by person.")},
	{.name = "vote_rule_id", .term = {"voting rule", "表决规则"},
		.kind = FIELD_REF, .ref = "vote_rule", .cols = 20,
		.page = PAGE_KIND},
	{.name = "first_topic",
		.term = {"first topic required", "须有第一议题"},
		.also = "第一议题", .kind = FIELD_BOOL, .cols = 12,
		.initial = "0", .page = PAGE_KIND},
	{.name = "functional",
		.term = {"functional unions too", "功能型可召开"},
		.also = "功能型联合党组织可否召开", .kind = FIELD_BOOL,
		.cols = 12, .initial = "1", .page = PAGE_KIND,
		.help = N_("No for what belongs to the branch that holds the "
			   "members' relations: admission, election, "
			   "discipline, dues.")},
	{.name = "union_kinds",
		.term = {"demanded of", "须召开的组织"},
		.also = "须召开的组织类别|适用组织类别", .kind = FIELD_CODE,
		.cols = 16, .codes = "union_kind", .flags = FIELD_SEVERAL,
		.page = PAGE_KIND,
		.help = N_("Of which kinds of union it is demanded when it is "
			   "due; empty: of all.")},
	{.name = "basis", .term = {"basis", "类别依据"}, .also = "依据",
		.kind = FIELD_TEXT, .cols = 30, .max = 200,
		.page = PAGE_KIND},
	{.name = "since_on", .term = {"since", "启用日期"},
		.kind = FIELD_DATE, .page = PAGE_KIND},
	{.name = "until_on", .term = {"until", "停用日期"},
		.kind = FIELD_DATE, .page = PAGE_KIND},

	{.name = "template", .term = {"template of the minutes", "记录模板"},
		.also = "模板", .kind = FIELD_LONGTEXT,
		.page = PAGE_TEMPLATE,
		.help = N_("The skeleton of a minute, with which the text of "
			   "such a meeting begins.")},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000, .page = PAGE_TEMPLATE},
};

static void
check(const struct record *kind, const struct check_context *context,
	struct notes *notes)
{
	(void)context;
	if (is_regular(kind) &&
		strtoll(record_get(kind, "times"), NULL, 10) < 1)
		notes_block(notes, "times",
			_("A meeting that is due in every cycle is due at "
			  "least once in it."));
}

const struct record_type meeting_kind_type = {
	.name = "meeting_kind",
	.term = {"Kind of meeting", "会议类别"},
	.number = 11,
	.help = N_("What sort of meeting is held how often, who ought to "
		   "attend, and by which rule it votes. An office adds its "
		   "own."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Kind", "基本情况"}, {"Template", "记录模板"}},
	.title = {"name"},
	.list = {"name", "cycle", "times", "eligible", "vote_rule_id",
		"first_topic", "functional", "union_kinds", "basis",
		"since_on", "until_on"},
	.key = {{"name"}},
	.check = check,
	.since = "since_on",
	.until = "until_on",
};
