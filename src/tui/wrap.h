/* Text laid out in columns as term_put() will show it. */
#ifndef TUI_WRAP_H
#define TUI_WRAP_H

#include <stddef.h>

#include "base/vec.h"

/* Columns that the first len bytes of s take on the screen, where controls
 * and bytes that are not UTF-8 show as U+FFFD. */
int
wrap_cols(const char *s, size_t len);

/*
 * How many bytes at s stand on one line of that many columns, its line feed
 * not counted: up to a line feed, else as far as it fits, cut behind a blank
 * or beside a hanzi, but not before what closes (。，”) or behind what opens
 * (（“); in the middle of a word only where it is longer than the line.  Blanks
 * at the cut hang over the edge.  *next gets the bytes up to the next line;
 * both are at least one cluster where there is any.
 */
size_t
wrap_line(const char *s, int cols, size_t *next);

/* The lines of a text, each a string of its own without blanks at its end. */
void
wrap_text(const char *s, int cols, struct strvec *lines);

#endif
