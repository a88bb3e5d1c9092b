/*
 * What every office begins with (通用资料): voting rules, kinds of meeting and
 * phrases, compiled in from share/meetings.  Once entered they are the office's
 * own records.
 */
#ifndef EXCHANGE_STOCK_H
#define EXCHANGE_STOCK_H

#include "base/embed.h"
#include "base/err.h"
#include "base/job.h"
#include "store/change.h"
#include "store/store.h"

/* Enters them, one change for each type. */
enum err_code
stock_fill(struct store *store, const struct change_info *info,
	struct job *job, struct err *err);

/* The same with other files that are compiled in, TYPE.csv in the order of
 * reference. */
enum err_code
stock_take(struct store *store, const struct embed_file *files,
	size_t n_files, const struct change_info *info, struct job *job,
	struct err *err);

#endif
