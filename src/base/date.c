#include "base/date.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistr.h>

#include "base/i18n.h"

#define YEAR_FIRST 1900
#define YEAR_LAST 2100
#define DIGITS "0123456789"

/* What was typed, each character folded to one byte of a small alphabet. */
#define FOLDED_SIZE 64

static const struct {
	uint32_t c;
	char folded;
} signs[] = {
	{U'年', 'Y'}, {U'月', 'M'}, {U'日', 'D'}, {U'号', 'D'}, {U'號', 'D'},
	{U'时', 'h'}, {U'時', 'h'}, {U'点', 'h'}, {U'點', 'h'}, {U'分', 'm'},
	{U'今', '='}, {U'昨', '<'}, {U'明', '>'}, {U'天', 'd'},
	{U't', 't'}, {U'T', 't'}, {U'。', '.'}, {U'·', '.'},
	{U'‐', '-'}, {U'–', '-'}, {U'—', '-'}, {U'−', '-'},
	{U'\t', ' '}, {U'\u00A0', ' '}, {U'\u3000', ' '},
};

static const struct {
	const char *folded;
	int n_days;
} day_words[] = {
	{"=d", 0}, {"t", 0}, {"<d", -1}, {">d", 1}, /* 今天 t 昨天 明天 */
};

/* What was read; a part that was not said is 0. */
struct moment {
	int year, month, day;
	int hour, minute, second;
};

static char
fold_char(uint32_t c)
{
	if (c >= 0xFF01 && c <= 0xFF5E) /* full-width forms */
		c -= 0xFEE0;
	if (c < 0x80 && c != 0 && strchr(DIGITS "-/.: ", (int)c) != NULL)
		return (char)c;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (signs[i].c == c)
			return signs[i].folded;
	return '\0';
}

/* False where a character has no part in any date; blanks around go. */
static bool
fold(const char *typed, char out[FOLDED_SIZE])
{
	const uint8_t *at = (const uint8_t *)typed;
	size_t n = 0;
	ucs4_t c;

	while ((at = u8_next(&c, at)) != NULL) {
		char folded = fold_char(c);

		if (folded == '\0' || n == FOLDED_SIZE - 1)
			return false;
		if (n > 0 || folded != ' ')
			out[n++] = folded;
	}
	if (c != 0) /* u8_next() ended at what is no UTF-8 */
		return false;
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return n > 0;
}

static void
skip_blanks(const char **at)
{
	*at += strspn(*at, " ");
}

/* Steps over sign, with blanks before and behind it. */
static bool
take_sign(const char **at, char sign)
{
	const char *p = *at;

	skip_blanks(&p);
	if (*p != sign)
		return false;
	p++;
	skip_blanks(&p);
	*at = p;
	return true;
}

/* Steps over n digits. */
static int
take_digits(const char **at, size_t n)
{
	int number = 0;

	while (n-- > 0)
		number = number * 10 + *(*at)++ - '0';
	return number;
}

/* Steps over a number of one or two digits. */
static bool
take_number(const char **at, int *number)
{
	size_t n = strspn(*at, DIGITS);

	if (n < 1 || n > 2)
		return false;
	*number = take_digits(at, n);
	return true;
}

/* Steps over one of - / . and gives it; '\0' where there is none. */
static char
take_separator(const char **at)
{
	for (const char *sign = "-/."; *sign != '\0'; sign++)
		if (take_sign(at, *sign))
			return *sign;
	return '\0';
}

/* What follows 年: 3月, 3月5日, 3月5 or nothing. */
static bool
take_hanzi_rest(const char **at, struct moment *m)
{
	if (strspn(*at, DIGITS) == 0)
		return true;
	if (!take_number(at, &m->month) || !take_sign(at, 'M'))
		return false;
	if (strspn(*at, DIGITS) == 0)
		return true;
	if (!take_number(at, &m->day))
		return false;
	take_sign(at, 'D');
	return true;
}

static bool
take_date(const char **at, struct moment *m)
{
	size_t n = strspn(*at, DIGITS);
	char sign;

	if (n != 4 && n != 6 && n != 8)
		return false;
	m->month = m->day = -1;
	m->year = take_digits(at, 4);
	if (n > 4)
		m->month = take_digits(at, 2);
	if (n > 6)
		m->day = take_digits(at, 2);
	if (n > 4)
		return true;
	if (take_sign(at, 'Y'))
		return take_hanzi_rest(at, m);
	sign = take_separator(at);
	if (sign == '\0')
		return true;
	if (!take_number(at, &m->month))
		return false;
	return !take_sign(at, sign) || take_number(at, &m->day);
}

/* 9:05, 9:05:00, 09:05:00.000, 9时, 9时5分, 9点05 */
static bool
take_time(const char **at, struct moment *m)
{
	if (!take_number(at, &m->hour))
		return false;
	if (take_sign(at, 'h')) {
		if (strspn(*at, DIGITS) == 0)
			return true;
		if (!take_number(at, &m->minute))
			return false;
		take_sign(at, 'm');
		return true;
	}
	if (!take_sign(at, ':') || !take_number(at, &m->minute))
		return false;
	if (!take_sign(at, ':'))
		return true;
	if (!take_number(at, &m->second))
		return false;
	if (**at == '.')
		*at += 1 + strspn(*at + 1, "0");
	return true;
}

