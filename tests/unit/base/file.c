#include "test.h"

#include <fcntl.h>
#include <ftw.h>
#include <sched.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"

#define LARGE (1u << 20)

/* Each test works in a folder of its own, *state. */
static int
make_own_folder(void **state)
{
	char name[] = "/tmp/ronghe-test-XXXXXX";

	if (mkdtemp(name) == NULL)
		return -1;
	*state = xstrdup(name);
	return 0;
}

static int
remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

static int
remove_own_folder(void **state)
{
	int answer = nftw(*state, remove_one, 8, FTW_DEPTH | FTW_PHYS);

	free(*state);
	return answer;
}

static void
save(const char *path, const char *text)
{
	struct file_out *out;

	assert_int_equal(file_out_open(path, true, &out, NULL), ERR_OK);
	assert_int_equal(
		file_out_write(out, text, strlen(text), NULL), ERR_OK);
	assert_int_equal(file_out_commit(out, NULL), ERR_OK);
}

static void
assert_holds(const char *path, const char *text)
{
	struct strbuf buf = STRBUF_INIT;

	assert_int_equal(file_read(path, LARGE, &buf, NULL), ERR_OK);
	assert_string_equal(buf.s, text);
	strbuf_clear(&buf);
}

static int
count_entries(const char *folder)
{
	char *command = xasprintf("ls -A '%s' | wc -l", folder);
	FILE *pipe = popen(command, "r");
	int n = -1;

	assert_non_null(pipe);
	assert_int_equal(fscanf(pipe, "%d", &n), 1);
	pclose(pipe);
	free(command);
	return n;
}

static void
appears_whole(void **state)
{
	char *path = file_join(*state, "名册.csv");
	struct file_out *out;
	struct stat st;

	assert_int_equal(file_out_open(path, false, &out, NULL), ERR_OK);
	assert_int_equal(file_out_write(out, "姓名\r\n", 8, NULL), ERR_OK);
	assert_false(file_exists(path));
	assert_int_equal(file_out_commit(out, NULL), ERR_OK);
	assert_holds(path, "姓名\r\n");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(count_entries(*state), 1);
	free(path);
}

static void
abandons_without_trace(void **state)
{
	char *path = file_join(*state, "a");
	struct file_out *out;

	save(path, "old");
	assert_int_equal(file_out_open(path, true, &out, NULL), ERR_OK);
	assert_int_equal(file_out_write(out, "new", 3, NULL), ERR_OK);
	file_out_abandon(out);
	file_out_abandon(NULL);
	assert_holds(path, "old");
	assert_int_equal(count_entries(*state), 1);
	free(path);
}

static void
replaces_only_when_told(void **state)
{
	char *path = file_join(*state, "a"), *later = file_join(*state, "b");
	struct err err = ERR_INIT;
	struct file_out *out;

	save(path, "old");
	assert_int_equal(file_out_open(path, false, &out, &err), ERR_FILE);
	assert_null(out);
	assert_non_null(strstr(err.text, "exists already"));
	err_clear(&err);
	save(path, "new");
	assert_holds(path, "new");

	/* Somebody else is quicker. */
	assert_int_equal(file_out_open(later, false, &out, NULL), ERR_OK);
	save(later, "theirs");
	assert_int_equal(file_out_commit(out, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "exists already"));
	assert_holds(later, "theirs");
	assert_int_equal(count_entries(*state), 2);
	err_clear(&err);
	free(path);
	free(later);
}

static void
follows_links_to_files(void **state)
{
	char *path = file_join(*state, "a"), *link = file_join(*state, "b");
	struct stat st;

	save(path, "old");
	assert_int_equal(symlink("a", link), 0);
	save(link, "new");
	assert_holds(path, "new");
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	free(path);
	free(link);
}

static void
refuses_bad_places(void **state)
{
	static const struct {
		const char *name, *says;
	} rows[] = {
		{"", "is a folder"},
		{"none/a", "does not exist"},
		{"pipe", "is not a plain file"},
		{"loose", "is not a plain file"},
		{"plain/a", "is not in a folder"},
	};
	char *pipe = file_join(*state, "pipe");
	char *loose = file_join(*state, "loose");
	char *plain = file_join(*state, "plain");
	struct err err = ERR_INIT;
	struct file_out *out;

	assert_int_equal(mkfifo(pipe, 0600), 0);
	assert_int_equal(symlink("nowhere", loose), 0);
	save(plain, "");
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		char *path = file_join(*state, rows[i].name);

		assert_int_equal(
			file_out_open(path, true, &out, &err), ERR_FILE);
		if (strstr(err.text, rows[i].says) == NULL)
			fail_msg("%s", err.text);
		free(path);
	}
	err_clear(&err);
	free(pipe);
	free(loose);
	free(plain);
}

