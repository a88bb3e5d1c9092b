#include "store/draft_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file_fail.h"
#include "base/i18n.h"
#include "store/beside.h"
#include "store/store_private.h"

#define DRAFT_APPLICATION 1380476018 /* "RHdr" */
#define DRAFT_SCHEMA 1
#define DIGITS(number) #number
#define DIGITS_OF(macro) DIGITS(macro)
#define BUSY_MS 1000

static const char schema_sql[] =
	"BEGIN IMMEDIATE;"
	"CREATE TABLE draft ("
	"  number INTEGER PRIMARY KEY, session INTEGER NOT NULL,"
	"  operator_id INTEGER NOT NULL, type TEXT NOT NULL,"
	"  record_id INTEGER NOT NULL, version INTEGER NOT NULL,"
	"  title TEXT NOT NULL, cursor TEXT NOT NULL,"
	"  since INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;"
	"CREATE TABLE draft_value ("
	"  draft INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,"
	"  PRIMARY KEY (draft, field)) STRICT, WITHOUT ROWID;"
	"PRAGMA application_id = " DIGITS_OF(DRAFT_APPLICATION) ";"
	"PRAGMA user_version = " DIGITS_OF(DRAFT_SCHEMA) ";"
	"COMMIT;";

bool
draft_file_is_damage(int rc)
{
	return (rc & 0xff) == SQLITE_CORRUPT || (rc & 0xff) == SQLITE_NOTADB;
}

enum err_code
draft_file_fail(const char *path, int rc, struct err *err)
{
	switch (rc & 0xff) {
	case SQLITE_OK:
		return ERR_OK;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(err, ERR_BUSY,
			_("What is typed could not be kept: others hold the "
			  "file %s."),
			err_name(err, path));
	case SQLITE_FULL:
		return err_set(err, ERR_FILE,
			_("What is typed cannot be kept: the disk of %s is "
			  "full."),
			err_name(err, path));
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		return err_set(err, ERR_FILE,
			_("What is typed cannot be kept: %s cannot be "
			  "written."),
			err_name(err, path));
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return err_set(err, ERR_STORE,
			_("What is typed cannot be kept: %s is damaged."),
			err_name(err, path));
	default:
		return err_set(err, ERR_FILE,
			_("What is typed cannot be kept: the disk of %s "
			  "fails."),
			err_name(err, path));
	}
}

int
draft_file_run(struct draft_file *file, const char *sql)
{
	return sqlite3_exec(file->db, sql, NULL, NULL, NULL);
}

int
draft_file_prepare(struct draft_file *file, const char *sql,
	sqlite3_stmt **out)
{
	return sqlite3_prepare_v2(file->db, sql, -1, out, NULL);
}

int
draft_file_finish(sqlite3_stmt *stmt)
{
	while (sqlite3_step(stmt) == SQLITE_ROW)
		;
	return sqlite3_finalize(stmt);
}

/* The first column of the first row of sql. */
static int
one_number(struct draft_file *file, const char *sql, int64_t *number)
{
	sqlite3_stmt *stmt;
	int rc = draft_file_prepare(file, sql, &stmt);

	if (rc != SQLITE_OK)
		return rc;
	if (sqlite3_step(stmt) == SQLITE_ROW)
		*number = sqlite3_column_int64(stmt, 0);
	return sqlite3_finalize(stmt);
}

/* SQLITE_CORRUPT where SQLite's own check finds anything. */
static int
quick_check(struct draft_file *file)
{
	sqlite3_stmt *stmt;
	const unsigned char *answer;
	bool well = false;
	int rc = draft_file_prepare(file, "PRAGMA quick_check(1)", &stmt);

	if (rc != SQLITE_OK)
		return rc;
	if (sqlite3_step(stmt) == SQLITE_ROW) {
		answer = sqlite3_column_text(stmt, 0);
		well = answer != NULL &&
			strcmp((const char *)answer, "ok") == 0;
	}
	rc = sqlite3_finalize(stmt);
	return rc == SQLITE_OK && !well ? SQLITE_CORRUPT : rc;
}

/* Makes the tables in an empty file; what is not ours counts as damaged. */
static int
know_or_make(struct draft_file *file, int64_t *schema)
{
	int64_t application = 0;
	int64_t n_tables = 0;
	int rc = one_number(file, "PRAGMA application_id", &application);

	*schema = DRAFT_SCHEMA;
	if (rc == SQLITE_OK && application == DRAFT_APPLICATION)
		return one_number(file, "PRAGMA user_version", schema);
	if (rc == SQLITE_OK)
		rc = one_number(file, "SELECT count(*) FROM sqlite_schema",
			&n_tables);
	if (rc != SQLITE_OK)
		return rc;
	if (application != 0 || n_tables != 0)
		return SQLITE_NOTADB;
	return draft_file_run(file, schema_sql);
}

static int
set_up(struct draft_file *file, int64_t *schema)
{
	int rc;

	sqlite3_extended_result_codes(file->db, 1);
	sqlite3_busy_timeout(file->db, BUSY_MS);
	if (sqlite3_db_readonly(file->db, "main") == 1)
		return SQLITE_READONLY;
	rc = quick_check(file);
	if (rc == SQLITE_OK)
		rc = draft_file_run(file,
			"PRAGMA journal_mode = WAL;"
			"PRAGMA synchronous = NORMAL;"
			"PRAGMA secure_delete = ON;"
			"PRAGMA trusted_schema = OFF;");
	return rc == SQLITE_OK ? know_or_make(file, schema) : rc;
}

