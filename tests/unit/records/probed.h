/* A small world to ask the probes about: one union in the year 2025. */
#ifndef TESTS_UNIT_RECORDS_PROBED_H
#define TESTS_UNIT_RECORDS_PROBED_H

#include "desk.h"

#include "records/nouns.h"
#include "records/probe.h"

/* Codes of verdict. */
#define MET "1"
#define PARTLY "2"
#define UNMET "3"
#define UNCLEAR ""

/* Of meeting_eligible. */
#define MEMBERS "2"
#define UNITS "5"

/* At work since 2020-05-12, led by no unit. */
int64_t
probed_union(struct desk *desk);

int64_t
probed_unit(struct desk *desk, const char *name, const char *kind);

/* That the unit belongs to the union, from 2020 on. */
void
probed_join(struct desk *desk, int64_t org, int64_t unit);

int64_t
probed_kind(struct desk *desk, const char *name, const char *eligible,
	const char *cycle);

/* A meeting to be signed that began at nine on that day. */
int64_t
probed_meeting(struct desk *desk, int64_t org, int64_t kind, const char *day);

/* One row of it: a member or a unit (0 none), there or absent. */
void
probed_attends(struct desk *desk, int64_t meeting, int64_t member,
	int64_t unit, bool there);

int64_t
probed_member(struct desk *desk, const char *name);

/* Fails unless the probe answers so about the year 2025 as it was over, with so
 * many records as evidence. */
void
probed_says(struct desk *desk, int64_t org, const char *name,
	const char *verdict, size_t n_evidence, const char *sentence);

/* The same about another period, on another day. */
void
probed_says_of(const struct probe_request *request, const char *name,
	const char *verdict, size_t n_evidence, const char *sentence);

#endif
