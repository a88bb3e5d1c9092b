/* leader (负责人): an appointment at the head of a union, and its ground. */
#include "records/leader.h"

#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/nouns.h"

static const struct field_type fields[] = {
	{.name = "union_org_id", .term = {"union organisation", "联合党组织"},
		.also = "所在联合党组织", .kind = FIELD_REF, .ref = "union_org",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "member_id", .term = {"member", "负责人"}, .also = "姓名|书记",
		.kind = FIELD_REF, .ref = "member", .cols = 14,
		.flags = FIELD_REQUIRED},
	{.name = "post", .term = {"post", "职务"}, .kind = FIELD_CODE,
		.cols = 10, .codes = "union_post", .initial = "1"},
	{.name = "unit_id", .term = {"from unit", "所在单位"}, .also = "单位",
		.kind = FIELD_REF, .ref = "unit", .cols = 20},
	{.name = "unit_post", .term = {"post in the unit", "单位职务"},
		.kind = FIELD_TEXT, .cols = 14, .max = 64},
	{.name = "ground", .term = {"ground", "任职依据"}, .kind = FIELD_CODE,
		.cols = 20, .codes = "leader_ground"},
	{.name = "reason", .term = {"reason for the exception", "例外理由"},
		.kind = FIELD_TEXT, .max = 200,
		.help = N_("The head of a union is a county or city leader in "
			   "charge or the first hand of the lead unit; say why "
			   "it is otherwise.")},
	{.name = "proposed_on", .term = {"proposed jointly", "共同酝酿日期"},
		.also = "酝酿日期", .kind = FIELD_DATE},
	{.name = "proposed_by", .term = {"units consulted", "参与酝酿单位"},
		.kind = FIELD_TEXT, .max = 200},
	{.name = "since_on", .term = {"since", "任职日期"}, .also = "任职时间",
		.kind = FIELD_DATE},
	{.name = "until_on", .term = {"until", "免职日期"}, .also = "离任日期",
		.kind = FIELD_DATE},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000},
};

bool
leader_is_free(const struct record *org)
{
	return record_ref(org, "parent_id") != 0;
}

bool
leader_is_of_enterprise(struct store *store, const struct record *leader)
{
	static const char *const enterprises[] = {"21", "22", "23"};
	int64_t unit_id = record_ref(leader, "unit_id");
	struct record unit;
	bool found = false;

	if (unit_id == 0 ||
		record_load(store, &unit_type, unit_id, &unit, NULL) != ERR_OK)
		return false;
	for (size_t i = 0; i < sizeof(enterprises) / sizeof(*enterprises); i++)
		if (strcmp(record_get(&unit, "kind"), enterprises[i]) == 0)
			found = true;
	record_clear(&unit);
	return found;
}

static void
check(const struct record *leader, const struct check_context *context,
	struct notes *notes)
{
	struct record org;
	bool free_of_rule;

	if (strcmp(record_get(leader, "post"), "1") != 0 ||
		record_get(leader, "reason")[0] != '\0')
		return;
	if (record_load(context->store, &union_org_type,
		    record_ref(leader, "union_org_id"), &org, NULL) != ERR_OK)
		return;
	free_of_rule = leader_is_free(&org);
	record_clear(&org);
	if (free_of_rule)
		return;
	if (leader_is_of_enterprise(context->store, leader))
		notes_warn(notes, "reason",
			_("The head of a union does not come from the "
			  "enterprise; record the reason for the exception."));
	else if (strcmp(record_get(leader, "ground"), "9") == 0 ||
		record_get(leader, "ground")[0] == '\0')
		notes_warn(notes, "reason",
			_("The head of a union is a leader in charge or the "
			  "first hand of the lead unit; record the ground or "
			  "the reason."));
}

const struct record_type leader_type = {
	.name = "leader",
	.term = {"Leader", "负责人"},
	.number = 9,
	.help = N_("Who leads a union, since when, and on which ground: county "
		   "or city leader in charge, or first hand of the lead unit."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Appointment", "基本情况"}},
	.title = {"member_id", "union_org_id"},
	.list = {"union_org_id", "member_id", "post", "unit_id", "unit_post",
		"ground", "since_on", "until_on"},
	.order = "union_org_id.sort_key",
	.key = {{"member_id", "union_org_id", "since_on"},
		{"member_id", "union_org_id"}},
	.check = check,
	.since = "since_on",
	.until = "until_on",
};
