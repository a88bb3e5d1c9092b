#include "test.h"

#include "tui/fit.h"

static void
finds_by_characters(void **state)
{
	(void)state;
	assert_int_equal(fit_word("党员名册", ""), FIT_BEGINS);
	assert_int_equal(fit_word("", "x"), FIT_NONE);
	assert_int_equal(fit_word("党员名册", "党员名册"), FIT_WHOLE);
	assert_int_equal(fit_word("党员名册", "党"), FIT_BEGINS);
	assert_int_equal(fit_word("党员名册", "册"), FIT_INSIDE);
	assert_int_equal(fit_word("党员名册", "群"), FIT_NONE);
	/* Compared as names are. */
	assert_int_equal(fit_word("乌兰·其其格", "兰其"), FIT_INSIDE);
	assert_int_equal(fit_word("Go to: Home", "ＴＯ: ｈ"), FIT_INSIDE);
	assert_int_equal(fit_word("黨員", "党员"), FIT_WHOLE);
}

static void
finds_by_initials(void **state)
{
	(void)state;
	assert_int_equal(fit_word("党员名册", "dymc"), FIT_WHOLE);
	assert_int_equal(fit_word("党员名册", "dy"), FIT_BEGINS);
	assert_int_equal(fit_word("党员名册", "mc"), FIT_INSIDE);
	assert_int_equal(fit_word("党员名册", "cm"), FIT_NONE);
	assert_int_equal(fit_word("第12嘎查", "d1g"), FIT_BEGINS);
	assert_int_equal(fit_word("第12嘎查", "d12g"), FIT_BEGINS);
	assert_int_equal(fit_word("Go to: Home", "gth"), FIT_WHOLE);
	assert_int_equal(fit_word("note", "n"), FIT_BEGINS);
	assert_int_equal(fit_word("否", "f"), FIT_BEGINS);
}

static void
finds_by_pinyin(void **state)
{
	(void)state;
	assert_int_equal(fit_word("退回", "th"), FIT_WHOLE);
	assert_int_equal(fit_word("退回", "tuihui"), FIT_WHOLE);
	assert_int_equal(fit_word("退回", "ｔｕｉ"), FIT_BEGINS);
	assert_int_equal(fit_word("退回", "tuih"), FIT_BEGINS);
	assert_int_equal(fit_word("退回", "thui"), FIT_BEGINS);
	assert_int_equal(fit_word("被退回的行", "tuihd"), FIT_INSIDE);
	/* Only from the beginning of a syllable on. */
	assert_int_equal(fit_word("退回", "uih"), FIT_NONE);
	assert_int_equal(fit_word("退回", "tuihuix"), FIT_NONE);
}

static void
finds_by_every_reading(void **state)
{
	(void)state;
	assert_int_equal(fit_word("单位", "danwei"), FIT_WHOLE);
	assert_int_equal(fit_word("单晓红", "shanxh"), FIT_BEGINS);
	assert_int_equal(fit_word("单晓红", "dxh"), FIT_WHOLE);
	assert_int_equal(fit_word("重做", "cz"), FIT_WHOLE);
}

static void
keeps_the_better(void **state)
{
	(void)state;
	assert_int_equal(fit_better(FIT_NONE, FIT_INSIDE), FIT_INSIDE);
	assert_int_equal(fit_better(FIT_WHOLE, FIT_BEGINS), FIT_WHOLE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_by_characters),
		cmocka_unit_test(finds_by_initials),
		cmocka_unit_test(finds_by_pinyin),
		cmocka_unit_test(finds_by_every_reading),
		cmocka_unit_test(keeps_the_better),
	};

	return cmocka_run_group_tests_name("fit", tests, NULL, NULL);
}
