#include "plan.h"

static const struct import_options plain = {0};

static char *
save(struct office *office, const char *bytes)
{
	char *path = file_join(office->folder, "in.csv");

	office_write(path, bytes, strlen(bytes));
	return path;
}

static void
encodings_are_offered(void **state)
{
	struct office *office = *state;
	char *path = save(office, "\xd0\xd5\xc3\xfb,a\nb,c\nd,e\n");
	const struct sheet_source source = {.path = path};
	struct import *import = office_open(office->store, "member", &source,
		&plain);
	struct strvec lines = {NULL, 0, 0};
	enum encoding fits[ENC_N];

	assert_true(import_encodings(import, fits) >= 1);
	assert_int_equal(fits[0], ENC_GB18030);
	assert_int_equal(import_encoding(import), ENC_GB18030);
	assert_int_equal(import_preview(import, ENC_GB18030, 2, &lines, NULL),
		ERR_OK);
	assert_int_equal(lines.n, 2);
	assert_string_equal(lines.items[0], "姓名  a");
	assert_string_equal(lines.items[1], "b  c");
	assert_int_equal(import_read_header(import, NULL, NULL), ERR_OK);
	import_set_encoding(import, ENC_UTF8);
	assert_int_equal(import_encoding(import), ENC_UTF8);
	assert_int_equal(import_plan(import, NULL, NULL), ERR_INVALID);
	strvec_clear(&lines);
	import_close(import);
	free(path);
}

static void
a_broken_workbook_is_refused(void **state)
{
	struct office *office = *state;
	char *path = save(office, "PK\x03\x04 and more");
	const struct sheet_source source = {.path = path};
	struct import *import;
	struct err err = ERR_INIT;

	assert_int_equal(import_open(office->store, record_type_find("member"),
				 &source, &plain, &import, &err),
		ERR_FILE);
	assert_null(import);
	assert_non_null(strstr(err.text, "workbook"));
	import_close(import);
	err_clear(&err);
	free(path);
}

/* A stray quotation mark ends the plan; nothing of the file is kept. */
static void
a_broken_file_has_no_plan(void **state)
{
	struct office *office = *state;
	struct import *import = office_open_text(office->store, "member",
		"姓名,民族\n张三,汉\n李\"四,汉\n", &plain);
	struct import_row row;
	struct err err = ERR_INIT;
	size_t n;

	assert_int_equal(import_plan(import, NULL, &err), ERR_INVALID);
	assert_non_null(strstr(err.text, "Row 3"));
	assert_int_equal(import_rows(import, IMPORT_VERDICT_N, 0, false, 1,
				 &row, &n, NULL),
		ERR_OK);
	assert_int_equal(n, 0);
	err_clear(&err);
	import_close(import);
}

/* Put right, the rejected rows can be imported by themselves. */
static void
rejects_keep_their_columns(void **state)
{
	struct office *office = *state;
	char *path = file_join(office->folder, "rejects.csv");
	struct import *import;
	uint64_t n;

	office_add(office->store, "member", "name=王五");
	import = office_open_text(office->store, "member",
		"序号,姓 名,民族,电话\n1,张三,汉,\n2,李四,契丹,'13800138000\n"
		"3,王五\n", &plain);
	assert_int_equal(import_plan(import, NULL, NULL), ERR_OK);
	assert_int_equal(import_write_rejects(import, path, ENC_UTF8_BOM, &n,
				 NULL),
		ERR_OK);
	assert_int_equal(n, 2);
	import_close(import);
	{
		struct strbuf found = STRBUF_INIT;

		assert_int_equal(file_read(path, 4096, &found, NULL), ERR_OK);
		assert_non_null(strstr(found.s, "\"序号\",\"姓 名\",\"民族\","
			"\"电话\",\"reason\"\r\n\"2\",\"李四\",\"契丹\","
			"\"''13800138000\",\"“契丹” is not one"));
		assert_non_null(strstr(found.s,
			"\"3\",\"王五\",\"\",\"\",\"This could be"));
		assert_null(strstr(found.s, "张三"));
		strbuf_clear(&found);
	}
	free(path);
}

#define OFFICE_TEST(test) \
	cmocka_unit_test_setup_teardown(test, office_set_up, office_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		OFFICE_TEST(encodings_are_offered),
		OFFICE_TEST(a_broken_workbook_is_refused),
		OFFICE_TEST(a_broken_file_has_no_plan),
		OFFICE_TEST(rejects_keep_their_columns),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
