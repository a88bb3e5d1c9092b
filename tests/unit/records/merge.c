/* One record, changed at two desks. */
#include "desk.h"

#include "records/merge.h"
#include "records/nouns.h"
#include "store/journal.h"

/* A member with mine loaded, then saved twice by others. */
static int64_t
begin(struct desk *desk, struct record *mine)
{
	int64_t id = desk_add(desk, &member_type, "name", "单晓红", "native_place",
		"旗里", "work", "学校", "remark", "一", NULL);

	desk_load(desk, mine, &member_type, id);
	desk_put(desk, &member_type, id, "native_place", "北疆", "remark", "二",
		NULL);
	bench_ok(journal_note(desk->store, "reveal", 0, "乌兰", "member", id, "",
			 NULL), NULL);
	desk_put(desk, &member_type, id, "work", "医院", "remark", "三", NULL);
	return id;
}

static const struct merge_field *
field_of(const struct merge *merge, const char *name)
{
	size_t field = record_field_index(&member_type, name);

	for (size_t i = 0; i < merge->fields.n; i++)
		if (merge->fields.items[i].field == field)
			return &merge->fields.items[i];
	return NULL;
}

static void
knows_nothing_of_what_was_blanked(void **state)
{
	struct desk *desk = *state;
	struct err err = ERR_INIT;
	struct record mine;
	struct merge merge;
	int64_t id = begin(desk, &mine);

	bench_blank(desk->bench->path, id, 2);
	assert_int_equal(merge_begin(desk->store, &mine, &merge, &err),
		ERR_SEAL);
	assert_non_null(strstr(err.text, "blanked"));
	err_clear(&err);
	record_clear(&mine);
}

static void
each_field_is_judged(void **state)
{
	struct desk *desk = *state;
	struct err err = ERR_INIT;
	struct record mine;
	struct merge merge;

	begin(desk, &mine);
	record_set(&mine, "native_place", "北疆"); /* as the other */
	record_set(&mine, "remark", "四");         /* not so */
	record_set(&mine, "phone", "15400000001"); /* alone */
	bench_ok(merge_begin(desk->store, &mine, &merge, &err), &err);
	assert_int_equal(merge.fields.n, 2);
	assert_null(field_of(&merge, "native_place"));
	assert_null(field_of(&merge, "phone"));
	assert_int_equal(field_of(&merge, "work")->kind, MERGE_THEIRS);
	assert_int_equal(field_of(&merge, "remark")->kind, MERGE_CLASH);
	assert_string_equal(record_get(&merge.base, "native_place"), "旗里");
	assert_string_equal(record_get(&merge.base, "work"), "学校");
	assert_string_equal(record_get(&merge.base, "remark"), "一");
	assert_int_equal(merge.base.version, 1);
	assert_string_equal(record_get(&merge.theirs, "remark"), "三");
	assert_int_equal(merge.theirs.version, 3);
	assert_string_not_equal(merge.who, "");
	assert_true(merge.at > 0);
	merge_clear(&merge);
	record_clear(&mine);
}

static void
nobody_else_was_there(void **state)
{
	struct desk *desk = *state;
	struct err err = ERR_INIT;
	struct record mine;
	struct merge merge;
	int64_t id = begin(desk, &mine);

	record_clear(&mine);
	desk_load(desk, &mine, &member_type, id);
	record_set(&mine, "remark", "四");
	bench_ok(merge_begin(desk->store, &mine, &merge, &err), &err);
	assert_int_equal(merge.fields.n, 0);
	merge_clear(&merge);
	record_clear(&mine);
}

static void
removed_and_brought_back(void **state)
{
	struct desk *desk = *state;
	struct err err = ERR_INIT;
	struct record mine;
	struct merge merge;
	int64_t id = begin(desk, &mine);

	desk_remove(desk, &member_type, id);
	bench_ok(merge_begin(desk->store, &mine, &merge, &err), &err);
	assert_true(merge.theirs.deleted);
	assert_false(merge.base.deleted);
	merge_clear(&merge);
	mine.version = 77;
	assert_int_equal(merge_begin(desk->store, &mine, &merge, &err),
		ERR_SEAL);
	err_clear(&err);
	record_clear(&mine);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_field_is_judged,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(
			knows_nothing_of_what_was_blanked, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(nobody_else_was_there,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(removed_and_brought_back,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
