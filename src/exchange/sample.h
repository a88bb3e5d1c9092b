/* The sample office (示例单位): invented people and units, compiled in. */
#ifndef EXCHANGE_SAMPLE_H
#define EXCHANGE_SAMPLE_H

#include "base/err.h"
#include "base/job.h"
#include "store/change.h"
#include "store/store.h"

/*
 * Fills an open and empty database, one change for each type; the operators of
 * the sample are among them.  *n, if not NULL, gets the records made.
 */
enum err_code
sample_fill(struct store *store, const struct change_info *info,
	struct job *job, uint64_t *n, struct err *err);

#endif
