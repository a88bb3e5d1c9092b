/* The words for what the system answers about a file; used by file.h. */
#ifndef BASE_FILE_FAIL_H
#define BASE_FILE_FAIL_H

#include "base/err.h"

/* ERR_FILE with one sentence about path for a number of errno(3). */
enum err_code
file_fail(struct err *err, const char *path, int number);

#endif
