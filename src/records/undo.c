#include "records/undo.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/save.h"
#include "records/undo_private.h"

/* What one row of the change did to its record: fields, before and after. */
struct deed {
	const struct record_type *type;
	int64_t record;
	int64_t row;
	bool is_new;
	bool is_blanked; /* by a redaction: what it did, or a text before */
	struct strvec fields;
	struct strvec olds;
	struct strvec news;
};

static const struct {
	const char *word;
	bool can_take;
} whys[UNDO_WHY_N] = {
	[UNDO_CHANGED_SINCE] = {N_("changed since"), true},
	[UNDO_REMOVED_SINCE] = {N_("removed since"), true},
	[UNDO_DEPENDED_ON] = {N_("others hang on it"), false},
	[UNDO_BLANKED] = {N_("blanked"), false},
	[UNDO_REFUSED] = {N_("not allowed"), false},
};

const char *
undo_why_word(enum undo_why why)
{
	return _(whys[why].word);
}

bool
undo_can_take(enum undo_why why)
{
	return whys[why].can_take;
}

static void
deed_clear(struct deed *deed)
{
	strvec_clear(&deed->fields);
	strvec_clear(&deed->olds);
	strvec_clear(&deed->news);
}

/* Asks about a conflict of the deed; the strings are only lent. */
static enum err_code
meet(const struct undo_walk *walk, const struct deed *deed, enum undo_why why,
	const char *text, bool *take, struct err *err)
{
	const struct undo_conflict conflict = {
		.type = deed->type,
		.record = deed->record,
		.row = deed->row,
		.why = why,
		.field = "",
		.old_value = "",
		.given_value = "",
		.now_value = "",
		.text = text,
	};

	return walk->meet(walk->data, &conflict, take, err);
}

static enum err_code
meet_field(const struct undo_walk *walk, const struct deed *deed, size_t i,
	const char *now, bool *take, struct err *err)
{
	const struct undo_conflict conflict = {
		.type = deed->type,
		.record = deed->record,
		.row = deed->row,
		.why = UNDO_CHANGED_SINCE,
		.field = deed->fields.items[i],
		.old_value = deed->olds.items[i],
		.given_value = deed->news.items[i],
		.now_value = now,
		.text = "",
	};

	return walk->meet(walk->data, &conflict, take, err);
}

static void
add_hanging(void *data, const struct record_type *type,
	const struct field_type *field, int64_t n)
{
	struct strbuf *words = data;

	(void)field;
	if (words->len > 0)
		strbuf_add(words, _(", "));
	strbuf_addf(words, _("%s: %lld"), term_word(&type->term),
		(long long)n);
}

/* The value that the change gave to a field, or took from it; "" where it left
 * the field alone. */
static const char *
value_in(const struct deed *deed, const struct strvec *values,
	const char *field)
{
	for (size_t i = 0; i < deed->fields.n; i++)
		if (strcmp(deed->fields.items[i], field) == 0)
			return values->items[i];
	return "";
}

