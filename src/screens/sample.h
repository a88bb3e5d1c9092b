/* Trying the sample office, in a file of its own. */
#ifndef SCREENS_SAMPLE_H
#define SCREENS_SAMPLE_H

#include "screens/ui.h"

/* Makes sample.db beside the database if it is not there, fills it, and says
 * how to open it. */
void
try_sample(struct ui *ui);

#endif
