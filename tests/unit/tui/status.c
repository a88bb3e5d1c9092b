#include "test.h"

#include <locale.h>

#include "tui/status.h"

static const struct term_settings plain = {.colour = false};

static void
fill(struct keymap_live *live)
{
	keymap_live_init(live, CONTEXT_LIST);
	keymap_live_add(live, ACTION_OPEN);
	keymap_live_add(live, ACTION_NEW);
	keymap_live_add(live, ACTION_UP);
	keymap_live_add(live, ACTION_FILTER);
	keymap_live_add(live, ACTION_HELP);
	keymap_live_add(live, ACTION_BACK);
}

static void
bar_holds_whole_entries(void **state)
{
	static const struct {
		int cols;
		bool esc_waits;
		const char *wanted;
	} rows[] = {
		{80, false,
			"Enter Open  Ctrl-N New  F7 Search  F1 Help  Esc Back"},
		{52, false,
			"Enter Open  Ctrl-N New  F7 Search  F1 Help  Esc Back"},
		{51, false, "Enter Open  Ctrl-N New  F7 Search  F1 Help"},
		{32, false, "Enter Open  Ctrl-N New  F1 Help"},
		{10, false, "Enter Open"},
		{7, false, "F1 Help"},
		{6, false, ""},
		{80, true, "1 Help  3 Open  7 Search  0 Back"},
		{14, true, "1 Help  3 Open"},
	};
	struct strbuf out = STRBUF_INIT;
	struct keymap_live live;

	(void)state;
	fill(&live);
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		strbuf_reset(&out);
		status_bar(&live, rows[i].esc_waits, rows[i].cols, &out);
		assert_string_equal(out.s, rows[i].wanted);
	}
	strbuf_clear(&out);
}

static void
esc_waits_until_the_next_key(void **state)
{
	static const struct {
		enum event_kind kind;
		bool waits;
	} rows[] = {
		{EVENT_KEY, false}, {EVENT_ESC_WAIT, true}, {EVENT_IDLE, true},
		{EVENT_RESIZE, true}, {EVENT_WIDTH, true}, {EVENT_CHAR, false},
		{EVENT_ESC_WAIT, true}, {EVENT_PASTE, false},
	};
	struct status status;

	(void)state;
	status_init(&status);
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		status_note(&status, &(struct key_event){.kind = rows[i].kind});
		assert_int_equal(status.esc_waits, rows[i].waits);
	}
	status_clear(&status);
}

static void
expect_screen(const struct status *status, struct term *term,
	const char *wanted)
{
	struct strbuf out = STRBUF_INIT;
	struct keymap_live live;

	fill(&live);
	term_erase(term);
	term_cursor(term, 3, 1);
	status_draw(status, term, &live);
	term_flush(term);
	term_dump(term, &out);
	assert_string_equal(out.s, wanted);
	strbuf_clear(&out);
}

static void
frame_is_drawn_around_the_body(void **state)
{
	struct term *term = term_open_headless(7, 40, &plain);
	struct status status;

	(void)state;
	status_init(&status);
	expect_screen(&status, term,
		"\n\n\n\n\n\nEnter Open  Ctrl-N New  F7 Search\n"
		"cursor 3,1\n");
	assert_string_equal(term_style_name_at(term, 6, 1), "key");
	assert_string_equal(term_style_name_at(term, 6, 6), "normal");
	status_set_place(&status, "苏木党委 · 额济纳联合党支部 · 名册");
	status_set_side(&status, "乌兰 · 2 drafts");
	status_say(&status, STYLE_WARNING, "Row %d: %s", 17, "身份证号校验码不对");
	status_note(&status, &(struct key_event){.kind = EVENT_ESC_WAIT});
	expect_screen(&status, term,
		"苏木党委 · 额济纳联合 ~  乌兰 · 2 drafts\n\n\n\n\n"
		"Row 17: 身份证号校验码不对\n"
		"1 Help  3 Open  7 Search  0 Back\n"
		"cursor 3,1\n");
	assert_string_equal(term_style_name_at(term, 0, 0), "title");
	assert_string_equal(term_style_name_at(term, 5, 0), "warning");
	assert_string_equal(term_style_name_at(term, 5, 39), "normal");
	status_hush(&status);
	status_set_place(&status, "");
	status_set_side(&status,
		"a very long name of an operator who has much");
	expect_screen(&status, term,
		"  a very long name of an operator who h~\n\n\n\n\n\n"
		"1 Help  3 Open  7 Search  0 Back\n"
		"cursor 3,1\n");
	status_clear(&status);
	term_close(term);
}

static void
long_messages_take_up_to_three_lines(void **state)
{
	struct term *term = term_open_headless(7, 20, &plain);
	struct status status;

	(void)state;
	status_init(&status);
	status_say(&status, STYLE_ERROR,
		"The check digit is wrong, it ought to be X.");
	expect_screen(&status, term,
		"\n\n\nThe check digit is\nwrong, it ought to\nbe X.\n"
		"Enter Open  F1 Help\ncursor 3,1\n");
	status_say(&status, STYLE_ERROR,
		"第十七行身份证号校验码不对（应为大写字母）；改好后可只导入被退回的行。");
	expect_screen(&status, term,
		"\n\n\n第十七行身份证号校验\n码不对（应为大写字\n"
		"母）；改好后可只导 ~\n"
		"Enter Open  F1 Help\ncursor 3,1\n");
	status_clear(&status);
	term_close(term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bar_holds_whole_entries),
		cmocka_unit_test(esc_waits_until_the_next_key),
		cmocka_unit_test(frame_is_drawn_around_the_body),
		cmocka_unit_test(long_messages_take_up_to_three_lines),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 99;
	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
