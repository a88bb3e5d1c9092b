#include "records/checklist.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/find.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/save.h"
#include "store/site.h"

/* Of verdict. */
enum { PARTLY_MET = '2', NOT_MET = '3', NOT_APPLICABLE = '9' };

static bool
has_row(const struct owned_rows *rows, int64_t item)
{
	for (size_t i = 0; i < rows->n; i++)
		if (record_ref(&rows->items[i]->now, "item_id") == item)
			return true;
	return false;
}

/* The texts as checklist_result's own fill() would find them, which then need
 * not look. */
static void
add_row(struct owned_rows *rows, const struct record *group,
	const struct record *item, const char *today)
{
	static const char *const same[] = {"code", "text", "guide"};
	struct record *row = &owned_add(rows, today)->now;
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(item->id, id);
	record_set(row, "item_id", id);
	record_set(row, "grp", record_get(group, "name"));
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++)
		record_set(row, same[i], record_get(item, same[i]));
}

/* standard holds the groups and the items of one, in their order. */
static size_t
fill_from(const struct owned *standard, struct owned_rows *rows,
	const char *today)
{
	const struct owned_rows *groups = owned_of(standard,
		&standard_group_type);
	const struct owned_rows *items = owned_of(standard,
		&standard_item_type);
	size_t n_added = 0;

	for (size_t g = 0; g < groups->n; g++)
		for (size_t i = 0; i < items->n; i++) {
			const struct record *group = &groups->items[g]->now;
			const struct record *item = &items->items[i]->now;

			if (record_ref(item, "group_id") != group->id ||
				has_row(rows, item->id))
				continue;
			add_row(rows, group, item, today);
			n_added++;
		}
	return n_added;
}

static enum err_code
load_standard(struct store *store, const struct record *run,
	struct owned *standard, struct err *err)
{
	int64_t id = record_ref(run, "standard_id");

	owned_init(standard, &standard_type);
	if (id == 0)
		return err_set_field(err, ERR_INVALID, "standard_id",
			_("Say first against which standard the union is "
			  "held."));
	return owned_load(store, standard, id, err);
}

enum err_code
checklist_fill(struct store *store, const struct record *run,
	struct owned_rows *rows, const char *today, size_t *n_added,
	struct err *err)
{
	struct owned standard;
	enum err_code code = load_standard(store, run, &standard, err);

	*n_added = code == ERR_OK ? fill_from(&standard, rows, today) : 0;
	owned_clear(&standard);
	return code;
}

/* The code of the standard that a run names, on the heap; NULL: none. */
static char *
standard_code(struct store *store, const struct record *run)
{
	struct record standard;
	char *code;

	if (record_load(store, &standard_type, record_ref(run, "standard_id"),
		    &standard, NULL) != ERR_OK)
		return NULL;
	code = xstrdup(record_get(&standard, "code"));
	record_clear(&standard);
	return code;
}

/* The editions of a standard have its code. */
static bool
is_same_standard(struct store *store, const struct record *a,
	const struct record *b)
{
	char *one, *other;
	bool same;

	if (record_ref(a, "standard_id") == record_ref(b, "standard_id"))
		return true;
	one = standard_code(store, a);
	other = standard_code(store, b);
	same = one != NULL && other != NULL && strcmp(one, other) == 0;
	free(one);
	free(other);
	return same;
}

/* The other runs of one's union, as they are gone through. */
struct others {
	struct store *store;
	const struct record *run;
	int64_t found;
	char until[DATE_SIZE]; /* of the one found */
};

static enum err_code
each_other(struct others *others,
	void (*each)(struct others *others, const struct record *other),
	struct err *err)
{
	const struct record *run = others->run;
	struct find_ids ids = VEC_INIT;
	enum err_code code = find_by_value(others->store, run->type,
		"union_org_id", record_get(run, "union_org_id"), SIZE_MAX / 2,
		&ids, err);

	for (size_t i = 0; code == ERR_OK && i < ids.n; i++) {
		struct record other;

		if (ids.items[i] == run->id)
			continue;
		code = record_load(others->store, run->type, ids.items[i],
			&other, err);
		if (code != ERR_OK)
			break;
		each(others, &other);
		record_clear(&other);
	}
	find_ids_clear(&ids);
	return code;
}

static void
take_same(struct others *others, const struct record *other)
{
	static const char *const same[] = {"year", "part", "day_on"};

	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++)
		if (strcmp(record_get(others->run, same[i]),
			    record_get(other, same[i])) != 0)
			return;
	if (is_same_standard(others->store, others->run, other))
		others->found = other->id;
}

