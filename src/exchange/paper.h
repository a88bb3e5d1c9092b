/*
 * A document for paper, 打印件: blocks from top to bottom, which are written as
 * RTF for WPS, Word and LibreOffice, as text, or, its tables, as CSV or a
 * workbook.
 */
#ifndef EXCHANGE_PAPER_H
#define EXCHANGE_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "base/vec.h"

/* The kinds of block; GB/T 9704-2012 says how each looks. */
enum paper_kind {
	PAPER_TITLE,      /* 小标宋 2号, in the middle */
	PAPER_SUBTITLE,   /* 楷体 3号, in the middle */
	PAPER_HEADING,    /* 黑体, numbered 一、 */
	PAPER_SUBHEADING, /* 楷体, numbered （一） below its heading */
	PAPER_TEXT,       /* 仿宋 3号, each line a paragraph, two characters in */
	PAPER_FACT,       /* what (黑体) and how (仿宋) in one paragraph */
	PAPER_SIGNATURE,  /* who signs (24 columns at most), a line, the day */
	PAPER_TABLE,
	PAPER_PAGE_BREAK,
	PAPER_KIND_N,
};

/* A column of a table. */
struct paper_column {
	const char *word; /* its heading, translated */
	int width;        /* beside that of the others */
	bool right;       /* numbers stand at its right end */
};

/* One block.  Strings are "" where a kind has no use for them. */
struct paper_block {
	enum paper_kind kind;
	char *number; /* 一、 */
	char *label;  /* what a fact is about */
	char *text;
	struct paper_column *columns; /* of a table */
	struct strvec words;          /* the columns' own */
	size_t n_columns;
	bool is_tall;        /* rows with room to write in */
	struct strvec cells; /* row after row */
};

struct paper {
	bool landscape; /* A4 on its side, smaller letters */
	char *mark;     /* above each page at the left, 内部; "" none */
	char *head;     /* above each page; "" none */
	char *foot;     /* below each page, beside its number: at most 40
	                   columns; "" none */
	struct paper_block *blocks;
	size_t n;
	size_t size;
	int n_headings;
	int n_subheadings; /* below the newest heading */
};

void
paper_init(struct paper *paper, bool landscape);

void
paper_clear(struct paper *paper);

/* What stands above and below each page; text is copied. */
void
paper_set_mark(struct paper *paper, const char *text);

void
paper_set_head(struct paper *paper, const char *text);

void
paper_set_foot(struct paper *paper, const char *text);

/*
 * Appends a block; texts are copied.  They may be anything that a record holds:
 * what a character means to a format is its writer's business, and none is left
 * out, but controls, which become U+FFFD.
 */
void
paper_add(struct paper *paper, enum paper_kind kind, const char *text);

void
paper_addf(struct paper *paper, enum paper_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Appends a PAPER_FACT. */
void
paper_add_fact(struct paper *paper, const char *label, const char *text);

/* Begins a table, to which paper_add_row() appends n cells. */
void
paper_begin_table(struct paper *paper, const struct paper_column *columns,
	size_t n, bool is_tall);

void
paper_add_row(struct paper *paper, const char *const *cells);

size_t
paper_n_rows(const struct paper_block *table);

const char *
paper_cell(const struct paper_block *table, size_t row, size_t column);

/* The words of the first title, "" where there is none. */
const char *
paper_title(const struct paper *paper);

/*
 * RTF 1.9, in ASCII alone: A4, top margin 37 mm, left 28 mm, type area 156 by
 * 225 mm, 22 lines of 28 characters; on its side 225 by 156 mm.  A table's
 * heading stands on each of its pages, the number of the page at its outer
 * edge.
 */
void
paper_to_rtf(const struct paper *paper, struct strbuf *out);

/* The size of a page of text with all that stands on it, in lines and columns:
 * 28 hanzi, and the smaller ones of a page on its side. */
enum {
	PAPER_ROWS = 22,
	PAPER_COLS = 56,
	PAPER_WIDE_COLS = 132,
};

/* The pages as text: PAPER_ROWS lines each, ended by line feeds, cleaned for a
 * terminal or a printer; tables ruled with + - and |. */
void
paper_to_text(const struct paper *paper, struct strvec *pages);

/* The same as one text, with a form feed between pages. */
void
paper_join_pages(const struct paper *paper, const char *line_end,
	struct strbuf *out);

/* The forms of a file. */
enum paper_format {
	PAPER_RTF,
	PAPER_PLAIN, /* form feeds between pages; a file is UTF-8 with its mark
	                and has CR LF */
	PAPER_CSV,   /* the tables, for a spreadsheet */
	PAPER_XLSX,  /* the same as a workbook, in a file */
	PAPER_FORMAT_N,
};

struct paper_form {
	const char *name; /* on the command line */
	const char *ending;
	const char *word; /* N_() */
};

extern const struct paper_form paper_forms[PAPER_FORMAT_N];

/* By its name; PAPER_FORMAT_N where there is none. */
enum paper_format
paper_format_find(const char *name);

/* True where the document can be written so: CSV needs a table,
 * as does a workbook. */
bool
paper_can_be(const struct paper *paper, enum paper_format format);

/* Writes the file, which appears only when it is complete; an existing one is
 * refused.  "-" is standard output. */
enum err_code
paper_write(const struct paper *paper, enum paper_format format,
	const char *path, struct err *err);

#endif
