/* unit (单位): a department, a gacha, an enterprise: what joins unions. */
#include "base/i18n.h"
#include "records/nouns.h"

static const struct field_type fields[] = {
	{.name = "name", .term = {"name", "单位全称"},
		.also = "单位名称|名称|全称",
		.kind = FIELD_TEXT, .cols = 30, .max = 64,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_UNIQUE},
	{.name = "short_name", .term = {"short name", "单位简称"},
		.also = "简称",
		.kind = FIELD_TEXT, .cols = 14, .max = 32,
		.flags = FIELD_SEARCH},
	{.name = "kind", .term = {"kind", "单位类型"},
		.also = "单位类别|单位性质",
		.kind = FIELD_CODE, .cols = 14, .codes = "unit_kind"},
	{.name = "level", .term = {"level", "单位级别"}, .also = "层级",
		.kind = FIELD_CODE, .cols = 10, .codes = "unit_level"},
	{.name = "side", .term = {"vertical or territorial", "条块"},
		.also = "条块属性|条/块", .kind = FIELD_CODE, .cols = 6,
		.codes = "unit_side"},
	{.name = "region", .term = {"region", "所在地"}, .also = "所在区域",
		.kind = FIELD_TEXT, .cols = 16, .max = 64},
	{.name = "parent_id", .term = {"upper unit", "上级单位"},
		.also = "主管单位|主管部门", .kind = FIELD_REF, .ref = "unit",
		.cols = 24,
		.inverse = {"lower units", "下级单位"}},
	{.name = "contact", .term = {"contact person", "联系人"},
		.also = "联络员", .kind = FIELD_TEXT, .max = 64},
	{.name = "phone", .term = {"phone", "联系电话"}, .also = "电话",
		.kind = FIELD_PHONE},
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

const struct record_type unit_type = {
	.name = "unit",
	.term = {"Unit", "单位"},
	.number = 3,
	.flags = RECORD_MERGES,
	.help = N_("A department, gacha, village, enterprise, co-operative, "
		   "school or social organisation that joins unions or leads "
		   "them."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Unit", "基本情况"}},
	.title = {"name"},
	.list = {"name", "kind", "level", "side", "parent_id", "contact"},
	.key = {{"name"}},
	.alike = alike,
	.n_alike = sizeof(alike) / sizeof(alike[0]),
	.since = "founded_on",
	.until = "closed_on",
};
