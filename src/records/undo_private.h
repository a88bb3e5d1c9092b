/* What the files of undo share: undo.c goes through the change, undo_plan.c
 * keeps the conflicts. */
#ifndef RECORDS_UNDO_PRIVATE_H
#define RECORDS_UNDO_PRIVATE_H

#include "records/find.h"
#include "records/undo.h"

struct undo_walk {
	struct change *change; /* the one in which it is taken back */
	int64_t undone;        /* the change that is taken back */
	const char *table;     /* only what it did to this record; NULL: all */
	int64_t record;
	uint64_t n_rows;       /* of the change, for the job */
	struct job *job;
	/* Is asked about every conflict in turn, also about those of what is
	 * left; *take says whether it is taken back all the same. */
	enum err_code (*meet)(void *data, const struct undo_conflict *conflict,
		bool *take, struct err *err);
	void *data;
	/* Gets the records that others took along which stay where they are. */
	struct find_ids *tied;
};

/* Takes back, newest row first, so that what hangs on a record goes first. */
enum err_code
undo_walk(const struct undo_walk *walk, struct err *err);

#endif
