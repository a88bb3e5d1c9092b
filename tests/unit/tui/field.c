#include "tui/screen.h"

#include "tui/field.h"

static struct key_event
pasted(const char *s)
{
	return (struct key_event){
		.kind = EVENT_PASTE,
		.text = (char *)(uintptr_t)s,
		.len = strlen(s),
	};
}

static void
take(void *data, const struct key_event *event)
{
	field_handle(data, ACTION_NONE, event);
}

static void
press(struct field *field, enum action action)
{
	field_handle(field, action, &no_event);
}

/* What stands between the bars, and the cursor's column in it. */
static void
expect(struct field *field, struct term *term, int cols, const char *shown,
	int cursor)
{
	char *expected = xasprintf("|%s|\ncursor 0,%d\n", shown, cursor + 1);

	term_erase(term);
	term_put(term, 0, 0, 1, "|", STYLE_NORMAL);
	term_put(term, 0, cols + 1, 1, "|", STYLE_NORMAL);
	field_draw(field, term, 0, 1, cols, STYLE_NORMAL, true);
	screen_expect(term, expected);
	free(expected);
}

/* A field of seven columns, and hanzi at both its edges. */
static void
never_cuts_a_character(void **state)
{
	static const struct {
		int lefts;
		const char *shown;
		int cursor;
	} steps[] = {
		{0, "四五六 ", 6}, {1, "四五六 ", 4}, {2, "四五六 ", 2},
		{3, "四五六 ", 0}, {4, "三四五 ", 0}, {5, "二三四 ", 0},
		{6, "一二三 ", 0}, {7, "一二三 ", 0},
	};
	struct term *term = screen_open(12, 40);

	(void)state;
	for (size_t i = 0; i < N_ITEMS(steps); i++) {
		struct field field;

		field_init(&field, 0, NULL);
		field_set(&field, "一二三四五六");
		expect(&field, term, 7, "四五六 ", 6);
		for (int k = 0; k < steps[i].lefts; k++) {
			press(&field, ACTION_LEFT);
			expect(&field, term, 7, steps[k + 1].shown,
				steps[k + 1].cursor);
		}
		field_clear(&field);
	}
	term_close(term);
}

/* What the dump's first line shows from a column on; the column must be the
 * first one of a character. */
static const char *
shown_from(const char *line, int col)
{
	size_t n;

	for (; col > 0; line += n) {
		n = text_next(line);
		col -= (int)text_cols_n(line, n);
	}
	assert_int_equal(col, 0);
	return line;
}

/* Wherever the cursor goes, it stands on the character that is under it, and
 * all of that character can be seen. */
static void
stands_on_the_character(void **state)
{
	static const char text[] = "a张e\xcc\x81三 b丰·四cd五\xe1\xa0\xad"
		"\xe1\xa0\x8b六";
	static const enum action walk[] = {
		ACTION_LEFT, ACTION_LEFT, ACTION_LEFT, ACTION_RIGHT,
		ACTION_WORD_LEFT, ACTION_RIGHT, ACTION_LINE_BEGIN,
		ACTION_WORD_RIGHT, ACTION_LEFT, ACTION_LINE_END,
	};
	struct term *term = screen_open(12, 40);

	(void)state;
	for (int cols = 2; cols < 24; cols++) {
		struct field field;

		field_init(&field, 0, NULL);
		field_set(&field, text);
		for (size_t i = 0; i < 5 * N_ITEMS(walk); i++) {
			struct strbuf dump = STRBUF_INIT;
			const char *under;
			int col;

			press(&field, walk[i % N_ITEMS(walk)]);
			term_erase(term);
			term_put(term, 0, cols, 1, "|", STYLE_NORMAL);
			field_draw(&field, term, 0, 0, cols, STYLE_NORMAL,
				true);
			term_flush(term);
			term_dump(term, &dump);
			col = atoi(strstr(dump.s, "cursor 0,") + 9);
			under = field_text(&field) + field.edit.at;
			assert_in_range(col, 0, cols - 1);
			if (*under != '\0')
				assert_memory_equal(shown_from(dump.s, col),
					under, text_next(under));
			assert_int_equal(*shown_from(dump.s, cols), '|');
			strbuf_clear(&dump);
		}
		field_clear(&field);
	}
	term_close(term);
}

