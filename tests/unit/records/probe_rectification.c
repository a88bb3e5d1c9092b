/* The probe of rectifications. */
#include "probed.h"

#define NAME "rectification_closed"

static int64_t
rectify(struct desk *desk, int64_t org, const char *proposed)
{
	return desk_add(desk, &rectification_type, "union_org_id",
		desk_id(org).s, "grounds", "1", "proposed_on", proposed,
		"state", "1", NULL);
}

static void
follows_a_rectification_to_its_end(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk), id;

	id = rectify(desk, org, "2025-03-01");
	probed_says(desk, org, NAME, PARTLY, 1,
		"Rectifications of the union in the period: 1, brought to "
		"their end: 0, overdue: 0.");
	desk_put(desk, &rectification_type, id, "state", "2", "decided_on",
		"2025-03-10", "decided_by", "镇党委", NULL);
	desk_put(desk, &rectification_type, id, "state", "3", "plan_text",
		"补选班子", "due_on", "2025-12-30", "person", "敖特根", NULL);
	probed_says(desk, org, NAME, UNMET, 1,
		"Rectifications of the union in the period: 1, brought to "
		"their end: 0, overdue: 1.");
	desk_put(desk, &rectification_type, id, "due_on", "2025-12-31", NULL);
	probed_says(desk, org, NAME, PARTLY, 1,
		"Rectifications of the union in the period: 1, brought to "
		"their end: 0, overdue: 0.");
	desk_put(desk, &rectification_type, id, "state", "7", "closed_on",
		"2025-12-31", "aftermath", "党员回原支部", NULL);
	probed_says(desk, org, NAME, MET, 1,
		"Rectifications of the union in the period: 1, brought to "
		"their end: 1, overdue: 0.");
}

static void
looks_at_those_of_the_period(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);

	rectify(desk, org, "2026-01");
	probed_says(desk, org, NAME, UNCLEAR, 0,
		"No rectification of the union is on record in the period; "
		"where there was no ground for one, the item does not apply.");
	desk_put(desk, &union_org_type, org, "state", "3", NULL);
	probed_says(desk, org, NAME, UNMET, 0,
		"The union is under rectification, but no rectification of it "
		"is on record.");
	desk_add(desk, &rectification_type, "union_org_id", desk_id(org).s,
		"grounds", "1", "proposed_on", "2024-01-01", "state", "6",
		"closed_on", "2024-12-31", NULL);
	probed_says(desk, org, NAME, UNMET, 0,
		"The union is under rectification, but no rectification of it "
		"is on record.");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(follows_a_rectification_to_its_end),
		TEST(looks_at_those_of_the_period),
	};

	return cmocka_run_group_tests_name("probe_rectification", tests, NULL,
		NULL);
}
