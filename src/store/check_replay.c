#include <string.h>

#include "base/xalloc.h"
#include "store/check_private.h"

/*
 * The journal by record, each record's rows in their order.  Only the rows of
 * one record are sorted at a time: the index gives the records in order.
 */
static const char select_rows[] =
	"SELECT j.record_id, j.type, j.version, j.id, e.key,"
	" CASE e.type WHEN 'array' THEN json_extract(e.value, '$[1]')"
	"  ELSE e.value END, " JOURNAL_IS_BLANKED
	" FROM main.journal j INDEXED BY journal_record"
	" CROSS JOIN main.change_head h ON h.id = j.change_id"
	" LEFT JOIN json_each(iif(json_valid(j.fields), j.fields, '{}')) e"
	" WHERE j.version > 0 AND j.record_id > 0"
	" ORDER BY j.record_id, h.lamport, j.id, e.id";

enum {
	COL_RECORD,
	COL_TYPE,
	COL_VERSION,
	COL_ROW,
	COL_FIELD,
	COL_VALUE,
	COL_BLANKED,
};

/* A record as the journal tells it. */
struct told {
	int64_t id; /* 0: none yet */
	size_t at;  /* its table among the store's; n_tables: unknown */
	int64_t version;
	bool deleted;
	bool knows_deleted;    /* no row that may have said it was blanked */
	struct strbuf *values; /* of the widest table */
	bool *knows;           /* the same of each of the values */
};

struct replay {
	struct check *check;
	struct table_row *rows; /* one a table of the store */
	struct derived derived;
	struct told told;
	size_t n_values;
};

static size_t
find_table(const struct store *store, const char *name)
{
	size_t i;

	for (i = 0; i < store->n_tables; i++)
		if (strcmp(store->tables[i]->name, name) == 0)
			break;
	return i;
}

static void
compare_derived(struct replay *replay, const struct table_row *row)
{
	struct check *check = replay->check;
	struct key_sum *sum = &check->expected[replay->told.at];
	struct derived *derived = &replay->derived;
	id_text id;

	table_row_derive(row, derived);
	for (size_t i = 0; i < derived->keys.n; i++)
		check_keys_add(sum, find_list(row->table->number,
				derived->keys.items[i].kind),
			derived->keys.items[i].key, row->id);
	if (strcmp(derived->sort_key.s, row->sort_key) == 0)
		return;
	site_id_to_text(row->id, id);
	check_fault(check,
		/* TRANSLATORS: table and number of a record */
		_("%s %s stands in the wrong place of its list."),
		row->table->name, id);
}

static void
compare(struct replay *replay, const struct table_row *row)
{
	const struct told *told = &replay->told;
	const struct table *table = row->table;
	struct check *check = replay->check;
	id_text id;

	site_id_to_text(row->id, id);
	for (size_t i = 0; i < table->n_columns; i++)
		if (told->knows[i] &&
			strcmp(told->values[i].s, row->values[i]) != 0)
			check_fault(check,
				/* TRANSLATORS: table, number, field */
				_("%s %s: the field %s is not as the journal "
				  "says."), table->name, id,
				table->columns[i].name);
	if (told->version != row->version)
		check_fault(check,
			_("%s %s was not saved as often as the journal says."),
			table->name, id);
	if (told->knows_deleted && told->deleted != row->deleted)
		check_fault(check,
			_("%s %s: whether it is removed is not as the journal "
			  "says."), table->name, id);
	if (!check->keys_are_old)
		compare_derived(replay, row);
	check->result->n_records++;
}

/* Rows of a table up to id, which the journal does not know. */
static enum err_code
skip_untold(struct replay *replay, struct table_row *row, int64_t id,
	struct err *err)
{
	enum err_code code = ERR_OK;
	id_text text;

	while (code == ERR_OK && !row->at_end && row->id < id) {
		site_id_to_text(row->id, text);
		check_fault(replay->check,
			_("%s %s is not in the journal."), row->table->name,
			text);
		code = table_row_next(row, err);
	}
	return code;
}

/* The record that was told wholly against its row. */
static enum err_code
end_record(struct replay *replay, struct err *err)
{
	const struct told *told = &replay->told;
	struct check *check = replay->check;
	struct table_row *row;
	enum err_code code;
	id_text id;

	if (told->id == 0 || told->at == check->store->n_tables)
		return ERR_OK;
	row = &replay->rows[told->at];
	code = skip_untold(replay, row, told->id, err);
	if (code != ERR_OK)
		return code;
	if (!row->at_end && row->id == told->id) {
		compare(replay, row);
		return table_row_next(row, err);
	}
	site_id_to_text(told->id, id);
	check_fault(check, _("%s %s is in the journal but not in its table."),
		row->table->name, id);
	return ERR_OK;
}

