#include "rows.h"

#include "base/i18n.h"
#include "exchange/sheet.h"

static void
assert_file(const char *path, const char *bytes)
{
	struct strbuf found = STRBUF_INIT;

	assert_int_equal(file_read(path, 1 << 16, &found, NULL), ERR_OK);
	assert_string_equal(found.s, bytes);
	strbuf_clear(&found);
}

static const struct {
	const char *cell;
	const char *written;
} guarded[] = {
	{"=1+1", "\"'=1+1\""},
	{"+86", "\"'+86\""},
	{"-3", "\"'-3\""},
	{"@a", "\"'@a\""},
	{"\ta", "\"'\ta\""},
	{"\ra", "\"'\ra\""},
	{"'a", "\"''a\""},
	{"a=1", "\"a=1\""},
	{"say \"so\", he\r\nsaid", "\"say \"\"so\"\", he\r\nsaid\""},
	{"", "\"\""},
};

/* What is written is safe to open, and read back it is what it was. */
static void
cells_are_guarded(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(guarded); i++) {
		char path[] = ROWS_PATH;
		struct sheet_writer *writer;
		struct strbuf expected = STRBUF_INIT;

		rows_save(path, "", 0);
		assert_int_equal(csv_writer_open(path, ENC_UTF8, true, &writer,
					 NULL),
			ERR_OK);
		assert_int_equal(sheet_write(writer, SHEET_ROW, &guarded[i].cell, 1,
					 NULL),
			ERR_OK);
		assert_int_equal(sheet_commit(writer, NULL), ERR_OK);
		strbuf_addf(&expected, "%s\r\n", guarded[i].written);
		assert_file(path, expected.s);
		unlink(path);
		strbuf_clear(&expected);
	}
}

static const struct {
	const char *found;
	const char *meant;
} unguarded[] = {
	{"'=1+1", "=1+1"},
	{"''a", "'a"},
	{"'''a", "''a"},
	{"'150421199001010014", "'150421199001010014"},
	{"'", "'"},
	{"", ""},
	{"a", "a"},
};

static void
one_apostrophe_goes(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(unguarded); i++)
		assert_string_equal(csv_unguard(unguarded[i].found),
			unguarded[i].meant);
}

static void
encodings_are_written(void **state)
{
	static const char *const cells[] = {"姓名", "a"};
	static const struct {
		enum encoding enc;
		const char *bytes;
	} written[] = {
		{ENC_UTF8_BOM, "\xef\xbb\xbf\"姓名\",\"a\"\r\n"
			       "\"姓名\",\"a\"\r\n"},
		{ENC_GB18030, "\"\xd0\xd5\xc3\xfb\",\"a\"\r\n"
			      "\"\xd0\xd5\xc3\xfb\",\"a\"\r\n"},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(written); i++) {
		char path[] = ROWS_PATH;
		struct sheet_writer *writer;

		rows_save(path, "", 0);
		assert_int_equal(csv_writer_open(path, written[i].enc, true,
					 &writer, NULL),
			ERR_OK);
		for (int row = 0; row < 2; row++)
			assert_int_equal(sheet_write(writer, SHEET_ROW, cells, 2, NULL),
				ERR_OK);
		assert_int_equal(sheet_commit(writer, NULL), ERR_OK);
		assert_file(path, written[i].bytes);
		unlink(path);
	}
}

static void
an_abandoned_file_leaves_nothing(void **state)
{
	char path[] = ROWS_PATH;
	static const char *const cells[] = {"new"};
	struct sheet_writer *writer;

	(void)state;
	rows_save(path, "old", 3);
	assert_int_equal(csv_writer_open(path, ENC_UTF8, true, &writer, NULL),
		ERR_OK);
	assert_int_equal(sheet_write(writer, SHEET_ROW, cells, 1, NULL), ERR_OK);
	sheet_abandon(writer);
	sheet_abandon(NULL);
	assert_file(path, "old");
	assert_int_not_equal(csv_writer_open(path, ENC_UTF8, false, &writer,
				     NULL),
		ERR_OK);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_guarded),
		cmocka_unit_test(one_apostrophe_goes),
		cmocka_unit_test(encodings_are_written),
		cmocka_unit_test(an_abandoned_file_leaves_nothing),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
