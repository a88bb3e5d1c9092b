/*
 * What has become another in a checklist since it was sent back (退回后的改动):
 * what its reviewer looks at when it is submitted again.
 */
#ifndef RECORDS_CHECKLIST_CHANGED_H
#define RECORDS_CHECKLIST_CHANGED_H

#include "base/err.h"
#include "records/record.h"

/* One value, or a piece of evidence: what it was then, and what it is now. */
struct checklist_changed_line {
	int64_t result;          /* the row that it is about; 0: the run */
	char *title;             /* of that, "" of the run */
	const struct term *what; /* the field, or what was added or removed */
	char *before;            /* in words; "" nothing */
	char *now;
};

struct checklist_changed {
	int64_t at; /* seconds since 1970 UTC: when it was sent back last */
	char *who;  /* by whom */
	char *why;
	struct {
		struct checklist_changed_line *items;
		size_t n;
		size_t size;
	} lines; /* the run, then the results as they were entered, each with
	            its evidence */
};

/*
 * Compares what is saved of a run and its rows with what they were when it was
 * sent back; what the program fills in, and the ground that a proposal had, are
 * left out.  ERR_ABSENT where the journal does not tell of that.  Fills out
 * (uninitialised; cleared by the caller on success).
 */
enum err_code
checklist_changed_load(struct store *store, int64_t run,
	struct checklist_changed *out, struct err *err);

void
checklist_changed_clear(struct checklist_changed *changed);

#endif
