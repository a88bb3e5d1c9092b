#include "base/xalloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*last_words)(void);

void
xalloc_set_last_words(void (*words)(void))
{
	last_words = words;
}

static void *
check(void *p)
{
	if (p == NULL) {
		if (last_words != NULL)
			last_words();
		abort();
	}
	return p;
}

void *
xmalloc(size_t size)
{
	return check(malloc(size > 0 ? size : 1));
}

void *
xcalloc(size_t n, size_t size)
{
	return check(calloc(n > 0 ? n : 1, size > 0 ? size : 1));
}

void *
xreallocarray(void *old, size_t n, size_t size)
{
	return check(reallocarray(old, n > 0 ? n : 1, size > 0 ? size : 1));
}

char *
xstrdup(const char *s)
{
	return check(strdup(s));
}

char *
xstrndup(const char *s, size_t len)
{
	return check(strndup(s, len));
}

char *
xvasprintf(const char *format, va_list args)
{
	char *s;

	return check(vasprintf(&s, format, args) >= 0 ? s : NULL);
}

char *
xasprintf(const char *format, ...)
{
	va_list args;
	char *s;

	va_start(args, format);
	s = xvasprintf(format, args);
	va_end(args);
	return s;
}
