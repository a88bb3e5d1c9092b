#include "records/fuse_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/ruling.h"
#include "records/save.h"
#include "store/journal.h"
#include "store/site.h"

/* What the one has there, but a reference from the kept record to itself or to
 * the one that goes, which leads nowhere. */
static const char *
value_of(const struct fuse *fuse, const struct record *record, size_t i)
{
	const struct field_type *field = &fuse->type->fields[i];
	int64_t id;

	if (field->kind != FIELD_REF || field_ref(field) != fuse->type)
		return record->values[i];
	id = record_ref(record, field->name);
	return id == fuse->kept.id || id == fuse->other.id
		? "" : record->values[i];
}

/* Initials go with the name. */
static bool
is_chosen(const struct fuse *fuse, const struct field_type *field)
{
	const char *state = fuse->type->state;

	return !(field->flags & (FIELD_READONLY | FIELD_INITIALS)) &&
		(state == NULL || strcmp(field->name, state) != 0);
}

static void
compare(struct fuse *fuse)
{
	fuse->fields.n = 0;
	for (size_t i = 0; i < fuse->type->n_fields; i++) {
		const char *kept = value_of(fuse, &fuse->kept, i);
		const char *other = value_of(fuse, &fuse->other, i);
		struct fuse_field field = {i,
			kept[0] != '\0' ? FUSE_KEPT : FUSE_OTHER};

		if (is_chosen(fuse, &fuse->type->fields[i]) &&
			strcmp(kept, other) != 0)
			vec_push(&fuse->fields, field);
	}
}

struct counting {
	struct fuse *fuse;
	bool is_other;
};

static void
count_hanging(void *data, const struct record_type *type,
	const struct field_type *field, int64_t n)
{
	const struct counting *counting = data;
	struct fuse *fuse = counting->fuse;
	struct fuse_hanging hanging = {type, field, 0, 0};
	size_t i = 0;

	while (i < fuse->hanging.n && fuse->hanging.items[i].field != field)
		i++;
	if (i == fuse->hanging.n)
		vec_push(&fuse->hanging, hanging);
	if (counting->is_other)
		fuse->hanging.items[i].n_other = n;
	else
		fuse->hanging.items[i].n_kept = n;
}

static enum err_code
count(struct fuse *fuse, struct err *err)
{
	struct counting counting = {fuse, false};
	enum err_code code = record_dependents(fuse->store, fuse->type,
		fuse->kept.id, count_hanging, &counting, err);

	counting.is_other = true;
	return code == ERR_OK ? record_dependents(fuse->store, fuse->type,
			fuse->other.id, count_hanging, &counting, err) : code;
}

/* Loads the record, or the one into which it was merged. */
static enum err_code
load(struct fuse *fuse, int64_t id, struct record *record, struct err *err)
{
	struct strbuf title = STRBUF_INIT;
	enum err_code code = ruling_survivor(fuse->store, id, &id, err);

	if (code == ERR_OK)
		code = record_load(fuse->store, fuse->type, id, record, err);
	if (code != ERR_OK || !record->deleted)
		return code;
	record_title(fuse->store, record, &title);
	err_set(err, ERR_INVALID,
		_("%s has been removed; bring it back before it is merged."),
		title.s);
	strbuf_clear(&title);
	record_clear(record);
	return ERR_INVALID;
}

static enum err_code
load_both(struct fuse *fuse, int64_t kept, int64_t other, struct err *err)
{
	enum err_code code = load(fuse, kept, &fuse->kept, err);

	if (code != ERR_OK)
		return code;
	code = load(fuse, other, &fuse->other, err);
	if (code == ERR_OK && fuse->kept.id == fuse->other.id) {
		code = err_set(err, ERR_INVALID,
			_("Both numbers lead to the same record already."));
		record_clear(&fuse->other);
	}
	if (code != ERR_OK)
		record_clear(&fuse->kept);
	return code;
}

enum err_code
fuse_begin(struct store *store, const struct record_type *type, int64_t kept,
	int64_t other, struct fuse *fuse, struct err *err)
{
	enum err_code code;

	*fuse = (struct fuse){.store = store, .type = type};
	if (!(type->flags & RECORD_MERGES))
		return err_set(err, ERR_INVALID,
			_("Records of the type “%s” cannot be merged."),
			term_word(&type->term));
	code = load_both(fuse, kept, other, err);
	if (code != ERR_OK)
		return code;
	compare(fuse);
	code = count(fuse, err);
	if (code != ERR_OK)
		fuse_clear(fuse);
	return code;
}

void
fuse_clear(struct fuse *fuse)
{
	record_clear(&fuse->kept);
	record_clear(&fuse->other);
	vec_clear(&fuse->fields);
	vec_clear(&fuse->hanging);
	find_ids_clear(&fuse->preferred);
	vec_clear(&fuse->pairs);
	vec_clear(&fuse->emptied);
}

void
fuse_swap(struct fuse *fuse)
{
	struct record kept = fuse->kept;

	fuse->kept = fuse->other;
	fuse->other = kept;
	for (size_t i = 0; i < fuse->hanging.n; i++) {
		struct fuse_hanging *hanging = &fuse->hanging.items[i];
		int64_t n = hanging->n_kept;

		hanging->n_kept = hanging->n_other;
		hanging->n_other = n;
	}
	fuse->preferred.n = 0;
	compare(fuse);
}

/* When a record was made; what the journal does not tell is old. */
static int64_t
made_at(const struct fuse *fuse, const struct record *record)
{
	struct journal_change head = {0};
	struct journal_reader *reader;
	struct journal_field field;
	int64_t at = 0;
	bool more;

	if (journal_read_record(fuse->store, fuse->type->name, record->id,
		    false, &reader, NULL) != ERR_OK)
		return 0;
	if (journal_next(reader, &field, &more, NULL) == ERR_OK && more &&
		journal_change_load(fuse->store, field.change, &head, NULL) ==
			ERR_OK) {
		at = head.at;
		journal_change_clear(&head);
	}
	journal_close(reader);
	return at;
}

