#include "records/save.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "records/find.h"
#include "records/load.h"
#include "records/value.h"
#include "store/stmt.h"

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

struct doubles {
	struct store *store;
	const struct record_type *type;
	const struct field_type *field;
};

static enum err_code
refuse_double(void *data, const struct find_ids *ids, struct err *err)
{
	const struct doubles *doubles = data;
	struct strbuf names = STRBUF_INIT;

	find_name_all(doubles->store, doubles->type, ids, &names);
	err_set_field(err, ERR_INVALID, doubles->field->name,
		_("Several records have the same %s: %s."),
		term_word(&doubles->field->term), names.s);
	strbuf_clear(&names);
	return ERR_INVALID;
}

enum err_code
record_check_loaded(struct store *store, const struct record_type *type,
	struct err *err)
{
	struct doubles doubles = {store, type, type->fields};
	enum err_code code = ERR_OK;

	if (!change_defers(store, record_table(type)))
		return ERR_OK;
	for (size_t i = 0; code == ERR_OK && i < type->n_fields; i++) {
		doubles.field = &type->fields[i];
		if (doubles.field->flags & FIELD_UNIQUE)
			code = find_doubles(store, type, doubles.field,
				refuse_double, &doubles, err);
	}
	return code;
}

static enum err_code
check_ref(struct store *store, const struct record *record,
	const struct field_type *field, struct notes *notes, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	bool found = false, removed = false;
	enum err_code code;

	strbuf_add(&sql, "SELECT deleted FROM ");
	strbuf_add(&sql, field_ref(field)->name);
	strbuf_add(&sql, " WHERE id = ?");
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, record_ref(record, field->name));
	code = stmt_step(stmt, &found, err);
	if (code == ERR_OK && found)
		removed = stmt_int(stmt, 0) != 0;
	stmt_done(stmt);
	if (code == ERR_OK && !found)
		notes_block(notes, field->name,
			_("%s points at a record that does not exist."),
			term_word(&field->term));
	if (removed)
		notes_block(notes, field->name,
			_("%s points at a record that has been removed."),
			term_word(&field->term));
	return code;
}

/* An upper unit of an upper unit and so on is never the unit itself.  UNION
 * leaves out what was there already: it ends in circles too. */
static enum err_code
check_circle(struct store *store, const struct record *record,
	const struct field_type *field, struct notes *notes, struct err *err)
{
	const char *table = record->type->name;
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	bool found = false;
	enum err_code code;

	if (field_ref(field) != record->type || record->id == 0)
		return ERR_OK;
	strbuf_addf(&sql, "WITH RECURSIVE above(id) AS (VALUES(?) UNION "
		"SELECT t.%s FROM above JOIN %s t ON t.id = above.id "
		"WHERE t.%s IS NOT NULL) SELECT 1 FROM above WHERE id = ?",
		field->name, table, field->name);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, record_ref(record, field->name));
	stmt_bind_int(stmt, 2, record->id);
	code = stmt_step(stmt, &found, err);
	stmt_done(stmt);
	if (found)
		notes_block(notes, field->name,
			_("%s: from there upwards one comes back to this "
			  "record itself."), term_word(&field->term));
	return code;
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

/* A saved value that nobody types changes with a step alone, or not at all. */
static void
check_read_only(const struct record *record, const struct record *old,
	const struct field_type *field, struct notes *notes)
{
	const char *state = record->type->state;

	if ((field->flags & FIELD_READONLY) == 0 ||
		strcmp(record_get(old, field->name),
			record_get(record, field->name)) == 0)
		return;
	if (state == NULL ||
		strcmp(record_get(old, state), record_get(record, state)) == 0)
		notes_block(notes, field->name,
			_("%s is filled in by the program and cannot be "
			  "changed."), term_word(&field->term));
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
	size_t begin = notes->n;
	bool defers = change_defers(store, record_table(type));

	world_today(store_world(store), today);
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];
		const char *value = record->values[i];
		bool same = old != NULL && !is_back &&
			strcmp(old->values[i], value) == 0;
		enum err_code code = ERR_OK;

		check_form(record, field, value, today, notes);
		if (old != NULL)
			check_read_only(record, old, field, notes);
		if (value[0] == '\0' || same)
			continue;
		if (field->kind == FIELD_REF)
			code = check_ref(store, record, field, notes, err);
		if (code == ERR_OK && field->kind == FIELD_REF)
			code = check_circle(store, record, field, notes, err);
		if (code == ERR_OK && !defers && (field->flags & FIELD_UNIQUE))
			code = check_unique(store, record, field, value, notes,
				err);
		if (code != ERR_OK)
			return code;
	}
	check_state(record, old, notes);
	check_period(record, notes);
	if (notes_blocking(notes, begin) == NULL && type->check != NULL)
		type->check(record, &context, notes);
	return ERR_OK;
}
