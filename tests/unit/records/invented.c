/* Whatever the engine does for types of the test's own, it does from the
 * dictionary. */
#include "records/desk.h"
#include "records/invented.h"

#include "records/query.h"

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

static int64_t
add_gathering(struct desk *desk, int64_t hall, const char *day)
{
	return desk_add(desk, &gathering_type, "topic", "季度会", "hall_id",
		desk_id(hall).s, "held_on", day, "minutes", "一致通过", NULL);
}

static int64_t
add_guest(struct desk *desk, int64_t gathering, const char *name)
{
	return desk_add(desk, &guest_type, "gathering_id",
		desk_id(gathering).s, "name", name, NULL);
}

/* Holds and closes; gives the change that closed it. */
static int64_t
close_it(struct desk *desk, int64_t id)
{
	desk_put(desk, &gathering_type, id, "state", "2", NULL);
	return desk_put(desk, &gathering_type, id, "state", "4", NULL);
}

static void
refused(struct desk *desk, struct record *record, enum err_code code)
{
	struct err err = ERR_INIT;

	assert_int_equal(desk_save(desk, record, NULL, &err), code);
	assert_non_null(err.text);
	err_clear(&err);
	record_clear(record);
}

static void
numbers_within_year_and_owner(void **state)
{
	struct desk *desk = *state;
	int64_t east = desk_add(desk, &hall_type, "name", "东厅", NULL);
	int64_t west = desk_add(desk, &hall_type, "name", "西厅", NULL);
	const struct {
		int64_t hall;
		const char *day;
		const char *number;
	} rows[] = {
		{east, "2024-03-05", "1"},
		{east, "2024-12-31", "2"},
		{west, "2024-06-01", "1"},
		{east, "2025-01-01", "1"},
		{0, "2024-06-01", "1"},
		{0, "2024-06-02", "2"},
		{east, "2024", "3"},
		{east, "2025-02", "2"},
	};

	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		int64_t id = add_gathering(desk, rows[i].hall, rows[i].day);

		desk_has(desk, &gathering_type, id, "serial", "");
		close_it(desk, id);
		desk_has(desk, &gathering_type, id, "serial", rows[i].number);
	}
}

static void
gives_no_number_in_vain(void **state)
{
	struct desk *desk = *state;
	int64_t hall = desk_add(desk, &hall_type, "name", "东厅", NULL);
	int64_t first = add_gathering(desk, hall, "");
	int64_t second = add_gathering(desk, hall, "2024-03-06");
	struct record record;
	struct err err = ERR_INIT;

	desk_load(desk, &record, &gathering_type, first);
	record_set(&record, "state", "2");
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, "held_on");
	assert_string_equal(record_get(&record, "serial"), "");
	err_clear(&err);

	/* another takes it meanwhile */
	close_it(desk, second);
	desk_has(desk, &gathering_type, second, "serial", "1");
	record_set(&record, "held_on", "2024-03-05");
	bench_ok(desk_save(desk, &record, NULL, &err), &err);
	assert_string_equal(record_get(&record, "serial"), "2");
	record_clear(&record);
}

static void
what_the_program_fills_nobody_changes(void **state)
{
	struct desk *desk = *state;
	int64_t id = add_gathering(desk, 0, "2024-03-05");
	struct record record;

	desk_load(desk, &record, &gathering_type, id);
	record_set(&record, "serial", "7");
	refused(desk, &record, ERR_INVALID);
	desk_has(desk, &gathering_type, id, "serial", "");
	/* what comes from another office brings its number along */
	id = desk_add(desk, &gathering_type, "topic", "年会", "held_on",
		"2024-12-31", "serial", "12", NULL);
	desk_put(desk, &gathering_type, id, "topic", "年终会", NULL);
	desk_has(desk, &gathering_type, id, "serial", "12");
}

