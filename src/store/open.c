#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "store/store_private.h"

#define MAGIC "SQLite format 3"

extern const struct embed_file schema_steps[];
extern const size_t schema_steps_n;

static enum err_code
read_beginning(const char *path, char magic[sizeof(MAGIC)], struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return err_set(err, ERR_FILE, _("%s cannot be opened: %s."),
			path, strerror(errno));
	n = read(fd, magic, sizeof(MAGIC));
	close(fd);
	if (n < 0)
		return err_set(err, ERR_FILE, _("%s cannot be read: %s."),
			path, strerror(errno));
	if (n == 0)
		return err_set(err, ERR_STORE,
			_("%s is empty; it is not a database."), path);
	if (n < (ssize_t)sizeof(MAGIC) ||
		memcmp(magic, MAGIC, sizeof(MAGIC)) != 0)
		return err_set(err, ERR_STORE, _("%s is not a database."),
			path);
	return ERR_OK;
}

/* What can be said of the file before SQLite sees it. */
static enum err_code
check_file(const char *path, struct err *err)
{
	char magic[sizeof(MAGIC)];
	struct stat st;

	if (stat(path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR))
		return err_set(err, ERR_ABSENT,
			_("There is no database at %s."), path);
	if (stat(path, &st) != 0)
		return err_set(err, ERR_FILE, _("%s cannot be opened: %s."),
			path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return err_set(err, ERR_STORE,
			_("%s is a folder, not a database."), path);
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_STORE, _("%s is not a database."),
			path);
	return read_beginning(path, magic, err);
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

static enum err_code
take_session(struct store *store, struct err *err)
{
	char *path = store_beside(store->path, "-session");
	enum err_code code;
	char *holder;

	code = file_lock_open(path, store->path, &store->session, err);
	free(path);
	if (code != ERR_OK)
		return code;
	code = file_lock_take(store->session, false, 0, err);
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

/*
 * Where nothing can be written beside the file, SQLite can read it only as one
 * that never changes, or with the -shm of somebody who has it open.
 */
static enum err_code
connect_frozen(struct store *store, struct err *err)
{
	off_t size = wal_size(store->path);
	enum err_code code;

	if (size < 0)
		return connect_with(store, SQLITE_OPEN_READONLY, true, err);
	code = connect_with(store, SQLITE_OPEN_READONLY, false, err);
	if (code != ERR_FILE && code != ERR_DENIED)
		return code;
	if (size == 0)
		return connect_with(store, SQLITE_OPEN_READONLY, true, err);
	return err_set(err, ERR_STORE,
		_("%s was not closed in order and its newest entries stand in "
		  "the file of the same name with -wal; copy both to a folder "
		  "of this computer and open it there."), store->path);
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
connect_store(struct store *store, const struct store_opening *opening,
	struct err *err)
{
	bool folder = opening->medium != FILE_REMOVABLE &&
		may_write_folder(store->path);
	enum err_code code = ERR_OK;

	if (folder)
		code = take_session(store, err);
	if (code != ERR_OK)
		return code;
	if (!folder)
		return connect_frozen(store, err);
	if (store->read_only != NULL)
		return connect_with(store, SQLITE_OPEN_READONLY, false, err);
	code = connect_with(store, SQLITE_OPEN_READWRITE, false, err);
	if (code == ERR_OK)
		code = begin_wal(store->db, err);
	return code;
}

/* A copy of the database as it was, before its schema is changed. */
static enum err_code
keep_old(struct store *store, struct err *err)
{
	char *path = NULL;
	char *sql;
	int rc;

	for (unsigned n = 1; path == NULL || file_exists(path); n++) {
		free(path);
		path = xasprintf("%s.before-update-%03d-%u", store->path,
			store->schema_number, n);
	}
	sql = sqlite3_mprintf("VACUUM INTO %Q", path);
	rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
	sqlite3_free(sql);
	if (rc != SQLITE_OK) {
		store_sql_error(store->db, err);
		unlink(path);
	}
	free(path);
	return rc == SQLITE_OK ? ERR_OK : ERR_STORE;
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
			  "program."), store->path, have, want);
	if (have == want)
		return ERR_OK;
	if (store->read_only != NULL)
		return err_set(err, ERR_STORE,
			_("%s was written by an older program and must be "
			  "brought up to date, but it cannot be written; "
			  "restore it to a folder of this computer."),
			store->path);
	job_progress(opening->job, _("bringing the database up to date"), 0,
		0);
	code = store_lock(store, "", err);
	if (code != ERR_OK)
		return code;
	code = keep_old(store, err);
	if (code == ERR_OK)
		code = migrate_run(store->db, opening->steps, opening->n_steps,
			err);
	file_lock_release(store->lock);
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
			opening->path);
	store = xcalloc(1, sizeof(*store));
	store->path = xstrdup(opening->path);
	store->world = opening->world;
	store->read_only = find_read_only(opening);
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
			path);
	return code;
}

/* Gives the finished file its name, unless somebody else took it. */
static enum err_code
give_name(const char *made, const char *path, struct err *err)
{
	char *folder;
	enum err_code code;

	if (link(made, path) != 0)
		return errno == EEXIST
			? err_set(err, ERR_FILE, _("%s exists already."), path)
			: err_set(err, ERR_FILE, _("%s cannot be made: %s."),
				  path, strerror(errno));
	folder = file_folder(path);
	code = file_sync_folder(folder, err);
	free(folder);
	return code;
}

/* SQLite would replay over the new file what an older one left. */
static enum err_code
check_free(const char *path, struct err *err)
{
	if (file_exists(path))
		return err_set(err, ERR_FILE, _("%s exists already."), path);
	if (wal_size(path) > 0)
		return err_set(err, ERR_FILE,
			_("Beside %s lies the file of the same name with -wal, "
			  "left by an earlier database; move it away first."),
			path);
	return ERR_OK;
}

static enum err_code
make_file(const struct store_opening *opening, struct err *err)
{
	char *made = xasprintf("%s.new-%ld", opening->path, (long)getpid());
	enum err_code code;
	int fd;

	fd = open(made, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0) {
		code = err_set(err, ERR_FILE, _("%s cannot be made: %s."),
			opening->path, strerror(errno));
		free(made);
		return code;
	}
	close(fd);
	code = fill_new(made, opening, err);
	if (code == ERR_OK)
		code = give_name(made, opening->path, err);
	unlink(made);
	free(made);
	return code;
}

static enum err_code
draw_first_site(struct store *store, struct err *err)
{
	enum err_code code;

	code = store_begin_write(store, "", err);
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
