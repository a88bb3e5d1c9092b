/* What the files of fuse share: fuse.c has the two records, fuse_turn.c all
 * that refers to them, fuse_back.c what there is to know to take it back. */
#ifndef RECORDS_FUSE_PRIVATE_H
#define RECORDS_FUSE_PRIVATE_H

#include "records/fuse.h"

/* Every reference to the other leads to the kept one, inside this change. */
enum err_code
fuse_turn(struct fuse *fuse, struct change *change, struct err *err);

/* Puts the record's name before a refusal: "单晓红: …". */
enum err_code
fuse_name(struct store *store, const struct record *record, enum err_code code,
	struct err *err, struct err *why);

#endif
