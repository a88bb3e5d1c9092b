#include "records/query.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/row.h"
#include "store/site.h"
#include "store/stmt.h"

enum { EACH_PAGE = 500 };

/* Past every character: what begins with a text lies between it and this. */
#define LAST_CHAR "\xf4\x8f\xbf\xbf"

void
query_init(struct query *query, const struct record_type *type)
{
	*query = (struct query){.type = type, .words = xstrdup(""),
		.as_of = xstrdup("")};
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
	query->descending = descending;
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

/* Where a path leads: the table of the type itself, or one reference away. */
struct target {
	const struct record_type *type; /* that the column belongs to */
	const struct field_type *through;    /* the reference, or NULL */
	const struct field_type *field;      /* NULL: sort_key, id or title */
	const char *column;
};

static struct target
resolve(const struct record_type *type, const char *path)
{
	const char *dot = strchr(path, '.');
	struct target target = {type, NULL, NULL, path};

	if (dot != NULL) {
		char *name = xstrndup(path, (size_t)(dot - path));

		target.through = record_field(type, name);
		assert(target.through != NULL);
		target.type = field_ref(target.through);
		target.column = dot + 1;
		free(name);
	}
	target.field = record_field(target.type, target.column);
	return target;
}

/* The SQL text being built and the values that will be bound to it. */
struct builder {
	struct strbuf joins;
	struct strbuf where;
	VEC(const struct field_type *) kinds; /* of each value; NULL: text */
	struct strvec values;
};

static void
builder_clear(struct builder *builder)
{
	strbuf_clear(&builder->joins);
	strbuf_clear(&builder->where);
	vec_clear(&builder->kinds);
	strvec_clear(&builder->values);
}

static void
add_value(struct builder *builder, const struct field_type *kind,
	const char *value)
{
	vec_push(&builder->kinds, kind);
	strvec_add(&builder->values, value);
}

/* The column of a path as SQL; joins the referenced table once. */
static void
add_column(struct builder *builder, const struct target *target,
	struct strbuf *sql)
{
	const char *through;
	char join[128];

	if (target->through == NULL) {
		strbuf_addf(sql, "t.%s", target->column);
		return;
	}
	through = target->through->name;
	snprintf(join, sizeof(join), " LEFT JOIN %s r_%s ON r_%s.id = t.%s",
		target->type->name, through, through, through);
	if (strstr(builder->joins.s, join) == NULL)
		strbuf_add(&builder->joins, join);
	strbuf_addf(sql, "r_%s.%s", through, target->column);
}

/* True where the column holds a number, NULL for nothing. */
static bool
is_number(const struct field_type *field)
{
	return field != NULL && (field->kind == FIELD_INT ||
		field->kind == FIELD_MONEY || field->kind == FIELD_REF);
}

static void
add_filters(const struct query *query, struct builder *builder)
{
	for (size_t i = 0; i < query->filters.n; i++) {
		const struct query_filter *filter = &query->filters.items[i];
		struct target target = resolve(query->type, filter->path);

		strbuf_add(&builder->where, " AND ");
		add_column(builder, &target, &builder->where);
		if (filter->value[0] == '\0' &&
			(target.through != NULL || is_number(target.field))) {
			strbuf_add(&builder->where, " IS NULL");
			continue;
		}
		strbuf_add(&builder->where, " = ?");
		add_value(builder, target.field, filter->value);
	}
}

/* In which keys a word is looked up. */
static unsigned
kinds_of_word(const char *word)
{
	unsigned kinds = 1u << FIND_NAME;
	bool letters = true, digits = true;

	for (const char *p = word; *p != '\0'; p++) {
		if (!(*p >= 'a' && *p <= 'z'))
			letters = false;
		if (!(*p >= '0' && *p <= '9') && *p != 'x' && *p != '-')
			digits = false;
	}
	if (letters)
		kinds |= 1u << FIND_INITIALS | 1u << FIND_PINYIN;
	if (digits)
		kinds |= 1u << FIND_NUMBER | 1u << FIND_NUMBER_END;
	return kinds;
}

static void
add_key_ranges(struct builder *builder, int type, const char *word)
{
	unsigned kinds = kinds_of_word(word);
	bool first = true;

	for (int kind = 0; kind < FIND_N; kind++) {
		struct strbuf key = STRBUF_INIT;

		if (!(kinds & 1u << kind))
			continue;
		strbuf_add(&key, word);
		if (kind == FIND_NUMBER_END)
			for (size_t i = 0; i < key.len; i++)
				key.s[i] = word[key.len - 1 - i];
		if (kind == FIND_NUMBER || kind == FIND_NUMBER_END)
			for (size_t i = 0; i < key.len; i++)
				if (key.s[i] == 'x')
					key.s[i] = 'X';
		strbuf_addf(&builder->where, "%s SELECT id FROM find_key WHERE "
			"type = %d AND kind = %d AND key >= ? AND key < ?",
			first ? "" : " UNION ALL", type, kind);
		add_value(builder, NULL, key.s);
		strbuf_add(&key, LAST_CHAR);
		add_value(builder, NULL, key.s);
		strbuf_clear(&key);
		first = false;
	}
}

static bool
has_search_fields(const struct record_type *type)
{
	for (size_t i = 0; i < type->n_fields; i++)
		if (type->fields[i].flags & FIELD_SEARCH)
			return true;
	return false;
}

/* A word is sought in the record's own keys and in what its title refers to. */
static void
add_word(const struct query *query, struct builder *builder, const char *word)
{
	const struct record_type *type = query->type;
	const size_t n = sizeof(type->title) / sizeof(type->title[0]);
	const char *or = "";

	strbuf_add(&builder->where, " AND (");
	if (has_search_fields(type)) {
		strbuf_add(&builder->where, "t.id IN (");
		add_key_ranges(builder, type->number, word);
		strbuf_add(&builder->where, ")");
		or = " OR ";
	}
	for (size_t i = 0; i < n && type->title[i] != NULL; i++) {
		const struct field_type *field = record_field(type, type->title[i]);

		if (field->kind != FIELD_REF)
			continue;
		strbuf_addf(&builder->where, "%st.%s IN (", or, field->name);
		add_key_ranges(builder, field_ref(field)->number, word);
		strbuf_add(&builder->where, ")");
		or = " OR ";
	}
	strbuf_add(&builder->where, or[0] != '\0' ? ")" : "1 = 1)");
}

static void
add_words(const struct query *query, struct builder *builder)
{
	char *half = text_halfwidth(query->words);
	char *rest = half, *word;

	while ((word = strsep(&rest, " ")) != NULL) {
		char *folded = text_fold(word);

		if (folded[0] != '\0')
			add_word(query, builder, folded);
		free(folded);
	}
	free(half);
}

/* '~' stands after every digit and hyphen: 2024-03 holds all of its days. */
static void
add_as_of(const struct query *query, struct builder *builder)
{
	const struct record_type *type = query->type;

	if (query->as_of[0] == '\0' || type->since == NULL)
		return;
	strbuf_addf(&builder->where, " AND t.%s <= ?", type->since);
	add_value(builder, NULL, query->as_of);
	strbuf_addf(&builder->where,
		" AND (t.%s = '' OR t.%s || '~' >= ?)", type->until,
		type->until);
	add_value(builder, NULL, query->as_of);
}

static void
add_due(const struct query *query, struct store *store,
	struct builder *builder)
{
	char today[DATE_SIZE], day[DATE_SIZE];

	if (query->due == NULL)
		return;
	strbuf_addf(&builder->where, " AND (%s)", query->due->where);
	if (query->due->days == 0)
		return;
	world_today(store_world(store), today);
	date_add_days(today, query->due->days, day);
	add_value(builder, NULL, day);
}

static void
build_where(const struct query *query, struct store *store,
	struct builder *builder)
{
	strbuf_addf(&builder->where, " WHERE t.deleted = %d",
		query->removed ? 1 : 0);
	add_filters(query, builder);
	add_words(query, builder);
	add_as_of(query, builder);
	add_due(query, store, builder);
}

static void
bind_values(const struct builder *builder, struct stmt *stmt)
{
	for (size_t i = 0; i < builder->values.n; i++) {
		const struct field_type *kind = builder->kinds.items[i];

		if (kind != NULL)
			row_bind(kind, stmt, (int)i + 1,
				builder->values.items[i]);
		else
			stmt_bind_text(stmt, (int)i + 1,
				builder->values.items[i]);
	}
}

/* What the rows are sorted by: a reference by the title of its record. */
static struct target
order_target(const struct query *query)
{
	const char *path = query->order;
	struct target target;

	if (path == NULL || strcmp(path, "title") == 0)
		path = query->type->order;
	if (path == NULL)
		path = "sort_key";
	target = resolve(query->type, path);
	if (target.field != NULL && target.field->kind == FIELD_REF &&
		target.through == NULL)
		target = (struct target){field_ref(target.field), target.field,
			NULL, "sort_key"};
	else if (target.through == NULL && target.field != NULL &&
		strcmp(target.column, query->type->title[0]) == 0)
		target = resolve(query->type, "sort_key"); /* by pinyin */
	return target;
}

/* Never NULL, so that no row is lost between two pages. */
static void
add_order(struct builder *builder, const struct target *target,
	struct strbuf *sql)
{
	struct strbuf column = STRBUF_INIT;

	add_column(builder, target, &column);
	if (is_number(target->field))
		strbuf_addf(sql, "ifnull(%s, -1)", column.s);
	else if (target->through != NULL)
		strbuf_addf(sql, "ifnull(%s, '')", column.s);
	else
		strbuf_add(sql, column.s);
	strbuf_clear(&column);
}

/* The columns wanted, then the order's, in one statement. */
static void
build_select(const struct query *query, struct builder *builder,
	const struct strbuf *columns, bool from_key, bool backward,
	struct strbuf *sql)
{
	struct target target = order_target(query);
	struct strbuf order = STRBUF_INIT;
	bool down = query->descending != backward;

	add_order(builder, &target, &order);
	strbuf_addf(sql, "SELECT %s, %s FROM %s t%s%s", columns->s, order.s,
		query->type->name, builder->joins.s, builder->where.s);
	if (from_key)
		strbuf_addf(sql, " AND (%s, t.id) %s (?, ?)", order.s,
			down ? "<" : ">");
	strbuf_addf(sql, " ORDER BY %s%s, t.id%s LIMIT ?", order.s,
		down ? " DESC" : "", down ? " DESC" : "");
	strbuf_clear(&order);
}

static enum err_code
open_select(struct store *store, const struct query *query,
	struct builder *builder, const struct strbuf *columns,
	const char *key, int64_t id, bool backward, size_t n,
	struct stmt **stmt, struct err *err)
{
	struct target target = order_target(query);
	struct strbuf sql = STRBUF_INIT;
	enum err_code code;
	int next;

	build_where(query, store, builder);
	build_select(query, builder, columns, key != NULL, backward, &sql);
	code = stmt_open(store, sql.s, stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	bind_values(builder, *stmt);
	next = (int)builder->values.n + 1;
	if (key != NULL && is_number(target.field))
		stmt_bind_int(*stmt, next++, strtoll(key, NULL, 10));
	else if (key != NULL)
		stmt_bind_text(*stmt, next++, key);
	if (key != NULL)
		stmt_bind_int(*stmt, next++, id);
	stmt_bind_int(*stmt, next, (int64_t)n + 1);
	return ERR_OK;
}

static void
read_cells(const struct target *targets, size_t n, const struct stmt *stmt,
	struct query_row *row)
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
	const struct target *targets, struct query_page *page)
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
read_page(struct stmt *stmt, const struct target *targets, size_t n_targets,
	size_t n, struct query_page *page, struct err *err)
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
	struct builder builder = {STRBUF_INIT, STRBUF_INIT, VEC_INIT, VEC_INIT};
	struct strbuf columns = STRBUF_INIT;
	struct target *targets;
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
		targets[i] = resolve(query->type, paths[i]);
		strbuf_add(&columns, ", ");
		if (targets[i].field != NULL)
			add_column(&builder, &targets[i], &columns);
		else
			strbuf_add(&columns, "NULL");
	}
	code = open_select(store, query, &builder, &columns, key, id, backward,
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
	builder_clear(&builder);
	return code;
}

