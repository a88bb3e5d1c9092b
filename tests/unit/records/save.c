/* The rules of the dictionary as they are held at saving. */
#include "desk.h"

#include "records/nouns.h"

/* A number that is right in form, of a region that is not given out. */
#define IDNO "159902197904033708"

static bool
has_note(const struct notes *notes, const char *field, bool blocks)
{
	for (size_t i = 0; i < notes->n; i++)
		if (strcmp(notes->items[i].field, field) == 0 &&
			notes->items[i].blocks == blocks)
			return true;
	return false;
}

/* Saving is refused, with the cursor on field; clears the record. */
static void
refused(struct desk *desk, struct record *record, enum err_code code,
	const char *field)
{
	struct err err = ERR_INIT;

	assert_int_equal(desk_save(desk, record, NULL, &err), code);
	assert_non_null(err.text);
	if (field != NULL)
		assert_string_equal(err.field, field);
	err_clear(&err);
	record_clear(record);
}

/* Saving goes well; gives the notes, clears the record. */
static int64_t
saved(struct desk *desk, struct record *record, struct notes *notes)
{
	struct err err = ERR_INIT;
	int64_t id;

	bench_ok(desk_save(desk, record, notes, &err), &err);
	id = record->id;
	record_clear(record);
	return id;
}

static void
asks_for_what_is_required(void **state)
{
	struct desk *desk = *state;
	struct record record;

	desk_new(&record, &member_type, "name", "", NULL);
	refused(desk, &record, ERR_INVALID, "name");
	desk_new(&record, &membership_type, NULL);
	refused(desk, &record, ERR_INVALID, "member_id");
	desk_new(&record, &member_type, "name", " 单晓红", NULL);
	refused(desk, &record, ERR_INVALID, "name");
	desk_new(&record, &member_type, "name", "单晓红", "sex", "男", NULL);
	refused(desk, &record, ERR_INVALID, "sex");
}

static void
keeps_numbers_unique(void **state)
{
	struct desk *desk = *state;
	struct notes notes = VEC_INIT;
	struct record record;
	struct err err = ERR_INIT;
	int64_t first = desk_add(desk, &member_type, "name", "单晓红", "idno",
		IDNO, NULL);

	desk_new(&record, &member_type, "name", "王强", "idno", IDNO, NULL);
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, "idno");
	assert_non_null(strstr(err.text, "单晓红"));
	err_clear(&err);
	record_clear(&record);

	/* its own number does not stand in its way */
	desk_put(desk, &member_type, first, "work", "干事", NULL);

	/* a removed one is offered back, and blocks nobody */
	desk_remove(desk, &member_type, first);
	desk_new(&record, &member_type, "name", "王强", "idno", IDNO, NULL);
	saved(desk, &record, &notes);
	assert_true(has_note(&notes, "idno", false));
	notes_clear(&notes);
}

/* It comes back by the checks of a new one. */
static void
brings_back_if_it_may(void **state)
{
	struct desk *desk = *state;
	int64_t gone = desk_add(desk, &unit_type, "name", "砖厂", NULL);
	int64_t other;
	struct change *change;
	struct err err = ERR_INIT;

	desk_remove(desk, &unit_type, gone);
	other = desk_add(desk, &unit_type, "name", "砖厂", NULL);
	change = bench_change(desk->store, "form");
	assert_int_equal(record_restore(change, &unit_type, gone, &err),
		ERR_INVALID);
	assert_string_equal(err.field, "name");
	err_clear(&err);
	change_abandon(change);

	desk_remove(desk, &unit_type, other);
	change = bench_change(desk->store, "form");
	bench_ok(record_restore(change, &unit_type, gone, &err), &err);
	/* and once more changes nothing */
	bench_ok(record_restore(change, &unit_type, gone, &err), &err);
	assert_int_equal(change_n_saved(change), 1);
	bench_commit(change);
	assert_false(desk_is_removed(desk, &unit_type, gone));
}

