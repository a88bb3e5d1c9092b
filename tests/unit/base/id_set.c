#include "test.h"

#include "base/id_set.h"

static void
holds_each_once_and_in_order(void **state)
{
	static const int64_t many[] = {7, -3, 7, 9000000000, 0, -3};
	struct id_set set = {0};

	(void)state;
	assert_false(id_set_has(&set, 7));
	id_set_put(&set, 5);
	id_set_put(&set, 7);
	id_set_put(&set, 7);
	id_set_put(&set, -1);
	assert_int_equal(set.n, 3);
	id_set_put_all(&set, many, N_ITEMS(many));
	assert_int_equal(set.n, 6);
	for (size_t i = 1; i < set.n; i++)
		assert_true(set.items[i - 1] < set.items[i]);
	assert_true(id_set_has(&set, 9000000000));
	assert_false(id_set_has(&set, 1));
	id_set_clear(&set);
	assert_int_equal(set.n, 0);
}

static void
drops_what_is_in_it(void **state)
{
	struct id_set set = {0};

	(void)state;
	id_set_drop(&set, 1);
	for (int64_t id = 0; id < 100; id++)
		id_set_put(&set, id * 37 % 100);
	id_set_drop(&set, 0);
	id_set_drop(&set, 99);
	id_set_drop(&set, 50);
	id_set_drop(&set, 50);
	assert_int_equal(set.n, 97);
	assert_false(id_set_has(&set, 0));
	assert_false(id_set_has(&set, 50));
	assert_true(id_set_has(&set, 51));
	assert_false(id_set_has(&set, 99));
	id_set_clear(&set);
}

static void
turns_over_what_is_in_both(void **state)
{
	static const int64_t before[] = {1, 2, 9}, others[] = {0, 2, 3};
	static const int64_t after[] = {0, 1, 3, 9};
	struct id_set set = {0}, shown = {0};

	(void)state;
	id_set_put_all(&set, before, N_ITEMS(before));
	id_set_put_all(&shown, others, N_ITEMS(others));
	id_set_turn_over(&set, &shown);
	assert_int_equal(set.n, N_ITEMS(after));
	assert_memory_equal(set.items, after, sizeof(after));
	id_set_clear(&set);
	id_set_turn_over(&set, &shown);
	assert_memory_equal(set.items, others, sizeof(others));
	id_set_clear(&set);
	id_set_clear(&shown);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_each_once_and_in_order),
		cmocka_unit_test(drops_what_is_in_it),
		cmocka_unit_test(turns_over_what_is_in_both),
	};

	return cmocka_run_group_tests_name("id_set", tests, NULL, NULL);
}
