/* Probes of meetings: were they held, and what was written down? */
#include "probed.h"

static void
sees_a_union_that_sleeps(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk), meeting;
	int64_t kind = probed_kind(desk, "例会", MEMBERS, "1");

	probed_says(desk, org, "idle_since_founding", UNMET, 0,
		"Founded on 2020-05-12; no meeting has been held since.");
	probed_meeting(desk, org, kind, "2024-12-31");
	meeting = probed_meeting(desk, org, kind, "2025-07-01");
	desk_put(desk, &meeting_type, meeting, "state", "2", NULL);
	desk_put(desk, &meeting_type, meeting, "state", "1", NULL);
	probed_meeting(desk, org, kind, "2026-01-01");
	probed_says(desk, org, "idle_since_founding", UNMET, 0,
		"Founded on 2020-05-12; no meeting was held in the period, "
		"the last one before it on 2024-12-31.");
	desk_put(desk, &union_org_type, org, "founded_on", "2025-12-15", NULL);
	probed_says(desk, org, "idle_since_founding", UNCLEAR, 0,
		"No meeting was held from 2025-12-15 to 2025-12-31, but that "
		"is less than a month.");
	desk_put(desk, &union_org_type, org, "founded_on", "", NULL);
	probed_says(desk, org, "idle_since_founding", UNCLEAR, 0,
		"When the union was founded is not on record.");
}

static void
sees_a_union_that_dozes(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t kind = probed_kind(desk, "例会", MEMBERS, "1");

	for (int i = 0; i < 4; i++)
		probed_meeting(desk, org, kind, "2025-10-31");
	probed_says(desk, org, "idle_since_founding", PARTLY, 4,
		"Founded on 2020-05-12; meetings held in the period: 4, but "
		"none in its last two months; the last on 2025-10-31.");
	probed_meeting(desk, org, kind, "2025-12-31");
	probed_meeting(desk, org, kind, "2025-12-01");
	probed_meeting(desk, org, kind, "2025-11-01");
	probed_says(desk, org, "idle_since_founding", PARTLY, 7,
		"Founded on 2020-05-12; meetings held in the period: 7, in "
		"only 3 of its 12 months, the last on 2025-12-31.");
	probed_meeting(desk, org, kind, "2025-01-01");
	probed_says(desk, org, "idle_since_founding", MET, 8,
		"Founded on 2020-05-12; meetings held in the period: 8, the "
		"last on 2025-12-31.");
	desk_put(desk, &union_org_type, org, "founded_on", "2025-11", NULL);
	probed_says(desk, org, "idle_since_founding", MET, 3,
		"Founded on 2025-11; meetings held in the period: 3, the last "
		"on 2025-12-31.");
}

static int64_t
add_item(struct desk *desk, int64_t meeting, const char *kind,
	const char *order, const char *gist)
{
	return desk_add(desk, &agenda_item_type, "meeting_id",
		desk_id(meeting).s, "kind", kind, "order_no", order, "subject",
		"学习", "gist", gist, NULL);
}

static void
looks_for_results(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t kind = probed_kind(desk, "例会", MEMBERS, "1");
	int64_t first, second;

	probed_says(desk, org, "results_written", UNCLEAR, 0,
		"No meeting of the period has ended, so that there is no "
		"result to look at.");
	first = probed_meeting(desk, org, kind, "2025-03-01");
	second = probed_meeting(desk, org, kind, "2025-04-01");
	add_item(desk, second, "4", "1", "");
	probed_says(desk, org, "results_written", UNMET, 2,
		"Meetings that ended in the period: 2; without gist, "
		"resolution or task: 2.");
	desk_add(desk, &task_type, "union_org_id", desk_id(org).s, "title",
		"治沙", "meeting_id", desk_id(first).s, NULL);
	probed_says(desk, org, "results_written", PARTLY, 1,
		"Meetings that ended in the period: 2; without gist, "
		"resolution or task: 1.");
	desk_add(desk, &resolution_type, "meeting_id", desk_id(second).s,
		"subject", "同意", NULL);
	probed_says(desk, org, "results_written", MET, 2,
		"Meetings that ended in the period: 2; something that came of "
		"it is written down for each.");
}

/* The meetings themselves are refused where it is wrong. */
static void
set_first_topic(struct desk *desk, int64_t kind, const char *flag)
{
	desk_put(desk, &meeting_kind_type, kind, "first_topic", flag, NULL);
}

static void
looks_for_the_first_topic(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t kind = probed_kind(desk, "支部党员大会", MEMBERS, "2");
	int64_t first, second, topic, other;

	first = probed_meeting(desk, org, kind, "2025-03-01");
	second = probed_meeting(desk, org, kind, "2025-06-01");
	probed_says(desk, org, "first_topic", UNCLEAR, 0,
		"No meeting that begins with the first topic has ended in the "
		"period.");
	set_first_topic(desk, kind, "1");
	probed_says(desk, org, "first_topic", UNMET, 2,
		"Meetings of the period that begin with the first topic: 2; "
		"where it is not item 1: 2, where it has no form or gist: 0.");
	set_first_topic(desk, kind, "0");
	add_item(desk, first, "4", "2", "讨论");
	topic = add_item(desk, first, "1", "1", "学习讲话");
	other = add_item(desk, second, "4", "1", "讨论");
	add_item(desk, second, "1", "2", "学习讲话");
	set_first_topic(desk, kind, "1");
	probed_says(desk, org, "first_topic", PARTLY, 2,
		"Meetings of the period that begin with the first topic: 2; "
		"where it is not item 1: 1, where it has no form or gist: 1.");
	desk_put(desk, &agenda_item_type, topic, "form", "1", NULL);
	desk_put(desk, &agenda_item_type, other, "kind", "1", "form", "1",
		NULL);
	probed_says(desk, org, "first_topic", MET, 2,
		"Meetings of the period that begin with the first topic: 2; "
		"each has it as item 1, with form and gist.");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sees_a_union_that_sleeps),
		TEST(sees_a_union_that_dozes),
		TEST(looks_for_results),
		TEST(looks_for_the_first_topic),
	};

	return cmocka_run_group_tests_name("probe_meetings", tests, NULL,
		NULL);
}
