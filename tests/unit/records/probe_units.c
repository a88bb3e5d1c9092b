/* Probes of what the member units do together. */
#include "probed.h"

enum { UNITS_N = 4 };

struct joint {
	int64_t org;
	int64_t units[UNITS_N]; /* the first leads */
	int64_t kind;           /* of joint meetings, twice a year */
};

static void
joint_begin(struct desk *desk, struct joint *joint)
{
	static const char *const names[UNITS_N] = {"甲", "乙", "丙", "丁"};

	joint->org = probed_union(desk);
	joint->kind = probed_kind(desk, "联席会商", UNITS, "3");
	for (size_t i = 0; i < UNITS_N; i++) {
		joint->units[i] = probed_unit(desk, names[i], "11");
		probed_join(desk, joint->org, joint->units[i]);
	}
	desk_put(desk, &union_org_type, joint->org, "lead_unit_id",
		desk_id(joint->units[0]).s, NULL);
}

/* A joint meeting to which the first so many units came. */
static int64_t
meet(struct desk *desk, const struct joint *joint, const char *day, size_t n)
{
	int64_t meeting = probed_meeting(desk, joint->org, joint->kind, day);

	for (size_t i = 0; i < UNITS_N; i++)
		probed_attends(desk, meeting, 0, joint->units[i], i < n);
	return meeting;
}

static void
counts_units_that_take_part(void **state)
{
	struct desk *desk = *state;
	struct joint joint;
	int64_t alone = desk_add(desk, &union_org_type, "name", "一家", "state",
		"2", NULL);
	int64_t member = probed_member(desk, "乌兰"), meeting, row;

	joint_begin(desk, &joint);
	probed_says(desk, alone, "units_take_part", UNCLEAR, 0,
		"Member units on record: 0; whether they act together shows "
		"only from two on.");
	probed_says(desk, joint.org, "units_take_part", UNCLEAR, 0,
		"Of 4 member units, 0 came to meetings or had tasks in the "
		"period by the records; who else did is not on record.");
	meeting = meet(desk, &joint, "2025-03-01", 1);
	probed_says(desk, joint.org, "units_take_part", UNMET, 1,
		"Of 4 member units, only 1 came to meetings or had tasks in "
		"the period.");
	probed_attends(desk, meeting, member, 0, true);
	probed_says(desk, joint.org, "units_take_part", UNCLEAR, 1,
		"Of 4 member units, 1 came to meetings or had tasks in the "
		"period by the records; who else did is not on record.");
	row = desk_add(desk, &membership_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(joint.org).s, "unit_id",
		desk_id(joint.units[1]).s, NULL);
	probed_says(desk, joint.org, "units_take_part", MET, 1,
		"Of 4 member units, 2 came to meetings or had tasks in the "
		"period.");
	desk_put(desk, &membership_type, row, "unit_id",
		desk_id(joint.units[0]).s, NULL);
	desk_add(desk, &task_type, "union_org_id", desk_id(joint.org).s,
		"title", "治沙", "unit_id", desk_id(joint.units[2]).s,
		"given_on", "2025-04", NULL);
	probed_says(desk, joint.org, "units_take_part", MET, 1,
		"Of 4 member units, 2 came to meetings or had tasks in the "
		"period.");
	probed_join(desk, joint.org, probed_unit(desk, "戊", "11"));
	probed_says(desk, joint.org, "units_take_part", PARTLY, 1,
		"Of 5 member units, only 2 came to meetings or had tasks in "
		"the period.");
}