static void
refers_to_what_is_there(void **state)
{
	struct desk *desk = *state;
	int64_t unit = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t branch;
	struct record record;

	desk_new(&record, &branch_type, "name", "一", "unit_id",
		desk_id(unit + 999).s, NULL);
	refused(desk, &record, ERR_INVALID, "unit_id");
	desk_new(&record, &branch_type, "name", "一", "unit_id", "水利局",
		NULL);
	refused(desk, &record, ERR_INVALID, "unit_id");
	branch = desk_add(desk, &branch_type, "name", "一", "unit_id",
		desk_id(unit).s, NULL);
	desk_put(desk, &branch_type, branch, "unit_id", "", NULL);
	desk_remove(desk, &unit_type, unit);
	desk_load(desk, &record, &branch_type, branch);
	record_set(&record, "unit_id", desk_id(unit).s);
	refused(desk, &record, ERR_INVALID, "unit_id");

	unit = desk_add(desk, &unit_type, "name", "林业局", NULL);
	desk_load(desk, &record, &unit_type, unit);
	record_set(&record, "parent_id", desk_id(unit).s);
	refused(desk, &record, ERR_INVALID, "parent_id");
}

static void
takes_only_steps(void **state)
{
	struct desk *desk = *state;
	const struct state_step *steps[8];
	struct record record;
	struct err err = ERR_INIT;
	struct change *change;
	int64_t org = desk_add(desk, &union_org_type, "name", "一", NULL);

	desk_has(desk, &union_org_type, org, "state", "1");
	desk_load(desk, &record, &union_org_type, org);
	record_set(&record, "state", "3");
	refused(desk, &record, ERR_INVALID, "state");
	desk_load(desk, &record, &union_org_type, org);
	record_set(&record, "state", "");
	refused(desk, &record, ERR_INVALID, "state");

	desk_load(desk, &record, &union_org_type, org);
	assert_int_equal(record_steps(&record, steps, N_ITEMS(steps)), 2);
	assert_int_equal(record_steps(&record, steps, 1), 1);
	assert_string_equal(steps[0]->to, "2");
	change = bench_change(desk->store, "form");
	assert_int_equal(record_step(change, &record, steps[0], NULL, &err),
		ERR_INVALID);
	assert_string_equal(err.field, "founded_on");
	assert_string_equal(record_get(&record, "state"), "1");
	err_clear(&err);
	record_set(&record, "founded_on", "2024-03");
	bench_ok(record_step(change, &record, steps[0], NULL, &err), &err);
	bench_commit(change);
	record_clear(&record);
	desk_has(desk, &union_org_type, org, "state", "2");

	/* a new record may begin in any state that has a way in */
	desk_add(desk, &union_org_type, "name", "二", "state", "4", NULL);
	desk_new(&record, &union_org_type, "name", "三", "state", "", NULL);
	assert_int_equal(record_steps(&record, steps, N_ITEMS(steps)), 0);
	refused(desk, &record, ERR_INVALID, "state");
}

static void
ends_after_it_begins(void **state)
{
	struct desk *desk = *state;
	struct record record;

	desk_new(&record, &unit_type, "name", "一", "founded_on", "2024-03-05",
		"closed_on", "2024-03-04", NULL);
	refused(desk, &record, ERR_INVALID, "closed_on");
	desk_add(desk, &unit_type, "name", "一", "founded_on", "2024-03-05",
		"closed_on", "2024-03", NULL);
	desk_add(desk, &unit_type, "name", "二", "founded_on", "2024-03-05",
		"closed_on", "2024-03-05", NULL);
}

static void
warns_and_saves(void **state)
{
	struct desk *desk = *state;
	struct notes notes = VEC_INIT;
	struct record record;
	int64_t member, org, unit;

	desk_new(&record, &member_type, "name", "包红梅", "idno", IDNO,
		"birth_on", "1980", "sex", "1", NULL);
	member = saved(desk, &record, &notes);
	assert_true(has_note(&notes, "birth_on", false));
	assert_true(has_note(&notes, "sex", false));
	notes_clear(&notes);

	org = desk_add(desk, &union_org_type, "name", "酶制剂党委", NULL);
	unit = desk_add(desk, &unit_type, "name", "酶制剂公司", "kind", "22",
		NULL);
	desk_new(&record, &leader_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(org).s, "unit_id", desk_id(unit).s,
		NULL);
	saved(desk, &record, &notes);
	assert_true(has_note(&notes, "reason", false));
	notes_clear(&notes);
	desk_new(&record, &leader_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(org).s, "unit_id", desk_id(unit).s,
		"reason", "上级指定", NULL);
	saved(desk, &record, &notes);
	assert_int_equal(notes.n, 0);
	notes_clear(&notes);
}

