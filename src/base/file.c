#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/file_fail.h"
#include "base/i18n.h"
#include "base/xalloc.h"

struct file_out {
	char *path; /* where it will appear; NULL for standard output */
	char *temp;
	int fd;
	bool replace;
};

/* A switch and not a table, so that the compiler sees each format. */
enum err_code
file_fail(struct err *err, const char *path, int number)
{
	const char *name = err_name(err, path);

	switch (number) {
	case ENOENT:
		return err_set(err, ERR_FILE, _("%s does not exist."), name);
	case EACCES:
	case EPERM:
		return err_set(err, ERR_FILE,
			_("%s may not be used by this account."), name);
	case ENOSPC:
	case EDQUOT:
		return err_set(err, ERR_FILE,
			_("%s cannot be written, the disk is full."), name);
	case EROFS:
		return err_set(err, ERR_FILE,
			_("%s lies on a write-protected medium."), name);
	case EEXIST:
		return err_set(err, ERR_FILE, _("%s exists already."), name);
	case EISDIR:
		return err_set(err, ERR_FILE, _("%s is a folder."), name);
	case ENOTDIR:
		return err_set(err, ERR_FILE, _("%s is not in a folder."),
			name);
	case ENAMETOOLONG:
		return err_set(err, ERR_FILE, _("The name %s is too long."),
			name);
	case EIO:
		return err_set(err, ERR_FILE,
			_("The medium of %s is damaged or was taken out."),
			name);
	case EPIPE:
		return err_set(err, ERR_FILE,
			_("The program that reads the output has ended."));
	default:
		return err_set(err, ERR_FILE,
			_("%s cannot be used; the system says error %d."),
			name, number);
	}
}

enum err_code
file_fail_new(struct err *err, const char *path, int number)
{
	char *folder = file_folder(path);
	enum err_code code = file_fail(err, number == ENOENT ? folder : path,
		number);

	free(folder);
	return code;
}

/* The name to show for a file that is written. */
static const char *
out_name(const struct file_out *out)
{
	return out->path != NULL ? out->path : "-";
}

static void
out_free(struct file_out *out)
{
	if (out->path != NULL && out->fd >= 0)
		close(out->fd);
	free(out->path);
	free(out->temp);
	free(out);
}

/* Whether something stands under path already that must not be replaced, or
 * that is no plain file. */
static enum err_code
check_place(const char *path, bool replace, struct err *err)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return errno == ENOENT ? ERR_OK : file_fail(err, path, errno);
	if (S_ISDIR(st.st_mode))
		return file_fail(err, path, EISDIR);
	if (!S_ISREG(st.st_mode))
		return err_set(
			err, ERR_FILE, _("%s is not a plain file."),
			err_name(err, path));
	return replace ? ERR_OK : file_fail(err, path, EEXIST);
}

/* path, or where it leads if it is a symbolic link. */
static char *
follow(const char *path)
{
	char *real = realpath(path, NULL);

	return real != NULL ? real : xstrdup(path);
}

enum err_code
file_out_open(const char *path, bool replace, struct file_out **result,
	struct err *err)
{
	struct file_out *out;
	enum err_code code;
	char *folder;

	out = xcalloc(1, sizeof(*out));
	out->fd = STDOUT_FILENO;
	out->replace = replace;
	*result = NULL;
	if (strcmp(path, "-") == 0) {
		*result = out;
		return ERR_OK;
	}
	out->fd = -1;
	out->path = follow(path);
	code = check_place(out->path, replace, err);
	if (code != ERR_OK)
		goto fail;
	folder = file_folder(out->path);
	out->temp = file_join(folder, ".ronghe-XXXXXX");
	free(folder);
	out->fd = mkostemp(out->temp, O_CLOEXEC);
	if (out->fd < 0) {
		code = file_fail_new(err, path, errno);
		goto fail;
	}
	*result = out;
	return ERR_OK;
fail:
	out_free(out);
	return code;
}

