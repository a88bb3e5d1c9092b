#include "records/as_of.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "records/load.h"

/* Journal rows of one record, oldest first, up to a moment. */
struct replay {
	struct record *record;
	int64_t until;  /* rows of this moment and later are left out; or */
	const struct journal_change *last; /* those of later changes, if not
	                                      NULL */
	int64_t change; /* whose moment and place this is */
	int64_t at;
	int64_t lamport;
	bool is_made;
	bool is_blanked; /* by a redaction: nobody knows what it was */
};

static void
apply(struct replay *replay, const struct journal_field *field)
{
	struct record *record = replay->record;

	replay->is_made = true;
	if (field->is_blanked)
		replay->is_blanked = true;
	if (strcmp(field->field, "deleted") == 0)
		record->deleted = field->new_value[0] == '1';
	else if (record_field(record->type, field->field) != NULL)
		record_set(record, field->field, field->new_value);
}

static enum err_code
read_moment(struct store *store, struct replay *replay, int64_t change,
	struct err *err)
{
	struct journal_change head;
	enum err_code code;

	if (replay->change == change)
		return ERR_OK;
	code = journal_change_load(store, change, &head, err);
	if (code != ERR_OK)
		return code;
	replay->change = change;
	replay->at = head.at;
	replay->lamport = head.lamport;
	journal_change_clear(&head);
	return ERR_OK;
}

/* Had it been made by then? */
static bool
is_in_time(const struct replay *replay)
{
	const struct journal_change *last = replay->last;

	if (last == NULL)
		return replay->at < replay->until;
	return replay->lamport < last->lamport ||
		(replay->lamport == last->lamport &&
			replay->change <= last->id);
}

static enum err_code
replay_rows(struct store *store, struct replay *replay, struct err *err)
{
	struct record *record = replay->record;
	struct journal_reader *reader;
	struct journal_field field;
	bool more;
	enum err_code code = journal_read_record(store, record->type->name,
		record->id, false, &reader, err);

	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &field, &more, err)) == ERR_OK &&
		more) {
		code = read_moment(store, replay, field.change, err);
		if (code != ERR_OK)
			break;
		if (field.version > 0 && is_in_time(replay))
			apply(replay, &field);
	}
	journal_close(reader);
	return code;
}

/* The record is cleared where this fails. */
static enum err_code
replay_record(struct store *store, const struct record_type *type, int64_t id,
	struct replay *replay, struct err *err)
{
	struct record now;
	enum err_code code = record_load(store, type, id, &now, err);

	if (code != ERR_OK)
		return code;
	record_init(replay->record, type);
	replay->record->id = id;
	replay->record->version = now.version;
	record_clear(&now);
	code = replay_rows(store, replay, err);
	if (code != ERR_OK)
		record_clear(replay->record);
	return code;
}

enum err_code
as_of_load(struct store *store, const struct record_type *type, int64_t id,
	const char *date, struct record *record, struct err *err)
{
	struct replay replay = {.record = record};
	int64_t begin;
	enum err_code code;

	date_span(date, &begin, &replay.until);
	code = replay_record(store, type, id, &replay, err);
	if (code != ERR_OK)
		return code;
	if (!replay.is_made)
		code = err_set(err, ERR_ABSENT,
			_("On %s this record had not been entered yet."),
			date);
	else if (replay.is_blanked)
		code = err_set(err, ERR_ABSENT,
			_("What this record was on %s has been blanked by a "
			  "redaction."), date);
	if (code != ERR_OK)
		record_clear(record);
	return code;
}

enum err_code
as_of_change(struct store *store, const struct record_type *type, int64_t id,
	const struct journal_change *last, struct record *record, bool *is_made,
	struct err *err)
{
	struct replay replay = {.record = record, .last = last};
	enum err_code code = replay_record(store, type, id, &replay, err);

	*is_made = replay.is_made;
	if (code == ERR_OK && replay.is_blanked) {
		record_clear(record);
		code = err_set(err, ERR_ABSENT,
			_("What this record was then has been blanked by a "
			  "redaction."));
	}
	return code;
}
