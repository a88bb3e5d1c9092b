/* membership (联合党组织成员): a member in a union. */
#include "records/nouns.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "records/query.h"

/* 条例: a branch has normally no more members than this (domain: warn only). */
enum { MEMBERS_NORMALLY = 50 };

static bool
has_left(const struct record *membership)
{
	return record_get(membership, "left_on")[0] != '\0';
}

static const struct field_type fields[] = {
	{.name = "member_id", .term = {"member", "党员"},
		.also = "姓名|党员姓名",
		.kind = FIELD_REF, .ref = "member", .cols = 14,
		.flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "union_org_id", .term = {"union organisation", "联合党组织"},
		.also = "所在联合党组织", .kind = FIELD_REF, .ref = "union_org",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "unit_id", .term = {"sent by unit", "成员单位"},
		.also = "派出单位", .kind = FIELD_REF, .ref = "unit",
		.cols = 20},
	{.name = "post", .term = {"post in the union", "联合党组织职务"},
		.also = "在联合党组织中的身份|联合党组织中身份",
		.kind = FIELD_CODE,
		.cols = 10, .codes = "union_post", .initial = "5"},
	{.name = "origin", .term = {"native or incoming", "本土外来"},
		.also = "本土/外来|来源", .kind = FIELD_CODE, .cols = 6,
		.codes = "origin"},
	{.name = "duty", .term = {"post taken", "领岗"},
		.also = "岗位|认领岗位",
		.kind = FIELD_TEXT, .cols = 14, .max = 64},
	{.name = "party_group", .term = {"Party group", "党小组"},
		.also = "所在党小组", .kind = FIELD_TEXT, .cols = 12,
		.max = 64},
	{.name = "joined_on", .term = {"reported", "报到日期"},
		.also = "报到时间|加入日期", .kind = FIELD_DATE},
	{.name = "left_on", .term = {"left", "退出日期"}, .also = "退出时间",
		.kind = FIELD_DATE},
	{.name = "left_why", .term = {"why left", "退出原因"},
		.kind = FIELD_TEXT, .max = 64, .when = has_left},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_LONGTEXT,
		.max = 2000},
};

/* How many other current memberships have the same value in field. */
static int64_t
count_others(const struct record *membership, const char *field,
	const char *also_field, struct store *store)
{
	struct query query;
	int64_t n = 0;

	query_init(&query, membership->type);
	query_set_filter(&query, field, record_get(membership, field));
	if (also_field != NULL)
		query_set_filter(&query, also_field,
			record_get(membership, also_field));
	query_set_filter(&query, "left_on", "");
	(void)query_count(store, &query, MEMBERS_NORMALLY + 1, &n, NULL);
	query_clear(&query);
	return n;
}

static void
check(const struct record *membership, const struct check_context *context,
	struct notes *notes)
{
	const struct record *old = context->old;

	if (has_left(membership) || (old != NULL && !has_left(old)))
		return;
	if (count_others(membership, "member_id", "union_org_id",
		    context->store) > 0)
		notes_block(notes, "member_id",
			_("This member is in the union already; open that "
			  "entry, or give it an end first."));
	if (count_others(membership, "union_org_id", NULL, context->store) ==
		MEMBERS_NORMALLY)
		notes_warn(notes, "union_org_id",
			_("The union has now more than %d members; the branch "
			  "regulations normally allow no more."),
			MEMBERS_NORMALLY);
}

const struct record_type membership_type = {
	.name = "membership",
	.term = {"Union membership", "联合党组织成员"},
	.number = 8,
	.help = N_("That a Party member acts in a union: post, native or "
		   "incoming, since when. One member may be in several unions; "
		   "relations stay in the home branch."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Membership", "基本情况"}},
	.title = {"member_id", "union_org_id"},
	.list = {"member_id", "member_id.sex", "union_org_id", "post", "origin",
		"member_id.branch_id", "member_id.work", "duty", "joined_on",
		"left_on"},
	.order = "member_id.sort_key",
	.key = {{"member_id", "union_org_id", "joined_on"},
		{"member_id", "union_org_id"}},
	.check = check,
	.since = "joined_on",
	.until = "left_on",
};
