#include "screens/form_values.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/find.h"
#include "records/load.h"
#include "records/owned.h"
#include "records/save.h"
#include "records/value.h"
#include "store/site.h"

/* How many characters of a secret stay readable, by kind. */
static const struct {
	size_t head;
	size_t tail;
} masks[FIELD_KIND_N] = {
	[FIELD_IDCARD] = {6, 4},
	[FIELD_PHONE] = {3, 4},
};

static enum form_kind
row_kind(const struct record *record, const struct field_type *field,
	bool writable)
{
	const char *state = record->type->state;

	if (!writable || field->flags & FIELD_READONLY)
		return FORM_READONLY;
	/* the state of a saved record changes by its steps alone */
	if (state != NULL && strcmp(state, field->name) == 0 &&
		record->version != 0)
		return FORM_READONLY;
	switch (field->kind) {
	case FIELD_LONGTEXT:
		return FORM_LONGTEXT;
	case FIELD_CODE:
	case FIELD_BOOL:
	case FIELD_REF:
		return FORM_CHOICE;
	default:
		return FORM_TEXT;
	}
}

/* Room for what may be typed: words for codes, titles for references. */
static size_t
row_max(const struct field_type *field)
{
	enum { WORDS = 128, SEVERAL = 1024, DATE = 32, NUMBER = 32 };

	if (field->flags & FIELD_SEVERAL)
		return SEVERAL;
	switch (field->kind) {
	case FIELD_CODE:
	case FIELD_BOOL:
	case FIELD_REF:
		return WORDS;
	case FIELD_DATE:
	case FIELD_TIME:
		return DATE;
	case FIELD_INT:
	case FIELD_MONEY:
	case FIELD_IDCARD:
	case FIELD_PHONE:
		return NUMBER;
	default:
		return field_max(field);
	}
}

void
form_values_rows(const struct record *record, bool writable,
	struct form_row *rows)
{
	const struct record_type *type = record->type;

	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];

		rows[i] = (struct form_row){
			.label = term_word(&field->term),
			.kind = row_kind(record, field, writable),
			.max = row_max(field),
			.page = (size_t)field->page,
			.mask_head = masks[field->kind].head,
			.mask_tail = masks[field->kind].tail,
			.hint = field->help != NULL ? _(field->help) : NULL,
		};
		if (field->flags & FIELD_SENSITIVE)
			rows[i].flags |= FORM_SECRET;
		if (field->flags & FIELD_REQUIRED)
			rows[i].flags |= FORM_REQUIRED;
	}
}

void
form_values_show(struct store *store, const struct record *record,
	const struct field_type *field, const char *stored, struct strbuf *out)
{
	const struct owned_row *sibling = owned_referred(record->among, field,
		stored);
	int64_t id;

	if (sibling != NULL)
		record_title(store, &sibling->now, out);
	else if (field->kind == FIELD_REF && site_id_from_text(stored, &id))
		record_title_of(store, field_ref(field), id, out);
	else
		value_show(field, stored, out);
}

/* The owner of a row is the form in which it is edited. */
static bool
is_hidden(const struct record *record, const struct field_type *field)
{
	const char *owned_by = record->type->owned_by;

	return !record_field_applies(record, field) ||
		(owned_by != NULL && !record->deleted &&
			strcmp(owned_by, field->name) == 0);
}

void
form_values_hide(const struct record *record, struct form *form)
{
	for (size_t i = 0; i < record->type->n_fields; i++)
		form_hide(form, i,
			is_hidden(record, &record->type->fields[i]));
}

void
form_values_put(struct store *store, const struct record *record,
	struct form *form)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < record->type->n_fields; i++) {
		strbuf_reset(&text);
		form_values_show(store, record, &record->type->fields[i],
			record->values[i], &text);
		form_set(form, i, text.s);
	}
	strbuf_clear(&text);
	form_values_hide(record, form);
}

void
form_values_fill(struct store *store, const struct record *record,
	struct form *form)
{
	const struct record_type *type = record->type;
	struct strbuf shown = STRBUF_INIT;
	struct record filled, old;
	bool is_saved;

