#include "exchange/paper.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/sheet.h"

enum { NUMERAL_MAX = 99 };

const struct paper_form paper_forms[PAPER_FORMAT_N] = {
	[PAPER_RTF] = {"rtf", "rtf", N_("RTF for WPS, Word and LibreOffice")},
	[PAPER_PLAIN] = {"text", "txt", N_("Text, page by page")},
	[PAPER_CSV] = {"csv", "csv", N_("Its tables, as CSV")},
	[PAPER_XLSX] = {"xlsx", "xlsx", N_("Its tables, as a workbook")},
};

void
paper_init(struct paper *paper, bool landscape)
{
	*paper = (struct paper){
		.landscape = landscape,
		.mark = xstrdup(""),
		.head = xstrdup(""),
		.foot = xstrdup(""),
	};
}

static void
clear_block(struct paper_block *block)
{
	free(block->number);
	free(block->label);
	free(block->text);
	free(block->columns);
	strvec_clear(&block->words);
	strvec_clear(&block->cells);
}

void
paper_clear(struct paper *paper)
{
	for (size_t i = 0; i < paper->n; i++)
		clear_block(&paper->blocks[i]);
	free(paper->blocks);
	free(paper->mark);
	free(paper->head);
	free(paper->foot);
	*paper = (struct paper){0};
}

static void
replace(char **old, const char *text)
{
	free(*old);
	*old = xstrdup(text);
}

void
paper_set_mark(struct paper *paper, const char *text)
{
	replace(&paper->mark, text);
}

void
paper_set_head(struct paper *paper, const char *text)
{
	replace(&paper->head, text);
}

void
paper_set_foot(struct paper *paper, const char *text)
{
	replace(&paper->foot, text);
}

/* 1 to 99 as offices number their headings: 一, 十, 十二, 二十三. */
static void
add_numeral(int n, struct strbuf *out)
{
	static const char *const digits[] = {"", "一", "二", "三", "四", "五",
		"六", "七", "八", "九"};

	if (n > NUMERAL_MAX) {
		strbuf_addf(out, "%d", n);
		return;
	}
	if (n >= 20)
		strbuf_add(out, digits[n / 10]);
	if (n >= 10)
		strbuf_add(out, "十");
	strbuf_add(out, digits[n % 10]);
}

/* The number before a heading, on the heap; "" before all else. */
static char *
next_number(struct paper *paper, enum paper_kind kind)
{
	struct strbuf numeral = STRBUF_INIT;
	char *number = NULL;

	if (kind == PAPER_HEADING) {
		add_numeral(++paper->n_headings, &numeral);
		paper->n_subheadings = 0;
		number = xasprintf("%s、", numeral.s);
	} else if (kind == PAPER_SUBHEADING) {
		add_numeral(++paper->n_subheadings, &numeral);
		number = xasprintf("（%s）", numeral.s);
	}
	strbuf_clear(&numeral);
	return number != NULL ? number : xstrdup("");
}

static struct paper_block *
append(struct paper *paper, enum paper_kind kind, const char *label,
	const char *text)
{
	struct paper_block block = {
		.kind = kind,
		.number = next_number(paper, kind),
		.label = xstrdup(label),
		.text = xstrdup(text),
		.cells = VEC_INIT,
	};

	paper->blocks = vec_room(paper->blocks, &paper->size, paper->n + 1,
		sizeof(block));
	paper->blocks[paper->n] = block;
	return &paper->blocks[paper->n++];
}

void
paper_add(struct paper *paper, enum paper_kind kind, const char *text)
{
	append(paper, kind, "", text);
}

void
paper_addf(struct paper *paper, enum paper_kind kind, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	append(paper, kind, "", text);
	free(text);
}

void
paper_add_fact(struct paper *paper, const char *label, const char *text)
{
	append(paper, PAPER_FACT, label, text);
}

void
paper_begin_table(struct paper *paper, const struct paper_column *columns,
	size_t n, bool is_tall)
{
	struct paper_block *table = append(paper, PAPER_TABLE, "", "");

	table->columns = xcalloc(n, sizeof(*columns));
	memcpy(table->columns, columns, n * sizeof(*columns));
	for (size_t i = 0; i < n; i++) {
		strvec_add(&table->words, columns[i].word);
		table->columns[i].word = table->words.items[i];
	}
	table->n_columns = n;
	table->is_tall = is_tall;
}

void
paper_add_row(struct paper *paper, const char *const *cells)
{
	struct paper_block *table = &paper->blocks[paper->n - 1];

	for (size_t i = 0; i < table->n_columns; i++)
		strvec_add(&table->cells, cells[i]);
}

size_t
paper_n_rows(const struct paper_block *table)
{
	return table->n_columns > 0 ? table->cells.n / table->n_columns : 0;
}

const char *
paper_cell(const struct paper_block *table, size_t row, size_t column)
{
	return table->cells.items[row * table->n_columns + column];
}

const char *
paper_title(const struct paper *paper)
{
	for (size_t i = 0; i < paper->n; i++)
		if (paper->blocks[i].kind == PAPER_TITLE)
			return paper->blocks[i].text;
	return "";
}

