#include "test.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/sheet.h"

static const struct sheet_layout layout = {
	.name = "'a[b]:c*d?e/f\\g' and more than thirty-one characters",
	.n_columns = 2,
};

struct place {
	char folder[32];
	char *path;
};

static int
make_place(void **state)
{
	struct place *place = xcalloc(1, sizeof(*place));

	i18n_set_language(LANGUAGE_EN);
	strcpy(place->folder, "/tmp/ronghe-xlsx-XXXXXX");
	assert_non_null(mkdtemp(place->folder));
	place->path = file_join(place->folder, "out.xlsx");
	*state = place;
	return 0;
}

static int
remove_place(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	/* which fails where something else was left there */
	assert_int_equal(rmdir(place->folder), 0);
	free(place->path);
	free(place);
	return 0;
}

static void
a_workbook_is_private(void **state)
{
	static const char *const cells[] = {"a", "b"};
	const struct place *place = *state;
	struct sheet_writer *writer;
	struct err err = ERR_INIT;
	struct stat st;

	assert_int_equal(sheet_open(place->path, &layout, &writer, NULL),
		ERR_OK);
	assert_int_equal(sheet_write(writer, SHEET_ROW, cells, 2, NULL),
		ERR_OK);
	assert_false(file_exists(place->path));
	assert_int_equal(sheet_commit(writer, NULL), ERR_OK);
	assert_int_equal(stat(place->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(sheet_open(place->path, &layout, &writer, &err),
		ERR_FILE);
	assert_non_null(strstr(err.text, "exists already"));
	err_clear(&err);
}

static void
nothing_is_cut(void **state)
{
	const struct place *place = *state;
	char *text = xmalloc(32769);
	const char *cells[] = {"a", text};
	struct sheet_writer *writer;
	struct err err = ERR_INIT;

	memset(text, 'x', 32768);
	text[32768] = '\0';
	assert_int_equal(sheet_open(place->path, &layout, &writer, NULL),
		ERR_OK);
	assert_int_equal(sheet_write(writer, SHEET_ROW, cells, 2, &err),
		ERR_INVALID);
	assert_string_equal(err.text, "Row 1 has more than 32767 characters in "
		"column 2, which no workbook can hold; export it as CSV.");
	err_clear(&err);
	sheet_abandon(writer);
	assert_false(file_exists(place->path));
	free(text);
}

static void
standard_output_is_refused(void **state)
{
	struct sheet_writer *writer;

	(void)state;
	assert_int_equal(xlsx_writer_open("-", &layout, &writer, NULL),
		ERR_FILE);
	assert_null(writer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_workbook_is_private,
			make_place, remove_place),
		cmocka_unit_test_setup_teardown(nothing_is_cut, make_place,
			remove_place),
		cmocka_unit_test(standard_output_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
