#include "test.h"

#include <time.h>

#include "base/date.h"
#include "base/i18n.h"

#define TODAY "2026-03-01"

/* stored NULL: refused with ERR_INVALID and a sentence. */
struct row {
	const char *typed;
	const char *stored;
};

static const struct row dates[] = {
	{"2024-3-5", "2024-03-05"},
	{"2024-03-05", "2024-03-05"},
	{"2024/3/5", "2024-03-05"},
	{"2024.3.5", "2024-03-05"},
	{"20240305", "2024-03-05"},
	{"2024年3月5日", "2024-03-05"},
	{"2024年03月05日", "2024-03-05"},
	{"2024年3月5号", "2024-03-05"},
	{"2024年3月5", "2024-03-05"},
	{"2024 年 3 月 5 日", "2024-03-05"},
	{"2024 - 3 - 5", "2024-03-05"},
	{"2024年3月", "2024-03"},
	{"2024年12月", "2024-12"},
	{"2024.3", "2024-03"},
	{"2024-3", "2024-03"},
	{"2024/12", "2024-12"},
	{"202403", "2024-03"},
	{"2024", "2024"},
	{"2024年", "2024"},
	{"2024 年", "2024"},
	{"  2024-3-5\t", "2024-03-05"},
	{"　２０２４－３－５　", "2024-03-05"},
	{"２０２４．３．５", "2024-03-05"},
	{"２０２４。３。５", "2024-03-05"},
	{"２０２４／３／５", "2024-03-05"},
	{"２０２４年３月５日", "2024-03-05"},
	{"2024—3—5", "2024-03-05"},
	{"2024-03-05 00:00:00", "2024-03-05"},
	{"2024-03-05T00:00:00", "2024-03-05"},
	{"2024-03-05 00:00:00.000", "2024-03-05"},
	{"2024/3/5 0:00", "2024-03-05"},
	{"2024/3/5 0:00:00", "2024-03-05"},
	{"20240305 00:00:00", "2024-03-05"},
	{"今天", "2026-03-01"},
	{" 今天 ", "2026-03-01"},
	{"t", "2026-03-01"},
	{"2024-03-05今天", "2026-03-01"},
	{"2024-03-05 昨天", "2026-02-28"},
	{"2024年3月5日t", "2026-03-01"},
	{"2024-03-05今天5", NULL},
	{"T", "2026-03-01"},
	{"ｔ", "2026-03-01"},
	{"昨天", "2026-02-28"},
	{"明天", "2026-03-02"},
	{"1900-1-1", "1900-01-01"},
	{"2100-12-31", "2100-12-31"},
	{"2000-2-29", "2000-02-29"},
	{"1996.2.29", "1996-02-29"},
	{"1970-02-29", NULL},
	{"1900-02-29", NULL},
	{"2100年2月29日", NULL},
	{"2023-2-29", NULL},
	{"2024-2-30", NULL},
	{"2024-4-31", NULL},
	{"2024-13-1", NULL},
	{"2024-0-1", NULL},
	{"2024-1-0", NULL},
	{"2024-13", NULL},
	{"202413", NULL},
	{"202400", NULL},
	{"20240230", NULL},
	{"1899-12-31", NULL},
	{"2101-1-1", NULL},
	{"1899", NULL},
	{"9999", NULL},
	{"", NULL},
	{"   ", NULL},
	{"45356", NULL},
	{"240305", NULL},
	{"24-3-5", NULL},
	{"3-5-2024", NULL},
	{"2024-", NULL},
	{"2024-3-", NULL},
	{"2024-3/5", NULL},
	{"2024--3-5", NULL},
	{"2024-3-5-6", NULL},
	{"2024-003-5", NULL},
	{"2024-3-005", NULL},
	{"2024030", NULL},
	{"202403051", NULL},
	{"2024年3", NULL},
	{"3月5日", NULL},
	{"2024-3-5 9:05", NULL},
	{"2024-3-5 00:00:01", NULL},
	{"2024-3 00:00:00", NULL},
	{"2024-3-5 00", NULL},
	{"今天 00", NULL},
	{"今", NULL},
	{"今天天", NULL},
	{"无", NULL},
	{"abc", NULL},
	{"2024-3-5x", NULL},
	{"2024Y3M5D", NULL},
	{"-2024-3-5", NULL},
	{"二〇二四年", NULL},
	{"\xFF\xFE", NULL},
	{"2024-3-5\xFF", NULL},
	{"000000000000000000000000000000000000000000000000000000000000000000",
		NULL},
};

