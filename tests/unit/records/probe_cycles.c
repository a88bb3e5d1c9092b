/* Probes of what was held of what the cycles demand. */
#include "probed.h"

static void
counts_whole_cycles(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t quarterly = probed_kind(desk, "支部党员大会", MEMBERS, "2");
	int64_t yearly = probed_kind(desk, "组织生活会", MEMBERS, "4");

	probed_kind(desk, "联席会商", UNITS, "3");
	probed_says(desk, org, "organisational_life", UNMET, 0,
		"Meetings that their cycles demand in the period: 5, held of "
		"these: 0; fewer than demanded: 支部党员大会 0/4, 组织生活会 "
		"0/1.");
	probed_meeting(desk, org, quarterly, "2025-01-01");
	probed_meeting(desk, org, quarterly, "2025-03-31");
	probed_meeting(desk, org, quarterly, "2025-04-01");
	probed_meeting(desk, org, yearly, "2025-12-31");
	probed_says(desk, org, "organisational_life", PARTLY, 4,
		"Meetings that their cycles demand in the period: 5, held of "
		"these: 3; fewer than demanded: 支部党员大会 2/4.");
	probed_meeting(desk, org, quarterly, "2025-09-30");
	probed_meeting(desk, org, quarterly, "2025-10-01");
	probed_says(desk, org, "organisational_life", MET, 6,
		"All meetings that their cycles demand were held in the "
		"period: 5.");
}

static void
asks_only_for_cycles_that_were_whole(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t kind = probed_kind(desk, "主题党日", MEMBERS, "1");
	struct probe_request request = {desk->store, org, "2025-02-15",
		"2025-03-30", "2026-01-01"};

	probed_says_of(&request, "organisational_life", UNCLEAR, 0,
		"No cycle in which a meeting was to be held lies whole in the "
		"period.");
	request.until_on = "2025-04-29";
	probed_says_of(&request, "organisational_life", UNMET, 0,
		"Meetings that their cycles demand in the period: 1, held of "
		"these: 0; fewer than demanded: 主题党日 0/1.");
	request.until_on = "2025-04-30";
	request.today = "2025-04-29";
	probed_meeting(desk, org, kind, "2025-03-31");
	probed_says_of(&request, "organisational_life", MET, 1,
		"All meetings that their cycles demand were held in the "
		"period: 1.");
	desk_put(desk, &union_org_type, org, "founded_on", "2025-03", NULL);
	probed_says_of(&request, "organisational_life", UNCLEAR, 1,
		"No cycle in which a meeting was to be held lies whole in the "
		"period.");
}

static void
asks_only_for_what_the_union_may_hold(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t kind = probed_kind(desk, "民主评议党员", MEMBERS, "4");

	desk_put(desk, &meeting_kind_type, kind, "functional", "0", NULL);
	probed_says(desk, org, "organisational_life", UNCLEAR, 0,
		"No cycle in which a meeting was to be held lies whole in the "
		"period.");
	desk_put(desk, &union_org_type, org, "basis", "1", NULL);
	probed_says(desk, org, "organisational_life", UNMET, 0,
		"Meetings that their cycles demand in the period: 1, held of "
		"these: 0; fewer than demanded: 民主评议党员 0/1.");
	desk_put(desk, &meeting_kind_type, kind, "since_on", "2025-01-02",
		NULL);
	probed_says(desk, org, "organisational_life", UNCLEAR, 0,
		"No cycle in which a meeting was to be held lies whole in the "
		"period.");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(counts_whole_cycles),
		TEST(asks_only_for_cycles_that_were_whole),
		TEST(asks_only_for_what_the_union_may_hold),
	};

	return cmocka_run_group_tests_name("probe_cycles", tests, NULL, NULL);
}
