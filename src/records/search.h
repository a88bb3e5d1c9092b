/*
 * The search box: records of every type, or of one list, by whatever words
 * one types, best first, a page at a time, each with the reason why it is
 * there.  A record has its place by the best of its reasons and stands there
 * alone.
 */
#ifndef RECORDS_SEARCH_H
#define RECORDS_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "records/query.h"
#include "records/record.h"
#include "records/search_key.h"

/* Where the walk through the keys can stop: one range of one type. */
struct search_stop {
	size_t range; /* of the leading word */
	const struct record_type *type;
};

struct search {
	struct store *store;
	const struct query *within; /* NULL: every type */
	struct search_words words;
	size_t leading; /* the word whose keys are walked through; records must
	                   fit the others as well */
	VEC(struct search_stop) stops; /* in the order of what is found */
};

/* True where records of the type have keys of their own. */
bool
search_has_keys(const struct record_type *type);

/*
 * A search for the words of text, parted by blanks; all must fit.  within, if
 * not NULL, lives longer than the search: only what that query finds whatever
 * its own words are, of a type with search_has_keys().  Without a word nothing
 * is found.
 */
enum err_code
search_init(struct search *search, struct store *store, const char *text,
	const struct query *within, struct err *err);

void
search_clear(struct search *search);

struct search_hit {
	struct record record;
	enum search_why why;
	const struct field_type *field; /* that fits */
	char *place; /* for going on from here */
};

struct search_page {
	struct search_hit *items;
	size_t n;
	size_t size;
};

void
search_page_clear(struct search_page *page);

/* Which hits are wanted. */
enum search_side {
	SEARCH_FROM,   /* that of the place, if it is still there, and on */
	SEARCH_AFTER,  /* what follows the place; NULL: from the first */
	SEARCH_BEFORE, /* what stands before it, the nearest first; NULL: from
	                  the last backwards */
};

/* Appends n hits to page, which the caller has zeroed, or as many as there
 * are. */
enum err_code
search_load(const struct search *search, enum search_side side,
	const char *place, size_t n, struct search_page *page, struct err *err);

/* The place where a record of the type stands, appended; ERR_ABSENT where it
 * is not found. */
enum err_code
search_locate(const struct search *search, const struct record_type *type,
	int64_t id, struct strbuf *place, struct err *err);

/* How many records are found, counted to at most limit (0: all): slower than
 * a page. */
enum err_code
search_count(const struct search *search, int64_t limit, int64_t *n,
	struct err *err);

/* Why, in words ("phone: last digits"), appended. */
void
search_why_words(enum search_why why, const struct field_type *field,
	struct strbuf *out);

#endif
