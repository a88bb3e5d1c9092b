/* Two records that are one become one, whatever refers to them, and two again
 * whenever that is wanted. */
#include "desk.h"

#include "records/fuse.h"
#include "records/fuse_types.h"
#include "records/nouns.h"
#include "records/ruling.h"

static const struct change_info info = {.operator_name = "tester",
	.action = "merge", .reason = ""};

static int64_t
add_person(struct desk *desk, const char *name, const char *card)
{
	return desk_add(desk, &person_type, "name", name, "card", card, NULL);
}

static int64_t
add_feast(struct desk *desk, const char *name)
{
	return desk_add(desk, &feast_type, "name", name, NULL);
}

static int64_t
add_seat(struct desk *desk, int64_t feast, int64_t person, const char *place,
	const char *gift)
{
	return desk_add(desk, &seat_type, "feast_id", desk_id(feast).s,
		"person_id", desk_id(person).s, "place", place, "gift", gift,
		NULL);
}

static int64_t
add_club(struct desk *desk, int64_t person, const char *since, const char *dues)
{
	return desk_add(desk, &club_type, "person_id", desk_id(person).s,
		"club", "读书会", "since_on", since, "dues", dues, NULL);
}

static void
begin_fuse(struct desk *desk, int64_t kept, int64_t other, struct fuse *fuse)
{
	struct err err = ERR_INIT;

	bench_ok(fuse_begin(desk->store, &person_type, kept, other, fuse,
			 &err), &err);
}

static int64_t
run(struct fuse *fuse)
{
	struct err err = ERR_INIT;
	int64_t change;

	bench_ok(fuse_run(fuse, &info, &change, &err), &err);
	fuse_clear(fuse);
	return change;
}

static int64_t
merge(struct desk *desk, int64_t kept, int64_t other)
{
	struct fuse fuse;

	begin_fuse(desk, kept, other, &fuse);
	return run(&fuse);
}

static void
refers(struct desk *desk, const struct record_type *type, int64_t id,
	const char *field, int64_t to)
{
	desk_has(desk, type, id, field, desk_id(to).s);
}

static void
fields_are_chosen(void **state)
{
	struct desk *desk = *state;
	int64_t a = add_person(desk, "海霞", "");
	int64_t b = add_person(desk, "乌海霞", "15");
	struct fuse fuse;
	int64_t change;

	desk_put(desk, &person_type, a, "remark", "一", NULL);
	desk_put(desk, &person_type, b, "remark", "二", "state", "2", NULL);
	begin_fuse(desk, a, b, &fuse);
	assert_int_equal(fuse.fields.n, 3); /* name, card, remark */
	assert_int_equal(fuse.fields.items[0].take, FUSE_KEPT);
	assert_int_equal(fuse.fields.items[1].take, FUSE_OTHER);
	assert_true(fuse_states_differ(&fuse));
	fuse_choose(&fuse, 0, FUSE_BOTH);
	assert_int_equal(fuse.fields.items[0].take, FUSE_KEPT);
	fuse_choose(&fuse, 0, FUSE_OTHER);
	fuse_choose(&fuse, 2, FUSE_BOTH);
	change = run(&fuse);
	desk_has(desk, &person_type, a, "name", "乌海霞");
	desk_has(desk, &person_type, a, "letters", "whx");
	desk_has(desk, &person_type, a, "card", "15");
	desk_has(desk, &person_type, a, "remark", "一\n二");
	desk_has(desk, &person_type, a, "state", "1");
	assert_true(desk_is_removed(desk, &person_type, b));
	desk_undo(desk, change, 0, UNDO_WHY_N);
	desk_has(desk, &person_type, a, "name", "海霞");
	desk_has(desk, &person_type, a, "letters", "hx");
	desk_has(desk, &person_type, a, "card", "");
	desk_has(desk, &person_type, b, "card", "15");
	assert_false(desk_is_removed(desk, &person_type, b));
}

/* Seats at an open and at a closed feast, a club, a note, an apprentice. */
struct life {
	int64_t a, b, open, closed, seat, old_seat, note, club, apprentice;
};

