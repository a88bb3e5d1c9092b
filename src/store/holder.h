/*
 * Who is writing (正在写入的人): what the holder of the write lock leaves in
 * FILE-lock for those that wait for it.  Anybody of the group can write that
 * file, so nothing of it is believed but as words to be shown.
 */
#ifndef STORE_HOLDER_H
#define STORE_HOLDER_H

#include <stdint.h>

#include "base/file.h"
#include "base/world.h"

#define HOLDER_LEFT_UNKNOWN (-1)

/* Strings are cleaned and "" where they are not known. */
struct holder {
	char *operator_name;
	char *account; /* "wang@pc1" */
	char *action;  /* of struct change_info */
	int64_t since; /* seconds since 1970 UTC; 0 unknown */
	int64_t left;  /* seconds that it still takes, by its own reckoning */
};

/* Fills in a holder of this world, now. */
void
holder_init(struct holder *holder, const struct world *world,
	const char *operator_name, const char *action);

/* What stands in the lock file. */
void
holder_read(struct holder *holder, struct file_lock *lock);

void
holder_clear(struct holder *holder);

/* Leaves it in the lock file; the lock is held. */
void
holder_sign(const struct holder *holder, struct file_lock *lock);

/* "王芳 (wang@pc1)", or the account alone; on the heap. */
char *
holder_name(const struct holder *holder);

#endif
