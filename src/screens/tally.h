/*
 * How many (计数): records that are counted behind the screen, once it is
 * shown (struct screen's work).
 */
#ifndef SCREENS_TALLY_H
#define SCREENS_TALLY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "records/query.h"
#include "store/store.h"

struct tally {
	int64_t n;   /* as it was last counted; -1 never */
	bool is_new; /* n has been counted since the last outdating */
};

#define TALLY_INIT {-1, false}

/* Something else is counted from now on. */
void
tally_forget(struct tally *tally);

/* The records may have changed: n stands until it is counted anew. */
void
tally_outdate(struct tally *tally);

/* Counts where that is to be done; true where n is another now.  A key that
 * comes puts it off. */
bool
tally_count(struct tally *tally, struct store *store,
	const struct query *query);

/* The same of what is no query: n has just been counted. */
bool
tally_set(struct tally *tally, int64_t n);

/* The number, or … where it was never counted. */
void
tally_show(const struct tally *tally, struct strbuf *out);

#endif