static struct life
live(struct desk *desk)
{
	struct life life = {.a = add_person(desk, "海霞", "11"),
		.b = add_person(desk, "海侠", "12")};

	life.open = add_feast(desk, "春宴");
	life.closed = add_feast(desk, "秋宴");
	life.seat = add_seat(desk, life.open, life.b, "1", "");
	life.old_seat = add_seat(desk, life.closed, life.b, "2", "");
	desk_put(desk, &feast_type, life.closed, "host_id",
		desk_id(life.b).s, NULL);
	desk_put(desk, &feast_type, life.closed, "state", "4", NULL);
	life.note = desk_add(desk, &note_type, "feast_id",
		desk_id(life.closed).s, "by_id", desk_id(life.b).s, "text",
		"座次有误", NULL);
	life.club = add_club(desk, life.b, "2020", "10");
	life.apprentice = add_person(desk, "小海", "");
	desk_put(desk, &person_type, life.apprentice, "mentor_id",
		desk_id(life.b).s, NULL);
	return life;
}

static void
all_refer(struct desk *desk, const struct life *life, int64_t to)
{
	refers(desk, &seat_type, life->seat, "person_id", to);
	refers(desk, &seat_type, life->old_seat, "person_id", to);
	refers(desk, &feast_type, life->closed, "host_id", to);
	refers(desk, &note_type, life->note, "by_id", to);
	refers(desk, &club_type, life->club, "person_id", to);
	refers(desk, &person_type, life->apprentice, "mentor_id", to);
}

static void
whatever_refers_follows(void **state)
{
	struct desk *desk = *state;
	struct life life = live(desk);
	struct fuse fuse;
	struct err err = ERR_INIT;
	int64_t change, undo;

	begin_fuse(desk, life.a, life.b, &fuse);
	bench_ok(fuse_try(&fuse, &info, &err), &err);
	assert_int_equal(fuse.n_turned, 6);
	assert_int_equal(fuse.pairs.n, 0);
	assert_false(desk_is_removed(desk, &person_type, life.b));
	change = run(&fuse);
	all_refer(desk, &life, life.a);
	assert_true(desk_is_removed(desk, &person_type, life.b));
	assert_int_equal(undo_find_redo(desk->store, change, &undo, &err),
		ERR_INVALID);
	err_clear(&err);
	desk_undo(desk, change, 0, UNDO_WHY_N);
	all_refer(desk, &life, life.b);
	/* and again */
	assert_int_equal(undo_find_redo(desk->store, change, &undo, NULL),
		ERR_OK);
	desk_undo(desk, undo, 0, UNDO_WHY_N);
	all_refer(desk, &life, life.a);
	assert_true(desk_is_removed(desk, &person_type, life.b));
	bench_ok(fuse_find_change(desk->store, &person_type, life.b, &change,
			 &err), &err);
	desk_undo(desk, change, 0, UNDO_WHY_N);
	all_refer(desk, &life, life.b);
}

static void
count_since(void *data, const struct record_type *type, int64_t id)
{
	int64_t *counts = data;

	assert_ptr_equal(type, &seat_type);
	counts[0]++;
	counts[1] = id;
}

static void
weeks_later_what_came_since_stays(void **state)
{
	struct desk *desk = *state;
	struct life life = live(desk);
	int64_t change = merge(desk, life.a, life.b), feast, seat;
	int64_t counts[2] = {0};
	struct err err = ERR_INIT;

	desk->bench->now += (int64_t)30 * 24 * 3600;
	desk_put(desk, &person_type, life.a, "name", "乌海霞", NULL);
	desk_put(desk, &seat_type, life.seat, "place", "9", NULL);
	feast = add_feast(desk, "冬宴");
	seat = add_seat(desk, feast, life.a, "1", "");
	desk_remove(desk, &club_type, life.club);
	bench_ok(fuse_each_since(desk->store, &person_type, life.a, change,
			 count_since, counts, &err), &err);
	assert_int_equal(counts[0], 1);
	assert_int_equal(counts[1], seat);
	/* the open feast is closed meanwhile: that is no hindrance */
	desk_put(desk, &feast_type, life.open, "state", "4", NULL);
	desk_undo(desk, change, 1, UNDO_REMOVED_SINCE);
	desk_has(desk, &person_type, life.a, "name", "乌海霞");
	refers(desk, &seat_type, seat, "person_id", life.a);
	refers(desk, &seat_type, life.seat, "person_id", life.b);
	desk_has(desk, &seat_type, life.seat, "place", "9");
	refers(desk, &seat_type, life.old_seat, "person_id", life.b);
	assert_false(desk_is_removed(desk, &person_type, life.b));
}

