#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/import_private.h"
#include "records/fill.h"
#include "records/load.h"
#include "records/save.h"
#include "store/site.h"

enum {
	PROGRESS_EVERY = 256,
	DEPTH_MAX = 64,
	LOAD_MIN = 1000, /* new records for which to defer the indexes */
};

/* Plans that are being executed. */
struct run {
	const struct import_set *set;
	struct import *import; /* of the set, the one whose turn it is */
	struct change *change;
	struct job *job;
	struct import_result *result;
	uint64_t n_left;   /* rows that stay behind */
	bool others_wrote; /* since the plan was made */
	int depth;         /* of references within the file */
	bool blamed;       /* the sentence names its row already */
};

static bool
is_taken(const struct run *run, int kind, const struct plan_row *row)
{
	if (kind == IMPORT_DOUBTFUL)
		return run->import->options.take_doubtful && row->may_be_new;
	return kind != IMPORT_REJECTED;
}

static enum err_code
refuse_stale(const struct plan_row *row, struct err *err)
{
	return err_set(err, ERR_STALE,
		_("What row %lld (%s) speaks of has been changed meanwhile; "
		  "nothing was imported.  Let the file be checked again."),
		(long long)row->number, row->title);
}

/* The same sentence, with the row that it is about, which is not that of those
 * that wait for it. */
static enum err_code
blame_row(struct run *run, const struct plan_row *row, enum err_code code,
	struct err *err)
{
	const struct import *import = run->import;
	char *text, *field;

	if (run->blamed || err == NULL || err->text == NULL ||
		row->number >= PLAN_BESIDE ||
		code == ERR_STORE || code == ERR_STALE)
		return code;
	run->blamed = true;
	text = xstrdup(err->text);
	field = xstrdup(err->field != NULL ? err->field : "");
	if (import->set == NULL)
		err_set_field(err, code, field, _("Row %lld (%s): %s"),
			(long long)row->number, row->title, text);
	else
		err_set_field(err, code, field, _("%s, row %llu (%s): %s"),
			err_name(err, import_name(import)),
			(unsigned long long)row->number, row->title, text);
	free(text);
	free(field);
	return code;
}

static enum err_code
run_number(struct run *run, int64_t number, int64_t *made, struct err *err);

/* The record of a row of a file that was executed before this one. */
static enum err_code
find_made(const struct import *in, int64_t number, int64_t *made,
	struct err *err)
{
	struct plan_row row;
	enum err_code code = plan_load(in->scratch, number, &row, err);

	if (code != ERR_OK)
		return code;
	*made = row.made;
	plan_row_clear(&row);
	if (*made == 0)
		return err_set(err, ERR_INVALID,
			_("It refers to row %lld of %s, which is not taken."),
			(long long)number,
			err_name(err, import_name(in)));
	return ERR_OK;
}

/* Gives the values that wait for another row the id of its record. */
static enum err_code
resolve(struct run *run, struct plan_row *row, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < row->type->n_fields; i++) {
		const struct field_type *field = &row->type->fields[i];
		char text[SITE_ID_TEXT_SIZE];
		struct import *in;
		int64_t number, made = 0;

		if (row->values[i] == NULL ||
			!value_waits(field, row->values[i]))
			continue;
		in = import_holding(run->import, field_ref(field));
		number = strtoll(row->values[i] + 1, NULL, 10);
		code = in == run->import ? run_number(run, number, &made, err)
					 : find_made(in, number, &made, err);
		if (code != ERR_OK)
			break;
		site_id_to_text(made, text);
		plan_row_set(row, i, text);
	}
	return code;
}

/* Nobody has entered meanwhile what this row would make. */
static enum err_code
check_still_new(struct run *run, const struct plan_row *row,
	const struct record *record, struct err *err)
{
	struct match found;
	enum err_code code;
	bool stale;

	if (!run->others_wrote || row->verdict != IMPORT_NEW)
		return ERR_OK;
	if (row->record != 0)
		return record_type_of_id(run->import->store, row->record) ==
				NULL ? ERR_OK : refuse_stale(row, err);
	code = match_in_store(run->import, record, &found, err);
	stale = code == ERR_OK && (found.record != 0 || found.doubtful);
	match_clear(&found);
	return stale ? refuse_stale(row, err) : code;
}

static enum err_code
make_record(struct run *run, const struct plan_row *row,
	struct record *record, struct err *err)
{
	enum err_code code = ERR_OK;

