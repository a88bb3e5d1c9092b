/* Files: written whole or not at all, private, and never guessed at. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "base/vec.h"

/*
 * A file that appears under its name only when it is complete: written to a
 * private temporary name beside it (mode 0600), then flushed to the disk,
 * renamed, and the folder flushed.  An existing file is replaced only if
 * replace is true; else ERR_FILE says that it exists, at the latest when the
 * file should appear.  The new file is private (0600) in either case.  Where
 * path is a symbolic link to a file, the file is replaced.  path "-" writes to
 * standard output.
 */
struct file_out;

enum err_code
file_out_open(const char *path, bool replace, struct file_out **out,
	struct err *err);

enum err_code
file_out_write(struct file_out *out, const void *bytes, size_t len,
	struct err *err);

/* The temporary name, for a library that writes files by their names alone. */
const char *
file_out_temporary(const struct file_out *out);

/* Makes the file appear; frees out in either case. */
enum err_code
file_out_commit(struct file_out *out, struct err *err);

/* Removes the temporary file; takes NULL. */
void
file_out_abandon(struct file_out *out);

/* Makes the folder and those above it, mode 0700. */
enum err_code
file_make_folder(const char *path, struct err *err);

/* Flushes a folder's entries to the disk. */
enum err_code
file_sync_folder(const char *path, struct err *err);

/* The whole of a file of at most max bytes, appended to out; ERR_FILE where it
 * is larger, and out is then as it was. */
enum err_code
file_read(const char *path, size_t max, struct strbuf *out, struct err *err);

/* A private temporary file that nobody else can find and that goes with its
 * descriptor, in $TMPDIR or, since /tmp is often memory, /var/tmp; -1 with
 * errno where there is no place for one. */
int
file_open_nameless(void);

/* Writes all of it; false with errno. */
bool
file_write_whole(int fd, const void *bytes, size_t len);

bool
file_exists(const char *path);

/* path where it exists, else the nearest folder above it that does; on the
 * heap. */
char *
file_nearest(const char *path);

/* Free bytes for this account on the file system that holds path, or will;
 * UINT64_MAX where the system does not tell. */
uint64_t
file_free_bytes(const char *path);

/* ERR_FILE, with both numbers, where the file system that holds folder has
 * less room than that. */
enum err_code
file_check_room(const char *folder, uint64_t bytes, struct err *err);

/*
 * On what kind of medium a file or, if it does not exist, its folder lies.
 * Network file systems cannot be trusted with locks.
 */
enum file_medium {
	FILE_LOCAL,
	FILE_NETWORK,  /* NFS, SMB, sshfs and other network or FUSE mounts */
	FILE_REMOVABLE, /* a stick or a card */
};

enum file_medium
file_medium_of(const char *path);

/*
 * A lock on a file by flock(2), for all processes of this computer.  The file
 * is made where it is missing, with the mode and group of like (a path, may be
 * NULL), and opened O_CLOEXEC.
 */
struct file_lock;

enum err_code
file_lock_open(const char *path, const char *like, struct file_lock **out,
	struct err *err);

/* Takes the lock where it is free; else ERR_BUSY, with the holder's line if it
 * has signed. */
enum err_code
file_lock_take(struct file_lock *lock, bool exclusive, struct err *err);

/*
 * The same for the exclusive lock, but waits for it, in the order of asking, as
 * long as go_on says, which is called ten times a second meanwhile.  Such
 * waiting locks bytes of the file (fcntl, F_OFD_SETLK), which must have no other
 * use, and uses SIGALRM while it lasts.
 */
enum err_code
file_lock_wait(struct file_lock *lock, bool (*go_on)(void *data), void *data,
	struct err *err);

void
file_lock_release(struct file_lock *lock);

/* A line of text that the holder leaves in the lock file for others to read
 * (who it is and since when); shown by those that wait, wiped off when the
 * lock is released.  Nothing happens where the file cannot be written. */
void
file_lock_sign(struct file_lock *lock, const char *line);

/* What the holder has signed with, cut off where it is too long to be true, on
 * the heap; "" where nobody has. */
char *
file_lock_read_sign(struct file_lock *lock);

/* Releases and frees; takes NULL. */
void
file_lock_close(struct file_lock *lock);

/* folder and name joined by one slash, on the heap. */
char *
file_join(const char *folder, const char *name);

/*
 * How a name or a path is written in a sentence, on the heap: UTF-8, which
 * a terminal still has to clean.  What is no UTF-8 is read as GB 18030, in
 * which old sticks are written, each name of a path by itself; of what is
 * neither, wrong bytes are shown as \xNN.
 */
char *
file_shown(const char *path);

/* The folder of path ("." if it names none) and the last name; on the heap. */
char *
file_folder(const char *path);

const char *
file_name(const char *path);

#endif
