#include "store/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "store/draft_file.h"
#include "store/stmt.h"

struct drafts {
	struct store *store;
	struct draft_file file;
};

enum draft_sql {
	SQL_PUT,
	SQL_PUT_VALUE,
	SQL_DROP,
	SQL_DROP_VALUES,
	SQL_TAKE,
	SQL_SESSION,
	SQL_LOAD,
	SQL_LOAD_VALUES,
	SQL_LIST,
	SQL_N,
};

#define HEAD_COLUMNS                                                   \
	"number, session, operator_id, type, record_id, version, title, " \
	"cursor, since, at"

static const char *const sql_text[SQL_N] = {
	[SQL_PUT] = "INSERT OR REPLACE INTO draft (" HEAD_COLUMNS ") "
		    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	[SQL_PUT_VALUE] = "INSERT OR REPLACE INTO draft_value"
			  " VALUES (?1, ?2, ?3)",
	[SQL_DROP] = "DELETE FROM draft WHERE number = ?1",
	[SQL_DROP_VALUES] = "DELETE FROM draft_value WHERE draft = ?1",
	[SQL_TAKE] = "UPDATE draft SET session = ?2 WHERE number = ?1",
	[SQL_SESSION] = "SELECT session FROM draft WHERE number = ?1",
	[SQL_LOAD] = "SELECT " HEAD_COLUMNS " FROM draft WHERE number = ?1",
	[SQL_LOAD_VALUES] = "SELECT field, value FROM draft_value "
			    "WHERE draft = ?1 ORDER BY field",
	[SQL_LIST] = "SELECT " HEAD_COLUMNS " FROM draft "
		     "WHERE ?1 IN (0, operator_id) ORDER BY at DESC, number",
};

void
draft_init(struct draft *draft)
{
	*draft = (struct draft){.number = 0};
}

void
draft_empty(struct draft *draft)
{
	for (size_t i = 0; i < draft->values.n; i++) {
		free(draft->values.items[i].field);
		free(draft->values.items[i].value);
	}
	vec_clear(&draft->values);
}

void
draft_clear(struct draft *draft)
{
	draft_empty(draft);
	free(draft->table);
	free(draft->title);
	free(draft->cursor);
	draft_init(draft);
}

void
draft_add(struct draft *draft, const char *field, const char *value)
{
	struct draft_value added = {xstrdup(field), xstrdup(value)};

	vec_push(&draft->values, added);
}

void
draft_list_clear(struct draft_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		draft_clear(&list->items[i]);
	vec_clear(list);
}

/* A statement with the draft's number as its first value. */
static int
prepare(struct drafts *drafts, enum draft_sql which, int64_t number,
	sqlite3_stmt **out)
{
	int rc = draft_file_prepare(&drafts->file, sql_text[which], out);

	if (rc == SQLITE_OK)
		sqlite3_bind_int64(*out, 1, number);
	return rc;
}

static int
run(struct drafts *drafts, enum draft_sql which, int64_t number)
{
	sqlite3_stmt *stmt;
	int rc = prepare(drafts, which, number, &stmt);

	return rc == SQLITE_OK ? draft_file_finish(stmt) : rc;
}

static int
drop_row(struct drafts *drafts, int64_t number)
{
	int rc = run(drafts, SQL_DROP, number);

	return rc == SQLITE_OK ? run(drafts, SQL_DROP_VALUES, number) : rc;
}

static void
bind_text(sqlite3_stmt *stmt, int n, const char *text)
{
	sqlite3_bind_text(stmt, n, text != NULL ? text : "", -1,
		SQLITE_STATIC);
}

static int
put_values(struct drafts *drafts, const struct draft *draft)
{
	sqlite3_stmt *stmt;
	int rc = prepare(drafts, SQL_PUT_VALUE, draft->number, &stmt);

	if (rc != SQLITE_OK)
		return rc;
	for (size_t i = 0; i < draft->values.n && rc == SQLITE_OK; i++) {
		bind_text(stmt, 2, draft->values.items[i].field);
		bind_text(stmt, 3, draft->values.items[i].value);
		sqlite3_step(stmt);
		rc = sqlite3_reset(stmt);
	}
	sqlite3_finalize(stmt);
	return rc;
}

