#include "tui/edit.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

/* Undo reaches back as far as these let it. */
enum { STEPS_MAX = 2000, STEPS_BYTES = 8 << 20 };

void
edit_init(struct edit *edit, bool lines, size_t max, struct strbuf *clip)
{
	*edit = (struct edit){
		.text = STRBUF_INIT,
		.rest = STRBUF_INIT,
		.lines = lines,
		.max = max,
		.clip = clip,
	};
}

static void
clear_step(struct edit_step *step)
{
	strbuf_clear(&step->gone);
	strbuf_clear(&step->came);
}

static void
forget_steps(struct edit *edit, size_t from)
{
	for (size_t i = from; i < edit->steps.n; i++)
		clear_step(&edit->steps.items[i]);
	edit->steps.n = from;
	if (edit->n_done > from)
		edit->n_done = from;
}

void
edit_clear(struct edit *edit)
{
	forget_steps(edit, 0);
	vec_clear(&edit->steps);
	strbuf_clear(&edit->text);
	strbuf_clear(&edit->rest);
	edit->at = edit->anchor = edit->n_chars = 0;
	edit->marking = false;
}

static size_t
n_chars_of(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

void
edit_set(struct edit *edit, const char *text)
{
	forget_steps(edit, 0);
	strbuf_reset(&edit->text);
	strbuf_add(&edit->text, text);
	edit->n_chars = n_chars_of(edit->text.s, edit->text.len);
	edit->head = edit->tail = 0;
	edit->at = edit->anchor = edit->text.len;
	edit->marking = false;
	edit->n_changes++;
}

static void
close_step(struct edit *edit)
{
	if (edit->n_done > 0)
		edit->steps.items[edit->n_done - 1].open = false;
}

bool
edit_go(struct edit *edit, size_t at, bool mark)
{
	size_t was = edit->at;

	edit->at = edit_border(edit, at < edit->text.len ? at : edit->text.len);
	if (!mark && !edit->marking)
		edit->anchor = edit->at;
	close_step(edit);
	return edit->at != was;
}

bool
edit_move(struct edit *edit, enum edit_move move, bool mark)
{
	return edit_go(edit, edit_target(edit, move, edit->at), mark);
}

void
edit_toggle_marking(struct edit *edit)
{
	edit->marking = !edit->marking;
	edit->anchor = edit->at;
}

void
edit_mark(struct edit *edit, size_t from, size_t to)
{
	edit->anchor = from;
	edit->at = to;
	edit->marking = false;
	close_step(edit);
}

void
edit_mark_all(struct edit *edit)
{
	edit_mark(edit, 0, edit->text.len);
}

bool
edit_marked(const struct edit *edit, size_t *from, size_t *to)
{
	*from = edit->at < edit->anchor ? edit->at : edit->anchor;
	*to = edit->at < edit->anchor ? edit->anchor : edit->at;
	return *from < *to;
}

static size_t
min_size(size_t a, size_t b)
{
	return a < b ? a : b;
}

void
edit_same(struct edit *edit, size_t *head, size_t *tail)
{
	*head = edit->head;
	*tail = edit->tail;
	edit->head = edit->tail = edit->text.len;
}

/* Changes the text and nothing else. */
static void
exchange(struct edit *edit, size_t at, size_t gone_len, const char *came,
	size_t came_len)
{
	edit->head = min_size(edit->head, at);
	edit->tail = min_size(edit->tail, edit->text.len - at - gone_len);
	edit->n_chars -= n_chars_of(edit->text.s + at, gone_len);
	edit->n_chars += n_chars_of(came, came_len);
	strbuf_remove(&edit->text, at, gone_len);
	strbuf_insert(&edit->text, at, came, came_len);
	edit->n_changes++;
}

/*
 * Joins a change to the step before it where both are typing, or both deleting
 * in one direction, without anything between.
 */
static bool
join_step(struct edit *edit, size_t from, size_t to, const char *s, size_t len)
{
	struct edit_step *last;
	const char *gone = edit->text.s + from;

	if (edit->n_done == 0)
		return false;
	last = &edit->steps.items[edit->n_done - 1];
	if (!last->open)
		return false;
	if (from == to && last->gone.len == 0 && last->came.len > 0 &&
		last->at + last->came.len == from) {
		strbuf_add_bytes(&last->came, s, len);
		return true;
	}
	if (len > 0 || last->came.len > 0)
		return false;
	if (last->at == to) {
		strbuf_insert(&last->gone, 0, gone, to - from);
		last->at = from;
		return true;
	}
	if (last->at == from) {
		strbuf_add_bytes(&last->gone, gone, to - from);
		return true;
	}
	return false;
}

/* Whether there are more than are worth their memory. */
static bool
are_many(const struct edit *edit)
{
	size_t n_bytes = 0;

	for (size_t i = 0; i < edit->steps.n; i++)
		n_bytes += edit->steps.items[i].gone.size +
			edit->steps.items[i].came.size;
	return edit->steps.n > STEPS_MAX || n_bytes > STEPS_BYTES;
}

/* Only the newest is kept whatever it takes. */
static void
forget_oldest(struct edit *edit)
{
	while (edit->steps.n > 1 && are_many(edit)) {
		clear_step(&edit->steps.items[0]);
		edit->steps.n--;
		edit->n_done--;
		memmove(edit->steps.items, edit->steps.items + 1,
			edit->steps.n * sizeof(*edit->steps.items));
	}
}

static void
add_step(struct edit *edit, size_t from, size_t to, const char *s, size_t len)
{
	struct edit_step step = {
		.at = from,
		.gone = STRBUF_INIT,
		.came = STRBUF_INIT,
		.cursor = edit->at,
		.anchor = edit->anchor,
		.open = true,
	};

	strbuf_add_bytes(&step.gone, edit->text.s + from, to - from);
	strbuf_add_bytes(&step.came, s, len);
	vec_push(&edit->steps, step);
	edit->n_done = edit->steps.n;
	forget_oldest(edit);
}

/* The text [from, to) becomes s; the cursor stands behind it. */
static void
replace(struct edit *edit, size_t from, size_t to, const char *s, size_t len)
{
	forget_steps(edit, edit->n_done);
	if (!join_step(edit, from, to, s, len))
		add_step(edit, from, to, s, len);
	exchange(edit, from, to - from, s, len);
	edit->at = edit_border(edit, from + len);
	edit->anchor = edit->at;
	edit->marking = false;
}

/* Appends the character at s as it may stand in this text; returns the bytes
 * that were read. */
static size_t
admit_char(const struct edit *edit, const char *s, size_t len,
	struct strbuf *out)
{
	size_t n_bytes;
	uint32_t c = text_char(s, &n_bytes);

	if (c == '\r' || c == '\n' || c == 0x0b || c == 0x0c || c == 0x85 ||
		c == 0x2028 || c == 0x2029) {
		strbuf_add_char(out, edit->lines ? '\n' : ' ');
		if (c == '\r' && len > 1 && s[1] == '\n')
			n_bytes = 2;
	} else if (c == '\t') {
		strbuf_add_char(out, ' ');
	} else if (text_char_cols(c) >= 0) {
		strbuf_add_bytes(out, s, n_bytes);
	}
	return n_bytes;
}

static void
admit(const struct edit *edit, const char *s, size_t len, struct strbuf *out)
{
	while (len > 0) {
		size_t good = text_first_bad(s, len);

		for (size_t n; good > 0; s += n, len -= n, good -= n)
			n = admit_char(edit, s, good, out);
		if (len > 0)
			s++, len--;
	}
}

/* How many leading bytes of s, whole clusters, have a place where the range
 * [from, to) makes room for them. */
static size_t
fitting(const struct edit *edit, size_t from, size_t to, const char *s)
{
	size_t taken = 0, cluster, room;
	size_t kept = edit->n_chars -
		n_chars_of(edit->text.s + from, to - from);

	if (edit->max == 0)
		return strlen(s);
	room = edit->max > kept ? edit->max - kept : 0;
	while ((cluster = text_next(s + taken)) > 0) {
		size_t n_chars = n_chars_of(s + taken, cluster);

		if (n_chars > room)
			break;
		room -= n_chars;
		taken += cluster;
	}
	return taken;
}

size_t
edit_insert(struct edit *edit, const char *s, size_t len)
{
	struct strbuf text = STRBUF_INIT;
	size_t from, to, taken, n_left;

	admit(edit, s, len, &text);
	edit_marked(edit, &from, &to);
	taken = fitting(edit, from, to, text.s);
	if (taken > 0)
		replace(edit, from, to, text.s, taken);
	n_left = n_chars_of(text.s + taken, text.len - taken);
	strbuf_reset(&edit->rest);
	strbuf_add_bytes(&edit->rest, text.s + taken, text.len - taken);
	/* A word is a step: what ends one closes it. */
	if (taken > 0 && !edit_is_word(edit,
		    edit_target(edit, EDIT_LEFT, edit->at)))
		close_step(edit);
	strbuf_clear(&text);
	return n_left;
}

size_t
edit_paste(struct edit *edit, const char *s, size_t len)
{
	size_t n_left;

	close_step(edit);
	n_left = edit_insert(edit, s, len);
	close_step(edit);
	return n_left;
}

bool
edit_delete(struct edit *edit, enum edit_move move)
{
	size_t from, to, target;

	if (!edit_marked(edit, &from, &to)) {
		target = edit_target(edit, move, edit->at);
		if (target == edit->at && move == EDIT_LINE_END)
			target = edit_target(edit, EDIT_RIGHT, edit->at);
		from = target < edit->at ? target : edit->at;
		to = target < edit->at ? edit->at : target;
	}
	if (from == to)
		return false;
	replace(edit, from, to, "", 0);
	return true;
}

bool
edit_copy(const struct edit *edit)
{
	size_t from, to;

	if (edit->clip == NULL || !edit_marked(edit, &from, &to))
		return false;
	strbuf_reset(edit->clip);
	strbuf_add_bytes(edit->clip, edit->text.s + from, to - from);
	return true;
}

bool
edit_cut(struct edit *edit)
{
	if (!edit_copy(edit))
		return false;
	close_step(edit);
	edit_delete(edit, EDIT_LEFT);
	close_step(edit);
	return true;
}

bool
edit_undo(struct edit *edit)
{
	struct edit_step *step;

	if (edit->n_done == 0)
		return false;
	step = &edit->steps.items[--edit->n_done];
	exchange(edit, step->at, step->came.len, step->gone.s, step->gone.len);
	edit->at = step->cursor;
	edit->anchor = step->anchor;
	edit->marking = false;
	step->open = false;
	close_step(edit);
	return true;
}

bool
edit_redo(struct edit *edit)
{
	struct edit_step *step;

	if (edit->n_done == edit->steps.n)
		return false;
	step = &edit->steps.items[edit->n_done++];
	exchange(edit, step->at, step->gone.len, step->came.s, step->came.len);
	edit->at = edit_border(edit, step->at + step->came.len);
	edit->anchor = edit->at;
	edit->marking = false;
	step->open = false;
	return true;
}
