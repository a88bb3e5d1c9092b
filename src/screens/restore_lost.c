/* The changes that would not be in the database any more. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/words.h"
#include "screens/restore.h"
#include "tui/list.h"

enum { COLUMNS_N = 4 };

struct lost_state {
	struct store *store;
	const struct journal_ids *ids;
	struct list_column columns[COLUMNS_N];
	struct list list;
};

/* A row's place is its index in ids. */
static enum err_code
add_row(const struct lost_state *state, size_t index, struct rows *out,
	struct err *err)
{
	struct journal_change change;
	struct strbuf text = STRBUF_INIT;
	char place[24], time[TIME_SIZE];
	struct row *row;
	enum err_code code = journal_change_load(state->store,
		state->ids->items[index], &change, err);

	if (code != ERR_OK)
		return code;
	snprintf(place, sizeof(place), "%zu", index);
	date_time_of_moment(change.at, time);
	words_of_touched(state->store, &change, &text);
	row = rows_add(out, change.id, place);
	strvec_add(&row->cells, time);
	strvec_add(&row->cells, words_of_operator(&change));
	strvec_add(&row->cells, words_of_action(state->store, &change));
	strvec_add(&row->cells, text.s);
	strbuf_clear(&text);
	journal_change_clear(&change);
	return ERR_OK;
}

static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct lost_state *state = data;
	size_t end = state->ids->n;
	size_t index = place != NULL ? strtoul(place, NULL, 10) : 0;
	enum err_code code = ERR_OK;

	if (side == ROWS_BEFORE) {
		index = place != NULL ? index : end;
		while (code == ERR_OK && n-- > 0 && index > 0)
			code = add_row(state, --index, out, err);
		return code;
	}
	if (side == ROWS_AFTER && place != NULL)
		index++;
	while (code == ERR_OK && n-- > 0 && index < end)
		code = add_row(state, index++, out, err);
	return code;
}

static void
lost_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct lost_state *state = data;

	(void)ui;
	strbuf_addf(out, _("Only in the present database: %zu"),
		state->ids->n);
}

static const char *
lost_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("These changes were saved after the copy was made. Once the "
		  "copy is restored they stand only in the old file, which is "
		  "kept.");
}

static void
lost_live(struct ui *ui, void *data, struct keymap_live *live)
{
	const struct lost_state *state = data;

	(void)ui;
	keymap_live_init(live, list_context(&state->list));
	list_live(&state->list, live);
}

static void
lost_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct lost_state *state = data;

	list_draw(&state->list, ui->app->term, body, true);
}

static bool
lost_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct lost_state *state = data;

	return ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED;
}

static void
lost_close(struct ui *ui, void *data)
{
	struct lost_state *state = data;

	(void)ui;
	list_clear(&state->list);
	free(state);
}

static const struct screen lost_screen = {
	.title = lost_title,
	.help = lost_help,
	.live = lost_live,
	.draw = lost_draw,
	.handle = lost_handle,
	.close = lost_close,
};

void
restore_open_lost(struct ui *ui, struct store *store,
	const struct journal_ids *ids)
{
	struct lost_state *state = xcalloc(1, sizeof(*state));
	const struct window_source source = {fetch, NULL, state};
	const struct list_column columns[COLUMNS_N] = {
		{.name = _("When"), .cols = 16},
		{.name = _("Who"), .cols = 8},
		{.name = C_("header", "Action"), .cols = 12},
		{.name = _("What"), .cols = 16, .grows = true},
	};

	state->store = store;
	state->ids = ids;
	memcpy(state->columns, columns, sizeof(columns));
	list_init(&state->list, state->columns, COLUMNS_N, &source, &ui->clip);
	state->list.title = 3;
	state->list.empty = "";
	ui_open(ui, &lost_screen, state);
}