static void
counts_who_came_to_joint_meetings(void **state)
{
	struct desk *desk = *state;
	struct joint joint;
	int64_t other;

	joint_begin(desk, &joint);
	probed_meeting(desk, joint.org, joint.kind, "2025-01-01");
	other = probed_meeting(desk, joint.org,
		probed_kind(desk, "例会", MEMBERS, "1"), "2025-01-01");
	probed_attends(desk, other, 0, joint.units[0], true);
	probed_says(desk, joint.org, "members_attend_jointly", UNCLEAR, 0,
		"In the period there is no meeting of the member units for "
		"which it is marked which of them came.");
	meet(desk, &joint, "2025-02-01", 1);
	meet(desk, &joint, "2025-02-02", 0);
	probed_says(desk, joint.org, "members_attend_jointly", UNMET, 2,
		"Meetings of the member units in the period: 2; with fewer "
		"than half of the units: 0, with nobody but the lead unit: 2.");
	meet(desk, &joint, "2025-03-01", 2);
	probed_join(desk, joint.org, probed_unit(desk, "戊", "11"));
	meet(desk, &joint, "2025-04-01", 3);
	probed_says(desk, joint.org, "members_attend_jointly", PARTLY, 3,
		"Meetings of the member units in the period: 4; with fewer "
		"than half of the units: 1, with nobody but the lead unit: 2.");
}

static void
is_content_with_half_of_the_units(void **state)
{
	struct desk *desk = *state;
	struct joint joint;

	joint_begin(desk, &joint);
	meet(desk, &joint, "2025-03-01", 2);
	meet(desk, &joint, "2025-09-01", 4);
	probed_says(desk, joint.org, "members_attend_jointly", MET, 2,
		"Meetings of the member units in the period: 2; at least half "
		"of the units came to each.");
}

static void
follows_up_what_was_agreed(void **state)
{
	struct desk *desk = *state;
	struct joint joint;
	int64_t first, second, task;

	joint_begin(desk, &joint);
	probed_says(desk, joint.org, "joint_consultation", UNMET, 0,
		"No meeting of the member units was held in the period; by "
		"their cycles there ought to have been 2.");
	first = meet(desk, &joint, "2025-03-01", 4);
	second = meet(desk, &joint, "2025-09-01", 4);
	probed_says(desk, joint.org, "joint_consultation", PARTLY, 2,
		"Meetings of the member units in the period: 2 (of 2 that the "
		"cycles demand: 2), without a resolution or task: 2; tasks "
		"given by them: 0, done: 0, overdue: 0.");
	desk_add(desk, &resolution_type, "meeting_id", desk_id(second).s,
		"subject", "同意", NULL);
	task = desk_add(desk, &task_type, "union_org_id",
		desk_id(joint.org).s, "title", "治沙", "given_on",
		"2025-03-01", "due_on", "2025-12-30", "meeting_id",
		desk_id(first).s, NULL);
	probed_says(desk, joint.org, "joint_consultation", PARTLY, 3,
		"Meetings of the member units in the period: 2 (of 2 that the "
		"cycles demand: 2), without a resolution or task: 0; tasks "
		"given by them: 1, done: 0, overdue: 1.");
	desk_put(desk, &task_type, task, "due_on", "2025-12", NULL);
	probed_says(desk, joint.org, "joint_consultation", MET, 2,
		"Meetings of the member units in the period: 2 (of 2 that the "
		"cycles demand: 2), without a resolution or task: 0; tasks "
		"given by them: 1, done: 0, overdue: 0.");
	desk_put(desk, &task_type, task, "state", "2", "closed_on",
		"2025-11-01", "result", "已完成", NULL);
	desk_put(desk, &meeting_kind_type, joint.kind, "times", "2", NULL);
	probed_says(desk, joint.org, "joint_consultation", PARTLY, 2,
		"Meetings of the member units in the period: 2 (of 4 that the "
		"cycles demand: 2), without a resolution or task: 0; tasks "
		"given by them: 1, done: 1, overdue: 0.");
}

static void
demands_no_consultation_without_a_cycle(void **state)
{
	struct desk *desk = *state;

	probed_kind(desk, "项目推进会", UNITS, "9");
	probed_says(desk, probed_union(desk), "joint_consultation", UNCLEAR, 0,
		"No meeting of the member units was held in the period; by "
		"their cycles there ought to have been 0.");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(counts_units_that_take_part),
		TEST(counts_who_came_to_joint_meetings),
		TEST(is_content_with_half_of_the_units),
		TEST(follows_up_what_was_agreed),
		TEST(demands_no_consultation_without_a_cycle),
	};

	return cmocka_run_group_tests_name("probe_units", tests, NULL, NULL);
}
