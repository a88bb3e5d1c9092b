/* attachment (附件): a paper or file that belongs to a meeting. */
#include "records/attachment.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/seal.h"
#include "records/nouns.h"

enum { HASHED_MAX = 64 * 1024 * 1024 }; /* bytes that are read in an instant */

static const struct field_type fields[] = {
	{.name = "meeting_id", .term = {"meeting", "会议"},
		.also = "会议名称", .kind = FIELD_REF, .ref = "meeting",
		.cols = 26, .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "order_no", .term = {"order", "序号"}, .also = "附件序号",
		.kind = FIELD_INT, .cols = 4},
	{.name = "kind", .term = {"kind", "附件类别"}, .also = "类别",
		.kind = FIELD_CODE, .cols = 10, .codes = "attachment_kind",
		.flags = FIELD_REQUIRED, .initial = "9"},
	{.name = "name", .term = {"name", "附件名称"}, .also = "名称",
		.kind = FIELD_TEXT, .cols = 28, .max = 128,
		.flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "file", .term = {"file", "文件名"}, .also = "文件",
		.kind = FIELD_TEXT, .cols = 24, .max = 1000,
		.help = N_("Where the file lies; the program keeps no copy of "
			   "it, but can say whether it is still the same. To "
			   "enter a file that has changed, empty this, save, "
			   "and write it again.")},
	{.name = "place", .term = {"kept at", "存放位置"}, .also = "存放地点",
		.kind = FIELD_TEXT, .cols = 16, .max = 128,
		.help = N_("Where the paper lies: cabinet, folder.")},
	{.name = "size", .term = {"size in bytes", "文件大小"},
		.kind = FIELD_INT, .cols = 10, .flags = FIELD_READONLY},
	{.name = "file_at", .term = {"time of the file", "文件时间"},
		.kind = FIELD_TIME, .flags = FIELD_READONLY},
	{.name = "hash", .term = {"fingerprint of the file", "文件校验值"},
		.kind = FIELD_TEXT, .cols = 16, .max = 64,
		.flags = FIELD_READONLY},
	{.name = "remark", .term = {"remark", "备注"}, .kind = FIELD_TEXT,
		.max = 200},
};

/* A file as it is now; stored forms. */
struct seen_file {
	char size[24];
	char at[TIME_SIZE];
	char hash[2 * SEAL_HASH_SIZE + 1]; /* "" of a large one */
};

static bool
read_file(int fd, struct seen_file *seen)
{
	unsigned char hash[SEAL_HASH_SIZE];
	struct stat st;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return false;
	snprintf(seen->size, sizeof(seen->size), "%" PRIdMAX,
		(intmax_t)st.st_size);
	date_time_of_moment(st.st_mtime, seen->at);
	seen->hash[0] = '\0';
	if (st.st_size > HASHED_MAX)
		return true;
	if (!seal_hash_file(fd, hash))
		return false;
	seal_hex(hash, sizeof(hash), seen->hash);
	return true;
}

/* False where it is not there, no file, or not to be read. */
static bool
see_file(const char *path, struct seen_file *seen)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool read;

	if (fd < 0)
		return false;
	read = read_file(fd, seen);
	close(fd);
	return read;
}

/* What another office brings along stays; nothing is read twice. */
static void
fill(struct record *attachment, const struct check_context *context)
{
	const struct record *old = context->old;
	const char *path = record_get(attachment, "file");
	struct seen_file seen = {"", "", ""};

	if (old != NULL ? strcmp(record_get(old, "file"), path) == 0
			: record_get(attachment, "size")[0] != '\0')
		return;
	if (path[0] != '\0' && !see_file(path, &seen))
		seen = (struct seen_file){"", "", ""};
	record_set(attachment, "size", seen.size);
	record_set(attachment, "file_at", seen.at);
	record_set(attachment, "hash", seen.hash);
}

static void
check(const struct record *attachment, const struct check_context *context,
	struct notes *notes)
{
	const char *path = record_get(attachment, "file");

	if (path[0] == '\0' || record_get(attachment, "size")[0] != '\0' ||
		(context->old != NULL &&
			strcmp(record_get(context->old, "file"), path) == 0))
		return;
	notes_warn(notes, "file",
		_("There is no file %s on this computer; whether it is still "
		  "the same cannot be said later."), path);
}

enum attachment_state
attachment_look(const struct record *attachment)
{
	const char *path = record_get(attachment, "file");
	const char *size = record_get(attachment, "size");
	const char *hash = record_get(attachment, "hash");
	struct seen_file seen;
	bool same;

	if (path[0] == '\0')
		return ATTACHMENT_NO_FILE;
	if (!see_file(path, &seen))
		return ATTACHMENT_ABSENT;
	if (size[0] == '\0')
		return ATTACHMENT_UNKNOWN;
	same = strcmp(size, seen.size) == 0 && (hash[0] != '\0'
		? strcmp(hash, seen.hash) == 0
		: strcmp(record_get(attachment, "file_at"), seen.at) == 0);
	return same ? ATTACHMENT_SAME : ATTACHMENT_CHANGED;
}

const char *
attachment_word(enum attachment_state state)
{
	static const char *const words[] = {
		[ATTACHMENT_NO_FILE] = N_("no file"),
		[ATTACHMENT_UNKNOWN] = N_("there, not compared"),
		[ATTACHMENT_SAME] = N_("the file is the same"),
		[ATTACHMENT_CHANGED] = N_("the file has changed"),
		[ATTACHMENT_ABSENT] = N_("the file is not there"),
	};

	return _(words[state]);
}

const struct record_type attachment_type = {
	.name = "attachment",
	.term = {"Attachment", "附件"},
	.number = 19,
	.help = N_("A paper or file that belongs to a meeting: notice, "
		   "sign-in sheet, photo; what it is and where it lies."),
	.fields = fields,
	.n_fields = sizeof(fields) / sizeof(fields[0]),
	.pages = {{"Attachment", "附件"}},
	.title = {"name"},
	.list = {"order_no", "meeting_id", "kind", "name", "file", "place",
		"size", "file_at"},
	.order = "order_no",
	.key = {{"meeting_id", "name", "file"}, {"meeting_id", "name"}},
	.fill = fill,
	.check = check,
	.owned_by = "meeting_id",
};
