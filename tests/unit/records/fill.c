#include "test.h"

#include "records/fill.h"

static const struct {
	const char *idno;
	const char *sex; /* typed before */
	const char *birth;
	const char *filled_sex;
	const char *filled_birth;
} filling[] = {
	{"150421199001010014", "", "", "1", "1990-01-01"},
	{"150421198512120026", "", "", "2", "1985-12-12"},
	{"150421900101001", "", "", "1", "1990-01-01"},
	{"150421199001010014", "2", "1989-05", "2", "1989-05"},
	{"", "", "", "", ""},
	{"150421199001010013", "", "", "", ""},
};

static void
empty_fields_are_filled(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(filling); i++) {
		struct record record;

		record_init(&record, record_type_find("member"));
		record_set(&record, "idno", filling[i].idno);
		record_set(&record, "sex", filling[i].sex);
		record_set(&record, "birth_on", filling[i].birth);
		record_fill_from_idcard(&record, "2024-05-01");
		assert_string_equal(record_get(&record, "sex"),
			filling[i].filled_sex);
		assert_string_equal(record_get(&record, "birth_on"),
			filling[i].filled_birth);
		record_clear(&record);
	}
}

static void
other_types_stay_as_they_are(void **state)
{
	struct record record;

	(void)state;
	record_init(&record, record_type_find("unit"));
	record_fill_from_idcard(&record, "2024-05-01");
	for (size_t i = 0; i < record.type->n_fields; i++)
		assert_string_equal(record.values[i], "");
	record_clear(&record);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_fields_are_filled),
		cmocka_unit_test(other_types_stay_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
