/* What can be filled in from what is there already. */
#ifndef RECORDS_FILL_H
#define RECORDS_FILL_H

#include "records/record.h"

/* The type's field of this kind, the first one; NULL where it has none. */
const struct field_type *
fill_field_of_kind(const struct record_type *type, enum field_kind kind);

/*
 * Fills an empty sex (a code field of the list "sex") and an empty date of
 * birth (birth_on) from the citizen ID number (FIELD_IDCARD), where the type
 * has such fields and the number tells.  What is filled stays.  today is a
 * stored day.
 */
void
record_fill_from_idcard(struct record *record, const char *today);

#endif