static int
put_row(struct drafts *drafts, const struct draft *draft)
{
	sqlite3_stmt *stmt;
	int rc = prepare(drafts, SQL_PUT, draft->number, &stmt);

	if (rc != SQLITE_OK)
		return rc;
	sqlite3_bind_int64(stmt, 2, draft->session);
	sqlite3_bind_int64(stmt, 3, draft->operator_id);
	bind_text(stmt, 4, draft->table);
	sqlite3_bind_int64(stmt, 5, draft->record);
	sqlite3_bind_int64(stmt, 6, draft->version);
	bind_text(stmt, 7, draft->title);
	bind_text(stmt, 8, draft->cursor);
	sqlite3_bind_int64(stmt, 9, draft->since);
	sqlite3_bind_int64(stmt, 10, draft->at);
	rc = draft_file_finish(stmt);
	if (rc == SQLITE_OK)
		rc = run(drafts, SQL_DROP_VALUES, draft->number);
	return rc == SQLITE_OK ? put_values(drafts, draft) : rc;
}

/* The session that a draft belongs to; -1 where there is no such draft. */
static int
session_of(struct drafts *drafts, int64_t number, int64_t *session)
{
	sqlite3_stmt *stmt;
	int rc = prepare(drafts, SQL_SESSION, number, &stmt);

	*session = -1;
	if (rc != SQLITE_OK)
		return rc;
	if (sqlite3_step(stmt) == SQLITE_ROW)
		*session = sqlite3_column_int64(stmt, 0);
	return sqlite3_finalize(stmt);
}

static enum err_code
fail(struct drafts *drafts, int rc, struct err *err)
{
	return draft_file_fail(drafts->file.path, rc, err);
}

/* Ends the transaction as rc and code say; the first failure is reported. */
static enum err_code
end(struct drafts *drafts, int rc, enum err_code code, struct err *err)
{
	if (rc == SQLITE_OK && code == ERR_OK)
		rc = draft_file_run(&drafts->file, "COMMIT");
	if (!sqlite3_get_autocommit(drafts->file.db))
		draft_file_run(&drafts->file, "ROLLBACK");
	return code != ERR_OK ? code : fail(drafts, rc, err);
}

/*
 * Begins to write to a draft: *session is whose it is (-1: there is none).
 * ERR_BUSY where another window has it.  end() has to follow in any case.
 */
static enum err_code
begin_with(struct drafts *drafts, int64_t number, int64_t *session, int *rc,
	struct err *err)
{
	*session = -1;
	*rc = draft_file_run(&drafts->file, "BEGIN IMMEDIATE");
	if (*rc == SQLITE_OK)
		*rc = session_of(drafts, number, session);
	if (*rc == SQLITE_OK && *session > 0 &&
		draft_file_typed_elsewhere(&drafts->file, *session))
		return err_set(err, ERR_BUSY,
			_("This draft is being typed in another window."));
	return ERR_OK;
}

/* Whether a change of the database has saved the draft. */
static enum err_code
is_saved(struct drafts *drafts, int64_t number, bool *saved, struct err *err)
{
	struct stmt *stmt;
	enum err_code code = stmt_open(drafts->store,
		"SELECT 1 FROM change_head WHERE draft <> 0 AND draft = ?1",
		&stmt, err);

	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, number);
	code = stmt_step(stmt, saved, err);
	stmt_done(stmt);
	return code;
}

/* A number that no draft has, behind a random one. */
static int
draw_number(struct drafts *drafts, int64_t *number)
{
	const struct world *world = store_world(drafts->store);
	uint64_t random;
	int64_t session;
	int rc;

	world->random(world, &random, sizeof(random));
	*number = (int64_t)(random >> 2);
	do
		rc = session_of(drafts, ++*number, &session);
	while (rc == SQLITE_OK && session >= 0);
	return rc;
}

static enum err_code
write_once(struct drafts *drafts, struct draft *draft, int *rc,
	struct err *err)
{
	int64_t session;
	enum err_code code = begin_with(drafts, draft->number, &session, rc,
		err);

	if (code == ERR_OK && *rc == SQLITE_OK && draft->number == 0)
		*rc = draw_number(drafts, &draft->number);
	if (code == ERR_OK && *rc == SQLITE_OK)
		*rc = put_row(drafts, draft);
	return end(drafts, *rc, code, err);
}

