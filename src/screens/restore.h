/* The stages of a restore (恢复): which copy, what it holds, what would go. */
#ifndef SCREENS_RESTORE_H
#define SCREENS_RESTORE_H

#include "screens/ui.h"
#include "store/journal.h"

/* Lists changes of a store, which lives longer, as does ids. */
void
restore_open_lost(struct ui *ui, struct store *store,
	const struct journal_ids *ids);

#endif
