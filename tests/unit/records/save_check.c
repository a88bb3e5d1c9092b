/* What the dictionary says of a record, without saving it. */
#include "desk.h"

#include "records/nouns.h"

#define IDNO "159902197904033708"

/* Checks and gives the field of the first note that blocks, "" where none
 * does; *n_warnings counts the others. */
static const char *
blocked(struct desk *desk, const struct record *record,
	const struct record *old, size_t *n_warnings)
{
	static char field[64];
	struct notes notes = VEC_INIT;
	struct err err = ERR_INIT;
	const struct note *note;

	bench_ok(record_check(desk->store, record, old, &notes, &err), &err);
	note = notes_blocking(&notes, 0);
	field[0] = '\0';
	if (note != NULL) {
		assert_true(strlen(note->text) > 10);
		strcpy(field, note->field);
	}
	if (n_warnings != NULL)
		*n_warnings = notes.n - (note != NULL);
	notes_clear(&notes);
	return field;
}

static const struct {
	const char *field, *value;
	const char *blocked;
} forms[] = {
	{"name", "单晓红", ""},
	{"name", "", "name"},
	{"name", "单 晓红 ", "name"},
	{"sex", "1", ""},
	{"sex", "男", "sex"},
	{"birth_on", "1979-04", ""},
	{"birth_on", "1979-4", "birth_on"},
	{"idno", "159902197904033709", "idno"},
	{"branch_id", "0000001-1", "branch_id"}, /* nothing there */
	{"state", "1", ""},
	{"state", "8", "state"},
};

static void
holds_values_to_their_forms(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < N_ITEMS(forms); i++) {
		struct record member;

		desk_new(&member, &member_type, "name", "单晓红", NULL);
		record_set(&member, forms[i].field, forms[i].value);
		if (strcmp(blocked(desk, &member, NULL, NULL),
			    forms[i].blocked) != 0)
			fail_msg("%s: %s", forms[i].field, forms[i].value);
		record_clear(&member);
	}
}

static void
keeps_unique_what_must_be(void **state)
{
	struct desk *desk = *state;
	int64_t id = desk_add(desk, &member_type, "name", "单晓红", "idno",
		IDNO, NULL);
	struct record member, old;
	size_t n_warnings;

	desk_new(&member, &member_type, "name", "王强", "idno", IDNO, NULL);
	assert_string_equal(blocked(desk, &member, NULL, NULL), "idno");
	desk_load(desk, &old, &member_type, id);
	assert_string_equal(blocked(desk, &old, &old, NULL), "");
	record_clear(&old);
	/* a removed one is offered back, once the other rules hold */
	desk_remove(desk, &member_type, id);
	assert_string_equal(blocked(desk, &member, NULL, &n_warnings), "");
	assert_int_equal(n_warnings, 1);
	record_clear(&member);
}

static void
refers_to_what_is_not_removed(void **state)
{
	struct desk *desk = *state;
	int64_t branch = desk_add(desk, &branch_type, "name", "机关党支部",
		NULL);
	struct record member, old;

	desk_new(&member, &member_type, "name", "单晓红", "branch_id",
		desk_id(branch).s, NULL);
	assert_string_equal(blocked(desk, &member, NULL, NULL), "");
	desk_remove(desk, &branch_type, branch);
	assert_string_equal(blocked(desk, &member, NULL, NULL), "branch_id");
	/* what stood there before is not looked at again */
	record_copy(&old, &member);
	record_set(&member, "sex", "2");
	assert_string_equal(blocked(desk, &member, &old, NULL), "");
	/* but for a record that comes back it is */
	old.deleted = true;
	assert_string_equal(blocked(desk, &member, &old, NULL), "branch_id");
	record_clear(&old);
	record_clear(&member);
}

/* Neither by itself nor by way of others. */
static void
is_never_above_itself(void **state)
{
	struct desk *desk = *state;
	int64_t top = desk_add(desk, &unit_type, "name", "旗", NULL);
	int64_t middle = desk_add(desk, &unit_type, "name", "苏木", "parent_id",
		desk_id(top).s, NULL);
	int64_t low = desk_add(desk, &unit_type, "name", "嘎查", "parent_id",
		desk_id(middle).s, NULL);
	struct record unit, old;

	desk_load(desk, &unit, &unit_type, top);
	record_copy(&old, &unit);
	record_set(&unit, "parent_id", desk_id(top).s);
	assert_string_equal(blocked(desk, &unit, &old, NULL), "parent_id");
	record_set(&unit, "parent_id", desk_id(low).s);
	assert_string_equal(blocked(desk, &unit, &old, NULL), "parent_id");
	record_clear(&unit);
	record_clear(&old);
	desk_load(desk, &unit, &unit_type, low);
	record_copy(&old, &unit);
	record_set(&unit, "parent_id", desk_id(top).s);
	assert_string_equal(blocked(desk, &unit, &old, NULL), "");
	record_clear(&unit);
	record_clear(&old);
	/* a new one has nothing below it yet */
	desk_new(&unit, &unit_type, "name", "新嘎查", "parent_id",
		desk_id(low).s, NULL);
	assert_string_equal(blocked(desk, &unit, NULL, NULL), "");
	record_clear(&unit);
}

static void
walks_by_steps(void **state)
{
	struct desk *desk = *state;
	struct record org, old;

	desk_new(&org, &union_org_type, "name", "联合党支部", "state", "1",
		NULL);
	assert_string_equal(blocked(desk, &org, NULL, NULL), "");
	record_copy(&old, &org);
	record_set(&org, "state", "2");
	assert_string_equal(blocked(desk, &org, &old, NULL), "founded_on");
	record_set(&org, "founded_on", "2024-05-01");
	assert_string_equal(blocked(desk, &org, &old, NULL), "");
	record_set(&org, "state", "3");
	assert_string_equal(blocked(desk, &org, &old, NULL), "state");
	record_set(&org, "state", "1");
	record_set(&org, "ended_on", "2024-04");
	assert_string_equal(blocked(desk, &org, &old, NULL), "ended_on");
	record_clear(&old);
	record_clear(&org);
}

/* The type's own rules come last, for a record that is sound otherwise. */
static void
asks_the_type_last(void **state)
{
	struct desk *desk = *state;
	struct record org;
	size_t n_warnings;

	desk_new(&org, &union_org_type, "name", "联合党支部", "state", "2",
		NULL);
	assert_string_equal(blocked(desk, &org, NULL, &n_warnings), "");
	assert_int_equal(n_warnings, 1); /* no committee */
	record_set(&org, "kind", "没有");
	assert_string_equal(blocked(desk, &org, NULL, &n_warnings), "kind");
	assert_int_equal(n_warnings, 0);
	record_clear(&org);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(holds_values_to_their_forms,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(keeps_unique_what_must_be,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(refers_to_what_is_not_removed,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(is_never_above_itself,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(walks_by_steps, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(asks_the_type_last, desk_begin,
			desk_end),
	};

	return cmocka_run_group_tests_name("save_check", tests, NULL, NULL);
}
