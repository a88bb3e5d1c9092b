/* 查找: records of every type as one types, best first, and why. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/search.h"
#include "screens/open.h"
#include "tui/list.h"

enum { N_COLUMNS = 4, TYPE_COLS = 12, TITLE_COLS = 20, WHY_COLS = 20,
	MORE_COLS = 26, COUNT_MAX = 100000 };

struct search_state {
	struct ui *ui;
	struct search search;
	struct list list;
	struct list_column columns[N_COLUMNS];
	int64_t n_found;
	bool is_counted;
};

static void
make_columns(struct search_state *state)
{
	const struct list_column columns[N_COLUMNS] = {
		{.name = _("Type"), .cols = TYPE_COLS, .once = true},
		{.name = _("Name"), .cols = TITLE_COLS, .least = 12,
			.grows = true},
		{.name = _("Why"), .cols = WHY_COLS, .least = 10,
			.grows = true, .once = true},
		{.name = _("Details"), .cols = MORE_COLS, .least = 20,
			.grows = true},
	};

	memcpy(state->columns, columns, sizeof(columns));
}

static void
add_row(struct store *store, const struct search_hit *hit, struct rows *out)
{
	const struct record *record = &hit->record;
	struct row *row = rows_add(out, record->id, hit->place);
	struct strbuf cell = STRBUF_INIT;

	strvec_add(&row->cells, term_word(&record->type->term));
	record_title(store, record, &cell);
	strvec_add(&row->cells, cell.s);
	strbuf_reset(&cell);
	search_why_words(hit->why, hit->field, &cell);
	strvec_add(&row->cells, cell.s);
	strbuf_reset(&cell);
	/* What fits and is not its name already; or which of that name. */
	if (record_is_named_by(record->type, hit->field))
		record_tell_apart(store, record, &cell);
	else
		record_show(store, record, hit->field, true, &cell);
	strvec_add(&row->cells, cell.s);
	strbuf_clear(&cell);
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	static const enum search_side sides[] = {
		[ROWS_FROM] = SEARCH_FROM,
		[ROWS_AFTER] = SEARCH_AFTER,
		[ROWS_BEFORE] = SEARCH_BEFORE,
	};
	struct search_state *state = data;
	struct search_page page = {0};
	enum err_code code = search_load(&state->search, sides[side], place, n,
		&page, err);

	for (size_t i = 0; code == ERR_OK && i < page.n; i++)
		add_row(state->search.store, &page.items[i], out);
	search_page_clear(&page);
	return code;
}

static enum err_code
locate(void *data, int64_t id, struct strbuf *place, struct err *err)
{
	struct search_state *state = data;
	const struct record_type *type =
		record_type_of_id(state->search.store, id);

	if (type == NULL)
		return ERR_ABSENT;
	return search_locate(&state->search, type, id, place, err);
}

static void
search_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct search_state *state = data;

	(void)ui;
	strbuf_add(out, _("Search"));
	if (state->search.words.n > 0 && state->is_counted)
		strbuf_addf(out, " %lld%s", (long long)state->n_found,
			state->n_found == COUNT_MAX ? "+" : "");
}

static const char *
search_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("What is typed is looked for in all records: hanzi anywhere "
		  "in a name, its pinyin or initials or any mixture of both "
		  "(zhangs, zsan), the first or last digits of an ID or phone "
		  "number. Several words, parted by a blank, must all fit. A "
		  "hanzi that cannot be typed is found by its number, as in "
		  "U+20BB7.");
}

static void
search_live(struct ui *ui, void *data, struct keymap_live *live)
{
	struct search_state *state = data;
	bool any = list_chosen(&state->list) != NULL;

	(void)ui;
	keymap_live_init(live, list_context(&state->list));
	if (any) {
		keymap_live_add(live, ACTION_OPEN);
		keymap_live_add(live, ACTION_EDIT);
		keymap_live_add(live, ACTION_HISTORY);
	}
	keymap_live_add(live, ACTION_MENU);
	keymap_live_add(live, ACTION_BACK);
	list_live(&state->list, live);
}

static void
search_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct search_state *state = data;

	list_draw(&state->list, ui->app->term, body, true);
}

/* Other words, or the same on other records. */
static void
look_again(struct search_state *state)
{
	struct err err = ERR_INIT;

	search_clear(&state->search);
	if (search_init(&state->search, state->ui->app->store,
		    list_filter(&state->list), NULL, &err) != ERR_OK)
		ui_fail(state->ui, &err);
	state->list.empty = state->search.words.n > 0
		? _("Nothing fits what was typed.")
		: _("Type a name, its pinyin or initials, or digits of a "
		    "number.");
	state->is_counted = false;
}

static bool
search_work(struct ui *ui, void *data)
{
	struct search_state *state = data;

	(void)ui;
	if (state->is_counted)
		return false;
	state->is_counted = search_count(&state->search, COUNT_MAX,
		&state->n_found, NULL) == ERR_OK;
	return state->is_counted;
}

static void
open_chosen(struct ui *ui, struct search_state *state, enum action action)
{
	const struct row *row = list_chosen(&state->list);
	const struct record_type *type = row != NULL
		? record_type_of_id(ui->app->store, row->id) : NULL;

	if (type == NULL)
		return;
	if (action == ACTION_HISTORY)
		open_history(ui, type, row->id);
	else
		open_form(ui, type, row->id, NULL);
}

/* The line stays open while the screen is: where the list would close it, the
 * screen is left. */
static bool
search_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct search_state *state = data;

	if (action == ACTION_BACK && *list_filter(&state->list) == '\0')
		return false;
	switch (ui_list_handle(ui, &state->list, action, event)) {
	case LIST_IGNORED:
		break;
	case LIST_FILTERED:
		look_again(state);
		return true;
	default:
		return true;
	}
	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
	case ACTION_HISTORY:
		open_chosen(ui, state, action);
		return true;
	default:
		return false;
	}
}

static void
search_returned(struct ui *ui, void *data)
{
	struct search_state *state = data;

	(void)ui;
	make_columns(state); /* the language may be another since */
	look_again(state);
	list_reload(&state->list);
}

static void
search_tick(struct ui *ui, void *data, bool changed)
{
	if (changed)
		search_returned(ui, data);
}

static void
search_close(struct ui *ui, void *data)
{
	struct search_state *state = data;

	(void)ui;
	list_clear(&state->list);
	search_clear(&state->search);
	free(state);
}

static const struct screen search_screen = {
	.title = search_title,
	.help = search_help,
	.live = search_live,
	.draw = search_draw,
	.handle = search_handle,
	.returned = search_returned,
	.tick = search_tick,
	.work = search_work,
	.close = search_close,
};

void
open_search(struct ui *ui, const char *begin)
{
	struct search_state *state = xcalloc(1, sizeof(*state));
	const struct window_source source = {fetch, locate, state};

	state->ui = ui;
	make_columns(state);
	list_init(&state->list, state->columns, N_COLUMNS, &source, &ui->clip);
	state->list.title = 1;
	state->list.can_filter = true;
	list_set_filter(&state->list, begin);
	state->list.filtering = true;
	look_again(state);
	ui_open(ui, &search_screen, state);
}
