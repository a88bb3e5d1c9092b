#include "exchange/paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"

enum {
	FOOT_ROWS = 1,
	HEADING_ROWS = 2, /* a heading and a line below it */
	RULE_ROWS = 1,
	ROW_ROWS = 1 + RULE_ROWS, /* the least that a row takes at the end */
	INDENT = 2,       /* hanzi */
	NUMBER_IN = 2,    /* columns from the edge to the page number */
	BORDER = 3,       /* "| " and " " of a cell */
	LEAST_CELL = 2,   /* columns: one hanzi */
	LINE_COLS = 16,   /* the line to sign on */
};

struct printer {
	const struct paper *paper;
	size_t cols;
	struct strvec *pages;
	struct strbuf page; /* the one that grows */
	size_t rows;        /* used of it */
	size_t head_rows;   /* those that every page begins with */
	bool is_titled;     /* the last line belongs to a title */
};

/* Bytes of s that stand on one line: as far as a line may end, else as far as
 * it fits, at least one cluster.  Blanks at its end may hang over. */
static size_t
fitting(const char *s, const char *may_end, size_t cols)
{
	size_t len = text_fit(s, cols, NULL), at;

	if (s[len] == '\0')
		return len;
	at = len + strspn(s + len, " ");
	while (at > 0 && s[at] != '\0' && !may_end[at])
		at--;
	if (at > 0)
		return at;
	return len > 0 ? len : text_next(s);
}

/* One line of text without line feeds, as lines of at most cols columns. */
static void
wrap_paragraph(const char *s, size_t cols, struct strvec *lines)
{
	size_t len = strlen(s), at = 0;
	char *may_end = xcalloc(len + 1, 1);

	text_breaks(s, len, may_end);
	do {
		size_t n = fitting(s + at, may_end + at, cols), shown = n;

		while (shown > 0 && s[at + shown - 1] == ' ')
			shown--;
		vec_push(lines, xstrndup(s + at, shown));
		at += n;
	} while (at < len);
	free(may_end);
}

/* The lines of a text that may have any characters, appended. */
static void
wrap(const char *s, size_t cols, struct strvec *lines)
{
	char *clean = text_clean_lines(s, strlen(s)), *rest = clean, *line;

	while ((line = strsep(&rest, "\n")) != NULL)
		wrap_paragraph(line, cols, lines);
	free(clean);
}

static void
add_blanks(struct strbuf *out, size_t n)
{
	while (n-- > 0)
		strbuf_add_char(out, ' ');
}

static void
end_line(struct printer *printer)
{
	struct strbuf *page = &printer->page;

	while (page->len > 0 && page->s[page->len - 1] == ' ')
		strbuf_truncate(page, page->len - 1);
	strbuf_add_char(page, '\n');
	printer->rows++;
}

/* Two texts at both ends of a line, or below one another. */
static void
put_ends(struct printer *printer, const char *left, const char *right)
{
	const char *const texts[] = {left, right};
	size_t used = text_cols(left) + text_cols(right);
	struct strvec lines = VEC_INIT;

	if (used < printer->cols) {
		strbuf_add(&printer->page, left);
		add_blanks(&printer->page, printer->cols - used);
		strbuf_add(&printer->page, right);
		end_line(printer);
		return;
	}
	for (size_t i = 0; i < 2; i++)
		if (texts[i][0] != '\0')
			wrap(texts[i], printer->cols, &lines);
	for (size_t i = 0; i < lines.n; i++) {
		strbuf_add(&printer->page, lines.items[i]);
		end_line(printer);
	}
	strvec_clear(&lines);
}

static void
begin_page(struct printer *printer)
{
	const struct paper *paper = printer->paper;
	char *mark = text_clean(paper->mark, strlen(paper->mark));
	char *head = text_clean(paper->head, strlen(paper->head));

	if (mark[0] != '\0' || head[0] != '\0')
		put_ends(printer, mark, head);
	printer->head_rows = printer->rows;
	free(mark);
	free(head);
}

/* The foot stands on the last line, the page's number at the outer edge. */
static void
end_page(struct printer *printer)
{
	const char *foot = printer->paper->foot;
	size_t number = printer->pages->n + 1;
	char *text;

	if (printer->rows == 0)
		begin_page(printer);
	while (printer->rows < PAPER_ROWS - FOOT_ROWS)
		end_line(printer);
	if (number % 2 == 1) {
		text = xasprintf("— %zu —%*s", number, NUMBER_IN, "");
		put_ends(printer, foot, text);
	} else {
		text = xasprintf("%*s— %zu —", NUMBER_IN, "", number);
		put_ends(printer, text, foot);
	}
	free(text);
	vec_push(printer->pages, strbuf_detach(&printer->page));
	printer->rows = 0;
}

