#include "desk.h"

#include "records/nouns.h"
#include "records/rectification.h"

struct pair {
	int64_t org;
	int64_t id;
};

/* A union that works, and its rectification in the first state. */
static struct pair
propose(struct desk *desk)
{
	struct pair pair;

	pair.org = desk_add(desk, &union_org_type, "name", "东山联合党支部",
		"state", "2", "founded_on", "2020-01-01", NULL);
	pair.id = desk_add(desk, &rectification_type, "union_org_id",
		desk_id(pair.org).s, "grounds", "1", "proposed_on",
		"2023-01-10", NULL);
	return pair;
}

/* The steps up to a state, each in a change of its own. */
static struct pair
bring(struct desk *desk, char to)
{
	struct pair pair = propose(desk);

	if (to >= '2')
		desk_put(desk, &rectification_type, pair.id, "state", "2",
			"decided_on", "2023-01-20", "decided_by", "旗委", NULL);
	if (to >= '3')
		desk_put(desk, &rectification_type, pair.id, "state", "3",
			"plan_text", "一月一会", "due_on", "2023-06-30", "person",
			"敖特根", NULL);
	if (to >= '4')
		desk_put(desk, &rectification_type, pair.id, "state", "4",
			"applied_on", "2023-02-20", NULL);
	if (to >= '5')
		desk_put(desk, &rectification_type, pair.id, "state", "5",
			"score", "72", "ballots", "41", "dissatisfied", "3",
			"accepted_on", "2023-02-28", "accepted_by", "旗委",
			NULL);
	return pair;
}

/* Field, value, …; refused with the cursor on that field. */
static void
refused(struct desk *desk, int64_t id, const char *const *values,
	const char *field)
{
	struct record record;
	struct err err = ERR_INIT;

	desk_load(desk, &record, &rectification_type, id);
	for (size_t i = 0; values[i] != NULL; i += 2)
		record_set(&record, values[i], values[i + 1]);
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, field);
	err_clear(&err);
	record_clear(&record);
}

#define REFUSED(desk, id, field, ...) \
	refused(desk, id, (const char *const[]){__VA_ARGS__, NULL}, field)

static void
the_union_follows(void **state)
{
	struct desk *desk = *state;
	struct pair pair = bring(desk, '5');

	desk_has(desk, &union_org_type, pair.org, "state", "3");
	desk_put(desk, &rectification_type, pair.id, "state", "6",
		"closed_on", "2024-02-28", "closed_by", "旗委", NULL);
	desk_has(desk, &union_org_type, pair.org, "state", "2");
	assert_int_equal(bench_int(desk->store,
		"SELECT count(*) FROM rectification WHERE state = '6'"), 1);
}

static void
proposed_alone_it_does_not(void **state)
{
	struct desk *desk = *state;
	struct pair pair = propose(desk);

	desk_has(desk, &union_org_type, pair.org, "state", "2");
	desk_put(desk, &rectification_type, pair.id, "state", "2",
		"decided_on", "2023-01-20", "decided_by", "旗委", NULL);
	desk_has(desk, &union_org_type, pair.org, "state", "3");
	desk_put(desk, &rectification_type, pair.id, "state", "1", NULL);
	desk_has(desk, &union_org_type, pair.org, "state", "2");
}

static void
ends_with_the_union(void **state)
{
	struct desk *desk = *state;
	static const char from[] = {'3', '4'};

	for (size_t i = 0; i < 2; i++) {
		struct pair pair = bring(desk, from[i]);

		REFUSED(desk, pair.id, "aftermath", "state", "7", "closed_on",
			"2023-03-01");
		desk_put(desk, &rectification_type, pair.id, "state", "7",
			"closed_on", "2023-03-01", "aftermath", "档案移交",
			NULL);
		desk_has(desk, &union_org_type, pair.org, "state", "4");
		desk_has(desk, &union_org_type, pair.org, "ended_on",
			"2023-03-01");
		desk_put(desk, &union_org_type, pair.org, "name",
			i == 0 ? "原东山一" : "原东山二", NULL);
	}
}

static void
merges_into_another(void **state)
{
	struct desk *desk = *state;
	struct pair pair = bring(desk, '3');
	int64_t other = desk_add(desk, &union_org_type, "name",
		"西山联合党支部", "state", "2", NULL);

	REFUSED(desk, pair.id, "merged_into_id", "state", "8", "closed_on",
		"2023-03-01", "aftermath", "档案移交");
	REFUSED(desk, pair.id, "merged_into_id", "state", "8", "closed_on",
		"2023-03-01", "aftermath", "档案移交", "merged_into_id",
		desk_id(pair.org).s);
	desk_put(desk, &rectification_type, pair.id, "state", "8",
		"closed_on", "2023-03-01", "aftermath", "档案移交",
		"merged_into_id", desk_id(other).s, NULL);
	desk_has(desk, &union_org_type, pair.org, "state", "4");
}

