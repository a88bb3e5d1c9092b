#include "test.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "tui/folder.h"

static char place[64];

static void
make_file(const char *name, size_t len)
{
	char *path = file_join(place, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	while (len-- > 0)
		fputc('x', file);
	fclose(file);
	free(path);
}

static void
make_folder(const char *name)
{
	char *path = file_join(place, name);

	assert_int_equal(mkdir(path, 0700), 0);
	free(path);
}

static int
set_up(void **state)
{
	(void)state;
	strcpy(place, "/tmp/folder-XXXXXX");
	return mkdtemp(place) == NULL;
}

static int
tear_down(void **state)
{
	char *command = xasprintf("rm -rf '%s'", place);
	int rc = system(command);

	(void)state;
	free(command);
	return rc;
}

static void
reads_in_the_order_of_the_pinyin(void **state)
{
	static const char *const expected[] = {
		"备份", "中旗", "花名册.csv", "张三.csv", "b.csv",
	};
	struct folder folder = VEC_INIT;

	(void)state;
	make_file("张三.csv", 2048);
	make_file("b.csv", 3);
	make_file("花名册.csv", 0);
	make_file(".hidden", 1);
	make_folder("中旗");
	make_folder("备份");
	assert_int_equal(folder_read(place, &folder, NULL), ERR_OK);
	assert_int_equal(folder.n, N_ITEMS(expected));
	for (size_t i = 0; i < folder.n; i++) {
		assert_string_equal(folder.items[i].name, expected[i]);
		assert_int_equal(folder.items[i].is_folder, i < 2);
	}
	assert_int_equal(folder.items[3].size, 2048);
	folder_clear(&folder);
}

static void
says_what_cannot_be_read(void **state)
{
	struct folder folder = VEC_INIT;
	struct err err = ERR_INIT;
	char *path = file_join(place, "none");

	(void)state;
	assert_int_equal(folder_read(path, &folder, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "none"));
	assert_int_equal(folder.n, 0);
	free(path);
	err_clear(&err);
}

static void
shows_sizes(void **state)
{
	static const struct {
		int64_t n_bytes;
		const char *shown;
	} cases[] = {
		{0, "0"}, {1023, "1023"}, {1024, "1.0 KB"}, {1536, "1.5 KB"},
		{10240, "10 KB"}, {5 << 20, "5.0 MB"},
		{(int64_t)3 << 40, "3.0 TB"}, {(int64_t)3 << 50, "3072 TB"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		char *shown = folder_show_size(cases[i].n_bytes);

		assert_string_equal(shown, cases[i].shown);
		free(shown);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			reads_in_the_order_of_the_pinyin, set_up, tear_down),
		cmocka_unit_test_setup_teardown(says_what_cannot_be_read,
			set_up, tear_down),
		cmocka_unit_test(shows_sizes),
	};

	return cmocka_run_group_tests_name("folder", tests, NULL, NULL);
}
