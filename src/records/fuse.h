/*
 * Two records that are one and the same become one (合并): the one is kept, gets
 * all that refers to the other and, of the fields that differ, those that are
 * chosen; the other goes, and its number leads to the first from then on
 * (records/ruling.h).  What refers to a record follows from the dictionary
 * alone.  (Two versions of one record are brought together by records/merge.h.)
 *
 * All of it is one change, written in an order that undo can walk backwards:
 * the ruling; what refers to the other; the other goes; what was chosen.
 */
#ifndef RECORDS_FUSE_H
#define RECORDS_FUSE_H

#include "base/err.h"
#include "records/find.h"
#include "records/record.h"
#include "store/change.h"

enum fuse_take {
	FUSE_KEPT,  /* what the one that is kept has */
	FUSE_OTHER, /* what the other has */
	FUSE_BOTH,  /* a long text: one below the other */
	FUSE_TAKE_N,
};

/* A field in which the two differ. */
struct fuse_field {
	size_t field; /* index into the type's fields */
	enum fuse_take take;
};

/* How many records of a type refer to each, through which field. */
struct fuse_hanging {
	const struct record_type *type;
	const struct field_type *field;
	int64_t n_kept;
	int64_t n_other;
};

/* Two rows that become the same: both were on the list of one meeting. */
struct fuse_pair {
	const struct record_type *type;
	int64_t stays; /* with its blanks filled from the other */
	int64_t goes;
	bool closed; /* neither goes: what was signed stays as it is */
};

/* A reference that would lead from a record to itself: it is emptied. */
struct fuse_emptied {
	const struct record_type *type;
	const struct field_type *field;
	int64_t id;
};

struct fuse {
	struct store *store;
	const struct record_type *type;
	struct record kept;
	struct record other;
	VEC(struct fuse_field) fields;
	VEC(struct fuse_hanging) hanging;
	struct find_ids preferred; /* rows that are to stay in their pairs */
	/* these by fuse_try() or fuse_run() */
	VEC(struct fuse_pair) pairs;
	VEC(struct fuse_emptied) emptied;
	size_t n_turned; /* records whose references now lead to the one that
	                    is kept */
};

/*
 * Compares two records of a type that is RECORD_MERGES.  Fills fuse
 * (uninitialised; cleared by the caller on success); fields that the kept one
 * has empty are taken from the other.  A number that was merged stands for
 * its survivor.  ERR_INVALID where both are one, or one of them was removed.
 */
enum err_code
fuse_begin(struct store *store, const struct record_type *type, int64_t kept,
	int64_t other, struct fuse *fuse, struct err *err);

void
fuse_clear(struct fuse *fuse);

/* The other is kept in place of the one that was, and chosen anew. */
void
fuse_swap(struct fuse *fuse);

/* Keeps the one on which more hangs, else the older one. */
void
fuse_prefer_older(struct fuse *fuse);

/* Chooses for a field, by its place in fuse->fields; FUSE_BOTH of anything but
 * a long text is FUSE_KEPT. */
void
fuse_choose(struct fuse *fuse, size_t i, enum fuse_take take);

/* The value that the kept record will have in a field that differs; the caller
 * frees. */
char *
fuse_value(const struct fuse *fuse, const struct fuse_field *field);

/* True where the two stand in different states; that of the kept one stays. */
bool
fuse_states_differ(const struct fuse *fuse);

/* That row stays in its pair, and the other one goes; asked again after the
 * next fuse_try(). */
void
fuse_prefer_row(struct fuse *fuse, int64_t row);

/*
 * Does all of it and abandons that, so that pairs, emptied and n_turned say
 * what will be.  The change would have the head info.  ERR_INVALID and
 * ERR_DENIED name the record that a rule keeps as it is.
 */
enum err_code
fuse_try(struct fuse *fuse, const struct change_info *info, struct err *err);

/* Does it, as one change; ERR_STALE where one of the two is another now. */
enum err_code
fuse_run(struct fuse *fuse, const struct change_info *info, int64_t *change,
	struct err *err);

/*
 * The change by which the record with this id went, to be taken back by
 * records/undo.h.  ERR_INVALID where it was not merged, or where the one that
 * was kept has itself been merged since, which is to be taken back first.
 */
enum err_code
fuse_find_change(struct store *store, const struct record_type *type,
	int64_t other, int64_t *change, struct err *err);

/* Calls each for every record that refers to this one and was made after the
 * change: taking that back leaves them where they are. */
enum err_code
fuse_each_since(struct store *store, const struct record_type *type,
	int64_t id, int64_t change,
	void (*each)(void *data, const struct record_type *type, int64_t id),
	void *data, struct err *err);

#endif
