#include "records/owned.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/query.h"
#include "store/site.h"

void
owned_init(struct owned *owned, const struct record_type *owner)
{
	*owned = (struct owned){
		.items = xcalloc(record_types_n, sizeof(*owned->items))};
	for (size_t i = 0; i < record_types_n; i++)
		if (record_owner(record_types[i]) == owner)
			owned->items[owned->n++] = (struct owned_rows){
				.type = record_types[i], .all = owned};
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

	record_copy(&row->was, record);
	row->was.among = rows->all;
	record_copy(&row->now, &row->was);
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

static enum err_code
load_rows(struct store *store, struct owned_rows *rows, int64_t owner,
	struct err *err)
{
	char id[SITE_ID_TEXT_SIZE];
	struct query query;
	enum err_code code;

	drop_all(rows);
	site_id_to_text(owner, id);
	query_init(&query, rows->type);
	query_set_filter(&query, rows->type->owned_by, id);
	code = query_each(store, &query, take_row, rows, err);
	query_clear(&query);
	rows->loaded = true;
	return code;
}

enum err_code
owned_load(struct store *store, struct owned *owned, int64_t owner,
	struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < owned->n; i++)
		code = load_rows(store, &owned->items[i], owner, err);
	return code;
}

static int64_t
draw_id(struct owned_rows *rows)
{
	return site_make_id(SITE_OF_FORMS, ++rows->last);
}

/* What is new, in place of what another owner's row was. */
static void
begin_like(struct owned *owned, struct owned_rows *rows,
	struct owned_row *row, const char *today)
{
	struct record like;

	record_begin_like(&like, &row->was, today);
	record_set(&like, like.type->owned_by, "");
	like.id = draw_id(rows);
	like.among = owned;
	record_clear(&row->now);
	row->now = like;
}

/* They refer to those of the copy, as those of the other owner did to theirs;
 * what is the origin of a copy stands in its was. */
static void
refer_like(struct owned *owned, struct owned_rows *of, struct owned_row *row,
	const char *today)
{
	const struct record_type *type = of->type;

	(void)today;
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];
		const struct owned_rows *rows;
		char id[SITE_ID_TEXT_SIZE] = "";

		if (!(field->flags & FIELD_SIBLING))
			continue;
		rows = owned_of(owned, field_ref(field));
		for (size_t j = 0; j < rows->n; j++)
			if (rows->items[j]->was.id ==
				record_ref(&row->was, field->name))
				site_id_to_text(rows->items[j]->now.id, id);
		record_set(&row->now, field->name, id);
	}
}

/* Nothing of it is saved yet. */
static void
forget_like(struct owned *owned, struct owned_rows *rows,
	struct owned_row *row, const char *today)
{
	(void)today;
	record_clear(&row->was);
	record_init(&row->was, rows->type);
	row->was.among = owned;
}

static void
each_row(struct owned *owned, void (*each)(struct owned *owned,
	struct owned_rows *rows, struct owned_row *row, const char *today),
	const char *today)
{
	for (size_t i = 0; i < owned->n; i++)
		for (size_t j = 0; j < owned->items[i].n; j++)
			each(owned, &owned->items[i],
				owned->items[i].items[j], today);
}

enum err_code
owned_load_like(struct store *store, struct owned *owned, int64_t owner,
	const char *today, struct err *err)
{
	enum err_code code = owned_load(store, owned, owner, err);

	for (size_t i = 0; i < owned->n; i++)
		if (owned->items[i].type->flags & RECORD_AMENDS)
			drop_all(&owned->items[i]);
	each_row(owned, begin_like, today);
	each_row(owned, refer_like, today);
	each_row(owned, forget_like, today);
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
	row->now.id = draw_id(rows);
	row->now.among = row->was.among = rows->all;
	give_place(rows, row);
	vec_push(rows, row);
	return row;
}

struct owned_row *
owned_add_again(struct owned_rows *rows, uint32_t serial, const char *today)
{
	uint32_t last = rows->last;
	struct owned_row *row = owned_add(rows, today);

	row->now.id = site_make_id(SITE_OF_FORMS, serial);
	rows->last = serial > last ? serial : last;
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
		if (rows->items[i]->now.id == id)
			return rows->items[i];
	return NULL;
}

struct owned_rows *
owned_of(const struct owned *owned, const struct record_type *type)
{
	size_t i = 0;

	while (owned->items[i].type != type)
		i++;
	return &owned->items[i];
}

const struct owned_row *
owned_referred(const struct owned *owned, const struct field_type *field,
	const char *value)
{
	int64_t id;

	if (owned == NULL || !(field->flags & FIELD_SIBLING) ||
		!site_id_from_text(value, &id))
		return NULL;
	return owned_find(owned_of(owned, field_ref(field)), id);
}

const struct owned_row *
owned_sibling(const struct record *record, const struct field_type *field)
{
	return owned_referred(record->among, field,
		record_get(record, field->name));
}

bool
owned_refers(const struct record *record, const struct owned_row *to)
{
	const struct record_type *type = record->type;

	for (size_t i = 0; i < type->n_fields; i++)
		if ((type->fields[i].flags & FIELD_SIBLING) &&
			field_ref(&type->fields[i]) == to->now.type &&
			record_ref(record, type->fields[i].name) == to->now.id)
			return true;
	return false;
}

void
owned_referring(const struct owned *owned, const struct owned_row *row,
	struct strbuf *out)
{
	for (size_t i = 0; i < owned->n; i++) {
		const struct owned_rows *rows = &owned->items[i];
		size_t n = 0;

		for (size_t j = 0; j < rows->n; j++)
			n += !rows->items[j]->now.deleted &&
				owned_refers(&rows->items[j]->now, row);
		if (n == 0)
			continue;
		if (out->len > 0)
			strbuf_add(out, _(", "));
		strbuf_addf(out, _("%s: %lld"), term_word(&rows->type->term),
			(long long)n);
	}
}

void
owned_view_clear(struct owned_view *view)
{
	owned_clear(&view->owned);
}

const struct owned_rows *
owned_seen(const struct check_context *context, const struct record_type *type)
{
	struct owned_view *view = context->view;
	const struct record *record = view->record;
	bool is_owner = record_owner(type) == record->type;
	struct owned_rows *rows;

	if (record->among != NULL)
		return owned_of(record->among, type);
	if (view->owned.items == NULL)
		owned_init(&view->owned, record_owner(type));
	rows = owned_of(&view->owned, type);
	if (!rows->loaded && view->code == ERR_OK) {
		view->code = load_rows(context->store, rows, is_owner
				? record->id
				: record_ref(record, record->type->owned_by),
			view->err);
		if (view->code != ERR_OK)
			drop_all(rows);
	}
	return rows;
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
	theirs.among = row->was.among;
	record_clear(&row->was);
	row->was = theirs;
	return ERR_OK;
}
