/* Changes and values in words (变更的说法), for history, undo and lists. */
#ifndef RECORDS_WORDS_H
#define RECORDS_WORDS_H

#include "base/strbuf.h"
#include "records/record.h"
#include "store/journal.h"

/* The word for what a change was; its action where there is none.  One from a
 * form typed in something new, or only changed what there was. */
const char *
words_of_action(struct store *store, const struct journal_change *change);

/* True for an action by which a person saved something at the screen. */
bool
words_is_saving(const char *action);

/* Who made the change: the operator's name, else the account. */
const char *
words_of_operator(const struct journal_change *change);

/* What it touched: the title where it is one record, else how many records of
 * which type were made, changed and removed; appended. */
void
words_of_touched(struct store *store, const struct journal_change *change,
	struct strbuf *out);

/* "typed in: 单晓红" – action and what it touched; appended. */
void
words_of_change(struct store *store, const struct journal_change *change,
	struct strbuf *out);

/*
 * A value as it stood in the journal, in words: codes, titles of references,
 * sensitive values masked on demand; appended.
 */
void
words_of_value(struct store *store, const struct field_type *field,
	const char *stored, bool masked, struct strbuf *out);

#endif
