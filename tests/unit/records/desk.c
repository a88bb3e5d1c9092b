#include "desk.h"

#include "base/xalloc.h"
#include "records/owned.h"
#include "store/check.h"

#define DESK_MOMENT 1764057600 /* 2025-11-25 08:00 UTC */

extern const struct embed_file schema_steps[];

static void
open_store(struct desk *desk, const char *sql, struct err *err)
{
	struct bench *bench = desk->bench;
	size_t len = sql != NULL ? strlen(sql) : 0;
	struct embed_file steps[] = {
		schema_steps[0], {"002-test.sql", sql, len},
	};
	struct store_opening opening = {
		.path = bench->path,
		.world = &bench->world,
		.medium = FILE_LOCAL,
		.steps = steps,
		.n_steps = N_ITEMS(steps),
	};

	if (sql == NULL)
		bench_ok(store_create(bench->path, &bench->world, &desk->store,
				 err),
			err);
	else
		bench_ok(store_create_with(&opening, &desk->store, err), err);
}

int
desk_begin_with(void **state, const char *sql)
{
	struct desk *desk = xcalloc(1, sizeof(*desk));
	struct err err = ERR_INIT;
	void *bench;

	if (bench_begin(&bench) != 0)
		return -1;
	desk->bench = bench;
	desk->bench->now = DESK_MOMENT;
	i18n_set_language(LANGUAGE_EN);
	open_store(desk, sql, &err);
	record_register(desk->store);
	*state = desk;
	return 0;
}

int
desk_begin(void **state)
{
	return desk_begin_with(state, NULL);
}

int
desk_end(void **state)
{
	struct desk *desk = *state;
	void *bench = desk->bench;

	change_abandon(desk->store->change); /* of a test that failed */
	store_close(desk->store);
	free(desk->faults);
	free(desk);
	return bench_end(&bench);
}

struct desk_id
desk_id(int64_t id)
{
	struct desk_id text = {""};

	if (id != 0)
		site_id_to_text(id, text.s);
	return text;
}

static void
set_values(struct record *record, va_list args)
{
	const char *field;

	while ((field = va_arg(args, const char *)) != NULL)
		record_set(record, field, va_arg(args, const char *));
}

void
desk_new(struct record *record, const struct record_type *type, ...)
{
	va_list args;

	record_begin(record, type, DESK_TODAY);
	va_start(args, type);
	set_values(record, args);
	va_end(args);
}

void
desk_load(struct desk *desk, struct record *record,
	const struct record_type *type, int64_t id)
{
	struct err err = ERR_INIT;

	bench_ok(record_load(desk->store, type, id, record, &err), &err);
}

/* Saves, fails the test on an error, and clears the record. */
static int64_t
save_all(struct desk *desk, struct record *record)
{
	struct change *change = bench_change(desk->store, "form");
	struct err err = ERR_INIT;
	int64_t id = change_id(change);

	bench_ok(record_save(change, record, NULL, NULL, &err), &err);
	bench_commit(change);
	return id;
}

int64_t
desk_add(struct desk *desk, const struct record_type *type, ...)
{
	struct record record;
	va_list args;
	int64_t id;

	record_begin(&record, type, DESK_TODAY);
	va_start(args, type);
	set_values(&record, args);
	va_end(args);
	save_all(desk, &record);
	id = record.id;
	record_clear(&record);
	return id;
}

int64_t
desk_put(struct desk *desk, const struct record_type *type, int64_t id, ...)
{
	struct record record;
	va_list args;
	int64_t change;

	desk_load(desk, &record, type, id);
	va_start(args, id);
	set_values(&record, args);
	va_end(args);
	change = save_all(desk, &record);
	record_clear(&record);
	return change;
}

