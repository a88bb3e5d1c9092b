#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/file_fail.h"
#include "base/i18n.h"
#include "base/xalloc.h"

struct file_lock {
	char *path;
	int fd;
	bool is_signed;
};

enum {
	ASK_EVERY_MS = 100, /* whoever waits, whether he still wants to */
	RING_EVERY_MS = 20, /* at whoever gives up, should he not sleep yet */
	SIGN_MAX = 1024, /* bytes of a line that others may read */
};

#define NS_OF_S 1000000000
#define NS_OF_MS 1000000

/* Gives a file that we have just made the mode and group of like. */
static void
dress(int fd, const char *like)
{
	struct stat st;

	if (like == NULL || stat(like, &st) != 0)
		return;
	/* Without the right to give the group away it stays private. */
	if (fchown(fd, (uid_t)-1, st.st_gid) == 0)
		(void)fchmod(fd, st.st_mode & 0666);
}

/* The file for reading and writing; made where it is missing; for reading
 * alone where the account may do no more, which is enough for flock(). */
static int
open_lock_file(const char *path, const char *like)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd >= 0) {
		dress(fd, like);
		return fd;
	}
	if (errno != EEXIST && errno != EACCES && errno != EROFS)
		return -1;
	fd = open(path, O_RDWR | O_CLOEXEC);
	if (fd < 0 && (errno == EACCES || errno == EROFS))
		fd = open(path, O_RDONLY | O_CLOEXEC);
	return fd;
}

enum err_code
file_lock_open(const char *path, const char *like, struct file_lock **out,
	struct err *err)
{
	int fd = open_lock_file(path, like);

	*out = NULL;
	if (fd < 0)
		return file_fail(err, path, errno);
	*out = xcalloc(1, sizeof(**out));
	(*out)->path = xstrdup(path);
	(*out)->fd = fd;
	return ERR_OK;
}

static enum err_code
fail_busy(struct file_lock *lock, struct err *err)
{
	char *holder = file_lock_read_sign(lock);
	enum err_code code;

	if (holder[0] != '\0')
		code = err_set(err, ERR_BUSY,
			_("The file is in use by %s; try again in a moment."),
			holder);
	else
		code = err_set(err, ERR_BUSY,
			_("Another program is using %s; try again in a "
			  "moment."),
			err_name(err, lock->path));
	free(holder);
	return code;
}

static int64_t
now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * NS_OF_S + now.tv_nsec;
}

/*
 * The line before the lock: who waits has locked one byte of the file, the one
 * of the moment at which it came, and nobody goes on while a byte before its
 * own is locked.  flock() itself wakes all that wait, and the one that is
 * running anyway comes first.  The bytes are let go with the descriptor, however
 * the process ends.
 */
static int
lock_bytes(int fd, short type, int64_t first, int64_t n, bool wait)
{
	struct flock range = {
		.l_type = type,
		.l_whence = SEEK_SET,
		.l_start = (off_t)first,
		.l_len = (off_t)n,
	};

	return fcntl(fd, wait ? F_OFD_SETLKW : F_OFD_SETLK, &range);
}

/* The byte, or 0 where this account may not lock any. */
static int64_t
join_line(int fd)
{
	int64_t place;

	do {
		place = now_ns();
		if (lock_bytes(fd, F_WRLCK, place, 1, false) == 0)
			return place;
	} while (errno == EAGAIN || errno == EACCES);
	return 0;
}

static void
leave_line(int fd)
{
	(void)lock_bytes(fd, F_UNLCK, 0, 0, false);
}

/* One that wants the lock; place 0: it stands in no line. */
struct turn {
	int fd;
	int operation; /* of flock() */
	int64_t place;
	int error;     /* 0: it has the lock */
	bool gives_up;
};

static void
take_now(struct turn *turn)
{
	bool first = turn->place == 0 || lock_bytes(turn->fd, F_RDLCK, 0,
		turn->place, false) == 0;

	turn->error = EWOULDBLOCK;
	if (first && flock(turn->fd, turn->operation | LOCK_NB) == 0)
		turn->error = 0;
	else if (first)
		turn->error = errno;
}

/* 0 with the lock, else errno. */
static int
sleep_in_line(const struct turn *turn)
{
	if (turn->place != 0 && lock_bytes(turn->fd, F_RDLCK, 0, turn->place,
		true) != 0 && errno == EINTR)
		return EINTR;
	return flock(turn->fd, turn->operation) == 0 ? 0 : errno;
}

