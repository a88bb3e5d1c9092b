/* A field of a type, or a value of a field, chosen from a list. */
#ifndef SCREENS_PICK_H
#define SCREENS_PICK_H

#include "records/record.h"
#include "screens/ui.h"

/* Lets the person choose one of the fields that are wanted; NULL where the
 * person went back. */
const struct field_type *
choose_field(struct ui *ui, const struct record_type *type, const char *title,
	bool (*wanted)(const struct record_type *type,
		const struct field_type *field));

/*
 * Lets the person choose a value of a code, yes-or-no or reference field from
 * a list.  out holds the stored form that the cursor begins on, or "", and then
 * the one chosen.  typed, "" for none, was typed in place of a value: the search
 * begins with it.  A code field that may be empty offers that too; in one that
 * takes several codes, Space marks them, and typed may be several.  False where
 * the person went back.
 */
bool
choose_value(struct ui *ui, const struct field_type *field, const char *typed,
	struct strbuf *out);

/* The same of a FIELD_SIBLING: one of the rows that the record is edited among,
 * or none where it may be empty. */
bool
choose_sibling(struct ui *ui, const struct record *record,
	const struct field_type *field, const char *typed, struct strbuf *out);

#endif