static void
freezes_with_what_it_owns(void **state)
{
	struct desk *desk = *state;
	int64_t id = add_gathering(desk, 0, "2024-03-05");
	int64_t other = add_gathering(desk, 0, "2024-03-06");
	int64_t guest = add_guest(desk, id, "单晓红");
	int64_t free_guest = add_guest(desk, other, "王强");
	struct change *change;
	struct record record;
	struct err err = ERR_INIT;

	close_it(desk, id);
	desk_load(desk, &record, &gathering_type, id);
	record_set(&record, "minutes", "改了");
	refused(desk, &record, ERR_DENIED);
	desk_load(desk, &record, &guest_type, guest);
	record_set(&record, "seat", "1");
	refused(desk, &record, ERR_DENIED);
	/* neither can a guest leave it nor another come in */
	desk_load(desk, &record, &guest_type, guest);
	record_set(&record, "gathering_id", desk_id(other).s);
	refused(desk, &record, ERR_DENIED);
	desk_load(desk, &record, &guest_type, free_guest);
	record_set(&record, "gathering_id", desk_id(id).s);
	refused(desk, &record, ERR_INVALID);
	desk_new(&record, &guest_type, "gathering_id", desk_id(id).s, "name",
		"李长乐", NULL);
	refused(desk, &record, ERR_DENIED);

	change = bench_change(desk->store, "form");
	bench_refused(record_remove(change, &gathering_type, id, &err),
		ERR_DENIED, &err);
	bench_refused(record_remove(change, &guest_type, guest, &err),
		ERR_DENIED, &err);
	assert_int_equal(change_n_saved(change), 0);
	change_abandon(change);
	desk_put(desk, &guest_type, free_guest, "seat", "1", NULL);
}

static void
goes_with_what_it_owns(void **state)
{
	struct desk *desk = *state;
	int64_t id = add_gathering(desk, 0, "2024-03-05");
	int64_t gone = add_guest(desk, id, "王强");
	int64_t guest = add_guest(desk, id, "单晓红");
	int64_t removal;
	struct change *change;
	struct err err = ERR_INIT;

	desk_remove(desk, &guest_type, gone);
	removal = desk_remove(desk, &gathering_type, id);
	assert_true(desk_is_removed(desk, &gathering_type, id));
	assert_true(desk_is_removed(desk, &guest_type, guest));

	/* what had gone before does not come back with it */
	change = bench_change(desk->store, "form");
	bench_ok(record_restore(change, &gathering_type, id, &err), &err);
	assert_int_equal(change_n_saved(change), 2);
	bench_commit(change);
	assert_false(desk_is_removed(desk, &guest_type, guest));
	assert_true(desk_is_removed(desk, &guest_type, gone));

	/* nor by undo */
	removal = desk_remove(desk, &gathering_type, id);
	desk_undo(desk, removal, 0, UNDO_REFUSED);
	assert_false(desk_is_removed(desk, &gathering_type, id));
	assert_false(desk_is_removed(desk, &guest_type, guest));
	assert_true(desk_is_removed(desk, &guest_type, gone));
}

/* A row stays with its owner, and what refers to it with both. */
static void
rows_stay_with_their_owner(void **state)
{
	struct desk *desk = *state;
	int64_t one = add_gathering(desk, 0, "2024-03-05");
	int64_t other = add_gathering(desk, 0, "2024-03-06");
	int64_t guest = add_guest(desk, one, "王强");
	int64_t stranger = add_guest(desk, other, "乌兰");
	int64_t speech = desk_add(desk, &speech_type, "gathering_id",
		desk_id(one).s, "guest_id", desk_id(guest).s, "subject",
		"致辞", NULL);
	struct record record;

	desk_load(desk, &record, &guest_type, guest);
	record_set(&record, "gathering_id", desk_id(other).s);
	refused(desk, &record, ERR_INVALID);
	desk_load(desk, &record, &speech_type, speech);
	record_set(&record, "guest_id", desk_id(stranger).s);
	refused(desk, &record, ERR_INVALID);
	desk_new(&record, &speech_type, "gathering_id", desk_id(one).s,
		"guest_id", desk_id(stranger).s, "subject", "答谢", NULL);
	refused(desk, &record, ERR_INVALID);
}

/* Saves in a change that is then refused, or not. */
static void
commits(struct desk *desk, const struct record_type *type, int64_t id,
	const char *field, const char *value, enum err_code expected)
{
	struct change *change = bench_change(desk->store, "bulk");
	struct record record;
	struct err err = ERR_INIT;

	desk_load(desk, &record, type, id);
	record_set(&record, field, value);
	bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
	assert_int_equal(change_commit(change, &err), expected);
	if (expected != ERR_OK)
		assert_non_null(strstr(err.text, "季度会"));
	err_clear(&err);
	record_clear(&record);
}

