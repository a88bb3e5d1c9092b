/*
 * Attendance (出席) as a whole: who ought to attend a meeting, from the roster
 * as it stood on that day, and the numbers by which it is counted.
 */
#ifndef RECORDS_ATTENDANCE_H
#define RECORDS_ATTENDANCE_H

#include <stddef.h>

#include "base/err.h"
#include "records/owned.h"
#include "records/record.h"

/* 应到 = 实到 + 请假 + 缺席, once everybody is marked. */
struct attendance_numbers {
	unsigned called;     /* 应到: who counts among them */
	unsigned there;      /* 实到, of these as the next three */
	unsigned on_leave;   /* 请假 */
	unsigned absent;     /* 缺席 */
	unsigned unmarked;   /* not marked yet */
	unsigned sitting_in; /* 列席 */
	unsigned left_out;   /* 不计应到, with a reason */
};

/* rows are those of attendance_type; those that are to go do not count. */
void
attendance_count(const struct owned_rows *rows,
	struct attendance_numbers *numbers);

/*
 * Adds to rows those who ought to attend the meeting, by what its kind says of
 * them and by the union's roster of the day on which it begins (today, a stored
 * day, where that is not known): *n_added new rows.  Who has a row keeps it as
 * it is, and so does who was taken out of them here.  Members without a vote
 * are added with the reason for which they do not count.  ERR_INVALID where the
 * kind does not say who ought to attend, or a Party group is not named.
 */
enum err_code
attendance_fill(struct store *store, const struct record *meeting,
	struct owned_rows *rows, const char *today, size_t *n_added,
	struct err *err);

#endif
