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

/* The ASCII character in a column of a line, ' ' for everything else. */
static char
cell(const struct strvec *lines, size_t row, int col)
{
	const char *s;
	size_t used;

	if (row >= lines->n || col < 0)
		return ' ';
	s = lines->items[row] +
		text_fit(lines->items[row], (size_t)col, &used);
	return used == (size_t)col && *s > ' ' && *s < 0x7f ? *s : ' ';
}

/* A box begins with a + above a | and beside a -. */
static void
check_box(const struct strvec *lines, size_t top, int left, int cols,
	struct strbuf *bad)
{
	int right = cols - 1;
	size_t row = top + 1;

	while (right > left && !(cell(lines, top, right) == '+' &&
		cell(lines, top + 1, right) == '|'))
		right--;
	if (right == left) {
		strbuf_addf(bad, "row %zu: the box has no right side\n", top);
		return;
	}
	while (cell(lines, row, left) == '|' && cell(lines, row, right) == '|')
		row++;
	if (cell(lines, row, left) != '+' || cell(lines, row, right) != '+')
		strbuf_addf(bad, "row %zu: the box has no straight sides\n",
			row);
}

static void
check_boxes(const struct strvec *lines, size_t rows, int cols,
	struct strbuf *bad)
{
	for (size_t row = 0; row < rows; row++)
		for (int col = 0; col < cols; col++)
			if (cell(lines, row, col) == '+' &&
				cell(lines, row, col + 1) == '-' &&
				cell(lines, row + 1, col) == '|')
				check_box(lines, row, col, cols, bad);
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

/* Keys, names of formats and programs, commands, and what the plays' own files
 * are called. */
static const char *const words[] = {
	"Alt", "BOM", "Backspace", "CSV", "Ctrl", "Del", "Down", "End",
	"Enter", "Esc", "Excel", "GB", "Home", "ID", "Ins", "Insert", "KB",
	"PgDn", "PgUp", "SSH", "Shift", "Space", "Tab", "UTF", "Up", "WPS",
	"auto", "be", "book", "clerk", "csv", "db", "fifteen", "gb", "home", "kqy",
	"le", "members", "namesakes", "no", "office", "restore", "ronghe", "roster", "scp", "such",
	"utf", "wps", "wrong", "xlsx",
};

/* A box or a field's edge may cut a word: a part of one is as good. */
static bool
is_listed(const char *word)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strstr(words[i], word) != NULL)
			return true;
	return false;
}

/* Letters among digits are an id, no word. */
static void
check_word(const char *s, size_t len, struct strbuf *bad)
{
	char *word = xstrndup(s, len);
	bool has_digit = false;

	for (size_t i = 0; i < len; i++)
		has_digit = has_digit || isdigit((unsigned char)s[i]);
	if (len > 1 && !has_digit && !is_listed(word))
		strbuf_addf(bad, "Latin word: %s\n", word);
	free(word);
}

void
check_words(const char *dump, struct strbuf *bad)
{
	const char *end = strstr(dump, "\ncursor ");

	for (const char *s = dump; s < end;) {
		size_t len = 0;

		while (isalnum((unsigned char)s[len]))
			len++;
		check_word(s, len, bad);
		s += len > 0 ? len : 1;
	}
}
