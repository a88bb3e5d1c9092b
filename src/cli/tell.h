/* The journal as history and undo print it. */
#ifndef CLI_TELL_H
#define CLI_TELL_H

#include "base/err.h"
#include "records/undo.h"
#include "store/journal.h"
#include "store/store.h"

/* One line: id, when, who, what, why, and whether it was taken back. */
void
tell_change(struct store *store, const struct journal_change *change);

/* Lines of a change: type, title, field, old, new. */
enum err_code
tell_rows(struct store *store, int64_t change, struct err *err);

/* Lines of a record, newest first: change, when, who, what, field, old, new. */
enum err_code
tell_record(struct store *store, const char *table, int64_t record,
	struct err *err);

/* One line: why, type, title, field, value before, given and now, sentence. */
void
tell_conflict(struct store *store, const struct undo_conflict *conflict);

/* A record: its id, type and every field, a line each. */
void
tell_values(struct store *store, const struct record *record, bool masked);

#endif
