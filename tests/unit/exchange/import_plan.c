#include "plan.h"

static const struct import_options plain = {0};

/* A file with a title, an empty line, the header again and a line below. */
#define SHEET "党员名册,,\n\n序号,姓 名,民族\n1,张三,汉\n2,李四,契丹\n,,\n" \
	"序号,姓 名,民族\n3,王五,蒙古族\n填表人：赵六,,\n"

static void
assert_verdicts(struct import *import, const char *expected)
{
	struct strbuf verdicts = STRBUF_INIT, reason = STRBUF_INIT;

	office_show(import, &verdicts, &reason);
	assert_string_equal(verdicts.s, expected);
	strbuf_clear(&verdicts);
	strbuf_clear(&reason);
}

static void
rows_are_shown(void **state)
{
	struct office *office = *state;
	struct import *import = office_open_text(office->store, "member",
		SHEET, &plain);
	struct import_row rows[4];
	struct import_counts counts;
	size_t n;

	assert_int_equal(import_plan(import, NULL, NULL), ERR_OK);
	assert_verdicts(import, "nxn");
	import_counts(import, &counts);
	assert_int_equal(counts.rows[IMPORT_NEW], 2);
	assert_int_equal(counts.rows[IMPORT_REJECTED], 1);
	assert_int_equal(import_rows(import, IMPORT_REJECTED, 0, false, 4,
				 rows, &n, NULL),
		ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(rows[0].number, 5);
	assert_int_equal(rows[0].line, 5);
	assert_int_equal(rows[0].column, 2);
	assert_string_equal(rows[0].title, "李四");
	assert_string_equal(rows[0].cells[2], "契丹");
	import_row_clear(&rows[0]);
	assert_int_equal(import_rows(import, IMPORT_NEW, UINT64_MAX >> 1, true,
				 1, rows, &n, NULL),
		ERR_OK);
	assert_int_equal(n, 1);
	assert_string_equal(rows[0].title, "王五");
	import_row_clear(&rows[0]);
	import_close(import);
}

static void
what_would_change_is_named(void **state)
{
	struct office *office = *state;
	struct import *import;
	struct import_row row;
	size_t n;

	office_add(office->store, "member",
		"name=张三;birth_on=1990-01-01;ethnic=01");
	import = office_open_text(office->store, "member",
		"姓名,出生日期,民族,住址,学历\n张三,1990.1.1,蒙古族,一队,\n", &plain);
	assert_int_equal(import_plan(import, NULL, NULL), ERR_OK);
	assert_int_equal(import_rows(import, IMPORT_CHANGED, 0, false, 1, &row,
				 &n, NULL),
		ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(row.changed.n, 2);
	assert_string_equal(row.changed.items[0], "ethnic");
	assert_string_equal(row.changed.items[1], "address");
	assert_true(row.record != 0);
	import_row_clear(&row);
	import_close(import);
}

/* What one row is decides about others. */
static void
a_row_is_corrected(void **state)
{
	struct office *office = *state;
	struct import *import = office_open_text(office->store, "member",
		"姓名,出生日期\n张三,1990-01-01\n张三,1990-01-01\n李四,1990-02-30\n",
		&plain);
	struct import_result result;

	assert_int_equal(import_plan(import, NULL, NULL), ERR_OK);
	assert_verdicts(import, "nxx");
	assert_int_equal(import_correct(import, 2, 1, "1991-01-01", NULL, NULL),
		ERR_OK);
	assert_verdicts(import, "nnx");
	assert_int_equal(import_correct(import, 4, 1, "1990-02-20", NULL, NULL),
		ERR_OK);
	assert_verdicts(import, "nnn");
	assert_int_equal(import_correct(import, 9, 1, "", NULL, NULL),
		ERR_ABSENT);
	assert_int_equal(import_correct(import, 2, 7, "", NULL, NULL),
		ERR_INVALID);
	assert_int_equal(import_correct(import, 4, 1, "1990-02-20", NULL, NULL),
		ERR_OK);
	assert_int_equal(import_run(import, &office_info, NULL, &result, NULL),
		ERR_OK);
	assert_int_equal(result.n_new, 3);
	import_close(import);
}

static void
references_are_found(void **state)
{
	static const struct {
		const char *file;
		const char *verdicts;
		const char *reason;
	} cases[] = {
		{"姓名,所在党支部\n张三,一支部\n", "n", ""},
		{"姓名,所在党支部\n张三,一 支部\n", "n", ""},
		{"姓名,所在党支部\n张三,三支部\n", "x",
			"There is no Party branch called “三支部”"},
		{"姓名,所在党支部\n张三,无\n", "n", ""},
		{"姓名,branch_id\n张三,0BCDEFG-9\n", "x", "0BCDEFG-9"},
		{"姓名,所在党支部编号\n张三,乱\n", "x", "is no number"},
	};
	struct office *office = *state;

	office_add(office->store, "branch", "name=一支部");
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		struct strbuf verdicts = STRBUF_INIT, reason = STRBUF_INIT;

		office_plan(office->store, "member", cases[i].file, &verdicts,
			&reason);
		assert_string_equal(verdicts.s, cases[i].verdicts);
		assert_non_null(strstr(reason.s, cases[i].reason));
		strbuf_clear(&verdicts);
		strbuf_clear(&reason);
	}
}

/* Two of one name: named in the refusal, told apart by ID number or id. */
static void
several_are_named(void **state)
{
	struct office *office = *state;
	int64_t one = office_add(office->store, "member",
		"name=同名;idno=150421199001010014");
	int64_t two = office_add(office->store, "member", "name=同名");
	struct strbuf verdicts = STRBUF_INIT, reason = STRBUF_INIT;

	office_add(office->store, "union_org", "name=联合体");
	office_plan(office->store, "membership",
		"党员,联合党组织\n150421199001010014,联合体\n同名,联合体\n",
		&verdicts, &reason);
	assert_string_equal(verdicts.s, "nx");
	assert_non_null(strstr(reason.s, office_id(one)));
	assert_non_null(strstr(reason.s, office_id(two)));
	strbuf_clear(&verdicts);
	strbuf_clear(&reason);
}

/* Asked whether to stop, somebody saves the file from the spreadsheet. */
static bool
save_anew(struct job *job)
{
	static const char text[] = "姓名\n张三\n李四\n";

	office_write(job->data, text, sizeof(text) - 1);
	return false;
}

static void
a_file_that_changes_is_refused(void **state)
{
	struct office *office = *state;
	char *path = file_join(office->folder, "roster.csv");
	const struct sheet_source source = {.path = path};
	struct job job = {.cancelled = save_anew, .data = path};
	struct import *import;
	struct err err = ERR_INIT;

	office_write(path, "姓名\n张三\n", strlen("姓名\n张三\n"));
	import = office_open(office->store, "member", &source, &plain);
	assert_int_equal(import_plan(import, &job, &err), ERR_FILE);
	assert_non_null(strstr(err.text, "roster.csv was changed while"));
	err_clear(&err);
	if (import_plan(import, NULL, &err) != ERR_OK)
		fail_msg("%s", err.text);
	assert_verdicts(import, "nn");
	import_close(import);
	free(path);
}

#define OFFICE_TEST(test) \
	cmocka_unit_test_setup_teardown(test, office_set_up, office_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		OFFICE_TEST(rows_are_shown),
		OFFICE_TEST(what_would_change_is_named),
		OFFICE_TEST(a_row_is_corrected),
		OFFICE_TEST(references_are_found),
		OFFICE_TEST(several_are_named),
		OFFICE_TEST(a_file_that_changes_is_refused),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
