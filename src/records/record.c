#include "records/record.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/derive.h"
#include "records/save.h"
#include "store/site.h"

/* What a field of each kind takes where the dictionary does not say. */
static const struct {
	enum column_kind column;
	int cols;
	size_t max;
} kinds[FIELD_KIND_N] = {
	[FIELD_TEXT] = {COLUMN_TEXT, 16, 64},
	[FIELD_LONGTEXT] = {COLUMN_LONGTEXT, 24, 20000},
	[FIELD_DATE] = {COLUMN_TEXT, 10, 10},
	[FIELD_TIME] = {COLUMN_TEXT, 16, 16},
	[FIELD_INT] = {COLUMN_INT, 8, 18},
	[FIELD_MONEY] = {COLUMN_INT, 14, 18},
	[FIELD_CODE] = {COLUMN_TEXT, 10, 8},
	[FIELD_REF] = {COLUMN_REF, 20, SITE_ID_TEXT_SIZE - 1},
	[FIELD_BOOL] = {COLUMN_TEXT, 4, 1},
	[FIELD_IDCARD] = {COLUMN_TEXT, 18, 18},
	[FIELD_PHONE] = {COLUMN_TEXT, 13, 20},
};

const char *
term_word(const struct term *term)
{
	return i18n_language() == LANGUAGE_ZH ? term->zh : term->en;
}

static void __attribute__((format(printf, 4, 0)))
notes_add(struct notes *notes, bool blocks, const char *field,
	const char *format, va_list args)
{
	struct note note = {blocks, NULL, xstrdup(field),
		xvasprintf(format, args)};

	vec_push(notes, note);
}

void
notes_block(struct notes *notes, const char *field, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	notes_add(notes, true, field, format, args);
	va_end(args);
}

void
notes_warn(struct notes *notes, const char *field, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	notes_add(notes, false, field, format, args);
	va_end(args);
}

const struct note *
notes_blocking(const struct notes *notes, size_t begin)
{
	for (size_t i = begin; i < notes->n; i++)
		if (notes->items[i].blocks)
			return &notes->items[i];
	return NULL;
}

void
notes_clear(struct notes *notes)
{
	for (size_t i = 0; i < notes->n; i++) {
		free(notes->items[i].field);
		free(notes->items[i].text);
	}
	vec_clear(notes);
}

/* What every empty value points at: most values of most records are. */
static char nothing[1];

static char *
keep_value(const char *value)
{
	return value[0] == '\0' ? nothing : xstrdup(value);
}

static void
drop_value(char *value)
{
	if (value != nothing)
		free(value);
}

void
record_init(struct record *record, const struct record_type *type)
{
	*record = (struct record){.type = type};
	record->values = xcalloc(type->n_fields, sizeof(*record->values));
	for (size_t i = 0; i < type->n_fields; i++)
		record->values[i] = nothing;
}

static void
put_year(struct record *record, size_t field, const char *today)
{
	char year[5];

	snprintf(year, sizeof(year), "%.4s", today);
	record_put(record, field, year);
}

void
record_begin(struct record *record, const struct record_type *type,
	const char *today)
{
	record_init(record, type);
	for (size_t i = 0; i < type->n_fields; i++) {
		const char *initial = type->fields[i].initial;

		if (initial == NULL)
			continue;
		if (strcmp(initial, "year") == 0)
			put_year(record, i, today);
		else
			record_put(record, i, strcmp(initial, "today") == 0
				? today : initial);
	}
}

void
record_begin_like(struct record *record, const struct record *from,
	const char *today)
{
	const struct record_type *type = from->type;
	const unsigned own = FIELD_UNIQUE | FIELD_READONLY;

	record_begin(record, type, today);
	for (size_t i = 0; i < type->n_fields; i++) {
		const char *name = type->fields[i].name;
		bool is_state = type->state != NULL &&
			strcmp(name, type->state) == 0;

		if (!(type->fields[i].flags & own) && !is_state)
			record_set(record, name, from->values[i]);
	}
}

void
record_clear(struct record *record)
{
	if (record->values == NULL)
		return;
	for (size_t i = 0; i < record->type->n_fields; i++)
		drop_value(record->values[i]);
	free(record->values);
	record->values = NULL;
}

void
record_copy(struct record *to, const struct record *from)
{
	*to = *from;
	to->values = xcalloc(from->type->n_fields, sizeof(*to->values));
	for (size_t i = 0; i < from->type->n_fields; i++)
		to->values[i] = keep_value(from->values[i]);
}

size_t
record_field_index(const struct record_type *type, const char *name)
{
	size_t i = 0;

	while (i < type->n_fields && strcmp(type->fields[i].name, name) != 0)
		i++;
	return i;
}

const struct field_type *
record_field(const struct record_type *type, const char *name)
{
	size_t i = record_field_index(type, name);

	return i < type->n_fields ? &type->fields[i] : NULL;
}

const char *
record_get(const struct record *record, const char *field)
{
	size_t i = record_field_index(record->type, field);

	assert(i < record->type->n_fields);
	return record->values[i];
}

void
record_put(struct record *record, size_t field, const char *value)
{
	char *kept = keep_value(value);

	assert(field < record->type->n_fields);
	drop_value(record->values[field]);
	record->values[field] = kept;
}

void
record_set(struct record *record, const char *field, const char *value)
{
	record_put(record, record_field_index(record->type, field), value);
}

int64_t
record_ref(const struct record *record, const char *field)
{
	int64_t id;

	return site_id_from_text(record_get(record, field), &id) ? id : 0;
}

