/* The office in which the plays of tests/tui happen: small, fixed, invented. */
#ifndef TESTS_TUI_OFFICE_H
#define TESTS_TUI_OFFICE_H

#include "base/err.h"
#include "store/store.h"

/* Fills an empty database, one change for each type. */
enum err_code
office_fill(struct store *store, struct err *err);

#endif
