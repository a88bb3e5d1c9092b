/*
 * How a typed word is looked up: as ranges of the keys of find_key, best
 * first.  The lists' filter and the search box both find by these, and a
 * record's own keys fall into them, so that there is one answer to what fits
 * a word and why.
 */
#ifndef RECORDS_SEARCH_KEY_H
#define RECORDS_SEARCH_KEY_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "records/record.h"
#include "store/table.h"

/* Why a record was found, best first. */
enum search_why {
	SEARCH_EXACT,      /* the whole name is what was typed */
	SEARCH_INITIALS,   /* pinyin initials */
	SEARCH_PINYIN,     /* pinyin */
	SEARCH_BEGINNING,  /* the name begins so */
	SEARCH_INSIDE,     /* it stands further on in the name */
	SEARCH_READING,    /* pinyin of another reading */
	SEARCH_NUMBER,     /* a number begins so */
	SEARCH_NUMBER_END, /* a number ends so */
	SEARCH_WHY_N,
};

/* Keys of one kind from one text (with it) to another (without it), compared
 * bytewise. */
struct search_range {
	enum search_why why;
	enum find_kind kind;
	char *from;  /* begins as below does */
	char *below;
	bool fits; /* of these only keys that pinyin_find_fits() */
};

struct search_word {
	char *word; /* folded */
	VEC(struct search_range) ranges; /* by why; may overlap */
};

struct search_words {
	struct search_word *items;
	size_t n;
	size_t size;
};

/*
 * Appends the words of a text as it was typed, folded: parted by blanks of any
 * width, U+20BB7 being the character with that number.  join: words of letters
 * that follow one another are one, as people part the syllables of a name.
 */
void
search_parse(const char *text, bool join, struct strvec *folded);

/* word must be folded and not empty. */
void
search_word_init(struct search_word *word, const char *folded);

void
search_word_clear(struct search_word *word);

/* All words of a text, joined; words must be zeroed. */
void
search_words_init(struct search_words *words, const char *text);

void
search_words_clear(struct search_words *words);

/* The number of the first range that the key falls into, or n of them. */
size_t
search_word_range(const struct search_word *word, const struct find_key *key);

/* The field whose index answers for FIND_COLUMN; NULL for any other kind, and
 * where the type has no such field. */
const struct field_type *
search_column(const struct record_type *type, enum find_kind kind);

#endif
