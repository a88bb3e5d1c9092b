#include "test.h"

#include "tui/edit.h"

static const struct key_event no_event = {.kind = EVENT_KEY};

static void
obeys_actions(void **state)
{
	static const struct {
		enum action action;
		enum edit_result result;
		const char *text;
		size_t at;
	} steps[] = {
		{ACTION_LINE_BEGIN, EDIT_HANDLED, "甲 乙丙", 0},
		{ACTION_ERASE_LEFT, EDIT_HANDLED, "甲 乙丙", 0},
		{ACTION_WORD_RIGHT, EDIT_HANDLED, "甲 乙丙", 4},
		{ACTION_SELECT_RIGHT, EDIT_HANDLED, "甲 乙丙", 7},
		{ACTION_COPY, EDIT_HANDLED, "甲 乙丙", 7},
		{ACTION_CUT, EDIT_CHANGED, "甲 丙", 4},
		{ACTION_COPY, EDIT_IGNORED, "甲 丙", 4},
		{ACTION_CUT, EDIT_HANDLED, "甲 丙", 4},
		{ACTION_LAST, EDIT_HANDLED, "甲 丙", 7},
		{ACTION_PASTE, EDIT_CHANGED, "甲 丙乙", 10},
		{ACTION_PASTE, EDIT_FULL, "甲 丙乙", 10},
		{ACTION_UNDO, EDIT_CHANGED, "甲 丙", 7},
		{ACTION_REDO, EDIT_CHANGED, "甲 丙乙", 10},
		{ACTION_REDO, EDIT_HANDLED, "甲 丙乙", 10},
		{ACTION_SELECT, EDIT_HANDLED, "甲 丙乙", 10},
		{ACTION_WORD_LEFT, EDIT_HANDLED, "甲 丙乙", 4},
		{ACTION_ERASE, EDIT_CHANGED, "甲 ", 4},
		{ACTION_UP, EDIT_IGNORED, "甲 ", 4},
		{ACTION_NEW_LINE, EDIT_IGNORED, "甲 ", 4},
		{ACTION_OPEN, EDIT_IGNORED, "甲 ", 4},
		{ACTION_NONE, EDIT_IGNORED, "甲 ", 4},
	};
	struct strbuf clip = STRBUF_INIT;
	struct edit edit;

	(void)state;
	edit_init(&edit, false, 4, &clip);
	edit_set(&edit, "甲 乙丙");
	for (size_t i = 0; i < N_ITEMS(steps); i++) {
		assert_int_equal(edit_handle(&edit, steps[i].action,
			&no_event), steps[i].result);
		assert_string_equal(edit.text.s, steps[i].text);
		assert_int_equal(edit.at, steps[i].at);
	}
	edit_clear(&edit);
	strbuf_clear(&clip);
}

/* Ctrl-C copies what is marked and else goes back; what cannot be undone has
 * no place on the bar. */
static void
offers_what_works(void **state)
{
	const struct key_event ctrl_c = {.kind = EVENT_KEY, .key = K_CTRL_C};
	struct keymap_live live;
	struct edit edit;

	(void)state;
	edit_init(&edit, false, 0, NULL);
	edit_insert(&edit, "甲", strlen("甲"));
	keymap_live_init(&live, CONTEXT_FORM);
	keymap_live_add(&live, ACTION_BACK);
	edit_live(&edit, &live);
	assert_int_equal(keymap_find(&live, &ctrl_c), ACTION_BACK);
	assert_true(keymap_live_has(&live, ACTION_UNDO));
	assert_false(keymap_live_has(&live, ACTION_REDO));
	edit_undo(&edit);
	edit_redo(&edit);
	edit_undo(&edit);
	edit_insert(&edit, "乙", strlen("乙"));
	edit_mark_all(&edit);
	keymap_live_init(&live, CONTEXT_FORM);
	keymap_live_add(&live, ACTION_BACK);
	edit_live(&edit, &live);
	assert_int_equal(keymap_find(&live, &ctrl_c), ACTION_COPY);
	edit_clear(&edit);
}

static void
says_what_did_not_fit(void **state)
{
	struct edit edit;
	char *sentence;

	(void)state;
	edit_init(&edit, false, 1, NULL);
	assert_int_equal(edit_paste(&edit, "甲乙", strlen("甲乙")), 1);
	sentence = edit_rest_sentence(&edit);
	assert_string_equal(sentence,
		"“乙” did not fit; at most 1 character can stand here.");
	free(sentence);
	edit_paste(&edit, "abcdefghijklmnopqrstuvwxyz123", 29);
	sentence = edit_rest_sentence(&edit);
	assert_string_equal(sentence, "“abcdefghijklmnopqrstuvwx …” (29 "
		"characters) did not fit; at most 1 character can stand "
		"here.");
	free(sentence);
	edit_clear(&edit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(obeys_actions),
		cmocka_unit_test(offers_what_works),
		cmocka_unit_test(says_what_did_not_fit),
	};

	return cmocka_run_group_tests_name("edit_handle", tests, NULL, NULL);
}