/* Notes of another record that could not be saved do not stand in the way. */
static void
blames_nobody_for_others(void **state)
{
	struct desk *desk = *state;
	struct change *change = bench_change(desk->store, "bulk");
	struct notes notes = VEC_INIT;
	struct record bad, good;
	struct err err = ERR_INIT;

	desk_new(&bad, &member_type, NULL);
	desk_new(&good, &member_type, "name", "单晓红", NULL);
	assert_int_equal(record_save(change, &bad, NULL, &notes, &err),
		ERR_INVALID);
	bench_ok(record_save(change, &good, NULL, &notes, &err), &err);
	bench_commit(change);
	record_clear(&bad);
	record_clear(&good);
	notes_clear(&notes);
	err_clear(&err);
}

static void
warns_of_more_than_fifty(void **state)
{
	struct desk *desk = *state;
	int64_t org = desk_add(desk, &union_org_type, "name", "一", NULL);
	struct change *change = bench_change(desk->store, "import");
	struct err err = ERR_INIT;

	for (int i = 1; i <= 52; i++) {
		struct record member, membership;
		struct notes notes = VEC_INIT;

		desk_new(&member, &member_type, "name", "单晓红", NULL);
		bench_ok(record_save(change, &member, NULL, NULL, &err), &err);
		desk_new(&membership, &membership_type, "member_id",
			desk_id(member.id).s, "union_org_id", desk_id(org).s,
			NULL);
		bench_ok(record_save(change, &membership, NULL, &notes, &err),
			&err);
		/* once, when the line is crossed */
		assert_int_equal(has_note(&notes, "union_org_id", false),
			i == 51);
		notes_clear(&notes);
		record_clear(&member);
		record_clear(&membership);
	}
	bench_commit(change);
}

static void
enters_a_member_once(void **state)
{
	struct desk *desk = *state;
	int64_t org = desk_add(desk, &union_org_type, "name", "一", NULL);
	int64_t member = desk_add(desk, &member_type, "name", "王强", NULL);
	int64_t first = desk_add(desk, &membership_type, "member_id",
		desk_id(member).s, "union_org_id", desk_id(org).s, NULL);
	struct record record;

	desk_new(&record, &membership_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(org).s, NULL);
	refused(desk, &record, ERR_INVALID, "member_id");
	desk_put(desk, &membership_type, first, "left_on", "2025-01", NULL);
	desk_add(desk, &membership_type, "member_id", desk_id(member).s,
		"union_org_id", desk_id(org).s, NULL);
	/* nor can the first one begin again */
	desk_load(desk, &record, &membership_type, first);
	record_set(&record, "left_on", "");
	refused(desk, &record, ERR_INVALID, "member_id");
}

static void
names_what_hangs_on_it(void **state)
{
	struct desk *desk = *state;
	int64_t unit = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t branch = desk_add(desk, &branch_type, "name", "一", "unit_id",
		desk_id(unit).s, NULL);
	int64_t lower[2];
	struct change *change;
	struct record record;
	struct err err = ERR_INIT;

	lower[0] = desk_add(desk, &unit_type, "name", "一站", "parent_id",
		desk_id(unit).s, NULL);
	lower[1] = desk_add(desk, &unit_type, "name", "二站", "parent_id",
		desk_id(unit).s, NULL);
	change = bench_change(desk->store, "form");
	assert_int_equal(record_remove(change, &unit_type, unit, &err),
		ERR_DENIED);
	assert_non_null(strstr(err.text, "水利局"));
	assert_non_null(strstr(err.text, "Unit: 2"));
	assert_non_null(strstr(err.text, "Party branch: 1"));
	err_clear(&err);
	assert_int_equal(change_n_saved(change), 0);
	change_abandon(change);

	desk_remove(desk, &branch_type, branch);
	desk_remove(desk, &unit_type, lower[0]);
	desk_load(desk, &record, &unit_type, lower[0]);
	record_set(&record, "region", "河东");
	refused(desk, &record, ERR_DENIED, NULL);
	desk_remove(desk, &unit_type, lower[1]);
	desk_remove(desk, &unit_type, unit);
	assert_true(desk_is_removed(desk, &unit_type, unit));
	/* once more changes nothing */
	change = bench_change(desk->store, "form");
	bench_ok(record_remove(change, &unit_type, unit, &err), &err);
	assert_int_equal(change_n_saved(change), 0);
	bench_commit(change);
}

