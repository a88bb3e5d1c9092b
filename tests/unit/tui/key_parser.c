#include "test.h"

#include <locale.h>
#include <stdio.h>

#include "events.h"
#include "tui/key_parser.h"

/* Reads, each with what passes before it. */
struct read {
	int after_ms;
	const char *bytes;
	size_t len; /* 0: up to the zero byte */
};

/* Most tests leave the waiting out of what they expect: it is none of their
 * business when. */
static void
take_events(struct key_parser *parser, bool with_waits, struct strbuf *out)
{
	struct key_event event = KEY_EVENT_INIT;

	while (key_parser_next(parser, &event))
		if (with_waits || event.kind != EVENT_ESC_WAIT)
			describe_event(&event, out);
}

/* Lets time pass as the reader does: up to each deadline. */
static int64_t
pass(struct key_parser *parser, int64_t now, int ms)
{
	int64_t until = now + ms, deadline;

	while ((deadline = key_parser_deadline(parser)) >= 0 &&
		deadline < until)
		key_parser_tick(parser, deadline);
	return until;
}

static void
feed_all(struct key_parser *parser, const struct read *reads, size_t n,
	bool with_waits, struct strbuf *out)
{
	int64_t now = 5000;

	for (size_t i = 0; i < n; i++) {
		size_t len = reads[i].len > 0 ? reads[i].len
					      : strlen(reads[i].bytes);

		now = pass(parser, now, reads[i].after_ms);
		key_parser_feed(parser, reads[i].bytes, len, now);
	}
	pass(parser, now, 20000);
	assert_int_equal(key_parser_deadline(parser), -1);
	take_events(parser, with_waits, out);
}

static void
expect_reads(const struct read *reads, size_t n, bool with_waits,
	const char *wanted)
{
	struct key_parser *parser = key_parser_new();
	struct strbuf out = STRBUF_INIT;

	feed_all(parser, reads, n, with_waits, &out);
	assert_string_equal(out.s, wanted);
	strbuf_clear(&out);
	key_parser_free(parser);
}

/* Whole, and cut in two at every position by 50 ms. */
static void
expect_cut(const char *bytes, size_t len, const char *wanted)
{
	struct read whole = {0, bytes, len};

	expect_reads(&whole, 1, false, wanted);
	for (size_t at = 1; at < len; at++) {
		struct read halves[] = {
			{0, bytes, at}, {50, bytes + at, len - at}};

		expect_reads(halves, 2, false, wanted);
	}
}

static const struct {
	const char *terminal;
	const char *bytes;
	enum key key;
} spellings[] = {
	{"PuTTY", "\033[11~", K_F1}, {"PuTTY", "\033[12~", K_F2},
	{"PuTTY", "\033[13~", K_F3}, {"PuTTY", "\033[14~", K_F4},
	{"PuTTY", "\033[15~", K_F5}, {"PuTTY", "\033[17~", K_F6},
	{"PuTTY", "\033[18~", K_F7}, {"PuTTY", "\033[19~", K_F8},
	{"PuTTY", "\033[20~", K_F9}, {"PuTTY", "\033[21~", K_F10},
	{"PuTTY", "\033[23~", K_F11}, {"PuTTY", "\033[24~", K_F12},
	{"PuTTY", "\033[1~", K_HOME}, {"PuTTY", "\033[4~", K_END},
	{"PuTTY", "\033[2~", K_INSERT}, {"PuTTY", "\033[3~", K_DELETE},
	{"PuTTY", "\033[5~", K_PAGE_UP}, {"PuTTY", "\033[6~", K_PAGE_DOWN},
	{"PuTTY VT100+", "\033OP", K_F1}, {"PuTTY VT100+", "\033OT", K_F5},
	{"PuTTY VT100+", "\033O[", K_F12},
	{"PuTTY Ctrl", "\033OA", K_UP},
	{"Xshell", "\033OP", K_F1}, {"Xshell", "\033[15~", K_F5},
	{"Xshell", "\033OH", K_HOME}, {"Xshell", "\033OF", K_END},
	{"xterm", "\033OQ", K_F2}, {"xterm", "\033OS", K_F4},
	{"xterm", "\033[A", K_UP}, {"xterm", "\033[B", K_DOWN},
	{"xterm", "\033[C", K_RIGHT}, {"xterm", "\033[D", K_LEFT},
	{"xterm", "\033[H", K_HOME}, {"xterm", "\033[F", K_END},
	{"xterm", "\033[Z", K_SHIFT_TAB},
	{"xterm", "\033[1;2A", K_SHIFT_UP},
	{"xterm", "\033[1;2C", K_SHIFT_RIGHT},
	{"xterm", "\033[1;5D", K_CTRL_LEFT},
	{"xterm", "\033[1;5H", K_CTRL_HOME},
	{"xterm", "\033[1;6F", K_SHIFT_END}, {"xterm", "\033[1;3B", K_DOWN},
	{"old xterm", "\033O2A", K_SHIFT_UP}, {"old xterm", "\033O5C",
		K_CTRL_RIGHT},
	{"application mode", "\033OA", K_UP}, {"application mode", "\033OD",
		K_LEFT},
	{"application mode", "\033OM", K_ENTER},
	{"VTE", "\033[1;5~", K_CTRL_HOME}, {"VTE", "\033[5;5~", K_NONE},
	{"linux", "\033[[A", K_F1}, {"linux", "\033[[E", K_F5},
	{"linux", "\033[1~", K_HOME}, {"linux", "\033[4~", K_END},
	{"rxvt", "\033[7~", K_HOME}, {"rxvt", "\033[8~", K_END},
	{"rxvt", "\033[a", K_SHIFT_UP}, {"rxvt", "\033[d", K_SHIFT_LEFT},
	{"rxvt", "\033Oc", K_CTRL_RIGHT}, {"rxvt", "\033[7$", K_SHIFT_HOME},
	{"rxvt", "\033[8^", K_CTRL_END},
	{"vt100", "\033OR", K_F3}, {"tmux", "\033[1;2D", K_SHIFT_LEFT},
	{"tmux", "\033[3~", K_DELETE},
	{"any", "\b", K_BACKSPACE}, {"any", "\x7f", K_BACKSPACE},
	{"any", "\r", K_ENTER}, {"any", "\n", K_ENTER}, {"any", "\t", K_TAB},
	{"any", "\x13", K_CTRL_S},
};

