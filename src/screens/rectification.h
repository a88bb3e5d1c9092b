/* The rectification (规范整顿) on the generic form, and the findings of checks
 * (发现的问题) that become tasks or rectifications. */
#ifndef SCREENS_RECTIFICATION_H
#define SCREENS_RECTIFICATION_H

#include "screens/noun.h"

extern const struct noun rectification_noun;

/* Is it a result with something to put right? */
bool
finding_is(const struct record *result);

/* Lets an item of a rectification, or a row like it, begin with the finding of
 * a saved result. */
void
finding_begin_item(const struct record *result, struct record *item);

/*
 * Asks whether the finding becomes a task or part of a rectification, and opens
 * the form: of a new task; of the rectification of this union that is not over,
 * with a further item; of a new one with all findings of the run.  Both records
 * are saved ones.
 */
void
finding_act(struct ui *ui, const struct record *run,
	const struct record *result);

#endif
