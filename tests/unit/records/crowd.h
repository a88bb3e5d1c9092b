/* An office full of invented people, always the same ones. */
#ifndef TESTS_UNIT_RECORDS_CROWD_H
#define TESTS_UNIT_RECORDS_CROWD_H

#include "desk.h"

enum {
	CROWD_UNITS = 8,
	CROWD_ORGS = 5,
	CROWD_MEMBERS = 130,
	CROWD_MEMBERSHIPS = 90,
};

struct crowd {
	int64_t units[CROWD_UNITS];
	int64_t branches[3];
	int64_t orgs[CROWD_ORGS];
	int64_t members[CROWD_MEMBERS];
};

/* Records of every type, many with equal or empty values; in one change. */
void
crowd_fill(struct desk *desk, struct crowd *crowd);

/* A name by the sequence that seed begins, on the heap. */
char *
crowd_name(uint64_t *seed);

#endif
