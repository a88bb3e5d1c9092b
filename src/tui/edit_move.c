/* Where the cursor can go; the rest of edit.h is in edit.c. */
#include "tui/edit.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

static size_t
line_start(const struct edit *edit, size_t at)
{
	const char *feed = memrchr(edit->text.s, '\n', at);

	return feed != NULL ? (size_t)(feed - edit->text.s) + 1 : 0;
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
	return at - text_prev(edit->text.s, at);
}

size_t
edit_border(const struct edit *edit, size_t at)
{
	return at > 0 ? right_of(edit, left_of(edit, at)) : 0;
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

bool
edit_is_word(const struct edit *edit, size_t at)
{
	return class_of(edit, at) == CLASS_WORD;
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
