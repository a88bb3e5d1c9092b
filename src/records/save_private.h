/* What the files of the upper half of the gate (save*.c) share. */
#ifndef RECORDS_SAVE_PRIVATE_H
#define RECORDS_SAVE_PRIVATE_H

#include "records/save.h"

/* save_check.c: notes what nobody may change in a saved record; the other half
 * of record_check() is record_check_filled(). */
void
check_given(const struct record *record, const struct record *old,
	struct notes *notes);

/* save_owner.c */

/*
 * May the record be saved or removed as far as freezing goes?  old is NULL for
 * a new record.  Owned ones follow their owner, and those that amend it come
 * when it is frozen.
 */
enum err_code
check_frozen(struct store *store, const struct record *old,
	const struct record *record, struct err *err);

/*
 * A record was written: notes whose check() is to be asked at the end.  came:
 * it is new, or was removed before.
 */
void
owe_check(struct change *change, const struct record *record, bool came);

/* save_merged.c; old is NULL for a new record. */

/* Where a reference leads to a record that was merged into another, it leads to
 * that one from now on. */
enum err_code
follow_merged(struct store *store, struct record *record,
	const struct record *old, struct err *err);

/*
 * Does the record differ from the old one in references alone, each turned
 * between two that are ruled to be the same?  A closed record too is changed so
 * (and in no other way): who was there has another number now, what was signed
 * stays.
 */
enum err_code
check_turned(struct store *store, const struct record *record,
	const struct record *old, bool *turned, struct err *err);

/* ERR_DENIED with the reason why a removed record is not changed. */
enum err_code
removed_why(struct store *store, const struct record *record,
	struct err *err);

/*
 * save_follow.c: what a step of the record takes along (struct state_effect).
 * old is NULL for a new record.
 */

/* Notes what keeps it from going; nothing is written.  A record that is marked
 * as removed goes. */
enum err_code
check_follower(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err);

/* Saves it where it goes: before the record, so that an undo, which begins
 * with the newest, comes to the record first and knows whether that goes. */
enum err_code
save_follower(struct change *change, const struct record *record,
	const struct record *old, struct err *err);

#endif
