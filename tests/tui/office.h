/* The office in which the plays of tests/tui happen: small, fixed, invented. */
#ifndef TESTS_TUI_OFFICE_H
#define TESTS_TUI_OFFICE_H

#include "app.h"

/* Fills an empty database, one change for each type. */
enum err_code
office_fill(struct store *store, struct err *err);

/* Somebody at another desk gives the member of that name another phone. */
enum err_code
office_save_elsewhere(const struct app *app, const char *name,
	const char *phone, struct err *err);

#endif
