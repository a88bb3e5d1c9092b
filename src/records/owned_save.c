/* A record and its rows, written in one change. */
#include "records/owned.h"

#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/save.h"
#include "store/site.h"

/* A row that was saved, and the id that it has from then on. */
struct made {
	const struct owned_row *row;
	int64_t id;
};

struct saving {
	struct change *change;
	const struct record *owner;
	const struct owned *owned;
	struct notes *notes;
	VEC(struct made) made;
	const struct owned_row *failed;
};

static enum err_code
save_row(struct saving *saving, const struct owned_row *row, struct err *err);

/* 0 where it was not saved yet. */
static int64_t
made_id(const struct saving *saving, const struct owned_row *row)
{
	for (size_t i = 0; i < saving->made.n; i++)
		if (saving->made.items[i].row == row)
			return saving->made.items[i].id;
	return 0;
}

/* Puts real ids in place of those of the form; what is referred to is saved
 * first. */
static enum err_code
resolve(struct saving *saving, struct record *record, struct err *err)
{
	const struct record_type *type = record->type;
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < type->n_fields; i++) {
		const struct owned_row *to = owned_referred(saving->owned,
			&type->fields[i], record->values[i]);
		char id[SITE_ID_TEXT_SIZE];

		if (to == NULL || !site_id_is_of_form(to->now.id))
			continue;
		code = save_row(saving, to, err);
		site_id_to_text(made_id(saving, to), id);
		record_put(record, i, id);
	}
	return code;
}

static enum err_code
save_resolved(struct saving *saving, const struct owned_row *row,
	struct record *record, struct err *err)
{
	size_t begin = saving->notes->n;
	struct made made = {row, 0};
	enum err_code code;

	saving->failed = row;
	record->among = NULL;
	if (record->version == 0)
		record->id = 0;
	code = record_save(saving->change, record, NULL, saving->notes, err);
	for (size_t i = begin; i < saving->notes->n; i++)
		saving->notes->items[i].row = row;
	made.id = record->id;
	if (code == ERR_OK)
		vec_push(&saving->made, made);
	return code;
}

static enum err_code
save_row(struct saving *saving, const struct owned_row *row, struct err *err)
{
	char id[SITE_ID_TEXT_SIZE];
	struct record record;
	enum err_code code;

	if (row->now.deleted || !owned_is_changed(row) ||
		made_id(saving, row) != 0)
		return ERR_OK;
	record_copy(&record, &row->now);
	site_id_to_text(saving->owner->id, id);
	record_set(&record, record.type->owned_by, id);
	code = resolve(saving, &record, err);
	if (code == ERR_OK)
		code = save_resolved(saving, row, &record, err);
	record_clear(&record);
	return code;
}

typedef enum err_code row_fn(struct saving *saving,
	const struct owned_row *row, struct err *err);

static enum err_code
each_of(struct saving *saving, const struct owned_rows *rows, row_fn *each,
	struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < rows->n; i++)
		code = each(saving, rows->items[i], err);
	return code;
}

/* What referred to a row that goes, and does not any more. */
static enum err_code
let_go(struct saving *saving, const struct owned_row *row, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; i < saving->owned->n; i++) {
		const struct owned_rows *rows = &saving->owned->items[i];

		for (size_t j = 0; code == ERR_OK && j < rows->n; j++)
			if (owned_refers(&rows->items[j]->was, row))
				code = save_row(saving, rows->items[j], err);
	}
	return code;
}

static enum err_code
refuse_stale(const struct owned_row *row, struct store *store, struct err *err)
{
	struct record found;
	enum err_code code = record_load(store, row->was.type, row->was.id,
		&found, err);

	if (code != ERR_OK)
		return code;
	if (!found.deleted && found.version != row->now.version)
		code = err_set(err, ERR_STALE,
			_("Somebody else has saved this record meanwhile; look "
			  "at it again before you save."));
	record_clear(&found);
	return code;
}

static enum err_code
remove_row(struct saving *saving, const struct owned_row *row, struct err *err)
{
	enum err_code code;

	if (!row->now.deleted)
		return ERR_OK;
	code = let_go(saving, row, err);
	if (code != ERR_OK)
		return code;
	saving->failed = row;
	code = refuse_stale(row, change_store(saving->change), err);
	if (code == ERR_OK)
		code = record_remove(saving->change, row->was.type,
			row->was.id, err);
	return code;
}

/* Those that go before those that stay, which may have what was theirs; what
 * refers to others before them, as it was made behind them. */
static enum err_code
save_rows(struct saving *saving, struct err *err)
{
	const struct owned *owned = saving->owned;
	enum err_code code = ERR_OK;

	for (size_t i = owned->n; code == ERR_OK && i-- > 0;)
		code = each_of(saving, &owned->items[i], remove_row, err);
	for (size_t i = 0; code == ERR_OK && i < owned->n; i++)
		code = each_of(saving, &owned->items[i], save_row, err);
	if (code == ERR_OK)
		saving->failed = NULL;
	return code;
}

/* What amends a record is added to it as it is. */
static enum err_code
is_closed(struct store *store, const struct record *record, bool *closed,
	struct err *err)
{
	struct record found;
	enum err_code code = record_load(store, record->type, record->id,
		&found, err);

	*closed = false;
	if (code != ERR_OK)
		return code;
	*closed = record_is_frozen(&found) &&
		found.version == record->version;
	for (size_t i = 0; i < record->type->n_fields; i++)
		*closed &= strcmp(found.values[i], record->values[i]) == 0;
	record_clear(&found);
	return ERR_OK;
}

enum err_code
owned_save(struct change *change, struct record *record,
	const struct owned *owned, struct notes *notes,
	const struct owned_row **failed, struct err *err)
{
	struct saving saving = {change, record, owned, notes, VEC_INIT, NULL};
	struct store *store = change_store(change);
	bool is_new = record->version == 0, closed = false;
	enum err_code code = ERR_OK;

	if (is_new)
		code = record_save(change, record, NULL, notes, err);
	else
		code = is_closed(store, record, &closed, err);
	if (code == ERR_OK)
		code = save_rows(&saving, err);
	if (code == ERR_OK && is_new && record_owns(record->type))
		code = record_settle(store, record->type, record->id, notes,
			err);
	else if (code == ERR_OK && !is_new && !closed)
		code = record_save(change, record, NULL, notes, err);
	*failed = saving.failed;
	vec_clear(&saving.made);
	return code;
}
