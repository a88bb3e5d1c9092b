#include "records/merge_text.h"

#include <stdbool.h>
#include <string.h>

#include "base/vec.h"

/* A line of a text, without its LF. */
struct line {
	const char *s;
	size_t len;
};

struct lines {
	struct line *items;
	size_t n;
	size_t size;
};

/* "" has no line. */
static struct lines
cut(const char *text)
{
	struct lines lines = VEC_INIT;

	while (*text != '\0') {
		struct line line = {text, strcspn(text, "\n")};

		vec_push(&lines, line);
		text += line.len + (text[line.len] == '\n');
	}
	return lines;
}

static bool
is_same(const struct line *one, const struct line *other)
{
	return one->len == other->len &&
		memcmp(one->s, other->s, one->len) == 0;
}

void
merge_text_compare(const char *one, const char *other, struct merge_text *out)
{
	struct lines a = cut(one), b = cut(other);
	size_t n = a.n < b.n ? a.n : b.n;

	*out = (struct merge_text){0, 0};
	while (out->n_before < n && is_same(&a.items[out->n_before],
					     &b.items[out->n_before]))
		out->n_before++;
	n -= out->n_before;
	while (out->n_after < n &&
		is_same(&a.items[a.n - 1 - out->n_after],
			&b.items[b.n - 1 - out->n_after]))
		out->n_after++;
	vec_clear(&a);
	vec_clear(&b);
}

static void
add_line(struct strbuf *out, const char *s, size_t len)
{
	if (out->len > 0)
		strbuf_add_char(out, '\n');
	strbuf_add_bytes(out, s, len);
}

static void
add_lines(struct strbuf *out, const struct lines *lines, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		add_line(out, lines->items[i].s, lines->items[i].len);
}

void
merge_text_part(const struct merge_text *same, const char *text,
	struct strbuf *out)
{
	struct lines lines = cut(text);

	add_lines(out, &lines, same->n_before, lines.n - same->n_after);
	vec_clear(&lines);
}

/* What a text has of its own, below whose it is. */
static void
add_own(struct strbuf *out, const struct merge_text *same,
	const struct lines *lines, const char *whose)
{
	size_t from = same->n_before, to = lines->n - same->n_after;

	if (from == to)
		return;
	add_line(out, whose, strlen(whose));
	add_lines(out, lines, from, to);
}

void
merge_text_join(const char *theirs, const char *their_line, const char *mine,
	const char *my_line, struct strbuf *out)
{
	struct lines their_lines = cut(theirs), my_lines = cut(mine);
	struct strbuf text = STRBUF_INIT;
	struct merge_text same;

	merge_text_compare(theirs, mine, &same);
	add_lines(&text, &my_lines, 0, same.n_before);
	add_own(&text, &same, &their_lines, their_line);
	add_own(&text, &same, &my_lines, my_line);
	add_lines(&text, &my_lines, my_lines.n - same.n_after, my_lines.n);
	strbuf_add_bytes(out, text.s, text.len);
	strbuf_clear(&text);
	vec_clear(&their_lines);
	vec_clear(&my_lines);
}
