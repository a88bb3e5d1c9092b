#include "tui/edit.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

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
forget_steps(struct edit *edit, size_t from)
{
	for (size_t i = from; i < edit->steps.n; i++) {
		strbuf_clear(&edit->steps.items[i].gone);
		strbuf_clear(&edit->steps.items[i].came);
	}
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
	edit->at = edit->anchor = 0;
	edit->marking = false;
}

void
edit_set(struct edit *edit, const char *text)
{
	forget_steps(edit, 0);
	strbuf_reset(&edit->text);
	strbuf_add(&edit->text, text);
	edit->at = edit->anchor = edit->text.len;
	edit->marking = false;
	edit->n_changes++;
}

/*
 * Borders are always counted from the beginning of the line: whether two
 * flags or two emoji part at a place depends on all that stands before it.
 */
static size_t
line_start(const struct edit *edit, size_t at)
{
	while (at > 0 && edit->text.s[at - 1] != '\n')
		at--;
	return at;
}

static size_t
line_end(const struct edit *edit, size_t at)
{
	return at + strcspn(edit->text.s + at, "\n");
}

static size_t
right_of(const struct edit *edit, size_t at)
{
	return at + text_next(edit->text.s + at);
}

static size_t
left_of(const struct edit *edit, size_t at)
{
	size_t border, next;

	if (at == 0)
		return 0;
	border = line_start(edit, at - 1);
	while ((next = right_of(edit, border)) < at)
		border = next;
	return border;
}

/* The first border that is not before at. */
static size_t
border_at(const struct edit *edit, size_t at)
{
	size_t border = line_start(edit, at);

	while (border < at && border < edit->text.len)
		border = right_of(edit, border);
	return border;
}

/* What a word is made of, for moving over it. */
enum word_class { CLASS_BLANK, CLASS_MARK, CLASS_WORD };

static enum word_class
class_of(const struct edit *edit, size_t at)
{
	uint32_t c;

	if (at >= edit->text.len)
		return CLASS_BLANK;
	c = text_char(edit->text.s + at, NULL);
	if (c == '\n' || c == ' ' || c == 0xa0 || c == 0x3000)
		return CLASS_BLANK;
	if (c < 0x80)
		return strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", (int)c)
			? CLASS_MARK : CLASS_WORD;
	if ((c >= 0x2010 && c <= 0x205e) || (c >= 0x3001 && c <= 0x303d) ||
		(c >= 0xff01 && c <= 0xff0f) || (c >= 0xff1a && c <= 0xff20) ||
		(c >= 0xff3b && c <= 0xff40) || (c >= 0xff5b && c <= 0xff65))
		return CLASS_MARK;
	return CLASS_WORD;
}

static size_t
word_right_of(const struct edit *edit, size_t at)
{
	enum word_class class = class_of(edit, at);

	while (at < edit->text.len && class_of(edit, at) == class)
		at = right_of(edit, at);
	while (at < edit->text.len && class_of(edit, at) == CLASS_BLANK)
		at = right_of(edit, at);
	return at;
}

static size_t
word_left_of(const struct edit *edit, size_t at)
{
	size_t before = left_of(edit, at);
	enum word_class class;

	while (before > 0 && class_of(edit, before) == CLASS_BLANK)
		before = left_of(edit, before);
	class = class_of(edit, before);
	for (at = before; at > 0; at = before) {
		before = left_of(edit, at);
		if (class_of(edit, before) != class)
			break;
	}
	return at;
}

size_t
edit_target(const struct edit *edit, enum edit_move move, size_t at)
{
	switch (move) {
	case EDIT_LEFT:
		return left_of(edit, at);
	case EDIT_RIGHT:
		return right_of(edit, at);
	case EDIT_WORD_LEFT:
		return word_left_of(edit, at);
	case EDIT_WORD_RIGHT:
		return word_right_of(edit, at);
	case EDIT_LINE_START:
		return line_start(edit, at);
	case EDIT_LINE_END:
		return line_end(edit, at);
	case EDIT_TEXT_START:
		return 0;
	case EDIT_TEXT_END:
	case EDIT_MOVE_N:
		break;
	}
	return edit->text.len;
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

	edit->at = at < edit->text.len ? border_at(edit, at) : edit->text.len;
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
edit_mark_all(struct edit *edit)
{
	edit->anchor = 0;
	edit->at = edit->text.len;
	close_step(edit);
}

bool
edit_marked(const struct edit *edit, size_t *from, size_t *to)
{
	*from = edit->at < edit->anchor ? edit->at : edit->anchor;
	*to = edit->at < edit->anchor ? edit->anchor : edit->at;
	return *from < *to;
}

/* Changes the text and nothing else. */
static void
exchange(struct edit *edit, size_t at, size_t gone_len, const char *came,
	size_t came_len)
{
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
}

/* The text [from, to) becomes s; the cursor stands behind it. */
static void
replace(struct edit *edit, size_t from, size_t to, const char *s, size_t len)
{
	forget_steps(edit, edit->n_done);
	if (!join_step(edit, from, to, s, len))
		add_step(edit, from, to, s, len);
	exchange(edit, from, to - from, s, len);
	edit->at = border_at(edit, from + len);
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

static size_t
n_chars_of(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

/* How many leading bytes of s, whole clusters, have a place where the range
 * [from, to) makes room for them. */
static size_t
fitting(const struct edit *edit, size_t from, size_t to, const char *s)
{
	size_t taken = 0, cluster, room;
	size_t kept = n_chars_of(edit->text.s, edit->text.len) -
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
	if (taken > 0 && class_of(edit, left_of(edit, edit->at)) != CLASS_WORD)
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
			target = right_of(edit, edit->at);
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
	edit->at = border_at(edit, step->at + step->came.len);
	edit->anchor = edit->at;
	edit->marking = false;
	step->open = false;
	return true;
}
