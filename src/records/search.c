#include "records/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/query_sql.h"
#include "records/search_hit.h"
#include "store/stmt.h"

enum { LEADING_MAX = 1000 }; /* keys counted to find the rarest word */

bool
search_has_keys(const struct record_type *type)
{
	for (size_t i = 0; i < type->n_fields; i++)
		if (type->fields[i].flags & FIELD_SEARCH)
			return true;
	return false;
}

static const struct search_word *
leading(const struct search *search)
{
	return &search->words.items[search->leading];
}

static const struct search_range *
range_of(const struct search *search, const struct search_stop *stop)
{
	return &leading(search)->ranges.items[stop->range];
}

/* Are there keys of that kind in the type at all? */
static bool
has_range(const struct search_word *word, const struct search_stop *stop)
{
	enum find_kind kind = word->ranges.items[stop->range].kind;

	return kind != FIND_COLUMN || search_column(stop->type, kind) != NULL;
}

/* All ranges of one reason in one type, then in the next. */
static void
add_stops(struct search *search)
{
	const struct search_word *word = leading(search);
	size_t from = 0, to;

	for (; from < word->ranges.n; from = to) {
		enum search_why why = word->ranges.items[from].why;

		for (to = from; to < word->ranges.n &&
			word->ranges.items[to].why == why;)
			to++;
		for (size_t i = 0; i < record_types_n; i++) {
			struct search_stop stop = {from, record_types[i]};

			if (search->within != NULL &&
				search->within->type != stop.type)
				continue;
			if (!search_has_keys(stop.type))
				continue;
			for (; stop.range < to; stop.range++)
				if (has_range(word, &stop))
					vec_push(&search->stops, stop);
		}
	}
}

/* Keys in all ranges of the leading word, to at most LEADING_MAX. */
static enum err_code
count_keys(const struct search *search, int64_t *n, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row;

	*n = 0;
	code = stmt_open(search->store,
		"SELECT count(*) FROM (SELECT 1 FROM found WHERE list = ?"
		" AND key >= ? AND key < ? LIMIT ?)", &stmt, err);
	for (size_t i = 0; code == ERR_OK && i < search->stops.n &&
		*n < LEADING_MAX; i++) {
		const struct search_stop *stop = &search->stops.items[i];
		const struct search_range *range = range_of(search, stop);

		stmt_reset(stmt);
		stmt_bind_int(stmt, 1,
			find_list(stop->type->number, range->kind));
		stmt_bind_text(stmt, 2, range->from);
		stmt_bind_text(stmt, 3, range->below);
		stmt_bind_int(stmt, 4, LEADING_MAX - *n);
		code = stmt_step(stmt, &row, err);
		if (code == ERR_OK && row)
			*n += stmt_int(stmt, 0);
	}
	stmt_done(stmt);
	return code;
}

/* The word with the fewest keys leads: the others are looked at one by one. */
static enum err_code
choose_leading(struct search *search, struct err *err)
{
	int64_t fewest = INT64_MAX, n;
	enum err_code code = ERR_OK;
	size_t leading = 0;

	for (size_t i = 0; code == ERR_OK && i < search->words.n; i++) {
		search->leading = i;
		add_stops(search);
		code = count_keys(search, &n, err);
		vec_clear(&search->stops);
		if (n < fewest) {
			fewest = n;
			leading = i;
		}
	}
	search->leading = leading;
	return code;
}

enum err_code
search_init(struct search *search, struct store *store, const char *text,
	const struct query *within, struct err *err)
{
	enum err_code code = ERR_OK;

	*search = (struct search){.store = store, .within = within};
	search_words_init(&search->words, text);
	if (search->words.n > 1)
		code = choose_leading(search, err);
	if (search->words.n > 0)
		add_stops(search);
	return code;
}

void
search_clear(struct search *search)
{
	search_words_clear(&search->words);
	vec_clear(&search->stops);
}

void
search_page_clear(struct search_page *page)
{
	for (size_t i = 0; i < page->n; i++) {
		record_clear(&page->items[i].record);
		free(page->items[i].place);
	}
	vec_clear(page);
}

/* A place as text: the stop's number, find_key's place, and the key. */
static void
add_place(size_t stop, const char *key, int64_t place, struct strbuf *out)
{
	strbuf_addf(out, "%zu %lld %s", stop, (long long)place, key);
}

