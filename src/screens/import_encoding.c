/* In which encoding is the file?  The first rows, as each that fits reads
 * them. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/import.h"

enum { PREVIEW_ROWS = 30 };

struct encoding_state {
	struct import_session *session;
	enum encoding fits[ENC_N];
	size_t n;
	struct strvec previews[ENC_N]; /* by index of fits */
	struct list_column column;
	struct array array;
	struct list list;
};

static void
encoding_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct encoding_state *state = data;

	(void)ui;
	import_session_title(state->session, out);
}

static const char *
encoding_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("The same bytes can be read in several ways, of which one "
		  "gives the words that were meant. Choose the one whose rows "
		  "are readable below.");
}

static void
encoding_live(struct ui *ui, void *data, struct keymap_live *live)
{
	const struct encoding_state *state = data;

	(void)ui;
	keymap_live_init(live, CONTEXT_LIST);
	keymap_live_add(live, ACTION_OPEN);
	list_live(&state->list, live);
}

static void
encoding_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct encoding_state *state = data;
	struct term *term = ui->app->term;
	const struct row *row = list_chosen(&state->list);
	struct rect rest = *body, list;

	ui_draw_text(term, &rest, 3,
		_("The file can be read in several ways. Which one is right?"),
		STYLE_TITLE);
	list = rest;
	list.rows = (int)state->n + 1;
	rest.row += list.rows + 1;
	rest.rows -= list.rows + 1;
	for (size_t i = 0; row != NULL && rest.rows > 0 &&
		i < state->previews[row->id].n; i++)
		ui_draw_text(term, &rest, 1,
			state->previews[row->id].items[i], STYLE_NORMAL);
	list_draw(&state->list, term, &list, true);
}

static bool
encoding_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct encoding_state *state = data;
	const struct row *row;

	if (ui_list_handle(ui, &state->list, action, event) != LIST_IGNORED)
		return true;
	if (action != ACTION_OPEN)
		return false;
	row = list_chosen(&state->list);
	import_set_encoding(state->session->import, state->fits[row->id]);
	(void)import_open_columns(ui, state->session);
	return true;
}

static void
encoding_close(struct ui *ui, void *data)
{
	struct encoding_state *state = data;

	(void)ui;
	list_clear(&state->list);
	array_clear(&state->array);
	for (size_t i = 0; i < state->n; i++)
		strvec_clear(&state->previews[i]);
	import_session_drop(state->session);
	free(state);
}

static const struct screen encoding_screen = {
	.title = encoding_title,
	.help = encoding_help,
	.live = encoding_live,
	.draw = encoding_draw,
	.handle = encoding_handle,
	.close = encoding_close,
};

/* What one sees of a file in a wrong encoding is that it cannot be read. */
static void
load_preview(struct encoding_state *state, size_t i)
{
	struct err err = ERR_INIT;

	if (import_preview(state->session->import, state->fits[i],
		    PREVIEW_ROWS, &state->previews[i], &err) != ERR_OK)
		strvec_add(&state->previews[i], err.text);
	err_clear(&err);
}

void
import_open_encoding(struct ui *ui, struct import_session *session)
{
	struct encoding_state *state = xcalloc(1, sizeof(*state));
	struct window_source source;

	state->session = import_session_hold(session);
	state->n = import_encodings(session->import, state->fits);
	state->column = (struct list_column){
		.name = _("Encoding"), .cols = 16, .grows = true};
	array_init(&state->array);
	for (size_t i = 0; i < state->n; i++) {
		strvec_add(&array_add(&state->array)->cells,
			enc_name(state->fits[i]));
		load_preview(state, i);
	}
	array_source(&state->array, &source);
	list_init(&state->list, &state->column, 1, &source, &ui->clip);
	ui_open(ui, &encoding_screen, state);
}