void
desk_force(struct desk *desk, struct record *record)
{
	struct change *change = bench_change(desk->store, "merge");
	struct change_row row = {
		.table = record_table(record->type),
		.id = record->id,
		.version = record->version,
		.deleted = record->deleted,
		.values = (const char *const *)record->values,
	};
	struct err err = ERR_INIT;

	bench_ok(change_save(change, &row, NULL, &err), &err);
	bench_commit(change);
	record->id = row.id;
}

int64_t
desk_remove(struct desk *desk, const struct record_type *type, int64_t id)
{
	struct change *change = bench_change(desk->store, "form");
	struct err err = ERR_INIT;
	int64_t number = change_id(change);

	bench_ok(record_remove(change, type, id, &err), &err);
	bench_commit(change);
	return number;
}

enum err_code
desk_save(struct desk *desk, struct record *record, struct notes *notes,
	struct err *err)
{
	struct owned owned;
	struct notes own = VEC_INIT;
	const struct owned_row *failed;
	struct change *change = bench_change(desk->store, "form");
	const struct record was = *record;
	enum err_code code;

	owned_init(&owned, record->type);
	code = owned_save(change, record, &owned,
		notes != NULL ? notes : &own, &failed, err);
	code = change_end(change, code, err);
	if (code != ERR_OK) { /* it is as it was, but for its values */
		record->id = was.id;
		record->version = was.version;
	}
	notes_clear(&own);
	owned_clear(&owned);
	return code;
}

char *
desk_value(struct desk *desk, const struct record_type *type, int64_t id,
	const char *field)
{
	struct record record;
	char *value;

	desk_load(desk, &record, type, id);
	value = xstrdup(record_get(&record, field));
	record_clear(&record);
	return value;
}

void
desk_has(struct desk *desk, const struct record_type *type, int64_t id,
	const char *field, const char *value)
{
	char *now = desk_value(desk, type, id, field);

	assert_string_equal(now, value);
	free(now);
}

bool
desk_is_removed(struct desk *desk, const struct record_type *type, int64_t id)
{
	struct record record;
	bool removed;

	desk_load(desk, &record, type, id);
	removed = record.deleted;
	record_clear(&record);
	return removed;
}

static void
note_fault(void *data, const char *sentence)
{
	struct desk *desk = data;
	char *all = xasprintf("%s%s\n",
		desk->faults != NULL ? desk->faults : "", sentence);

	free(desk->faults);
	desk->faults = all;
}

void
desk_undo(struct desk *desk, int64_t change, size_t n_left, enum undo_why why)
{
	desk_undo_as(desk, 0, change, n_left, why);
}

void
desk_undo_as(struct desk *desk, int64_t operator_id, int64_t change,
	size_t n_left, enum undo_why why)
{
	const struct change_info info = {
		.operator_id = operator_id, .operator_name = "tester", .action = "", .reason = ""};
	struct undo_conflict last;
	struct undo_result result;
	struct undo_plan *plan;
	struct err err = ERR_INIT;
	size_t n;

	bench_ok(undo_plan_make(desk->store, change, NULL, 0, &info, NULL,
			 &plan, &err),
		&err);
	assert_int_equal(undo_plan_count(plan, UNDO_WHY_N, false), n_left);
	bench_ok(undo_plan_load(plan, 0, true, 1, &last, &n, &err), &err);
	assert_int_equal(n, n_left > 0);
	if (n > 0) {
		assert_int_equal(last.why, why);
		undo_conflict_clear(&last);
	}
	bench_ok(undo_plan_run(plan, NULL, &result, &err), &err);
	assert_int_equal(result.n_left, n_left);
	undo_result_clear(&result);
	undo_plan_free(plan);
}

void
desk_check(struct desk *desk)
{
	struct check_result result = {0};
	struct err err = ERR_INIT;

	change_abandon(desk->store->change); /* of a test that failed */
	bench_ok(check_run(desk->store, true, NULL, note_fault, desk, &result,
			 &err),
		&err);
	if (result.n_faults > 0)
		fail_msg("%s", desk->faults);
}
