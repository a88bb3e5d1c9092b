#include "records/owned.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/query.h"
#include "records/save.h"
#include "store/site.h"

void
owned_init(struct owned *owned, const struct record_type *owner)
{
	*owned = (struct owned){
		.items = xcalloc(record_types_n, sizeof(*owned->items))};
	for (size_t i = 0; i < record_types_n; i++)
		if (record_owner(record_types[i]) == owner)
			owned->items[owned->n++].type = record_types[i];
}

static void
row_free(struct owned_row *row)
{
	record_clear(&row->now);
	record_clear(&row->was);
	free(row);
}

static void
drop_all(struct owned_rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		row_free(rows->items[i]);
	vec_clear(rows);
}

void
owned_clear(struct owned *owned)
{
	for (size_t i = 0; i < owned->n; i++)
		drop_all(&owned->items[i]);
	free(owned->items);
	*owned = (struct owned){NULL, 0};
}

/* record is as the store has it; it is copied. */
static struct owned_row *
add_saved(struct owned_rows *rows, const struct record *record)
{
	struct owned_row *row = xcalloc(1, sizeof(*row));

	record_copy(&row->now, record);
	record_copy(&row->was, record);
	vec_push(rows, row);
	return row;
}

static enum err_code
take_row(void *data, const struct record *record, struct err *err)
{
	(void)err;
	add_saved(data, record);
	return ERR_OK;
}

enum err_code
owned_load(struct store *store, struct owned *owned, int64_t owner,
	struct err *err)
{
	enum err_code code = ERR_OK;
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(owner, id);
	for (size_t i = 0; code == ERR_OK && i < owned->n; i++) {
		struct owned_rows *rows = &owned->items[i];
		struct query query;

		drop_all(rows);
		query_init(&query, rows->type);
		query_set_filter(&query, rows->type->owned_by, id);
		code = query_each(store, &query, take_row, rows, err);
		query_clear(&query);
	}
	return code;
}

/* What is new, in place of what another owner's row was. */
static void
begin_like(struct owned_row *row, const char *today)
{
	struct record like;

	record_begin_like(&like, &row->was, today);
	record_set(&like, like.type->owned_by, "");
	record_clear(&row->now);
	record_clear(&row->was);
	row->now = like;
	record_init(&row->was, like.type);
}

enum err_code
owned_load_like(struct store *store, struct owned *owned, int64_t owner,
	const char *today, struct err *err)
{
	enum err_code code = owned_load(store, owned, owner, err);

	for (size_t i = 0; i < owned->n; i++)
		for (size_t j = 0; j < owned->items[i].n; j++)
			begin_like(owned->items[i].items[j], today);
	return code;
}

/* The field that holds the place of a row among its owner's, or NULL. */
static const struct field_type *
place_field(const struct record_type *type)
{
	const struct field_type *field = type->order != NULL
		? record_field(type, type->order) : NULL;

	return field != NULL && field->kind == FIELD_INT ? field : NULL;
}

/* Behind all that have one, where the row has none. */
static long long
place_of(const struct owned_row *row, const struct field_type *field)
{
	const char *place = record_get(&row->now, field->name);

	return place[0] != '\0' ? strtoll(place, NULL, 10) : INT64_MAX;
}

static void
give_place(const struct owned_rows *rows, struct owned_row *row)
{
	const struct field_type *field = place_field(rows->type);
	long long last = 0;
	char text[24];

	if (field == NULL)
		return;
	for (size_t i = 0; i < rows->n; i++) {
		long long place = place_of(rows->items[i], field);

		if (place > last && place < INT64_MAX)
			last = place;
	}
	snprintf(text, sizeof(text), "%lld", last + 1);
	record_set(&row->now, field->name, text);
}

struct owned_row *
owned_add(struct owned_rows *rows, const char *today)
{
	struct owned_row *row = xcalloc(1, sizeof(*row));

	record_begin(&row->now, rows->type, today);
	record_init(&row->was, rows->type);
	give_place(rows, row);
	vec_push(rows, row);
	return row;
}

void
owned_drop(struct owned_rows *rows, struct owned_row *row)
{
	size_t kept = 0;

	for (size_t i = 0; i < rows->n; i++)
		if (rows->items[i] != row)
			rows->items[kept++] = rows->items[i];
	rows->n = kept;
	row_free(row);
}

struct owned_row *
owned_find(const struct owned_rows *rows, int64_t id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->items[i]->was.version != 0 &&
			rows->items[i]->was.id == id)
			return rows->items[i];
	return NULL;
}

