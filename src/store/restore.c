#include "store/restore.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/file_fail.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "store/backup_copy.h"
#include "store/beside.h"
#include "store/session_holders.h"
#include "store/store_private.h"

#define PIECE_SIZE (1 << 20)
#define FIRST_PAGE_MIN 512
#define WAL_HEADER_SIZE 32

struct restore {
	char *from;
	char *path;
	const struct world *world;
	const struct table *const *tables;
	size_t n_tables;
	struct job *job;
	char *temp; /* the copy of the copy, beside the database */
	int fd;     /* open temp */
	bool has_wal; /* from was not closed in order: its -wal comes along */
	struct store *store; /* temp, checked; NULL until then */
	struct file_lock *session;
};

static uint64_t
bytes_beside(const char *path, const char *suffix)
{
	char *name = store_beside(path, suffix);
	struct stat st;
	uint64_t bytes = stat(name, &st) == 0 ? (uint64_t)st.st_size : 0;

	free(name);
	return bytes;
}

/* Refuses what cannot be a copy, by what the file system says of it. */
static enum err_code
look_at_source(struct restore *restore, uint64_t *bytes, struct err *err)
{
	uint64_t wal = bytes_beside(restore->from, "-wal");
	struct stat from, old;

	if (stat(restore->from, &from) < 0)
		return file_fail(err, restore->from, errno);
	if (!S_ISREG(from.st_mode))
		return err_set(err, ERR_FILE, _("%s is not a file."),
			err_name(err, restore->from));
	if (stat(restore->path, &old) == 0 && old.st_dev == from.st_dev &&
		old.st_ino == from.st_ino)
		return err_set(err, ERR_INVALID,
			_("%s is the database itself and not a copy of it."),
			err_name(err, restore->from));
	restore->has_wal = store_needs_recovery(restore->from);
	if ((wal > 0 && !restore->has_wal) ||
		bytes_beside(restore->from, "-journal") > 0)
		return err_set(err, ERR_INVALID,
			_("%s is a database in use and not a copy; make a copy "
			  "of it with the backup command first."),
			err_name(err, restore->from));
	*bytes = (uint64_t)from.st_size + wal;
	return ERR_OK;
}

static enum err_code
refuse_busy(const char *holders, struct err *err)
{
	if (*holders == '\0')
		return err_set(err, ERR_BUSY,
			_("The database is still open in another window; leave "
			  "the program there first."));
	return err_set(err, ERR_BUSY,
		/* TRANSLATORS: %s is a list of accounts */
		_("The database is still open: %s.  Leave the program there "
		  "first."),
		holders);
}

enum err_code
restore_check_alone(const char *path, struct err *err)
{
	char *session = store_beside(path, "-session");
	char *holders = session_holders(session);
	enum err_code code = *holders != '\0' ? refuse_busy(holders, err)
					      : ERR_OK;

	free(holders);
	free(session);
	return code;
}

/* Nobody else can open the database until the lock is closed. */
static enum err_code
lock_session(struct restore *restore, struct err *err)
{
	char *path = store_beside(restore->path, "-session");
	const char *like = file_exists(restore->path) ? restore->path : NULL;
	char since[TIME_SIZE];
	char *sign, *holders;
	enum err_code code = file_lock_open(path, like, &restore->session,
		err);

	if (code == ERR_OK)
		code = file_lock_take(restore->session, true, err);
	if (code == ERR_BUSY) {
		holders = session_holders(path);
		code = refuse_busy(holders, err);
		free(holders);
	}
	if (code == ERR_OK) {
		date_time_of_moment(restore->world->now(restore->world),
			since);
		sign = xasprintf("%s@%s, %s", restore->world->account,
			restore->world->host, since);
		file_lock_sign(restore->session, sign);
		free(sign);
	}
	free(path);
	return code;
}

