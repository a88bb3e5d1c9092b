#include "test.h"

#include "base/catalog.h"
#include "base/i18n.h"

/*
 * A .mo file of five entries, sorted as msgfmt sorts them: "" (the head), "a
 * file" with the plural "%lu files", "open", and "verb\004open"; "zz" has an
 * empty translation.  Strings begin at 108.
 */
#define LE(n) (n) & 0xff, (n) >> 8, 0, 0
#define HEAD(n) 0xde, 0x12, 0x04, 0x95, LE(0), LE(n), LE(28), LE(68), \
	LE(0), LE(0)
static const unsigned char mo[] = {
	HEAD(5),
	LE(0), LE(108), LE(16), LE(109), LE(4), LE(126), LE(9), LE(131),
	LE(2), LE(141),
	LE(4), LE(144), LE(6), LE(149), LE(6), LE(156), LE(6), LE(163),
	LE(0), LE(170),
	0,
	'a', ' ', 'f', 'i', 'l', 'e', 0, '%', 'l', 'u', ' ', 'f', 'i', 'l',
	'e', 's', 0,
	'o', 'p', 'e', 'n', 0,
	'v', 'e', 'r', 'b', 4, 'o', 'p', 'e', 'n', 0,
	'z', 'z', 0,
	'h', 'e', 'a', 'd', 0,
	0xe6, 0x96, 0x87, 0xe4, 0xbb, 0xb6, 0,
	0xe5, 0xbc, 0x80, 0xe7, 0x9d, 0x80, 0,
	0xe6, 0x89, 0x93, 0xe5, 0xbc, 0x80, 0,
	0,
};

static const struct {
	const char *key;
	const char *found;
} entries[] = {
	{"", "head"},
	{"a file", "文件"},
	{"open", "开着"},
	{"verb\004open", "打开"},
	{"zz", ""},
	{"a", NULL},
	{"a file ", NULL},
	{"noun\004open", NULL},
	{"zzz", NULL},
	{"%lu files", NULL},
};

static void
finds_in_a_catalog(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(entries); i++) {
		const char *found =
			catalog_find(mo, sizeof(mo), entries[i].key);

		if (entries[i].found == NULL)
			assert_null(found);
		else
			assert_string_equal(found, entries[i].found);
	}
}

static void
never_reads_past_a_catalog(void **state)
{
	(void)state;
	assert_null(catalog_find(mo, 0, "open"));
	for (size_t size = 0; size < sizeof(mo); size++) {
		unsigned char *cut = malloc(size > 0 ? size : 1);

		memcpy(cut, mo, size);
		for (size_t i = 0; i < N_ITEMS(entries); i++)
			catalog_find(cut, size, entries[i].key);
		assert_null(catalog_find(cut, size, "zz"));
		free(cut);
	}
}

static void
bears_a_damaged_catalog(void **state)
{
	unsigned char *bad = malloc(sizeof(mo));

	(void)state;
	for (size_t at = 0; at < sizeof(mo); at++) {
		memcpy(bad, mo, sizeof(mo));
		for (int bit = 0; bit < 8; bit++) {
			bad[at] = mo[at] ^ 1 << bit;
			for (size_t i = 0; i < N_ITEMS(entries); i++)
				catalog_find(bad, sizeof(mo), entries[i].key);
		}
	}
	memcpy(bad, mo, sizeof(mo));
	bad[0] = 0x95;
	assert_null(catalog_find(bad, sizeof(mo), "open"));
	free(bad);
}

static void
speaks_english(void **state)
{
	(void)state;
	i18n_set_language(LANGUAGE_EN);
	assert_int_equal(i18n_language(), LANGUAGE_EN);
	assert_string_equal(_("no such sentence"), "no such sentence");
	assert_string_equal(_(""), "");
	assert_string_equal(C_("verb", "open"), "open");
	assert_string_equal(P_("one", "many", 0), "many");
	assert_string_equal(P_("one", "many", 1), "one");
	assert_string_equal(P_("one", "many", 2), "many");
}

/* What no catalogue has stays English, and "" is never the catalogue's head. */
static void
stays_english_where_untranslated(void **state)
{
	(void)state;
	i18n_set_language(LANGUAGE_ZH);
	assert_int_equal(i18n_language(), LANGUAGE_ZH);
	assert_string_equal(_("no such sentence"), "no such sentence");
	assert_string_equal(_(""), "");
	assert_string_equal(C_("no such context", "a word"), "a word");
	assert_string_equal(P_("no such one", "many", 1), "no such one");
	assert_string_equal(P_("no such one", "many", 2), "many");
}

static const struct {
	const char *name;
	enum language language;
} names[] = {
	{"zh_CN", LANGUAGE_ZH}, {"zh_CN.UTF-8", LANGUAGE_ZH},
	{"zh_CN.GB18030", LANGUAGE_ZH}, {"zh", LANGUAGE_ZH},
	{"zh-Hans", LANGUAGE_ZH}, {"ZH_cn", LANGUAGE_ZH},
	{"en", LANGUAGE_EN}, {"en_US.UTF-8", LANGUAGE_EN},
	{"en@quot", LANGUAGE_EN}, {"C", LANGUAGE_EN}, {"C.UTF-8", LANGUAGE_EN},
	{"POSIX", LANGUAGE_EN},
	{"", LANGUAGE_N}, {"mn_CN", LANGUAGE_N}, {"zhx", LANGUAGE_N},
	{"z", LANGUAGE_N}, {"english", LANGUAGE_N},
};

static void
knows_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(names); i++)
		assert_int_equal(i18n_language_by_name(names[i].name),
			names[i].language);
}

/* LANGUAGE, LC_ALL, LC_MESSAGES, LANG; NULL is unset. */
static const struct {
	const char *values[4];
	enum language language;
} environments[] = {
	{{NULL, NULL, NULL, NULL}, LANGUAGE_ZH},
	{{"", "", "", ""}, LANGUAGE_ZH},
	{{NULL, NULL, NULL, "en_US.UTF-8"}, LANGUAGE_EN},
	{{NULL, NULL, "zh_CN", "en_US"}, LANGUAGE_ZH},
	{{NULL, "C", "zh_CN", "zh_CN"}, LANGUAGE_EN},
	{{"zh_CN", "C.UTF-8", NULL, NULL}, LANGUAGE_ZH},
	{{"mn:en:zh", NULL, NULL, "zh_CN"}, LANGUAGE_EN},
	{{"mn::zh_CN.UTF-8", "C", NULL, NULL}, LANGUAGE_ZH},
	{{"mn:", NULL, NULL, "en"}, LANGUAGE_EN},
	{{"mn", "fr_FR", "fr_FR", "fr_FR"}, LANGUAGE_ZH},
};

static const char *const *environment;

static char *
value(const char *name)
{
	static const char *const variables[] = {
		"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG",
	};

	for (size_t i = 0; i < N_ITEMS(variables); i++)
		if (strcmp(variables[i], name) == 0)
			return (char *)environment[i];
	return NULL;
}

static void
asks_the_environment(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(environments); i++) {
		environment = environments[i].values;
		assert_int_equal(i18n_language_of(value),
			environments[i].language);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_in_a_catalog),
		cmocka_unit_test(never_reads_past_a_catalog),
		cmocka_unit_test(bears_a_damaged_catalog),
		cmocka_unit_test(speaks_english),
		cmocka_unit_test(stays_english_where_untranslated),
		cmocka_unit_test(knows_names),
		cmocka_unit_test(asks_the_environment),
	};

	return cmocka_run_group_tests_name("i18n", tests, NULL, NULL);
}
