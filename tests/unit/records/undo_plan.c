/*
 * Random histories of several operators, with any change taken back after any
 * other by random choices, against a model that knows of every field what it
 * must be: nothing else than what was asked for is taken back.
 */
#include "desk.h"

#include "records/nouns.h"

enum { SEEDS = 12, RECORDS = 6, STEPS = 45, VALUES = 4 };

/* The fields of the model; the last is no field but whether it is removed. */
enum { REGION, CONTACT, REMARK, DELETED, N };

static const char *const fields[DELETED] = {"region", "contact", "remark"};

/* Indexes of these stand in the model; the remark is a long text. */
static const char *const values[VALUES] = {"", "河东", "河西", "河北"};

static const char *const operators[] = {"单晓红", "乌兰", "仇英"};

/* What a change did to a record. */
struct deed {
	bool is_there;
	bool is_new;
	int old[N];
	int given[N];
};

struct past {
	int64_t change;
	struct deed deeds[RECORDS];
};

struct model {
	struct desk *desk;
	uint64_t seed;
	int64_t ids[RECORDS]; /* 0: not made yet */
	int now[RECORDS][N];
	struct past past[STEPS];
	size_t n_past;
	/* what the last plan met, and whether it was taken */
	bool taken_field[RECORDS][N];
	bool taken_record[RECORDS];
};

static int
chance(struct model *model, int limit)
{
	return (int)bench_random(&model->seed, (uint64_t)limit);
}

static struct change_info
somebody(struct model *model)
{
	return (struct change_info){.operator_name = operators[chance(model,
		3)], .action = "form", .reason = ""};
}

/* Writes down what became of the model by this change. */
static void
remember(struct model *model, int64_t change, int before[RECORDS][N],
	const bool is_new[RECORDS])
{
	struct past *past = &model->past[model->n_past];
	bool any = false;

	*past = (struct past){.change = change};
	for (int r = 0; r < RECORDS; r++) {
		struct deed *deed = &past->deeds[r];

		deed->is_new = is_new[r];
		deed->is_there = is_new[r] || memcmp(before[r], model->now[r],
			sizeof(before[r])) != 0;
		memcpy(deed->old, before[r], sizeof(deed->old));
		memcpy(deed->given, model->now[r], sizeof(deed->given));
		any = any || deed->is_there;
	}
	if (any)
		model->n_past++;
}

/* Makes a record, changes it, removes it or brings it back. */
static void
do_something(struct model *model, struct change *change, int r, bool *is_new)
{
	struct record record;
	struct err err = ERR_INIT;
	int *now = model->now[r];
	char name[32];

	*is_new = model->ids[r] == 0;
	if (*is_new) {
		snprintf(name, sizeof(name), "单位%d", r);
		desk_new(&record, &unit_type, "name", name, NULL);
	} else {
		desk_load(model->desk, &record, &unit_type, model->ids[r]);
		if (now[DELETED] || chance(model, 4) == 0)
			now[DELETED] = !now[DELETED];
	}
	for (int f = 0; !now[DELETED] && f < DELETED; f++)
		if (chance(model, 2) == 0)
			now[f] = chance(model, VALUES);
	for (int f = 0; f < DELETED; f++)
		record_set(&record, fields[f], values[now[f]]);
	record.deleted = now[DELETED] != 0;
	if (*is_new)
		bench_ok(record_save(change, &record, NULL, NULL, &err), &err);
	else
		bench_ok(record_save_whole(change, &record, &err), &err);
	model->ids[r] = record.id;
	record_clear(&record);
}

static void
some_change(struct model *model)
{
	const struct change_info info = somebody(model);
	bool is_new[RECORDS] = {false};
	int before[RECORDS][N];
	struct change *change;
	struct err err = ERR_INIT;
	int64_t id;

	memcpy(before, model->now, sizeof(before));
	bench_ok(change_begin(model->desk->store, &info, &change, &err), &err);
	id = change_id(change);
	for (int r = 0; r < RECORDS; r++)
		if (chance(model, 3) == 0)
			do_something(model, change, r, &is_new[r]);
	bench_commit(change);
	remember(model, id, before, is_new);
}

static int
index_of(const struct model *model, const struct undo_conflict *conflict,
	int *field)
{
	int r = 0;

	while (model->ids[r] != conflict->record)
		r++;
	*field = 0;
	while (*field < DELETED &&
		strcmp(fields[*field], conflict->field) != 0)
		(*field)++;
	return r;
}

