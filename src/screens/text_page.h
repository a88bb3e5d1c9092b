/* A page of text to read, wrapped and scrolled; for help and the like. */
#ifndef SCREENS_TEXT_PAGE_H
#define SCREENS_TEXT_PAGE_H

#include "screens/ui.h"

/* Opens it on top; title and text are copied. */
void
open_text_page(struct ui *ui, const char *title, const char *text);

#endif
