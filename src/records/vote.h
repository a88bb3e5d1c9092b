/* vote (表决): what others must know of how it is counted. */
#ifndef RECORDS_VOTE_H
#define RECORDS_VOTE_H

#include <stdbool.h>

#include "records/record.h"

/*
 * Does saving the vote take down anew who ought to attend and who is there?
 * Only while that was never done, or where its counts differ from those saved:
 * who comes late changes nothing in a vote that is over.  old is NULL where it
 * was not saved yet.
 */
bool
vote_counts_anew(const struct record *vote, const struct record *old);

#endif
