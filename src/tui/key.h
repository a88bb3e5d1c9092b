/*
 * The only reader of the keyboard.  Bytes from the terminal become events: all
 * spellings of a key by all terminals are one key, Esc and a digit are the
 * F-key, unknown sequences are swallowed whole, pasted text is one event.
 */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/i18n.h"
#include "tui/term.h"

/*
 * Keys that are no characters: X(constant, label).  The labels are those on the
 * keys and are what key_script() reads; N_() are those that go by another name
 * on a Chinese desk.
 * Space is a character.  Not listed because they are other keys: Ctrl-H is
 * Backspace, Ctrl-I Tab, Ctrl-J and Ctrl-M Enter.
 */
#define KEYS(X)                                                         \
	X(ESC, "Esc") X(ENTER, N_("Enter")) X(TAB, "Tab")               \
	X(SHIFT_TAB, "Shift-Tab") X(BACKSPACE, N_("Backspace"))         \
	X(F1, "F1") X(F2, "F2") X(F3, "F3") X(F4, "F4") X(F5, "F5")     \
	X(F6, "F6") X(F7, "F7") X(F8, "F8") X(F9, "F9") X(F10, "F10")   \
	X(F11, "F11") X(F12, "F12")                                     \
	X(UP, N_("Up")) X(DOWN, N_("Down"))                             \
	X(LEFT, N_("Left")) X(RIGHT, N_("Right"))                       \
	X(HOME, "Home") X(END, "End") X(PAGE_UP, "PgUp")                \
	X(PAGE_DOWN, "PgDn") X(INSERT, "Ins") X(DELETE, "Del")          \
	X(SHIFT_UP, N_("Shift-Up")) X(SHIFT_DOWN, N_("Shift-Down"))     \
	X(SHIFT_LEFT, N_("Shift-Left"))                                 \
	X(SHIFT_RIGHT, N_("Shift-Right"))                               \
	X(SHIFT_HOME, "Shift-Home") X(SHIFT_END, "Shift-End")           \
	X(CTRL_UP, N_("Ctrl-Up")) X(CTRL_DOWN, N_("Ctrl-Down"))         \
	X(CTRL_LEFT, N_("Ctrl-Left")) X(CTRL_RIGHT, N_("Ctrl-Right"))   \
	X(CTRL_HOME, "Ctrl-Home") X(CTRL_END, "Ctrl-End")               \
	X(CTRL_SPACE, N_("Ctrl-Space"))                                 \
	X(CTRL_A, "Ctrl-A") X(CTRL_B, "Ctrl-B") X(CTRL_C, "Ctrl-C")     \
	X(CTRL_D, "Ctrl-D") X(CTRL_E, "Ctrl-E") X(CTRL_F, "Ctrl-F")     \
	X(CTRL_G, "Ctrl-G") X(CTRL_K, "Ctrl-K") X(CTRL_L, "Ctrl-L")     \
	X(CTRL_N, "Ctrl-N") X(CTRL_O, "Ctrl-O") X(CTRL_P, "Ctrl-P")     \
	X(CTRL_Q, "Ctrl-Q") X(CTRL_R, "Ctrl-R") X(CTRL_S, "Ctrl-S")     \
	X(CTRL_T, "Ctrl-T") X(CTRL_U, "Ctrl-U") X(CTRL_V, "Ctrl-V")     \
	X(CTRL_W, "Ctrl-W") X(CTRL_X, "Ctrl-X") X(CTRL_Y, "Ctrl-Y")     \
	X(CTRL_Z, "Ctrl-Z")

/* K_ and not KEY_, which is the prefix of curses. */
enum key {
	K_NONE,
#define X(constant, label) K_##constant,
	KEYS(X)
#undef X
	K_N,
};

