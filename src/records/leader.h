/*
 * Leaders (负责人): the rule of who heads a union.  The head of a union is a
 * leader in charge or the first hand of the lead unit, and never of the
 * enterprise; in unions below others the choice is freer.
 */
#ifndef RECORDS_LEADER_H
#define RECORDS_LEADER_H

#include <stdbool.h>

#include "records/record.h"

/* Is the choice of the head of this union free of the rule? */
bool
leader_is_free(const struct record *org);

/* Does the leader come from a unit of the enterprise side (企业方)? */
bool
leader_is_of_enterprise(struct store *store, const struct record *leader);

#endif
