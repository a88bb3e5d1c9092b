/*
 * A disk that is full when a test wants it to be: SQLite's usual files, but no
 * file of SQLite grows then.
 */
#ifndef TESTS_UNIT_STORE_FULL_DISK_H
#define TESTS_UNIT_STORE_FULL_DISK_H

#include <stdbool.h>

/* Once, before a database is opened. */
void
full_disk_install(void);

void
full_disk_set(bool is_full);

#endif
