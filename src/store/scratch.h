/*
 * A private place for work in between: numbered rows with a verdict and bytes,
 * and keys under which rows are found again.  It lies in a temporary table of
 * this connection, on disk where it grows large, and is gone with it.
 */
#ifndef STORE_SCRATCH_H
#define STORE_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "store/store.h"

struct scratch;

enum err_code
scratch_open(struct store *store, struct scratch **out, struct err *err);

/* Takes NULL. */
void
scratch_close(struct scratch *scratch);

/* Drops all rows and keys. */
enum err_code
scratch_empty(struct scratch *scratch, struct err *err);

/* Drops the keys alone. */
enum err_code
scratch_empty_keys(struct scratch *scratch, struct err *err);

/*
 * Until scratch_end() everything is quick, and what is read of the store is of
 * one moment; no change may be begun in between.  With keep false the rows are
 * as they were before.
 */
enum err_code
scratch_begin(struct scratch *scratch, struct err *err);

enum err_code
scratch_end(struct scratch *scratch, bool keep, struct err *err);

/* Puts a row, or another in its place.  Numbers are greater than 0. */
enum err_code
scratch_put(struct scratch *scratch, int64_t number, int verdict,
	const void *bytes, size_t len, struct err *err);

/* Appends the bytes of a row; ERR_ABSENT where there is none. */
enum err_code
scratch_get(struct scratch *scratch, int64_t number, int *verdict,
	struct strbuf *bytes, struct err *err);

/*
 * The number of the row that follows after, or comes before it (backward),
 * among those with this verdict (-1: any); 0 where there is none.
 */
enum err_code
scratch_next(struct scratch *scratch, int verdict, int64_t after,
	bool backward, int64_t *number, struct err *err);

/* Drops the rows from this number on. */
enum err_code
scratch_cut(struct scratch *scratch, int64_t number, struct err *err);

/* Gives all rows with one verdict another. */
enum err_code
scratch_turn(struct scratch *scratch, int from, int to, struct err *err);

/* How many rows have this verdict. */
enum err_code
scratch_count(struct scratch *scratch, int verdict, int64_t *n,
	struct err *err);

/* Lets a row be found by a key of this kind; twice is once. */
enum err_code
scratch_add_key(struct scratch *scratch, int kind, const char *key,
	int64_t number, struct err *err);

/* The first row after a number that has the key; 0 where there is none. */
enum err_code
scratch_find_key(struct scratch *scratch, int kind, const char *key,
	int64_t after, int64_t *number, struct err *err);

/* Grows with every change of the store, by whomever. */
enum err_code
scratch_stamp(struct scratch *scratch, int64_t *stamp, struct err *err);

#endif
