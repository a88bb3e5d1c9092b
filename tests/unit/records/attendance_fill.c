/* Who ought to attend, from the roster as it stood on the day. */
#include "desk.h"

#include "records/attendance.h"
#include "records/nouns.h"

/* The union's people: who is there from when to when, as what. */
static const struct {
	const char *name;
	const char *kind;      /* member_kind */
	const char *confirmed; /* 转正日期 */
	const char *joined;
	const char *left;
	const char *post;      /* union_post */
	const char *group;
} people[] = {
	{"白玉梅", "1", "", "2020-01-01", "", "1", "一组"},
	{"王强", "1", "2025-06-01", "2020-01-01", "", "3", "一组"},
	{"单晓红", "2", "", "2024-01-01", "", "5", "二组"},
	{"乌兰", "1", "", "2020-01-01", "2025-03-31", "5", "二组"},
	{"李长乐", "1", "", "2025-05-01", "", "4", "二组"},
};

struct hall {
	struct desk *desk;
	int64_t org;
	struct owned owned;
};

static void
hall_init(struct hall *hall, struct desk *desk)
{
	hall->desk = desk;
	hall->org = desk_add(desk, &union_org_type, "name", "家属院联合党支部",
		NULL);
	for (size_t i = 0; i < N_ITEMS(people); i++) {
		int64_t member = desk_add(desk, &member_type, "name",
			people[i].name, "kind", people[i].kind, "confirmed_on",
			people[i].confirmed, NULL);

		desk_add(desk, &membership_type, "member_id",
			desk_id(member).s, "union_org_id",
			desk_id(hall->org).s, "joined_on", people[i].joined,
			"left_on", people[i].left, "post", people[i].post,
			"party_group", people[i].group, NULL);
	}
}

/* A meeting of who ought to attend by that code. */
static void
convene(struct hall *hall, const char *name, const char *eligible,
	const char *begin_at, struct record *meeting)
{
	int64_t kind = desk_add(hall->desk, &meeting_kind_type, "name",
		name, "eligible", eligible, NULL);

	owned_init(&hall->owned, &meeting_type);
	desk_new(meeting, &meeting_type, "union_org_id", desk_id(hall->org).s,
		"kind_id", desk_id(kind).s, "begin_at", begin_at, NULL);
}

static struct owned_rows *
rows_of(struct hall *hall)
{
	struct owned_rows *rows = hall->owned.items;

	while (rows->type != &attendance_type)
		rows++;
	return rows;
}

/* "白玉梅 王强*": names in order, with a star who does not count. */
static void
expect(struct hall *hall, const struct record *meeting, const char *names)
{
	struct owned_rows *rows = rows_of(hall);
	struct strbuf text = STRBUF_INIT;
	struct err err = ERR_INIT;
	size_t n, had = rows->n;

	bench_ok(attendance_fill(hall->desk->store, meeting, rows,
			 "2025-11-25", &n, &err),
		&err);
	assert_int_equal(n, rows->n - had);
	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;

		strbuf_addf(&text, "%s", i > 0 ? " " : "");
		record_title(hall->desk->store, row, &text);
		if (strcmp(record_get(row, "left_out"), "1") == 0)
			strbuf_add_char(&text, '*');
	}
	assert_string_equal(text.s, names);
	strbuf_clear(&text);
}

static void
end(struct hall *hall, struct record *meeting)
{
	record_clear(meeting);
	owned_clear(&hall->owned);
}

static void
calls_by_the_kind_and_the_day(void **state)
{
	static const struct {
		const char *kind;
		const char *eligible;
		const char *begin_at;
		const char *names;
	} rows[] = {
		{"甲", "1", "", "白玉梅 李长乐 单晓红* 王强"},
		{"乙", "1", "2025-04-10 09:00", "白玉梅 单晓红* 王强*"},
		{"丙", "2", "2025-02-10 09:00", "白玉梅 单晓红 王强 乌兰"},
		{"丁", "2", "2021-02-10 09:00", "白玉梅 王强 乌兰"},
		{"戊", "3", "", "白玉梅 王强"},
	};
	struct hall hall;

	hall_init(&hall, *state);
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct record meeting;

		convene(&hall, rows[i].kind, rows[i].eligible,
			rows[i].begin_at, &meeting);
		expect(&hall, &meeting, rows[i].names);
		end(&hall, &meeting);
	}
}

