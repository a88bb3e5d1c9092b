/*
 * A text of several lines, 编辑器: wrapped at the columns there are, where
 * wrap_paragraph() lets lines end.  A change is laid out by paragraphs: what
 * stands before and behind those that it touched is left as it was.
 */
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "tui/edit.h"
#include "tui/finder.h"
#include "tui/offer.h"
#include "tui/rect.h"
#include "tui/term.h"

/* A line on the screen: the bytes [from, to) of the text. */
struct editor_line {
	size_t from;
	size_t to;   /* without the line feed */
};

struct editor_lines {
	struct editor_line *items;
	size_t n;
	size_t size;
};

struct editor {
	struct edit *edit;       /* the caller's */
	struct finder finder;
	struct offer offer;
	struct editor_lines lines;
	size_t laid_out; /* edit->n_changes for which lines were made */
	size_t laid_len; /* the bytes that the text had then, */
	int laid_cols;   /* the columns, */
	bool laid_wide;  /* and the way with ambiguous characters */
	size_t n_laid;   /* paragraphs that were laid out since the beginning */
	int cols;        /* as drawn last; before that 80 */
	int rows;
	size_t top;      /* index in lines of the first one shown */
	int goal;        /* column that UP and DOWN aim at, -1: the cursor's */
	bool behind;     /* the cursor is shown behind the line that ends there,
	                    not before the one that begins there */
};

/* A view of a text, which lives longer and is changed by whoever likes; source
 * as in offer_init(). */
void
editor_init(struct editor *editor, struct edit *edit,
	const struct offer_source *source);

void
editor_clear(struct editor *editor);

/* Wraps to the rectangle, scrolls to the cursor and puts it there. */
void
editor_draw(struct editor *editor, struct term *term, const struct rect *rect);

/*
 * edit_handle(), finding, choosing what is offered, and moving by lines as they
 * are shown: UP on the first line and DOWN on the last go to its beginning and
 * end; LINE_BEGIN and LINE_END go to those of the line, and from there to those
 * of the paragraph.
 */
enum edit_result
editor_handle(struct editor *editor, enum action action,
	const struct key_event *event);

void
editor_live(const struct editor *editor, struct keymap_live *live);

/* Brings lines up to date, as drawing and moving do. */
void
editor_lay_out(struct editor *editor);

/* The line that the cursor is shown on, of lines that are up to date. */
size_t
editor_cursor_line(const struct editor *editor);

/* And its column there. */
int
editor_cursor_col(const struct editor *editor);

#endif
