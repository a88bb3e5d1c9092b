/*
 * Rows known by their index, as a source for a window: their cells are made
 * only when they are to be shown.
 */
#ifndef TUI_INDEX_H
#define TUI_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "tui/window.h"

/* The caller's; n may change between two fetches. */
struct index {
	size_t n;
	/* What names row i whatever its index is. */
	int64_t (*id)(void *data, size_t i);
	/* Appends the cells of row i. */
	void (*fill)(void *data, size_t i, struct strvec *cells);
	void *data;
};

/* The source over the index, which must stay where it is. */
void
index_source(struct index *index, struct window_source *source);

/* The index of the row, as its place says. */
size_t
index_of(const struct row *row);

#endif
