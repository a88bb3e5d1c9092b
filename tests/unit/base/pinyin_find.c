#include "test.h"

#include "base/pinyin_find.h"

static const struct {
	const char *syllables, *key;
} keys[] = {
	{"", ""},
	{"wang", "wang"},
	{"zhang|san", "zhang s an"},
	{"shan|xiao|hong", "shan xh iao ong"},
	{"e|a", "e a "},
	{"di|12|ga|cha", "di 12gc   a ha"},
	{"kfc|dian", "k fcd   ian"},
	{"ᠮᠣ|ma", "ᠮ ᠣm  a"},
};

static void
makes_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(keys); i++) {
		struct strbuf key = STRBUF_INIT;

		pinyin_find_key(keys[i].syllables, &key);
		assert_string_equal(key.s, keys[i].key);
		strbuf_clear(&key);
	}
}

static void
makes_keys_of_initials(void **state)
{
	struct strbuf key = STRBUF_INIT;

	(void)state;
	pinyin_find_initials_key("sxh", &key);
	assert_string_equal(key.s, "s xh  ");
	strbuf_clear(&key);
}

static const struct {
	const char *syllables, *typed;
	bool fits;
} typings[] = {
	{"zhang|san", "z", true},
	{"zhang|san", "zs", true},
	{"zhang|san", "zhs", true},
	{"zhang|san", "zhangs", true},
	{"zhang|san", "zsan", true},
	{"zhang|san", "zhsan", true},
	{"zhang|san", "zhangsan", true},
	{"zhang|san|feng", "zsf", true},
	{"zhang|san|feng", "zhsanf", true},
	{"zhang|san|feng", "zsfen", true},
	{"zhang|san", "zsanf", false},
	{"zhang|san", "zhansan", true}, /* one letter of the first left out */
	{"zhang|san", "zangsan", false},
	{"zhang|san", "san", false}, /* from the first syllable on */
	{"zhang|san", "zn", false},
	{"xi|an", "xian", true},
	{"xian", "xian", true},
	{"xian", "xia", true},
	{"fang|an", "fangan", true},
	{"fan|gan", "fangan", true},
	{"a|a|a", "aa", true},
	{"a|a|a", "aaaa", false},
	{"lv|bu", "lvb", true},
	{"di|12|ga|cha", "d12gc", true},
	{"di|12|ga|cha", "d1gc", false},
	{"kfc|dian", "kfcd", true},
};

static bool
has_beginning(const struct strvec *beginnings, const char *key)
{
	for (size_t i = 0; i < beginnings->n; i++)
		if (strncmp(key, beginnings->items[i],
			    strlen(beginnings->items[i])) == 0)
			return true;
	return false;
}

/* What fits has one of the beginnings, too. */
static void
spells_out(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(typings); i++) {
		struct strbuf key = STRBUF_INIT;
		struct strvec beginnings = {0};

		pinyin_find_key(typings[i].syllables, &key);
		pinyin_find_beginnings(typings[i].typed, &beginnings);
		pinyin_find_initials(typings[i].typed, false, &beginnings);
		if (pinyin_find_fits(key.s, typings[i].typed) !=
			typings[i].fits)
			fail_msg("%s, %s", key.s, typings[i].typed);
		if (typings[i].fits && !has_beginning(&beginnings, key.s))
			fail_msg("%s is not sought by %s", key.s,
				typings[i].typed);
		strbuf_clear(&key);
		strvec_clear(&beginnings);
	}
}

static void
finds_initials(void **state)
{
	struct strvec found = {0};

	(void)state;
	pinyin_find_initials("z", true, &found);
	assert_int_equal(found.n, 0);
	pinyin_find_initials("z", false, &found);
	assert_int_equal(found.n, 1);
	assert_string_equal(found.items[0], "z");
	strvec_clear(&found);
	pinyin_find_initials("zsf", true, &found);
	assert_true(found.n > 30);
	assert_true(has_beginning(&found, "zhang sf an eng"));
	assert_true(has_beginning(&found, "z sf  "));
	assert_false(has_beginning(&found, "zhang sfx an eng iao"));
	strvec_clear(&found);
	pinyin_find_initials("zsf", false, &found);
	assert_true(has_beginning(&found, "zhang sfx an eng iao"));
	strvec_clear(&found);
}

/* However long the text, there are few places to look at. */
static void
beginnings_are_few(void **state)
{
	static const char *const typed[] = {"z", "zh", "zhang", "zhangwei",
		"zhuangguangliang", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		"hangangangangangangangangangangangan"};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(typed); i++) {
		struct strvec found = {0};

		pinyin_find_beginnings(typed[i], &found);
		assert_true(found.n < 1000);
		strvec_clear(&found);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(makes_keys),
		cmocka_unit_test(makes_keys_of_initials),
		cmocka_unit_test(spells_out),
		cmocka_unit_test(finds_initials),
		cmocka_unit_test(beginnings_are_few),
	};

	return cmocka_run_group_tests_name("pinyin_find", tests, NULL, NULL);
}
