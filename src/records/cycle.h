/*
 * Cycles of meetings (召开周期): the month, quarter, half year or year within
 * which a kind of meeting is to be held, and what can be asked of a union in
 * one of them.
 */
#ifndef RECORDS_CYCLE_H
#define RECORDS_CYCLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

struct cycle {
	const char *code; /* of meeting_cycle */
	int months;       /* that divide the year without a rest */
};

enum { CYCLES_N = 4 };

extern const struct cycle cycles[CYCLES_N];

/* NULL for the code of what is held as needed. */
const struct cycle *
cycle_find(const char *code);

/* One cycle of them. */
struct cycle_span {
	char begin[DATE_SIZE]; /* its first day */
	char next[DATE_SIZE];  /* the first day of the one behind it */
};

/* The cycle that holds the day, a stored one. */
void
cycle_span_of(const struct cycle *cycle, const char *day,
	struct cycle_span *span);

/* The one before it. */
void
cycle_span_before(const struct cycle *cycle, const struct cycle_span *span,
	struct cycle_span *out);

/*
 * Is it certain that what was there from since to until was there from the
 * first day of the cycle to its last?  Either may name a year or month alone;
 * "" is always.
 */
bool
cycle_is_covered(const struct cycle_span *span, const char *since,
	const char *until);

#endif
