/*
 * The citizen identification number, 公民身份号码: GB 11643-1999 (18 digits)
 * and GB 11643-1989 (15 digits).
 */
#ifndef BASE_IDCARD_H
#define BASE_IDCARD_H

#include <stddef.h>

#include "base/date.h"

enum idcard_state {
	IDCARD_VALID,      /* 18 places, date and check digit right */
	IDCARD_UNVERIFIED, /* 15 digits with a possible date: no check digit */
	IDCARD_BAD_LENGTH, /* neither 15 nor 18 places */
	IDCARD_BAD_CHAR,   /* something that is no digit (X only at the end) */
	IDCARD_BAD_REGION, /* no province of GB/T 2260 has these two digits */
	IDCARD_BAD_DATE,   /* no such day, or after today, or before 1900 */
	IDCARD_BAD_CHECK,  /* the last place does not follow from the others */
	IDCARD_DAMAGED,    /* a spreadsheet's: 4.41E+17, 441E15, digits with a
	                      fraction, or 18 digits that end in 000 with a
	                      wrong check digit (goes before region and date) */
};

enum idcard_sex {
	IDCARD_SEX_UNKNOWN,
	IDCARD_MALE,
	IDCARD_FEMALE,
};

struct idcard {
	enum idcard_state state;
	char number[19];          /* stored form where it has 15 or 18 places
	                             of ASCII, else "" */
	char birth_on[DATE_SIZE]; /* "" where no possible date */
	enum idcard_sex sex;      /* unknown where a spreadsheet lost it */
	char check; /* what the last place should be, for 18; or 0 */
};

/*
 * Reads a number as typed or imported: full-width digits, blanks, x or X, a
 * leading apostrophe or tab.  Fills all of card, also where the number is
 * wrong.  today is a stored day.
 */
void
idcard_read(const char *typed, const char *today, struct idcard *card);

/* The check digit of the first 17 digits. */
char
idcard_check_digit(const char *number);

/* One translated sentence for a state that is not VALID, with the check digit
 * that it should have where that is wrong; on the heap. */
char *
idcard_sentence(const struct idcard *card);

#endif
