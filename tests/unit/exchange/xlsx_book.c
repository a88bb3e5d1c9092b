#include "made.h"

#include <fcntl.h>

#include "base/i18n.h"
#include "exchange/xlsx_book.h"

static enum err_code
open_made(const struct made_part *parts, struct xlsx_book **book,
	struct err *err)
{
	char path[] = ROWS_PATH;
	enum err_code code;
	int fd;

	made_save(path, parts);
	fd = open(path, O_RDONLY);
	code = xlsx_book_open(fd, "a.xlsx", book, err);
	close(fd);
	unlink(path);
	return code;
}

static void
a_book_is_read(void **state)
{
	static const struct made_part parts[] = {MADE_RELS, MADE_BOOK_RELS,
		MADE_BOOK, MADE_STYLES, MADE_STRINGS, MADE_END};
	struct xlsx_book *book;
	const char *text;

	(void)state;
	assert_int_equal(open_made(parts, &book, NULL), ERR_OK);
	assert_int_equal(book->n_sheets, 2);
	assert_string_equal(book->sheets[0].name, "花名册");
	assert_string_equal(book->sheets[1].part, "xl/worksheets/sheet2.xml");
	assert_false(book->from_1904);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(xlsx_book_load(book, NULL, NULL), ERR_OK);
		assert_int_equal(book->n_formats, 5);
		assert_int_equal(book->formats[0].shows, 0);
		assert_int_equal(book->formats[2].shows,
			SHOWS_YEAR | SHOWS_MONTH);
		assert_int_equal(book->formats[3].places, 6);
		assert_int_equal(xlsx_strings_n(book->strings), 3);
		assert_int_equal(xlsx_strings_get(book->strings, 1, &text,
					 NULL), ERR_OK);
		assert_string_equal(text, "单晓红");
		assert_int_equal(xlsx_strings_get(book->strings, 2, &text,
					 NULL), ERR_OK);
		assert_string_equal(text, " a\nb ");
		xlsx_book_unload(book);
	}
	xlsx_book_close(book);
}

/* As LibreOffice and Excel's strict kind write it; a chart and a hidden sheet
 * are left out. */
static void
other_kinds_of_sheet_are_left_out(void **state)
{
	static const struct made_part parts[] = {MADE_RELS,
		{"xl/_rels/workbook.xml.rels", MADE_RELATIONS
			"<Relationship Id='a' Type='http://purl.oclc.org/ooxml"
			"/officeDocument/relationships/worksheet' Target='1'/>"
			"<Relationship Id='b' Type='http://purl.oclc.org/ooxml"
			"/officeDocument/relationships/chartsheet' Target='2'"
			"/></Relationships>", 0},
		{"xl/workbook.xml", "<workbook xmlns='http://purl.oclc.org/"
			"ooxml/spreadsheetml/main' xmlns:r='http://purl.oclc."
			"org/ooxml/officeDocument/relationships'>"
			"<workbookPr date1904='true'/><sheets>"
			"<sheet name='1' r:id='a' state='visible'/>"
			"<sheet name='2' r:id='b'/>"
			"<sheet name='3' r:id='a' state='veryHidden'/>"
			"</sheets></workbook>", 0}, MADE_END};
	struct xlsx_book *book;

	(void)state;
	assert_int_equal(open_made(parts, &book, NULL), ERR_OK);
	assert_int_equal(book->n_sheets, 1);
	assert_string_equal(book->sheets[0].part, "xl/1");
	assert_true(book->from_1904);
	assert_null(book->strings_part);
	assert_int_equal(xlsx_book_load(book, NULL, NULL), ERR_OK);
	assert_int_equal(xlsx_strings_n(book->strings), 0);
	xlsx_book_close(book);
}

static const struct {
	struct made_part parts[3];
	const char *wrong;
} others[] = {
	{{{"mimetype", "x", 0}, {"content.xml", "<x/>", 0}, MADE_END},
		"OpenDocument file (.ods)"},
	{{MADE_RELS, {"xl/workbook.bin", "x", 0}, MADE_END}, "(.xlsb)"},
	{{{"readme.txt", "x", 0}, MADE_END}, "is no workbook"},
	{{MADE_RELS, MADE_END}, "xl/_rels/workbook.xml.rels cannot be read"},
	{{MADE_RELS, MADE_BOOK_RELS, MADE_END},
		"xl/workbook.xml cannot be read"},
	{{{"_rels/.rels", MADE_RELATIONS "<Relationship Id='1' "
		"Type='x/officeDocument' Target='word/document.xml'/>"
		"</Relationships>", 0}, MADE_END}, "is no workbook"},
	{{{"_rels/.rels", MADE_RELATIONS "<Relationship Id='1'/>"
		"</Relationships>", 0}, MADE_END}, "_rels/.rels cannot be"},
};

static void
what_is_no_workbook_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(others); i++) {
		struct xlsx_book *book;
		struct err err = ERR_INIT;

		assert_int_equal(open_made(others[i].parts, &book, &err),
			ERR_FILE);
		assert_null(book);
		assert_non_null(strstr(err.text, others[i].wrong));
		err_clear(&err);
	}
}

static const struct {
	const char *text;
	const char *plain;
} escapes[] = {
	{"plain", "plain"}, {"_x0041_", "A"}, {"a_x000a_b", "a\nb"},
	{"_x005F_x0041_", "_x0041_"}, {"_x59D3_", "姓"},
	{"_xD842__xDFB7_", "𠮷"}, {"_xD842_a", "_xD842_a"},
	{"_x0000_", "_x0000_"}, {"_x004", "_x004"}, {"_x+041_", "_x+041_"},
	{"_", "_"}, {"", ""},
};

static void
escapes_are_characters(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(escapes); i++) {
		struct strbuf out = STRBUF_INIT;

		xlsx_unescape(escapes[i].text, &out);
		assert_string_equal(out.s, escapes[i].plain);
		strbuf_clear(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_book_is_read),
		cmocka_unit_test(other_kinds_of_sheet_are_left_out),
		cmocka_unit_test(what_is_no_workbook_is_named),
		cmocka_unit_test(escapes_are_characters),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
