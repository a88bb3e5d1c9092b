#include "made.h"

#include "base/i18n.h"
#include "exchange/sheet_read.h"

/* What a sheet of these rows gives, or the sentence that refuses it. */
static enum err_code
read_sheet(const char *first, const char *second, size_t sheet,
	struct strbuf *seen, struct err *err)
{
	const struct made_part parts[] = {MADE_RELS, MADE_BOOK_RELS, MADE_BOOK,
		MADE_STYLES, MADE_STRINGS,
		{"xl/worksheets/sheet1.xml", first, 0},
		{"xl/worksheets/sheet2.xml", second, 0}, MADE_END};
	char path[] = ROWS_PATH;
	const struct sheet_source source = {.path = path};
	struct sheet_reader *reader;
	enum err_code code;

	made_save(path, parts);
	code = sheet_reader_open(&source, &reader, err);
	unlink(path);
	for (size_t i = 0; code == ERR_OK && i < reader->sheets.n; i++)
		strbuf_addf(seen, "(%s)", reader->sheets.items[i]);
	if (code == ERR_OK) {
		reader->sheet = sheet;
		code = sheet_reader_read(reader, rows_show, seen, NULL, err);
	}
	sheet_reader_close(reader);
	return code;
}

static const struct {
	const char *rows;
	const char *seen; /* of what is good */
	const char *wrong;
} sheets[] = {
	{"<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='inlineStr'><is>"
		"<r><t>入党</t></r><r><t>日期</t></r></is></c></row>"
		"<row r='4'><c r='A4' t='s'><v>1</v></c>"
		"<c r='C4' s='1'><v>37891</v></c><c r='D4' s='1'/></row>",
		"1:1[姓名||入党日期]4:4[单晓红||2003-09-27]", NULL},
	{"<row><c><v>1</v></c><c s='3'><v>12</v></c><c/><c><v></v></c></row>"
		"<row/><row><c t='str'><f>A1</f><v>a_x0041_</v></c></row>",
		"1:1[1|000012]3:3[aA]", NULL},
	{"<row><c s='2'><v>38231</v></c><c s='4'><v>37891.5</v></c>"
		"<c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c>"
		"<c t='d'><v>2004-09-27T00:00:00.000</v></c>"
		"<c t='d'><v>2004-09-27T14:30:00Z</v></c></row>",
		"1:1[2004-09|2003-09-27 12:00|TRUE|#N/A|2004-09-27|"
		"2004-09-27 14:30:00]", NULL},
	{"<row><c><v>1.5990219790403371E+17</v></c><c><v>13800138000</v></c>"
		"</row>", "1:1[1.59902197904034E+17|13800138000]", NULL},
	{"<row><c t='inlineStr'><is><t>'=1</t></is></c><c t='inlineStr'><is>"
		"<t>=1</t></is></c></row>", "1:1[''=1|=1]", NULL},
	{"<row><c t='inlineStr'><is><t>a</t><rPh><t>b</t></rPh></is></c></row>",
		"1:1[a]", NULL},
	{"<row r='2'><c><v>1</v></c></row><row r='2'><c><v>1</v></c></row>",
		"", "is damaged"},
	{"<row r='1048577'><c><v>1</v></c></row>", "", "is damaged"},
	{"<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>", "",
		"is damaged"},
	{"<row><c r='XFE1'><v>1</v></c></row>", "", "is damaged"},
	{"<row><c r='A2'><v>1</v></c></row>", "", "is damaged"},
	{"<row><c t='s'><v>3</v></c></row>", "", "is damaged"},
	{"<row><c t='s'><v>-1</v></c></row>", "", "is damaged"},
	{"<row><c t='q'><v>1</v></c></row>", "", "is damaged"},
	{"<row><c><v>abc</v></c></row>", "", "is damaged"},
	{"<row><c><v>1</v></c></row><row><c/><c/><c><f>A1+1</f></c></row>", "",
		"The cell C2 of the sheet “花名册” holds a formula without"},
	{"<row><c r='AB1'><f>A1+1</f><v></v></c></row>", "",
		"The cell AB1 of the sheet"},
	{"<row><c><v>1</v></c><c t='str'><f>A2</f><v></v></c></row>",
		"1:1[1]", NULL},
};

