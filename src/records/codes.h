/*
 * Code lists (代码表): the words of a field that takes one of a few values.
 * Data, from share/codes/NAME.csv (code, en, zh, also, source), compiled in.
 */
#ifndef RECORDS_CODES_H
#define RECORDS_CODES_H

#include <stddef.h>

struct code {
	const char *code; /* as stored */
	const char *en;
	const char *zh;
	const char *also; /* more words seen in files, parted by '|', or "" */
};

struct code_list {
	const char *name;
	const struct code *codes;
	size_t n_codes;
};

/* Every list, in the order of names. */
extern const struct code_list code_lists[];
extern const size_t code_lists_n;

/* NULL where there is no such list. */
const struct code_list *
code_list_find(const char *name);

/* The entry with this code, or NULL. */
const struct code *
code_find(const struct code_list *list, const char *code);

/*
 * The entry that a person or a file means: its code, either word, one of the
 * others (all compared by their folded form), or the pinyin initials of the
 * Chinese word where they fit one entry only.  NULL where none does.
 */
const struct code *
code_match(const struct code_list *list, const char *typed);

/* The entry of which typed is one of the words (folded as well), not its code
 * nor the initials of one; NULL where none is. */
const struct code *
code_match_word(const struct code_list *list, const char *typed);

/* The word in the language of the screen. */
const char *
code_word(const struct code *code);

#endif