	if (row->version == 0)
		record_init(record, row->type);
	else
		code = record_load(run->import->store, row->type, row->record,
			record, err);
	if (code != ERR_OK)
		return code;
	record->id = row->record;
	for (size_t i = 0; i < row->type->n_fields; i++)
		if (row->values[i] != NULL)
			record_put(record, i, row->values[i]);
	code = record->version != row->version || record->deleted
		? refuse_stale(row, err)
		: check_still_new(run, row, record, err);
	if (code != ERR_OK)
		record_clear(record);
	return code;
}

static void
count(struct import_result *result, const struct plan_row *row,
	enum change_did did)
{
	if (did == CHANGE_NOTHING)
		return;
	if (row->number >= PLAN_BESIDE)
		result->n_others++;
	else if (did == CHANGE_ADDED)
		result->n_new++;
	else
		result->n_changed++;
}

static enum err_code
save(struct run *run, struct plan_row *row, struct err *err)
{
	enum change_did did = CHANGE_NOTHING;
	struct record record;
	enum err_code code = make_record(run, row, &record, err);

	if (code != ERR_OK)
		return code;
	code = record_save(run->change, &record, &did, NULL, err);
	if (code == ERR_OK) {
		row->made = record.id;
		count(run->result, row, did);
	}
	record_clear(&record);
	return code;
}

/* Only what others refer to has to be found again. */
static enum err_code
note_made(struct run *run, const struct plan_row *row, int kind,
	struct err *err)
{
	const struct import *import = run->import;

	if (!import->refers_within && !import->options.roster)
		return ERR_OK;
	return plan_store(import->scratch, row, kind, err);
}

static enum err_code
run_row(struct run *run, struct plan_row *row, int kind, struct err *err)
{
	enum err_code code;

	if (kind == IMPORT_SAME) {
		row->made = row->record;
		return ERR_OK;
	}
	if (++run->depth > DEPTH_MAX)
		code = err_set(err, ERR_INVALID,
			_("It refers to other rows in a circle."));
	else
		code = resolve(run, row, err);
	if (code == ERR_OK)
		code = save(run, row, err);
	if (code == ERR_OK)
		code = note_made(run, row, kind, err);
	run->depth--;
	return blame_row(run, row, code, err);
}

static enum err_code
load_row(struct run *run, int64_t number, struct plan_row *row, int *kind,
	struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	enum err_code code = scratch_get(run->import->scratch, number, kind,
		&bytes, err);

	if (code == ERR_OK)
		plan_row_read(&bytes, row);
	strbuf_clear(&bytes);
	return code;
}

/* Executes the row, unless that is done, and gives its record. */
static enum err_code
run_number(struct run *run, int64_t number, int64_t *made, struct err *err)
{
	struct plan_row row;
	enum err_code code;
	int kind;

	*made = 0;
	code = load_row(run, number, &row, &kind, err);
	if (code != ERR_OK)
		return code;
	if (row.made == 0 && !is_taken(run, kind, &row))
		code = err_set(err, ERR_INVALID,
			_("It refers to row %lld, which is not taken."),
			(long long)number);
	else if (row.made == 0)
		code = run_row(run, &row, kind, err);
	*made = row.made;
	plan_row_clear(&row);
	return code;
}

static bool
row_waits(const struct plan_row *row)
{
	for (size_t i = 0; i < row->type->n_fields; i++)
		if (row->values[i] != NULL &&
			value_waits(&row->type->fields[i], row->values[i]))
			return true;
	return false;
}

/* What is wrong with a row beside the one that it waited for nobody could
 * say before that was there. */
static enum err_code
run_one(struct run *run, int64_t number, struct err *err)
{
	bool may_leave = run->import->options.skip_bad;
	struct plan_row row;
	enum err_code code;
	int kind;

	code = load_row(run, number, &row, &kind, err);
	if (code != ERR_OK)
		return code;
	may_leave = may_leave && row_waits(&row);
	run->blamed = false;
	if (row.made == 0 && kind != IMPORT_SAME && is_taken(run, kind, &row))
		code = run_row(run, &row, kind, err);
	plan_row_clear(&row);
	if (code != ERR_INVALID || !may_leave)
		return code;
	err_clear(err);
	run->n_left++;
	return ERR_OK;
}

