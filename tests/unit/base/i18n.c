#include "test.h"

#include "base/i18n.h"

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
	{"en@quot", LANGUAGE_EN}, {"C", LANGUAGE_N}, {"C.UTF-8", LANGUAGE_N},
	{"POSIX", LANGUAGE_N},
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
	{{NULL, "C", "en_US", "zh_CN"}, LANGUAGE_EN},
	{{NULL, NULL, NULL, "C.UTF-8"}, LANGUAGE_ZH},
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
		cmocka_unit_test(speaks_english),
		cmocka_unit_test(stays_english_where_untranslated),
		cmocka_unit_test(knows_names),
		cmocka_unit_test(asks_the_environment),
	};

	return cmocka_run_group_tests_name("i18n", tests, NULL, NULL);
}
