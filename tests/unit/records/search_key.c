#include "test.h"

#include "records/search_key.h"

static const struct {
	const char *word;
	enum find_kind kind;
	const char *key;
	enum search_why why; /* SEARCH_WHY_N: not found */
} cases[] = {
	{"张三", FIND_NAME, "张三", SEARCH_EXACT},
	{"张三", FIND_NAME, "张三丰", SEARCH_BEGINNING},
	{"张三", FIND_NAME, "张", SEARCH_WHY_N},
	{"三丰", FIND_INSIDE, "三丰", SEARCH_INSIDE},
	{"三", FIND_INSIDE, "三丰", SEARCH_INSIDE},
	{"三", FIND_NAME, "张三", SEARCH_WHY_N},
	{"z", FIND_PINYIN, "zhang s an", SEARCH_INITIALS},
	{"zs", FIND_PINYIN, "zhang s an", SEARCH_INITIALS},
	{"zs", FIND_PINYIN, "zhang sf an eng", SEARCH_INITIALS},
	{"zh", FIND_PINYIN, "zhang s an", SEARCH_PINYIN},
	{"zh", FIND_PINYIN, "zhang h ua", SEARCH_INITIALS},
	{"zhangs", FIND_PINYIN, "zhang sf an eng", SEARCH_PINYIN},
	{"zsan", FIND_PINYIN, "zhang s an", SEARCH_PINYIN},
	{"zsen", FIND_PINYIN, "zhang s an", SEARCH_WHY_N},
	{"sxh", FIND_PINYIN, "s xh  ", SEARCH_INITIALS},
	{"dxh", FIND_READING, "dan xh iao ong", SEARCH_READING},
	{"danxiao", FIND_READING, "dan xh iao ong", SEARCH_READING},
	{"k-3", FIND_NAME, "k-3", SEARCH_EXACT},
	{"k-3", FIND_INSIDE, "k-31", SEARCH_INSIDE},
	{"138", FIND_NUMBER, "13812345678", SEARCH_NUMBER},
	{"5678", FIND_NUMBER_END, "87654321831", SEARCH_NUMBER_END},
	{"5678", FIND_NUMBER, "13812345678", SEARCH_WHY_N},
	{"012x", FIND_NUMBER_END, "X21012345", SEARCH_NUMBER_END},
	{"0470-81", FIND_NUMBER, "04708123456", SEARCH_NUMBER},
	{"-", FIND_NUMBER, "04708123456", SEARCH_WHY_N},
};

static void
says_why(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		const struct find_key key = {
			cases[i].kind, (char *)cases[i].key};
		struct search_word word;
		enum search_why why = SEARCH_WHY_N;
		size_t n;

		search_word_init(&word, cases[i].word);
		n = search_word_range(&word, &key);
		if (n < word.ranges.n)
			why = word.ranges.items[n].why;
		if (why != cases[i].why)
			fail_msg("%s, %s: %d", cases[i].word, cases[i].key,
				(int)why);
		search_word_clear(&word);
	}
}

/* The best comes first, whatever was typed. */
static void
ranges_stand_in_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		struct search_word word;

		search_word_init(&word, cases[i].word);
		for (size_t j = 1; j < word.ranges.n; j++)
			assert_true(word.ranges.items[j - 1].why <=
				    word.ranges.items[j].why);
		search_word_clear(&word);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_why),
		cmocka_unit_test(ranges_stand_in_order),
	};

	return cmocka_run_group_tests_name("search_key", tests, NULL, NULL);
}