/* The drafts file, opened again where it went away. */
static enum err_code
ready(struct drafts *drafts, struct err *err)
{
	if (draft_file_in_place(&drafts->file))
		return ERR_OK;
	return draft_file_reopen(&drafts->file, drafts->store, err);
}

enum err_code
drafts_write(struct drafts *drafts, struct draft *draft, struct err *err)
{
	const struct world *world = store_world(drafts->store);
	struct draft row = *draft;
	bool saved = false;
	enum err_code code = ERR_OK;
	int rc = SQLITE_OK;
	struct err first = ERR_INIT;

	if (draft->number != 0)
		code = is_saved(drafts, draft->number, &saved, err);
	if (code != ERR_OK)
		return code;
	if (saved)
		row.number = row.since = 0;
	row.session = drafts->file.session;
	row.at = world->now(world);
	if (row.since == 0)
		row.since = row.at;
	code = ready(drafts, err);
	if (code != ERR_OK)
		return code;
	code = write_once(drafts, &row, &rc, &first);
	if (!draft_file_is_damage(rc)) {
		err_move(err, &first);
	} else {
		err_clear(&first);
		code = draft_file_reopen(&drafts->file, drafts->store, err);
		if (code == ERR_OK)
			code = write_once(drafts, &row, &rc, err);
	}
	if (code == ERR_OK)
		*draft = row;
	return code;
}

enum err_code
drafts_flush(struct drafts *drafts, struct err *err)
{
	enum err_code code = ready(drafts, err);

	if (code != ERR_OK)
		return code;
	return fail(drafts,
		sqlite3_wal_checkpoint_v2(drafts->file.db, NULL,
			SQLITE_CHECKPOINT_FULL, NULL, NULL),
		err);
}

enum err_code
drafts_drop(struct drafts *drafts, int64_t number, struct err *err)
{
	int64_t session;
	enum err_code code = ready(drafts, err);
	int rc;

	if (code != ERR_OK)
		return code;
	code = begin_with(drafts, number, &session, &rc, err);
	if (code == ERR_OK && rc == SQLITE_OK)
		rc = drop_row(drafts, number);
	return end(drafts, rc, code, err);
}

static int
take(struct drafts *drafts, int64_t number, int64_t session)
{
	sqlite3_stmt *stmt;
	int rc = prepare(drafts, SQL_TAKE, number, &stmt);

	if (rc != SQLITE_OK)
		return rc;
	sqlite3_bind_int64(stmt, 2, session);
	return draft_file_finish(stmt);
}

enum err_code
drafts_leave(struct drafts *drafts, int64_t number, struct err *err)
{
	int64_t session;
	enum err_code code = ready(drafts, err);
	int rc;

	if (code != ERR_OK)
		return code;
	code = begin_with(drafts, number, &session, &rc, err);
	if (code == ERR_OK && rc == SQLITE_OK)
		rc = take(drafts, number, 0);
	return end(drafts, rc, code, err);
}

static char *
column_dup(sqlite3_stmt *stmt, int column)
{
	const unsigned char *text = sqlite3_column_text(stmt, column);

	return xstrdup(text != NULL ? (const char *)text : "");
}

/* A draft without its values from the row of HEAD_COLUMNS. */
static void
read_head(sqlite3_stmt *stmt, struct draft *draft)
{
	*draft = (struct draft){
		.number = sqlite3_column_int64(stmt, 0),
		.session = sqlite3_column_int64(stmt, 1),
		.operator_id = sqlite3_column_int64(stmt, 2),
		.table = column_dup(stmt, 3),
		.record = sqlite3_column_int64(stmt, 4),
		.version = sqlite3_column_int64(stmt, 5),
		.title = column_dup(stmt, 6),
		.cursor = column_dup(stmt, 7),
		.since = sqlite3_column_int64(stmt, 8),
		.at = sqlite3_column_int64(stmt, 9),
	};
}

