/* What every dump of a screen must be, whatever is on it. */
#ifndef TESTS_TUI_CHECK_H
#define TESTS_TUI_CHECK_H

#include "base/strbuf.h"
#include "tui/keymap.h"
#include "tui/term.h"

/*
 * Appends a line to bad for each thing that is wrong with a dump (as
 * term_dump() gives it) of so many rows and columns: a line that is wider than
 * the screen, a box whose sides are not straight, a cursor outside the body.
 */
void
check_dump(const char *dump, int rows, int cols, struct strbuf *bad);

/* The same where, among rows to choose from, the cursor is not on the row with
 * the > or on something reversed. */
void
check_focus(struct term *term, const char *dump, enum context context,
	struct strbuf *bad);

/* The same for each Latin word that no Chinese screen should show; those of
 * more may stand there besides. */
void
check_words(const char *dump, const char *more, struct strbuf *bad);

#endif
