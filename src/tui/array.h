/*
 * Rows that are all in memory (a menu, a folder, a code list), as a source for
 * a window; a filter leaves some of them out.
 */
#ifndef TUI_ARRAY_H
#define TUI_ARRAY_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/window.h"

struct array {
	struct rows rows;
	VEC(size_t) shown; /* indexes in rows */
};

void
array_init(struct array *array);

void
array_clear(struct array *array);

/* Appends a row, whose id is its index, and shows it; fill in its cells. */
struct row *
array_add(struct array *array);

/* Shows the rows that the callback wants, NULL: all.  Restart the window. */
void
array_filter(struct array *array,
	bool (*wanted)(void *data, const struct row *row), void *data);

/* True where a cell fits what was typed (tui/fit.h). */
bool
array_row_fits(const struct row *row, const char *typed);

/* Shows the rows that fit. */
void
array_filter_typed(struct array *array, const char *typed);

/* The source over the array, which must stay where it is. */
void
array_source(struct array *array, struct window_source *source);

#endif
