#include "test.h"

#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/term.h"

static const struct term_settings plain = {.colour = false};

/* Escapes, C1, bidi controls, line ends, bytes that are no text, marks without
 * a base. */
static const char *const nasty[] = {
	"\033[31mred",
	"\033]0;title\a",
	"\033[2J\033[1;1H",
	"\xc2\x9b" "31m",
	"a\rb\nc\td",
	"\xe2\x80\xae" "abc\xe2\x80\xac",
	"\xe2\x81\xa6" "abc\xe2\x81\xa9",
	"\xff\xfe\x80",
	"\x7f\x08\x08\x01",
	"\xcc\x81\xcc\x81 mark",
};

static void
expect_screen(struct term *term, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;

	term_flush(term);
	term_dump(term, &out);
	assert_string_equal(out.s, wanted);
	strbuf_clear(&out);
}

static void
text_is_cut_and_padded_by_columns(void **state)
{
	struct term *term = term_open_headless(6, 10, &plain);

	(void)state;
	for (int row = 0; row < 6; row++)
		term_put(term, row, 0, 10, "..........", STYLE_NORMAL);
	assert_int_equal(term_put(term, 0, 1, 5, "张三丰", STYLE_FOCUS), 4);
	assert_int_equal(term_put_cut(term, 1, 1, 6, "张三丰", STYLE_KEY), 6);
	assert_int_equal(term_put_cut(term, 2, 1, 5, "张三丰", STYLE_KEY), 5);
	assert_int_equal(term_put_right(term, 3, 1, 6, "12", STYLE_KEY), 2);
	assert_int_equal(term_put(term, 4, 7, 9, "张三", STYLE_NORMAL), 2);
	term_put(term, 5, 1, 3, "e\xcc\x81", STYLE_NORMAL);
	term_cursor(term, 2, 3);
	expect_screen(term,
		".张三 ....\n.张三丰...\n.张三~....\n.    12...\n"
		".......张\n.e\xcc\x81  ......\ncursor 2,3\n");
	assert_string_equal(term_style_name_at(term, 0, 5), "focus");
	assert_string_equal(term_style_name_at(term, 0, 6), "normal");
	assert_string_equal(term_style_name_at(term, 3, 1), "key");
	term_close(term);
}

static void
places_outside_are_cut_off(void **state)
{
	struct term *term = term_open_headless(2, 10, &plain);

	(void)state;
	assert_int_equal(term_put(term, -1, 0, 5, "x", STYLE_NORMAL), 0);
	assert_int_equal(term_put(term, 2, 0, 5, "x", STYLE_NORMAL), 0);
	assert_int_equal(term_put(term, 0, 10, 5, "x", STYLE_NORMAL), 0);
	assert_int_equal(term_put(term, 0, 0, -3, "x", STYLE_NORMAL), 0);
	assert_int_equal(term_put(term, 1, 0, 99, "0123456789ab",
				 STYLE_NORMAL),
		10);
	term_box(term, -5, -5, 3, 3, "x");
	term_fill(term, 0, 0, 50, 0, STYLE_FOCUS);
	term_cursor(term, 99, 99);
	expect_screen(term, "\n0123456789\ncursor 1,9\n");
	term_close(term);
}

/* Half of a wide character never stays beside what covers the other half. */
static void
covering_half_a_character_blanks_it(void **state)
{
	struct term *term = term_open_headless(1, 10, &plain);

	(void)state;
	term_put(term, 0, 0, 10, "张三丰", STYLE_NORMAL);
	term_put(term, 0, 1, 2, "ab", STYLE_NORMAL);
	expect_screen(term, " ab 丰\ncursor 0,0\n");
	term_put(term, 0, 0, 10, "张三丰李四", STYLE_NORMAL);
	term_vline(term, 0, 5, 1);
	term_hline(term, 0, 1, 2);
	term_put(term, 0, 7, 2, "丁", STYLE_NORMAL);
	expect_screen(term, " ──  │ 丁\ncursor 0,0\n");
	/* The text ends, and the blanks begin, in the middle of a character. */
	term_put(term, 0, 0, 10, "张三丰李四", STYLE_NORMAL);
	term_put(term, 0, 0, 10, "a/b", STYLE_NORMAL);
	expect_screen(term, "a/b\ncursor 0,0\n");
	term_close(term);
}

/* Draws a letter, each code point from first on and a | on a row of its own,
 * and reads the rows back. */
