/*
 * Taking a change back (撤销): field by field, only where the field still has
 * the value that the change gave; by the same checks as any save; itself a
 * change that can be taken back (重做).
 */
#ifndef RECORDS_UNDO_H
#define RECORDS_UNDO_H

#include "base/err.h"
#include "base/job.h"
#include "records/record.h"
#include "store/change.h"

/* Why something of a change stays as it is. */
enum undo_why {
	UNDO_CHANGED_SINCE, /* the field has another value now */
	UNDO_DEPENDED_ON,   /* a new record on which later ones hang */
	UNDO_REFUSED,       /* a rule of the dictionary forbids it */
};

struct undo_kept {
	const struct record_type *type;
	int64_t record;
	char *title;
	char *field; /* column name; "" the whole record */
	enum undo_why why;
	char *text; /* one translated sentence */
};

struct undo_result {
	int64_t change;   /* the one that was made; 0 if nothing was to do */
	size_t n_records; /* saved to put it back */
	struct undo_kept *kept;
	size_t n_kept;
	size_t size;
};

void
undo_result_clear(struct undo_result *result);

/*
 * Takes the change with id back.  A field goes back where it has the value that
 * the change gave, a new record goes where it is as the change made it and
 * nothing hangs on it; all else stays and is named.  info tells who; its
 * action, undoes and reason are filled in here: "undo", or "redo" where the
 * change is itself an undo.  With plan_only nothing is written and result says
 * what would be.  ERR_INVALID where everything in it has been taken back
 * already.
 */
enum err_code
undo_change(struct store *store, int64_t id, const struct change_info *info,
	bool plan_only, struct job *job, struct undo_result *result,
	struct err *err);

#endif
