/* The menu of everything possible here (F9), with type-to-find. */
#ifndef SCREENS_MENU_H
#define SCREENS_MENU_H

#include "screens/ui.h"

void
menu_of_everything(struct ui *ui);

/* How well an entry's word fits what was typed: by hanzi anywhere, by the
 * letters of its pinyin, or by initials. */
enum menu_fit
menu_word_fits(const char *word, const char *typed);

#endif
