#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/import_private.h"
#include "records/fill.h"
#include "records/load.h"
#include "records/save.h"

enum { IDCARD_OLD = 15, IDCARD_WHOLE = 18 };

bool
value_waits(const struct field_type *field, const char *value)
{
	return field->kind == FIELD_REF && (value[0] == PLAN_ROW_MARK ||
		value[0] == PLAN_TITLE_MARK);
}

void
merge_given(const struct record_type *type, char *const *values,
	struct record *given)
{
	record_init(given, type);
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];

		if (values[i] != NULL && (values[i][0] != PLAN_TITLE_MARK ||
			!value_waits(field, values[i])))
			record_put(given, i, values[i]);
	}
}

/* 441524801010001 is what 441524198010100014 was before 1999. */
static bool
is_old_number(const char *number, const char *whole)
{
	return strlen(number) == IDCARD_OLD && strlen(whole) == IDCARD_WHOLE &&
		strncmp(number, whole, 6) == 0 &&
		strncmp(number + 6, whole + 8, 9) == 0;
}

/* True where the file says less than the record does, but nothing else. */
static bool
says_less(const struct field_type *field, const char *now, const char *value)
{
	if (value[0] == '\0')
		return true;
	if (field->kind == FIELD_DATE)
		return now[0] != '\0' && strlen(value) < strlen(now) &&
			date_compare(now, value) == 0;
	return field->kind == FIELD_IDCARD && is_old_number(value, now);
}

/* An empty cell erases nothing; a new record has what the file says. */
static void
lay(struct record *merged, bool is_new, char *const *values)
{
	const struct record_type *type = merged->type;

	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];
		bool is_state = type->state != NULL &&
			strcmp(type->state, field->name) == 0;

		if (values[i] == NULL)
			continue;
		if (is_new ? is_state && values[i][0] == '\0'
			   : says_less(field, merged->values[i], values[i]))
			continue;
		record_put(merged, i, values[i]);
	}
}

/* The first note that blocks, unless it is about a value that waits. */
static const struct note *
find_fault(const struct record *merged, const struct notes *notes)
{
	for (size_t i = 0; i < notes->n; i++) {
		const struct note *note = &notes->items[i];

		if (!note->blocks)
			continue;
		if (record_field(merged->type, note->field) == NULL ||
			!value_waits(record_field(merged->type, note->field),
				record_get(merged, note->field)))
			return note;
	}
	return NULL;
}

static enum err_code
check(struct import *import, const struct record *merged,
	const struct record *old, struct plan_row *row, struct err *err)
{
	struct notes notes = {0};
	struct record checked;
	const struct note *fault;
	enum err_code code;

	record_copy(&checked, merged);
	for (size_t i = 0; i < checked.type->n_fields; i++)
		if (value_waits(&checked.type->fields[i], checked.values[i]))
			record_put(&checked, i, "");
	code = record_check(import->store, &checked, old, &notes, err);
	fault = code == ERR_OK ? find_fault(merged, &notes) : NULL;
	if (fault != NULL) {
		const struct field_type *field = record_field(checked.type,
			fault->field);

		plan_row_decide(row, IMPORT_REJECTED,
			field != NULL ? header_column(import, field, false)
				      : -1,
			"%s", fault->text);
	}
	notes_clear(&notes);
	record_clear(&checked);
	return code;
}

static void
keep_new(struct plan_row *row, const struct record *merged)
{
	for (size_t i = 0; i < merged->type->n_fields; i++)
		if (merged->values[i][0] != '\0')
			plan_row_set(row, i, merged->values[i]);
	row->verdict = IMPORT_NEW;
}

static void
keep_changed(struct plan_row *row, const struct record *merged,
	const struct record *old)
{
	for (size_t i = 0; i < merged->type->n_fields; i++) {
		if (strcmp(merged->values[i], old->values[i]) == 0)
			continue;
		plan_row_set(row, i, merged->values[i]);
		strvec_add(&row->changed, merged->type->fields[i].name);
	}
	row->verdict = row->changed.n > 0 ? IMPORT_CHANGED : IMPORT_SAME;
	if (row->changed.n > 0 && record_is_frozen(old))
		plan_row_decide(row, IMPORT_REJECTED, -1,
			_("This record of the type %s is closed and can no "
			  "longer be changed."),
			term_word(&merged->type->term));
	else if (row->changed.n > 0 && record_breaks_guard(merged, old))
		plan_row_decide(row, IMPORT_REJECTED, -1,
			_("This record of the type %s stays as it is until it "
			  "is taken back by a step of its state."),
			term_word(&merged->type->term));
}

/* A number that is new to the record tells more; but a new record that comes
 * with its own id is taken over as it stands. */
static bool
may_fill(const struct record *merged, const struct record *old)
{
	const struct field_type *number = fill_field_of_kind(merged->type,
		FIELD_IDCARD);

	if (number == NULL)
		return false;
	if (old == NULL)
		return merged->id == 0;
	return strcmp(record_get(merged, number->name),
		record_get(old, number->name)) != 0;
}

enum err_code
merge_row(struct import *import, struct plan_row *row, char *const *values,
	struct err *err)
{
	bool is_new = row->version == 0;
	struct record merged, old;
	enum err_code code = ERR_OK;

	if (!is_new) {
		code = record_load(import->store, row->type, row->record, &old,
			err);
		if (code != ERR_OK)
			return code;
		record_copy(&merged, &old);
	} else {
		record_begin(&merged, row->type, import->today);
		merged.id = row->record;
	}
	lay(&merged, is_new, values);
	if (may_fill(&merged, is_new ? NULL : &old))
		record_fill_from_idcard(&merged, import->today);
	if (is_new)
		keep_new(row, &merged);
	else
		keep_changed(row, &merged, &old);
	if (row->verdict == IMPORT_NEW || row->verdict == IMPORT_CHANGED)
		code = check(import, &merged, is_new ? NULL : &old, row, err);
	record_clear(&merged);
	if (!is_new)
		record_clear(&old);
	return code;
}
