#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store_private.h"

/* "SITE SERIAL HASH\n", the numbers in ten digits, the hash in hex. */
#define LINE_SIZE (10 + 1 + 10 + 1 + 2 * SEAL_HASH_SIZE + 1)

static int
open_seen(const struct world *world, int flags)
{
	char *path;
	int fd;

	if (world->state_home == NULL || *world->state_home == '\0')
		return -1;
	path = file_join(world->state_home, "seen");
	fd = open(path, flags | O_CLOEXEC, 0600);
	if (fd < 0 && (flags & O_CREAT) != 0 &&
		file_make_folder(world->state_home, NULL) == ERR_OK)
		fd = open(path, flags | O_CLOEXEC, 0600);
	free(path);
	return fd;
}

static bool
read_hash(const char *hex, unsigned char out[SEAL_HASH_SIZE])
{
	for (size_t i = 0; i < SEAL_HASH_SIZE; i++)
		if (sscanf(hex + 2 * i, "%2hhx", &out[i]) != 1)
			return false;
	return true;
}

static bool
read_line(const char line[LINE_SIZE + 1], struct site_line *out)
{
	if (sscanf(line, "%10" SCNu32 " %10" SCNu32 " ", &out->number,
		    &out->serial) != 2)
		return false;
	return read_hash(line + LINE_SIZE - 2 * SEAL_HASH_SIZE - 1, out->hash);
}

/*
 * Where the site's line begins in the file; its end where there is none.  A
 * line that is damaged is no line.
 */
static off_t
find_line(int fd, uint32_t site, struct site_line *out)
{
	char line[LINE_SIZE + 1] = "";
	off_t at = 0;

	while (pread(fd, line, LINE_SIZE, at) == LINE_SIZE) {
		if (read_line(line, out) && out->number == site)
			return at;
		at += LINE_SIZE;
	}
	*out = (struct site_line){0};
	return at;
}

void
seen_load(const struct world *world, uint32_t site, struct site_line *out)
{
	int fd = open_seen(world, O_RDONLY);

	*out = (struct site_line){0};
	if (fd < 0)
		return;
	if (flock(fd, LOCK_SH) == 0)
		find_line(fd, site, out);
	close(fd);
}

static bool
same_line(const struct site_line *a, const struct site_line *b)
{
	return a->number == b->number && a->serial == b->serial &&
		memcmp(a->hash, b->hash, SEAL_HASH_SIZE) == 0;
}

bool
seen_save(const struct world *world, const struct site_line *from,
	const struct site_line *to)
{
	char line[LINE_SIZE + 1], hash[2 * SEAL_HASH_SIZE + 1];
	struct site_line now;
	bool is_ours = true;
	ssize_t n_written = 0;
	off_t at;
	int fd = open_seen(world, O_RDWR | O_CREAT);

	if (fd < 0)
		return true; /* no place to keep it: nothing is known */
	if (flock(fd, LOCK_EX) == 0) {
		at = find_line(fd, to->number, &now);
		is_ours = same_line(&now, from);
		seal_hex(to->hash, SEAL_HASH_SIZE, hash);
		snprintf(line, sizeof(line), "%010" PRIu32 " %010" PRIu32
			" %s\n", to->number, to->serial, hash);
		if (is_ours)
			n_written = pwrite(fd, line, LINE_SIZE, at);
	}
	(void)n_written; /* where it cannot be kept, nothing is known */
	close(fd);
	return is_ours;
}
