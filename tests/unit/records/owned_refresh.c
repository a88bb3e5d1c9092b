#include "records/owned_refresh.h"

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

/* A gathering as one person has it on the screen. */
struct seat_plan {
	struct record record;
	struct owned owned;
	struct owned_rows *guests;
};

static void
open_plan(struct desk *desk, struct seat_plan *plan, int64_t id)
{
	struct err err = ERR_INIT;

	owned_init(&plan->owned, &gathering_type);
	plan->guests = plan->owned.items;
	if (id == 0) {
		record_begin(&plan->record, &gathering_type, DESK_TODAY);
		record_set(&plan->record, "topic", "季度会");
		return;
	}
	desk_load(desk, &plan->record, &gathering_type, id);
	bench_ok(owned_load(desk->store, &plan->owned, id, &err), &err);
}

static void
close_plan(struct seat_plan *plan)
{
	record_clear(&plan->record);
	owned_clear(&plan->owned);
}

static struct owned_row *
guest(struct seat_plan *plan, const char *name)
{
	for (size_t i = 0; i < plan->guests->n; i++)
		if (strcmp(record_get(&plan->guests->items[i]->now, "name"),
			    name) == 0)
			return plan->guests->items[i];
	return NULL;
}

static struct owned_row *
add_guest(struct seat_plan *plan, const char *name)
{
	struct owned_row *row = owned_add(plan->guests, DESK_TODAY);

	record_set(&row->now, "name", name);
	return row;
}

static void
save_plan(struct desk *desk, struct seat_plan *plan)
{
	const struct owned_row *failed;
	struct notes notes = VEC_INIT;
	struct err err = ERR_INIT;
	struct change *change = bench_change(desk->store, "form");

	bench_ok(owned_save(change, &plan->record, &plan->owned, &notes,
		&failed, &err), &err);
	bench_commit(change);
	notes_clear(&notes);
}

/* The id of a saved gathering with the guests 甲, 乙 and 丙. */
static int64_t
make(struct desk *desk)
{
	struct seat_plan plan;
	int64_t id;

	open_plan(desk, &plan, 0);
	add_guest(&plan, "甲");
	add_guest(&plan, "乙");
	add_guest(&plan, "丙");
	save_plan(desk, &plan);
	id = plan.record.id;
	close_plan(&plan);
	return id;
}

static void
refresh(struct desk *desk, struct seat_plan *plan,
	const struct owned_row *kept, struct owned_news *news)
{
	struct err err = ERR_INIT;

	bench_ok(owned_refresh(desk->store, &plan->owned, plan->record.id,
		kept, news, &err), &err);
}

static void
names_are(const struct seat_plan *plan, const char *names)
{
	struct strbuf all = STRBUF_INIT;

	for (size_t i = 0; i < plan->guests->n; i++)
		strbuf_add(&all, record_get(&plan->guests->items[i]->now,
			"name"));
	assert_string_equal(all.s, names);
	strbuf_clear(&all);
}

/* Somebody else puts 丁 in, calls 乙 己 and removes 甲. */
static void
others_save(struct desk *desk, int64_t id)
{
	struct seat_plan plan;

	open_plan(desk, &plan, id);
	add_guest(&plan, "丁");
	record_set(&guest(&plan, "乙")->now, "name", "己");
	guest(&plan, "甲")->now.deleted = true;
	save_plan(desk, &plan);
	close_plan(&plan);
}

static void
follows_what_others_save(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk);
	struct owned_news news;
	struct owned_row *second, *third;
	struct seat_plan mine;

	open_plan(desk, &mine, id);
	refresh(desk, &mine, NULL, &news);
	assert_false(news.any);
	second = guest(&mine, "乙");
	third = guest(&mine, "丙");
	others_save(desk, id);
	refresh(desk, &mine, NULL, &news);
	assert_true(news.any);
	assert_null(news.of_changed);
	names_are(&mine, "己丙丁");
	assert_ptr_equal(guest(&mine, "己"), second);
	assert_ptr_equal(guest(&mine, "丙"), third);
	for (size_t i = 0; i < mine.guests->n; i++)
		assert_false(owned_is_changed(mine.guests->items[i]));
	refresh(desk, &mine, NULL, &news);
	assert_false(news.any);
	close_plan(&mine);
}

static void
leaves_what_was_typed(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk);
	struct owned_news news;
	struct owned_row *first, *second;
	struct seat_plan mine;

	open_plan(desk, &mine, id);
	first = guest(&mine, "甲");
	second = guest(&mine, "乙");
	record_set(&first->now, "name", "甲甲");
	record_set(&second->now, "name", "乙乙");
	add_guest(&mine, "戊");
	others_save(desk, id);
	refresh(desk, &mine, NULL, &news);
	assert_true(news.any);
	assert_ptr_equal(news.of_changed, second);
	names_are(&mine, "乙乙丙丁甲甲戊");
	assert_string_equal(record_get(&second->was, "name"), "乙");
	assert_ptr_equal(guest(&mine, "甲甲"), first);
	close_plan(&mine);
}

/* One whose form is open. */
static void
leaves_the_row_that_is_kept(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk);
	struct owned_news news;
	struct seat_plan mine;

	open_plan(desk, &mine, id);
	others_save(desk, id);
	refresh(desk, &mine, guest(&mine, "甲"), &news);
	names_are(&mine, "己丙丁甲");
	assert_null(news.of_changed);
	close_plan(&mine);
}

static void
the_last_goes_and_the_first_comes(void **state)
{
	struct desk *desk = *state;
	struct owned_news news;
	struct seat_plan mine, theirs;

	open_plan(desk, &theirs, 0);
	save_plan(desk, &theirs);
	open_plan(desk, &mine, theirs.record.id);
	close_plan(&theirs);
	open_plan(desk, &theirs, mine.record.id);
	add_guest(&theirs, "甲");
	save_plan(desk, &theirs);
	refresh(desk, &mine, NULL, &news);
	names_are(&mine, "甲");
	close_plan(&theirs);
	open_plan(desk, &theirs, mine.record.id);
	guest(&theirs, "甲")->now.deleted = true;
	save_plan(desk, &theirs);
	refresh(desk, &mine, NULL, &news);
	names_are(&mine, "");
	assert_true(news.any);
	close_plan(&theirs);
	close_plan(&mine);
}

int
main(void)
{
#define REFRESH_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)
	const struct CMUnitTest tests[] = {
		REFRESH_TEST(follows_what_others_save),
		REFRESH_TEST(leaves_what_was_typed),
		REFRESH_TEST(leaves_the_row_that_is_kept),
		REFRESH_TEST(the_last_goes_and_the_first_comes),
	};

	return cmocka_run_group_tests_name("owned_refresh", tests, NULL, NULL);
}
