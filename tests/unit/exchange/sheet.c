#include "office.h"

#include "base/text.h"
#include "exchange/sheet.h"
#include "records/roster.h"

static const struct sheet head = {
	.title = "联合党支部签到表",
	.office = "中共敖伦高勒苏木委员会",
	.union_name = "供销社家属院联合党支部",
	.day = "2025-01-01",
};

/* A union with n members 甲1, 甲2 …, the first of them of a unit whose name is
 * long. */
static void
make_union(struct office *office, size_t n, struct query *query)
{
	int64_t org = office_add(office->store, "union_org", "name=联合党支部");
	int64_t unit = office_add(office->store, "unit",
		"name=哈日图旗敖伦高勒苏木草原生态保护与农牧民增收办公室");
	int64_t branch = office_add(office->store, "branch", "name=社区党支部");

	for (size_t i = 1; i <= n; i++) {
		char *words = xasprintf("name=甲%02zu;sex=2;branch_id=%s", i,
			office_id(branch));
		struct strbuf membership = STRBUF_INIT;
		int64_t member = office_add(office->store, "member", words);

		strbuf_addf(&membership, "member_id=%s;", office_id(member));
		strbuf_addf(&membership, "union_org_id=%s;", office_id(org));
		if (i == 1)
			strbuf_addf(&membership, "unit_id=%s;",
				office_id(unit));
		office_add(office->store, "membership", membership.s);
		strbuf_clear(&membership);
		free(words);
	}
	roster_query(query, org, "");
}

static void
read_back(const char *path, struct strbuf *out)
{
	assert_int_equal(file_read(path, 1 << 20, out, NULL), ERR_OK);
	unlink(path);
}

static void
a_sheet_is_ruled_and_paged(void **state)
{
	struct office *office = *state;
	char *path = file_join(office->folder, "sheet.txt");
	struct strbuf text = STRBUF_INIT;
	struct query query;
	size_t n_rows = 0, n_pages = 1, n_people = 0;
	uint64_t n;
	char *rest, *line;

	make_union(office, 40, &query);
	assert_int_equal(sheet_write_text(office->store, &query, &head,
				 ENC_UTF8, path, &n, NULL), ERR_OK);
	assert_int_equal(n, 40);
	read_back(path, &text);
	rest = text.s;
	while ((line = strsep(&rest, "\n")) != NULL && rest != NULL) {
		assert_int_equal(line[strlen(line) - 1], '\r');
		line[strlen(line) - 1] = '\0';
		if (line[0] == '\f') {
			n_pages++;
			n_rows = 0;
		}
		assert_true(++n_rows <= SHEET_ROWS);
		if (line[0] == '|' || line[0] == '+')
			assert_int_equal(text_cols(line), SHEET_COLS);
		n_people += strstr(line, "甲") != NULL;
	}
	assert_int_equal(n_people, 40);
	assert_int_equal(n_pages, 3);
	query_clear(&query);
	strbuf_clear(&text);
	free(path);
}

static void
a_long_name_goes_on_in_the_next_line(void **state)
{
	struct office *office = *state;
	char *path = file_join(office->folder, "sheet.txt");
	struct query query;

	make_union(office, 2, &query);
	assert_int_equal(sheet_write_text(office->store, &query, &head,
				 ENC_UTF8, path, NULL, NULL), ERR_OK);
	office_assert_file(path,
		"                               联合党支部签到表\r\n"
		"\r\n"
		"供销社家属院联合党支部                                  "
		"             2025-01-01\r\n"
		"中共敖伦高勒苏木委员会\r\n"
		"+------+----------------+--------------------------------"
		"+--------------------+\r\n"
		"|  No. | Name           | Unit                           "
		"| Sign here          |\r\n"
		"+------+----------------+--------------------------------"
		"+--------------------+\r\n"
		"|    1 | 甲01           | 哈日图旗敖伦高勒苏木草原生态保 "
		"|                    |\r\n"
		"|      |                | 护与农牧民增收办公室           "
		"|                    |\r\n"
		"+------+----------------+--------------------------------"
		"+--------------------+\r\n"
		"|    2 | 甲02           | 社区党支部                     "
		"|                    |\r\n"
		"+------+----------------+--------------------------------"
		"+--------------------+\r\n"
		"                                                         "
		"                Page 1\r\n");
	unlink(path);
	query_clear(&query);
	free(path);
}

static void
tables_have_the_same_people(void **state)
{
	struct office *office = *state;
	char *path = file_join(office->folder, "sheet.csv");
	struct strbuf text = STRBUF_INIT;
	struct query query;
	uint64_t n;

	make_union(office, 2, &query);
	assert_int_equal(sheet_write_csv(office->store, &query, ENC_UTF8, path,
				 &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	office_assert_file(path,
		"\"No.\",\"Name\",\"Unit\",\"Sign here\"\r\n"
		"\"1\",\"甲01\",\"哈日图旗敖伦高勒苏木草原生态保护与农牧民增收"
		"办公室\",\"\"\r\n"
		"\"2\",\"甲02\",\"社区党支部\",\"\"\r\n");
	unlink(path);
	assert_int_equal(sheet_write_roster(office->store, &query,
				 "2025-01-01", ENC_UTF8, path, &n, NULL),
		ERR_OK);
	read_back(path, &text);
	assert_non_null(strstr(text.s, "\"2\",\"甲02\",\"female\",\"\",\"\","
		"\"\",\"社区党支部\",\"\",\"member\",\"\",\"\",\"\"\r\n"
		"\"\"\r\n\"Members\",\"2\"\r\n"));
	assert_non_null(strstr(text.s, "\"women\",\"2\"\r\n"));
	query_clear(&query);
	strbuf_clear(&text);
	free(path);
}

static void
an_existing_file_stays(void **state)
{
	struct office *office = *state;
	char *path = file_join(office->folder, "ronghe.db");
	struct query query;

	make_union(office, 1, &query);
	assert_int_equal(sheet_write_text(office->store, &query, &head,
				 ENC_UTF8, path, NULL, NULL), ERR_FILE);
	assert_int_equal(sheet_write_roster(office->store, &query,
				 "2025-01-01", ENC_UTF8, path, NULL, NULL),
		ERR_FILE);
	query_clear(&query);
	free(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_sheet_is_ruled_and_paged,
			office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(
			a_long_name_goes_on_in_the_next_line, office_set_up,
			office_tear_down),
		cmocka_unit_test_setup_teardown(tables_have_the_same_people,
			office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(an_existing_file_stays,
			office_set_up, office_tear_down),
	};

	return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
