#include "test.h"

#include <stdio.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "tui/edit.h"

/* Clusters that editors get wrong, written as bytes. */
#define E_ACUTE "e\xcc\x81"                          /* e U+0301 */
#define MONGOL_FVS "\xe1\xa0\xad\xe1\xa0\x8b"        /* U+182D U+180B */
#define HAN_VS "\xe8\x91\x9b\xf3\xa0\x84\x80"        /* 葛 U+E0100 */
#define FAMILY "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9" /* with ZWJ */
#define FLAG "\xf0\x9f\x87\xa8\xf0\x9f\x87\xb3"      /* U+1F1E8 U+1F1F3 */
#define RARE "\xf0\xa0\xae\xb7"                      /* 𠮷, U+20BB7 */

static void
type(struct edit *edit, const char *s)
{
	assert_int_equal(edit_insert(edit, s, strlen(s)), 0);
}

static void
types_and_deletes_whole_clusters(void **state)
{
	static const char *const clusters[] = {
		"a", "张", E_ACUTE, MONGOL_FVS, HAN_VS, FAMILY, FLAG, RARE,
	};
	struct edit edit;

	(void)state;
	edit_init(&edit, false, 0, NULL);
	for (size_t i = 0; i < N_ITEMS(clusters); i++)
		type(&edit, clusters[i]);
	for (size_t i = N_ITEMS(clusters); i-- > 0;) {
		size_t was = edit.at;

		assert_true(edit_move(&edit, EDIT_LEFT, false));
		assert_int_equal(was - edit.at, strlen(clusters[i]));
	}
	assert_false(edit_move(&edit, EDIT_LEFT, false));
	for (size_t i = 0; i < N_ITEMS(clusters); i++) {
		assert_memory_equal(edit.text.s, clusters[i],
			strlen(clusters[i]));
		assert_true(edit_delete(&edit, EDIT_RIGHT));
	}
	assert_int_equal(edit.text.len, 0);
	assert_false(edit_delete(&edit, EDIT_RIGHT));
	edit_clear(&edit);
}

/* A mark that arrives by itself joins the letter before the cursor, in the
 * middle of a word as at its end. */
static void
marks_stay_with_their_letter(void **state)
{
	struct edit edit;

	(void)state;
	edit_init(&edit, false, 0, NULL);
	edit_set(&edit, "\xe1\xa0\xad\xe1\xa0\xa0");
	edit_move(&edit, EDIT_LEFT, false);
	type(&edit, "\xe1\xa0\x8b");
	assert_string_equal(edit.text.s, MONGOL_FVS "\xe1\xa0\xa0");
	assert_int_equal(edit.at, 6);
	edit_move(&edit, EDIT_LINE_START, false);
	edit_set(&edit, "\xcc\x81");
	edit_move(&edit, EDIT_LINE_START, false);
	type(&edit, "e");
	assert_string_equal(edit.text.s, E_ACUTE);
	assert_int_equal(edit.at, 3);
	edit_clear(&edit);
}

static void
moves_by_words(void **state)
{
	static const size_t stops[] = {0, 5, 6, 9, 10, 16, 19, 22};
	struct edit edit;

	(void)state;
	edit_init(&edit, false, 0, NULL);
	edit_set(&edit, "ab   +c1 /张三，李");
	for (size_t i = N_ITEMS(stops); i-- > 0;) {
		assert_int_equal(edit.at, stops[i]);
		edit_move(&edit, EDIT_WORD_LEFT, false);
	}
	assert_int_equal(edit.at, 0);
	for (size_t i = 0; i < N_ITEMS(stops); i++) {
		assert_int_equal(edit.at, stops[i]);
		edit_move(&edit, EDIT_WORD_RIGHT, false);
	}
	edit_clear(&edit);
}