static void
read_stored(const char *date, struct moment *m)
{
	*m = (struct moment){.month = -1, .day = -1};
	m->year = take_digits(&date, 4);
	if (*date == '-') {
		date++;
		m->month = take_digits(&date, 2);
	}
	if (*date == '-') {
		date++;
		m->day = take_digits(&date, 2);
	}
}

/* 今天 and the like. */
static bool
take_day_word(const char **at, const char *today, struct moment *m)
{
	for (size_t i = 0; i < sizeof(day_words) / sizeof(day_words[0]); i++) {
		size_t len = strlen(day_words[i].folded);
		char day[DATE_SIZE];

		if (strncmp(*at, day_words[i].folded, len) != 0)
			continue;
		*at += len;
		date_add_days(today, day_words[i].n_days, day);
		read_stored(day, m);
		return true;
	}
	return false;
}

static int
days_of_month(int year, int month)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

static bool
day_exists(const struct moment *m)
{
	if (m->month == -1)
		return true;
	if (m->month < 1 || m->month > 12)
		return false;
	return m->day == -1 ||
	       (m->day >= 1 && m->day <= days_of_month(m->year, m->month));
}

static bool
year_fits(const struct moment *m)
{
	return m->year >= YEAR_FIRST && m->year <= YEAR_LAST;
}

static char *
put_digits(char *out, int number, size_t n)
{
	for (size_t i = n; i-- > 0; number /= 10)
		out[i] = (char)('0' + number % 10);
	return out + n;
}

/* Writes what was said.  Files hold very many dates: printf() would take more
 * time than all else about them. */
static void
write_date(const struct moment *m, char out[DATE_SIZE])
{
	out = put_digits(out, m->year, 4);
	if (m->month != -1) {
		*out++ = '-';
		out = put_digits(out, m->month, 2);
	}
	if (m->month != -1 && m->day != -1) {
		*out++ = '-';
		out = put_digits(out, m->day, 2);
	}
	*out = '\0';
}

static enum err_code
check_date(const struct moment *m, struct err *err)
{
	if (!year_fits(m))
		return err_set(err, ERR_INVALID,
			_("The year %d lies outside 1900 to 2100."), m->year);
	if (day_exists(m))
		return ERR_OK;
	if (m->day == -1)
		return err_set(err, ERR_INVALID,
			_("The calendar has no month %04d-%02d."), m->year,
			m->month);
	return err_set(err, ERR_INVALID,
		_("The calendar has no day %04d-%02d-%02d."), m->year,
		m->month, m->day);
}

static enum err_code
refuse_date(struct err *err)
{
	return err_set(err, ERR_INVALID,
		_("This is no date; "
		  "write it as 2024-3-5, 2024-3 or 2024."));
}

/* What was typed behind a day that stood there already takes its place. */
static void
take_day_word_instead(const char **at, const char *today, struct moment *m)
{
	const char *rest = *at;
	struct moment instead;

	skip_blanks(&rest);
	if (take_day_word(&rest, today, &instead) && *rest == '\0') {
		*at = rest;
		*m = instead;
	}
}

enum err_code
date_parse(const char *typed, const char *today, char out[DATE_SIZE],
	struct err *err)
{
	struct moment m = {0};
	char folded[FOLDED_SIZE];
	const char *at = folded;
	enum err_code code;

	if (date_valid(typed)) { /* a stored one, as most are */
		memcpy(out, typed, strlen(typed) + 1);
		return ERR_OK;
	}
	if (!fold(typed, folded))
		return refuse_date(err);
	if (!take_day_word(&at, today, &m) && !take_date(&at, &m))
		return refuse_date(err);
	code = check_date(&m, err);
	if (code != ERR_OK)
		return code;
	take_day_word_instead(&at, today, &m);
	if (*at != '\0') {
		if (!take_sign(&at, 't'))
			skip_blanks(&at);
		if (m.day == -1 || !take_time(&at, &m) || *at != '\0')
			return refuse_date(err);
	}
	if (m.hour != 0 || m.minute != 0 || m.second != 0)
		return err_set(err, ERR_INVALID,
			_("Only a day is asked for here; "
			  "leave out the time of day."));
	write_date(&m, out);
	return ERR_OK;
}

static enum err_code
refuse_time(struct err *err)
{
	return err_set(err, ERR_INVALID,
		_("This is no time; write it as 2024-3-5 9:05 or as 9:05."));
}

/* The day before a time of day: today where none is said. */
static enum err_code
take_day_before_time(const char **at, const char *today, struct moment *m,
	struct err *err)
{
	const char *start = *at;

	if (take_time(at, m) && **at == '\0') {
		*at = start;
		read_stored(today, m);
		return ERR_OK;
	}
	*m = (struct moment){0};
	*at = start;
	if (!take_day_word(at, today, m) && !take_date(at, m))
		return refuse_time(err);
	if (!take_sign(at, 't'))
		skip_blanks(at);
	if (m->day == -1)
		return refuse_time(err);
	return check_date(m, err);
}

