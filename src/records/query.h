/*
 * Lists of records: a page at a time by key, never by offset, sorted by any
 * path that can be paged, filtered by words and by field values.
 */
#ifndef RECORDS_QUERY_H
#define RECORDS_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "records/due.h"
#include "records/record.h"

struct stmt;

/* Columns without an index are sorted only up to this many records. */
#define QUERY_SORT_MAX 20000

struct query_filter {
	char *path;  /* of the type; a reference is compared by id text */
	char *value; /* stored form; "" finds the empty ones; of a field of
	                several codes, those that must be among them; of a
	                time, the moment, day, month or year that holds it */
};

struct query {
	const struct record_type *type;
	char *order;     /* path, or NULL: the type's own order */
	bool descending;
	char *words;     /* of the filter line, "" none: hanzi anywhere in a
	                    name, initials, pinyin, beginning or end of a
	                    number; all words must fit.  Removed ones
	                    are found by what stands in their fields. */
	char *as_of;     /* a day: only records whose period holds it; "" */
	bool removed;    /* the removed ones instead of the others */
	const struct due *due; /* only those that are due for it, or NULL */
	VEC(struct query_filter) filters;
};

void
query_init(struct query *query, const struct record_type *type);

/* A copy on its own; to is uninitialised. */
void
query_copy(struct query *to, const struct query *from);

void
query_clear(struct query *query);

void
query_set_words(struct query *query, const char *words);

/* path NULL: the type's own order, which has a direction of its own. */
void
query_set_order(struct query *query, const char *path, bool descending);

/* Adds a filter, or replaces the one of the same path; value NULL drops it. */
void
query_set_filter(struct query *query, const char *path, const char *value);

/* A row of a list. */
struct query_row {
	int64_t id;
	char *key;    /* the value it is sorted by, for paging on from here */
	char **cells; /* stored forms by query's paths; references by title */
};

struct query_page {
	struct query_row *rows;
	size_t n;
	size_t n_cells;
	bool more; /* there are rows beyond, in the direction asked */
};

void
query_page_clear(struct query_page *page);

/*
 * The n rows that follow the row with (key, id) in the order of the query, or
 * come before it (backward; still in the order of the query); key NULL begins
 * at the one end or the other.  paths are n_paths columns, NULL: the type's
 * list.  A path may also be "id" or "title".
 */
enum err_code
query_load(struct store *store, const struct query *query,
	const char *const *paths, size_t n_paths, const char *key, int64_t id,
	bool backward, size_t n, struct query_page *page, struct err *err);

/* The value by which the record of that id is sorted, appended to key;
 * ERR_ABSENT where the query does not find it. */
enum err_code
query_locate(struct store *store, const struct query *query, int64_t id,
	struct strbuf *key, struct err *err);

/* The field at the end of a path; NULL for "id" and "title". */
const struct field_type *
query_field(const struct record_type *type, const char *path);

/* How many records the query finds, counted to at most limit (0: all). */
enum err_code
query_count(struct store *store, const struct query *query, int64_t limit,
	int64_t *n, struct err *err);

/* True where the list can be sorted by this path: indexed, or few records. */
bool
query_can_sort(struct store *store, const struct query *query,
	const char *path);

/*
 * Calls each for every record that the query finds, in its order, without
 * keeping more than one in memory; a value other than ERR_OK stops and is
 * returned.
 */
enum err_code
query_each(struct store *store, const struct query *query,
	enum err_code (*each)(void *data, const struct record *record,
		struct err *err),
	void *data, struct err *err);

/*
 * The same with rows as query_load() gives them; what the row holds lives until
 * each returns.
 */
enum err_code
query_each_row(struct store *store, const struct query *query,
	const char *const *paths, size_t n_paths,
	enum err_code (*each)(void *data, const struct query_row *row,
		struct err *err),
	void *data, struct err *err);

/*
 * Calls each for every record that the query finds, in its order, with the row
 * as SQL gives it: the columns of row_add_columns(), which are valid until each
 * returns.  For long work alone, between store_read_begin() and
 * store_read_end(); a value other than ERR_OK stops and is returned.
 */
enum err_code
query_scan(struct store *store, const struct query *query,
	enum err_code (*each)(void *data, const struct stmt *row,
		struct err *err),
	void *data, struct err *err);

#endif
