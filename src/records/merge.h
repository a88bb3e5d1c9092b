/*
 * Two have changed one record (两人同改): what each of them made of it, field
 * by field, since the version that both began with.
 */
#ifndef RECORDS_MERGE_H
#define RECORDS_MERGE_H

#include "base/err.h"
#include "records/record.h"

enum merge_kind {
	MERGE_THEIRS, /* changed by the other alone */
	MERGE_CLASH,  /* changed by both, and not alike */
};

struct merge_field {
	size_t field; /* index into the type's fields */
	enum merge_kind kind;
};

struct merge {
	struct record base;   /* the version that both began with */
	struct record theirs; /* as it stands in the store */
	char *who;            /* saved theirs */
	int64_t at;           /* when, seconds since 1970 UTC */
	struct {
		struct merge_field *items;
		size_t n;
		size_t size;
	} fields; /* those that the other has changed, in their order; what
	             both made alike is none of them */
};

/*
 * Compares mine, with the version that it was made from, with the record as it
 * is now.  Fills merge (uninitialised; cleared by the caller on success); who
 * and fields are empty where nobody has saved since.
 * ERR_SEAL where the journal does not tell that version.
 */
enum err_code
merge_begin(struct store *store, const struct record *mine,
	struct merge *merge, struct err *err);

void
merge_clear(struct merge *merge);

#endif