enum err_code
date_parse_time(const char *typed, const char *today, char out[TIME_SIZE],
	struct err *err)
{
	struct moment m = {0};
	char folded[FOLDED_SIZE];
	const char *at = folded;
	enum err_code code;

	if (!fold(typed, folded))
		return refuse_time(err);
	code = take_day_before_time(&at, today, &m, err);
	if (code != ERR_OK)
		return code;
	if (!take_time(&at, &m) || *at != '\0')
		return refuse_time(err);
	if (m.hour > 23 || m.minute > 59 || m.second > 59)
		return err_set(err, ERR_INVALID,
			_("A day has no time %d:%02d."), m.hour, m.minute);
	if (m.second != 0)
		return err_set(err, ERR_INVALID,
			_("Times are kept to the minute; "
			  "leave out the seconds."));
	write_date(&m, out);
	snprintf(out + DATE_SIZE - 1, TIME_SIZE - DATE_SIZE + 1, " %02u:%02u",
		(unsigned)m.hour % 100, (unsigned)m.minute % 100);
	return ERR_OK;
}

/* True where date has the shape of pattern, or of its beginning: a 0 stands
 * for any digit. */
static bool
has_shape(const char *date, const char *pattern)
{
	for (; *date != '\0'; date++, pattern++)
		if (*pattern == '0' ? *date < '0' || *date > '9'
				    : *pattern != *date)
			return false;
	return true;
}

bool
date_valid(const char *date)
{
	size_t len = strnlen(date, DATE_SIZE);
	struct moment m;

	if (len != 4 && len != 7 && len != 10)
		return false;
	if (!has_shape(date, "0000-00-00"))
		return false;
	read_stored(date, &m);
	return year_fits(&m) && day_exists(&m);
}

bool
date_is_day(const char *date)
{
	return strlen(date) == DATE_SIZE - 1;
}

static size_t
common_len(const char *a, const char *b)
{
	size_t a_len = strlen(a), b_len = strlen(b);

	return a_len < b_len ? a_len : b_len;
}

int
date_compare(const char *a, const char *b)
{
	return strncmp(a, b, common_len(a, b));
}

/* The C library's calendar, without a time zone. */
static time_t
to_seconds(const char *day, int n_days)
{
	struct moment m;
	struct tm tm = {0};

	assert(date_is_day(day));
	read_stored(day, &m);
	tm.tm_year = m.year - 1900;
	tm.tm_mon = m.month - 1;
	tm.tm_mday = m.day + n_days;
	return timegm(&tm);
}

static void
from_tm(const struct tm *tm, char out[DATE_SIZE])
{
	struct moment m = {.year = tm->tm_year + 1900,
		.month = tm->tm_mon + 1,
		.day = tm->tm_mday};

	write_date(&m, out);
}

void
date_add_days(const char *day, int n_days, char out[DATE_SIZE])
{
	time_t seconds = to_seconds(day, n_days);
	struct tm tm;

	gmtime_r(&seconds, &tm);
	from_tm(&tm, out);
}

void
date_add_months(const char *date, int n_months, char out[DATE_SIZE])
{
	struct moment m;
	int months;

	read_stored(date, &m);
	assert(m.month != -1);
	months = m.year * 12 + m.month - 1 + n_months;
	m.year = months / 12;
	m.month = months % 12 + 1;
	if (m.day > days_of_month(m.year, m.month))
		m.day = days_of_month(m.year, m.month);
	write_date(&m, out);
}

int
date_days_between(const char *a, const char *b)
{
	return (int)((to_seconds(b, 0) - to_seconds(a, 0)) / (24 * 60 * 60));
}

int
date_full_years(const char *from, const char *day)
{
	size_t len = common_len(from, day);
	int years = atoi(day) - atoi(from);

	if (len > 4 && strncmp(day + 4, from + 4, len - 4) < 0)
		years--;
	return years;
}

void
date_span(const char *date, int64_t *begin, int64_t *end)
{
	struct moment m;
	struct tm first = {.tm_isdst = -1}, after = {.tm_isdst = -1};

	read_stored(date, &m);
	first.tm_year = after.tm_year = m.year - 1900;
	first.tm_mon = after.tm_mon = m.month == -1 ? 0 : m.month - 1;
	first.tm_mday = after.tm_mday = m.day == -1 ? 1 : m.day;
	if (m.month == -1)
		after.tm_year++;
	else if (m.day == -1)
		after.tm_mon++;
	else
		after.tm_mday++;
	*begin = mktime(&first);
	*end = mktime(&after);
}

void
date_of_moment(int64_t moment, char out[DATE_SIZE])
{
	time_t seconds = (time_t)moment;
	struct tm tm;

	localtime_r(&seconds, &tm);
	from_tm(&tm, out);
}

void
date_time_of_moment(int64_t moment, char out[TIME_SIZE])
{
	time_t seconds = (time_t)moment;
	struct tm tm;

	localtime_r(&seconds, &tm);
	strftime(out, TIME_SIZE, "%Y-%m-%d %H:%M", &tm);
}
