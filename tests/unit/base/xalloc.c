#include "test.h"

#include "base/xalloc.h"

static jmp_buf out_of_memory;

static void
jump(void)
{
	longjmp(out_of_memory, 1);
}

static void
gives_memory(void **state)
{
	char *s;
	int *numbers;

	(void)state;
	free(xmalloc(0));
	numbers = xcalloc(3, sizeof(*numbers));
	assert_int_equal(numbers[0] + numbers[1] + numbers[2], 0);
	numbers = xreallocarray(numbers, 5, sizeof(*numbers));
	numbers[4] = 4;
	free(numbers);
	s = xstrndup("融合党建", strlen("融合"));
	assert_string_equal(s, "融合");
	free(s);
	s = xstrdup("");
	assert_string_equal(s, "");
	free(s);
	s = xasprintf("%s %d", "第", 17);
	assert_string_equal(s, "第 17");
	free(s);
}

static void
says_last_words(void **state)
{
	volatile size_t many = SIZE_MAX / 2;

	(void)state;
	xalloc_set_last_words(jump);
	if (setjmp(out_of_memory) == 0) {
		xreallocarray(NULL, many, 3);
		fail_msg("a product past the address space was given");
	}
	if (setjmp(out_of_memory) == 0) {
		xcalloc(many, 3);
		fail_msg("a product past the address space was given");
	}
	xalloc_set_last_words(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_memory),
		cmocka_unit_test(says_last_words),
	};

	return cmocka_run_group_tests_name("xalloc", tests, NULL, NULL);
}
