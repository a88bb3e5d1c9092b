/* Memory that is either there or ends the program. */
#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Called once when memory has run out, before the program aborts: main sets
 * it to what gives the terminal back.  The only state that this module keeps.
 */
void
xalloc_set_last_words(void (*last_words)(void));

void *
xmalloc(size_t size);

/* n objects of size bytes each, zeroed; the product is checked. */
void *
xcalloc(size_t n, size_t size);

/* Room for n objects of size bytes each; the product is checked. */
void *
xreallocarray(void *old, size_t n, size_t size);

char *
xstrdup(const char *s);

/* The first len bytes of s (or fewer, where s ends before), terminated. */
char *
xstrndup(const char *s, size_t len);

/* A formatted string on the heap. */
char *
xasprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));

char *
xvasprintf(const char *format, va_list args)
	__attribute__((format(printf, 1, 0)));

#endif