static size_t
room(const struct printer *printer)
{
	return PAPER_ROWS - FOOT_ROWS - printer->rows;
}

/* The next n lines stand on one page, if it has so many. */
static void
keep_together(struct printer *printer, size_t n)
{
	if (printer->rows > 0 && n > room(printer))
		end_page(printer);
	if (printer->rows == 0)
		begin_page(printer);
}

static void
put_line(struct printer *printer, const char *line)
{
	keep_together(printer, 1);
	strbuf_add(&printer->page, line);
	end_line(printer);
}

static void
put_lines(struct printer *printer, const struct strvec *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		put_line(printer, lines->items[i]);
}

static void
put_centred(struct printer *printer, const char *text)
{
	struct strvec lines = VEC_INIT;

	wrap(text, printer->cols, &lines);
	for (size_t i = 0; i < lines.n; i++) {
		size_t cols = text_cols(lines.items[i]);

		keep_together(printer, 1);
		if (cols < printer->cols)
			add_blanks(&printer->page, (printer->cols - cols) / 2);
		put_line(printer, lines.items[i]);
	}
	strvec_clear(&lines);
}

/* Each line of the text is a paragraph, two characters in. */
static void
put_paragraphs(struct printer *printer, const struct paper_block *block)
{
	char *text = xasprintf("%s%s", block->number, block->text);
	char *rest = text, *line;

	while ((line = strsep(&rest, "\n")) != NULL) {
		struct strbuf indented = STRBUF_INIT;
		struct strvec lines = VEC_INIT;

		for (size_t i = 0; i < INDENT; i++)
			strbuf_add(&indented, "　");
		strbuf_add(&indented, line);
		wrap(indented.s, printer->cols, &lines);
		put_lines(printer, &lines);
		strvec_clear(&lines);
		strbuf_clear(&indented);
	}
	free(text);
}

static void
put_fact(struct printer *printer, const struct paper_block *block)
{
	char *text = xasprintf("%s%s", block->label, block->text);
	struct strvec lines = VEC_INIT;

	wrap(text, printer->cols, &lines);
	put_lines(printer, &lines);
	strvec_clear(&lines);
	free(text);
}

static void
put_signature(struct printer *printer, const struct paper_block *block)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_add(&line, block->text);
	for (size_t i = 0; i < LINE_COLS; i++)
		strbuf_add_char(&line, '_');
	keep_together(printer, HEADING_ROWS);
	put_line(printer, "");
	put_ends(printer, line.s, _("Date: ________"));
	strbuf_clear(&line);
}

/* The columns of the cells, on the heap: together with their borders they take
 * the width of the page. */
static size_t *
columns_of(const struct printer *printer, const struct paper_block *table)
{
	size_t n = table->n_columns, total = 0, used = 0;
	size_t free_cols = printer->cols - n * BORDER - 1;
	size_t *cols = xcalloc(n, sizeof(*cols));

	for (size_t i = 0; i < n; i++)
		total += (size_t)table->columns[i].width;
	for (size_t i = 0; i < n; i++) {
		cols[i] = free_cols * (size_t)table->columns[i].width / total;
		if (cols[i] < LEAST_CELL)
			cols[i] = LEAST_CELL;
		used += cols[i];
	}
	if (used < free_cols)
		cols[n - 1] += free_cols - used;
	return cols;
}

/* A table as it is printed. */
struct ruled {
	const struct paper_block *table;
	size_t *cols;
	size_t head_rows; /* of its heading with the rules */
};

static void
put_rule(struct printer *printer, const struct ruled *ruled)
{
	struct strbuf line = STRBUF_INIT;

	for (size_t i = 0; i < ruled->table->n_columns; i++) {
		strbuf_add_char(&line, '+');
		for (size_t j = 0; j < ruled->cols[i] + BORDER - 1; j++)
			strbuf_add_char(&line, '-');
	}
	strbuf_add_char(&line, '+');
	put_line(printer, line.s);
	strbuf_clear(&line);
}

/* The lines of the cells of a row, on the heap; *height gets those of the
 * longest. */
static struct strvec *
lay_out(const struct ruled *ruled, const char *const *cells, size_t *height)
{
	size_t n = ruled->table->n_columns;
	struct strvec *lines = xcalloc(n, sizeof(*lines));

	*height = 1;
	for (size_t i = 0; i < n; i++) {
		wrap(cells[i], ruled->cols[i], &lines[i]);
		if (lines[i].n > *height)
			*height = lines[i].n;
	}
	return lines;
}

