/*
 * The upper half of the gate: the rules of the dictionary before store/change
 * writes.  Everything that is saved goes through record_save().
 */
#ifndef RECORDS_SAVE_H
#define RECORDS_SAVE_H

#include "base/err.h"
#include "records/record.h"
#include "store/change.h"

/*
 * All that the dictionary and the type's own check say about a record: kinds
 * and lengths, required fields, unique ones, references that exist, states,
 * period.  Fills notes (the caller clears them).
 */
enum err_code
record_check(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err);

/* Fills in what the type's fill() does, as record_save() does before it
 * checks. */
enum err_code
record_fill(struct store *store, struct record *record,
	const struct record *old, struct err *err);

/* record_check() of a record after record_fill(): all but that what nobody
 * types is as it was. */
enum err_code
record_check_filled(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err);

/*
 * Saves a record inside a change: fills what is derived (initials), checks it,
 * writes it.  ERR_INVALID carries the field and sentence of the first blocking
 * note, ERR_DENIED where the record is frozen or removed.  id and version of
 * record are those saved.  *did as change_save(); notes, if not NULL, gets what
 * there is to say, behind what stands in it.  Where the change defers the
 * indexes of the type, doubles are left to record_check_loaded().
 */
enum err_code
record_save(struct change *change, struct record *record,
	enum change_did *did, struct notes *notes, struct err *err);

/*
 * Asks the type's own check about a saved record with all that it owns, as it
 * is written in the change that is under way; notes as above.  ERR_INVALID
 * is the first that blocks.  record_save() asks of its own
 * accord, but for new records that own rows; of those, and of owners whose rows
 * have changed, it is asked at the commit.
 */
enum err_code
record_settle(struct store *store, const struct record_type *type, int64_t id,
	struct notes *notes, struct err *err);

/* The same, naming the record: settle of struct table. */
enum err_code
settle_record(struct store *store, const struct table *table, int64_t id,
	struct err *err);

/*
 * What record_save() would say of a saved record that has other values now,
 * outside of a change and without writing anything; not what the check of its
 * owner says of all the rows at the commit.
 */
enum err_code
record_try(struct store *store, const struct record *record, struct err *err);

/*
 * After record_save() of many records of a type whose indexes the change
 * defers, which looks for no doubles: are there any among what must be unique?
 * ERR_INVALID names one.
 */
enum err_code
record_check_loaded(struct store *store, const struct record_type *type,
	struct err *err);

/*
 * Removes a record (it stays for history), and what it owns.  ERR_DENIED names
 * what hangs on it or on what it owns and how many, or the number that would be
 * missing, and the way out; nothing is written then.  One that is removed
 * already stays so.
 */
enum err_code
record_remove(struct change *change, const struct record_type *type,
	int64_t id, struct err *err);

/* Brings a removed record back, by the same checks as a save, and those of
 * its own that went in the same change. */
enum err_code
record_restore(struct change *change, const struct record_type *type,
	int64_t id, struct err *err);

/*
 * Makes a record that exists what it is here, values and deleted, in one save
 * and by the same checks; what it owns goes and comes back with it as above.
 * Where something that it owns is refused, it itself has been written: a
 * change that goes on after a refusal compares change_n_saved().
 */
enum err_code
record_save_whole(struct change *change, struct record *record,
	struct err *err);

/* Does its state, or that of its owner, let nobody change the record as it
 * stands in the store? */
enum err_code
record_is_closed(struct store *store, const struct record *record,
	bool *closed, struct err *err);

/* Takes a step of the state and saves. */
enum err_code
record_step(struct change *change, struct record *record,
	const struct state_step *step, struct notes *notes, struct err *err);

/* The steps open to the record in its state; fills at most n of out[]. */
size_t
record_steps(const struct record *record, const struct state_step *out[],
	size_t n);

#endif
