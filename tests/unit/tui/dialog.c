#include "tui/screen.h"

#include "tui/dialog.h"
#include "tui/status.h"

static void
next(void *data, struct key_event *event)
{
	key_next(data, -1, event);
}

static void
paint(void *data, const struct keymap_live *live)
{
	struct strbuf bar = STRBUF_INIT;

	term_erase(data);
	status_bar(live, false, term_cols(data), &bar);
	term_put(data, term_rows(data) - 1, 0, term_cols(data), bar.s,
		STYLE_NORMAL);
	strbuf_clear(&bar);
}

static int64_t
now(void *data)
{
	return key_now(data);
}

/* What was dumped last. */
static struct strbuf dumped = STRBUF_INIT;

static void
dump(void *data, const char *name)
{
	(void)name;
	strbuf_reset(&dumped);
	term_flush(data);
	term_dump(data, &dumped);
}

static struct dialog_host
start(int rows, int cols, const char *script)
{
	struct term *term = screen_open(rows, cols);
	size_t bad = 0;

	assert_true(key_script(term, script, dump, term, &bad));
	return (struct dialog_host){
		.term = term,
		.next = next,
		.paint = paint,
		.now = now,
		.data = term,
	};
}

static void
end(struct dialog_host *host)
{
	term_close(host->term);
	strbuf_clear(&dumped);
}

static const char long_text[] =
	"第 17 行身份证号校验码不对（应为 X）；改好后可只导入被退回的行。\n"
	"\n"
	"The other rows of the file were taken in. Nothing has been lost: the "
	"rows that were sent back stand in a file beside it, with the reason "
	"in the last column, and can be put right and taken in again.";

static void
wraps_and_scrolls_where_it_is_small(void **state)
{
	struct dialog_host host = start(12, 40, "<Down><dump a><Enter>");

	(void)state;
	dialog_tell(&host, "导入", long_text);
	assert_string_equal(dumped.s,
		"\n"
		"+- 导入 -------------------------------+\n"
		"| X）；改好后可只导入被退回的行。      ^\n"
		"|                                      |\n"
		"| The other rows of the file were      |\n"
		"| taken in. Nothing has been lost: the |\n"
		"| rows that were sent back stand in a  |\n"
		"| file beside it, with the reason in   |\n"
		"| the last column, and can be put      v\n"
		"+--------------------------------------+\n"
		"\n"
		"Enter OK  Esc Back\n"
		"cursor 2,2\n");
	end(&host);
}

static void
shows_the_end_of_a_long_text(void **state)
{
	struct dialog_host host = start(12, 40,
		"<PgDn><PgDn><PgDn><PgDn><dump a><Enter>");

	(void)state;
	dialog_tell(&host, "导入", long_text);
	assert_non_null(strstr(dumped.s,
		"| right and taken in again.            |\n"
		"+---"));
	assert_null(strstr(dumped.s, "v\n"));
	end(&host);
}

static void
takes_the_size_of_its_text(void **state)
{
	struct dialog_host host = start(24, 80, "<dump a><Enter>");

	(void)state;
	dialog_tell(&host, "Backup", "可以拔出。");
	assert_non_null(strstr(dumped.s,
		"\n                                 +- Backup ---+\n"
		"                                 | 可以拔出。 |\n"));
	end(&host);
}

static const char *const answers[] = {"Keep it", "删除", "Ask me later"};

static void
asks_with_a_safe_answer(void **state)
{
	static const struct {
		const char *script;
		size_t answer;
	} cases[] = {
		{"<Enter>", 0}, {"<Right><Enter>", 1}, {"<Tab><Enter>", 1},
		{"<Left><Enter>", 2}, {"<Down><Down><Down><Enter>", 0},
		{"2", 1}, {"３", 2}, {"4<Enter>", 0}, {"x<Enter>", 0},
		{"<Tab><Esc><wait 1000>", 0}, {"<Tab><Ctrl-C>", 0},
		{"<Tab><F10>", 0}, {"<Tab><signal HUP>", 0}, {"<Tab>", 0},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		struct dialog_host host = start(12, 40, cases[i].script);

		assert_int_equal(dialog_ask(&host, NULL, "Remove 王红?",
			answers, N_ITEMS(answers), 0), cases[i].answer);
		end(&host);
	}
}

