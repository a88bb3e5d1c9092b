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

static const struct {
	const char *text;
	size_t n_places;
	bool is_number;
	double number;
} numbers[] = {
	{"0", 0, true, 0},
	{"-12", 0, true, -12},
	{"123456789012345", 0, true, 123456789012345},
	{"1234567890123456", 0, false, 0},
	{"007", 0, false, 0},
	{"12.", 0, false, 0},
	{"1,234", 0, false, 0},
	{"", 0, false, 0},
	{"-", 0, false, 0},
	{"1525**", 0, false, 0},
	{"1,234,567.89", 2, true, 1234567.89},
	{"-0.05", 2, true, -0.05},
	{"00.05", 2, false, 0},
	{"1234.5", 2, false, 0},
	{"1234", 2, false, 0},
	{".50", 2, false, 0},
};

static void
what_is_no_whole_number_stays_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(numbers); i++) {
		double number = 0;

		assert_int_equal(sheet_number(numbers[i].text,
					 numbers[i].n_places, &number),
			numbers[i].is_number);
		assert_true(number == numbers[i].number);
	}
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
		cmocka_unit_test(what_is_no_whole_number_stays_text),
		cmocka_unit_test(nothing_can_be_abandoned),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
