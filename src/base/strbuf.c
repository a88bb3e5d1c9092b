#include "base/strbuf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

char strbuf_nothing[1];

void
strbuf_init(struct strbuf *buf)
{
	*buf = (struct strbuf)STRBUF_INIT;
}

void
strbuf_clear(struct strbuf *buf)
{
	if (buf->size > 0)
		free(buf->s);
	strbuf_init(buf);
}

void
strbuf_reset(struct strbuf *buf)
{
	buf->len = 0;
	if (buf->size > 0)
		buf->s[0] = '\0';
}

void
strbuf_truncate(struct strbuf *buf, size_t len)
{
	assert(len <= buf->len);
	if (len == buf->len)
		return;
	buf->len = len;
	buf->s[len] = '\0';
}

char *
strbuf_room(struct strbuf *buf, size_t len)
{
	size_t need = buf->len + len + 1;

	assert(need > len);
	if (need > buf->size) {
		size_t size = buf->size < 64 ? 64 : buf->size * 2;

		if (size < need)
			size = need;
		buf->s = xreallocarray(buf->size > 0 ? buf->s : NULL, size, 1);
		buf->size = size;
		buf->s[buf->len] = '\0';
	}
	return buf->s + buf->len;
}

void
strbuf_add_bytes(struct strbuf *buf, const void *bytes, size_t len)
{
	if (len == 0)
		return;
	memcpy(strbuf_room(buf, len), bytes, len);
	buf->len += len;
	buf->s[buf->len] = '\0';
}

void
strbuf_add(struct strbuf *buf, const char *s)
{
	strbuf_add_bytes(buf, s, strlen(s));
}

void
strbuf_add_char(struct strbuf *buf, char c)
{
	strbuf_add_bytes(buf, &c, 1);
}

/* Once into the room that is there, and again where that was too little. */
void
strbuf_addf(struct strbuf *buf, const char *format, ...)
{
	size_t room = buf->size - buf->len;
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(room > 0 ? buf->s + buf->len : NULL, room, format,
		args);
	va_end(args);
	assert(len >= 0);
	if ((size_t)len >= room) {
		strbuf_room(buf, (size_t)len);
		va_start(args, format);
		vsnprintf(buf->s + buf->len, (size_t)len + 1, format, args);
		va_end(args);
	}
	buf->len += (size_t)len;
}

void
strbuf_insert(struct strbuf *buf, size_t at, const void *bytes, size_t len)
{
	assert(at <= buf->len);
	if (len == 0)
		return;
	strbuf_room(buf, len);
	memmove(buf->s + at + len, buf->s + at, buf->len - at + 1);
	memcpy(buf->s + at, bytes, len);
	buf->len += len;
}

void
strbuf_remove(struct strbuf *buf, size_t at, size_t len)
{
	assert(at + len <= buf->len);
	if (len == 0)
		return;
	memmove(buf->s + at, buf->s + at + len, buf->len - at - len + 1);
	buf->len -= len;
}

char *
strbuf_detach(struct strbuf *buf)
{
	char *s = buf->size > 0 ? buf->s : xstrdup("");

	strbuf_init(buf);
	return s;
}
