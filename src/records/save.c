#include "records/save.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/derive.h"
#include "records/find.h"
#include "records/load.h"
#include "records/row.h"
#include "records/value.h"
#include "store/site.h"

/* A value must be what value_normalise() would make of it. */
static void
check_form(const struct record *record, const struct field_type *field,
	const char *value, const char *today, struct notes *notes)
{
	struct err err = ERR_INIT;

	if (!value_is_stored(field, value, today, &err))
		notes_block(notes, field->name, "%s", err.text);
	else if (value[0] == '\0' && (field->flags & FIELD_REQUIRED) &&
		record_field_applies(record, field))
		notes_block(notes, field->name, _("%s must be filled in."),
			term_word(&field->term));
	err_clear(&err);
}

static enum err_code
check_unique(struct store *store, const struct record *record,
	const struct field_type *field, const char *value, struct notes *notes,
	struct err *err)
{
	struct find_ids ids = VEC_INIT;
	enum err_code code = find_by_value(store, record->type, field->name,
		value, 2, &ids, err);

	for (size_t i = 0; code == ERR_OK && i < ids.n; i++) {
		struct strbuf title = STRBUF_INIT;

		if (ids.items[i] == record->id)
			continue;
		record_title_of(store, record->type, ids.items[i], &title);
		notes_block(notes, field->name,
			_("%s already stands in the record of %s."),
			term_word(&field->term), title.s);
		strbuf_clear(&title);
		break;
	}
	vec_clear(&ids);
	if (code != ERR_OK || record->version != 0)
		return code;
	code = find_removed_by_value(store, record->type, field->name, value, 1,
		&ids, err);
	if (code == ERR_OK && ids.n > 0)
		notes_warn(notes, field->name,
			_("A removed record has the same %s; it can be brought "
			  "back instead of being made anew."),
			term_word(&field->term));
	find_ids_clear(&ids);
	return code;
}

static void
check_ref(struct store *store, const struct record *record,
	const struct field_type *field, struct notes *notes)
{
	const struct record_type *type = field_ref(field);
	struct record target;

	if (record_load(store, type, record_ref(record, field->name), &target,
		    NULL) != ERR_OK) {
		notes_block(notes, field->name,
			_("%s points at a record that does not exist."),
			term_word(&field->term));
		return;
	}
	if (target.deleted)
		notes_block(notes, field->name,
			_("%s points at a record that has been removed."),
			term_word(&field->term));
	record_clear(&target);
}

static bool
needs_are_filled(const struct record *record, const struct state_step *step,
	struct notes *notes)
{
	const size_t n = sizeof(step->needs) / sizeof(step->needs[0]);

	for (size_t i = 0; i < n && step->needs[i] != NULL; i++) {
		const char *name = step->needs[i];

		if (record_get(record, name)[0] != '\0')
			continue;
		notes_block(notes, name, _("%s must be filled in for “%s”."),
			term_word(&record_field(record->type, name)->term),
			term_word(&step->action));
		return false;
	}
	return true;
}

static void
check_state(const struct record *record, const struct record *old,
	struct notes *notes)
{
	const struct record_type *type = record->type;
	const char *from, *to;

	if (type->state == NULL)
		return;
	from = old != NULL ? record_get(old, type->state) : "";
	to = record_get(record, type->state);
	if (old != NULL && strcmp(from, to) == 0)
		return;
	for (size_t i = 0; i < type->n_steps; i++)
		if (strcmp(type->steps[i].from, from) == 0 &&
			strcmp(type->steps[i].to, to) == 0) {
			(void)needs_are_filled(record, &type->steps[i], notes);
			return;
		}
	notes_block(notes, type->state,
		_("%s cannot change in this way; choose a step of the menu."),
		term_word(&record_field(type, type->state)->term));
}

static void
check_period(const struct record *record, struct notes *notes)
{
	const struct record_type *type = record->type;
	const char *since, *until;

	if (type->since == NULL)
		return;
	since = record_get(record, type->since);
	until = record_get(record, type->until);
	if (since[0] != '\0' && until[0] != '\0' &&
		date_valid(since) && date_valid(until) &&
		date_compare(until, since) < 0)
		notes_block(notes, type->until,
			_("%s stands before %s."),
			term_word(&record_field(type, type->until)->term),
			term_word(&record_field(type, type->since)->term));
}