static const struct row times[] = {
	{"2024-3-5 9:05", "2024-03-05 09:05"},
	{"2024-03-05 09:05", "2024-03-05 09:05"},
	{"2024-03-05T09:05:00", "2024-03-05 09:05"},
	{"2024-03-05 09:05:00.000", "2024-03-05 09:05"},
	{"2024年3月5日 9时5分", "2024-03-05 09:05"},
	{"2024年3月5日9时5分", "2024-03-05 09:05"},
	{"2024年3月5日 9点", "2024-03-05 09:00"},
	{"2024.3.5 ９：０５", "2024-03-05 09:05"},
	{"20240305 23:59", "2024-03-05 23:59"},
	{"今天 9:05", "2026-03-01 09:05"},
	{"今天9点30", "2026-03-01 09:30"},
	{"昨天 0:00", "2026-02-28 00:00"},
	{"t 9:05", "2026-03-01 09:05"},
	{"9:05", "2026-03-01 09:05"},
	{"9点", "2026-03-01 09:00"},
	{"3-5 9:05", NULL},
	{"2024-3-5", NULL},
	{"2024-3 9:05", NULL},
	{"2024 9:05", NULL},
	{"2024-2-30 9:05", NULL},
	{"24:00", NULL},
	{"9:60", NULL},
	{"9:05:30", NULL},
	{"9:5:60", NULL},
	{"9:", NULL},
	{"9", NULL},
	{"9:05 x", NULL},
	{"", NULL},
};

typedef enum err_code (*parse_fn)(
	const char *, const char *, char *, struct err *);

static enum err_code
parse_date(const char *typed, const char *today, char *out, struct err *err)
{
	return date_parse(typed, today, out, err);
}

static enum err_code
parse_time(const char *typed, const char *today, char *out, struct err *err)
{
	return date_parse_time(typed, today, out, err);
}

static void
check_row(const struct row *row, parse_fn parse)
{
	struct err err = ERR_INIT;
	char out[TIME_SIZE] = "untouched";
	enum err_code code = parse(row->typed, TODAY, out, &err);

	if (code != (row->stored != NULL ? ERR_OK : ERR_INVALID))
		fail_msg("\"%s\": %s", row->typed,
			err.text != NULL ? err.text : out);
	if (row->stored != NULL) {
		assert_string_equal(out, row->stored);
		assert_int_equal(
			parse(row->stored, TODAY, out, &err), ERR_OK);
		assert_string_equal(out, row->stored);
	} else {
		assert_string_equal(out, "untouched");
		assert_non_null(err.text);
	}
	err_clear(&err);
}

static void
reads_dates(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(dates); i++)
		check_row(&dates[i], parse_date);
}

static void
reads_times(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(times); i++)
		check_row(&times[i], parse_time);
}

static void
says_what_is_wrong(void **state)
{
	static const struct {
		const char *typed, *sentence;
	} rows[] = {
		{"1970-02-29", "The calendar has no day 1970-02-29."},
		{"2024-13", "The calendar has no month 2024-13."},
		{"1899", "The year 1899 lies outside 1900 to 2100."},
		{"yesterday",
			"This is no date; "
			"write it as 2024-3-5, 2024-3 or 2024."},
		{"2024-3-5 9:05",
			"Only a day is asked for here; "
			"leave out the time of day."},
	};
	struct err err = ERR_INIT;
	char out[DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		date_parse(rows[i].typed, TODAY, out, &err);
		assert_string_equal(err.text, rows[i].sentence);
	}
	err_clear(&err);
	assert_int_equal(date_parse("x", TODAY, out, NULL), ERR_INVALID);
}

static void
knows_the_stored_form(void **state)
{
	static const char *const good[] = {
		"2024", "2024-03", "2024-03-05", "2000-02-29", "1900-01-01"};
	static const char *const bad[] = {"", "202", "20240", "2024-3",
		"2024-3-5", "2024-03-5", "2024/03/05", "2024-02-30", "1899",
		"2101-01-01", "2024-00", "2024-03-00", "2024-03-05 ",
		"2024-03-05 09:05", "２０２４", "20240305", " 2024-03"};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(good); i++)
		if (!date_valid(good[i]))
			fail_msg("%s", good[i]);
	for (size_t i = 0; i < N_ITEMS(bad); i++)
		if (date_valid(bad[i]))
			fail_msg("%s", bad[i]);
	assert_true(date_is_day("2024-03-05"));
	assert_false(date_is_day("2024-03"));
	assert_false(date_is_day("2024"));
}

