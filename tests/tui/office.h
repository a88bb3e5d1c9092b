/* The office in which the plays of tests/tui happen: small, fixed, invented. */
#ifndef TESTS_TUI_OFFICE_H
#define TESTS_TUI_OFFICE_H

#include "app.h"
#include "records/record.h"

/* Fills an empty database, one change for each type. */
enum err_code
office_fill(struct store *store, struct err *err);

/* Somebody at another desk gives the record of that title another value. */
enum err_code
office_save_elsewhere(const struct app *app, const struct record_type *type,
	const char *title, const char *field, const char *value,
	struct err *err);

/* And there removes it. */
enum err_code
office_remove_elsewhere(const struct app *app, const struct record_type *type,
	const char *title, struct err *err);

#endif
