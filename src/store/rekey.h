/*
 * Search keys and sort keys follow from the values of the records, by rules
 * and tables (of pinyin, of hanzi) that a later program may have changed.  The
 * database notes by which derivation they were made (struct table); they are
 * no part of the journal.
 */
#ifndef STORE_REKEY_H
#define STORE_REKEY_H

#include <stdbool.h>

#include "base/err.h"
#include "base/job.h"
#include "store/store.h"

/* True where the keys were made by another derivation than the tables': lists
 * and searches go by the old ones. */
bool
rekey_is_due(struct store *store);

/*
 * Makes them anew where that is due, as one transaction under FILE-lock; every
 * other program must be of this derivation then.  Nothing happens where the
 * store is read-only.  Where it fails or is stopped all is as it was.
 */
enum err_code
rekey_run(struct store *store, struct job *job, struct err *err);

#endif
