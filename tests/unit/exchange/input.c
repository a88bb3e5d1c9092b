#include "rows.h"

#include "base/i18n.h"

/* The likeliest encoding of each, or words of the refusal. */
static const struct {
	const char *bytes;
	size_t len;
	enum encoding likeliest;
	const char *wrong;
} sources[] = {
	{"\xef\xbb\xbf" "a,b", 6, ENC_UTF8, NULL},
	{"姓名,性别\n", 14, ENC_UTF8, NULL},
	{"\xd0\xd5\xc3\xfb,1\n", 7, ENC_GB18030, NULL},
	{"\xff\xfe" "a\0,\0b\0", 8, ENC_UTF16LE, NULL},
	{"\0\0\0\0\0\1", 6, ENC_N, "is no text"},
	{"", 0, ENC_N, "is empty"},
};

static void
encodings_are_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(sources); i++) {
		char path[] = ROWS_PATH;
		const struct sheet_source source = {.path = path};
		enum encoding fits[ENC_N];
		struct err err = ERR_INIT;
		enum err_code code;
		size_t n;

		rows_save(path, sources[i].bytes, sources[i].len);
		code = csv_encodings(&source, fits, &n, &err);
		unlink(path);
		if (sources[i].wrong == NULL) {
			assert_int_equal(code, ERR_OK);
			assert_int_equal(fits[0], sources[i].likeliest);
		} else {
			assert_int_equal(code, ERR_FILE);
			assert_int_equal(n, 0);
			assert_non_null(strstr(err.text, sources[i].wrong));
		}
		err_clear(&err);
	}
}

static void
what_cannot_be_opened_is_named(void **state)
{
	const struct sheet_source source = {.path = "/nowhere/roster.csv"};
	enum encoding fits[ENC_N];
	struct err err = ERR_INIT;
	size_t n;

	(void)state;
	assert_int_equal(csv_encodings(&source, fits, &n, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "/nowhere/roster.csv"));
	err_clear(&err);
}

/* Standard input is a pipe here, which gives its bytes once. */
static void
standard_input_is_kept(void **state)
{
	struct sheet_source source = {.path = "-"};
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	assert_int_equal(write(ends[1], "a,b\n1,2\n", 8), 8);
	close(ends[0]);
	close(ends[1]);
	assert_int_equal(input_keep(&source, NULL), ERR_OK);
	for (int i = 0; i < 2; i++) {
		struct strbuf rows = STRBUF_INIT;

		assert_int_equal(csv_read(&source, ENC_UTF8, rows_show, &rows,
					 NULL, NULL),
			ERR_OK);
		assert_string_equal(rows.s, "1:1[a|b]2:2[1|2]");
		strbuf_clear(&rows);
	}
	input_drop(&source);
	assert_int_equal(source.kept, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(encodings_are_found),
		cmocka_unit_test(what_cannot_be_opened_is_named),
		cmocka_unit_test(standard_input_is_kept),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
