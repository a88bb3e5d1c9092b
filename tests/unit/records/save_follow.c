/* What a step of the state takes along, through every door of the engine. */
#include "desk.h"

#include "records/find.h"

static const struct state_step boat_steps[] = {
	{"", "1", {"build", "造"}, {NULL}},
	{"", "2", {"launch", "下水"}, {NULL}},
	{"1", "2", {"launch", "下水"}, {NULL}},
	{"2", "3", {"dock", "入坞"}, {NULL}},
	{"3", "2", {"float", "出坞"}, {NULL}},
	{"3", "4", {"scrap", "拆解"}, {"scrapped_on"}},
};

static const struct field_type boat_fields[] = {
	{.name = "name", .term = {"name", "船名"}, .kind = FIELD_TEXT,
		.flags = FIELD_REQUIRED},
	{.name = "scrapped_on", .term = {"scrapped", "拆解日期"},
		.kind = FIELD_DATE},
	{.name = "state", .term = {"state", "状态"}, .kind = FIELD_CODE,
		.codes = "union_state", .initial = "2"},
};

/* One that is called so is not scrapped. */
static void
check_boat(const struct record *boat, const struct check_context *context,
	struct notes *notes)
{
	(void)context;
	if (strcmp(record_get(boat, "name"), "方舟") == 0 &&
		strcmp(record_get(boat, "state"), "4") == 0)
		notes_block(notes, "name", "it is kept");
}

static const struct record_type boat_type = {
	.name = "boat",
	.term = {"Boat", "船"},
	.number = 201,
	.fields = boat_fields,
	.n_fields = N_ITEMS(boat_fields),
	.pages = {{"Boat", "船"}},
	.title = {"name"},
	.list = {"name"},
	.key = {{"name"}},
	.check = check_boat,
	.state = "state",
	.steps = boat_steps,
	.n_steps = N_ITEMS(boat_steps),
};

static const struct state_step repair_steps[] = {
	{"", "1", {"plan", "计划"}, {NULL}},
	{"", "2", {"take over", "转入"}, {NULL}},
	{"1", "2", {"begin", "开工"}, {NULL}},
	{"2", "1", {"call off", "停工"}, {NULL}},
	{"2", "3", {"finish", "完工"}, {"over_on"}},
	{"2", "4", {"give up", "放弃"}, {"over_on"}},
	{"3", "2", {"correct: not finished", "更正为施工"}, {NULL}},
};

static const struct state_effect repair_effects[] = {
	{"", "2", "boat_id", "2", "3", NULL, NULL},
	{"1", "2", "boat_id", "2", "3", NULL, NULL},
	{"2", "1", "boat_id", "3", "2", NULL, NULL},
	{"2", "3", "boat_id", "3", "2", NULL, NULL},
	{"2", "4", "boat_id", "3", "4", "over_on", "scrapped_on"},
	{"3", "2", "boat_id", "2", "3", NULL, NULL},
	{"2", "", "boat_id", "3", "2", NULL, NULL},
};

static const struct field_type repair_fields[] = {
	{.name = "what", .term = {"what", "内容"}, .kind = FIELD_TEXT,
		.flags = FIELD_REQUIRED},
	{.name = "boat_id", .term = {"boat", "船"}, .kind = FIELD_REF,
		.ref = "boat"},
	{.name = "over_on", .term = {"over", "结束日期"}, .kind = FIELD_DATE},
	{.name = "state", .term = {"state", "状态"}, .kind = FIELD_CODE,
		.codes = "union_state", .initial = "1"},
};

static const struct record_type repair_type = {
	.name = "repair",
	.term = {"Repair", "修理"},
	.number = 202,
	.fields = repair_fields,
	.n_fields = N_ITEMS(repair_fields),
	.pages = {{"Repair", "修理"}},
	.title = {"what"},
	.list = {"what"},
	.key = {{"what"}},
	.state = "state",
	.steps = repair_steps,
	.n_steps = N_ITEMS(repair_steps),
	.effects = repair_effects,
	.n_effects = N_ITEMS(repair_effects),
	.frozen = {"3", "4"},
};

