/*
 * The editor against a plain string: whatever is done, the text is the same,
 * the cursor stands between two characters and on the screen, and the lines are
 * those that laying out all of it anew would make.
 */
#include "fuzz.h"

#include <locale.h>
#include <stdio.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "tui/editor.h"
#include "tui/wrap.h"

enum { ROUNDS = 60, STEPS = 250, ROWS = 12, COLS = 40, LONGEST = 1500 };

/* What is typed: letters, hanzi, one beyond the first plane, marks that join
 * what stands before them, Mongolian, pictographs, flags, punctuation. */
static const char *const pieces[] = {
	"a", "bc ", " ", "  ", "张", "党委", "\xf0\xa0\xae\xb7", "e\xcc\x81",
	"\xcc\x81", "\xe1\xa0\xad\xe1\xa0\x8b", "\xe1\xa0\xa0", "\xe1\xa0\x8e",
	"\xe2\x80\x8d", "👨\xe2\x80\x8d👩", "\xf0\x9f\x87\xa8\xf0\x9f\x87\xb3",
	"\xf0\x9f\x87\xa8", "葛\xf3\xa0\x84\x80", "\n", "，", "。”", "“", "（",
	"——", "……", "2026", "①", "·", "　",
	"第一议题：学习“三会一课”制度（讲解）。\n各支部 discussed it，举手表决。\n",
};

struct play {
	struct fuzz fuzz;
	struct term *term;
	struct rect rect;
	struct strbuf clip;
	struct edit edit;
	struct editor editor;
	/* The model: every text that there was, and which one it is now. */
	struct strvec texts;
	size_t now;
	size_t at;
	size_t anchor;
};

static const char *
model(const struct play *play)
{
	return play->texts.items[play->now];
}

static size_t
border(const char *s, size_t at)
{
	size_t border = 0;

	while (border < at)
		border += text_next(s + border);
	return border;
}

static size_t
left_of(const char *s, size_t at)
{
	size_t border = 0, next;

	while (border < at && (next = border + text_next(s + border)) < at)
		border = next;
	return border;
}

/* What is to be redone is forgotten. */
static void
model_replace(struct play *play, size_t from, size_t to, const char *s)
{
	char *text = xasprintf("%.*s%s%s", (int)from, model(play), s,
		model(play) + to);

	while (play->texts.n > play->now + 1)
		free(play->texts.items[--play->texts.n]);
	vec_push(&play->texts, text);
	play->now++;
	play->at = play->anchor = border(text, from + strlen(s));
}

