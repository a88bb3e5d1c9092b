#include "test.h"

#include <locale.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "events.h"
#include "tui/key.h"

static const struct term_settings plain = {.colour = false};

static void
labels_name_keys(void **state)
{
	(void)state;
	assert_string_equal(key_label(K_CTRL_S), "Ctrl-S");
	assert_string_equal(key_label(K_NONE), "");
	assert_int_equal(key_by_label("pgdn"), K_PAGE_DOWN);
	assert_int_equal(key_by_label("F10"), K_F10);
	assert_int_equal(key_by_label(""), K_NONE);
	assert_int_equal(key_by_label("F13"), K_NONE);
	for (enum key key = K_NONE + 1; key < K_N; key++)
		assert_int_equal(key_by_label(key_label(key)), key);
}

static void
full_width_forms_count_as_half_width(void **state)
{
	static const struct {
		uint32_t full, half;
	} rows[] = {
		{0xff51, 'q'}, {0xff0f, '/'}, {0xff1f, '?'}, {0xff11, '1'},
		{0x3000, ' '}, {0x3001, '/'}, {0xff5e, '~'}, {0xff01, '!'},
		{0xff00, 0xff00}, {0xff5f, 0xff5f}, {'q', 'q'},
		{0x5f20, 0x5f20},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		assert_int_equal(key_halfwidth(rows[i].full), rows[i].half);
}

static void
note_dump(void *data, const char *name)
{
	strbuf_addf(data, " (%s)", name);
}

/* Plays a script and waits up to wait_ms for each event, until the end. */
static void
expect_script(const char *script, int wait_ms, const char *wanted)
{
	struct term *term = term_open_headless(24, 80, &plain);
	struct key_event event = KEY_EVENT_INIT;
	struct strbuf out = STRBUF_INIT;
	size_t bad;

	assert_true(key_script(term, script, note_dump, &out, &bad));
	do {
		assert_false(key_pending(term));
		key_next(term, wait_ms, &event);
		describe_event(&event, &out);
	} while (event.kind != EVENT_SIGNAL);
	assert_string_equal(out.s, wanted);
	key_event_clear(&event);
	strbuf_clear(&out);
	term_close(term);
}

static void
plays_scripts(void **state)
{
	(void)state;
	expect_script("", -1, "signal1");
	expect_script("a张<F2><Down><Ctrl-S>", -1,
		"a 张 F2 Down Ctrl-S signal1");
	expect_script("<Esc>2<Esc><wait 900>2<Esc><wait 1001>2", -1,
		"F2 esc-waits F2 esc-waits Esc 2 signal1");
	expect_script("<Esc>", -1, "esc-waits Esc signal1");
	expect_script("<paste 张\\n三>", -1, "paste{张\n三} signal1");
	expect_script("<bytes 1b>x<width 2>", -1, "Esc x width2 signal1");
	expect_script("a<dump one><dump two>b", -1, "a (one) (two) b signal1");
	expect_script("<signal TERM>x", -1, "signal15");
	expect_script("<lt>abcdefghijklmnopqrs", -1,
		"< a b c d e f g h i j k l m n o p q r s signal1");
}

static void
idles_while_a_script_waits(void **state)
{
	(void)state;
	expect_script("a<wait 2500>b", 1000, "a idle idle b signal1");
	expect_script("<Esc><wait 2000>", 700,
		"esc-waits idle Esc idle signal1");
}

static void
script_time_passes_on_its_own_clock(void **state)
{
	struct term *term = term_open_headless(24, 80, &plain);
	struct key_event event = KEY_EVENT_INIT;
	int64_t begin;
	size_t bad;

	(void)state;
	assert_true(key_script(term, "<wait 50000>a", NULL, NULL, &bad));
	begin = key_now(term);
	key_next(term, 3000, &event);
	assert_int_equal(event.kind, EVENT_IDLE);
	assert_int_equal(key_now(term) - begin, 3000);
	key_next(term, -1, &event);
	assert_int_equal(event.code, 'a');
	assert_in_range(key_now(term) - begin, 50000, 50100);
	assert_false(key_script(term, "<nothing>", NULL, NULL, &bad));
	key_event_clear(&event);
	term_close(term);
}

static void
scripts_cancel_long_work(void **state)
{
	struct term *term = term_open_headless(24, 80, &plain);
	struct key_event event = KEY_EVENT_INIT;
	size_t bad;

	(void)state;
	assert_true(key_script(term, "a<cancel>b<Esc><cancel>c", NULL, NULL,
		&bad));
	assert_false(key_cancelled(term));
	key_next(term, -1, &event);
	assert_true(key_cancelled(term));
	assert_false(key_cancelled(term));
	key_next(term, -1, &event);
	assert_int_equal(event.code, 'b');
	assert_false(key_cancelled(term));
	key_next(term, -1, &event);
	assert_int_equal(event.key, K_ESC);
	key_next(term, -1, &event);
	assert_int_equal(event.code, 'c');
	assert_false(key_cancelled(term));
	key_event_clear(&event);
	term_close(term);
}

static void
resizes_headless_terminals(void **state)
{
	struct term *term = term_open_headless(24, 80, &plain);
	struct key_event event = KEY_EVENT_INIT;
	size_t bad;

	(void)state;
	assert_true(key_script(term, "<resize 39x43>", NULL, NULL, &bad));
	assert_false(term_too_small(term));
	key_next(term, -1, &event);
	assert_int_equal(event.kind, EVENT_RESIZE);
	assert_int_equal(term_rows(term), 43);
	assert_int_equal(term_cols(term), 39);
	assert_true(term_too_small(term));
	key_event_clear(&event);
	term_close(term);
}

/* The other side of a pseudo-terminal: says in words what it reads. */
static void
report_keys(int to)
{
	struct term *term;
	struct key_event event = KEY_EVENT_INIT;
	struct strbuf line = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (term_open(&plain, &term, &err) != ERR_OK)
		_exit(1);
	strbuf_addf(&line, "open %dx%d\n", term_cols(term), term_rows(term));
	for (;;) {
		if (write(to, line.s, line.len) != (ssize_t)line.len)
			_exit(2);
		if (event.kind == EVENT_SIGNAL && event.signal == SIGHUP)
			break;
		key_next(term, -1, &event);
		strbuf_reset(&line);
		describe_event(&event, &line);
		if (event.kind == EVENT_RESIZE)
			strbuf_addf(&line, " %dx%d", term_cols(term),
				term_rows(term));
		if (event.kind == EVENT_CHAR && event.code == 'c')
			strbuf_addf(&line, " %s",
				key_cancelled(term) ? "cancelled" : "goes on");
		if (event.kind == EVENT_CHAR && event.code == 'p')
			strbuf_add(&line, key_pending(term) ? " more" : "");
		strbuf_add(&line, "\n");
	}
	term_close(term);
	strbuf_clear(&line);
	key_event_clear(&event);
	_exit(0);
}

static void
expect_line(FILE *from, const char *wanted)
{
	char line[200] = "";

	assert_non_null(fgets(line, sizeof(line), from));
	line[strcspn(line, "\n")] = '\0';
	assert_string_equal(line, wanted);
}

static void
send_keys(int master, const char *bytes)
{
	assert_int_equal(write(master, bytes, strlen(bytes)), strlen(bytes));
}

static void
reads_a_real_terminal(void **state)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	int report[2], master, status;
	pid_t child;
	FILE *from;

	(void)state;
	alarm(60); /* a reader that hangs fails the test */
	assert_int_equal(pipe(report), 0);
	setenv("TERM", "xterm", 1);
	child = forkpty(&master, NULL, NULL, &size);
	assert_true(child >= 0);
	if (child == 0)
		report_keys(report[1]);
	close(report[1]);
	from = fdopen(report[0], "r");
	expect_line(from, "open 80x24");
	send_keys(master, "张\033[11~\x13\x03");
	expect_line(from, "张");
	expect_line(from, "F1");
	expect_line(from, "Ctrl-S");
	expect_line(from, "Ctrl-C");
	send_keys(master, "c");
	expect_line(from, "c goes on");
	send_keys(master, "cx\x03");
	expect_line(from, "c cancelled");
	expect_line(from, "x");
	send_keys(master, "pq");
	expect_line(from, "p more");
	expect_line(from, "q");
	send_keys(master, "p");
	expect_line(from, "p");
	size.ws_col = 100;
	assert_int_equal(ioctl(master, TIOCSWINSZ, &size), 0);
	expect_line(from, "resize 100x24");
	kill(child, SIGTERM);
	expect_line(from, "signal15");
	kill(child, SIGINT);
	expect_line(from, "signal2");
	close(master);
	expect_line(from, "signal1");
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	fclose(from);
	alarm(0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels_name_keys),
		cmocka_unit_test(full_width_forms_count_as_half_width),
		cmocka_unit_test(plays_scripts),
		cmocka_unit_test(idles_while_a_script_waits),
		cmocka_unit_test(script_time_passes_on_its_own_clock),
		cmocka_unit_test(scripts_cancel_long_work),
		cmocka_unit_test(resizes_headless_terminals),
		cmocka_unit_test(reads_a_real_terminal),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 99;
	return cmocka_run_group_tests_name("key", tests, NULL, NULL);
}
