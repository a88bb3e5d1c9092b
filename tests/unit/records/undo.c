/* Taking changes back, one by one and whole histories. */
#include "desk.h"

#include "records/nouns.h"
#include "records/undo.h"
#include "store/journal.h"

/* Undoes a change; gives the id of the new one. */
static int64_t
undo(struct desk *desk, int64_t change, struct undo_result *result)
{
	const struct change_info info = {
		.operator_name = "tester", .action = "", .reason = ""};
	struct err err = ERR_INIT;

	bench_ok(undo_change(desk->store, change, &info, false, NULL, result,
			 &err),
		&err);
	return result->change;
}

/* The same where all of it can be taken back. */
static int64_t
undo_wholly(struct desk *desk, int64_t change)
{
	struct undo_result result;
	int64_t id = undo(desk, change, &result);

	if (result.n_kept > 0)
		fail_msg("%s.%s: %s", result.kept[0].title,
			result.kept[0].field, result.kept[0].text);
	assert_true(result.n_records > 0);
	assert_true(id != 0);
	undo_result_clear(&result);
	return id;
}

static void
keeps(struct desk *desk, int64_t change, enum undo_why why, const char *field,
	const char *title)
{
	struct undo_result result;

	undo(desk, change, &result);
	assert_int_equal(result.n_kept, 1);
	assert_int_equal(result.kept[0].why, why);
	assert_string_equal(result.kept[0].field, field);
	assert_string_equal(result.kept[0].title, title);
	assert_true(strlen(result.kept[0].text) > 10);
	undo_result_clear(&result);
}

static int64_t
newest_change(struct desk *desk)
{
	return bench_int(desk->store, "SELECT id FROM change_head "
				      "ORDER BY lamport DESC, id DESC LIMIT 1");
}

static void
takes_back_a_save(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", "remark",
		"第一行\n第二行", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "name", "林业局",
		"region", "河东", "remark", "另一段", NULL);
	struct journal_change head;
	struct err err = ERR_INIT;
	int64_t back = undo_wholly(desk, change);

	desk_has(desk, &unit_type, id, "name", "水利局");
	desk_has(desk, &unit_type, id, "region", "");
	desk_has(desk, &unit_type, id, "remark", "第一行\n第二行");
	bench_ok(journal_change_load(desk->store, back, &head, &err), &err);
	assert_string_equal(head.action, "undo");
	assert_int_equal(head.undoes, change);
	journal_change_clear(&head);

	/* undo of undo is redo, and so on */
	back = undo_wholly(desk, back);
	desk_has(desk, &unit_type, id, "name", "林业局");
	desk_has(desk, &unit_type, id, "remark", "另一段");
	bench_ok(journal_change_load(desk->store, back, &head, &err), &err);
	assert_string_equal(head.action, "redo");
	journal_change_clear(&head);
	undo_wholly(desk, back);
	desk_has(desk, &unit_type, id, "name", "水利局");
}

static void
takes_back_a_new_record(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t made = newest_change(desk);
	int64_t back = undo_wholly(desk, made);

	assert_true(desk_is_removed(desk, &unit_type, id));
	undo_wholly(desk, back);
	assert_false(desk_is_removed(desk, &unit_type, id));
	/* as it was made, whatever happened between */
	undo_wholly(desk, desk_put(desk, &unit_type, id, "region", "河东",
		NULL));
	undo_wholly(desk, made);
	assert_true(desk_is_removed(desk, &unit_type, id));
}

static void
takes_back_a_removal(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t back = undo_wholly(desk, desk_remove(desk, &unit_type, id));

	assert_false(desk_is_removed(desk, &unit_type, id));
	undo_wholly(desk, back);
	assert_true(desk_is_removed(desk, &unit_type, id));
}

