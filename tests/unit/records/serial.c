/* Numbers that the program gives: once, without gaps, never taken back. */
#include "records/serial.h"

#include "records/desk.h"
#include "records/invented.h"

static int
begin(void **state)
{
	return desk_begin_with(state, invented_steps[0].text);
}

static int
end(void **state)
{
	desk_check(*state);
	return desk_end(state);
}

/* One that is prepared, in that hall on that day. */
static int64_t
prepare(struct desk *desk, int64_t hall, const char *day)
{
	return desk_add(desk, &gathering_type, "topic", day, "hall_id",
		desk_id(hall).s, "held_on", day, "minutes", "一致通过", NULL);
}

/* Gives the change that gave the number. */
static int64_t
hold(struct desk *desk, int64_t id, const char *number)
{
	int64_t change = desk_put(desk, &gathering_type, id, "state", "2",
		NULL);

	desk_has(desk, &gathering_type, id, "serial", number);
	return change;
}

static void
refused(struct desk *desk, int64_t id, const char *field, const char *value)
{
	struct err err = ERR_INIT;
	struct record record;

	desk_load(desk, &record, &gathering_type, id);
	record_set(&record, field, value);
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, field);
	err_clear(&err);
	record_clear(&record);
}

static void
undo_leaves_the_number(void **state)
{
	struct desk *desk = *state;
	int64_t one = prepare(desk, 0, "2024-03-05");
	int64_t other = prepare(desk, 0, "2024-03-06");
	int64_t held = hold(desk, one, "1");

	hold(desk, other, "2");
	desk_undo(desk, held, 0, UNDO_WHY_N);
	desk_has(desk, &gathering_type, one, "state", "1");
	desk_has(desk, &gathering_type, one, "serial", "1");
	hold(desk, one, "1");
	hold(desk, prepare(desk, 0, "2024-03-07"), "3");
}

static void
what_has_a_number_is_cancelled_not_removed(void **state)
{
	struct desk *desk = *state;
	int64_t id = prepare(desk, 0, "2024-03-05");
	struct change *change;
	struct err err = ERR_INIT;

	hold(desk, id, "1");
	change = bench_change(desk->store, "form");
	assert_int_equal(record_remove(change, &gathering_type, id, &err),
		ERR_DENIED);
	assert_non_null(strstr(err.text, "cancel"));
	err_clear(&err);
	change_abandon(change);
	/* nor where it is prepared again */
	desk_put(desk, &gathering_type, id, "state", "1", NULL);
	change = bench_change(desk->store, "form");
	bench_refused(record_remove(change, &gathering_type, id, &err),
		ERR_DENIED, &err);
	change_abandon(change);
	hold(desk, id, "1");
	desk_put(desk, &gathering_type, id, "state", "3", NULL);
	hold(desk, prepare(desk, 0, "2024-03-06"), "2");
}

/* It came in with its number, and the import is taken back. */
static void
undo_removes_no_number(void **state)
{
	struct desk *desk = *state;
	struct change *change = bench_change(desk->store, "import");
	int64_t made = change_id(change);
	struct record record;
	struct err err = ERR_INIT;

	desk_new(&record, &gathering_type, "topic", "季度会", "held_on",
		"2024-03-05", "serial", "4", NULL);
	bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
	bench_commit(change);
	desk_undo(desk, made, 1, UNDO_REFUSED);
	assert_false(desk_is_removed(desk, &gathering_type, record.id));
	record_clear(&record);
	hold(desk, prepare(desk, 0, "2024-03-06"), "5");
}

static void
what_it_counts_within_stays(void **state)
{
	struct desk *desk = *state;
	int64_t east = desk_add(desk, &hall_type, "name", "东厅", NULL);
	int64_t west = desk_add(desk, &hall_type, "name", "西厅", NULL);
	int64_t id = prepare(desk, east, "2024-03-05");

	desk_put(desk, &gathering_type, id, "hall_id", desk_id(west).s, NULL);
	hold(desk, id, "1");
	desk_put(desk, &gathering_type, id, "held_on", "2024-12-31", NULL);
	refused(desk, id, "held_on", "2025-01-01");
	refused(desk, id, "hall_id", desk_id(east).s);
	refused(desk, id, "serial", "2");
	refused(desk, id, "serial", "");
}

static void
no_number_is_given_twice(void **state)
{
	struct desk *desk = *state;
	int64_t hall = desk_add(desk, &hall_type, "name", "东厅", NULL);
	struct err err = ERR_INIT;
	struct record record;

	hold(desk, prepare(desk, hall, "2024-03-05"), "1");
	desk_new(&record, &gathering_type, "topic", "旧会", "hall_id",
		desk_id(hall).s, "held_on", "2024-02-01", "serial", "1",
		NULL);
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, "serial");
	err_clear(&err);
	record_set(&record, "held_on", "2023-02-01");
	bench_ok(desk_save(desk, &record, NULL, &err), &err);
	record_clear(&record);
}

/* Taken over as it was closed elsewhere, it gets one too. */
static void
who_comes_in_late_gets_one(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &gathering_type, "topic", "季度会",
		"held_on", "2024-03-05", "state", "4", NULL);

	desk_has(desk, &gathering_type, id, "serial", "1");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(undo_leaves_the_number),
		TEST(what_has_a_number_is_cancelled_not_removed),
		TEST(undo_removes_no_number),
		TEST(what_it_counts_within_stays),
		TEST(no_number_is_given_twice),
		TEST(who_comes_in_late_gets_one),
	};

	return cmocka_run_group_tests_name("serial", tests, NULL, NULL);
}
