/*
 * Entries to choose one from, 菜单: the numbered menu of Home, F9's menu of
 * everything, F4's choices.  Typing narrows it down.
 */
#ifndef TUI_MENU_H
#define TUI_MENU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/id_set.h"
#include "tui/array.h"
#include "tui/field.h"
#include "tui/fit.h"
#include "tui/rect.h"
#include "tui/term.h"
#include "tui/window.h"

/* Read what you like; write through the functions, but the first six. */
struct menu {
	const char *title; /* translated, or NULL */
	bool numbered;     /* digits choose; else they narrow down */
	const char *new_entry; /* "New unit …" as a last entry, or NULL */
	const char *empty; /* the sentence where nothing matches, or NULL */
	const char *about; /* what one chooses from, for F1; or NULL */
	/* A translated sentence on an entry, shown below them; or NULL */
	const char *(*help)(void *data, int64_t id);
	bool can_mark;     /* several may be chosen: Space marks */
	struct id_set marked;
	struct array array;
	struct window window;
	struct field typed;
	bool on_new;       /* the cursor is on the new entry, */
	bool typing;       /* or behind what is being typed */
	bool paged;
	enum fit (*match)(void *data, int64_t id, const char *typed);
	void *data;
	struct err err;
};

/*
 * A menu of entries that menu_add() gives.  match says how well the entry of
 * that id fits when typed (never "") was typed; NULL: as fit_word() finds its
 * text.  Those that fit stay, and the cursor stands on the first
 * that fits best.  clip as in edit_init().  The menu must stay where it is.
 */
void
menu_init(struct menu *menu, enum fit (*match)(void *data, int64_t id,
	const char *typed), void *data, struct strbuf *clip);

/*
 * A menu of rows that come page by page; the source (copied) heeds
 * menu_typed().  Cells: text, note.
 */
void
menu_init_paged(struct menu *menu, const struct window_source *source,
	struct strbuf *clip);

void
menu_clear(struct menu *menu);

/* Appends an entry; note (a key, a code, a count; "" for none) stands behind
 * the text.  Returns its id, from 0 on. */
int64_t
menu_add(struct menu *menu, const char *text, const char *note);

/* Puts the cursor on the entry of that id. */
void
menu_want(struct menu *menu, int64_t id);

/* Marks the entry of that id, or takes the mark away. */
void
menu_mark(struct menu *menu, int64_t id);

/* Narrows down as if text had been typed. */
void
menu_type(struct menu *menu, const char *text);

/* What was typed to narrow down, "" at first; for a new entry, its name. */
const char *
menu_typed(const struct menu *menu);

/* The entry that the cursor is on, NULL on the new one or where none is. */
const struct row *
menu_chosen(struct menu *menu);

enum menu_result {
	MENU_IGNORED,
	MENU_HANDLED,
	MENU_CHOSEN, /* menu_chosen() */
	MENU_NEW,    /* the new entry; menu_typed() is what was typed */
	MENU_CLOSED, /* Esc with nothing typed; before, it clears what was */
	MENU_FAILED, /* menu->err says why there are no rows */
};

enum menu_result
menu_handle(struct menu *menu, enum action action,
	const struct key_event *event);

/* Adds what the menu obeys; its context is CONTEXT_MENU. */
void
menu_live(const struct menu *menu, struct keymap_live *live);

/* Columns and rows that show all of it, as far as it is known. */
void
menu_size(const struct menu *menu, int *cols, int *rows);

/* Draws the line of what was typed, where anything was, and the entries. */
void
menu_draw(struct menu *menu, struct term *term, const struct rect *rect,
	bool focused);

#endif
