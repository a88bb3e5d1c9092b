#include "store/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file_fail.h"
#include "base/xalloc.h"

void
beside_dress(int fd, const char *like)
{
	struct stat st;
	mode_t mode;

	if (stat(like, &st) < 0)
		return;
	mode = st.st_mode & 0666;
	if (fchown(fd, (uid_t)-1, st.st_gid) < 0)
		mode &= 0600;
	/* Where it cannot be given the file stays private, as it was made. */
	(void)!fchmod(fd, mode);
}

int
beside_make(const char *path, const char *like)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd < 0)
		return errno == EEXIST ? 0 : errno;
	beside_dress(fd, like);
	return close(fd) < 0 ? errno : 0;
}

/* PATH.WORD-YYYYMMDD-HHMMSS, with the number behind it from 2 on. */
static char *
aside_name(const char *path, const char *word, int64_t moment, int number)
{
	time_t seconds = (time_t)moment;
	struct tm day;
	char stamp[32];

	if (localtime_r(&seconds, &day) == NULL ||
		strftime(stamp, sizeof(stamp), "%Y%m%d-%H%M%S", &day) == 0)
		snprintf(stamp, sizeof(stamp), "%lld", (long long)moment);
	return number < 2 ? xasprintf("%s.%s-%s", path, word, stamp)
			  : xasprintf("%s.%s-%s-%d", path, word, stamp, number);
}

/* 0, or errno: EEXIST where the name is taken. */
static int
name_anew(const char *path, const char *name)
{
	if (link(path, name) == 0)
		return 0;
	if (errno != EPERM && errno != EOPNOTSUPP)
		return errno;
	if (renameat2(AT_FDCWD, path, AT_FDCWD, name, RENAME_NOREPLACE) == 0)
		return 0;
	return errno;
}

/* False and errno where the file is there and cannot be moved. */
static bool
move_trace(const char *path, const char *name, const char *suffix)
{
	char *from = xasprintf("%s%s", path, suffix);
	char *to = xasprintf("%s%s", name, suffix);
	bool moved = rename(from, to) == 0 || errno == ENOENT;

	free(from);
	free(to);
	return moved;
}

static void
remove_trace(const char *path, const char *suffix)
{
	char *name = xasprintf("%s%s", path, suffix);

	unlink(name);
	free(name);
}

enum err_code
beside_put_aside(const char *path, const char *word, int64_t moment,
	char **name, struct err *err)
{
	char *aside = NULL;
	int error = EEXIST;
	enum err_code code = ERR_OK;

	for (int number = 1; error == EEXIST; number++) {
		free(aside);
		aside = aside_name(path, word, moment, number);
		error = name_anew(path, aside);
	}
	if (error == 0 && (!move_trace(path, aside, "-wal") ||
				  !move_trace(path, aside, "-journal")))
		error = errno;
	if (error != 0)
		code = file_fail(err, aside, error);
	else
		remove_trace(path, "-shm");
	if (code == ERR_OK && name != NULL) {
		*name = aside;
		aside = NULL;
	}
	free(aside);
	return code;
}

void
beside_remove_traces(const char *path)
{
	remove_trace(path, "-wal");
	remove_trace(path, "-shm");
	remove_trace(path, "-journal");
}
