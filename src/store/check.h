/*
 * ronghe check: is everything as the journal says?  SQLite's integrity_check
 * (left out where quick), the hash chain of every site, the record tables
 * against a replay of the journal in one ordered pass, the search rows and
 * sort keys against the values.
 */
#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/job.h"
#include "store/store.h"

struct check_result {
	uint64_t n_rows;    /* journal rows verified */
	uint64_t n_blanked; /* of them, whose content was blanked */
	uint64_t n_records; /* records compared, but for what was blanked */
	uint64_t n_faults;
};

/*
 * Every fault goes to fault() as one translated sentence that names the place;
 * the check goes on after it.  ERR_OK means that the check ran to its end, not
 * that there were no faults.
 */
enum err_code
check_run(struct store *store, bool quick, struct job *job,
	void (*fault)(void *data, const char *sentence), void *data,
	struct check_result *result, struct err *err);

#endif
