/*
 * The parser below the key reader: bytes and moments (milliseconds on any
 * clock that never goes back) in, events out; no descriptor and no waiting.
 * Bytes are in the encoding of LC_CTYPE.
 */
#ifndef TUI_KEY_PARSER_H
#define TUI_KEY_PARSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tui/key.h"

struct key_parser;

enum {
	/* The bytes of one key are never further apart. */
	KEY_ESC_MS = 100,
	/* So long Esc waits for its digit, and a sequence that has begun for
	 * its next byte before it is dropped. */
	KEY_DIGIT_MS = 1000,
	/* A bracketed paste that stalls so long is over. */
	KEY_PASTE_MS = 5000,
	/* More characters than this in one read are a paste, unless they are
	 * all the same one (a key that is held down) or controls other than
	 * tab and line ends are among them. */
	KEY_TYPED_MAX = 16,
};

struct key_parser *
key_parser_new(void);

void
key_parser_free(struct key_parser *parser);

/* One more spelling, terminfo's; it wins over ours.  Spellings that do not
 * begin with ESC are left out: they are characters or Ctrl and a letter. */
void
key_parser_learn(struct key_parser *parser, const char *bytes, enum key key);

/* What is fed next was there in time, though it is read only now: on a busy
 * computer a key is not taken apart because nobody was awake to read it. */
void
key_parser_hold(struct key_parser *parser, int64_t now);

/* The bytes of one read. */
void
key_parser_feed(struct key_parser *parser, const char *bytes, size_t len,
	int64_t now);

/* Lets time pass without a byte. */
void
key_parser_tick(struct key_parser *parser, int64_t now);

/* The moment at which key_parser_tick() should be called next, or -1. */
int64_t
key_parser_deadline(const struct key_parser *parser);

/* Takes the oldest event out; false where there is none.  What event owned is
 * freed. */
bool
key_parser_next(struct key_parser *parser, struct key_event *event);

/* An Esc that waits for its digit is Esc; nothing where none waits. */
void
key_parser_settle_esc(struct key_parser *parser);

bool
key_parser_has_event(const struct key_parser *parser);

/*
 * Takes Esc and Ctrl-C out of what waits and leaves the rest; true where there
 * was one, also an Esc that still waits for its digit.
 */
bool
key_parser_take_cancel(struct key_parser *parser);

#endif
