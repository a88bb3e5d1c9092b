/*
 * The frame around every screen: line 1 (where am I; who, drafts, read-only),
 * the message line and the bar of keys.
 */
#ifndef TUI_STATUS_H
#define TUI_STATUS_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "tui/keymap.h"
#include "tui/term.h"
#include "tui/theme.h"

struct status {
	char *place;   /* left of line 1: office · union · screen */
	char *side;    /* right of line 1: operator · 2 drafts · read-only */
	char *message; /* one sentence; "" none */
	enum style message_style;
	bool esc_waits; /* between EVENT_ESC_WAIT and the next key */
};

void
status_init(struct status *status);

void
status_clear(struct status *status);

void
status_set_place(struct status *status, const char *place);

void
status_set_side(struct status *status, const char *side);

/* Puts a sentence on the message line; style STYLE_NORMAL, STYLE_WARNING or
 * STYLE_ERROR.  It stays until the next one or status_hush(). */
void
status_say(struct status *status, enum style style, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

void
status_hush(struct status *status);

/* Keeps esc_waits; to be called with every event. */
void
status_note(struct status *status, const struct key_event *event);

/*
 * The body that a screen may draw on: rows STATUS_TOP to term_rows() -
 * STATUS_BOTTOM - 1.
 */
enum {
	STATUS_TOP = 1,
	STATUS_BOTTOM = 2,
};

/* Draws line 1, the message line and the bar; the cursor is not moved.  A
 * message longer than the line goes on upwards over the body, up to three
 * lines in all; what is still longer ends in a ~. */
void
status_draw(const struct status *status, struct term *term,
	const struct keymap_live *live);

/*
 * The bar's text within cols columns: "F1 Help  F2 Save" as many whole entries
 * as fit; with esc_waits the digits, "1 Help  2 Save".
 */
void
status_bar(const struct keymap_live *live, bool esc_waits, int cols,
	struct strbuf *out);

#endif
