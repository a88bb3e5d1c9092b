/*
 * Checklists (对标检查) as a whole: their rows from the standard, many of them
 * at once, and which came before which.
 */
#ifndef RECORDS_CHECKLIST_H
#define RECORDS_CHECKLIST_H

#include "base/err.h"
#include "base/job.h"
#include "records/owned.h"
#include "records/record.h"
#include "store/change.h"

/*
 * Adds to rows (of checklist_result) a row for each item of the run's standard,
 * groups and items in their order, with the texts as they read now: *n_added
 * new ones.  An item that has a row keeps it.  ERR_INVALID where the run names
 * no standard.
 */
enum err_code
checklist_fill(struct store *store, const struct record *run,
	struct owned_rows *rows, const char *today, size_t *n_added,
	struct err *err);

/*
 * The union's other run, not removed, of any edition of the same standard for
 * the same part of the same year, or for the same day; *id is 0 where there is
 * none.
 */
enum err_code
checklist_same(struct store *store, const struct record *run, int64_t *id,
	struct err *err);

/*
 * The union's last run, not removed, of any edition of the same standard whose
 * period ended before that of this one did; *id is 0 where there is none.
 */
enum err_code
checklist_previous(struct store *store, const struct record *run,
	int64_t *id, struct err *err);

/* What a result that is judged wants besides, before its checklist may be
 * submitted: one sentence, on the heap; NULL where that is nothing. */
char *
checklist_wants(struct store *store, const struct record *result);

/* How a checklist_begin() went. */
struct checklist_begun {
	size_t n_made;
	size_t n_had; /* unions that had such a run already and keep it */
};

/*
 * Makes a run with its rows for each of the unions, inside the change; each is
 * like run (standard, year, part, day), whose union does not matter.  Reports
 * to the job, which may be NULL; ERR_CANCELLED where it was called off.
 */
enum err_code
checklist_begin(struct change *change, const struct record *run,
	const int64_t *unions, size_t n_unions, struct job *job,
	struct checklist_begun *begun, struct err *err);

#endif
