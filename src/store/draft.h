/*
 * Drafts (草稿): what is typed and not yet saved.  They live in a small SQLite
 * file of their own beside the database (FILE-drafts, synchronous=NORMAL,
 * never attached), so that they never wait for the write lock.
 */
#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"
#include "store/store.h"

struct drafts;

/* One value that was typed. */
struct draft_value {
	char *field;
	char *value;
};

struct draft {
	int64_t number;  /* random; 0: not yet written */
	int64_t session; /* of the process that is typing it */
	int64_t operator_id;
	char *table;
	int64_t record;  /* 0: a new record */
	int64_t version; /* that it was made from */
	char *title;     /* what Home shows of it */
	char *cursor;    /* name of what has the focus: a field, or a table
	                    whose rows are typed with the record */
	int64_t since;   /* seconds since 1970 UTC, set by the first write */
	int64_t at;      /* of the last write */
	VEC(struct draft_value) values;
};

/* Strings that are NULL are written as "". */
void
draft_init(struct draft *draft);

void
draft_clear(struct draft *draft);

/* Adds the value of a field that has none yet; both are copied. */
void
draft_add(struct draft *draft, const char *field, const char *value);

/* Drops all values. */
void
draft_empty(struct draft *draft);

/*
 * Opens or makes FILE-drafts with the mode and group of the database.  Where
 * drafts cannot be written the error says why and the frame shows it; the
 * program goes on.  A damaged drafts file is put aside under a name with the
 * time, never deleted, and a new one begun.  Drafts whose number stands in a
 * change of store are dropped here.
 */
enum err_code
drafts_open(struct store *store, struct drafts **out, struct err *err);

/* Flushes and closes; takes NULL. */
void
drafts_close(struct drafts *drafts);

/*
 * Writes the draft, drawing its number first where it has none; the draft then
 * belongs to this session.  A draft whose number stands in a change already
 * gets a new number: what is typed after saving is another draft.  ERR_BUSY
 * where another window has taken it up meanwhile: nothing is overwritten.
 */
enum err_code
drafts_write(struct drafts *drafts, struct draft *draft, struct err *err);

/* Makes what was written outlast a power cut. */
enum err_code
drafts_flush(struct drafts *drafts, struct err *err);

/* ERR_OK also where it is gone already; ERR_BUSY where another window is
 * typing it. */
enum err_code
drafts_drop(struct drafts *drafts, int64_t number, struct err *err);

/*
 * Loads a draft in order to type on: it belongs to this session from now on.
 * ERR_BUSY where another window is typing it, ERR_ABSENT where it has been
 * saved or dropped.  out was initialised.
 */
enum err_code
drafts_load(struct drafts *drafts, int64_t number, struct draft *out,
	struct err *err);

/* The person has left the form and kept the draft (Esc): nobody is typing it
 * any more and drafts_list() offers it again, here and elsewhere. */
enum err_code
drafts_leave(struct drafts *drafts, int64_t number, struct err *err);

struct draft_list {
	struct draft *items;
	size_t n;
	size_t size;
};

/*
 * The drafts that nobody is typing now (left, or their process has gone), of
 * one operator (0: of all), newest first; without their values.  Appends to
 * out, which the caller empties with draft_list_clear().
 */
enum err_code
drafts_list(struct drafts *drafts, int64_t operator_id,
	struct draft_list *out, struct err *err);

void
draft_list_clear(struct draft_list *list);

#endif
