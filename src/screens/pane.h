/* The record under the cursor, shown beside a list where the screen is wide and
 * the line is not slow. */
#ifndef SCREENS_PANE_H
#define SCREENS_PANE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "records/record.h"
#include "screens/ui.h"
#include "tui/rect.h"

/* Begins as zeros. */
struct pane {
	int64_t id; /* of the record whose lines these are, 0 none */
	int cols;   /* to which they are wrapped */
	struct strvec labels;
	struct strvec values; /* a line each */
};

void
pane_clear(struct pane *pane);

/* The record may have changed: it is read anew when it is drawn. */
void
pane_forget(struct pane *pane);

/* Takes the pane's columns away from body, the list's place, and gives them to
 * beside; false where there is to be none. */
bool
pane_split(struct ui *ui, struct rect *body, struct rect *beside);

/* Draws the record with its line on the left; id 0 draws the line alone. */
void
pane_draw(struct pane *pane, struct ui *ui, const struct record_type *type,
	int64_t id, const struct rect *rect);

#endif
