#include "store/change.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "store/change_private.h"

static void
change_free(struct change *change)
{
	for (size_t i = 0; i < change->gates.n; i++)
		gate_close(&change->gates.items[i]);
	vec_clear(&change->gates);
	defer_end(change);
	strvec_clear(&change->indexes);
	vec_clear(&change->owed);
	stmt_done(change->add_key);
	stmt_done(change->remove_key);
	stmt_done(change->log);
	derived_clear(&change->old_derived);
	derived_clear(&change->new_derived);
	strbuf_clear(&change->fields);
	for (size_t i = 0; i < sizeof(change->texts) / sizeof(char *); i++)
		free(change->texts[i]);
	change->store->change = NULL;
	free(change);
}

static enum err_code
open_statements(struct change *change, struct err *err)
{
	const struct {
		struct stmt **stmt;
		const char *sql;
	} needed[] = {
		{&change->add_key,
			"INSERT INTO main.find_key (list, key, place)"
			" VALUES (?1, ?2, ?3)"},
		{&change->remove_key,
			"DELETE FROM main.find_key WHERE list = ?1"
			" AND key = ?2 AND place = ?3"},
		{&change->log,
			"INSERT INTO main.journal (id, change_id, type,"
			" record_id, version, fields, salt, hash)"
			" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"},
	};
	enum err_code code = ERR_OK;

	for (size_t i = 0;
		code == ERR_OK && i < sizeof(needed) / sizeof(needed[0]); i++)
		code = stmt_open_as(change->store, GUARD_GATE, needed[i].sql,
			needed[i].stmt, err);
	return code;
}

/* The next number of the site; a line at its end goes on as a new site. */
static enum err_code
draw_id(struct change *change, int64_t *id, struct err *err)
{
	struct site_line *site = &change->store->site;
	enum err_code code = ERR_OK;

	if (site->serial == UINT32_MAX) {
		code = site_put(change->store, err);
		if (code == ERR_OK)
			code = site_draw(change->store, err);
	}
	if (code != ERR_OK)
		change->broken = true;
	*id = site_make_id(site->number, ++site->serial);
	return code;
}

static void
fill_head(struct change *change, const struct change_info *info)
{
	const struct world *world = change->store->world;
	struct journal_head *head = &change->head;

	change->texts[0] = xstrdup(info->operator_name);
	change->texts[1] = xstrdup(info->action);
	change->texts[2] = text_clean(info->reason, strlen(info->reason));
	head->at = world->now(world);
	head->operator_id = info->operator_id;
	head->undoes = info->undoes;
	change->takes_back = info->takes_back;
	head->draft = info->draft;
	head->operator_name = change->texts[0];
	head->account = world->account;
	head->host = world->host;
	head->action = change->texts[1];
	head->reason = change->texts[2];
}

/* What is decided under the lock. */
static enum err_code
finish_head(struct change *change, struct err *err)
{
	struct journal_head *head = &change->head;
	enum err_code code;

	change->before = change->store->site;
	code = site_take(change->store, err);
	if (code == ERR_OK)
		code = stmt_one_int(change->store,
			"SELECT ifnull(max(lamport), 0) + 1"
			" FROM main.change_head", &head->lamport, err);
	if (code == ERR_OK)
		code = draw_id(change, &head->id, err);
	if (code == ERR_OK)
		journal_hash_head(head, change->digest);
	return code;
}

enum err_code
change_begin(struct store *store, const struct change_info *info,
	struct change **out, struct err *err)
{
	struct change *change;
	enum err_code code;

	assert(store->change == NULL);
	*out = NULL;
	code = store_begin_write(store, info->operator_name, info->action, err);
	if (code != ERR_OK)
		return code;
	change = xcalloc(1, sizeof(*change));
	change->store = store;
	derived_init(&change->old_derived);
	derived_init(&change->new_derived);
	strbuf_init(&change->fields);
	store->change = change;
	fill_head(change, info);
	code = finish_head(change, err);
	if (code == ERR_OK)
		code = open_statements(change, err);
	if (code != ERR_OK) {
		change_abandon(change);
		return code;
	}
	*out = change;
	return ERR_OK;
}

