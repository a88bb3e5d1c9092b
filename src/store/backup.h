/* Backup (备份): one plain file that opens by itself. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/err.h"
#include "base/job.h"
#include "base/world.h"
#include "store/store.h"

/*
 * Writes a copy of the open database to path (a file that does not exist; it
 * is never replaced): VACUUM INTO a private temporary name in the target
 * folder, fsync, checked, rename, fsync of the folder.  The copy has no -wal
 * and opens from a write-protected stick.  The free space is compared first.
 * A copy that SQLite's quick_check finds damaged is refused; where records
 * and journal disagree, as they do in the database then, the job is warned
 * and the copy stays, for it is what there is.  Notes the time of the last
 * backup in the store's settings under "backup_at"; where only that fails,
 * the job is warned.
 */
enum err_code
backup_write(struct store *store, const char *path, struct job *job,
	struct err *err);

/*
 * Once a day at first start: a copy backups/FILE.YYYY-MM-DD beside the
 * database, with its mode and group; the seven newest are kept.  Does nothing
 * where today's exists, another process is making it, or the database is only
 * read.  It lies on the same disk and so does not count as "backup_at".  An
 * error leaves everything usable: warn and go on.  ERR_STORE where the copy
 * was written but records and journal disagree; no old copy is removed then.
 * *made, if not NULL, gets the path of the new copy, on the heap, or NULL
 * where nothing was to do.
 */
enum err_code
backup_daily(struct store *store, struct job *job, char **made,
	struct err *err);

/* True where the database can be written and today's copy is not there. */
bool
backup_daily_is_due(const struct store *store);

#endif