static enum err_code
run_kind(struct run *run, int kind, uint64_t *n, uint64_t total,
	struct err *err)
{
	int64_t number = 0;
	enum err_code code = ERR_OK;

	while (code == ERR_OK) {
		code = scratch_next(run->import->scratch, kind, number, false,
			&number, err);
		if (code != ERR_OK || number == 0)
			break;
		if ((*n)++ % PROGRESS_EVERY == 0) {
			change_progress(run->change, run->job, _("saving"),
				*n, total);
			if (job_cancelled(run->job))
				return err_set(err, ERR_CANCELLED,
					_("Stopped; nothing was changed."));
		}
		code = run_one(run, number, err);
	}
	return code;
}

/* Verdict by verdict; what is referred to is executed when it is needed. */
static enum err_code
run_rows(struct run *run, struct err *err)
{
	static const int kinds[] = {IMPORT_CHANGED, IMPORT_NEW,
		IMPORT_DOUBTFUL, PLAN_COMPANION};
	const struct import_counts *counts = &run->import->counts;
	uint64_t n = 0, total = counts->rows[IMPORT_CHANGED] +
		counts->rows[IMPORT_NEW] + counts->rows[IMPORT_DOUBTFUL];
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK &&
		i < sizeof(kinds) / sizeof(kinds[0]); i++)
		code = run_kind(run, kinds[i], &n, total, err);
	return code;
}

/* ERR_INVALID where the options do not say what becomes of bad rows. */
static enum err_code
check_options(const struct import *import, struct err *err)
{
	uint64_t n_bad = import->counts.rows[IMPORT_REJECTED];
	uint64_t n_doubtful = import->counts.rows[IMPORT_DOUBTFUL];

	if (import->options.skip_bad)
		return ERR_OK;
	if (n_bad > 0)
		return err_set(err, ERR_INVALID,
			P_("%llu row is rejected, so that nothing was "
			   "imported; correct it, or take the good rows "
			   "alone.",
			   "%llu rows are rejected, so that nothing was "
			   "imported; correct them, or take the good rows "
			   "alone.", n_bad), (unsigned long long)n_bad);
	if (n_doubtful > 0 && !import->options.take_doubtful)
		return err_set(err, ERR_INVALID,
			P_("%llu row is held back, so that nothing was "
			   "imported; decide it, take it as new, or take the "
			   "good rows alone.",
			   "%llu rows are held back, so that nothing "
			   "was imported; decide them, take them as new, or "
			   "take the good rows alone.", n_doubtful),
			(unsigned long long)n_doubtful);
	return ERR_OK;
}

/* Counts the doubtful rows that are not taken. */
static enum err_code
count_left(struct import *import, uint64_t *n, struct err *err)
{
	int64_t number = 0;
	enum err_code code = ERR_OK;

	*n = import->counts.rows[IMPORT_REJECTED];
	if (!import->options.take_doubtful) {
		*n += import->counts.rows[IMPORT_DOUBTFUL];
		return ERR_OK;
	}
	while (code == ERR_OK) {
		struct plan_row row;

		code = scratch_next(import->scratch, IMPORT_DOUBTFUL, number,
			false, &number, err);
		if (code == ERR_OK && number == 0)
			break;
		if (code == ERR_OK)
			code = plan_load(import->scratch, number, &row, err);
		if (code != ERR_OK)
			break;
		*n += !row.may_be_new;
		plan_row_clear(&row);
	}
	return code;
}

/* Doubtful rows that cannot become new ones are as good as rejected. */
static enum err_code
check_left(const struct import *import, uint64_t n_left, struct err *err)
{
	if (n_left == 0 || import->options.skip_bad ||
		!import->options.take_doubtful)
		return ERR_OK;
	return err_set(err, ERR_INVALID,
		P_("%llu row that is held back cannot be taken as new, "
		   "so that nothing was imported; correct it.",
		   "%llu rows that are held back cannot be taken as "
		   "new, so that nothing was imported; correct them.", n_left),
		(unsigned long long)n_left);
}

/*
 * Many new records of an empty table are loaded and indexed afterwards.  Only
 * those that a number tells apart: what is checked of the others looks at
 * their neighbours, as do the further steps of a change that goes on.
 */
static enum err_code
begin_load(struct run *run, struct err *err)
{
	const struct import *import = run->import;
	const struct table *table = record_table(import->type);

	if (import->set != NULL || import->options.roster ||
		fill_field_of_kind(import->type, FIELD_IDCARD) == NULL ||
		import->counts.rows[IMPORT_NEW] < LOAD_MIN)
		return ERR_OK;
	return change_defer_indexes(run->change, &table, 1, err);
}

