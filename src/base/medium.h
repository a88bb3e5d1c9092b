/* What file systems tell about the medium below them; used by file.h. */
#ifndef BASE_MEDIUM_H
#define BASE_MEDIUM_H

#include <stdbool.h>

/*
 * True for the f_type of statfs(2) that belongs to another computer: NFS,
 * SMB, 9P, the shared folders of virtual machines, cluster file systems; and
 * for FUSE, unless mount_type (as /proc/self/mountinfo has it, may be NULL)
 * is "fuseblk", a local disk.
 */
bool
medium_is_network(unsigned long f_type, const char *mount_type);

/* True for the f_type of FUSE, where mount_type is needed. */
bool
medium_is_fuse(unsigned long f_type);

/*
 * The file system type of the mount of a device, from the text of
 * /proc/self/mountinfo (proc(5)); the last one where several are mounted over
 * one another; on the heap, NULL where the device is not in it.
 */
char *
medium_mount_type(const char *mountinfo, unsigned device_major,
	unsigned device_minor);

#endif
