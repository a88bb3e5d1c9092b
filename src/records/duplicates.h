/*
 * Records that may be one and the same (疑似重复): all of a type, or those like
 * one that is being typed.  What was ruled to be two (records/ruling.h) is left
 * out.  Of more than DUPLICATES_GROUP records that share what a rule goes by
 * (one phone number for a whole village) each is compared with the first alone,
 * so that 500 of them are 499 pairs and not 124,750.
 */
#ifndef RECORDS_DUPLICATES_H
#define RECORDS_DUPLICATES_H

#include "base/err.h"
#include "base/job.h"
#include "records/alike.h"

enum { DUPLICATES_GROUP = 64 };

/* Two records, the older one first. */
struct duplicate {
	int64_t one;
	int64_t other;
	struct alike_found found;
};

struct duplicates {
	struct duplicate *items;
	size_t n;
	size_t size;
};

void
duplicates_clear(struct duplicates *list);

/*
 * Calls each for every pair of records, not removed, of a type that is
 * RECORD_MERGES, in the order of their ids; what each returns other than ERR_OK
 * stops it and is returned.  Memory does not grow with the number of records.
 */
enum err_code
duplicates_each(struct store *store, const struct record_type *type,
	enum err_code (*each)(void *data, const struct duplicate *duplicate,
		struct err *err),
	void *data, struct job *job, struct err *err);

/*
 * The same as a list, the surest first; at most limit of each likelihood, and
 * *n_more that it has not.  change: pairs alone of which it has saved one; 0:
 * all.
 */
enum err_code
duplicates_load(struct store *store, const struct record_type *type,
	int64_t change, size_t limit, struct duplicates *list, size_t *n_more,
	struct job *job, struct err *err);

/* Takes out of a list what holds no more: one of the two has been changed,
 * removed or merged, or they were ruled to be two. */
enum err_code
duplicates_recheck(struct store *store, const struct record_type *type,
	struct duplicates *list, struct err *err);

/* Those like one record, which need not be saved (its id is then 0), and is
 * given as one of each pair; the surest first. */
enum err_code
duplicates_of(struct store *store, const struct record *record,
	struct duplicates *list, struct err *err);

#endif
