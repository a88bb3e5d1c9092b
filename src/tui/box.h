/*
 * What all dialogs have in common: a box of the size of its text over the
 * screen, with something below the text that is acted upon, and the loop.
 */
#ifndef TUI_BOX_H
#define TUI_BOX_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/dialog.h"
#include "tui/rect.h"

enum box_result {
	BOX_IGNORED, /* the box itself scrolls its text */
	BOX_HANDLED,
	BOX_DONE,    /* the dialog is at its end */
};

/* Fill in the first part; the second is box_draw()'s and begins as zeros. */
struct box {
	struct dialog_host *host;
	enum context context;
	const char *title; /* translated, or NULL */
	const char *text;  /* wrapped and, where it must be, scrolled; or NULL */
	void *data;        /* for the callbacks */
	/* How many rows and columns the foot wants, at most max_cols; *rows
	 * and *cols come as 0.  NULL: there is no foot. */
	void (*measure)(struct box *box, int max_cols, int *rows, int *cols);
	void (*draw)(struct box *box, const struct rect *foot);
	void (*live)(struct box *box, struct keymap_live *live);
	enum box_result (*handle)(struct box *box, enum action action,
		const struct key_event *event);
	/* Appends what it is, for F1; NULL: there is no more to be said. */
	void (*about)(const struct box *box, struct strbuf *out);

	bool leaving;     /* a signal asked to leave: the safe answer */
	size_t top;       /* first line of the text that is shown */
	size_t n_lines;
	size_t text_rows; /* lines of the text that can be seen at once */
};

/* Draws the box over what host->paint() drew. */
void
box_draw(struct box *box);

/* Paints, draws, reads and handles until handle() says so or a signal comes.
 * Esc acts at once: no digit is an F-key in a box. */
void
box_run(struct box *box);

/* Tells something until Enter or Esc; false where a signal asked to leave. */
bool
box_tell(struct dialog_host *host, const char *title, const char *text);

#endif
