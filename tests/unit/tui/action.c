#include "test.h"

#include "tui/action.h"

static void
every_action_says_what_it_does(void **state)
{
	(void)state;
	assert_string_equal(action_name(ACTION_NONE), "");
	assert_string_equal(action_word(ACTION_NONE), "");
	assert_string_equal(action_help(ACTION_NONE), "");
	for (enum action action = ACTION_NONE + 1; action < ACTION_N;
		action++) {
		const char *help = action_help(action);

		assert_true(*action_name(action) != '\0');
		assert_true(strlen(help) > 1);
		assert_non_null(action_word(action));
	}
	assert_string_equal(action_name(ACTION_NEXT_FIELD), "NEXT_FIELD");
}

static void
words_are_translated(void **state)
{
	(void)state;
	i18n_set_language(LANGUAGE_EN);
	assert_string_equal(action_word(ACTION_SAVE), "Save");
	assert_string_equal(action_word(ACTION_UP), "");
	i18n_set_language(LANGUAGE_ZH);
	assert_string_equal(action_word(ACTION_UP), "");
	assert_string_equal(action_word(ACTION_SAVE), i18n_text("Save"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_action_says_what_it_does),
		cmocka_unit_test(words_are_translated),
	};

	return cmocka_run_group_tests_name("action", tests, NULL, NULL);
}
