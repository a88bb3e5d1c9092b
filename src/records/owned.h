/*
 * Rows that a record owns (附属行; attendance of a meeting): edited in the form
 * of their owner, kept there until it is saved, and saved with it in one
 * change.  What owns what is the dictionary's owned_by.
 */
#ifndef RECORDS_OWNED_H
#define RECORDS_OWNED_H

#include "base/err.h"
#include "records/record.h"
#include "store/change.h"

/* One row as it is to be, beside what the store has of it. */
struct owned_row {
	struct record now; /* its id, where it is not saved yet, is one of the
	                      form (site_id_is_of_form()): others of the owner's
	                      rows refer to it by that.  deleted: it is to go.
	                      A value may be what was typed and not understood:
	                      it stands there for its owner to see, and no save
	                      takes it. */
	struct record was; /* version 0: not saved yet */
};

/* The rows of one type; each stays where it is until it is dropped. */
struct owned_rows {
	const struct record_type *type;
	const struct owned *all; /* that they are part of */
	struct owned_row **items;
	size_t n;
	size_t size;
	uint32_t last; /* serial of the last id of the form */
	bool loaded;   /* with what the store has */
};

/* All that one record owns: an item for each type, in their order.  It stays
 * where it is, since its rows know it (struct record's among). */
struct owned {
	struct owned_rows *items;
	size_t n;
};

/* The types that records of this type own, without any rows. */
void
owned_init(struct owned *owned, const struct record_type *owner);

void
owned_clear(struct owned *owned);

/* The rows of that owner, not removed, in the order of their type, in place of
 * those that were there. */
enum err_code
owned_load(struct store *store, struct owned *owned, int64_t owner,
	struct err *err);

/* New rows like those of another owner. */
enum err_code
owned_load_like(struct store *store, struct owned *owned, int64_t owner,
	const char *today, struct err *err);

/* A new row behind the last, with the initial values, the next place and an id
 * of the form that no row of the type has had. */
struct owned_row *
owned_add(struct owned_rows *rows, const char *today);

/* The same with the serial of an id that it had before (in a draft). */
struct owned_row *
owned_add_again(struct owned_rows *rows, uint32_t serial, const char *today);

/* Frees a row that the store does not have and to which no other refers. */
void
owned_drop(struct owned_rows *rows, struct owned_row *row);

/* Adds a saved row, removed or not, that was not among those loaded; ERR_ABSENT
 * where there is none of that id. */
enum err_code
owned_fetch(struct store *store, struct owned_rows *rows, int64_t id,
	struct owned_row **row, struct err *err);

/* The row of that id, saved or of the form, or NULL. */
struct owned_row *
owned_find(const struct owned_rows *rows, int64_t id);

/* The rows of that type. */
struct owned_rows *
owned_of(const struct owned *owned, const struct record_type *type);

/* The row that a FIELD_SIBLING of this value refers to among those of owned,
 * gone or not; NULL for other fields, other ids and where owned is NULL. */
const struct owned_row *
owned_referred(const struct owned *owned, const struct field_type *field,
	const char *value);

/* The same of a record's own value, among the rows that it is edited among. */
const struct owned_row *
owned_sibling(const struct record *record, const struct field_type *field);

/* True where a FIELD_SIBLING of the record refers to this row. */
bool
owned_refers(const struct record *record, const struct owned_row *to);

/* Appends in words those that stay and refer to this row: "表决：2"; nothing
 * where it may go. */
void
owned_referring(const struct owned *owned, const struct owned_row *row,
	struct strbuf *out);

/* What the functions of a type see of the rows around a record. */
struct owned_view {
	const struct record *record;
	struct err *err; /* why code is not ERR_OK, or NULL */
	enum err_code code; /* the rows could not be read: what was made of
	                       them says nothing */
	struct owned owned;
};

void
owned_view_clear(struct owned_view *view);

/*
 * For a type's check() and fill(): the rows of that type that the record owns
 * or, where it is itself owned, its owner does; as they stand in the form that
 * it is edited in, else as the store has them.  None, and the view's code,
 * where they cannot be read.
 */
const struct owned_rows *
owned_seen(const struct check_context *context,
	const struct record_type *type);

/* True where the row is not as the store has it. */
bool
owned_is_changed(const struct owned_row *row);

/* Puts rows in order by their places, where the type has such a field; rows
 * without a place come last. */
void
owned_sort(struct owned_rows *rows);

/* Takes over what others have saved of the row since it was loaded, but for
 * the values that are changed here. */
enum err_code
owned_take_theirs(struct store *store, struct owned_row *row,
	struct err *err);

/*
 * record_save() of a record with its rows, of which those are written that
 * have changed: a new record before them, since they refer to it; any other
 * behind them, since it may be frozen from then on.  One that is frozen is not
 * written where nothing is changed in it: what amends it comes to it.  Its
 * check sees the rows as they are then.
 * Rows keep their places, ids and versions: load them anew after the commit.
 * On an error *failed is the row that it is about, or NULL.  ERR_STALE too for
 * a row that is to go and that somebody else has saved.
 */
enum err_code
owned_save(struct change *change, struct record *record,
	const struct owned *owned, struct notes *notes,
	const struct owned_row **failed, struct err *err);

#endif
