/* union_unit (成员单位): a unit in a union. */
#include "records/nouns.h"

#include "base/i18n.h"

static const struct field_type fields[] = {
	{.name = "union_org_id", .term = {"union organisation", "联合党组织"},
		.also = "所在联合党组织", .kind = FIELD_REF, .ref = "union_org",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "unit_id", .term = {"member unit", "成员单位"}, .also = "单位",
		.kind = FIELD_REF, .ref = "unit", .cols = 26,
		.flags = FIELD_REQUIRED},
	{.name = "role", .term = {"role", "承担职责"}, .also = "职责|分工",
		.kind = FIELD_TEXT, .cols = 20, .max = 64},
	{.name = "way", .term = {"how it joined", "加入方式"},
		.kind = FIELD_CODE, .cols = 10, .codes = "join_way"},
	{.name = "applied_on",
		.term = {"applied or invited", "申请（邀请）日期"},
		.also = "申请日期|邀请日期", .kind = FIELD_DATE},
	{.name = "decided_by", .term = {"decided by", "决定机关"},
		.kind = FIELD_TEXT, .max = 64},
	{.name = "joined_on", .term = {"joined", "加入日期"},
		.also = "加入时间", .kind = FIELD_DATE},
	{.name = "left_on", .term = {"left", "退出日期"}, .also = "退出时间",
		.kind = FIELD_DATE},
	{.name = "left_why", .term = {"why it left", "退出原因"},
		.kind = FIELD_TEXT, .max = 64},
	{.name = "liaison", .term = {"liaison person", "联络员"},
		.kind = FIELD_TEXT, .cols = 12, .max = 64},
	{.name = "phone", .term = {"phone", "联系电话"}, .kind = FIELD_PHONE},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000},
};

const struct record_type union_unit_type = {
	.name = "union_unit",
	.term = {"Member unit", "成员单位"},
	.number = 5,
	.help = N_("That a unit belongs to a union: when and how it joined, by "
		   "application or invitation, and when it left."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Member unit", "基本情况"}},
	.title = {"unit_id", "union_org_id"},
	.list = {"union_org_id", "unit_id", "role", "way", "joined_on",
		"left_on"},
	.order = "unit_id.sort_key",
	.key = {{"union_org_id", "unit_id", "joined_on"},
		{"union_org_id", "unit_id"}},
	.since = "joined_on",
	.until = "left_on",
};
