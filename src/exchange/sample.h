/* The sample office (示例单位): invented people and units, compiled in. */
#ifndef EXCHANGE_SAMPLE_H
#define EXCHANGE_SAMPLE_H

#include "base/err.h"
#include "base/job.h"
#include "store/change.h"
#include "store/store.h"

/*
 * Fills an open and empty database, one change for each type that stands by
 * itself: with what every office begins with (exchange/stock.h), and then with
 * the sample's own, its operators among them.
 */
enum err_code
sample_fill(struct store *store, const struct change_info *info,
	struct job *job, struct err *err);

#endif
