#include "records/duplicates.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/seal.h"
#include "base/sorter.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/row.h"
#include "records/ruling.h"
#include "store/journal.h"
#include "store/stmt.h"

enum {
	NUMBER_SIZE = 8,
	KEY_SIZE = NUMBER_SIZE + 1, /* hash and rule */
	ITEM_SIZE = KEY_SIZE + 2 * NUMBER_SIZE, /* hint, id */
	PAIR_SIZE = 2 * NUMBER_SIZE,
	FIELDS_MAX = 8,        /* that rules of one type name */
	CANDIDATES_MAX = 200,  /* by each rule, of one record */
	PROGRESS_EVERY = 1024,
};

#define KEYS_MEMORY ((size_t)6 << 20)
#define PAIRS_MEMORY ((size_t)1 << 20)

/* A record of those that share a key. */
struct sharer {
	uint64_t hint;
	uint64_t id;
};

struct sweep {
	struct store *store;
	const struct record_type *type;
	const struct field_type *fields[FIELDS_MAX]; /* that the rules name */
	size_t n_fields;
	struct record record; /* the one that is read, by these alone */
	struct sorter *keys;
	struct sorter *pairs;
	unsigned char key[KEY_SIZE]; /* of the group */
	VEC(struct sharer) group;    /* as far as it is kept */
	size_t n_group;
	struct job *job;
};

void
duplicates_clear(struct duplicates *list)
{
	vec_clear(list);
}

static void
add_field(struct sweep *sweep, const char *name)
{
	const struct field_type *field = record_field(sweep->type, name);

	for (size_t i = 0; i < sweep->n_fields; i++)
		if (sweep->fields[i] == field)
			return;
	if (sweep->n_fields < FIELDS_MAX)
		sweep->fields[sweep->n_fields++] = field;
}

static void
gather_fields(struct sweep *sweep)
{
	const struct record_type *type = sweep->type;

	for (size_t i = 0; i < type->n_alike; i++)
		for (size_t j = 0; j < ALIKE_FIELDS_MAX &&
			type->alike[i].on[j].as != ALIKE_NOT; j++)
			add_field(sweep, type->alike[i].on[j].field);
}

static enum err_code
give_keys(struct sweep *sweep, struct alike_key keys[ALIKE_KEYS_MAX],
	uint64_t id, struct err *err)
{
	const struct record_type *type = sweep->type;
	enum err_code code = ERR_OK;

	for (size_t i = 0; i < type->n_alike; i++) {
		size_t n = alike_keys(&sweep->record, &type->alike[i], keys);

		for (size_t j = 0; code == ERR_OK && j < n; j++) {
			unsigned char item[ITEM_SIZE];

			seal_put_u64(item, seal_short_hash(keys[j].text.s,
				keys[j].text.len));
			item[NUMBER_SIZE] = (unsigned char)i;
			seal_put_u64(item + KEY_SIZE, keys[j].hint);
			seal_put_u64(item + KEY_SIZE + NUMBER_SIZE, id);
			code = sorter_add(sweep->keys, item, sizeof(item),
				err);
		}
	}
	return code;
}

static void
take_row(struct sweep *sweep, const struct stmt *stmt)
{
	struct strbuf value = STRBUF_INIT;

	for (size_t i = 0; i < sweep->n_fields; i++) {
		strbuf_reset(&value);
		row_value(sweep->fields[i], stmt, (int)i + 1, &value);
		record_set(&sweep->record, sweep->fields[i]->name, value.s);
	}
	strbuf_clear(&value);
}

static void
write_select(const struct sweep *sweep, struct strbuf *sql)
{
	strbuf_add(sql, "SELECT id");
	for (size_t i = 0; i < sweep->n_fields; i++)
		strbuf_addf(sql, ", %s", sweep->fields[i]->name);
	strbuf_addf(sql, " FROM %s WHERE deleted = 0 ORDER BY id",
		sweep->type->name);
}

