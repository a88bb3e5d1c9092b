/*
 * Files beside the database, which have its mode and group, and files that
 * are put aside under a name with the time and never deleted.
 */
#ifndef STORE_BESIDE_H
#define STORE_BESIDE_H

#include <stdint.h>

#include "base/err.h"

/* Gives the open file the mode and group of like; where the group cannot be
 * given, nobody but the owner gets anything. */
void
beside_dress(int fd, const char *like);

/*
 * Makes an empty file with the mode and group of like where there is none; 0
 * or errno.  A file that is there is not even opened: to close it again would
 * drop the locks that SQLite may hold on it in this process.
 */
int
beside_make(const char *path, const char *like);

/*
 * Gives the file at path the further name PATH.WORD-YYYYMMDD-HHMMSS, with -2,
 * -3 … behind it where that is taken; a file system without hard links moves
 * it there.  What SQLite needs to read it (-wal, -journal) moves to the new
 * name, -shm goes.  The new name comes back in *name, on the heap, if not
 * NULL.
 */
enum err_code
beside_put_aside(const char *path, const char *word, int64_t moment,
	char **name, struct err *err);

/* Removes -wal, -shm and -journal of a file that is itself thrown away. */
void
beside_remove_traces(const char *path);

#endif
