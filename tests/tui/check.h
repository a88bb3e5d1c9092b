/* What every dump of a screen must be, whatever is on it. */
#ifndef TESTS_TUI_CHECK_H
#define TESTS_TUI_CHECK_H

#include "base/strbuf.h"

/*
 * Appends a line to bad for each thing that is wrong with a dump (as
 * term_dump() gives it) of so many rows and columns: a line that is wider than
 * the screen, a box whose sides are not straight, a cursor outside the body.
 */
void
check_dump(const char *dump, int rows, int cols, struct strbuf *bad);

/* The same for each Latin word that no Chinese screen should show. */
void
check_words(const char *dump, struct strbuf *bad);

#endif
