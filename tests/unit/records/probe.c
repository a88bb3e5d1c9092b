/* What comes before every probe, and what all have in common. */
#include "probed.h"

#include "records/codes.h"

/* A probe that has an answer for every union at work. */
#define ANY "need_recorded"
#define ANY_SAYS "Not on record: need, central task."

static void
has_a_row_for_every_code(void **state)
{
	const struct code_list *list = code_list_find("probe");

	(void)state;
	assert_int_equal(list->n_codes, probes_n);
	for (size_t i = 0; i < probes_n; i++)
		if (code_find(list, probes[i].name) == NULL)
			fail_msg("no code %s", probes[i].name);
}

static void
asks_only_of_who_was_at_work(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);

	probed_says(desk, org, ANY, UNMET, 0, ANY_SAYS);
	desk_put(desk, &union_org_type, org, "founded_on", "2026-01", NULL);
	probed_says(desk, org, ANY, UNCLEAR, 0,
		"The union was founded on 2026-01, after the end of the "
		"period.");
	desk_put(desk, &union_org_type, org, "founded_on", "2025", NULL);
	probed_says(desk, org, ANY, UNMET, 0, ANY_SAYS);
	desk_put(desk, &union_org_type, org, "state", "4", "ended_on",
		"2025-01-01", NULL);
	probed_says(desk, org, ANY, UNMET, 0, ANY_SAYS);
	desk_put(desk, &union_org_type, org, "founded_on", "2020", "ended_on",
		"2024-12-31", NULL);
	probed_says(desk, org, ANY, UNCLEAR, 0,
		"The union was dissolved on 2024-12-31, before the period "
		"began.");
	org = desk_add(desk, &union_org_type, "name", "筹建", NULL);
	probed_says(desk, org, ANY, UNCLEAR, 0,
		"The union is still being prepared.");
}

static void
asks_nothing_of_days_to_come(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t kind = probed_kind(desk, "例会", MEMBERS, "1");
	struct probe_request request = {
		.store = desk->store,
		.union_org_id = org,
		.from_on = "2025-01-01",
		.until_on = "2025-12-31",
		.today = "2024-12-31",
	};

	probed_says_of(&request, ANY, UNCLEAR, 0,
		"The period begins only on 2025-01-01.");
	request.today = "2025-03-15";
	probed_meeting(desk, org, kind, "2025-03-01");
	probed_meeting(desk, org, kind, "2025-03-16");
	probed_says_of(&request, "idle_since_founding", MET, 1,
		"Founded on 2020-05-12; meetings held in the period: 1, the "
		"last on 2025-03-01.");
	request.today = "2025-03-16";
	probed_says_of(&request, "idle_since_founding", MET, 2,
		"Founded on 2020-05-12; meetings held in the period: 2, the "
		"last on 2025-03-16.");
}

static void
shows_the_newest_evidence(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk), last = 0;
	int64_t kind = probed_kind(desk, "例会", MEMBERS, "1");
	struct probe_request request = {desk->store, org, "2025-01-01",
		"2025-12-31", "2025-12-31"};
	struct probe_answer answer;
	struct err err = ERR_INIT;

	for (int i = 0; i < PROBE_MAX_EVIDENCE + 3; i++) {
		char day[] = "2025-12-10";

		day[8] = (char)('1' + i / 10);
		day[9] = (char)('0' + i % 10);
		last = probed_meeting(desk, org, kind, day);
	}
	bench_ok(probe_ask("idle_since_founding", &request, &answer, &err),
		&err);
	assert_non_null(strstr(answer.sentence, "in the period: 15"));
	assert_int_equal(answer.evidence.n, PROBE_MAX_EVIDENCE);
	assert_int_equal(answer.evidence.items[0].id, last);
	assert_ptr_equal(answer.evidence.items[0].type, &meeting_type);
	probe_answer_clear(&answer);
}

static void
says_what_it_cannot_know(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	struct probe_request request = {desk->store, org + 1000,
		"2025-01-01", "2025-12-31", "2025-12-31"};
	struct probe_answer answer;
	struct err err = ERR_INIT;
	size_t n_later = 0;

	for (size_t i = 0; i < probes_n; i++) {
		if (probes[i].ask != NULL)
			continue;
		n_later++;
		probed_says(desk, org, probes[i].name, UNCLEAR, 0,
			"There are no records of this kind yet; judge by other "
			"papers.");
	}
	assert_in_range(n_later, 1, probes_n - 1);
	probed_says(desk, org, "weather", UNCLEAR, 0,
		"This program knows no probe of the name weather; judge by "
		"what is there to see.");
	bench_refused(probe_ask(ANY, &request, &answer, &err), ERR_ABSENT,
		&err);
	probe_answer_clear(&answer);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_a_row_for_every_code),
		TEST(asks_only_of_who_was_at_work),
		TEST(asks_nothing_of_days_to_come),
		TEST(shows_the_newest_evidence),
		TEST(says_what_it_cannot_know),
	};

	return cmocka_run_group_tests_name("probe", tests, NULL, NULL);
}
