#include "records/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "records/load.h"
#include "records/query_sql.h"
#include "records/row.h"
#include "store/site.h"
#include "store/stmt.h"

enum { EACH_PAGE = 500 };

/* Rows of open_select(), which asks for one more. */
#define NO_LIMIT ((size_t)INT64_MAX - 1)

void
query_init(struct query *query, const struct record_type *type)
{
	*query = (struct query){.type = type, .words = xstrdup(""),
		.as_of = xstrdup(""), .descending = type->newest_first};
}

void
query_copy(struct query *to, const struct query *from)
{
	query_init(to, from->type);
	query_set_words(to, from->words);
	query_set_order(to, from->order, from->descending);
	free(to->as_of);
	to->as_of = xstrdup(from->as_of);
	to->removed = from->removed;
	to->due = from->due;
	for (size_t i = 0; i < from->filters.n; i++)
		query_set_filter(to, from->filters.items[i].path,
			from->filters.items[i].value);
}

void
query_clear(struct query *query)
{
	for (size_t i = 0; i < query->filters.n; i++) {
		free(query->filters.items[i].path);
		free(query->filters.items[i].value);
	}
	vec_clear(&query->filters);
	free(query->order);
	free(query->words);
	free(query->as_of);
	query->order = query->words = query->as_of = NULL;
}

void
query_set_words(struct query *query, const char *words)
{
	free(query->words);
	query->words = xstrdup(words);
}

void
query_set_order(struct query *query, const char *path, bool descending)
{
	free(query->order);
	query->order = path != NULL ? xstrdup(path) : NULL;
	query->descending = path != NULL ? descending
					 : query->type->newest_first;
}

void
query_set_filter(struct query *query, const char *path, const char *value)
{
	struct query_filter filter;

	for (size_t i = 0; i < query->filters.n; i++) {
		if (strcmp(query->filters.items[i].path, path) != 0)
			continue;
		free(query->filters.items[i].path);
		free(query->filters.items[i].value);
		query->filters.items[i] =
			query->filters.items[--query->filters.n];
		break;
	}
	if (value == NULL)
		return;
	filter = (struct query_filter){xstrdup(path), xstrdup(value)};
	vec_push(&query->filters, filter);
}

void
query_page_clear(struct query_page *page)
{
	for (size_t i = 0; i < page->n; i++) {
		for (size_t j = 0; j < page->n_cells; j++)
			free(page->rows[i].cells[j]);
		free(page->rows[i].cells);
		free(page->rows[i].key);
	}
	free(page->rows);
	*page = (struct query_page){0};
}

/* The columns wanted, then the order's, in one statement. */
static enum err_code
open_select(struct store *store, const struct query *query,
	struct query_sql *sql, const struct strbuf *columns, const char *key,
	int64_t id, bool backward, size_t n, struct stmt **stmt,
	struct err *err)
{
	struct query_target target = query_order_target(query);
	struct strbuf order = STRBUF_INIT, text = STRBUF_INIT;
	bool down = query->descending != backward;
	enum err_code code;
	int next;

	query_sql_where(sql, query, store);
	query_sql_order(sql, &target, &order);
	strbuf_addf(&text, "SELECT %s, %s FROM %s t%s%s", columns->s, order.s,
		query->type->name, sql->joins.s, sql->where.s);
	if (key != NULL)
		strbuf_addf(&text, " AND (%s, t.id) %s (?, ?)", order.s,
			down ? "<" : ">");
	strbuf_addf(&text, " ORDER BY %s%s, t.id%s LIMIT ?", order.s,
		down ? " DESC" : "", down ? " DESC" : "");
	code = stmt_open(store, text.s, stmt, err);
	strbuf_clear(&text);
	strbuf_clear(&order);
	if (code != ERR_OK)
		return code;
	next = query_sql_bind(sql, *stmt);
	if (key != NULL) {
		query_bind_key(&target, *stmt, next++, key);
		stmt_bind_int(*stmt, next++, id);
	}
	stmt_bind_int(*stmt, next, (int64_t)n + 1);
	return ERR_OK;
}

static void
read_cells(const struct query_target *targets, size_t n,
	const struct stmt *stmt, struct query_row *row)
{
	row->id = stmt_int(stmt, 0);
	row->key = xstrdup(stmt_text(stmt, (int)n + 1));
	row->cells = xcalloc(n, sizeof(*row->cells));
	for (size_t i = 0; i < n; i++) {
		struct strbuf cell = STRBUF_INIT;
		char text[SITE_ID_TEXT_SIZE];

		if (targets[i].field != NULL) {
			row_value(targets[i].field, stmt, (int)i + 1, &cell);
		} else if (strcmp(targets[i].column, "id") == 0) {
			site_id_to_text(row->id, text);
			strbuf_add(&cell, text);
		}
		row->cells[i] = strbuf_detach(&cell);
	}
}

