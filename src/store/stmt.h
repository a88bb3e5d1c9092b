/*
 * Prepared statements.  The only way to SQL for the floors above the store's
 * own files, and only for records/: the text is constant or built from the
 * dictionary's constant names, every value is bound.  Statements that would
 * change the schema, attach a database or write a record table outside a
 * change are refused.  Beside SQLite's functions there is pinyin_fits(key,
 * typed), which is pinyin_find_fits().
 */
#ifndef STORE_STMT_H
#define STORE_STMT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct store;
struct stmt;

/*
 * A statement ready to be bound, from the store's cache where the same text
 * was prepared before.  Give it back with stmt_done(); the same text may be
 * open several times at once.
 */
enum err_code
stmt_open(struct store *store, const char *sql, struct stmt **out,
	struct err *err);

/* Parameters count from 1.  Text is copied. */
void
stmt_bind_text(struct stmt *stmt, int n, const char *text);

void
stmt_bind_int(struct stmt *stmt, int n, int64_t number);

void
stmt_bind_null(struct stmt *stmt, int n);

/*
 * The next row: *row says whether there is one.  No statement may stay stepped
 * while a person is waited for: take the page, then stmt_done() or
 * stmt_reset().
 */
enum err_code
stmt_step(struct stmt *stmt, bool *row, struct err *err);

/* Runs a statement to its end that gives no rows or whose rows do not
 * matter, and resets it so that it can be bound again. */
enum err_code
stmt_run(struct stmt *stmt, struct err *err);

void
stmt_reset(struct stmt *stmt);

/* Columns count from 0; "" and 0 for NULL.  Valid until the next step. */
const char *
stmt_text(const struct stmt *stmt, int column);

int64_t
stmt_int(const struct stmt *stmt, int column);

bool
stmt_is_null(const struct stmt *stmt, int column);

/* Back to the cache; takes NULL. */
void
stmt_done(struct stmt *stmt);

/* One number from a statement without parameters, e.g. a count. */
enum err_code
stmt_one_int(struct store *store, const char *sql, int64_t *number,
	struct err *err);

#endif
