#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/sorter.h"
#include "base/xalloc.h"
#include "records/undo_private.h"
#include "records/words.h"
#include "store/scratch.h"
#include "store/site.h"

enum {
	KEY_CONFLICT, /* the only kind of key in the plan's scratch */
	KEPT_BYTES = 1 << 20, /* of conflicts in memory while it is tried */
	NUMBER_BYTES = 8,
};

struct undo_plan {
	struct store *store;
	struct scratch *scratch; /* conflicts by number, verdict_of() each */
	struct journal_change head;
	int64_t record;          /* only what was done to this one; 0 all */
	const char *table;       /* of that record, or NULL */
	int64_t operator_id;
	char *operator_name;
	size_t n_records;
	int64_t stamp; /* of the store when the plan was made */
};

static int
verdict_of(enum undo_why why, bool taken)
{
	return 2 * (int)why + taken;
}

void
undo_conflict_clear(struct undo_conflict *conflict)
{
	free((char *)conflict->field);
	free((char *)conflict->old_value);
	free((char *)conflict->given_value);
	free((char *)conflict->now_value);
	free((char *)conflict->text);
	*conflict = (struct undo_conflict){0};
}

void
undo_result_clear(struct undo_result *result)
{
	strvec_clear(&result->refused);
	*result = (struct undo_result){0};
}

/* A conflict as bytes: its parts one after another, each with its zero. */
static void
write_conflict(const struct undo_conflict *conflict, struct strbuf *out)
{
	const char *const texts[] = {conflict->field, conflict->old_value,
		conflict->given_value, conflict->now_value, conflict->text};

	strbuf_addf(out, "%d %s %" PRId64 " %" PRId64, (int)conflict->why,
		conflict->type->name, conflict->record, conflict->row);
	strbuf_add_char(out, '\0');
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		strbuf_add_bytes(out, texts[i], strlen(texts[i]) + 1);
}

static void
read_conflict(const char *bytes, struct undo_conflict *conflict)
{
	const char **const texts[] = {&conflict->field, &conflict->old_value,
		&conflict->given_value, &conflict->now_value, &conflict->text};
	char table[JOURNAL_TABLE_SIZE] = "";
	int why = 0;

	*conflict = (struct undo_conflict){0};
	(void)sscanf(bytes, "%d %32s %" SCNd64 " %" SCNd64, &why, table,
		&conflict->record, &conflict->row);
	conflict->why = (enum undo_why)why;
	conflict->type = record_type_find(table);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		bytes += strlen(bytes) + 1;
		*texts[i] = xstrdup(bytes);
	}
}

static void
make_key(const struct undo_conflict *conflict, struct strbuf *out)
{
	strbuf_addf(out, "%" PRId64 " %d %s", conflict->row,
		(int)conflict->why, conflict->field);
}

/* The number of this conflict in the plan; 0 where it is not there. */
static enum err_code
find_conflict(const struct undo_plan *plan,
	const struct undo_conflict *conflict, int64_t *number, struct err *err)
{
	struct strbuf key = STRBUF_INIT;
	enum err_code code;

	make_key(conflict, &key);
	code = scratch_find_key(plan->scratch, KEY_CONFLICT, key.s, 0, number,
		err);
	strbuf_clear(&key);
	return code;
}

static enum err_code
load_conflict(const struct undo_plan *plan, int64_t number,
	struct undo_conflict *conflict, struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	int verdict;
	enum err_code code = scratch_get(plan->scratch, number, &verdict,
		&bytes, err);

	if (code == ERR_OK) {
		read_conflict(bytes.s, conflict);
		conflict->number = number;
		conflict->taken = verdict % 2 != 0;
	}
	strbuf_clear(&bytes);
	return code;
}

static enum err_code
begin_change(const struct undo_plan *plan, struct change **change,
	struct err *err)
{
	bool redoes = strcmp(plan->head.action, "undo") == 0;
	char id[SITE_ID_TEXT_SIZE];
	struct change_info info = {
		.operator_id = plan->operator_id,
		.operator_name = plan->operator_name,
		.action = redoes ? "redo" : "undo",
		.reason = plan->head.reason,
		.undoes = plan->head.id,
		.takes_back = plan->head.id,
	};

	if (plan->table != NULL) { /* the rest of the change still stands */
		site_id_to_text(plan->head.id, id);
		info.action = "put_back";
		info.reason = id;
		info.undoes = 0;
	}
	return change_begin(plan->store, &info, change, err);
}

