#include "test.h"

#include "base/text.h"
#include "tui/keymap.h"

static void
fill(struct keymap_live *live, enum context context)
{
	keymap_live_init(live, context);
	for (enum action action = ACTION_NONE + 1; action < ACTION_N; action++)
		keymap_live_add(live, action);
}

static enum action
find_char(const struct keymap_live *live, const char *utf8)
{
	struct key_event event = {.kind = EVENT_CHAR,
		.code = text_char(utf8, NULL)};

	return keymap_find(live, &event);
}

static enum action
find_key(const struct keymap_live *live, enum key key)
{
	struct key_event event = {.kind = EVENT_KEY, .key = key};

	return keymap_find(live, &event);
}

static void
keys_mean_the_same_everywhere(void **state)
{
	static const struct {
		enum key key;
		enum action action;
	} rows[] = {
		{K_F1, ACTION_HELP}, {K_F2, ACTION_SAVE},
		{K_CTRL_S, ACTION_SAVE}, {K_F5, ACTION_HISTORY},
		{K_F6, ACTION_SORT}, {K_F7, ACTION_FILTER},
		{K_F8, ACTION_REMOVE}, {K_F9, ACTION_MENU},
		{K_ESC, ACTION_BACK}, {K_F11, ACTION_REVEAL},
		{K_CTRL_R, ACTION_REVEAL}, {K_CTRL_N, ACTION_NEW},
		{K_INSERT, ACTION_NEW}, {K_CTRL_Z, ACTION_UNDO},
		{K_CTRL_Y, ACTION_REDO}, {K_CTRL_L, ACTION_REDRAW},
		{K_TAB, ACTION_NEXT_FIELD}, {K_SHIFT_TAB, ACTION_PREV_FIELD},
		{K_UP, ACTION_UP}, {K_PAGE_DOWN, ACTION_NEXT_PAGE},
		{K_CTRL_X, ACTION_CUT}, {K_CTRL_V, ACTION_PASTE},
		{K_BACKSPACE, ACTION_ERASE_LEFT}, {K_CTRL_T, ACTION_NONE},
		{K_F12, ACTION_NONE},
	};
	struct keymap_live live;

	(void)state;
	for (enum context context = 0; context < CONTEXT_N; context++) {
		fill(&live, context);
		for (size_t i = 0; i < N_ITEMS(rows); i++)
			assert_int_equal(find_key(&live, rows[i].key),
				rows[i].action);
	}
}

static void
some_keys_depend_on_the_context(void **state)
{
	static const struct {
		enum context context;
		enum key key;
		enum action action;
	} rows[] = {
		{CONTEXT_LIST, K_ENTER, ACTION_OPEN},
		{CONTEXT_FILTER, K_ENTER, ACTION_OPEN},
		{CONTEXT_FORM, K_ENTER, ACTION_ACCEPT},
		{CONTEXT_DIALOG, K_ENTER, ACTION_ACCEPT},
		{CONTEXT_EDITOR, K_ENTER, ACTION_NEW_LINE},
		{CONTEXT_LIST, K_DELETE, ACTION_REMOVE},
		{CONTEXT_FILTER, K_DELETE, ACTION_ERASE},
		{CONTEXT_FORM, K_DELETE, ACTION_ERASE},
		{CONTEXT_LIST, K_HOME, ACTION_FIRST},
		{CONTEXT_FORM, K_HOME, ACTION_LINE_BEGIN},
		{CONTEXT_EDITOR, K_CTRL_HOME, ACTION_FIRST},
		{CONTEXT_FORM, K_SHIFT_LEFT, ACTION_SELECT_LEFT},
		{CONTEXT_LIST, K_SHIFT_LEFT, ACTION_NONE},
		{CONTEXT_HOME, K_F10, ACTION_QUIT},
		{CONTEXT_LIST, K_F10, ACTION_BACK},
	};
	struct keymap_live live;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		fill(&live, rows[i].context);
		assert_int_equal(find_key(&live, rows[i].key), rows[i].action);
	}
}

