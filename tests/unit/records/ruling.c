#include "desk.h"

#include "records/nouns.h"
#include "records/ruling.h"

static int64_t
add(struct desk *desk, const char *name)
{
	return desk_add(desk, &member_type, "name", name, NULL);
}

static enum err_code
try_ruling(struct desk *desk, enum ruling_verdict verdict, int64_t kept,
	int64_t other, struct err *err)
{
	const struct change_info info = {.operator_name = "", .action = "form",
		.reason = ""};
	struct change *change;

	assert_int_equal(change_begin(desk->store, &info, &change, err),
		ERR_OK);
	return change_end(change, ruling_make(change, &member_type, verdict,
		kept, other, "户口簿", err), err);
}

static void
rule(struct desk *desk, enum ruling_verdict verdict, int64_t kept,
	int64_t other)
{
	assert_int_equal(try_ruling(desk, verdict, kept, other, NULL), ERR_OK);
}

/* One that went, and the ruling by which it did. */
static void
merge(struct desk *desk, int64_t kept, int64_t other)
{
	desk_remove(desk, &member_type, other);
	rule(desk, RULING_MERGED, kept, other);
}

static void
leads_to(struct desk *desk, int64_t id, int64_t expected)
{
	int64_t survivor;

	assert_int_equal(ruling_survivor(desk->store, id, &survivor, NULL),
		ERR_OK);
	assert_int_equal(survivor, expected);
}

static bool
are_distinct(struct desk *desk, int64_t one, int64_t other)
{
	bool are;

	assert_int_equal(ruling_are_distinct(desk->store, one, other, &are,
		NULL), ERR_OK);
	return are;
}

static void
survivors_follow_in_a_chain(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "海霞"), b = add(desk, "海侠");
	int64_t c = add(desk, "乌海霞"), ruling;
	struct find_ids others = VEC_INIT;

	leads_to(desk, a, a);
	merge(desk, b, a);
	leads_to(desk, a, b);
	merge(desk, c, b);
	leads_to(desk, a, c);
	leads_to(desk, b, c);
	leads_to(desk, c, c);
	assert_int_equal(ruling_merged_into(desk->store, c, &others, NULL),
		ERR_OK);
	assert_int_equal(others.n, 1);
	assert_int_equal(others.items[0], b);
	find_ids_clear(&others);
	assert_int_equal(ruling_of(desk->store, a, &ruling, NULL), ERR_OK);
	desk_has(desk, &ruling_type, ruling, "kept", desk_id(b).s);
	desk_has(desk, &ruling_type, ruling, "type", "member");
	desk_has(desk, &ruling_type, ruling, "decided_on", DESK_TODAY);
	desk_has(desk, &ruling_type, ruling, "reason", "户口簿");
	assert_int_equal(ruling_of(desk->store, c, &ruling, NULL), ERR_OK);
	assert_int_equal(ruling, 0);
}

static void
distinct_in_either_order(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "巴图"), b = add(desk, "巴图");
	int64_t c = add(desk, "巴图");

	assert_false(are_distinct(desk, a, b));
	rule(desk, RULING_DISTINCT, a, b);
	assert_true(are_distinct(desk, a, b));
	assert_true(are_distinct(desk, b, a));
	assert_false(are_distinct(desk, a, c));
	leads_to(desk, b, b);
	/* who was merged into one of them is it */
	merge(desk, c, b);
	assert_true(are_distinct(desk, a, c));
}

static void
refused(struct desk *desk, enum ruling_verdict verdict, int64_t kept,
	int64_t other, const char *field)
{
	struct err err = ERR_INIT;

	assert_int_equal(try_ruling(desk, verdict, kept, other, &err),
		ERR_INVALID);
	assert_string_equal(err.field, field);
	err_clear(&err);
}

static void
one_goes_once_and_not_in_a_circle(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "甲"), b = add(desk, "乙"), c = add(desk, "丙");

	merge(desk, b, a);
	refused(desk, RULING_MERGED, c, a, "other");
	refused(desk, RULING_MERGED, a, b, "kept");
	refused(desk, RULING_MERGED, a, a, "other");
	refused(desk, RULING_DISTINCT, a, a, "other");
}

static void
refused_with(struct desk *desk, const char *field, const char *value)
{
	struct record record;
	struct err err = ERR_INIT;

	desk_new(&record, &ruling_type, "type", "member", "kept", "0000001-1",
		"other", "0000001-2", "verdict", "1", NULL);
	record_set(&record, field, value);
	assert_int_equal(desk_save(desk, &record, NULL, &err), ERR_INVALID);
	assert_string_equal(err.field, field);
	err_clear(&err);
	record_clear(&record);
}

static void
names_records_by_their_numbers(void **state)
{
	struct desk *desk = *state;
	int64_t id;

	refused_with(desk, "type", "meeting");
	refused_with(desk, "type", "党员");
	refused_with(desk, "kept", "海霞");
	refused_with(desk, "other", "0000001-i");
	refused_with(desk, "verdict", "3");
	/* neither of them need be here */
	id = desk_add(desk, &ruling_type, "type", "member", "kept",
		"0000001-1", "other", "0000001-2", "verdict", "1", NULL);
	desk_put(desk, &ruling_type, id, "reason", "档案", NULL);
}

static int
end(void **state)
{
	desk_check(*state);
	return desk_end(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(survivors_follow_in_a_chain),
		TEST(distinct_in_either_order),
		TEST(one_goes_once_and_not_in_a_circle),
		TEST(names_records_by_their_numbers),
	};

	return cmocka_run_group_tests_name("ruling", tests, NULL, NULL);
}
