/*
 * Today's copy (当日副本): the first start of a day lets the program make it as
 * "ronghe backup" in a process of its own, behind the screens.  Who leaves
 * meanwhile does not stop it; a second process that is started for it ends at
 * once (store/backup.h).
 */
#ifndef SCREENS_DAILY_COPY_H
#define SCREENS_DAILY_COPY_H

#include <sys/types.h>

#include "app.h"
#include "base/strbuf.h"

/* Begins as zeros. */
struct daily_copy {
	pid_t pid; /* 0: none is being made */
	int said;  /* file to which it says what is wrong */
};

enum daily_copy_state {
	DAILY_COPY_NONE,    /* nothing is made, or another process made it */
	DAILY_COPY_GOES_ON,
	DAILY_COPY_MADE,
	DAILY_COPY_FAILED,
};

/* Starts it where it is due and app names the program. */
void
daily_copy_begin(struct daily_copy *copy, const struct app *app);

/* How it is; MADE and FAILED are said once, FAILED with its reason appended to
 * why. */
enum daily_copy_state
daily_copy_look(struct daily_copy *copy, const struct app *app,
	struct strbuf *why);

/* Lets it go on by itself. */
void
daily_copy_clear(struct daily_copy *copy);

#endif
