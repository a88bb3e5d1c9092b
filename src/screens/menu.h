/* The menu of everything possible here (F9), with type-to-find. */
#ifndef SCREENS_MENU_H
#define SCREENS_MENU_H

#include "screens/ui.h"

void
menu_of_everything(struct ui *ui);

#endif
