/* What the tests of the store stand on: a folder, a world, two tables. */
#ifndef TESTS_UNIT_STORE_BENCH_H
#define TESTS_UNIT_STORE_BENCH_H

#include "test.h"

#include <stdio.h>

#include "store/change.h"
#include "store/site.h"
#include "store/store_private.h"

enum {
	PERSON_NAME,
	PERSON_AGE,
	PERSON_BOSS,
	PERSON_NOTE,
	PERSON_N,
};

/* name TEXT, age INT, boss REF, note LONGTEXT; found by name and its end. */
extern const struct table person_table;
/* label TEXT; found by nothing. */
extern const struct table thing_table;

#define MOMENT 1764000000 /* 2025-11-24 16:00 UTC */

struct bench {
	char folder[64];
	char *path; /* of the database in it */
	struct world world;
	int64_t now;   /* what the world says */
	uint64_t seed; /* of its random numbers */
};

/* cmocka's fixtures: *state is a struct bench. */
int
bench_begin(void **state);

int
bench_end(void **state);

/* Opening with the first n_steps of the schema with the two tables. */
struct store_opening
bench_opening(struct bench *bench, const char *path, size_t n_steps);

#define BENCH_N_STEPS 2

struct store *
bench_create(struct bench *bench);

struct store *
bench_open(struct bench *bench, const char *path);

/* Begins a change by "tester"; all of these fail the test on an error. */
struct change *
bench_change(struct store *store, const char *action);

/*
 * Saves a person; a NULL value is "".  version 0 makes a new one.  Returns
 * its id.
 */
int64_t
bench_save(struct change *change, int64_t id, int64_t version,
	const char *name, const char *age, const char *boss, const char *note);

/* A change that saves one new person. */
int64_t
bench_add(struct store *store, const char *name);

void
bench_commit(struct change *change);

/* One number or text by raw SQL, past all guards; the text on the heap. */
int64_t
bench_int(struct store *store, const char *sql);

char *
bench_text(struct store *store, const char *sql);

/* Runs SQL on a connection of its own, as somebody who tampers does. */
void
bench_tamper(const char *path, const char *sql);

/* The next number below limit of a sequence that seed begins. */
uint64_t
bench_random(uint64_t *seed, uint64_t limit);

/* Blanks the journal row by which a record got that version, as a redaction
 * does, on a connection of its own; without the note that says so. */
void
bench_blank(const char *path, int64_t record, int64_t version);

/* Copies a file byte for byte, replacing what is there. */
void
bench_copy(const char *from, const char *to);

/* Fails the test with the error's text unless code is ERR_OK. */
void
bench_ok(enum err_code code, struct err *err);

/* Checks the code and that there is a sentence; clears err. */
void
bench_refused(enum err_code code, enum err_code expected, struct err *err);

#endif