static void
sheets_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(sheets); i++) {
		char *sheet = xasprintf(MADE_SHEET("%s"), sheets[i].rows);
		char *wanted = xasprintf("(花名册)%s", sheets[i].seen);
		struct strbuf seen = STRBUF_INIT;
		struct err err = ERR_INIT;
		enum err_code code = read_sheet(sheet, MADE_SHEET(""), 0,
			&seen, &err);

		assert_string_equal(seen.s, wanted);
		assert_int_equal(code == ERR_OK, sheets[i].wrong == NULL);
		if (sheets[i].wrong != NULL)
			assert_non_null(strstr(err.text, sheets[i].wrong));
		err_clear(&err);
		strbuf_clear(&seen);
		free(sheet);
		free(wanted);
	}
}

static void
one_of_several_is_chosen(void **state)
{
	static const char a[] = MADE_SHEET("<row><c><v>1</v></c></row>");
	static const char b[] = MADE_SHEET("<row><c><v>2</v></c></row>");
	struct strbuf seen = STRBUF_INIT;

	(void)state;
	assert_int_equal(read_sheet(a, b, 1, &seen, NULL), ERR_OK);
	assert_string_equal(seen.s, "(花名册)(Sheet2)1:1[2]");
	strbuf_reset(&seen);
	assert_int_equal(read_sheet(MADE_SHEET(""), b, 0, &seen, NULL), ERR_OK);
	assert_string_equal(seen.s, "(Sheet2)1:1[2]");
	strbuf_clear(&seen);
}

static void
merged_cells_are_filled(void **state)
{
	static const char sheet[] = "<worksheet " MADE_MAIN "><sheetData>"
		"<row><c><v>1</v></c><c><v>2</v></c></row>"
		"<row><c/><c><v>3</v></c></row></sheetData>"
		"<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='A1'/>"
		"<mergeCell ref='B1:C1'/></mergeCells></worksheet>";
	static const char bad[] = "<worksheet " MADE_MAIN "><sheetData>"
		"<row><c><v>1</v></c></row></sheetData>"
		"<mergeCells><mergeCell ref='A1-A2'/></mergeCells></worksheet>";
	struct strbuf seen = STRBUF_INIT;

	(void)state;
	assert_int_equal(read_sheet(sheet, MADE_SHEET(""), 0, &seen, NULL),
		ERR_OK);
	assert_string_equal(seen.s, "(花名册)1:1[1|2]2:2[1|3]");
	assert_int_equal(read_sheet(bad, MADE_SHEET(""), 0, &seen, NULL),
		ERR_FILE);
	strbuf_clear(&seen);
}

/* Rows and cells that have a style and nothing else. */
static void
a_million_empty_rows_are_nothing(void **state)
{
	enum { ROWS = 1000000 };
	struct strbuf sheet = STRBUF_INIT, seen = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	strbuf_add(&sheet, "<worksheet " MADE_MAIN "><sheetData>");
	for (int i = 0; i < ROWS; i++)
		strbuf_add(&sheet, "<row s='1'><c s='1'/></row>");
	strbuf_add(&sheet, "</sheetData></worksheet>");
	assert_int_equal(read_sheet(sheet.s, MADE_SHEET(""), 0, &seen, &err),
		ERR_FILE);
	assert_string_equal(seen.s, "");
	assert_non_null(strstr(err.text, "has no visible sheet with anything"));
	err_clear(&err);
	strbuf_clear(&sheet);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sheets_are_read),
		cmocka_unit_test(one_of_several_is_chosen),
		cmocka_unit_test(merged_cells_are_filled),
		cmocka_unit_test(a_million_empty_rows_are_nothing),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
