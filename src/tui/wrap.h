/* Text laid out in columns as term_put() will show it. */
#ifndef TUI_WRAP_H
#define TUI_WRAP_H

#include <stddef.h>

#include "base/vec.h"

/* Columns that the first len bytes of s take on the screen, where controls
 * and bytes that are not UTF-8 show as U+FFFD. */
int
wrap_cols(const char *s, size_t len);

/* Where lines end, as byte positions. */
struct wrap_ends {
	size_t *items;
	size_t n;
	size_t size;
};

/*
 * Lays out a paragraph, the text at s up to a line feed or the end, on lines of
 * that many columns: appends where each of its lines ends and the next begins,
 * at least one, and returns the last, the bytes of the paragraph.  A line ends
 * where text_breaks() lets it, else where the edge is, never within a cluster;
 * one wider than the line stands on a line of its own.  Blanks at a line's end
 * belong to it and hang over the edge.
 */
size_t
wrap_paragraph(const char *s, int cols, struct wrap_ends *ends);

/* The lines of a text, each a string of its own without blanks at its end. */
void
wrap_text(const char *s, int cols, struct strvec *lines);

#endif
