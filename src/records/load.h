/* Reading records, and the words that name and show them. */
#ifndef RECORDS_LOAD_H
#define RECORDS_LOAD_H

#include "base/err.h"
#include "base/strbuf.h"
#include "records/record.h"

/*
 * Fills record (uninitialised before; cleared by the caller on success) from
 * the store, removed ones too.  ERR_ABSENT where there is none of that type.
 */
enum err_code
record_load(struct store *store, const struct record_type *type, int64_t id,
	struct record *record, struct err *err);

/* The type of the record with this id, NULL where there is none. */
const struct record_type *
record_type_of_id(struct store *store, int64_t id);

/* Stands between the parts of a title. */
#define RECORD_TITLE_PARTED " / "

/*
 * What the record is called: the words of its title fields, references by the
 * title of what they refer to; appended to out.  Never fails: what cannot be
 * read is shown by its id.
 */
void
record_title(struct store *store, const struct record *record,
	struct strbuf *out);

/* The title of a record by its id. */
void
record_title_of(struct store *store, const struct record_type *type,
	int64_t id, struct strbuf *out);

/*
 * What tells the record from others of its title, appended: the words of at
 * most two fields that are filled and not sensitive, first of those by which a
 * file's row is recognised, then of the list's columns.
 */
void
record_tell_apart(struct store *store, const struct record *record,
	struct strbuf *out);

/* Is it one of the fields whose words name the record? */
bool
record_is_named_by(const struct record_type *type,
	const struct field_type *field);

/* One value in words, references by title, sensitive ones masked on demand. */
void
record_show(struct store *store, const struct record *record,
	const struct field_type *field, bool masked, struct strbuf *out);

/* The same of the field at the end of a path; through a reference that is
 * empty there is nothing to show. */
void
record_show_path(struct store *store, const struct record *record,
	const char *path, bool masked, struct strbuf *out);

/*
 * Calls each for every type that has records, not removed, which refer to this
 * one: how many, through which field.
 */
enum err_code
record_dependents(struct store *store, const struct record_type *type,
	int64_t id,
	void (*each)(void *data, const struct record_type *type,
		const struct field_type *field, int64_t n),
	void *data, struct err *err);

#endif