static void
knows_the_keys_of_all_terminals(void **state)
{
	struct strbuf bytes = STRBUF_INIT, wanted = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(spellings); i++) {
		strbuf_reset(&bytes);
		strbuf_reset(&wanted);
		strbuf_addf(&bytes, "a%sb", spellings[i].bytes);
		strbuf_addf(&wanted, "a%s%s b",
			spellings[i].key != K_NONE ? " " : "",
			key_label(spellings[i].key));
		expect_cut(bytes.s, bytes.len, wanted.s);
	}
	strbuf_clear(&bytes);
	strbuf_clear(&wanted);
}

static void
swallows_unknown_sequences_whole(void **state)
{
	static const char *const rows[] = {
		"\033[25~", "\033[1;2P", "\033[200;5u", "\033[27;5;13~",
		"\033[?62;1;6c", "\033[>0;276;0c", "\033[?2026;2$y",
		"\033[<0;12;7M", "\033[M !!", "\033[I", "\033[O", "\033[1;2R",
		"\033[1;1R", "\033[12;80R", "\033[8;24;80t", "\033[E",
		"\033O1P", "\033]11;rgb:0000/0000/0000\033\\",
		"\033]0;a title\a", "\033P>|XTerm(370)\033\\",
		"\033P1$r0m\033\\", "\033_Gi=1;OK\033\\", "\033^x\033\\",
		"\033Xx\033\\", "\033[[Z",
	};
	char bytes[64];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		snprintf(bytes, sizeof(bytes), "a%sb", rows[i]);
		expect_cut(bytes, strlen(bytes), "a b");
	}
}

/* A sequence that stops short is dropped and does not stop the keyboard. */
static void
gives_up_what_does_not_end(void **state)
{
	static const char *const rows[] = {
		"\033[1;", "\033O", "\033]0;title", "\033P", "\033[[",
		"\033[M!",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct read reads[] = {{0, rows[i], 0}, {1100, "j", 0}};

		expect_reads(reads, 2, false, "j");
	}
	expect_cut("\033[1;\033[A", 7, "Up");
	expect_cut("\033[1\x03z", 5, "Ctrl-C z");
	expect_cut("\033]0;x\033[A", 8, "Up");
}

static void
endless_sequences_stay_swallowed(void **state)
{
	struct strbuf bytes = STRBUF_INIT;
	struct read read;

	(void)state;
	strbuf_add(&bytes, "\033[");
	for (int i = 0; i < 3000; i++)
		strbuf_add(&bytes, "1;");
	strbuf_add(&bytes, "Ab");
	read = (struct read){0, bytes.s, bytes.len};
	expect_reads(&read, 1, false, "b");
	strbuf_clear(&bytes);
}