enum err_code
record_check(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err)
{
	const struct record_type *type = record->type;
	char today[DATE_SIZE];
	/* one that comes back is checked like a new one, but for its state */
	bool is_back = old != NULL && old->deleted;
	struct check_context context = {store, today, is_back ? NULL : old};

	world_today(store_world(store), today);
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];
		const char *value = record->values[i];
		bool same = old != NULL && !is_back &&
			strcmp(old->values[i], value) == 0;
		enum err_code code;

		check_form(record, field, value, today, notes);
		if (value[0] == '\0' || same)
			continue;
		if (field->kind == FIELD_REF)
			check_ref(store, record, field, notes);
		if (!(field->flags & FIELD_UNIQUE))
			continue;
		code = check_unique(store, record, field, value, notes, err);
		if (code != ERR_OK)
			return code;
	}
	check_state(record, old, notes);
	check_period(record, notes);
	if (notes_blocking(notes) == NULL && type->check != NULL)
		type->check(record, &context, notes);
	return ERR_OK;
}

static enum err_code
frozen(const struct record *record, struct err *err)
{
	return err_set(err, ERR_DENIED,
		_("This record of the type %s is closed and can no longer be "
		  "changed."), term_word(&record->type->term));
}

/* Owned records follow the owner: frozen with it. */
static enum err_code
check_frozen(struct store *store, const struct record *old,
	const struct record *record, struct err *err)
{
	const char *owned_by = record->type->owned_by;
	struct record owner;
	bool is_frozen;

	if (old != NULL && !old->deleted && record_is_frozen(old))
		return frozen(old, err);
	if (owned_by == NULL || record_ref(record, owned_by) == 0)
		return ERR_OK;
	if (record_load(store, field_ref(record_field(record->type, owned_by)),
		    record_ref(record, owned_by), &owner, NULL) != ERR_OK)
		return ERR_OK; /* check_ref() says so */
	is_frozen = record_is_frozen(&owner);
	if (is_frozen)
		frozen(&owner, err);
	record_clear(&owner);
	return is_frozen ? ERR_DENIED : ERR_OK;
}

static enum err_code
write_row(struct change *change, struct record *record,
	enum change_did *did, struct err *err)
{
	struct change_row row = {
		.table = record_table(record->type),
		.id = record->id,
		.version = record->version,
		.deleted = record->deleted,
		.values = (const char *const *)record->values,
	};
	enum err_code code = change_save(change, &row, did, err);

	if (code == ERR_OK) {
		record->id = row.id;
		record->version = row.version;
	}
	return code;
}

/* Gives the number within year and owner when the state that gives it comes. */
static enum err_code
give_serial(struct store *store, struct record *record,
	const struct record *old, struct err *err)
{
	const struct serial_rule *rule = &record->type->serial;
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	char number[24];
	bool found;

	if (rule->field == NULL || record_get(record, rule->field)[0] != '\0' ||
		strcmp(record_get(record, record->type->state),
			rule->given_by) != 0 ||
		(old != NULL && strcmp(record_get(old, record->type->state),
					rule->given_by) == 0))
		return ERR_OK;
	strbuf_addf(&sql, "SELECT ifnull(max(%s), 0) + 1 FROM %s "
		"WHERE substr(%s, 1, 4) = substr(?, 1, 4)",
		rule->field, record->type->name, rule->date);
	if (rule->owner != NULL)
		strbuf_addf(&sql, " AND %s IS ?", rule->owner);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	stmt_bind_text(stmt, 1, record_get(record, rule->date));
	if (rule->owner != NULL)
		row_bind(record_field(record->type, rule->owner), stmt, 2,
			record_get(record, rule->owner));
	code = stmt_step(stmt, &found, err);
	if (code == ERR_OK) {
		snprintf(number, sizeof(number), "%lld",
			(long long)stmt_int(stmt, 0));
		record_set(record, rule->field, number);
	}
	stmt_done(stmt);
	return code;
}

static enum err_code
check_and_write(struct change *change, struct record *record,
	const struct record *old, enum change_did *did, struct notes *notes,
	struct err *err)
{
	struct store *store = change_store(change);
	const struct note *blocking;
	enum err_code code = check_frozen(store, old, record, err);

	if (code == ERR_OK)
		code = give_serial(store, record, old, err);
	if (code != ERR_OK)
		return code;
	derive_initials(record, old);
	code = record_check(store, record, old, notes, err);
	if (code != ERR_OK)
		return code;
	blocking = notes_blocking(notes);
	if (blocking != NULL)
		return err_set_field(err, ERR_INVALID, blocking->field, "%s",
			blocking->text);
	return write_row(change, record, did, err);
}

enum err_code
record_save(struct change *change, struct record *record,
	enum change_did *did, struct notes *notes, struct err *err)
{
	struct notes own = VEC_INIT;
	struct record old;
	bool is_old = record->version != 0;
	enum err_code code = ERR_OK;

