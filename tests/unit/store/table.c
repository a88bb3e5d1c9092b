#include "bench.h"

static void
keys_stand_once(void **state)
{
	struct derived derived = DERIVED_INIT;

	(void)state;
	derived_add_key(&derived, FIND_NAME, "a");
	derived_add_key(&derived, FIND_NAME, "a");
	derived_add_key(&derived, FIND_NAME, "");
	derived_add_key(&derived, FIND_PINYIN, "a");
	strbuf_add(&derived.sort_key, "x");
	assert_int_equal(derived.keys.n, 2);
	derived_reset(&derived);
	assert_int_equal(derived.keys.n, 0);
	assert_string_equal(derived.sort_key.s, "");
	derived_add_key(&derived, FIND_NAME, "b");
	assert_string_equal(derived.keys.items[0].key, "b");
	derived_clear(&derived);
	assert_int_equal(derived.keys.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_stand_once),
	};

	return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