static enum err_code
walk_change(const struct undo_plan *plan, struct change *change,
	struct job *job, enum err_code (*meet)(void *data,
		const struct undo_conflict *conflict, bool *take,
		struct err *err), void *data, struct err *err)
{
	struct find_ids tied = VEC_INIT;
	const struct undo_walk walk = {
		.change = change,
		.undone = plan->head.id,
		.table = plan->table,
		.record = plan->record,
		.n_rows = (uint64_t)plan->head.n_rows,
		.job = job,
		.meet = meet,
		.data = data,
		.tied = &tied,
	};
	enum err_code code = undo_walk(&walk, err);

	find_ids_clear(&tied);
	return code;
}

/* What is met while it is only tried: an abandoned change takes along what is
 * put into scratch meanwhile. */
struct trial {
	struct sorter *met; /* conflicts behind their numbers */
	uint64_t n;
};

/* Everything is left, and noted. */
static enum err_code
note_conflict(void *data, const struct undo_conflict *conflict, bool *take,
	struct err *err)
{
	struct trial *trial = data;
	struct strbuf bytes = STRBUF_INIT;
	enum err_code code;

	*take = false;
	trial->n++;
	for (int i = NUMBER_BYTES - 1; i >= 0; i--)
		strbuf_add_char(&bytes, (char)(trial->n >> (8 * i)));
	write_conflict(conflict, &bytes);
	code = sorter_add(trial->met, bytes.s, bytes.len, err);
	strbuf_clear(&bytes);
	return code;
}

/* Does all of it and abandons that: only so are rules and order known. */
static enum err_code
try_out(struct undo_plan *plan, struct job *job, struct trial *trial,
	struct err *err)
{
	struct change *change;
	enum err_code code = begin_change(plan, &change, err);

	if (code != ERR_OK)
		return code;
	code = scratch_stamp(plan->scratch, &plan->stamp, err);
	if (code == ERR_OK)
		code = walk_change(plan, change, job, note_conflict, trial,
			err);
	plan->n_records = change_n_saved(change);
	change_abandon(change);
	return code == ERR_OK ? sorter_sort(trial->met, err) : code;
}

static enum err_code
keep_conflict(const struct undo_plan *plan, int64_t number, const char *bytes,
	size_t len, struct err *err)
{
	struct undo_conflict conflict;
	struct strbuf key = STRBUF_INIT;
	enum err_code code;

	read_conflict(bytes, &conflict);
	make_key(&conflict, &key);
	code = scratch_put(plan->scratch, number,
		verdict_of(conflict.why, false), bytes, len, err);
	if (code == ERR_OK)
		code = scratch_add_key(plan->scratch, KEY_CONFLICT, key.s,
			number, err);
	strbuf_clear(&key);
	undo_conflict_clear(&conflict);
	return code;
}

static enum err_code
keep_conflicts(const struct undo_plan *plan, struct sorter *met,
	struct err *err)
{
	const void *bytes;
	size_t len;
	int64_t number = 0;
	enum err_code code = scratch_begin(plan->scratch, err);

	if (code != ERR_OK)
		return code;
	while ((code = sorter_next(met, &bytes, &len, err)) == ERR_OK &&
		bytes != NULL) {
		code = keep_conflict(plan, ++number,
			(const char *)bytes + NUMBER_BYTES, len - NUMBER_BYTES,
			err);
		if (code != ERR_OK)
			break;
	}
	if (code != ERR_OK) {
		(void)scratch_end(plan->scratch, false, NULL);
		return code;
	}
	return scratch_end(plan->scratch, true, err);
}

static enum err_code
make_plan(struct undo_plan *plan, int64_t change, struct job *job,
	struct err *err)
{
	struct trial trial = {sorter_new(KEPT_BYTES), 0};
	enum err_code code = journal_change_load(plan->store, change,
		&plan->head, err);

	if (code == ERR_OK)
		code = scratch_open(plan->store, &plan->scratch, err);
	if (code == ERR_OK)
		code = try_out(plan, job, &trial, err);
	if (code == ERR_OK)
		code = keep_conflicts(plan, trial.met, err);
	sorter_free(trial.met);
	if (code == ERR_OK && plan->n_records == 0 &&
		undo_plan_count(plan, UNDO_WHY_N, false) == 0)
		return err_set(err, ERR_INVALID,
			_("Everything in this change has been taken back "
			  "already."));
	return code;
}

