#include "test.h"

#include "base/strbuf.h"

static void
grows_and_hands_over(void **state)
{
	struct strbuf buf = STRBUF_INIT;
	char *s;

	(void)state;
	assert_string_equal(buf.s, "");
	for (int i = 0; i < 1000; i++)
		strbuf_addf(&buf, "%d,", i % 10);
	assert_int_equal(buf.len, 2000);
	strbuf_truncate(&buf, 6);
	strbuf_insert(&buf, 2, "融合", strlen("融合"));
	assert_string_equal(buf.s, "0,融合1,2,");
	strbuf_remove(&buf, 2, strlen("融"));
	assert_string_equal(buf.s, "0,合1,2,");
	s = strbuf_detach(&buf);
	assert_string_equal(s, "0,合1,2,");
	free(s);
	assert_string_equal(buf.s, "");
	s = strbuf_detach(&buf);
	assert_string_equal(s, "");
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grows_and_hands_over),
	};

	return cmocka_run_group_tests_name("strbuf", tests, NULL, NULL);
}
