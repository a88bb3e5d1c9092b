/* Workbooks, spoilt and cut: rows, or one sentence.  What unpacks the zip is
 * libzip's, so that most rounds spoil one part and pack it whole. */
#include "exchange/made.h"
#include "fuzz.h"

#include "base/text.h"
#include "exchange/row_file.h"
#include "exchange/sheet_read.h"

static const struct made_part good[] = {MADE_RELS, MADE_BOOK_RELS, MADE_BOOK,
	MADE_STYLES, MADE_STRINGS,
	{"xl/worksheets/sheet1.xml", MADE_SHEET(
		"<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'>"
		"<v>37891</v></c></row><row r='3'><c r='AB3' s='2'><v>38231.5"
		"</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c></row>"
		"<row><c t='str'><f>A1</f><v>_x0041_</v></c><c t='inlineStr'>"
		"<is><r><t>a</t></r><rPh><t>b</t></rPh></is></c><c s='3'>"
		"<v>1.5E+17</v></c></row>"), 0},
	{"xl/worksheets/sheet2.xml", "<worksheet " MADE_MAIN "><sheetData>"
		"<row><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>"
		"</sheetData><mergeCells><mergeCell ref='A1:A2'/></mergeCells>"
		"</worksheet>", 0},
	MADE_END};

struct rows {
	const struct fuzz *fuzz;
	uint64_t number;
};

static enum err_code
take_row(void *data, const struct source_row *row, struct err *err)
{
	struct rows *rows = data;

	(void)err;
	fuzz_expect(rows->fuzz, row->number > rows->number &&
			row->number <= ROW_FILE_ROWS &&
			row->n_cells <= ROW_FILE_COLUMNS,
		"rows rise and have their place");
	rows->number = row->number;
	for (size_t i = 0; i < row->n_cells; i++)
		fuzz_expect(rows->fuzz,
			text_valid(row->cells[i], strlen(row->cells[i])),
			"a cell is UTF-8");
	return ERR_OK;
}

static void
read_file(const struct fuzz *fuzz, const char *path)
{
	const unsigned refused = 1u << ERR_INVALID | 1u << ERR_FILE;
	const struct sheet_source source = {.path = path};
	struct sheet_reader *reader;
	struct err err = ERR_INIT;
	enum err_code code = sheet_reader_open(&source, &reader, &err);

	fuzz_answered(fuzz, code, refused, &err);
	if (code != ERR_OK)
		return;
	for (; reader->sheet < reader->sheets.n; reader->sheet++) {
		struct rows rows = {.fuzz = fuzz};

		code = sheet_reader_read(reader, take_row, &rows, NULL, &err);
		fuzz_answered(fuzz, code, refused, &err);
	}
	sheet_reader_close(reader);
}

/* data: the number of the part that the input stands for. */
static void
try_part(struct fuzz *fuzz, void *data)
{
	const size_t *spoilt = data;
	struct made_part parts[N_ITEMS(good)];
	char path[] = ROWS_PATH;

	memcpy(parts, good, sizeof(parts));
	parts[*spoilt].text = fuzz->input.s;
	parts[*spoilt].len = fuzz->input.len;
	made_save(path, parts);
	read_file(fuzz, path);
	unlink(path);
}

static void
parts_or_a_sentence(void **state)
{
	(void)state;
	for (size_t i = 0; i + 1 < N_ITEMS(good); i++) {
		const struct fuzz_seed seed = {good[i].text,
			strlen(good[i].text)};

		fuzz_run(&seed, 1, 200, try_part, &i);
	}
}

static void
try_file(struct fuzz *fuzz, void *data)
{
	char path[] = ROWS_PATH;

	(void)data;
	rows_save(path, fuzz->input.s, fuzz->input.len);
	read_file(fuzz, path);
	unlink(path);
}

static void
files_or_a_sentence(void **state)
{
	char path[] = ROWS_PATH;
	struct strbuf bytes = STRBUF_INIT;
	struct fuzz_seed seed;

	(void)state;
	made_save(path, good);
	assert_int_equal(file_read(path, 1 << 20, &bytes, NULL), ERR_OK);
	unlink(path);
	seed = (struct fuzz_seed){bytes.s, bytes.len};
	fuzz_run(&seed, 1, 500, try_file, NULL);
	strbuf_clear(&bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_or_a_sentence),
		cmocka_unit_test(files_or_a_sentence),
	};

	return cmocka_run_group_tests_name("fuzz xlsx", tests, NULL, NULL);
}
