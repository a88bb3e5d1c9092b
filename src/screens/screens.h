/* The full-screen program. */
#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "app.h"
#include "screens/ui.h"

/*
 * Opens the terminal, asks what a first start must know, shows Home, and runs
 * until the person leaves.  A database that cannot be opened is said there,
 * with the ways out; what cannot be done is said in err as well, with the
 * terminal as it was.
 */
enum err_code
screens_run(struct app *app, struct err *err);

/* The same on the terminal that app has already.  is_first: there is no
 * database yet. */
enum err_code
screens_play(struct app *app, bool is_first, struct err *err);

/*
 * Opens the database at db_path, if app has not, settles who types and puts
 * Home on the empty stack; where the person does not say who types, the stack
 * stays empty.
 */
enum err_code
screens_enter(struct ui *ui, struct err *err);

#endif
