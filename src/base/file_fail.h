/* The words for what the system answers about a file; used by file.h. */
#ifndef BASE_FILE_FAIL_H
#define BASE_FILE_FAIL_H

#include "base/err.h"

/* ERR_FILE with one sentence about path for a number of errno(3). */
enum err_code
file_fail(struct err *err, const char *path, int number);

/* The same about a file that was to be made: where there is no such place, it
 * is the folder that does not exist. */
enum err_code
file_fail_new(struct err *err, const char *path, int number);

#endif
