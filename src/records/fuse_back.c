/* What there is to know before a merge is taken back. */
#include "records/fuse.h"

#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/ruling.h"
#include "store/journal.h"
#include "store/site.h"

/* The newest or the oldest change that touched the record. */
static enum err_code
touched_by(struct store *store, const struct record_type *type, int64_t id,
	bool newest, const char *field, int64_t *change, struct err *err)
{
	struct journal_reader *reader;
	struct journal_field step;
	bool more;
	enum err_code code = journal_read_record(store, type->name, id, newest,
		&reader, err);

	*change = 0;
	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &step, &more, err)) == ERR_OK &&
		more && *change == 0)
		if (step.version != 0 &&
			(field == NULL || strcmp(step.field, field) == 0))
			*change = step.change;
	journal_close(reader);
	return code;
}

static enum err_code
refuse_chain(struct store *store, const struct record_type *type, int64_t kept,
	int64_t survivor, struct err *err)
{
	struct strbuf titles[2] = {STRBUF_INIT, STRBUF_INIT};

	record_title_of(store, type, kept, &titles[0]);
	record_title_of(store, type, survivor, &titles[1]);
	err_set(err, ERR_INVALID,
		_("%s has itself been merged into %s since; take that back "
		  "first."), titles[0].s, titles[1].s);
	strbuf_clear(&titles[0]);
	strbuf_clear(&titles[1]);
	return ERR_INVALID;
}

enum err_code
fuse_find_change(struct store *store, const struct record_type *type,
	int64_t other, int64_t *change, struct err *err)
{
	const struct record_type *rulings = record_type_find("ruling");
	struct record record;
	int64_t id, kept = 0, survivor = 0;
	enum err_code code = ruling_of(store, other, &id, err);

	if (code != ERR_OK)
		return code;
	if (id == 0)
		return err_set(err, ERR_INVALID,
			_("This record has not been merged into another one."));
	code = record_load(store, rulings, id, &record, err);
	if (code != ERR_OK)
		return code;
	(void)site_id_from_text(record_get(&record, "kept"), &kept);
	record_clear(&record);
	code = ruling_survivor(store, kept, &survivor, err);
	if (code == ERR_OK && survivor != kept)
		return refuse_chain(store, type, kept, survivor, err);
	/* made, or brought back when the merge was done again */
	return code == ERR_OK ? touched_by(store, type, other, true, "deleted",
			change, err) : code;
}

struct since {
	struct store *store;
	int64_t lamport;
	void (*each)(void *data, const struct record_type *type, int64_t id);
	void *data;
};

static enum err_code
lamport_of(struct store *store, int64_t change, int64_t *lamport,
	struct err *err)
{
	struct journal_change head = {0};
	enum err_code code = journal_change_load(store, change, &head, err);

	*lamport = head.lamport;
	journal_change_clear(&head);
	return code;
}

static enum err_code
tell_if_later(const struct since *since, const struct record_type *type,
	int64_t id, struct err *err)
{
	int64_t change, lamport = 0;
	enum err_code code = touched_by(since->store, type, id, false, NULL,
		&change, err);

	if (code == ERR_OK && change != 0)
		code = lamport_of(since->store, change, &lamport, err);
	if (code == ERR_OK && lamport > since->lamport)
		since->each(since->data, type, id);
	return code;
}

static enum err_code
tell_of_field(const struct since *since, const struct record_type *type,
	const struct field_type *field, const char *id, struct err *err)
{
	struct find_ids ids = VEC_INIT;
	enum err_code code = find_by_value(since->store, type, field->name, id,
		SIZE_MAX / 2, &ids, err);

	for (size_t i = 0; code == ERR_OK && i < ids.n; i++)
		code = tell_if_later(since, type, ids.items[i], err);
	find_ids_clear(&ids);
	return code;
}

enum err_code
fuse_each_since(struct store *store, const struct record_type *type,
	int64_t id, int64_t change,
	void (*each)(void *data, const struct record_type *type, int64_t id),
	void *data, struct err *err)
{
	struct since since = {store, 0, each, data};
	char text[SITE_ID_TEXT_SIZE];
	enum err_code code = lamport_of(store, change, &since.lamport, err);

	site_id_to_text(id, text);
	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		const struct record_type *other = record_types[i];

		for (size_t k = 0; code == ERR_OK && k < other->n_fields; k++)
			if (other->fields[k].kind == FIELD_REF &&
				field_ref(&other->fields[k]) == type)
				code = tell_of_field(&since, other,
					&other->fields[k], text, err);
	}
	return code;
}
