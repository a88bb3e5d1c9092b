/*
 * Sets of codes (多选代码): the value of a field that takes several codes of its
 * list.  They stand in the order of the list, parted by one comma, none twice;
 * "" is none.
 */
#ifndef RECORDS_CODE_SET_H
#define RECORDS_CODE_SET_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "records/codes.h"

/*
 * Reads codes and words in any order and mixture, each as code_match() takes
 * it, parted by 、 ，, ；; ／/ or blanks (which a word may hold as well), and
 * appends the set.  False, and the first that is none of them in unknown, where
 * one is not; out is as it was then.
 */
bool
code_set_read(const struct code_list *list, const char *typed,
	struct strbuf *out, struct strbuf *unknown);

bool
code_set_has(const char *set, const char *code);

/* Goes through a set: puts the next code into code and moves *set behind it;
 * false at the end. */
bool
code_set_next(const char **set, struct strbuf *code);

#endif