struct cursor {
	const char *key; /* NULL: none */
	int64_t place;
	size_t stop;
};

static struct cursor
read_place(const char *text)
{
	struct cursor cursor = {NULL, 0, 0};
	char *end;

	if (text == NULL)
		return cursor;
	cursor.stop = (size_t)strtoull(text, &end, 10);
	cursor.place = strtoll(end, &end, 10);
	cursor.key = end + (*end == ' ');
	return cursor;
}

/* What makes the statements of two stops alike. */
struct shape {
	const struct field_type *column; /* its numbers; NULL: find_key's */
	bool fits;
	bool goes_on; /* from the cursor */
};

/* One walk through the stops. */
struct walk {
	const struct search *search;
	enum search_side side;
	struct cursor cursor;
	size_t n; /* hits wanted */
	struct search_page *page;
	struct stmt *stmt; /* of the last stop */
	struct shape shape;
	int n_bound; /* values that stay bound to it */
	/* between these neighbours (NULL: an end) no key stands in the list, */
	int gap_list; /* 0: none */
	char *gap_after;
	char *gap_before;
	int dense_list; /* and here it does not pay to look for such */
};

/* The keys of a stop: of find_key (f), or numbers that a column keeps. */
static void
add_source(const struct search *search, const struct search_stop *stop,
	const struct shape *shape, struct query_sql *where, struct strbuf *sql)
{
	const char *table = stop->type->name;

	if (search->within != NULL)
		query_sql_where(where, search->within, search->store);
	else
		strbuf_add(&where->where, shape->column != NULL
			? " WHERE t.deleted = 0" : " WHERE 1");
	if (shape->column != NULL)
		strbuf_addf(sql, "SELECT t.%s, t.id, t.id FROM %s t",
			shape->column->name, table);
	else
		strbuf_add(sql, "SELECT f.key, f.place, f.id FROM found f");
	if (shape->column == NULL && search->within != NULL)
		strbuf_addf(sql, " CROSS JOIN %s t ON t.id = f.id", table);
	strbuf_add(sql, where->joins.s);
	strbuf_add(sql, where->where.s);
}

/* The keys between the bounds of the range, and beyond the cursor. */
static void
add_bounds(const struct shape *shape, enum search_side side,
	struct strbuf *sql)
{
	static const char *const compare[] = {">=", ">", "<"};
	const char *down = side == SEARCH_BEFORE ? " DESC" : "";
	const char *place = shape->column != NULL ? "t.id" : "f.place";
	char *key = shape->column != NULL
		? xasprintf("t.%s", shape->column->name) : xstrdup("f.key");

	strbuf_addf(sql, " AND %s >= ? AND %s < ?", key, key);
	if (shape->column == NULL)
		strbuf_add(sql, " AND f.list = ?");
	if (shape->fits)
		strbuf_addf(sql, " AND pinyin_fits(%s, ?)", key);
	if (shape->goes_on)
		strbuf_addf(sql, " AND (%s, %s) %s (?, ?)", key, place,
			compare[side]);
	strbuf_addf(sql, " ORDER BY %s%s, %s%s", key, down, place, down);
	free(key);
}

static enum err_code
open_stop(struct walk *walk, const struct search_stop *stop,
	const struct shape *shape, struct err *err)
{
	struct query_sql where = QUERY_SQL_INIT;
	struct strbuf sql = STRBUF_INIT;
	enum err_code code;

	stmt_done(walk->stmt);
	walk->stmt = NULL;
	add_source(walk->search, stop, shape, &where, &sql);
	add_bounds(shape, walk->side, &sql);
	code = stmt_open(walk->search->store, sql.s, &walk->stmt, err);
	if (code == ERR_OK)
		walk->n_bound = query_sql_bind(&where, walk->stmt);
	walk->shape = *shape;
	strbuf_clear(&sql);
	query_sql_clear(&where);
	return code;
}

/* Makes walk->stmt ready to give the keys of a stop. */
static enum err_code
begin_stop(struct walk *walk, const struct search_stop *stop, bool goes_on,
	struct err *err)
{
	const struct search_range *range = range_of(walk->search, stop);
	const struct shape shape = {search_column(stop->type, range->kind),
		range->fits, goes_on};
	enum err_code code = ERR_OK;
	int n;

