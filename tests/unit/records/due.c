/* What Home says is to be done, in a small office. */
#include "desk.h"

#include "records/due.h"
#include "records/nouns.h"
#include "records/query.h"

static const struct {
	const char *name;
	int64_t n;
} wanted[] = {
	{"task_overdue", 1},
	{"task_due", 2},
	{"meeting_running", 1},
	{"meeting_without_minutes", 1},
	{"meeting_unsigned", 3},
	{"rectification_overdue", 2},
	{"rectification_due", 2},
	{"rectification_applied", 1},
	{"rectification_tracked", 1},
	{"finding_overdue", 1},
	{"check_sent_back", 1},
	{"check_submitted", 1},
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
add_task(struct desk *desk, int64_t org, int days, const char *state)
{
	char today[DATE_SIZE], due[DATE_SIZE];

	world_today(store_world(desk->store), today);
	date_add_days(today, days, due);
	desk_add(desk, &task_type, "union_org_id", desk_id(org).s, "title",
		due, "given_on", "2023-01-01", "due_on", due, "state", state,
		"closed_on", strcmp(state, "2") == 0 ? today : "", NULL);
}

static void
add_tasks(struct desk *desk, int64_t org)
{
	add_task(desk, org, -1, "1");
	add_task(desk, org, -2, "2");
	add_task(desk, org, 0, "1");
	add_task(desk, org, 7, "1");
	add_task(desk, org, 8, "1");
	desk_add(desk, &task_type, "union_org_id", desk_id(org).s, "title",
		"没有期限的", NULL);
}

static int64_t
add_meeting(struct desk *desk, int64_t org, int64_t kind, const char *begin,
	const char *state)
{
	return desk_add(desk, &meeting_type, "union_org_id", desk_id(org).s,
		"kind_id", desk_id(kind).s, "title", begin, "begin_at", begin,
		"end_at", strcmp(state, "3") == 0 ? "2025-11-30 12:00" : "",
		"place", "会议室", "chair_name", "敖特根", "recorder_name",
		"单晓红", "state", state, NULL);
}

/* Of three that are to be signed one has an item's text and one a word said;
 * the subject of an item alone is no minutes. */
static void
add_meetings(struct desk *desk, int64_t org)
{
	int64_t kind = desk_add(desk, &meeting_kind_type, "name", "座谈会",
		NULL);
	int64_t silent, told, said;

	add_meeting(desk, org, kind, "2025-11-01 09:00", "1");
	add_meeting(desk, org, kind, "2025-11-02 09:00", "2");
	silent = add_meeting(desk, org, kind, "2025-11-03 09:00", "3");
	told = add_meeting(desk, org, kind, "2025-11-04 09:00", "3");
	said = add_meeting(desk, org, kind, "2025-11-05 09:00", "3");
	desk_add(desk, &agenda_item_type, "meeting_id", desk_id(silent).s,
		"subject", "防汛", NULL);
	desk_add(desk, &agenda_item_type, "meeting_id", desk_id(told).s,
		"subject", "防汛", "gist", "讨论了排水。", NULL);
	desk_add(desk, &discussion_type, "meeting_id", desk_id(said).s,
		"speaker_name", "敖特根", "words", "同意。", NULL);
}

/* A day from today on. */
static struct desk_id
day(struct desk *desk, int days)
{
	struct desk_id day;
	char today[DATE_SIZE];

	world_today(store_world(desk->store), today);
	date_add_days(today, days, day.s);
	return day;
}

/* Each is of a union of its own, and by force: only its days matter here. */
static void
add_rectification(struct desk *desk, const char *state, int due, int until)
{
	static int n;
	char name[32];
	struct record record;

	snprintf(name, sizeof(name), "整顿的%d", ++n);
	desk_new(&record, &rectification_type, "union_org_id",
		desk_id(add_union(desk, name, "1", "苏党〔2021〕3号",
			91)).s, "grounds", "1", "state", state, "due_on",
		day(desk, due).s, "track_until_on", day(desk, until).s, NULL);
	desk_force(desk, &record);
	record_clear(&record);
}

static void
add_rectifications(struct desk *desk)
{
	add_rectification(desk, "2", -1, 0);
	add_rectification(desk, "3", -30, 0);
	add_rectification(desk, "3", 0, 0);
	add_rectification(desk, "3", 14, 0);
	add_rectification(desk, "3", 15, 0);
	add_rectification(desk, "4", -1, 0);
	add_rectification(desk, "5", -1, 0);
	add_rectification(desk, "5", -1, 1);
	add_rectification(desk, "6", -1, -1);
}

static int64_t
add_run(struct desk *desk, int64_t org, int64_t standard, const char *year,
	const char *state)
{
	struct record run;
	int64_t id;

	desk_new(&run, &checklist_run_type, "union_org_id", desk_id(org).s,
		"standard_id", desk_id(standard).s, "year", year, "from_on",
		year, "state", state, NULL);
	desk_force(desk, &run);
	id = run.id;
	record_clear(&run);
	return id;
}

static void
add_finding(struct desk *desk, int64_t run, const char *verdict,
	const char *recheck, int due)
{
	struct record result;

	desk_new(&result, &checklist_result_type, "checklist_run_id",
		desk_id(run).s, "text", "条目", "verdict", verdict,
		"recheck", recheck, "due_on", day(desk, due).s, NULL);
	desk_force(desk, &result);
	record_clear(&result);
}

static void
add_checks(struct desk *desk, int64_t org)
{
	struct record standard;
	int64_t run, before;

	desk_new(&standard, &standard_type, "name", "工作标准", "code", "T",
		NULL);
	desk_force(desk, &standard);
	before = add_run(desk, org, standard.id, "2023", "1");
	run = add_run(desk, org, standard.id, "2024", "2");
	add_run(desk, org, standard.id, "2025", "4");
	record_clear(&standard);
	add_finding(desk, before, "3", "", -1);
	add_finding(desk, run, "2", "", -1);
	add_finding(desk, run, "3", "1", -1);
	add_finding(desk, run, "1", "", -1);
	add_finding(desk, run, "3", "", 0);
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
	add_tasks(desk, led);
	add_meetings(desk, led);
	add_rectifications(desk);
	add_checks(desk, led);
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
