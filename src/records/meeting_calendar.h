/*
 * The calendar of a year of meetings (会议年历): of one union, kinds of meeting
 * by months, what was held, what is prepared, and what the cycles of the kinds
 * (records/cycle.h) demand besides.
 */
#ifndef RECORDS_MEETING_CALENDAR_H
#define RECORDS_MEETING_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "records/cycle.h"
#include "store/store.h"

enum { CALENDAR_MONTHS = 12 };

/* One kind in one month.  What a cycle lacks is said in its last month. */
struct calendar_cell {
	unsigned n_held;
	unsigned n_prepared; /* undated ones in the month of today */
	unsigned n_missing;  /* of a cycle that is over */
	unsigned n_due;      /* of the one that runs, and not prepared either */
	int64_t meeting_id;  /* the only one held or prepared; 0: none, or
	                        several */
	bool is_demanded;    /* the cycle that it belongs to demands any */
};

struct calendar_kind {
	int64_t id;
	char *name;
	const struct cycle *cycle; /* NULL: as needed */
	unsigned times;            /* that a cycle demands */
	unsigned n_held;           /* in the year */
	unsigned n_demanded;       /* by all cycles of the year */
	struct calendar_cell months[CALENDAR_MONTHS]; /* from January */
};

struct meeting_calendar {
	int64_t union_org_id;
	int year;
	struct calendar_kind *items; /* the shortest cycle first */
	size_t n;
	size_t size;
};

/*
 * Fills calendar (uninitialised before) for a union and a year as it stands on
 * today, a stored day.  A kind is in it where it is in use at some time of the
 * year and the union, at work then, may hold it, or where it was held or is
 * prepared.  A cycle that is over demands nothing where it is not certain that
 * union and kind were there from its first day to its last; a cancelled meeting
 * is none.  meeting_calendar_clear() in either case; ERR_ABSENT where there is
 * no such union.
 */
enum err_code
meeting_calendar_load(struct store *store, int64_t union_org_id, int year,
	const char *today, struct meeting_calendar *calendar, struct err *err);

void
meeting_calendar_clear(struct meeting_calendar *calendar);

/* "Jan", "1月": translated, month counted from 0. */
const char *
calendar_month_word(int month);

/* "1" held, "p" prepared, "m2" missing, "d" due: what the cell says, appended;
 * nothing where there is nothing to be said. */
void
calendar_cell_show(const struct calendar_cell *cell, struct strbuf *out);

/* The same as a sentence about the cycle that the month belongs to, appended:
 * 支部党员大会，2026年第二季度：应召开 1 次，已召开 0 次。 */
void
meeting_calendar_say(const struct meeting_calendar *calendar,
	const struct calendar_kind *kind, int month, struct strbuf *out);

#endif