/* Whoever changes a row outside of its owner's form. */
static void
owners_are_asked_about_their_rows(void **state)
{
	struct desk *desk = *state;
	int64_t id = add_gathering(desk, 0, "2024-03-05");
	int64_t one = add_guest(desk, id, "王强");
	int64_t other = add_guest(desk, id, "乌兰");
	int64_t held;
	struct record record;

	desk_put(desk, &guest_type, one, "seat", "1", NULL);
	desk_put(desk, &guest_type, other, "seat", "2", NULL);
	/* as long as it is prepared, seats are nobody's business */
	commits(desk, &guest_type, other, "seat", "1", ERR_OK);
	commits(desk, &guest_type, other, "seat", "2", ERR_OK);
	held = desk_put(desk, &gathering_type, id, "state", "2", NULL);
	commits(desk, &guest_type, other, "seat", "1", ERR_INVALID);
	commits(desk, &guest_type, other, "seat", "3", ERR_OK);
	/* a step sees them wherever it is taken */
	desk_undo(desk, held, 0, UNDO_WHY_N);
	commits(desk, &guest_type, other, "seat", "1", ERR_OK);
	desk_load(desk, &record, &gathering_type, id);
	record_set(&record, "state", "2");
	refused(desk, &record, ERR_INVALID);
}

/* What was taken over from elsewhere comes in closed, its rows with it, in one
 * change and not afterwards. */
static void
what_is_closed_comes_in_whole(void **state)
{
	struct desk *desk = *state;
	struct change *change = bench_change(desk->store, "import");
	struct record record;
	struct err err = ERR_INIT;
	int64_t id;

	desk_new(&record, &gathering_type, "topic", "季度会", "held_on",
		"2024-03-05", "minutes", "一致通过", "serial", "7", "state",
		"4", NULL);
	bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
	id = record.id;
	record_clear(&record);
	desk_new(&record, &guest_type, "gathering_id", desk_id(id).s, "name",
		"王强", NULL);
	bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
	record_clear(&record);
	desk_new(&record, &erratum_type, "gathering_id", desk_id(id).s,
		"correction", "应为李长乐", NULL);
	bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
	record_clear(&record);
	bench_commit(change);

	desk_new(&record, &guest_type, "gathering_id", desk_id(id).s, "name",
		"乌兰", NULL);
	refused(desk, &record, ERR_DENIED);
	desk_has(desk, &gathering_type, id, "serial", "7");
}

static void
what_amends_comes_when_it_is_closed_and_stays(void **state)
{
	struct desk *desk = *state;
	int64_t id = add_gathering(desk, 0, "2024-03-05"), erratum;
	struct change *change;
	struct record record;
	struct err err = ERR_INIT;

	desk_new(&record, &erratum_type, "gathering_id", desk_id(id).s,
		"correction", "应为李长乐", NULL);
	refused(desk, &record, ERR_DENIED);
	close_it(desk, id);
	change = bench_change(desk->store, "form");
	desk_new(&record, &erratum_type, "gathering_id", desk_id(id).s,
		"correction", "应为李长乐", NULL);
	bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
	erratum = record.id;
	record_clear(&record);
	bench_commit(change);

	desk_load(desk, &record, &erratum_type, erratum);
	record_set(&record, "correction", "应为李常乐");
	refused(desk, &record, ERR_DENIED);
	change = bench_change(desk->store, "form");
	bench_refused(record_remove(change, &erratum_type, erratum, &err),
		ERR_DENIED, &err);
	change_abandon(change);
}

static void
undo_keeps_what_amends(void **state)
{
	struct desk *desk = *state;
	int64_t id = add_gathering(desk, 0, "2024-03-05"), made;
	struct change *change;
	struct record record;
	struct err err = ERR_INIT;

	close_it(desk, id);
	change = bench_change(desk->store, "form");
	made = change_id(change);
	desk_new(&record, &erratum_type, "gathering_id", desk_id(id).s,
		"correction", "应为李长乐", NULL);
	bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
	bench_commit(change);
	desk_undo(desk, made, 1, UNDO_REFUSED);
	assert_false(desk_is_removed(desk, &erratum_type, record.id));
	record_clear(&record);
}

