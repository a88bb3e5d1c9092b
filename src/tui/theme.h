/*
 * Styles: what a piece of the screen is, never which colour it has.  The
 * terminal's own colours and at most three accents; each style is told apart
 * without colour too.
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <stdbool.h>

enum style {
	STYLE_NORMAL,
	STYLE_TITLE,   /* headings, line 1 */
	STYLE_FOCUS,   /* the chosen cell, marked text: reversed */
	STYLE_WARNING, /* worth a look */
	STYLE_ERROR,   /* refused or wrong */
	STYLE_DIM,     /* hints, what cannot be changed */
	STYLE_KEY,     /* names of keys on the bar and in help */
	STYLE_N,
};

/*
 * Tells curses about the accents; call once after the terminal is open.
 * Returns whether there are colours: false where colour is not wanted (see
 * theme_wants_colour()) or the terminal has none.
 */
bool
theme_start(bool wanted);

/* False where NO_COLOR (https://no-color.org) has any value but "". */
bool
theme_wants_colour(const char *no_color);

/* The curses attributes of a style, with or without its accent. */
unsigned
theme_attributes(enum style style, bool colour);

/* "normal", "title" …: for tests. */
const char *
theme_name(enum style style);

#endif
