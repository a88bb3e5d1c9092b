/* All that refers to a record, led to another. */
#include "records/fuse_private.h"

#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/query.h"
#include "records/save.h"
#include "store/site.h"

struct turning {
	struct fuse *fuse;
	struct change *change;
	const struct record_type *type; /* of both */
	int64_t from;
	int64_t to;
	char to_text[SITE_ID_TEXT_SIZE];
};

enum err_code
fuse_name(struct store *store, const struct record *record, enum err_code code,
	struct err *err, struct err *why)
{
	struct strbuf title = STRBUF_INIT;

	if (code != ERR_INVALID && code != ERR_DENIED)
		return err_move(err, why);
	record_title(store, record, &title);
	err_set_field(err, code, why->field, _("%s %s: %s"),
		term_word(&record->type->term), title.s, why->text);
	err_clear(why);
	strbuf_clear(&title);
	return code;
}

static bool
refers(const struct turning *turning, const struct field_type *field)
{
	return field->kind == FIELD_REF && field_ref(field) == turning->type;
}

/* Is the field one of those that lead to the new record now? */
static bool
was_turned(const struct turning *turning, const struct record *record,
	const char *name)
{
	const struct field_type *field = record_field(record->type, name);

	return refers(turning, field) &&
		record_ref(record, name) == turning->to;
}

static bool
key_is_full(const struct turning *turning, const struct record *record,
	const char *const *key)
{
	bool any = false;

	for (size_t i = 0; i < RECORD_MAX_KEY_FIELDS && key[i] != NULL; i++) {
		if (record_get(record, key[i])[0] == '\0')
			return false;
		any = any || was_turned(turning, record, key[i]);
	}
	return any;
}

struct twin {
	const struct record *record;
	int64_t gone; /* nor this one */
	int64_t id;
};

static enum err_code
take_twin(void *data, const struct record *record, struct err *err)
{
	struct twin *twin = data;

	(void)err;
	if (twin->id == 0 && record->id != twin->record->id &&
		record->id != twin->gone)
		twin->id = record->id;
	return ERR_OK;
}

/* Another record with the same first key that is full, or any of them. */
static enum err_code
find_twin(const struct turning *turning, const struct record *record,
	bool any_key, int64_t *id, struct err *err)
{
	const struct record_type *type = record->type;
	struct twin twin = {record, turning->from, 0};
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && twin.id == 0 &&
		i < RECORD_MAX_KEYS && type->key[i][0] != NULL; i++) {
		const char *const *key = type->key[i];
		struct query query;

		if (!key_is_full(turning, record, key))
			continue;
		query_init(&query, type);
		for (size_t k = 0; k < RECORD_MAX_KEY_FIELDS && key[k] != NULL;
			k++)
			query_set_filter(&query, key[k],
				record_get(record, key[k]));
		code = query_each(turning->fuse->store, &query, take_twin,
			&twin, err);
		query_clear(&query);
		if (!any_key)
			break;
	}
	*id = twin.id;
	return code;
}

static enum err_code
turn_all(const struct turning *turning, struct err *err);

static void
fill_blanks(struct record *stays, const struct record *goes)
{
	const struct record_type *type = stays->type;

	for (size_t i = 0; i < type->n_fields; i++)
		if (stays->values[i][0] == '\0' &&
			!(type->fields[i].flags & FIELD_READONLY))
			record_put(stays, i, goes->values[i]);
}

/* What referred to the row that goes, and that row. */
static enum err_code
let_go(const struct turning *turning, const struct fuse_pair *pair,
	struct err *err)
{
	struct turning rows = {turning->fuse, turning->change, pair->type,
		pair->goes, pair->stays, ""};
	enum err_code code;

	site_id_to_text(pair->stays, rows.to_text);
	code = turn_all(&rows, err);
	return code == ERR_OK ? record_remove(turning->change, pair->type,
			pair->goes, err) : code;
}

/* Of two rows that are the same now one stays, by default that which was there;
 * turned is the other, as it is to be. */
static enum err_code
settle_pair(const struct turning *turning, const struct record *turned,
	int64_t twin_id, struct err *err)
{
	struct fuse *fuse = turning->fuse;
	struct fuse_pair pair = {turned->type, twin_id, turned->id, false};
	struct record twin, stays;
	enum err_code code;

	for (size_t i = 0; i < fuse->preferred.n; i++)
		if (fuse->preferred.items[i] == turned->id)
			pair = (struct fuse_pair){turned->type, turned->id,
				twin_id, false};
	vec_push(&fuse->pairs, pair);
	code = record_load(fuse->store, turned->type, twin_id, &twin, err);
	if (code != ERR_OK)
		return code;
	code = let_go(turning, &pair, err);
	if (code == ERR_OK) { /* as it is by now */
		code = record_load(fuse->store, pair.type, pair.stays, &stays,
			err);
	}
	if (code == ERR_OK) {
		if (pair.stays == turned->id)
			for (size_t i = 0; i < turned->type->n_fields; i++)
				record_put(&stays, i, turned->values[i]);
		fill_blanks(&stays, pair.stays == twin_id ? turned : &twin);
		code = record_save(turning->change, &stays, NULL, NULL, err);
		record_clear(&stays);
	}
	record_clear(&twin);
	return code;
}