static size_t
min_of(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void
model_insert(struct play *play, const char *s)
{
	size_t from = min_of(play->at, play->anchor);
	size_t to = play->at + play->anchor - from;

	if (*s != '\0')
		model_replace(play, from, to, s);
}

/* Deletes what is marked, else between the cursor and target. */
static void
model_erase(struct play *play, size_t target)
{
	size_t other = play->at != play->anchor ? play->anchor : target;
	size_t from = min_of(play->at, other);
	size_t to = play->at + other - from;

	if (from < to)
		model_replace(play, from, to, "");
}

static enum edit_result
act(struct play *play, enum action action)
{
	static const struct key_event none = {.kind = EVENT_KEY};

	return editor_handle(&play->editor, action, &none);
}

static void
expect(const struct play *play, bool is_so, const char *what)
{
	fuzz_expect(&play->fuzz, is_so, what);
}

static void
type(struct play *play, const char *piece, bool pasted)
{
	struct key_event event = {.kind = EVENT_PASTE, .text = (char *)piece,
		.len = strlen(piece)};
	size_t n;

	if (strlen(model(play)) > LONGEST)
		return;
	if (pasted) {
		editor_handle(&play->editor, ACTION_NONE, &event);
		model_insert(play, piece);
		return;
	}
	event.kind = EVENT_CHAR;
	event.code = text_char(piece, &n);
	if (event.code == '\n') {
		act(play, ACTION_NEW_LINE);
		model_insert(play, "\n");
	} else {
		char *c = xstrndup(piece, n);

		editor_handle(&play->editor, ACTION_NONE, &event);
		model_insert(play, c);
		free(c);
	}
}

/* To a text that was there before, or after, this one. */
static void
go_in_time(struct play *play, enum action action)
{
	size_t was = play->now, step = action == ACTION_UNDO ? -(size_t)1 : 1;

	if (act(play, action) != EDIT_CHANGED)
		return;
	do {
		play->now += step;
		expect(play, play->now < play->texts.n, "undo leads back and "
			"redo on");
	} while (strcmp(model(play), play->edit.text.s) != 0);
	expect(play, play->now != was, "undo and redo change the text");
	play->at = play->edit.at;
	play->anchor = play->edit.anchor;
}

/* Where it leads is not the model's business. */
static void
move(struct play *play)
{
	static const enum action moves[] = {
		ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN,
		ACTION_LINE_BEGIN, ACTION_LINE_END, ACTION_LINE_END,
		ACTION_WORD_LEFT, ACTION_WORD_RIGHT, ACTION_FIRST, ACTION_LAST,
		ACTION_SELECT_UP, ACTION_SELECT_DOWN, ACTION_SELECT_LEFT,
		ACTION_SELECT_RIGHT, ACTION_SELECT_LINE_BEGIN,
		ACTION_SELECT_LINE_END, ACTION_SELECT,
	};
	size_t n = sizeof(moves) / sizeof(*moves);

	expect(play, act(play, moves[fuzz_below(&play->fuzz, n)]) ==
			EDIT_HANDLED, "a move is one");
	play->at = play->edit.at;
	play->anchor = play->edit.anchor;
}

static void
step_left_or_right(struct play *play)
{
	bool left = fuzz_below(&play->fuzz, 2) == 0;
	bool marking = play->edit.marking;

	act(play, left ? ACTION_LEFT : ACTION_RIGHT);
	play->at = left ? left_of(model(play), play->at)
		: play->at + text_next(model(play) + play->at);
	if (!marking)
		play->anchor = play->at;
}

static void
cut_or_paste(struct play *play)
{
	switch (fuzz_below(&play->fuzz, 3)) {
	case 0:
		act(play, ACTION_COPY);
		break;
	case 1:
		if (act(play, ACTION_CUT) == EDIT_CHANGED)
			model_erase(play, play->at);
		break;
	default:
		if (strlen(model(play)) + play->clip.len > LONGEST)
			break;
		act(play, ACTION_PASTE);
		model_insert(play, play->clip.s);
		break;
	}
}

static void
find(struct play *play)
{
	struct key_event event = {.kind = EVENT_PASTE};

	event.text = (char *)pieces[fuzz_below(&play->fuzz, 12)];
	event.len = strlen(event.text);
	act(play, ACTION_FIND);
	editor_handle(&play->editor, ACTION_NONE, &event);
	act(play, fuzz_below(&play->fuzz, 2) ? ACTION_FIND_NEXT
		: ACTION_FIND_PREV);
	if (play->edit.at != play->edit.anchor)
		expect(play, memcmp(play->edit.text.s + play->edit.anchor,
			event.text, event.len) == 0, "what is marked is found");
	act(play, ACTION_BACK);
	play->at = play->edit.at;
	play->anchor = play->edit.anchor;
}

static void
resize(struct play *play)
{
	play->rect.rows = 1 + (int)fuzz_below(&play->fuzz, ROWS - 1);
	play->rect.cols = 3 + (int)fuzz_below(&play->fuzz, COLS - 2);
	if (fuzz_below(&play->fuzz, 4) == 0)
		text_set_ambiguous_wide(!text_ambiguous_wide());
}

static void
step(struct play *play)
{
	static const size_t n_pieces = sizeof(pieces) / sizeof(*pieces);
	const char *piece = pieces[fuzz_below(&play->fuzz, n_pieces)];
	const char *s = model(play);

	switch (fuzz_below(&play->fuzz, 16)) {
	case 0:
		act(play, ACTION_ERASE_LEFT);
		model_erase(play, left_of(s, play->at));
		break;
	case 1:
		act(play, ACTION_ERASE);
		model_erase(play, play->at + text_next(s + play->at));
		break;
	case 2:
		go_in_time(play, ACTION_UNDO);
		break;
	case 3:
		go_in_time(play, ACTION_REDO);
		break;
	case 4:
		cut_or_paste(play);
		break;
	case 5:
		resize(play);
		break;
	case 6:
		find(play);
		break;
	case 7: case 8: case 9:
		move(play);
		break;
	case 10:
		step_left_or_right(play);
		break;
	default:
		type(play, piece, fuzz_below(&play->fuzz, 3) == 0);
	}
}

/* Blanks at its end hang over the edge. */
static bool
fits(const struct play *play, const struct editor_line *line)
{
	const char *s = play->edit.text.s;
	size_t to = line->to;

	while (to > line->from && s[to - 1] == ' ')
		to--;
	return wrap_cols(s + line->from, to - line->from) <
			play->rect.cols ||
		line->from + text_next(s + line->from) >= to;
}

static void
check_lines(struct play *play)
{
	const struct editor_lines *lines = &play->editor.lines;
	const char *s = play->edit.text.s;
	size_t at = 0;

	for (size_t i = 0; i < lines->n; i++) {
		const struct editor_line *line = &lines->items[i];

		expect(play, line->from == at, "no text is between two lines");
		expect(play, line->to >= at && line->to <= play->edit.text.len,
			"a line is inside the text");
		expect(play, memchr(s + at, '\n', line->to - at) == NULL,
			"a line feed ends a line");
		expect(play, border(s, line->to) == line->to,
			"no character is cut");
		expect(play, fits(play, line), "a line is within the columns");
		at = line->to + (s[line->to] == '\n');
	}
	expect(play, at == play->edit.text.len, "all of the text is on lines");
}

static void
check_layout(struct play *play)
{
	struct editor_lines *lines = &play->editor.lines;
	struct editor fresh;
	struct edit edit;

	edit_init(&edit, true, 0, NULL);
	edit_set(&edit, play->edit.text.s);
	editor_init(&fresh, &edit, NULL);
	fresh.cols = play->rect.cols;
	editor_lay_out(&fresh);
	expect(play, fresh.lines.n == lines->n && memcmp(fresh.lines.items,
		lines->items, lines->n * sizeof(*lines->items)) == 0,
		"the lines are those of the whole text");
	editor_clear(&fresh);
	edit_clear(&edit);
}

static void
check_cursor(struct play *play)
{
	struct strbuf dump = STRBUF_INIT;
	const struct rect *rect = &play->rect;
	int row = -1, col = -1;

	term_erase(play->term);
	editor_draw(&play->editor, play->term, rect);
	term_flush(play->term);
	term_dump(play->term, &dump);
	expect(play, sscanf(strstr(dump.s, "cursor "), "cursor %d,%d", &row,
		&col) == 2, "there is a cursor");
	expect(play, row >= rect->row && row < rect->row + rect->rows &&
		col >= rect->col && col < rect->col + rect->cols,
		"the cursor is on the screen");
	expect(play, editor_cursor_line(&play->editor) ==
		play->editor.top + (size_t)(row - rect->row),
		"the cursor is on its line");
	strbuf_clear(&dump);
}

static void
check(struct play *play)
{
	expect(play, strcmp(play->edit.text.s, model(play)) == 0,
		"the text is the model's");
	expect(play, play->edit.n_chars == text_chars(model(play)),
		"its characters are counted");
	expect(play, play->edit.at == play->at &&
		play->edit.anchor == play->anchor, "the cursor is the model's");
	expect(play, border(model(play), play->at) == play->at,
		"the cursor is between two characters");
	check_cursor(play);
	check_lines(play);
	check_layout(play);
}

/* All of it taken back, and done again. */
static void
go_through_time(struct play *play)
{
	char *last = xstrdup(play->edit.text.s);

	while (act(play, ACTION_REDO) == EDIT_CHANGED)
		;
	free(last);
	last = xstrdup(play->edit.text.s);
	while (act(play, ACTION_UNDO) == EDIT_CHANGED)
		;
	expect(play, play->edit.text.len == 0, "all can be undone");
	while (act(play, ACTION_REDO) == EDIT_CHANGED)
		;
	expect(play, strcmp(play->edit.text.s, last) == 0,
		"all can be done again");
	free(last);
}

static void
play_round(struct term *term, uint64_t seed)
{
	struct play play = {
		.fuzz = {.seed = seed, .input = STRBUF_INIT},
		.term = term,
		.rect = {1, 0, 5, 20},
		.clip = STRBUF_INIT,
	};

	strvec_add(&play.texts, "");
	edit_init(&play.edit, true, 0, &play.clip);
	editor_init(&play.editor, &play.edit, NULL);
	for (int i = 0; i < STEPS; i++) {
		step(&play);
		strbuf_reset(&play.fuzz.input);
		strbuf_add(&play.fuzz.input, play.edit.text.s);
		check(&play);
	}
	go_through_time(&play);
	text_set_ambiguous_wide(false);
	editor_clear(&play.editor);
	edit_clear(&play.edit);
	strvec_clear(&play.texts);
	strbuf_clear(&play.clip);
	strbuf_clear(&play.fuzz.input);
}

static void
agrees_with_a_string(void **state)
{
	const struct term_settings settings = {.ascii_borders = true};
	struct term *term;

	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	term = term_open_headless(ROWS, COLS, &settings);
	for (int i = 0; i < fuzz_rounds(ROUNDS); i++)
		play_round(term, fuzz_first_seed() + (uint64_t)i);
	term_close(term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_a_string),
	};

	return cmocka_run_group_tests_name("fuzz editor", tests, NULL, NULL);
}
