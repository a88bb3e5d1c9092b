/* What holds between owners and what they own: freezing, amending, and the
 * check of an owner when its rows have changed. */
#include "records/save_private.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "records/codes.h"
#include "records/load.h"
#include "records/owned.h"
#include "records/ruling.h"
#include "store/journal.h"

static enum err_code
frozen(const struct record *record, struct err *err)
{
	return err_set(err, ERR_DENIED,
		_("This record of the type %s is closed and can no longer be "
		  "changed."), term_word(&record->type->term));
}

/* The newest change that saved the record, made by whoever makes this one. */
static enum err_code
is_own_and_newest(struct store *store, const struct record *record,
	int64_t change, bool *is, struct err *err)
{
	struct journal_change head;
	struct journal_reader *reader;
	struct journal_field field;
	bool more;
	enum err_code code = journal_change_load(store, change, &head, err);

	if (code != ERR_OK)
		return code;
	*is = head.operator_id != 0 &&
		head.operator_id == change_operator(store);
	journal_change_clear(&head);
	code = journal_read_record(store, record->type->name, record->id, true,
		&reader, err);
	if (code != ERR_OK)
		return code;
	code = journal_next(reader, &field, &more, err);
	*is = *is && code == ERR_OK && more && field.change == change;
	journal_close(reader);
	return code;
}

/* It stays closed, unless the step that closed it is being taken back. */
static enum err_code
check_closed(struct store *store, const struct record *old,
	const struct record *record, struct err *err)
{
	const struct record_type *type = old->type;
	int64_t change = change_takes_back(store);
	bool may = false;
	enum err_code code;

	if (change == 0 || record->deleted || record_is_frozen(record) ||
		record_step_between(type, record_get(old, type->state),
			record_get(record, type->state)) == NULL)
		return frozen(old, err);
	code = is_own_and_newest(store, old, change, &may, err);
	if (code == ERR_OK && !may)
		code = err_set(err, ERR_DENIED,
			_("This record of the type %s is closed; only who "
			  "closed it can take that back, as long as nothing "
			  "of it was saved since."), term_word(&type->term));
	return code;
}

static enum err_code
guarded(const struct record *record, struct err *err)
{
	const struct record_type *type = record->type;
	const struct code *state = code_find(
		field_codes(record_field(type, type->state)),
		record_get(record, type->state));

	return err_set(err, ERR_DENIED,
		_("This record of the type %s is “%s” and stays as it is "
		  "meanwhile; take it back first by a step of its state."),
		term_word(&type->term), code_word(state));
}

/* What amends is added to what is closed, and stays as it is. */
static enum err_code
check_amends(const struct record *owner, const struct record *record,
	bool is_new, struct err *err)
{
	const char *term = term_word(&record->type->term);

	if (!is_new)
		return err_set(err, ERR_DENIED,
			_("What has been saved of the type %s stays as it is; "
			  "put it right by another one."), term);
	if (!record_is_frozen(owner))
		return err_set(err, ERR_DENIED,
			_("This record of the type %s is not closed yet: change "
			  "it itself, %s comes afterwards."),
			term_word(&owner->type->term), term);
	return ERR_OK;
}

/* Rows come in with an owner that is closed already; nothing afterwards. */
static enum err_code
check_rows(struct store *store, const struct record *owner, struct err *err)
{
	bool made = false;
	enum err_code code;

	if (!record_is_frozen(owner) && !record_is_guarded(owner))
		return ERR_OK;
	code = change_made(store, owner->id, &made, err);
	if (code == ERR_OK && !made)
		code = record_is_frozen(owner) ? frozen(owner, err)
					       : guarded(owner, err);
	return code;
}

static enum err_code
check_owner(struct store *store, const struct record *record, bool is_new,
	struct err *err)
{
	const struct record_type *type = record->type;
	struct record owner;
	enum err_code code;

