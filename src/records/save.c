#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/derive.h"
#include "records/find.h"
#include "records/load.h"
#include "records/ruling.h"
#include "records/save_private.h"
#include "records/serial.h"
#include "store/journal.h"
#include "store/site.h"

static enum err_code
put_row(struct change *change, struct record *record, enum change_did *did,
	struct err *err)
{
	struct change_row row = {
		.table = record_table(record->type),
		.id = record->id,
		.version = record->version,
		.deleted = record->deleted,
		.values = (const char *const *)record->values,
	};
	enum err_code code = change_save(change, &row, did, err);

	if (code != ERR_OK)
		return code;
	record->id = row.id;
	record->version = row.version;
	return ERR_OK;
}

static enum err_code
write_row(struct change *change, struct record *record, bool came,
	enum change_did *did, struct err *err)
{
	enum change_did done;
	enum err_code code = put_row(change, record, &done, err);

	if (code != ERR_OK)
		return code;
	if (done != CHANGE_NOTHING)
		owe_check(change, record, came);
	if (did != NULL)
		*did = done;
	return ERR_OK;
}

/* Fills in what a save does and checks as it does, all but the writing. */
static enum err_code
fill_and_check(struct store *store, struct record *record,
	const struct record *old, struct notes *notes, struct err *err)
{
	size_t begin = notes->n;
	const struct note *blocking;
	enum err_code code;

	check_given(record, old, notes);
	code = serial_give(store, record, err);
	if (code != ERR_OK)
		return code;
	derive_initials(record, old);
	code = record_fill(store, record, old, err);
	if (code == ERR_OK)
		code = record_check_filled(store, record, old, notes, err);
	if (code != ERR_OK)
		return code;
	blocking = notes_blocking(notes, begin);
	if (blocking != NULL)
		return err_set_field(err, ERR_INVALID, blocking->field, "%s",
			blocking->text);
	return ERR_OK;
}

/* The same of any record.  *turned: it is closed, and nothing is asked but
 * whether the same ones are meant as before. */
static enum err_code
prepare(struct store *store, struct record *record, const struct record *old,
	bool *turned, struct notes *notes, struct err *err)
{
	struct err why = ERR_INIT;
	enum err_code code = follow_merged(store, record, old, err);

	*turned = false;
	if (code != ERR_OK)
		return code;
	code = check_frozen(store, old, record, &why);
	if (code == ERR_OK)
		return fill_and_check(store, record, old, notes, err);
	if (code == ERR_DENIED && check_turned(store, record, old, turned,
			&why) == ERR_OK && *turned)
		code = ERR_OK;
	if (code != ERR_OK)
		return err_move(err, &why);
	err_clear(&why);
	return ERR_OK;
}

static enum err_code
check_and_write(struct change *change, struct record *record,
	const struct record *old, enum change_did *did, struct notes *notes,
	struct err *err)
{
	bool turned;
	enum err_code code = prepare(change_store(change), record, old,
		&turned, notes, err);

	if (code == ERR_OK && turned)
		return put_row(change, record, did, err);
	if (code == ERR_OK)
		code = save_follower(change, record, old, err);
	return code == ERR_OK ? write_row(change, record,
			old == NULL || old->deleted, did, err) : code;
}

/* What is not saved has no number: the next try may get another. */
static enum err_code
number_and_write(struct change *change, struct record *record,
	const struct record *old, enum change_did *did, struct notes *notes,
	struct err *err)
{
	const char *field = record->type->serial.field;
	bool had_number = field == NULL || record_get(record, field)[0] != '\0';
	enum err_code code = check_and_write(change, record, old, did, notes,
		err);

	if (code != ERR_OK && !had_number)
		record_set(record, field, "");
	return code;
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
	if (is_old && old.deleted)
		code = removed_why(change_store(change), &old, err);
	else
		code = number_and_write(change, record, is_old ? &old : NULL,
			did, notes != NULL ? notes : &own, err);
	if (is_old)
		record_clear(&old);
	notes_clear(&own);
	return code;
}

