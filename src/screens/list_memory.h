/*
 * How an operator left the list of a type (列表的排法和筛选): by what it is
 * sorted and which field values it is narrowed down by.  Kept in the database
 * as the operator's setting, not as a record; what was typed to search is not
 * kept.
 */
#ifndef SCREENS_LIST_MEMORY_H
#define SCREENS_LIST_MEMORY_H

#include "records/query.h"
#include "screens/ui.h"

/* Fields whose values a list can be narrowed down by: those with choices. */
bool
list_memory_may_filter(const struct record_type *type,
	const struct field_type *field);

/*
 * Sorts and narrows query as the operator left the list of query->type; what
 * no longer fits the dictionary, and an order that the list would be too long
 * for now, is left out.
 */
void
list_memory_load(struct ui *ui, struct query *query);

/* Keeps the order of query, and its filters; where nothing can be written, it
 * stays for as long as the list is open. */
void
list_memory_save(struct ui *ui, const struct query *query);

#endif
