/* What every file that was written ends with; the door is open_export(). */
#ifndef SCREENS_EXPORT_H
#define SCREENS_EXPORT_H

#include <stdint.h>

#include "screens/ui.h"

/* Says that n rows are in the file of that path and, over SSH, by which command
 * it is fetched. */
void
export_tell_written(struct ui *ui, const char *path, uint64_t n);

/* The same of a file that has no rows. */
void
export_tell_file(struct ui *ui, const char *path);

#endif
