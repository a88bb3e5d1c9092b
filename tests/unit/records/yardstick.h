/* Standards of any shape for tests, and unions held against them. */
#ifndef TESTS_UNIT_RECORDS_YARDSTICK_H
#define TESTS_UNIT_RECORDS_YARDSTICK_H

#include "desk.h"

/*
 * A standard of this code and edition with n_groups groups, the first of which
 * have one item more than the last where n_items does not divide; in force.
 * Codes are G1 …, I1 … over all groups.
 */
int64_t
yardstick_make(struct desk *desk, const char *code, const char *edition,
	size_t n_groups, size_t n_items);

/* The same, still being drafted. */
int64_t
yardstick_draft(struct desk *desk, const char *code, const char *edition,
	size_t n_groups, size_t n_items);

int64_t
yardstick_union(struct desk *desk, const char *name);

/* A run with its rows for the whole year 2025 or another part of it. */
int64_t
yardstick_run(struct desk *desk, int64_t standard, int64_t union_org,
	const char *part);

/* The run's row of the item of that code. */
int64_t
yardstick_row(struct desk *desk, int64_t run, const char *code);

#endif
