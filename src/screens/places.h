/* Where a person keeps files: the start places of every choice of a file. */
#ifndef SCREENS_PLACES_H
#define SCREENS_PLACES_H

#include "base/world.h"
#include "tui/chooser.h"

struct places {
	struct chooser_place *items; /* names and paths on the heap */
	size_t n;
	size_t size;
};

/*
 * The folders that are there: the last one (may be ""), 桌面 and 下载 (as
 * user-dirs.dirs of XDG names them, else by their usual names), what is
 * mounted for this account below media (folders, ended by NULL: /media,
 * /run/media), and home.  Each once.
 */
void
places_init(struct places *places, const struct world *world,
	const char *last, const char *const *media);

void
places_clear(struct places *places);

#endif
