/* Taking changes back, one by one and whole histories. */
#include "desk.h"

#include "records/nouns.h"
#include "records/undo.h"
#include "store/journal.h"

static const struct change_info who = {
	.operator_name = "tester", .action = "", .reason = ""};

static struct undo_plan *
plan_of(struct desk *desk, int64_t change)
{
	struct undo_plan *plan;
	struct err err = ERR_INIT;

	bench_ok(undo_plan_make(desk->store, change, NULL, 0, &who, NULL, &plan,
			 &err),
		&err);
	return plan;
}

/* Carries the plan out and frees it; gives the id of the new change. */
static int64_t
carry_out(struct undo_plan *plan, size_t n_taken, size_t n_left)
{
	struct undo_result result;
	struct err err = ERR_INIT;
	int64_t id;

	bench_ok(undo_plan_run(plan, NULL, &result, &err), &err);
	assert_int_equal(result.n_taken, n_taken);
	assert_int_equal(result.n_left, n_left);
	assert_true((result.n_records > 0) == (result.change != 0));
	id = result.change;
	undo_result_clear(&result);
	undo_plan_free(plan);
	return id;
}

/* Takes back a change of which nothing stays. */
static int64_t
undo_wholly(struct desk *desk, int64_t change)
{
	struct undo_plan *plan = plan_of(desk, change);
	struct undo_conflict first;
	struct err err = ERR_INIT;
	size_t n, n_records = undo_plan_n_records(plan);
	int64_t id;

	bench_ok(undo_plan_load(plan, 0, false, 1, &first, &n, &err), &err);
	if (n > 0)
		fail_msg("%s %s: %s", first.field, undo_why_word(first.why),
			first.text);
	assert_true(n_records > 0);
	id = carry_out(plan, 0, 0);
	assert_true(id != 0);
	return id;
}

/* The only conflict of a plan. */
static void
has_one(struct undo_plan *plan, enum undo_why why, const char *field)
{
	struct undo_conflict conflicts[2];
	struct err err = ERR_INIT;
	size_t n;

	bench_ok(undo_plan_load(plan, 0, false, 2, conflicts, &n, &err), &err);
	assert_int_equal(n, 1);
	assert_int_equal(conflicts[0].why, why);
	assert_string_equal(conflicts[0].field, field);
	assert_true(strlen(conflicts[0].text) > 10);
	assert_false(conflicts[0].taken);
	assert_int_equal(undo_plan_count(plan, why, false), 1);
	assert_int_equal(undo_plan_count(plan, UNDO_WHY_N, true), 0);
	undo_conflict_clear(&conflicts[0]);
}

/* Takes the change back, all but the one thing that it keeps. */
static void
keeps(struct desk *desk, int64_t change, enum undo_why why, const char *field)
{
	struct undo_plan *plan = plan_of(desk, change);

	has_one(plan, why, field);
	carry_out(plan, 0, 1);
}

/* The same, and the one thing as well. */
static int64_t
takes(struct desk *desk, int64_t change, enum undo_why why, const char *field)
{
	struct undo_plan *plan = plan_of(desk, change);
	struct err err = ERR_INIT;

	has_one(plan, why, field);
	bench_ok(undo_plan_take_all(plan, why, true, &err), &err);
	assert_int_equal(undo_plan_count(plan, why, true), 1);
	return carry_out(plan, 1, 0);
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
	keeps(desk, made, UNDO_CHANGED_SINCE, "");
	keeps(desk, change, UNDO_CHANGED_SINCE, "region");
	desk_has(desk, &unit_type, id, "region", "河西");
	desk_has(desk, &unit_type, id, "contact", "");
	/* what is back is not said again */
	keeps(desk, change, UNDO_CHANGED_SINCE, "region");
}

