#include "records/query_sql.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "records/code_set.h"
#include "records/row.h"
#include "records/search.h"

/* Before every number, for those that are not there. */
#define BEFORE_NUMBERS "-9223372036854775807"

struct query_target
query_resolve(const struct record_type *type, const char *path)
{
	const char *dot = strchr(path, '.');
	struct query_target target = {type, NULL, NULL, NULL, path};

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

struct query_target
query_order_target(const struct query *query)
{
	const char *path = query->order;
	struct query_target target;
	const struct field_type *ref;

	if (path == NULL || strcmp(path, "title") == 0)
		path = query->type->order;
	if (path == NULL)
		path = "sort_key";
	target = query_resolve(query->type, path);
	ref = target.field;
	if (ref != NULL && ref->kind == FIELD_REF) {
		if (target.through == NULL)
			target.through = ref;
		else
			target.beyond = ref;
		target.type = field_ref(ref);
		target.field = NULL;
		target.column = "sort_key";
	} else if (strcmp(target.column, target.type->title[0]) == 0) {
		target.field = NULL;
		target.column = "sort_key";
	}
	return target;
}

void
query_sql_clear(struct query_sql *sql)
{
	strbuf_clear(&sql->joins);
	strbuf_clear(&sql->where);
	vec_clear(&sql->kinds);
	strvec_clear(&sql->values);
}

static void
add_value(struct query_sql *sql, const struct field_type *kind,
	const char *value)
{
	vec_push(&sql->kinds, kind);
	strvec_add(&sql->values, value);
}

/* Joins the table that ref of the table from refers to; its name in alias. */
static void
add_join(struct query_sql *sql, const char *from, const struct field_type *ref,
	struct strbuf *alias)
{
	struct strbuf join = STRBUF_INIT;

	strbuf_addf(alias, "%s_%s", from, ref->name);
	strbuf_addf(&join, " LEFT JOIN %s %s ON %s.id = %s.%s",
		field_ref(ref)->name, alias->s, alias->s, from, ref->name);
	if (strstr(sql->joins.s, join.s) == NULL)
		strbuf_add(&sql->joins, join.s);
	strbuf_clear(&join);
}

void
query_sql_column(struct query_sql *sql, const struct query_target *target,
	struct strbuf *out)
{
	struct strbuf near = STRBUF_INIT, far = STRBUF_INIT;
	const char *table = "t";

	if (target->through != NULL) {
		add_join(sql, table, target->through, &near);
		table = near.s;
	}
	if (target->beyond != NULL) {
		add_join(sql, table, target->beyond, &far);
		table = far.s;
	}
	strbuf_addf(out, "%s.%s", table, target->column);
	strbuf_clear(&near);
	strbuf_clear(&far);
}

/* True where the column holds a number, NULL for nothing. */
static bool
is_number(const struct query_target *target)
{
	const struct field_type *field = target->field;

	if (field == NULL)
		return strcmp(target->column, "id") == 0;
	return field->kind == FIELD_INT || field->kind == FIELD_MONEY ||
		field->kind == FIELD_REF;
}

void
query_sql_order(struct query_sql *sql, const struct query_target *target,
	struct strbuf *out)
{
	struct strbuf column = STRBUF_INIT;

	query_sql_column(sql, target, &column);
	if (is_number(target) && target->field != NULL)
		strbuf_addf(out, "ifnull(%s, " BEFORE_NUMBERS ")", column.s);
	else if (target->through != NULL)
		strbuf_addf(out, "ifnull(%s, '')", column.s);
	else
		strbuf_add(out, column.s);
	strbuf_clear(&column);
}

void
query_bind_key(const struct query_target *target, struct stmt *stmt, int n,
	const char *key)
{
	if (is_number(target))
		stmt_bind_int(stmt, n, strtoll(key, NULL, 10));
	else
		stmt_bind_text(stmt, n, key);
}

/* Each code of the value must be among those of the column. */
static void
add_codes(struct query_sql *sql, const char *column, const char *value)
{
	struct strbuf code = STRBUF_INIT;

	while (code_set_next(&value, &code)) {
		strbuf_addf(&sql->where,
			" AND instr(',' || %s || ',', ',' || ? || ',') > 0",
			column);
		add_value(sql, NULL, code.s);
	}
	strbuf_clear(&code);
}

static void
add_filter(struct query_sql *sql, const struct query *query,
	const struct query_filter *filter)
{
	struct query_target target = query_resolve(query->type, filter->path);
	struct strbuf column = STRBUF_INIT;

	query_sql_column(sql, &target, &column);
	if (filter->value[0] != '\0' && target.field != NULL &&
		target.field->flags & FIELD_SEVERAL) {
		add_codes(sql, column.s, filter->value);
	} else if (filter->value[0] != '\0' && target.field != NULL &&
		target.field->kind == FIELD_TIME) {
		/* no digit, blank or colon comes behind a tilde */
		strbuf_addf(&sql->where, " AND %s BETWEEN ? AND ? || '~'",
			column.s);
		add_value(sql, NULL, filter->value);
		add_value(sql, NULL, filter->value);
	} else if (filter->value[0] != '\0') {
		strbuf_addf(&sql->where, " AND %s = ?", column.s);
		add_value(sql, target.field, filter->value);
	} else if (is_number(&target)) {
		strbuf_addf(&sql->where, " AND %s IS NULL", column.s);
	} else if (target.through != NULL) {
		strbuf_addf(&sql->where, " AND ifnull(%s, '') = ''", column.s);
	} else {
		strbuf_addf(&sql->where, " AND %s = ''", column.s);
	}
	strbuf_clear(&column);
}

/* SQL for the records of the type that one range of keys leads to; false where
 * the type has no keys of that kind. */
static bool
add_range(struct query_sql *sql, const struct record_type *type,
	const struct search_range *range, const char *between)
{
	const struct field_type *column = search_column(type, range->kind);

	if (column != NULL)
		strbuf_addf(&sql->where, "%sSELECT id FROM %s"
			" WHERE %s >= ? AND %s < ? AND deleted = 0", between,
			type->name, column->name, column->name);
	else if (range->kind != FIND_COLUMN)
		strbuf_addf(&sql->where, "%sSELECT id FROM found"
			" WHERE list = %d AND key >= ? AND key < ?", between,
			find_list(type->number, range->kind));
	else
		return false;
	add_value(sql, NULL, range->from);
	add_value(sql, NULL, range->below);
	return true;
}

/* The ranges of pinyin, of which there may be many: their texts are letters,
 * digits and blanks, which stand for themselves in JSON. */
static void
add_pinyin_ranges(struct query_sql *sql, const struct record_type *type,
	const struct search_word *word, enum find_kind kind)
{
	struct strbuf json = STRBUF_INIT;
	char before = '[';

	for (size_t i = 0; i < word->ranges.n; i++) {
		const struct search_range *range = &word->ranges.items[i];

		if (range->kind != kind)
			continue;
		strbuf_addf(&json, "%c[\"%s\",\"%s\"]", before, range->from,
			range->below);
		before = ',';
	}
	if (json.len > 0) {
		strbuf_addf(&sql->where, " UNION ALL SELECT f.id"
			" FROM json_each(?) r CROSS JOIN found f"
			" WHERE f.list = %d AND f.key >= r.value->>0"
			" AND f.key < r.value->>1 AND pinyin_fits(f.key, ?)",
			find_list(type->number, kind));
		strbuf_add_char(&json, ']');
		add_value(sql, NULL, json.s);
		add_value(sql, NULL, word->word);
	}
	strbuf_clear(&json);
}

static void
add_key_ranges(struct query_sql *sql, const struct record_type *type,
	const char *folded)
{
	struct search_word word;
	const char *between = "";

	search_word_init(&word, folded);
	for (size_t i = 0; i < word.ranges.n; i++) {
		const struct search_range *range = &word.ranges.items[i];

		if (range->kind == FIND_PINYIN || range->kind == FIND_READING)
			continue;
		if (add_range(sql, type, range, between))
			between = " UNION ALL ";
	}
	add_pinyin_ranges(sql, type, &word, FIND_PINYIN);
	add_pinyin_ranges(sql, type, &word, FIND_READING);
	search_word_clear(&word);
}

/* Removed records have no keys: the word must stand in one of the fields. */
static void
add_plain_search(struct query_sql *sql, const struct record_type *type,
	const char *word)
{
	const char *between = "";

	for (size_t i = 0; i < type->n_fields; i++) {
		if (!(type->fields[i].flags & (FIELD_SEARCH | FIELD_INITIALS)))
			continue;
		strbuf_addf(&sql->where, "%sinstr(lower(t.%s), ?) > 0",
			between, type->fields[i].name);
		add_value(sql, NULL, word);
		between = " OR ";
	}
}

/* A word is sought in the record's own keys and in what its title refers to. */
static void
add_word(struct query_sql *sql, const struct query *query, const char *word)
{
	const struct record_type *type = query->type;
	const size_t n = sizeof(type->title) / sizeof(type->title[0]);
	const char *before = " AND (";

	if (search_has_keys(type) && query->removed) {
		strbuf_add(&sql->where, before);
		add_plain_search(sql, type, word);
		before = " OR ";
	} else if (search_has_keys(type)) {
		strbuf_addf(&sql->where, "%st.id IN (", before);
		add_key_ranges(sql, type, word);
		strbuf_add(&sql->where, ")");
		before = " OR ";
	}
	for (size_t i = 0; i < n && type->title[i] != NULL; i++) {
		const struct field_type *field =
			record_field(type, type->title[i]);

		if (field->kind != FIELD_REF)
			continue;
		strbuf_addf(&sql->where, "%st.%s IN (", before, field->name);
		add_key_ranges(sql, field_ref(field), word);
		strbuf_add(&sql->where, ")");
		before = " OR ";
	}
	strbuf_add(&sql->where, before[1] == 'O' ? ")" : " AND 0");
}

static void
add_words(struct query_sql *sql, const struct query *query)
{
	struct strvec words = {0};

	search_parse(query->words, search_has_keys(query->type), &words);
	for (size_t i = 0; i < words.n; i++)
		add_word(sql, query, words.items[i]);
	strvec_clear(&words);
}

/*
 * '~' stands after every digit and hyphen, so that 2024-03 holds all of its
 * days, whichever side has no more than the month.
 */
static void
add_as_of(struct query_sql *sql, const struct query *query)
{
	const struct record_type *type = query->type;

	if (query->as_of[0] == '\0' || type->since == NULL)
		return;
	strbuf_addf(&sql->where, " AND t.%s <= ? || '~'", type->since);
	add_value(sql, NULL, query->as_of);
	strbuf_addf(&sql->where, " AND (t.%s = '' OR t.%s || '~' >= ?)",
		type->until, type->until);
	add_value(sql, NULL, query->as_of);
}

static void
add_due(struct query_sql *sql, const struct query *query, struct store *store)
{
	char today[DATE_SIZE], day[DATE_SIZE];

	if (query->due == NULL)
		return;
	strbuf_addf(&sql->where, " AND (%s)", query->due->where);
	if (query->due->days == 0)
		return;
	world_today(store_world(store), today);
	date_add_days(today, query->due->days, day);
	add_value(sql, NULL, day);
}

static bool
names_by_reference(const struct record_type *type)
{
	const size_t n = sizeof(type->title) / sizeof(type->title[0]);

	for (size_t i = 0; i < n && type->title[i] != NULL; i++)
		if (record_field(type, type->title[i])->kind == FIELD_REF)
			return true;
	return false;
}

bool
query_sql_keys(struct query_sql *sql, const struct query *query)
{
	const struct record_type *type = query->type;
	struct strvec words = {0};

	if (!search_has_keys(type) || names_by_reference(type) ||
		query->filters.n > 0 || query->as_of[0] != '\0' ||
		query->removed || query->due != NULL)
		return false;
	search_parse(query->words, true, &words);
	for (size_t i = 0; i < words.n; i++) {
		strbuf_add(&sql->where, i > 0 ? " INTERSECT " : "");
		strbuf_add(&sql->where, "SELECT id FROM (");
		add_key_ranges(sql, type, words.items[i]);
		strbuf_add(&sql->where, ")");
	}
	if (words.n == 1)
		strbuf_add(&sql->where, " GROUP BY id");
	strvec_clear(&words);
	return sql->where.len > 0;
}

void
query_sql_where(struct query_sql *sql, const struct query *query,
	struct store *store)
{
	/* SQLite must not walk through an index of all that is not removed, and
	 * look each up among the few that the words find. */
	strbuf_addf(&sql->where, " WHERE %st.deleted = %d",
		query->words[0] != '\0' ? "+" : "", query->removed ? 1 : 0);
	for (size_t i = 0; i < query->filters.n; i++)
		add_filter(sql, query, &query->filters.items[i]);
	add_words(sql, query);
	add_as_of(sql, query);
	add_due(sql, query, store);
}

int
query_sql_bind(const struct query_sql *sql, struct stmt *stmt)
{
	int n = 1;

	for (size_t i = 0; i < sql->values.n; i++, n++) {
		const struct field_type *kind = sql->kinds.items[i];

		if (kind != NULL)
			row_bind(kind, stmt, n, sql->values.items[i]);
		else
			stmt_bind_text(stmt, n, sql->values.items[i]);
	}
	return n;
}
