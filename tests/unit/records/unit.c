#include "test.h"

#include "records/nouns.h"
#include "store/site.h"

static void
is_not_its_own_upper_unit(void **state)
{
	const int64_t id = INT64_C(0x100000002);
	struct check_context context = {.today = "2025-11-25"};
	char text[SITE_ID_TEXT_SIZE];
	struct notes notes = VEC_INIT;
	struct record unit;

	(void)state;
	record_init(&unit, &unit_type);
	unit.id = id;
	unit_type.check(&unit, &context, &notes);
	site_id_to_text(id + 1, text);
	record_set(&unit, "parent_id", text);
	unit_type.check(&unit, &context, &notes);
	assert_int_equal(notes.n, 0);
	site_id_to_text(id, text);
	record_set(&unit, "parent_id", text);
	unit_type.check(&unit, &context, &notes);
	assert_int_equal(notes.n, 1);
	assert_true(notes.items[0].blocks);
	assert_string_equal(notes.items[0].field, "parent_id");
	notes_clear(&notes);
	record_clear(&unit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_not_its_own_upper_unit),
	};

	return cmocka_run_group_tests_name("unit", tests, NULL, NULL);
}
