#include "store/backup_copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/file_fail.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "store/beside.h"
#include "store/check.h"
#include "store/store_private.h"

enum err_code
backup_copy_begin(const char *path, char **temp, int *fd, struct err *err)
{
	char *folder = file_folder(path);
	char *hidden = xasprintf(".%s.XXXXXX", file_name(path));
	enum err_code code = ERR_OK;

	*temp = file_join(folder, hidden);
	*fd = mkostemp(*temp, O_CLOEXEC);
	if (*fd < 0) {
		code = file_fail_new(err, path, errno);
		free(*temp);
		*temp = NULL;
	}
	free(hidden);
	free(folder);
	return code;
}

static enum err_code
fail_damaged(const char *name, struct err *err)
{
	return err_set(err, ERR_STORE,
		_("%s is damaged or no database; take another copy."), name);
}

/* SQLite's own check answers "ok" or a fault in each row. */
static enum err_code
quick_check(sqlite3 *db, const char *name, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	const char *answer = NULL;
	enum err_code code = ERR_OK;

	sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &stmt, NULL);
	if (sqlite3_step(stmt) == SQLITE_ROW)
		answer = (const char *)sqlite3_column_text(stmt, 0);
	if (answer == NULL || strcmp(answer, "ok") != 0)
		code = fail_damaged(name, err);
	sqlite3_finalize(stmt);
	return code;
}

static enum err_code
identify(sqlite3 *db, const char *name, int *schema, struct err *err)
{
	const int newest = (int)schema_steps_n;
	sqlite3_stmt *stmt = NULL;
	int application = 0;
	bool read;

	sqlite3_prepare_v2(db,
		"SELECT application_id, user_version, "
		"(SELECT count(*) FROM sqlite_schema) "
		"FROM pragma_application_id, pragma_user_version",
		-1, &stmt, NULL);
	read = sqlite3_step(stmt) == SQLITE_ROW;
	if (read) {
		application = sqlite3_column_int(stmt, 0);
		*schema = sqlite3_column_int(stmt, 1);
	}
	sqlite3_finalize(stmt);
	if (!read)
		return fail_damaged(name, err);
	if (application != STORE_APPLICATION_ID)
		return err_set(err, ERR_STORE,
			_("%s is a database of another program."), name);
	if (*schema > newest)
		return err_set(err, ERR_STORE,
			_("%s was written by a newer program (its schema is "
			  "%d, this program knows %d); install the newer "
			  "program."),
			name, *schema, newest);
	return ERR_OK;
}

enum err_code
backup_copy_check_file(const struct backup_copy_check *check, int *schema,
	struct err *err)
{
	int number;
	sqlite3 *db;
	enum err_code code;

	if (store_connect(check->temp, SQLITE_OPEN_READONLY, true, &db,
		    NULL) != ERR_OK)
		return fail_damaged(check->name, err);
	code = identify(db, check->name, schema != NULL ? schema : &number,
		err);
	if (code == ERR_OK)
		code = quick_check(db, check->name, err);
	sqlite3_close(db);
	return code;
}

/* Keeps the first sentence. */
static void
note_fault(void *data, const char *sentence)
{
	char **first = data;

	if (*first == NULL)
		*first = xstrdup(sentence);
}

enum err_code
backup_copy_open(const struct backup_copy_check *check, struct store **out,
	struct err *err)
{
	const struct store_opening opening = {
		.path = check->temp,
		.world = check->world,
		.flags = STORE_READ_ONLY,
		.medium = FILE_REMOVABLE,
		.steps = schema_steps,
		.n_steps = schema_steps_n,
	};
	enum err_code code = store_open_with(&opening, out, err);

	if (code == ERR_OK)
		store_set_tables(*out, check->tables, check->n_tables);
	return code;
}

enum err_code
backup_copy_check_journal(const struct backup_copy_check *check,
	struct job *job, char **fault, struct err *err)
{
	struct store *store;
	struct check_result result = {0};
	enum err_code code = backup_copy_open(check, &store, err);

	*fault = NULL;
	if (code != ERR_OK)
		return code;
	code = check_run(store, true, job, note_fault, fault, &result, err);
	store_close(store);
	return code;
}

enum err_code
backup_copy_sync(int fd, const char *name, struct err *err)
{
	if (fsync(fd) == 0)
		return ERR_OK;
	return file_fail(err, name, errno);
}

/* Some file systems of sticks cannot rename without replacing: there the name
 * is taken first with an empty file of our own. */
static int
rename_reserved(const char *temp, const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd < 0)
		return -1;
	close(fd);
	if (rename(temp, path) == 0)
		return 0;
	unlink(path);
	return -1;
}

enum err_code
backup_copy_publish(const char *temp, const char *path, struct err *err)
{
	char *folder = file_folder(path);
	int rc = renameat2(AT_FDCWD, temp, AT_FDCWD, path, RENAME_NOREPLACE);
	enum err_code code;

	if (rc < 0 && (errno == EINVAL || errno == ENOSYS))
		rc = rename_reserved(temp, path);
	if (rc == 0)
		code = file_sync_folder(folder, err);
	else
		code = file_fail(err, path, errno);
	free(folder);
	return code;
}

void
backup_copy_end(char *temp)
{
	if (temp == NULL)
		return;
	unlink(temp);
	beside_remove_traces(temp);
	free(temp);
}
