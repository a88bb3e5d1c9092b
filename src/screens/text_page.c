#include "screens/text_page.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "tui/wrap.h"

struct page_state {
	char *title;
	char *text;
	struct strvec lines; /* wrapped to cols */
	int cols;
	int rows; /* of the body, as drawn last */
	size_t top;
};

static size_t
last_top(const struct page_state *state)
{
	return state->lines.n > (size_t)state->rows
		? state->lines.n - (size_t)state->rows : 0;
}

/* Wraps to the width, and keeps what is shown within the text. */
static void
lay_out(struct page_state *state, int cols, int rows)
{
	if (state->cols != cols) {
		strvec_clear(&state->lines);
		wrap_text(state->text, cols - 2, &state->lines);
		state->cols = cols;
	}
	state->rows = rows;
	if (state->top > last_top(state))
		state->top = last_top(state);
}

static void
page_title(struct ui *ui, void *data, struct strbuf *out)
{
	struct page_state *state = data;

	lay_out(state, term_cols(ui->app->term),
		term_rows(ui->app->term) - STATUS_TOP - STATUS_BOTTOM);
	strbuf_add(out, state->title);
	if (last_top(state) > 0)
		strbuf_addf(out, _("  %zu-%zu of %zu"), state->top + 1,
			state->top + (size_t)state->rows, state->lines.n);
}

static void
page_live(struct ui *ui, void *data, struct keymap_live *live)
{
	(void)ui;
	(void)data;
	keymap_live_init(live, CONTEXT_PAGE);
	keymap_live_add(live, ACTION_BACK);
	keymap_live_add(live, ACTION_UP);
	keymap_live_add(live, ACTION_DOWN);
	keymap_live_add(live, ACTION_PAGE_UP);
	keymap_live_add(live, ACTION_PAGE_DOWN);
	keymap_live_add(live, ACTION_FIRST);
	keymap_live_add(live, ACTION_LAST);
}

static void
page_draw(struct ui *ui, void *data, const struct rect *body)
{
	struct page_state *state = data;

	lay_out(state, body->cols, body->rows);
	for (int i = 0; i < body->rows &&
		state->top + (size_t)i < state->lines.n; i++)
		term_put(ui->app->term, body->row + i, body->col + 1,
			body->cols - 2, state->lines.items[state->top +
				(size_t)i], STYLE_NORMAL);
	term_cursor(ui->app->term, body->row, body->col);
}

static bool
page_handle(struct ui *ui, void *data, enum action action,
	const struct key_event *event)
{
	struct page_state *state = data;
	size_t page = state->rows > 1 ? (size_t)state->rows - 1 : 1;

	(void)ui;
	(void)event;
	switch (action) {
	case ACTION_UP:
		state->top -= state->top > 0;
		return true;
	case ACTION_DOWN:
		state->top++;
		return true;
	case ACTION_PAGE_UP:
		state->top -= state->top < page ? state->top : page;
		return true;
	case ACTION_PAGE_DOWN:
		state->top += page;
		return true;
	case ACTION_FIRST:
		state->top = 0;
		return true;
	case ACTION_LAST:
		state->top = state->lines.n;
		return true;
	default:
		return false;
	}
}

static void
page_close(struct ui *ui, void *data)
{
	struct page_state *state = data;

	(void)ui;
	strvec_clear(&state->lines);
	free(state->title);
	free(state->text);
	free(state);
}

static const struct screen page_screen = {
	.title = page_title,
	.live = page_live,
	.draw = page_draw,
	.handle = page_handle,
	.close = page_close,
};

void
open_text_page(struct ui *ui, const char *title, const char *text)
{
	struct page_state *state = xcalloc(1, sizeof(*state));

	state->title = xstrdup(title);
	state->text = xstrdup(text);
	ui_open(ui, &page_screen, state);
}
