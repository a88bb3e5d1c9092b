/* What it means to every save that records were merged (重复认定): where a
 * reference leads then, and which change of a closed record is none. */
#include "records/save_private.h"

#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/ruling.h"
#include "store/site.h"

static bool
may_have_been_merged(const struct field_type *field)
{
	return field->kind == FIELD_REF &&
		(field_ref(field)->flags & RECORD_MERGES) != 0;
}

static enum err_code
is_removed(struct store *store, const struct record_type *type, int64_t id,
	bool *removed, struct err *err)
{
	struct record record;
	enum err_code code = record_load(store, type, id, &record, err);

	if (code != ERR_OK)
		return code;
	*removed = record.deleted;
	record_clear(&record);
	return ERR_OK;
}

/* While a merge is taken back its ruling stands to the end, and what it took
 * along is there already: so that is asked as well. */
static enum err_code
follow_field(struct store *store, struct record *record,
	const struct field_type *field, struct err *err)
{
	int64_t id = record_ref(record, field->name), survivor;
	char text[SITE_ID_TEXT_SIZE];
	bool removed;
	enum err_code code = ruling_survivor(store, id, &survivor, err);

	if (code != ERR_OK || survivor == id)
		return code;
	code = is_removed(store, field_ref(field), id, &removed, err);
	if (code == ERR_ABSENT) { /* merged elsewhere; the survivor is here */
		err_clear(err);
		removed = true;
		code = ERR_OK;
	}
	if (code == ERR_OK && removed) {
		site_id_to_text(survivor, text);
		record_set(record, field->name, text);
	}
	return code;
}

enum err_code
follow_merged(struct store *store, struct record *record,
	const struct record *old, struct err *err)
{
	const struct record_type *type = record->type;
	bool all = old == NULL || old->deleted;
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < type->n_fields; i++)
		if (record->values[i][0] != '\0' &&
			may_have_been_merged(&type->fields[i]) &&
			(all || strcmp(old->values[i],
					record->values[i]) != 0))
			code = follow_field(store, record, &type->fields[i],
				err);
	return code;
}

/* Are all fields that differ references that can have been turned? */
static bool
looks_turned(const struct record *record, const struct record *old)
{
	bool any = false;

	for (size_t i = 0; i < record->type->n_fields; i++) {
		if (strcmp(old->values[i], record->values[i]) == 0)
			continue;
		if (old->values[i][0] == '\0' ||
			record->values[i][0] == '\0' ||
			!may_have_been_merged(&record->type->fields[i]))
			return false;
		any = true;
	}
	return any;
}

/* Both lead to one record, and the new one is there. */
static enum err_code
is_same(struct store *store, const struct record *record,
	const struct record *old, const struct field_type *field, bool *same,
	struct err *err)
{
	int64_t ids[] = {record_ref(old, field->name),
		record_ref(record, field->name)};
	int64_t survivors[2];
	bool removed = false;
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < 2; i++)
		code = ruling_survivor(store, ids[i], &survivors[i], err);
	if (code == ERR_OK)
		code = is_removed(store, field_ref(field), ids[1], &removed,
			err);
	*same = code == ERR_OK && survivors[0] == survivors[1] && !removed;
	return code;
}

enum err_code
check_turned(struct store *store, const struct record *record,
	const struct record *old, bool *turned, struct err *err)
{
	const struct record_type *type = record->type;
	enum err_code code = ERR_OK;

	*turned = old != NULL && !old->deleted && !record->deleted &&
		looks_turned(record, old);
	for (size_t i = 0; code == ERR_OK && *turned && i < type->n_fields;
		i++)
		if (strcmp(old->values[i], record->values[i]) != 0)
			code = is_same(store, record, old, &type->fields[i],
				turned, err);
	return code;
}

enum err_code
removed_why(struct store *store, const struct record *record, struct err *err)
{
	struct strbuf title = STRBUF_INIT;
	char id[SITE_ID_TEXT_SIZE];
	int64_t survivor = record->id;

	if (record->type->flags & RECORD_MERGES)
		(void)ruling_survivor(store, record->id, &survivor, NULL);
	if (survivor == record->id)
		return err_set(err, ERR_DENIED,
			_("This record has been removed; bring it back before "
			  "you change it."));
	record_title_of(store, record->type, survivor, &title);
	site_id_to_text(survivor, id);
	err_set(err, ERR_DENIED,
		_("This record has been merged into %s (%s); change that "
		  "one."), title.s, id);
	strbuf_clear(&title);
	return ERR_DENIED;
}
