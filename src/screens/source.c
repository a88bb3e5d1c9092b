#include "screens/source.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "records/load.h"
#include "records/search.h"
#include "records/value.h"
#include "store/site.h"

/* A title is left this much before the columns after it get room. */
enum { TITLE_LEAST = 24 };

/* A row's place: its id, a blank, and the value it is sorted by. */
static void
make_place(int64_t id, const char *key, struct strbuf *out)
{
	char text[SITE_ID_TEXT_SIZE];

	site_id_to_text(id, text);
	strbuf_add(out, text);
	strbuf_add_char(out, ' ');
	strbuf_add(out, key);
}

static int64_t
read_place(const char *place, const char **key)
{
	size_t len = strcspn(place, " ");
	char text[SITE_ID_TEXT_SIZE] = "";
	int64_t id = 0;

	if (len < sizeof(text))
		memcpy(text, place, len);
	(void)site_id_from_text(text, &id);
	*key = place + len + 1;
	return id;
}

static void
add_row(const struct record_source *source, const char *const *paths,
	const struct query_row *from, size_t n_cells, struct rows *out)
{
	struct strbuf text = STRBUF_INIT;
	struct row *row;

	make_place(from->id, from->key, &text);
	row = rows_add(out, from->id, text.s);
	for (size_t i = 0; i < n_cells; i++) {
		const struct field_type *field =
			query_field(source->query->type, paths[i]);

		strbuf_reset(&text);
		if (field == NULL || field->kind == FIELD_REF)
			strbuf_add(&text, from->cells[i]);
		else
			value_show_masked(field, from->cells[i], &text);
		strvec_add(&row->cells, text.s);
	}
	strbuf_clear(&text);
}

static const char *const *
paths_of(const struct record_source *source)
{
	return source->paths != NULL ? source->paths
				     : source->query->type->list;
}

/* Rows in the order of the query. */
static enum err_code
fetch_in_order(const struct record_source *source, enum rows_side side,
	const char *place, size_t n, struct rows *out, struct err *err)
{
	const char *key = NULL;
	int64_t id = 0;
	struct query_page page;
	enum err_code code;

	if (place != NULL)
		id = read_place(place, &key);
	if (place != NULL && side == ROWS_FROM)
		id += source->query->descending ? 1 : -1; /* itself as well */
	code = query_load(source->store, source->query, source->paths,
		source->n_paths, key, id, side == ROWS_BEFORE, n, &page, err);
	if (code != ERR_OK)
		return code;
	for (size_t i = 0; i < page.n; i++)
		add_row(source, paths_of(source),
			&page.rows[side == ROWS_BEFORE ? page.n - 1 - i : i],
			page.n_cells, out);
	query_page_clear(&page);
	return ERR_OK;
}

/*
 * Words find their best first, which is at once there however many they find,
 * unless the person asked for an order.  Not where what was removed is sought,
 * which has no keys, or what has none of its own.
 */
static bool
is_best_first(const struct record_source *source)
{
	const struct query *query = source->query;
	struct strvec words = {0};
	bool any;

	search_parse(query->words, true, &words);
	any = words.n > 0;
	strvec_clear(&words);
	return any && source->paths == NULL && query->order == NULL &&
		!query->removed && search_has_keys(query->type);
}

/* The search for the words of the query in what else it asks for; bare is that
 * query without words. */
static enum err_code
begin_search(const struct record_source *source, struct query *bare,
	struct search *search, struct err *err)
{
	query_copy(bare, source->query);
	query_set_words(bare, "");
	return search_init(search, source->store, source->query->words, bare,
		err);
}

static void
add_hit(const struct record_source *source, const struct search_hit *hit,
	struct rows *out)
{
	struct row *row = rows_add(out, hit->record.id, hit->place);
	const char *const *paths = paths_of(source);

	for (size_t i = 0; i < RECORD_MAX_PATHS && paths[i] != NULL; i++) {
		struct strbuf cell = STRBUF_INIT;

		record_show_path(source->store, &hit->record, paths[i], true,
			&cell);
		strvec_add(&row->cells, cell.s);
		strbuf_clear(&cell);
	}
}

static enum err_code
fetch_best_first(const struct record_source *source, enum rows_side side,
	const char *place, size_t n, struct rows *out, struct err *err)
{
	static const enum search_side sides[] = {
		[ROWS_FROM] = SEARCH_FROM,
		[ROWS_AFTER] = SEARCH_AFTER,
		[ROWS_BEFORE] = SEARCH_BEFORE,
	};
	struct search_page page = {0};
	struct search search;
	struct query bare;
	enum err_code code = begin_search(source, &bare, &search, err);

	if (code == ERR_OK)
		code = search_load(&search, sides[side], place, n, &page, err);
	for (size_t i = 0; code == ERR_OK && i < page.n; i++)
		add_hit(source, &page.items[i], out);
	search_page_clear(&page);
	search_clear(&search);
	query_clear(&bare);
	return code;
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct record_source *source = data;

	if (is_best_first(source))
		return fetch_best_first(source, side, place, n, out, err);
	return fetch_in_order(source, side, place, n, out, err);
}

static enum err_code
locate_hit(const struct record_source *source, int64_t id,
	struct strbuf *place, struct err *err)
{
	struct search search;
	struct query bare;
	enum err_code code = begin_search(source, &bare, &search, err);

	if (code == ERR_OK)
		code = search_locate(&search, source->query->type, id, place,
			err);
	search_clear(&search);
	query_clear(&bare);
	return code;
}

static enum err_code
locate(void *data, int64_t id, struct strbuf *place, struct err *err)
{
	const struct record_source *source = data;
	struct strbuf key = STRBUF_INIT;
	enum err_code code;

	if (is_best_first(source))
		return locate_hit(source, id, place, err);
	code = query_locate(source->store, source->query, id, &key, err);
	if (code == ERR_OK)
		make_place(id, key.s, place);
	strbuf_clear(&key);
	return code;
}

void
record_source_init(struct record_source *source, struct store *store,
	const struct query *query, const char *const *paths, size_t n_paths,
	struct window_source *out)
{
	*source = (struct record_source){store, query, paths, n_paths};
	*out = (struct window_source){fetch, locate, source};
}

void
record_columns(const struct record_type *type, const char *const *paths,
	size_t n_paths, struct list_column *columns)
{
	for (size_t i = 0; i < n_paths; i++) {
		const struct field_type *field = query_field(type, paths[i]);
		const char *name = term_word(&field->term);
		int wide = (int)text_cols(name);
		int cols = field_cols(field);

		columns[i] = (struct list_column){
			.name = name,
			.cols = cols > wide ? cols : wide,
			.least = i == 0 ? TITLE_LEAST : cols,
			.right = field->kind == FIELD_INT ||
				field->kind == FIELD_MONEY,
			.grows = field->kind == FIELD_TEXT ||
				field->kind == FIELD_REF,
		};
	}
}
