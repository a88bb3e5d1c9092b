/* Probes of leaders and roster. */
#include "probed.h"

/* The one head of the union, and what the two probes of it say. */
static const struct {
	const char *unit_kind;
	const char *unit_post, *ground, *reason;
	const char *takes_the_lead; /* F7 */
	const char *qualified;      /* Y4 */
	const char *begins; /* the sentence does, with so much */
} heads[] = {
	{"11", "局长", "2", "", MET, MET, "The head is of the permitted kinds: "
		"member (乌兰), from unit (单位), post in the unit (局长), "
		"ground (first hand of the lead unit)."},
	{"11", "", "1", "", MET, PARTLY, "The head is of the permitted kinds, "
		"but which post"},
	{"11", "书记", "4", "", PARTLY, UNMET, "The head is neither"},
	{"11", "书记", "4", "县委同意", PARTLY, PARTLY, "The head is neither"},
	{"11", "书记", "", "", UNCLEAR, UNCLEAR, "On which ground"},
	{"22", "经理", "2", "", UNMET, UNMET, "The head comes from"},
	{"22", "经理", "2", "县委同意", PARTLY, PARTLY, "The head comes from"},
};

static void
assert_begins(struct desk *desk, int64_t org, const char *name,
	const char *verdict, const char *begins)
{
	struct probe_request request = {desk->store, org, "2025-01-01",
		"2025-12-31", "2026-01-01"};
	struct probe_answer answer;
	struct err err = ERR_INIT;

	bench_ok(probe_ask(name, &request, &answer, &err), &err);
	if (strncmp(answer.sentence, begins, strlen(begins)) != 0)
		fail_msg("%s: %s", name, answer.sentence);
	assert_string_equal(answer.verdict, verdict);
	assert_int_equal(answer.evidence.n, 1);
	assert_ptr_equal(answer.evidence.items[0].type, &leader_type);
	probe_answer_clear(&answer);
}

static void
judges_the_head(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk), upper, leader;
	int64_t member = probed_member(desk, "乌兰");
	int64_t unit = probed_unit(desk, "单位", "11");

	probed_says(desk, org, "head_permitted", UNCLEAR, 0,
		"No head of the union is on record on 2025-12-31.");
	probed_says(desk, org, "qualified_head", UNMET, 0,
		"No head of the union is on record on 2025-12-31.");
	leader = desk_add(desk, &leader_type, "union_org_id", desk_id(org).s,
		"member_id", desk_id(member).s, "post", "1", NULL);
	for (size_t i = 0; i < N_ITEMS(heads); i++) {
		desk_put(desk, &unit_type, unit, "kind", heads[i].unit_kind,
			NULL);
		desk_put(desk, &leader_type, leader, "unit_id",
			desk_id(unit).s, "unit_post", heads[i].unit_post,
			"ground", heads[i].ground, "reason", heads[i].reason,
			NULL);
		assert_begins(desk, org, "head_permitted",
			heads[i].takes_the_lead, heads[i].begins);
		assert_begins(desk, org, "qualified_head", heads[i].qualified,
			heads[i].begins);
	}
	upper = desk_add(desk, &union_org_type, "name", "上级", NULL);
	desk_put(desk, &leader_type, leader, "reason", "", NULL);
	desk_put(desk, &union_org_type, org, "parent_id", desk_id(upper).s,
		NULL);
	assert_begins(desk, org, "head_permitted", MET, "The head of a union "
		"below another one is chosen more freely: ");
}

static void
knows_heads_by_their_days(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t member = probed_member(desk, "乌兰"), first;

	first = desk_add(desk, &leader_type, "union_org_id", desk_id(org).s,
		"member_id", desk_id(member).s, "post", "1", "ground", "1",
		"since_on", "2020", NULL);
	desk_add(desk, &leader_type, "union_org_id", desk_id(org).s,
		"member_id", desk_id(probed_member(desk, "敖特根")).s, "post",
		"1", "ground", "1", "since_on", "2025-12", NULL);
	probed_says(desk, org, "qualified_head", UNCLEAR, 2,
		"Several heads of the union are on record on 2025-12-31; give "
		"those who have left their last day.");
	desk_put(desk, &leader_type, first, "until_on", "2025-12-30", NULL);
	assert_begins(desk, org, "qualified_head", PARTLY, "The head is of "
		"the permitted kinds, but which post in the unit is not on "
		"record: member (敖特根), ground (city or county leader");
}

