/*
 * A record as it stood on a day of the past (历史状况), read from the journal.
 */
#ifndef RECORDS_AS_OF_H
#define RECORDS_AS_OF_H

#include "base/err.h"
#include "records/record.h"
#include "store/journal.h"

/*
 * Fills record (uninitialised before; cleared by the caller on success) with
 * what it was when a stored date was over, by the clocks of those who saved:
 * its values, and whether it was removed; id and version are today's.
 * ERR_ABSENT where it had not been made by then.
 */
enum err_code
as_of_load(struct store *store, const struct record_type *type, int64_t id,
	const char *date, struct record *record, struct err *err);

/*
 * The same when a change had been made, by the order of the journal; without
 * any value, and *is_made false, where the record was made later.  ERR_ABSENT
 * where a redaction has blanked what it was.
 */
enum err_code
as_of_change(struct store *store, const struct record_type *type, int64_t id,
	const struct journal_change *last, struct record *record, bool *is_made,
	struct err *err);

#endif
