/* The kinds of document, one file each, and what they share. */
#ifndef EXCHANGE_PRINT_PRIVATE_H
#define EXCHANGE_PRINT_PRIVATE_H

#include "exchange/print.h"
#include "records/query.h"

extern const struct print_kind print_signin_kind;
extern const struct print_kind print_roster_kind;

/* A cell that is empty on purpose: 无. */
const char *
print_or_none(const char *text);

/* A stored date or time as a sentence has it, 2026年11月23日 15:30; appended. */
void
print_add_date(const char *stored, struct strbuf *out);

/* The value of a field in words, appended; sensitive ones masked. */
void
print_add_value(const struct print_request *request,
	const struct record *record, const char *path, struct strbuf *out);

/* Appends a fact: the term of the field, and its value, or 无. */
void
print_fact(const struct print_request *request, const struct record *record,
	const char *path, struct paper *paper);

#endif
