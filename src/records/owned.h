/*
 * Rows that a record owns (附属行; attendance of a meeting): edited in the form
 * of their owner, kept there until it is saved, and saved with it in one
 * change.  What owns what is the dictionary's owned_by.
 */
#ifndef RECORDS_OWNED_H
#define RECORDS_OWNED_H

#include "base/err.h"
#include "records/record.h"
#include "store/change.h"

/* One row as it is to be, beside what the store has of it. */
struct owned_row {
	struct record now; /* deleted: it is to go.  A value may be what was
	                      typed and not understood: it stands there for its
	                      owner to see, and no save takes it. */
	struct record was; /* version 0: not saved yet */
};

/* The rows of one type; each stays where it is until it is dropped. */
struct owned_rows {
	const struct record_type *type;
	struct owned_row **items;
	size_t n;
	size_t size;
};

/* All that one record owns: an item for each type, in their order. */
struct owned {
	struct owned_rows *items;
	size_t n;
};

/* The types that records of this type own, without any rows. */
void
owned_init(struct owned *owned, const struct record_type *owner);

void
owned_clear(struct owned *owned);

/* The rows of that owner, not removed, in the order of their type, in place of
 * those that were there. */
enum err_code
owned_load(struct store *store, struct owned *owned, int64_t owner,
	struct err *err);

/* New rows like those of another owner. */
enum err_code
owned_load_like(struct store *store, struct owned *owned, int64_t owner,
	const char *today, struct err *err);

/* A new row behind the last, with the initial values and the next place. */
struct owned_row *
owned_add(struct owned_rows *rows, const char *today);

/* Frees a row that was not saved yet. */
void
owned_drop(struct owned_rows *rows, struct owned_row *row);

/* Adds a saved row, removed or not, that was not among those loaded; ERR_ABSENT
 * where there is none of that id. */
enum err_code
owned_fetch(struct store *store, struct owned_rows *rows, int64_t id,
	struct owned_row **row, struct err *err);

/* The saved row of that id, or NULL. */
struct owned_row *
owned_find(const struct owned_rows *rows, int64_t id);

/* True where the row is not as the store has it. */
bool
owned_is_changed(const struct owned_row *row);

/* Puts rows in order by their places, where the type has such a field; rows
 * without a place come last. */
void
owned_sort(struct owned_rows *rows);

/* Takes over what others have saved of the row since it was loaded, but for
 * the values that are changed here. */
enum err_code
owned_take_theirs(struct store *store, struct owned_row *row,
	struct err *err);

/*
 * record_save() of a record with its rows, of which those are written that
 * have changed: a new record before them, since they refer to it; any other
 * behind them, since it may be frozen from then on, and its check sees them.
 * Rows keep their places and versions: load them anew after the commit.  On an
 * error *failed is the row that it is about, or NULL.  ERR_STALE too for a row
 * that is to go and that somebody else has saved.
 */
enum err_code
owned_save(struct change *change, struct record *record,
	const struct owned *owned, struct notes *notes,
	const struct owned_row **failed, struct err *err);

#endif