static const char *
given(const struct deed *deed, const char *field)
{
	return value_in(deed, &deed->news, field);
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

/* Saves the record as it was before; a refusal by a rule is a conflict. */
static enum err_code
put(const struct undo_walk *walk, const struct deed *deed,
	struct record *record, struct err *err)
{
	size_t n_before = change_n_saved(walk->change);
	struct err refused = ERR_INIT;
	enum err_code code = record_save_whole(walk->change, record,
		&refused);
	bool is_rule = code == ERR_INVALID || code == ERR_DENIED;
	bool take;

	if (code == ERR_OK)
		return ERR_OK;
	if (!is_rule || change_n_saved(walk->change) != n_before)
		return err_move(err, &refused);
	code = meet(walk, deed, UNDO_REFUSED, refused.text, &take, err);
	err_clear(&refused);
	return code;
}

/* Others that hang on a new record keep it where it is. */
static enum err_code
meet_hanging(const struct undo_walk *walk, const struct deed *deed,
	bool *hangs, struct err *err)
{
	struct store *store = change_store(walk->change);
	struct strbuf words = STRBUF_INIT;
	char *text;
	bool take;
	enum err_code code = record_dependents(store, deed->type,
		deed->record, add_hanging, &words, err);

	*hangs = words.len > 0;
	if (code == ERR_OK && *hangs) {
		text = xasprintf(_("Other records hang on it (%s), so it "
				   "stays; remove those first."), words.s);
		code = meet(walk, deed, UNDO_DEPENDED_ON, text, &take, err);
		free(text);
	}
	strbuf_clear(&words);
	return code;
}

/* A record that the change made goes again. */
static enum err_code
undo_new(const struct undo_walk *walk, const struct deed *deed,
	struct record *record, struct err *err)
{
	bool goes = true, hangs;
	enum err_code code;

	if (record->deleted)
		return ERR_OK;
	code = meet_hanging(walk, deed, &hangs, err);
	if (code != ERR_OK || hangs)
		return code;
	if (!is_as_made(deed, record))
		code = meet(walk, deed, UNDO_CHANGED_SINCE, "", &goes, err);
	if (code != ERR_OK || !goes)
		return code;
	record->deleted = true;
	return put(walk, deed, record, err);
}

static const char *
value_now(const struct record *record, const char *field)
{
	if (strcmp(field, "deleted") == 0)
		return record->deleted ? "1" : "0";
	return record_get(record, field);
}

static void
set_value(struct record *record, const char *field, const char *value)
{
	if (strcmp(field, "deleted") == 0)
		record->deleted = value[0] == '1';
	else
		record_set(record, field, value);
}

/* False for what a newer program has added, which nobody here can undo. */
static bool
is_known(const struct deed *deed, const char *field)
{
	return strcmp(field, "deleted") == 0 ||
		record_field(deed->type, field) != NULL;
}

/* Puts old values into record where the new ones still stand, or by choice. */
static enum err_code
put_back(const struct undo_walk *walk, const struct deed *deed,
	struct record *record, bool *any, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < deed->fields.n; i++) {
		const char *field = deed->fields.items[i];
		const char *now;
		bool goes = true;

		if (!is_known(deed, field))
			continue;
		now = value_now(record, field);
		if (strcmp(now, deed->olds.items[i]) == 0)
			continue;
		if (strcmp(now, deed->news.items[i]) != 0)
			code = meet_field(walk, deed, i, now, &goes, err);
		if (code == ERR_OK && goes) {
			set_value(record, field, deed->olds.items[i]);
			*any = true;
		}
	}
	return code;
}

/* The change brought it back, and it is gone again: that is as before. */
static bool
is_gone_again(const struct deed *deed, const struct record *record)
{
	return record->deleted && given(deed, "deleted")[0] == '0';
}

/* Has the record other fields than before, though it was removed since? */
static bool
was_removed_since(const struct deed *deed, const struct record *record)
{
	if (!record->deleted || given(deed, "deleted")[0] == '1')
		return false;
	for (size_t i = 0; i < deed->fields.n; i++) {
		const char *field = deed->fields.items[i];

		if (is_known(deed, field) && strcmp(field, "deleted") != 0 &&
			strcmp(record_get(record, field),
				deed->olds.items[i]) != 0)
			return true;
	}
	return false;
}

/* What took a record along stands where the change brought it: the one that
 * was taken stays with it. */
static enum err_code
tie(const struct undo_walk *walk, const struct deed *deed, struct err *err)
{
	const struct record_type *type = deed->type;
	const struct state_effect *effect;
	struct record now;
	enum err_code code;

	if (type->n_effects == 0)
		return ERR_OK;
	effect = record_effect(type,
		value_in(deed, &deed->olds, type->state),
		given(deed, type->state));
	if (effect == NULL)
		return ERR_OK;
	code = record_load(change_store(walk->change), type, deed->record,
		&now, err);
	if (code != ERR_OK)
		return code;
	if (!now.deleted &&
		strcmp(record_get(&now, type->state), effect->to) == 0)
		vec_push(walk->tied, record_ref(&now, effect->ref));
	record_clear(&now);
	return ERR_OK;
}

static bool
is_tied(const struct undo_walk *walk, const struct deed *deed)
{
	if (deed->type->state == NULL ||
		given(deed, deed->type->state)[0] == '\0')
		return false;
	for (size_t i = 0; i < walk->tied->n; i++)
		if (walk->tied->items[i] == deed->record)
			return true;
	return false;
}

static enum err_code
undo_fields(const struct undo_walk *walk, const struct deed *deed,
	struct record *record, struct err *err)
{
	bool any = false, goes = true;
	bool since = was_removed_since(deed, record);
	enum err_code code = ERR_OK;

	if (is_gone_again(deed, record))
		return ERR_OK;
	if (is_tied(walk, deed))
		return meet(walk, deed, UNDO_REFUSED,
			_("Its state went along with another record of this "
			  "change, which stays where it is; so does this "
			  "one."), &goes, err);
	if (since)
		code = meet(walk, deed, UNDO_REMOVED_SINCE, "", &goes, err);
	if (code == ERR_OK)
		code = put_back(walk, deed, record, &any, err);
	if (code != ERR_OK || !any || !goes)
		return code;
	if (since)
		record->deleted = false;
	return put(walk, deed, record, err);
}

