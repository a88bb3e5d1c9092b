/* What follows from a record's values: search keys, sort key, initials. */
#ifndef RECORDS_DERIVE_H
#define RECORDS_DERIVE_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "records/record.h"
#include "store/table.h"

/*
 * To be raised whenever other keys or sort keys follow from the same values:
 * by the code here, by the flags of a type's fields, or by the tables of
 * pinyin and hanzi.  Databases then make theirs anew (store/rekey.h).
 */
enum { DERIVE_VERSION = 1 };

/* struct table's derive function for every type of the dictionary. */
void
derive_record(const struct table *table, const char *const *values,
	struct derived *derived);

/* A number as it is sought: its digits and X alone, appended; backwards for
 * its last ones. */
void
derive_number_key(const char *number, bool backwards, struct strbuf *out);

/* Every way to read a text in that field that is sought by, the commonest
 * first, as pinyin_all() gives them; appended. */
void
derive_readings(const struct field_type *field, const char *text,
	struct strvec *out);

/* True where a number is sought from its first digit by the index of its
 * column, which holds what derive_number_key() gives: it has no key for it. */
bool
derive_by_column(const struct field_type *field);

/*
 * Fills the FIELD_INITIALS of a record about to be saved: from the title where
 * it is empty, or where the title has changed and the initials have not (a
 * correction belongs to the name it was made for).  old may be NULL.
 */
void
derive_initials(struct record *record, const struct record *old);

#endif
