/* A string that grows. */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include <stddef.h>

/*
 * s is always terminated by a zero byte and never NULL, also when empty (it
 * then points at a constant, so write only through the functions); len does
 * not count the terminator.  Bytes of value zero may stand inside.
 */
struct strbuf {
	char *s;
	size_t len;
	size_t size;
};

extern char strbuf_nothing[1];
#define STRBUF_INIT {strbuf_nothing, 0, 0}

void
strbuf_init(struct strbuf *buf);

/* Frees the bytes; buf is empty and usable afterwards. */
void
strbuf_clear(struct strbuf *buf);

/* Empties buf and keeps its memory. */
void
strbuf_reset(struct strbuf *buf);

/* Shortens to len bytes; len must not exceed buf->len. */
void
strbuf_truncate(struct strbuf *buf, size_t len);

void
strbuf_add(struct strbuf *buf, const char *s);

void
strbuf_add_bytes(struct strbuf *buf, const void *bytes, size_t len);

void
strbuf_add_char(struct strbuf *buf, char c);

/* No argument may be a part of buf. */
void
strbuf_addf(struct strbuf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Puts len bytes in at byte position at (at <= buf->len). */
void
strbuf_insert(struct strbuf *buf, size_t at, const void *bytes, size_t len);

/* Takes len bytes out at byte position at (at + len <= buf->len). */
void
strbuf_remove(struct strbuf *buf, size_t at, size_t len);

/* Room for len more bytes and the terminator at buf->s + buf->len. */
char *
strbuf_room(struct strbuf *buf, size_t len);

/* Hands the string over (free() it) and leaves buf empty; never NULL. */
char *
strbuf_detach(struct strbuf *buf);

#endif
