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

/* A record was written: notes whose check() is to be asked at the end. */
void
owe_check(struct change *change, const struct record *record, bool is_new);

#endif