bool
file_write_whole(int fd, const void *bytes, size_t len)
{
	const char *at = bytes;

	while (len > 0) {
		ssize_t n = write(fd, at, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		at += n;
		len -= (size_t)n;
	}
	return true;
}

enum err_code
file_out_write(struct file_out *out, const void *bytes, size_t len,
	struct err *err)
{
	if (file_write_whole(out->fd, bytes, len))
		return ERR_OK;
	return file_fail(err, out_name(out), errno);
}

const char *
file_out_temporary(const struct file_out *out)
{
	return out->temp;
}

/* Gives the finished file its name. */
static int
appear(const struct file_out *out)
{
	if (out->replace)
		return rename(out->temp, out->path);
	if (renameat2(AT_FDCWD, out->temp, AT_FDCWD, out->path,
		    RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	/* A file system without that: link() does not replace either. */
	if (link(out->temp, out->path) == 0)
		return unlink(out->temp);
	if (errno == EEXIST)
		return -1;
	if (file_exists(out->path)) {
		errno = EEXIST;
		return -1;
	}
	return rename(out->temp, out->path);
}

enum err_code
file_out_commit(struct file_out *out, struct err *err)
{
	enum err_code code;
	char *folder;
	int fd = out->fd;

	if (out->path == NULL) {
		out_free(out);
		return ERR_OK;
	}
	if (fsync(fd) != 0)
		goto fail;
	out->fd = -1;
	if (close(fd) != 0 || appear(out) != 0)
		goto fail;
	folder = file_folder(out->path);
	code = file_sync_folder(folder, err);
	free(folder);
	out_free(out);
	return code;
fail:
	code = file_fail(err, out->path, errno);
	file_out_abandon(out);
	return code;
}

void
file_out_abandon(struct file_out *out)
{
	if (out == NULL)
		return;
	if (out->path != NULL)
		unlink(out->temp);
	out_free(out);
}

/* Makes one folder; one that is there already is well. */
static enum err_code
make_one(const char *path, struct err *err)
{
	struct stat st;
	int number;

	if (mkdir(path, 0700) == 0)
		return ERR_OK;
	number = errno; /* not only EEXIST: it may lie where nobody writes */
	if (stat(path, &st) != 0)
		return file_fail(err, path, number);
	if (!S_ISDIR(st.st_mode))
		return err_set(err, ERR_FILE,
			_("%s is a file and not a folder."),
			err_name(err, path));
	return ERR_OK;
}

enum err_code
file_make_folder(const char *path, struct err *err)
{
	char *part = xstrdup(path);
	enum err_code code = ERR_OK;
	char *slash = part;

	while (code == ERR_OK && (slash = strchr(slash + 1, '/')) != NULL) {
		*slash = '\0';
		code = make_one(part, err);
		*slash = '/';
	}
	if (code == ERR_OK)
		code = make_one(path, err);
	free(part);
	return code;
}

enum err_code
file_sync_folder(const char *path, struct err *err)
{
	enum err_code code = ERR_OK;
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return file_fail(err, path, errno);
	/* Some file systems know no such flushing and have no need of it. */
	if (fsync(fd) != 0 && errno != EINVAL && errno != EROFS)
		code = file_fail(err, path, errno);
	close(fd);
	return code;
}

/* Reads to the end, or one byte past max; 0 or a number of errno. */
static int
read_all(int fd, size_t max, struct strbuf *out)
{
	const size_t piece = 64 * 1024;
	size_t start = out->len;

	while (out->len - start <= max) {
		size_t left = max - (out->len - start);
		size_t want = left < piece ? left + 1 : piece;
		ssize_t n = read(fd, strbuf_room(out, want), want);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		if (n == 0)
			return 0;
		out->len += (size_t)n;
		out->s[out->len] = '\0';
	}
	return EFBIG;
}

enum err_code
file_read(const char *path, size_t max, struct strbuf *out, struct err *err)
{
	size_t before = out->len;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int number;

	if (fd < 0)
		return file_fail(err, path, errno);
	number = read_all(fd, max, out);
	close(fd);
	if (number == 0)
		return ERR_OK;
	strbuf_truncate(out, before);
	if (number == EFBIG)
		return err_set(err, ERR_FILE,
			_("%s is larger than the %zu bytes that can be read "
			  "here."),
			err_name(err, path), max);
	return file_fail(err, path, number);
}

int
file_open_nameless(void)
{
	const char *const folders[] = {getenv("TMPDIR"), "/var/tmp", "/tmp"};
	int fd = -1;

	for (size_t i = 0; fd < 0 && i < sizeof(folders) / sizeof(folders[0]);
		i++) {
		char *name;

		if (folders[i] == NULL)
			continue;
		name = file_join(folders[i], "ronghe-XXXXXX");
		fd = mkostemp(name, O_CLOEXEC);
		if (fd >= 0)
			unlink(name);
		free(name);
	}
	return fd;
}

bool
file_exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

char *
file_nearest(const char *path)
{
	char *there = xstrdup(path);

	while (!file_exists(there) && strcmp(there, "/") != 0 &&
		strcmp(there, ".") != 0) {
		char *above = file_folder(there);

		free(there);
		there = above;
	}
	return there;
}

uint64_t
file_free_bytes(const char *path)
{
	char *there = file_nearest(path);
	struct statvfs fs;
	bool told = statvfs(there, &fs) == 0;

	free(there);
	return told ? (uint64_t)fs.f_bavail * fs.f_frsize : UINT64_MAX;
}

enum err_code
file_check_room(const char *folder, uint64_t bytes, struct err *err)
{
	enum { MEGABYTE = 1024 * 1024 };
	uint64_t free_bytes = file_free_bytes(folder);

	if (free_bytes >= bytes)
		return ERR_OK;
	return err_set(err, ERR_FILE,
		_("There is too little room in %s: %llu MB are needed and "
		  "%llu MB are free."), err_name(err, folder),
		(unsigned long long)(bytes / MEGABYTE + 1),
		(unsigned long long)(free_bytes / MEGABYTE));
}

char *
file_join(const char *folder, const char *name)
{
	size_t len = strlen(folder);

	while (len > 0 && folder[len - 1] == '/')
		len--;
	return xasprintf("%.*s/%s", (int)len, folder, name);
}

char *
file_folder(const char *path)
{
	size_t len = strlen(path);

	while (len > 1 && path[len - 1] == '/')
		len--;
	while (len > 0 && path[len - 1] != '/')
		len--;
	if (len == 0)
		return xstrdup(".");
	while (len > 1 && path[len - 1] == '/')
		len--;
	return xstrndup(path, len);
}

const char *
file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}
