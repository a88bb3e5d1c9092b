/*
 * The journal (变更记录): append-only, one row a saved record, grouped by
 * change; audit trail, history, undo and what offices exchange.  Order is by
 * Lamport stamp and site, never by the wall clock.
 *
 * A row holds: id (site and counter), change, table name, record, version,
 * fields (JSON), salt, hash; its change's head (table change_head) the rest.
 * fields is an object: of a new record {"name":"value"} without the empty
 * ones; of a change {"name":["old","new"]}; a long text's old side is
 * {"hash":"…"} (BLAKE2b-256 in hex) unless it is ""; "deleted" stands among
 * the fields when it changes.  A row of version 0 saves no record: see
 * journal_note().
 *
 * hash = BLAKE2b-256 of
 *   hash of the site's row before (32 zero bytes for the first)
 *   id, lamport, at, change, record, version as big-endian 64-bit numbers,
 *     and the table's name padded with zero bytes to 32
 *   BLAKE2b-256 of the change's head: id, lamport, at, operator_id, undoes,
 *     draft as big-endian 64-bit numbers, then operator_name, account, host,
 *     action and reason, each after its length in bytes as such a number
 *   BLAKE2b-256 of (salt ‖ fields)
 * so that fields and salt can be blanked by a redaction while the chain still
 * verifies: fields become {} and the last digest, 32 bytes, stands in place of
 * the salt; a note with the action JOURNAL_REDACT on the same record says so,
 * else ronghe check complains.  Blanking cannot be taken back.  n_rows of
 * the head is not hashed: the rows themselves are.  A test vector stands in
 * tests/unit/store/journal_hash.c.
 */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"
#include "store/store.h"

/* The action of a note that says that rows of its record were blanked. */
#define JOURNAL_REDACT "redact"

/* The head of a change as it is kept.  Owns its strings. */
struct journal_change {
	int64_t id;
	int64_t lamport;
	int64_t at; /* seconds since 1970 UTC */
	int64_t operator_id;
	char *operator_name;
	char *account;
	char *host;
	char *action;
	char *reason;
	int64_t undoes;    /* the change that this one takes back, or 0 */
	int64_t undone_by; /* the newest change that takes this one back and was
	                      not taken back itself, or 0 */
	int64_t draft;
	int64_t n_rows;
};

void
journal_change_clear(struct journal_change *change);

enum err_code
journal_change_load(struct store *store, int64_t id,
	struct journal_change *out, struct err *err);

/* Which changes are wanted; what is NULL, "" or 0 leaves all. */
struct journal_filter {
	const char *operator_name;
	const char *action;
	const char *table; /* saved a record of it */
	const char *words; /* all of them in the reason */
	int64_t since;     /* a moment; only those made then or later */
	int64_t until;     /* only those made before */
	bool removes;      /* only those that removed records */
};

/*
 * A page of the changes that fit the filter (NULL: all), newest first: by
 * Lamport stamp, but by the clock where the filter names a moment.  It holds
 * those older than the change with id after; 0 begins at the newest.  newer
 * turns the direction: the page just before after, or with 0 the page of the
 * oldest, still newest first.  Fills at most n of out[] and sets *n_found; the
 * caller clears each.
 */
enum err_code
journal_changes(struct store *store, const struct journal_filter *filter,
	int64_t after, bool newer, size_t n, struct journal_change out[],
	size_t *n_found, struct err *err);

/* How many changes fit, counted to at most limit. */
enum err_code
journal_count_changes(struct store *store,
	const struct journal_filter *filter, int64_t limit, int64_t *n,
	struct err *err);

/* The names of all who have made a change, in their order. */
enum err_code
journal_operators(struct store *store, struct strvec *names, struct err *err);

/* What a journal row says of its record. */
enum journal_did {
	JOURNAL_NOTED, /* nothing was saved: journal_note() */
	JOURNAL_MADE,
	JOURNAL_CHANGED,
	JOURNAL_REMOVED,
	JOURNAL_BROUGHT_BACK,
};

enum { JOURNAL_TABLE_SIZE = 33 }; /* a table's name and its zero byte */

/* A journal row without its fields. */
struct journal_entry {
	int64_t row;
	int64_t change;
	char table[JOURNAL_TABLE_SIZE];
	int64_t record;
	int64_t version;
	enum journal_did did;
};

