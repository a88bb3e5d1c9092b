#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "store/journal.h"
#include "store/site.h"
#include "store/store_private.h"

/*
 * One row a field; a record made without any value has one with NULLs, as has
 * a blanked row.  The
 * cross join keeps the journal outside, so that its index gives the order of a
 * big import: to sort by field as well would sort the whole of it.
 */
#define SELECT_FIELDS                                                       \
	"SELECT j.id, j.change_id, j.type, j.record_id, j.version,"         \
	" h.lamport, e.key,"                                                \
	" CASE e.type WHEN 'array' THEN json_type(e.value, '$[0]') END,"    \
	" CASE e.type WHEN 'array' THEN json_extract(e.value, '$[0]') END," \
	" CASE e.type WHEN 'array' THEN json_extract(e.value, '$[1]')"      \
	"  ELSE e.value END, " JOURNAL_IS_BLANKED                            \
	" FROM main.journal j"                                              \
	" CROSS JOIN main.change_head h ON h.id = j.change_id"              \
	" LEFT JOIN json_each(j.fields) e"
#define OF_CHANGE " WHERE j.change_id = ?1"
#define OF_RECORD " WHERE j.record_id = ?1 AND j.type = ?2"
#define OF_PART OF_RECORD " AND j.change_id = ?3"

enum {
	READ_ROW,
	READ_CHANGE,
	READ_TABLE,
	READ_RECORD,
	READ_VERSION,
	READ_LAMPORT,
	READ_FIELD,
	READ_OLD_TYPE,
	READ_OLD,
	READ_NEW,
	READ_BLANKED,
};

/* Indexed by newest_first. */
static const char *const of_change[] = {
	SELECT_FIELDS OF_CHANGE " ORDER BY j.id",
	SELECT_FIELDS OF_CHANGE " ORDER BY j.id DESC",
};

static const char *const of_record[] = {
	SELECT_FIELDS OF_RECORD " ORDER BY h.lamport, j.id, e.id",
	SELECT_FIELDS OF_RECORD " ORDER BY h.lamport DESC, j.id DESC, e.id",
};

static const char of_row[] = SELECT_FIELDS " WHERE j.id = ?1";

static const char of_part[] = SELECT_FIELDS OF_PART " ORDER BY j.id DESC";

static const char select_before[] =
	"SELECT CASE e.type WHEN 'array' THEN json_extract(e.value, '$[1]')"
	"  ELSE e.value END"
	" FROM main.journal j"
	" JOIN main.change_head h ON h.id = j.change_id"
	" JOIN json_each(j.fields) e"
	" WHERE j.record_id = ?1 AND j.type = ?2 AND j.version > 0"
	" AND (h.lamport, j.id) < (?3, ?4) AND e.key = ?5"
	" ORDER BY h.lamport DESC, j.id DESC LIMIT 1";

static const char select_blanked_before[] =
	"SELECT 1 FROM main.journal j"
	" JOIN main.change_head h ON h.id = j.change_id"
	" WHERE j.record_id = ?1 AND j.type = ?2 AND j.version > 0"
	" AND (h.lamport, j.id) < (?3, ?4) AND " JOURNAL_IS_BLANKED
	" LIMIT 1";

struct journal_reader {
	struct store *store;
	struct stmt *stmt;
	struct strbuf old; /* a long text from before */
};

static enum err_code
open_reader(struct store *store, const char *sql, struct journal_reader **out,
	struct err *err)
{
	struct stmt *stmt;
	enum err_code code;

	*out = NULL;
	code = stmt_open(store, sql, &stmt, err);
	if (code != ERR_OK)
		return code;
	*out = xcalloc(1, sizeof(**out));
	(*out)->store = store;
	(*out)->stmt = stmt;
	strbuf_init(&(*out)->old);
	return ERR_OK;
}

enum err_code
journal_read_change(struct store *store, int64_t change, bool newest_first,
	struct journal_reader **out, struct err *err)
{
	enum err_code code;

	code = open_reader(store, of_change[newest_first], out, err);
	if (code == ERR_OK)
		stmt_bind_int((*out)->stmt, 1, change);
	return code;
}

