/* A union's roster as files: the sign-in sheet (签到表) and the roster with its
 * numbers (花名册). */
#ifndef SCREENS_SHEET_H
#define SCREENS_SHEET_H

#include "records/query.h"
#include "screens/ui.h"

/* Asks for heading, day, kind and name of the file, and writes the sign-in
 * sheet of those whom the query (of memberships) finds. */
void
sheet_ask_and_write(struct ui *ui, const struct query *query,
	const char *union_name);

/* Asks for the name of the file and writes the roster with the numbers of that
 * day below. */
void
sheet_write_numbers(struct ui *ui, const struct query *query,
	const char *union_name, const char *day);

#endif