static void
writes_to_standard_output(void **state)
{
	char *path = file_join(*state, "out");
	int saved = dup(STDOUT_FILENO);
	int fd = open(path, O_CREAT | O_WRONLY, 0600);
	struct file_out *out;
	enum err_code code;

	fflush(stdout);
	dup2(fd, STDOUT_FILENO);
	code = file_out_open("-", false, &out, NULL);
	if (code == ERR_OK)
		code = file_out_write(out, "text", 4, NULL);
	if (code == ERR_OK)
		code = file_out_commit(out, NULL);
	dup2(saved, STDOUT_FILENO);
	close(saved);
	close(fd);
	assert_int_equal(code, ERR_OK);
	assert_holds(path, "text");
	free(path);
}

static void
says_that_the_disk_is_full(void **state)
{
	struct err err = ERR_INIT;
	struct file_out *out;
	int saved = dup(STDOUT_FILENO);
	int fd = open("/dev/full", O_WRONLY);
	enum err_code code;

	(void)state;
	fflush(stdout);
	dup2(fd, STDOUT_FILENO);
	file_out_open("-", false, &out, NULL);
	code = file_out_write(out, "text", 4, &err);
	file_out_abandon(out);
	dup2(saved, STDOUT_FILENO);
	close(saved);
	close(fd);
	assert_int_equal(code, ERR_FILE);
	assert_non_null(strstr(err.text, "the disk is full"));
	err_clear(&err);
}

static void
makes_folders(void **state)
{
	char *path = file_join(*state, "一/二/三");
	char *plain = file_join(*state, "plain");
	char *below = file_join(plain, "a");
	struct err err = ERR_INIT;
	struct stat st;

	assert_int_equal(file_make_folder(path, NULL), ERR_OK);
	assert_int_equal(file_make_folder(path, NULL), ERR_OK);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_int_equal(file_sync_folder(path, NULL), ERR_OK);
	save(plain, "");
	assert_int_equal(file_make_folder(below, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "is a file and not a folder"));
	assert_int_equal(file_sync_folder(plain, &err), ERR_FILE);
	err_clear(&err);
	free(path);
	free(plain);
	free(below);
}

static void
reads_up_to_a_limit(void **state)
{
	char *path = file_join(*state, "a");
	struct strbuf buf = STRBUF_INIT;
	struct err err = ERR_INIT;
	char *large = xcalloc(1, 200001);

	save(path, "12345");
	strbuf_add(&buf, "0");
	assert_int_equal(file_read(path, 5, &buf, &err), ERR_OK);
	assert_string_equal(buf.s, "012345");
	assert_int_equal(file_read(path, 4, &buf, &err), ERR_FILE);
	assert_string_equal(buf.s, "012345");
	assert_non_null(strstr(err.text, "larger than the 4 bytes"));
	assert_int_equal(file_read(*state, 4, &buf, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "is a folder"));
	memset(large, 'x', 200000);
	save(path, large);
	strbuf_reset(&buf);
	assert_int_equal(file_read(path, 200000, &buf, &err), ERR_OK);
	assert_string_equal(buf.s, large);
	assert_int_equal(file_read(path, 199999, &buf, &err), ERR_FILE);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(file_read(path, 4, &buf, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "does not exist"));
	strbuf_clear(&buf);
	err_clear(&err);
	free(large);
	free(path);
}