static void
compare_columns(struct term *term, uint32_t first, uint32_t step)
{
	struct strbuf wanted = STRBUF_INIT, out = STRBUF_INIT;

	term_erase(term);
	for (int row = 0; row < term_rows(term); row++) {
		uint32_t c = first + (uint32_t)row * step;
		char text[8] = "a";
		char *clean;

		text[1 + text_put_char(c, text + 1)] = '|';
		clean = text_clean(text, strlen(text));
		assert_int_equal(term_put(term, row, 0, 10, text,
					 STYLE_NORMAL),
			text_cols(clean));
		strbuf_addf(&wanted, "%s\n", clean);
		free(clean);
	}
	strbuf_add(&wanted, "cursor 0,0\n");
	term_flush(term);
	term_dump(term, &out);
	assert_string_equal(out.s, wanted.s);
	strbuf_clear(&wanted);
	strbuf_clear(&out);
}

static void
curses_counts_columns_as_we_do(void **state)
{
	enum { ROWS = 24, STEP = 7, END = 0x32000 };
	struct term_settings settings = plain;
	struct term *term = term_open_headless(ROWS, 10, &settings);

	(void)state;
	for (int wide = 0; wide < 2; wide++) {
		settings.ambiguous_wide = wide != 0;
		term_set(term, &settings);
		for (uint32_t c = 0xa0; c < END; c += ROWS * STEP)
			compare_columns(term, c, STEP);
	}
	text_set_ambiguous_wide(false);
	term_close(term);
}

static void
boxes_are_lines_or_ascii(void **state)
{
	struct term_settings settings = plain;
	struct term *term = term_open_headless(3, 12, &settings);

	(void)state;
	term_box(term, 0, 0, 3, 12, "标题很长的");
	expect_screen(term, "┌─ 标题很~─┐\n│          │\n"
			    "└──────────┘\ncursor 0,0\n");
	settings.ascii_borders = true;
	term_set(term, &settings);
	term_erase(term);
	term_box(term, 0, 0, 3, 12, NULL);
	expect_screen(term, "+----------+\n|          |\n+----------+\n"
			    "cursor 0,0\n");
	settings.ascii_borders = false;
	settings.ambiguous_wide = true;
	term_set(term, &settings);
	term_erase(term);
	term_hline(term, 1, 0, 3);
	expect_screen(term, "\n---\n\ncursor 0,0\n");
	text_set_ambiguous_wide(false);
	term_close(term);
}

static void
nasty_strings_reach_the_screen_clean(void **state)
{
	struct term *term = term_open_headless(N_ITEMS(nasty), 20, &plain);
	struct strbuf out = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(nasty); i++)
		term_put_cut(term, (int)i, 0, 20, nasty[i], STYLE_NORMAL);
	term_flush(term);
	term_dump(term, &out);
	assert_string_equal(out.s,
		"�[31mred\n�]0;title�\n�[2J�[1;1H\n�31m\na b c d\n�abc�\n"
		"�abc�\n���\n����\n mark\ncursor 0,0\n");
	strbuf_clear(&out);
	term_close(term);
}

/* Nothing but the title's own escape and BEL is a control. */
static void
nasty_strings_reach_the_title_clean(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(nasty); i++) {
		struct term *term = term_open_headless(3, 20, &plain);
		const char *sent;
		size_t len;

		term_title(term, nasty[i]);
		sent = term_sent(term);
		len = strlen(sent);
		assert_memory_equal(sent, "\033]2;", 4);
		assert_int_equal(sent[len - 1], '\a');
		for (size_t k = 4; k + 1 < len; k++)
			assert_true((unsigned char)sent[k] >= ' ' &&
				sent[k] != 0x7f);
		assert_null(strstr(sent, "\xc2\x9b"));
		assert_null(strstr(sent, "\xe2\x80\xae"));
		assert_true(text_valid(sent, len));
		term_close(term);
	}
}

static void
titles_are_sent_once(void **state)
{
	struct term *term = term_open_headless(3, 20, &plain);

	(void)state;
	term_title(term, "融合");
	term_title(term, "融合");
	assert_string_equal(term_sent(term), "\033]2;融合\a");
	term_title(term, "b");
	assert_string_equal(term_sent(term), "\033]2;融合\a\033]2;b\a");
	term_close(term);
}

