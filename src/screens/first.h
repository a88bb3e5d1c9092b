/* The first start (首次启动): who we are, before there is a database. */
#ifndef SCREENS_FIRST_H
#define SCREENS_FIRST_H

#include "screens/ui.h"

/*
 * Asks for the language, the office and the operator, makes the database and
 * leaves it open in ui->app.  False where the person went back: nothing has
 * been made then.
 */
bool
first_start(struct ui *ui);

/* With Home below: import a roster, try the sample office in a file of its
 * own, or start empty. */
void
first_steps(struct ui *ui);

#endif