static void
scrolls_as_little_as_it_can(void **state)
{
	static const struct {
		const char *typed;
		enum action action;
		const char *shown;
		int cursor;
	} steps[] = {
		{"ab", ACTION_NONE, "ab    ", 2},
		{"张三", ACTION_NONE, "b张三 ", 5},
		{"", ACTION_LINE_BEGIN, "ab张三", 0},
		{"", ACTION_RIGHT, "ab张三", 1},
		{"", ACTION_RIGHT, "ab张三", 2},
		{"", ACTION_RIGHT, "ab张三", 4},
		{"", ACTION_RIGHT, "b张三 ", 5},
		{"e\xcc\x81", ACTION_NONE, "张三e\xcc\x81 ", 5},
		{"", ACTION_ERASE_LEFT, "b张三 ", 5},
		{"", ACTION_ERASE_LEFT, "ab张  ", 4},
	};
	struct term *term = screen_open(12, 40);
	struct field field;

	(void)state;
	field_init(&field, 0, NULL);
	for (size_t i = 0; i < N_ITEMS(steps); i++) {
		type_text(steps[i].typed, take, &field);
		if (steps[i].action != ACTION_NONE)
			press(&field, steps[i].action);
		expect(&field, term, 6, steps[i].shown, steps[i].cursor);
	}
	field_clear(&field);
	term_close(term);
}

static void
is_one_column_wide_or_two(void **state)
{
	struct term *term = screen_open(12, 40);
	struct field field;

	(void)state;
	field_init(&field, 0, NULL);
	field_set(&field, "张");
	expect(&field, term, 2, "  ", 0);
	press(&field, ACTION_LEFT);
	expect(&field, term, 2, "张", 0);
	expect(&field, term, 1, " ", 0);
	field_clear(&field);
	term_close(term);
}

/* · takes one column or two, as the terminal has it. */
static void
follows_the_width_of_ambiguous_characters(void **state)
{
	struct term_settings settings = {.ascii_borders = true};
	struct term *term = screen_open(12, 40);
	struct field field;

	(void)state;
	field_init(&field, 0, NULL);
	field_set(&field, "a·b·c");
	expect(&field, term, 7, "a·b·c  ", 5);
	settings.ambiguous_wide = true;
	term_set(term, &settings);
	expect(&field, term, 7, "·b·c ", 6);
	press(&field, ACTION_LINE_BEGIN);
	expect(&field, term, 7, "a·b·c", 0);
	press(&field, ACTION_RIGHT);
	press(&field, ACTION_RIGHT);
	expect(&field, term, 7, "a·b·c", 3);
	settings.ambiguous_wide = false;
	term_set(term, &settings);
	expect(&field, term, 7, "a·b·c  ", 2);
	field_clear(&field);
	term_close(term);
}

/* The bytes come back as they went in; the screen sees none that would tell
 * it to do something. */
static void
keeps_nasty_text_and_shows_it_clean(void **state)
{
	static const char *const nasty[] = {
		"\x1b[2J", "a\xc2\x9b" "5m", "\xe2\x80\xae" "abc", "x\x7f",
		"\xe1\xa0\xad\xe1\xa0\x8b\xe1\xa0\xa0", "\xcc\x81 lone",
		"👨\xe2\x80\x8d👩", "\xe8\x91\x9b\xf3\xa0\x84\x80", "a\tb",
		"\xef\xbb\xbf",
	};
	struct term *term = screen_open(12, 40);

	(void)state;
	for (size_t i = 0; i < N_ITEMS(nasty); i++) {
		struct strbuf dump = STRBUF_INIT;
		struct field field;

		field_init(&field, 0, NULL);
		field_set(&field, nasty[i]);
		term_erase(term);
		field_draw(&field, term, 0, 0, 10, STYLE_NORMAL, true);
		term_put(term, 0, 10, 1, "|", STYLE_NORMAL);
		term_flush(term);
		term_dump(term, &dump);
		for (size_t k = 0; k < dump.len; k++)
			assert_true((unsigned char)dump.s[k] >= 0x20 ||
				dump.s[k] == '\n');
		assert_null(strstr(dump.s, "\xe2\x80\xae"));
		assert_null(strstr(dump.s, "\xc2\x9b"));
		assert_int_equal(text_cols_n(dump.s,
			strcspn(dump.s, "\n")), 11);
		assert_string_equal(field_text(&field), nasty[i]);
		press(&field, ACTION_LINE_BEGIN);
		press(&field, ACTION_RIGHT);
		press(&field, ACTION_ERASE_LEFT);
		assert_true(text_valid(field_text(&field),
			strlen(field_text(&field))));
		strbuf_clear(&dump);
		field_clear(&field);
	}
	term_close(term);
}