static void
esc_and_a_digit_are_an_f_key(void **state)
{
	static const int gaps_ms[] = {0, 30, 99, 100, 101, 300, 900, 999};
	static const struct {
		const char *digit;
		const char *wanted;
	} rows[] = {
		{"1", "F1"}, {"2", "F2"}, {"9", "F9"}, {"0", "F10"},
		{"２", "F2"}, {"０", "F10"}, {"\033Ot", "F4"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		for (size_t k = 0; k < N_ITEMS(gaps_ms); k++) {
			struct read reads[] = {{0, "\033", 0},
				{gaps_ms[k], rows[i].digit, 0}, {10, "2", 0}};
			char wanted[16];

			snprintf(wanted, sizeof(wanted), "%s 2",
				rows[i].wanted);
			expect_reads(reads, 3, false, wanted);
		}
	}
}

static void
esc_waits_no_longer_than_a_second(void **state)
{
	const struct read late[] = {{0, "\033", 0}, {1000, "2", 0}};
	const struct read alone[] = {{0, "\033", 0}};
	const struct read quick[] = {{0, "\033", 0}, {99, "2", 0}};

	(void)state;
	expect_reads(late, 2, true, "esc-waits Esc 2");
	expect_reads(alone, 1, true, "esc-waits Esc");
	expect_reads(quick, 2, true, "F2");
}

static void
esc_then_a_key_goes_back_and_acts(void **state)
{
	static const int gaps_ms[] = {30, 300, 900};
	static const struct {
		const char *bytes;
		const char *wanted;
	} rows[] = {
		{"q", "Esc q"}, {"张", "Esc 张"}, {"\r", "Esc Enter"},
		{"\033[B", "Esc Down"}, {"\033OP", "Esc F1"},
		{"\033", "Esc"}, {"\x03", "Esc Ctrl-C"},
		{"\033[200~x\033[201~", "Esc paste{x}"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		for (size_t k = 0; k < N_ITEMS(gaps_ms); k++) {
			struct read reads[] = {{0, "\033", 0},
				{gaps_ms[k], rows[i].bytes, 0}};

			expect_reads(reads, 2, false, rows[i].wanted);
		}
	}
	expect_cut("\033\033\033\033", 4, "Esc Esc");
	expect_cut("\033\033\033", 3, "Esc Esc");
	expect_cut("\033\033[A", 4, "Esc Up");
}

/* The second Esc settles the first after the time that a sequence may take,
 * not after a second. */
static void
esc_twice_goes_back_at_once(void **state)
{
	struct key_parser *parser = key_parser_new();
	struct strbuf out = STRBUF_INIT;

	(void)state;
	key_parser_feed(parser, "\033", 1, 1000);
	key_parser_tick(parser, 1100);
	key_parser_feed(parser, "\033", 1, 1300);
	assert_int_equal(key_parser_deadline(parser), 1400);
	key_parser_tick(parser, 1400);
	assert_int_equal(key_parser_deadline(parser), -1);
	take_events(parser, true, &out);
	assert_string_equal(out.s, "esc-waits Esc");
	strbuf_clear(&out);
	key_parser_free(parser);
}

static void
esc_acts_where_it_need_not_wait(void **state)
{
	struct key_parser *parser = key_parser_new();
	struct strbuf out = STRBUF_INIT;

	(void)state;
	key_parser_settle_esc(parser);
	key_parser_feed(parser, "\033", 1, 1000);
	key_parser_tick(parser, 1100);
	key_parser_settle_esc(parser);
	assert_int_equal(key_parser_deadline(parser), -1);
	key_parser_feed(parser, "2", 1, 1300);
	take_events(parser, true, &out);
	assert_string_equal(out.s, "esc-waits Esc 2");
	strbuf_clear(&out);
	key_parser_free(parser);
}

static void
answers_do_not_disturb_esc(void **state)
{
	const struct read reads[] = {{0, "\033", 0}, {200, "\033[3;3R", 0},
		{200, "\033[?1;2c", 0}, {200, "5", 0}};

	(void)state;
	expect_reads(reads, 4, false, "width2 F5");
}

static void
width_is_a_token_wherever_it_comes(void **state)
{
	(void)state;
	expect_cut("a\033[3;2Rb", 8, "a width1 b");
	expect_cut("a\033[3;3Rb", 8, "a width2 b");
	expect_cut("\033[A\033[24;3R\033[B", 13, "Up width2 Down");
}

static void
pastes_are_one_event(void **state)
{
	static const struct {
		const char *bytes;
		const char *wanted;
	} rows[] = {
		{"\033[200~张三\t13\r\n李四\r王五\n\033[201~q",
			"paste{张三\t13\n李四\n王五\n} q"},
		{"\033[200~\033[201~", "paste{}"},
		{"a\033[200~q\x03\033[31m\x7f\xc2\x9b\033[201~",
			"a paste{q[31m}"},
		{"\033[200~\xe5\xbc\033[201~x", "paste{\xef\xbf\xbd\xef\xbf\xbd"
			"} x"},
		{"\033[200~\033[200~x\033[201~", "paste{[200~x}"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		expect_cut(rows[i].bytes, strlen(rows[i].bytes),
			rows[i].wanted);
}

static void
a_paste_that_stalls_ends(void **state)
{
	const struct read reads[] = {{0, "\033[200~half", 0}, {5000, "j", 0}};

	(void)state;
	expect_reads(reads, 2, false, "paste{half} j");
}

#define SEVENTEEN "abcdefghijklmnopq"
#define HAN_17 "一二三四五六七八九十百千万亿兆甲乙"

static void
many_characters_at_once_are_a_paste(void **state)
{
	static const struct {
		struct read reads[3];
		size_t n;
		const char *wanted;
	} rows[] = {
		{{{0, SEVENTEEN, 0}}, 1, "paste{" SEVENTEEN "}"},
		{{{0, HAN_17, 0}}, 1, "paste{" HAN_17 "}"},
		{{{0, "张\t1\r\n" SEVENTEEN, 0}}, 1,
			"paste{张\t1\n" SEVENTEEN "}"},
		/* its end comes in a read of its own */
		{{{0, SEVENTEEN, 0}, {99, "dd", 0}}, 2,
			"paste{" SEVENTEEN "dd}"},
		{{{0, SEVENTEEN "\xe5\xbc", 0}, {50, "\xa0", 0}}, 2,
			"paste{" SEVENTEEN "张}"},
		/* a key after it */
		{{{0, SEVENTEEN, 0}, {120, "d", 0}}, 2,
			"paste{" SEVENTEEN "} d"},
		{{{0, SEVENTEEN, 0}, {20, "\r", 0}}, 2,
			"paste{" SEVENTEEN "} Enter"},
		{{{0, SEVENTEEN, 0}, {20, "\033[A", 0}}, 2,
			"paste{" SEVENTEEN "} Up"},
		{{{0, "\033", 0}, {200, SEVENTEEN, 0}}, 2,
			"Esc paste{" SEVENTEEN "}"},
		/* sixteen are typed, and so is a key that is held down */
		{{{0, "abcdefghijklmnop", 0}}, 1,
			"a b c d e f g h i j k l m n o p"},
		{{{0, "jjjjjjjjjjjjjjjjjj", 0}}, 1,
			"j j j j j j j j j j j j j j j j j j"},
		{{{0, "abcdefgh\x03jklmnopqrs", 0}}, 1,
			"a b c d e f g h Ctrl-C j k l m n o p q r s"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		expect_reads(rows[i].reads, rows[i].n, false, rows[i].wanted);
}

static void
decodes_the_text_of_the_locale(void **state)
{
	(void)state;
	expect_cut("aé张𠮷\xe1\xa0\xae", 13, "a é 张 𠮷 \xe1\xa0\xae");
	/* bytes that are no text show as such and take nothing with them */
	expect_cut("\xff", 1, "\xef\xbf\xbd");
	expect_cut("\xe5\xbcq", 3, "\xef\xbf\xbd q");
	expect_cut("\xe5\033[A", 4, "\xef\xbf\xbd Up");
	expect_cut("\xe5\r", 2, "\xef\xbf\xbd Enter");
	/* a C1 control is no character and no command */
	expect_cut("\xc2\x9bx", 3, "x");
	expect_reads(&(struct read){0, "\xe5\xbc", 0}, 1, false,
		"\xef\xbf\xbd");
	expect_reads(&(struct read){0, "\0", 1}, 1, false, "Ctrl-Space");
}

static void
learned_spellings_win(void **state)
{
	struct key_parser *parser = key_parser_new();
	const struct read reads[] = {{0, "\033[MA\033[Ab\033pq\033[Gc", 0}};
	struct strbuf out = STRBUF_INIT;

	(void)state;
	key_parser_learn(parser, "\033[M", K_F1);
	key_parser_learn(parser, "\033[A", K_F3);
	key_parser_learn(parser, "\033p", K_F4);
	key_parser_learn(parser, "\033[G", K_PAGE_DOWN);
	key_parser_learn(parser, "q", K_F12);
	key_parser_learn(parser, "\033", K_F12);
	feed_all(parser, reads, 1, false, &out);
	assert_string_equal(out.s, "F1 A F3 b F4 q PgDn c");
	strbuf_clear(&out);
	key_parser_free(parser);
}

static void
cancel_takes_esc_and_leaves_the_rest(void **state)
{
	struct key_parser *parser = key_parser_new();
	struct strbuf out = STRBUF_INIT;

	(void)state;
	key_parser_feed(parser, "ab", 2, 0);
	assert_false(key_parser_take_cancel(parser));
	key_parser_feed(parser, "\x03" "c", 2, 0);
	assert_true(key_parser_take_cancel(parser));
	assert_false(key_parser_take_cancel(parser));
	key_parser_feed(parser, "\033", 1, 0);
	assert_false(key_parser_take_cancel(parser));
	key_parser_tick(parser, 100);
	assert_true(key_parser_take_cancel(parser));
	assert_int_equal(key_parser_deadline(parser), -1);
	assert_true(key_parser_has_event(parser));
	take_events(parser, true, &out);
	assert_string_equal(out.s, "a b c");
	assert_false(key_parser_has_event(parser));
	strbuf_clear(&out);
	key_parser_free(parser);
}

/* Whatever comes: no event is a control, and the keyboard works afterwards. */
static void
survives_noise(void **state)
{
	static const char alphabet[] = "\033[O]P0123;~$RM?<>ABab\\\a\r\x7f"
				       "\xe5\xbc\xa0\xf0\xff\x9b";
	uint32_t dice = 12345;
	struct key_event event = KEY_EVENT_INIT;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct key_parser *parser = key_parser_new();
		int64_t now = 0;

		for (int i = 0; i < 40; i++) {
			char bytes[8];
			size_t len = 0;

			do {
				dice = dice * 1664525 + 1013904223;
				bytes[len++] = alphabet[(dice >> 16) %
					(sizeof(alphabet) - 1)];
			} while (len < sizeof(bytes) && (dice >> 30) != 0);
			now = pass(parser, now, (dice >> 20) % 300);
			key_parser_feed(parser, bytes, len, now);
		}
		now = pass(parser, now, 20000);
		while (key_parser_next(parser, &event))
			if (event.kind == EVENT_CHAR)
				assert_true(event.code >= 0xa0 ||
					(event.code >= ' ' &&
						event.code < 0x7f));
		key_parser_feed(parser, "z", 1, now);
		assert_true(key_parser_next(parser, &event));
		assert_int_equal(event.code, 'z');
		key_parser_free(parser);
	}
	key_event_clear(&event);
}

/* Read late, as by a program that could not run, but there in time. */
static void
what_was_there_in_time_is_one_key(void **state)
{
	static const struct {
		const char *first;
		const char *rest;
		const char *wanted;
	} rows[] = {
		{"\033", "[1~", "Home"}, {"\033[1", "~", "Home"},
		{"\033", "1", "F1"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct key_parser *parser = key_parser_new();
		struct strbuf out = STRBUF_INIT;

		key_parser_feed(parser, rows[i].first, strlen(rows[i].first),
			5000);
		key_parser_hold(parser, 9000);
		key_parser_feed(parser, rows[i].rest, strlen(rows[i].rest),
			9000);
		take_events(parser, false, &out);
		assert_string_equal(out.s, rows[i].wanted);
		strbuf_clear(&out);
		key_parser_free(parser);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_the_keys_of_all_terminals),
		cmocka_unit_test(swallows_unknown_sequences_whole),
		cmocka_unit_test(gives_up_what_does_not_end),
		cmocka_unit_test(endless_sequences_stay_swallowed),
		cmocka_unit_test(esc_and_a_digit_are_an_f_key),
		cmocka_unit_test(esc_waits_no_longer_than_a_second),
		cmocka_unit_test(esc_then_a_key_goes_back_and_acts),
		cmocka_unit_test(esc_twice_goes_back_at_once),
		cmocka_unit_test(what_was_there_in_time_is_one_key),
		cmocka_unit_test(esc_acts_where_it_need_not_wait),
		cmocka_unit_test(answers_do_not_disturb_esc),
		cmocka_unit_test(width_is_a_token_wherever_it_comes),
		cmocka_unit_test(pastes_are_one_event),
		cmocka_unit_test(a_paste_that_stalls_ends),
		cmocka_unit_test(many_characters_at_once_are_a_paste),
		cmocka_unit_test(decodes_the_text_of_the_locale),
		cmocka_unit_test(learned_spellings_win),
		cmocka_unit_test(cancel_takes_esc_and_leaves_the_rest),
		cmocka_unit_test(survives_noise),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 99;
	return cmocka_run_group_tests_name("key_parser", tests, NULL, NULL);
}