static void
pastes_what_fits_and_says_the_rest(void **state)
{
	static const struct {
		bool lines;
		size_t max;
		const char *pasted;
		const char *text;
		const char *rest;
		size_t n_left;
	} cases[] = {
		{false, 0, "一\r\n二\n三\r四", "一 二 三 四", "", 0},
		{true, 0, "一\r\n二\n三\r四", "一\n二\n三\n四", "", 0},
		{false, 0, "a\tb\x1b[31mc\x7f\xff", "a b[31mc", "", 0},
		{false, 3, "一二三四五", "一二三", "四五", 2},
		{false, 3, "一二" E_ACUTE "x", "一二", E_ACUTE "x", 3},
		{false, 1, FAMILY, "", FAMILY, 3},
		{true, 3, "a\r\nbcd", "a\nb", "cd", 2},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		struct edit edit;

		edit_init(&edit, cases[i].lines, cases[i].max, NULL);
		assert_int_equal(edit_paste(&edit, cases[i].pasted,
			strlen(cases[i].pasted)), cases[i].n_left);
		assert_string_equal(edit.text.s, cases[i].text);
		assert_string_equal(edit.rest.s, cases[i].rest);
		edit_clear(&edit);
	}
}

static void
marked_text_makes_room(void **state)
{
	struct strbuf clip = STRBUF_INIT;
	struct edit edit;

	(void)state;
	edit_init(&edit, false, 4, &clip);
	edit_set(&edit, "王小红红");
	assert_int_equal(edit_insert(&edit, "x", 1), 1);
	edit_move(&edit, EDIT_LEFT, true);
	assert_true(edit_copy(&edit));
	assert_string_equal(clip.s, "红");
	type(&edit, "明");
	assert_string_equal(edit.text.s, "王小红明");
	assert_false(edit_copy(&edit));
	edit_move(&edit, EDIT_LINE_START, false);
	edit_toggle_marking(&edit);
	edit_move(&edit, EDIT_RIGHT, false);
	assert_true(edit_cut(&edit));
	assert_string_equal(clip.s, "王");
	assert_string_equal(edit.text.s, "小红明");
	assert_true(edit_undo(&edit));
	assert_string_equal(edit.text.s, "王小红明");
	edit_clear(&edit);
	strbuf_clear(&clip);
}

static void
undoes_word_by_word(void **state)
{
	struct edit edit;

	(void)state;
	edit_init(&edit, false, 0, NULL);
	for (const char *s = "abc def"; *s != '\0'; s++)
		assert_int_equal(edit_insert(&edit, s, 1), 0);
	edit_delete(&edit, EDIT_LEFT);
	edit_delete(&edit, EDIT_LEFT);
	assert_string_equal(edit.text.s, "abc d");
	assert_true(edit_undo(&edit));
	assert_string_equal(edit.text.s, "abc def");
	assert_true(edit_undo(&edit));
	assert_string_equal(edit.text.s, "abc ");
	assert_true(edit_undo(&edit));
	assert_string_equal(edit.text.s, "");
	assert_false(edit_undo(&edit));
	assert_true(edit_redo(&edit));
	assert_true(edit_redo(&edit));
	assert_string_equal(edit.text.s, "abc def");
	type(&edit, "!");
	assert_false(edit_redo(&edit) && edit_redo(&edit));
	assert_string_equal(edit.text.s, "abc def!");
	edit_clear(&edit);
}

/* Undo reaches far back, but not for ever. */
static void
forgets_the_oldest_steps(void **state)
{
	struct edit edit;
	size_t n = 0;

	(void)state;
	edit_init(&edit, true, 0, NULL);
	for (int i = 0; i < 5000; i++)
		type(&edit, "党 ");
	while (edit_undo(&edit))
		n++;
	assert_in_range(n, 1000, 3000);
	assert_int_equal(edit.text.len, (5000 - n) * strlen("党 "));
	while (edit_redo(&edit))
		;
	assert_int_equal(edit.text.len, 5000 * strlen("党 "));
	edit_clear(&edit);
}

/* A change that takes much by itself can still be taken back. */
static void
keeps_the_newest_step(void **state)
{
	char *page = xmalloc(9 << 20);
	struct edit edit;

	(void)state;
	memset(page, 'x', 9 << 20);
	edit_init(&edit, true, 0, NULL);
	type(&edit, "党 ");
	assert_int_equal(edit_paste(&edit, page, 9 << 20), 0);
	assert_int_equal(edit.steps.n, 1);
	assert_true(edit_undo(&edit));
	assert_string_equal(edit.text.s, "党 ");
	assert_false(edit_undo(&edit));
	free(page);
	edit_clear(&edit);
}

