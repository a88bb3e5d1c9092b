/*
 * What is printed, 打印: a table of the kinds of document that the office puts
 * on paper.  A kind is one file, print_KIND.c, and one line of the table;
 * command line, screens and files work from that.
 */
#ifndef EXCHANGE_PRINT_H
#define EXCHANGE_PRINT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "exchange/paper.h"
#include "records/record.h"
#include "store/store.h"

/* What is asked for. */
struct print_request {
	struct store *store;
	int64_t id;        /* of the record that it is about */
	const char *day;   /* stored; the roster of that day, "" as it is now */
	const char *today; /* stored */
};

enum { PRINT_MAX_OF = 3 };

struct print_kind {
	const char *name; /* on the command line */
	struct term term;
	const char *help; /* N_() sentence */
	bool landscape;
	const struct record_type *of[PRINT_MAX_OF]; /* what it can be about */
	/* Appends what stands on the paper; record is one of those types. */
	enum err_code (*make)(const struct print_request *request,
		const struct record *record, struct paper *paper,
		struct err *err);
};

extern const struct print_kind *const print_kinds[];
extern const size_t print_kinds_n;

/* By its name or term; NULL where there is none. */
const struct print_kind *
print_kind_find(const char *name);

/* True where the document can be about records of the type. */
bool
print_kind_is_of(const struct print_kind *kind,
	const struct record_type *type);

/* True where there is any document of records of the type. */
bool
print_has_kind_of(const struct record_type *type);

/*
 * Makes the document (paper_clear() it; uninitialised before and, but for
 * ERR_OK, after): the office above each page, and below each the day of
 * printing and the journal's mark.  ERR_ABSENT where there is no such record,
 * ERR_INVALID where the document cannot be about it.
 */
enum err_code
print_make(const struct print_kind *kind, const struct print_request *request,
	struct paper *paper, struct err *err);

#endif
