/* Votes and what they are counted by; a meeting from its opening to what
 * amends it. */
#include "desk.h"

#include "records/nouns.h"
#include "records/owned.h"
#include "records/vote.h"

/* A meeting in preparation, of a kind that votes by more than half of those
 * who ought to attend, half of whom make a quorum. */
static int64_t
prepare(struct desk *desk, const char *name)
{
	int64_t org = desk_add(desk, &union_org_type, "name", name, NULL);
	int64_t votes = desk_add(desk, &vote_rule_type, "name", name,
		"quorum_num", "1", "quorum_den", "2", "pass_base", "1",
		"pass_num", "1", "pass_den", "2", NULL);
	int64_t kind = desk_add(desk, &meeting_kind_type, "name", name,
		"vote_rule_id", desk_id(votes).s, "first_topic", "1", NULL);

	return desk_add(desk, &meeting_type, "union_org_id", desk_id(org).s,
		"kind_id", desk_id(kind).s, "title", name, "begin_at",
		"2025-11-25 09:00", "place", "三楼会议室", NULL);
}

/* One who ought to attend; presence "" is not marked yet. */
static int64_t
call(struct desk *desk, int64_t meeting, const char *name,
	const char *presence)
{
	return desk_add(desk, &attendance_type, "meeting_id",
		desk_id(meeting).s, "person", name, "presence", presence,
		"absence", presence[0] == '2' ? "1" : "", NULL);
}

/* Four who ought to attend, of whom two are there, and one who does not
 * count. */
static int64_t
hold(struct desk *desk, const char *name)
{
	int64_t meeting = prepare(desk, name);

	call(desk, meeting, "甲", "1");
	call(desk, meeting, "乙", "1");
	call(desk, meeting, "丙", "2");
	call(desk, meeting, "丁", "");
	desk_add(desk, &attendance_type, "meeting_id", desk_id(meeting).s,
		"person", "戊", "presence", "1", "left_out", "1", NULL);
	desk_put(desk, &meeting_type, meeting, "state", "2", NULL);
	return meeting;
}

/* The only one that there is. */
static struct desk_id
rule(struct desk *desk)
{
	return desk_id(bench_int(desk->store, "SELECT id FROM vote_rule"));
}

static int64_t
vote(struct desk *desk, int64_t meeting, const char *matter,
	const char *in_favour, const char *against)
{
	return desk_add(desk, &vote_type, "meeting_id", desk_id(meeting).s,
		"vote_rule_id", rule(desk).s, "matter", matter, "in_favour",
		in_favour, "against", against, NULL);
}

static void
refused(struct desk *desk, const struct record_type *type, int64_t id,
	const char *name, const char *value, const char *field)
{
	struct err err = ERR_INIT;
	struct record record;

	desk_load(desk, &record, type, id);
	record_set(&record, name, value);
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, field);
	err_clear(&err);
	record_clear(&record);
}

static void
is_counted_when_it_is_held(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = prepare(desk, "支部党员大会"), id;

	call(desk, meeting, "甲", "1");
	id = vote(desk, meeting, "接收预备党员", "", "");
	desk_has(desk, &vote_type, id, "present", "");
	desk_has(desk, &vote_type, id, "outcome", "");
	desk_put(desk, &meeting_type, meeting, "state", "2", NULL);
	desk_put(desk, &vote_type, id, "in_favour", "1", NULL);
	desk_has(desk, &vote_type, id, "eligible", "1");
	desk_has(desk, &vote_type, id, "present", "1");
	desk_has(desk, &vote_type, id, "outcome", "1");
}

static void
says_what_came_of_it(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = hold(desk, "支部党员大会"), id;

	/* two of four are a quorum, but not more than half of four */
	id = vote(desk, meeting, "修缮活动室", "2", "0");
	desk_has(desk, &vote_type, id, "eligible", "4");
	desk_has(desk, &vote_type, id, "present", "2");
	desk_has(desk, &vote_type, id, "outcome", "2");
	/* one who is away has written */
	id = desk_add(desk, &vote_type, "meeting_id", desk_id(meeting).s,
		"vote_rule_id", rule(desk).s, "matter", "购置图书",
		"in_favour", "3", "written", "1", NULL);
	desk_has(desk, &vote_type, id, "outcome", "1");
	/* nothing is carried before it is counted */
	id = vote(desk, meeting, "外出学习", "", "");
	desk_has(desk, &vote_type, id, "outcome", "");
}

