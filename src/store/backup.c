#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/file_fail.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "store/backup_copy.h"
#include "store/backup_list.h"
#include "store/beside.h"
#include "store/store_private.h"

#define DAILY_KEPT 7
#define STEPS_BETWEEN_REPORTS 20000 /* of SQLite's virtual machine */

struct vacuum {
	struct job *job;
	int fd;
	uint64_t total;
};

/* Not 0 stops the statement. */
static int
report(void *data)
{
	struct vacuum *vacuum = data;
	struct stat st;

	if (fstat(vacuum->fd, &st) == 0)
		job_progress(vacuum->job, _("writing the copy"),
			(uint64_t)st.st_size, vacuum->total);
	return job_cancelled(vacuum->job);
}

static enum err_code
vacuum_into(struct store *store, const char *temp, struct vacuum *vacuum,
	struct err *err)
{
	struct stmt *stmt;
	char *uri;
	enum err_code code = stmt_open_as(store, GUARD_OPEN, "VACUUM INTO ?1",
		&stmt, err);

	if (code != ERR_OK)
		return code;
	uri = store_uri(temp, false);
	stmt_bind_text(stmt, 1, uri);
	sqlite3_progress_handler(store->db, STEPS_BETWEEN_REPORTS, report,
		vacuum);
	code = stmt_run(stmt, err);
	sqlite3_progress_handler(store->db, 0, NULL, NULL);
	stmt_done(stmt);
	free(uri);
	if (job_cancelled(vacuum->job))
		code = err_set(err, ERR_CANCELLED,
			_("The backup was stopped; no copy was written."));
	return code;
}

static enum err_code
database_bytes(struct store *store, uint64_t *bytes, struct err *err)
{
	int64_t n_pages, page;
	struct stmt *stmt;
	bool row;
	enum err_code code = stmt_open_as(store, GUARD_OPEN,
		"SELECT page_count, page_size FROM pragma_page_count, "
		"pragma_page_size",
		&stmt, err);

	if (code != ERR_OK)
		return code;
	code = stmt_step(stmt, &row, err);
	n_pages = code == ERR_OK ? stmt_int(stmt, 0) : 0;
	page = code == ERR_OK ? stmt_int(stmt, 1) : 0;
	*bytes = (uint64_t)n_pages * (uint64_t)page;
	stmt_done(stmt);
	return code;
}

/* Fills the private file and makes sure of it. */
static enum err_code
fill_copy(struct store *store, const char *temp, const char *path,
	struct vacuum *vacuum, char **fault, struct err *err)
{
	const struct backup_copy_check check = {
		.temp = temp,
		.name = path,
		.world = store->world,
		.tables = store->tables,
		.n_tables = store->n_tables,
	};
	enum err_code code = vacuum_into(store, temp, vacuum, err);

	if (code == ERR_OK)
		code = backup_copy_sync(vacuum->fd, path, err);
	if (code == ERR_OK)
		code = backup_copy_check_file(&check, NULL, err);
	if (code == ERR_OK)
		code = backup_copy_check_journal(&check, vacuum->job, fault,
			err);
	return code;
}

/*
 * like: whose mode and group the copy gets, NULL for a private one.  *fault,
 * on the heap: what the journal says is wrong in a copy that was written all
 * the same, because it is what there is; else NULL.
 */
static enum err_code
write_copy(struct store *store, const char *path, const char *like,
	struct job *job, char **fault, struct err *err)
{
	struct vacuum vacuum = {.job = job, .fd = -1};
	char *folder = file_folder(path);
	char *temp = NULL;
	enum err_code code = database_bytes(store, &vacuum.total, err);

	*fault = NULL;
	if (code == ERR_OK && file_exists(path))
		code = file_fail(err, path, EEXIST);
	if (code == ERR_OK)
		code = file_check_room(folder, vacuum.total, err);
	if (code == ERR_OK)
		code = backup_copy_begin(path, &temp, &vacuum.fd, err);
	if (code == ERR_OK)
		code = fill_copy(store, temp, path, &vacuum, fault, err);
	if (code == ERR_OK && like != NULL)
		beside_dress(vacuum.fd, like);
	if (code == ERR_OK)
		code = backup_copy_publish(temp, path, err);
	if (vacuum.fd >= 0)
		close(vacuum.fd);
	backup_copy_end(temp);
	free(folder);
	return code;
}

static void
note_time(struct store *store, struct job *job)
{
	char moment[sizeof("-9223372036854775808")];

	snprintf(moment, sizeof(moment), "%" PRId64,
		store->world->now(store->world));
	if (store_set_setting(store, "backup_at", moment, NULL) != ERR_OK)
		job_warn(job,
			_("The copy is whole, but its time could not be noted "
			  "in the database."));
}

enum err_code
backup_write(struct store *store, const char *path, struct job *job,
	struct err *err)
{
	char *fault, *sentence;
	enum err_code code = write_copy(store, path, NULL, job, &fault, err);

