/*
 * The one gate for writing (变更): every record is written inside a change,
 * together with its search rows and its journal row, in one transaction.
 *
 * change_begin() takes the lock on FILE-lock, for which it may have to wait
 * (store_wait_with()), and then BEGIN IMMEDIATE.  Nothing that waits for a
 * person may happen before change_commit() or change_abandon().
 *
 * A hook sees every touched row; the commit is vetoed unless the touched rows
 * of record tables are exactly those that change_save() journalled.
 */
#ifndef STORE_CHANGE_H
#define STORE_CHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/job.h"
#include "store/store.h"
#include "store/table.h"

struct change;

/* The head of a change: who did what and why.  Strings may be "". */
struct change_info {
	int64_t operator_id;       /* record of the operator, 0 unknown */
	const char *operator_name; /* as it was at the time */
	const char *action;        /* one word: init form import undo redo… */
	const char *reason;        /* free text; an import's file name, whose
	                              bytes may be anything: kept cleaned */
	int64_t undoes;            /* the change that this takes back, or 0 */
	int64_t takes_back;        /* the change of which it takes back all or
	                              what it did to one record, or 0; not
	                              kept: undoes is */
	int64_t draft;             /* number of the draft that it saves, or 0 */
};

/* ERR_BUSY names the holder of the lock; ERR_CANCELLED where the waiting for it
 * was called off; ERR_DENIED where read-only. */
enum err_code
change_begin(struct store *store, const struct change_info *info,
	struct change **out, struct err *err);

int64_t
change_id(const struct change *change);

struct store *
change_store(const struct change *change);

/* A new id of this site, for a record about to be made. */
int64_t
change_draw_id(struct change *change);

struct change_row {
	const struct table *table;
	int64_t id;      /* 0: a new record, which gets one */
	int64_t version; /* read by the caller; 0: the record is new */
	bool deleted;
	const char *const *values; /* table->n_columns, none NULL */
};

enum change_did {
	CHANGE_NOTHING, /* the row is as it was: nothing written, no journal */
	CHANGE_ADDED,
	CHANGE_CHANGED,
};

/*
 * Writes one record.  Reads the row itself under the lock: ERR_STALE where its
 * version is another than row->version, ERR_ABSENT where it should exist and
 * does not, ERR_INVALID where it should be new and exists.  On success row->id
 * and row->version are those of the saved record and *did, if not NULL, says
 * what happened.  An error leaves the change usable: the caller decides
 * whether to go on or to abandon.  The full disk is ERR_STORE and the change
 * can then only be abandoned.
 */
enum err_code
change_save(struct change *change, struct change_row *row,
	enum change_did *did, struct err *err);

/* Reports to the job, and to those that wait for the lock; see job_progress(). */
void
change_progress(struct change *change, struct job *job, const char *step,
	uint64_t done, uint64_t total);

/* The operator of the change that is under way; 0 unknown, or none is. */
int64_t
change_operator(const struct store *store);

/* The change of which the one that is under way takes back all or a part; 0
 * none. */
int64_t
change_takes_back(const struct store *store);

/* Was this record made in the change that is under way?  False outside of a
 * change. */
enum err_code
change_made(struct store *store, int64_t id, bool *made, struct err *err);

/*
 * Rules about several records hold when all of them are written and not
 * before: the table's settle() is called once for each record that is owed,
 * by change_settle() or else by the commit, and what it refuses is not
 * committed.
 */
void
change_owe(struct change *change, const struct table *table, int64_t id);

enum err_code
change_settle(struct change *change, struct err *err);

/* Records saved so far that were not CHANGE_NOTHING. */
size_t
change_n_saved(const struct change *change);

/*
 * Makes all of it last, or nothing; frees change in either case.  A change in
 * which nothing was saved leaves no trace and is ERR_OK.
 */
enum err_code
change_commit(struct change *change, struct err *err);

/* Rolls back and frees; takes NULL. */
void
change_abandon(struct change *change);

/* Commits where what was done gave ERR_OK, else abandons and returns code. */
enum err_code
change_end(struct change *change, enum err_code code, struct err *err);

/*
 * For a big import: drops the secondary indexes of those of the tables that
 * are empty, keeps their search keys aside, and at commit builds the indexes
 * again and loads the keys sorted, inside the same transaction.  Until then
 * queries on those tables scan them and find no search keys, so that what must
 * be unique is to be looked up before.  No statement may be stepped meanwhile.
 */
enum err_code
change_defer_indexes(struct change *change, const struct table *const *tables,
	size_t n_tables, struct err *err);

/* True while a change keeps the indexes of this table away. */
bool
change_defers(const struct store *store, const struct table *table);

#endif