/* One change that makes records on each other, and touches one twice. */
static void
takes_back_many(void **state)
{
	struct desk *desk = *state;
	struct change *change = bench_change(desk->store, "import");
	struct record upper, lower;
	struct err err = ERR_INIT;
	int64_t made = change_id(change);

	desk_new(&upper, &unit_type, "name", "党委", NULL);
	bench_ok(record_save(change, &upper, NULL, NULL, &err), &err);
	desk_new(&lower, &unit_type, "name", "水利局", "parent_id",
		desk_id(upper.id).s, NULL);
	bench_ok(record_save(change, &lower, NULL, NULL, &err), &err);
	record_set(&upper, "region", "河东");
	bench_ok(record_save(change, &upper, NULL, NULL, &err), &err);
	bench_commit(change);

	made = undo_wholly(desk, made);
	assert_true(desk_is_removed(desk, &unit_type, upper.id));
	assert_true(desk_is_removed(desk, &unit_type, lower.id));
	undo_wholly(desk, made);
	desk_has(desk, &unit_type, upper.id, "region", "河东");
	assert_false(desk_is_removed(desk, &unit_type, upper.id));
	assert_false(desk_is_removed(desk, &unit_type, lower.id));
	record_clear(&upper);
	record_clear(&lower);
}

static void
keeps_what_was_changed_since(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t made = newest_change(desk);
	int64_t change = desk_put(desk, &unit_type, id, "region", "河东",
		"contact", "单晓红", NULL);

	desk_put(desk, &unit_type, id, "region", "河西", NULL);
	keeps(desk, made, UNDO_CHANGED_SINCE, "", "水利局");
	keeps(desk, change, UNDO_CHANGED_SINCE, "region", "水利局");
	desk_has(desk, &unit_type, id, "region", "河西");
	desk_has(desk, &unit_type, id, "contact", "");
	/* what is back is not said again */
	keeps(desk, change, UNDO_CHANGED_SINCE, "region", "水利局");
}

static void
keeps_what_others_hang_on(void **state)
{
	struct desk *desk = *state;
	int64_t unit = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t made = newest_change(desk);
	int64_t branch = desk_add(desk, &branch_type, "name", "一", "unit_id",
		desk_id(unit).s, NULL);

	keeps(desk, made, UNDO_DEPENDED_ON, "", "水利局");
	assert_false(desk_is_removed(desk, &unit_type, unit));
	desk_remove(desk, &branch_type, branch);
	undo_wholly(desk, made);
}

static void
keeps_what_a_rule_forbids(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "name", "林业局", NULL);

	desk_add(desk, &unit_type, "name", "水利局", NULL);
	keeps(desk, change, UNDO_REFUSED, "", "林业局");
	desk_has(desk, &unit_type, id, "name", "林业局");
}

static void
refuses_to_do_nothing(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "region", "河东", NULL);
	const struct change_info info = {
		.operator_name = "tester", .action = "", .reason = ""};
	struct undo_result result;
	struct err err = ERR_INIT;

	undo_wholly(desk, change);
	bench_refused(undo_change(desk->store, change, &info, false, NULL,
			      &result, &err),
		ERR_INVALID, &err);
	undo_result_clear(&result);
	bench_refused(undo_change(desk->store, 999, &info, false, NULL,
			      &result, &err),
		ERR_ABSENT, &err);
	undo_result_clear(&result);
}

static void
plans_without_writing(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t made = newest_change(desk);
	const struct change_info info = {
		.operator_name = "tester", .action = "", .reason = ""};
	struct undo_result result;
	struct err err = ERR_INIT;

	bench_ok(undo_change(desk->store, made, &info, true, NULL, &result,
			 &err),
		&err);
	assert_int_equal(result.n_records, 1);
	assert_int_equal(result.change, 0);
	undo_result_clear(&result);
	assert_false(desk_is_removed(desk, &unit_type, id));
	assert_int_equal(newest_change(desk), made);
}

static bool
cancel(struct job *job)
{
	(void)job;
	return true;
}

static void
can_be_stopped(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	struct job job = {.cancelled = cancel};
	const struct change_info info = {
		.operator_name = "tester", .action = "", .reason = ""};
	struct undo_result result;
	struct err err = ERR_INIT;

	bench_refused(undo_change(desk->store, newest_change(desk), &info,
			      false, &job, &result, &err),
		ERR_CANCELLED, &err);
	undo_result_clear(&result);
	assert_false(desk_is_removed(desk, &unit_type, id));
}

enum { RECORDS = 12, STEPS = 60 };