static void
f2_and_space_do_what_the_screen_is_for(void **state)
{
	struct keymap_live live;

	(void)state;
	keymap_live_init(&live, CONTEXT_LIST);
	keymap_live_add(&live, ACTION_RUN);
	keymap_live_add(&live, ACTION_SWITCH);
	assert_int_equal(find_key(&live, K_F2), ACTION_RUN);
	assert_int_equal(find_key(&live, K_CTRL_S), ACTION_RUN);
	assert_int_equal(find_char(&live, " "), ACTION_SWITCH);
	assert_int_equal(find_char(&live, "　"), ACTION_SWITCH);
	live.context = CONTEXT_FORM;
	assert_int_equal(find_key(&live, K_F2), ACTION_NONE);
	assert_int_equal(find_char(&live, " "), ACTION_NONE);
}

static void
letters_are_commands_where_nothing_is_typed(void **state)
{
	static const struct {
		const char *half, *full;
		enum action action;
	} rows[] = {
		{"?", "？", ACTION_HELP}, {"/", "／", ACTION_FILTER},
		{"/", "、", ACTION_FILTER}, {"j", "ｊ", ACTION_DOWN},
		{"k", "ｋ", ACTION_UP}, {"g", "ｇ", ACTION_FIRST},
		{"G", "Ｇ", ACTION_LAST}, {" ", "　", ACTION_MARK},
		{"q", "ｑ", ACTION_BACK}, {"x", "张", ACTION_NONE},
		{"6", "６", ACTION_VALUE_6}, {"0", "０", ACTION_VALUE_REST},
	};
	struct keymap_live live;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		for (enum context context = 0; context < CONTEXT_N; context++) {
			bool letters = context == CONTEXT_HOME ||
				context == CONTEXT_LIST ||
				context == CONTEXT_PAGE;
			bool values = context == CONTEXT_LIST ||
				context == CONTEXT_FILTER;
			bool value = rows[i].action == ACTION_VALUE_6 ||
				rows[i].action == ACTION_VALUE_REST;
			enum action wanted = (value ? values : letters)
				? rows[i].action : ACTION_NONE;

			if (context == CONTEXT_HOME && rows[i].half[0] == 'q')
				wanted = ACTION_QUIT;
			if (context == CONTEXT_FILTER &&
				rows[i].half[0] == ' ')
				wanted = ACTION_NEXT_VALUE;
			if (context == CONTEXT_MENU && rows[i].half[0] == ' ')
				wanted = ACTION_MARK;
			fill(&live, context);
			assert_int_equal(find_char(&live, rows[i].half),
				wanted);
			assert_int_equal(find_char(&live, rows[i].full),
				wanted);
		}
	}
}

static void
only_what_works_is_obeyed(void **state)
{
	struct key_event paste = {.kind = EVENT_PASTE};
	struct keymap_live live;

	(void)state;
	keymap_live_init(&live, CONTEXT_LIST);
	assert_int_equal(find_key(&live, K_F3), ACTION_NONE);
	assert_int_equal(find_char(&live, "q"), ACTION_NONE);
	keymap_live_add(&live, ACTION_OPEN);
	keymap_live_add(&live, ACTION_OPEN);
	assert_int_equal(live.n, 1);
	assert_int_equal(find_key(&live, K_F3), ACTION_OPEN);
	keymap_live_add(&live, ACTION_VIEW);
	assert_int_equal(find_key(&live, K_F3), ACTION_VIEW);
	assert_int_equal(find_key(&live, K_CTRL_C), ACTION_NONE);
	keymap_live_add(&live, ACTION_BACK);
	assert_int_equal(find_key(&live, K_CTRL_C), ACTION_BACK);
	keymap_live_add(&live, ACTION_COPY);
	assert_int_equal(find_key(&live, K_CTRL_C), ACTION_COPY);
	keymap_live_remove(&live, ACTION_VIEW);
	assert_int_equal(find_key(&live, K_F3), ACTION_OPEN);
	assert_false(keymap_live_has(&live, ACTION_VIEW));
	assert_int_equal(keymap_find(&live, &paste), ACTION_NONE);
}

static void
expect_entry(const struct keymap_live *live, size_t i, const char *keys,
	char digit)
{
	struct keymap_entry entry;
	char joined[100] = "";

	keymap_entry(live, i, &entry);
	for (size_t k = 0; k < entry.n_keys; k++) {
		strcat(joined, k > 0 ? " " : "");
		strcat(joined, entry.keys[k]);
	}
	assert_string_equal(joined, keys);
	assert_int_equal(entry.digit, digit);
	assert_int_equal(entry.action, live->actions[i]);
}