static void
is_invalid_without_a_quorum(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = prepare(desk, "支部党员大会"), id;

	call(desk, meeting, "甲", "1");
	call(desk, meeting, "乙", "2");
	call(desk, meeting, "丙", "3");
	desk_put(desk, &meeting_type, meeting, "state", "2", NULL);
	id = vote(desk, meeting, "修缮活动室", "1", "0");
	desk_has(desk, &vote_type, id, "outcome", "3");
	id = vote(desk, meeting, "购置图书", "", "");
	desk_has(desk, &vote_type, id, "outcome", "3");
}

/* Who comes late changes nothing in a vote that is over. */
static void
keeps_who_was_there(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = hold(desk, "支部党员大会"), id;
	struct record saved, now;

	id = vote(desk, meeting, "修缮活动室", "2", "0");
	call(desk, meeting, "己", "1");
	desk_put(desk, &vote_type, id, "matter", "修缮活动室门窗", NULL);
	desk_has(desk, &vote_type, id, "present", "2");
	desk_load(desk, &saved, &vote_type, id);
	record_copy(&now, &saved);
	assert_false(vote_counts_anew(&now, &saved));
	assert_false(vote_counts_anew(&now, NULL));
	record_set(&now, "in_favour", "3");
	assert_true(vote_counts_anew(&now, &saved));
	record_set(&now, "present", "");
	assert_true(vote_counts_anew(&now, NULL));
	record_clear(&now);
	record_clear(&saved);
	desk_put(desk, &vote_type, id, "in_favour", "3", NULL);
	desk_has(desk, &vote_type, id, "present", "3");
}

static void
every_vote_is_accounted_for(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = hold(desk, "支部党员大会");
	int64_t id = vote(desk, meeting, "修缮活动室", "1", "1");

	refused(desk, &vote_type, id, "against", "2", "in_favour");
	refused(desk, &vote_type, id, "against", "-1", "against");
	refused(desk, &vote_type, id, "written", "3", "written");
	refused(desk, &vote_type, id, "outcome", "1", "outcome");
	desk_put(desk, &vote_type, id, "against", "0", "not_cast", "1", NULL);
}

static void
who_comes_late_changes_no_vote(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = hold(desk, "支部党员大会");
	int64_t id = vote(desk, meeting, "修缮活动室", "1", "1");

	call(desk, meeting, "己", "1");
	desk_put(desk, &vote_type, id, "matter", "修缮党员活动室", NULL);
	desk_has(desk, &vote_type, id, "present", "2");
	desk_put(desk, &vote_type, id, "in_favour", "2", NULL);
	desk_has(desk, &vote_type, id, "present", "3");
	desk_has(desk, &vote_type, id, "eligible", "5");
}

static void
nothing_is_passed_in_silence(void **state)
{
	static const struct {
		const char *in_favour, *against;
		size_t n_warnings;
	} rows[] = {{"2", "0", 1}, {"", "", 0}};
	struct desk *desk = *state;
	int64_t meeting = hold(desk, "支部党员大会");

	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		int64_t of = vote(desk, meeting, rows[i].in_favour[0] != '\0'
			? "修缮活动室" : "购置图书", rows[i].in_favour,
			rows[i].against);
		struct notes notes = VEC_INIT;
		struct err err = ERR_INIT;
		struct record record;

		desk_new(&record, &resolution_type, "meeting_id",
			desk_id(meeting).s, "vote_id", desk_id(of).s,
			"subject", "同意", NULL);
		bench_ok(desk_save(desk, &record, &notes, &err), &err);
		assert_int_equal(notes.n, rows[i].n_warnings);
		notes_clear(&notes);
		record_clear(&record);
	}
}

