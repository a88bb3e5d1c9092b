/* Finding the record that a title or a value means. */
#include "desk.h"

#include "records/find.h"
#include "records/nouns.h"

static void
finds_of(struct desk *desk, const struct record_type *type, const char *title,
	size_t limit, size_t n)
{
	struct find_ids ids = VEC_INIT;
	struct err err = ERR_INIT;

	bench_ok(find_by_title(desk->store, type, title, limit, &ids,
			 &err),
		&err);
	if (ids.n != n)
		fail_msg("%s: %zu", title, ids.n);
	find_ids_clear(&ids);
}

static void
finds(struct desk *desk, const char *title, size_t limit, size_t n)
{
	finds_of(desk, &member_type, title, limit, n);
}

static void
finds_by_title(void **state)
{
	struct desk *desk = *state;
	int64_t gone;

	desk_add(desk, &member_type, "name", "乌兰·其其格", NULL);
	desk_add(desk, &member_type, "name", "兰其其格", NULL);
	desk_add(desk, &member_type, "name", "王强", NULL);
	gone = desk_add(desk, &member_type, "name", "王强", NULL);
	desk_add(desk, &member_type, "name", "王强", NULL);
	finds(desk, "乌兰其其格", 9, 1);
	finds(desk, "乌兰•其其格", 9, 1);
	finds(desk, "兰其其格", 9, 1); /* not the end of the longer one */
	finds(desk, "王 强", 9, 3);
	finds(desk, "王强", 2, 2);
	finds(desk, "王强", 0, 0);
	finds(desk, "王", 9, 0);
	finds(desk, "", 9, 0);
	desk_remove(desk, &member_type, gone);
	finds(desk, "王强", 9, 2);
}

static void
finds_by_whole_title(void **state)
{
	struct desk *desk = *state;
	int64_t one = desk_add(desk, &union_org_type, "name", "河东 / 河西联合",
		NULL);
	int64_t other = desk_add(desk, &union_org_type, "name", "河东", NULL);
	int64_t member = desk_add(desk, &member_type, "name", "王强", NULL);

	desk_add(desk, &membership_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(one).s, NULL);
	desk_add(desk, &membership_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(other).s, NULL);
	finds_of(desk, &membership_type, "王强", 9, 2);
	finds_of(desk, &membership_type, "王强 / 河东", 9, 1);
	finds_of(desk, &membership_type, "王强 / 河东 / 河西联合", 9, 1);
	finds_of(desk, &membership_type, "王强 / 河西", 9, 0);
	finds_of(desk, &membership_type, "王强 / ", 9, 0);
	finds_of(desk, &union_org_type, "河东 / 河西联合", 9, 1);
	finds(desk, "王强 / 河东", 9, 0);
	desk_add(desk, &member_type, "name", "王强", NULL);
	finds_of(desk, &membership_type, "王强 / 河东", 1, 1);
}

static void
finds_by_value(void **state)
{
	struct desk *desk = *state;
	struct find_ids ids = VEC_INIT;
	struct err err = ERR_INIT;
	int64_t upper = desk_add(desk, &unit_type, "name", "党委", NULL);
	int64_t lower = desk_add(desk, &unit_type, "name", "水利局",
		"parent_id", desk_id(upper).s, NULL);
	int64_t member = desk_add(desk, &member_type, "name", "包红梅", "idno",
		"159902197904033708", NULL);

	bench_ok(find_by_value(desk->store, &member_type, "idno",
			 "159902197904033708", 9, &ids, &err),
		&err);
	assert_int_equal(ids.n, 1);
	bench_ok(find_by_value(desk->store, &unit_type, "parent_id",
			 desk_id(upper).s, 9, &ids, &err),
		&err);
	assert_int_equal(ids.n, 2);
	assert_int_equal(ids.items[1], lower);
	find_ids_clear(&ids);
	bench_ok(find_removed_by_value(desk->store, &member_type, "idno",
			 "159902197904033708", 9, &ids, &err),
		&err);
	assert_int_equal(ids.n, 0);
	desk_remove(desk, &member_type, member);
	bench_ok(find_removed_by_value(desk->store, &member_type, "idno",
			 "159902197904033708", 9, &ids, &err),
		&err);
	assert_int_equal(ids.n, 1);
	find_ids_clear(&ids);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(finds_by_title),
		TEST(finds_by_whole_title),
		TEST(finds_by_value),
	};

	return cmocka_run_group_tests_name("find", tests, NULL, NULL);
}