static void
the_width_is_asked_below_row_one(void **state)
{
	struct term *term = term_open_headless(3, 20, &plain);

	(void)state;
	term_put(term, 2, 0, 20, "text", STYLE_NORMAL);
	term_ask_width(term);
	assert_string_equal(term_sent(term),
		"\0337\033[3;1H\xc2\xb7\033[6n\0338");
	expect_screen(term, "\n\ntext\ncursor 0,0\n");
	term_close(term);
	term = term_open_headless(2, 20, &plain);
	term_ask_width(term);
	assert_string_equal(term_sent(term), "");
	term_close(term);
}

static void
a_printer_at_the_terminal_is_a_setting(void **state)
{
	struct term_settings settings = plain;
	struct term *term = term_open_headless(3, 20, &settings);

	(void)state;
	assert_false(term_can_print(term));
	settings.printer = true;
	term_set(term, &settings);
	assert_true(term_can_print(term));
	term_print(term, "签到\n一\f二\n");
	assert_string_equal(term_sent(term),
		"\033[5i签到\r\n一\f二\r\n\033[4i");
	term_close(term);
}

static void
small_windows_say_so(void **state)
{
	static const struct {
		int rows, cols;
		bool small;
	} rows[] = {{12, 40, false}, {11, 40, true}, {12, 39, true},
		{24, 80, false}, {1, 1, true}, {1, 300, true}};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct term *term = term_open_headless(rows[i].rows,
			rows[i].cols, &plain);

		assert_int_equal(term_too_small(term), rows[i].small);
		term_draw_too_small(term);
		term_flush(term);
		term_close(term);
	}
}

static void
the_small_window_sentence_is_wrapped(void **state)
{
	struct term *term = term_open_headless(6, 25, &plain);

	(void)state;
	i18n_set_language(LANGUAGE_EN);
	term_draw_too_small(term);
	expect_screen(term, "This window is too small;\n"
			    "make it at least 40\n"
			    "columns wide and 12 rows\n"
			    "high. Nothing is lost.\n\n\ncursor 0,0\n");
	term_close(term);
}

static void
colours_come_and_go(void **state)
{
	struct term_settings settings = {.colour = true};
	struct term *term = term_open_headless(3, 20, &settings);

	(void)state;
	for (int i = 0; i < 2; i++) {
		for (enum style style = 0; style < STYLE_N; style++) {
			term_put(term, 1, (int)style, 1, "x", style);
			term_flush(term);
			assert_string_equal(
				term_style_name_at(term, 1, (int)style),
				theme_name(style));
		}
		settings.colour = false;
		term_set(term, &settings);
	}
	term_close(term);
}

static void
the_terminal_is_given_back_once(void **state)
{
	struct term *term;

	(void)state;
	term_last_words();
	term = term_open_headless(3, 20, &plain);
	term_last_words();
	term_last_words();
	term_close(term);
	term_last_words();
	term_close(NULL);
}

static void
a_pipe_is_no_terminal(void **state)
{
	struct err err = ERR_INIT;
	struct term *term = NULL;
	int ends[2], saved = dup(STDIN_FILENO);

	(void)state;
	assert_int_equal(pipe(ends), 0);
	dup2(ends[0], STDIN_FILENO);
	assert_int_equal(term_open(&plain, &term, &err), ERR_DENIED);
	dup2(saved, STDIN_FILENO);
	assert_non_null(err.text);
	assert_null(term);
	err_clear(&err);
	close(saved);
	close(ends[0]);
	close(ends[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_cut_and_padded_by_columns),
		cmocka_unit_test(places_outside_are_cut_off),
		cmocka_unit_test(covering_half_a_character_blanks_it),
		cmocka_unit_test(curses_counts_columns_as_we_do),
		cmocka_unit_test(boxes_are_lines_or_ascii),
		cmocka_unit_test(nasty_strings_reach_the_screen_clean),
		cmocka_unit_test(nasty_strings_reach_the_title_clean),
		cmocka_unit_test(titles_are_sent_once),
		cmocka_unit_test(the_width_is_asked_below_row_one),
		cmocka_unit_test(a_printer_at_the_terminal_is_a_setting),
		cmocka_unit_test(small_windows_say_so),
		cmocka_unit_test(the_small_window_sentence_is_wrapped),
		cmocka_unit_test(colours_come_and_go),
		cmocka_unit_test(the_terminal_is_given_back_once),
		cmocka_unit_test(a_pipe_is_no_terminal),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 99;
	return cmocka_run_group_tests_name("term", tests, NULL, NULL);
}