static enum err_code
begin_record(struct replay *replay, const struct stmt *stmt, struct err *err)
{
	struct told *told = &replay->told;
	enum err_code code;

	code = end_record(replay, err);
	if (code == ERR_OK)
		code = check_tick(replay->check, err);
	told->id = stmt_int(stmt, COL_RECORD);
	told->at = find_table(replay->check->store, stmt_text(stmt, COL_TYPE));
	told->deleted = false;
	told->knows_deleted = true;
	for (size_t i = 0; i < replay->n_values; i++) {
		strbuf_reset(&told->values[i]);
		told->knows[i] = true;
	}
	return code;
}

/* After a blanked row a value is known again from the next that tells it. */
static void
forget(struct replay *replay)
{
	struct told *told = &replay->told;

	told->knows_deleted = false;
	for (size_t i = 0; i < replay->n_values; i++)
		told->knows[i] = false;
}

/* Fields of a newer program have no column and are left alone. */
static void
tell(struct replay *replay, const struct stmt *stmt)
{
	struct told *told = &replay->told;
	const struct store *store = replay->check->store;
	const char *field = stmt_text(stmt, COL_FIELD);
	const char *value = stmt_text(stmt, COL_VALUE);
	const struct table *table;

	told->version = stmt_int(stmt, COL_VERSION);
	if (stmt_int(stmt, COL_BLANKED) != 0)
		forget(replay);
	if (strcmp(field, "deleted") == 0) {
		told->deleted = strcmp(value, "1") == 0;
		told->knows_deleted = true;
	}
	if (told->at == store->n_tables)
		return;
	table = store->tables[told->at];
	for (size_t i = 0; i < table->n_columns; i++) {
		if (strcmp(table->columns[i].name, field) != 0)
			continue;
		strbuf_reset(&told->values[i]);
		strbuf_add(&told->values[i], value);
		told->knows[i] = true;
		return;
	}
}

static bool
is_same_record(const struct replay *replay, const struct stmt *stmt)
{
	const struct told *told = &replay->told;

	return told->id == stmt_int(stmt, COL_RECORD) &&
		told->at == find_table(replay->check->store,
			stmt_text(stmt, COL_TYPE));
}

static enum err_code
walk(struct replay *replay, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool more = true;

	code = stmt_open(replay->check->store, select_rows, &stmt, err);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &more, err)) == ERR_OK && more) {
		if (!is_same_record(replay, stmt))
			code = begin_record(replay, stmt, err);
		if (code != ERR_OK)
			break;
		tell(replay, stmt);
	}
	stmt_done(stmt);
	if (code == ERR_OK)
		code = end_record(replay, err);
	return code;
}

static enum err_code
open_rows(struct replay *replay, struct err *err)
{
	struct check *check = replay->check;
	const struct store *store = check->store;
	enum err_code code = ERR_OK;

	for (size_t i = 0; i < store->n_tables; i++) {
		if (store->tables[i]->n_columns > replay->n_values)
			replay->n_values = store->tables[i]->n_columns;
		code = table_row_open(check->store, store->tables[i], 0,
			&replay->rows[i], err);
		if (code == ERR_OK)
			code = table_row_next(&replay->rows[i], err);
		if (code != ERR_OK)
			return code;
	}
	replay->told.values = xcalloc(replay->n_values + 1,
		sizeof(*replay->told.values));
	replay->told.knows = xcalloc(replay->n_values + 1,
		sizeof(*replay->told.knows));
	for (size_t i = 0; i < replay->n_values; i++)
		strbuf_init(&replay->told.values[i]);
	return code;
}

static void
close_rows(struct replay *replay)
{
	for (size_t i = 0; i < replay->check->store->n_tables; i++)
		table_row_close(&replay->rows[i]);
	for (size_t i = 0; replay->told.values != NULL && i < replay->n_values;
		i++)
		strbuf_clear(&replay->told.values[i]);
	free(replay->told.values);
	free(replay->told.knows);
	free(replay->rows);
	derived_clear(&replay->derived);
}

enum err_code
check_replay(struct check *check, struct err *err)
{
	const struct store *store = check->store;
	struct replay replay = {.check = check, .derived = DERIVED_INIT};
	enum err_code code;
	int64_t n_records;

	code = stmt_one_int(check->store,
		"SELECT count(*) FROM main.journal WHERE version = 1",
		&n_records, err);
	if (code != ERR_OK)
		return code;
	check_begin_step(check, _("comparing the records"),
		(uint64_t)n_records);
	replay.rows = xcalloc(store->n_tables + 1, sizeof(*replay.rows));
	code = open_rows(&replay, err);
	if (code == ERR_OK)
		code = walk(&replay, err);
	for (size_t i = 0; code == ERR_OK && i < store->n_tables; i++)
		code = skip_untold(&replay, &replay.rows[i], INT64_MAX, err);
	close_rows(&replay);
	return code;
}
