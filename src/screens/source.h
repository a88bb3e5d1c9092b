/* Records as rows: the source behind lists and the choice of a record. */
#ifndef SCREENS_SOURCE_H
#define SCREENS_SOURCE_H

#include "records/query.h"
#include "tui/list.h"
#include "tui/window.h"

/* What is asked; both live longer than the source, which must stay put. */
struct record_source {
	struct store *store;
	const struct query *query;
	const char *const *paths; /* NULL: the type's list */
	size_t n_paths;
};

/* The rows' ids are the records'; sensitive cells are masked. */
void
record_source_init(struct record_source *source, struct store *store,
	const struct query *query, const char *const *paths, size_t n_paths,
	struct window_source *out);

/* The columns of a list of these paths; fills columns[n_paths]. */
void
record_columns(const struct record_type *type, const char *const *paths,
	size_t n_paths, struct list_column *columns);

#endif