static void
draws_answers_beside_or_below_one_another(void **state)
{
	struct dialog_host host = start(12, 40, "<Right><dump a><Enter>");
	static const char *const longer[] = {
		"Close it with today's date", "Remove it",
	};

	(void)state;
	dialog_ask(&host, NULL, "Remove 王红?", answers, 2, 0);
	assert_string_equal(dumped.s,
		"\n\n\n"
		"       +-----------------------+\n"
		"       | Remove 王红?          |\n"
		"       |                       |\n"
		"       |  1. Keep it  >2. 删除 |\n"
		"       +-----------------------+\n"
		"\n\n\n"
		"Enter OK  Esc Back  Tab Next  F1 Help\n"
		"cursor 6,26\n");
	end(&host);
	host = start(12, 40, "<Down><dump a><Enter>");
	assert_int_equal(dialog_ask(&host, "删除", long_text, longer, 2, 0),
		1);
	assert_string_equal(dumped.s,
		"\n"
		"+- 删除 -------------------------------+\n"
		"| 第 17 行身份证号校验码不对（应为     |\n"
		"| X）；改好后可只导入被退回的行。      |\n"
		"|                                      |\n"
		"| The other rows of the file were      |\n"
		"| taken in. Nothing has been lost: the v\n"
		"|  1. Close it with today's date       |\n"
		"| >2. Remove it                        |\n"
		"+--------------------------------------+\n"
		"\n"
		"Enter OK  Esc Back  Tab Next  F1 Help\n"
		"cursor 8,6\n");
	end(&host);
}

static void
confirms_only_what_was_said(void **state)
{
	struct dialog_host host = start(12, 40, "<Enter><Right><Enter>");

	(void)state;
	assert_false(dialog_confirm(&host, NULL, "Restore?", "Restore"));
	assert_true(dialog_confirm(&host, NULL, "Restore?", "Restore"));
	end(&host);
}

static void
asks_for_a_line(void **state)
{
	struct dialog_host host = start(12, 40,
		"<Backspace>红梅<dump a><Enter>");
	struct strbuf value = STRBUF_INIT;

	(void)state;
	strbuf_add(&value, "王x");
	assert_true(dialog_input(&host, "谁在用？", "Who is typing?", 8,
		&value));
	assert_string_equal(value.s, "王红梅");
	assert_string_equal(dumped.s,
		"\n\n\n"
		"  +- 谁在用？ -----------------------+\n"
		"  | Who is typing?                   |\n"
		"  |                                  |\n"
		"  | 王红梅                           |\n"
		"  +----------------------------------+\n"
		"\n\n\n"
		"Enter OK  Esc Back  Ctrl-Z Undo  F1 Help\n"
		"cursor 6,10\n");
	end(&host);
	host = start(12, 40, "x<paste 一二三四五六七八九><dump a>"
		"<Esc><wait 1000>");
	assert_false(dialog_input(&host, NULL, NULL, 8, &value));
	assert_string_equal(value.s, "王红梅");
	assert_non_null(strstr(dumped.s,
		"| 王红梅x一二三四                      |\n"
		"| “五六七八九” did not fit; at most 8  |\n"
		"| characters can stand here.           |\n"));
	strbuf_clear(&value);
	end(&host);
}

/* Esc waits for no digit: 100 ms later it has acted, and what follows it is
 * for what lies below. */
static void
goes_back_at_once(void **state)
{
	struct dialog_host host = start(12, 40, "<Esc><wait 150>2<Enter>");
	struct key_event event = KEY_EVENT_INIT;

	(void)state;
	assert_int_equal(dialog_ask(&host, NULL, "Remove?", answers,
		N_ITEMS(answers), 0), 0);
	assert_int_equal(key_now(host.term), 100);
	key_next(host.term, -1, &event);
	assert_int_equal(event.kind, EVENT_CHAR);
	assert_int_equal(event.code, '2');
	end(&host);
}