const struct record_type *const record_types[] = {&boat_type, &repair_type};

const size_t record_types_n = N_ITEMS(record_types);

#define COLUMNS \
	"id INTEGER PRIMARY KEY, version INTEGER NOT NULL, " \
	"deleted INTEGER NOT NULL, sort_key TEXT NOT NULL, "

static const char schema[] =
	"CREATE TABLE boat (" COLUMNS "name TEXT NOT NULL, "
	"scrapped_on TEXT NOT NULL, state TEXT NOT NULL) STRICT;\n"
	"CREATE TABLE repair (" COLUMNS "what TEXT NOT NULL, "
	"boat_id INTEGER REFERENCES boat (id) "
	"DEFERRABLE INITIALLY DEFERRED, "
	"over_on TEXT NOT NULL, state TEXT NOT NULL) STRICT;\n";

static int
begin(void **state)
{
	return desk_begin_with(state, schema);
}

static int
end(void **state)
{
	desk_check(*state);
	return desk_end(state);
}

struct pair {
	int64_t boat;
	int64_t repair;
};

static struct pair
add_pair(struct desk *desk, const char *name)
{
	struct pair pair;

	pair.boat = desk_add(desk, &boat_type, "name", name, NULL);
	pair.repair = desk_add(desk, &repair_type, "what", "船底", "boat_id",
		desk_id(pair.boat).s, NULL);
	return pair;
}

static void
goes_along_in_one_change(void **state)
{
	struct desk *desk = *state;
	struct pair pair = add_pair(desk, "东风");
	int64_t change = desk_put(desk, &repair_type, pair.repair, "state",
		"2", NULL);
	struct journal_change head;
	struct err err = ERR_INIT;

	desk_has(desk, &boat_type, pair.boat, "state", "3");
	bench_ok(journal_change_load(desk->store, change, &head, &err), &err);
	assert_int_equal(head.n_rows, 2);
	journal_change_clear(&head);
	desk_put(desk, &repair_type, pair.repair, "over_on", "2025-11-20",
		"state", "4", NULL);
	desk_has(desk, &boat_type, pair.boat, "state", "4");
	desk_has(desk, &boat_type, pair.boat, "scrapped_on", "2025-11-20");
}

static void
a_new_one_takes_it_along(void **state)
{
	struct desk *desk = *state;
	int64_t boat = desk_add(desk, &boat_type, "name", "东风", NULL);

	desk_add(desk, &repair_type, "what", "船底", "boat_id",
		desk_id(boat).s, "state", "2", NULL);
	desk_has(desk, &boat_type, boat, "state", "3");
	/* which refers to none takes none */
	desk_add(desk, &repair_type, "what", "桅杆", "state", "2", NULL);
}

static void
leaves_what_is_there_already(void **state)
{
	struct desk *desk = *state;
	struct pair pair = add_pair(desk, "东风");

	desk_put(desk, &boat_type, pair.boat, "state", "3", NULL);
	desk_put(desk, &repair_type, pair.repair, "state", "2", NULL);
	desk_has(desk, &boat_type, pair.boat, "state", "3");
	assert_int_equal(bench_int(desk->store,
		"SELECT version FROM boat"), 2);
}

/* Says so where it is only tried, and when it is saved. */
static void
refuses(struct desk *desk, int64_t repair, const char *to, const char *word)
{
	struct record record;
	struct err err = ERR_INIT;

	desk_load(desk, &record, &repair_type, repair);
	record_set(&record, "over_on", "2025-11-20");
	record_set(&record, "state", to);
	assert_int_equal(record_try(desk->store, &record, &err), ERR_INVALID);
	assert_string_equal(err.field, "boat_id");
	assert_non_null(strstr(err.text, word));
	err_clear(&err);
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, "boat_id");
	err_clear(&err);
	record_clear(&record);
}

