/*
 * Loose ends (待理顺): what no save lets in, but what stands in a database once
 * the work of two copies has been brought together: a value twice that must be
 * unique, a reference to a record that the other copy removed, records above
 * one another in a circle.  Nothing is damaged by them; they are things to do
 * for the clerk.
 */
#ifndef RECORDS_LOOSE_H
#define RECORDS_LOOSE_H

#include <stdint.h>

#include "base/err.h"
#include "base/job.h"
#include "store/store.h"

/*
 * Calls each with a translated sentence for every loose end, which names the
 * records with their ids and shows no masked number.  *n gets how many there
 * are.
 */
enum err_code
loose_list(struct store *store, struct job *job,
	void (*each)(void *data, const char *sentence), void *data,
	uint64_t *n, struct err *err);

#endif
