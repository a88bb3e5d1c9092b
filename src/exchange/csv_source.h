/* The bytes of a CSV source, for csv.c. */
#ifndef EXCHANGE_CSV_SOURCE_H
#define EXCHANGE_CSV_SOURCE_H

#include "exchange/csv.h"

#define INPUT_PIECE ((size_t)64 * 1024)

struct input {
	const struct csv_source *source;
	int fd; /* -1: text */
	uint64_t done;
	uint64_t total; /* 0 unknown */
};

/* What a sentence calls the source. */
const char *
input_name(const struct csv_source *source);

enum err_code
input_open(struct input *input, const struct csv_source *source,
	struct err *err);

void
input_close(struct input *input);

/* Reads until size bytes are there or the source ends. */
enum err_code
input_fill(struct input *input, char *bytes, size_t size, size_t *len,
	struct err *err);

/* ERR_FILE where a source with this beginning is a workbook, or empty. */
enum err_code
input_check(const struct csv_source *source, const char *bytes, size_t len,
	struct err *err);

#endif
