#include "exchange/csv_source.h"

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
input_name(const struct csv_source *source)
{
	if (source->path == NULL)
		return _("The pasted text");
	return strcmp(source->path, "-") == 0 ? _("The standard input")
					      : source->path;
}

static bool
is_standard_input(const struct csv_source *source)
{
	return source->path != NULL && strcmp(source->path, "-") == 0;
}

enum err_code
input_open(struct input *input, const struct csv_source *source,
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

static enum err_code
write_whole(int fd, const char *bytes, size_t len, struct err *err)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(err, ERR_FILE,
				_("The standard input cannot be kept: %s."),
				strerror(errno));
		bytes += n;
		len -= (size_t)n;
	}
	return ERR_OK;
}

enum err_code
csv_keep(struct csv_source *source, struct err *err)
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
		if (code == ERR_OK)
			code = write_whole(fd, bytes, n, err);
	}
	free(bytes);
	if (code != ERR_OK)
		close(fd);
	else
		source->kept = fd;
	return code;
}

void
csv_drop(struct csv_source *source)
{
	if (source->kept != 0)
		close(source->kept);
	source->kept = 0;
}

uint64_t
csv_stamp(const struct csv_source *source)
{
	struct stat st;

	if (source->path == NULL || is_standard_input(source) ||
		stat(source->path, &st) != 0)
		return 0;
	return ((uint64_t)st.st_mtim.tv_sec * 1000000000 +
		(uint64_t)st.st_mtim.tv_nsec) * 31 + (uint64_t)st.st_size;
}

enum err_code
input_check(const struct csv_source *source, const char *bytes, size_t len,
	struct err *err)
{
	static const char *const workbooks[] = {"PK\x03\x04",
		"\xd0\xcf\x11\xe0"};

	for (size_t i = 0; i < sizeof(workbooks) / sizeof(workbooks[0]); i++)
		if (len >= 4 && memcmp(bytes, workbooks[i], 4) == 0)
			return err_set(err, ERR_FILE,
				_("%s is a workbook; open it in WPS or Excel "
				  "and save the sheet as CSV (“Save as”, type "
				  "“CSV UTF-8” or “CSV”)."),
				err_name(err, input_name(source)));
	if (len == 0)
		return err_set(err, ERR_FILE, _("%s is empty."),
			err_name(err, input_name(source)));
	return ERR_OK;
}

enum err_code
csv_encodings(const struct csv_source *source, enum encoding fits[ENC_N],
	size_t *n, struct err *err)
{
	struct input input;
	char *bytes;
	enum err_code code;
	size_t len;

	*n = 0;
	code = input_open(&input, source, err);
	if (code != ERR_OK)
		return code;
	bytes = xmalloc(INPUT_PIECE);
	code = input_fill(&input, bytes, INPUT_PIECE, &len, err);
	input_close(&input);
	if (code == ERR_OK)
		code = input_check(source, bytes, len, err);
	if (code == ERR_OK && source->path == NULL)
		fits[(*n)++] = ENC_UTF8;
	else if (code == ERR_OK)
		*n = enc_detect(bytes, len, len < INPUT_PIECE, fits);
	free(bytes);
	if (code == ERR_OK && *n == 0)
		return err_set(err, ERR_FILE,
			_("%s is no text in any encoding that is read here; "
			  "save it as CSV."), input_name(source));
	return code;
}
