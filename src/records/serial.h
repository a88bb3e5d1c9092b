/*
 * Serial numbers (次数、文号) by the rule of the dictionary, struct serial_rule:
 * given once, never taken back, without gaps.
 */
#ifndef RECORDS_SERIAL_H
#define RECORDS_SERIAL_H

#include "base/err.h"
#include "records/record.h"

/* Gives the record its number where its state has one and it has none. */
enum err_code
serial_give(struct store *store, struct record *record, struct err *err);

/*
 * Notes what would double a number, change it or leave a gap: another number
 * than before (old; NULL: the record is new), or another year or reference
 * within which it was given.
 */
enum err_code
serial_check(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err);

/* An earlier state of a record comes back with the number that it has now. */
void
serial_keep(struct record *record, const struct record *now);

/* ERR_DENIED where the record has a number, with the step to take instead. */
enum err_code
serial_may_remove(const struct record *record, struct err *err);

#endif
