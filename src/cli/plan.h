/* The plan of an import, printed. */
#ifndef CLI_PLAN_H
#define CLI_PLAN_H

#include "exchange/import.h"

/* The word for what becomes of a row. */
const char *
plan_word(enum import_verdict verdict);

/* How many rows are new (also those held back, if take_doubtful), changed,
 * unchanged, held back and rejected, and how many records of other types. */
void
plan_print_counts(const struct import *import, bool take_doubtful);

/* A line a row of the file: its line there, what becomes of it, title, the
 * fields that change or the column at fault, the reason; then the counts. */
enum err_code
plan_print(struct import *import, const struct record_type *type,
	bool take_doubtful, struct err *err);

#endif
