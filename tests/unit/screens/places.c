/* The start places of every choice of a file. */
#include "test.h"

#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "screens/places.h"

struct fixture {
	char *folder;
	struct world world;
};

static int
set_up(void **state)
{
	char folder[] = "/tmp/ronghe-test-XXXXXX";
	struct fixture *fixture = xcalloc(1, sizeof(*fixture));

	if (mkdtemp(folder) == NULL)
		return -1;
	fixture->folder = xstrdup(folder);
	fixture->world = (struct world){.home = xstrdup(folder),
		.account = xstrdup("clerk"),
		.config_home = xasprintf("%s/.config/ronghe", folder)};
	*state = fixture;
	return 0;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	int rc = nftw(fixture->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);

	world_clear(&fixture->world);
	free(fixture->folder);
	free(fixture);
	return rc;
}

static void
make_folder(const struct fixture *fixture, const char *name)
{
	char *path = file_join(fixture->folder, name);

	assert_int_equal(file_make_folder(path, NULL), ERR_OK);
	free(path);
}

static void
write_user_dirs(const struct fixture *fixture, const char *text)
{
	char *path = file_join(fixture->folder, ".config/user-dirs.dirs");
	FILE *file;

	make_folder(fixture, ".config");
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
	free(path);
}

/* Names and paths below the folder, as "Desktop=桌面 Home folder=". */
static void
expect(struct fixture *fixture, const char *last, const char *wanted)
{
	char *media = file_join(fixture->folder, "media");
	const char *const roots[] = {media, NULL};
	struct strbuf found = STRBUF_INIT;
	struct places places;

	places_init(&places, &fixture->world, last, roots);
	for (size_t i = 0; i < places.n; i++) {
		const char *path = places.items[i].path;

		assert_memory_equal(path, fixture->folder,
			strlen(fixture->folder));
		path += strlen(fixture->folder);
		strbuf_addf(&found, "%s%s=%s", i > 0 ? " " : "",
			places.items[i].name, *path == '/' ? path + 1 : path);
	}
	assert_string_equal(found.s, wanted);
	places_clear(&places);
	strbuf_clear(&found);
	free(media);
}

static void
home_is_always_there(void **state)
{
	expect(*state, "", "Home folder=");
}

static void
finds_the_usual_names(void **state)
{
	make_folder(*state, "桌面");
	make_folder(*state, "Downloads");
	expect(*state, "", "Desktop=桌面 Downloads=Downloads Home folder=");
}

static void
obeys_user_dirs(void **state)
{
	make_folder(*state, "Desktop");
	make_folder(*state, "我的\"桌面");
	write_user_dirs(*state, "# XDG_DESKTOP_DIR=\"$HOME/no\"\n"
				"XDG_DOWNLOAD_DIR=\"$HOME/gone\"\n"
				"XDG_DESKTOP_DIR=\"$HOME/我的\\\"桌面\"\n");
	expect(*state, "", "Desktop=我的\"桌面 Home folder=");
}

static void
survives_a_broken_user_dirs(void **state)
{
	write_user_dirs(*state, "XDG_DESKTOP_DIR=\"$HOME/x\nXDG_DOWNLOAD_DIR=");
	expect(*state, "", "Home folder=");
}

static void
finds_sticks(void **state)
{
	make_folder(*state, "media/clerk/党建");
	make_folder(*state, "media/clerk/.hidden");
	make_folder(*state, "media/other/stick");
	expect(*state, "", "Stick 党建=media/clerk/党建 Home folder=");
}

static void
names_the_last_folder_once(void **state)
{
	struct fixture *fixture = *state;
	char *desktop = file_join(fixture->folder, "桌面");
	char *gone = file_join(fixture->folder, "gone");

	make_folder(fixture, "桌面");
	expect(fixture, desktop, "The last folder=桌面 Home folder=");
	expect(fixture, gone, "Desktop=桌面 Home folder=");
	free(desktop);
	free(gone);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(home_is_always_there),
		TEST(finds_the_usual_names),
		TEST(obeys_user_dirs),
		TEST(survives_a_broken_user_dirs),
		TEST(finds_sticks),
		TEST(names_the_last_folder_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
