/* What a new meeting begins with. */
#include "records/desk.h"

#include "records/convene.h"
#include "records/nouns.h"

static const char *const today = "2026-11-23";

static void
expect(struct desk *desk, struct record *meeting, const char *title,
	const char *place, const char *chair, const char *recorder)
{
	struct err err = ERR_INIT;

	bench_ok(convene_propose(desk->store, meeting, today, &err), &err);
	assert_string_equal(record_get(meeting, "title"), title);
	assert_string_equal(record_get(meeting, "place"), place);
	assert_string_equal(record_get(meeting, "chair_id"), chair);
	assert_string_equal(record_get(meeting, "recorder_id"), recorder);
}

static void
a_meeting_begins_like_the_last(void **state)
{
	struct desk *desk = *state;
	int64_t org = desk_add(desk, &union_org_type, "name", "家属院联合党支部",
		NULL);
	int64_t talk = desk_add(desk, &meeting_kind_type, "name", "联席会商",
		NULL);
	int64_t vote = desk_add(desk, &meeting_kind_type, "name",
		"支部党员大会", NULL);
	int64_t old = desk_add(desk, &member_type, "name", "王强", NULL);
	int64_t head = desk_add(desk, &member_type, "name", "白玉梅", NULL);
	int64_t pen = desk_add(desk, &member_type, "name", "乌兰", NULL);
	struct record meeting;

	desk_new(&meeting, &meeting_type, NULL);
	expect(desk, &meeting, "", "", "", "");
	record_set(&meeting, "kind_id", desk_id(vote).s);
	expect(desk, &meeting, "2026年11月支部党员大会", "", "", "");
	record_set(&meeting, "begin_at", "2026-03-09 15:00");
	record_set(&meeting, "union_org_id", desk_id(org).s);
	expect(desk, &meeting, "2026年3月支部党员大会", "", "", "");

	/* on the roster, then appointed, on that day */
	desk_add(desk, &membership_type, "member_id", desk_id(old).s,
		"union_org_id", desk_id(org).s, "post", "1", NULL);
	expect(desk, &meeting, "2026年3月支部党员大会", "", desk_id(old).s, "");
	desk_add(desk, &leader_type, "member_id", desk_id(head).s,
		"union_org_id", desk_id(org).s, "post", "1", "since_on",
		"2026-03-01", "reason", "一把手", NULL);
	expect(desk, &meeting, "2026年3月支部党员大会", "", desk_id(head).s,
		"");
	record_set(&meeting, "begin_at", "2026-02-27 15:00");
	expect(desk, &meeting, "2026年2月支部党员大会", "", desk_id(old).s, "");

	/* the last of any kind, then the last of this one */
	desk_add(desk, &meeting_type, "union_org_id", desk_id(org).s,
		"kind_id", desk_id(talk).s, "title", "会商", "begin_at",
		"2026-02-20 09:00", "place", "小会议室", NULL);
	expect(desk, &meeting, "2026年2月支部党员大会", "小会议室",
		desk_id(old).s, "");
	desk_add(desk, &meeting_type, "union_org_id", desk_id(org).s,
		"kind_id", desk_id(vote).s, "title", "大会", "begin_at",
		"2025-12-20 09:00", "place", "活动室", "recorder_id",
		desk_id(pen).s, NULL);
	expect(desk, &meeting, "2026年2月支部党员大会", "活动室",
		desk_id(old).s, desk_id(pen).s);
	record_clear(&meeting);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_meeting_begins_like_the_last,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("convene", tests, NULL, NULL);
}
