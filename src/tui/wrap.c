#include "tui/wrap.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

/* A character of its own that is shown as it is: no need to clean it. */
static bool
is_plain(const char *s, size_t len)
{
	unsigned char c = (unsigned char)*s;

	if (len == 1)
		return c >= 0x20 && c < 0x7f;
	/* CJK from U+3000 to U+9FFF, three bytes. */
	return len == 3 && c >= 0xe3 && c <= 0xe9;
}

int
wrap_cols(const char *s, size_t len)
{
	char *shown;
	int cols;

	if (len > 0 && is_plain(s, len))
		return text_char_cols(text_char(s, NULL));
	shown = text_clean(s, len);
	cols = (int)text_cols(shown);
	free(shown);
	return cols;
}

/* UTF-8 is found only where a character begins. */
static bool
is_one_of(const char *s, size_t len, const char *set)
{
	return memmem(set, strlen(set), s, len) != NULL;
}

/* Whether a line may end between two clusters. */
static bool
may_part(const char *s, size_t len, size_t next_len)
{
	static const char opening[] = "（“‘《〈「『【〔([{";
	static const char closing[] = "）”’》〉」』】〕，。、；：？！…％"
		")]},.;:?!%";
	const char *next = s + len;

	if (is_one_of(next, next_len, " "))
		return false;
	if (is_one_of(s, len, " ") || is_one_of(s, len, "　"))
		return true;
	if (is_one_of(s, len, opening) || is_one_of(next, next_len, closing))
		return false;
	return wrap_cols(s, len) == 2 || wrap_cols(next, next_len) == 2;
}

size_t
wrap_line(const char *s, int cols, size_t *next)
{
	size_t at = 0, cut = 0, len, after;
	int used = 0;

	for (; (len = text_next(s + at)) > 0 && s[at] != '\n'; at += len) {
		used += wrap_cols(s + at, len);
		if (used > cols && at > 0 && s[at] != ' ') {
			*next = cut > 0 ? cut : at;
			return *next;
		}
		after = text_next(s + at + len);
		if (after > 0 && may_part(s + at, len, after))
			cut = at + len;
	}
	*next = at + (s[at] == '\n');
	return at;
}

void
wrap_text(const char *s, int cols, struct strvec *lines)
{
	size_t len, next;

	if (cols < 1)
		cols = 1;
	do {
		len = wrap_line(s, cols, &next);
		while (len > 0 && s[len - 1] == ' ')
			len--;
		vec_push(lines, xstrndup(s, len));
		s += next;
	} while (*s != '\0');
}
