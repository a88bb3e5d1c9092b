#include "tui/box.h"

#include <string.h>

#include "base/i18n.h"
#include "tui/help.h"
#include "tui/status.h"
#include "tui/wrap.h"

enum {
	BOX_TEXT_COLS = 60, /* a longer line is hard to read */
	BOX_EDGE = 2,       /* border and a blank, on either side */
};

static int
min_int(int a, int b)
{
	return a < b ? a : b;
}

static int
max_int(int a, int b)
{
	return a > b ? a : b;
}

static int
widest(const struct strvec *lines)
{
	int cols = 0;

	for (size_t i = 0; i < lines->n; i++)
		cols = max_int(cols, wrap_cols(lines->items[i],
			strlen(lines->items[i])));
	return cols;
}

/* The inside of a box that holds so much, in the middle of the body. */
static struct rect
place(const struct term *term, int rows, int cols)
{
	int body = term_rows(term) - STATUS_TOP - STATUS_BOTTOM;
	struct rect inside = {
		.rows = max_int(1, min_int(rows, body - 2)),
		.cols = max_int(1, min_int(cols, term_cols(term) -
			2 * BOX_EDGE)),
	};

	inside.row = STATUS_TOP + (body - inside.rows) / 2;
	inside.col = (term_cols(term) - inside.cols) / 2;
	return inside;
}

static void
draw_frame(const struct box *box, const struct rect *inside)
{
	struct term *term = box->host->term;

	term_fill(term, inside->row, inside->col - BOX_EDGE + 1, inside->rows,
		inside->cols + 2 * BOX_EDGE - 2, STYLE_NORMAL);
	term_box(term, inside->row - 1, inside->col - BOX_EDGE,
		inside->rows + 2, inside->cols + 2 * BOX_EDGE, box->title);
}

/* The lines that can be seen; ^ and v on the border where there are more. */
static void
draw_text(struct box *box, const struct rect *inside,
	const struct strvec *lines)
{
	struct term *term = box->host->term;
	int edge = inside->col + inside->cols + 1;

	box->n_lines = lines->n;
	if (box->top + box->text_rows > lines->n)
		box->top = lines->n > box->text_rows
			? lines->n - box->text_rows : 0;
	for (size_t i = 0; i < box->text_rows &&
		box->top + i < lines->n; i++)
		term_put(term, inside->row + (int)i, inside->col,
			inside->cols, lines->items[box->top + i],
			STYLE_NORMAL);
	if (box->top > 0)
		term_put(term, inside->row, edge, 1, "^", STYLE_KEY);
	if (box->top + box->text_rows < lines->n)
		term_put(term, inside->row + (int)box->text_rows - 1, edge, 1,
			"v", STYLE_KEY);
}

/* Parts the rows between text and foot; a blank one stands between them where
 * there is room for it. */
static struct rect
part(struct box *box, const struct rect *inside, int n_lines, int foot_rows)
{
	struct rect foot = *inside;
	int text_rows = n_lines;

	if (n_lines > 0 && n_lines + foot_rows > inside->rows)
		text_rows = max_int(1, inside->rows - foot_rows);
	foot.rows = min_int(foot_rows, inside->rows - text_rows);
	foot.row = inside->row + inside->rows - foot.rows;
	box->text_rows = (size_t)text_rows;
	return foot;
}

void
box_draw(struct box *box)
{
	struct term *term = box->host->term;
	int max_cols = term_cols(term) - 2 * BOX_EDGE;
	struct strvec lines = VEC_INIT;
	int rows = 0, cols = 0, blank;
	struct rect inside, foot;

	if (term_too_small(term))
		return;
	if (box->text != NULL)
		wrap_text(box->text, min_int(max_cols, BOX_TEXT_COLS), &lines);
	if (box->measure != NULL)
		box->measure(box, max_cols, &rows, &cols);
	blank = lines.n > 0 && rows > 0;
	cols = max_int(cols, widest(&lines));
	if (box->title != NULL)
		cols = max_int(cols, wrap_cols(box->title,
			strlen(box->title)) + BOX_EDGE);
	inside = place(term, (int)lines.n + blank + rows, cols);
	draw_frame(box, &inside);
	foot = part(box, &inside, (int)lines.n, rows);
	draw_text(box, &inside, &lines);
	term_cursor(term, inside.row, inside.col);
	if (box->draw != NULL && foot.rows > 0)
		box->draw(box, &foot);
	strvec_clear(&lines);
}

static void
scroll(struct box *box, int by)
{
	size_t n = by < 0 ? (size_t)-by : (size_t)by;

	if (by < 0)
		box->top -= n < box->top ? n : box->top;
	else
		box->top += n; /* box_draw() knows where it ends */
}

/* What the box does with a key itself. */
static void
handle_scroll(struct box *box, enum action action)
{
	int page = (int)(box->text_rows > 1 ? box->text_rows - 1 : 1);

	if (action == ACTION_UP)
		scroll(box, -1);
	else if (action == ACTION_DOWN)
		scroll(box, 1);
	else if (action == ACTION_PAGE_UP)
		scroll(box, -page);
	else if (action == ACTION_PAGE_DOWN)
		scroll(box, page);
}

static void
fill_live(struct box *box, struct keymap_live *live)
{
	keymap_live_init(live, box->context);
	box->live(box, live);
	keymap_live_add(live, ACTION_PAGE_UP);
	keymap_live_add(live, ACTION_PAGE_DOWN);
	if (box->about != NULL)
		keymap_live_add(live, ACTION_HELP);
}

static void
live_tell(struct box *box, struct keymap_live *live)
{
	(void)box;
	keymap_live_add(live, ACTION_ACCEPT);
	keymap_live_add(live, ACTION_BACK);
	keymap_live_add(live, ACTION_UP);
	keymap_live_add(live, ACTION_DOWN);
}

static enum box_result
handle_tell(struct box *box, enum action action, const struct key_event *event)
{
	(void)box;
	(void)event;
	return action == ACTION_ACCEPT || action == ACTION_BACK ? BOX_DONE
		: BOX_IGNORED;
}

bool
box_tell(struct dialog_host *host, const char *title, const char *text)
{
	struct box box = {
		.host = host,
		.context = CONTEXT_DIALOG,
		.title = title,
		.text = text,
		.live = live_tell,
		.handle = handle_tell,
	};

	box_run(&box);
	return !box.leaving;
}

/* In place of the box, which comes back after it. */
static void
help(struct box *box, const struct keymap_live *live)
{
	struct strbuf text = STRBUF_INIT;

	box->about(box, &text);
	strbuf_add(&text, "\n\n");
	help_add_keys(live, &text);
	box->leaving = !box_tell(box->host, _("Help"), text.s);
	strbuf_clear(&text);
}

void
box_run(struct box *box)
{
	struct dialog_host *host = box->host;
	struct key_event event = KEY_EVENT_INIT;
	enum box_result result = BOX_HANDLED;

	while (result != BOX_DONE && !box->leaving) {
		struct keymap_live live;
		enum action action;

		fill_live(box, &live);
		if (!key_pending(host->term)) {
			host->paint(host->data, &live);
			box_draw(box);
		}
		host->next(host->data, &event);
		box->leaving = event.kind == EVENT_SIGNAL;
		if (box->leaving)
			break;
		if (event.kind == EVENT_ESC_WAIT)
			key_settle_esc(host->term);
		action = keymap_find(&live, &event);
		if (action == ACTION_HELP) {
			help(box, &live);
			continue;
		}
		result = box->handle(box, action, &event);
		if (result == BOX_IGNORED)
			handle_scroll(box, action);
	}
	key_event_clear(&event);
}