static enum err_code
undo_deed(const struct undo_walk *walk, const struct deed *deed,
	struct err *err)
{
	struct record record;
	enum err_code code;
	bool take;

	if (deed->type == NULL)
		return ERR_OK; /* a newer program's */
	if (deed->is_blanked)
		return meet(walk, deed, UNDO_BLANKED,
			_("What stood in the journal has been blanked by a "
			  "redaction; it cannot be put back."), &take, err);
	code = record_load(change_store(walk->change), deed->type,
		deed->record, &record, err);
	if (code != ERR_OK)
		return code;
	code = (deed->is_new ? undo_new : undo_fields)(walk, deed, &record,
		err);
	record_clear(&record);
	return code == ERR_OK ? tie(walk, deed, err) : code;
}

static void
deed_begin(struct deed *deed, const struct journal_field *field)
{
	deed_clear(deed);
	deed->type = record_type_find(field->table);
	deed->record = field->record;
	deed->row = field->row;
	deed->is_new = field->is_new;
	deed->is_blanked = false;
}

/* The row that was read whole is taken back before the next begins. */
static enum err_code
end_deed(const struct undo_walk *walk, const struct deed *deed,
	uint64_t n_done, struct err *err)
{
	enum err_code code = undo_deed(walk, deed, err);

	if (code != ERR_OK)
		return code;
	if (job_cancelled(walk->job))
		return err_set(err, ERR_CANCELLED,
			_("Stopped; nothing was changed."));
	change_progress(walk->change, walk->job, _("taking back"), n_done,
		walk->n_rows);
	return ERR_OK;
}

static enum err_code
walk_rows(const struct undo_walk *walk, struct journal_reader *reader,
	struct deed *deed, struct err *err)
{
	struct journal_field field;
	uint64_t n_done = 0;
	enum err_code code;
	bool more;

	while ((code = journal_next(reader, &field, &more, err)) == ERR_OK &&
		more) {
		if (field.version == 0)
			continue; /* a note, nothing that was saved */
		if (field.row != deed->row) {
			code = end_deed(walk, deed, n_done++, err);
			if (code != ERR_OK)
				return code;
			deed_begin(deed, &field);
		}
		if (field.is_blanked || field.old_is_blanked)
			deed->is_blanked = true;
		strvec_add(&deed->fields, field.field);
		strvec_add(&deed->olds, field.old_value);
		strvec_add(&deed->news, field.new_value);
	}
	return code == ERR_OK ? end_deed(walk, deed, n_done, err) : code;
}

enum err_code
undo_walk(const struct undo_walk *walk, struct err *err)
{
	struct store *store = change_store(walk->change);
	struct deed deed = {.fields = VEC_INIT, .olds = VEC_INIT,
		.news = VEC_INIT};
	struct journal_reader *reader;
	enum err_code code;

	if (walk->table != NULL)
		code = journal_read_part(store, walk->undone, walk->table,
			walk->record, &reader, err);
	else
		code = journal_read_change(store, walk->undone, true, &reader,
			err);
	if (code != ERR_OK)
		return code;
	code = walk_rows(walk, reader, &deed, err);
	journal_close(reader);
	deed_clear(&deed);
	if (code == ERR_OK) /* else a plan would promise what is refused */
		code = change_settle(walk->change, err);
	return code;
}

enum err_code
undo_find_redo(struct store *store, int64_t change, int64_t *undo,
	struct err *err)
{
	struct journal_change head = {0};
	int64_t next = change;
	bool is_undo = false;
	enum err_code code = ERR_OK;

	while (code == ERR_OK && next != 0) {
		*undo = next;
		code = journal_change_load(store, next, &head, err);
		next = head.undone_by;
		is_undo = code == ERR_OK && strcmp(head.action, "undo") == 0;
		journal_change_clear(&head);
	}
	if (code == ERR_OK && !is_undo)
		return err_set(err, ERR_INVALID,
			_("This change has not been taken back; there is "
			  "nothing to do again."));
	return code;
}

enum err_code
undo_find_last(struct store *store, int64_t *undo, struct err *err)
{
	const struct journal_filter filter = {.action = "undo"};
	struct journal_change head;
	int64_t after = 0;
	size_t n = 1;
	bool stands;

	while (n == 1) {
		enum err_code code = journal_changes(store, &filter, after,
			false, 1, &head, &n, err);

		if (code != ERR_OK)
			return code;
		if (n == 0)
			break;
		*undo = after = head.id;
		stands = head.undone_by == 0;
		journal_change_clear(&head);
		if (stands)
			return ERR_OK;
	}
	return err_set(err, ERR_ABSENT,
		_("No change stands undone; there is nothing to do again."));
}
