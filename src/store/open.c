#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_fail.h"
#include "base/xalloc.h"
#include "store/backup_copy.h"
#include "store/beside.h"
#include "store/store_private.h"

#define ROOM_MIN ((uint64_t)64 << 10) /* bytes, to open for writing */

/*
 * What can be said of the file before SQLite sees it.  It is not opened for
 * that: to close it would drop the locks of another connection of ours.
 */
static enum err_code
check_file(const char *path, struct err *err)
{
	struct stat st;

	if (stat(path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR))
		return err_set(err, ERR_ABSENT,
			_("There is no database at %s."),
			err_name(err, path));
	if (stat(path, &st) != 0 ||
		faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) != 0)
		return file_fail(err, path, errno);
	if (S_ISDIR(st.st_mode))
		return err_set(err, ERR_STORE,
			_("%s is a folder, not a database."),
			err_name(err, path));
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_STORE, _("%s is not a database."),
			err_name(err, path));
	if (st.st_size == 0)
		return err_set(err, ERR_STORE,
			_("%s is empty; it is not a database."),
			err_name(err, path));
	return ERR_OK;
}

static bool
may_write(const char *path)
{
	return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

static bool
may_write_folder(const char *path)
{
	char *folder = file_folder(path);
	bool may = may_write(folder);

	free(folder);
	return may;
}

/* Why the database is opened for reading only; NULL where it is not. */
static char *
find_read_only(const struct store_opening *opening)
{
	if ((opening->flags & STORE_READ_ONLY) != 0)
		return xstrdup(_("The database was opened for reading only."));
	if (opening->medium == FILE_REMOVABLE)
		return xstrdup(_("The database lies on a removable medium and "
			"is only shown; restore it to this computer to write "
			"in it."));
	if (!may_write(opening->path))
		return xstrdup(_("This account may read the database but not "
			"write it."));
	if (!may_write_folder(opening->path))
		return xstrdup(_("This account may not write in the folder of "
			"the database, so that it is only shown."));
	return NULL;
}

/* Where nothing can be made, a lock file that is there is used if it can. */
static enum err_code
take_session(struct store *store, bool may_make, struct err *err)
{
	char *path = store_beside(store->path, "-session");
	enum err_code code = ERR_OK;
	char *holder;

	if (may_make || file_exists(path))
		code = file_lock_open(path, store->path, &store->session,
			may_make ? err : NULL);
	free(path);
	if (store->session == NULL)
		return may_make ? code : ERR_OK;
	code = file_lock_take(store->session, false, err);
	if (code != ERR_BUSY)
		return code;
	holder = file_lock_read_sign(store->session);
	err_set(err, ERR_BUSY,
		/* TRANSLATORS: %s is who does it and since when */
		_("The database is being restored (%s); try again when that is "
		  "done."), holder != NULL ? holder : "");
	free(holder);
	return ERR_BUSY;
}

/* -1 where there is none. */
static off_t
wal_size(const char *path)
{
	char *wal = store_beside(path, "-wal");
	struct stat st;
	off_t size = stat(wal, &st) == 0 ? st.st_size : -1;

	free(wal);
	return size;
}

static enum err_code
connect_with(struct store *store, int flags, bool immutable, struct err *err)
{
	enum err_code code;

	code = store_connect(store->path, flags, immutable, &store->db, err);
	if (code != ERR_OK)
		return code;
	code = store_check_ours(store->db, store->path, err);
	if (code != ERR_OK) {
		sqlite3_close(store->db);
		store->db = NULL;
	}
	return code;
}

bool
store_needs_recovery(const char *path)
{
	return wal_size(path) > 0 && (file_medium_of(path) == FILE_REMOVABLE ||
		!may_write_folder(path));
}

/*
 * Where nothing can be written beside the file, SQLite can read it only as one
 * that never changes, or with the -shm of somebody who has it open.  On a stick
 * it would make that itself, where nothing is to be made.
 */
static enum err_code
connect_frozen(struct store *store, bool is_stick, struct err *err)
{
	off_t size = wal_size(store->path);
	enum err_code code = ERR_FILE;

	if (size < 0 || (size == 0 && is_stick))
		return connect_with(store, SQLITE_OPEN_READONLY, true, err);
	if (!is_stick)
		code = connect_with(store, SQLITE_OPEN_READONLY, false, err);
	if (code == ERR_OK || (size > 0 && code != ERR_FILE &&
				      code != ERR_DENIED))
		return code;
	if (err != NULL)
		err_clear(err);
	if (size == 0)
		return connect_with(store, SQLITE_OPEN_READONLY, true, err);
	return err_set(err, ERR_STORE,
		_("%s was not closed in order and its newest entries stand in "
		  "the file of the same name with -wal; restore it to this "
		  "computer, which takes both along and leaves them as they "
		  "are."),
		err_name(err, store->path));
}

static int
read_text(void *data, int n_columns, char **values, char **names)
{
	char *text = data;

	(void)names;
	if (n_columns > 0 && values[0] != NULL)
		strncpy(text, values[0], 7);
	return 0;
}

/* A backup is not in WAL mode until it is opened for writing. */
static enum err_code
begin_wal(sqlite3 *db, struct err *err)
{
	char mode[8] = "";

	if (sqlite3_exec(db, "PRAGMA journal_mode = WAL", read_text, mode,
		    NULL) != SQLITE_OK)
		return store_sql_error(db, err);
	if (strcmp(mode, "wal") != 0)
		return err_set(err, ERR_STORE,
			_("On this disk the database cannot be written safely; "
			  "move it to a local disk."));
	return ERR_OK;
}

static enum err_code
connect_writing(struct store *store, struct err *err)
{
	enum err_code code = connect_with(store, SQLITE_OPEN_READWRITE, false,
		err);

	if (code == ERR_OK)
		code = begin_wal(store->db, err);
	if (code == ERR_OK || file_free_bytes(store->path) >= ROOM_MIN)
		return code;
	/* What SQLite needs beside the file finds no room; but what is in it
	 * can be looked at, and taken to another disk. */
	sqlite3_close(store->db);
	store->db = NULL;
	if (err != NULL)
		err_clear(err);
	store->read_only = xstrdup(_("The disk is full, so that the database "
		"is only shown; free some space and open it again."));
	return connect_frozen(store, false, err);
}

static enum err_code
connect_store(struct store *store, const struct store_opening *opening,
	struct err *err)
{
	bool is_stick = opening->medium == FILE_REMOVABLE;
	bool folder = !is_stick && may_write_folder(store->path);
	enum err_code code = ERR_OK;

	if (!is_stick)
		code = take_session(store, folder, err);
	if (code != ERR_OK)
		return code;
	if (!folder)
		return connect_frozen(store, is_stick, err);
	if (store->read_only != NULL)
		return connect_with(store, SQLITE_OPEN_READONLY, false, err);
	return connect_writing(store, err);
}

/* FILE.before-update-NNN-N, the first that is free; on the heap. */
static char *
name_of_old(const struct store *store)
{
	char *path = NULL;

	for (unsigned n = 1; path == NULL || file_exists(path); n++) {
		free(path);
		path = xasprintf("%s.before-update-%03d-%u", store->path,
			store->schema_number, n);
	}
	return path;
}

static enum err_code
vacuum_into(struct store *store, const char *path, struct err *err)
{
	char *uri = store_uri(path, false);
	char *sql = sqlite3_mprintf("VACUUM INTO %Q", uri);
	enum err_code code = store_exec(store, GUARD_OPEN, sql, err);

	sqlite3_free(sql);
	free(uri);
	return code;
}

/* A copy of the database as it was, before its schema is changed. */
static enum err_code
keep_old(struct store *store, struct err *err)
{
	char *path = name_of_old(store), *temp;
	enum err_code code;
	int fd;

	code = backup_copy_begin(path, &temp, &fd, err);
	if (code == ERR_OK) {
		code = vacuum_into(store, temp, err);
		if (code == ERR_OK)
			code = backup_copy_sync(fd, path, err);
		beside_dress(fd, store->path);
		close(fd);
		if (code == ERR_OK)
			code = backup_copy_publish(temp, path, err);
		backup_copy_end(temp);
	}
	free(path);
	return code;
}

static enum err_code
update_schema(struct store *store, const struct store_opening *opening,
	struct err *err)
{
	int have = store->schema_number, want = (int)opening->n_steps;
	enum err_code code;

	if (have > want)
		return err_set(err, ERR_STORE,
			_("%s was written by a newer program (its schema is "
			  "%d, this program knows %d); install the newer "
			  "program."),
			err_name(err, store->path), have, want);
	if (have == want)
		return ERR_OK;
	if (store->read_only != NULL)
		return err_set(err, ERR_STORE,
			_("%s was written by an older program and must be "
			  "brought up to date, but it cannot be written; "
			  "restore it to a folder of this computer."),
			err_name(err, store->path));
	job_progress(opening->job, _("bringing the database up to date"), 0,
		0);
	code = store_lock(store, "", "update", err);
	if (code != ERR_OK)
		return code;
	code = keep_old(store, err);
	if (code == ERR_OK)
		code = migrate_run(store->db, opening->steps, opening->n_steps,
			err);
	store_unlock(store);
	store->schema_number = want;
	return code;
}

static enum err_code
open_store(struct store *store, const struct store_opening *opening,
	struct err *err)
{
	enum err_code code;
	bool is_here;

	code = connect_store(store, opening, err);
	if (code == ERR_OK)
		code = migrate_number(store->db, &store->schema_number, err);
	if (code == ERR_OK)
		code = update_schema(store, opening, err);
	if (code != ERR_OK)
		return code;
	guard_install(store);
	store_changed_elsewhere(store);
	code = rekey_read(store, &store->keyed_by, err);
	if (code != ERR_OK)
		return code;
	return site_load(store, &store->site, &is_here, err);
}

enum err_code
store_open_with(const struct store_opening *opening, struct store **out,
	struct err *err)
{
	struct store *store;
	enum err_code code;

	*out = NULL;
	code = check_file(opening->path, err);
	if (code != ERR_OK)
		return code;
	if (opening->medium == FILE_NETWORK)
		return err_set(err, ERR_STORE,
			_("%s lies on a network disk, where several programs "
			  "can spoil a database; copy it to this computer, or "
			  "work on the computer that has it over ssh."),
			err_name(err, opening->path));
	store = xcalloc(1, sizeof(*store));
	store->path = xstrdup(opening->path);
	store->world = opening->world;
	store->read_only = find_read_only(opening);
	store->medium = opening->medium;
	store->lock_wait_ms = STORE_LOCK_WAIT_MS;
	code = open_store(store, opening, err);
	if (code != ERR_OK) {
		store_close(store);
		return code;
	}
	*out = store;
	return ERR_OK;
}

/* Fills a new file of ours with the schema and closes it. */
static enum err_code
fill_new(const char *path, const struct store_opening *opening,
	struct err *err)
{
	enum err_code code;
	sqlite3 *db;

	code = store_connect(path, SQLITE_OPEN_READWRITE, false, &db, err);
	if (code != ERR_OK)
		return code;
	code = migrate_run(db, opening->steps, opening->n_steps, err);
	if (code == ERR_OK)
		code = begin_wal(db, err);
	if (sqlite3_close(db) != SQLITE_OK && code == ERR_OK)
		code = err_set(err, ERR_FILE, _("%s cannot be written."),
			err_name(err, path));
	return code;
}

/* SQLite would replay over the new file what an older one left. */
static enum err_code
check_free(const char *path, struct err *err)
{
	if (file_exists(path))
		return err_set(err, ERR_FILE, _("%s exists already."),
			err_name(err, path));
	if (wal_size(path) > 0)
		return err_set(err, ERR_FILE,
			_("Beside %s lies the file of the same name with -wal, "
			  "left by an earlier database; move it away first."),
			err_name(err, path));
	return ERR_OK;
}

static enum err_code
make_file(const struct store_opening *opening, struct err *err)
{
	char *made;
	enum err_code code;
	int fd;

	code = backup_copy_begin(opening->path, &made, &fd, err);
	if (code != ERR_OK)
		return code;
	close(fd); /* while SQLite has no locks on it */
	code = fill_new(made, opening, err);
	if (code == ERR_OK)
		code = backup_copy_publish(made, opening->path, err);
	backup_copy_end(made);
	return code;
}

static enum err_code
draw_first_site(struct store *store, struct err *err)
{
	enum err_code code;

	code = store_begin_write(store, "", "", err);
	if (code != ERR_OK)
		return code;
	code = site_draw(store, err);
	if (code != ERR_OK) {
		store_end_write(store, false, NULL);
		return code;
	}
	return store_end_write(store, true, err);
}

enum err_code
store_create_with(const struct store_opening *opening, struct store **out,
	struct err *err)
{
	char *folder = file_folder(opening->path);
	enum err_code code;

	*out = NULL;
	code = file_make_folder(folder, err);
	free(folder);
	if (code == ERR_OK)
		code = check_free(opening->path, err);
	if (code == ERR_OK)
		code = make_file(opening, err);
	if (code == ERR_OK)
		code = store_open_with(opening, out, err);
	if (code != ERR_OK || (*out)->read_only != NULL)
		return code;
	code = draw_first_site(*out, err);
	if (code != ERR_OK) {
		store_close(*out);
		*out = NULL;
	}
	return code;
}

enum err_code
store_open(const char *path, const struct world *world, unsigned flags,
	struct job *job, struct store **out, struct err *err)
{
	const struct store_opening opening = {
		.path = path,
		.world = world,
		.flags = flags,
		.medium = file_medium_of(path),
		.steps = schema_steps,
		.n_steps = schema_steps_n,
		.job = job,
	};

	return store_open_with(&opening, out, err);
}

enum err_code
store_create(const char *path, const struct world *world, struct store **out,
	struct err *err)
{
	const struct store_opening opening = {
		.path = path,
		.world = world,
		.medium = file_medium_of(path),
		.steps = schema_steps,
		.n_steps = schema_steps_n,
	};

	return store_create_with(&opening, out, err);
}
