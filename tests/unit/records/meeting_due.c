/* Which meetings are due, by the borders of their cycles. */
#include "desk.h"

#include "records/meeting_due.h"
#include "records/nouns.h"

/* Of meeting_cycle. */
#define MONTH "1"
#define QUARTER "2"
#define HALF_YEAR "3"
#define YEAR "4"

static int64_t
add_union(struct desk *desk, const char *founded)
{
	return desk_add(desk, &union_org_type, "name", "联合党支部", "state",
		"2", "founded_on", founded, NULL);
}

static int64_t
add_kind(struct desk *desk, const char *cycle)
{
	return desk_add(desk, &meeting_kind_type, "name", "例会", "cycle",
		cycle, NULL);
}

static int64_t
add_meeting(struct desk *desk, int64_t org, int64_t kind, const char *begin,
	const char *state)
{
	return desk_add(desk, &meeting_type, "union_org_id", desk_id(org).s,
		"kind_id", desk_id(kind).s, "title", "例会", "begin_at", begin,
		"end_at", strcmp(state, "3") == 0 ? "2031-01-01 09:00" : "",
		"signed_on", strcmp(state, "4") == 0 ? "2025-12-31" : "",
		"cancel_why", strcmp(state, "5") == 0 ? "暴雨" : "",
		"place", "会议室", "chair_name", "敖特根", "recorder_name",
		"单晓红", "state", state, NULL);
}

static void
load(struct desk *desk, const char *today, struct meeting_due_list *list)
{
	struct err err = ERR_INIT;

	bench_ok(meeting_due_load(desk->store, today, list, &err), &err);
}

enum { NOT_DUE = 1000 };

/* The days left of the one kind of the one union. */
static void
assert_left(struct desk *desk, const char *today, int wanted)
{
	struct meeting_due_list list = VEC_INIT;
	int left;

	load(desk, today, &list);
	assert_true(list.n <= 1);
	left = list.n == 1 ? list.items[0].days_left : NOT_DUE;
	if (left != wanted)
		fail_msg("%s: %d left, not %d", today, left, wanted);
	meeting_due_clear(&list);
}

static void
counts_the_days_of_months(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2023-06-15");
	int64_t kind = add_kind(desk, MONTH);

	add_meeting(desk, org, kind, "2024-01-31 23:59", "4");
	assert_left(desk, "2024-01-15", NOT_DUE);
	assert_left(desk, "2024-02-01", 28);
	assert_left(desk, "2024-02-29", 0);
	assert_left(desk, "2024-03-01", -1);
	add_meeting(desk, org, kind, "2024-03-01 00:00", "2");
	assert_left(desk, "2024-02-29", 0);
	assert_left(desk, "2024-03-01", NOT_DUE);
	assert_left(desk, "2024-04-30", 0);
	assert_left(desk, "2024-05-01", -1);
}

static void
counts_the_days_of_quarters(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2023-06-15");
	int64_t kind = add_kind(desk, QUARTER);

	add_meeting(desk, org, kind, "2025-06-30 15:00", "3");
	assert_left(desk, "2025-04-01", NOT_DUE);
	assert_left(desk, "2025-07-01", 91);
	assert_left(desk, "2025-09-30", 0);
	assert_left(desk, "2025-10-01", -1);
	assert_left(desk, "2025-12-31", -92);
}

static void
counts_the_days_of_half_years_and_years(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2023-06-15");
	int64_t kind = add_kind(desk, HALF_YEAR);

	add_meeting(desk, org, kind, "2024-12-31 15:00", "4");
	assert_left(desk, "2024-07-01", NOT_DUE);
	assert_left(desk, "2025-01-01", 180);
	assert_left(desk, "2025-07-01", -1);
	desk_put(desk, &meeting_kind_type, kind, "cycle", YEAR, NULL);
	assert_left(desk, "2024-01-01", NOT_DUE);
	assert_left(desk, "2025-12-31", 0);
	assert_left(desk, "2026-01-01", -1);
	desk_put(desk, &meeting_kind_type, kind, "cycle", "9", NULL);
	assert_left(desk, "2026-01-01", NOT_DUE);
}

/* The cycle before is held against a union that certainly was there. */
static void
asks_nothing_before_the_founding(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2025-02-20");
	int64_t kind = add_kind(desk, MONTH);

	assert_left(desk, "2025-02-19", NOT_DUE);
	assert_left(desk, "2025-02-20", 8);
	assert_left(desk, "2025-03-01", 30);
	assert_left(desk, "2025-04-01", -1);
	desk_put(desk, &union_org_type, org, "founded_on", "2025-03-01", NULL);
	assert_left(desk, "2025-04-01", -1);
	desk_put(desk, &union_org_type, org, "founded_on", "2025-03", NULL);
	assert_left(desk, "2025-04-01", 29);
	assert_left(desk, "2025-05-01", -1);
	desk_put(desk, &union_org_type, org, "founded_on", "", NULL);
	assert_left(desk, "2025-05-01", 30);
	desk_put(desk, &union_org_type, org, "founded_on", "2020", NULL);
	desk_put(desk, &meeting_kind_type, kind, "since_on", "2025-04-10",
		NULL);
	assert_left(desk, "2025-04-09", NOT_DUE);
	assert_left(desk, "2025-05-01", 30);
	assert_left(desk, "2025-06-01", -1);
}

