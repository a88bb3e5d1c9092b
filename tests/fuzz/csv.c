/* Office files, spoilt and cut: rows, or one sentence. */
#include "exchange/rows.h"
#include "fuzz.h"

#include "base/text.h"
#include "exchange/sheet.h"

static const struct fuzz_seed seeds[] = {
	FUZZ_SEED("姓名,性别\r\n单晓红,女\r\n\"a,b\",\"say \"\"so\"\"\"\r\n"),
	FUZZ_SEED("\xef\xbb\xbf姓名,𠮷㛃\r\n1,2\r\n"),
	FUZZ_SEED("\xd0\xd5\xc3\xfb,\x95\x32\x8b\x36\n1,\"2\n3\"\n"),
	FUZZ_SEED("\xff\xfe\xd3\x59,\0\"\0\x0d\x54\"\0\r\0\n\0"),
	FUZZ_SEED("a\tb\tc\n\n1\t2\n"), FUZZ_SEED("a;b\n'=1;'@2\n"),
	FUZZ_SEED("Title\n,,\n\"x\r\n\r\ny\",2\r\nz"),
	FUZZ_SEED("PK\3\4"), FUZZ_SEED("\xd0\xcf\x11\xe0"), FUZZ_SEED(""),
};

/* Where a test reads and writes. */
struct place {
	char path[sizeof(ROWS_PATH)];
	char copy[sizeof(ROWS_PATH)];
};

struct rows {
	const struct fuzz *fuzz;
	uint64_t number;
	uint64_t line;
	struct sheet_writer *writer;
	struct strbuf seen;
};

static enum err_code
take_row(void *data, const struct source_row *row, struct err *err)
{
	struct rows *rows = data;
	enum err_code code = ERR_OK;

	fuzz_expect(rows->fuzz, row->number > rows->number &&
			row->line > rows->line && row->line >= row->number,
		"rows and lines are counted");
	rows->number = row->number;
	rows->line = row->line;
	fuzz_expect(rows->fuzz, row->n_cells > 0, "a row has a cell");
	for (size_t i = 0; i < row->n_cells; i++) {
		fuzz_expect(rows->fuzz,
			text_valid(row->cells[i], strlen(row->cells[i])),
			"a cell is UTF-8");
		strbuf_addf(&rows->seen, "[%s]", rows->writer != NULL
			? row->cells[i] : csv_unguard(row->cells[i]));
	}
	strbuf_add(&rows->seen, "\n");
	if (rows->writer != NULL)
		code = sheet_write(rows->writer, SHEET_ROW, row->cells, row->n_cells,
			err);
	return code;
}

/* Reads all rows, writing them where there is a writer. */
static enum err_code
read_rows(const struct fuzz *fuzz, const struct sheet_source *source,
	enum encoding enc, struct sheet_writer *writer, struct strbuf *seen)
{
	struct rows rows = {.fuzz = fuzz, .writer = writer,
		.seen = STRBUF_INIT};
	struct err err = ERR_INIT;
	enum err_code code = csv_read(source, enc, take_row, &rows, NULL, &err);

	fuzz_answered(fuzz, code, 1u << ERR_INVALID | 1u << ERR_FILE, &err);
	*seen = rows.seen;
	return code;
}

/* Rows that were read, written and read again are the same; not always tried,
 * because a file takes its time to be safe. */
static void
try_encoding(struct fuzz *fuzz, const struct place *place,
	const struct sheet_source *source, enum encoding enc)
{
	const struct sheet_source copy = {.path = place->copy};
	struct strbuf seen = STRBUF_INIT, again = STRBUF_INIT;
	struct sheet_writer *writer = NULL;
	struct err err = ERR_INIT;

	if (fuzz_below(fuzz, 8) == 0)
		assert_int_equal(csv_writer_open(place->copy, ENC_UTF8, true,
					 &writer, &err), ERR_OK);
	if (read_rows(fuzz, source, enc, writer, &seen) == ERR_OK &&
		writer != NULL && seen.len > 0) {
		assert_int_equal(sheet_commit(writer, &err), ERR_OK);
		fuzz_expect(fuzz, read_rows(fuzz, &copy, ENC_UTF8, NULL,
				&again) == ERR_OK &&
				strcmp(seen.s, again.s) == 0,
			"rows that are written are read again");
	} else {
		sheet_abandon(writer);
	}
	strbuf_clear(&seen);
	strbuf_clear(&again);
}

static void
overwrite(const char *path, const struct strbuf *bytes)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes->s, 1, bytes->len, file), bytes->len);
	assert_int_equal(fclose(file), 0);
}

static void
try_file(struct fuzz *fuzz, void *data)
{
	const struct place *place = data;
	const struct sheet_source source = {.path = place->path};
	enum encoding fits[ENC_N];
	struct err err = ERR_INIT;
	size_t n = 0;
	enum err_code code;

	overwrite(place->path, &fuzz->input);
	code = csv_encodings(&source, fits, &n, &err);
	fuzz_answered(fuzz, code, 1u << ERR_FILE, &err);
	try_encoding(fuzz, place, &source, ENC_GB18030);
	for (size_t i = 0; i < n; i++)
		try_encoding(fuzz, place, &source, fits[i]);
}

static void
try_paste(struct fuzz *fuzz, void *data)
{
	size_t len = text_first_bad(fuzz->input.s, fuzz->input.len);
	/* Of its own size, so that reading past the end is seen. */
	char *text = xmalloc(len > 0 ? len : 1);
	const struct sheet_source source = {.text = text, .len = len};

	memcpy(text, fuzz->input.s, len);
	try_encoding(fuzz, data, &source, ENC_UTF8);
	free(text);
}

static void
rows_or_a_sentence(void **state)
{
	struct place place = {ROWS_PATH, ROWS_PATH};

	(void)state;
	rows_save(place.path, "", 0);
	rows_save(place.copy, "", 0);
	fuzz_run(seeds, N_ITEMS(seeds), 1000, try_file, &place);
	fuzz_run(seeds, N_ITEMS(seeds), 1000, try_paste, &place);
	unlink(place.path);
	unlink(place.copy);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_or_a_sentence),
	};

	return cmocka_run_group_tests_name("fuzz csv", tests, NULL, NULL);
}