static void
calls_a_group_by_its_name(void **state)
{
	struct hall hall;
	struct record meeting;
	struct err err = ERR_INIT;
	size_t n;

	hall_init(&hall, *state);
	convene(&hall, "甲", "4", "", &meeting);
	bench_refused(attendance_fill(hall.desk->store, &meeting,
			      rows_of(&hall), "2025-11-25", &n, &err),
		ERR_INVALID, &err);
	record_set(&meeting, "party_group", "二组");
	expect(&hall, &meeting, "李长乐 单晓红");
	end(&hall, &meeting);
}

static void
calls_units(void **state)
{
	struct hall hall;
	struct record meeting;
	int64_t unit;

	hall_init(&hall, *state);
	unit = desk_add(hall.desk, &unit_type, "name", "供销社", NULL);
	desk_add(hall.desk, &union_unit_type, "union_org_id",
		desk_id(hall.org).s, "unit_id", desk_id(unit).s, NULL);
	convene(&hall, "甲", "5", "", &meeting);
	expect(&hall, &meeting, "供销社");
	expect(&hall, &meeting, "供销社");
	end(&hall, &meeting);
}

static void
says_who_calls(void **state)
{
	struct hall hall;
	struct record meeting;
	struct err err = ERR_INIT;
	size_t n;

	hall_init(&hall, *state);
	convene(&hall, "甲", "9", "", &meeting);
	bench_refused(attendance_fill(hall.desk->store, &meeting,
			      rows_of(&hall), "2025-11-25", &n, &err),
		ERR_INVALID, &err);
	record_set(&meeting, "kind_id", "");
	bench_refused(attendance_fill(hall.desk->store, &meeting,
			      rows_of(&hall), "2025-11-25", &n, &err),
		ERR_INVALID, &err);
	end(&hall, &meeting);
}

/* What was marked, and who was taken out, stays; later ones are added. */
static void
leaves_marks_alone(void **state)
{
	struct hall hall;
	struct record meeting;
	struct owned_rows *rows;

	hall_init(&hall, *state);
	convene(&hall, "甲", "1", "2021-02-10 09:00", &meeting);
	expect(&hall, &meeting, "白玉梅 王强* 乌兰");
	rows = rows_of(&hall);
	record_set(&rows->items[0]->now, "presence", "2");
	record_set(&rows->items[1]->now, "left_out", "");
	rows->items[2]->now.deleted = true;
	record_set(&meeting, "begin_at", "2024-02-10 09:00");
	expect(&hall, &meeting, "白玉梅 王强 乌兰 单晓红*");
	assert_string_equal(record_get(&rows->items[0]->now, "presence"), "2");
	assert_string_equal(record_get(&rows->items[0]->now, "post"), "书记");
	assert_true(rows->items[2]->now.deleted);
	end(&hall, &meeting);
}

static void
adds_up(void **state)
{
	static const char *const marks[][3] = {
		/* capacity, left_out, presence */
		{"1", "", "1"}, {"1", "", "1"}, {"1", "", "2"}, {"1", "", "3"},
		{"1", "", ""}, {"1", "1", "1"}, {"2", "", "1"}, {"2", "", ""},
	};
	struct attendance_numbers numbers;
	struct owned owned;
	struct owned_rows *rows;

	(void)state;
	owned_init(&owned, &meeting_type);
	rows = rows_of(&(struct hall){.owned = owned});
	for (size_t i = 0; i < N_ITEMS(marks); i++) {
		struct record *row = &owned_add(rows, "2025-11-25")->now;

		record_set(row, "capacity", marks[i][0]);
		record_set(row, "left_out", marks[i][1]);
		record_set(row, "presence", marks[i][2]);
	}
	owned_add(rows, "2025-11-25")->now.deleted = true;
	attendance_count(rows, &numbers);
	assert_int_equal(numbers.called, 5);
	assert_int_equal(numbers.there, 2);
	assert_int_equal(numbers.on_leave, 1);
	assert_int_equal(numbers.absent, 1);
	assert_int_equal(numbers.unmarked, 1);
	assert_int_equal(numbers.left_out, 1);
	assert_int_equal(numbers.sitting_in, 2);
	owned_clear(&owned);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(calls_by_the_kind_and_the_day),
		TEST(calls_a_group_by_its_name),
		TEST(calls_units),
		TEST(says_who_calls),
		TEST(leaves_marks_alone),
		TEST(adds_up),
	};

	return cmocka_run_group_tests_name("attendance_fill", tests, NULL,
		NULL);
}