	if (walk->stmt == NULL || shape.column != walk->shape.column ||
		shape.fits != walk->shape.fits ||
		shape.goes_on != walk->shape.goes_on)
		code = open_stop(walk, stop, &shape, err);
	if (code != ERR_OK)
		return code;
	n = walk->n_bound;
	stmt_reset(walk->stmt);
	stmt_bind_text(walk->stmt, n++, range->from);
	stmt_bind_text(walk->stmt, n++, range->below);
	if (shape.column == NULL)
		stmt_bind_int(walk->stmt, n++,
			find_list(stop->type->number, range->kind));
	if (shape.fits)
		stmt_bind_text(walk->stmt, n++, leading(walk->search)->word);
	if (goes_on) {
		stmt_bind_text(walk->stmt, n++, walk->cursor.key);
		stmt_bind_int(walk->stmt, n, walk->cursor.place);
	}
	return ERR_OK;
}

static bool
is_in_gap(const struct walk *walk, const struct search_stop *stop)
{
	const struct search_range *range = range_of(walk->search, stop);

	return walk->gap_list == find_list(stop->type->number, range->kind) &&
		(walk->gap_after == NULL ||
			strcmp(range->from, walk->gap_after) > 0) &&
		(walk->gap_before == NULL ||
			strcmp(range->below, walk->gap_before) <= 0);
}

/* The key next to a text on one side of it; *key is NULL where none is. */
static enum err_code
load_neighbour(struct walk *walk, const char *sql, const char *from,
	char **key, struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row;

	free(*key);
	*key = NULL;
	code = stmt_open(walk->search->store, sql, &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, walk->gap_list);
	stmt_bind_text(stmt, 2, from);
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row)
		*key = xstrdup(stmt_text(stmt, 0));
	stmt_done(stmt);
	return code;
}

/*
 * Notes between which keys an empty range lies, so that other ranges there
 * need not be looked at: most of them, in a type with few records.  Where not
 * even the next one is there, the list is dense.
 */
static enum err_code
note_gap(struct walk *walk, size_t number, struct err *err)
{
	const struct search_stop *stop = &walk->search->stops.items[number];
	const struct search_range *range = range_of(walk->search, stop);
	int list = find_list(stop->type->number, range->kind);
	enum err_code code;

	if (list == walk->dense_list)
		return ERR_OK;
	walk->gap_list = list;
	code = load_neighbour(walk, "SELECT key FROM find_key WHERE list = ?"
		" AND key >= ? ORDER BY key LIMIT 1", range->from,
		&walk->gap_before, err);
	if (code == ERR_OK)
		code = load_neighbour(walk, "SELECT key FROM find_key"
			" WHERE list = ? AND key < ? ORDER BY key DESC"
			" LIMIT 1", range->from, &walk->gap_after, err);
	if (number + 1 < walk->search->stops.n && !is_in_gap(walk, stop + 1))
		walk->dense_list = list;
	return code;
}

/* Appends what was found by this key, if the record has no better one. */
static enum err_code
take(struct walk *walk, size_t number, struct err *err)
{
	const struct stmt *stmt = walk->stmt;
	struct strbuf place = STRBUF_INIT;
	struct search_hit hit;
	enum err_code code;

	code = search_hit_load(walk->search,
		&walk->search->stops.items[number], stmt_text(stmt, 0),
		stmt_int(stmt, 2), &hit, err);
	if (code == ERR_ABSENT) {
		err_clear(err);
		return ERR_OK;
	}
	if (code != ERR_OK)
		return code;
	add_place(number, stmt_text(stmt, 0), stmt_int(stmt, 1), &place);
	hit.place = strbuf_detach(&place);
	vec_push(walk->page, hit);
	return ERR_OK;
}

