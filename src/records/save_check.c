#include "records/save_private.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "records/find.h"
#include "records/load.h"
#include "records/owned.h"
#include "records/ruling.h"
#include "records/serial.h"
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

/* What a reference leads to, as far as a check has to know. */
struct referent {
	bool found;
	bool removed;
	int64_t owner; /* of a sibling */
};

/* A row that stands in the same form need not be in the store. */
static bool
look_in_form(const struct record *record, const struct field_type *field,
	struct referent *referent)
{
	const struct owned_row *row = owned_sibling(record, field);

	if (row == NULL)
		return false;
	*referent = (struct referent){true, row->now.deleted,
		record_ref(record, record->type->owned_by)};
	return true;
}

static enum err_code
look_in_store(struct store *store, const struct record *record,
	const struct field_type *field, struct referent *referent,
	struct err *err)
{
	const struct record_type *to = field_ref(field);
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;

	*referent = (struct referent){false};
	strbuf_addf(&sql, "SELECT deleted, %s FROM %s WHERE id = ?",
		field->flags & FIELD_SIBLING ? to->owned_by : "0", to->name);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, record_ref(record, field->name));
	code = stmt_step(stmt, &referent->found, err);
	if (code == ERR_OK && referent->found) {
		referent->removed = stmt_int(stmt, 0) != 0;
		referent->owner = stmt_int(stmt, 1);
	}
	stmt_done(stmt);
	return code;
}

/* Saving follows it. */
static bool
is_merged(struct store *store, const struct record *record,
	const struct field_type *field)
{
	int64_t id = record_ref(record, field->name), survivor = id;

	return (field_ref(field)->flags & RECORD_MERGES) &&
		ruling_survivor(store, id, &survivor, NULL) == ERR_OK &&
		survivor != id;
}

static enum err_code
check_ref(struct store *store, const struct record *record,
	const struct field_type *field, struct notes *notes, struct err *err)
{
	const char *term = term_word(&field->term);
	struct referent referent;
	enum err_code code = ERR_OK;

	if (!look_in_form(record, field, &referent))
		code = look_in_store(store, record, field, &referent, err);
	if (code != ERR_OK)
		return code;
	if (!referent.found)
		notes_block(notes, field->name,
			_("%s points at a record that does not exist."), term);
	else if (referent.removed && !is_merged(store, record, field))
		notes_block(notes, field->name,
			_("%s points at a record that has been removed."),
			term);
	else if ((field->flags & FIELD_SIBLING) && referent.owner !=
			record_ref(record, record->type->owned_by))
		notes_block(notes, field->name,
			_("%s points at one of another record of the type %s; "
			  "choose one of the same."), term,
			term_word(&record_owner(record->type)->term));
	return ERR_OK;
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
	const struct state_step *step;
	const char *from, *to;

	if (type->state == NULL)
		return;
	from = old != NULL ? record_get(old, type->state) : "";
	to = record_get(record, type->state);
	if (old != NULL && strcmp(from, to) == 0)
		return;
	step = record_step_between(type, from, to);
	if (step != NULL) {
		(void)needs_are_filled(record, step, notes);
		return;
	}
	notes_block(notes, type->state,
		_("%s cannot change in this way; choose a step of the menu."),
		term_word(&record_field(type, type->state)->term));
}

/* A saved value that nobody types changes with a step alone, or not at all;
 * what follows from others is filled in anew at each save. */
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

/* Whose row it is does not change: what it refers to there would be of
 * another. */
static void
check_same_owner(const struct record *record, const struct record *old,
	struct notes *notes)
{
	const char *owned_by = record->type->owned_by;

	if (owned_by != NULL && strcmp(record_get(old, owned_by),
				       record_get(record, owned_by)) != 0)
		notes_block(notes, owned_by,
			_("It stays with its record of the type %s: remove it "
			  "there, and enter it in the other one."),
			term_word(&record_owner(record->type)->term));
}

void
check_given(const struct record *record, const struct record *old,
	struct notes *notes)
{
	if (old == NULL)
		return;
	for (size_t i = 0; i < record->type->n_fields; i++)
		check_read_only(record, old, &record->type->fields[i], notes);
	check_same_owner(record, old, notes);
}

/* One field's form, and what it refers to or may not share. */
static enum err_code
check_field(struct store *store, const struct record *record,
	const struct record *old, size_t i, struct notes *notes,
	struct err *err)
{
	const struct field_type *field = &record->type->fields[i];
	const char *value = record->values[i];
	char today[DATE_SIZE];
	bool defers = change_defers(store, record_table(record->type));
	enum err_code code = ERR_OK;

	world_today(store_world(store), today);
	check_form(record, field, value, today, notes);
	if (value[0] == '\0' ||
		(old != NULL && strcmp(old->values[i], value) == 0))
		return ERR_OK;
	if (field->kind == FIELD_REF)
		code = check_ref(store, record, field, notes, err);
	if (code == ERR_OK && field->kind == FIELD_REF)
		code = check_circle(store, record, field, notes, err);
	if (code == ERR_OK && !defers && (field->flags & FIELD_UNIQUE))
		code = check_unique(store, record, field, value, notes, err);
	return code;
}

static enum err_code
ask_check(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err)
{
	struct owned_view view = {.record = record, .err = err};
	char today[DATE_SIZE];
	const struct check_context context = {store, today, old,
		change_operator(store), &view};

	/* what owns rows is asked when they are there: record_settle() */
	if (record->type->check == NULL ||
		(old == NULL && record_owns(record->type)))
		return ERR_OK;
	world_today(store_world(store), today);
	record->type->check(record, &context, notes);
	owned_view_clear(&view);
	return view.code;
}

enum err_code
record_check_filled(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err)
{
	size_t begin = notes->n;
	/* one that comes back is checked like a new one, but for its state */
	const struct record *before = old != NULL && old->deleted ? NULL : old;
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < record->type->n_fields; i++)
		code = check_field(store, record, before, i, notes, err);
	if (code == ERR_OK)
		code = serial_check(store, record, before, notes, err);
	if (code != ERR_OK)
		return code;
	check_state(record, old, notes);
	check_period(record, notes);
	if (notes_blocking(notes, begin) == NULL)
		code = ask_check(store, record, before, notes, err);
	return code == ERR_OK ? check_follower(store, record, old, notes, err)
			      : code;
}

enum err_code
record_check(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err)
{
	check_given(record, old, notes);
	return record_check_filled(store, record, old, notes, err);
}

enum err_code
record_fill(struct store *store, struct record *record,
	const struct record *old, struct err *err)
{
	struct owned_view view = {.record = record, .err = err};
	char today[DATE_SIZE];
	const struct check_context context = {store, today, old,
		change_operator(store), &view};

	if (record->type->fill == NULL)
		return ERR_OK;
	world_today(store_world(store), today);
	record->type->fill(record, &context);
	owned_view_clear(&view);
	return view.code;
}
