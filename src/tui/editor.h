/*
 * A text of several lines, 编辑器: wrapped at the columns there are, at blanks
 * or between hanzi.
 */
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "tui/edit.h"
#include "tui/rect.h"
#include "tui/term.h"

/* A line on the screen: the bytes [from, to) of the text. */
struct editor_line {
	size_t from;
	size_t to;   /* without the line feed */
};

struct editor {
	struct edit edit;
	VEC(struct editor_line) lines;
	size_t laid_out; /* edit.n_changes for which lines were made */
	int laid_cols;   /* and the columns, */
	bool laid_wide;  /* and the way with ambiguous characters */
	int cols;        /* as drawn last; before that 80 */
	int rows;
	size_t top;      /* index in lines of the first one shown */
	int goal;        /* column that UP and DOWN aim at, -1: the cursor's */
};

/* max and clip as in edit_init(). */
void
editor_init(struct editor *editor, size_t max, struct strbuf *clip);

void
editor_clear(struct editor *editor);

void
editor_set(struct editor *editor, const char *text);

/* Valid until the next change. */
const char *
editor_text(const struct editor *editor);

/* Wraps to the rectangle, scrolls to the cursor and puts it there. */
void
editor_draw(struct editor *editor, struct term *term, const struct rect *rect);

/* edit_handle() and moving by lines; UP on the first line and DOWN on the last
 * go to its beginning and end. */
enum edit_result
editor_handle(struct editor *editor, enum action action,
	const struct key_event *event);

void
editor_live(const struct editor *editor, struct keymap_live *live);

#endif
