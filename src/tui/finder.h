/*
 * The line in which one types what is to be found in a text, 查找.  What is
 * found is marked while the line is open.
 */
#ifndef TUI_FINDER_H
#define TUI_FINDER_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/edit.h"
#include "tui/field.h"
#include "tui/rect.h"
#include "tui/term.h"

struct finder {
	struct edit *edit;  /* in which is searched */
	struct field typed;
	size_t from;        /* where the cursor stood */
	bool open;
};

void
finder_init(struct finder *finder, struct edit *edit);

void
finder_clear(struct finder *finder);

/* Opens the line, with what was found last. */
void
finder_open(struct finder *finder);

/*
 * What is typed is found from where the cursor stood on, and past the end from
 * the beginning; FIND_NEXT and FIND_PREV go on; BACK closes, with the cursor
 * where it was found.  The text never changes.
 */
enum edit_result
finder_handle(struct finder *finder, enum action action,
	const struct key_event *event);

void
finder_live(const struct finder *finder, struct keymap_live *live);

/* One row: what is typed, which of how many is marked; and the cursor. */
void
finder_draw(struct finder *finder, struct term *term, const struct rect *rect);

#endif