static void
takes_paths_apart(void **state)
{
	static const struct {
		const char *path, *folder, *name;
	} rows[] = {
		{"/a/b", "/a", "b"}, {"/a", "/", "a"}, {"a", ".", "a"},
		{"a/b", "a", "b"}, {"/", "/", ""}, {"/a//b", "/a", "b"},
		{"./a", ".", "a"}, {"/桌面/名册.csv", "/桌面", "名册.csv"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		char *folder = file_folder(rows[i].path);

		assert_string_equal(folder, rows[i].folder);
		assert_string_equal(file_name(rows[i].path), rows[i].name);
		free(folder);
	}
}

static void
joins_with_one_slash(void **state)
{
	static const struct {
		const char *folder, *name, *path;
	} rows[] = {
		{"/a", "b", "/a/b"}, {"/a/", "b", "/a/b"}, {"/", "b", "/b"},
		{".", "b", "./b"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		char *path = file_join(rows[i].folder, rows[i].name);

		assert_string_equal(path, rows[i].path);
		free(path);
	}
}

static void
looks_at_what_will_hold_a_file(void **state)
{
	char *path = file_join(*state, "not/yet/there");
	char *there = file_nearest(path);

	assert_string_equal(there, *state);
	assert_true(file_free_bytes(path) > 0);
	assert_int_equal(file_medium_of(path), file_medium_of(*state));
	assert_int_equal(file_medium_of("/proc/self/stat"), FILE_LOCAL);
	free(there);
	there = file_nearest("nothing of this name");
	assert_string_equal(there, ".");
	free(there);
	free(path);
}

static struct file_lock *
open_lock(const char *path)
{
	struct file_lock *lock;

	assert_int_equal(file_lock_open(path, NULL, &lock, NULL), ERR_OK);
	return lock;
}

static void
locks_out_others(void **state)
{
	char *path = file_join(*state, "lock");
	struct file_lock *a = open_lock(path), *b = open_lock(path);

	assert_int_equal(file_lock_take(a, false, NULL), ERR_OK);
	assert_int_equal(file_lock_take(b, false, NULL), ERR_OK);
	assert_int_equal(file_lock_take(b, true, NULL), ERR_BUSY);
	file_lock_release(a);
	assert_int_equal(file_lock_take(b, true, NULL), ERR_OK);
	assert_int_equal(file_lock_take(a, false, NULL), ERR_BUSY);
	file_lock_close(b);
	assert_int_equal(file_lock_take(a, true, NULL), ERR_OK);
	file_lock_close(a);
	file_lock_close(NULL);
	free(path);
}

static void
names_the_holder(void **state)
{
	char *path = file_join(*state, "lock"), *sign;
	struct file_lock *a = open_lock(path), *b = open_lock(path);
	struct err err = ERR_INIT;

	assert_int_equal(file_lock_take(a, true, NULL), ERR_OK);
	assert_int_equal(file_lock_take(b, true, &err), ERR_BUSY);
	assert_non_null(strstr(err.text, path));
	file_lock_sign(a, "a rather long line that a short one replaces");
	file_lock_sign(a, "张三 9:05\nmore");
	sign = file_lock_read_sign(b);
	assert_string_equal(sign, "张三 9:05");
	free(sign);
	assert_int_equal(file_lock_take(b, true, &err), ERR_BUSY);
	assert_string_equal(err.text,
		"The file is in use by 张三 9:05; try again in a moment.");
	file_lock_release(a);
	sign = file_lock_read_sign(b);
	assert_string_equal(sign, "");
	free(sign);
	err_clear(&err);
	file_lock_close(a);
	file_lock_close(b);
	free(path);
}

static void
forgets_a_dead_holder(void **state)
{
	char *path = file_join(*state, "lock"), *sign;
	struct file_lock *lock;

	save(path, "李四\n");
	lock = open_lock(path);
	assert_int_equal(file_lock_take(lock, true, NULL), ERR_OK);
	sign = file_lock_read_sign(lock);
	assert_string_equal(sign, "");
	free(sign);
	file_lock_close(lock);
	free(path);
}

/* Goes on waiting until it has been asked so often. */
static bool
ask_down(void *data)
{
	return --*(int *)data > 0;
}

static void
gives_up_after_a_while(void **state)
{
	char *path = file_join(*state, "lock");
	struct file_lock *a = open_lock(path), *b = open_lock(path);
	int n_asked = 2;

	assert_int_equal(file_lock_take(a, true, NULL), ERR_OK);
	assert_int_equal(file_lock_wait(b, ask_down, &n_asked, NULL), ERR_BUSY);
	assert_int_equal(n_asked, 0);
	assert_int_equal(file_lock_take(b, true, NULL), ERR_BUSY);
	file_lock_release(a);
	/* who has given up stands in nobody's way */
	assert_int_equal(file_lock_wait(a, ask_down, &n_asked, NULL), ERR_OK);
	file_lock_close(a);
	assert_int_equal(file_lock_wait(b, ask_down, &n_asked, NULL), ERR_OK);
	assert_int_equal(n_asked, 0);
	file_lock_close(b);
	free(path);
}

/* True as soon as the process sleeps in front of a lock. */
static bool
awaits_lock(pid_t pid)
{
	struct strbuf locks = STRBUF_INIT;
	char number[32], *line, *rest;
	bool waits = false;

	snprintf(number, sizeof(number), " %d ", (int)pid);
	assert_int_equal(file_read("/proc/locks", LARGE, &locks, NULL), ERR_OK);
	rest = locks.s;
	while ((line = strsep(&rest, "\n")) != NULL)
		waits |= strstr(line, "-> FLOCK") != NULL &&
			strstr(line, number) != NULL;
	strbuf_clear(&locks);
	return waits;
}

static bool
always(void *data)
{
	(void)data;
	return true;
}

/* Waits for the lock, says so and gives it back. */
static void
take_and_tell(const char *path, int told)
{
	struct file_lock *lock = open_lock(path);

	if (file_lock_wait(lock, always, NULL, NULL) != ERR_OK ||
		write(told, "x", 1) != 1)
		_exit(1);
	file_lock_close(lock);
	_exit(0);
}

/* Who gives the lock back and wants it again at once comes after the one that
 * waits already. */
static void
serves_in_the_order_of_asking(void **state)
{
	char *path = file_join(*state, "lock"), byte;
	struct file_lock *lock = open_lock(path);
	int told[2], status;
	pid_t child;

	for (int i = 0; i < 20; i++) {
		assert_int_equal(pipe2(told, O_NONBLOCK), 0);
		assert_int_equal(file_lock_take(lock, true, NULL), ERR_OK);
		child = fork();
		assert_true(child >= 0);
		if (child == 0)
			take_and_tell(path, told[1]);
		while (!awaits_lock(child))
			sched_yield();
		file_lock_release(lock);
		assert_int_equal(file_lock_wait(lock, always, NULL, NULL),
			ERR_OK);
		assert_int_equal(read(told[0], &byte, 1), 1);
		file_lock_release(lock);
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_int_equal(status, 0);
		close(told[0]);
		close(told[1]);
	}
	file_lock_close(lock);
	free(path);
}

/* Holds the lock until its parent waits for it, or it has looked often
 * enough. */
static void
hold_until_awaited(const char *path, int ready)
{
	struct file_lock *lock = open_lock(path);

	if (file_lock_take(lock, true, NULL) != ERR_OK ||
		write(ready, "r", 1) != 1)
		_exit(1);
	for (int i = 0; i < 100000 && !awaits_lock(getppid()); i++)
		;
	_exit(0); /* which releases the lock */
}

static void
waits_until_the_holder_goes(void **state)
{
	char *path = file_join(*state, "lock");
	struct file_lock *lock = open_lock(path);
	int ready[2], status;
	char byte;
	pid_t child;

	assert_int_equal(pipe(ready), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
		hold_until_awaited(path, ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_int_equal(file_lock_wait(lock, always, NULL, NULL), ERR_OK);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	close(ready[0]);
	close(ready[1]);
	file_lock_close(lock);
	free(path);
}

static void
lock_file_is_like_another(void **state)
{
	char *like = file_join(*state, "db"), *path = file_join(*state, "lock");
	struct file_lock *lock;
	struct stat st;

	save(like, "");
	assert_int_equal(chmod(like, 0664), 0);
	assert_int_equal(file_lock_open(path, like, &lock, NULL), ERR_OK);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0664);
	file_lock_close(lock);
	free(like);
	free(path);
}

#define OWN(test) \
	cmocka_unit_test_setup_teardown( \
		test, make_own_folder, remove_own_folder)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		OWN(appears_whole),
		OWN(abandons_without_trace),
		OWN(replaces_only_when_told),
		OWN(follows_links_to_files),
		OWN(refuses_bad_places),
		OWN(writes_to_standard_output),
		OWN(says_that_the_disk_is_full),
		OWN(makes_folders),
		OWN(reads_up_to_a_limit),
		OWN(takes_paths_apart),
		OWN(joins_with_one_slash),
		OWN(looks_at_what_will_hold_a_file),
		OWN(locks_out_others),
		OWN(names_the_holder),
		OWN(forgets_a_dead_holder),
		OWN(gives_up_after_a_while),
		OWN(serves_in_the_order_of_asking),
		OWN(serves_in_the_order_of_asking),
		OWN(waits_until_the_holder_goes),
		OWN(lock_file_is_like_another),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