/* Ids of references become titles, once the statement is closed. */
static void
name_references(struct store *store, const struct record_type *type,
	const struct query_target *targets, struct query_page *page)
{
	for (size_t i = 0; i < page->n; i++)
		for (size_t j = 0; j < page->n_cells; j++) {
			struct strbuf title = STRBUF_INIT;
			char **cell = &page->rows[i].cells[j];
			const struct field_type *field = targets[j].field;
			int64_t id;

			if (strcmp(targets[j].column, "title") == 0)
				record_title_of(store, type, page->rows[i].id,
					&title);
			else if (field != NULL && field->kind == FIELD_REF &&
				site_id_from_text(*cell, &id))
				record_title_of(store, field_ref(field), id,
					&title);
			else
				continue;
			free(*cell);
			*cell = strbuf_detach(&title);
		}
}

static void
turn_around(struct query_page *page)
{
	for (size_t i = 0; i < page->n / 2; i++) {
		struct query_row row = page->rows[i];

		page->rows[i] = page->rows[page->n - 1 - i];
		page->rows[page->n - 1 - i] = row;
	}
}

static enum err_code
read_page(struct stmt *stmt, const struct query_target *targets,
	size_t n_targets, size_t n, struct query_page *page, struct err *err)
{
	enum err_code code;
	bool found;

	page->rows = xcalloc(n, sizeof(*page->rows));
	page->n_cells = n_targets;
	while ((code = stmt_step(stmt, &found, err)) == ERR_OK && found) {
		if (page->n == n) {
			page->more = true;
			break;
		}
		read_cells(targets, n_targets, stmt, &page->rows[page->n++]);
	}
	return code;
}

static size_t
count_paths(const struct record_type *type)
{
	size_t n = 0;

	while (n < RECORD_MAX_PATHS && type->list[n] != NULL)
		n++;
	return n;
}

enum err_code
query_load(struct store *store, const struct query *query,
	const char *const *paths, size_t n_paths, const char *key, int64_t id,
	bool backward, size_t n, struct query_page *page, struct err *err)
{
	struct query_sql sql = QUERY_SQL_INIT;
	struct strbuf columns = STRBUF_INIT;
	struct query_target *targets;
	struct stmt *stmt = NULL;
	enum err_code code;

	*page = (struct query_page){0};
	if (paths == NULL) {
		paths = query->type->list;
		n_paths = count_paths(query->type);
	}
	targets = xcalloc(n_paths, sizeof(*targets));
	strbuf_add(&columns, "t.id");
	for (size_t i = 0; i < n_paths; i++) {
		targets[i] = query_resolve(query->type, paths[i]);
		strbuf_add(&columns, ", ");
		if (targets[i].field != NULL)
			query_sql_column(&sql, &targets[i], &columns);
		else
			strbuf_add(&columns, "NULL");
	}
	code = open_select(store, query, &sql, &columns, key, id, backward,
		n, &stmt, err);
	if (code == ERR_OK)
		code = read_page(stmt, targets, n_paths, n, page, err);
	stmt_done(stmt);
	if (code == ERR_OK) {
		if (backward)
			turn_around(page);
		name_references(store, query->type, targets, page);
	} else {
		query_page_clear(page);
	}
	free(targets);
	strbuf_clear(&columns);
	query_sql_clear(&sql);
	return code;
}

enum err_code
query_locate(struct store *store, const struct query *query, int64_t id,
	struct strbuf *key, struct err *err)
{
	struct query_sql sql = QUERY_SQL_INIT;
	struct query_target target = query_order_target(query);
	struct strbuf text = STRBUF_INIT, order = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool found = false;

	query_sql_where(&sql, query, store);
	query_sql_order(&sql, &target, &order);
	strbuf_addf(&text, "SELECT %s FROM %s t%s%s AND t.id = ?", order.s,
		query->type->name, sql.joins.s, sql.where.s);
	code = stmt_open(store, text.s, &stmt, err);
	if (code == ERR_OK) {
		stmt_bind_int(stmt, query_sql_bind(&sql, stmt), id);
		code = stmt_step(stmt, &found, err);
		if (code == ERR_OK && found)
			strbuf_add(key, stmt_text(stmt, 0));
		stmt_done(stmt);
	}
	strbuf_clear(&text);
	strbuf_clear(&order);
	query_sql_clear(&sql);
	return code == ERR_OK && !found ? ERR_ABSENT : code;
}

const struct field_type *
query_field(const struct record_type *type, const char *path)
{
	return query_resolve(type, path).field;
}

