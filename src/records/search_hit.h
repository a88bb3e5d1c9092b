/* Whether a record is found by a search, where, and why; for search.c alone. */
#ifndef RECORDS_SEARCH_HIT_H
#define RECORDS_SEARCH_HIT_H

#include "records/search.h"

/*
 * Fills hit, but its place, with the record of the id if this key of this stop
 * is the best of those by which the leading word finds it, and the other words
 * fit it, too; else ERR_ABSENT.
 */
enum err_code
search_hit_load(const struct search *search, const struct search_stop *stop,
	const char *key, int64_t id, struct search_hit *hit, struct err *err);

/* The best key of the record for the leading word: its range, and the key,
 * appended.  ERR_ABSENT where the search does not find the record. */
enum err_code
search_hit_find(const struct search *search, const struct record_type *type,
	int64_t id, size_t *range, struct strbuf *key, struct err *err);

/* The id as find_key has it. */
enum err_code
search_hit_place(struct store *store, int64_t id, int64_t *place,
	struct err *err);

#endif
