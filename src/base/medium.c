#include "base/medium.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#include "base/file.h"
#include "base/xalloc.h"

/* statfs(2) gives these numbers; <linux/magic.h> has not all of them. */
#define FUSE_TYPE 0x65735546

static const uint32_t network_types[] = {
	0x6969,     /* NFS */
	0x517B,     /* SMB */
	0xFF534D42, /* CIFS */
	0xFE534D42, /* SMB2 */
	0x564C,     /* NCP */
	0x73757245, /* Coda */
	0x5346414F, /* AFS, OpenAFS */
	0x6B414653, /* AFS, the kernel's */
	0x00C36400, /* Ceph */
	0x0BD00BD0, /* Lustre */
	0x01021997, /* 9P: folders of the host */
	0x786F4256, /* VirtualBox shared folders */
	FUSE_TYPE,
};

/* Above it a mount table is no longer read. */
#define MOUNTINFO_MAX (16u << 20)

bool
medium_is_fuse(unsigned long f_type)
{
	return (uint32_t)f_type == FUSE_TYPE;
}

bool
medium_is_network(unsigned long f_type, const char *mount_type)
{
	size_t n = sizeof(network_types) / sizeof(network_types[0]);

	if (medium_is_fuse(f_type) && mount_type != NULL &&
		strcmp(mount_type, "fuseblk") == 0)
		return false;
	for (size_t i = 0; i < n; i++)
		if (network_types[i] == (uint32_t)f_type)
			return true;
	return false;
}

char *
medium_mount_type(const char *mountinfo, unsigned device_major,
	unsigned device_minor)
{
	char *type = NULL;

	for (const char *line = mountinfo; *line != '\0';) {
		const char *end = strchrnul(line, '\n');
		const char *dash = strstr(line, " - ");
		unsigned major_number, minor_number;

		if (sscanf(line, "%*d %*d %u:%u ", &major_number,
			    &minor_number) == 2 &&
			major_number == device_major &&
			minor_number == device_minor && dash != NULL &&
			dash < end) {
			free(type);
			type = xstrndup(dash + 3, strcspn(dash + 3, " \n"));
		}
		line = *end == '\n' ? end + 1 : end;
	}
	return type;
}

/* What the kernel says in .../removable of a disk; a partition's stands in
 * the folder of its disk. */
static bool
is_removable(dev_t device)
{
	static const char *const folders[] = {"", "/.."};
	char path[64];

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		FILE *file;
		int c;

		snprintf(path, sizeof(path),
			"/sys/dev/block/%u:%u%s/removable", major(device),
			minor(device), folders[i]);
		file = fopen(path, "re");
		if (file == NULL)
			continue;
		c = fgetc(file);
		fclose(file);
		return c == '1';
	}
	return false;
}

static char *
mount_type_of(dev_t device)
{
	struct strbuf mountinfo = STRBUF_INIT;
	char *type = NULL;

	if (file_read("/proc/self/mountinfo", MOUNTINFO_MAX, &mountinfo,
		    NULL) == ERR_OK)
		type = medium_mount_type(
			mountinfo.s, major(device), minor(device));
	strbuf_clear(&mountinfo);
	return type;
}

enum file_medium
file_medium_of(const char *path)
{
	char *there = file_nearest(path);
	enum file_medium medium = FILE_LOCAL;
	char *mount_type = NULL;
	struct statfs fs;
	struct stat st;

	if (stat(there, &st) != 0 || statfs(there, &fs) != 0)
		goto out;
	if (medium_is_fuse((unsigned long)fs.f_type))
		mount_type = mount_type_of(st.st_dev);
	if (medium_is_network((unsigned long)fs.f_type, mount_type))
		medium = FILE_NETWORK;
	else if (is_removable(st.st_dev))
		medium = FILE_REMOVABLE;
out:
	free(mount_type);
	free(there);
	return medium;
}