enum err_code
owned_fetch(struct store *store, struct owned_rows *rows, int64_t id,
	struct owned_row **row, struct err *err)
{
	struct record record;
	enum err_code code = record_load(store, rows->type, id, &record, err);

	if (code == ERR_OK) {
		*row = add_saved(rows, &record);
		record_clear(&record);
	}
	return code;
}

bool
owned_is_changed(const struct owned_row *row)
{
	if (row->was.version == 0 || row->now.deleted != row->was.deleted)
		return true;
	for (size_t i = 0; i < row->now.type->n_fields; i++)
		if (strcmp(row->now.values[i], row->was.values[i]) != 0)
			return true;
	return false;
}

/* An insertion sort: rows are in order but for the one that was edited, and
 * those of one place stay as they are. */
void
owned_sort(struct owned_rows *rows)
{
	const struct field_type *field = place_field(rows->type);

	for (size_t i = 1; field != NULL && i < rows->n; i++) {
		struct owned_row *row = rows->items[i];
		size_t at = i;

		for (; at > 0 && place_of(rows->items[at - 1], field) >
				place_of(row, field); at--)
			rows->items[at] = rows->items[at - 1];
		rows->items[at] = row;
	}
}

enum err_code
owned_take_theirs(struct store *store, struct owned_row *row, struct err *err)
{
	const struct record_type *type = row->now.type;
	struct record theirs;
	enum err_code code = record_load(store, type, row->was.id, &theirs,
		err);

	if (code != ERR_OK)
		return code;
	for (size_t i = 0; i < type->n_fields; i++)
		if (strcmp(row->now.values[i], row->was.values[i]) == 0)
			record_set(&row->now, type->fields[i].name,
				theirs.values[i]);
	row->now.version = theirs.version;
	record_clear(&row->was);
	row->was = theirs;
	return ERR_OK;
}

static enum err_code
remove_row(struct change *change, const struct owned_row *row,
	struct err *err)
{
	const struct record_type *type = row->was.type;
	struct record found;
	enum err_code code = record_load(change_store(change), type,
		row->was.id, &found, err);

	if (code != ERR_OK)
		return code;
	if (!found.deleted && found.version != row->now.version)
		code = err_set(err, ERR_STALE,
			_("Somebody else has saved this record meanwhile; look "
			  "at it again before you save."));
	record_clear(&found);
	if (code == ERR_OK)
		code = record_remove(change, type, row->was.id, err);
	return code;
}

static enum err_code
save_row(struct change *change, const struct record *owner,
	const struct owned_row *row, struct notes *notes, struct err *err)
{
	size_t begin = notes->n;
	char id[SITE_ID_TEXT_SIZE];
	struct record record;
	enum err_code code;

	record_copy(&record, &row->now);
	site_id_to_text(owner->id, id);
	record_set(&record, record.type->owned_by, id);
	code = record_save(change, &record, NULL, notes, err);
	for (size_t i = begin; i < notes->n; i++)
		notes->items[i].row = row;
	record_clear(&record);
	return code;
}

/* Those that go before those that stay, which may have what was theirs; what
 * refers to others before them, as it was made behind them. */
static enum err_code
save_rows(struct change *change, const struct record *owner,
	const struct owned *owned, struct notes *notes,
	const struct owned_row **failed, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = owned->n; code == ERR_OK && i-- > 0;)
		for (size_t j = 0; code == ERR_OK && j < owned->items[i].n;
			j++) {
			*failed = owned->items[i].items[j];
			if ((*failed)->now.deleted)
				code = remove_row(change, *failed, err);
		}
	for (size_t i = 0; code == ERR_OK && i < owned->n; i++)
		for (size_t j = 0; code == ERR_OK && j < owned->items[i].n;
			j++) {
			*failed = owned->items[i].items[j];
			if (!(*failed)->now.deleted &&
				owned_is_changed(*failed))
				code = save_row(change, owner, *failed, notes,
					err);
		}
	if (code == ERR_OK)
		*failed = NULL;
	return code;
}

enum err_code
owned_save(struct change *change, struct record *record,
	const struct owned *owned, struct notes *notes,
	const struct owned_row **failed, struct err *err)
{
	bool is_new = record->version == 0;
	enum err_code code = ERR_OK;

	*failed = NULL;
	if (is_new)
		code = record_save(change, record, NULL, notes, err);
	if (code == ERR_OK)
		code = save_rows(change, record, owned, notes, failed, err);
	if (code == ERR_OK && !is_new)
		code = record_save(change, record, NULL, notes, err);
	return code;
}
