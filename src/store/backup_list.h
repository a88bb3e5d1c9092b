/* The copies that lie beside a database, to choose one from. */
#ifndef STORE_BACKUP_LIST_H
#define STORE_BACKUP_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/vec.h"

/* The folder of the daily copies, beside the database. */
#define BACKUP_FOLDER "backups"

/* How a copy came to be. */
enum backup_kind {
	BACKUP_DAILY,          /* 每日备份 */
	BACKUP_BEFORE_RESTORE, /* what a restored copy took the place of */
	BACKUP_BEFORE_UPDATE,  /* as it was before its schema was changed */
	BACKUP_N,
};

struct backup_entry {
	char *path;
	enum backup_kind kind;
	char made[TIME_SIZE]; /* "2026-11-23" or "2026-11-23 09:00", by its
	                         name; "" where that does not say */
	uint64_t bytes;
	int64_t newest_at; /* of its newest change; 0: none or unreadable */
	char *newest_by;   /* operator or account, "" */
};

struct backup_list {
	struct backup_entry *items;
	size_t n;
	size_t size;
};

/* The copies of the database at path (missing or not), the one with the newest
 * change first.  Appends to out; nothing is checked yet. */
void
backup_list_load(const char *path, struct backup_list *out);

void
backup_list_clear(struct backup_list *list);

/* Does name follow base as ".YYYY-MM-DD"? */
bool
backup_is_daily(const char *name, const char *base);

/* The plain files of a folder whose names are as asked, appended with the
 * folder. */
void
backup_list_folder(const char *folder, const char *base,
	bool (*wanted)(const char *name, const char *base),
	struct strvec *out);

#endif
