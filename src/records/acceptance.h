/*
 * Acceptance of a rectification (验收): what its score and its ballots come to,
 * by the marks of the office.
 */
#ifndef RECORDS_ACCEPTANCE_H
#define RECORDS_ACCEPTANCE_H

#include <stdint.h>

#include "base/strbuf.h"
#include "records/record.h"

/* What the office demands; percent of the ballots cast. */
struct acceptance_marks {
	int64_t pass_mark;        /* 合格分数: this score is enough */
	int64_t dissatisfied_max; /* 不满意率上限: so many are still borne */
	int64_t track_months;     /* 跟踪月数 */
};

/* The marks of the office; those that a new office begins with where it has
 * none. */
void
acceptance_marks(struct store *store, struct acceptance_marks *marks);

/* Those by which a rectification was judged. */
void
acceptance_kept_marks(const struct record *rectification,
	struct acceptance_marks *marks);

enum acceptance_verdict {
	ACCEPTANCE_OPEN, /* its numbers are not all there */
	ACCEPTANCE_PASSED,
	ACCEPTANCE_FAILED,
};

/* Numbers are -1 where they are not there. */
struct acceptance {
	int64_t score;
	int64_t ballots;
	int64_t dissatisfied;
};

void
acceptance_of(const struct record *rectification,
	struct acceptance *acceptance);

/* No ballot need be held; of one that was, both numbers must be known. */
enum acceptance_verdict
acceptance_judge(const struct acceptance *acceptance,
	const struct acceptance_marks *marks);

/* Appends one or two lines: the numbers, what they come to, and until when
 * it is tracked, where track_until is not "". */
void
acceptance_tell(const struct acceptance *acceptance,
	const struct acceptance_marks *marks, const char *track_until,
	struct strbuf *out);

#endif
