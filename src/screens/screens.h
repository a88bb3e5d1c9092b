/* The full-screen program. */
#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "app.h"

/*
 * Opens the terminal, asks what a first start must know, shows Home, and runs
 * until the person leaves.  Returns an exit status as the command line does;
 * what cannot be done without a terminal is said in one sentence on stderr.
 */
int
screens_run(struct app *app);

#endif
