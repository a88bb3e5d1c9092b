/*
 * Taking a change back (撤销), field by field.  What still is as the change
 * made it goes back by itself; all else is a conflict, which is shown first
 * and stays unless it is taken back by choice.  Everything passes the checks of
 * any save, and all of it is one change, which can be taken back in turn
 * (重做).
 *
 * A plan is made by doing all of it and abandoning that, so that what it says
 * is what happens.  Its conflicts lie in scratch; any number takes no memory.
 */
#ifndef RECORDS_UNDO_H
#define RECORDS_UNDO_H

#include "base/err.h"
#include "base/job.h"
#include "records/record.h"
#include "store/change.h"
#include "store/journal.h"

/* Why something of a change does not simply go back. */
enum undo_why {
	UNDO_CHANGED_SINCE, /* the field, or a new record, is another now */
	UNDO_REMOVED_SINCE, /* the record was removed; its fields are kept */
	UNDO_DEPENDED_ON,   /* a new record on which others hang */
	UNDO_BLANKED,       /* what it did is not in the journal any more */
	UNDO_REFUSED,       /* a rule of the dictionary forbids it */
	UNDO_WHY_N,
};

/* The word for it: "changed since". */
const char *
undo_why_word(enum undo_why why);

/* True where it can be taken back by choice. */
bool
undo_can_take(enum undo_why why);

/* One conflict.  One that was loaded owns its strings. */
struct undo_conflict {
	int64_t number; /* of its plan, from 1 on */
	const struct record_type *type;
	int64_t record;
	int64_t row; /* of the journal */
	enum undo_why why;
	bool taken;
	const char *field; /* column name; "" the whole record */
	const char *old_value;   /* stored forms: before the change, */
	const char *given_value; /* by it */
	const char *now_value;   /* and now */
	const char *text; /* one translated sentence */
};

void
undo_conflict_clear(struct undo_conflict *conflict);

struct undo_plan;

/*
 * Plans to take the change with id back, or only what it did to one record
 * where type is not NULL.  info tells who; what is written in the end has the
 * action "undo", or "redo" where the change is itself an undo, and its reason
 * ("put_back" for one record).  ERR_INVALID where everything in it has been
 * taken back already, ERR_DENIED where nothing can be written.
 */
enum err_code
undo_plan_make(struct store *store, int64_t change,
	const struct record_type *type, int64_t record,
	const struct change_info *info, struct job *job,
	struct undo_plan **out, struct err *err);

/* Takes NULL. */
void
undo_plan_free(struct undo_plan *plan);

/* The head of the change that it takes back. */
const struct journal_change *
undo_plan_change(const struct undo_plan *plan);

/* How many records would be saved if no conflict were taken back. */
size_t
undo_plan_n_records(const struct undo_plan *plan);

/* How many conflicts there are of a kind (UNDO_WHY_N: of any), taken or not. */
int64_t
undo_plan_count(const struct undo_plan *plan, enum undo_why why, bool taken);

/*
 * The conflicts after the one with that number (0: from the first); backward:
 * those before it (0: from the last), the nearest first.  Fills at most n of
 * out[]; the caller clears each.
 */
enum err_code
undo_plan_load(struct undo_plan *plan, int64_t after, bool backward, size_t n,
	struct undo_conflict out[], size_t *n_found, struct err *err);

/* Takes one back by choice, or leaves it; ERR_DENIED where it must stay. */
enum err_code
undo_plan_take(struct undo_plan *plan, int64_t number, bool take,
	struct err *err);

/* The same for all of a kind; UNDO_WHY_N: all that can be taken. */
enum err_code
undo_plan_take_all(struct undo_plan *plan, enum undo_why why, bool take,
	struct err *err);

struct undo_result {
	int64_t change;   /* the one that was made; 0 if nothing was to do */
	size_t n_records; /* saved to put it back */
	size_t n_taken;   /* conflicts that were taken back, */
	size_t n_left;    /* and that stay as they are */
	struct strvec refused; /* sentences of those that were to be taken back
	                          and could not be, at most UNDO_TOLD */
};

enum { UNDO_TOLD = 10 };

void
undo_result_clear(struct undo_result *result);

/*
 * Does what was planned, as one change.  ERR_STALE where others have written
 * meanwhile and there are conflicts that the plan does not show: make it anew;
 * ERR_CANCELLED leaves everything as it was.  result is to be cleared in
 * either case.
 */
enum err_code
undo_plan_run(struct undo_plan *plan, struct job *job,
	struct undo_result *result, struct err *err);

/* The same conflicts taken as in another plan of the same change. */
enum err_code
undo_plan_take_as(struct undo_plan *plan, const struct undo_plan *before,
	struct err *err);

/*
 * What is to be taken back so that a change stands again: the change that took
 * it back, or itself where it is what took another back.  ERR_INVALID where it
 * has not been taken back.
 */
enum err_code
undo_find_redo(struct store *store, int64_t change, int64_t *undo,
	struct err *err);

/* The newest undo that stands; ERR_ABSENT where there is none. */
enum err_code
undo_find_last(struct store *store, int64_t *undo, struct err *err);

#endif
