#include <stdio.h>

#include "store/store_private.h"

static int
note_row(void *data, int n_columns, char **values, char **names)
{
	bool *found = data;

	(void)n_columns;
	(void)values;
	(void)names;
	*found = true;
	return 0;
}

/* The step's own work; the transaction is the caller's. */
static enum err_code
apply(sqlite3 *db, const struct embed_file *step, int number, struct err *err)
{
	char marks[96];
	bool dangling = false;

	snprintf(marks, sizeof(marks),
		"PRAGMA application_id = %d; PRAGMA user_version = %d",
		STORE_APPLICATION_ID, number);
	if (sqlite3_exec(db, step->text, NULL, NULL, NULL) != SQLITE_OK ||
		sqlite3_exec(db, "PRAGMA foreign_key_check", note_row,
			&dangling, NULL) != SQLITE_OK ||
		sqlite3_exec(db, marks, NULL, NULL, NULL) != SQLITE_OK)
		return store_sql_error(db, err);
	if (dangling)
		return err_set(err, ERR_STORE,
			_("The database cannot be brought up to date: after "
			  "step %s a record would name another that does not "
			  "exist."), step->name);
	return ERR_OK;
}

/* Another process may have run the step meanwhile. */
static enum err_code
run_step(sqlite3 *db, const struct embed_file *step, int number,
	struct err *err)
{
	enum err_code code;
	int have;

	if (sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
		return store_sql_error(db, err);
	code = migrate_number(db, &have, err);
	if (code == ERR_OK && have < number)
		code = apply(db, step, number, err);
	if (code == ERR_OK &&
		sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
		code = store_sql_error(db, err);
	if (code != ERR_OK && !sqlite3_get_autocommit(db))
		sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	return code;
}

enum err_code
migrate_run(sqlite3 *db, const struct embed_file *steps, size_t n_steps,
	struct err *err)
{
	enum err_code code;
	int have;

	code = migrate_number(db, &have, err);
	if (code != ERR_OK)
		return code;
	/* A step may build a table anew, which drops the one referred to. */
	if (sqlite3_exec(db, "PRAGMA foreign_keys = OFF", NULL, NULL, NULL) !=
		SQLITE_OK)
		return store_sql_error(db, err);
	for (size_t i = (size_t)have; code == ERR_OK && i < n_steps; i++)
		code = run_step(db, &steps[i], (int)i + 1, err);
	if (sqlite3_exec(db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL) !=
			SQLITE_OK &&
		code == ERR_OK)
		code = store_sql_error(db, err);
	return code;
}
