#include "exchange/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"

const char *
input_name(const struct sheet_source *source)
{
	if (source->path == NULL)
		return _("The pasted text");
	return strcmp(source->path, "-") == 0 ? _("The standard input")
					      : source->path;
}

static bool
is_standard_input(const struct sheet_source *source)
{
	return source->path != NULL && strcmp(source->path, "-") == 0;
}

enum err_code
input_open(struct input *input, const struct sheet_source *source,
	struct err *err)
{
	struct stat st;
	int number;

	*input = (struct input){.source = source, .fd = -1};
	if (source->path == NULL) {
		input->total = source->len;
		return ERR_OK;
	}
	if (is_standard_input(source)) {
		input->fd = source->kept;
		if (source->kept != 0)
			lseek(source->kept, 0, SEEK_SET);
	} else {
		input->fd = open(source->path, O_RDONLY | O_CLOEXEC);
	}
	number = errno;
	if (input->fd < 0)
		return err_set(err, ERR_FILE, _("%s cannot be opened: %s."),
			err_name(err, source->path), strerror(number));
	if (fstat(input->fd, &st) == 0 && S_ISREG(st.st_mode))
		input->total = (uint64_t)st.st_size;
	return ERR_OK;
}

void
input_close(struct input *input)
{
	if (input->fd >= 0 && !is_standard_input(input->source))
		close(input->fd);
}

static enum err_code
input_read(struct input *input, char *bytes, size_t size, size_t *n,
	struct err *err)
{
	ssize_t got;
	int number;

	if (input->fd < 0) {
		*n = input->source->len - input->done;
		if (*n > size)
			*n = size;
		memcpy(bytes, input->source->text + input->done, *n);
		input->done += *n;
		return ERR_OK;
	}
	do
		got = read(input->fd, bytes, size);
	while (got < 0 && errno == EINTR);
	number = errno;
	if (got < 0)
		return err_set(err, ERR_FILE, _("%s cannot be read: %s."),
			err_name(err, input_name(input->source)),
			strerror(number));
	*n = (size_t)got;
	input->done += *n;
	return ERR_OK;
}

/* Pipes give less than was asked for. */
enum err_code
input_fill(struct input *input, char *bytes, size_t size, size_t *len,
	struct err *err)
{
	enum err_code code = ERR_OK;
	size_t n = 1;

	*len = 0;
	while (code == ERR_OK && n > 0 && *len < size) {
		code = input_read(input, bytes + *len, size - *len, &n, err);
		if (code == ERR_OK)
			*len += n;
	}
	return code;
}

enum err_code
input_keep(struct sheet_source *source, struct err *err)
{
	struct input input;
	char *bytes;
	enum err_code code;
	size_t n = 1;
	int fd;

	if (!is_standard_input(source) || source->kept != 0)
		return ERR_OK;
	fd = file_open_nameless();
	if (fd < 0)
		return err_set(err, ERR_FILE,
			_("The standard input cannot be kept: %s."),
			strerror(errno));
	bytes = xmalloc(INPUT_PIECE);
	code = input_open(&input, source, err);
	while (code == ERR_OK && n > 0) {
		code = input_read(&input, bytes, INPUT_PIECE, &n, err);
		if (code == ERR_OK && !file_write_whole(fd, bytes, n))
			code = err_set(err, ERR_FILE,
				_("The standard input cannot be kept: %s."),
				strerror(errno));
	}
	free(bytes);
	if (code != ERR_OK)
		close(fd);
	else
		source->kept = fd;
	return code;
}

void
input_drop(struct sheet_source *source)
{
	if (source->kept != 0)
		close(source->kept);
	source->kept = 0;
}

uint64_t
input_stamp(const struct sheet_source *source)
{
	struct stat st;

	if (source->path == NULL || is_standard_input(source) ||
		stat(source->path, &st) != 0)
		return 0;
	return ((uint64_t)st.st_mtim.tv_sec * 1000000000 +
		(uint64_t)st.st_mtim.tv_nsec) * 31 + (uint64_t)st.st_size;
}

enum err_code
input_check(const struct sheet_source *source, size_t len, struct err *err)
{
	if (len > 0)
		return ERR_OK;
	return err_set(err, ERR_FILE, _("%s is empty."),
		err_name(err, input_name(source)));
}

enum err_code
input_has(const struct sheet_source *source, const void *bytes, size_t len,
	bool *has, struct err *err)
{
	struct input input;
	enum err_code code = input_open(&input, source, err);
	char *piece;
	size_t n = 1, n_there, kept = 0; /* of the end of the piece before */

	*has = false;
	if (code != ERR_OK)
		return code;
	piece = xmalloc(INPUT_PIECE + len);
	while (code == ERR_OK && !*has && n > 0) {
		code = input_fill(&input, piece + kept, INPUT_PIECE, &n, err);
		n_there = kept + n;
		*has = memmem(piece, n_there, bytes, len) != NULL;
		kept = n_there < len ? n_there : len - 1;
		memmove(piece, piece + n_there - kept, kept);
	}
	free(piece);
	input_close(&input);
	return code;
}
