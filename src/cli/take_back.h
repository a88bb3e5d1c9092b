/* A change taken back, and what stays, printed: what ronghe undo, redo and
 * unmerge have in common. */
#ifndef CLI_TAKE_BACK_H
#define CLI_TAKE_BACK_H

#include "app.h"
#include "base/err.h"

enum take_back_flags {
	TAKE_BACK_DRY_RUN = 1, /* only prints what would be done */
	TAKE_BACK_ALL = 2,     /* also what has been changed since */
};

/* Takes back the change with that id; flags of enum take_back_flags. */
enum err_code
take_back(struct app *app, int64_t change, unsigned flags, struct err *err);

#endif
