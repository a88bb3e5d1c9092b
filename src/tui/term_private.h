/*
 * What the terminal's own files share: term.c opens and closes it, term_draw.c
 * draws, term_dump.c reads the screen back.
 */
#ifndef TUI_TERM_PRIVATE_H
#define TUI_TERM_PRIVATE_H

#include <curses.h>
#include <stdio.h>
#include <wchar.h>

#include "tui/term.h"

struct key_reader;

struct term {
	SCREEN *screen;
	FILE *nowhere; /* a headless terminal's; NULL for a real one */
	struct term_settings settings;
	bool colour; /* wanted and there */
	bool titled; /* the terminal has a title */
	bool asks;   /* it can be asked where the cursor is */
	char *title;
	int row, col; /* of the cursor */
	struct key_reader *reader;
	struct strbuf sent;
};

/* A place outside the screen is at its nearest edge. */
int
term_within(int place, int n);

/* The first len bytes of clean text as wide characters that the terminal's
 * encoding has, without marks that have no base; on the heap. */
wchar_t *
term_to_wide(const char *s, size_t len);

#endif
