/*
 * Numbers of a workbook as text: what its cells show, as far as that says more
 * than the number itself.  Dates are numbers there, and only the format tells.
 */
#ifndef EXCHANGE_XLSX_NUMBER_H
#define EXCHANGE_XLSX_NUMBER_H

#include <stdbool.h>

#include "base/strbuf.h"

/* What a format shows. */
enum {
	SHOWS_YEAR = 1,
	SHOWS_MONTH = 2,
	SHOWS_DAY = 4,
	SHOWS_TIME = 8,
};

struct xlsx_format {
	unsigned char shows;  /* parts of a date; 0: a number */
	unsigned char places; /* filled up with zeros (000123); 0: as it is */
};

/* Of the formats that every program knows by their number (ECMA-376, 18.8.30,
 * with those of Chinese). */
struct xlsx_format
xlsx_format_known(unsigned long id);

/* Of a format that the workbook spells out, as yyyy"年"m"月". */
struct xlsx_format
xlsx_format_spelt(const char *code);

/*
 * Appends what a cell with that number shows: 2004-09-27, 2004-09 where the
 * format shows no day, 2004-09-27 14:30, 12.5; a number of which more than 15
 * digits stand before the point as 4.41E+17, since its last ones are lost.
 * False where number is none.
 */
bool
xlsx_number_show(const char *number, struct xlsx_format format, bool from_1904,
	struct strbuf *out);

#endif
