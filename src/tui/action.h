/*
 * Everything that a key can ask for.  Screens and widgets handle actions and
 * never see a key; which key means which action is keymap's business.
 */
#ifndef TUI_ACTION_H
#define TUI_ACTION_H

#include "base/i18n.h"

/*
 * X(constant, bar word, help sentence).  Moves and typing have no bar word:
 * they are explained on F1 and take no room on the bar.  Of DEED and the
 * VALUE_… only the screen knows what they mean: it gives their words
 * (keymap_live_name()).
 */
#define ACTIONS(X)                                                          \
	X(HELP, N_("Help"), N_("Explain this screen and its keys."))        \
	X(SAVE, N_("Save"), N_("Save what was typed."))                     \
	X(OPEN, N_("Open"), N_("Open the chosen one."))                     \
	X(VIEW, N_("View"), N_("Look at the chosen one."))                  \
	X(EDIT, N_("Edit"), N_("Change the chosen one."))                   \
	X(CHOOSE, N_("Choices"), N_("Show what can be filled in here."))    \
	X(HISTORY, N_("History"), N_("Show who changed this and when."))    \
	X(SORT, N_("Sort"), N_("Choose the column to sort by."))            \
	X(FILTER, N_("Search"), N_("Search and filter as you type."))       \
	X(FIND, N_("Find"), N_("Find words in this text."))                 \
	X(FIND_NEXT, N_("Next place"),                                      \
		N_("Go to the next place where it stands."))                \
	X(FIND_PREV, N_("Place before"),                                    \
		N_("Go to the place before where it stands."))              \
	X(WIDEN, N_("Show all"),                                            \
		N_("Show all again, whatever values were chosen."))         \
	X(REMOVE, N_("Remove"), N_("Remove the chosen one, after asking.")) \
	X(MENU, N_("Menu"), N_("Show everything that can be done here."))   \
	X(BACK, N_("Back"), N_("Go back; what was typed is kept."))         \
	X(QUIT, N_("Quit"), N_("Leave the program."))                       \
	X(REVEAL, N_("Show numbers"),                                       \
		N_("Show the masked numbers of this record."))              \
	X(NEW, N_("New"), N_("Enter a new one."))                           \
	X(RESTORE, N_("Restore"),                                           \
		N_("Restore the database from this copy, after asking."))   \
	X(RUN, N_("Do it"), N_("Do all that stands here."))                 \
	X(PRINT, N_("Print"), N_("Show and print it as a document."))       \
	X(MARK, N_("Mark"), N_("Mark it, or take the mark away."))          \
	X(SWITCH, N_("Switch"), N_("Decide the other way, and go on."))     \
	X(STEP, N_("Next step"),                                            \
		N_("Take the next step of the record's state."))            \
	X(DEED, "", N_("Do what belongs to this page."))                    \
	X(VALUE_1, "", N_("Give the chosen one this value and go on."))     \
	X(VALUE_2, "", N_("Give the chosen one this value and go on."))     \
	X(VALUE_3, "", N_("Give the chosen one this value and go on."))     \
	X(VALUE_4, "", N_("Give the chosen one this value and go on."))     \
	X(VALUE_5, "", N_("Give the chosen one this value and go on."))     \
	X(VALUE_6, "", N_("Give the chosen one this value and go on."))     \
	X(VALUE_7, "", N_("Give the chosen one this value and go on."))     \
	X(VALUE_8, "", N_("Give the chosen one this value and go on."))     \
	X(VALUE_9, "", N_("Give the chosen one this value and go on."))     \
	X(VALUE_REST, "",                                                   \
		N_("Give this value to all that have none yet."))           \
	X(NEXT_VALUE, N_("Next value"),                                     \
		N_("Give the chosen one the next value."))                  \
	X(UNDO, N_("Undo"), N_("Take back the last step."))                 \
	X(REDO, N_("Redo"), N_("Do again what was taken back."))            \
	X(REDRAW, "", N_("Load anew and paint the screen anew."))           \
	X(COPY, "", N_("Copy the marked text; with none, cancel."))         \
	X(CUT, "", N_("Cut the marked text out."))                          \
	X(PASTE, "", N_("Paste what was copied or cut."))                   \
	X(SELECT, "", N_("Begin or end marking text."))                     \
	X(ACCEPT, N_("OK"), N_("Accept."))                                  \
	X(NEXT_FIELD, N_("Next"), N_("Go to the next field."))              \
	X(PAGES, N_("Pages"),                                               \
		N_("Go to a page by its number: this key, then the digit."))\
	X(NEXT_PAGE, N_("Next page"), N_("Turn to the next page."))         \
	X(PREV_PAGE, "", N_("Turn to the page before."))                    \
	X(PREV_FIELD, "", N_("Go to the field before."))                    \
	X(UP, "", N_("Go one line up."))                                    \
	X(DOWN, "", N_("Go one line down."))                                \
	X(LEFT, "", N_("Go one place left."))                               \
	X(RIGHT, "", N_("Go one place right."))                             \
	X(PAGE_UP, "", N_("Go one page up."))                               \
	X(PAGE_DOWN, "", N_("Go one page down."))                           \
	X(FIRST, "", N_("Go to the beginning of all."))                     \
	X(LAST, "", N_("Go to the end of all."))                            \
	X(LINE_BEGIN, "", N_("Go to the beginning of the line."))           \
	X(LINE_END, "", N_("Go to the end of the line."))                   \
	X(WORD_LEFT, "", N_("Go one word left."))                           \
	X(WORD_RIGHT, "", N_("Go one word right."))                         \
	X(SELECT_UP, "", N_("Mark text one line up."))                      \
	X(SELECT_DOWN, "", N_("Mark text one line down."))                  \
	X(SELECT_LEFT, "", N_("Mark text one place left."))                 \
	X(SELECT_RIGHT, "", N_("Mark text one place right."))               \
	X(SELECT_LINE_BEGIN, "",                                            \
		N_("Mark text up to the beginning of the line."))           \
	X(SELECT_LINE_END, "", N_("Mark text up to the end of the line."))  \
	X(ERASE_LEFT, "", N_("Erase the character before the cursor."))     \
	X(ERASE, "", N_("Erase the character under the cursor."))           \
	X(NEW_LINE, "", N_("Begin a new line."))

enum action {
	ACTION_NONE,
#define X(constant, word, help) ACTION_##constant,
	ACTIONS(X)
#undef X
	ACTION_N,
};

/* "HELP", "NEXT_FIELD"; "" for ACTION_NONE. */
const char *
action_name(enum action action);

/* The word on the bar, translated; "" where it has no place there. */
const char *
action_word(enum action action);

/* The same in English, whatever the language. */
const char *
action_english(enum action action);

/* One sentence for F1, translated. */
const char *
action_help(enum action action);

#endif