static void
closed_records_change_in_no_other_way(void **state)
{
	struct desk *desk = *state;
	struct life life = live(desk);
	struct err err = ERR_INIT;
	struct record seat;

	merge(desk, life.a, life.b);
	desk_load(desk, &seat, &seat_type, life.old_seat);
	record_set(&seat, "person_id", desk_id(life.apprentice).s);
	assert_int_equal(desk_save(desk, &seat, NULL, &err), ERR_DENIED);
	err_clear(&err);
	/* turned back while the other is gone: it follows, and nothing is new */
	record_set(&seat, "person_id", desk_id(life.b).s);
	record_set(&seat, "place", "7");
	assert_int_equal(desk_save(desk, &seat, NULL, &err), ERR_DENIED);
	err_clear(&err);
	record_clear(&seat);
	refers(desk, &seat_type, life.old_seat, "person_id", life.a);
}

static void
of_a_pair_one_stays(void **state)
{
	struct desk *desk = *state;
	int64_t a = add_person(desk, "海霞", ""), feast = add_feast(desk, "春");
	int64_t b = add_person(desk, "海侠", ""), toast, change;
	int64_t one = add_seat(desk, feast, a, "1", "");
	int64_t two = add_seat(desk, feast, b, "2", "酒");
	struct fuse fuse;
	struct err err = ERR_INIT;

	toast = desk_add(desk, &toast_type, "feast_id", desk_id(feast).s,
		"seat_id", desk_id(two).s, "text", "干杯", NULL);
	begin_fuse(desk, a, b, &fuse);
	bench_ok(fuse_try(&fuse, &info, &err), &err);
	assert_int_equal(fuse.pairs.n, 1);
	assert_int_equal(fuse.pairs.items[0].stays, one);
	assert_int_equal(fuse.pairs.items[0].goes, two);
	assert_false(fuse.pairs.items[0].closed);
	change = run(&fuse);
	desk_has(desk, &seat_type, one, "place", "1");
	desk_has(desk, &seat_type, one, "gift", "酒");
	assert_true(desk_is_removed(desk, &seat_type, two));
	refers(desk, &toast_type, toast, "seat_id", one);
	desk_undo(desk, change, 0, UNDO_WHY_N);
	desk_has(desk, &seat_type, one, "gift", "");
	refers(desk, &seat_type, two, "person_id", b);
	refers(desk, &toast_type, toast, "seat_id", two);
	/* the other way */
	begin_fuse(desk, a, b, &fuse);
	bench_ok(fuse_try(&fuse, &info, &err), &err);
	fuse_prefer_row(&fuse, two);
	change = run(&fuse);
	assert_true(desk_is_removed(desk, &seat_type, one));
	refers(desk, &seat_type, two, "person_id", a);
	desk_has(desk, &seat_type, two, "place", "2");
	desk_undo(desk, change, 0, UNDO_WHY_N);
	refers(desk, &seat_type, one, "person_id", a);
	refers(desk, &seat_type, two, "person_id", b);
}

static void
a_check_makes_a_pair_too(void **state)
{
	struct desk *desk = *state;
	int64_t a = add_person(desk, "海霞", ""), b = add_person(desk, "海", "");
	int64_t one = add_club(desk, a, "2020", "");
	int64_t two = add_club(desk, b, "2021", "20");
	int64_t change = merge(desk, a, b);

	assert_true(desk_is_removed(desk, &club_type, two));
	desk_has(desk, &club_type, one, "since_on", "2020");
	desk_has(desk, &club_type, one, "dues", "20");
	desk_undo(desk, change, 0, UNDO_WHY_N);
	desk_has(desk, &club_type, one, "dues", "");
	refers(desk, &club_type, two, "person_id", b);
}

