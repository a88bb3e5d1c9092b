/*
 * Words offered while one types (提示): behind an @ comes the beginning of a
 * name, and a small list by the cursor shows what fits.
 */
#ifndef TUI_OFFER_H
#define TUI_OFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "tui/edit.h"
#include "tui/rect.h"
#include "tui/term.h"

/* Where the words come from. */
struct offer_source {
	/* Appends, best first, at most most words that fit what was typed
	 * behind the @, which may be "". */
	void (*find)(void *data, const char *typed, size_t most,
		struct strvec *words);
	void *data;
};

struct offer {
	struct edit *edit;
	struct offer_source source;
	struct strvec words; /* none: the list is not there */
	size_t chosen;
	size_t from;         /* the byte position of the @, */
	bool refused;        /* at which nothing is offered any more */
};

/* source is copied; NULL: nothing is ever offered. */
void
offer_init(struct offer *offer, struct edit *edit,
	const struct offer_source *source);

void
offer_clear(struct offer *offer);

bool
offer_is_open(const struct offer *offer);

/* To be called with what became of every event that went to the text: shows the
 * list where a change ends in an @ and a word, else it goes. */
void
offer_follow(struct offer *offer, enum edit_result result);

/* With the list: UP and DOWN choose, ACCEPT puts the word in place of what
 * was typed, BACK leaves that and closes the list.  All else is ignored. */
enum edit_result
offer_handle(struct offer *offer, enum action action);

void
offer_live(const struct offer *offer, struct keymap_live *live);

/* Draws the list below or above a place in the rectangle. */
void
offer_draw(const struct offer *offer, struct term *term,
	const struct rect *rect, int row, int col);

#endif
