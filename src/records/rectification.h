/* Rectifications (规范整顿) of unions, beyond what the dictionary says. */
#ifndef RECORDS_RECTIFICATION_H
#define RECORDS_RECTIFICATION_H

#include "base/err.h"
#include "records/record.h"

/* Of rectification_state (并入). */
#define RECTIFICATION_MERGED "8"

/* Closed, or the union dissolved or merged. */
bool
rectification_is_over(const struct record *record);

/* *open is the one of that union that is not over, other than except (may be
 * 0), or 0. */
enum err_code
rectification_open_of(struct store *store, int64_t union_org_id,
	int64_t except, int64_t *open, struct err *err);

#endif
