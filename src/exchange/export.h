/* Records out (导出): any type, or what a list shows, as CSV or as a
 * workbook (.xlsx). */
#ifndef EXCHANGE_EXPORT_H
#define EXCHANGE_EXPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/enc.h"
#include "base/err.h"
#include "base/job.h"
#include "records/query.h"
#include "store/store.h"

struct export_options {
	enum encoding enc; /* ENC_UTF8_BOM is the usual one */
	bool codes;        /* codes instead of words */
	bool full;         /* sensitive values whole; the caller has journalled
	                      it (journal_note) */
	bool replace;      /* an existing file may be replaced */
	bool english;      /* English headers: the column names; else Chinese */
	bool title;        /* a line above the header: what, whose, which day */
};

/*
 * Writes the records that query finds, in its order, as a workbook where the
 * path ends in .xlsx (exchange/sheet.h).  First column id (编号),
 * then every field; a reference is two columns, title and id (branch,
 * branch_id).  *n, if not NULL, gets the rows written.  What others save
 * meanwhile is not in it.
 */
enum err_code
export_query(struct store *store, const struct query *query, const char *path,
	const struct export_options *options, struct job *job, uint64_t *n,
	struct err *err);

/* Every type into a folder, one file each (member.csv …), in the order of
 * reference, by id, all as of one moment.  Existing files are refused unless
 * replace. */
enum err_code
export_all(struct store *store, const char *folder,
	const struct export_options *options, struct job *job, uint64_t *n,
	struct err *err);

#endif