enum err_code
record_try(struct store *store, const struct record *record, struct err *err)
{
	struct notes notes = VEC_INIT;
	struct record old, copy;
	bool turned;
	enum err_code code = record_load(store, record->type, record->id, &old,
		err);

	if (code != ERR_OK)
		return code;
	record_copy(&copy, record);
	code = old.deleted ? removed_why(store, &old, err)
			   : prepare(store, &copy, &old, &turned, &notes, err);
	record_clear(&copy);
	record_clear(&old);
	notes_clear(&notes);
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

typedef enum err_code owned_fn(struct change *change,
	const struct record_type *type, int64_t id, int64_t went_by,
	struct err *err);

/* Calls each for what a record owns, the removed ones or the others. */
static enum err_code
each_owned(struct change *change, const struct record_type *owner, int64_t id,
	bool removed, owned_fn *each, int64_t went_by, struct err *err)
{
	struct store *store = change_store(change);
	char text[SITE_ID_TEXT_SIZE];
	enum err_code code = ERR_OK;

	site_id_to_text(id, text);
	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		const struct record_type *type = record_types[i];
		struct find_ids ids = VEC_INIT;

		if (record_owner(type) != owner)
			continue;
		code = (removed ? find_removed_by_value : find_by_value)(store,
			type, type->owned_by, text, SIZE_MAX / 2, &ids, err);
		for (size_t j = 0; code == ERR_OK && j < ids.n; j++)
			code = each(change, type, ids.items[j], went_by, err);
		find_ids_clear(&ids);
	}
	return code;
}

static enum err_code
hangs(struct store *store, const struct record_type *type, int64_t id,
	const char *words, struct err *err)
{
	struct strbuf title = STRBUF_INIT;

	record_title_of(store, type, id, &title);
	err_set(err, ERR_DENIED,
		_("%s cannot be removed, since other records hang on it (%s); "
		  "give it an end date instead, or remove those first."),
		title.s, words);
	strbuf_clear(&title);
	return ERR_DENIED;
}

/* May what it has taken along go back? */
static enum err_code
may_leave(struct store *store, const struct record *record, struct err *err)
{
	struct notes notes = VEC_INIT;
	const struct note *blocking;
	struct record gone;
	enum err_code code;

	record_copy(&gone, record);
	gone.deleted = true;
	code = check_follower(store, &gone, record, &notes, err);
	blocking = notes_blocking(&notes, 0);
	if (code == ERR_OK && blocking != NULL)
		code = err_set(err, ERR_DENIED, "%s", blocking->text);
	notes_clear(&notes);
	record_clear(&gone);
	return code;
}

/* Asked of a record and all that it owns before any of them goes. */
static enum err_code
may_remove(struct change *change, const struct record_type *type, int64_t id,
	int64_t went_by, struct err *err)
{
	struct store *store = change_store(change);
	struct hanging hanging = {type, STRBUF_INIT};
	struct record record;
	enum err_code code = record_load(store, type, id, &record, err);

	if (code != ERR_OK)
		return code;
	code = check_frozen(store, &record, &record, err);
	if (code == ERR_OK)
		code = serial_may_remove(&record, err);
	if (code == ERR_OK && !record.deleted)
		code = may_leave(store, &record, err);
	if (code == ERR_OK)
		code = ruling_may_remove(store, &record, err);
	record_clear(&record);
	if (code == ERR_OK)
		code = record_dependents(store, type, id, note_hanging,
			&hanging, err);
	if (code == ERR_OK && hanging.words.len > 0)
		code = hangs(store, type, id, hanging.words.s, err);
	strbuf_clear(&hanging.words);
	if (code == ERR_OK)
		code = each_owned(change, type, id, false, may_remove,
			went_by, err);
	return code;
}

static enum err_code
remove_with_owned(struct change *change, const struct record_type *type,
	int64_t id, int64_t went_by, struct err *err);

static enum err_code
remove_owned(struct change *change, const struct record *owner,
	struct err *err)
{
	return each_owned(change, owner->type, owner->id, false,
		remove_with_owned, 0, err);
}

/* What it has taken along goes back before it; it may be removed already. */
static enum err_code
write_removed(struct change *change, struct record *gone,
	const struct record *now, struct err *err)
{
	enum err_code code = save_follower(change, gone, now, err);

	return code == ERR_OK ? write_row(change, gone, false, NULL, err)
			      : code;
}

static enum err_code
remove_with_owned(struct change *change, const struct record_type *type,
	int64_t id, int64_t went_by, struct err *err)
{
	struct record record, gone;
	enum err_code code = record_load(change_store(change), type, id,
		&record, err);

	(void)went_by;
	if (code != ERR_OK)
		return code;
	code = remove_owned(change, &record, err);
	record_copy(&gone, &record);
	gone.deleted = true;
	if (code == ERR_OK)
		code = write_removed(change, &gone, &record, err);
	record_clear(&gone);
	record_clear(&record);
	return code;
}

