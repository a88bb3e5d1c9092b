/*
 * What is to be done (待办): conditions under which a record wants somebody's
 * attention.  A further one is a line in the table; Home shows it with its
 * count and opens the list of the records.
 */
#ifndef RECORDS_DUE_H
#define RECORDS_DUE_H

#include <stddef.h>

#include "records/record.h"

struct due {
	const char *name;
	const struct record_type *type;
	const char *label; /* N_() what Home says, before the count */
	const char *where; /* SQL over the alias t; one ? where days is not 0 */
	int days;          /* the ? is the day so many days from today */
};

extern const struct due dues[];
extern const size_t dues_n;

#endif
