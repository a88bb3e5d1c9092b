/* What became of a record and of the rows that it owns, line by line. */
#ifndef SCREENS_HISTORY_LINES_H
#define SCREENS_HISTORY_LINES_H

#include "base/err.h"
#include "base/vec.h"
#include "records/record.h"
#include "store/store.h"

enum {
	HISTORY_WHEN,
	HISTORY_WHO,
	HISTORY_FIELD,
	HISTORY_OLD,
	HISTORY_NEW,
	HISTORY_COLUMNS,
	HISTORY_WHY = HISTORY_COLUMNS, /* how it was saved, from which file */
};

/* What one field became in one change, of the record or of a row that it
 * owns. */
struct history_line {
	int64_t lamport; /* of the change */
	int64_t change;
	int64_t journal; /* the journal row */
	bool is_alone;   /* the change saved nothing else */
	size_t nth;      /* of the lines as they were read */
	const struct record_type *type;
	int64_t record;
	const struct field_type *field; /* whose value can be put back, or
	                                   NULL: removed, brought back, note */
	char *old_value;
	struct strvec cells; /* by the columns above, then the why */
};

struct history_lines {
	struct store *store;
	const struct record_type *type;
	int64_t id;
	bool masked;
	VEC(struct history_line) lines;
};

/* Reads all of it anew, newest first. */
enum err_code
history_lines_load(struct history_lines *history, struct err *err);

void
history_lines_clear(struct history_lines *history);

#endif
