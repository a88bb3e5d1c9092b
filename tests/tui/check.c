#include "check.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vec.h"
#include "base/xalloc.h"

static void
split(const char *dump, struct strvec *lines)
{
	while (*dump != '\0') {
		size_t len = strcspn(dump, "\n");
		char *line = xstrndup(dump, len);

		strvec_add(lines, line);
		free(line);
		dump += len + (dump[len] == '\n');
	}
}

enum {
	CORNER_NW = 0x250c, /* ┌ */
	CORNER_NE = 0x2510, /* ┐ */
	CORNER_SW = 0x2514, /* └ */
	CORNER_SE = 0x2518, /* ┘ */
	UPRIGHT = 0x2502,   /* │ */
};

/* The character that begins in a column of a line, ' ' where none does. */
static uint32_t
cell(const struct strvec *lines, size_t row, int col)
{
	const char *s;
	size_t used, n;

	if (row >= lines->n || col < 0)
		return ' ';
	s = lines->items[row] +
		text_fit(lines->items[row], (size_t)col, &used);
	return used == (size_t)col && *s != '\0' ? text_char(s, &n) : ' ';
}

/* On the right side stands also where text goes on above or below. */
static bool
is_right_side(uint32_t c)
{
	return c == UPRIGHT || c == '^' || c == 'v';
}

/* Follows a box from its upper left corner. */
static void
check_box(const struct strvec *lines, size_t top, int left, int cols,
	struct strbuf *bad)
{
	int right = left + 1;
	size_t row = top + 1;

	while (right < cols && cell(lines, top, right) != CORNER_NE)
		right++;
	if (right == cols) {
		strbuf_addf(bad, "row %zu: the box has no right side\n", top);
		return;
	}
	while (cell(lines, row, left) == UPRIGHT &&
		is_right_side(cell(lines, row, right)))
		row++;
	if (cell(lines, row, left) != CORNER_SW ||
		cell(lines, row, right) != CORNER_SE)
		strbuf_addf(bad, "row %zu: the box has no straight sides\n",
			row);
}

static void
check_boxes(const struct strvec *lines, size_t rows, int cols,
	struct strbuf *bad)
{
	int n_heads = 0, n_feet = 0;

	for (size_t row = 0; row < rows; row++)
		for (int col = 0; col < cols; col++) {
			n_feet += cell(lines, row, col) == CORNER_SE;
			if (cell(lines, row, col) != CORNER_NW)
				continue;
			n_heads++;
			check_box(lines, row, col, cols, bad);
		}
	if (n_heads != n_feet)
		strbuf_addf(bad, "%d boxes begin and %d end\n", n_heads,
			n_feet);
}

void
check_dump(const char *dump, int rows, int cols, struct strbuf *bad)
{
	struct strvec lines = VEC_INIT;
	int row = -1, col = -1;

	split(dump, &lines);
	if (lines.n != (size_t)rows + 1 ||
		sscanf(lines.items[lines.n - 1], "cursor %d,%d", &row, &col) !=
			2) {
		strbuf_addf(bad, "%zu lines and no cursor\n", lines.n);
	} else {
		for (size_t i = 0; i < (size_t)rows; i++)
			if (text_cols(lines.items[i]) > (size_t)cols)
				strbuf_addf(bad, "row %zu: too wide\n", i);
		/* Line 1 and the two at the foot have nothing to choose. */
		if (row < 1 || row > rows - 3 || col < 0 || col >= cols)
			strbuf_addf(bad, "cursor %d,%d: not in the body\n",
				row, col);
		check_boxes(&lines, (size_t)rows, cols, bad);
	}
	strvec_clear(&lines);
}

void
check_focus(struct term *term, const char *dump, enum context context,
	struct strbuf *bad)
{
	struct strvec lines = VEC_INIT;
	int row = 0, col = 0, chosen = -1;

	split(dump, &lines);
	(void)sscanf(lines.items[lines.n - 1], "cursor %d,%d", &row, &col);
	for (int i = 0; i < term_rows(term); i++)
		if (lines.items[i][0] == '>')
			chosen = i;
	if ((context == CONTEXT_HOME || context == CONTEXT_LIST) &&
		chosen >= 0 && chosen != row &&
		strcmp(term_style_name_at(term, row, col), "focus") != 0)
		strbuf_addf(bad, "cursor %d,%d: the > is in row %d\n", row,
			col, chosen);
	strvec_clear(&lines);
}

/* Keys, names of formats and programs, commands, and what the plays' own files
 * are called. */
static const char *const words[] = {
	"Alt", "BOM", "CSV", "Ctrl", "Del", "End",
	"English", "Esc", "Excel", "GB", "Home", "ID", "Ins",
	"Insert", "KB", "Language", "PgDn", "PgUp", "SSH",
	"Shift", "Tab", "UTF", "WPS", "auto", "be", "book",
	"clerk", "csv", "db", "fifteen", "gb", "home", "kqy", "le", "members",
	"namesakes", "no", "office", "restore", "ronghe", "roster", "scp",
	"such", "utf", "wps", "wrong", "xlsx",
};

/* A box or a field's edge may cut a word: a part of one is as good. */
static bool
is_listed(const char *word, const char *more)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strstr(words[i], word) != NULL)
			return true;
	return strstr(more, word) != NULL;
}

/* Letters among digits are an id, no word. */
static void
check_word(const char *s, size_t len, const char *more, struct strbuf *bad)
{
	char *word = xstrndup(s, len);
	bool has_digit = false;

	for (size_t i = 0; i < len; i++)
		has_digit = has_digit || isdigit((unsigned char)s[i]);
	if (len > 1 && !has_digit && !is_listed(word, more))
		strbuf_addf(bad, "Latin word: %s\n", word);
	free(word);
}

void
check_words(const char *dump, const char *more, struct strbuf *bad)
{
	const char *end = strstr(dump, "\ncursor ");

	for (const char *s = dump; s < end;) {
		size_t len = 0;

		while (isalnum((unsigned char)s[len]))
			len++;
		check_word(s, len, more, bad);
		s += len > 0 ? len : 1;
	}
}
