#include "test.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "store/holder.h"

#define PATH "/tmp/ronghe-test-holder"

static int64_t
some_moment(const struct world *world)
{
	(void)world;
	return 1764000000;
}

static int
take_lock(void **state)
{
	char *path = xasprintf(PATH "-%d", (int)getpid());
	struct file_lock *lock;

	unlink(path);
	if (file_lock_open(path, NULL, &lock, NULL) != ERR_OK ||
		file_lock_take(lock, true, NULL) != ERR_OK)
		return -1;
	free(path);
	*state = lock;
	return 0;
}

static int
give_back(void **state)
{
	char *path = xasprintf(PATH "-%d", (int)getpid());

	file_lock_close(*state);
	unlink(path);
	free(path);
	return 0;
}

static void
assert_holder(const struct holder *holder, const char *operator_name,
	const char *account, const char *action, int64_t left)
{
	assert_string_equal(holder->operator_name, operator_name);
	assert_string_equal(holder->account, account);
	assert_string_equal(holder->action, action);
	assert_int_equal(holder->left, left);
}

static void
others_read_what_was_signed(void **state)
{
	char account[] = "wang", host[] = "pc1";
	const struct world world = {.now = some_moment, .account = account,
		.host = host};
	struct holder holder, read;
	char *name;

	holder_init(&holder, &world, "王芳", "import");
	holder.left = 8;
	holder_sign(&holder, *state);
	holder_read(&read, *state);
	assert_holder(&read, "王芳", "wang@pc1", "import", 8);
	assert_int_equal(read.since, 1764000000);
	name = holder_name(&read);
	assert_string_equal(name, "王芳 (wang@pc1)");
	free(name);
	holder_clear(&read);
	holder_clear(&holder);
	holder_init(&holder, &world, "", "");
	name = holder_name(&holder);
	assert_string_equal(name, "wang@pc1");
	free(name);
	holder_clear(&holder);
}

/* Nobody's word is taken for more than a word. */
static void
nothing_read_is_believed(void **state)
{
	static const struct {
		const char *line;
		const char *operator_name;
		const char *account;
		const char *action;
		int64_t left;
	} cases[] = {
		{"", "", "", "", HOLDER_LEFT_UNKNOWN},
		{"\t\t\t\t", "", "", "", HOLDER_LEFT_UNKNOWN},
		{"wang@pc1, 2025-11-24", "", "", "", HOLDER_LEFT_UNKNOWN},
		{"1\t8", "", "", "", 8},
		{"1\t8x\timport\ta\tb\tc", "a", "b", "import",
			HOLDER_LEFT_UNKNOWN},
		{"1\t-8\timport", "", "", "import", HOLDER_LEFT_UNKNOWN},
		{"1\t99999999999999999999\timport", "", "", "import",
			HOLDER_LEFT_UNKNOWN},
		{"1\t8\timport\t\033[2J\u202e王\tb\377", "\uFFFD[2J\uFFFD王",
			"b\uFFFD", "import", 8},
	};
	struct holder holder;

	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		file_lock_sign(*state, cases[i].line);
		holder_read(&holder, *state);
		assert_holder(&holder, cases[i].operator_name,
			cases[i].account, cases[i].action, cases[i].left);
		holder_clear(&holder);
	}
}

static void
long_names_are_cut(void **state)
{
	char line[5000] = "1\t8\timport\t";
	struct holder holder;

	memset(line + strlen(line), 'x', sizeof(line) - 1 - strlen(line));
	line[sizeof(line) - 1] = '\0';
	file_lock_sign(*state, line);
	holder_read(&holder, *state);
	assert_int_equal(strlen(holder.operator_name), 200);
	holder_clear(&holder);
}

int
main(void)
{
#define LOCKED(f) cmocka_unit_test_setup_teardown(f, take_lock, give_back)
	const struct CMUnitTest tests[] = {
		LOCKED(others_read_what_was_signed),
		LOCKED(nothing_read_is_believed),
		LOCKED(long_names_are_cut),
	};

	return cmocka_run_group_tests_name("holder", tests, NULL, NULL);
}