static void
pastes_on_one_line(void **state)
{
	struct key_event event = pasted("嘎查\n苏木\t旗");
	struct field field;
	char *sentence;

	(void)state;
	field_init(&field, 6, NULL);
	assert_int_equal(field_handle(&field, ACTION_NONE, &event), EDIT_FULL);
	assert_string_equal(field_text(&field), "嘎查 苏木 ");
	sentence = edit_rest_sentence(&field.edit);
	assert_string_equal(sentence, "“旗” did not fit; at most 6 characters "
		"can stand here.");
	free(sentence);
	field_clear(&field);
}

static void
covers_a_secret(void **state)
{
	struct strbuf clip = STRBUF_INIT;
	struct term *term = screen_open(12, 40);
	struct field field;

	(void)state;
	field_init(&field, 18, &clip);
	field_set_secret(&field, 3, 4);
	field_set(&field, "13800001234");
	expect(&field, term, 12, "138****1234 ", 0);
	press(&field, ACTION_SELECT_LINE_BEGIN);
	press(&field, ACTION_COPY);
	assert_string_equal(clip.s, "");
	expect(&field, term, 12, "138****1234 ", 0);
	/* What is typed replaces it as a whole, and undo brings it back. */
	type_text("9", take, &field);
	expect(&field, term, 12, "9           ", 1);
	press(&field, ACTION_UNDO);
	expect(&field, term, 12, "138****1234 ", 0);
	press(&field, ACTION_ERASE);
	assert_string_equal(field_text(&field), "");
	press(&field, ACTION_UNDO);
	field_reveal(&field, true);
	expect(&field, term, 12, "13800001234 ", 11);
	field_reveal(&field, false);
	expect(&field, term, 12, "138****1234 ", 0);
	field_clear(&field);
	strbuf_clear(&clip);
	term_close(term);
}

/* A code that was put in is replaced by typing; once the cursor has moved in
 * it, or something was typed, it is text like any other. */
static void
replaces_what_is_chosen_as_a_whole(void **state)
{
	const struct key_event paste = pasted("满族");
	struct field field;

	(void)state;
	field_init(&field, 0, NULL);
	field_set_whole(&field);
	field_set(&field, "汉族");
	type_text("mg", take, &field);
	assert_string_equal(field_text(&field), "mg");
	press(&field, ACTION_UNDO);
	press(&field, ACTION_UNDO);
	assert_string_equal(field_text(&field), "汉族");
	field_fill(&field, "蒙古族");
	field_handle(&field, ACTION_NONE, &paste);
	assert_string_equal(field_text(&field), "满族");
	field_leave(&field);
	press(&field, ACTION_LINE_END);
	type_text("x", take, &field);
	assert_string_equal(field_text(&field), "满族x");
	field_leave(&field);
	press(&field, ACTION_ERASE_LEFT);
	assert_string_equal(field_text(&field), "满族");
	field_leave(&field);
	type_text("h", take, &field);
	assert_string_equal(field_text(&field), "h");
	field_clear(&field);
}

static void
reverses_what_is_marked(void **state)
{
	struct term *term = screen_open(12, 40);
	struct field field;

	(void)state;
	field_init(&field, 0, NULL);
	field_set(&field, "ab张三");
	press(&field, ACTION_SELECT_LEFT);
	expect(&field, term, 8, "ab张三  ", 4);
	assert_string_equal(term_style_name_at(term, 0, 4), "normal");
	assert_string_equal(term_style_name_at(term, 0, 5), "focus");
	assert_string_equal(term_style_name_at(term, 0, 7), "normal");
	field_clear(&field);
	term_close(term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(never_cuts_a_character),
		cmocka_unit_test(stands_on_the_character),
		cmocka_unit_test(scrolls_as_little_as_it_can),
		cmocka_unit_test(is_one_column_wide_or_two),
		cmocka_unit_test(follows_the_width_of_ambiguous_characters),
		cmocka_unit_test(keeps_nasty_text_and_shows_it_clean),
		cmocka_unit_test(pastes_on_one_line),
		cmocka_unit_test(covers_a_secret),
		cmocka_unit_test(replaces_what_is_chosen_as_a_whole),
		cmocka_unit_test(reverses_what_is_marked),
	};

	return cmocka_run_group_tests_name("field", tests, NULL, NULL);
}