/*
 * The rows of a change in the order they were written, those after the row
 * with id after (0: from the first); backward: those before it (0: from the
 * last), the nearest first.  Fills at most n of out[].
 */
enum err_code
journal_entries(struct store *store, int64_t change, int64_t after,
	bool backward, size_t n, struct journal_entry out[], size_t *n_found,
	struct err *err);

/*
 * The rows of all changes by which a record was removed, newest first: those
 * older than the row with id after (0: from the newest); backward: newer ones,
 * the nearest first (0: from the oldest).
 */
enum err_code
journal_removals(struct store *store, int64_t after, bool backward, size_t n,
	struct journal_entry out[], size_t *n_found, struct err *err);

/* Changes by their ids. */
struct journal_ids {
	int64_t *items;
	size_t n;
	size_t size;
};

/*
 * The changes of a database that another one does not have, newest first,
 * appended to out, which is emptied with vec_clear(); and how many both have.
 */
enum err_code
journal_missing(struct store *store, struct store *other,
	struct journal_ids *out, uint64_t *n_common, struct err *err);

/* What one field of one record became in one change. */
struct journal_field {
	int64_t row; /* id of the journal row */
	int64_t change;
	const char *table;
	int64_t record;
	int64_t version;       /* the record's after this */
	bool is_new;           /* the record was made by this row */
	bool is_blanked;       /* what it did is not told any more; field is
	                          "" then */
	bool old_is_blanked;   /* the old text stood in such a row */
	const char *field;     /* column, or "deleted"; "" for a new record
	                          without any value */
	const char *old_value; /* "" where there was none */
	const char *new_value;
};

/*
 * Reads journal rows field by field, in the order they were written (or
 * newest first).  A long text's old value is found in the journal before it;
 * ERR_SEAL where it is neither there as it was nor blanked.  A note
 * (journal_note()) comes as the field "note" of version 0, which is no field
 * of the record.
 * Strings live until the next step.  A reader must be closed before a person
 * is waited for.
 */
struct journal_reader;

enum err_code
journal_read_change(struct store *store, int64_t change, bool newest_first,
	struct journal_reader **out, struct err *err);

enum err_code
journal_read_record(struct store *store, const char *table, int64_t record,
	bool newest_first, struct journal_reader **out, struct err *err);

/* One row alone. */
enum err_code
journal_read_row(struct store *store, int64_t row,
	struct journal_reader **out, struct err *err);

/* What a change did to one record. */
enum err_code
journal_read_part(struct store *store, int64_t change, const char *table,
	int64_t record, struct journal_reader **out, struct err *err);

/* *more says whether out was filled. */
enum err_code
journal_next(struct journal_reader *reader, struct journal_field *out,
	bool *more, struct err *err);

/* Takes NULL. */
void
journal_close(struct journal_reader *reader);

/*
 * The newest change after this journal row that touched the field ("" for
 * any field) of its record, or whose row was blanked; *change is 0 where none
 * did.
 */
enum err_code
journal_touched_since(struct store *store, const char *table, int64_t record,
	const char *field, int64_t row, int64_t *change, struct err *err);

/* What a change did to how many records of a table. */
struct journal_count {
	const char *table;
	int64_t n_new;
	int64_t n_changed;
	int64_t n_removed;
	int64_t n_back; /* brought back */
};

/* Calls each once for every table; not by reading the rows. */
enum err_code
journal_count(struct store *store, int64_t change,
	void (*each)(void *data, const struct journal_count *count),
	void *data, struct err *err);

/*
 * Notes something that is no saved record but must be known (a masked field
 * was read, export --full): a change of its own whose only row names table
 * and record ("" and 0: none) and has {"note":"…"} as its fields; note may be
 * any bytes and is kept cleaned.
 */
enum err_code
journal_note(struct store *store, const char *action, int64_t operator_id,
	const char *operator_name, const char *table, int64_t record,
	const char *note, struct err *err);

/*
 * The beginning of the newest row's hash, in hex: what is printed below a
 * document, so that paper and journal can be laid side by side later; "" where
 * nothing was written yet.
 */
#define JOURNAL_MARK_SIZE 13

enum err_code
journal_mark(struct store *store, char out[JOURNAL_MARK_SIZE],
	struct err *err);

#endif