void
fuse_prefer_older(struct fuse *fuse)
{
	int64_t more = 0;

	for (size_t i = 0; i < fuse->hanging.n; i++)
		more += fuse->hanging.items[i].n_other -
			fuse->hanging.items[i].n_kept;
	if (more > 0 || (more == 0 && made_at(fuse, &fuse->other) <
				made_at(fuse, &fuse->kept)))
		fuse_swap(fuse);
}

void
fuse_choose(struct fuse *fuse, size_t i, enum fuse_take take)
{
	struct fuse_field *field = &fuse->fields.items[i];

	if (take == FUSE_BOTH &&
		fuse->type->fields[field->field].kind != FIELD_LONGTEXT)
		take = FUSE_KEPT;
	field->take = take;
}

char *
fuse_value(const struct fuse *fuse, const struct fuse_field *field)
{
	const char *kept = value_of(fuse, &fuse->kept, field->field);
	const char *other = value_of(fuse, &fuse->other, field->field);

	if (field->take == FUSE_BOTH && kept[0] != '\0' && other[0] != '\0')
		return xasprintf("%s\n%s", kept, other);
	if (field->take == FUSE_BOTH)
		return xstrdup(kept[0] != '\0' ? kept : other);
	return xstrdup(field->take == FUSE_KEPT ? kept : other);
}

bool
fuse_states_differ(const struct fuse *fuse)
{
	const char *state = fuse->type->state;

	return state != NULL && strcmp(record_get(&fuse->kept, state),
					record_get(&fuse->other, state)) != 0;
}

void
fuse_prefer_row(struct fuse *fuse, int64_t row)
{
	for (size_t i = 0; i < fuse->pairs.n; i++) {
		const struct fuse_pair *pair = &fuse->pairs.items[i];

		if (pair->goes != row && pair->stays != row)
			continue;
		for (size_t k = fuse->preferred.n; k-- > 0;)
			if (fuse->preferred.items[k] == pair->goes ||
				fuse->preferred.items[k] == pair->stays)
				fuse->preferred.items[k] = 0;
	}
	vec_push(&fuse->preferred, row);
}

/* The initials of a name that is taken over. */
static void
take_initials(const struct fuse *fuse, struct record *record)
{
	for (size_t i = 0; i < record->type->n_fields; i++)
		if (record->type->fields[i].flags & FIELD_INITIALS)
			record_put(record, i, fuse->other.values[i]);
}

static enum err_code
save_chosen(struct fuse *fuse, struct change *change, struct err *err)
{
	const char *name = fuse->type->title[0];
	struct err why = ERR_INIT;
	struct record record;
	enum err_code code = record_load(fuse->store, fuse->type,
		fuse->kept.id, &record, err);

	if (code != ERR_OK)
		return code;
	for (size_t i = 0; i < fuse->fields.n; i++) {
		const struct fuse_field *field = &fuse->fields.items[i];
		char *value = fuse_value(fuse, field);

		record_put(&record, field->field, value);
		free(value);
		if (field->take == FUSE_OTHER &&
			strcmp(fuse->type->fields[field->field].name,
				name) == 0)
			take_initials(fuse, &record);
	}
	code = record_save(change, &record, NULL, NULL, &why);
	if (code != ERR_OK)
		code = fuse_name(fuse->store, &record, code, err, &why);
	record_clear(&record);
	return code;
}

/* It is not what was looked at. */
static enum err_code
check_is_same(const struct fuse *fuse, const struct record *seen,
	struct err *err)
{
	struct record now;
	bool same;
	enum err_code code = record_load(fuse->store, fuse->type, seen->id,
		&now, err);

	if (code != ERR_OK)
		return code;
	same = now.version == seen->version;
	record_clear(&now);
	return same ? ERR_OK : err_set(err, ERR_STALE,
			_("One of the two records has been changed meanwhile; "
			  "look at them again."));
}

static enum err_code
do_all(struct fuse *fuse, struct change *change, struct err *err)
{
	enum err_code code = check_is_same(fuse, &fuse->kept, err);

	fuse->pairs.n = 0;
	fuse->emptied.n = 0;
	fuse->n_turned = 0;
	if (code == ERR_OK)
		code = check_is_same(fuse, &fuse->other, err);
	if (code == ERR_OK)
		code = ruling_make(change, fuse->type, RULING_MERGED,
			fuse->kept.id, fuse->other.id, "", err);
	if (code == ERR_OK)
		code = fuse_turn(fuse, change, err);
	if (code == ERR_OK)
		code = record_remove(change, fuse->type, fuse->other.id, err);
	if (code == ERR_OK)
		code = save_chosen(fuse, change, err);
	if (code == ERR_OK)
		code = change_settle(change, err);
	return code;
}

enum err_code
fuse_try(struct fuse *fuse, const struct change_info *info, struct err *err)
{
	struct change *change;
	enum err_code code = change_begin(fuse->store, info, &change, err);

	if (code != ERR_OK)
		return code;
	code = do_all(fuse, change, err);
	change_abandon(change);
	return code;
}

enum err_code
fuse_run(struct fuse *fuse, const struct change_info *info, int64_t *id,
	struct err *err)
{
	struct change *change;
	enum err_code code = change_begin(fuse->store, info, &change, err);

	if (code != ERR_OK)
		return code;
	*id = change_id(change);
	return change_end(change, do_all(fuse, change, err), err);
}
