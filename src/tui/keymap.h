/*
 * Which key means which action, and what works here and now.  The key bar, F1
 * and F9 are made from the same live table by which keys are obeyed, so that
 * none of them can name a key that does nothing.
 */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tui/action.h"
#include "tui/key.h"

/*
 * Where the keyboard is.  Letters are commands only in those that say so; full-
 * width forms then count as half-width ones.
 */
enum context {
	CONTEXT_HOME,   /* the workbench: letters; F10 and q quit */
	CONTEXT_LIST,   /* rows to choose from: letters */
	CONTEXT_FILTER, /* a list whose filter line is open, or whose rows are
	                   typed into: characters are text */
	CONTEXT_FORM,   /* one-line fields: characters are text */
	CONTEXT_EDITOR, /* text of several lines */
	CONTEXT_MENU,   /* F9, F4: type to find; characters are text */
	CONTEXT_DIALOG, /* a question with a few answers */
	CONTEXT_PAGE,   /* text to read, no fields: letters */
	CONTEXT_N,
};

/*
 * What works now, most useful first (that is the order of the bar).  Whoever
 * has the focus fills one in anew whenever its state changes:
 *
 *	struct keymap_live live;
 *	keymap_live_init(&live, CONTEXT_LIST);
 *	keymap_live_add(&live, ACTION_OPEN);
 *	if (may_remove)
 *		keymap_live_add(&live, ACTION_REMOVE);
 */
struct keymap_live {
	enum context context;
	enum action actions[ACTION_N];
	size_t n;
	const char *words[ACTION_N]; /* by action: in place of its own */
	const char *helps[ACTION_N];
};

void
keymap_live_init(struct keymap_live *live, enum context context);

/* Adds at the end what is not in it yet. */
void
keymap_live_add(struct keymap_live *live, enum action action);

/* The same, under another word on the bar and with another sentence for F1,
 * both translated, which must live as long as live does. */
void
keymap_live_name(struct keymap_live *live, enum action action,
	const char *word, const char *help);

/* The word on the bar and the sentence for F1. */
const char *
keymap_live_word(const struct keymap_live *live, enum action action);

const char *
keymap_live_help(const struct keymap_live *live, enum action action);

void
keymap_live_remove(struct keymap_live *live, enum action action);

bool
keymap_live_has(const struct keymap_live *live, enum action action);

/*
 * The action that the event asks for, if it works now; ACTION_NONE for
 * everything else.  An EVENT_CHAR without an action is text.
 */
enum action
keymap_find(const struct keymap_live *live, const struct key_event *event);

enum { KEYMAP_KEYS_MAX = 6 };

/*
 * One live action with the names of the keys that mean it in this context,
 * best first ("F7", "/"); n_keys may be 0: then it is reached by the F9 menu
 * alone.  digit is '1' to '9' and '0' where Esc and that digit mean it, or 0.
 */
struct keymap_entry {
	enum action action;
	const char *word; /* on the bar, "" where it has no place there */
	const char *help; /* a sentence for F1 */
	const char *keys[KEYMAP_KEYS_MAX];
	size_t n_keys;
	char digit;
};

/* The i-th of live->n entries. */
void
keymap_entry(const struct keymap_live *live, size_t i,
	struct keymap_entry *entry);

#endif
