/*
 * Meetings that are due (应召开而未召开的会议): by the cycle of their kind, for
 * each union at work, where they have not been held as often as the cycle that
 * runs now demands.
 */
#ifndef RECORDS_MEETING_DUE_H
#define RECORDS_MEETING_DUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/err.h"
#include "base/strbuf.h"
#include "store/store.h"

struct meeting_due {
	int64_t union_org_id;
	int64_t kind_id;
	char *union_name;
	char *kind_name;
	char *cycle;         /* code of meeting_cycle */
	int64_t times;       /* that the cycle demands, */
	int64_t n_held;      /* and that it has seen */
	int64_t prepared_id; /* a meeting prepared for the cycle, 0 none */
	bool is_past;        /* its day has passed, and it was not opened */
	/* To the last day of the cycle, 0 on that day; where the cycle before
	 * was missed as well, how long ago that one ended, as less than 0. */
	int days_left;
	char last_held[DATE_SIZE]; /* "" never */
};

struct meeting_due_list {
	struct meeting_due *items;
	size_t n;
	size_t size;
};

/*
 * Fills list (empty before) with what is due on today, a stored day, by union
 * and kind.  A kind counts while it is in use, for unions of the kinds that it
 * is demanded of and that may hold it, from their founding on; the cycle before is held against a union only where
 * it is certain that union and kind were there from its first day on.
 * meeting_due_clear() in either case.
 */
enum err_code
meeting_due_load(struct store *store, const char *today,
	struct meeting_due_list *list, struct err *err);

void
meeting_due_clear(struct meeting_due_list *list);

/* “12 days left”, “25 days over”; with “prepared” where it is, or that its day
 * is past. */
void
meeting_due_when(const struct meeting_due *due, struct strbuf *out);

#endif