static void
each_step_wants_its_facts(void **state)
{
	struct desk *desk = *state;
	struct pair pair = propose(desk);

	REFUSED(desk, pair.id, "decided_on", "state", "2");
	REFUSED(desk, pair.id, "state", "state", "3");
	desk_put(desk, &rectification_type, pair.id, "state", "2",
		"decided_on", "2023-01-20", "decided_by", "旗委", NULL);
	REFUSED(desk, pair.id, "plan_text", "state", "3");
	REFUSED(desk, pair.id, "member_id", "state", "3", "plan_text",
		"一月一会", "due_on", "2023-06-30");
	REFUSED(desk, pair.id, "due_on", "state", "3", "plan_text", "一月一会",
		"person", "敖特根");
	desk_put(desk, &rectification_type, pair.id, "state", "3", "plan_text",
		"一月一会", "due_on", "2023-06-30", "person", "敖特根", NULL);
	REFUSED(desk, pair.id, "applied_on", "state", "4");
	REFUSED(desk, pair.id, "state", "state", "5");
	desk_put(desk, &rectification_type, pair.id, "state", "2", NULL);
}

static const struct {
	const char *score, *ballots, *dissatisfied;
	const char *verdict;
} acceptances[] = {
	{"69", "", "", "2"},
	{"70", "", "", "1"},
	{"71", "", "", "1"},
	{"70", "40", "20", "1"},
	{"70", "40", "21", "2"},
	{"70", "40", "", ""},
	{"", "40", "2", ""},
};

static void
only_what_passes_is_accepted(void **state)
{
	struct desk *desk = *state;
	struct pair pair = bring(desk, '4');

	for (size_t i = 0; i < N_ITEMS(acceptances); i++) {
		const char *verdict = acceptances[i].verdict;

		desk_put(desk, &rectification_type, pair.id, "score",
			acceptances[i].score, "ballots",
			acceptances[i].ballots, "dissatisfied",
			acceptances[i].dissatisfied, "accepted_on",
			"2023-02-28", "accepted_by", "旗委", NULL);
		desk_has(desk, &rectification_type, pair.id, "verdict",
			verdict);
		desk_has(desk, &rectification_type, pair.id, "track_until_on",
			verdict[0] == '1' ? "2024-02-28" : "");
		REFUSED(desk, pair.id, "score", "state",
			verdict[0] == '1' ? "3" : "5");
	}
	REFUSED(desk, pair.id, "score", "score", "101");
	REFUSED(desk, pair.id, "dissatisfied", "dissatisfied", "41");
}

static void
an_old_acceptance_does_not_count(void **state)
{
	struct desk *desk = *state;
	struct pair pair = bring(desk, '4');

	desk_put(desk, &rectification_type, pair.id, "score", "60",
		"accepted_on", "2023-02-28", "accepted_by", "旗委", NULL);
	REFUSED(desk, pair.id, "due_on", "state", "3");
	desk_put(desk, &rectification_type, pair.id, "state", "3", "due_on",
		"2026-01-31", NULL);
	desk_has(desk, &rectification_type, pair.id, "verdict", "2");
	REFUSED(desk, pair.id, "applied_on", "state", "4");
	desk_put(desk, &rectification_type, pair.id, "state", "4",
		"applied_on", "2023-05-20", NULL);
	desk_has(desk, &rectification_type, pair.id, "verdict", "");
	REFUSED(desk, pair.id, "accepted_on", "state", "5", "score", "80");
	desk_put(desk, &rectification_type, pair.id, "state", "5", "score",
		"80", "accepted_on", "2023-05-31", NULL);
	desk_has(desk, &rectification_type, pair.id, "track_until_on",
		"2024-05-31");
}

static void
is_tracked_to_the_last_day(void **state)
{
	struct desk *desk = *state;
	struct pair pair = bring(desk, '4');

	/* twelve months from a leap day */
	desk_put(desk, &rectification_type, pair.id, "state", "5", "score",
		"72", "accepted_on", "2024-02-29", "accepted_by", "旗委",
		NULL);
	desk_has(desk, &rectification_type, pair.id, "track_until_on",
		"2025-02-28");
	REFUSED(desk, pair.id, "closed_on", "state", "6", "closed_by", "旗委",
		"closed_on", "2025-02-27");
	desk_put(desk, &rectification_type, pair.id, "state", "6",
		"closed_by", "旗委", "closed_on", "2025-02-28", NULL);
}

static void
keeps_the_marks_of_its_day(void **state)
{
	struct desk *desk = *state;
	int64_t office = desk_add(desk, &office_type, "name", "苏木党委",
		NULL);
	struct pair pair = bring(desk, '5');

	desk_has(desk, &rectification_type, pair.id, "pass_mark", "70");
	desk_put(desk, &office_type, office, "pass_mark", "90",
		"track_months", "24", NULL);
	desk_put(desk, &rectification_type, pair.id, "remark", "回头看",
		NULL);
	desk_has(desk, &rectification_type, pair.id, "pass_mark", "70");
	desk_has(desk, &rectification_type, pair.id, "verdict", "1");
	desk_has(desk, &rectification_type, pair.id, "track_until_on",
		"2024-02-28");
	/* taken back, it is judged by those of today */
	desk_put(desk, &rectification_type, pair.id, "state", "4", NULL);
	desk_has(desk, &rectification_type, pair.id, "pass_mark", "90");
	desk_has(desk, &rectification_type, pair.id, "verdict", "2");
}

