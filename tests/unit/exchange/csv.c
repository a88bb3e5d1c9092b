#include "rows.h"

#include "base/i18n.h"

/* What is read, and as what; wrong: words of the refusal, or NULL. */
static const struct {
	const char *bytes;
	enum encoding enc;
	const char *rows;
	const char *wrong;
} reading[] = {
	{"a,b\r\n1,2\r\n", ENC_UTF8, "1:1[a|b]2:2[1|2]", NULL},
	{"a,b\n1,2", ENC_UTF8, "1:1[a|b]2:2[1|2]", NULL},
	{"a,b\r1,2\r", ENC_UTF8, "1:1[a|b]2:2[1|2]", NULL},
	{"a\tb\n1\t2\n", ENC_UTF8, "1:1[a|b]2:2[1|2]", NULL},
	{"a;b\n1;2\n", ENC_UTF8, "1:1[a|b]2:2[1|2]", NULL},
	{"Title\na,b\n", ENC_UTF8, "1:1[Title]2:2[a|b]", NULL},
	{"\"a;b\",c;d\n", ENC_UTF8, "1:1[a;b|c;d]", NULL},
	{"\"a;b;c\",d\n", ENC_UTF8, "1:1[a;b;c|d]", NULL},
	{"a,b\n\n  \n1,2\n", ENC_UTF8, "1:1[a|b]4:4[1|2]", NULL},
	{"a\n,,\n", ENC_UTF8, "1:1[a]2:2[||]", NULL},
	{"\"x\ny\",2\nz,3\n", ENC_UTF8, "1:1[x\ny|2]2:3[z|3]", NULL},
	{"\"x\r\n\r\ny\",2\r\nz,3\r\n", ENC_UTF8,
		"1:1[x\r\n\r\ny|2]2:4[z|3]", NULL},
	{"\"say \"\"so\"\"\",1\n", ENC_UTF8, "1:1[say \"so\"|1]", NULL},
	{"\"\"\n", ENC_UTF8, "1:1[]", NULL},
	{"\xef\xbb\xbf姓名,性别\n", ENC_UTF8, "1:1[姓名|性别]", NULL},
	{"\xd0\xd5\xc3\xfb,1\n", ENC_GB18030, "1:1[姓名|1]", NULL},
	{"a,b\n1,2\"3\nx,y\n", ENC_UTF8, "1:1[a|b]",
		"Row 2 (line 2 of the file) has a quotation mark"},
	{"a,b\n1,\"2\nx,\"y\"\n", ENC_UTF8, "1:1[a|b]",
		"Row 2 (line 3 of the file) has a quotation mark"},
	{"a,b\n\n1,\"2\nx,y\n", ENC_UTF8, "1:1[a|b]",
		"Row 3 (it begins in line 3 of the file) does not come to"},
	{"a,b\n1,\xff\n", ENC_UTF8, "1:1[a|b]",
		"Row 2 (line 2 of the file) holds bytes that do not belong "
		"to utf-8"},
	{"a,b\n\"1\n\xd5", ENC_UTF8, "1:1[a|b]",
		"Row 2 (line 3 of the file) holds bytes"},
	{"", ENC_UTF8, "", "is empty"},
};

static void
rows_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(reading); i++) {
		char path[] = ROWS_PATH;
		const struct sheet_source source = {.path = path};
		struct strbuf rows = STRBUF_INIT;
		struct err err = ERR_INIT;
		enum err_code code;

		rows_save(path, reading[i].bytes, strlen(reading[i].bytes));
		code = csv_read(&source, reading[i].enc, rows_show, &rows, NULL,
			&err);
		unlink(path);
		assert_string_equal(rows.s, reading[i].rows);
		if (reading[i].wrong == NULL) {
			assert_int_equal(code, ERR_OK);
		} else {
			assert_int_not_equal(code, ERR_OK);
			assert_non_null(strstr(err.text, reading[i].wrong));
		}
		strbuf_clear(&rows);
		err_clear(&err);
	}
}

static void
pasted_text_is_read(void **state)
{
	static const char text[] = "姓名\t性别\n张三\t男";
	const struct sheet_source source = {
		.text = text, .len = sizeof(text) - 1};
	struct strbuf rows = STRBUF_INIT;

	(void)state;
	assert_int_equal(csv_read(&source, ENC_GB18030, rows_show, &rows, NULL,
				 NULL),
		ERR_OK);
	assert_string_equal(rows.s, "1:1[姓名|性别]2:2[张三|男]");
	strbuf_clear(&rows);
}

static enum err_code
count_row(void *data, const struct source_row *row, struct err *err)
{
	uint64_t *n = data;

	(void)err;
	assert_int_equal(row->n_cells, 3);
	assert_string_equal(row->cells[1], "阿拉腾巴根那");
	assert_int_equal(row->number, ++*n);
	return ERR_OK;
}

/* Pieces end anywhere: in a character, in a quoted cell, between CR and LF. */
static void
pieces_end_anywhere(void **state)
{
	char path[] = ROWS_PATH;
	const struct sheet_source source = {.path = path};
	struct strbuf bytes = STRBUF_INIT;
	uint64_t n = 0;

	(void)state;
	for (int i = 0; i < 20000; i++)
		strbuf_addf(&bytes, "%d,\"阿拉腾巴根那\",\"a\r\nb\"\r\n", i);
	rows_save(path, bytes.s, bytes.len);
	assert_int_equal(csv_read(&source, ENC_UTF8, count_row, &n, NULL, NULL),
		ERR_OK);
	unlink(path);
	assert_int_equal(n, 20000);
	strbuf_clear(&bytes);
}

static void
an_endless_row_is_refused(void **state)
{
	char path[] = ROWS_PATH;
	const struct sheet_source source = {.path = path};
	struct strbuf bytes = STRBUF_INIT, rows = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	strbuf_add(&bytes, "a,b\n1,\"2\n");
	while (bytes.len < 2 * CSV_ROW_MAX)
		strbuf_add(&bytes, "no quotation mark any more\n");
	rows_save(path, bytes.s, bytes.len);
	assert_int_equal(csv_read(&source, ENC_UTF8, rows_show, &rows, NULL,
				 &err),
		ERR_INVALID);
	unlink(path);
	assert_non_null(strstr(err.text, "Row 2 (it begins in line 2"));
	assert_string_equal(rows.s, "1:1[a|b]");
	err_clear(&err);
	strbuf_clear(&bytes);
	strbuf_clear(&rows);
}

static enum err_code
stop_at_two(void *data, const struct source_row *row, struct err *err)
{
	*(uint64_t *)data = row->number;
	return row->number == 2 ? err_set(err, ERR_STALE, "enough") : ERR_OK;
}

static bool
is_cancelled(struct job *job)
{
	(void)job;
	return true;
}

static void
reading_stops(void **state)
{
	static const char text[] = "a,b\n1,2\n3,4\n";
	const struct sheet_source source = {
		.text = text, .len = sizeof(text) - 1};
	struct job job = {.cancelled = is_cancelled};
	uint64_t n = 0;

	(void)state;
	assert_int_equal(csv_read(&source, ENC_UTF8, stop_at_two, &n, NULL,
				 NULL),
		ERR_STALE);
	assert_int_equal(n, 2);
	assert_int_equal(csv_read(&source, ENC_UTF8, stop_at_two, &n, &job,
				 NULL),
		ERR_CANCELLED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_read),
		cmocka_unit_test(pasted_text_is_read),
		cmocka_unit_test(pieces_end_anywhere),
		cmocka_unit_test(an_endless_row_is_refused),
		cmocka_unit_test(reading_stops),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
