#include "tui/screen.h"

#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "base/file.h"
#include "tui/chooser.h"

static char home[64];
static struct chooser_place places[2];
static struct chooser chooser;
static struct term *term;

/* 2023-11-14 22:13:20 */
static const struct utimbuf times = {1700000000, 1700000000};

static void
make_file(const char *name, size_t len)
{
	char *path = file_join(home, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	while (len-- > 0)
		fputc('x', file);
	fclose(file);
	assert_int_equal(utime(path, &times), 0);
	free(path);
}

static int
set_up(void **state)
{
	char *path;

	(void)state;
	setenv("TZ", "UTC", 1);
	strcpy(home, "/tmp/choose-XXXXXX");
	if (mkdtemp(home) == NULL)
		return 1;
	path = file_join(home, "sub");
	mkdir(path, 0700);
	make_file("名册.csv", 2048);
	make_file("\xd5\xc5.csv", 1);
	make_file("sub/x.csv", 1);
	utime(path, &times);
	places[0] = (struct chooser_place){"桌面", home};
	places[1] = (struct chooser_place){"下载", path};
	term = screen_open(12, 60);
	return 0;
}

static int
tear_down(void **state)
{
	char *command = xasprintf("rm -rf '%s'", home);
	int rc = system(command);

	(void)state;
	chooser_clear(&chooser);
	free((char *)(uintptr_t)places[1].path);
	free(command);
	term_close(term);
	return rc;
}

static void
start(enum chooser_mode mode, const char *new_name)
{
	chooser_init(&chooser, mode, places, N_ITEMS(places), home, new_name,
		NULL);
}

static enum chooser_result
press(enum action action)
{
	return chooser_handle(&chooser, action, &no_event);
}

static void
take(void *data, const struct key_event *event)
{
	chooser_handle(data, ACTION_NONE, event);
}

/* Opens the filter line and types. */
static void
type(const char *s)
{
	press(ACTION_FILTER);
	type_text(s, take, &chooser);
}

static void
expect_path(const char *name)
{
	char *path = file_join(home, name);

	assert_string_equal(chooser.path, path);
	free(path);
}

static void
shows_names_sizes_and_dates(void **state)
{
	const struct rect rect = {0, 0, 7, 60};

	(void)state;
	start(CHOOSER_FILE, NULL);
	chooser_draw(&chooser, term, &rect, true);
	term_flush(term);
	assert_string_equal(term_style_name_at(term, 2, 2), "focus");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_HANDLED);
	chooser_draw(&chooser, term, &rect, true);
	/* The folder's own name is another each time. */
	term_put(term, 0, 0, 60, "FOLDER", STYLE_NORMAL);
	screen_expect(term,
		"FOLDER\n"
		"  Name                                 Size Changed\n"
		"  ../\n"
		"> sub/                                      2023-11-14 22:13\n"
		"  名册.csv                           2.0 KB 2023-11-14 22:13\n"
		"  张.csv                                  1 2023-11-14 22:13\n"
		"cursor 3,2\n");
}

static void
picks_a_file_by_its_bytes(void **state)
{
	(void)state;
	start(CHOOSER_FILE, NULL);
	press(ACTION_OPEN);
	press(ACTION_LAST);
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("\xd5\xc5.csv");
}

static void
finds_names_by_pinyin(void **state)
{
	(void)state;
	start(CHOOSER_FILE, NULL);
	press(ACTION_OPEN);
	type("mc");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("名册.csv");
	press(ACTION_BACK);
	type("zhang");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("\xd5\xc5.csv");
	press(ACTION_BACK);
	type("册");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("名册.csv");
	press(ACTION_BACK);
	type("qqq");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_HANDLED);
}

static void
takes_a_typed_path(void **state)
{
	(void)state;
	start(CHOOSER_FILE, NULL);
	type("~/sub/x.csv");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("sub/x.csv");
	list_set_filter(&chooser.list, "");
	type("~/sub/none.csv");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_FAILED);
	assert_string_equal(chooser.err.text,
		"There is no file ~/sub/none.csv.");
	list_set_filter(&chooser.list, "~");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_HANDLED);
	assert_string_equal(chooser.folder, home);
	type("sub/x.csv");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("sub/x.csv");
	/* A slash, also one from a Chinese keyboard, and a ~ need no F7. */
	list_set_filter(&chooser.list, "");
	chooser.list.filtering = false;
	type_text("~/sub/x.csv", take, &chooser);
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("sub/x.csv");
	list_set_filter(&chooser.list, "");
	chooser.list.filtering = false;
	type_text("、no/such", take, &chooser);
	assert_string_equal(list_filter(&chooser.list), "/no/such");
}

static void
names_a_new_file(void **state)
{
	(void)state;
	start(CHOOSER_NEW, "党员.csv");
	press(ACTION_OPEN);
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("党员.csv");
	type("out.csv");
	assert_string_equal(list_chosen(&chooser.list)->cells.items[0],
		"Write here as out.csv");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("out.csv");
	list_set_filter(&chooser.list, "~/none/out.csv");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_FAILED);
	list_set_filter(&chooser.list, "~/sub/out.csv");
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("sub/out.csv");
}

static void
takes_a_folder(void **state)
{
	(void)state;
	start(CHOOSER_FOLDER, NULL);
	press(ACTION_LAST);
	press(ACTION_OPEN);
	assert_int_equal(chooser.array.rows.n, 2);
	assert_int_equal(press(ACTION_OPEN), CHOOSER_PICKED);
	expect_path("sub");
	assert_int_equal(press(ACTION_ERASE_LEFT), CHOOSER_HANDLED);
	assert_string_equal(chooser.folder, home);
	assert_int_equal(press(ACTION_BACK), CHOOSER_HANDLED);
	assert_null(chooser.folder);
	assert_int_equal(press(ACTION_BACK), CHOOSER_IGNORED);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(shows_names_sizes_and_dates),
		TEST(picks_a_file_by_its_bytes),
		TEST(finds_names_by_pinyin),
		TEST(takes_a_typed_path),
		TEST(names_a_new_file),
		TEST(takes_a_folder),
	};

	return cmocka_run_group_tests_name("chooser", tests, NULL, NULL);
}
