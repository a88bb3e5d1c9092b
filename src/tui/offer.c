#include "tui/offer.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "tui/wrap.h"

enum {
	OFFER_WORDS = 8,  /* at most */
	OFFER_TYPED = 32, /* characters behind the @ */
	OFFER_FRAME = 2,  /* rows or columns of the box */
	OFFER_SIGN = 2,   /* > and a blank */
};

#define NOWHERE ((size_t)-1)

void
offer_init(struct offer *offer, struct edit *edit,
	const struct offer_source *source)
{
	*offer = (struct offer){.edit = edit, .from = NOWHERE};
	if (source != NULL)
		offer->source = *source;
}

void
offer_clear(struct offer *offer)
{
	strvec_clear(&offer->words);
}

bool
offer_is_open(const struct offer *offer)
{
	return offer->words.n > 0;
}

/* Behind a letter or a digit it belongs to an address. */
static bool
is_address(const char *s, size_t at)
{
	unsigned char before = at > 0 ? (unsigned char)s[at - 1] : ' ';

	return (before >= '0' && before <= '9') ||
		((before | 0x20) >= 'a' && (before | 0x20) <= 'z');
}

/* The @ before the word that the cursor stands behind, or NOWHERE. */
static size_t
find_sign(const struct edit *edit)
{
	const char *s = edit->text.s;
	size_t at = edit->at;

	for (int i = 0; i <= OFFER_TYPED && at > 0; i++) {
		at = edit_target(edit, EDIT_LEFT, at);
		if (s[at] == '@')
			return is_address(s, at) ? NOWHERE : at;
		if (!edit_is_word(edit, at))
			break;
	}
	return NOWHERE;
}

void
offer_follow(struct offer *offer, enum edit_result result)
{
	size_t from;
	char *typed;

	if (offer->source.find == NULL || result == EDIT_IGNORED)
		return;
	strvec_clear(&offer->words);
	offer->chosen = 0;
	from = find_sign(offer->edit);
	if (from != offer->from)
		offer->refused = false;
	offer->from = from;
	if (result != EDIT_CHANGED || from == NOWHERE || offer->refused)
		return;
	typed = xstrndup(offer->edit->text.s + from + 1,
		offer->edit->at - from - 1);
	offer->source.find(offer->source.data, typed, OFFER_WORDS,
		&offer->words);
	free(typed);
}

static enum edit_result
put_in(struct offer *offer)
{
	char *word = xstrdup(offer->words.items[offer->chosen]);
	size_t n_left;

	edit_mark(offer->edit, offer->from, offer->edit->at);
	n_left = edit_paste(offer->edit, word, strlen(word));
	free(word);
	strvec_clear(&offer->words);
	return n_left > 0 ? EDIT_FULL : EDIT_CHANGED;
}

enum edit_result
offer_handle(struct offer *offer, enum action action)
{
	size_t n = offer->words.n;

	if (n == 0)
		return EDIT_IGNORED;
	switch (action) {
	case ACTION_UP:
		offer->chosen = (offer->chosen + n - 1) % n;
		return EDIT_HANDLED;
	case ACTION_DOWN:
		offer->chosen = (offer->chosen + 1) % n;
		return EDIT_HANDLED;
	case ACTION_ACCEPT:
		return put_in(offer);
	case ACTION_BACK:
		offer->refused = true;
		strvec_clear(&offer->words);
		return EDIT_HANDLED;
	default:
		return EDIT_IGNORED;
	}
}

void
offer_live(const struct offer *offer, struct keymap_live *live)
{
	if (!offer_is_open(offer))
		return;
	keymap_live_add(live, ACTION_ACCEPT);
	keymap_live_add(live, ACTION_BACK);
	keymap_live_add(live, ACTION_UP);
	keymap_live_add(live, ACTION_DOWN);
}

/* The box, with its frame, as large as there is room for. */
static struct rect
place_box(const struct offer *offer, const struct rect *rect, int row, int col)
{
	int above = row - rect->row, below = rect->rows - above - 1;
	struct rect box = {.rows = (int)offer->words.n + OFFER_FRAME};
	bool is_below = box.rows <= below || below >= above;
	int room = is_below ? below : above;

	for (size_t i = 0; i < offer->words.n; i++) {
		const char *word = offer->words.items[i];
		int cols = wrap_cols(word, strlen(word)) + OFFER_SIGN +
			OFFER_FRAME;

		box.cols = cols > box.cols ? cols : box.cols;
	}
	box.cols = box.cols < rect->cols ? box.cols : rect->cols;
	box.rows = box.rows < room ? box.rows : room;
	box.row = is_below ? row + 1 : row - box.rows;
	box.col = col;
	if (box.col + box.cols > rect->col + rect->cols)
		box.col = rect->col + rect->cols - box.cols;
	return box;
}

void
offer_draw(const struct offer *offer, struct term *term,
	const struct rect *rect, int row, int col)
{
	struct rect box = place_box(offer, rect, row, col);
	size_t n = box.rows > OFFER_FRAME ? (size_t)(box.rows - OFFER_FRAME) : 0;
	size_t first = offer->chosen >= n ? offer->chosen - n + 1 : 0;

	if (!offer_is_open(offer) || n == 0)
		return;
	term_box(term, box.row, box.col, box.rows, box.cols, NULL);
	for (size_t i = 0; i < n; i++) {
		bool chosen = first + i == offer->chosen;
		int at = box.row + 1 + (int)i;

		term_put(term, at, box.col + 1, OFFER_SIGN, chosen ? ">" : "",
			STYLE_NORMAL);
		term_put_cut(term, at, box.col + 1 + OFFER_SIGN,
			box.cols - OFFER_FRAME - OFFER_SIGN,
			offer->words.items[first + i],
			chosen ? STYLE_FOCUS : STYLE_NORMAL);
	}
}
