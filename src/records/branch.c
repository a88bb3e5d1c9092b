/* branch (党支部): where members' relations are. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "name", .term = {"name", "党支部名称"},
		.also = "支部名称|名称|党组织名称",
		.kind = FIELD_TEXT, .cols = 30, .max = 64,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_UNIQUE},
	{.name = "unit_id", .term = {"unit", "所在单位"},
		.also = "单位|所属单位",
		.kind = FIELD_REF, .ref = "unit", .cols = 24},
	{.name = "upper", .term = {"upper Party organisation", "上级党组织"},
		.kind = FIELD_TEXT, .cols = 24, .max = 64},
	{.name = "founded_on", .term = {"founded", "成立日期"},
		.kind = FIELD_DATE},
	{.name = "closed_on", .term = {"closed", "撤销日期"},
		.kind = FIELD_DATE},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000},
};

static const struct alike_rule alike[] = {
	{LIKELIHOOD_LIKELY, {{"name", ALIKE_BODY}}, 0, NULL},
};

const struct record_type branch_type = {
	.name = "branch",
	.term = {"Party branch", "党支部"},
	.number = 6,
	.flags = RECORD_MERGES,
	.help = N_("The branch that holds members' relations; it stays their "
		   "home when they act in a union."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Branch", "基本情况"}},
	.title = {"name"},
	.list = {"name", "unit_id", "upper", "founded_on"},
	.key = {{"name"}},
	.alike = alike,
	.n_alike = sizeof(alike) / sizeof(alike[0]),
	.since = "founded_on",
	.until = "closed_on",
};
