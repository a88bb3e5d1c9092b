/*
 * A union's roster on paper: the sign-in sheet, 签到表, as text to print or as
 * CSV, and the roster with its numbers, 花名册, as CSV.  Files appear only when
 * complete; an existing one is refused.
 */
#ifndef EXCHANGE_SHEET_H
#define EXCHANGE_SHEET_H

#include <stdint.h>

#include "base/enc.h"
#include "base/err.h"
#include "records/query.h"
#include "store/store.h"

/* What stands on the head of every page; strings may be "". */
struct sheet {
	const char *title;
	const char *office;
	const char *union_name;
	const char *day; /* stored */
};

/*
 * The sign-in sheet of those whom the query (of memberships) finds: number,
 * name, unit (else home branch) and room to sign.  Ruled lines of + - | that
 * are SHEET_COLS columns wide, pages of SHEET_ROWS lines with the head on each
 * and a form feed between, line ends CR LF.  What is longer than its column
 * goes on in the next line.  *n, if not NULL, gets the people written.
 */
enum { SHEET_COLS = 79, SHEET_ROWS = 44 };

enum err_code
sheet_write_text(struct store *store, const struct query *query,
	const struct sheet *sheet, enum encoding enc, const char *path,
	uint64_t *n, struct err *err);

/* The same columns without head and pages. */
enum err_code
sheet_write_csv(struct store *store, const struct query *query,
	enum encoding enc, const char *path, uint64_t *n, struct err *err);

/* The roster, and below an empty row its numbers on day, each a row: what is
 * counted, how many. */
enum err_code
sheet_write_roster(struct store *store, const struct query *query,
	const char *day, enum encoding enc, const char *path, uint64_t *n,
	struct err *err);

#endif