	if (type->owned_by == NULL || record_ref(record, type->owned_by) == 0)
		return ERR_OK;
	code = record_load(store, record_owner(type),
		record_ref(record, type->owned_by), &owner, err);
	if (code == ERR_ABSENT)
		err_clear(err); /* check_ref() says so */
	if (code != ERR_OK)
		return code == ERR_ABSENT ? ERR_OK : code;
	if (type->flags & RECORD_AMENDS)
		code = check_amends(&owner, record, is_new, err);
	else
		code = check_rows(store, &owner, err);
	record_clear(&owner);
	return code;
}

enum err_code
record_is_closed(struct store *store, const struct record *record,
	bool *closed, struct err *err)
{
	struct err why = ERR_INIT;
	enum err_code code = check_frozen(store, record, record, &why);

	*closed = code == ERR_DENIED;
	if (code != ERR_OK && !*closed)
		return err_move(err, &why);
	err_clear(&why);
	return ERR_OK;
}

enum err_code
check_frozen(struct store *store, const struct record *old,
	const struct record *record, struct err *err)
{
	if (old != NULL && !old->deleted && record_is_frozen(old))
		return check_closed(store, old, record, err);
	if (old != NULL && !old->deleted && record_breaks_guard(record, old))
		return guarded(old, err);
	return check_owner(store, old != NULL ? old : record, old == NULL,
		err);
}

/* Of those that can have been merged, one that comes back is asked whether it
 * has been. */
static bool
is_owed(const struct record *record, bool came)
{
	const struct record_type *type = record->type;

	if (!came)
		return false;
	return (type->check != NULL && record_owns(type)) ||
		ruling_is(record) ||
		((type->flags & RECORD_MERGES) && record->version > 1);
}

void
owe_check(struct change *change, const struct record *record, bool came)
{
	const struct record_type *type = record->type;
	const struct record_type *owner = record_owner(type);

	if (owner != NULL && owner->check != NULL &&
		!(type->flags & RECORD_AMENDS))
		change_owe(change, record_table(owner),
			record_ref(record, type->owned_by));
	else if (is_owed(record, came))
		change_owe(change, record_table(type), record->id);
}

/* As it stands in the store, with all that it owns. */
static enum err_code
check_whole(struct store *store, const struct record *record,
	struct notes *notes, struct err *err)
{
	struct owned_view view = {.record = record, .err = err};
	char today[DATE_SIZE];
	struct check_context context = {store, today, record,
		change_operator(store), &view};
	bool made;
	enum err_code code = change_made(store, record->id, &made, err);

	if (code != ERR_OK)
		return code;
	ruling_check_settled(store, record, notes);
	if (record->type->check == NULL)
		return ERR_OK;
	if (made)
		context.old = NULL;
	world_today(store_world(store), today);
	record->type->check(record, &context, notes);
	owned_view_clear(&view);
	return view.code;
}

enum err_code
record_settle(struct store *store, const struct record_type *type, int64_t id,
	struct notes *notes, struct err *err)
{
	size_t begin = notes->n;
	const struct note *blocking;
	struct record record;
	enum err_code code;

	if (type->check == NULL && !(type->flags & RECORD_MERGES))
		return ERR_OK;
	code = record_load(store, type, id, &record, err);
	if (code != ERR_OK)
		return code;
	if (!record.deleted)
		code = check_whole(store, &record, notes, err);
	blocking = notes_blocking(notes, begin);
	if (code == ERR_OK && blocking != NULL)
		code = err_set_field(err, ERR_INVALID, blocking->field, "%s",
			blocking->text);
	record_clear(&record);
	return code;
}

enum err_code
settle_record(struct store *store, const struct table *table, int64_t id,
	struct err *err)
{
	struct notes notes = VEC_INIT;
	struct strbuf title = STRBUF_INIT;
	struct err why = ERR_INIT;
	enum err_code code = record_settle(store, table->data, id, &notes,
		&why);

	if (code == ERR_INVALID) {
		record_title_of(store, table->data, id, &title);
		err_set_field(err, code, why.field, _("%s: %s"), title.s,
			why.text);
		err_clear(&why);
	} else if (code != ERR_OK) {
		code = err_move(err, &why);
	}
	strbuf_clear(&title);
	notes_clear(&notes);
	return code;
}
