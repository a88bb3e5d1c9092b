/*
 * A union's roster, 花名册: who acts in it on a day, and the numbers that its
 * reports ask for.
 */
#ifndef RECORDS_ROSTER_H
#define RECORDS_ROSTER_H

#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"
#include "records/query.h"

/*
 * Fills query (uninitialised before; query_clear()) with the memberships of the
 * union: those that have not ended or, with a day, those that it lies in; day
 * is stored, "" none.
 */
void
roster_query(struct query *query, int64_t union_org_id, const char *day);

/* What the numbers are about. */
enum roster_part {
	ROSTER_PEOPLE,    /* all, native, incoming, women …, by age */
	ROSTER_POSTS,     /* by post in the union */
	ROSTER_EDUCATION, /* by level */
	ROSTER_PARTS,
};

struct roster_number {
	enum roster_part part;
	const char *word; /* translated, constant */
	int64_t n;
};

struct roster_numbers {
	struct roster_number *items; /* part after part; the first is all */
	size_t n;
	size_t size;
};

/*
 * Counts all whom the query finds, appending to numbers; vec_clear() it.  Ages
 * are full years on day.  Of posts, levels and what is not stated only those
 * that there are.
 */
enum err_code
roster_count(struct store *store, const struct query *query, const char *day,
	struct roster_numbers *numbers, struct err *err);

#endif