/* One thing after the other is put right until the meeting is over. */
static void
ends_when_all_is_in_order(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = hold(desk, "支部党员大会"), away;

	desk_put(desk, &meeting_type, meeting, "end_at", "2025-11-25 11:00",
		NULL);
	refused(desk, &meeting_type, meeting, "state", "3", "attendance");
	away = bench_int(desk->store,
		"SELECT id FROM attendance WHERE person = '丁'");
	desk_put(desk, &attendance_type, away, "presence", "3", NULL);
	refused(desk, &meeting_type, meeting, "state", "3", "attendance");
	desk_put(desk, &attendance_type, away, "reason", "放牧", NULL);
	refused(desk, &meeting_type, meeting, "state", "3", "chair_id");
	desk_put(desk, &meeting_type, meeting, "chair_name", "乌兰", NULL);
	refused(desk, &meeting_type, meeting, "state", "3", "recorder_id");
	desk_put(desk, &meeting_type, meeting, "recorder_name", "王芳", NULL);
	refused(desk, &meeting_type, meeting, "state", "3", "agenda_item");
	desk_add(desk, &agenda_item_type, "meeting_id", desk_id(meeting).s,
		"order_no", "2", "kind", "2", "subject", "修缮活动室", NULL);
	refused(desk, &meeting_type, meeting, "state", "3", "agenda_item");
	desk_add(desk, &agenda_item_type, "meeting_id", desk_id(meeting).s,
		"order_no", "1", "kind", "1", "subject", "学习条例", NULL);
	desk_put(desk, &meeting_type, meeting, "state", "3", NULL);
}

/* A meeting that is over, and closed. */
static int64_t
close_one(struct desk *desk, const char *name)
{
	int64_t meeting = prepare(desk, name);

	call(desk, meeting, "甲", "1");
	desk_add(desk, &agenda_item_type, "meeting_id", desk_id(meeting).s,
		"order_no", "1", "kind", "1", "subject", "学习条例", NULL);
	desk_put(desk, &meeting_type, meeting, "state", "2", NULL);
	desk_put(desk, &meeting_type, meeting, "chair_name", "乌兰",
		"recorder_name", "王芳", "end_at", "2025-11-25 11:00", "state",
		"3", NULL);
	return meeting;
}

static void
denied(struct desk *desk, struct record *record)
{
	struct err err = ERR_INIT;

	assert_int_equal(desk_save(desk, record, NULL, &err), ERR_DENIED);
	err_clear(&err);
	record_clear(record);
}

static void
what_is_closed_is_amended_and_not_changed(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = close_one(desk, "支部党员大会");
	int64_t marked = bench_int(desk->store, "SELECT id FROM attendance");
	int64_t closed, later;
	struct record record;
	struct err err = ERR_INIT;

	/* signed is not closed: a row is not unmarked behind its back */
	desk_load(desk, &record, &attendance_type, marked);
	record_set(&record, "presence", "");
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_INVALID);
	err_clear(&err);
	record_clear(&record);
	closed = desk_put(desk, &meeting_type, meeting, "signed_on",
		"2025-11-25", "state", "4", NULL);
	desk_load(desk, &record, &attendance_type, marked);
	record_set(&record, "remark", "迟到");
	denied(desk, &record);
	desk_load(desk, &record, &meeting_type, meeting);
	record_set(&record, "place", "小会议室");
	denied(desk, &record);
	desk_new(&record, &vote_type, "meeting_id", desk_id(meeting).s,
		"matter", "修缮活动室", NULL);
	denied(desk, &record);
	desk_undo(desk, closed, 1, UNDO_REFUSED);
	desk_has(desk, &meeting_type, meeting, "state", "4");

	later = desk_add(desk, &amendment_type, "meeting_id",
		desk_id(meeting).s, "matter", "地点", "body", "应为小会议室",
		"signed_by", "乌兰", NULL);
	desk_load(desk, &record, &amendment_type, later);
	record_set(&record, "body", "应为大会议室");
	denied(desk, &record);
	desk_has(desk, &meeting_type, meeting, "place", "三楼会议室");
	desk_has(desk, &meeting_type, meeting, "serial_no", "1");
}

static int
end(void **state)
{
	desk_check(*state);
	return desk_end(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(is_counted_when_it_is_held),
		TEST(says_what_came_of_it),
		TEST(is_invalid_without_a_quorum),
		TEST(keeps_who_was_there),
		TEST(every_vote_is_accounted_for),
		TEST(who_comes_late_changes_no_vote),
		TEST(nothing_is_passed_in_silence),
		TEST(ends_when_all_is_in_order),
		TEST(what_is_closed_is_amended_and_not_changed),
	};

	return cmocka_run_group_tests_name("vote", tests, NULL, NULL);
}
