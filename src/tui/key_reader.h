/*
 * What the terminal keeps of the key reader: it opens one for itself and
 * closes it; all else goes through key.h.
 */
#ifndef TUI_KEY_READER_H
#define TUI_KEY_READER_H

#include "tui/key.h"

struct key_reader;

/*
 * Reads fd and takes the signals over (SIGWINCH, SIGHUP, SIGTERM, SIGINT,
 * SIGTSTP) until it is freed; curses must be open, for terminfo's spellings.
 * With fd -1 it reads nothing but scripts.  NULL where the process can open no
 * pipe for the signals.
 */
struct key_reader *
key_reader_new(int fd);

/* Takes NULL. */
void
key_reader_free(struct key_reader *reader);

/* The reader of a terminal; term.c has it. */
struct key_reader *
term_reader(struct term *term);

#endif
