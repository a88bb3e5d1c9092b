#include "test.h"

#include "base/i18n.h"
#include "records/codes.h"

static void
knows_its_lists(void **state)
{
	(void)state;
	assert_true(code_lists_n > 0);
	for (size_t i = 0; i < code_lists_n; i++)
		assert_ptr_equal(
			code_list_find(code_lists[i].name), &code_lists[i]);
	assert_null(code_list_find("sexes"));
	assert_null(code_list_find(""));
	assert_int_equal(code_list_find("ethnic")->n_codes, 56);
}

/* A list sorted by a code stands in the order of the code list. */
static void
stands_in_the_order_of_codes(void **state)
{
	(void)state;
	for (size_t i = 0; i < code_lists_n; i++)
		for (size_t j = 1; j < code_lists[i].n_codes; j++)
			if (strcmp(code_lists[i].codes[j - 1].code,
				    code_lists[i].codes[j].code) >= 0)
				fail_msg("%s: %s", code_lists[i].name,
					code_lists[i].codes[j].code);
}

/* What the rules of the records take these codes for. */
static const struct {
	const char *list;
	const char *code;
	const char *zh;
} meanings[] = {
	{"sex", "1", "男"},
	{"sex", "2", "女"},
	{"member_kind", "2", "预备党员"},
	{"member_state", "1", "在册"},
	{"member_state", "3", "去世"},
	{"member_state", "6", "失联"},
	{"union_state", "2", "运行"},
	{"union_state", "4", "撤销"},
	{"union_basis", "2", "功能型"},
	{"union_post", "1", "书记"},
	{"union_post", "5", "成员"},
	{"leader_ground", "9", "其他"},
	{"unit_kind", "21", "国有企业"},
	{"unit_kind", "22", "民营企业"},
	{"unit_kind", "23", "外资企业"},
	{"ethnic", "02", "蒙古族"},
	{"ethnic", "56", "基诺族"},
	{"education", "73", "初中肄业"},
};

static void
finds_by_code(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(meanings); i++) {
		const struct code *code = code_find(
			code_list_find(meanings[i].list), meanings[i].code);

		assert_non_null(code);
		assert_string_equal(code->zh, meanings[i].zh);
	}
	assert_null(code_find(code_list_find("ethnic"), "57"));
	assert_null(code_find(code_list_find("ethnic"), ""));
}

static const struct {
	const char *list;
	const char *typed;
	const char *code; /* NULL: none is meant */
} words[] = {
	{"sex", "男", "1"},
	{"sex", "女", "2"},
	{"sex", "1", "1"},
	{"sex", "m", "1"},
	{"sex", "Ｆ", "2"},
	{"sex", "Female", "2"},
	{"sex", "n", NULL}, /* nan or nv */
	{"sex", "男女", NULL},
	{"sex", "", NULL},
	{"sex", " ", NULL},
	{"ethnic", "汉", "01"},
	{"ethnic", "汉族", "01"},
	{"ethnic", "漢族", "01"},
	{"ethnic", "01", "01"},
	{"ethnic", "1", "01"}, /* the zero that a spreadsheet takes away */
	{"ethnic", "０２", "02"},
	{"ethnic", "mgz", "02"},
	{"ethnic", "MGZ", "02"},
	{"ethnic", "mz", NULL}, /* 苗族 or 满族 */
	{"ethnic", "满 族", "11"},
	{"ethnic", "火星族", NULL},
	{"education", "本科", "21"},
	{"education", "大学本科", "21"},
	{"education", "２１", "21"},
	{"education", "大专", "31"},
	{"education", "专科", "31"},
	{"education", "中专", "41"},
	{"education", "高中", "61"},
	{"education", "初中", "71"},
	{"education", "小学", "81"},
	{"education", "研究生", "10"},
	{"unit_level", "省(自治区)", "2"},
	{"unit_level", "省（自治区）", "2"},
	{"unit_level", "乡（苏木镇）", "5"}, /* as it was called once */
	{"unit_level", "乡镇（苏木）", "5"},
	{"union_post", "shuji", NULL},
	{"union_post", "lly", "4"},
	{"party_post", "|", NULL},
	{"party_post", "支委|支部委员", NULL},
};

static void
matches_what_is_meant(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(words); i++) {
		const struct code *code = code_match(
			code_list_find(words[i].list), words[i].typed);
		const char *got = code == NULL ? "" : code->code;
		const char *wanted =
			words[i].code == NULL ? "" : words[i].code;

		if (strcmp(got, wanted) != 0)
			fail_msg("%s %s: %s", words[i].list, words[i].typed,
				got);
	}
}

/* A word, folded or not; no code and no initials. */
static void
matches_a_word_alone(void **state)
{
	const struct code_list *list = code_list_find("ethnic");

	(void)state;
	assert_string_equal(code_match_word(list, "蒙古族")->code, "02");
	assert_string_equal(code_match_word(list, "漢 族")->code, "01");
	assert_string_equal(code_match_word(list, "HAN")->code, "01");
	assert_null(code_match_word(list, "02"));
	assert_null(code_match_word(list, "mgz"));
	assert_null(code_match_word(list, ""));
}

/* Full-width, so that the folded comparison is the one that answers. */
static char *
widened(const char *word)
{
	size_t len = strlen(word);
	char *wide = calloc(3 * len + 1, 1);

	assert_non_null(wide);
	for (size_t i = 0, at = 0; i < len; i++) {
		unsigned char c = (unsigned char)word[i];

		if (c > ' ' && c < 0x7f) {
			wide[at++] = (char)0xef;
			wide[at++] = (char)(c < 0x60 ? 0xbc : 0xbd);
			wide[at++] = (char)(0x80 | ((c - 0x20) & 0x3f));
		} else {
			wide[at++] = (char)c;
		}
	}
	return wide;
}

static void
means(const struct code_list *list, const struct code *code, const char *word)
{
	char *wide = widened(word);

	if (code_match(list, word) != code || code_match(list, wide) != code)
		fail_msg("%s: %s stands elsewhere too", list->name, word);
	free(wide);
}

static void
means_by_further_words(const struct code_list *list, const struct code *code)
{
	char *further = strdup(code->also);

	assert_non_null(further);
	for (char *word = strtok(further, "|"); word != NULL;
		word = strtok(NULL, "|"))
		means(list, code, word);
	free(further);
}

static void
every_word_means_one_entry(void **state)
{
	(void)state;
	for (size_t i = 0; i < code_lists_n; i++) {
		const struct code_list *list = &code_lists[i];

		for (size_t k = 0; k < list->n_codes; k++) {
			const struct code *code = &list->codes[k];

			means(list, code, code->code);
			means(list, code, code->en);
			means(list, code, code->zh);
			means_by_further_words(list, code);
		}
	}
}

static void
speaks_both_languages(void **state)
{
	const struct code *code = code_find(code_list_find("sex"), "2");

	(void)state;
	i18n_set_language(LANGUAGE_ZH);
	assert_string_equal(code_word(code), "女");
	i18n_set_language(LANGUAGE_EN);
	assert_string_equal(code_word(code), "female");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_its_lists),
		cmocka_unit_test(stands_in_the_order_of_codes),
		cmocka_unit_test(finds_by_code),
		cmocka_unit_test(matches_what_is_meant),
		cmocka_unit_test(matches_a_word_alone),
		cmocka_unit_test(every_word_means_one_entry),
		cmocka_unit_test(speaks_both_languages),
	};

	return cmocka_run_group_tests_name("codes", tests, NULL, NULL);
}
