#include "plan.h"

static const struct import_options plain = {0};

/* What a header is taken for: the field's column name, "" nothing. */
static const struct {
	const char *type;
	const char *header;
	const char *field;
	bool is_id;
} headers[] = {
	{"member", "姓 名", "name", false},
	{"member", "公民身份号码", "idno", false},
	{"member", "身份证", "idno", false},
	{"member", "证件号码", "idno", false},
	{"member", "出生年月", "birth_on", false},
	{"member", "birth_on", "birth_on", false},
	{"member", "Date of Birth", "birth_on", false},
	{"member", "branch", "branch_id", false},
	{"member", "branch_id", "branch_id", true},
	{"member", "所在党支部编号", "branch_id", true},
	{"member", "ＩＤ", "", true},
	{"member", "编号", "", true},
	{"member", "序号", "", false},
	{"member", "", "", false},
	{"unit", "主管部门", "parent_id", false},
};

static void
headers_are_known(void **state)
{
	struct office *office = *state;

	for (size_t i = 0; i < N_ITEMS(headers); i++) {
		const struct import_column *columns;
		char *text = xasprintf("%s,%s,x\n",
			strcmp(headers[i].field, "name") == 0 ? "y" : "name",
			headers[i].header);
		struct import *import = office_open_text(office->store,
			headers[i].type, text, &plain);
		struct err err = ERR_INIT;

		if (import_read_header(import, NULL, &err) != ERR_OK)
			fail_msg("%s: %s", headers[i].header, err.text);
		assert_int_equal(import_columns(import, &columns), 3);
		assert_int_equal(columns[1].is_id, headers[i].is_id);
		if (headers[i].field[0] == '\0')
			assert_null(columns[1].field);
		else
			assert_string_equal(columns[1].field->name,
				headers[i].field);
		import_close(import);
		free(text);
	}
}

static void
a_header_is_sought_in_ten_rows(void **state)
{
	struct office *office = *state;
	struct strbuf text = STRBUF_INIT;
	const struct import_column *columns;
	struct import *import;
	struct err err = ERR_INIT;

	for (int i = 0; i < 9; i++)
		strbuf_add(&text, "标题,\n");
	strbuf_add(&text, "姓名,民族\n张三,汉\n");
	import = office_open_text(office->store, "member", text.s, &plain);
	assert_int_equal(import_read_header(import, NULL, NULL), ERR_OK);
	import_close(import);
	strbuf_insert(&text, 0, "又,,一,行\n", strlen("又,,一,行\n"));
	import = office_open_text(office->store, "member", text.s, &plain);
	assert_int_equal(import_read_header(import, NULL, &err), ERR_INVALID);
	assert_non_null(strstr(err.text, "“name”"));
	/* The widest row is offered for a choice by hand. */
	assert_int_equal(import_columns(import, &columns), 4);
	assert_int_equal(import_plan(import, NULL, NULL), ERR_INVALID);
	err_clear(&err);
	import_close(import);
	strbuf_clear(&text);
}

#define ODD "大名,民族,外号\n张三,汉,小张\n"

static void
a_choice_is_remembered(void **state)
{
	struct office *office = *state;
	const struct record_type *type = record_type_find("member");
	const struct import_column *columns;
	struct import *import = office_open_text(office->store, "member", ODD,
		&plain);
	struct import_result result;

	assert_int_equal(import_read_header(import, NULL, NULL), ERR_INVALID);
	assert_int_equal(import_set_column(import, 0,
				 record_field(type, "name"), false, NULL),
		ERR_OK);
	assert_int_equal(import_set_column(import, 1, NULL, false, NULL),
		ERR_OK);
	assert_int_equal(import_set_column(import, 3, NULL, false, NULL),
		ERR_INVALID);
	assert_int_equal(import_plan(import, NULL, NULL), ERR_OK);
	assert_int_equal(import_run(import, &office_info, NULL, &result, NULL),
		ERR_OK);
	assert_int_equal(result.n_new, 1);
	import_close(import);

	import = office_open_text(office->store, "member", ODD, &plain);
	assert_int_equal(import_read_header(import, NULL, NULL), ERR_OK);
	assert_int_equal(import_columns(import, &columns), 3);
	assert_string_equal(columns[0].field->name, "name");
	assert_true(columns[0].by_hand);
	assert_null(columns[1].field);
	assert_true(columns[1].by_hand);
	assert_false(columns[2].by_hand);
	import_close(import);
}

/* One field is taken from one column. */
static void
a_choice_frees_the_other_column(void **state)
{
	struct office *office = *state;
	const struct record_type *type = record_type_find("member");
	const struct import_column *columns;
	struct import *import = office_open_text(office->store, "member",
		"姓名,名字,曾用名\n张三,李四,王五\n", &plain);

	assert_int_equal(import_read_header(import, NULL, NULL), ERR_OK);
	import_columns(import, &columns);
	assert_non_null(columns[0].field);
	assert_null(columns[1].field);
	assert_int_equal(import_set_column(import, 2,
				 record_field(type, "name"), false, NULL),
		ERR_OK);
	import_columns(import, &columns);
	assert_null(columns[0].field);
	assert_string_equal(columns[2].field->name, "name");
	import_close(import);
}

#define OFFICE_TEST(test) \
	cmocka_unit_test_setup_teardown(test, office_set_up, office_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		OFFICE_TEST(headers_are_known),
		OFFICE_TEST(a_header_is_sought_in_ten_rows),
		OFFICE_TEST(a_choice_is_remembered),
		OFFICE_TEST(a_choice_frees_the_other_column),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