static void
deletes_to_the_line_end(void **state)
{
	struct edit edit;

	(void)state;
	edit_init(&edit, true, 0, NULL);
	edit_set(&edit, "一二\n三");
	edit_go(&edit, 3, false);
	assert_true(edit_delete(&edit, EDIT_LINE_END));
	assert_string_equal(edit.text.s, "一\n三");
	assert_true(edit_delete(&edit, EDIT_LINE_END));
	assert_string_equal(edit.text.s, "一三");
	assert_true(edit_undo(&edit));
	assert_string_equal(edit.text.s, "一二\n三");
	edit_clear(&edit);
}

/* A generator of numbers that is the same everywhere. */
static unsigned
draw(uint32_t *seed, unsigned n)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 16) % n;
}

/* The naive model: a text, the cursor, and all its borders found anew. */
struct model {
	char text[4096];
	size_t at;
};

static size_t
model_border(const struct model *model, size_t at)
{
	size_t border = 0;

	while (border < at)
		border += text_next(model->text + border);
	return border;
}

static size_t
model_left(const struct model *model)
{
	size_t border = 0, next;

	while ((next = border + text_next(model->text + border)) < model->at)
		border = next;
	return model->at == 0 ? 0 : border;
}

static void
model_replace(struct model *model, size_t from, size_t to, const char *s)
{
	char *text = xasprintf("%.*s%s%s", (int)from, model->text, s,
		model->text + to);

	snprintf(model->text, sizeof(model->text), "%s", text);
	free(text);
	model->at = model_border(model, from + strlen(s));
}

static void
play(struct edit *edit, struct model *model, uint32_t *seed)
{
	static const char *const pieces[] = {
		"a", " ", "张", RARE, "e", "\xcc\x81", MONGOL_FVS,
		"\xe1\xa0\x8e", "\xe2\x80\x8d", FAMILY, FLAG,
		"\xf0\x9f\x87\xa8", "\xf3\xa0\x84\x80", "\n", "，",
	};
	const char *piece = pieces[draw(seed, N_ITEMS(pieces))];
	size_t right = model->at + text_next(model->text + model->at);

	switch (draw(seed, 6)) {
	case 0:
		assert_int_equal(edit_move(edit, EDIT_LEFT, false),
			model->at > 0);
		model->at = model_left(model);
		break;
	case 1:
		edit_move(edit, EDIT_RIGHT, false);
		model->at = right;
		break;
	case 2:
		edit_delete(edit, EDIT_LEFT);
		if (model->at > 0)
			model_replace(model, model_left(model), model->at, "");
		break;
	case 3:
		edit_delete(edit, EDIT_RIGHT);
		if (right > model->at)
			model_replace(model, model->at, right, "");
		break;
	default:
		type(edit, piece);
		model_replace(model, model->at, model->at, piece);
		break;
	}
}

static void
agrees_with_the_naive_model(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 60; seed++) {
		struct model model = {.at = 0};
		struct edit edit;
		uint32_t dice = seed;

		edit_init(&edit, true, 0, NULL);
		for (int i = 0; i < 300 && strlen(model.text) < 3000; i++) {
			play(&edit, &model, &dice);
			assert_string_equal(edit.text.s, model.text);
			assert_int_equal(edit.at, model.at);
		}
		while (edit_undo(&edit))
			assert_true(text_valid(edit.text.s, edit.text.len));
		assert_string_equal(edit.text.s, "");
		while (edit_redo(&edit))
			;
		assert_string_equal(edit.text.s, model.text);
		edit_clear(&edit);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(types_and_deletes_whole_clusters),
		cmocka_unit_test(marks_stay_with_their_letter),
		cmocka_unit_test(moves_by_words),
		cmocka_unit_test(pastes_what_fits_and_says_the_rest),
		cmocka_unit_test(marked_text_makes_room),
		cmocka_unit_test(undoes_word_by_word),
		cmocka_unit_test(forgets_the_oldest_steps),
		cmocka_unit_test(keeps_the_newest_step),
		cmocka_unit_test(deletes_to_the_line_end),
		cmocka_unit_test(agrees_with_the_naive_model),
	};

	return cmocka_run_group_tests_name("edit", tests, NULL, NULL);
}