static void
close_db(struct draft_file *file)
{
	sqlite3_close(file->db);
	file->db = NULL;
}

static enum err_code
open_db(struct draft_file *file, struct store *store, bool *damaged,
	struct err *err)
{
	int64_t schema = DRAFT_SCHEMA;
	enum err_code code = ERR_OK;
	int error = beside_make(file->path, store_path(store));
	int rc;

	*damaged = false;
	if (error != 0)
		return file_fail(err, file->path, error);
	rc = sqlite3_open_v2(file->path, &file->db, SQLITE_OPEN_READWRITE,
		NULL);
	if (rc == SQLITE_OK)
		rc = set_up(file, &schema);
	*damaged = draft_file_is_damage(rc);
	if (rc != SQLITE_OK)
		code = draft_file_fail(file->path, rc, err);
	else if (schema != DRAFT_SCHEMA)
		code = err_set(err, ERR_STORE,
			_("What is typed cannot be kept: %s is of version %d, "
			  "and this program knows version %d."),
			err_name(err, file->path), (int)schema, DRAFT_SCHEMA);
	if (code != ERR_OK)
		close_db(file);
	return code;
}

/* Locks or unlocks the byte of a session; 0 or errno. */
static int
lock_mark(const struct draft_file *file, int64_t session, short type, bool wait)
{
	struct flock range = {
		.l_type = type,
		.l_whence = SEEK_SET,
		.l_start = session,
		.l_len = 1,
	};
	int rc;

	do
		rc = fcntl(file->marks, wait ? F_OFD_SETLKW : F_OFD_SETLK,
			&range);
	while (rc < 0 && errno == EINTR);
	return rc < 0 ? errno : 0;
}

bool
draft_file_typed_elsewhere(const struct draft_file *file, int64_t session)
{
	struct flock range = {
		.l_type = F_WRLCK,
		.l_whence = SEEK_SET,
		.l_start = session,
		.l_len = 1,
	};

	if (session == 0 || session == file->session)
		return false;
	/* Not to know is to leave it alone. */
	return fcntl(file->marks, F_OFD_GETLK, &range) < 0 ||
		range.l_type != F_UNLCK;
}

static enum err_code
put_aside(struct draft_file *file, struct store *store, struct err *err)
{
	const struct world *world = store_world(store);
	enum err_code code = beside_put_aside(file->path, "damaged",
		world->now(world), NULL, err);

	if (code == ERR_OK && unlink(file->path) < 0 && errno != ENOENT)
		code = file_fail(err, file->path, errno);
	return code;
}

/* Opens the file while nobody else does; a damaged one is put aside and a new
 * one made. */
static enum err_code
open_alone(struct draft_file *file, struct store *store, struct err *err)
{
	int error = lock_mark(file, 0, F_WRLCK, true);
	struct err first = ERR_INIT;
	enum err_code code;
	bool damaged;

	if (error != 0)
		return file_fail(err, file->path, error);
	code = open_db(file, store, &damaged, &first);
	if (!damaged) {
		err_move(err, &first);
	} else {
		err_clear(&first);
		code = put_aside(file, store, err);
		if (code == ERR_OK)
			code = open_db(file, store, &damaged, err);
	}
	lock_mark(file, 0, F_UNLCK, false);
	return code;
}

/* The first number behind all that stand in the file that nobody holds. */
static enum err_code
draw_session(struct draft_file *file, struct err *err)
{
	int64_t last = 0;
	int rc = one_number(file, "SELECT max(session) FROM draft", &last);
	int error;

	if (rc != SQLITE_OK)
		return draft_file_fail(file->path, rc, err);
	do
		error = lock_mark(file, ++last, F_WRLCK, false);
	while (error == EAGAIN || error == EACCES);
	if (error != 0)
		return file_fail(err, file->path, error);
	file->session = last;
	return ERR_OK;
}

enum err_code
draft_file_open(struct draft_file *file, struct store *store, struct err *err)
{
	char *marks = store_beside(store_path(store), "-session");
	int error = beside_make(marks, store_path(store));
	enum err_code code = ERR_OK;

	*file = (struct draft_file){
		.path = store_beside(store_path(store), "-drafts"),
		.marks = error == 0 ? open(marks, O_RDWR | O_CLOEXEC) : -1,
	};
	if (file->marks < 0)
		code = file_fail(err, file->path, error != 0 ? error : errno);
	if (code == ERR_OK)
		code = open_alone(file, store, err);
	if (code == ERR_OK)
		code = draw_session(file, err);
	if (code != ERR_OK)
		draft_file_close(file);
	free(marks);
	return code;
}

enum err_code
draft_file_reopen(struct draft_file *file, struct store *store,
	struct err *err)
{
	close_db(file);
	return open_alone(file, store, err);
}

void
draft_file_close(struct draft_file *file)
{
	close_db(file);
	if (file->marks >= 0)
		close(file->marks);
	free(file->path);
	*file = (struct draft_file){.marks = -1};
}

bool
draft_file_in_place(struct draft_file *file)
{
	int moved = 0;

	if (file->db == NULL)
		return false;
	sqlite3_file_control(file->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	return moved == 0;
}
