/*
 * How many results of checks had which verdict (判定统计), together by item, by
 * union, by the committee that leads the unions, or by period.
 */
#ifndef RECORDS_VERDICT_COUNT_H
#define RECORDS_VERDICT_COUNT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "records/record.h"
#include "store/store.h"

enum verdict_by {
	VERDICT_BY_ITEM,
	VERDICT_BY_UNION,
	VERDICT_BY_COMMITTEE,
	VERDICT_BY_PERIOD,
	VERDICT_BY_N,
};

/* What they are counted by, as it is asked for and as a heading. */
struct verdict_grouping {
	const char *name; /* on the command line */
	struct term term;
};

extern const struct verdict_grouping verdict_groupings[VERDICT_BY_N];

/* By its name or a word of its term; VERDICT_BY_N where there is none. */
enum verdict_by
verdict_by_find(const char *name);

struct verdict_count {
	char *label; /* "F1 …", the union, the committee or the period; "" a
	                union that no committee leads */
	int64_t n_runs;
	int64_t n_met;
	int64_t n_partly;
	int64_t n_unmet;
	int64_t n_not_applicable;
	int64_t n_open; /* not judged yet */
};

struct verdict_counts {
	struct verdict_count *items;
	size_t n;
	size_t size;
};

/* Which runs are counted, of those that are not removed. */
struct verdict_filter {
	int year;         /* 0: of any year */
	const char *part; /* code of 检查时段; "" any */
};

/*
 * Fills counts (uninitialised before): items in the order of their standard,
 * unions and committees by pinyin, periods from the oldest on.  The editions of
 * a standard count together where an item has the same code and text in them.
 * verdict_counts_clear() in either case.
 */
enum err_code
verdict_counts_load(struct store *store, enum verdict_by by,
	const struct verdict_filter *filter, struct verdict_counts *counts,
	struct err *err);

void
verdict_counts_clear(struct verdict_counts *counts);

#endif
