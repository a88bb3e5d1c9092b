#include "test.h"

#include <unistr.h>

#include "base/pinyin.h"

static void
assert_reads(void (*read)(const char *, struct strbuf *), const char *text,
	const char *syllables)
{
	struct strbuf buf = STRBUF_INIT;

	read(text, &buf);
	if (strcmp(buf.s, syllables) != 0)
		fail_msg("%s: %s, not %s", text, buf.s, syllables);
	strbuf_clear(&buf);
}

/* Each is followed by 小红 in the test. */
static const struct {
	const char *surname, *syllables;
} surnames[] = {
	{"单", "shan"}, {"仇", "qiu"}, {"区", "ou"}, {"解", "xie"},
	{"查", "zha"}, {"曾", "zeng"}, {"朴", "piao"}, {"盖", "ge"},
	{"任", "ren"}, {"华", "hua"}, {"乐", "yue"}, {"翟", "zhai"},
	{"宿", "su"}, {"秘", "bi"}, {"冼", "xian"}, {"洗", "xian"},
	{"缪", "miao"}, {"员", "yun"}, {"繁", "po"}, {"召", "shao"},
	{"覃", "qin"}, {"种", "chong"}, {"燕", "yan"}, {"折", "she"},
	{"黑", "he"}, {"盛", "sheng"}, {"逄", "pang"}, {"葛", "ge"},
	{"隗", "wei"}, {"牟", "mou"}, {"那", "na"}, {"宁", "ning"},
	{"俱", "ju"}, {"能", "nai"}, {"教", "jiao"}, {"祭", "zhai"},
	{"不", "fou"}, {"车", "che"}, {"句", "gou"}, {"贾", "jia"},
	{"乜", "nie"}, {"谌", "chen"}, {"卜", "bu"}, {"过", "guo"},
	{"哈", "ha"}, {"撒", "sa"}, {"沈", "shen"}, {"石", "shi"},
	{"褚", "chu"}, {"粘", "nian"}, {"桂", "gui"}, {"炅", "gui"},
	{"呙", "guo"}, {"佴", "nai"}, {"訾", "zi"}, {"藏", "zang"},
	{"臧", "zang"}, {"柏", "bai"}, {"薄", "bo"}, {"尹", "yin"},
	{"殷", "yin"}, {"尚", "shang"}, {"郇", "xun"}, {"郗", "xi"},
	{"尉", "wei"}, {"纪", "ji"}, {"都", "du"}, {"费", "fei"},
	{"阚", "kan"}, {"长", "chang"}, {"角", "jue"}, {"晟", "cheng"},
	{"王", "wang"}, {"李", "li"}, {"张", "zhang"}, {"刘", "liu"},
	{"陈", "chen"}, {"吕", "lv"}, {"黄", "huang"}, {"赵", "zhao"},
	{"单", "shan"}, {"區", "ou"}, {"華", "hua"}, {"蓋", "ge"},
	{"尉迟", "yu|chi"}, {"尉遲", "yu|chi"}, {"万俟", "mo|qi"},
	{"長孫", "zhang|sun"}, {"长孙", "zhang|sun"}, {"澹台", "tan|tai"},
	{"令狐", "ling|hu"}, {"欧阳", "ou|yang"}, {"司马", "si|ma"},
	{"诸葛", "zhu|ge"}, {"上官", "shang|guan"}, {"皇甫", "huang|fu"},
	{"宇文", "yu|wen"}, {"慕容", "mu|rong"}, {"独孤", "du|gu"},
	{"鲜于", "xian|yu"}, {"夏侯", "xia|hou"}, {"呼延", "hu|yan"},
	{"钟离", "zhong|li"}, {"公孙", "gong|sun"}, {"东方", "dong|fang"},
	{"申屠", "shen|tu"}, {"拓跋", "tuo|ba"}, {"子车", "zi|ju"},
	{"乐正", "yue|zheng"}, {"公乘", "gong|sheng"}, {"宰父", "zai|fu"},
	{"闾丘", "lv|qiu"}, {"亓官", "qi|guan"}, {"夹谷", "jia|gu"},
};

