/* A member in a union: once at a time, and how many there are. */
#include "desk.h"

#include "base/xalloc.h"
#include "records/nouns.h"

enum { FULL = 50 };

static int64_t
add_member(struct desk *desk, const char *name)
{
	return desk_add(desk, &member_type, "name", name, NULL);
}

static int64_t
join(struct desk *desk, int64_t member, int64_t org, const char *left_on)
{
	return desk_add(desk, &membership_type, "member_id",
		desk_id(member).s, "union_org_id", desk_id(org).s, "left_on",
		left_on, NULL);
}

/* What the type's own check says, of a new membership or of an old one that
 * changes. */
static void
has_note(struct desk *desk, const struct record *membership,
	const struct record *old, const char *field, bool blocks)
{
	struct check_context context = {.store = desk->store,
		.today = DESK_TODAY, .old = old};
	struct notes notes = VEC_INIT;

	membership_type.check(membership, &context, &notes);
	assert_int_equal(notes.n, field != NULL);
	if (field != NULL) {
		assert_string_equal(notes.items[0].field, field);
		assert_int_equal(notes.items[0].blocks, blocks);
	}
	notes_clear(&notes);
}

static void
is_in_a_union_once_at_a_time(void **state)
{
	struct desk *desk = *state;
	int64_t org = desk_add(desk, &union_org_type, "name", "联合党支部",
		NULL);
	int64_t other = desk_add(desk, &union_org_type, "name", "产业党委",
		NULL);
	int64_t member = add_member(desk, "单晓红");
	int64_t ended = join(desk, member, org, "2024-06-30");
	int64_t current = join(desk, member, org, "");
	struct record membership, old;

	desk_new(&membership, &membership_type, "member_id",
		desk_id(member).s, "union_org_id", desk_id(org).s, NULL);
	has_note(desk, &membership, NULL, "member_id", true);
	record_set(&membership, "left_on", "2025-01-01");
	has_note(desk, &membership, NULL, NULL, false);
	record_set(&membership, "left_on", "");
	record_set(&membership, "union_org_id", desk_id(other).s);
	has_note(desk, &membership, NULL, NULL, false);
	record_clear(&membership);

	/* the current one may change; the ended one may not go on beside it */
	desk_load(desk, &old, &membership_type, current);
	has_note(desk, &old, &old, NULL, false);
	record_clear(&old);
	desk_load(desk, &old, &membership_type, ended);
	record_copy(&membership, &old);
	record_set(&membership, "left_on", "");
	has_note(desk, &membership, &old, "member_id", true);
	record_clear(&membership);
	record_clear(&old);
}

static void
warns_from_the_fifty_first_on(void **state)
{
	struct desk *desk = *state;
	int64_t org = desk_add(desk, &union_org_type, "name", "联合党支部",
		NULL);
	struct record membership;

	for (int i = 0; i < FULL - 1; i++) {
		char *name = xasprintf("党员%d", i);

		join(desk, add_member(desk, name), org, "");
		free(name);
	}
	join(desk, add_member(desk, "退出的"), org, "2024-06-30");
	desk_new(&membership, &membership_type, "member_id",
		desk_id(add_member(desk, "第五十")).s, "union_org_id",
		desk_id(org).s, NULL);
	has_note(desk, &membership, NULL, NULL, false);
	join(desk, record_ref(&membership, "member_id"), org, "");
	record_set(&membership, "member_id",
		desk_id(add_member(desk, "第五十一")).s);
	has_note(desk, &membership, NULL, "union_org_id", false);
	record_clear(&membership);
}

static void
says_why_only_of_who_left(void **state)
{
	const struct field_type *why = record_field(&membership_type,
		"left_why");
	struct record membership;

	(void)state;
	desk_new(&membership, &membership_type, NULL);
	assert_string_equal(record_get(&membership, "post"), "5");
	assert_false(record_field_applies(&membership, why));
	record_set(&membership, "left_on", "2025-01");
	assert_true(record_field_applies(&membership, why));
	record_clear(&membership);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(is_in_a_union_once_at_a_time,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(warns_from_the_fifty_first_on,
			desk_begin, desk_end),
		cmocka_unit_test(says_why_only_of_who_left),
	};

	return cmocka_run_group_tests_name("membership", tests, NULL, NULL);
}
