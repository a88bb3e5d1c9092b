#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
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

/* How often the alarm rings again after its time, should the first ring have
 * come before flock() slept. */
#define RING_AGAIN_US 20000

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

static void
ring(int number)
{
	(void)number; /* to end flock() is all that the signal is for */
}

static int64_t
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/*
 * flock() asleep, ended by an alarm: those that wait in the kernel are served
 * in their order, those that ask again and again are not.  0, or -1 and errno;
 * EINTR after wait_ms.
 */
static int
wait_for_lock(int fd, int operation, int wait_ms)
{
	int64_t deadline = now_ms() + wait_ms;
	struct sigaction alarmed = {.sa_handler = ring}, old_action;
	struct itimerval timer = {{0, RING_AGAIN_US},
		{wait_ms / 1000, wait_ms % 1000 * 1000}};
	struct itimerval old_timer;
	int answer, number;

	sigemptyset(&alarmed.sa_mask);
	sigaction(SIGALRM, &alarmed, &old_action);
	setitimer(ITIMER_REAL, &timer, &old_timer);
	do
		answer = flock(fd, operation);
	while (answer != 0 && errno == EINTR && now_ms() < deadline);
	number = errno;
	setitimer(ITIMER_REAL, &old_timer, NULL);
	sigaction(SIGALRM, &old_action, NULL);
	errno = number;
	return answer;
}

/* A holder that was killed has left its line. */
static void
wipe(int fd)
{
	struct stat st;

	if (fstat(fd, &st) == 0 && st.st_size > 0)
		(void)!ftruncate(fd, 0);
}

enum err_code
file_lock_take(struct file_lock *lock, bool exclusive, int wait_ms,
	struct err *err)
{
	int operation = exclusive ? LOCK_EX : LOCK_SH;

	if (flock(lock->fd, operation | LOCK_NB) == 0 ||
		(errno == EWOULDBLOCK && wait_ms > 0 &&
			wait_for_lock(lock->fd, operation, wait_ms) == 0)) {
		if (exclusive)
			wipe(lock->fd);
		return ERR_OK;
	}
	if (errno == EWOULDBLOCK || errno == EINTR)
		return fail_busy(lock, err);
	return file_fail(err, lock->path, errno);
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

	lock->is_signed = ftruncate(lock->fd, 0) == 0 &&
			  pwrite(lock->fd, text, len, 0) == (ssize_t)len;
	free(text);
}

char *
file_lock_read_sign(struct file_lock *lock)
{
	struct strbuf sign = STRBUF_INIT;
	char piece[256];
	ssize_t n;

	while ((n = pread(lock->fd, piece, sizeof(piece), (off_t)sign.len)) > 0)
		strbuf_add_bytes(&sign, piece, (size_t)n);
	strbuf_truncate(&sign, strcspn(sign.s, "\n"));
	return strbuf_detach(&sign);
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
