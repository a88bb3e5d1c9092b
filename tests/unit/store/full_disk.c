#include "store/full_disk.h"

#include <sqlite3.h>
#include <stdlib.h>

/* Our file, behind which SQLite's own stands. */
struct file {
	sqlite3_file base;
	sqlite3_file *real;
};

static sqlite3_vfs *usual;
static sqlite3_vfs ours;
static sqlite3_io_methods methods;
static bool disk_is_full;

static sqlite3_file *
real(sqlite3_file *file)
{
	return ((struct file *)file)->real;
}

static int
close_file(sqlite3_file *file)
{
	return real(file)->pMethods->xClose(real(file));
}

static int
read_file(sqlite3_file *file, void *bytes, int n, sqlite3_int64 at)
{
	return real(file)->pMethods->xRead(real(file), bytes, n, at);
}

static int
write_file(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
	sqlite3_int64 size = 0;

	if (disk_is_full &&
		(real(file)->pMethods->xFileSize(real(file), &size) !=
				SQLITE_OK || at + n > size))
		return SQLITE_FULL;
	return real(file)->pMethods->xWrite(real(file), bytes, n, at);
}

static int
truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
	return real(file)->pMethods->xTruncate(real(file), size);
}

static int
sync_file(sqlite3_file *file, int flags)
{
	return real(file)->pMethods->xSync(real(file), flags);
}

static int
file_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return real(file)->pMethods->xFileSize(real(file), size);
}

static int
lock_file(sqlite3_file *file, int level)
{
	return real(file)->pMethods->xLock(real(file), level);
}

static int
unlock_file(sqlite3_file *file, int level)
{
	return real(file)->pMethods->xUnlock(real(file), level);
}

static int
check_lock(sqlite3_file *file, int *out)
{
	return real(file)->pMethods->xCheckReservedLock(real(file), out);
}

static int
control(sqlite3_file *file, int operation, void *data)
{
	return real(file)->pMethods->xFileControl(real(file), operation, data);
}

static int
sector_size(sqlite3_file *file)
{
	return real(file)->pMethods->xSectorSize(real(file));
}

static int
characteristics(sqlite3_file *file)
{
	return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static int
map_shm(sqlite3_file *file, int page, int size, int extend,
	void volatile **out)
{
	return real(file)->pMethods->xShmMap(real(file), page, size, extend,
		out);
}

static int
lock_shm(sqlite3_file *file, int offset, int n, int flags)
{
	return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}

static void
barrier_shm(sqlite3_file *file)
{
	real(file)->pMethods->xShmBarrier(real(file));
}

static int
unmap_shm(sqlite3_file *file, int remove)
{
	return real(file)->pMethods->xShmUnmap(real(file), remove);
}

static int
open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
	int *out_flags)
{
	struct file *own = (struct file *)file;
	int rc;

	(void)vfs;
	own->real = (sqlite3_file *)(own + 1);
	rc = usual->xOpen(usual, name, own->real, flags, out_flags);
	file->pMethods = own->real->pMethods != NULL ? &methods : NULL;
	return rc;
}

void
full_disk_install(void)
{
	usual = sqlite3_vfs_find(NULL);
	ours = *usual;
	ours.zName = "full-disk";
	ours.szOsFile = usual->szOsFile + (int)sizeof(struct file);
	ours.xOpen = open_file;
	methods = (sqlite3_io_methods){
		.iVersion = 2,
		.xClose = close_file,
		.xRead = read_file,
		.xWrite = write_file,
		.xTruncate = truncate_file,
		.xSync = sync_file,
		.xFileSize = file_size,
		.xLock = lock_file,
		.xUnlock = unlock_file,
		.xCheckReservedLock = check_lock,
		.xFileControl = control,
		.xSectorSize = sector_size,
		.xDeviceCharacteristics = characteristics,
		.xShmMap = map_shm,
		.xShmLock = lock_shm,
		.xShmBarrier = barrier_shm,
		.xShmUnmap = unmap_shm,
	};
	if (sqlite3_vfs_register(&ours, 1) != SQLITE_OK)
		abort();
}

void
full_disk_set(bool is_full)
{
	disk_is_full = is_full;
}
