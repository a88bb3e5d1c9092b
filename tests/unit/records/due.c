/* What Home says is to be done, in a small office. */
#include "desk.h"

#include "records/due.h"
#include "records/nouns.h"
#include "records/query.h"

static const struct {
	const char *name;
	int64_t n;
} wanted[] = {
	{"member_without_idno", 1},
	{"member_unverified_idno", 1},
	{"member_without_branch", 2},
	{"union_without_leader", 2},
	{"union_without_document", 1},
	{"union_term_ending", 2},
};

static int64_t
count(struct desk *desk, const struct due *due)
{
	struct query query;
	struct err err = ERR_INIT;
	int64_t n = -1;

	query_init(&query, due->type);
	query.due = due;
	bench_ok(query_count(desk->store, &query, 100, &n, &err), &err);
	query_clear(&query);
	return n;
}

static void
assert_counts(struct desk *desk, bool none)
{
	assert_int_equal(dues_n, N_ITEMS(wanted));
	for (size_t i = 0; i < dues_n; i++) {
		int64_t n = count(desk, &dues[i]);

		assert_string_equal(dues[i].name, wanted[i].name);
		if (n != (none ? 0 : wanted[i].n))
			fail_msg("%s: %lld", dues[i].name, (long long)n);
	}
}

static int64_t
add_members(struct desk *desk)
{
	int64_t branch = desk_add(desk, &branch_type, "name", "嘎查支部", NULL);

	desk_add(desk, &member_type, "name", "王强", NULL);
	desk_add(desk, &member_type, "name", "李红", "state", "2", "state_on",
		"2020-01-01", NULL);
	desk_add(desk, &member_type, "name", "赵敏", "idno",
		"159903490621433", NULL);
	return desk_add(desk, &member_type, "name", "单晓红", "idno",
		"159902197904033708", "branch_id", desk_id(branch).s, NULL);
}

static int64_t
add_union(struct desk *desk, const char *name, const char *state,
	const char *document, int days)
{
	char today[DATE_SIZE], end[DATE_SIZE];

	world_today(store_world(desk->store), today);
	date_add_days(today, days, end);
	return desk_add(desk, &union_org_type, "name", name, "state", state,
		"document_no", document, "term_until_on", end, NULL);
}

static void
finds_what_is_due(void **state)
{
	struct desk *desk = *state;
	int64_t member, led, left;

	assert_counts(desk, true);
	member = add_members(desk);
	add_union(desk, "筹建的", "1", "", -1);
	add_union(desk, "没有文件的", "2", "", -1);
	led = add_union(desk, "齐全的", "2", "苏党〔2021〕1号", 91);
	left = add_union(desk, "书记离任的", "3", "苏党〔2021〕2号", 90);
	desk_add(desk, &leader_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(led).s, "ground", "1", NULL);
	desk_add(desk, &leader_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(left).s, "ground", "1", "until_on",
		"2023-01-01", NULL);
	assert_counts(desk, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(finds_what_is_due, desk_begin,
			desk_end),
	};

	return cmocka_run_group_tests_name("due", tests, NULL, NULL);
}