static void
fills_in_initials(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &member_type, "name", "单晓红", NULL);

	desk_has(desk, &member_type, id, "initials", "sxh");
	desk_put(desk, &member_type, id, "initials", "dxh", NULL);
	desk_has(desk, &member_type, id, "initials", "dxh");
	desk_put(desk, &member_type, id, "work", "干事", NULL);
	desk_has(desk, &member_type, id, "initials", "dxh");
	desk_put(desk, &member_type, id, "initials", "", NULL);
	desk_has(desk, &member_type, id, "initials", "sxh");
	desk_put(desk, &member_type, id, "name", "王强", "initials", "wj",
		NULL);
	desk_has(desk, &member_type, id, "initials", "wj");
}

static void
knows_a_newer_version(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	struct record record;
	enum change_did did;
	struct change *change;
	struct err err = ERR_INIT;

	desk_load(desk, &record, &unit_type, id);
	desk_put(desk, &unit_type, id, "region", "河东", NULL);
	record_set(&record, "region", "河西");
	refused(desk, &record, ERR_STALE, NULL);

	desk_load(desk, &record, &unit_type, id);
	change = bench_change(desk->store, "form");
	bench_ok(record_save(change, &record, &did, NULL, &err), &err);
	assert_int_equal(did, CHANGE_NOTHING);
	bench_commit(change);
	record_clear(&record);
}

/* Whatever was tried, tables and journal agree at the end. */
static int
end(void **state)
{
	desk_check(*state);
	return desk_end(state);
}

/* While indexes wait, doubles are looked for once, at the end. */
static void
finds_doubles_of_a_load(void **state)
{
	struct desk *desk = *state;
	const struct change_info info = {.operator_name = "康巧云",
		.action = "import", .reason = ""};
	const struct table *table = record_table(&member_type);
	struct change *change;
	struct err err = ERR_INIT;

	bench_ok(change_begin(desk->store, &info, &change, &err), &err);
	assert_false(change_defers(desk->store, table));
	bench_ok(change_defer_indexes(change, &table, 1, &err), &err);
	assert_true(change_defers(desk->store, table));
	for (int i = 0; i < 2; i++) {
		struct record record;

		bench_ok(record_check_loaded(desk->store, &member_type, &err),
			&err);
		desk_new(&record, &member_type, "name", "单晓红", "idno", IDNO,
			NULL);
		bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
		record_clear(&record);
	}
	assert_int_equal(record_check_loaded(desk->store, &member_type, &err),
		ERR_INVALID);
	assert_string_equal(err.field, "idno");
	assert_non_null(strstr(err.text, "单晓红"));
	assert_null(strstr(err.text, IDNO));
	err_clear(&err);
	change_abandon(change);
	assert_false(change_defers(desk->store, table));
}

/* What a save would say is known without a change and leaves no trace. */
static void
says_beforehand_what_it_would_refuse(void **state)
{
	struct desk *desk = *state;
	int64_t unit = desk_add(desk, &unit_type, "name", "甲", NULL);
	struct err err = ERR_INIT;
	struct record record;

	desk_load(desk, &record, &unit_type, unit);
	record_set(&record, "region", "北疆");
	assert_int_equal(record_try(desk->store, &record, NULL), ERR_OK);
	desk_has(desk, &unit_type, unit, "region", "");
	record_set(&record, "parent_id", desk_id(unit).s);
	assert_int_equal(record_try(desk->store, &record, &err), ERR_INVALID);
	assert_string_equal(err.field, "parent_id");
	err_clear(&err);
	record_set(&record, "parent_id", "");
	record_set(&record, "name", "");
	assert_int_equal(record_try(desk->store, &record, NULL), ERR_INVALID);
	record_set(&record, "name", "乙");
	desk_remove(desk, &unit_type, unit);
	assert_int_equal(record_try(desk->store, &record, NULL), ERR_DENIED);
	record_clear(&record);
	desk_check(desk);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(asks_for_what_is_required),
		TEST(keeps_numbers_unique),
		TEST(brings_back_if_it_may),
		TEST(refers_to_what_is_there),
		TEST(takes_only_steps),
		TEST(ends_after_it_begins),
		TEST(warns_and_saves),
		TEST(blames_nobody_for_others),
		TEST(warns_of_more_than_fifty),
		TEST(enters_a_member_once),
		TEST(names_what_hangs_on_it),
		TEST(fills_in_initials),
		TEST(knows_a_newer_version),
		TEST(says_beforehand_what_it_would_refuse),
		TEST(finds_doubles_of_a_load),
	};

	return cmocka_run_group_tests_name("save", tests, NULL, NULL);
}
