/*
 * How terminals spell the keys: xterm, VTE, PuTTY, Xshell, the linux console,
 * rxvt, the VT100 and its kin, tmux; with and without application mode.
 */
#ifndef TUI_KEY_SPELLING_H
#define TUI_KEY_SPELLING_H

#include <stdint.h>

#include "base/strbuf.h"
#include "tui/key.h"

/*
 * The key of a control byte (0x00 to 0x1f, 0x7f) other than ESC, or K_NONE.
 */
enum key
key_of_control(unsigned char byte);

/*
 * The key of a whole sequence, introducer included ("\033[11~", "\033OP",
 * "\033[[A"), or K_NONE for one that is none of the keys that we have.
 */
enum key
key_of_sequence(const char *bytes);

/* The character that a key of the keypad sends in application mode ("\033Oq"
 * is 1), or 0. */
uint32_t
key_keypad_char(const char *bytes);

/* Appends one spelling of the key, xterm's. */
void
key_spell(enum key key, struct strbuf *out);

#endif
