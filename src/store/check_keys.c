#include <string.h>

#include "base/xalloc.h"
#include "store/check_private.h"

/* FNV-1a over the key, then splitmix64's finish over all of it. */
static uint64_t
hash_key(int list, const char *key, int64_t id)
{
	uint64_t hash = 0xcbf29ce484222325;

	for (; *key != '\0'; key++)
		hash = (hash ^ (unsigned char)*key) * 0x100000001b3;
	hash ^= (uint64_t)id * 0x9e3779b97f4a7c15;
	hash += (uint64_t)list;
	hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
	hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
	return hash ^ (hash >> 31);
}

void
check_keys_add(struct key_sum *sum, int list, const char *key, int64_t id)
{
	sum->n++;
	sum->sum += hash_key(list, key, id);
}

static struct key_sum *
sum_of_list(struct check *check, struct key_sum *sums, int list)
{
	const struct store *store = check->store;

	for (size_t i = 0; i < store->n_tables; i++)
		if (store->tables[i]->number == list / FIND_LISTS)
			return &sums[i];
	return &sums[store->n_tables];
}

/* Fills sums[], one a table and one for the keys of no table. */
static enum err_code
sum_up(struct check *check, struct key_sum *sums, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row = true;
	int list;

	code = stmt_open(check->store,
		"SELECT list, key, id FROM main.found", &stmt, err);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		list = (int)stmt_int(stmt, 0);
		check_keys_add(sum_of_list(check, sums, list), list,
			stmt_text(stmt, 1), stmt_int(stmt, 2));
		code = check_tick(check, err);
		if (code != ERR_OK)
			break;
	}
	stmt_done(stmt);
	return code;
}

static enum err_code
check_key_stands(struct check *check, const struct table_row *row,
	const struct find_key *key, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool found;
	id_text id;

	code = stmt_open(check->store,
		"SELECT 1 FROM main.find_key WHERE list = ? AND key = ?"
		" AND place = ? - (SELECT number << 32 FROM main.site"
		"  WHERE first = 1)", &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, find_list(row->table->number, key->kind));
	stmt_bind_text(stmt, 2, key->key);
	stmt_bind_int(stmt, 3, row->id);
	code = stmt_step(stmt, &found, err);
	stmt_done(stmt);
	if (code != ERR_OK || found)
		return code;
	site_id_to_text(row->id, id);
	check_fault(check,
		/* TRANSLATORS: table and number of a record, a search key */
		_("%s %s is not found under \"%s\"."), row->table->name, id,
		key->key);
	return ERR_OK;
}

/* Keys that should stand and do not. */
static enum err_code
name_missing(struct check *check, const struct table *table, struct err *err)
{
	struct derived derived = DERIVED_INIT;
	struct table_row row;
	enum err_code code;

	code = table_row_open(check->store, table, 0, &row, err);
	if (code == ERR_OK)
		code = table_row_next(&row, err);
	while (code == ERR_OK && !row.at_end) {
		table_row_derive(&row, &derived);
		for (size_t i = 0; code == ERR_OK && i < derived.keys.n; i++)
			code = check_key_stands(check, &row,
				&derived.keys.items[i], err);
		if (code == ERR_OK)
			code = table_row_next(&row, err);
	}
	table_row_close(&row);
	derived_clear(&derived);
	return code;
}

static enum err_code
check_key_follows(struct check *check, const struct table *table, int list,
	const char *key, int64_t id, struct err *err)
{
	struct derived derived = DERIVED_INIT;
	struct table_row row;
	enum err_code code;
	bool follows = false;
	id_text text;

	code = table_row_open(check->store, table, id, &row, err);
	if (code == ERR_OK)
		code = table_row_next(&row, err);
	if (code == ERR_OK && !row.at_end)
		table_row_derive(&row, &derived);
	for (size_t i = 0; i < derived.keys.n; i++)
		follows = follows ||
			(find_list(table->number,
				 derived.keys.items[i].kind) == list &&
				strcmp(derived.keys.items[i].key, key) == 0);
	site_id_to_text(id, text);
	if (code == ERR_OK && !follows)
		check_fault(check,
			_("%s %s is found under \"%s\", which it does not "
			  "have."), table->name, text, key);
	table_row_close(&row);
	derived_clear(&derived);
	return code;
}

/* Keys that stand and should not. */
static enum err_code
name_extra(struct check *check, const struct table *table, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row = true;

	code = stmt_open(check->store,
		"SELECT list, key, id FROM main.found"
		" WHERE list >= ? AND list < ?", &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, find_list(table->number, 0));
	stmt_bind_int(stmt, 2, find_list(table->number + 1, 0));
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row) {
		code = check_key_follows(check, table,
			(int)stmt_int(stmt, 0), stmt_text(stmt, 1),
			stmt_int(stmt, 2), err);
		if (code != ERR_OK)
			break;
	}
	stmt_done(stmt);
	return code;
}

static enum err_code
compare_sums(struct check *check, const struct key_sum *sums, struct err *err)
{
	const struct store *store = check->store;
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < store->n_tables; i++) {
		if (sums[i].n == check->expected[i].n &&
			sums[i].sum == check->expected[i].sum)
			continue;
		code = name_missing(check, store->tables[i], err);
		if (code == ERR_OK)
			code = name_extra(check, store->tables[i], err);
	}
	if (sums[store->n_tables].n != 0)
		check_fault(check,
			_("There are search keys of no kind of record."));
	return code;
}

enum err_code
check_keys(struct check *check, struct err *err)
{
	struct key_sum *sums;
	enum err_code code;

	check_begin_step(check, _("checking the search keys"), 0);
	sums = xcalloc(check->store->n_tables + 1, sizeof(*sums));
	code = sum_up(check, sums, err);
	if (code == ERR_OK)
		code = compare_sums(check, sums, err);
	free(sums);
	return code;
}
