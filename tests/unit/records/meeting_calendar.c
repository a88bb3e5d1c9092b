/* What the calendar of a union says of each month. */
#include "desk.h"

#include "records/meeting_calendar.h"
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
load(struct desk *desk, int64_t org, int year, const char *today,
	struct meeting_calendar *calendar)
{
	struct err err = ERR_INIT;

	bench_ok(meeting_calendar_load(desk->store, org, year, today, calendar,
			 &err), &err);
}

/*
 * The one kind of the calendar as text: its months parted by |, then how many
 * were held of how many; "" where the calendar is empty.
 */
static void
assert_says(struct desk *desk, int64_t org, int year, const char *today,
	const char *wanted)
{
	struct meeting_calendar calendar;
	struct strbuf out = STRBUF_INIT;

	load(desk, org, year, today, &calendar);
	assert_true(calendar.n <= 1);
	for (int i = 0; calendar.n == 1 && i < CALENDAR_MONTHS; i++) {
		calendar_cell_show(&calendar.items[0].months[i], &out);
		strbuf_add_char(&out, '|');
	}
	if (calendar.n == 1)
		strbuf_addf(&out, " %u/%u", calendar.items[0].n_held,
			calendar.items[0].n_demanded);
	if (strcmp(out.s, wanted) != 0)
		fail_msg("%d on %s: “%s”, not “%s”", year, today, out.s,
			wanted);
	strbuf_clear(&out);
	meeting_calendar_clear(&calendar);
}

static void
says_every_month_by_itself(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2023-06-15");
	int64_t kind = add_kind(desk, MONTH);

	add_meeting(desk, org, kind, "2024-01-01 00:00", "4");
	add_meeting(desk, org, kind, "2024-01-31 23:59", "3");
	add_meeting(desk, org, kind, "2024-02-29 09:00", "2");
	add_meeting(desk, org, kind, "2023-12-31 23:59", "4");
	add_meeting(desk, org, kind, "2025-01-01 00:00", "4");
	assert_says(desk, org, 2024, "2024-04-30",
		"2|1|m|d||||||||| 3/12");
	assert_says(desk, org, 2024, "2024-05-01",
		"2|1|m|m|d|||||||| 3/12");
	assert_says(desk, org, 2024, "2025-02-01",
		"2|1|m|m|m|m|m|m|m|m|m|m| 3/12");
	/* Founded in mid-cycle: June 2023 is not asked for. */
	assert_says(desk, org, 2023, "2025-02-01",
		"||||||m|m|m|m|m|1| 1/6");
	assert_says(desk, org, 2026, "2025-02-01", "|||||||||||| 0/12");
	assert_says(desk, org, 2022, "2025-02-01", "");
}

/* Of other kinds of union nothing is lacking, whatever they hold. */
static void
asks_the_kinds_of_union_that_are_named(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2023-06-15");
	int64_t kind = add_kind(desk, MONTH);

	desk_put(desk, &union_org_type, org, "kind", "1", NULL);
	desk_put(desk, &meeting_kind_type, kind, "union_kinds", "3,7", NULL);
	assert_says(desk, org, 2024, "2024-04-30", "");
	desk_put(desk, &union_org_type, org, "kind", "7", NULL);
	assert_says(desk, org, 2024, "2024-04-30", "m|m|m|d||||||||| 0/12");
}

/* What a quarter lacks is said once, in its last month. */
static void
says_once_what_a_cycle_lacks(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2020-01-01");
	int64_t kind = add_kind(desk, QUARTER);

	add_meeting(desk, org, kind, "2024-02-29 09:00", "4");
	assert_says(desk, org, 2024, "2024-09-30",
		"|1||||m|||d|||| 1/4");
	assert_says(desk, org, 2024, "2024-10-01",
		"|1||||m|||m|||d| 1/4");
	desk_put(desk, &meeting_kind_type, kind, "cycle", HALF_YEAR, "times",
		"2", NULL);
	assert_says(desk, org, 2024, "2024-10-01",
		"|1||||m||||||d2| 1/4");
	desk_put(desk, &meeting_kind_type, kind, "cycle", YEAR, NULL);
	assert_says(desk, org, 2024, "2024-12-31",
		"|1||||||||||d| 1/2");
	assert_says(desk, org, 2024, "2025-01-01",
		"|1||||||||||m| 1/2");
	desk_put(desk, &meeting_kind_type, kind, "cycle", "9", NULL);
	assert_says(desk, org, 2024, "2025-01-01", "|1||||||||||| 1/0");
}