static enum err_code
walk_stop(struct walk *walk, size_t number, struct err *err)
{
	const struct search_stop *stop =
		&walk->search->stops.items[number];
	bool goes_on = walk->cursor.key != NULL &&
		walk->cursor.stop == number;
	bool row = true, any = false;
	enum err_code code;

	if (is_in_gap(walk, stop))
		return ERR_OK;
	code = begin_stop(walk, stop, goes_on, err);
	while (code == ERR_OK && walk->page->n < walk->n &&
		(code = stmt_step(walk->stmt, &row, err)) == ERR_OK && row) {
		any = true;
		code = take(walk, number, err);
	}
	if (code == ERR_OK && !any && walk->shape.column == NULL)
		code = note_gap(walk, number, err);
	return code;
}

/* From the cursor's stop on, or back, to the last. */
static enum err_code
walk_all(struct walk *walk, struct err *err)
{
	size_t left = walk->search->stops.n, i = walk->cursor.stop;
	bool back = walk->side == SEARCH_BEFORE;
	enum err_code code = ERR_OK;

	if (!back)
		left -= i < left ? i : left;
	else if (walk->cursor.key == NULL)
		i = left - (left > 0);
	else if (i < left)
		left = i + 1;
	for (; code == ERR_OK && left > 0 && walk->page->n < walk->n; left--) {
		code = walk_stop(walk, i, err);
		i += back ? (size_t)-1 : 1;
	}
	return code;
}

enum err_code
search_load(const struct search *search, enum search_side side,
	const char *place, size_t n, struct search_page *page, struct err *err)
{
	struct walk walk = {
		.search = search,
		.side = side,
		.cursor = read_place(place),
		.n = n,
		.page = page,
	};
	struct stmt *hold;
	enum err_code code;
	bool row;

	/* while this stands, the file is not locked anew for each statement */
	code = stmt_open(search->store, "SELECT 1 FROM site", &hold, err);
	if (code != ERR_OK)
		return code;
	code = stmt_step(hold, &row, err);
	if (code == ERR_OK)
		code = walk_all(&walk, err);
	stmt_done(walk.stmt);
	stmt_done(hold);
	free(walk.gap_after);
	free(walk.gap_before);
	return code;
}

/* The stop of a range in a type. */
static size_t
stop_of(const struct search *search, const struct record_type *type,
	size_t range)
{
	size_t i = 0;

	while (i < search->stops.n &&
		(search->stops.items[i].type != type ||
			search->stops.items[i].range != range))
		i++;
	return i;
}

enum err_code
search_locate(const struct search *search, const struct record_type *type,
	int64_t id, struct strbuf *place, struct err *err)
{
	struct strbuf key = STRBUF_INIT;
	enum err_code code = ERR_OK;
	int64_t at = id;
	size_t range;

	if (search->within != NULL)
		code = query_locate(search->store, search->within, id, &key,
			err);
	strbuf_reset(&key);
	if (code == ERR_OK)
		code = search_hit_find(search, type, id, &range, &key, err);
	if (code == ERR_OK && search_column(type,
			leading(search)->ranges.items[range].kind) == NULL)
		code = search_hit_place(search->store, id, &at, err);
	if (code == ERR_OK)
		add_place(stop_of(search, type, range), key.s, at, place);
	strbuf_clear(&key);
	return code;
}

static enum err_code
count_type(const struct search *search, const struct record_type *type,
	int64_t limit, int64_t *n, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	struct query query;
	enum err_code code;

	if (search->within != NULL)
		query_copy(&query, search->within);
	else
		query_init(&query, type);
	for (size_t i = 0; i < search->words.n; i++)
		strbuf_addf(&text, "%s ", search->words.items[i].word);
	query_set_words(&query, text.s);
	code = query_count(search->store, &query, limit, n, err);
	query_clear(&query);
	strbuf_clear(&text);
	return code;
}

enum err_code
search_count(const struct search *search, int64_t limit, int64_t *n,
	struct err *err)
{
	enum err_code code = ERR_OK;
	const struct record_type *only =
		search->within != NULL ? search->within->type : NULL;

	*n = 0;
	for (size_t i = 0; code == ERR_OK && search->words.n > 0 &&
		i < record_types_n && (limit == 0 || *n < limit); i++) {
		int64_t more = 0;

		if (!search_has_keys(record_types[i]) ||
			(only != NULL && only != record_types[i]))
			continue;
		code = count_type(search, record_types[i],
			limit == 0 ? 0 : limit - *n, &more, err);
		*n += more;
	}
	return code;
}