int64_t
change_id(const struct change *change)
{
	return change->head.id;
}

struct store *
change_store(const struct change *change)
{
	return change->store;
}

int64_t
change_operator(const struct store *store)
{
	return store->change != NULL ? store->change->head.operator_id : 0;
}

int64_t
change_takes_back(const struct store *store)
{
	return store->change != NULL ? store->change->takes_back : 0;
}

enum err_code
change_made(struct store *store, int64_t id, bool *made, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;

	*made = false;
	if (store->change == NULL)
		return ERR_OK;
	code = stmt_open(store,
		"SELECT 1 FROM main.journal WHERE record_id = ?1"
		" AND version = 1 AND change_id = ?2", &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, id);
	stmt_bind_int(stmt, 2, store->change->head.id);
	code = stmt_step(stmt, made, err);
	stmt_done(stmt);
	return code;
}

void
change_owe(struct change *change, const struct table *table, int64_t id)
{
	struct owed owed = {table, id};

	for (size_t i = change->owed.n; i-- > 0;)
		if (change->owed.items[i].id == id)
			return;
	vec_push(&change->owed, owed);
}

enum err_code
change_settle(struct change *change, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < change->owed.n; i++)
		code = change->owed.items[i].table->settle(change->store,
			change->owed.items[i].table, change->owed.items[i].id,
			err);
	change->owed.n = 0;
	return code;
}

int64_t
change_draw_id(struct change *change)
{
	int64_t id;

	draw_id(change, &id, NULL);
	return id;
}

void
change_progress(struct change *change, struct job *job, const char *step,
	uint64_t done, uint64_t total)
{
	job_progress(job, step, done, total);
	store_tell(change->store, done, total);
}

size_t
change_n_saved(const struct change *change)
{
	return change->n_saved;
}

static enum err_code
write_journal(struct change *change, enum touch_kind kind, const char *type,
	int64_t record, int64_t version, struct err *err)
{
	struct site_line *site = &change->store->site;
	const struct world *world = change->store->world;
	unsigned char salt[SEAL_SALT_SIZE], hash[SEAL_HASH_SIZE];
	struct journal_row row = {
		.type = type,
		.record = record,
		.version = version,
		.fields = change->fields.s,
		.fields_len = change->fields.len,
		.salt = salt,
	};
	struct stmt *log = change->log;
	struct touch touch = {kind, "journal", SQLITE_INSERT, 0, 0};
	enum err_code code;

	code = draw_id(change, &row.id, err);
	if (code != ERR_OK)
		return code;
	touch.id = row.id;
	world->random(world, salt, sizeof(salt));
	journal_hash_row(site->hash, &change->head, change->digest, &row,
		hash);
	stmt_bind_int(log, 1, row.id);
	stmt_bind_int(log, 2, change->head.id);
	stmt_lend_text(log, 3, type);
	stmt_bind_int(log, 4, record);
	stmt_bind_int(log, 5, version);
	stmt_lend_text(log, 6, row.fields);
	stmt_lend_blob(log, 7, salt, sizeof(salt));
	stmt_lend_blob(log, 8, hash, sizeof(hash));
	code = guard_run(change->store, log, &touch, err);
	if (code != ERR_OK)
		return code;
	memcpy(site->hash, hash, sizeof(hash));
	change->n_rows++;
	return ERR_OK;
}

/*
 * The record, its keys and its journal row.  A record that a rule of the
 * database refuses has left nothing behind; any later failure has.
 */
static enum err_code
write_all(struct change *change, struct gate *gate, struct change_row *row,
	int64_t version, struct err *err)
{
	enum err_code code;

	code = gate_write(change, gate, row, version, err);
	if (code != ERR_OK) {
		change->broken = code != ERR_INVALID;
		return code;
	}
	code = gate_write_keys(change, gate, row->id, err);
	if (code == ERR_OK)
		code = write_journal(change, TOUCH_JOURNAL, row->table->name,
			row->id, version, err);
	if (code != ERR_OK) {
		change->broken = true;
		return code;
	}
	gate_count(gate, row, version);
	row->version = version;
	change->n_saved++;
	return ERR_OK;
}

