#include "test.h"

#include "exchange/sheet.h"

static void
the_ending_tells(void **state)
{
	(void)state;
	assert_true(sheet_is_workbook("roster.xlsx"));
	assert_true(sheet_is_workbook("/a.csv/名册.XLSX"));
	assert_false(sheet_is_workbook("roster.csv"));
	assert_false(sheet_is_workbook("roster.xlsx.csv"));
	assert_false(sheet_is_workbook(".xlsx"));
	assert_false(sheet_is_workbook("-"));
}

static void
nothing_can_be_abandoned(void **state)
{
	(void)state;
	sheet_abandon(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_ending_tells),
		cmocka_unit_test(nothing_can_be_abandoned),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
