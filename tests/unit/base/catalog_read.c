#include "test.h"

#include "base/catalog.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_in_a_catalog),
		cmocka_unit_test(never_reads_past_a_catalog),
		cmocka_unit_test(bears_a_damaged_catalog),
	};

	return cmocka_run_group_tests_name("catalog_read", tests, NULL, NULL);
}