static void
takes_back_what_was_changed_since(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", "region",
		"河北", NULL);
	int64_t made = newest_change(desk), back;
	int64_t change = desk_put(desk, &unit_type, id, "region", "河东",
		"contact", "单晓红", NULL);

	desk_put(desk, &unit_type, id, "region", "河西", NULL);
	back = takes(desk, change, UNDO_CHANGED_SINCE, "region");
	desk_has(desk, &unit_type, id, "region", "河北");
	desk_has(desk, &unit_type, id, "contact", "");
	undo_wholly(desk, back); /* and that was a change like any other */
	desk_has(desk, &unit_type, id, "region", "河西");
	desk_has(desk, &unit_type, id, "contact", "单晓红");
	back = takes(desk, made, UNDO_CHANGED_SINCE, "");
	assert_true(desk_is_removed(desk, &unit_type, id));
	undo_wholly(desk, back);
	desk_has(desk, &unit_type, id, "region", "河西");
}

static void
shows_what_stood_there(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", "region",
		"河北", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "region", "河东",
		NULL);
	struct undo_conflict conflict;
	struct undo_plan *plan;
	struct err err = ERR_INIT;
	size_t n;

	desk_put(desk, &unit_type, id, "region", "河西", NULL);
	plan = plan_of(desk, change);
	assert_int_equal(undo_plan_change(plan)->id, change);
	assert_int_equal(undo_plan_n_records(plan), 0);
	bench_ok(undo_plan_load(plan, 0, true, 1, &conflict, &n, &err), &err);
	assert_int_equal(n, 1);
	assert_ptr_equal(conflict.type, &unit_type);
	assert_int_equal(conflict.record, id);
	assert_string_equal(conflict.old_value, "河北");
	assert_string_equal(conflict.given_value, "河东");
	assert_string_equal(conflict.now_value, "河西");
	assert_non_null(strstr(conflict.text, "tester"));
	undo_conflict_clear(&conflict);
	undo_plan_free(plan);
}

static void
keeps_what_others_hang_on(void **state)
{
	struct desk *desk = *state;
	int64_t unit = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t made = newest_change(desk);
	int64_t branch = desk_add(desk, &branch_type, "name", "一", "unit_id",
		desk_id(unit).s, NULL);
	struct undo_plan *plan = plan_of(desk, made);
	struct err err = ERR_INIT;

	has_one(plan, UNDO_DEPENDED_ON, "");
	bench_refused(undo_plan_take(plan, 1, true, &err), ERR_DENIED, &err);
	bench_ok(undo_plan_take_all(plan, UNDO_WHY_N, true, &err), &err);
	carry_out(plan, 0, 1);
	assert_false(desk_is_removed(desk, &unit_type, unit));
	desk_remove(desk, &branch_type, branch);
	undo_wholly(desk, made);
}

/* A record that went since comes back only by choice. */
static void
keeps_what_was_removed_since(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "region", "河东",
		NULL);
	int64_t back;

	desk_remove(desk, &unit_type, id);
	keeps(desk, change, UNDO_REMOVED_SINCE, "");
	assert_true(desk_is_removed(desk, &unit_type, id));
	back = takes(desk, change, UNDO_REMOVED_SINCE, "");
	assert_false(desk_is_removed(desk, &unit_type, id));
	desk_has(desk, &unit_type, id, "region", "");
	undo_wholly(desk, back);
	assert_true(desk_is_removed(desk, &unit_type, id));
	desk_has(desk, &unit_type, id, "region", "河东");
}

static void
keeps_what_a_rule_forbids(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "name", "林业局", NULL);

	desk_add(desk, &unit_type, "name", "水利局", NULL);
	keeps(desk, change, UNDO_REFUSED, "");
	desk_has(desk, &unit_type, id, "name", "林业局");
}

/* By choice, but then a rule stands against it: it stays and is told. */
static void
tells_what_a_choice_met(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "name", "林业局", NULL);
	struct undo_result result;
	struct undo_plan *plan;
	struct err err = ERR_INIT;

	desk_put(desk, &unit_type, id, "name", "农牧局", NULL);
	desk_add(desk, &unit_type, "name", "水利局", NULL);
	plan = plan_of(desk, change);
	has_one(plan, UNDO_CHANGED_SINCE, "name");
	bench_ok(undo_plan_take(plan, 1, true, &err), &err);
	bench_ok(undo_plan_run(plan, NULL, &result, &err), &err);
	assert_int_equal(result.change, 0);
	assert_int_equal(result.n_left, 1);
	assert_int_equal(result.refused.n, 1);
	undo_result_clear(&result);
	undo_plan_free(plan);
	desk_has(desk, &unit_type, id, "name", "农牧局");
}