static void
a_signed_list_keeps_both(void **state)
{
	struct desk *desk = *state;
	int64_t a = add_person(desk, "海霞", ""), feast = add_feast(desk, "春");
	int64_t b = add_person(desk, "海侠", "");
	int64_t one = add_seat(desk, feast, a, "1", "");
	int64_t two = add_seat(desk, feast, b, "2", "");
	struct fuse fuse;
	struct err err = ERR_INIT;

	desk_put(desk, &feast_type, feast, "state", "4", NULL);
	begin_fuse(desk, a, b, &fuse);
	bench_ok(fuse_try(&fuse, &info, &err), &err);
	assert_int_equal(fuse.pairs.n, 1);
	assert_true(fuse.pairs.items[0].closed);
	run(&fuse);
	refers(desk, &seat_type, one, "person_id", a);
	refers(desk, &seat_type, two, "person_id", a);
}

static void
nothing_leads_to_itself(void **state)
{
	struct desk *desk = *state;
	int64_t a = add_person(desk, "海霞", ""), b = add_person(desk, "海", "");
	struct fuse fuse;
	struct err err = ERR_INIT;
	int64_t change;

	desk_put(desk, &person_type, a, "mentor_id", desk_id(b).s, NULL);
	begin_fuse(desk, a, b, &fuse);
	bench_ok(fuse_try(&fuse, &info, &err), &err);
	assert_int_equal(fuse.emptied.n, 1);
	assert_int_equal(fuse.emptied.items[0].id, a);
	change = run(&fuse);
	desk_has(desk, &person_type, a, "mentor_id", "");
	desk_undo(desk, change, 0, UNDO_WHY_N);
	refers(desk, &person_type, a, "mentor_id", b);
	/* nor is a reference to the one that is kept taken over */
	begin_fuse(desk, b, a, &fuse);
	run(&fuse);
	desk_has(desk, &person_type, b, "mentor_id", "");
}

static void
a_chain_is_taken_back_from_its_end(void **state)
{
	struct desk *desk = *state;
	struct life life = live(desk);
	int64_t c = add_person(desk, "乌海霞", "13"), first, second, found;
	struct err err = ERR_INIT;
	struct fuse fuse;

	first = merge(desk, life.a, life.b);
	second = merge(desk, c, life.b); /* which is a by now */
	all_refer(desk, &life, c);
	assert_int_equal(fuse_begin(desk->store, &person_type, life.b, c,
		&fuse, &err), ERR_INVALID);
	err_clear(&err);
	assert_int_equal(fuse_find_change(desk->store, &person_type, life.b,
		&found, &err), ERR_INVALID);
	err_clear(&err);
	bench_ok(fuse_find_change(desk->store, &person_type, life.a, &found,
			 &err), &err);
	assert_int_equal(found, second);
	desk_undo(desk, second, 0, UNDO_WHY_N);
	all_refer(desk, &life, life.a);
	desk_undo(desk, first, 0, UNDO_WHY_N);
	all_refer(desk, &life, life.b);
}

static void
late_references_follow(void **state)
{
	struct desk *desk = *state;
	struct life life = live(desk);
	int64_t feast = add_feast(desk, "冬宴"), change, seat, removed;

	removed = add_seat(desk, feast, life.b, "3", "");
	desk_remove(desk, &seat_type, removed);
	change = merge(desk, life.a, life.b);
	seat = add_seat(desk, life.open, life.b, "5", ""); /* an old draft */
	refers(desk, &seat_type, seat, "person_id", life.a);
	refers(desk, &seat_type, removed, "person_id", life.b);
	desk_undo(desk, change, 0, UNDO_WHY_N);
	refers(desk, &seat_type, seat, "person_id", life.a);
	refers(desk, &seat_type, removed, "person_id", life.b);
}

static enum err_code
bring_back(struct desk *desk, const struct record_type *type, int64_t id,
	struct err *err)
{
	struct change *change = bench_change(desk->store, "restore");

	return change_end(change, record_restore(change, type, id, err), err);
}

static void
a_removed_row_follows_when_it_comes_back(void **state)
{
	struct desk *desk = *state;
	struct life life = live(desk);
	struct err err = ERR_INIT;

	desk_remove(desk, &seat_type, life.seat);
	merge(desk, life.a, life.b);
	bench_ok(bring_back(desk, &seat_type, life.seat, &err), &err);
	refers(desk, &seat_type, life.seat, "person_id", life.a);
}