enum err_code
query_locate(struct store *store, const struct query *query, int64_t id,
	struct strbuf *key, struct err *err)
{
	struct builder builder = {STRBUF_INIT, STRBUF_INIT, VEC_INIT, VEC_INIT};
	struct target target = order_target(query);
	struct strbuf sql = STRBUF_INIT, order = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool found = false;

	build_where(query, store, &builder);
	add_order(&builder, &target, &order);
	strbuf_addf(&sql, "SELECT %s FROM %s t%s%s AND t.id = ?", order.s,
		query->type->name, builder.joins.s, builder.where.s);
	code = stmt_open(store, sql.s, &stmt, err);
	if (code == ERR_OK) {
		bind_values(&builder, stmt);
		stmt_bind_int(stmt, (int)builder.values.n + 1, id);
		code = stmt_step(stmt, &found, err);
		if (code == ERR_OK && found)
			strbuf_add(key, stmt_text(stmt, 0));
		stmt_done(stmt);
	}
	strbuf_clear(&sql);
	strbuf_clear(&order);
	builder_clear(&builder);
	return code == ERR_OK && !found ? ERR_ABSENT : code;
}

const struct field_type *
query_field(const struct record_type *type, const char *path)
{
	return resolve(type, path).field;
}

enum err_code
query_count(struct store *store, const struct query *query, int64_t limit,
	int64_t *n, struct err *err)
{
	struct builder builder = {STRBUF_INIT, STRBUF_INIT, VEC_INIT, VEC_INIT};
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool found;

	build_where(query, store, &builder);
	strbuf_addf(&sql, "SELECT count(*) FROM (SELECT 1 FROM %s t%s%s LIMIT ?)",
		query->type->name, builder.joins.s, builder.where.s);
	code = stmt_open(store, sql.s, &stmt, err);
	if (code == ERR_OK) {
		bind_values(&builder, stmt);
		stmt_bind_int(stmt, (int)builder.values.n + 1,
			limit > 0 ? limit : -1);
		code = stmt_step(stmt, &found, err);
		*n = code == ERR_OK ? stmt_int(stmt, 0) : 0;
		stmt_done(stmt);
	}
	strbuf_clear(&sql);
	builder_clear(&builder);
	return code;
}

bool
query_can_sort(struct store *store, const struct query *query,
	const char *path)
{
	struct query sorted = *query;
	struct target target;
	int64_t n;

	sorted.order = (char *)path;
	target = order_target(&sorted);
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
	struct builder builder = {STRBUF_INIT, STRBUF_INIT, VEC_INIT, VEC_INIT};
	struct strbuf columns = STRBUF_INIT;
	struct stmt *stmt = NULL;
	enum err_code code;
	bool found;

	*n = 0;
	row_add_columns(query->type, "t", &columns);
	code = open_select(store, query, &builder, &columns, *key, *id, false,
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
	builder_clear(&builder);
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