static void
refuses_where_it_stands_elsewhere(void **state)
{
	struct desk *desk = *state;
	int64_t boat = desk_add(desk, &boat_type, "name", "东风", "state", "1",
		NULL);
	int64_t repair = desk_add(desk, &repair_type, "what", "船底",
		"boat_id", desk_id(boat).s, NULL);

	refuses(desk, repair, "2", "东风");
	desk_has(desk, &boat_type, boat, "state", "1");
	desk_has(desk, &repair_type, repair, "state", "1");
}

static void
asks_the_checks_of_both(void **state)
{
	struct desk *desk = *state;
	struct pair pair = add_pair(desk, "方舟");

	desk_put(desk, &repair_type, pair.repair, "state", "2", NULL);
	refuses(desk, pair.repair, "4", "it is kept");
	desk_has(desk, &boat_type, pair.boat, "state", "3");
	desk_put(desk, &repair_type, pair.repair, "over_on", "2025-11-20",
		"state", "3", NULL);
	desk_has(desk, &boat_type, pair.boat, "state", "2");
}

static void
undo_takes_both_back(void **state)
{
	struct desk *desk = *state;
	struct pair pair = add_pair(desk, "东风");
	int64_t undo, change = desk_put(desk, &repair_type, pair.repair,
		"state", "2", NULL);
	struct err err = ERR_INIT;

	desk_undo(desk, change, 0, UNDO_REFUSED);
	desk_has(desk, &boat_type, pair.boat, "state", "2");
	desk_has(desk, &repair_type, pair.repair, "state", "1");
	bench_ok(undo_find_redo(desk->store, change, &undo, &err), &err);
	desk_undo(desk, undo, 0, UNDO_REFUSED);
	desk_has(desk, &boat_type, pair.boat, "state", "3");
	desk_has(desk, &repair_type, pair.repair, "state", "2");
}

static void
stays_with_what_stays(void **state)
{
	struct desk *desk = *state;
	struct pair pair = add_pair(desk, "东风");
	int64_t change;

	desk_put(desk, &repair_type, pair.repair, "state", "2", NULL);
	change = desk_put(desk, &repair_type, pair.repair, "over_on",
		"2025-11-20", "state", "3", NULL);
	desk_undo(desk, change, 2, UNDO_REFUSED);
	desk_has(desk, &repair_type, pair.repair, "state", "3");
	desk_has(desk, &boat_type, pair.boat, "state", "2");
}

/* The boat is in dock, then floats; gives the change that finished it. */
static int64_t
finish(struct desk *desk, const struct pair *pair)
{
	int64_t change = desk_put(desk, &repair_type, pair->repair, "over_on",
		"2025-11-20", "state", "3", NULL);

	desk_has(desk, &boat_type, pair->boat, "state", "2");
	return change;
}

static void
only_who_closed_it_takes_that_back(void **state)
{
	struct desk *desk = *state;
	struct pair pair = add_pair(desk, "东风");
	int64_t change, undo;
	struct err err = ERR_INIT;

	desk_put(desk, &repair_type, pair.repair, "state", "2", NULL);
	change = finish(desk, &pair);
	desk_undo_as(desk, DESK_OPERATOR + 1, change, 2, UNDO_REFUSED);
	desk_has(desk, &repair_type, pair.repair, "state", "3");
	desk_undo_as(desk, DESK_OPERATOR, change, 0, UNDO_REFUSED);
	desk_has(desk, &repair_type, pair.repair, "state", "2");
	desk_has(desk, &repair_type, pair.repair, "over_on", "");
	desk_has(desk, &boat_type, pair.boat, "state", "3");
	bench_ok(undo_find_redo(desk->store, change, &undo, &err), &err);
	desk_undo_as(desk, DESK_OPERATOR, undo, 0, UNDO_REFUSED);
	desk_has(desk, &repair_type, pair.repair, "state", "3");
	desk_has(desk, &boat_type, pair.boat, "state", "2");
}

