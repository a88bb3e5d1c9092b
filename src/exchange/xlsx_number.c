#include "exchange/xlsx_number.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum {
	DIGITS_MAX = 15,     /* that a double holds whole */
	DAY_SECONDS = 86400,
	DAYS_TO_1970 = 25569,
	DAYS_TO_1904 = 1462,
	LEAP_THAT_WAS_NOT = 60, /* 1900-02-29 */
	DAYS_MAX = 2958465,  /* 9999-12-31 */
	FORMAT_SIZE = 256,
};

#define FULL_DATE (SHOWS_YEAR | SHOWS_MONTH | SHOWS_DAY)

struct xlsx_format
xlsx_format_known(unsigned long id)
{
	static const struct {
		unsigned first, last;
		unsigned char shows;
	} known[] = {
		{14, 15, FULL_DATE},
		{16, 16, SHOWS_MONTH | SHOWS_DAY},
		{17, 17, SHOWS_YEAR | SHOWS_MONTH},
		{18, 21, SHOWS_TIME},
		{22, 22, FULL_DATE | SHOWS_TIME},
		{27, 27, SHOWS_YEAR | SHOWS_MONTH}, /* 2004年9月 */
		{28, 29, SHOWS_MONTH | SHOWS_DAY},  /* 9月27日 */
		{30, 31, FULL_DATE},
		{32, 35, SHOWS_TIME},
		{36, 36, SHOWS_YEAR | SHOWS_MONTH},
		{45, 47, SHOWS_TIME},
		{50, 50, SHOWS_YEAR | SHOWS_MONTH},
		{51, 51, SHOWS_MONTH | SHOWS_DAY},
		{52, 52, SHOWS_YEAR | SHOWS_MONTH},
		{53, 54, SHOWS_MONTH | SHOWS_DAY},
		{55, 56, SHOWS_TIME},
		{57, 57, SHOWS_YEAR | SHOWS_MONTH},
		{58, 58, SHOWS_MONTH | SHOWS_DAY},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (id >= known[i].first && id <= known[i].last)
			return (struct xlsx_format){known[i].shows, 0};
	return (struct xlsx_format){0, 0};
}

/* Takes out what is shown as it stands, and all sections but the first: what
 * is left are the letters that say something, in lower case. */
static void
strip(const char *code, char letters[FORMAT_SIZE])
{
	size_t n = 0;

	for (const char *s = code; *s != '\0' && *s != ';'; s++) {
		size_t len = 0; /* of what is passed over */

		if (*s == '"')
			len = 1 + strcspn(s + 1, "\"");
		else if (*s == '[' && s[1 + strspn(s + 1, "hmsHMS")] != ']')
			len = strcspn(s, "]");
		else if (strchr("\\_*", *s) != NULL)
			len = 1;
		else if (n < FORMAT_SIZE - 1)
			letters[n++] = (char)tolower((unsigned char)*s);
		for (; len > 0 && s[1] != '\0'; len--)
			s++;
	}
	letters[n] = '\0';
}

/* An m is a minute behind an hour and before a second. */
static bool
is_minute(const char *m, char before)
{
	while (*m == 'm')
		m++;
	while (*m != '\0' && !isalpha((unsigned char)*m))
		m++;
	return before == 'h' || *m == 's';
}

static unsigned char
shown_by(const char *s, char before)
{
	switch (*s) {
	case 'y':
	case 'e': /* of an era */
		return SHOWS_YEAR;
	case 'd':
		return SHOWS_DAY;
	case 'h':
	case 's':
		return SHOWS_TIME;
	case 'm':
		return is_minute(s, before) ? SHOWS_TIME : SHOWS_MONTH;
	default:
		return 0;
	}
}

/* The length of a word at s that is none of these letters. */
static size_t
word_len(const char *s)
{
	static const char *const words[] = {"general", "am/pm", "a/p"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strncmp(s, words[i], strlen(words[i])) == 0)
			return strlen(words[i]);
	return 0;
}

static unsigned char
find_shows(const char *letters)
{
	unsigned char shows = 0;
	char before = '\0';

	for (const char *s = letters; *s != '\0';) {
		size_t len = word_len(s);
		const char c = *s;

		if (len > 0) {
			s += len;
			continue;
		}
		if (c == 'e' && (s[1] == '+' || s[1] == '-'))
			return 0; /* 0.00E+00 */
		shows |= shown_by(s, before);
		if (isalpha((unsigned char)c))
			before = c;
		while (*s == c)
			s++;
	}
	return shows;
}

struct xlsx_format
xlsx_format_spelt(const char *code)
{
	char letters[FORMAT_SIZE];
	size_t n_zeros = strspn(code, "0");

	if (n_zeros > 1 && n_zeros <= DIGITS_MAX && code[n_zeros] == '\0')
		return (struct xlsx_format){0, (unsigned char)n_zeros};
	strip(code, letters);
	return (struct xlsx_format){find_shows(letters), 0};
}

static void
trim_zeros(char *text)
{
	size_t n = strlen(text);

	if (strchr(text, '.') == NULL)
		return;
	while (text[n - 1] == '0')
		n--;
	n -= text[n - 1] == '.';
	text[n] = '\0';
}

/* With 15 digits, as spreadsheets show numbers; small ones without E. */
static void
show_number(double number, int places, struct strbuf *out)
{
	char text[64];
	int power;

	snprintf(text, sizeof(text), "%.*E", DIGITS_MAX - 1, number);
	power = atoi(strchr(text, 'E') + 1);
	if (power < 0 && power >= -DIGITS_MAX) {
		snprintf(text, sizeof(text), "%.*f", DIGITS_MAX - 1 - power,
			number);
		trim_zeros(text);
	} else {
		snprintf(text, sizeof(text), "%.*G", DIGITS_MAX, number);
	}
	if (places > 0 && strspn(text, "0123456789") == strlen(text))
		strbuf_addf(out, "%0*lld", places, atoll(text));
	else
		strbuf_add(out, text);
}

static void
show_day(long days, unsigned char shows, struct strbuf *out)
{
	time_t at = ((time_t)days - DAYS_TO_1970 +
		(days < LEAP_THAT_WAS_NOT)) * DAY_SECONDS;
	struct tm tm;

	gmtime_r(&at, &tm);
	if (days == LEAP_THAT_WAS_NOT) {
		tm.tm_mon = 1;
		tm.tm_mday = 29;
	}
	if (shows & SHOWS_YEAR)
		strbuf_addf(out, "%04d", tm.tm_year + 1900);
	if (shows & SHOWS_MONTH || shows == FULL_DATE)
		strbuf_addf(out, shows & SHOWS_YEAR ? "-%02d" : "%02d",
			tm.tm_mon + 1);
	if (shows & SHOWS_DAY)
		strbuf_addf(out, shows & (SHOWS_YEAR | SHOWS_MONTH)
			? "-%02d" : "%02d", tm.tm_mday);
}

static void
show_moment(double number, unsigned char shows, bool from_1904,
	struct strbuf *out)
{
	long days = (long)floor(number);
	long seconds = lround((number - (double)days) * DAY_SECONDS);
	bool day = (shows & FULL_DATE) != 0;

	days += seconds / DAY_SECONDS;
	seconds %= DAY_SECONDS;
	if (from_1904 && day)
		days += DAYS_TO_1904;
	if (day)
		show_day(days, shows & FULL_DATE, out);
	else
		seconds += days * DAY_SECONDS; /* hours beyond a day */
	if (!(shows & SHOWS_TIME))
		return;
	strbuf_addf(out, "%s%02ld:%02ld", day ? " " : "", seconds / 3600,
		seconds / 60 % 60);
	if (seconds % 60 != 0)
		strbuf_addf(out, ":%02ld", seconds % 60);
}

bool
xlsx_number_show(const char *number, struct xlsx_format format, bool from_1904,
	struct strbuf *out)
{
	size_t len = strlen(number), n_digits = strspn(number, "0123456789");
	double value;
	char *end;

	if (format.shows == 0 && format.places == 0 && n_digits == len &&
		len > 0 && len <= DIGITS_MAX && (number[0] != '0' || len == 1)) {
		strbuf_add_bytes(out, number, len);
		return true;
	}
	if (len == 0 || strspn(number, "0123456789+-.eE") != len)
		return false;
	value = strtod(number, &end);
	if (*end != '\0' || !isfinite(value))
		return false;
	if (format.shows != 0 && value >= 0 && value < DAYS_MAX + 1)
		show_moment(value, format.shows, from_1904, out);
	else
		show_number(value, format.places, out);
	return true;
}
