#include "rows.h"

#include "base/i18n.h"
#include "exchange/sheet_read.h"

#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define UTF16 "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"

static enum err_code
read_bytes(const char *bytes, size_t len, struct strbuf *seen, struct err *err)
{
	char path[] = ROWS_PATH;
	const struct sheet_source source = {.path = path};
	struct sheet_reader *reader;
	enum err_code code;

	rows_save(path, bytes, len);
	code = sheet_reader_open(&source, &reader, err);
	for (int i = 0; code == ERR_OK && i < 2; i++)
		code = sheet_reader_read(reader, rows_show, seen, NULL, err);
	sheet_reader_close(reader);
	unlink(path);
	return code;
}

static const struct {
	const char *bytes;
	size_t len;
	const char *wrong;
} refused[] = {
	{OLE "Workbook", 16, "is in an old format (.xls, .et)"},
	{OLE UTF16, 8 + sizeof(UTF16) - 1, "is protected with a password"},
	{"PK\x03\x04", 4, "workbook"},
	{"", 0, "is empty"},
	{"\0\0\0\0", 4, "is no text"},
};

static void
what_cannot_be_read_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(refused); i++) {
		struct strbuf seen = STRBUF_INIT;
		struct err err = ERR_INIT;

		assert_int_equal(read_bytes(refused[i].bytes, refused[i].len,
					 &seen, &err), ERR_FILE);
		assert_non_null(strstr(err.text, refused[i].wrong));
		err_clear(&err);
	}
}

/* Where it lies across two pieces of what is read at a time. */
static void
a_word_is_found_anywhere(void **state)
{
	const size_t word = sizeof(UTF16) - 1, len = 3 * INPUT_PIECE;
	char *bytes = xcalloc(1, len);

	(void)state;
	for (size_t at = INPUT_PIECE - word - 1; at < INPUT_PIECE + 2; at++) {
		struct strbuf seen = STRBUF_INIT;
		struct err err = ERR_INIT;

		memset(bytes, 0, len);
		memcpy(bytes, OLE, 8);
		memcpy(bytes + at, UTF16, word);
		assert_int_equal(read_bytes(bytes, len, &seen, &err), ERR_FILE);
		assert_non_null(strstr(err.text, "password"));
		err_clear(&err);
	}
	free(bytes);
}

static void
csv_is_read_again(void **state)
{
	struct strbuf seen = STRBUF_INIT;

	(void)state;
	assert_int_equal(read_bytes("PK,b\n", 5, &seen, NULL), ERR_OK);
	assert_string_equal(seen.s, "1:1[PK|b]1:1[PK|b]");
	strbuf_clear(&seen);
}

static void
pasted_text_is_csv(void **state)
{
	const struct sheet_source source = {.text = "PK\x03\x04", .len = 4};
	struct sheet_reader *reader;

	(void)state;
	assert_int_equal(sheet_reader_open(&source, &reader, NULL), ERR_OK);
	assert_int_equal(reader->n_fits, 1);
	assert_int_equal(reader->sheets.n, 0);
	sheet_reader_close(reader);
	sheet_reader_close(NULL);
}

static void
cells_have_names(void **state)
{
	static const struct {
		size_t column;
		const char *name;
	} names[] = {{0, "A3"}, {2, "C3"}, {25, "Z3"}, {26, "AA3"},
		{701, "ZZ3"}, {702, "AAA3"}, {16383, "XFD3"}};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(names); i++) {
		struct strbuf out = STRBUF_INIT;

		sheet_cell_name(names[i].column, 3, &out);
		assert_string_equal(out.s, names[i].name);
		strbuf_clear(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_cannot_be_read_is_named),
		cmocka_unit_test(a_word_is_found_anywhere),
		cmocka_unit_test(csv_is_read_again),
		cmocka_unit_test(pasted_text_is_csv),
		cmocka_unit_test(cells_have_names),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
