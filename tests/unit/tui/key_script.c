#include "test.h"

#include "tui/key_script.h"

/* The steps as text: bytes as they are (ESC as E), the others by a word. */
static void
expect_steps(const char *script, const char *wanted)
{
	struct key_steps steps = KEY_STEPS_INIT;
	struct strbuf out = STRBUF_INIT;
	size_t bad;

	assert_true(key_steps_parse(&steps, script, &bad));
	for (size_t i = 0; i < steps.steps.n; i++) {
		const struct step *step = &steps.steps.items[i];
		static const char *const kinds[] = {[STEP_BYTES] = "",
			[STEP_WAIT] = "wait:", [STEP_RESIZE] = "resize:",
			[STEP_SIGNAL] = "signal:", [STEP_DUMP] = "dump:",
			[STEP_CANCEL] = "cancel"};

		strbuf_addf(&out, "%s%s", i > 0 ? "|" : "", kinds[step->kind]);
		for (size_t k = 0; k < step->bytes.len; k++)
			strbuf_add_char(&out, step->bytes.s[k] == '\033'
				? 'E' : step->bytes.s[k]);
		if (step->first != 0)
			strbuf_addf(&out, "%d,%d", step->first, step->second);
	}
	assert_string_equal(out.s, wanted);
	strbuf_clear(&out);
	key_steps_clear(&steps);
}

static void
reads_every_kind_of_step(void **state)
{
	(void)state;
	expect_steps("", "");
	expect_steps("a张\n\t>", "a|张|>");
	expect_steps("<lt><F2><ctrl-s><Esc>", "<|EOQ|\x13|E");
	expect_steps("<wait 300><resize 132x43>", "wait:300,0|resize:132,43");
	expect_steps("<paste a\\tb\\n\\>\\\\c>",
		"E[200~a\tb\n>\\cE[201~");
	expect_steps("<width 1><width 2>", "E[3;2R|E[3;3R");
	expect_steps("<bytes 1b5b 41>", "E[A");
	expect_steps("<cancel>a", "cancel|a");
	expect_steps("<dump two words>", "dump:two words");
	expect_steps("<signal term>", "signal:15,0");
}

static void
says_where_a_script_is_wrong(void **state)
{
	static const struct {
		const char *script;
		size_t bad;
	} rows[] = {
		{"ab<F13>", 2}, {"<", 0}, {"a<Down", 1}, {"<>", 0},
		{"<wait>", 0}, {"<wait x>", 0}, {"<wait 3x>", 0},
		{"<resize 80>", 0}, {"<resize 0x0>", 0}, {"<width 3>", 0},
		{"<bytes>", 0}, {"<bytes zz>", 0}, {"<signal KILL>", 0},
		{"<dump>", 0}, {"<paste \\q>", 0}, {"<lt 3>", 0},
		{"<cancel x>", 0},
		{"<Waits 3>", 0}, {"a\xff", 1},
	};
	struct key_steps steps = KEY_STEPS_INIT;
	size_t bad;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		assert_false(key_steps_parse(&steps, rows[i].script, &bad));
		assert_int_equal(bad, rows[i].bad);
		key_steps_clear(&steps);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_kind_of_step),
		cmocka_unit_test(says_where_a_script_is_wrong),
	};

	return cmocka_run_group_tests_name("key_script", tests, NULL, NULL);
}
