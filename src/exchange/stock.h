/*
 * What every office begins with (通用资料): voting rules, kinds of meeting and
 * phrases from share/meetings, the provisional standard from share/checklists,
 * compiled in.  Once entered they are the office's own records.
 */
#ifndef EXCHANGE_STOCK_H
#define EXCHANGE_STOCK_H

#include "base/err.h"
#include "base/job.h"
#include "store/change.h"
#include "store/store.h"

/* Enters them, one change for each type and what it owns. */
enum err_code
stock_fill(struct store *store, const struct change_info *info,
	struct job *job, struct err *err);

#endif
