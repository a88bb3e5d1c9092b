/* Taking a merge back (撤销合并), with what came since and stays. */
#ifndef SCREENS_UNMERGE_H
#define SCREENS_UNMERGE_H

#include "records/record.h"
#include "screens/ui.h"

/* Has any other been merged into this record? */
bool
unmerge_is_possible(struct ui *ui, const struct record_type *type, int64_t id);

/* Asks which of them, where there are several, shows what came since, and takes
 * that merge back. */
void
unmerge_with_question(struct ui *ui, const struct record_type *type,
	int64_t id);

/* Where a removed record went by a merge: says so, and offers to take that
 * back.  False: it went in another way, and nothing was asked. */
bool
unmerge_instead(struct ui *ui, const struct record_type *type, int64_t id);

#endif