static enum err_code
write_piece(const struct restore *restore, int to, const char *bytes,
	size_t len, struct err *err)
{
	ssize_t n;

	for (; len > 0; bytes += n, len -= (size_t)n) {
		n = write(to, bytes, len);
		if (n < 0 && errno == EINTR)
			n = 0;
		if (n < 0)
			return file_fail(err, restore->path, errno);
	}
	return ERR_OK;
}

/* *done of bytes have been copied. */
static enum err_code
copy_pieces(const struct restore *restore, int in, int to, uint64_t *done,
	uint64_t bytes, struct err *err)
{
	char *piece = xmalloc(PIECE_SIZE);
	enum err_code code = ERR_OK;
	ssize_t n;

	while (code == ERR_OK && (n = read(in, piece, PIECE_SIZE)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			code = file_fail(err, restore->from, errno);
		else
			code = write_piece(restore, to, piece, (size_t)n, err);
		*done += n > 0 ? (uint64_t)n : 0;
		job_progress(restore->job, _("copying"), *done, bytes);
		if (code == ERR_OK && job_cancelled(restore->job))
			code = err_set(err, ERR_CANCELLED,
				_("Restoring was stopped; the database is as "
				  "it was."));
	}
	free(piece);
	return code;
}

/* What the copy was not closed with, beside our copy of it. */
static enum err_code
copy_wal(const struct restore *restore, uint64_t *done, uint64_t bytes,
	struct err *err)
{
	char *from = store_beside(restore->from, "-wal");
	char *to = store_beside(restore->temp, "-wal");
	int in = open(from, O_RDONLY | O_CLOEXEC), out = -1;
	enum err_code code;

	if (in >= 0)
		out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	code = in < 0 ? file_fail(err, from, errno)
		: out < 0 ? file_fail(err, to, errno)
		: copy_pieces(restore, in, out, done, bytes, err);
	if (in >= 0)
		close(in);
	if (out >= 0 && close(out) < 0 && code == ERR_OK)
		code = file_fail(err, to, errno);
	free(from);
	free(to);
	return code;
}

static enum err_code
copy_in(struct restore *restore, uint64_t bytes, struct err *err)
{
	uint64_t done = 0;
	enum err_code code;
	int in = open(restore->from, O_RDONLY | O_CLOEXEC);

	if (in < 0)
		return file_fail(err, restore->from, errno);
	code = backup_copy_begin(restore->path, &restore->temp, &restore->fd,
		err);
	if (code == ERR_OK)
		code = copy_pieces(restore, in, restore->fd, &done, bytes, err);
	if (code == ERR_OK && restore->has_wal)
		code = copy_wal(restore, &done, bytes, err);
	close(in);
	return code;
}

/* Has the file len bytes at least, and does it begin with magic? */
static bool
begins_with(const char *path, size_t len, const void *magic, size_t magic_len)
{
	char bytes[FIRST_PAGE_MIN];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool begins;

	if (fd < 0)
		return false;
	begins = read(fd, bytes, len) == (ssize_t)len &&
		memcmp(bytes, magic, magic_len) == 0;
	close(fd);
	return begins;
}

/* SQLite throws the -wal of a file without a first page away. */
static bool
has_first_page(const char *path)
{
	static const char magic[] = "SQLite format 3"; /* and the zero byte */

	return begins_with(path, FIRST_PAGE_MIN, magic, sizeof(magic));
}

/* And takes one that does not begin as it should for an empty one. */
static bool
has_wal_header(const char *path)
{
	static const unsigned char magic[] = {0x37, 0x7f, 0x06};
	char *wal = store_beside(path, "-wal");
	bool has = begins_with(wal, WAL_HEADER_SIZE, magic, sizeof(magic));

	free(wal);
	return has;
}

/* Folds the -wal that came along into our copy of the file. */
static enum err_code
recover(const struct restore *restore, struct err *err)
{
	sqlite3 *db = NULL;
	bool done;

	if (!restore->has_wal)
		return ERR_OK;
	done = has_first_page(restore->temp) &&
		has_wal_header(restore->temp) &&
		store_connect(restore->temp, SQLITE_OPEN_READWRITE, false,
			&db, NULL) == ERR_OK;
	if (done) {
		done = sqlite3_exec(db, "PRAGMA journal_mode = DELETE", NULL,
			NULL, NULL) == SQLITE_OK;
		sqlite3_close(db);
	}
	if (done && bytes_beside(restore->temp, "-wal") == 0)
		return ERR_OK;
	return err_set(err, ERR_STORE,
		_("%s was not closed in order and cannot be brought together "
		  "with its newest entries; take another copy."),
		err_name(err, restore->from));
}

/* The keys of an older program are made anew before they are checked. */
static enum err_code
rekey(const struct restore *restore, sqlite3 *db, struct err *err)
{
	struct store bare = {
		.db = db,
		.world = restore->world,
		.tables = restore->tables,
		.n_tables = restore->n_tables,
	};
	enum err_code code = rekey_write(&bare, restore->job, err);

	stmt_cache_clear(&bare);
	return code;
}

/* Brings the file up to date, has it draw a new site, and folds it into one
 * plain file. */
static enum err_code
make_new_line(const struct restore *restore, struct err *err)
{
	sqlite3 *db;
	enum err_code code = store_connect(restore->temp,
		SQLITE_OPEN_READWRITE, false, &db, err);

	if (code != ERR_OK)
		return code;
	code = migrate_run(db, schema_steps, schema_steps_n, err);
	if (code == ERR_OK)
		code = rekey(restore, db, err);
	if (code == ERR_OK)
		code = site_forget(db, err);
	if (code == ERR_OK && sqlite3_exec(db, "PRAGMA journal_mode = DELETE",
				      NULL, NULL, NULL) != SQLITE_OK)
		code = store_sql_error(db, err);
	if (sqlite3_close(db) != SQLITE_OK && code == ERR_OK)
		code = file_fail(err, restore->path, EIO);
	return code;
}

static enum err_code
check_journal(const struct restore *restore,
	const struct backup_copy_check *check, struct err *err)
{
	char *fault;
	enum err_code code = backup_copy_check_journal(check, restore->job,
		&fault, err);

	if (code == ERR_OK && fault != NULL)
		code = err_set(err, ERR_STORE,
			_("%s is not as its journal says; take another copy: "
			  "%s"),
			err_name(err, restore->from), fault);
	free(fault);
	return code;
}

static enum err_code
prepare(struct restore *restore, struct err *err)
{
	const struct backup_copy_check check = {
		.temp = restore->temp,
		.name = restore->from,
		.world = restore->world,
		.tables = restore->tables,
		.n_tables = restore->n_tables,
	};
	enum err_code code;

	job_progress(restore->job, _("checking the copy"), 0, 0);
	code = recover(restore, err);
	if (code == ERR_OK)
		code = backup_copy_check_file(&check, NULL, err);
	if (code == ERR_OK)
		code = make_new_line(restore, err);
	if (code == ERR_OK)
		code = check_journal(restore, &check, err);
	if (code == ERR_OK)
		code = backup_copy_sync(restore->fd, restore->path, err);
	if (code == ERR_OK)
		code = backup_copy_open(&check, &restore->store, err);
	return code;
}

/*
 * Folds the -wal into the old file, so that nothing is left that would replay
 * over the new one.  That may fail: what is damaged is restored, and then the
 * -wal is put aside with it.  Not to have the file alone does matter.
 */
static enum err_code
fold_old(const struct restore *restore, struct err *err)
{
	sqlite3 *db;
	int rc;

	if (!has_first_page(restore->path) ||
		store_connect(restore->path, SQLITE_OPEN_READWRITE, false,
			&db, NULL) != ERR_OK)
		return ERR_OK;
	rc = sqlite3_exec(db, "PRAGMA journal_mode = DELETE", NULL, NULL,
		NULL);
	sqlite3_close(db);
	if ((rc & 0xff) == SQLITE_BUSY || (rc & 0xff) == SQLITE_LOCKED)
		return err_set(err, ERR_BUSY,
			_("Another program holds the database %s; close it "
			  "there first."),
			err_name(err, restore->path));
	return ERR_OK;
}

/* What a database left that is no longer there would replay over the new. */
static enum err_code
put_orphan_aside(const struct restore *restore, struct err *err)
{
	const struct world *world = restore->world;
	char *wal = store_beside(restore->path, "-wal");
	enum err_code code = ERR_OK;

	if (file_exists(wal))
		code = beside_put_aside(wal, "before", world->now(world), NULL,
			err);
	if (code == ERR_OK)
		beside_remove_traces(restore->path);
	free(wal);
	return code;
}

static enum err_code
replace(struct restore *restore, char **kept, struct err *err)
{
	const struct world *world = restore->world;
	enum err_code code;
	char *folder;

	if (!file_exists(restore->path)) {
		code = put_orphan_aside(restore, err);
		return code == ERR_OK ? backup_copy_publish(restore->temp,
						restore->path, err)
				      : code;
	}
	beside_dress(restore->fd, restore->path);
	code = fold_old(restore, err);
	if (code == ERR_OK)
		code = beside_put_aside(restore->path, "before",
			world->now(world), kept, err);
	if (code != ERR_OK)
		return code;
	if (rename(restore->temp, restore->path) < 0)
		return file_fail(err, restore->path, errno);
	folder = file_folder(restore->path);
	code = file_sync_folder(folder, err);
	free(folder);
	return code;
}

static enum err_code
take_in(struct restore *restore, struct err *err)
{
	char *folder = file_folder(restore->path);
	uint64_t bytes = 0;
	enum err_code code = look_at_source(restore, &bytes, err);

	if (code == ERR_OK)
		code = file_make_folder(folder, err);
	if (code == ERR_OK && file_medium_of(folder) == FILE_NETWORK)
		code = err_set(err, ERR_STORE,
			_("%s lies on a network disk, where a database cannot "
			  "be used; choose a folder of this computer."),
			err_name(err, restore->path));
	if (code == ERR_OK)
		code = file_check_room(folder, bytes, err);
	if (code == ERR_OK)
		code = copy_in(restore, bytes, err);
	if (code == ERR_OK)
		code = prepare(restore, err);
	free(folder);
	return code;
}

enum err_code
restore_begin(const char *from, const char *path, const struct world *world,
	const struct table *const *tables, size_t n_tables, struct job *job,
	struct restore **out, struct err *err)
{
	struct restore *restore = xcalloc(1, sizeof(*restore));
	enum err_code code;

	*restore = (struct restore){
		.from = xstrdup(from),
		.path = xstrdup(path),
		.world = world,
		.tables = tables,
		.n_tables = n_tables,
		.job = job,
		.fd = -1,
	};
	code = take_in(restore, err);
	restore->job = NULL;
	if (code != ERR_OK) {
		restore_free(restore);
		restore = NULL;
	}
	*out = restore;
	return code;
}

struct store *
restore_store(const struct restore *restore)
{
	return restore->store;
}

enum err_code
restore_finish(struct restore *restore, char **kept, struct err *err)
{
	char *name = NULL;
	enum err_code code = lock_session(restore, err);

	if (code == ERR_OK) {
		/* It is not to be read under its old name any more. */
		store_close(restore->store);
		restore->store = NULL;
		code = replace(restore, &name, err);
	}
	file_lock_close(restore->session);
	restore->session = NULL;
	if (kept != NULL)
		*kept = name;
	else
		free(name);
	return code;
}

void
restore_free(struct restore *restore)
{
	if (restore == NULL)
		return;
	store_close(restore->store);
	if (restore->fd >= 0)
		close(restore->fd);
	backup_copy_end(restore->temp);
	free(restore->from);
	free(restore->path);
	free(restore);
}
