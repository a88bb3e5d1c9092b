/*
 * The open database (数据库): one SQLite file in WAL mode, synchronous=FULL.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/job.h"
#include "base/world.h"
#include "store/holder.h"
#include "store/table.h"

struct store;

enum {
	STORE_READ_ONLY = 1, /* never write */
};

/*
 * Makes a new database at path by running every schema step, draws a site and
 * opens it.  ERR_FILE where the file exists or cannot be made (its folder is
 * made if missing).
 */
enum err_code
store_create(const char *path, const struct world *world, struct store **out,
	struct err *err);

/*
 * Opens an existing database and brings its schema up to date (a backup
 * beside it first, FILE.before-update-NNN-N, then one transaction a step).  A
 * file that cannot be written, or lies on a removable medium, is opened
 * read-only; store_read_only() says why.  Refused with one sentence and
 * nothing changed: missing (ERR_ABSENT), not a database or not ours, from a
 * newer program (both numbers named), damaged, on a network file system
 * (ERR_STORE), in exclusive use by a restore (ERR_BUSY).  world must live as
 * long as the store.
 */
enum err_code
store_open(const char *path, const struct world *world, unsigned flags,
	struct job *job, struct store **out, struct err *err);

/* Takes NULL. */
void
store_close(struct store *store);

const char *
store_path(const struct store *store);

const struct world *
store_world(const struct store *store);

/* NULL where it can be written, else a translated sentence that says why. */
const char *
store_read_only(const struct store *store);

/* True where the newest entries of the database at path stand in a -wal beside
 * it that cannot be folded in there, on a stick or without the right to write:
 * restoring it to this computer (restore.h) takes both. */
bool
store_needs_recovery(const char *path);

/* True where it lies on a stick or a card, and is therefore only shown. */
bool
store_is_removable(const struct store *store);

/*
 * The tables of the dictionary, handed over once after opening; the gate and
 * the check know records by them.
 */
void
store_set_tables(struct store *store, const struct table *const *tables,
	size_t n_tables);

const struct table *
store_table(const struct store *store, const char *name);

/*
 * Until store_read_end() all that is read stands as it stood at one moment,
 * whoever writes meanwhile; may be done within itself.  For long work alone,
 * in which nothing waits for a person and nothing is written.
 */
enum err_code
store_read_begin(struct store *store, struct err *err);

void
store_read_end(struct store *store);

/*
 * Until it is called with NULL, wanted is asked again and again while a
 * statement runs; where it says true, the statement ends with ERR_CANCELLED.
 */
void
store_interrupt_when(struct store *store, bool (*wanted)(void *data),
	void *data);

/* Who is told while a change waits for the one that another is writing. */
struct store_waiter {
	/* Ten times a second; false calls the change off. */
	bool (*go_on)(void *data, const struct holder *holder, int waited_ms);
	/* The waiting, of which go_on was told, is over. */
	void (*over)(void *data);
	void *data;
};

/*
 * From now on changes wait as long as the waiter, which is copied, says; where
 * he does not want to any more, beginning one is ERR_CANCELLED.  Without a
 * waiter they wait 30 seconds and are ERR_BUSY then.
 */
void
store_wait_with(struct store *store, const struct store_waiter *waiter);

/* True once after another process has committed; cheap, for polling. */
bool
store_changed_elsewhere(struct store *store);

/* The schema's number: the last step that was run. */
int
store_schema_number(const struct store *store);

/* The moment of the newest change, 0 where there is none: a clock that stands
 * before it is wrong. */
int64_t
store_newest_moment(struct store *store);

/* The site that the last change was written as or, before the first, that
 * stands in the file (a change may draw another, see site.h); 0 read-only. */
uint32_t
store_site(const struct store *store);

/* A small setting kept in the database, not journalled: text by key, ""
 * where never set; on the heap. */
char *
store_setting(struct store *store, const char *key);

/* Not while a change is open. */
enum err_code
store_set_setting(struct store *store, const char *key, const char *text,
	struct err *err);

#endif