/* Nothing that nobody was shown is taken back. */
static void
others_write_between(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "region", "河东",
		"contact", "单晓红", NULL);
	struct undo_plan *plan, *again;
	struct undo_result result;
	struct err err = ERR_INIT;

	desk_put(desk, &unit_type, id, "region", "河西", NULL);
	plan = plan_of(desk, change);
	bench_ok(undo_plan_take(plan, 1, true, &err), &err);
	desk_put(desk, &unit_type, id, "remark", "与此无关", NULL);
	desk_put(desk, &unit_type, id, "contact", "仇英", NULL);
	bench_refused(undo_plan_run(plan, NULL, &result, &err), ERR_STALE,
		&err);
	undo_result_clear(&result);
	desk_has(desk, &unit_type, id, "region", "河西");
	again = plan_of(desk, change);
	bench_ok(undo_plan_take_as(again, plan, &err), &err);
	undo_plan_free(plan);
	assert_int_equal(undo_plan_count(again, UNDO_CHANGED_SINCE, true), 1);
	desk_put(desk, &unit_type, id, "remark", "也与此无关", NULL);
	carry_out(again, 1, 1);
	desk_has(desk, &unit_type, id, "region", "");
	desk_has(desk, &unit_type, id, "contact", "仇英");
	desk_has(desk, &unit_type, id, "remark", "也与此无关");
}

/* What a change did to one record alone; the rest of it still stands. */
static void
takes_back_a_part(void **state)
{
	struct desk *desk = *state;
	int64_t a = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t b = desk_add(desk, &unit_type, "name", "林业局", NULL);
	struct change *change = bench_change(desk->store, "bulk");
	int64_t bulk = change_id(change);
	int64_t both[] = {a, b};
	struct journal_change head;
	struct undo_plan *plan;
	struct err err = ERR_INIT;

	for (size_t i = 0; i < 2; i++) {
		struct record record;

		desk_load(desk, &record, &unit_type, both[i]);
		record_set(&record, "region", "河东");
		bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
		record_clear(&record);
	}
	bench_commit(change);
	bench_ok(undo_plan_make(desk->store, bulk, &unit_type, b, &who, NULL,
			 &plan, &err),
		&err);
	carry_out(plan, 0, 0);
	desk_has(desk, &unit_type, a, "region", "河东");
	desk_has(desk, &unit_type, b, "region", "");
	bench_ok(journal_change_load(desk->store, newest_change(desk), &head,
		&err), &err);
	assert_string_equal(head.action, "put_back");
	assert_string_equal(head.reason, desk_id(bulk).s);
	assert_int_equal(head.undoes, 0);
	journal_change_clear(&head);
	undo_wholly(desk, bulk);
	desk_has(desk, &unit_type, a, "region", "");
}

static void
finds_what_to_do_again(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "region", "河东", NULL);
	int64_t undo, redo, found;
	struct err err = ERR_INIT;

	bench_refused(undo_find_last(desk->store, &found, &err), ERR_ABSENT,
		&err);
	bench_refused(undo_find_redo(desk->store, change, &found, &err),
		ERR_INVALID, &err);
	undo = undo_wholly(desk, change);
	bench_ok(undo_find_last(desk->store, &found, &err), &err);
	assert_int_equal(found, undo);
	bench_ok(undo_find_redo(desk->store, change, &found, &err), &err);
	assert_int_equal(found, undo);
	bench_ok(undo_find_redo(desk->store, undo, &found, &err), &err);
	assert_int_equal(found, undo);
	redo = undo_wholly(desk, undo);
	bench_refused(undo_find_last(desk->store, &found, &err), ERR_ABSENT,
		&err);
	bench_refused(undo_find_redo(desk->store, change, &found, &err),
		ERR_INVALID, &err);
	bench_refused(undo_find_redo(desk->store, redo, &found, &err),
		ERR_INVALID, &err);
}

static void
refuses_to_do_nothing(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t change = desk_put(desk, &unit_type, id, "region", "河东", NULL);
	struct undo_plan *plan;
	struct err err = ERR_INIT;

	undo_wholly(desk, change);
	bench_refused(undo_plan_make(desk->store, change, NULL, 0, &who, NULL,
			      &plan, &err),
		ERR_INVALID, &err);
	assert_null(plan);
	bench_refused(undo_plan_make(desk->store, 999, NULL, 0, &who, NULL,
			      &plan, &err),
		ERR_ABSENT, &err);
}