/* What it is, and its keys; the box is there again behind it. */
static void
helps_in_place_of_the_box(void **state)
{
	struct dialog_host host = start(24, 60,
		"<F1><dump a><Esc><wait 100><Right><Enter>");

	(void)state;
	assert_int_equal(dialog_ask(&host, NULL, "Remove?", answers,
		N_ITEMS(answers), 0), 1);
	assert_non_null(strstr(dumped.s,
		"| A question. Enter gives the answer marked with >, a"));
	assert_non_null(strstr(dumped.s, "Esc gives “Keep it”."));
	assert_non_null(strstr(dumped.s, "Accept."));
	assert_null(strstr(dumped.s, "Esc+"));
	assert_null(strstr(dumped.s, "Ask me"));
	/* Help on help there is none. */
	assert_null(strstr(dumped.s, "F1 Help"));
	end(&host);
	/* Who must leave leaves both. */
	host = start(24, 60, "<F1><signal TERM>");
	assert_int_equal(dialog_ask(&host, NULL, "Remove?", answers,
		N_ITEMS(answers), 0), 0);
	end(&host);
}

static void
begins_with_what_was_typed(void **state)
{
	const struct key_event first = {.kind = EVENT_CHAR, .code = 0x5f20};
	struct dialog_host host = start(12, 40, "三<Enter>");
	struct strbuf value = STRBUF_INIT;

	(void)state;
	strbuf_add(&value, "王五");
	assert_true(dialog_retype(&host, NULL, NULL, 8, &first, &value));
	assert_string_equal(value.s, "张三");
	end(&host);
	host = start(12, 40, "<Ctrl-Z><Enter>");
	assert_true(dialog_retype(&host, NULL, NULL, 8, &first, &value));
	assert_string_equal(value.s, "张三");
	strbuf_clear(&value);
	end(&host);
}

static void
lets_choose_from_a_menu(void **state)
{
	struct dialog_host host = start(12, 40, "土<dump a><Enter>");
	struct menu menu;

	(void)state;
	menu_init(&menu, NULL, NULL, NULL);
	menu.title = "民族";
	menu_add(&menu, "汉族", "01");
	menu_add(&menu, "土家族", "15");
	assert_int_equal(dialog_choose(&host, &menu), MENU_CHOSEN);
	assert_int_equal(menu_chosen(&menu)->id, 1);
	assert_non_null(strstr(dumped.s,
		"        +- 民族 ---------------+\n"
		"        | Search: 土           |\n"
		"        | > 土家族          15 |\n"
		"        |                      |\n"
		"        +----------------------+\n"));
	menu_clear(&menu);
	end(&host);
}

static void
survives_a_resize(void **state)
{
	struct dialog_host host = start(24, 80,
		"<resize 40x12><dump a><resize 30x8><resize 80x24>2");

	(void)state;
	assert_int_equal(dialog_ask(&host, "删除", long_text, answers,
		N_ITEMS(answers), 0), 1);
	assert_non_null(strstr(dumped.s, "| >1. Keep it"));
	end(&host);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wraps_and_scrolls_where_it_is_small),
		cmocka_unit_test(shows_the_end_of_a_long_text),
		cmocka_unit_test(takes_the_size_of_its_text),
		cmocka_unit_test(asks_with_a_safe_answer),
		cmocka_unit_test(draws_answers_beside_or_below_one_another),
		cmocka_unit_test(confirms_only_what_was_said),
		cmocka_unit_test(asks_for_a_line),
		cmocka_unit_test(goes_back_at_once),
		cmocka_unit_test(helps_in_place_of_the_box),
		cmocka_unit_test(begins_with_what_was_typed),
		cmocka_unit_test(lets_choose_from_a_menu),
		cmocka_unit_test(survives_a_resize),
	};

	return cmocka_run_group_tests_name("dialog", tests, NULL, NULL);
}
