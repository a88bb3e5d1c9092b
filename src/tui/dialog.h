/*
 * Windows that ask or tell one thing and wait for the answer, 对话框.  They
 * take the size of their translated text, and wrap and scroll where the screen
 * is small.  They run their own loop on a reader that the caller lends.
 */
#ifndef TUI_DIALOG_H
#define TUI_DIALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "tui/key.h"
#include "tui/keymap.h"
#include "tui/menu.h"
#include "tui/term.h"

/*
 * What dialogs run on.  next() gives the next event (key_next()) after the
 * owner has done his own part with it (signals, width, timers, esc_waits);
 * paint() draws the screen that lies below and the bar with these actions;
 * now() is key_now() or another clock in milliseconds.
 */
struct dialog_host {
	struct term *term;
	struct strbuf *clip;
	void (*next)(void *data, struct key_event *event);
	void (*paint)(void *data, const struct keymap_live *live);
	int64_t (*now)(void *data);
	void *data;
};

/* Tells something; Enter and Esc close it.  text may have line feeds. */
void
dialog_tell(struct dialog_host *host, const char *title, const char *text);

/*
 * Asks; answers are n translated words.  Returns the index of the answer;
 * Esc, Ctrl-C and a signal to leave give safe, which is also the one that
 * Enter takes at first.  Arrows and Tab move, a digit answers at once.
 */
size_t
dialog_ask(struct dialog_host *host, const char *title, const char *text,
	const char *const *answers, size_t n, size_t safe);

/* dialog_ask() for doing it or not, where not doing it is safe. */
bool
dialog_confirm(struct dialog_host *host, const char *title, const char *text,
	const char *do_it);

/*
 * Asks for one line of at most max characters; value holds what is offered
 * and, where true is returned, what was typed.  False: cancelled, value is as
 * it was.
 */
bool
dialog_input(struct dialog_host *host, const char *title, const char *text,
	size_t max, struct strbuf *value);

/* The same, opened by typing: what the event types stands in place of what
 * value holds; undo in the line brings that back. */
bool
dialog_retype(struct dialog_host *host, const char *title, const char *text,
	size_t max, const struct key_event *first, struct strbuf *value);

/* Lets the person choose from a menu in a box; MENU_CHOSEN, MENU_NEW or
 * MENU_CLOSED (also for a signal to leave).  An error of the source is shown
 * in the box. */
enum menu_result
dialog_choose(struct dialog_host *host, struct menu *menu);

#endif
