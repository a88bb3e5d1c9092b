#include "store/check.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/check_private.h"
#include "store/rekey.h"

#define TICKS_A_REPORT 2048
#define OPS_A_QUESTION 100000 /* of SQLite's machine */

void
check_fault(struct check *check, const char *format, ...)
{
	va_list args;
	char *sentence;

	va_start(args, format);
	sentence = xvasprintf(format, args);
	va_end(args);
	check->result->n_faults++;
	if (check->fault != NULL)
		check->fault(check->data, sentence);
	free(sentence);
}

void
check_begin_step(struct check *check, const char *step, uint64_t n_total)
{
	check->step = step;
	check->n_done = 0;
	check->n_total = n_total;
	job_progress(check->job, step, 0, n_total);
}

static enum err_code
stop(struct err *err)
{
	return err_set(err, ERR_CANCELLED, _("The check was stopped."));
}

enum err_code
check_tick(struct check *check, struct err *err)
{
	if (++check->n_done % TICKS_A_REPORT != 0)
		return ERR_OK;
	job_progress(check->job, check->step, check->n_done, check->n_total);
	return job_cancelled(check->job) ? stop(err) : ERR_OK;
}

static int
ask_to_stop(void *data)
{
	return job_cancelled(data);
}

/* What SQLite's own check finds; a row "ok" is none. */
static enum err_code
check_file(struct check *check, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row = true;

	check_begin_step(check, _("checking the file"), 0);
	code = stmt_open_as(check->store, GUARD_OPEN,
		"PRAGMA main.integrity_check", &stmt, err);
	if (code != ERR_OK)
		return code;
	sqlite3_progress_handler(check->store->db, OPS_A_QUESTION,
		ask_to_stop, check->job);
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		if (strcmp(stmt_text(stmt, 0), "ok") != 0)
			check_fault(check, _("The file is damaged: %s."),
				stmt_text(stmt, 0));
	sqlite3_progress_handler(check->store->db, 0, NULL, NULL);
	stmt_done(stmt);
	return code;
}

static enum err_code
check_references(struct check *check, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	id_text id;
	bool row = true;

	code = stmt_open_as(check->store, GUARD_OPEN,
		"PRAGMA main.foreign_key_check", &stmt, err);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		site_id_to_text(stmt_int(stmt, 1), id);
		check_fault(check,
			/* TRANSLATORS: table, number, table */
			_("%s %s names a record of %s that does not exist."),
			stmt_text(stmt, 0), id, stmt_text(stmt, 2));
	}
	stmt_done(stmt);
	return code;
}

static enum err_code
check_all(struct check *check, bool quick, struct err *err)
{
	enum err_code code = ERR_OK;

	if (!quick)
		code = check_file(check, err);
	if (code == ERR_OK)
		code = check_references(check, err);
	if (code == ERR_OK)
		code = check_chain(check, err);
	if (code == ERR_OK)
		code = check_replay(check, err);
	if (code == ERR_OK && !check->keys_are_old)
		code = check_keys(check, err);
	return code;
}

enum err_code
check_run(struct store *store, bool quick, struct job *job,
	void (*fault)(void *data, const char *sentence), void *data,
	struct check_result *result, struct err *err)
{
	struct check check = {
		.store = store,
		.job = job,
		.fault = fault,
		.data = data,
		.result = result,
		.keys_are_old = rekey_is_due(store),
		.expected = xcalloc(store->n_tables + 1,
			sizeof(*check.expected)),
	};
	enum err_code code;

	assert(store->change == NULL);
	*result = (struct check_result){0};
	if (check.keys_are_old)
		job_warn(job, _("The search keys were made by another version "
				"of the program and are not compared; they are "
				"made anew when the database is next opened "
				"for writing."));
	/* One state of the file, whatever others write meanwhile. */
	code = store_exec(store, GUARD_GATE, "BEGIN", err);
	if (code == ERR_OK) {
		code = check_all(&check, quick, err);
		store_exec(store, GUARD_GATE, "ROLLBACK", NULL);
	}
	free(check.expected);
	return code;
}
