#include "test.h"

#include "base/vec.h"

static void
grows_by_value(void **state)
{
	VEC(int) squares = VEC_INIT;

	(void)state;
	for (int i = 0; i < 1000; i++)
		vec_push(&squares, i * i);
	assert_int_equal(squares.n, 1000);
	assert_true(squares.size >= squares.n);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(squares.items[i], i * i);
	vec_clear(&squares);
	assert_null(squares.items);
	assert_int_equal(squares.n, 0);
	assert_int_equal(squares.size, 0);
	vec_push(&squares, 7);
	assert_int_equal(squares.items[0], 7);
	vec_clear(&squares);
}

static void
makes_room_at_once(void **state)
{
	size_t size = 0;
	char *items = vec_room(NULL, &size, 1000, 1);

	(void)state;
	assert_true(size >= 1000);
	items[999] = 'x';
	assert_ptr_equal(vec_room(items, &size, 1000, 1), items);
	free(items);
}

static void
owns_its_strings(void **state)
{
	struct strvec names = VEC_INIT;
	char name[] = "张三";

	(void)state;
	strvec_add(&names, name);
	memcpy(name, "李四", sizeof(name));
	strvec_add(&names, name);
	assert_int_equal(names.n, 2);
	assert_string_equal(names.items[0], "张三");
	assert_string_equal(names.items[1], "李四");
	strvec_clear(&names);
	assert_int_equal(names.n, 0);
	assert_null(names.items);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grows_by_value),
		cmocka_unit_test(makes_room_at_once),
		cmocka_unit_test(owns_its_strings),
	};

	return cmocka_run_group_tests_name("vec", tests, NULL, NULL);
}
