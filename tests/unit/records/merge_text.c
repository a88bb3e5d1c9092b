#include "records/merge_text.h"

#include "test.h"

static void
joined_are(const char *theirs, const char *mine, const char *expected)
{
	struct strbuf both = STRBUF_INIT;

	merge_text_join(theirs, "[T]", mine, "[M]", &both);
	assert_string_equal(both.s, expected);
	strbuf_clear(&both);
}

static void
both_stand_one_under_the_other(void **state)
{
	(void)state;
	joined_are("b", "c", "[T]\nb\n[M]\nc");
	joined_are("a\nb\nd", "a\nc\nd", "a\n[T]\nb\n[M]\nc\nd");
	joined_are("a\nb", "a\nc", "a\n[T]\nb\n[M]\nc");
	joined_are("b\na", "c\na", "[T]\nb\n[M]\nc\na");
	joined_are("a\n\nb", "a\n\nc", "a\n\n[T]\nb\n[M]\nc");
}

static void
what_one_alone_has_is_kept(void **state)
{
	(void)state;
	joined_are("", "c", "[M]\nc");
	joined_are("b", "", "[T]\nb");
	joined_are("a\nb", "a", "a\n[T]\nb");
	joined_are("a", "a\nb\nc", "a\n[M]\nb\nc");
	joined_are("a\nx\na", "a\na", "a\n[T]\nx\na");
}

static void
the_same_stands_once(void **state)
{
	(void)state;
	joined_are("", "", "");
	joined_are("a\nb", "a\nb", "a\nb");
	joined_are("a\na\na", "a\na", "a\na\n[T]\na");
}

static void
a_part_is_what_differs(void **state)
{
	struct strbuf part = STRBUF_INIT;
	struct merge_text same;

	(void)state;
	merge_text_compare("一\n二\n三\n五", "一\n四\n五", &same);
	assert_int_equal(same.n_before, 1);
	assert_int_equal(same.n_after, 1);
	merge_text_part(&same, "一\n二\n三\n五", &part);
	assert_string_equal(part.s, "二\n三");
	strbuf_reset(&part);
	merge_text_part(&same, "一\n四\n五", &part);
	assert_string_equal(part.s, "四");
	strbuf_clear(&part);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_stand_one_under_the_other),
		cmocka_unit_test(what_one_alone_has_is_kept),
		cmocka_unit_test(the_same_stands_once),
		cmocka_unit_test(a_part_is_what_differs),
	};

	return cmocka_run_group_tests_name("merge_text", tests, NULL, NULL);
}
