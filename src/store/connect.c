#include <errno.h>
#include <string.h>

#include "base/pinyin_find.h"
#include "base/strbuf.h"
#include "store/store_private.h"

#define BUSY_TIMEOUT_MS 5000

struct sql_sentence {
	int result; /* extended, or primary for all of its kind */
	enum err_code code;
	const char *sentence;
};

/* The first that fits counts. */
static const struct sql_sentence sentences[] = {
	{SQLITE_FULL, ERR_STORE,
		N_("The disk is full; nothing was saved.  Free some space and "
		   "save again.")},
	{SQLITE_IOERR, ERR_STORE,
		N_("The disk could not be read or written; nothing was saved.  "
		   "Make a backup to another disk before you go on.")},
	{SQLITE_CORRUPT, ERR_STORE,
		N_("The database is damaged; nothing was changed.  Restore the "
		   "last good backup.")},
	{SQLITE_NOTADB, ERR_STORE, N_("This file is not a database.")},
	{SQLITE_BUSY, ERR_BUSY,
		N_("Another program holds the database; try again in a "
		   "moment.")},
	{SQLITE_LOCKED, ERR_BUSY,
		N_("Another program holds the database; try again in a "
		   "moment.")},
	{SQLITE_READONLY, ERR_DENIED,
		N_("The database can only be read; nothing was saved.")},
	{SQLITE_PERM, ERR_DENIED,
		N_("This account may not use the database.")},
	{SQLITE_AUTH, ERR_DENIED,
		N_("Records are written only inside a change; this was "
		   "refused.")},
	{SQLITE_CANTOPEN, ERR_FILE, N_("The database cannot be opened.")},
	{SQLITE_NOMEM, ERR_STORE,
		N_("There is not enough memory for the database.")},
	{SQLITE_INTERRUPT, ERR_CANCELLED, N_("It was stopped.")},
	{SQLITE_TOOBIG, ERR_STORE, N_("A text is too long to be kept.")},
	{SQLITE_CONSTRAINT_COMMITHOOK, ERR_STORE,
		N_("Records were written past the journal; nothing was "
		   "saved.")},
	{SQLITE_CONSTRAINT_FOREIGNKEY, ERR_INVALID,
		N_("A record names another that does not exist; nothing was "
		   "saved.")},
};

enum err_code
store_sql_error(sqlite3 *db, struct err *err)
{
	int result = sqlite3_extended_errcode(db);
	int cause = sqlite3_system_errno(db);

	if ((result & 0xff) == SQLITE_IOERR &&
		(cause == ENOSPC || cause == EDQUOT || cause == EFBIG))
		result = SQLITE_FULL;
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		if (sentences[i].result == result ||
			sentences[i].result == (result & 0xff))
			return err_set(err, sentences[i].code, "%s",
				_(sentences[i].sentence));
	if ((result & 0xff) == SQLITE_CONSTRAINT)
		return err_set(err, ERR_INVALID,
			_("The database does not take this record: %s."),
			sqlite3_errmsg(db));
	return err_set(err, ERR_STORE,
		_("The database refused an operation: %s."),
		sqlite3_errmsg(db));
}

char *
store_uri(const char *path, bool immutable)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
	struct strbuf uri = STRBUF_INIT;

	strbuf_add(&uri, "file:");
	if (strncmp(path, "//", 2) == 0)
		path++; /* what follows would name a host */
	for (; *path != '\0'; path++)
		if (strchr(plain, *path) != NULL)
			strbuf_add_char(&uri, *path);
		else
			strbuf_addf(&uri, "%%%02X", (unsigned char)*path);
	if (immutable)
		strbuf_add(&uri, "?immutable=1");
	return strbuf_detach(&uri);
}

/* pinyin_fits(key, typed), so that keys are passed over inside SQLite. */
static void
pinyin_fits(sqlite3_context *context, int n, sqlite3_value **values)
{
	const char *key = (const char *)sqlite3_value_text(values[0]);
	const char *typed = (const char *)sqlite3_value_text(values[1]);

	(void)n;
	sqlite3_result_int(context, key != NULL && typed != NULL &&
		pinyin_find_fits(key, typed));
}

static bool
configure(sqlite3 *db)
{
	static const struct {
		int option;
		int value;
	} options[] = {
		{SQLITE_DBCONFIG_DEFENSIVE, 1},
		{SQLITE_DBCONFIG_DQS_DDL, 0},
		{SQLITE_DBCONFIG_DQS_DML, 0},
		{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
		{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
		{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	};

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++)
		if (sqlite3_db_config(db, options[i].option, options[i].value,
			    NULL) != SQLITE_OK)
			return false;
	return sqlite3_busy_timeout(db, BUSY_TIMEOUT_MS) == SQLITE_OK &&
		sqlite3_create_function(db, "pinyin_fits", 2, SQLITE_UTF8 |
			SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
			pinyin_fits, NULL, NULL) == SQLITE_OK &&
		sqlite3_exec(db,
			"PRAGMA synchronous = FULL;"
			"PRAGMA secure_delete = ON;"
			"PRAGMA cell_size_check = ON;"
			"PRAGMA cache_size = -" STORE_CACHE_KIB ";",
			NULL, NULL, NULL) == SQLITE_OK;
}

/* One thread alone uses SQLite, and nobody asks how much memory SQLite has: its
 * locks would be a twentieth of an import.  Refused once SQLite is in use. */
static void
leave_out_locks(void)
{
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

enum err_code
store_connect(const char *path, int flags, bool immutable, sqlite3 **out,
	struct err *err)
{
	char *uri = store_uri(path, immutable);
	sqlite3 *db;
	int rc;

	*out = NULL;
	leave_out_locks();
	rc = sqlite3_open_v2(uri, &db, flags | SQLITE_OPEN_URI |
		SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);
	free(uri);
	if (rc != SQLITE_OK || !configure(db)) {
		enum err_code code = store_sql_error(db, err);

		sqlite3_close(db);
		return code;
	}
	*out = db;
	return ERR_OK;
}

static int
read_number(void *data, int n_columns, char **values, char **names)
{
	int *number = data;

	(void)names;
	if (n_columns > 0 && values[0] != NULL)
		*number = (int)strtol(values[0], NULL, 10);
	return 0;
}

enum err_code
migrate_number(sqlite3 *db, int *number, struct err *err)
{
	*number = 0;
	if (sqlite3_exec(db, "PRAGMA user_version", read_number, number,
		    NULL) != SQLITE_OK)
		return store_sql_error(db, err);
	return ERR_OK;
}

enum err_code
store_check_ours(sqlite3 *db, const char *path, struct err *err)
{
	int id = 0;

	/* application_id gives 0 for what is no database; the schema fails */
	if (sqlite3_exec(db,
		    "SELECT count(*) FROM sqlite_schema;"
		    "PRAGMA application_id", read_number, &id, NULL) !=
		SQLITE_OK)
		return store_sql_error(db, err);
	if (id != STORE_APPLICATION_ID)
		return err_set(err, ERR_STORE,
			_("%s is a database of another program."),
			err_name(err, path));
	return ERR_OK;
}