enum err_code
undo_plan_make(struct store *store, int64_t change,
	const struct record_type *type, int64_t record,
	const struct change_info *info, struct job *job,
	struct undo_plan **out, struct err *err)
{
	struct undo_plan *plan = xcalloc(1, sizeof(*plan));
	enum err_code code;

	plan->store = store;
	plan->table = type != NULL ? type->name : NULL;
	plan->record = record;
	plan->operator_id = info->operator_id;
	plan->operator_name = xstrdup(info->operator_name);
	code = make_plan(plan, change, job, err);
	if (code != ERR_OK) {
		undo_plan_free(plan);
		plan = NULL;
	}
	*out = plan;
	return code;
}

void
undo_plan_free(struct undo_plan *plan)
{
	if (plan == NULL)
		return;
	scratch_close(plan->scratch);
	journal_change_clear(&plan->head);
	free(plan->operator_name);
	free(plan);
}

const struct journal_change *
undo_plan_change(const struct undo_plan *plan)
{
	return &plan->head;
}

size_t
undo_plan_n_records(const struct undo_plan *plan)
{
	return plan->n_records;
}

int64_t
undo_plan_count(const struct undo_plan *plan, enum undo_why why, bool taken)
{
	int64_t n = 0, all = 0;

	for (int i = 0; i < UNDO_WHY_N; i++) {
		if (why != UNDO_WHY_N && why != (enum undo_why)i)
			continue;
		(void)scratch_count(plan->scratch,
			verdict_of((enum undo_why)i, taken), &n, NULL);
		all += n;
	}
	return all;
}

/* Who did since what the conflict is about, where the sentence says no more. */
static void
say_since(struct undo_plan *plan, struct undo_conflict *conflict)
{
	const char *field = conflict->why == UNDO_REMOVED_SINCE ? "deleted"
		: conflict->field;
	struct journal_change since;
	char at[TIME_SIZE];
	int64_t change;

	if (conflict->text[0] != '\0' ||
		journal_touched_since(plan->store, conflict->type->name,
			conflict->record, field, conflict->row, &change,
			NULL) != ERR_OK ||
		change == 0 || journal_change_load(plan->store, change, &since,
			NULL) != ERR_OK)
		return;
	date_time_of_moment(since.at, at);
	free((char *)conflict->text);
	conflict->text = xasprintf(conflict->why == UNDO_REMOVED_SINCE
		? _("Removed by %s on %s; if it is taken back, the record is "
		    "brought back as well.")
		: _("Changed by %s on %s."), words_of_operator(&since), at);
	journal_change_clear(&since);
}

enum err_code
undo_plan_load(struct undo_plan *plan, int64_t after, bool backward, size_t n,
	struct undo_conflict out[], size_t *n_found, struct err *err)
{
	int64_t number = after == 0 && backward ? INT64_MAX : after;
	enum err_code code = ERR_OK;

	for (*n_found = 0; code == ERR_OK && *n_found < n; (*n_found)++) {
		code = scratch_next(plan->scratch, -1, number, backward,
			&number, err);
		if (code != ERR_OK || number == 0)
			break;
		code = load_conflict(plan, number, &out[*n_found], err);
		if (code != ERR_OK)
			break;
		say_since(plan, &out[*n_found]);
	}
	for (size_t i = 0; code != ERR_OK && i < *n_found; i++)
		undo_conflict_clear(&out[i]);
	return code;
}

enum err_code
undo_plan_take(struct undo_plan *plan, int64_t number, bool take,
	struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	enum undo_why why;
	int verdict;
	enum err_code code = scratch_get(plan->scratch, number, &verdict,
		&bytes, err);

	if (code != ERR_OK)
		return code;
	why = (enum undo_why)(verdict / 2);
	if (take && !undo_can_take(why))
		code = err_set(err, ERR_DENIED,
			_("This one must stay as it is; its own sentence "
			  "says why."));
	else
		code = scratch_put(plan->scratch, number,
			verdict_of(why, take), bytes.s, bytes.len, err);
	strbuf_clear(&bytes);
	return code;
}

enum err_code
undo_plan_take_all(struct undo_plan *plan, enum undo_why why, bool take,
	struct err *err)
{
	enum err_code code = ERR_OK;