static void
shows_the_prepared_and_not_the_cancelled(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2020-01-01");
	int64_t kind = add_kind(desk, QUARTER);
	int64_t undated;

	add_meeting(desk, org, kind, "2025-10-09 09:00", "5");
	assert_says(desk, org, 2025, "2025-11-25",
		"||m|||m|||m|||d| 0/4");
	add_meeting(desk, org, kind, "2025-10-20 09:00", "1");
	assert_says(desk, org, 2025, "2025-11-25",
		"||m|||m|||m|p||| 0/4");
	/* It was not opened: missing all the same. */
	assert_says(desk, org, 2025, "2026-01-01",
		"||m|||m|||m|p||m| 0/4");
	undated = add_meeting(desk, org, kind, "", "1");
	assert_says(desk, org, 2025, "2025-11-25",
		"||m|||m|||m|p|p|| 0/4");
	assert_says(desk, org, 2024, "2025-11-25",
		"||m|||m|||m|||m| 0/4");
	desk_put(desk, &meeting_type, undated, "begin_at", "2024-03-01 09:00",
		NULL);
	assert_says(desk, org, 2024, "2024-03-31",
		"||p|||||||||| 0/4");
}

static void
asks_only_while_it_is_certain(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2025-04-01");
	int64_t kind = add_kind(desk, QUARTER);

	assert_says(desk, org, 2025, "2025-11-25",
		"|||||m|||m|||d| 0/3");
	desk_put(desk, &union_org_type, org, "founded_on", "2025-04", NULL);
	assert_says(desk, org, 2025, "2025-11-25",
		"||||||||m|||d| 0/2");
	assert_says(desk, org, 2025, "2025-04-10",
		"|||||d||||||| 0/3");
	desk_put(desk, &union_org_type, org, "founded_on", "", NULL);
	assert_says(desk, org, 2025, "2025-11-25",
		"|||||||||||d| 0/1");
	/* The kind begins and ends in the year. */
	desk_put(desk, &union_org_type, org, "founded_on", "2020", NULL);
	desk_put(desk, &meeting_kind_type, kind, "since_on", "2025-02-01",
		"until_on", "2025-09-30", NULL);
	assert_says(desk, org, 2025, "2025-11-25",
		"|||||m|||m|||| 0/2");
	desk_put(desk, &meeting_kind_type, kind, "until_on", "2025-08-31",
		NULL);
	assert_says(desk, org, 2025, "2025-11-25", "|||||m||||||| 0/1");
	assert_says(desk, org, 2026, "2025-11-25", "");
	/* So does the union. */
	desk_put(desk, &meeting_kind_type, kind, "since_on", "", "until_on",
		"", NULL);
	desk_put(desk, &union_org_type, org, "state", "4", "ended_on",
		"2025-10-31", NULL);
	assert_says(desk, org, 2025, "2025-11-25", "||m|||m|||m|||| 0/3");
	assert_says(desk, org, 2026, "2026-11-25", "");
}

static void
leaves_out_what_may_not_be_held(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2020-01-01");
	int64_t kind = add_kind(desk, QUARTER);

	desk_put(desk, &meeting_kind_type, kind, "functional", "0", NULL);
	assert_says(desk, org, 2025, "2025-11-25", "");
	add_meeting(desk, org, kind, "2025-02-01 09:00", "4");
	assert_says(desk, org, 2025, "2025-11-25", "|1||||||||||| 1/0");
	desk_put(desk, &union_org_type, org, "basis", "1", NULL);
	assert_says(desk, org, 2025, "2025-02-25", "|1||||||||||| 1/4");
	/* Of another union, it is nobody's business here. */
	org = desk_add(desk, &union_org_type, "name", "另一个", "state", "1",
		NULL);
	assert_says(desk, org, 2025, "2025-11-25", "");
}

