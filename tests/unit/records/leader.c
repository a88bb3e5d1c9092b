#include "desk.h"

#include "records/nouns.h"

/* Who heads a union, on which ground, and whether that wants a reason. */
static const struct {
	const char *unit_kind; /* NULL: no unit named */
	const char *post, *ground, *reason;
	bool below; /* the union stands below another */
	const char *sentence; /* in the warning, or NULL */
} rows[] = {
	{"11", "1", "2", "", false, NULL},
	{"11", "1", "1", "", false, NULL},
	{NULL, "1", "1", "", false, NULL},
	{"11", "1", "9", "", false, "first hand"},
	{"11", "1", "", "", false, "first hand"},
	{"22", "1", "2", "", false, "enterprise"},
	{"21", "1", "1", "", false, "enterprise"},
	{"23", "1", "", "", false, "enterprise"},
	{"24", "1", "2", "", false, NULL},
	{"22", "1", "2", "项目在企业", false, NULL},
	{"11", "1", "9", "县委同意", false, NULL},
	{"22", "2", "", "", false, NULL},
	{"22", "1", "", "", true, NULL},
};

static void
check_row(struct desk *desk, size_t i)
{
	struct check_context context = {
		.store = desk->store, .today = DESK_TODAY};
	int64_t upper = desk_add(desk, &union_org_type, "name", "上级", NULL);
	int64_t org = desk_add(desk, &union_org_type, "name", "景区联合党委",
		"parent_id", desk_id(rows[i].below ? upper : 0).s, NULL);
	int64_t unit = rows[i].unit_kind == NULL ? 0 :
		desk_add(desk, &unit_type, "name", "甲", "kind",
			rows[i].unit_kind, NULL);
	struct notes notes = VEC_INIT;
	struct record leader;

	desk_new(&leader, &leader_type, "union_org_id", desk_id(org).s,
		"unit_id", desk_id(unit).s, "post", rows[i].post, "ground",
		rows[i].ground, "reason", rows[i].reason, NULL);
	leader_type.check(&leader, &context, &notes);
	if (notes.n != (rows[i].sentence != NULL))
		fail_msg("row %zu: %zu notes", i, notes.n);
	if (notes.n > 0) {
		assert_false(notes.items[0].blocks);
		assert_string_equal(notes.items[0].field, "reason");
		assert_non_null(strstr(notes.items[0].text, rows[i].sentence));
	}
	notes_clear(&notes);
	record_clear(&leader);
	desk_remove(desk, &union_org_type, org);
	desk_remove(desk, &union_org_type, upper);
	if (unit != 0)
		desk_remove(desk, &unit_type, unit);
}

static void
warns_of_unusual_heads(void **state)
{
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		check_row(*state, i);
}

/* A union that cannot be read is another rule's concern. */
static void
bears_a_missing_union(void **state)
{
	struct desk *desk = *state;
	struct check_context context = {
		.store = desk->store, .today = DESK_TODAY};
	struct notes notes = VEC_INIT;
	struct record leader;

	desk_new(&leader, &leader_type, "post", "1", NULL);
	leader_type.check(&leader, &context, &notes);
	assert_int_equal(notes.n, 0);
	record_clear(&leader);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(warns_of_unusual_heads,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(bears_a_missing_union,
			desk_begin, desk_end),
	};

	return cmocka_run_group_tests_name("leader", tests, NULL, NULL);
}
