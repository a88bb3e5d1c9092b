#include "test.h"

#include "tui/key_spelling.h"

static void
controls_are_keys(void **state)
{
	static const struct {
		unsigned char byte;
		enum key key;
	} rows[] = {
		{0x00, K_CTRL_SPACE}, {0x01, K_CTRL_A}, {0x03, K_CTRL_C},
		{0x08, K_BACKSPACE}, {0x09, K_TAB}, {0x0a, K_ENTER},
		{0x0d, K_ENTER}, {0x13, K_CTRL_S}, {0x1a, K_CTRL_Z},
		{0x1c, K_NONE}, {0x1f, K_NONE}, {0x7f, K_BACKSPACE},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		assert_int_equal(key_of_control(rows[i].byte), rows[i].key);
}

/* Parameters that are none of a key's. */
static void
other_sequences_are_no_keys(void **state)
{
	static const char *const rows[] = {
		"\033", "\033[", "\033O", "\033[~", "\033[0~", "\033[9~",
		"\033[16~", "\033[22~", "\033[25~", "\033[99~",
		"\033[1234567890123~", "\033[-1~", "\033[ 1~", "\033[1;~",
		"\033[;5A", "\033[1;0A", "\033[1;5;5A", "\033[2;5A",
		"\033[1;2P", "\033[3;5~", "\033[?1~", "\033[I", "\033[1;2R",
		"\033[11", "\033O5", "\033[11~~", "\033[1;5",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		if (key_of_sequence(rows[i]) != K_NONE)
			fail_msg("ESC%s is %s", rows[i] + 1,
				key_label(key_of_sequence(rows[i])));
}

static void
every_key_is_spelled_and_read_back(void **state)
{
	struct strbuf bytes = STRBUF_INIT;

	(void)state;
	for (enum key key = K_NONE + 1; key < K_N; key++) {
		strbuf_reset(&bytes);
		key_spell(key, &bytes);
		assert_true(bytes.len > 0);
		if (key == K_ESC)
			assert_string_equal(bytes.s, "\033");
		else if (bytes.len == 1)
			assert_int_equal(
				key_of_control((unsigned char)bytes.s[0]), key);
		else
			assert_int_equal(key_of_sequence(bytes.s), key);
	}
	strbuf_clear(&bytes);
}

static void
keypad_keys_are_characters(void **state)
{
	(void)state;
	assert_int_equal(key_keypad_char("\033Op"), '0');
	assert_int_equal(key_keypad_char("\033Oy"), '9');
	assert_int_equal(key_keypad_char("\033On"), '.');
	assert_int_equal(key_keypad_char("\033OA"), 0);
	assert_int_equal(key_keypad_char("\033[p"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(controls_are_keys),
		cmocka_unit_test(other_sequences_are_no_keys),
		cmocka_unit_test(every_key_is_spelled_and_read_back),
		cmocka_unit_test(keypad_keys_are_characters),
	};

	return cmocka_run_group_tests_name("key_spelling", tests, NULL, NULL);
}
