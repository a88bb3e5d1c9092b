#include "desk.h"

#include "base/id_set.h"
#include "records/nouns.h"
#include "records/union_tree.h"

static const char kinds[] = "UCDRO";

/* Each node on a line: its kind, name, unions under it. */
static void
expect(struct desk *desk, enum union_tree_order order, const char *expected)
{
	struct union_tree tree = {0};
	struct strbuf text = STRBUF_INIT;
	struct id_set keys = {0};

	assert_int_equal(union_tree_load(desk->store, order, &tree, NULL),
		ERR_OK);
	for (size_t i = 0; i < tree.n; i++) {
		const struct union_node *node = &tree.items[i];

		for (int j = 0; j < node->depth; j++)
			strbuf_add(&text, "  ");
		strbuf_addf(&text, "%c %s %zu/%zu\n", kinds[node->kind],
			node->name, node->n_unions, node->n_below);
		assert_false(id_set_has(&keys, node->key));
		id_set_put(&keys, node->key);
		assert_true(node->above < (long)i);
	}
	assert_string_equal(text.s, expected);
	id_set_clear(&keys);
	strbuf_clear(&text);
	union_tree_clear(&tree);
}

static int64_t
add_union(struct desk *desk, const char *name, int64_t parent,
	int64_t committee)
{
	return desk_add(desk, &union_org_type, "name", name, "parent_id",
		desk_id(parent).s, "committee_id", desk_id(committee).s, NULL);
}

static void
stands_under_committees_and_unions(void **state)
{
	struct desk *desk = *state;
	int64_t banner = desk_add(desk, &unit_type, "name", "旗委", NULL);
	int64_t town = desk_add(desk, &unit_type, "name", "敖伦苏木党委", NULL);
	int64_t upper = add_union(desk, "养殖联合党委", 0, banner);
	int64_t lower = add_union(desk, "项目支部", upper, town);

	add_union(desk, "营销支部", upper, banner);
	add_union(desk, "班组", lower, 0);
	add_union(desk, "社区联合支部", 0, town);
	add_union(desk, "散户联合体", 0, 0);
	expect(desk, UNION_TREE_COMMITTEES,
		"C 敖伦苏木党委 1/1\n"
		"  U 社区联合支部 0/0\n"
		"C 旗委 4/4\n"
		"  U 养殖联合党委 3/3\n"
		"    U 项目支部 1/1\n"
		"      U 班组 0/0\n"
		"    U 营销支部 0/0\n"
		"C  1/1\n"
		"  U 散户联合体 0/0\n");
}

/* What two offices' copies may hold once they are brought together. */
static void
loses_nobody(void **state)
{
	struct desk *desk = *state;
	int64_t town = desk_add(desk, &unit_type, "name", "苏木党委", NULL);
	int64_t a = add_union(desk, "甲", 0, town);
	int64_t b = add_union(desk, "乙", a, 0);
	int64_t c = add_union(desk, "丙", b, 0);
	struct record lost;

	add_union(desk, "丁", 0, town);
	desk_load(desk, &lost, &union_org_type, a);
	record_set(&lost, "parent_id", desk_id(c).s);
	desk_force(desk, &lost);
	record_clear(&lost);
	expect(desk, UNION_TREE_COMMITTEES,
		"C 苏木党委 1/1\n"
		"  U 丁 0/0\n"
		"O  3/3\n"
		"  U 乙 2/2\n"
		"    U 丙 1/1\n"
		"      U 甲 0/0\n");
}

static void
groups_by_district_and_route(void **state)
{
	static const struct {
		const char *name, *district, *route;
	} rows[] = {
		{"甲", "西片区", ""}, {"乙", "东片区", "河岸线"},
		{"丙", "", "河岸线"}, {"丁", "", ""},
		{"戊", "东片区", ""}, {"己", "东片区", "草原线"},
		{"庚", "东片区", "河岸线"},
	};
	struct desk *desk = *state;

	expect(desk, UNION_TREE_DISTRICTS, "");
	expect(desk, UNION_TREE_COMMITTEES, "");
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		desk_add(desk, &union_org_type, "name", rows[i].name,
			"district", rows[i].district, "route", rows[i].route,
			NULL);
	expect(desk, UNION_TREE_DISTRICTS,
		"D 东片区 4/6\n"
		"  R 草原线 1/1\n"
		"    U 己 0/0\n"
		"  R 河岸线 2/2\n"
		"    U 庚 0/0\n"
		"    U 乙 0/0\n"
		"  U 戊 0/0\n"
		"D 西片区 1/1\n"
		"  U 甲 0/0\n"
		"D  2/3\n"
		"  R 河岸线 1/1\n"
		"    U 丙 0/0\n"
		"  U 丁 0/0\n");
}

static void
counts_what_hangs_on_a_union(void **state)
{
	struct desk *desk = *state;
	int64_t unit = desk_add(desk, &unit_type, "name", "水利站", NULL);
	int64_t org = add_union(desk, "甲", 0, unit);
	int64_t member = desk_add(desk, &member_type, "name", "单晓红", NULL);
	struct union_counts counts;

	desk_add(desk, &union_unit_type, "union_org_id", desk_id(org).s,
		"unit_id", desk_id(unit).s, NULL);
	desk_add(desk, &membership_type, "union_org_id", desk_id(org).s,
		"member_id", desk_id(member).s, NULL);
	desk_add(desk, &leader_type, "union_org_id", desk_id(org).s,
		"member_id", desk_id(member).s, "until_on", "2024-01-01", NULL);
	assert_int_equal(union_count(desk->store, org, &counts, NULL), ERR_OK);
	assert_int_equal(counts.units, 1);
	assert_int_equal(counts.members, 1);
	assert_int_equal(counts.leaders, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(stands_under_committees_and_unions),
		TEST(loses_nobody),
		TEST(groups_by_district_and_route),
		TEST(counts_what_hangs_on_a_union),
	};

	return cmocka_run_group_tests_name("union_tree", tests, NULL, NULL);
}
