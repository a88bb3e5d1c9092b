/*
 * Rulings (重复认定): that two records are one and the same, so that one of them
 * was merged into the other, or that they are two in spite of being alike.
 * They name records by their ids and refer to none, so that they answer also
 * where the one that went has never been.
 */
#ifndef RECORDS_RULING_H
#define RECORDS_RULING_H

#include "base/err.h"
#include "records/find.h"
#include "records/record.h"
#include "store/change.h"

/* Codes of ruling_verdict. */
enum ruling_verdict {
	RULING_MERGED = 1,   /* 合并: other went into kept */
	RULING_DISTINCT = 2, /* 不是同一: kept and other in either order */
};

/*
 * The record into which the one with this id has been merged, and that one in
 * turn, and so on; the id itself where it has not been merged.
 */
enum err_code
ruling_survivor(struct store *store, int64_t id, int64_t *survivor,
	struct err *err);

/* The ruling by which the record with this id went; 0 where there is none. */
enum err_code
ruling_of(struct store *store, int64_t id, int64_t *ruling, struct err *err);

/* Appends those that were merged into the record with this id, not by way of
 * another, in the order in which that was ruled. */
enum err_code
ruling_merged_into(struct store *store, int64_t id, struct find_ids *others,
	struct err *err);

/* Has it been ruled that these two, or any that were merged into them, are not
 * the same? */
enum err_code
ruling_are_distinct(struct store *store, int64_t one, int64_t other,
	bool *are, struct err *err);

/* Makes one, of today, about two records of a type that is RECORD_MERGES;
 * reason may be "". */
enum err_code
ruling_make(struct change *change, const struct record_type *type,
	enum ruling_verdict verdict, int64_t kept, int64_t other,
	const char *reason, struct err *err);

bool
ruling_is(const struct record *record);

/* Notes what must not be when all of a change is written: that a record stands
 * of which a ruling says that it was merged.  Takes either of the two. */
void
ruling_check_settled(struct store *store, const struct record *record,
	struct notes *notes);

/* ERR_DENIED where the record is a ruling by which another went that is still
 * gone: that is taken back as a whole. */
enum err_code
ruling_may_remove(struct store *store, const struct record *record,
	struct err *err);

#endif
