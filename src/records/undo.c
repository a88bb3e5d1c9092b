#include "records/undo.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/save.h"
#include "store/journal.h"

/* What one change did to one record: its fields, before and after. */
struct deed {
	const struct record_type *type;
	int64_t record;
	int64_t row;
	bool is_new;
	struct strvec fields;
	struct strvec olds;
	struct strvec news;
};

static void
deed_clear(struct deed *deed)
{
	strvec_clear(&deed->fields);
	strvec_clear(&deed->olds);
	strvec_clear(&deed->news);
}

void
undo_result_clear(struct undo_result *result)
{
	for (size_t i = 0; i < result->n_kept; i++) {
		free(result->kept[i].title);
		free(result->kept[i].field);
		free(result->kept[i].text);
	}
	free(result->kept);
	*result = (struct undo_result){0};
}

static void
keep(struct undo_result *result, struct store *store, const struct deed *deed,
	const char *field, enum undo_why why, const char *text)
{
	struct strbuf title = STRBUF_INIT;

	record_title_of(store, deed->type, deed->record, &title);
	result->kept = vec_room(result->kept, &result->size,
		result->n_kept + 1, sizeof(*result->kept));
	result->kept[result->n_kept++] = (struct undo_kept){deed->type,
		deed->record, strbuf_detach(&title), xstrdup(field), why,
		xstrdup(text)};
}

static void
count_hanging(void *data, const struct record_type *type,
	const struct field_type *field, int64_t n)
{
	(void)type;
	(void)field;
	*(int64_t *)data += n;
}

/* The value that the change gave to a field of the record that it made. */
static const char *
given(const struct deed *deed, const char *field)
{
	for (size_t i = 0; i < deed->fields.n; i++)
		if (strcmp(deed->fields.items[i], field) == 0)
			return deed->news.items[i];
	return "";
}

static bool
is_as_made(const struct deed *deed, const struct record *record)
{
	for (size_t i = 0; i < record->type->n_fields; i++)
		if (strcmp(record->values[i],
			    given(deed, record->type->fields[i].name)) != 0)
			return false;
	return true;
}

/* ERR_OK where a rule of the dictionary forbids it, and says so. */
static enum err_code
keep_refused(enum err_code code, struct undo_result *result,
	struct store *store, const struct deed *deed, struct err *refused,
	struct err *err)
{
	if (code != ERR_OK && code != ERR_INVALID && code != ERR_DENIED)
		return err_move(err, refused);
	if (code != ERR_OK)
		keep(result, store, deed, "", UNDO_REFUSED, refused->text);
	err_clear(refused);
	return ERR_OK;
}

/* A record that the change made goes again, unless others have built on it. */
static enum err_code
undo_new(struct change *change, const struct deed *deed,
	struct undo_result *result, struct err *err)
{
	struct store *store = change_store(change);
	struct err refused = ERR_INIT;
	struct record record;
	int64_t hanging = 0;
	enum err_code code;
	bool is_gone, as_made;

	code = record_load(store, deed->type, deed->record, &record, err);
	if (code != ERR_OK)
		return code;
	is_gone = record.deleted;
	as_made = is_as_made(deed, &record);
	record_clear(&record);
	if (is_gone)
		return ERR_OK;
	code = record_dependents(store, deed->type, deed->record,
		count_hanging, &hanging, err);
	if (code != ERR_OK)
		return code;
	if (!as_made) {
		keep(result, store, deed, "", UNDO_CHANGED_SINCE,
			_("It has been changed since and stays."));
		return ERR_OK;
	}
	if (hanging > 0) {
		keep(result, store, deed, "", UNDO_DEPENDED_ON,
			_("Other records hang on it, so it stays."));
		return ERR_OK;
	}
	code = record_remove(change, deed->type, deed->record, &refused);
	return keep_refused(code, result, store, deed, &refused, err);
}

/* Puts the old values into record where the new ones still stand. */
static bool
put_back(const struct deed *deed, struct record *record, struct store *store,
	struct undo_result *result)
{
	bool any = false;

	for (size_t i = 0; i < deed->fields.n; i++) {
		const char *field = deed->fields.items[i];
		bool is_deleted = strcmp(field, "deleted") == 0;
		const char *now;

		if (!is_deleted && record_field(deed->type, field) == NULL)
			continue; /* a newer program's */
		now = is_deleted ? (record->deleted ? "1" : "0")
				 : record_get(record, field);
		if (strcmp(now, deed->olds.items[i]) == 0)
			continue;
		if (strcmp(now, deed->news.items[i]) != 0) {
			keep(result, store, deed, field, UNDO_CHANGED_SINCE,
				_("It has another value by now and stays."));
			continue;
		}
		if (is_deleted)
			record->deleted = deed->olds.items[i][0] == '1';
		else
			record_set(record, field, deed->olds.items[i]);
		any = true;
	}
	return any;
}

