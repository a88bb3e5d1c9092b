/*
 * Sorts more than memory holds.  Items of bytes go in in any order and come
 * out in bytewise order, the shorter first where one begins the other.  What
 * goes beyond the memory lies in a nameless temporary file, as sorted runs
 * that are merged while they are read.
 */
#ifndef BASE_SORTER_H
#define BASE_SORTER_H

#include <stddef.h>

#include "base/err.h"

struct sorter;

/* memory is in bytes; beside it goes a page for every run of that size. */
struct sorter *
sorter_new(size_t memory);

/* Takes NULL. */
void
sorter_free(struct sorter *sorter);

/* Bytes are copied.  ERR_FILE where the temporary file cannot be written. */
enum err_code
sorter_add(struct sorter *sorter, const void *bytes, size_t len,
	struct err *err);

/* Nothing is added from now on. */
enum err_code
sorter_sort(struct sorter *sorter, struct err *err);

/* The next item, which lives until the call after; *bytes is NULL behind the
 * last one. */
enum err_code
sorter_next(struct sorter *sorter, const void **bytes, size_t *len,
	struct err *err);

#endif
