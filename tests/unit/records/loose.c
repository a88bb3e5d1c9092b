/*
 * What two copies leave behind that were brought together: written past the
 * rules of the dictionary, straight through the gate.
 */
#include "desk.h"

#include "records/find.h"
#include "records/loose.h"

static void
note(void *data, const char *sentence)
{
	struct strbuf *all = data;

	strbuf_addf(all, "%s\n", sentence);
}

static uint64_t
list(struct desk *desk, struct strbuf *all)
{
	struct err err = ERR_INIT;
	uint64_t n;

	strbuf_reset(all);
	bench_ok(loose_list(desk->store, NULL, note, all, &n, &err), &err);
	return n;
}

static const struct record_type *
type(const char *name)
{
	return record_type_find(name);
}

static void
holds(const struct strbuf *all, const char *text)
{
	if (strstr(all->s, text) == NULL)
		fail_msg("no “%s” in: %s", text, all->s);
}

#define NUMBER "159902197904033708"

static void
doubles_are_named(void **state)
{
	struct desk *desk = *state;
	struct strbuf all = STRBUF_INIT;
	struct record twin;
	int64_t first = desk_add(desk, type("member"), "name", "单晓红",
		"idno", NUMBER, NULL);

	desk_add(desk, type("member"), "name", "李四", NULL);
	desk_add(desk, type("member"), "name", "王五", NULL);
	assert_int_equal(list(desk, &all), 0);
	desk_new(&twin, type("member"), "name", "单小红", "idno", NUMBER,
		NULL);
	desk_force(desk, &twin);
	assert_int_equal(list(desk, &all), 1);
	holds(&all, "单晓红");
	holds(&all, desk_id(first).s);
	holds(&all, "单小红");
	holds(&all, desk_id(twin.id).s);
	assert_null(strstr(all.s, NUMBER));
	/* the removed one of two is no double */
	desk_remove(desk, type("member"), first);
	assert_int_equal(list(desk, &all), 0);
	record_clear(&twin);
	strbuf_clear(&all);
}

static void
references_to_what_is_removed_are_named(void **state)
{
	struct desk *desk = *state;
	struct strbuf all = STRBUF_INIT;
	struct record branch;
	int64_t id = desk_add(desk, type("branch"), "name", "一支部", NULL);
	int64_t member = desk_add(desk, type("member"), "name", "单晓红",
		"branch_id", desk_id(id).s, NULL);

	assert_int_equal(list(desk, &all), 0);
	desk_load(desk, &branch, type("branch"), id);
	branch.deleted = true;
	desk_force(desk, &branch);
	assert_int_equal(list(desk, &all), 1);
	holds(&all, desk_id(member).s);
	holds(&all, "一支部");
	desk_remove(desk, type("member"), member);
	assert_int_equal(list(desk, &all), 0);
	record_clear(&branch);
	strbuf_clear(&all);
}

/* Past the rules, "" puts it on top. */
static void
put_under(struct desk *desk, int64_t id, const char *parent)
{
	struct record record;

	desk_load(desk, &record, type("union_org"), id);
	record_set(&record, "parent_id", parent);
	desk_force(desk, &record);
	record_clear(&record);
}

/* One copy put a union under what the other put under it. */
static void
circles_are_named_once(void **state)
{
	struct desk *desk = *state;
	struct strbuf all = STRBUF_INIT;
	int64_t one = desk_add(desk, type("union_org"), "name", "一", NULL);
	int64_t two = desk_add(desk, type("union_org"), "name", "二",
		"parent_id", desk_id(one).s, NULL);
	int64_t three = desk_add(desk, type("union_org"), "name", "三",
		"parent_id", desk_id(two).s, NULL);

	desk_add(desk, type("union_org"), "name", "外", "parent_id",
		desk_id(three).s, NULL);
	assert_int_equal(list(desk, &all), 0);
	put_under(desk, one, desk_id(three).s);
	assert_int_equal(list(desk, &all), 1);
	holds(&all, desk_id(one).s);
	put_under(desk, one, desk_id(one).s);
	assert_int_equal(list(desk, &all), 1);
	holds(&all, desk_id(one).s);
	put_under(desk, one, "");
	assert_int_equal(list(desk, &all), 0);
	strbuf_clear(&all);
}

static enum err_code
count_ids(void *data, const struct find_ids *ids, struct err *err)
{
	(void)err;
	*(size_t *)data += ids->n;
	return ERR_OK;
}

static void
of_many_doubles_the_first_are_named(void **state)
{
	struct desk *desk = *state;
	const struct record_type *member = type("member");
	struct err err = ERR_INIT;
	size_t n = 0;

	for (int i = 0; i < FIND_SHARING + 2; i++) {
		struct record record;

		desk_new(&record, member, "name", "单晓红", "idno", NUMBER,
			NULL);
		desk_force(desk, &record);
		record_clear(&record);
	}
	bench_ok(find_doubles(desk->store, member,
			 record_field(member, "idno"), count_ids, &n, &err),
		&err);
	assert_int_equal(n, FIND_SHARING);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(doubles_are_named),
		TEST(references_to_what_is_removed_are_named),
		TEST(circles_are_named_once),
		TEST(of_many_doubles_the_first_are_named),
	};

	return cmocka_run_group_tests_name("loose", tests, NULL, NULL);
}
