/* Who types: since when, and never two of one name. */
#include "desk.h"

#include "records/nouns.h"
#include "records/value.h"

static void
begins_today(void **state)
{
	struct record operator;

	(void)state;
	record_begin(&operator, &operator_type, DESK_TODAY);
	assert_string_equal(record_get(&operator, "since_on"), DESK_TODAY);
	assert_string_equal(record_get(&operator, "until_on"), "");
	record_clear(&operator);
}

/* 张 三 and 张三 are one person. */
static void
closes_up_the_name(void **state)
{
	struct strbuf name = STRBUF_INIT;

	(void)state;
	assert_int_equal(value_normalise(record_field(&operator_type, "name"),
				 "康 巧 云", DESK_TODAY, &name, NULL),
		ERR_OK);
	assert_string_equal(name.s, "康巧云");
	strbuf_clear(&name);
}

static void
has_a_name_of_its_own(void **state)
{
	struct desk *desk = *state;
	struct record operator;
	struct err err = ERR_INIT;
	int64_t id = desk_add(desk, &operator_type, "name", "康巧云",
		"short_name", "kqy", NULL);

	desk_new(&operator, &operator_type, "name", "康巧云", NULL);
	assert_int_equal(desk_save(desk, &operator, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, "name");
	err_clear(&err);
	record_clear(&operator);
	/* the short name is what two may share */
	desk_add(desk, &operator_type, "name", "康其其格", "short_name",
		"kqy", NULL);
	desk_put(desk, &operator_type, id, "post", "组织委员", NULL);
}

static void
ends_after_it_begins(void **state)
{
	struct desk *desk = *state;
	struct record operator;
	struct err err = ERR_INIT;

	desk_new(&operator, &operator_type, "name", "康巧云", "since_on",
		"2024-01-01", "until_on", "2023-12-31", NULL);
	assert_int_equal(desk_save(desk, &operator, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, "until_on");
	err_clear(&err);
	record_clear(&operator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(begins_today),
		cmocka_unit_test(closes_up_the_name),
		cmocka_unit_test_setup_teardown(has_a_name_of_its_own,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(ends_after_it_begins,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("operator", tests, NULL, NULL);
}