/* What a history has made so far. */
struct history {
	struct desk *desk;
	uint64_t seed;
	int64_t units[RECORDS];
	size_t n_units;
	int64_t changes[STEPS];
	size_t n_changes;
};

static void
make_or_edit(struct history *history, struct change *change)
{
	struct desk *desk = history->desk;
	size_t i = bench_random(&history->seed, RECORDS);
	char name[32];
	struct record record;
	struct err err = ERR_INIT;

	if (i >= history->n_units)
		record_begin(&record, &unit_type, DESK_TODAY);
	else
		desk_load(desk, &record, &unit_type, history->units[i]);
	if (record.deleted) {
		/* another may have its name by now */
		(void)record_restore(change, &unit_type, record.id, NULL);
		record_clear(&record);
		return;
	}
	snprintf(name, sizeof(name), "单位%d",
		(int)bench_random(&history->seed, 40));
	record_set(&record, "name", name);
	if (history->n_units > 0)
		record_set(&record, "parent_id", desk_id(history->units[
			bench_random(&history->seed, history->n_units)]).s);
	record_set(&record, "remark", bench_random(&history->seed, 2) == 0
			? "" : name);
	if (record_save(change, &record, NULL, NULL, &err) == ERR_OK &&
		i >= history->n_units)
		history->units[history->n_units++] = record.id;
	err_clear(&err);
	record_clear(&record);
}

static void
some_change(struct history *history)
{
	struct store *store = history->desk->store;
	struct change *change = bench_change(store, "form");
	int64_t id = change_id(change);
	size_t n_units = history->n_units;

	for (uint64_t n = bench_random(&history->seed, 3) + 1; n > 0; n--)
		if (bench_random(&history->seed, 4) > 0)
			make_or_edit(history, change);
		else if (history->n_units > 0)
			(void)record_remove(change, &unit_type,
				history->units[bench_random(&history->seed,
					history->n_units)],
				NULL);
	if (change_n_saved(change) > 0)
		history->changes[history->n_changes++] = id;
	else
		assert_int_equal(history->n_units, n_units);
	bench_commit(change);
}

/* Takes one change of the past back, as far as it goes. */
static void
some_undo(struct history *history)
{
	const struct change_info info = {
		.operator_name = "tester", .action = "", .reason = ""};
	struct undo_result result;
	struct err err = ERR_INIT;
	enum err_code code;

	if (history->n_changes == 0)
		return;
	code = undo_change(history->desk->store,
		history->changes[bench_random(&history->seed,
			history->n_changes)],
		&info, false, NULL, &result, &err);
	if (code != ERR_INVALID)
		bench_ok(code, &err);
	if (result.change != 0)
		history->changes[history->n_changes++] = result.change;
	undo_result_clear(&result);
	err_clear(&err);
}

static void
history_goes_back_to_nothing(struct desk *desk, uint64_t seed)
{
	struct history history = {.desk = desk, .seed = seed};

	while (history.n_changes < STEPS)
		if (bench_random(&history.seed, 4) == 0)
			some_undo(&history);
		else
			some_change(&history);
	assert_true(history.n_units > RECORDS / 2);
	desk_check(desk);
	while (history.n_changes > 0)
		undo_wholly(desk, history.changes[--history.n_changes]);
	assert_int_equal(bench_int(desk->store, "SELECT count(*) FROM unit "
						"WHERE deleted = 0"), 0);
	assert_int_equal(bench_int(desk->store,
				 "SELECT count(*) FROM find_key"), 0);
}

static void
histories_go_back_to_nothing(void **state)
{
	for (uint64_t seed = 1; seed <= 12; seed++)
		history_goes_back_to_nothing(*state, seed);
}

/* Whatever was taken back, tables and journal agree at the end. */
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
		TEST(takes_back_a_save),
		TEST(takes_back_a_new_record),
		TEST(takes_back_a_removal),
		TEST(takes_back_many),
		TEST(keeps_what_was_changed_since),
		TEST(keeps_what_others_hang_on),
		TEST(keeps_what_a_rule_forbids),
		TEST(refuses_to_do_nothing),
		TEST(plans_without_writing),
		TEST(can_be_stopped),
		TEST(histories_go_back_to_nothing),
	};

	return cmocka_run_group_tests_name("undo", tests, NULL, NULL);
}
