/* What a new meeting begins with (会议筹备): what follows from its union and
 * its kind, to be corrected by whoever prepares it. */
#ifndef RECORDS_CONVENE_H
#define RECORDS_CONVENE_H

#include "base/err.h"
#include "records/record.h"

/* The fields that convene_propose() fills in, up to NULL. */
extern const char *const convene_fields[];

/*
 * Sets these fields of a meeting, "" where nothing is known: the title, from
 * its kind and the month in which it begins or that of today (a stored day);
 * the place and the recorder of the union's last meeting of that kind, or else
 * of any; the chair, who is the union's secretary on that day.
 */
enum err_code
convene_propose(struct store *store, struct record *meeting,
	const char *today, struct err *err);

#endif
