/*
 * A field of one line, 单行输入: text that may be longer than the columns it
 * is shown in, and numbers that are shown masked.
 */
#ifndef TUI_FIELD_H
#define TUI_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/edit.h"
#include "tui/term.h"

struct field {
	struct edit edit;
	size_t first;     /* byte position of the first cluster that is shown */
	bool whole;       /* see field_set_whole() */
	bool edited;      /* since its text was put in or the cursor came */
	bool secret;      /* masked unless it has the focus */
	bool revealed;    /* by field_reveal() */
	size_t mask_head; /* how many characters stay readable, text_mask() */
	size_t mask_tail;
};

/* max and clip as in edit_init(). */
void
field_init(struct field *field, size_t max, struct strbuf *clip);

void
field_clear(struct field *field);

/*
 * Makes the value a secret (身份证号, 手机号).  What field_set() put in is
 * covered while nothing was typed and it was not revealed: it is masked with
 * the focus too, cannot be copied, and what is typed replaces it as a whole.
 * What the person typed is masked when the focus is elsewhere.
 */
void
field_set_secret(struct field *field, size_t mask_head, size_t mask_tail);

/* Shows a secret (F11), or not any more. */
void
field_reveal(struct field *field, bool revealed);

/*
 * Makes the value one that is chosen as a whole (a code, a reference): what is
 * typed replaces what was put in, or stood there when the cursor came, unless
 * the cursor was moved in it before.
 */
void
field_set_whole(struct field *field);

/* The cursor has gone from the field. */
void
field_leave(struct field *field);

void
field_set(struct field *field, const char *text);

/* The same as a step that can be undone, as if it had been typed; longer than
 * max too. */
void
field_fill(struct field *field, const char *text);

/* The text as it is, never masked; valid until the next change. */
const char *
field_text(const struct field *field);

/* Draws the field on cols columns and, with the focus, puts the cursor there;
 * a character that would stand across an edge is left out as a whole. */
void
field_draw(struct field *field, struct term *term, int row, int col, int cols,
	enum style style, bool focused);

/* See edit_handle(): action is what keymap_find() made of the event. */
enum edit_result
field_handle(struct field *field, enum action action,
	const struct key_event *event);

/* Adds what works in the field now. */
void
field_live(const struct field *field, struct keymap_live *live);

#endif