static enum err_code
read_rows(struct sweep *sweep, struct stmt *stmt, struct err *err)
{
	struct alike_key keys[ALIKE_KEYS_MAX] = {{STRBUF_INIT, 0},
		{STRBUF_INIT, 0}};
	enum err_code code;
	bool row;

	for (uint64_t n = 0; (code = stmt_step(stmt, &row, err)) == ERR_OK &&
		row; n++) {
		if (n % PROGRESS_EVERY == 0)
			job_progress(sweep->job, _("reading"), n, 0);
		if (job_cancelled(sweep->job)) {
			code = err_set(err, ERR_CANCELLED, _("Stopped."));
			break;
		}
		take_row(sweep, stmt);
		code = give_keys(sweep, keys, (uint64_t)stmt_int(stmt, 0),
			err);
		if (code != ERR_OK)
			break;
	}
	for (size_t i = 0; i < ALIKE_KEYS_MAX; i++)
		strbuf_clear(&keys[i].text);
	return code;
}

static enum err_code
read_keys(struct sweep *sweep, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;

	write_select(sweep, &sql);
	code = stmt_open(sweep->store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	code = read_rows(sweep, stmt, err);
	stmt_done(stmt);
	return code == ERR_OK ? sorter_sort(sweep->keys, err) : code;
}

static enum err_code
give_pair(struct sweep *sweep, const struct alike_rule *rule,
	const struct sharer *a, const struct sharer *b, struct err *err)
{
	unsigned char item[PAIR_SIZE];

	if (a->id == b->id || !alike_hints_fit(rule, a->hint, b->hint))
		return ERR_OK;
	seal_put_u64(item, a->id < b->id ? a->id : b->id);
	seal_put_u64(item + NUMBER_SIZE, a->id < b->id ? b->id : a->id);
	return sorter_add(sweep->pairs, item, sizeof(item), err);
}

static enum err_code
end_group(struct sweep *sweep, struct err *err)
{
	const struct alike_rule *rule =
		&sweep->type->alike[sweep->key[NUMBER_SIZE]];
	size_t n = sweep->n_group;
	enum err_code code = ERR_OK;

	sweep->n_group = 0;
	if (n < 2 || n > DUPLICATES_GROUP || alike_is_drowned(rule, n))
		return ERR_OK;
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; code == ERR_OK && j < n; j++)
			code = give_pair(sweep, rule, &sweep->group.items[i],
				&sweep->group.items[j], err);
	return code;
}

/* One that is too many is compared with the first; so were then all that came
 * before it. */
static enum err_code
add_too_many(struct sweep *sweep, const struct sharer *sharer,
	struct err *err)
{
	const struct alike_rule *rule =
		&sweep->type->alike[sweep->key[NUMBER_SIZE]];
	const struct sharer *first = &sweep->group.items[0];
	enum err_code code = ERR_OK;

	if (alike_is_drowned(rule, sweep->n_group + 1))
		return ERR_OK;
	for (size_t i = 1; code == ERR_OK && sweep->n_group ==
			DUPLICATES_GROUP && i < DUPLICATES_GROUP; i++)
		code = give_pair(sweep, rule, first, &sweep->group.items[i],
			err);
	return code == ERR_OK ? give_pair(sweep, rule, first, sharer, err)
			      : code;
}

static enum err_code
add_sharer(struct sweep *sweep, const unsigned char *item, struct err *err)
{
	const struct sharer sharer = {seal_get_u64(item + KEY_SIZE),
		seal_get_u64(item + KEY_SIZE + NUMBER_SIZE)};
	enum err_code code = ERR_OK;

	if (sweep->n_group == 0 || memcmp(item, sweep->key, KEY_SIZE) != 0) {
		code = end_group(sweep, err);
		memcpy(sweep->key, item, KEY_SIZE);
		sweep->group.n = 0;
	}
	if (code == ERR_OK && sweep->n_group < DUPLICATES_GROUP)
		vec_push(&sweep->group, sharer);
	else if (code == ERR_OK)
		code = add_too_many(sweep, &sharer, err);
	sweep->n_group++;
	return code;
}