static enum err_code
run_plan(struct run *run, struct err *err)
{
	enum err_code code = begin_load(run, err);

	if (code == ERR_OK)
		code = run_rows(run, err);
	if (code == ERR_OK)
		code = record_check_loaded(run->import->store,
			run->import->type, err);
	return code;
}

/* Our own change is written as soon as the first plan is executed. */
static enum err_code
run_plans(struct run *run, struct err *err)
{
	const struct import_set *set = run->set;
	int64_t stamp;
	enum err_code code = scratch_stamp(set->items[0]->scratch, &stamp,
		err);

	for (size_t i = 0; code == ERR_OK && i < set->n; i++) {
		run->import = set->items[i];
		run->others_wrote = stamp != run->import->stamp;
		code = run_plan(run, err);
	}
	return code;
}

static enum err_code
run_change(struct run *run, const struct change_info *info, struct err *err)
{
	int64_t id;
	size_t n;
	enum err_code code = change_begin(run->set->items[0]->store, info,
		&run->change, err);

	if (code != ERR_OK)
		return code;
	code = run_plans(run, err);
	if (code != ERR_OK) {
		change_abandon(run->change);
		return code;
	}
	n = change_n_saved(run->change);
	id = n > 0 ? change_id(run->change) : 0;
	change_progress(run->change, run->job, _("indexing"), n, 0);
	code = change_commit(run->change, err);
	run->result->change = code == ERR_OK ? id : 0;
	return code;
}

/* Small things to remember, whose loss would not matter. */
static void
remember(const struct run *run)
{
	struct store *store = run->set->items[0]->store;
	char text[24];
	char *old = store_setting(store, "held_back");

	snprintf(text, sizeof(text), "%" PRIu64, run->n_left);
	if (strcmp(old, text) != 0 && (old[0] != '\0' || run->n_left > 0))
		(void)store_set_setting(store, "held_back", text, NULL);
	free(old);
	for (size_t i = 0; i < run->set->n; i++)
		header_remember(run->set->items[i]);
}

/* Before anything is written: a full disk in the middle helps nobody. */
static enum err_code
check_room(const struct import_set *set, struct err *err)
{
	enum { ROW_BYTES = 4096 }; /* record, search rows, journal, -wal */
	uint64_t n_rows = 0;

	for (size_t i = 0; i < set->n; i++) {
		const uint64_t *rows = set->items[i]->counts.rows;

		n_rows += rows[IMPORT_NEW] + rows[IMPORT_CHANGED];
		if (set->items[i]->options.take_doubtful)
			n_rows += rows[IMPORT_DOUBTFUL];
	}
	return file_check_room(store_path(set->items[0]->store),
		n_rows * ROW_BYTES, err);
}

enum err_code
run_settle(struct import *import, uint64_t *n_left, struct err *err)
{
	uint64_t n = 0;
	enum err_code code = check_options(import, err);

	if (code == ERR_OK)
		code = count_left(import, &n, err);
	if (code == ERR_OK)
		code = check_left(import, n, err);
	*n_left += n;
	return code;
}

enum err_code
run_set(const struct import_set *set, uint64_t n_left,
	const struct change_info *info, struct job *job,
	struct import_result *result, struct err *err)
{
	struct run run = {.set = set, .job = job, .result = result,
		.n_left = n_left};
	enum err_code code = check_room(set, err);

	*result = (struct import_result){0};
	if (code == ERR_OK)
		code = run_change(&run, info, err);
	if (code != ERR_OK) {
		*result = (struct import_result){0};
		return code;
	}
	for (size_t i = 0; i < set->n; i++)
		set->items[i]->planned = false;
	remember(&run);
	return ERR_OK;
}

enum err_code
import_run(struct import *import, const struct change_info *info,
	struct job *job, struct import_result *result, struct err *err)
{
	const struct import_set one = {&import, 1, 1};
	uint64_t n_left = 0;
	enum err_code code = ERR_OK;

	*result = (struct import_result){0};
	if (!import->planned)
		code = import_plan(import, job, err);
	if (code == ERR_OK)
		code = run_settle(import, &n_left, err);
	if (code == ERR_OK)
		code = run_set(&one, n_left, info, job, result, err);
	return code;
}