/* Takes some of the conflicts and leaves the others. */
static void
choose(struct model *model, struct undo_plan *plan)
{
	struct undo_conflict conflict;
	struct err err = ERR_INIT;
	int64_t after = 0;
	size_t n;
	int r, f;

	memset(model->taken_field, 0, sizeof(model->taken_field));
	memset(model->taken_record, 0, sizeof(model->taken_record));
	for (;;) {
		bool take = chance(model, 2) == 0;

		bench_ok(undo_plan_load(plan, after, false, 1, &conflict, &n,
			&err), &err);
		if (n == 0)
			return;
		after = conflict.number;
		r = index_of(model, &conflict, &f);
		assert_true(conflict.why == UNDO_CHANGED_SINCE ||
			conflict.why == UNDO_REMOVED_SINCE);
		bench_ok(undo_plan_take(plan, after, take, &err), &err);
		if (conflict.field[0] == '\0')
			model->taken_record[r] = take;
		else
			model->taken_field[r][f] = take;
		undo_conflict_clear(&conflict);
	}
}

static void
undo_new(struct model *model, const struct deed *deed, int r)
{
	bool as_made = memcmp(model->now[r], deed->given,
		sizeof(deed->given)) == 0;

	if (as_made || model->taken_record[r])
		model->now[r][DELETED] = 1;
}

/* What must become of a record when the deed is taken back. */
static void
undo_fields(struct model *model, const struct deed *deed, int r)
{
	int *now = model->now[r], then[N];
	bool gone = now[DELETED] != 0, any = false;

	if (gone && deed->old[DELETED])
		return; /* as it was */
	memcpy(then, now, sizeof(then));
	for (int f = 0; f < N; f++)
		if (deed->old[f] != deed->given[f] && now[f] != deed->old[f] &&
			(now[f] == deed->given[f] ||
				model->taken_field[r][f])) {
			then[f] = deed->old[f];
			any = true;
		}
	if (gone && !deed->given[DELETED]) { /* removed since */
		if (!any || !model->taken_record[r])
			return;
		then[DELETED] = 0;
	}
	memcpy(now, then, sizeof(then));
}

static void
assert_as_model(struct model *model)
{
	for (int r = 0; r < RECORDS; r++) {
		struct record record;

		if (model->ids[r] == 0)
			continue;
		desk_load(model->desk, &record, &unit_type, model->ids[r]);
		for (int f = 0; f < DELETED; f++)
			assert_string_equal(record_get(&record, fields[f]),
				values[model->now[r][f]]);
		assert_int_equal(record.deleted, model->now[r][DELETED]);
		record_clear(&record);
	}
}

/* Any change at all, also an undo, whatever was done since. */
static void
some_undo(struct model *model)
{
	const struct past *past = &model->past[chance(model,
		(int)model->n_past)];
	const struct change_info info = somebody(model);
	const bool none_new[RECORDS] = {false};
	int before[RECORDS][N];
	struct undo_result result;
	struct undo_plan *plan;
	struct err err = ERR_INIT;
	enum err_code code = undo_plan_make(model->desk->store, past->change,
		NULL, 0, &info, NULL, &plan, &err);

	if (code != ERR_OK) {
		bench_refused(code, ERR_INVALID, &err);
		return;
	}
	choose(model, plan);
	memcpy(before, model->now, sizeof(before));
	for (int r = 0; r < RECORDS; r++)
		if (past->deeds[r].is_new && !model->now[r][DELETED])
			undo_new(model, &past->deeds[r], r);
		else if (past->deeds[r].is_there && !past->deeds[r].is_new)
			undo_fields(model, &past->deeds[r], r);
	bench_ok(undo_plan_run(plan, NULL, &result, &err), &err);
	remember(model, result.change, before, none_new);
	undo_result_clear(&result);
	undo_plan_free(plan);
}

static void
nothing_else_is_taken_back(void **state)
{
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		struct model *model = calloc(1, sizeof(*model));

		assert_non_null(model);
		model->desk = *state;
		model->seed = seed;
		while (model->n_past < STEPS) {
			if (model->n_past > 0 && chance(model, 2) == 0)
				some_undo(model);
			else
				some_change(model);
			assert_as_model(model);
		}
		desk_check(model->desk);
		/* the next history takes their names */
		for (int r = 0; r < RECORDS; r++)
			if (!model->now[r][DELETED] && model->ids[r] != 0)
				desk_remove(model->desk, &unit_type,
					model->ids[r]);
		free(model);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_else_is_taken_back,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("undo_plan", tests, NULL, NULL);
}