enum err_code
query_count(struct store *store, const struct query *query, int64_t limit,
	int64_t *n, struct err *err)
{
	struct query_sql sql = QUERY_SQL_INIT;
	struct strbuf text = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool found;

	if (query_sql_keys(&sql, query)) {
		strbuf_addf(&text, "SELECT count(*) FROM (%s LIMIT ?)",
			sql.where.s);
	} else {
		query_sql_where(&sql, query, store);
		strbuf_addf(&text, "SELECT count(*)"
			" FROM (SELECT 1 FROM %s t%s%s LIMIT ?)",
			query->type->name, sql.joins.s, sql.where.s);
	}
	code = stmt_open(store, text.s, &stmt, err);
	if (code == ERR_OK) {
		stmt_bind_int(stmt, query_sql_bind(&sql, stmt),
			limit > 0 ? limit : -1);
		code = stmt_step(stmt, &found, err);
		*n = code == ERR_OK ? stmt_int(stmt, 0) : 0;
		stmt_done(stmt);
	}
	strbuf_clear(&text);
	query_sql_clear(&sql);
	return code;
}

bool
query_can_sort(struct store *store, const struct query *query,
	const char *path)
{
	struct query sorted = *query;
	struct query_target target;
	int64_t n;

	sorted.order = (char *)path;
	target = query_order_target(&sorted);
	if (target.through == NULL &&
		(target.field == NULL || target.field->flags & FIELD_SORTED))
		return true;
	return query_count(store, query, QUERY_SORT_MAX + 1, &n, NULL) ==
		ERR_OK && n <= QUERY_SORT_MAX;
}

/* One page of whole records; *key and *id move on to the last of them. */
static enum err_code
each_page(struct store *store, const struct query *query,
	struct record records[EACH_PAGE], size_t *n, char **key, int64_t *id,
	struct err *err)
{
	struct query_sql sql = QUERY_SQL_INIT;
	struct strbuf columns = STRBUF_INIT;
	struct stmt *stmt = NULL;
	enum err_code code;
	bool found;

	*n = 0;
	row_add_columns(query->type, "t", &columns);
	code = open_select(store, query, &sql, &columns, *key, *id, false,
		EACH_PAGE - 1, &stmt, err);
	while (code == ERR_OK && *n < EACH_PAGE &&
		(code = stmt_step(stmt, &found, err)) == ERR_OK && found) {
		row_read(query->type, stmt, 0, &records[(*n)++]);
		free(*key);
		*key = xstrdup(stmt_text(stmt,
			ROW_FIRST_FIELD + (int)query->type->n_fields));
		*id = records[*n - 1].id;
	}
	stmt_done(stmt);
	strbuf_clear(&columns);
	query_sql_clear(&sql);
	return code;
}

enum err_code
query_each(struct store *store, const struct query *query,
	enum err_code (*each)(void *data, const struct record *record,
		struct err *err),
	void *data, struct err *err)
{
	struct record *records = xcalloc(EACH_PAGE, sizeof(*records));
	char *key = NULL;
	int64_t id = 0;
	enum err_code code;
	size_t n;

	do {
		code = each_page(store, query, records, &n, &key, &id, err);
		for (size_t i = 0; i < n; i++) {
			if (code == ERR_OK)
				code = each(data, &records[i], err);
			record_clear(&records[i]);
		}
	} while (code == ERR_OK && n == EACH_PAGE);
	free(key);
	free(records);
	return code;
}

enum err_code
query_each_row(struct store *store, const struct query *query,
	const char *const *paths, size_t n_paths,
	enum err_code (*each)(void *data, const struct query_row *row,
		struct err *err),
	void *data, struct err *err)
{
	struct query_page page = {0};
	char *key = NULL;
	int64_t id = 0;
	enum err_code code;
	bool more;

	do {
		code = query_load(store, query, paths, n_paths, key, id, false,
			EACH_PAGE, &page, err);
		more = code == ERR_OK && page.more;
		for (size_t i = 0; code == ERR_OK && i < page.n; i++)
			code = each(data, &page.rows[i], err);
		if (more) {
			free(key);
			key = xstrdup(page.rows[page.n - 1].key);
			id = page.rows[page.n - 1].id;
		}
		query_page_clear(&page);
	} while (code == ERR_OK && more);
	free(key);
	return code;
}

enum err_code
query_scan(struct store *store, const struct query *query,
	enum err_code (*each)(void *data, const struct stmt *row,
		struct err *err),
	void *data, struct err *err)
{
	struct query_sql sql = QUERY_SQL_INIT;
	struct strbuf columns = STRBUF_INIT;
	struct stmt *stmt = NULL;
	enum err_code code;
	bool found;

	row_add_columns(query->type, "t", &columns);
	code = open_select(store, query, &sql, &columns, NULL, 0, false,
		NO_LIMIT, &stmt, err);
	while (code == ERR_OK &&
		(code = stmt_step(stmt, &found, err)) == ERR_OK && found)
		code = each(data, stmt, err);
	stmt_done(stmt);
	strbuf_clear(&columns);
	query_sql_clear(&sql);
	return code;
}