/* Removed records are not found. */
static void
derive(const struct table *table, const char *const *values, bool deleted,
	struct derived *derived)
{
	derived_reset(derived);
	table->derive(table, values, derived);
	if (deleted)
		derived_reset_keys(derived);
}

/* One id names one thing, whatever table it is in. */
static enum err_code
check_unused(struct change *change, int64_t id, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	id_text text;
	bool used;

	code = stmt_open(change->store,
		"SELECT 1 FROM main.journal WHERE record_id = ? LIMIT 1",
		&stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, id);
	code = stmt_step(stmt, &used, err);
	stmt_done(stmt);
	if (code != ERR_OK || !used)
		return code;
	site_id_to_text(id, text);
	return err_set(err, ERR_INVALID,
		_("There is already a record with the number %s."), text);
}

/* An id of our own site from elsewhere must not be given out once more. */
static enum err_code
take_id(struct change *change, struct change_row *row, struct err *err)
{
	struct site_line *site = &change->store->site;
	enum err_code code;
	id_text text;

	if (row->id == 0)
		return draw_id(change, &row->id, err);
	if (site_id_is_of_form(row->id)) {
		site_id_to_text(row->id, text);
		return err_set(err, ERR_INVALID,
			_("%s is no number of a record; leave it empty, and "
			  "the record gets one."), text);
	}
	code = check_unused(change, row->id, err);
	if (code == ERR_OK && site_of_id(row->id) == site->number &&
		site_serial_of_id(row->id) > site->serial)
		site->serial = site_serial_of_id(row->id);
	return code;
}

static enum err_code
add(struct change *change, struct gate *gate, struct change_row *row,
	struct err *err)
{
	int64_t asked = row->id;
	enum err_code code;

	code = take_id(change, row, err);
	if (code == ERR_OK) {
		derived_reset(&change->old_derived);
		derive(gate->table, row->values, row->deleted,
			&change->new_derived);
		fields_of_new(row, &change->fields);
		code = write_all(change, gate, row, 1, err);
	}
	if (code != ERR_OK)
		row->id = asked;
	return code;
}

static enum err_code
check_version(const struct change_row *row, int64_t version, struct err *err)
{
	id_text text;

	if (version == row->version)
		return ERR_OK;
	if (version != 0)
		return err_set(err, ERR_STALE,
			_("Somebody else has saved this record meanwhile; look "
			  "at it again before you save."));
	site_id_to_text(row->id, text);
	return err_set(err, ERR_ABSENT, _("There is no record %s."), text);
}

static enum err_code
alter(struct change *change, struct gate *gate, struct change_row *row,
	enum change_did *did, struct err *err)
{
	int64_t version;
	enum err_code code;

	code = gate_load(gate, row->id, &version, err);
	if (code == ERR_OK)
		code = check_version(row, version, err);
	if (code == ERR_OK &&
		fields_of_change(gate, row, &change->fields)) {
		derive(gate->table, gate->old_values, gate->old_deleted,
			&change->old_derived);
		derive(gate->table, row->values, row->deleted,
			&change->new_derived);
		code = write_all(change, gate, row, version + 1, err);
		*did = CHANGE_CHANGED;
	}
	stmt_reset(gate->load);
	return code;
}

static enum err_code
refuse_broken(struct err *err)
{
	return err_set(err, ERR_STORE,
		_("An earlier part of this change failed; nothing of it was "
		  "saved."));
}

enum err_code
change_save(struct change *change, struct change_row *row,
	enum change_did *did, struct err *err)
{
	enum change_did done = CHANGE_NOTHING;
	struct gate *gate;
	enum err_code code;

	if (change->broken)
		return refuse_broken(err);
	code = gate_open(change, row->table, &gate, err);
	if (code == ERR_OK)
		code = gate_check(gate, row, err);
	if (code != ERR_OK)
		return code;
	strbuf_reset(&change->fields);
	if (row->version == 0) {
		done = CHANGE_ADDED;
		code = add(change, gate, row, err);
	} else {
		code = alter(change, gate, row, &done, err);
	}
	if (code == ERR_OK && did != NULL)
		*did = done;
	return code;
}