static void
found_wanting_it_goes_on(void **state)
{
	struct desk *desk = *state;
	struct pair pair = bring(desk, '5');

	REFUSED(desk, pair.id, "due_on", "state", "3", "due_on",
		"2023-12-31");
	desk_put(desk, &rectification_type, pair.id, "state", "3", "due_on",
		"2026-01-31", NULL);
	desk_has(desk, &union_org_type, pair.org, "state", "3");
	REFUSED(desk, pair.id, "applied_on", "state", "4");
}

static void
a_union_has_one_at_a_time(void **state)
{
	struct desk *desk = *state;
	struct pair pair = propose(desk);
	struct record second;
	struct err err = ERR_INIT;
	int64_t open;

	desk_new(&second, &rectification_type, "union_org_id",
		desk_id(pair.org).s, "grounds", "1", "proposed_on",
		"2024-01-10", NULL);
	assert_int_equal(desk_save(desk, &second, NULL, &err), ERR_INVALID);
	err_clear(&err);
	record_clear(&second);
	bench_ok(rectification_open_of(desk->store, pair.org, 0, &open, &err),
		&err);
	assert_int_equal(open, pair.id);
	bench_ok(rectification_open_of(desk->store, pair.org, pair.id, &open,
			 &err), &err);
	assert_int_equal(open, 0);
	/* those that are over are history */
	desk_add(desk, &rectification_type, "union_org_id",
		desk_id(pair.org).s, "grounds", "1", "proposed_on",
		"2021-01-10", "state", "6", "closed_on", "2022-01-10", NULL);
	desk_has(desk, &union_org_type, pair.org, "state", "2");
}

static void
undo_takes_the_union_back(void **state)
{
	struct desk *desk = *state;
	struct pair pair = propose(desk);
	int64_t change = desk_put(desk, &rectification_type, pair.id, "state",
		"2", "decided_on", "2023-01-20", "decided_by", "旗委", NULL);

	desk_undo(desk, change, 0, UNDO_REFUSED);
	desk_has(desk, &rectification_type, pair.id, "state", "1");
	desk_has(desk, &union_org_type, pair.org, "state", "2");
}

static void
an_end_by_mistake_is_taken_back(void **state)
{
	static const struct {
		char from;
		const char *to;
	} ends[] = {{'5', "6"}, {'3', "7"}, {'4', "7"}};
	struct desk *desk = *state;

	for (size_t i = 0; i < N_ITEMS(ends); i++) {
		const char from[] = {ends[i].from, '\0'};
		struct pair pair = bring(desk, ends[i].from);
		int64_t change = desk_put(desk, &rectification_type, pair.id,
			"state", ends[i].to, "closed_on", "2024-03-01",
			"closed_by", "旗委", "aftermath", "档案移交", NULL);

		desk_undo_as(desk, DESK_OPERATOR, change, 0, UNDO_REFUSED);
		desk_has(desk, &rectification_type, pair.id, "state", from);
		desk_has(desk, &rectification_type, pair.id, "closed_on", "");
		desk_has(desk, &union_org_type, pair.org, "state", "3");
		desk_has(desk, &union_org_type, pair.org, "ended_on", "");
		desk_put(desk, &union_org_type, pair.org, "name",
			ends[i].to, NULL);
		desk_remove(desk, &rectification_type, pair.id);
		desk_put(desk, &union_org_type, pair.org, "name",
			i == 0 ? "原东山一" : i == 1 ? "原东山二" : "原东山三",
			NULL);
	}
}

static void
removed_it_leaves_the_union_at_work(void **state)
{
	struct desk *desk = *state;

	for (char at = '2'; at <= '5'; at++) {
		struct pair pair = bring(desk, at);
		const char name[] = {'A', at, '\0'};

		desk_has(desk, &union_org_type, pair.org, "state", "3");
		desk_remove(desk, &rectification_type, pair.id);
		desk_has(desk, &union_org_type, pair.org, "state", "2");
		desk_put(desk, &union_org_type, pair.org, "name", name, NULL);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_union_follows),
		TEST(proposed_alone_it_does_not),
		TEST(ends_with_the_union),
		TEST(merges_into_another),
		TEST(each_step_wants_its_facts),
		TEST(only_what_passes_is_accepted),
		TEST(an_old_acceptance_does_not_count),
		TEST(is_tracked_to_the_last_day),
		TEST(keeps_the_marks_of_its_day),
		TEST(found_wanting_it_goes_on),
		TEST(a_union_has_one_at_a_time),
		TEST(undo_takes_the_union_back),
		TEST(an_end_by_mistake_is_taken_back),
		TEST(removed_it_leaves_the_union_at_work),
	};

	return cmocka_run_group_tests_name("rectification", tests, NULL, NULL);
}