/* A thread, which sleeps until it has the lock or gives up. */
static void *
await(void *data)
{
	struct turn *turn = data;

	do
		turn->error = sleep_in_line(turn);
	while (turn->error == EINTR &&
		!__atomic_load_n(&turn->gives_up, __ATOMIC_SEQ_CST));
	return NULL;
}

static void
ring(int number)
{
	(void)number; /* to end a system call is all that the signal is for */
}

/* Signals are for the thread that asks, but the one that wakes the other. */
static int
start_waiting(struct turn *turn, pthread_t *thread)
{
	sigset_t all, before;
	int error;

	sigfillset(&all);
	sigdelset(&all, SIGALRM);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	error = pthread_create(thread, NULL, await, turn);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return error;
}

static bool
has_ended(pthread_t thread, int64_t ns)
{
	struct timespec until = {ns / NS_OF_S, ns % NS_OF_S};

	return pthread_clockjoin_np(thread, NULL, CLOCK_MONOTONIC, &until) == 0;
}

/* What was taken in the moment of giving up is given back. */
static void
give_up(struct turn *turn, pthread_t thread)
{
	__atomic_store_n(&turn->gives_up, true, __ATOMIC_SEQ_CST);
	do
		pthread_kill(thread, SIGALRM);
	while (!has_ended(thread, now_ns() + RING_EVERY_MS * NS_OF_MS));
	flock(turn->fd, LOCK_UN);
	turn->error = EWOULDBLOCK;
}

static void
take_in_turn(struct turn *turn, bool (*go_on)(void *data), void *data)
{
	struct sigaction wakes = {.sa_handler = ring}, before;
	pthread_t thread;
	int error;

	sigemptyset(&wakes.sa_mask);
	sigaction(SIGALRM, &wakes, &before);
	error = start_waiting(turn, &thread);
	if (error != 0)
		turn->error = error;
	while (error == 0 &&
		!has_ended(thread, now_ns() + ASK_EVERY_MS * NS_OF_MS))
		if (!go_on(data)) {
			give_up(turn, thread);
			break;
		}
	sigaction(SIGALRM, &before, NULL);
}

/* A holder that was killed has left its line. */
static void
wipe(int fd)
{
	struct stat st;

	if (fstat(fd, &st) == 0 && st.st_size > 0)
		(void)!ftruncate(fd, 0);
}

static enum err_code
taken(struct file_lock *lock, const struct turn *turn, struct err *err)
{
	if (turn->error == EWOULDBLOCK)
		return fail_busy(lock, err);
	if (turn->error != 0)
		return file_fail(err, lock->path, turn->error);
	if (turn->operation == LOCK_EX)
		wipe(lock->fd);
	return ERR_OK;
}

enum err_code
file_lock_take(struct file_lock *lock, bool exclusive, struct err *err)
{
	struct turn turn = {.fd = lock->fd,
		.operation = exclusive ? LOCK_EX : LOCK_SH};

	take_now(&turn);
	return taken(lock, &turn, err);
}

enum err_code
file_lock_wait(struct file_lock *lock, bool (*go_on)(void *data), void *data,
	struct err *err)
{
	struct turn turn = {.fd = lock->fd, .operation = LOCK_EX,
		.place = join_line(lock->fd)};

	take_now(&turn);
	if (turn.error == EWOULDBLOCK)
		take_in_turn(&turn, go_on, data);
	leave_line(lock->fd);
	return taken(lock, &turn, err);
}

void
file_lock_release(struct file_lock *lock)
{
	if (lock->is_signed)
		wipe(lock->fd);
	lock->is_signed = false;
	flock(lock->fd, LOCK_UN);
}

void
file_lock_sign(struct file_lock *lock, const char *line)
{
	char *text = xasprintf("%.*s\n", (int)strcspn(line, "\n"), line);
	size_t len = strlen(text);

	/* in this order there is a line at every moment */
	lock->is_signed = pwrite(lock->fd, text, len, 0) == (ssize_t)len &&
			  ftruncate(lock->fd, (off_t)len) == 0;
	free(text);
}

char *
file_lock_read_sign(struct file_lock *lock)
{
	char line[SIGN_MAX + 1];
	ssize_t n = pread(lock->fd, line, SIGN_MAX, 0);

	line[n > 0 ? n : 0] = '\0';
	return xstrndup(line, strcspn(line, "\n"));
}

void
file_lock_close(struct file_lock *lock)
{
	if (lock == NULL)
		return;
	file_lock_release(lock);
	close(lock->fd);
	free(lock->path);
	free(lock);
}
