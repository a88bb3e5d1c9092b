/*
 * Restore (恢复): a copy is taken in beside the database and checked there,
 * can be looked at, and is then put in the place of the database.
 */
#ifndef STORE_RESTORE_H
#define STORE_RESTORE_H

#include "base/err.h"
#include "base/job.h"
#include "base/world.h"
#include "store/store.h"

/* A copy that has been taken in. */
struct restore;

/* ERR_BUSY names the other processes that have the database at path open, so
 * that nobody waits for a check in vain. */
enum err_code
restore_check_alone(const char *path, struct err *err);

/*
 * Copies the file at from beside the database at path (which may be missing,
 * damaged or open), brings it up to date, makes it draw a new site when it is
 * next written, and checks it wholly, the records of all its tables against
 * the journal.  Where from needs recovery (store.h), its -wal is copied with it
 * and folded into that copy; from stays as it is.  world and tables live as
 * long as *out.  ERR_STORE says that
 * the copy is damaged, not ours or too new; nothing is left beside then.
 */
enum err_code
restore_begin(const char *from, const char *path, const struct world *world,
	const struct table *const *tables, size_t n_tables, struct job *job,
	struct restore **out, struct err *err);

/* What was taken in, open for reading; NULL once restore_finish() has gone
 * beyond ERR_BUSY. */
struct store *
restore_store(const struct restore *restore);

/*
 * Puts it in the place of the database, which this process must not have open.
 * FILE-session is taken exclusively, or ERR_BUSY names who is still in, and it
 * can be tried again; the old file is checkpointed until no -wal is left that
 * would replay over the new one, kept as FILE.before-YYYYMMDD-HHMMSS (with its
 * -wal where it is too damaged to be checkpointed), and replaced by one rename.
 * *kept, if not NULL, is that name, on the heap; NULL where there was no file.
 * Where it is refused, the database is as it was.
 */
enum err_code
restore_finish(struct restore *restore, char **kept, struct err *err);

/* Takes away what was not put in place; takes NULL. */
void
restore_free(struct restore *restore);

#endif