/* The second closing is not that of the first change. */
static void
what_came_after_keeps_it_closed(void **state)
{
	struct desk *desk = *state;
	struct pair pair = add_pair(desk, "东风");
	int64_t first;

	desk_put(desk, &repair_type, pair.repair, "state", "2", NULL);
	first = finish(desk, &pair);
	desk_undo_as(desk, DESK_OPERATOR, first, 0, UNDO_REFUSED);
	finish(desk, &pair);
	desk_undo_as(desk, DESK_OPERATOR, first, 2, UNDO_REFUSED);
	desk_has(desk, &repair_type, pair.repair, "state", "3");
}

/* By hand nobody opens it, whatever the steps say. */
static void
closed_it_changes_by_undo_alone(void **state)
{
	struct desk *desk = *state;
	struct pair pair = add_pair(desk, "东风");
	struct record record;
	struct err err = ERR_INIT;

	desk_put(desk, &repair_type, pair.repair, "state", "2", NULL);
	finish(desk, &pair);
	desk_load(desk, &record, &repair_type, pair.repair);
	record_set(&record, "state", "2");
	bench_refused(desk_save(desk, &record, NULL, &err), ERR_DENIED, &err);
	record_clear(&record);
}

static void
restore(struct desk *desk, int64_t repair, enum err_code expected)
{
	struct change *change = bench_change(desk->store, "restore");
	struct err err = ERR_INIT;
	enum err_code code = record_restore(change, &repair_type, repair,
		&err);

	assert_int_equal(change_end(change, code, &err), expected);
	err_clear(&err);
}

static void
removal_lets_it_go(void **state)
{
	struct desk *desk = *state;
	struct pair pair = add_pair(desk, "东风");
	int64_t change;

	desk_put(desk, &repair_type, pair.repair, "state", "2", NULL);
	change = desk_remove(desk, &repair_type, pair.repair);
	desk_has(desk, &boat_type, pair.boat, "state", "2");
	desk_undo(desk, change, 0, UNDO_REFUSED);
	desk_has(desk, &boat_type, pair.boat, "state", "3");
	desk_remove(desk, &repair_type, pair.repair);
	restore(desk, pair.repair, ERR_OK);
	desk_has(desk, &boat_type, pair.boat, "state", "3");
	/* what stands elsewhere by now stays there, and lets it not back */
	desk_put(desk, &boat_type, pair.boat, "scrapped_on", "2025-11-20",
		"state", "4", NULL);
	desk_remove(desk, &repair_type, pair.repair);
	desk_has(desk, &boat_type, pair.boat, "state", "4");
	restore(desk, pair.repair, ERR_INVALID);
	assert_true(desk_is_removed(desk, &repair_type, pair.repair));
}

/* The undo of an entry that took the boat along removes it. */
static void
undo_of_an_entry_lets_it_go(void **state)
{
	struct desk *desk = *state;
	int64_t boat = desk_add(desk, &boat_type, "name", "东风", NULL);
	struct change *change = bench_change(desk->store, "form");
	struct record repair;
	struct err err = ERR_INIT;
	int64_t made = change_id(change);

	desk_new(&repair, &repair_type, "what", "船底", "boat_id",
		desk_id(boat).s, "state", "2", NULL);
	bench_ok(record_save(change, &repair, NULL, NULL, &err), &err);
	bench_commit(change);
	desk_has(desk, &boat_type, boat, "state", "3");
	desk_undo(desk, made, 0, UNDO_REFUSED);
	desk_has(desk, &boat_type, boat, "state", "2");
	assert_true(desk_is_removed(desk, &repair_type, repair.id));
	record_clear(&repair);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(goes_along_in_one_change),
		TEST(a_new_one_takes_it_along),
		TEST(leaves_what_is_there_already),
		TEST(refuses_where_it_stands_elsewhere),
		TEST(asks_the_checks_of_both),
		TEST(undo_takes_both_back),
		TEST(stays_with_what_stays),
		TEST(only_who_closed_it_takes_that_back),
		TEST(what_came_after_keeps_it_closed),
		TEST(closed_it_changes_by_undo_alone),
		TEST(removal_lets_it_go),
		TEST(undo_of_an_entry_lets_it_go),
	};

	return cmocka_run_group_tests_name("save_follow", tests, NULL, NULL);
}