enum err_code
change_note(struct change *change, const char *table, int64_t record,
	const char *note, struct err *err)
{
	char *clean = text_clean(note, strlen(note));
	enum err_code code;

	strbuf_reset(&change->fields);
	fields_of_one("note", clean, &change->fields);
	free(clean);
	code = write_journal(change, TOUCH_OWN, table, record, 0, err);
	if (code != ERR_OK)
		change->broken = true;
	return code;
}

static enum err_code
write_head(struct change *change, struct err *err)
{
	const struct journal_head *head = &change->head;
	const struct touch touch = {
		TOUCH_OWN, "change_head", SQLITE_INSERT, head->id, 0};
	const int64_t numbers[] = {head->id, head->lamport, head->at,
		head->operator_id, head->undoes, head->draft,
		(int64_t)change->n_rows};
	const char *const texts[] = {head->operator_name, head->account,
		head->host, head->action, head->reason};
	struct stmt *stmt;
	enum err_code code;
	int n = 1;

	code = stmt_open_as(change->store, GUARD_GATE,
		"INSERT INTO main.change_head (id, lamport, at, operator_id,"
		" undoes, draft, n_rows, operator_name, account, host, action,"
		" reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", &stmt,
		err);
	if (code != ERR_OK)
		return code;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		stmt_bind_int(stmt, n++, numbers[i]);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		stmt_bind_text(stmt, n++, texts[i]);
	code = guard_run(change->store, stmt, &touch, err);
	stmt_done(stmt);
	return code;
}

static enum err_code
write_count(struct change *change, struct stmt *stmt, const struct gate *gate,
	struct err *err)
{
	const struct touch touch = {
		TOUCH_OWN, "change_count", SQLITE_INSERT, 0, 0};

	stmt_bind_int(stmt, 1, change->head.id);
	stmt_bind_text(stmt, 2, gate->table->name);
	stmt_bind_int(stmt, 3, gate->n_new);
	stmt_bind_int(stmt, 4, gate->n_changed);
	stmt_bind_int(stmt, 5, gate->n_removed);
	stmt_bind_int(stmt, 6, gate->n_back);
	return guard_run(change->store, stmt, &touch, err);
}

/* So that a list of changes need not read a million rows to count them. */
static enum err_code
write_counts(struct change *change, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;

	code = stmt_open_as(change->store, GUARD_GATE,
		"INSERT INTO main.change_count (change_id, type, n_new,"
		" n_changed, n_removed, n_back) VALUES (?1, ?2, ?3, ?4, ?5,"
		" ?6)", &stmt, err);
	for (size_t i = 0; code == ERR_OK && i < change->gates.n; i++) {
		const struct gate *gate = &change->gates.items[i];

		if (gate->n_new + gate->n_changed + gate->n_removed +
			gate->n_back > 0)
			code = write_count(change, stmt, gate, err);
	}
	stmt_done(stmt);
	return code;
}

enum err_code
change_commit(struct change *change, struct err *err)
{
	struct store *store = change->store;
	enum err_code code;

	if (change->broken || change->n_rows == 0) {
		code = change->broken ? refuse_broken(err) : ERR_OK;
		change_abandon(change);
		return code;
	}
	code = defer_finish(change, err);
	if (code == ERR_OK)
		code = change_settle(change, err);
	if (code == ERR_OK)
		code = write_head(change, err);
	if (code == ERR_OK)
		code = write_counts(change, err);
	if (code == ERR_OK)
		code = site_put(store, err);
	if (code != ERR_OK) {
		change_abandon(change);
		return code;
	}
	code = store_end_write(store, true, err);
	if (code != ERR_OK)
		store->site = change->before;
	change_free(change);
	return code;
}

void
change_abandon(struct change *change)
{
	struct store *store;

	if (change == NULL)
		return;
	store = change->store;
	for (size_t i = 0; i < change->gates.n; i++)
		stmt_reset(change->gates.items[i].load);
	store_end_write(store, false, NULL);
	store->site = change->before;
	change_free(change);
}

enum err_code
change_end(struct change *change, enum err_code code, struct err *err)
{
	if (code == ERR_OK)
		return change_commit(change, err);
	change_abandon(change);
	return code;
}
