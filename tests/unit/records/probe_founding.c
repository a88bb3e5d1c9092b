/* Probes of the union's own record. */
#include "probed.h"

/* Up to four fields of the union that are filled, and what a probe says. */
struct row {
	const char *probe;
	const char *filled[4][2];
	const char *verdict;
	const char *sentence;
};

static void
play(struct desk *desk, int64_t org, const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t f = 0; rows[i].filled[f][0] != NULL; f++)
			desk_put(desk, &union_org_type, org,
				rows[i].filled[f][0], rows[i].filled[f][1],
				NULL);
		probed_says(desk, org, rows[i].probe, rows[i].verdict, 0,
			rows[i].sentence);
		for (size_t f = 0; rows[i].filled[f][0] != NULL; f++)
			desk_put(desk, &union_org_type, org,
				rows[i].filled[f][0], "", NULL);
	}
}

static void
reads_why_it_was_founded(void **state)
{
	static const struct row rows[] = {
		{"need_recorded", {{"need", "草场共管"}, {"task_text", "治沙"}},
			MET, "On record: need, central task."},
		{"need_recorded", {{"need", "草场共管"}}, PARTLY,
			"On record: need; not on record: central task."},
		{"need_recorded", {{NULL}}, UNMET,
			"Not on record: need, central task."},
		{"central_task", {{"task_text", "治沙"}, {"task", "5"},
			{"chain", "3"}}, MET,
			"On record: central task, kind of key work (industry "
			"development), chain (industry chain)."},
		{"central_task", {{"chain", "3"}}, PARTLY,
			"On record: chain (industry chain); not on record: "
			"central task, kind of key work."},
		{"central_task", {{NULL}}, UNMET,
			"Not on record: central task, kind of key work, "
			"chain."},
	};
	struct desk *desk = *state;

	play(desk, probed_union(desk), rows, N_ITEMS(rows));
}

static void
reads_who_approved_it(void **state)
{
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	struct desk_id committee = desk_id(probed_unit(desk, "镇党委", "14"));
	const struct row rows[] = {
		{"approved_by_committee", {{"committee_id", committee.s},
			{"document_no", "镇发3号"},
			{"approved_on", "2020-05-12"}}, MET,
			"On record: leading committee (镇党委), founding "
			"document (镇发3号), approved (2020-05-12)."},
		{"approved_by_committee", {{"document_no", "镇发3号"}}, PARTLY,
			"On record: founding document (镇发3号); not on record: "
			"leading committee, approved."},
		{"approved_by_committee", {{"approved_on", "2020-06"}}, PARTLY,
			"The union was founded on 2020-05-12, before it was "
			"approved on 2020-06."},
		{"approved_by_committee", {{NULL}}, UNMET,
			"Not on record: leading committee, founding document, "
			"approved."},
	};

	play(desk, org, rows, N_ITEMS(rows));
}

static void
tests_its_scope(void **state)
{
	static const struct row nobody[] = {
		{"scope_tested", {{"scope", "跨旗"}, {"crosses", "1"}}, PARTLY,
			"It is written down what the union is for, but no "
			"member unit is on record on 2025-12-31."},
		{"scope_tested", {{NULL}}, UNCLEAR,
			"Not on record: scope test, boundaries crossed."},
	}, one[] = {
		{"scope_tested", {{"scope", "跨旗"}}, UNMET,
			"It has one member unit alone on 2025-12-31, so that "
			"it joins nobody."},
	}, two[] = {
		{"scope_tested", {{"scope", "跨旗"}, {"crosses", "1"}}, MET,
			"On record: scope test, boundaries crossed (fields)."},
		{"scope_tested", {{"scope", "跨旗"}}, PARTLY,
			"On record: scope test; not on record: boundaries "
			"crossed."},
		{"scope_tested", {{NULL}}, UNCLEAR,
			"Not on record: scope test, boundaries crossed."},
	};
	struct desk *desk = *state;
	int64_t org = probed_union(desk);

	play(desk, org, nobody, N_ITEMS(nobody));
	probed_join(desk, org, probed_unit(desk, "林场", "12"));
	play(desk, org, one, N_ITEMS(one));
	probed_join(desk, org, probed_unit(desk, "牧场", "21"));
	play(desk, org, two, N_ITEMS(two));
}

static void
looks_for_a_place_to_work(void **state)
{
	static const char *const places[] = {"驿站", "嘎查", "驿站", "驿站"};
	struct desk *desk = *state;
	int64_t org = probed_union(desk);
	int64_t kind = probed_kind(desk, "例会", MEMBERS, "1");

	probed_says(desk, org, "place_to_work", UNMET, 0,
		"Not on record: place to work from.");
	for (size_t i = 0; i < N_ITEMS(places); i++) {
		int64_t meeting = probed_meeting(desk, org, kind, "2025-03-01");

		desk_put(desk, &meeting_type, meeting, "place", places[i],
			NULL);
		if (i == 1)
			probed_says(desk, org, "place_to_work", UNMET, 0,
				"Not on record: place to work from.");
	}
	probed_says(desk, org, "place_to_work", PARTLY, 0,
		"No place to work from is on record, but of the meetings held "
		"in the period most were at 驿站: 3 of 4.");
	desk_put(desk, &union_org_type, org, "station", "党群驿站", NULL);
	probed_says(desk, org, "place_to_work", MET, 0,
		"On record: place to work from (党群驿站).");
	desk_put(desk, &union_org_type, org, "state", "1", NULL);
	probed_says(desk, org, "place_to_work", UNCLEAR, 0,
		"The union is still being prepared.");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reads_why_it_was_founded),
		TEST(reads_who_approved_it),
		TEST(tests_its_scope),
		TEST(looks_for_a_place_to_work),
	};

	return cmocka_run_group_tests_name("probe_founding", tests, NULL,
		NULL);
}
