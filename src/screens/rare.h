/* A character that no input method has (生僻字), entered by its number. */
#ifndef SCREENS_RARE_H
#define SCREENS_RARE_H

#include "screens/ui.h"

/*
 * Asks for the number of a character, U+20BB7 or 20BB7, and shows the
 * character with its readings; once it is taken, it goes where the cursor of
 * the top screen is, as if it had been pasted there.
 */
void
enter_rare(struct ui *ui);

#endif