/* A closed record keeps its place beside the one that is the same now. */
static enum err_code
save_closed(const struct turning *turning, struct record *record,
	int64_t twin, struct err *err)
{
	const struct fuse_pair pair = {record->type, twin, record->id, true};

	if (twin != 0)
		vec_push(&turning->fuse->pairs, pair);
	return record_save(turning->change, record, NULL, NULL, err);
}

static enum err_code
save_open(const struct turning *turning, struct record *record, int64_t twin,
	struct err *err)
{
	struct err why = ERR_INIT;
	enum err_code code;

	if (twin != 0)
		return settle_pair(turning, record, twin, err);
	code = record_save(turning->change, record, NULL, NULL, &why);
	if (code == ERR_INVALID &&
		find_twin(turning, record, true, &twin, err) == ERR_OK &&
		twin != 0) {
		err_clear(&why);
		return settle_pair(turning, record, twin, err);
	}
	return code == ERR_OK ? ERR_OK : err_move(err, &why);
}

static void
turn_fields(const struct turning *turning, struct record *record)
{
	for (size_t i = 0; i < record->type->n_fields; i++) {
		const struct field_type *field = &record->type->fields[i];
		const struct fuse_emptied emptied = {record->type, field,
			record->id};

		if (!refers(turning, field) ||
			record_ref(record, field->name) != turning->from)
			continue;
		if (record->id != turning->to) {
			record_put(record, i, turning->to_text);
			continue;
		}
		record_put(record, i, "");
		vec_push(&turning->fuse->emptied, emptied);
	}
}

static enum err_code
save_turned(const struct turning *turning, struct record *record,
	struct err *err)
{
	int64_t twin;
	bool closed;
	enum err_code code = record_is_closed(turning->fuse->store, record,
		&closed, err);

	if (code == ERR_OK)
		code = find_twin(turning, record, false, &twin, err);
	if (code != ERR_OK)
		return code;
	return (closed ? save_closed : save_open)(turning, record, twin, err);
}

static enum err_code
turn_one(const struct turning *turning, const struct record_type *type,
	int64_t id, struct err *err)
{
	struct store *store = turning->fuse->store;
	struct err why = ERR_INIT;
	struct record record;
	enum err_code code = record_load(store, type, id, &record, err);

	if (code != ERR_OK)
		return code;
	if (!record.deleted) { /* as one of a pair, meanwhile */
		turn_fields(turning, &record);
		code = save_turned(turning, &record, &why);
		turning->fuse->n_turned++;
	}
	if (code != ERR_OK)
		code = fuse_name(store, &record, code, err, &why);
	record_clear(&record);
	return code;
}

static void
add_once(struct find_ids *ids, const struct find_ids *more, int64_t but)
{
	for (size_t i = 0; i < more->n; i++) {
		bool is_there = more->items[i] == but;

		for (size_t k = 0; !is_there && k < ids->n; k++)
			is_there = ids->items[k] == more->items[i];
		if (!is_there)
			vec_push(ids, more->items[i]);
	}
}

/* Those of one type that refer to it, through whatever field; what has been
 * removed follows when it is brought back. */
static enum err_code
find_referring(const struct turning *turning, const struct record_type *type,
	struct find_ids *ids, struct err *err)
{
	char from[SITE_ID_TEXT_SIZE];
	enum err_code code = ERR_OK;

	site_id_to_text(turning->from, from);
	for (size_t i = 0; code == ERR_OK && i < type->n_fields; i++) {
		struct find_ids found = VEC_INIT;

		if (!refers(turning, &type->fields[i]))
			continue;
		code = find_by_value(turning->fuse->store, type,
			type->fields[i].name, from, SIZE_MAX / 2, &found, err);
		add_once(ids, &found, turning->from);
		find_ids_clear(&found);
	}
	return code;
}

static enum err_code
turn_all(const struct turning *turning, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		struct find_ids ids = VEC_INIT;

		code = find_referring(turning, record_types[i], &ids, err);
		for (size_t k = 0; code == ERR_OK && k < ids.n; k++)
			code = turn_one(turning, record_types[i],
				ids.items[k], err);
		find_ids_clear(&ids);
	}
	return code;
}

enum err_code
fuse_turn(struct fuse *fuse, struct change *change, struct err *err)
{
	struct turning turning = {fuse, change, fuse->type, fuse->other.id,
		fuse->kept.id, ""};

	site_id_to_text(turning.to, turning.to_text);
	return turn_all(&turning, err);
}
