/*
 * Dates as offices write them.  Stored as ISO 8601: YYYY-MM-DD, or YYYY-MM or
 * YYYY where the paper says no more.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

#define DATE_SIZE 11 /* "YYYY-MM-DD" and its zero byte */
#define TIME_SIZE 17 /* "YYYY-MM-DD HH:MM" and its zero byte */

/*
 * Brings a typed or imported date to its stored form.  Accepts 2024-3-5,
 * 2024/3/5, 2024.3.5, 20240305, 2024年3月5日, 2024年3月, 2024.3, 202403, 2024,
 * 2024年, a time of day behind it that is all zeros (2024-03-05 00:00:00, as
 * spreadsheets save), full-width digits and points, blanks around, 今天 and t
 * for today, 昨天 and 明天.  Years 1900 to 2100.  ERR_INVALID says what is
 * wrong in one sentence: no date, no such day (1970-02-29).
 * today is a stored day.
 */
enum err_code
date_parse(const char *typed, const char *today, char out[DATE_SIZE],
	struct err *err);

/*
 * A moment: a day as above, a blank or T, and 9:05, 9:05:00, 9时5分 or 9点;
 * a time of day alone is today's; "3-5 9:05" is refused.  Stored as
 * YYYY-MM-DD HH:MM.  Seconds other than 0 are refused, not dropped.
 */
enum err_code
date_parse_time(const char *typed, const char *today, char out[TIME_SIZE],
	struct err *err);

/* True for a stored form of any of the three precisions. */
bool
date_valid(const char *date);

/* True where the date names a day and not only a month or year. */
bool
date_is_day(const char *date);

/*
 * Compares what two dates have in common: 2024-03 and 2024-03-05 are 0, as
 * are 2024 and 2024-03; else <0 or >0.
 */
int
date_compare(const char *a, const char *b);

/* The day n_days after a stored day (before it where negative). */
void
date_add_days(const char *day, int n_days, char out[DATE_SIZE]);

/* The same day n_months later; the last of the month where it has no such
 * day.  Works on months (YYYY-MM) as well. */
void
date_add_months(const char *date, int n_months, char out[DATE_SIZE]);

/* Days from a to b, both stored days. */
int
date_days_between(const char *a, const char *b);

/* Full years from birth to day, by what both dates say. */
int
date_full_years(const char *from, const char *day);

/* The moments, by local time, at which a stored date begins and after which
 * it is over: of a day, a month or a year. */
void
date_span(const char *date, int64_t *begin, int64_t *end);

/* The local day and the local minute of a moment (seconds since 1970 UTC). */
void
date_of_moment(int64_t moment, char out[DATE_SIZE]);

void
date_time_of_moment(int64_t moment, char out[TIME_SIZE]);

#endif