static void
compares_what_is_common(void **state)
{
	static const struct {
		const char *a, *b;
		int sign;
	} rows[] = {
		{"2024-03", "2024-03-05", 0},
		{"2024", "2024-03", 0},
		{"2024-03-05", "2024", 0},
		{"2024-03-05", "2024-03-05", 0},
		{"2024-03-05", "2024-03-06", -1},
		{"2024-04", "2024-03-31", 1},
		{"2023", "2024-01-01", -1},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		int order = date_compare(rows[i].a, rows[i].b);

		assert_int_equal((order > 0) - (order < 0), rows[i].sign);
	}
}

static void
counts_days_and_months(void **state)
{
	static const struct {
		const char *from;
		int n;
		const char *to;
	} days[] = {
		{"2024-02-28", 1, "2024-02-29"},
		{"2024-02-28", 2, "2024-03-01"},
		{"2023-12-31", 1, "2024-01-01"},
		{"2024-01-01", -1, "2023-12-31"},
		{"2024-03-05", 0, "2024-03-05"},
		{"1900-01-01", 73413, "2100-12-31"},
	}, months[] = {
		{"2024-01-31", 1, "2024-02-29"},
		{"2023-01-31", 1, "2023-02-28"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-01-15", -1, "2023-12-15"},
		{"2024-11", 3, "2025-02"},
		{"2024-01", -13, "2022-12"},
		{"2024-02-29", 12, "2025-02-28"},
	};
	char out[DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(days); i++) {
		date_add_days(days[i].from, days[i].n, out);
		assert_string_equal(out, days[i].to);
		assert_int_equal(date_days_between(days[i].from, days[i].to),
			days[i].n);
	}
	for (size_t i = 0; i < N_ITEMS(months); i++) {
		date_add_months(months[i].from, months[i].n, out);
		assert_string_equal(out, months[i].to);
	}
}

static void
counts_full_years(void **state)
{
	static const struct {
		const char *from, *day;
		int years;
	} rows[] = {
		{"1990-03-05", "2024-03-04", 33},
		{"1990-03-05", "2024-03-05", 34},
		{"1990-03", "2024-03-01", 34},
		{"1990-04", "2024-03-31", 33},
		{"1990", "2024-01-01", 34},
		{"1990-03-05", "2024", 34},
		{"2004-02-29", "2022-02-28", 17},
		{"2004-02-29", "2022-03-01", 18},
		{"2024-03-05", "2024-03-05", 0},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		assert_int_equal(date_full_years(rows[i].from, rows[i].day),
			rows[i].years);
}

static void
tells_local_days(void **state)
{
	char day[DATE_SIZE], minute[TIME_SIZE];

	(void)state;
	date_of_moment(0, day);
	assert_string_equal(day, "1970-01-01");
	date_time_of_moment(0, minute);
	assert_string_equal(minute, "1970-01-01 08:00");
	date_of_moment(1709596799, day); /* 2024-03-04 23:59:59 UTC */
	assert_string_equal(day, "2024-03-05");
	date_time_of_moment(1709596799, minute);
	assert_string_equal(minute, "2024-03-05 07:59");
	date_of_moment(1709567999, day); /* a second before midnight */
	assert_string_equal(day, "2024-03-04");
}

static void
tells_when_dates_begin_and_end(void **state)
{
	static const struct {
		const char *date;
		const char *first, *last; /* minutes in it */
	} rows[] = {
		{"2024-02-29", "2024-02-29 00:00", "2024-02-29 23:59"},
		{"2023-12-31", "2023-12-31 00:00", "2023-12-31 23:59"},
		{"2024-02", "2024-02-01 00:00", "2024-02-29 23:59"},
		{"2023-12", "2023-12-01 00:00", "2023-12-31 23:59"},
		{"2024", "2024-01-01 00:00", "2024-12-31 23:59"},
	};
	char minute[TIME_SIZE];
	int64_t begin, end;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		date_span(rows[i].date, &begin, &end);
		date_time_of_moment(begin, minute);
		assert_string_equal(minute, rows[i].first);
		date_time_of_moment(end - 1, minute);
		assert_string_equal(minute, rows[i].last);
		assert_int_equal(begin % 60 + end % 60, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_dates),
		cmocka_unit_test(reads_times),
		cmocka_unit_test(says_what_is_wrong),
		cmocka_unit_test(knows_the_stored_form),
		cmocka_unit_test(compares_what_is_common),
		cmocka_unit_test(counts_days_and_months),
		cmocka_unit_test(counts_full_years),
		cmocka_unit_test(tells_local_days),
		cmocka_unit_test(tells_when_dates_begin_and_end),
	};

	setenv("TZ", "CST-8", 1); /* Asia/Shanghai without zone files */
	tzset();
	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
