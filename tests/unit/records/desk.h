/* What the tests of the records stand on: an open store with its types. */
#ifndef TESTS_UNIT_RECORDS_DESK_H
#define TESTS_UNIT_RECORDS_DESK_H

#include "store/bench.h"

#include "records/load.h"
#include "records/record.h"
#include "records/save.h"
#include "records/undo.h"

#define DESK_TODAY "2025-11-25"

struct desk {
	struct bench *bench;
	struct store *store;
	char *faults; /* the sentences of the last desk_check() */
};

/* cmocka's fixtures: *state is a struct desk with a new database. */
int
desk_begin(void **state);

int
desk_end(void **state);

/* The same with this step in place of those of the program's own types. */
int
desk_begin_with(void **state, const char *sql);

/* The text form of an id, "" for 0. */
struct desk_id {
	char s[SITE_ID_TEXT_SIZE];
};

struct desk_id
desk_id(int64_t id);

/* Begins a new record, or loads one; then sets field, value, …, NULL. */
void
desk_new(struct record *record, const struct record_type *type, ...)
	__attribute__((sentinel));

void
desk_load(struct desk *desk, struct record *record,
	const struct record_type *type, int64_t id);

/*
 * Saves new or changed records, each in a change of its own; these fail the
 * test on an error.  desk_put() returns the id of the change.
 */
int64_t
desk_add(struct desk *desk, const struct record_type *type, ...)
	__attribute__((sentinel));

int64_t
desk_put(struct desk *desk, const struct record_type *type, int64_t id, ...)
	__attribute__((sentinel));

/* Writes the record past the rules of the dictionary, straight through the
 * gate, as what two copies leave behind that were brought together. */
void
desk_force(struct desk *desk, struct record *record);

int64_t
desk_remove(struct desk *desk, const struct record_type *type, int64_t id);

/*
 * Tries to save a record in a change of its own; what is refused leaves no
 * trace.  notes, if not NULL, as record_save().
 */
enum err_code
desk_save(struct desk *desk, struct record *record, struct notes *notes,
	struct err *err);

/* One value of a record, on the heap. */
char *
desk_value(struct desk *desk, const struct record_type *type, int64_t id,
	const char *field);

void
desk_has(struct desk *desk, const struct record_type *type, int64_t id,
	const char *field, const char *value);

bool
desk_is_removed(struct desk *desk, const struct record_type *type, int64_t id);

/* Takes a change back; so many things must stay, the last of them (in the order
 * of the plan) for that reason. */
void
desk_undo(struct desk *desk, int64_t change, size_t n_left, enum undo_why why);

/* The same by that operator; desk_add() and desk_put() are of DESK_OPERATOR. */
enum { DESK_OPERATOR = 5 };

void
desk_undo_as(struct desk *desk, int64_t operator_id, int64_t change,
	size_t n_left, enum undo_why why);

/* Fails the test unless the whole store is as its journal says. */
void
desk_check(struct desk *desk);

#endif
