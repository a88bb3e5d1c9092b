#include "place.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>

#include "store/session_holders.h"

/* A process that holds the lock on path until a byte comes through *until. */
static pid_t
hold(const char *path, int *until)
{
	int here[2], there[2];
	char byte = 0;
	pid_t child;

	assert_int_equal(pipe(here), 0);
	assert_int_equal(pipe(there), 0);
	child = fork();
	if (child == 0) {
		int fd = open(path, O_RDONLY);

		close(there[1]);
		if (fd < 0 || flock(fd, LOCK_SH) < 0 ||
			write(here[1], &byte, 1) < 0)
			_exit(1);
		(void)!read(there[0], &byte, 1);
		_exit(0);
	}
	close(here[1]);
	close(there[0]);
	assert_int_equal(read(here[0], &byte, 1), 1);
	close(here[0]);
	*until = there[1];
	return child;
}

static void
names_the_others_alone(void **state)
{
	struct bench *bench = *state;
	char *path = place_file(bench, "office.db-session");
	char *other = place_file(bench, "other.db-session");
	int until[2], own;
	pid_t children[2];
	char *holders, *first, *second;

	place_write(path, "");
	place_write(other, "");
	own = open(path, O_RDONLY | O_CLOEXEC);
	assert_int_equal(flock(own, LOCK_SH), 0);
	holders = session_holders(path);
	assert_string_equal(holders, "");
	free(holders);
	children[0] = hold(path, &until[0]);
	children[1] = hold(other, &until[1]);
	first = xasprintf("(process %ld)", (long)children[0]);
	second = xasprintf("(process %ld)", (long)children[1]);
	holders = session_holders(path);
	assert_non_null(strstr(holders, first));
	assert_null(strstr(holders, second));
	assert_null(strstr(holders, ", "));
	free(holders);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(write(until[i], "", 1), 1);
		close(until[i]);
		assert_int_equal(waitpid(children[i], NULL, 0), children[i]);
	}
	holders = session_holders(path);
	assert_string_equal(holders, "");
	free(holders);
	close(own);
	free(first);
	free(second);
	free(other);
	free(path);
}

static void
names_nobody_of_no_file(void **state)
{
	struct bench *bench = *state;
	char *path = place_file(bench, "absent");
	char *holders = session_holders(path);

	assert_string_equal(holders, "");
	free(holders);
	free(path);
}

/* The folder of the database, without one. */
static int
begin(void **state)
{
	char *folder;
	enum err_code code;

	if (bench_begin(state) != 0)
		return -1;
	folder = place_file(*state, NULL);
	code = file_make_folder(folder, NULL);
	free(folder);
	return code == ERR_OK ? 0 : -1;
}

#define at_a_place(test) \
	cmocka_unit_test_setup_teardown(test, begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_place(names_the_others_alone),
		at_a_place(names_nobody_of_no_file),
	};

	return cmocka_run_group_tests_name("session_holders", tests, NULL,
		NULL);
}