	if (type->fill == NULL)
		return;
	is_saved = record->version != 0 &&
		record_load(store, type, record->id, &old, NULL) == ERR_OK;
	record_copy(&filled, record);
	(void)record_fill(store, &filled, is_saved ? &old : NULL, NULL);
	for (size_t i = 0; i < type->n_fields; i++) {
		if (!(type->fields[i].flags & FIELD_READONLY))
			continue;
		strbuf_reset(&shown);
		form_values_show(store, &filled, &type->fields[i],
			filled.values[i], &shown);
		form_set(form, i, shown.s);
	}
	strbuf_clear(&shown);
	record_clear(&filled);
	if (is_saved)
		record_clear(&old);
}

/* A row of the same owner by its title; saved or not, it has an id. */
static enum err_code
take_sibling(struct store *store, const struct record *record,
	const struct field_type *field, const char *typed, struct strbuf *out,
	struct err *err)
{
	const struct owned_rows *rows = owned_of(record->among,
		field_ref(field));
	const char *term = term_word(&rows->type->term);
	struct strbuf title = STRBUF_INIT;
	char text[SITE_ID_TEXT_SIZE];
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		strbuf_reset(&title);
		record_title(store, &rows->items[i]->now, &title);
		if (rows->items[i]->now.deleted ||
			strcmp(title.s, typed) != 0)
			continue;
		n++;
		site_id_to_text(rows->items[i]->now.id, text);
	}
	strbuf_clear(&title);
	if (n > 1)
		return err_set_field(err, ERR_INVALID, field->name,
			_("Several records of the type %s are called “%s”; "
			  "choose one with F4."), term, typed);
	if (n == 0)
		return err_set_field(err, ERR_INVALID, field->name,
			_("Nothing of the type %s is called “%s” here; F4 "
			  "shows what there is."), term, typed);
	strbuf_add(out, text);
	return ERR_OK;
}

static enum err_code
take_reference(struct store *store, const struct field_type *field,
	const char *typed, struct strbuf *out, struct err *err)
{
	const struct record_type *type = field_ref(field);
	struct find_ids ids = VEC_INIT;
	char text[SITE_ID_TEXT_SIZE];
	enum err_code code = find_by_title(store, type, typed, 2, &ids, err);

	if (code == ERR_OK && ids.n == 1) {
		site_id_to_text(ids.items[0], text);
		strbuf_add(out, text);
	} else if (code == ERR_OK && ids.n > 1) {
		code = err_set_field(err, ERR_INVALID, field->name,
			_("Several records of the type %s are called “%s”; "
			  "choose one with F4."),
			term_word(&type->term), typed);
	} else if (code == ERR_OK) {
		code = err_set_field(err, ERR_INVALID, field->name,
			_("No record of the type %s is called “%s”; F4 searches "
			  "and can enter a new one."),
			term_word(&type->term), typed);
	}
	find_ids_clear(&ids);
	return code;
}

enum err_code
form_values_take(struct store *store, const struct form *form, size_t row,
	const char *today, struct record *record, struct err *err)
{
	const struct field_type *field = &record->type->fields[row];
	const char *typed = form_value(form, row);
	struct strbuf shown = STRBUF_INIT, stored = STRBUF_INIT;
	enum err_code code = ERR_OK;

	if (field->flags & FIELD_READONLY)
		return ERR_OK;
	form_values_show(store, record, field, record->values[row], &shown);
	if (strcmp(shown.s, typed) != 0) {
		if (field->flags & FIELD_SIBLING && record->among != NULL &&
			typed[0] != '\0')
			code = take_sibling(store, record, field, typed,
				&stored, err);
		else if (field->kind == FIELD_REF && typed[0] != '\0')
			code = take_reference(store, field, typed, &stored,
				err);
		else
			code = value_normalise(field, typed, today, &stored,
				err);
		if (code == ERR_OK)
			record_set(record, field->name, stored.s);
	}
	strbuf_clear(&shown);
	strbuf_clear(&stored);
	return code;
}
