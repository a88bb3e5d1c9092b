/*
 * Rows that a record owns, as others have saved them since they were loaded: so
 * that what is shown can follow, while what was typed stays.
 */
#ifndef RECORDS_OWNED_REFRESH_H
#define RECORDS_OWNED_REFRESH_H

#include "records/owned.h"

struct owned_news {
	bool any; /* something is other than before in the store */
	const struct owned_row *of_changed; /* that others have saved too, and
	                                       which stays as it is; or NULL */
};

/*
 * Rows that are not changed here become what the store has: new ones come,
 * removed ones go, all in its order; those stay where they are in memory that
 * stay.  Rows that are changed here, and kept (NULL: none), are not touched.
 */
enum err_code
owned_refresh(struct store *store, struct owned *owned, int64_t owner,
	const struct owned_row *kept, struct owned_news *news,
	struct err *err);

#endif