static void
plans_without_writing(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &unit_type, "name", "水利局", NULL);
	int64_t made = newest_change(desk);
	struct undo_plan *plan = plan_of(desk, made);

	assert_int_equal(undo_plan_n_records(plan), 1);
	undo_plan_free(plan);
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
	struct undo_plan *plan;
	struct undo_result result;
	struct err err = ERR_INIT;

	bench_refused(undo_plan_make(desk->store, newest_change(desk), NULL, 0,
			      &who, &job, &plan, &err),
		ERR_CANCELLED, &err);
	plan = plan_of(desk, newest_change(desk));
	bench_refused(undo_plan_run(plan, &job, &result, &err), ERR_CANCELLED,
		&err);
	undo_result_clear(&result);
	undo_plan_free(plan);
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
	struct undo_plan *plan;
	struct undo_result result;
	struct err err = ERR_INIT;
	enum err_code code;

	if (history->n_changes == 0)
		return;
	code = undo_plan_make(history->desk->store,
		history->changes[bench_random(&history->seed,
			history->n_changes)],
		NULL, 0, &who, NULL, &plan, &err);
	if (code != ERR_OK) {
		bench_refused(code, ERR_INVALID, &err);
		return;
	}
	bench_ok(undo_plan_run(plan, NULL, &result, &err), &err);
	if (result.change != 0)
		history->changes[history->n_changes++] = result.change;
	undo_result_clear(&result);
	undo_plan_free(plan);
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

/* What a redaction has blanked cannot be put back, nor what was before it in
 * the row's texts; another record of the same change can. */
static void
leaves_what_was_blanked(void **state)
{
	struct desk *desk = *state;
	struct change *change;
	struct undo_plan *plan;
	struct record units[2];
	int64_t ids[2], undone;

	for (int i = 0; i < 2; i++)
		ids[i] = desk_add(desk, &unit_type, "name", i ? "甲" : "乙",
			"remark", "一", NULL);
	change = bench_change(desk->store, "form");
	undone = change_id(change);
	for (int i = 0; i < 2; i++) {
		desk_load(desk, &units[i], &unit_type, ids[i]);
		record_set(&units[i], "remark", "二");
		bench_ok(record_save(change, &units[i], NULL, NULL, NULL),
			NULL);
		record_clear(&units[i]);
	}
	bench_commit(change);
	bench_ok(journal_note(desk->store, JOURNAL_REDACT, 0, "tester", "unit",
			 ids[0], "", NULL), NULL);
	bench_blank(desk->bench->path, ids[0], 2);
	plan = plan_of(desk, undone);
	assert_int_equal(undo_plan_n_records(plan), 1);
	has_one(plan, UNDO_BLANKED, "");
	assert_false(undo_can_take(UNDO_BLANKED));
	carry_out(plan, 0, 1);
	desk_has(desk, &unit_type, ids[0], "remark", "二");
	desk_has(desk, &unit_type, ids[1], "remark", "一");
	/* the text before this save stood in the blanked row */
	undone = desk_put(desk, &unit_type, ids[0], "remark", "三", NULL);
	desk_undo(desk, undone, 1, UNDO_BLANKED);
	desk_has(desk, &unit_type, ids[0], "remark", "三");
	desk_check(desk);
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
		TEST(takes_back_what_was_changed_since),
		TEST(shows_what_stood_there),
		TEST(keeps_what_others_hang_on),
		TEST(keeps_what_was_removed_since),
		TEST(keeps_what_a_rule_forbids),
		TEST(tells_what_a_choice_met),
		TEST(others_write_between),
		TEST(takes_back_a_part),
		TEST(finds_what_to_do_again),
		TEST(refuses_to_do_nothing),
		TEST(plans_without_writing),
		TEST(can_be_stopped),
		TEST(histories_go_back_to_nothing),
		TEST(leaves_what_was_blanked),
	};

	return cmocka_run_group_tests_name("undo", tests, NULL, NULL);
}