static int
load_row(struct drafts *drafts, int64_t number, struct draft *draft)
{
	sqlite3_stmt *stmt;
	struct draft_value value;
	int rc = prepare(drafts, SQL_LOAD, number, &stmt);

	if (rc != SQLITE_OK)
		return rc;
	if (sqlite3_step(stmt) == SQLITE_ROW)
		read_head(stmt, draft);
	rc = sqlite3_finalize(stmt);
	if (rc == SQLITE_OK)
		rc = prepare(drafts, SQL_LOAD_VALUES, number, &stmt);
	if (rc != SQLITE_OK)
		return rc;
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		value.field = column_dup(stmt, 0);
		value.value = column_dup(stmt, 1);
		vec_push(&draft->values, value);
	}
	return sqlite3_finalize(stmt);
}

enum err_code
drafts_load(struct drafts *drafts, int64_t number, struct draft *out,
	struct err *err)
{
	struct draft draft;
	int64_t session;
	enum err_code code = ready(drafts, err);
	int rc;

	if (code != ERR_OK)
		return code;
	draft_init(&draft);
	code = begin_with(drafts, number, &session, &rc, err);
	if (code == ERR_OK && rc == SQLITE_OK && session < 0)
		code = err_set(err, ERR_ABSENT,
			_("This draft has been saved or discarded meanwhile."));
	if (code == ERR_OK && rc == SQLITE_OK)
		rc = load_row(drafts, number, &draft);
	if (code == ERR_OK && rc == SQLITE_OK)
		rc = take(drafts, number, drafts->file.session);
	code = end(drafts, rc, code, err);
	if (code != ERR_OK) {
		draft_clear(&draft);
		return code;
	}
	draft.session = drafts->file.session;
	draft_clear(out);
	*out = draft;
	return ERR_OK;
}

static enum err_code
list_all(struct drafts *drafts, int64_t operator_id, struct draft_list *all,
	struct err *err)
{
	sqlite3_stmt *stmt;
	struct draft draft;
	int rc = prepare(drafts, SQL_LIST, operator_id, &stmt);

	if (rc != SQLITE_OK)
		return fail(drafts, rc, err);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		read_head(stmt, &draft);
		vec_push(all, draft);
	}
	return fail(drafts, sqlite3_finalize(stmt), err);
}

/* Whether nobody is typing it and no change has saved it.  A saved one is
 * dropped; where that fails it is dropped another time. */
static enum err_code
is_waiting(struct drafts *drafts, const struct draft *draft, bool *waiting,
	struct err *err)
{
	enum err_code code;
	bool saved;

	*waiting = draft->session != drafts->file.session &&
		!draft_file_typed_elsewhere(&drafts->file, draft->session);
	if (!*waiting)
		return ERR_OK;
	code = is_saved(drafts, draft->number, &saved, err);
	if (code == ERR_OK && saved) {
		*waiting = false;
		drafts_drop(drafts, draft->number, NULL);
	}
	return code;
}

enum err_code
drafts_list(struct drafts *drafts, int64_t operator_id,
	struct draft_list *out, struct err *err)
{
	struct draft_list all = VEC_INIT;
	enum err_code code = ready(drafts, err);
	bool waiting;

	if (code == ERR_OK)
		code = list_all(drafts, operator_id, &all, err);
	for (size_t i = 0; i < all.n && code == ERR_OK; i++) {
		code = is_waiting(drafts, &all.items[i], &waiting, err);
		if (code != ERR_OK || !waiting)
			continue;
		vec_push(out, all.items[i]);
		draft_init(&all.items[i]);
	}
	draft_list_clear(&all);
	return code;
}

enum err_code
drafts_open(struct store *store, struct drafts **out, struct err *err)
{
	struct draft_list waiting = VEC_INIT;
	struct drafts *drafts;
	enum err_code code;

	if (store_read_only(store) != NULL)
		return err_set(err, ERR_DENIED, "%s", store_read_only(store));
	drafts = xcalloc(1, sizeof(*drafts));
	drafts->store = store;
	code = draft_file_open(&drafts->file, store, err);
	if (code != ERR_OK) {
		free(drafts);
		return code;
	}
	/* To see them is to drop the saved ones. */
	code = drafts_list(drafts, 0, &waiting, err);
	draft_list_clear(&waiting);
	if (code != ERR_OK) {
		drafts_close(drafts);
		return code;
	}
	*out = drafts;
	return ERR_OK;
}

void
drafts_close(struct drafts *drafts)
{
	if (drafts == NULL)
		return;
	drafts_flush(drafts, NULL);
	draft_file_close(&drafts->file);
	free(drafts);
}