enum err_code
checklist_same(struct store *store, const struct record *run, int64_t *id,
	struct err *err)
{
	struct others others = {.store = store, .run = run};
	enum err_code code = each_other(&others, take_same, err);

	*id = others.found;
	return code;
}

static void
take_later(struct others *others, const struct record *other)
{
	const char *until = record_get(other, "until_on");

	if (date_compare(until, record_get(others->run, "until_on")) >= 0 ||
		(others->found != 0 &&
			date_compare(until, others->until) <= 0) ||
		!is_same_standard(others->store, others->run, other))
		return;
	others->found = other->id;
	memcpy(others->until, until, strlen(until) + 1);
}

enum err_code
checklist_previous(struct store *store, const struct record *run,
	int64_t *id, struct err *err)
{
	struct others others = {.store = store, .run = run};
	enum err_code code = each_other(&others, take_later, err);

	*id = others.found;
	return code;
}

/* A task that came from a finding says what is done about it. */
static bool
has_task(struct store *store, const struct record *result)
{
	struct find_ids ids = VEC_INIT;
	char id[SITE_ID_TEXT_SIZE];
	bool has;

	site_id_to_text(result->id, id);
	has = find_by_value(store, &task_type, "checklist_result_id", id, 1,
		&ids, NULL) == ERR_OK && ids.n > 0;
	find_ids_clear(&ids);
	return has;
}

static bool
is_empty(const struct record *result, const char *field)
{
	return record_get(result, field)[0] == '\0';
}

char *
checklist_wants(struct store *store, const struct record *result)
{
	const char verdict = record_get(result, "verdict")[0];
	const char *code = record_get(result, "code");

	if (result->deleted)
		return NULL;
	if (verdict == NOT_APPLICABLE && is_empty(result, "note"))
		return xasprintf(_("%s: say in the note why it does not "
				   "apply."), code);
	if ((verdict == PARTLY_MET || verdict == NOT_MET) &&
		is_empty(result, "finding"))
		return xasprintf(_("%s: write down what was found."), code);
	if (verdict == NOT_MET && (is_empty(result, "measure") ||
			is_empty(result, "due_on")) &&
		!has_task(store, result))
		return xasprintf(_("%s: say what is done about it and by "
				   "when, or make a task of it."), code);
	return NULL;
}

/* What is known while runs are made. */
struct beginning {
	struct change *change;
	struct owned standard;
	char today[DATE_SIZE];
	struct checklist_begun *begun;
};

static enum err_code
make_run(struct beginning *beginning, struct record *run, struct err *err)
{
	const struct owned_row *failed;
	struct notes notes = VEC_INIT;
	struct owned owned;
	enum err_code code;

	owned_init(&owned, run->type);
	fill_from(&beginning->standard,
		owned_of(&owned, &checklist_result_type), beginning->today);
	code = owned_save(beginning->change, run, &owned, &notes, &failed,
		err);
	beginning->begun->n_made += code == ERR_OK;
	notes_clear(&notes);
	owned_clear(&owned);
	return code;
}

static enum err_code
begin_one(struct beginning *beginning, const struct record *like,
	int64_t union_org, struct err *err)
{
	struct store *store = change_store(beginning->change);
	char id[SITE_ID_TEXT_SIZE];
	struct record run;
	int64_t had = 0;
	enum err_code code;

	record_begin_like(&run, like, beginning->today);
	site_id_to_text(union_org, id);
	record_set(&run, "union_org_id", id);
	code = checklist_same(store, &run, &had, err);
	if (code == ERR_OK && had != 0)
		beginning->begun->n_had++;
	else if (code == ERR_OK)
		code = make_run(beginning, &run, err);
	record_clear(&run);
	return code;
}

enum err_code
checklist_begin(struct change *change, const struct record *run,
	const int64_t *unions, size_t n_unions, struct job *job,
	struct checklist_begun *begun, struct err *err)
{
	struct store *store = change_store(change);
	struct beginning beginning = {.change = change, .begun = begun};
	enum err_code code = load_standard(store, run, &beginning.standard,
		err);

	*begun = (struct checklist_begun){0};
	world_today(store_world(store), beginning.today);
	for (size_t i = 0; code == ERR_OK && i < n_unions; i++) {
		change_progress(change, job, _("making checklists"), i,
			n_unions);
		code = job_cancelled(job) ? err_set(err, ERR_CANCELLED,
				_("No checklist was made."))
			: begin_one(&beginning, run, unions[i], err);
	}
	owned_clear(&beginning.standard);
	return code;
}
