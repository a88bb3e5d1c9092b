#include "tui/wrap.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

int
wrap_cols(const char *s, size_t len)
{
	return (int)text_clean_cols(s, len);
}

size_t
wrap_paragraph(const char *s, int cols, struct wrap_ends *ends)
{
	size_t len = strcspn(s, "\n"), at = 0, cut = 0, begin = 0, n;
	char *may_end = xmalloc(len + 1);
	int used = 0, cut_used = 0; /* columns from begin to at, and to cut */

	text_breaks(s, len, may_end);
	for (; at < len; at += n) {
		int wide;
		bool hangs;

		n = text_next(s + at);
		wide = wrap_cols(s + at, n);
		hangs = n == 1 && s[at] == ' ';
		if (may_end[at]) {
			cut = at;
			cut_used = used;
		}
		while (used + wide > cols && at > begin && !hangs) {
			if (cut <= begin) {
				cut = at;
				cut_used = used;
			}
			vec_push(ends, cut);
			begin = cut;
			used -= cut_used;
		}
		used += wide;
	}
	vec_push(ends, len);
	free(may_end);
	return len;
}

/* One line as a string of its own. */
static void
push_line(const char *s, size_t len, struct strvec *lines)
{
	while (len > 0 && s[len - 1] == ' ')
		len--;
	vec_push(lines, xstrndup(s, len));
}

void
wrap_text(const char *s, int cols, struct strvec *lines)
{
	struct wrap_ends ends = VEC_INIT;
	size_t len;

	do {
		size_t from = 0;

		ends.n = 0;
		len = wrap_paragraph(s, cols > 1 ? cols : 1, &ends);
		for (size_t i = 0; i < ends.n; from = ends.items[i++])
			push_line(s + from, ends.items[i] - from, lines);
		s += len + (s[len] == '\n');
	} while (*s != '\0');
	vec_clear(&ends);
}