/* The saves that put one record right, in the gate's order. */
static enum err_code
save_back(struct change *change, const struct record *now,
	struct record *record, struct err *err)
{
	enum err_code code = ERR_OK;

	if (now->deleted && !record->deleted)
		code = record_restore(change, record->type, record->id, err);
	else if (!now->deleted && record->deleted)
		return record_remove(change, record->type, record->id, err);
	if (code == ERR_OK && now->deleted && !record->deleted)
		record->version++;
	for (size_t i = 0; code == ERR_OK && i < record->type->n_fields; i++)
		if (strcmp(now->values[i], record->values[i]) != 0)
			return record_save(change, record, NULL, NULL, err);
	return code;
}

static enum err_code
undo_fields(struct change *change, const struct deed *deed,
	struct undo_result *result, struct err *err)
{
	struct store *store = change_store(change);
	struct record now, record;
	struct err refused = ERR_INIT;
	enum err_code code = record_load(store, deed->type, deed->record, &now,
		err);

	if (code != ERR_OK)
		return code;
	record_copy(&record, &now);
	if (put_back(deed, &record, store, result))
		code = save_back(change, &now, &record, &refused);
	record_clear(&now);
	record_clear(&record);
	return keep_refused(code, result, store, deed, &refused, err);
}

static enum err_code
undo_deed(struct change *change, const struct deed *deed,
	struct undo_result *result, struct err *err)
{
	if (deed->type == NULL)
		return ERR_OK;
	if (deed->is_new)
		return undo_new(change, deed, result, err);
	return undo_fields(change, deed, result, err);
}

static void
deed_begin(struct deed *deed, const struct journal_field *field)
{
	deed_clear(deed);
	deed->type = record_type_find(field->table);
	deed->record = field->record;
	deed->row = field->row;
	deed->is_new = field->is_new;
}

/* Newest rows first, so that what hangs on a record goes before it. */
static enum err_code
undo_rows(struct change *change, int64_t id, struct job *job,
	struct undo_result *result, struct err *err)
{
	struct deed deed = {.fields = VEC_INIT, .olds = VEC_INIT,
		.news = VEC_INIT};
	struct journal_reader *reader;
	struct journal_field field;
	uint64_t n_done = 0;
	bool more;
	enum err_code code = journal_read_change(change_store(change), id, true,
		&reader, err);

	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &field, &more, err)) == ERR_OK &&
		more) {
		if (field.version == 0)
			continue; /* a note, nothing that was saved */
		if (field.row != deed.row) {
			code = undo_deed(change, &deed, result, err);
			if (code != ERR_OK)
				break;
			if (job_cancelled(job)) {
				code = err_set(err, ERR_CANCELLED,
					_("Stopped; nothing was changed."));
				break;
			}
			job_progress(job, _("taking back"), n_done++, 0);
			deed_begin(&deed, &field);
		}
		strvec_add(&deed.fields, field.field);
		strvec_add(&deed.olds, field.old_value);
		strvec_add(&deed.news, field.new_value);
	}
	if (code == ERR_OK)
		code = undo_deed(change, &deed, result, err);
	journal_close(reader);
	deed_clear(&deed);
	return code;
}

static enum err_code
undo_known(struct store *store, const struct journal_change *head,
	const struct change_info *info, bool plan_only, struct job *job,
	struct undo_result *result, struct err *err)
{
	struct change_info undo = *info;
	struct change *change;
	enum err_code code;

	undo.action = strcmp(head->action, "undo") == 0 ? "redo" : "undo";
	undo.reason = head->reason;
	undo.undoes = head->id;
	code = change_begin(store, &undo, &change, err);
	if (code != ERR_OK)
		return code;
	code = undo_rows(change, head->id, job, result, err);
	result->n_records = change_n_saved(change);
	if (code != ERR_OK || plan_only) {
		change_abandon(change);
		return code;
	}
	if (change_n_saved(change) > 0) {
		int64_t number = change_id(change);

		code = change_commit(change, err);
		result->change = code == ERR_OK ? number : 0;
		return code;
	}
	change_abandon(change);
	if (result->n_kept > 0)
		return ERR_OK;
	return err_set(err, ERR_INVALID,
		_("Everything in this change has been taken back already."));
}

enum err_code
undo_change(struct store *store, int64_t id, const struct change_info *info,
	bool plan_only, struct job *job, struct undo_result *result,
	struct err *err)
{
	struct journal_change head;
	enum err_code code = journal_change_load(store, id, &head, err);

	*result = (struct undo_result){0};
	if (code != ERR_OK)
		return code;
	code = undo_known(store, &head, info, plan_only, job, result, err);
	journal_change_clear(&head);
	return code;
}