	if (code == ERR_OK && store_read_only(store) == NULL)
		note_time(store, job);
	if (code == ERR_OK && fault != NULL) {
		sentence = xasprintf(
			_("The copy holds what the database holds, but that is "
			  "not as its journal says: %s"),
			fault);
		job_warn(job, sentence);
		free(sentence);
	}
	free(fault);
	return code;
}

/* Does name look like ".BASE.YYYY-MM-DD.XXXXXX", which a daily copy had that
 * was cut short? */
static bool
is_left_over(const char *name, const char *base)
{
	size_t len = strlen(name);
	char *inner;
	bool left;

	if (len < 8 || name[0] != '.' || name[len - 7] != '.')
		return false;
	inner = xstrndup(name + 1, len - 8);
	left = backup_is_daily(inner, base);
	free(inner);
	return left;
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Removes the oldest daily copies but never that of today. */
static void
prune(const char *folder, const char *base, const char *today)
{
	struct strvec daily = VEC_INIT;
	size_t n_left;

	backup_list_folder(folder, base, backup_is_daily, &daily);
	if (daily.n > 0)
		qsort(daily.items, daily.n, sizeof(*daily.items),
			compare_paths);
	n_left = daily.n;
	for (size_t i = 0; i < daily.n && n_left > DAILY_KEPT; i++) {
		if (strcmp(daily.items[i], today) == 0)
			continue;
		unlink(daily.items[i]);
		n_left--;
	}
	strvec_clear(&daily);
}

static void
remove_left_over(const char *folder, const char *base)
{
	struct strvec left = VEC_INIT;

	backup_list_folder(folder, base, is_left_over, &left);
	for (size_t i = 0; i < left.n; i++)
		unlink(left.items[i]);
	strvec_clear(&left);
}

/* The old copies stay where the new one has a fault that they may not have. */
static enum err_code
write_today(struct store *store, const char *folder, const char *path,
	struct job *job, struct err *err)
{
	const char *base = file_name(store->path);
	char *fault;
	enum err_code code;

	remove_left_over(folder, base);
	code = write_copy(store, path, store->path, job, &fault, err);
	if (code == ERR_OK && fault != NULL)
		code = err_set(err, ERR_STORE,
			_("The daily copy was written, but the database is not "
			  "as its journal says: %s"),
			fault);
	if (code == ERR_OK)
		prune(folder, base, path);
	free(fault);
	return code;
}

static char *
folder_of(const struct store *store)
{
	char *parent = file_folder(store->path);
	char *folder = file_join(parent, BACKUP_FOLDER);

	free(parent);
	return folder;
}

static char *
path_of_today(const struct store *store)
{
	char day[DATE_SIZE];
	char *folder = folder_of(store), *name, *path;

	world_today(store->world, day);
	name = xasprintf("%s.%s", file_name(store->path), day);
	path = file_join(folder, name);
	free(name);
	free(folder);
	return path;
}

bool
backup_daily_is_due(const struct store *store)
{
	char *path = path_of_today(store);
	bool is_due = store_read_only(store) == NULL && !file_exists(path);

	free(path);
	return is_due;
}

/* The copy of today, while nobody else is making one here. */
static enum err_code
write_daily(struct store *store, const char *folder, struct job *job,
	char **made, struct err *err)
{
	char *path = path_of_today(store);
	enum err_code code = ERR_OK;

	if (!file_exists(path)) {
		code = write_today(store, folder, path, job, err);
		if (code == ERR_OK && made != NULL) {
			*made = path;
			return code;
		}
	}
	free(path);
	return code;
}

/* Makes backups/, open to those who can open the folder of the database. */
static enum err_code
open_folder(const char *parent, const char *folder, int *fd, struct err *err)
{
	struct stat st;
	bool is_new = mkdir(folder, 0700) == 0;

	*fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (*fd < 0)
		return file_fail(err, folder, errno);
	if (is_new && stat(parent, &st) == 0 &&
		fchown(*fd, (uid_t)-1, st.st_gid) == 0)
		(void)!fchmod(*fd, st.st_mode & 0770);
	return ERR_OK;
}

enum err_code
backup_daily(struct store *store, struct job *job, char **made,
	struct err *err)
{
	char *parent, *folder;
	int fd = -1;
	enum err_code code;

	if (made != NULL)
		*made = NULL;
	if (store_read_only(store) != NULL)
		return ERR_OK;
	parent = file_folder(store->path);
	folder = folder_of(store);
	code = open_folder(parent, folder, &fd, err);
	/* Where another process holds it, that one is at it just now. */
	if (code == ERR_OK && flock(fd, LOCK_EX | LOCK_NB) == 0)
		code = write_daily(store, folder, job, made, err);
	if (fd >= 0)
		close(fd);
	free(folder);
	free(parent);
	return code;
}
