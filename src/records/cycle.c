#include "records/cycle.h"

#include <stdlib.h>
#include <string.h>

/* What is not here is held as needed. */
const struct cycle cycles[CYCLES_N] = {
	{"1", 1},
	{"2", 3},
	{"3", 6},
	{"4", 12},
};

const struct cycle *
cycle_find(const char *code)
{
	for (size_t i = 0; i < CYCLES_N; i++)
		if (strcmp(cycles[i].code, code) == 0)
			return &cycles[i];
	return NULL;
}

void
cycle_span_of(const struct cycle *cycle, const char *day,
	struct cycle_span *span)
{
	int month = (int)strtol(day + 5, NULL, 10) - 1;
	int first = month - month % cycle->months + 1;

	memcpy(span->begin, day, DATE_SIZE);
	span->begin[5] = (char)('0' + first / 10);
	span->begin[6] = (char)('0' + first % 10);
	span->begin[8] = '0';
	span->begin[9] = '1';
	date_add_months(span->begin, cycle->months, span->next);
}

void
cycle_span_before(const struct cycle *cycle, const struct cycle_span *span,
	struct cycle_span *out)
{
	memcpy(out->next, span->begin, DATE_SIZE);
	date_add_months(span->begin, -cycle->months, out->begin);
}

bool
cycle_is_covered(const struct cycle_span *span, const char *since,
	const char *until)
{
	char last[DATE_SIZE];
	int order = date_compare(since, span->begin);

	date_add_days(span->next, -1, last);
	return (since[0] == '\0' || order < 0 ||
		       (order == 0 && date_is_day(since))) &&
		(until[0] == '\0' || date_compare(until, last) >= 0);
}
