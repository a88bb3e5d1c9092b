#include "test.h"

#include "base/hanzi.h"

static void
simplifies_what_has_one_form(void **state)
{
	static const struct {
		uint32_t c, simplified;
	} rows[] = {
		{U'張', U'张'}, {U'單', U'单'}, {U'劉', U'刘'},
		{U'萬', U'万'}, {U'㑯', U'㑔'}, {U'龜', U'龟'},
		{0x20325, 0x201BF}, /* beyond the BMP */
		/* several forms, one of them in the standard table */
		{U'戰', U'战'}, {U'蘭', U'兰'}, {U'開', U'开'},
		{U'瀋', U'沈'}, {U'復', U'复'},
		/* several forms in the standard table, or itself one */
		{U'鍾', U'鍾'}, {U'線', U'線'}, {U'乾', U'乾'},
		/* its form has a form again */
		{U'薴', U'薴'}, {U'苧', U'苎'},
		/* simplified, or no hanzi */
		{U'张', U'张'}, {U'台', U'台'}, {U'干', U'干'},
		{0, 0}, {'A', 'A'}, {0x182E, 0x182E}, {0x9FFFF, 0x9FFFF},
		{UINT32_MAX, UINT32_MAX},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		assert_int_equal(
			hanzi_simplified(rows[i].c), rows[i].simplified);
}

static void
twice_is_once(void **state)
{
	size_t changed = 0;

	(void)state;
	for (uint32_t c = 0; c < 0x40000; c++) {
		uint32_t once = hanzi_simplified(c);

		assert_int_equal(hanzi_simplified(once), once);
		changed += once != c;
	}
	assert_in_range(changed, 6000, 7000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(simplifies_what_has_one_form),
		cmocka_unit_test(twice_is_once),
	};

	return cmocka_run_group_tests_name("hanzi", tests, NULL, NULL);
}