static enum err_code
read_groups(struct sweep *sweep, struct err *err)
{
	const void *item;
	size_t len;
	enum err_code code;

	do {
		code = sorter_next(sweep->keys, &item, &len, err);
		if (code == ERR_OK && item != NULL)
			code = add_sharer(sweep, item, err);
	} while (code == ERR_OK && item != NULL);
	if (code == ERR_OK)
		code = end_group(sweep, err);
	return code == ERR_OK ? sorter_sort(sweep->pairs, err) : code;
}

/* found->how is LIKELIHOOD_NONE for what is no pair any more. */
static enum err_code
compare_ids(struct store *store, const struct record_type *type, int64_t one,
	int64_t other, struct alike_found *found, struct err *err)
{
	struct record a, b;
	bool distinct = false;
	enum err_code code = record_load(store, type, one, &a, err);

	*found = (struct alike_found){.how = LIKELIHOOD_NONE};
	if (code != ERR_OK)
		return code;
	code = record_load(store, type, other, &b, err);
	if (code == ERR_OK) {
		if (!a.deleted && !b.deleted)
			code = alike_compare(store, &a, &b, found, err);
		if (code == ERR_OK && found->how != LIKELIHOOD_NONE)
			code = ruling_are_distinct(store, one, other,
				&distinct, err);
		if (distinct)
			found->how = LIKELIHOOD_NONE;
		record_clear(&b);
	}
	record_clear(&a);
	return code;
}

static enum err_code
read_pairs(struct sweep *sweep,
	enum err_code (*each)(void *data, const struct duplicate *duplicate,
		struct err *err),
	void *data, struct err *err)
{
	struct duplicate pair = {.one = 0};
	const unsigned char *bytes;
	const void *item;
	size_t len;
	enum err_code code = ERR_OK;

	for (uint64_t n = 0; code == ERR_OK; n++) {
		struct duplicate last = pair;

		code = sorter_next(sweep->pairs, &item, &len, err);
		if (code != ERR_OK || item == NULL)
			break;
		if (n % PROGRESS_EVERY == 0)
			job_progress(sweep->job, _("comparing"), n, 0);
		if (job_cancelled(sweep->job))
			return err_set(err, ERR_CANCELLED, _("Stopped."));
		bytes = item;
		pair.one = (int64_t)seal_get_u64(bytes);
		pair.other = (int64_t)seal_get_u64(bytes + NUMBER_SIZE);
		if (pair.one == last.one && pair.other == last.other)
			continue;
		code = compare_ids(sweep->store, sweep->type, pair.one,
			pair.other, &pair.found, err);
		if (code == ERR_OK && pair.found.how != LIKELIHOOD_NONE)
			code = each(data, &pair, err);
	}
	return code;
}

enum err_code
duplicates_each(struct store *store, const struct record_type *type,
	enum err_code (*each)(void *data, const struct duplicate *duplicate,
		struct err *err),
	void *data, struct job *job, struct err *err)
{
	struct sweep sweep = {.store = store, .type = type, .job = job,
		.keys = sorter_new(KEYS_MEMORY),
		.pairs = sorter_new(PAIRS_MEMORY)};
	char today[DATE_SIZE];
	enum err_code code;

	gather_fields(&sweep);
	world_today(store_world(store), today);
	record_begin(&sweep.record, type, today);
	code = store_read_begin(store, err);
	if (code == ERR_OK) {
		code = read_keys(&sweep, err);
		if (code == ERR_OK)
			code = read_groups(&sweep, err);
		sorter_free(sweep.keys);
		sweep.keys = NULL;
		if (code == ERR_OK)
			code = read_pairs(&sweep, each, data, err);
		store_read_end(store);
	}
	sorter_free(sweep.keys);
	sorter_free(sweep.pairs);
	vec_clear(&sweep.group);
	record_clear(&sweep.record);
	return code;
}

/* The list on its way. */
struct gathering {
	struct store *store;
	const struct record_type *type;
	int64_t change; /* that has saved one of each; 0: all */
	struct duplicates *list;
	size_t limit;
	size_t n[LIKELIHOOD_N];
	size_t n_more;
};

