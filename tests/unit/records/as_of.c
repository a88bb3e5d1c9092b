/* A record as it was on a day. */
#include "desk.h"

#include <time.h>

#include "records/as_of.h"
#include "records/nouns.h"

enum { DAY = 24 * 60 * 60 };

static void
is(struct desk *desk, int64_t id, const char *date, const char *name,
	const char *remark, bool deleted)
{
	struct record record;
	struct err err = ERR_INIT;

	bench_ok(as_of_load(desk->store, &unit_type, id, date, &record, &err),
		&err);
	assert_int_equal(record.id, id);
	assert_string_equal(record_get(&record, "name"), name);
	assert_string_equal(record_get(&record, "remark"), remark);
	assert_int_equal(record.deleted, deleted);
	record_clear(&record);
}

/* Of the 24th, the 25th, 26th and 28th of November 2025. */
static void
goes_by_days(void **state)
{
	struct desk *desk = *state;
	struct record record;
	struct err err = ERR_INIT;
	int64_t id;

	desk->bench->now = MOMENT;
	id = desk_add(desk, &unit_type, "name", "水利局", "remark",
		"第一行\n第二行", NULL);
	desk->bench->now = MOMENT + DAY;
	desk_put(desk, &unit_type, id, "name", "水务局", NULL);
	desk_put(desk, &unit_type, id, "remark", "另一段", NULL);
	desk->bench->now = MOMENT + 2 * DAY;
	desk_remove(desk, &unit_type, id);
	is(desk, id, "2025-11-24", "水利局", "第一行\n第二行", false);
	is(desk, id, "2025-11-25", "水务局", "另一段", false);
	is(desk, id, "2025-11-26", "水务局", "另一段", true);
	is(desk, id, "2025-11", "水务局", "另一段", true);
	is(desk, id, "2026", "水务局", "另一段", true);
	bench_refused(as_of_load(desk->store, &unit_type, id, "2025-11-23",
			      &record, &err),
		ERR_ABSENT, &err);
	bench_refused(as_of_load(desk->store, &unit_type, 12345, "2025-11-25",
			      &record, &err),
		ERR_ABSENT, &err);
}

/* Before the row it is known, after it it is not. */
static void
tells_what_was_blanked(void **state)
{
	struct desk *desk = *state;
	struct record record;
	struct err err = ERR_INIT;
	int64_t id;

	desk->bench->now = MOMENT;
	id = desk_add(desk, &unit_type, "name", "水利局", "remark", "甲", NULL);
	desk->bench->now = MOMENT + DAY;
	desk_put(desk, &unit_type, id, "name", "水务局", NULL);
	bench_blank(desk->bench->path, id, 2);
	is(desk, id, "2025-11-24", "水利局", "甲", false);
	assert_int_equal(as_of_load(desk->store, &unit_type, id, "2025-11-25",
				 &record, &err),
		ERR_ABSENT);
	assert_non_null(strstr(err.text, "blanked"));
	err_clear(&err);
}

/* What is read can be put in place of what there is. */
static void
can_be_put_back(void **state)
{
	struct desk *desk = *state;
	struct record record;
	struct change *change;
	struct err err = ERR_INIT;
	int64_t id;

	desk->bench->now = MOMENT;
	id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	desk->bench->now = MOMENT + DAY;
	desk_put(desk, &unit_type, id, "name", "水务局", "region", "河东",
		NULL);
	desk_remove(desk, &unit_type, id);
	bench_ok(as_of_load(desk->store, &unit_type, id, "2025-11-24", &record,
			 &err),
		&err);
	change = bench_change(desk->store, "put_back");
	bench_ok(record_save_whole(change, &record, &err), &err);
	assert_int_equal(change_n_saved(change), 1);
	bench_commit(change);
	record_clear(&record);
	assert_false(desk_is_removed(desk, &unit_type, id));
	desk_has(desk, &unit_type, id, "name", "水利局");
	desk_has(desk, &unit_type, id, "region", "");
	desk_check(desk);
}

int
main(void)
{
#define AS_OF_TEST(f) cmocka_unit_test_setup_teardown(f, desk_begin, desk_end)
	const struct CMUnitTest tests[] = {
		AS_OF_TEST(goes_by_days),
		AS_OF_TEST(tells_what_was_blanked),
		AS_OF_TEST(can_be_put_back),
	};

	setenv("TZ", "UTC", 1);
	tzset();
	return cmocka_run_group_tests_name("as_of", tests, NULL, NULL);
}
