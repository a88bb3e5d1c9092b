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
	KEY_ESC_MS = 100,   /* bytes of one key are never further apart */
	KEY_DIGIT_MS = 1000, /* so long Esc waits for its digit */
	KEY_TYPED_MAX = 16, /* more characters in one read are a paste */
};

struct key_parser *
key_parser_new(void);

void
key_parser_free(struct key_parser *parser);

/* One more spelling, beginning with ESC: terminfo's.  It wins over ours. */
void
key_parser_learn(struct key_parser *parser, const char *bytes, enum key key);

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

/* Takes the oldest event out; false where there is none. */
bool
key_parser_next(struct key_parser *parser, struct key_event *event);

#endif
