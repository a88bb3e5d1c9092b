#include "tui/status.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "tui/wrap.h"

enum {
	BETWEEN = 2,           /* columns between two entries of the bar */
	MESSAGE_LINES_MAX = 3, /* of a long message */
};

/* An entry of the bar and where it stands. */
struct piece {
	char digit[2]; /* in place of a key's name, while Esc waits */
	const char *key;
	const char *word;
	int key_cols;
	int cols;
};

struct bar {
	struct piece pieces[ACTION_N];
	size_t n;
	int cols;
};

void
status_init(struct status *status)
{
	*status = (struct status){
		.place = xstrdup(""),
		.side = xstrdup(""),
		.message = xstrdup(""),
	};
}

void
status_clear(struct status *status)
{
	free(status->place);
	free(status->side);
	free(status->message);
	*status = (struct status){0};
}

/* What is set may be the old text itself or a part of it. */
static void
replace(char **text, const char *with)
{
	char *old = *text;

	*text = xstrdup(with);
	free(old);
}

void
status_set_place(struct status *status, const char *place)
{
	replace(&status->place, place);
}

void
status_set_side(struct status *status, const char *side)
{
	replace(&status->side, side);
}

void
status_say(struct status *status, enum style style, const char *format, ...)
{
	char *old = status->message;
	va_list args;

	va_start(args, format);
	status->message = xvasprintf(format, args);
	va_end(args);
	free(old);
	status->message_style = style;
}

void
status_hush(struct status *status)
{
	replace(&status->message, "");
}

void
status_note(struct status *status, const struct key_event *event)
{
	static const bool ends_wait[EVENT_N] = {
		[EVENT_CHAR] = true,
		[EVENT_KEY] = true,
		[EVENT_PASTE] = true,
		[EVENT_SIGNAL] = true,
	};

	if (event->kind == EVENT_ESC_WAIT)
		status->esc_waits = true;
	else if (ends_wait[event->kind])
		status->esc_waits = false;
}

/* Appends an entry to the bar if it fits into cols columns. */
static void
add_piece(struct bar *bar, const struct keymap_entry *entry, bool as_digit,
	int cols)
{
	struct piece *piece = &bar->pieces[bar->n];
	int before = bar->n > 0 ? BETWEEN : 0;

	piece->word = entry->word;
	if (*piece->word == '\0' || entry->n_keys == 0)
		return;
	piece->digit[0] = entry->digit;
	piece->digit[1] = '\0';
	piece->key = as_digit ? piece->digit : entry->keys[0];
	piece->key_cols = (int)text_cols(piece->key);
	piece->cols = piece->key_cols + 1 + (int)text_cols(piece->word);
	if (bar->cols + before + piece->cols > cols)
		return;
	bar->cols += before + piece->cols;
	bar->n++;
}

/* An entry that does not fit leaves its place to a shorter one after it. */
static void
lay_keys(struct bar *bar, const struct keymap_live *live, int cols)
{
	struct keymap_entry entry;

	for (size_t i = 0; i < live->n; i++) {
		keymap_entry(live, i, &entry);
		add_piece(bar, &entry, false, cols);
	}
}

static void
lay_digits(struct bar *bar, const struct keymap_live *live, int cols)
{
	struct keymap_entry entry;

	for (const char *digit = "1234567890"; *digit != '\0'; digit++) {
		for (size_t i = 0; i < live->n; i++) {
			keymap_entry(live, i, &entry);
			if (entry.digit == *digit)
				add_piece(bar, &entry, true, cols);
		}
	}
}

static void
lay_bar(struct bar *bar, const struct keymap_live *live, bool esc_waits,
	int cols)
{
	bar->n = 0;
	bar->cols = 0;
	if (esc_waits)
		lay_digits(bar, live, cols);
	else
		lay_keys(bar, live, cols);
}

void
status_bar(const struct keymap_live *live, bool esc_waits, int cols,
	struct strbuf *out)
{
	struct bar bar;

	lay_bar(&bar, live, esc_waits, cols);
	for (size_t i = 0; i < bar.n; i++)
		strbuf_addf(out, "%*s%s %s", i > 0 ? BETWEEN : 0, "",
			bar.pieces[i].key, bar.pieces[i].word);
}

static void
draw_bar(const struct status *status, struct term *term,
	const struct keymap_live *live)
{
	enum style style = term_settings(term)->slow_line ? STYLE_NORMAL
							  : STYLE_KEY;
	int row = term_rows(term) - 1, col = 0;
	struct bar bar;

	lay_bar(&bar, live, status->esc_waits, term_cols(term));
	term_fill(term, row, 0, 1, term_cols(term), STYLE_NORMAL);
	for (size_t i = 0; i < bar.n; i++) {
		const struct piece *piece = &bar.pieces[i];

		col += i > 0 ? BETWEEN : 0;
		term_put(term, row, col, piece->key_cols, piece->key, style);
		term_put(term, row, col + piece->key_cols + 1,
			piece->cols - piece->key_cols - 1, piece->word,
			STYLE_NORMAL);
		col += piece->cols;
	}
}

/* The side takes what the place leaves, and half of the line at least. */
static void
draw_top(const struct status *status, struct term *term)
{
	int cols = term_cols(term);
	int place_cols = (int)text_cols(status->place) + BETWEEN;
	int side_cols = (int)text_cols(status->side);
	int most = cols - place_cols > cols / 2 ? cols - place_cols : cols / 2;

	if (side_cols > most)
		side_cols = most;
	place_cols = cols - side_cols - (side_cols > 0 ? BETWEEN : 0);
	term_fill(term, 0, 0, 1, cols, STYLE_TITLE);
	term_put_cut(term, 0, 0, place_cols, status->place, STYLE_TITLE);
	term_put_cut(term, 0, cols - side_cols, side_cols, status->side,
		STYLE_NORMAL);
}

static void
draw_message(const struct status *status, struct term *term)
{
	struct strvec lines = VEC_INIT;
	int cols = term_cols(term), row = term_rows(term) - STATUS_BOTTOM;
	char *clean = text_clean(status->message, strlen(status->message));
	char *last;
	size_t n;

	wrap_text(clean, cols, &lines);
	n = lines.n < MESSAGE_LINES_MAX ? lines.n : MESSAGE_LINES_MAX;
	if (lines.n > n) {
		last = lines.items[n - 1];
		lines.items[n - 1] = xasprintf("%s %s", last, lines.items[n]);
		free(last);
	}
	row -= n > 0 ? (int)n - 1 : 0;
	term_fill(term, row, 0, term_rows(term) - 1 - row, cols, STYLE_NORMAL);
	for (size_t i = 0; i < n; i++)
		term_put_cut(term, row + (int)i, 0,
			(int)text_cols(lines.items[i]), lines.items[i],
			status->message_style);
	strvec_clear(&lines);
	free(clean);
}

void
status_draw(const struct status *status, struct term *term,
	const struct keymap_live *live)
{
	draw_top(status, term);
	draw_message(status, term);
	draw_bar(status, term, live);
}