enum err_code
record_remove(struct change *change, const struct record_type *type,
	int64_t id, struct err *err)
{
	enum err_code code = may_remove(change, type, id, 0, err);

	if (code == ERR_OK)
		code = remove_with_owned(change, type, id, 0, err);
	return code;
}

/* The change by which a removed record went. */
static enum err_code
removed_by(struct store *store, const struct record_type *type, int64_t id,
	int64_t *change, struct err *err)
{
	struct journal_reader *reader;
	struct journal_field field;
	bool more;
	enum err_code code = journal_read_record(store, type->name, id, true,
		&reader, err);

	*change = 0;
	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &field, &more, err)) == ERR_OK &&
		more && *change == 0)
		if (strcmp(field.field, "deleted") == 0)
			*change = field.change;
	journal_close(reader);
	return code;
}

static enum err_code
restore_with_owned(struct change *change, const struct record_type *type,
	int64_t id, int64_t went_by, struct err *err);

/* Writes a record that comes back, and brings back what went with it. */
static enum err_code
restore_as(struct change *change, struct record *record,
	const struct record *removed, int64_t went_by, struct err *err)
{
	struct notes notes = VEC_INIT;
	enum err_code code;

	record->deleted = false;
	code = check_and_write(change, record, removed, NULL, &notes, err);
	notes_clear(&notes);
	if (code == ERR_OK)
		code = each_owned(change, record->type, record->id, true,
			restore_with_owned, went_by, err);
	return code;
}

/* What went with the owner comes back with it; what had gone before stays. */
static enum err_code
restore_with_owned(struct change *change, const struct record_type *type,
	int64_t id, int64_t went_by, struct err *err)
{
	struct store *store = change_store(change);
	struct record removed, record;
	int64_t own;
	enum err_code code = removed_by(store, type, id, &own, err);

	if (code != ERR_OK || own != went_by)
		return code;
	code = record_load(store, type, id, &removed, err);
	if (code != ERR_OK)
		return code;
	record_copy(&record, &removed);
	code = restore_as(change, &record, &removed, went_by, err);
	record_clear(&record);
	record_clear(&removed);
	return code;
}

enum err_code
record_restore(struct change *change, const struct record_type *type,
	int64_t id, struct err *err)
{
	struct record record;
	enum err_code code = record_load(change_store(change), type, id,
		&record, err);

	if (code != ERR_OK)
		return code;
	if (record.deleted) {
		record.deleted = false;
		code = record_save_whole(change, &record, err);
	}
	record_clear(&record);
	return code;
}

static bool
has_values_of(const struct record *record, const struct record *other)
{
	for (size_t i = 0; i < record->type->n_fields; i++)
		if (strcmp(record->values[i], other->values[i]) != 0)
			return false;
	return true;
}

/* Its values and its removal are one save. */
static enum err_code
remove_as(struct change *change, struct record *record,
	const struct record *now, struct err *err)
{
	struct notes notes = VEC_INIT;
	bool turned;
	enum err_code code = may_remove(change, record->type, record->id, 0,
		err);

	if (code == ERR_OK && !has_values_of(record, now))
		code = prepare(change_store(change), record, now, &turned,
			&notes, err);
	if (code == ERR_OK)
		code = remove_owned(change, record, err);
	if (code == ERR_OK)
		code = write_removed(change, record, now, err);
	notes_clear(&notes);
	return code;
}

static enum err_code
put(struct change *change, struct record *record, const struct record *now,
	struct err *err)
{
	int64_t went_by;
	enum err_code code;

	record->version = now->version;
	serial_keep(record, now);
	if (!now->deleted && record->deleted)
		return remove_as(change, record, now, err);
	if (!now->deleted || record->deleted)
		return record_save(change, record, NULL, NULL, err);
	code = removed_by(change_store(change), record->type, record->id,
		&went_by, err);
	return code == ERR_OK ? restore_as(change, record, now, went_by, err)
			      : code;
}

enum err_code
record_save_whole(struct change *change, struct record *record,
	struct err *err)
{
	struct record now;
	enum err_code code = record_load(change_store(change), record->type,
		record->id, &now, err);

	if (code != ERR_OK)
		return code;
	code = put(change, record, &now, err);
	record_clear(&now);
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
