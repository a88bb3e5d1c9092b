#include "desk.h"

#include "records/nouns.h"
#include "records/roster.h"

/* Who is in the union, and until when. */
static const struct {
	const char *name, *sex, *ethnic, *birth_on, *education;
	const char *origin, *post, *joined_on, *left_on;
} people[] = {
	{"白玉梅", "2", "11", "1979-04-03", "31", "1", "1", "2020-05-12", ""},
	{"单国栋", "1", "01", "1952-05", "71", "1", "5", "2020-05-12", ""},
	{"其其格玛", "2", "05", "1990-11-25", "21", "2", "2", "2021", ""},
	{"仇小雨", "2", "01", "1989-11-25", "23", "2", "5", "2021-03", ""},
	{"巴特尔", "1", "05", "", "", "", "5", "", ""},
	{"乌兰", "1", "05", "1960-01-01", "", "2", "5", "2020-05-12",
		"2022-06-30"},
};

static int64_t
add_union(struct desk *desk)
{
	int64_t org = desk_add(desk, &union_org_type, "name", "联合党委", NULL);
	int64_t other = desk_add(desk, &union_org_type, "name", "别的", NULL);

	for (size_t i = 0; i < N_ITEMS(people); i++) {
		int64_t member = desk_add(desk, &member_type, "name",
			people[i].name, "sex", people[i].sex, "ethnic",
			people[i].ethnic, "birth_on", people[i].birth_on,
			"education", people[i].education, NULL);

		desk_add(desk, &membership_type, "member_id",
			desk_id(member).s, "union_org_id", desk_id(org).s,
			"origin", people[i].origin, "post", people[i].post,
			"joined_on", people[i].joined_on, "left_on",
			people[i].left_on, NULL);
		desk_add(desk, &membership_type, "member_id",
			desk_id(member).s, "union_org_id", desk_id(other).s,
			NULL);
	}
	return org;
}

static void
expect(struct desk *desk, int64_t org, const char *day, const char *on,
	const char *expected)
{
	struct roster_numbers numbers = VEC_INIT;
	struct strbuf text = STRBUF_INIT;
	struct query query;

	roster_query(&query, org, day);
	assert_int_equal(roster_count(desk->store, &query, on, &numbers, NULL),
		ERR_OK);
	for (size_t i = 0; i < numbers.n; i++)
		strbuf_addf(&text, "%d %s %lld\n", numbers.items[i].part,
			numbers.items[i].word, (long long)numbers.items[i].n);
	assert_string_equal(text.s, expected);
	strbuf_clear(&text);
	vec_clear(&numbers);
	query_clear(&query);
}

static void
counts_what_reports_ask_for(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk);

	expect(desk, org, "", DESK_TODAY,
		"0 Members 5\n0 native 2\n0 incoming 2\n0 women 3\n"
		"0 minority nationality 3\n0 35 or younger 1\n"
		"0 61 or older 1\n0 birth not stated 1\n"
		"1 secretary 1\n1 deputy secretary 1\n1 member 3\n"
		"2 university 2\n2 junior college 1\n"
		"2 junior high school 1\n2 education not stated 1\n");
}

static void
counts_who_was_there_on_a_day(void **state)
{
	struct desk *desk = *state;
	int64_t org = add_union(desk);

	/* 乌兰 is 61 since the new year and has not left yet; whose day of
	 * reporting is not known counts as there. */
	expect(desk, org, "2021-02-01", "2021-02-01",
		"0 Members 5\n0 native 2\n0 incoming 2\n0 women 2\n"
		"0 minority nationality 4\n0 35 or younger 1\n"
		"0 61 or older 2\n0 birth not stated 1\n"
		"1 secretary 1\n1 deputy secretary 1\n1 member 3\n"
		"2 university 1\n2 junior college 1\n"
		"2 junior high school 1\n2 education not stated 2\n");
}

static void
an_empty_roster_counts_nothing(void **state)
{
	struct desk *desk = *state;
	int64_t org = desk_add(desk, &union_org_type, "name", "空", NULL);

	expect(desk, org, "", DESK_TODAY,
		"0 Members 0\n0 native 0\n0 incoming 0\n0 women 0\n"
		"0 minority nationality 0\n0 35 or younger 0\n"
		"0 61 or older 0\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(counts_what_reports_ask_for,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(counts_who_was_there_on_a_day,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(an_empty_roster_counts_nothing,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("roster", tests, NULL, NULL);
}
