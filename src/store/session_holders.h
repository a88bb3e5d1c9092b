/* Who has a database open: the holders of the lock on FILE-session. */
#ifndef STORE_SESSION_HOLDERS_H
#define STORE_SESSION_HOLDERS_H

/*
 * The other processes that hold a flock(2) lock on the file at path, as the
 * kernel lists them in /proc/locks: "account (process 1234), …", on the heap.
 * "" where the kernel does not say.
 */
char *
session_holders(const char *path);

#endif
