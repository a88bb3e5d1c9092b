/* The full-screen program. */
#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "app.h"

/*
 * Opens the terminal, asks what a first start must know, shows Home, and runs
 * until the person leaves.  What cannot be done (no terminal, a database that
 * cannot be opened) is said in err, with the terminal as it was.
 */
enum err_code
screens_run(struct app *app, struct err *err);

/* The same on the terminal that app has already.  is_first: there is no
 * database yet; else app has opened it. */
void
screens_play(struct app *app, bool is_first);

#endif