	for (int i = 0; code == ERR_OK && i < UNDO_WHY_N; i++)
		if (undo_can_take((enum undo_why)i) &&
			(why == UNDO_WHY_N || why == (enum undo_why)i))
			code = scratch_turn(plan->scratch,
				verdict_of((enum undo_why)i, !take),
				verdict_of((enum undo_why)i, take), err);
	return code;
}

static enum err_code
take_as_one(struct undo_plan *plan, const struct undo_conflict *before,
	struct err *err)
{
	struct undo_conflict now;
	int64_t number;
	enum err_code code = find_conflict(plan, before, &number, err);

	if (code == ERR_OK && number != 0)
		code = load_conflict(plan, number, &now, err);
	if (code != ERR_OK || number == 0)
		return code;
	if (strcmp(now.now_value, before->now_value) == 0)
		code = undo_plan_take(plan, number, true, err);
	undo_conflict_clear(&now);
	return code;
}

static enum err_code
take_as_kind(struct undo_plan *plan, const struct undo_plan *before,
	int verdict, struct err *err)
{
	struct undo_conflict conflict;
	int64_t number = 0;
	enum err_code code;

	while ((code = scratch_next(before->scratch, verdict, number, false,
			&number, err)) == ERR_OK && number != 0) {
		code = load_conflict(before, number, &conflict, err);
		if (code != ERR_OK)
			break;
		code = take_as_one(plan, &conflict, err);
		undo_conflict_clear(&conflict);
		if (code != ERR_OK)
			break;
	}
	return code;
}

enum err_code
undo_plan_take_as(struct undo_plan *plan, const struct undo_plan *before,
	struct err *err)
{
	enum err_code code = ERR_OK;

	for (int i = 0; code == ERR_OK && i < UNDO_WHY_N; i++)
		code = take_as_kind(plan, before,
			verdict_of((enum undo_why)i, true), err);
	return code;
}

/* A plan that is being carried out. */
struct carrying {
	struct undo_plan *plan;
	struct undo_result *result;
	bool others_wrote; /* since the plan was made */
};

/* Is this the conflict that was shown, and was it chosen? */
static enum err_code
is_chosen(const struct carrying *carrying,
	const struct undo_conflict *conflict, bool *shown, bool *take,
	struct err *err)
{
	struct undo_conflict planned;
	int64_t number;
	enum err_code code = find_conflict(carrying->plan, conflict, &number,
		err);

	*shown = *take = false;
	if (code == ERR_OK && number != 0)
		code = load_conflict(carrying->plan, number, &planned, err);
	if (code != ERR_OK || number == 0)
		return code;
	*shown = strcmp(planned.now_value, conflict->now_value) == 0;
	*take = *shown && planned.taken;
	undo_conflict_clear(&planned);
	return ERR_OK;
}

static enum err_code
decide(void *data, const struct undo_conflict *conflict, bool *take,
	struct err *err)
{
	struct carrying *carrying = data;
	struct undo_result *result = carrying->result;
	bool shown;
	enum err_code code = is_chosen(carrying, conflict, &shown, take, err);

	if (code != ERR_OK)
		return code;
	if (!shown && carrying->others_wrote)
		return err_set(err, ERR_STALE,
			_("Somebody has saved something meanwhile that this "
			  "touches; look at it once more."));
	if (*take)
		result->n_taken++;
	else
		result->n_left++;
	if (!shown && conflict->why == UNDO_REFUSED &&
		result->refused.n < UNDO_TOLD)
		strvec_add(&result->refused, conflict->text);
	return ERR_OK;
}

enum err_code
undo_plan_run(struct undo_plan *plan, struct job *job,
	struct undo_result *result, struct err *err)
{
	struct carrying carrying = {plan, result, false};
	struct change *change;
	int64_t stamp, number;
	enum err_code code = begin_change(plan, &change, err);

	*result = (struct undo_result){0};
	if (code != ERR_OK)
		return code;
	number = change_id(change);
	code = scratch_stamp(plan->scratch, &stamp, err);
	carrying.others_wrote = stamp != plan->stamp;
	if (code == ERR_OK)
		code = walk_change(plan, change, job, decide, &carrying, err);
	result->n_records = change_n_saved(change);
	code = change_end(change, code, err);
	if (code == ERR_OK && result->n_records > 0)
		result->change = number;
	return code;
}