static enum err_code
was_saved(const struct gathering *gathering, int64_t id, bool *was,
	struct err *err)
{
	struct journal_reader *reader;
	struct journal_field field;
	enum err_code code = journal_read_part(gathering->store,
		gathering->change, gathering->type->name, id, &reader, err);

	if (code != ERR_OK)
		return code;
	code = journal_next(reader, &field, was, err);
	journal_close(reader);
	return code;
}

static enum err_code
gather(void *data, const struct duplicate *duplicate, struct err *err)
{
	struct gathering *gathering = data;
	bool wanted = gathering->change == 0;
	enum err_code code = ERR_OK;

	if (!wanted)
		code = was_saved(gathering, duplicate->other, &wanted, err);
	if (code == ERR_OK && !wanted)
		code = was_saved(gathering, duplicate->one, &wanted, err);
	if (code != ERR_OK || !wanted)
		return code;
	if (gathering->n[duplicate->found.how]++ < gathering->limit)
		vec_push(gathering->list, *duplicate);
	else
		gathering->n_more++;
	return ERR_OK;
}

/* The surest first; of names that many have, the rarest. */
static int
by_likelihood(const void *a, const void *b)
{
	const struct duplicate *x = a, *y = b;

	if (x->found.how != y->found.how)
		return x->found.how > y->found.how ? -1 : 1;
	if (x->found.namesakes != y->found.namesakes)
		return x->found.namesakes < y->found.namesakes ? -1 : 1;
	if (x->one != y->one)
		return x->one < y->one ? -1 : 1;
	return x->other < y->other ? -1 : x->other > y->other;
}

static void
sort(struct duplicates *list)
{
	if (list->n > 1)
		qsort(list->items, list->n, sizeof(*list->items),
			by_likelihood);
}

enum err_code
duplicates_load(struct store *store, const struct record_type *type,
	int64_t change, size_t limit, struct duplicates *list, size_t *n_more,
	struct job *job, struct err *err)
{
	struct gathering gathering = {.store = store, .type = type,
		.change = change, .list = list, .limit = limit};
	enum err_code code = duplicates_each(store, type, gather, &gathering,
		job, err);

	*n_more = gathering.n_more;
	sort(list);
	return code;
}

enum err_code
duplicates_recheck(struct store *store, const struct record_type *type,
	struct duplicates *list, struct err *err)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct duplicate pair = list->items[i];
		enum err_code code = compare_ids(store, type, pair.one,
			pair.other, &pair.found, err);

		if (code != ERR_OK)
			return code;
		if (pair.found.how != LIKELIHOOD_NONE)
			list->items[n++] = pair;
	}
	list->n = n;
	return ERR_OK;
}

static enum err_code
add_like(struct store *store, const struct record *record, int64_t id,
	struct duplicates *list, struct err *err)
{
	struct duplicate pair = {.one = record->id, .other = id};
	struct record other;
	bool distinct = false;
	enum err_code code = record_load(store, record->type, id, &other, err);

	if (code != ERR_OK)
		return code;
	code = alike_compare(store, &other, record, &pair.found, err);
	record_clear(&other);
	if (code == ERR_OK && record->id != 0 &&
		pair.found.how != LIKELIHOOD_NONE)
		code = ruling_are_distinct(store, record->id, id, &distinct,
			err);
	if (code == ERR_OK && pair.found.how != LIKELIHOOD_NONE && !distinct)
		vec_push(list, pair);
	return code;
}

enum err_code
duplicates_of(struct store *store, const struct record *record,
	struct duplicates *list, struct err *err)
{
	struct find_ids ids = VEC_INIT;
	enum err_code code = alike_candidates(store, record, CANDIDATES_MAX,
		&ids, err);

	for (size_t i = 0; code == ERR_OK && i < ids.n; i++)
		code = add_like(store, record, ids.items[i], list, err);
	find_ids_clear(&ids);
	sort(list);
	return code;
}