bool
record_field_applies(const struct record *record,
	const struct field_type *field)
{
	return field->when == NULL || field->when(record);
}

const struct state_step *
record_step_between(const struct record_type *type, const char *from,
	const char *to)
{
	for (size_t i = 0; i < type->n_steps; i++)
		if (strcmp(type->steps[i].from, from) == 0 &&
			strcmp(type->steps[i].to, to) == 0)
			return &type->steps[i];
	return NULL;
}

const struct state_effect *
record_effect(const struct record_type *type, const char *from,
	const char *to)
{
	for (size_t i = 0; i < type->n_effects; i++)
		if (strcmp(type->effects[i].from, from) == 0 &&
			strcmp(type->effects[i].to, to) == 0)
			return &type->effects[i];
	return NULL;
}

bool
record_is_frozen(const struct record *record)
{
	const struct record_type *type = record->type;
	const size_t n = sizeof(type->frozen) / sizeof(type->frozen[0]);

	for (size_t i = 0; i < n && type->frozen[i] != NULL; i++)
		if (strcmp(record_get(record, type->state),
			    type->frozen[i]) == 0)
			return true;
	return false;
}

bool
record_is_guarded(const struct record *record)
{
	const struct record_type *type = record->type;
	const size_t n = sizeof(type->guarded) / sizeof(type->guarded[0]);

	for (size_t i = 0; i < n && type->guarded[i] != NULL; i++)
		if (strcmp(record_get(record, type->state),
			    type->guarded[i]) == 0)
			return true;
	return false;
}

/* What a step may change: the state, what it needs, and what the program fills
 * in then. */
static bool
goes_with(const struct state_step *step, const struct record_type *type,
	const struct field_type *field)
{
	const size_t n = sizeof(step->needs) / sizeof(step->needs[0]);

	if ((field->flags & FIELD_READONLY) ||
		strcmp(field->name, type->state) == 0)
		return true;
	for (size_t i = 0; i < n && step->needs[i] != NULL; i++)
		if (strcmp(step->needs[i], field->name) == 0)
			return true;
	return false;
}

static bool
is_by_step(const struct record *record, const struct record *old,
	const struct state_step *step)
{
	const struct record_type *type = record->type;

	if (strcmp(step->from, record_get(old, type->state)) != 0 ||
		strcmp(step->to, record_get(record, type->state)) != 0)
		return false;
	for (size_t i = 0; i < type->n_fields; i++)
		if (strcmp(record->values[i], old->values[i]) != 0 &&
			!goes_with(step, type, &type->fields[i]))
			return false;
	return true;
}

bool
record_breaks_guard(const struct record *record, const struct record *old)
{
	const struct record_type *type = record->type;

	if (!record_is_guarded(old))
		return false;
	for (size_t i = 0; i < type->n_steps; i++)
		if (is_by_step(record, old, &type->steps[i]))
			return false;
	return true;
}

const struct code_list *
field_codes(const struct field_type *field)
{
	const struct code_list *list = code_list_find(field->codes);

	assert(list != NULL);
	return list;
}

const struct record_type *
field_ref(const struct field_type *field)
{
	const struct record_type *type = record_type_find(field->ref);

	assert(type != NULL);
	return type;
}

/* All codes of the list, with commas between them. */
static size_t
several_max(const struct code_list *list)
{
	size_t max = 0;

	for (size_t i = 0; i < list->n_codes; i++)
		max += strlen(list->codes[i].code) + (i > 0);
	return max;
}

size_t
field_max(const struct field_type *field)
{
	if (field->flags & FIELD_SEVERAL)
		return several_max(field_codes(field));
	return field->max > 0 ? (size_t)field->max : kinds[field->kind].max;
}

int
field_cols(const struct field_type *field)
{
	return field->cols > 0 ? field->cols : kinds[field->kind].cols;
}

const struct record_type *
record_type_find(const char *name)
{
	for (size_t i = 0; i < record_types_n; i++)
		if (strcmp(record_types[i]->name, name) == 0 ||
			strcmp(record_types[i]->term.zh, name) == 0)
			return record_types[i];
	return NULL;
}

const struct record_type *
record_owner(const struct record_type *type)
{
	if (type->owned_by == NULL)
		return NULL;
	return field_ref(record_field(type, type->owned_by));
}

bool
record_owns(const struct record_type *type)
{
	for (size_t i = 0; i < record_types_n; i++)
		if (record_owner(record_types[i]) == type)
			return true;
	return false;
}

static const struct table *
make_table(const struct record_type *type)
{
	struct table *table = xcalloc(1, sizeof(*table));
	struct column *columns = xcalloc(type->n_fields, sizeof(*columns));

	for (size_t i = 0; i < type->n_fields; i++)
		columns[i] = (struct column){type->fields[i].name,
			kinds[type->fields[i].kind].column};
	*table = (struct table){.name = type->name, .number = type->number,
		.columns = columns, .n_columns = type->n_fields,
		.derive = derive_record, .derivation = DERIVE_VERSION,
		.settle = settle_record, .data = type};
	return table;
}

const struct table *const *
record_tables(void)
{
	static const struct table **made;

	if (made == NULL) {
		made = xcalloc(record_types_n, sizeof(*made));
		for (size_t i = 0; i < record_types_n; i++)
			made[i] = make_table(record_types[i]);
	}
	return made;
}

const struct table *
record_table(const struct record_type *type)
{
	for (size_t i = 0; i < record_types_n; i++)
		if (record_types[i] == type)
			return record_tables()[i];
	return NULL;
}

void
record_register(struct store *store)
{
	store_set_tables(store, record_tables(), record_types_n);
}