enum event_kind {
	EVENT_IDLE,     /* the time given to key_next() is over */
	EVENT_CHAR,     /* code: a code point that is no control */
	EVENT_KEY,      /* key */
	EVENT_PASTE,    /* text, len: pasted; line ends are LF, no controls but
	                   LF and tab */
	EVENT_ESC_WAIT, /* Esc was pressed and waits for a digit: show the
	                   digits; the next EVENT_CHAR, EVENT_KEY or
	                   EVENT_PASTE ends it */
	EVENT_RESIZE,   /* the terminal has another size: draw anew */
	EVENT_WIDTH,    /* wide: how ambiguous characters are drawn; hand it to
	                   term_set() and keep it for this terminal */
	EVENT_SIGNAL,   /* signal: SIGHUP (also: the terminal is gone, or the
	                   script is at its end), SIGTERM or SIGINT: keep the
	                   drafts and leave */
	EVENT_N,
};

struct key_event {
	enum event_kind kind;
	enum key key;
	uint32_t code;
	char *text; /* owned by the event */
	size_t len;
	int signal;
	bool wide;
};

#define KEY_EVENT_INIT {.kind = EVENT_IDLE}

/* Frees what the event owns and makes it EVENT_IDLE. */
void
key_event_clear(struct key_event *event);

/* "F2", "Ctrl-S", "Up".  (key_name() is a function of curses.) */
const char *
key_label(enum key key);

/* The same as the clerk calls it, translated: "上箭头".  What stands on the
 * keys in Latin letters stays so. */
const char *
key_word(enum key key);

/* The key of that label in any case, or K_NONE. */
enum key
key_by_label(const char *label);

/*
 * What a character counts as where it is a command: full-width forms are their
 * half-width ones, the full-width space is a space and 、 is /, which gives it
 * under Chinese punctuation; all else itself.
 */
uint32_t
key_halfwidth(uint32_t code);

/*
 * The next event, waiting up to wait_ms for it (-1: as long as it takes), with
 * the screen flushed before the wait.  event must be KEY_EVENT_INIT or one
 * that key_next() filled; what it owned is freed.
 */
void
key_next(struct term *term, int wait_ms, struct key_event *event);

/* After EVENT_ESC_WAIT, where no digit means anything: the next event is the
 * Esc, without a further wait. */
void
key_settle_esc(struct term *term);

/*
 * True where an event is there already: handle it before drawing.  Always
 * false while a script plays, so that each of its steps is drawn.
 */
bool
key_pending(struct term *term);

/*
 * For long work, which asks now and then: true if Esc or Ctrl-C was pressed or
 * a signal asks to leave (which key_next() gives again afterwards).  All other
 * keys stay for key_next().
 */
bool
key_cancelled(struct term *term);

/* Milliseconds on the reader's clock, from any beginning: the script's time
 * while one plays.  For timers that share key_next()'s waiting. */
int64_t
key_now(struct term *term);

/*
 * Plays keys on a headless terminal, by the same way as typed ones and with a
 * clock of its own.  Characters stand for themselves; in angle brackets stand
 *
 *	<Down> <F2> <Ctrl-S>   a key by its name, in any case
 *	<lt>                   the character <
 *	<wait 300>             so many milliseconds without a key
 *	<paste a\tb\n>         a paste; \n, \t, \\ and \> as in C
 *	<resize 132x43>        the terminal's columns and rows
 *	<width 2>              the answer to term_ask_width()
 *	<bytes 1b 5b 41>       raw bytes, in hex, in one read
 *	<signal TERM>          SIGHUP, SIGTERM or SIGINT: HUP, TERM, INT
 *	<cancel>               key_cancelled() says yes, if it is asked before
 *	                       the next key is wanted
 *	<dump NAME>            calls dump(data, NAME) after what was typed
 *	                       before it is drawn
 *
 * Line feeds and tabs in the script are skipped.  A lone Esc acts only when
 * its second is over: <Esc><wait 1000>.  Returns false, with nothing
 * played, and the byte position of the mistake in *bad, where the script is
 * wrong.
 */
bool
key_script(struct term *term, const char *script,
	void (*dump)(void *data, const char *name), void *data, size_t *bad);

#endif
