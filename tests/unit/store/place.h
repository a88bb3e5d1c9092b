/*
 * A database with the steps of the program itself and one table of things,
 * and the files beside it; for the tests of drafts and copies.
 */
#ifndef TESTS_UNIT_STORE_PLACE_H
#define TESTS_UNIT_STORE_PLACE_H

#include "bench.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"

/* A file beside the database, on the heap; NULL is their folder. */
char *
place_file(const struct bench *bench, const char *name);

/* All of these fail the test on an error. */
struct store *
place_create(struct bench *bench);

struct store *
place_open(struct bench *bench, const char *path, unsigned flags);

/* Saves a new thing; draft: the number of the draft that it was, or 0. */
void
place_add(struct store *store, const char *label, int64_t draft);

int64_t
place_count(struct store *store);

/* How many entries of a folder have the word in their names. */
int
place_n_named(const char *folder, const char *word);

/* The same for the folder of the database. */
int
place_n_beside(const struct bench *bench, const char *word);

void
place_write(const char *path, const char *words);

#endif
