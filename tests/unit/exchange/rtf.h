/*
 * A small reader of RTF, for tests: what office programs would find in a
 * document, or why they could not.
 */
#ifndef TESTS_UNIT_EXCHANGE_RTF_H
#define TESTS_UNIT_EXCHANGE_RTF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "base/vec.h"

/* Where text stands. */
enum rtf_place {
	RTF_BODY,
	RTF_FONTS,  /* a name a font, in order, each ended by ; */
	RTF_FALTS,  /* the same of what stands in for them */
	RTF_STYLES,
	RTF_TITLE,
	RTF_HEAD_ODD,
	RTF_HEAD_EVEN,
	RTF_FOOT_ODD,
	RTF_FOOT_EVEN,
	RTF_FIELD,  /* what is to be computed: PAGE */
	RTF_NOWHERE,
	RTF_PLACES,
};

/* Cells of a row. */
struct rtf_row {
	bool is_heading; /* repeated on each page */
	int n_cells;
	int n_edges; /* that were defined for it */
	int right;   /* the last edge */
};

/*
 * In texts a paragraph ends with a line feed, a cell with a tab and a row with
 * "#\n"; a line end within a paragraph or a cell is /, a page break a form
 * feed.
 */
struct rtf {
	struct strbuf texts[RTF_PLACES];
	VEC(struct rtf_row) rows;
	VEC(int) fonts; /* of each character of the body */
	VEC(int) sizes;
	int width, height, left, right, top, bottom;
	bool landscape;
	int n_groups;
};

/* NULL, or a sentence on what is wrong.  rtf_clear() in either case. */
const char *
rtf_read(const char *bytes, size_t len, struct rtf *out);

void
rtf_clear(struct rtf *rtf);

#endif
