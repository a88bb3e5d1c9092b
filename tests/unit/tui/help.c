#include "test.h"

#include "tui/help.h"

static void
tells_what_works(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct keymap_live live;

	(void)state;
	keymap_live_init(&live, CONTEXT_LIST);
	keymap_live_add(&live, ACTION_UP);
	keymap_live_add(&live, ACTION_OPEN);
	keymap_live_name(&live, ACTION_CHOOSE, "By kind", "All of one kind.");
	keymap_live_add(&live, ACTION_WORD_LEFT); /* no key here */
	help_add_keys(&live, &out);
	assert_string_equal(out.s,
		"Keys that work here:\n"
		"  Enter F3 Esc+3  Open the chosen one.\n"
		"  F4 Esc+4        All of one kind.\n"
		"\n"
		"  Up k            Go one line up.");
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_what_works),
	};

	return cmocka_run_group_tests_name("help", tests, NULL, NULL);
}