/* Neither the number nor the closing can be taken back: it is frozen. */
static void
undo_obeys_freezing(void **state)
{
	struct desk *desk = *state;
	struct change *change = bench_change(desk->store, "import");
	struct record gathering, guest;
	struct err err = ERR_INIT;
	int64_t made = change_id(change), closed;

	desk_new(&gathering, &gathering_type, "topic", "季度会", "held_on",
		"2024-03-05", "minutes", "一致通过", NULL);
	bench_ok(record_save(change, &gathering, NULL, NULL, &err), &err);
	desk_new(&guest, &guest_type, "gathering_id",
		desk_id(gathering.id).s, "name", "单晓红", NULL);
	bench_ok(record_save(change, &guest, NULL, NULL, &err), &err);
	bench_commit(change);
	closed = close_it(desk, gathering.id);
	desk_undo(desk, closed, 1, UNDO_REFUSED);
	desk_has(desk, &gathering_type, gathering.id, "state", "4");
	desk_has(desk, &gathering_type, gathering.id, "serial", "1");
	/* the guest is as it was made, and stays with the frozen gathering */
	desk_undo(desk, made, 2, UNDO_DEPENDED_ON);
	assert_false(desk_is_removed(desk, &guest_type, guest.id));
	record_clear(&gathering);
	record_clear(&guest);
}

static void
undo_takes_steps_back(void **state)
{
	struct desk *desk = *state;
	int64_t id = add_gathering(desk, 0, "2024-03-05");
	int64_t held = desk_put(desk, &gathering_type, id, "state", "2", NULL);

	desk_undo(desk, held, 0, UNDO_REFUSED);
	desk_has(desk, &gathering_type, id, "state", "1");
}

static void
holds_for_a_period(void **state)
{
	struct desk *desk = *state;
	struct record record;

	desk_new(&record, &gathering_type, "topic", "季度会", "held_on",
		"2024-03-05", "over_on", "2024-03-04", NULL);
	refused(desk, &record, ERR_INVALID);
}

static void
is_listed_like_any(void **state)
{
	static const char *const names[] = {"东厅", "西厅", "南厅"};
	static const char *const rents[] = {"5", "", "-5"};
	struct desk *desk = *state;
	struct query query;
	struct query_page page;
	struct err err = ERR_INIT;

	for (size_t i = 0; i < N_ITEMS(names); i++)
		desk_add(desk, &hall_type, "name", names[i], "rent", rents[i],
			NULL);
	query_init(&query, &hall_type);
	query_set_order(&query, "rent", false);
	bench_ok(query_load(desk->store, &query, NULL, 0, NULL, 0, false, 10,
			 &page, &err),
		&err);
	assert_int_equal(page.n, 3);
	assert_string_equal(page.rows[0].cells[0], "西厅");
	assert_string_equal(page.rows[1].cells[0], "南厅");
	assert_string_equal(page.rows[2].cells[0], "东厅");
	query_page_clear(&page);
	query_set_words(&query, "nt");
	query_set_filter(&query, "rent", "-5");
	bench_ok(query_load(desk->store, &query, NULL, 0, NULL, 0, false, 10,
			 &page, &err),
		&err);
	assert_int_equal(page.n, 1);
	query_page_clear(&page);
	query_clear(&query);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(numbers_within_year_and_owner),
		TEST(gives_no_number_in_vain),
		TEST(what_the_program_fills_nobody_changes),
		TEST(freezes_with_what_it_owns),
		TEST(goes_with_what_it_owns),
		TEST(rows_stay_with_their_owner),
		TEST(owners_are_asked_about_their_rows),
		TEST(what_is_closed_comes_in_whole),
		TEST(what_amends_comes_when_it_is_closed_and_stays),
		TEST(undo_keeps_what_amends),
		TEST(undo_obeys_freezing),
		TEST(undo_takes_steps_back),
		TEST(holds_for_a_period),
		TEST(is_listed_like_any),
	};

	return cmocka_run_group_tests_name("invented", tests, NULL, NULL);
}
