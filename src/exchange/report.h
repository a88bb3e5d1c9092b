/*
 * Reports, 报表: what the records say together, as a table of texts that is
 * shown or written as a sheet.  A further one is a line in the table of reports;
 * command line and screens work from that.
 */
#ifndef EXCHANGE_REPORT_H
#define EXCHANGE_REPORT_H

#include <stddef.h>
#include <stdint.h>

#include "base/enc.h"
#include "base/err.h"
#include "base/vec.h"
#include "records/record.h"
#include "records/verdict_count.h"
#include "store/store.h"

/* Rows under a header, all of them of as many cells. */
struct report_table {
	struct strvec header; /* translated */
	struct strvec cells;  /* row after row */
	size_t bar; /* the first of three columns of numbers, good, half and
	               bad, of which people are shown a bar; 0: none */
};

#define REPORT_TABLE_INIT {.bar = 0}

size_t
report_n_rows(const struct report_table *table);

void
report_clear(struct report_table *table);

/* What is asked for; a report reads what its flags name. */
struct report_request {
	struct store *store;
	const char *today; /* a stored day */
	int64_t union_org_id;
	int year;         /* 0: of any, where the report may be so */
	const char *part; /* code of 检查时段; "" any */
	enum verdict_by by;
};

enum {
	REPORT_OF_UNION = 1 << 0, /* needs a union */
	REPORT_OF_YEAR = 1 << 1,  /* of a year, usually this one */
	REPORT_OF_CHECKS = 1 << 2, /* counted by something; of a year and a part
	                              of it, usually of all */
};

struct report {
	const char *name; /* on the command line */
	struct term term;
	const char *help;    /* N_() sentence */
	const char *nothing; /* N_() said where there is no row */
	unsigned flags;
	/* Fills table, which is empty before. */
	enum err_code (*make)(const struct report_request *request,
		struct report_table *table, struct err *err);
};

extern const struct report reports[];
extern const size_t reports_n;

/* 会议年历: kinds of meeting by months of a union's year. */
extern const char report_meetings[];

/* By its name or term; NULL where there is none. */
const struct report *
report_find(const char *name);

/* Writes header and rows into a new file, CSV in that encoding or a workbook, as
 * sheet_open() says. */
enum err_code
report_write(const struct report_table *table, const char *path,
	enum encoding enc, struct err *err);

#endif
