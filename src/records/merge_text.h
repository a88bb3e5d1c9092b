/*
 * Two texts of several lines that two have made of one (两人同改的长文本): where
 * they are the same, and both one under the other.
 */
#ifndef RECORDS_MERGE_TEXT_H
#define RECORDS_MERGE_TEXT_H

#include <stddef.h>

#include "base/strbuf.h"

/* Whole lines that both texts have at their beginning and at their end. */
struct merge_text {
	size_t n_before; /* lines */
	size_t n_after;  /* of the others */
};

void
merge_text_compare(const char *one, const char *other, struct merge_text *out);

/* Appends the lines of text between those that both have; no LF at the end. */
void
merge_text_part(const struct merge_text *same, const char *text,
	struct strbuf *out);

/*
 * Appends what both have once and, between that, what each has of its own, below
 * a line that says whose it is.  Every line of either text is in it.
 */
void
merge_text_join(const char *theirs, const char *their_line, const char *mine,
	const char *my_line, struct strbuf *out);

#endif
