/* The journal in words, as history and undo print it. */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include "base/err.h"
#include "store/journal.h"
#include "store/store.h"

/* What was done, in a word or two: the action of a change. */
const char *
words_action(const char *action);

/* One line: id, when, who, what, why, and whether it was taken back. */
void
words_print_change(const struct journal_change *change);

/* Lines of a change: type, title, field, old, new. */
enum err_code
words_print_rows(struct store *store, int64_t change, struct err *err);

/* Lines of a record, newest first: change, when, who, what, field, old, new. */
enum err_code
words_print_record(struct store *store, const char *table, int64_t record,
	struct err *err);

#endif
