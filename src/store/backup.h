/* Backup and restore (备份、恢复): one plain file that opens by itself. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/err.h"
#include "base/job.h"
#include "base/world.h"
#include "store/store.h"

/*
 * Writes a copy of the open database to path (a file that does not exist):
 * VACUUM INTO a temporary name in the target folder, fsync, rename, fsync of
 * the folder, reopened read-only and checked.  The copy has no -wal and opens
 * from a write-protected stick.  Notes the time of the last backup in the
 * store's settings under "backup_at".
 */
enum err_code
backup_write(struct store *store, const char *path, struct job *job,
	struct err *err);

/*
 * Once a day at first start: a copy in backups/ beside the database; the seven
 * newest are kept.  Does nothing where today's exists.
 */
enum err_code
backup_daily(struct store *store, struct err *err);

/*
 * Puts the copy at from in the place of the database at path, which must not
 * be open in this process.  The copy is checked wholly first; FILE-session is
 * taken exclusively, or ERR_BUSY names who is still in; the old file is
 * checkpointed, closed until no -wal and -shm is left and kept as
 * FILE.before-DATE-TIME (its name in *kept, on the heap, if not NULL); the
 * restored file draws a new site when it is next opened for writing.
 */
enum err_code
backup_restore(const char *from, const char *path, const struct world *world,
	struct job *job, char **kept, struct err *err);

#endif
