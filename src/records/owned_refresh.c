#include "records/owned_refresh.h"


#include "base/id_set.h"
#include "records/query.h"
#include "store/site.h"

/* The rows of one type, on the way. */
struct refresh {
	struct store *store;
	struct owned_rows *rows;
	const struct owned_row *kept; /* where it is, come what may */
	VEC(struct owned_row *) order; /* those that the store has, as it has
	                                  them */
	struct owned_news *news;
};

static bool
may_change(const struct refresh *refresh, const struct owned_row *row)
{
	return row != refresh->kept && !owned_is_changed(row);
}

static enum err_code
see_row(void *data, const struct record *theirs, struct err *err)
{
	struct refresh *refresh = data;
	struct owned_row *row = owned_find(refresh->rows, theirs->id);
	enum err_code code = ERR_OK;

	if (row == NULL) {
		code = owned_fetch(refresh->store, refresh->rows, theirs->id,
			&row, err);
		refresh->news->any = true;
	} else if (row->was.version != theirs->version) {
		refresh->news->any = true;
		if (may_change(refresh, row))
			code = owned_take_theirs(refresh->store, row, err);
		else
			refresh->news->of_changed = row;
	}
	if (code == ERR_OK)
		vec_push(&refresh->order, row);
	return code;
}

static bool
was_seen(const struct refresh *refresh, const struct owned_row *row)
{
	for (size_t i = 0; i < refresh->order.n; i++)
		if (refresh->order.items[i] == row)
			return true;
	return false;
}

/* Those that the store has come first; behind them what only is here.  What has
 * gone there goes here too. */
static void
put_in_order(struct refresh *refresh)
{
	struct owned_rows *rows = refresh->rows;

	for (size_t i = rows->n; i-- > 0;)
		if (!was_seen(refresh, rows->items[i]) &&
			may_change(refresh, rows->items[i])) {
			owned_drop(rows, rows->items[i]);
			refresh->news->any = true;
		}
	for (size_t i = 0; i < rows->n; i++)
		if (!was_seen(refresh, rows->items[i]))
			vec_push(&refresh->order, rows->items[i]);
	for (size_t i = 0; i < rows->n; i++)
		rows->items[i] = refresh->order.items[i];
}

static enum err_code
refresh_rows(struct refresh *refresh, const char *owner, struct err *err)
{
	struct owned_rows *rows = refresh->rows;
	struct query query;
	enum err_code code;

	query_init(&query, rows->type);
	query_set_filter(&query, rows->type->owned_by, owner);
	code = query_each(refresh->store, &query, see_row, refresh, err);
	query_clear(&query);
	if (code == ERR_OK && rows->n > 0)
		put_in_order(refresh);
	vec_clear(&refresh->order);
	return code;
}

enum err_code
owned_refresh(struct store *store, struct owned *owned, int64_t owner,
	const struct owned_row *kept, struct owned_news *news, struct err *err)
{
	enum err_code code = ERR_OK;
	char id[SITE_ID_TEXT_SIZE];

	*news = (struct owned_news){false, NULL};
	site_id_to_text(owner, id);
	for (size_t i = 0; code == ERR_OK && i < owned->n; i++) {
		struct refresh refresh = {store, &owned->items[i], kept,
			VEC_INIT, news};

		code = refresh_rows(&refresh, id, err);
	}
	return code;
}
