#include "records/loose.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/find.h"
#include "records/load.h"
#include "store/stmt.h"

struct search {
	struct store *store;
	const struct record_type *type;
	const struct field_type *field;
	void (*each)(void *data, const char *sentence);
	void *data;
	uint64_t n;
};

/* Takes over the sentence. */
static void
tell(struct search *search, char *sentence)
{
	search->n++;
	search->each(search->data, sentence);
	free(sentence);
}

static void
name_one(struct store *store, const struct record_type *type, int64_t id,
	struct strbuf *out)
{
	const struct find_ids one = {&id, 1, 1};

	find_name_all(store, type, &one, out);
}

static enum err_code
tell_double(void *data, const struct find_ids *ids, struct err *err)
{
	struct search *search = data;
	struct strbuf names = STRBUF_INIT;

	(void)err;
	find_name_all(search->store, search->type, ids, &names);
	tell(search, xasprintf(
		/* TRANSLATORS: record type, field, records with their ids */
		_("%s: the same %s stands in several records, %s; correct or "
		  "remove the ones that are wrong."),
		term_word(&search->type->term),
		term_word(&search->field->term), names.s));
	strbuf_clear(&names);
	return ERR_OK;
}

static void
tell_dangling(struct search *search, int64_t from, int64_t to)
{
	struct strbuf names = STRBUF_INIT, removed = STRBUF_INIT;

	name_one(search->store, search->type, from, &names);
	name_one(search->store, field_ref(search->field), to, &removed);
	tell(search, xasprintf(
		/* TRANSLATORS: record type, record, field, other record */
		_("%s %s: as its %s it names %s, which has been removed; "
		  "choose another one, or bring that one back."),
		term_word(&search->type->term), names.s,
		term_word(&search->field->term), removed.s));
	strbuf_clear(&names);
	strbuf_clear(&removed);
}

/* That the record is not there at all is a fault, which check_run() tells. */
static enum err_code
find_dangling(struct search *search, struct err *err)
{
	const char *column = search->field->name;
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool row;

	strbuf_addf(&sql,
		"SELECT t.id, t.%s FROM %s t JOIN %s r ON r.id = t.%s "
		"WHERE t.deleted = 0 AND r.deleted <> 0 ORDER BY t.id",
		column, search->type->name, field_ref(search->field)->name,
		column);
	code = stmt_open(search->store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		tell_dangling(search, stmt_int(stmt, 0), stmt_int(stmt, 1));
	stmt_done(stmt);
	return code;
}

static void
tell_circle(struct search *search, int64_t id)
{
	struct strbuf name = STRBUF_INIT;

	name_one(search->store, search->type, id, &name);
	tell(search, xasprintf(
		/* TRANSLATORS: record type, record, field */
		_("%s %s: from its %s upwards one comes back to this record "
		  "itself; choose another one."),
		term_word(&search->type->term), name.s,
		term_word(&search->field->term)));
	strbuf_clear(&name);
}

/* A circle is told once, of its first record.  UNION leaves out what was there
 * already: it ends in circles too. */
static enum err_code
find_circles(struct search *search, struct err *err)
{
	const char *column = search->field->name, *table = search->type->name;
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool row;

	strbuf_addf(&sql,
		"WITH RECURSIVE above(first, id) AS ("
		"SELECT id, %s FROM %s WHERE deleted = 0 AND %s IS NOT NULL "
		"UNION SELECT above.first, t.%s FROM above "
		"JOIN %s t ON t.id = above.id "
		"WHERE t.deleted = 0 AND t.%s IS NOT NULL) "
		"SELECT first FROM above GROUP BY first "
		"HAVING min(id) = first AND max(id = first) ORDER BY first",
		column, table, column, column, table, column);
	code = stmt_open(search->store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	while ((code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		tell_circle(search, stmt_int(stmt, 0));
	stmt_done(stmt);
	return code;
}

static enum err_code
search_field(struct search *search, struct err *err)
{
	enum err_code code = ERR_OK;

	if (search->field->flags & FIELD_UNIQUE)
		code = find_doubles(search->store, search->type, search->field,
			tell_double, search, err);
	if (code == ERR_OK && search->field->kind == FIELD_REF)
		code = find_dangling(search, err);
	if (code == ERR_OK && search->field->kind == FIELD_REF &&
		field_ref(search->field) == search->type)
		code = find_circles(search, err);
	return code;
}

static enum err_code
search_type(struct search *search, struct job *job, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < search->type->n_fields; i++) {
		if (job_cancelled(job))
			return err_set(err, ERR_CANCELLED,
				_("The check was stopped."));
		search->field = &search->type->fields[i];
		code = search_field(search, err);
	}
	return code;
}

enum err_code
loose_list(struct store *store, struct job *job,
	void (*each)(void *data, const char *sentence), void *data,
	uint64_t *n, struct err *err)
{
	struct search search = {.store = store, .each = each, .data = data};
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		job_progress(job, _("looking for loose ends"), i,
			record_types_n);
		search.type = record_types[i];
		code = search_type(&search, job, err);
	}
	*n = search.n;
	return code;
}
