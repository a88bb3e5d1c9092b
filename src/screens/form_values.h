/*
 * Between a record and the rows of its form: what a value looks like there,
 * and what was typed as a stored value again.
 */
#ifndef SCREENS_FORM_VALUES_H
#define SCREENS_FORM_VALUES_H

#include <stdbool.h>

#include "records/record.h"
#include "screens/ui.h"
#include "tui/form.h"

/* Fills rows[type->n_fields]; a form that cannot be changed has all of them
 * read-only. */
void
form_values_rows(const struct record *record, bool writable,
	struct form_row *rows);

/* A stored value of the record as the form shows it: references by title. */
void
form_values_show(struct store *store, const struct record *record,
	const struct field_type *field, const char *stored,
	struct strbuf *out);

/* Puts every value of the record into the form and hides what does not
 * apply. */
void
form_values_put(struct store *store, const struct record *record,
	struct form *form);

/* Shows what the program fills in as a save would leave it; the record gets it
 * then. */
void
form_values_fill(struct store *store, const struct record *record,
	struct form *form);

/* Hides and shows rows by what the record says now. */
void
form_values_hide(const struct record *record, struct form *form);

/*
 * Reads what stands in one row into the record.  A reference is found by id or
 * title, one to a row of the same owner among those: none or several is
 * ERR_INVALID with the way out.  What the program fills in is not read.
 */
enum err_code
form_values_take(struct store *store, const struct form *form, size_t row,
	const char *today, struct record *record, struct err *err);

#endif
