/* Rows copied in a sheet and pasted here: the source where the file is on
 * another computer. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/import.h"

enum { PASTE_MAX = 64 << 20 };

struct paste_state {
	struct import_session *session;
};

static size_t
count_rows(const struct strbuf *text)
{
	size_t n = 0;

	for (size_t i = 0; i < text->len; i++)
		n += text->s[i] == '\n';
	return n;
}

static void
paste_title(struct ui *ui, void *data, struct strbuf *out)
{
	const struct paste_state *state = data;

	(void)ui;
	import_session_title(state->session, out);
}

static const char *
paste_help(struct ui *ui, void *data)
{
	(void)ui;
	(void)data;
	return N_("Rows that were copied in WPS or Excel on your own computer "
		  "can be pasted into this window, headings first. Several "
		  "pastes follow one another.");
}

static void
paste_live(struct ui *ui, void *data, struct keymap_live *live)
{
	const struct paste_state *state = data;

	(void)ui;
	keymap_live_init(live, CONTEXT_PAGE);
	if (state->session->text.len > 0) {
		keymap_live_add(live, ACTION_ACCEPT);
		keymap_live_add(live, ACTION_REMOVE);
	}
}

/* The last rows that were pasted, as many as there is room for. */
static void
draw_rows(struct term *term, const struct strbuf *text,
	const struct rect *rect)
{
	const char *line = text->s;
	size_t n = count_rows(text);
	int row = 0;

	for (; n > (size_t)rect->rows; n--)
		line = strchr(line, '\n') + 1;
	for (; *line != '\0' && row < rect->rows; row++) {
		size_t len = strcspn(line, "\n");
		char *shown = xstrndup(line, len);

		term_put_cut(term, rect->row + row, rect->col, rect->cols,
			shown, STYLE_NORMAL);
		free(shown);
		line += len + (line[len] == '\n');
	}
}

static void
paste_draw(struct ui *ui, void *data, const struct rect *body)
{
	const struct paste_state *state = data;
	const struct strbuf *text = &state->session->text;
	struct term *term = ui->app->term;
	struct rect rest = *body;
	size_t n = count_rows(text);
	char *sentence;

	ui_draw_text(term, &rest, 4,
		_("Copy the rows with their headings in WPS or Excel and paste "
		  "them here (Shift-Insert, or the right mouse button)."),
		STYLE_NORMAL);
	sentence = xasprintf(P_("%zu row so far.", "%zu rows so far.",
		(unsigned long)n), n);
	ui_draw_text(term, &rest, 1, sentence, STYLE_TITLE);
	term_cursor(term, rest.row - 1, 0);
	draw_rows(term, text, &rest);
	free(sentence);
}

static void
take_paste(struct ui *ui, struct strbuf *text, const struct key_event *event)
{
	if (text->len + event->len > PASTE_MAX) {
		ui_say(ui, _("That is too much to be pasted; save it as a file "
			     "in place of it."));
		return;
	}
	strbuf_add_bytes(text, event->text, event->len);
	if (text->len > 0 && text->s[text->len - 1] != '\n')
		strbuf_add_char(text, '\n');
}

static bool
paste_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct paste_state *state = data;

	if (event->kind == EVENT_PASTE) {
		take_paste(ui, &state->session->text, event);
		return true;
	}
	switch (action) {
	case ACTION_ACCEPT:
		(void)import_begin(ui, state->session);
		return true;
	case ACTION_REMOVE:
		strbuf_reset(&state->session->text);
		return true;
	default:
		return false;
	}
}

static void
paste_close(struct ui *ui, void *data)
{
	struct paste_state *state = data;

	(void)ui;
	import_session_drop(state->session);
	free(state);
}

static const struct screen paste_screen = {
	.title = paste_title,
	.help = paste_help,
	.live = paste_live,
	.draw = paste_draw,
	.handle = paste_handle,
	.close = paste_close,
};

void
import_open_paste(struct ui *ui, struct import_session *session)
{
	struct paste_state *state = xcalloc(1, sizeof(*state));

	state->session = import_session_hold(session);
	ui_open(ui, &paste_screen, state);
}