static void
free_lines(const struct ruled *ruled, struct strvec *lines)
{
	for (size_t i = 0; i < ruled->table->n_columns; i++)
		strvec_clear(&lines[i]);
	free(lines);
}

static void
put_row_line(struct printer *printer, const struct ruled *ruled,
	const struct strvec *lines, size_t at)
{
	struct strbuf line = STRBUF_INIT;

	for (size_t i = 0; i < ruled->table->n_columns; i++) {
		const char *text = at < lines[i].n ? lines[i].items[at] : "";
		size_t used = text_cols(text);
		size_t rest = used < ruled->cols[i] ? ruled->cols[i] - used : 0;
		bool right = ruled->table->columns[i].right;

		strbuf_add(&line, "| ");
		add_blanks(&line, right ? rest : 0);
		strbuf_add(&line, text);
		add_blanks(&line, right ? 1 : rest + 1);
	}
	strbuf_add_char(&line, '|');
	put_line(printer, line.s);
	strbuf_clear(&line);
}

/* The heading of the table, ruled above and below. */
static void
put_table_head(struct printer *printer, struct ruled *ruled)
{
	size_t n = ruled->table->n_columns, height;
	const char **words = xcalloc(n, sizeof(*words));
	struct strvec *lines;

	for (size_t i = 0; i < n; i++)
		words[i] = ruled->table->columns[i].word;
	lines = lay_out(ruled, words, &height);
	ruled->head_rows = height + 2;
	keep_together(printer, ruled->head_rows + ROW_ROWS);
	put_rule(printer, ruled);
	for (size_t at = 0; at < height; at++)
		put_row_line(printer, ruled, lines, at);
	put_rule(printer, ruled);
	free_lines(ruled, lines);
	free(words);
}

static void
turn_page(struct printer *printer, struct ruled *ruled)
{
	put_rule(printer, ruled);
	end_page(printer);
	put_table_head(printer, ruled);
}

/* A row stands on one page, but for one that is longer than a page. */
static void
put_row(struct printer *printer, struct ruled *ruled, const char *const *cells)
{
	size_t most = PAPER_ROWS - FOOT_ROWS - printer->head_rows -
		ruled->head_rows - RULE_ROWS;
	size_t height;
	struct strvec *lines = lay_out(ruled, cells, &height);

	if (height + RULE_ROWS > room(printer) && height <= most)
		turn_page(printer, ruled);
	for (size_t at = 0; at < height; at++) {
		if (room(printer) < ROW_ROWS)
			turn_page(printer, ruled);
		put_row_line(printer, ruled, lines, at);
	}
	free_lines(ruled, lines);
}

static void
put_table(struct printer *printer, const struct paper_block *table)
{
	struct ruled ruled = {table, columns_of(printer, table), 0};
	const char *const *cells = (const char *const *)table->cells.items;

	put_table_head(printer, &ruled);
	for (size_t i = 0; i < paper_n_rows(table); i++)
		put_row(printer, &ruled, cells + i * table->n_columns);
	put_rule(printer, &ruled);
	free(ruled.cols);
}

static void
put_block(struct printer *printer, const struct paper_block *block)
{
	bool is_title = block->kind == PAPER_TITLE ||
		block->kind == PAPER_SUBTITLE;

	if (printer->is_titled && !is_title)
		put_line(printer, "");
	printer->is_titled = is_title;
	switch (block->kind) {
	case PAPER_TITLE:
	case PAPER_SUBTITLE:
		put_centred(printer, block->text);
		break;
	case PAPER_HEADING:
	case PAPER_SUBHEADING:
		keep_together(printer, HEADING_ROWS);
		put_paragraphs(printer, block);
		break;
	case PAPER_FACT:
		put_fact(printer, block);
		break;
	case PAPER_SIGNATURE:
		put_signature(printer, block);
		break;
	case PAPER_TABLE:
		put_table(printer, block);
		break;
	case PAPER_PAGE_BREAK:
		if (printer->rows > 0)
			end_page(printer);
		break;
	default:
		put_paragraphs(printer, block);
		break;
	}
}

void
paper_to_text(const struct paper *paper, struct strvec *pages)
{
	struct printer printer = {
		.paper = paper,
		.cols = paper->landscape ? PAPER_WIDE_COLS : PAPER_COLS,
		.pages = pages,
		.page = STRBUF_INIT,
	};

	for (size_t i = 0; i < paper->n; i++)
		put_block(&printer, &paper->blocks[i]);
	if (printer.rows > 0 || pages->n == 0)
		end_page(&printer);
}