enum paper_format
paper_format_find(const char *name)
{
	enum paper_format format = PAPER_RTF;

	while (format < PAPER_FORMAT_N &&
		strcmp(paper_forms[format].name, name) != 0)
		format++;
	return format;
}

bool
paper_can_be(const struct paper *paper, enum paper_format format)
{
	if (format != PAPER_CSV && format != PAPER_XLSX)
		return true;
	if (format == PAPER_XLSX && !sheet_has_workbooks())
		return false;
	for (size_t i = 0; i < paper->n; i++)
		if (paper->blocks[i].kind == PAPER_TABLE)
			return true;
	return false;
}

void
paper_join_pages(const struct paper *paper, const char *line_end,
	struct strbuf *out)
{
	struct strvec pages = VEC_INIT;

	paper_to_text(paper, &pages);
	for (size_t i = 0; i < pages.n; i++) {
		if (i > 0)
			strbuf_add_char(out, '\f');
		for (const char *s = pages.items[i]; *s != '\0'; s++)
			if (*s == '\n')
				strbuf_add(out, line_end);
			else
				strbuf_add_char(out, *s);
	}
	strvec_clear(&pages);
}

static enum err_code
write_bytes(const struct strbuf *bytes, const char *path, struct err *err)
{
	struct file_out *out;
	enum err_code code = file_out_open(path, false, &out, err);

	if (code != ERR_OK)
		return code;
	code = file_out_write(out, bytes->s, bytes->len, err);
	if (code == ERR_OK)
		return file_out_commit(out, err);
	file_out_abandon(out);
	return code;
}

/* A table's heading and rows; kinds are those of the layout. */
static enum err_code
write_rows(struct sheet_writer *writer, const struct paper_block *table,
	enum sheet_cells *kinds, struct err *err)
{
	const char **words = xcalloc(table->n_columns, sizeof(*words));
	const char *const *cells = (const char *const *)table->cells.items;
	enum err_code code;

	for (size_t i = 0; i < table->n_columns; i++) {
		words[i] = table->columns[i].word;
		kinds[i] = table->columns[i].right ? SHEET_COUNT : SHEET_TEXT;
	}
	code = sheet_write(writer, SHEET_HEADER, words, table->n_columns, err);
	for (size_t i = 0; code == ERR_OK && i < paper_n_rows(table); i++)
		code = sheet_write(writer, SHEET_ROW,
			cells + i * table->n_columns, table->n_columns, err);
	free(words);
	return code;
}

/* Tables, with an empty row between two. */
static enum err_code
write_tables(const struct paper *paper, struct sheet_writer *writer,
	enum sheet_cells *kinds, struct err *err)
{
	static const char *const nothing[] = {""};
	enum err_code code = ERR_OK;
	bool is_first = true;

	for (size_t i = 0; code == ERR_OK && i < paper->n; i++) {
		if (paper->blocks[i].kind != PAPER_TABLE)
			continue;
		if (!is_first)
			code = sheet_write(writer, SHEET_ROW, nothing, 1, err);
		is_first = false;
		if (code == ERR_OK)
			code = write_rows(writer, &paper->blocks[i], kinds,
				err);
	}
	return code;
}

static size_t
most_columns(const struct paper *paper)
{
	size_t most = 0;

	for (size_t i = 0; i < paper->n; i++)
		if (paper->blocks[i].n_columns > most)
			most = paper->blocks[i].n_columns;
	return most;
}

static enum err_code
write_sheet(const struct paper *paper, enum paper_format format,
	const char *path, struct err *err)
{
	size_t n_columns = most_columns(paper);
	enum sheet_cells *kinds = xcalloc(n_columns, sizeof(*kinds));
	const struct sheet_layout layout = {
		.name = paper_title(paper),
		.cells = kinds,
		.n_columns = n_columns,
		.enc = ENC_UTF8_BOM,
	};
	struct sheet_writer *writer;
	enum err_code code;

	code = format == PAPER_XLSX
		? xlsx_writer_open(path, &layout, &writer, err)
		: csv_writer_open(path, layout.enc, false, &writer, err);
	if (code == ERR_OK) {
		code = write_tables(paper, writer, kinds, err);
		if (code == ERR_OK)
			code = sheet_commit(writer, err);
		else
			sheet_abandon(writer);
	}
	free(kinds);
	return code;
}

enum err_code
paper_write(const struct paper *paper, enum paper_format format,
	const char *path, struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	enum err_code code;

	if (format == PAPER_CSV || format == PAPER_XLSX)
		return write_sheet(paper, format, path, err);
	if (format == PAPER_RTF) {
		paper_to_rtf(paper, &bytes);
	} else if (strcmp(path, "-") == 0) {
		paper_join_pages(paper, "\n", &bytes);
	} else {
		strbuf_add(&bytes, "\xEF\xBB\xBF");
		paper_join_pages(paper, "\r\n", &bytes);
	}
	code = write_bytes(&bytes, path, err);
	strbuf_clear(&bytes);
	return code;
}
