/* The bytes of a file, or of pasted text, that rows are read from. */
#ifndef EXCHANGE_INPUT_H
#define EXCHANGE_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "exchange/sheet_read.h"

#define INPUT_PIECE ((size_t)64 * 1024)

struct input {
	const struct sheet_source *source;
	int fd; /* -1: text */
	uint64_t done;
	uint64_t total; /* 0 unknown */
};

/* What a sentence calls the source. */
const char *
input_name(const struct sheet_source *source);

enum err_code
input_open(struct input *input, const struct sheet_source *source,
	struct err *err);

void
input_close(struct input *input);

/* Reads until size bytes are there or the source ends. */
enum err_code
input_fill(struct input *input, char *bytes, size_t size, size_t *len,
	struct err *err);

/* ERR_FILE where the source is empty. */
enum err_code
input_check(const struct sheet_source *source, size_t len, struct err *err);

/* Does the source hold these bytes? */
enum err_code
input_has(const struct sheet_source *source, const void *bytes, size_t len,
	bool *has, struct err *err);

/*
 * Copies standard input into a file without a name, for a source whose path is
 * "-", so that it can be read again; other sources stay as they are.
 * input_drop() closes it.
 */
enum err_code
input_keep(struct sheet_source *source, struct err *err);

void
input_drop(struct sheet_source *source);

/* Another number once the source has been written to. */
uint64_t
input_stamp(const struct sheet_source *source);

#endif