static void
asks_only_who_may_hold_it(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2023-06-15");
	int64_t kind = add_kind(desk, MONTH);

	desk_put(desk, &meeting_kind_type, kind, "functional", "0", NULL);
	assert_left(desk, "2025-11-30", NOT_DUE);
	desk_put(desk, &union_org_type, org, "basis", "1", NULL);
	assert_left(desk, "2025-11-30", -30);
	desk_put(desk, &union_org_type, org, "state", "3", NULL);
	assert_left(desk, "2025-11-30", -30);
	desk_put(desk, &meeting_kind_type, kind, "until_on", "2025-11", NULL);
	assert_left(desk, "2025-11-30", -30);
	assert_left(desk, "2025-12-01", NOT_DUE);
	desk_put(desk, &meeting_kind_type, kind, "until_on", "", NULL);
	desk_put(desk, &union_org_type, org, "state", "4", "ended_on",
		"2025-11-01", NULL);
	assert_left(desk, "2025-11-30", NOT_DUE);
}

static void
asks_the_kinds_of_union_that_are_named(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2023-06-15");
	int64_t kind = add_kind(desk, MONTH);

	desk_put(desk, &union_org_type, org, "kind", "1", NULL);
	assert_left(desk, "2025-11-30", -30);
	desk_put(desk, &meeting_kind_type, kind, "union_kinds", "3,7", NULL);
	assert_left(desk, "2025-11-30", NOT_DUE);
	desk_put(desk, &union_org_type, org, "kind", "7", NULL);
	assert_left(desk, "2025-11-30", -30);
	desk_put(desk, &union_org_type, org, "kind", "3", NULL);
	assert_left(desk, "2025-11-30", -30);
}

static void
counts_how_often_it_was_held(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2023-06-15");
	int64_t kind = add_kind(desk, QUARTER), prepared;
	struct meeting_due_list list = VEC_INIT;
	struct strbuf when = STRBUF_INIT;

	desk_put(desk, &meeting_kind_type, kind, "times", "2", NULL);
	add_meeting(desk, org, kind, "2025-07-10 09:00", "4");
	add_meeting(desk, org, kind, "2025-08-10 09:00", "4");
	add_meeting(desk, org, kind, "2025-10-10 09:00", "4");
	add_meeting(desk, org, kind, "2025-11-10 09:00", "5");
	add_meeting(desk, org, kind, "2026-01-10 09:00", "1");
	load(desk, "2025-12-30", &list);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.items[0].times, 2);
	assert_int_equal(list.items[0].n_held, 1);
	assert_int_equal(list.items[0].prepared_id, 0);
	assert_int_equal(list.items[0].union_org_id, org);
	assert_int_equal(list.items[0].kind_id, kind);
	assert_string_equal(list.items[0].last_held, "2025-10-10");
	meeting_due_when(&list.items[0], &when);
	assert_string_equal(when.s, "1 day left");
	meeting_due_clear(&list);
	strbuf_reset(&when);
	prepared = add_meeting(desk, org, kind, "2025-12-31 09:00", "1");
	load(desk, "2026-01-02", &list);
	assert_int_equal(list.items[0].days_left, -2);
	assert_string_equal(list.items[0].last_held, "2025-10-10");
	meeting_due_when(&list.items[0], &when);
	assert_string_equal(when.s, "2 days over, prepared");
	meeting_due_clear(&list);
	load(desk, "2025-12-31", &list);
	assert_int_equal(list.items[0].prepared_id, prepared);
	assert_false(list.items[0].is_past);
	meeting_due_clear(&list);
	desk_put(desk, &meeting_type, prepared, "begin_at", "2025-12-30 23:59",
		NULL);
	load(desk, "2025-12-31", &list);
	assert_true(list.items[0].is_past);
	strbuf_reset(&when);
	meeting_due_when(&list.items[0], &when);
	assert_string_equal(when.s, "0 days left, its day is past");
	meeting_due_clear(&list);
	desk_put(desk, &meeting_type, prepared, "state", "2", NULL);
	assert_left(desk, "2025-12-31", NOT_DUE);
	strbuf_clear(&when);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(counts_the_days_of_months),
		TEST(counts_the_days_of_quarters),
		TEST(counts_the_days_of_half_years_and_years),
		TEST(asks_nothing_before_the_founding),
		TEST(asks_only_who_may_hold_it),
		TEST(asks_the_kinds_of_union_that_are_named),
		TEST(counts_how_often_it_was_held),
	};

	return cmocka_run_group_tests_name("meeting_due", tests, NULL, NULL);
}
