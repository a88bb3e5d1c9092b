/* How the text of an editor is laid out; the rest of editor.h is in
 * editor.c. */
#include "tui/editor.h"

#include <string.h>

#include "base/text.h"
#include "tui/wrap.h"

/* One column is left for the cursor behind a full line. */
static int
text_width(const struct editor *editor)
{
	return editor->cols > 2 ? editor->cols - 1 : 2;
}

/* The last line that does not begin behind a byte position. */
static size_t
line_at(const struct editor *editor, size_t at)
{
	size_t low = 0, high = editor->lines.n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (editor->lines.items[middle].from <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The paragraphs that begin at from and up to end, which is one that begins
 * there or past the end of the text. */
static void
lay_paragraphs(struct editor *editor, size_t from, size_t end,
	struct editor_lines *lines)
{
	const char *s = editor->edit->text.s;
	struct wrap_ends ends = VEC_INIT;
	bool more;

	do {
		size_t begin = from, len;

		ends.n = 0;
		len = wrap_paragraph(s + from, text_width(editor), &ends);
		for (size_t i = 0; i < ends.n; i++) {
			vec_push(lines, ((struct editor_line){begin,
				from + ends.items[i]}));
			begin = from + ends.items[i];
		}
		editor->n_laid++;
		from += len;
		more = s[from] == '\n';
		from += more;
	} while (more && from < end);
	vec_clear(&ends);
}

/* The lines [from, to) become others; those behind them lie by bytes further
 * on (modulo the size of numbers). */
static void
splice(struct editor_lines *lines, size_t from, size_t to,
	const struct editor_lines *by, size_t bytes)
{
	size_t n_after = lines->n - to;

	lines->items = vec_room(lines->items, &lines->size,
		from + by->n + n_after, sizeof(*lines->items));
	memmove(lines->items + from + by->n, lines->items + to,
		n_after * sizeof(*lines->items));
	memcpy(lines->items + from, by->items, by->n * sizeof(*by->items));
	lines->n = from + by->n + n_after;
	for (size_t i = from + by->n; i < lines->n; i++) {
		lines->items[i].from += bytes;
		lines->items[i].to += bytes;
	}
}

/* Lays out what lies between the first head and the last tail bytes, which are
 * as they were: whole paragraphs. */
static void
lay_between(struct editor *editor, size_t head, size_t tail)
{
	const struct strbuf *text = &editor->edit->text;
	const char *feed = memrchr(text->s, '\n', head);
	size_t from = feed != NULL ? (size_t)(feed - text->s) + 1 : 0;
	size_t grown = text->len - editor->laid_len;
	struct editor_lines lines = VEC_INIT;
	size_t first = line_at(editor, from), end = text->len + 1;
	size_t last = editor->lines.n;

	feed = strchr(text->s + text->len - tail, '\n');
	if (feed != NULL) {
		end = (size_t)(feed - text->s) + 1;
		last = line_at(editor, end - grown);
	}
	lay_paragraphs(editor, from, end, &lines);
	splice(&editor->lines, first, last, &lines, grown);
	vec_clear(&lines);
}

void
editor_lay_out(struct editor *editor)
{
	bool same = editor->lines.n > 0 &&
		editor->laid_cols == text_width(editor) &&
		editor->laid_wide == text_ambiguous_wide();
	size_t head, tail;

	if (same && editor->laid_out == editor->edit->n_changes)
		return;
	edit_same(editor->edit, &head, &tail);
	if (same) {
		lay_between(editor, head, tail);
	} else {
		editor->lines.n = 0;
		lay_paragraphs(editor, 0, editor->edit->text.len + 1,
			&editor->lines);
	}
	editor->laid_out = editor->edit->n_changes;
	editor->laid_len = editor->edit->text.len;
	editor->laid_cols = text_width(editor);
	editor->laid_wide = text_ambiguous_wide();
}

size_t
editor_cursor_line(const struct editor *editor)
{
	size_t line = line_at(editor, editor->edit->at);

	if (editor->behind && line > 0 &&
		editor->lines.items[line - 1].to == editor->edit->at)
		line--;
	return line;
}

int
editor_cursor_col(const struct editor *editor)
{
	size_t from = editor->lines.items[editor_cursor_line(editor)].from;

	return wrap_cols(editor->edit->text.s + from, editor->edit->at - from);
}