static void
the_one_that_went_comes_back_by_undo_alone(void **state)
{
	struct desk *desk = *state;
	struct life life = live(desk);
	struct err err = ERR_INIT;
	struct record record;
	struct fuse fuse;
	int64_t change = merge(desk, life.a, life.b), ruling;

	assert_int_equal(bring_back(desk, &person_type, life.b, &err),
		ERR_INVALID);
	assert_non_null(strstr(err.text, "has been merged into 海霞"));
	err_clear(&err);
	desk_load(desk, &record, &person_type, life.b);
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_DENIED);
	assert_non_null(strstr(err.text, "change that one"));
	err_clear(&err);
	record_clear(&record);
	assert_int_equal(ruling_of(desk->store, life.b, &ruling, NULL), ERR_OK);
	desk_load(desk, &record, &ruling_type, ruling);
	assert_int_equal(ruling_may_remove(desk->store, &record, &err),
		ERR_DENIED);
	err_clear(&err);
	record_clear(&record);
	desk_undo(desk, change, 0, UNDO_WHY_N);
	assert_int_equal(ruling_of(desk->store, life.b, &ruling, NULL), ERR_OK);
	assert_int_equal(ruling, 0);
	desk_put(desk, &person_type, life.b, "name", "海侠儿", NULL);
	/* what was looked at is another by now */
	begin_fuse(desk, life.a, life.b, &fuse);
	desk_put(desk, &person_type, life.b, "name", "海侠", NULL);
	assert_int_equal(fuse_run(&fuse, &info, &change, &err), ERR_STALE);
	err_clear(&err);
	fuse_clear(&fuse);
}

static void
the_one_with_more_is_kept(void **state)
{
	struct desk *desk = *state;
	struct life life = live(desk);
	struct fuse fuse;
	int64_t young;

	begin_fuse(desk, life.a, life.b, &fuse);
	fuse_prefer_older(&fuse);
	assert_int_equal(fuse.kept.id, life.b);
	fuse_clear(&fuse);
	desk->bench->now += 60;
	young = add_person(desk, "小", "");
	begin_fuse(desk, young, life.a, &fuse);
	fuse_prefer_older(&fuse);
	assert_int_equal(fuse.kept.id, life.a);
	fuse_clear(&fuse);
}

/* What a rule keeps as it is stops all of it, by name. */
static void
a_refusal_names_the_record(void **state)
{
	struct desk *desk = *state;
	int64_t a = add_person(desk, "甲", ""), b = add_person(desk, "乙", "");
	int64_t c = add_person(desk, "丙", "");
	struct fuse fuse;
	struct err err = ERR_INIT;

	/* 丙 is taught by 乙, and 甲 by 丙: then 丙 by 甲 */
	desk_put(desk, &person_type, c, "mentor_id", desk_id(b).s, NULL);
	desk_put(desk, &person_type, a, "mentor_id", desk_id(c).s, NULL);
	begin_fuse(desk, a, b, &fuse);
	assert_int_equal(fuse_try(&fuse, &info, &err), ERR_INVALID);
	assert_non_null(strstr(err.text, "丙"));
	err_clear(&err);
	fuse_clear(&fuse);
	refers(desk, &person_type, c, "mentor_id", b);
}

static int
begin(void **state)
{
	return desk_begin_with(state, fuse_schema);
}

static int
end(void **state)
{
	desk_check(*state);
	return desk_end(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(fields_are_chosen),
		TEST(whatever_refers_follows),
		TEST(weeks_later_what_came_since_stays),
		TEST(closed_records_change_in_no_other_way),
		TEST(of_a_pair_one_stays),
		TEST(a_check_makes_a_pair_too),
		TEST(a_signed_list_keeps_both),
		TEST(nothing_leads_to_itself),
		TEST(a_chain_is_taken_back_from_its_end),
		TEST(late_references_follow),
		TEST(a_removed_row_follows_when_it_comes_back),
		TEST(the_one_that_went_comes_back_by_undo_alone),
		TEST(the_one_with_more_is_kept),
		TEST(a_refusal_names_the_record),
	};

	return cmocka_run_group_tests_name("fuse", tests, NULL, NULL);
}