static void
entries_name_the_keys_that_work(void **state)
{
	struct keymap_live live;

	(void)state;
	keymap_live_init(&live, CONTEXT_LIST);
	keymap_live_add(&live, ACTION_OPEN);
	keymap_live_add(&live, ACTION_FILTER);
	keymap_live_add(&live, ACTION_REMOVE);
	keymap_live_add(&live, ACTION_BACK);
	keymap_live_add(&live, ACTION_WORD_LEFT);
	expect_entry(&live, 0, "Enter F3", '3');
	expect_entry(&live, 1, "F7 /", '7');
	expect_entry(&live, 2, "F8 Del", '8');
	expect_entry(&live, 3, "Esc F10 Ctrl-C q", '0');
	expect_entry(&live, 4, "", '\0');
	keymap_live_add(&live, ACTION_VIEW);
	expect_entry(&live, 0, "Enter", '\0');
	expect_entry(&live, 5, "F3", '3');
	live.context = CONTEXT_FILTER;
	expect_entry(&live, 1, "F7", '7');
	expect_entry(&live, 2, "F8", '8');
	/* In a box Esc acts at once, and no digit follows it. */
	live.context = CONTEXT_MENU;
	expect_entry(&live, 1, "F7", '\0');
	live.context = CONTEXT_DIALOG;
	expect_entry(&live, 2, "F8", '\0');
}

/* What an entry names is what the key does, in every context. */
static void
entries_and_obedience_agree(void **state)
{
	struct keymap_live live;
	struct keymap_entry entry;

	(void)state;
	for (enum context context = 0; context < CONTEXT_N; context++) {
		fill(&live, context);
		for (size_t i = 0; i < live.n; i++) {
			keymap_entry(&live, i, &entry);
			for (size_t k = 0; k < entry.n_keys; k++) {
				const char *label = entry.keys[k];
				enum key key = key_by_label(label);

				if (strcmp(label, "Space") == 0)
					label = " ";
				assert_int_equal(entry.action, key != K_NONE
						? find_key(&live, key)
						: find_char(&live, label));
			}
		}
	}
}

/* Whoever types Chinese has no letters: a key beside them does it all. */
static void
no_command_needs_a_letter(void **state)
{
	struct keymap_live live;
	struct keymap_entry entry;

	(void)state;
	fill(&live, CONTEXT_LIST);
	for (size_t i = 0; i < live.n; i++) {
		keymap_entry(&live, i, &entry);
		if (entry.n_keys > 0 && strcmp(entry.keys[0], "Space") != 0 &&
			(entry.keys[0][0] < '0' || entry.keys[0][0] > '9'))
			assert_int_not_equal(key_by_label(entry.keys[0]),
				K_NONE);
	}
}

static void
a_screen_can_name_what_it_means(void **state)
{
	struct keymap_live live;
	struct keymap_entry entry;

	(void)state;
	keymap_live_init(&live, CONTEXT_LIST);
	keymap_live_add(&live, ACTION_OPEN);
	keymap_live_name(&live, ACTION_VALUE_1, "present", "Is there.");
	keymap_entry(&live, 0, &entry);
	assert_string_equal(entry.word, action_word(ACTION_OPEN));
	assert_string_equal(entry.help, action_help(ACTION_OPEN));
	keymap_entry(&live, 1, &entry);
	assert_string_equal(entry.word, "present");
	assert_string_equal(entry.help, "Is there.");
	assert_string_equal(entry.keys[0], "1");
	keymap_live_init(&live, CONTEXT_LIST);
	assert_string_equal(keymap_live_word(&live, ACTION_VALUE_1), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_mean_the_same_everywhere),
		cmocka_unit_test(some_keys_depend_on_the_context),
		cmocka_unit_test(f2_and_space_do_what_the_screen_is_for),
		cmocka_unit_test(letters_are_commands_where_nothing_is_typed),
		cmocka_unit_test(only_what_works_is_obeyed),
		cmocka_unit_test(entries_name_the_keys_that_work),
		cmocka_unit_test(entries_and_obedience_agree),
		cmocka_unit_test(no_command_needs_a_letter),
		cmocka_unit_test(a_screen_can_name_what_it_means),
	};

	return cmocka_run_group_tests_name("keymap", tests, NULL, NULL);
}
