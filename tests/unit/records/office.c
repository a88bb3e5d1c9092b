/* The office that keeps the records: one, with a name and a region. */
#include "desk.h"

#include "records/nouns.h"

static const struct {
	const char *field, *value;
	bool fits;
} values[] = {
	{"name", "中共敖伦高勒苏木委员会", true},
	{"name", "", false},
	{"level", "5", true},
	{"level", "苏木", false}, /* a word is no stored form */
	{"region", "159903", true},
	{"region", "159903101", true},
	{"region", "159903101201", true},
	{"region", "1599031012010", false},
	{"phone", "0489-7712345", true},
	{"phone", "电话", false},
};

static void
takes_what_an_office_has(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < N_ITEMS(values); i++) {
		struct notes notes = VEC_INIT;
		struct record office;

		desk_new(&office, &office_type, "name", "苏木党委", NULL);
		record_set(&office, values[i].field, values[i].value);
		assert_int_equal(record_check(desk->store, &office, NULL,
					 &notes, NULL),
			ERR_OK);
		if ((notes_blocking(&notes, 0) == NULL) != values[i].fits)
			fail_msg("%s: %s", values[i].field, values[i].value);
		if (!values[i].fits)
			assert_string_equal(notes_blocking(&notes, 0)->field,
				values[i].field);
		notes_clear(&notes);
		record_clear(&office);
	}
}

static void
is_one_and_named_by_its_name(void **state)
{
	struct desk *desk = *state;
	struct strbuf title = STRBUF_INIT;
	int64_t id = desk_add(desk, &office_type, "name", "苏木党委",
		"level", "5", NULL);

	assert_true(office_type.flags & RECORD_SINGLE);
	record_title_of(desk->store, &office_type, id, &title);
	assert_string_equal(title.s, "苏木党委");
	strbuf_clear(&title);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(takes_what_an_office_has,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(is_one_and_named_by_its_name,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("office", tests, NULL, NULL);
}