static void
names_the_only_meeting_of_a_month(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2020-01-01");
	int64_t kind = add_kind(desk, MONTH);
	int64_t one = add_meeting(desk, org, kind, "2025-02-01 09:00", "4");
	struct meeting_calendar calendar;
	struct err err = ERR_INIT;

	add_meeting(desk, org, kind, "2025-03-01 09:00", "4");
	add_meeting(desk, org, kind, "2025-03-02 09:00", "1");
	add_meeting(desk, org, kind, "2025-03-03 09:00", "4");
	load(desk, org, 2025, "2025-11-25", &calendar);
	assert_int_equal(calendar.n, 1);
	assert_true(calendar.items[0].months[1].meeting_id == one);
	assert_true(calendar.items[0].months[2].meeting_id == 0);
	assert_true(calendar.items[0].months[3].meeting_id == 0);
	meeting_calendar_clear(&calendar);
	assert_int_equal(meeting_calendar_load(desk->store, 12345, 2025,
		"2025-11-25", &calendar, &err), ERR_ABSENT);
	meeting_calendar_clear(&calendar);
	err_clear(&err);
}

static void
assert_sentence(struct desk *desk, int64_t org, int month, const char *wanted)
{
	struct meeting_calendar calendar;
	struct strbuf out = STRBUF_INIT;

	load(desk, org, 2025, "2025-11-25", &calendar);
	meeting_calendar_say(&calendar, &calendar.items[0], month, &out);
	assert_string_equal(out.s, wanted);
	strbuf_clear(&out);
	meeting_calendar_clear(&calendar);
}

static void
says_a_cycle_in_one_sentence(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk, "2025-03-01");
	int64_t kind = add_kind(desk, QUARTER);

	add_meeting(desk, org, kind, "2025-04-01 09:00", "4");
	add_meeting(desk, org, kind, "2025-10-01 09:00", "1");
	assert_sentence(desk, org, 4,
		"例会, second quarter of 2025: 1 to be held, 1 held.");
	assert_sentence(desk, org, 0,
		"例会, first quarter of 2025: none demanded, 0 held.");
	assert_sentence(desk, org, 11, "例会, fourth quarter of 2025: 1 to be "
		"held, 0 held. 1 is prepared.");
	desk_put(desk, &meeting_kind_type, kind, "cycle", MONTH, NULL);
	assert_sentence(desk, org, 3,
		"例会, Apr 2025: 1 to be held, 1 held.");
	desk_put(desk, &meeting_kind_type, kind, "cycle", HALF_YEAR, NULL);
	assert_sentence(desk, org, 6, "例会, second half of 2025: 1 to be "
		"held, 0 held. 1 is prepared.");
	desk_put(desk, &meeting_kind_type, kind, "cycle", YEAR, NULL);
	assert_sentence(desk, org, 6, "例会, all of 2025: 1 to be held, 1 "
		"held. 1 is prepared.");
	desk_put(desk, &meeting_kind_type, kind, "cycle", "9", NULL);
	assert_sentence(desk, org, 3,
		"例会, Apr 2025: held as needed, 1 held.");
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(says_every_month_by_itself),
		TEST(asks_the_kinds_of_union_that_are_named),
		TEST(says_once_what_a_cycle_lacks),
		TEST(shows_the_prepared_and_not_the_cancelled),
		TEST(asks_only_while_it_is_certain),
		TEST(leaves_out_what_may_not_be_held),
		TEST(names_the_only_meeting_of_a_month),
		TEST(says_a_cycle_in_one_sentence),
	};

	return cmocka_run_group_tests_name("meeting_calendar", tests, NULL,
		NULL);
}