	if (is_old)
		code = record_load(change_store(change), record->type,
			record->id, &old, err);
	if (code != ERR_OK)
		return code;
	code = check_and_write(change, record, is_old ? &old : NULL, did,
		notes != NULL ? notes : &own, err);
	if (is_old)
		record_clear(&old);
	notes_clear(&own);
	return code;
}

/* What hangs on a record and is not removed with it, in words. */
struct hanging {
	const struct record_type *type;
	struct strbuf words;
};

static void
note_hanging(void *data, const struct record_type *type,
	const struct field_type *field, int64_t n)
{
	struct hanging *hanging = data;

	if (type->owned_by != NULL && strcmp(type->owned_by, field->name) == 0)
		return;
	if (hanging->words.len > 0)
		strbuf_add(&hanging->words, _(", "));
	strbuf_addf(&hanging->words, _("%s: %lld"), term_word(&type->term),
		(long long)n);
}

static enum err_code
set_removed(struct change *change, const struct record_type *type, int64_t id,
	bool removed, struct err *err)
{
	struct notes notes = VEC_INIT;
	struct record old, record;
	enum err_code code = record_load(change_store(change), type, id, &old,
		err);

	if (code != ERR_OK)
		return code;
	record_copy(&record, &old);
	record.deleted = removed;
	if (old.deleted == removed)
		code = ERR_OK;
	else if (!removed)
		code = check_and_write(change, &record, &old, NULL, &notes, err);
	else if ((code = check_frozen(change_store(change), &old, &record,
			  err)) == ERR_OK)
		code = write_row(change, &record, NULL, err);
	notes_clear(&notes);
	record_clear(&record);
	record_clear(&old);
	return code;
}

/* Removes or brings back what the record owns. */
static enum err_code
set_owned_removed(struct change *change, const struct record_type *owner,
	int64_t id, bool removed, struct err *err)
{
	char text[SITE_ID_TEXT_SIZE];
	enum err_code code = ERR_OK;

	site_id_to_text(id, text);
	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		const struct record_type *type = record_types[i];
		struct find_ids ids = VEC_INIT;

		if (type->owned_by == NULL ||
			field_ref(record_field(type, type->owned_by)) != owner)
			continue;
		code = removed
			? find_by_value(change_store(change), type,
				  type->owned_by, text, SIZE_MAX / 2, &ids, err)
			: find_removed_by_value(change_store(change), type,
				  type->owned_by, text, SIZE_MAX / 2, &ids, err);
		for (size_t j = 0; code == ERR_OK && j < ids.n; j++)
			code = set_removed(change, type, ids.items[j], removed,
				err);
		find_ids_clear(&ids);
	}
	return code;
}

enum err_code
record_remove(struct change *change, const struct record_type *type,
	int64_t id, struct err *err)
{
	struct hanging hanging = {type, STRBUF_INIT};
	enum err_code code = record_dependents(change_store(change), type, id,
		note_hanging, &hanging, err);

	if (code == ERR_OK && hanging.words.len > 0) {
		struct strbuf title = STRBUF_INIT;

		record_title_of(change_store(change), type, id, &title);
		code = err_set(err, ERR_DENIED,
			_("%s cannot be removed, since other records hang on it "
			  "(%s); give it an end date instead, or remove those "
			  "first."),
			title.s, hanging.words.s);
		strbuf_clear(&title);
	}
	strbuf_clear(&hanging.words);
	if (code == ERR_OK)
		code = set_owned_removed(change, type, id, true, err);
	if (code == ERR_OK)
		code = set_removed(change, type, id, true, err);
	return code;
}

enum err_code
record_restore(struct change *change, const struct record_type *type,
	int64_t id, struct err *err)
{
	enum err_code code = set_removed(change, type, id, false, err);

	if (code == ERR_OK)
		code = set_owned_removed(change, type, id, false, err);
	return code;
}

size_t
record_steps(const struct record *record, const struct state_step *out[],
	size_t n)
{
	const struct record_type *type = record->type;
	size_t found = 0;

	if (type->state == NULL || record->version == 0)
		return 0;
	for (size_t i = 0; i < type->n_steps && found < n; i++)
		if (strcmp(type->steps[i].from,
			    record_get(record, type->state)) == 0)
			out[found++] = &type->steps[i];
	return found;
}

enum err_code
record_step(struct change *change, struct record *record,
	const struct state_step *step, struct notes *notes, struct err *err)
{
	char *before = xstrdup(record_get(record, record->type->state));
	enum err_code code;

	record_set(record, record->type->state, step->to);
	code = record_save(change, record, NULL, notes, err);
	if (code != ERR_OK)
		record_set(record, record->type->state, before);
	free(before);
	return code;
}
