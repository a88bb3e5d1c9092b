#include "base/idcard.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"

#define DIGITS "0123456789"
#define PLACES_NOW 18  /* GB 11643-1999 */
#define PLACES_THEN 15 /* GB 11643-1989 */

/* The provinces of GB/T 2260, and 81 to 83 of the residence permits. */
static const char provinces[][3] = {
	"11", "12", "13", "14", "15",             /* 华北 */
	"21", "22", "23",                         /* 东北 */
	"31", "32", "33", "34", "35", "36", "37", /* 华东 */
	"41", "42", "43", "44", "45", "46",       /* 中南 */
	"50", "51", "52", "53", "54",             /* 西南 */
	"61", "62", "63", "64", "65",             /* 西北 */
	"71", "81", "82", "83",                   /* 台湾 香港 澳门 */
};

/* NULL for what needs no sentence or more than these words. */
static const char *const sentences[] = {
	[IDCARD_UNVERIFIED] = N_("This is an ID number of the old kind with "
				 "15 digits; it cannot be verified."),
	[IDCARD_BAD_LENGTH] = N_("An ID number has 18 places, or 15 if it is "
				 "of the old kind."),
	[IDCARD_BAD_CHAR] = N_("An ID number consists of digits; only its "
			       "last place may be X."),
	[IDCARD_BAD_REGION] = N_("No province has the first two digits of "
				 "this ID number."),
	[IDCARD_BAD_DATE] = N_("The date of birth in this ID number is not "
			       "possible."),
	[IDCARD_BAD_CHECK] = NULL,
	[IDCARD_DAMAGED] = N_("A spreadsheet has damaged this ID number; "
			      "format the column as text and type the number "
			      "again."),
};

/* What was typed without blanks and apostrophe, in ASCII capitals. */
struct typed {
	char s[32];
	size_t n_places; /* more than s holds where it is too long */
	bool ascii;
};

static bool
is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 ||
	       c == 0x3000 || c == 0xFEFF;
}

static char
to_ascii(uint32_t c)
{
	if (c >= 0xFF01 && c <= 0xFF5E) /* full-width forms */
		c -= 0xFEE0;
	if (c >= 'a' && c <= 'z')
		c -= 'a' - 'A';
	return c < 0x80 ? (char)c : '\0';
}

static void
fold(const char *text, struct typed *typed)
{
	size_t n_bytes;

	*typed = (struct typed){.ascii = true};
	for (; *text != '\0'; text += n_bytes) {
		uint32_t c = text_char(text, &n_bytes);
		bool apostrophe = c == '\'' || c == 0x2019 || c == 0xFF07;

		if (is_blank(c) || (apostrophe && typed->n_places == 0))
			continue;
		if (to_ascii(c) == '\0')
			typed->ascii = false;
		if (typed->n_places < sizeof(typed->s) - 1)
			typed->s[typed->n_places] = to_ascii(c);
		typed->n_places++;
	}
}

/* 4.41E+17, 441E15, 1.5E+017, or 152525196807215360.00: written as a number. */
static bool
is_number_of_a_spreadsheet(const char *s)
{
	size_t n = strspn(s, DIGITS), n_fraction = 0;
	bool point;

	if (n == 0)
		return false;
	s += n;
	point = *s == '.';
	if (point) {
		n_fraction = strspn(++s, DIGITS);
		s += n_fraction;
	}
	if (*s == '\0')
		return point && n >= PLACES_THEN && n_fraction > 0;
	if (*s++ != 'E')
		return false;
	if (*s == '+')
		s++;
	n = strspn(s, DIGITS);
	return n >= 1 && n <= 3 && s[n] == '\0';
}

static bool
region_exists(const char *number)
{
	for (size_t i = 0; i < sizeof(provinces) / sizeof(provinces[0]); i++)
		if (memcmp(number, provinces[i], 2) == 0)
			return true;
	return false;
}

/* The date of birth where it is a possible one, else "". */
static void
read_birth(const char *number, const char *today, char out[DATE_SIZE])
{
	const char *digits = number + 6;

	memcpy(out, "19YY-MM-DD", DATE_SIZE);
	if (strlen(number) == PLACES_NOW) {
		memcpy(out, digits, 2);
		digits += 2;
	}
	memcpy(out + 2, digits, 2);
	memcpy(out + 5, digits + 2, 2);
	memcpy(out + 8, digits + 4, 2);
	if (!date_valid(out) || strcmp(out, today) > 0)
		out[0] = '\0';
}

static enum idcard_sex
read_sex(char place)
{
	return (place - '0') % 2 == 1 ? IDCARD_MALE : IDCARD_FEMALE;
}

char
idcard_check_digit(const char *number)
{
	static const int weights[] = {
		7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
	int sum = 0;

	for (size_t i = 0; i < sizeof(weights) / sizeof(weights[0]); i++)
		sum += weights[i] * (number[i] - '0');
	return "10X98765432"[sum % 11];
}

static enum idcard_state
judge_now(struct idcard *card, const char *today)
{
	const char *s = card->number;
	size_t n_digits = strspn(s, DIGITS);

	if (n_digits < PLACES_NOW - 1 || (s[n_digits] != '\0' &&
						 s[n_digits] != 'X'))
		return IDCARD_BAD_CHAR;
	read_birth(s, today, card->birth_on);
	card->check = idcard_check_digit(s);
	if (s[17] != card->check && strcmp(s + 15, "000") == 0) {
		card->check = '\0'; /* the 16th and 17th digits are lost */
		return IDCARD_DAMAGED;
	}
	card->sex = read_sex(s[16]);
	if (!region_exists(s))
		return IDCARD_BAD_REGION;
	if (card->birth_on[0] == '\0')
		return IDCARD_BAD_DATE;
	return s[17] == card->check ? IDCARD_VALID : IDCARD_BAD_CHECK;
}

static enum idcard_state
judge_then(struct idcard *card, const char *today)
{
	const char *s = card->number;

	if (strspn(s, DIGITS) != PLACES_THEN)
		return IDCARD_BAD_CHAR;
	read_birth(s, today, card->birth_on);
	card->sex = read_sex(s[14]);
	if (!region_exists(s))
		return IDCARD_BAD_REGION;
	return card->birth_on[0] != '\0' ? IDCARD_UNVERIFIED : IDCARD_BAD_DATE;
}

void
idcard_read(const char *text, const char *today, struct idcard *card)
{
	struct typed typed;

	*card = (struct idcard){.state = IDCARD_BAD_LENGTH};
	fold(text, &typed);
	if (typed.ascii && typed.n_places < sizeof(typed.s) &&
		is_number_of_a_spreadsheet(typed.s)) {
		card->state = IDCARD_DAMAGED;
		return;
	}
	if (typed.n_places != PLACES_NOW && typed.n_places != PLACES_THEN)
		return;
	card->state = IDCARD_BAD_CHAR;
	if (!typed.ascii)
		return;
	memcpy(card->number, typed.s, typed.n_places + 1);
	card->state = typed.n_places == PLACES_NOW ? judge_now(card, today)
						   : judge_then(card, today);
}

char *
idcard_sentence(const struct idcard *card)
{
	assert(card->state != IDCARD_VALID);
	if (card->state == IDCARD_BAD_CHECK)
		return xasprintf(_("The last place of this ID number does not "
				   "follow from the others; it should be %c."),
			card->check);
	return xstrdup(_(sentences[card->state]));
}
