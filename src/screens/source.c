#include "screens/source.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
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

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct record_source *source = data;
	const char *const *paths = source->paths != NULL ? source->paths
		: source->query->type->list;
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
		add_row(source, paths,
			&page.rows[side == ROWS_BEFORE ? page.n - 1 - i : i],
			page.n_cells, out);
	query_page_clear(&page);
	return ERR_OK;
}

static enum err_code
locate(void *data, int64_t id, struct strbuf *place, struct err *err)
{
	const struct record_source *source = data;
	struct strbuf key = STRBUF_INIT;
	enum err_code code = query_locate(source->store, source->query, id,
		&key, err);

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
