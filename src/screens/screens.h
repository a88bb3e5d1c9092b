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

#endif
