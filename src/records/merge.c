#include "records/merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/words.h"
#include "store/journal.h"

/* False where a redaction has blanked what it was before. */
static bool
take_back(struct record *record, const struct journal_field *step)
{
	size_t field = record_field_index(record->type, step->field);

	if (strcmp(step->field, "deleted") == 0)
		record->deleted = step->old_value[0] == '1';
	else if (field < record->type->n_fields)
		record_set(record, step->field, step->old_value);
	record->version = step->version - 1;
	return !step->is_blanked && !step->old_is_blanked;
}

/* Goes back from the record as it is now to one of its versions; *newest is the
 * change that made it what it is. */
static enum err_code
go_back(struct store *store, struct record *record, int64_t version,
	int64_t *newest, struct err *err)
{
	struct journal_reader *reader;
	struct journal_field step;
	bool more;
	enum err_code code = journal_read_record(store, record->type->name,
		record->id, true, &reader, err);

	*newest = 0;
	if (code != ERR_OK)
		return code;
	while ((code = journal_next(reader, &step, &more, err)) == ERR_OK &&
		more) {
		if (step.version == 0)
			continue; /* a note */
		if (*newest == 0)
			*newest = step.change;
		if (step.version <= version)
			break;
		if (!take_back(record, &step)) {
			code = err_set(err, ERR_SEAL,
				_("What this record was before has been "
				  "blanked by a redaction."));
			break;
		}
	}
	journal_close(reader);
	if (code == ERR_OK && record->version != version)
		code = err_set(err, ERR_SEAL,
			_("The journal does not tell what this record was "
			  "before; let “ronghe check” look at the "
			  "database."));
	return code;
}

static enum err_code
load_author(struct store *store, int64_t id, struct merge *merge,
	struct err *err)
{
	struct journal_change change;
	enum err_code code = journal_change_load(store, id, &change, err);

	if (code != ERR_OK)
		return code;
	merge->who = xstrdup(words_of_operator(&change));
	merge->at = change.at;
	journal_change_clear(&change);
	return ERR_OK;
}

static void
compare(const struct record *mine, struct merge *merge)
{
	for (size_t i = 0; i < mine->type->n_fields; i++) {
		const char *base = merge->base.values[i];
		const char *theirs = merge->theirs.values[i];
		struct merge_field field = {i, MERGE_THEIRS};

		if (strcmp(base, theirs) == 0 ||
			strcmp(theirs, mine->values[i]) == 0)
			continue;
		if (strcmp(base, mine->values[i]) != 0)
			field.kind = MERGE_CLASH;
		vec_push(&merge->fields, field);
	}
}

enum err_code
merge_begin(struct store *store, const struct record *mine,
	struct merge *merge, struct err *err)
{
	enum err_code code;
	int64_t newest;

	*merge = (struct merge){.who = NULL};
	code = record_load(store, mine->type, mine->id, &merge->theirs, err);
	if (code != ERR_OK)
		return code;
	record_copy(&merge->base, &merge->theirs);
	if (merge->theirs.version == mine->version)
		return ERR_OK;
	code = go_back(store, &merge->base, mine->version, &newest, err);
	if (code == ERR_OK)
		code = load_author(store, newest, merge, err);
	if (code == ERR_OK)
		compare(mine, merge);
	else
		merge_clear(merge);
	return code;
}

void
merge_clear(struct merge *merge)
{
	record_clear(&merge->base);
	record_clear(&merge->theirs);
	free(merge->who);
	vec_clear(&merge->fields);
}