enum err_code
journal_read_record(struct store *store, const char *table, int64_t record,
	bool newest_first, struct journal_reader **out, struct err *err)
{
	enum err_code code;

	code = open_reader(store, of_record[newest_first], out, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int((*out)->stmt, 1, record);
	stmt_bind_text((*out)->stmt, 2, table);
	return ERR_OK;
}

enum err_code
journal_read_row(struct store *store, int64_t row,
	struct journal_reader **out, struct err *err)
{
	enum err_code code;

	code = open_reader(store, of_row, out, err);
	if (code == ERR_OK)
		stmt_bind_int((*out)->stmt, 1, row);
	return code;
}

enum err_code
journal_read_part(struct store *store, int64_t change, const char *table,
	int64_t record, struct journal_reader **out, struct err *err)
{
	enum err_code code;

	code = open_reader(store, of_part, out, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int((*out)->stmt, 1, record);
	stmt_bind_text((*out)->stmt, 2, table);
	stmt_bind_int((*out)->stmt, 3, change);
	return ERR_OK;
}

/* Is text the one of which object, {"hash":"…"}, keeps the hash? */
static bool
is_text_of(const char *text, const char *object)
{
	char hash[2 * SEAL_HASH_SIZE + 1];

	journal_hash_text(text, hash);
	return strstr(object, hash) != NULL;
}

static enum err_code
fail_lost(const struct journal_field *field, struct err *err)
{
	char text[SITE_ID_TEXT_SIZE];

	site_id_to_text(field->record, text);
	return err_set(err, ERR_SEAL,
		_("The earlier text of %s of the record %s is not in the "
		  "journal as it was; run ronghe check."),
		field->field, text);
}

/* Was it blanked, or is it lost? */
static enum err_code
find_blanked(struct journal_reader *reader, struct journal_field *field,
	struct err *err)
{
	struct stmt *stmt;
	enum err_code code = stmt_open(reader->store, select_blanked_before,
		&stmt, err);

	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, field->record);
	stmt_bind_text(stmt, 2, field->table);
	stmt_bind_int(stmt, 3, stmt_int(reader->stmt, READ_LAMPORT));
	stmt_bind_int(stmt, 4, field->row);
	code = stmt_step(stmt, &field->old_is_blanked, err);
	stmt_done(stmt);
	if (code == ERR_OK && !field->old_is_blanked)
		code = fail_lost(field, err);
	strbuf_reset(&reader->old);
	return code;
}

static enum err_code
find_old_text(struct journal_reader *reader, struct journal_field *field,
	struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row;

	strbuf_reset(&reader->old);
	code = stmt_open(reader->store, select_before, &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, field->record);
	stmt_bind_text(stmt, 2, field->table);
	stmt_bind_int(stmt, 3, stmt_int(reader->stmt, READ_LAMPORT));
	stmt_bind_int(stmt, 4, field->row);
	stmt_bind_text(stmt, 5, field->field);
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row)
		strbuf_add(&reader->old, stmt_text(stmt, 0));
	stmt_done(stmt);
	if (code == ERR_OK && !is_text_of(reader->old.s,
		    stmt_text(reader->stmt, READ_OLD)))
		code = find_blanked(reader, field, err);
	return code;
}

enum err_code
journal_next(struct journal_reader *reader, struct journal_field *out,
	bool *more, struct err *err)
{
	struct stmt *stmt = reader->stmt;
	enum err_code code;

	code = stmt_step(stmt, more, err);
	if (code != ERR_OK || !*more)
		return code;
	*out = (struct journal_field){
		.row = stmt_int(stmt, READ_ROW),
		.change = stmt_int(stmt, READ_CHANGE),
		.table = stmt_text(stmt, READ_TABLE),
		.record = stmt_int(stmt, READ_RECORD),
		.version = stmt_int(stmt, READ_VERSION),
		.is_new = stmt_int(stmt, READ_VERSION) == 1,
		.is_blanked = stmt_int(stmt, READ_BLANKED) != 0,
		.field = stmt_text(stmt, READ_FIELD),
		.old_value = stmt_text(stmt, READ_OLD),
		.new_value = stmt_text(stmt, READ_NEW),
	};
	if (strcmp(stmt_text(stmt, READ_OLD_TYPE), "object") != 0)
		return ERR_OK;
	code = find_old_text(reader, out, err);
	out->old_value = reader->old.s;
	*more = code == ERR_OK;
	return code;
}

void
journal_close(struct journal_reader *reader)
{
	if (reader == NULL)
		return;
	stmt_done(reader->stmt);
	strbuf_clear(&reader->old);
	free(reader);
}
