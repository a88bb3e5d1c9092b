#include "office.h"

#include "exchange/report.h"

enum { CALENDAR_COLUMNS = 15, DUE_COLUMNS = 7 };

static const char *
cell(const struct report_table *table, size_t row, size_t column)
{
	return table->cells.items[row * table->header.n + column];
}

static void
make(struct office *office, const char *name, int64_t org,
	struct report_table *table)
{
	const struct report_request request = {
		.store = office->store,
		.today = "2025-01-01",
		.union_org_id = org,
		.year = 2024,
	};
	struct err err = ERR_INIT;

	assert_int_equal(report_find(name)->make(&request, table, &err),
		ERR_OK);
}

static void
a_report_has_a_name_and_a_term(void **state)
{
	(void)state;
	assert_ptr_equal(report_find("meetings"), report_find("会议年历"));
	assert_ptr_equal(report_find("due"), report_find("What is due"));
	assert_null(report_find(""));
	for (size_t i = 0; i < reports_n; i++)
		assert_ptr_equal(report_find(reports[i].name), &reports[i]);
}

static void
the_calendar_has_a_row_a_kind(void **state)
{
	struct office *office = *state;
	int64_t org = office_add(office->store, "union_org",
		"name=联合党支部;state=2;founded_on=2024-04-01");
	struct report_table table = REPORT_TABLE_INIT;
	char *path = file_join(office->folder, "out.csv");
	struct err err = ERR_INIT;

	office_add(office->store, "meeting_kind", "name=例会;cycle=2");
	make(office, report_meetings, org, &table);
	assert_int_equal(table.header.n, CALENDAR_COLUMNS);
	assert_int_equal(report_n_rows(&table), 1);
	assert_string_equal(cell(&table, 0, 0), "例会");
	assert_string_equal(cell(&table, 0, 1), "0");
	assert_string_equal(cell(&table, 0, 2), "3");
	assert_string_equal(cell(&table, 0, 5), "");
	assert_string_equal(cell(&table, 0, 8), "m");
	assert_int_equal(report_write(&table, path, ENC_UTF8, &err), ERR_OK);
	office_assert_file(path,
		"\"Kind of meeting\",\"Held\",\"To be held\",\"Jan\",\"Feb\","
		"\"Mar\",\"Apr\",\"May\",\"Jun\",\"Jul\",\"Aug\",\"Sep\","
		"\"Oct\",\"Nov\",\"Dec\"\r\n"
		"\"例会\",\"0\",\"3\",\"\",\"\",\"\",\"\",\"\",\"m\",\"\","
		"\"\",\"m\",\"\",\"\",\"m\"\r\n");
	assert_int_equal(report_write(&table, path, ENC_UTF8, &err), ERR_FILE);
	err_clear(&err);
	report_clear(&table);
	free(path);
}

/* Days never stand as less than 0: a spreadsheet would take a formula. */
static void
what_is_due_says_days_left_or_over(void **state)
{
	static const char *const wanted[][DUE_COLUMNS] = {
		{"Tasks that are overdue", "1", "联合党支部", "慰问", "2024-12-22",
			"", "10"},
		{"Tasks due within seven days", "1", "联合党支部", "巡河",
			"2025-01-01", "0", ""},
		{"Unions without a leader", "1", "", "", "", "", ""},
		{"Unions without a founding document", "1", "", "", "", "",
			""},
		{"Meetings due and not held yet", "1", "联合党支部", "例会",
			"2025-03-31", "89", ""},
	};
	struct office *office = *state;
	int64_t org = office_add(office->store, "union_org",
		"name=联合党支部;state=2;founded_on=2025");
	struct report_table table = REPORT_TABLE_INIT;
	char *words = xasprintf("union_org_id=%s;title=慰问;due_on=2024-12-22",
		office_id(org));

	office_add(office->store, "meeting_kind", "name=例会;cycle=2");
	office_add(office->store, "task", words);
	free(words);
	words = xasprintf("union_org_id=%s;title=巡河;due_on=2025-01-01",
		office_id(org));
	office_add(office->store, "task", words);
	free(words);
	make(office, "due", 0, &table);
	assert_int_equal(table.header.n, DUE_COLUMNS);
	assert_int_equal(report_n_rows(&table),
		sizeof(wanted) / sizeof(wanted[0]));
	for (size_t i = 0; i < report_n_rows(&table); i++)
		for (size_t j = 0; j < DUE_COLUMNS; j++)
			assert_string_equal(cell(&table, i, j), wanted[i][j]);
	report_clear(&table);
}

#define OFFICE_TEST(test) \
	cmocka_unit_test_setup_teardown(test, office_set_up, office_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_report_has_a_name_and_a_term),
		OFFICE_TEST(the_calendar_has_a_row_a_kind),
		OFFICE_TEST(what_is_due_says_days_left_or_over),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