static void
reads_surnames(void **state)
{
	(void)state;
	assert_true(N_ITEMS(surnames) >= 100);
	for (size_t i = 0; i < N_ITEMS(surnames); i++) {
		struct strbuf name = STRBUF_INIT, want = STRBUF_INIT;

		strbuf_addf(&name, "%s小红", surnames[i].surname);
		strbuf_addf(&want, "%s|xiao|hong", surnames[i].syllables);
		assert_reads(pinyin_of_name, name.s, want.s);
		strbuf_clear(&name);
		strbuf_clear(&want);
		assert_reads(pinyin_of_name, surnames[i].surname,
			surnames[i].syllables);
	}
}

static void
reads_names(void **state)
{
	static const struct {
		const char *name, *syllables;
	} rows[] = {
		{"单小红", "shan|xiao|hong"},
		{"单　红", "shan|hong"},
		{"小单", "xiao|dan"},
		{"阿拉坦其其格", "a|la|tan|qi|qi|ge"},
		{"乌兰·其其格", "wu|lan|qi|qi|ge"},
		{"查干巴拉", "cha|gan|ba|la"},
		{"查·巴", "cha|ba"},
		{"查娜", "zha|na"},
		{"单于红", "shan|yu|hong"},
		{"单小红（大）", "shan|xiao|hong|da"},
		{"张伟1", "zhang|wei|1"},
		{"张伟Ａb", "zhang|wei|ab"},
		{"Ünal Ö.", "ünal|ö"},
		{"E\u0301va", "e\u0301va"},
		{"𠀂", ""},
		{"王𫍲", "wang|xiao"},
		{"吕略", "lv|lve"},
		{"ᠮᠣᠩᠭᠣᠯ", "ᠮᠣᠩᠭᠣᠯ"},
		{"", ""},
		{"（·）", ""},
		{"张\xFF三\xE4\xBC", "zhang|san"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		assert_reads(
			pinyin_of_name, rows[i].name, rows[i].syllables);
}

static void
reads_titles(void **state)
{
	(void)state;
	assert_reads(pinyin_of_text, "单位", "dan|wei");
	assert_reads(pinyin_of_text, "查干嘎查", "cha|gan|ga|cha");
	assert_reads(pinyin_of_text, "第3党支部(A区)",
		"di|3|dang|zhi|bu|a|qu");
	assert_reads(pinyin_of_text, "二〇二四", "er|ling|er|si");
}

static void
knows_every_reading(void **state)
{
	static const struct {
		uint32_t c;
		const char *readings;
	} rows[] = {
		{U'张', "zhang"}, {U'行', "xing hang heng"},
		{U'单', "dan chan shan"}, {U'曾', "ceng zeng"},
		{U'女', "nv"}, {U'㐀', "qiu"}, {U'〇', "ling"},
		{0x20000, "he"}, {0x2A6D6, ""}, {0x2B372, "xiao"},
		{'a', ""}, {U'。', ""}, {0x182E, ""}, {0x10FFFF, ""},
		{UINT32_MAX, ""},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		const char *out[PINYIN_READINGS_MAX];
		struct strbuf buf = STRBUF_INIT;
		size_t n = pinyin_of_char(rows[i].c, out);

		for (size_t k = 0; k < n; k++)
			strbuf_addf(&buf, "%s%s", k > 0 ? " " : "", out[k]);
		if (strcmp(buf.s, rows[i].readings) != 0)
			fail_msg("U+%X: %s", (unsigned)rows[i].c, buf.s);
		strbuf_clear(&buf);
	}
}

static void
covers_unihan(void **state)
{
	size_t n = 0;

	(void)state;
	for (uint32_t c = 0; c < 0x40000; c++) {
		const char *out[PINYIN_READINGS_MAX];
		size_t n_readings = pinyin_of_char(c, out);

		assert_true(n_readings <= PINYIN_READINGS_MAX);
		n += n_readings > 0;
		for (size_t i = 0; i < n_readings; i++) {
			assert_true(out[i][0] != '\0');
			assert_int_equal(strspn(out[i],
						 "abcdefghijklmnopqrstuvwxyz"),
				strlen(out[i]));
			for (size_t k = 0; k < i; k++)
				assert_string_not_equal(out[i], out[k]);
		}
	}
	assert_true(n > 41000);
}

static void
assert_all(const char *name, int is_person, size_t max, const char *want)
{
	struct strvec all = VEC_INIT;
	struct strbuf buf = STRBUF_INIT;

	pinyin_all(name, is_person, max, &all);
	for (size_t i = 0; i < all.n; i++)
		strbuf_addf(&buf, "%s%s", i > 0 ? " " : "", all.items[i]);
	assert_string_equal(buf.s, want);
	strbuf_clear(&buf);
	strvec_clear(&all);
}

static void
lists_all_ways(void **state)
{
	(void)state;
	assert_all("单", 1, 9, "shan dan chan");
	assert_all("单", 0, 9, "dan chan shan");
	assert_all("曾行", 1, 9,
		"zeng|xing ceng|xing zeng|hang ceng|hang zeng|heng ceng|heng");
	assert_all("曾行", 1, 3, "zeng|xing ceng|xing zeng|hang");
	assert_all("曾行", 1, 0, "");
	assert_all("覃", 1, 9, "qin tan");
	assert_all("万俟", 1, 9, "mo|qi wan|qi mo|si wan|si");
	assert_all("王A1", 1, 9, "wang|a1");
	assert_all("", 1, 9, "");
	assert_all("（）", 1, 9, "");
}

static void
lists_no_way_twice(void **state)
{
	struct strvec all = VEC_INIT;
	struct strbuf preferred = STRBUF_INIT;
	static const char text[] = "行行行行行行行行行行曾着了重长单查参";

	(void)state;
	strvec_add(&all, "kept");
	pinyin_all(text, 0, 200, &all);
	assert_int_equal(all.n, 201);
	assert_string_equal(all.items[0], "kept");
	pinyin_of_text(text, &preferred);
	assert_string_equal(all.items[1], preferred.s);
	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(all.items[i], all.items[k]);
	strbuf_clear(&preferred);
	strvec_clear(&all);
}

static void
shortens(void **state)
{
	static const struct {
		const char *syllables, *initials, *joined;
	} rows[] = {
		{"shan|xiao|hong", "sxh", "shanxiaohong"},
		{"lv", "l", "lv"},
		{"", "", ""},
		{"di|3|dang", "d3d", "di3dang"},
		{"ünal|ö", "üö", "ünalö"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct strbuf initials = STRBUF_INIT, joined = STRBUF_INIT;

		pinyin_initials(rows[i].syllables, &initials);
		pinyin_joined(rows[i].syllables, &joined);
		assert_string_equal(initials.s, rows[i].initials);
		assert_string_equal(joined.s, rows[i].joined);
		strbuf_clear(&initials);
		strbuf_clear(&joined);
	}
}

static void
add_key(const char *name, struct strbuf *key)
{
	struct strbuf syllables = STRBUF_INIT;

	pinyin_of_name(name, &syllables);
	pinyin_sort_key(name, syllables.s, key);
	strbuf_clear(&syllables);
}

static void
sorts_like_a_dictionary(void **state)
{
	static const char *const sorted[] = {
		"",
		"阿拉坦",    /* a1 */
		"安宁",      /* an1 */
		"八仙",      /* ba1 */
		"曹操",      /* cao2 */
		"长春",      /* chang2 */
		"路",        /* lu4 */
		"吕布",      /* lv3 comes before luan */
		"栾平",      /* luan2 */
		"略",        /* lve4 */
		"伦",        /* lun2 */
		"单福",      /* shan4 */
		"尉迟恭",    /* yu4 chi2 */
		"曾国藩",    /* zeng1 */
		"查理",      /* zha1 */
		"张",        /* a surname before all who bear it */
		"张三",
		"张三丰",
		"张四",
		"章三",      /* zhang1 as well, but another surname */
		"掌三",      /* zhang3 */
		"郑和",
		"1号",       /* what is no hanzi comes after them */
		"2号",
		"Abe",
		"abf",
		"ᠮᠣᠩᠭᠣᠯ",
	};
	struct strbuf before = STRBUF_INIT, key = STRBUF_INIT;

	(void)state;
	for (size_t i = 1; i < N_ITEMS(sorted); i++) {
		strbuf_reset(&before);
		strbuf_reset(&key);
		add_key(sorted[i - 1], &before);
		add_key(sorted[i], &key);
		if (strcmp(before.s, key.s) >= 0)
			fail_msg("%s (%s), %s (%s)", sorted[i - 1], before.s,
				sorted[i], key.s);
		assert_int_equal(strlen(key.s), key.len);
		assert_null(u8_check((const uint8_t *)key.s, key.len));
	}
	strbuf_clear(&before);
	strbuf_clear(&key);
}

static void
makes_equal_keys(void **state)
{
	static const struct {
		const char *a, *b;
	} rows[] = {
		{"乌兰·其其格", "乌兰其其格"},
		{"张　三", "张三"},
		{"ＡBC", "abc"},
	};
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		add_key(rows[i].a, &a);
		add_key(rows[i].b, &b);
		assert_string_equal(a.s, b.s);
	}
	strbuf_clear(&a);
	strbuf_clear(&b);
}

/* Where two names stand with the syllables that somebody gave them. */
static int
order_of(const char *a, const char *a_syllables, const char *b,
	const char *b_syllables)
{
	struct strbuf a_key = STRBUF_INIT, b_key = STRBUF_INIT;
	int order;

	pinyin_sort_key(a, a_syllables, &a_key);
	pinyin_sort_key(b, b_syllables, &b_key);
	order = strcmp(a_key.s, b_key.s);
	strbuf_clear(&a_key);
	strbuf_clear(&b_key);
	return (order > 0) - (order < 0);
}

static void
follows_corrections(void **state)
{
	(void)state;
	assert_int_equal(order_of("单红", "dan|hong", "戴红", "dai|hong"), 1);
	assert_int_equal(order_of("单红", "dan|hong", "邓红", "deng|hong"), -1);
	assert_int_equal(order_of("单红", "chan|hong", "戴红", "dai|hong"), -1);
	/* a syllable that no table gives the hanzi */
	assert_int_equal(order_of("王红", "ai|hong", "白红", "bai|hong"), -1);
	/* no syllable at all, or too many or few of them: the commonest */
	assert_int_equal(order_of("王红", "xyz|hong", "王红", ""), 0);
	assert_int_equal(order_of("王红", "ai|hong|li", "王红", ""), 0);
	assert_int_equal(order_of("王红", "ai", "王红", ""), 0);
	/* a hanzi without reading, given one by hand */
	assert_int_equal(order_of("𠀂红", "ba|hong", "白红", "bai|hong"), -1);
	assert_int_equal(order_of("𠀂红", "hong", "白红", "bai|hong"), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_surnames),
		cmocka_unit_test(reads_names),
		cmocka_unit_test(reads_titles),
		cmocka_unit_test(knows_every_reading),
		cmocka_unit_test(covers_unihan),
		cmocka_unit_test(lists_all_ways),
		cmocka_unit_test(lists_no_way_twice),
		cmocka_unit_test(shortens),
		cmocka_unit_test(sorts_like_a_dictionary),
		cmocka_unit_test(makes_equal_keys),
		cmocka_unit_test(follows_corrections),
	};

	return cmocka_run_group_tests_name("pinyin", tests, NULL, NULL);
}