static int64_t
add_leader(struct desk *desk, int64_t org, const char *name, const char *post)
{
	return desk_add(desk, &leader_type, "union_org_id", desk_id(org).s,
		"member_id", desk_id(probed_member(desk, name)).s, "post",
		post, "since_on", "2021-01-01", "proposed_on", "2020-12-01",
		NULL);
}

static void
counts_the_leading_group(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk), deputy;

	probed_says(desk, org, "leading_group", UNMET, 0,
		"No leader is on record on 2025-12-31.");
	add_leader(desk, org, "乌兰", "1");
	probed_says(desk, org, "leading_group", PARTLY, 1,
		"Leaders in office on 2025-12-31: 1, of these heads: 1, "
		"proposed jointly by the records: 1.");
	deputy = add_leader(desk, org, "敖特根", "2");
	probed_says(desk, org, "leading_group", MET, 2,
		"Leaders in office on 2025-12-31: 2, of these heads: 1, "
		"proposed jointly by the records: 2.");
	desk_put(desk, &leader_type, deputy, "proposed_on", "", NULL);
	probed_says(desk, org, "leading_group", PARTLY, 2,
		"Leaders in office on 2025-12-31: 2, of these heads: 1, "
		"proposed jointly by the records: 1.");
	desk_put(desk, &union_org_type, org, "term_until_on", "2025-05-11",
		NULL);
	probed_says(desk, org, "leading_group", PARTLY, 2,
		"Leaders in office on 2025-12-31: 2, but their term ended on "
		"2025-05-11.");
	desk_put(desk, &union_org_type, org, "founded_on", "2026-01-01", NULL);
	probed_says(desk, org, "leading_group", UNCLEAR, 0,
		"The union was founded on 2026-01-01, after the end of the "
		"period.");
}

static void
reads_the_roster(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t unit = probed_unit(desk, "林场", "12");
	int64_t branch = desk_add(desk, &branch_type, "name", "林场支部", NULL);
	int64_t member = probed_member(desk, "乌兰"), row;

	probed_says(desk, org, "roster_current", UNMET, 0,
		"Nobody is on the roster on 2025-12-31.");
	probed_says(desk, org, "posts_taken", UNCLEAR, 0,
		"Nobody is on the roster on 2025-12-31.");
	probed_join(desk, org, unit);
	row = desk_add(desk, &membership_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(org).s, NULL);
	probed_says(desk, org, "roster_current", PARTLY, 0,
		"Members on the roster on 2025-12-31: 1, of whom without a "
		"home branch: 1, without the day of reporting: 1, no longer "
		"in the register: 0; member units: 1, of these with nobody on "
		"the roster: 1.");
	probed_says(desk, org, "posts_taken", UNMET, 0,
		"Members on the roster on 2025-12-31: 1, of whom with the day "
		"of reporting: 0, with a post taken: 0.");
	desk_put(desk, &membership_type, row, "duty", "护林", NULL);
	probed_says(desk, org, "posts_taken", PARTLY, 0,
		"Members on the roster on 2025-12-31: 1, of whom with the day "
		"of reporting: 0, with a post taken: 1.");
	desk_put(desk, &membership_type, row, "joined_on", "2025-03",
		"unit_id", desk_id(unit).s, NULL);
	desk_put(desk, &member_type, member, "branch_id", desk_id(branch).s,
		NULL);
	probed_says(desk, org, "posts_taken", MET, 0,
		"Members on the roster on 2025-12-31: 1, of whom with the day "
		"of reporting: 1, with a post taken: 1.");
	probed_says(desk, org, "roster_current", MET, 0,
		"Members on the roster on 2025-12-31: 1, of whom without a "
		"home branch: 0, without the day of reporting: 0, no longer "
		"in the register: 0; member units: 1, of these with nobody on "
		"the roster: 0.");
	desk_put(desk, &member_type, member, "state", "2", "state_on",
		"2025-06-01", NULL);
	probed_says(desk, org, "roster_current", PARTLY, 0,
		"Members on the roster on 2025-12-31: 1, of whom without a "
		"home branch: 0, without the day of reporting: 0, no longer "
		"in the register: 1; member units: 1, of these with nobody on "
		"the roster: 0.");
	desk_put(desk, &union_org_type, org, "state", "1", NULL);
	probed_says(desk, org, "roster_current", UNCLEAR, 0,
		"The union is still being prepared.");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(judges_the_head),
		TEST(knows_heads_by_their_days),
		TEST(counts_the_leading_group),
		TEST(reads_the_roster),
	};

	return cmocka_run_group_tests_name("probe_people", tests, NULL, NULL);
}
