#include "test.h"

#include "exchange/xlsx_number.h"

static const struct {
	const char *code;
	unsigned shows;
} formats[] = {
	{"General", 0},
	{"G/通用格式", 0},
	{"0.00", 0},
	{"0.00E+00", 0},
	{"#,##0.00;[Red]-#,##0.00", 0},
	{"0\"d\"", 0},
	{"[Magenta]0", 0},
	{"@", 0},
	{"yyyy-mm-dd", SHOWS_YEAR | SHOWS_MONTH | SHOWS_DAY},
	{"yyyy/m/d;@", SHOWS_YEAR | SHOWS_MONTH | SHOWS_DAY},
	{"[$-804]yyyy\"年\"m\"月\"d\"日\";@",
		SHOWS_YEAR | SHOWS_MONTH | SHOWS_DAY},
	{"[DBNum1][$-804]yyyy\"年\"m\"月\";@", SHOWS_YEAR | SHOWS_MONTH},
	{"yyyy\\-mm", SHOWS_YEAR | SHOWS_MONTH},
	{"e\"年\"m\"月\"", SHOWS_YEAR | SHOWS_MONTH},
	{"m\"月\"d\"日\"", SHOWS_MONTH | SHOWS_DAY},
	{"yyyy", SHOWS_YEAR},
	{"yyyy-mm-dd hh:mm",
		SHOWS_YEAR | SHOWS_MONTH | SHOWS_DAY | SHOWS_TIME},
	{"h:mm AM/PM", SHOWS_TIME},
	{"[h]:mm", SHOWS_TIME},
	{"mm:ss.0", SHOWS_TIME},
	{"上午/下午h\"时\"mm\"分\"", SHOWS_TIME},
};

static void
formats_show_what_they_show(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(formats); i++)
		if (xlsx_format_spelt(formats[i].code).shows !=
			formats[i].shows)
			fail_msg("%s", formats[i].code);
	assert_int_equal(xlsx_format_spelt("000000").places, 6);
	assert_int_equal(xlsx_format_spelt("0").places, 0);
	assert_int_equal(xlsx_format_known(14).shows,
		SHOWS_YEAR | SHOWS_MONTH | SHOWS_DAY);
	assert_int_equal(xlsx_format_known(57).shows, SHOWS_YEAR | SHOWS_MONTH);
	assert_int_equal(xlsx_format_known(49).shows, 0);
}

static const struct {
	const char *number;
	const char *code; /* NULL: General */
	const char *shown; /* NULL: no number */
	bool from_1904;
} numbers[] = {
	{"12", NULL, "12", false},
	{"-3", NULL, "-3", false},
	{"12.50", NULL, "12.5", false},
	{"0.30000000000000004", NULL, "0.3", false},
	{"1.0000000000000001E-5", NULL, "0.00001", false},
	{"1.5496793256E10", NULL, "15496793256", false},
	{"159902790403370", NULL, "159902790403370", false},
	{"1.5990219790403371E17", NULL, "1.59902197904034E+17", false},
	{"159902197904033708", NULL, "1.59902197904034E+17", false},
	{"123", "000000", "000123", false},
	{"37891", "yyyy-mm-dd", "2003-09-27", false},
	{"37891.604166666664", "yyyy-mm-dd hh:mm", "2003-09-27 14:30", false},
	{"37891.604166666664", "yyyy-mm-dd", "2003-09-27", false},
	{"36429", "yyyy-mm-dd", "2003-09-27", true},
	{"38231", "yyyy\"年\"m\"月\"", "2004-09", false},
	{"37891", "m\"月\"d\"日\"", "09-27", false},
	{"37891", "yyyy", "2003", false},
	{"59", "yyyy-mm-dd", "1900-02-28", false},
	{"60", "yyyy-mm-dd", "1900-02-29", false},
	{"61", "yyyy-mm-dd", "1900-03-01", false},
	{"0.375", "h:mm", "09:00", false},
	{"1.5", "[h]:mm", "36:00", false},
	{"0.99999999999", "yyyy-mm-dd hh:mm", "1900-01-01 00:00", false},
	{"-5", "yyyy-mm-dd", "-5", false},
	{"99999999", "yyyy-mm-dd", "99999999", false},
	{"", NULL, NULL, false},
	{"nan", NULL, NULL, false},
	{"0x10", NULL, NULL, false},
	{"1e999", NULL, NULL, false},
	{"1-2", NULL, NULL, false},
};

static void
numbers_are_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(numbers); i++) {
		struct strbuf out = STRBUF_INIT;
		struct xlsx_format format = {0, 0};

		if (numbers[i].code != NULL)
			format = xlsx_format_spelt(numbers[i].code);
		assert_int_equal(xlsx_number_show(numbers[i].number, format,
					 numbers[i].from_1904, &out),
			numbers[i].shown != NULL);
		assert_string_equal(out.s,
			numbers[i].shown != NULL ? numbers[i].shown : "");
		strbuf_clear(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(formats_show_what_they_show),
		cmocka_unit_test(numbers_are_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
