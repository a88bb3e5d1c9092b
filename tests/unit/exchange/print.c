#include "office.h"

#include "exchange/print.h"
#include "rtf.h"

/* A union with n members 甲01, 甲02 …, the first of them of a unit whose name
 * is long. */
static int64_t
make_union(struct office *office, size_t n)
{
	int64_t org = office_add(office->store, "union_org", "name=联合党支部");
	int64_t unit = office_add(office->store, "unit",
		"name=哈日图旗敖伦高勒苏木草原生态保护与农牧民增收办公室");
	int64_t branch = office_add(office->store, "branch", "name=社区党支部");

	office_add(office->store, "office", "name=敖伦高勒苏木党委");
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
	return org;
}

static void
make(struct office *office, const char *kind, int64_t id, struct paper *paper)
{
	const struct print_request request = {
		office->store, id, "", "2025-01-01"};
	struct err err = ERR_INIT;

	if (print_make(print_kind_find(kind), &request, paper, &err) != ERR_OK)
		fail_msg("%s", err.text);
}

static void
assert_rtf(const struct paper *paper, const char *body)
{
	struct strbuf bytes = STRBUF_INIT;
	const char *wrong;
	struct rtf rtf;

	paper_to_rtf(paper, &bytes);
	wrong = rtf_read(bytes.s, bytes.len, &rtf);
	if (wrong != NULL)
		fail_msg("%s", wrong);
	assert_string_equal(rtf.texts[RTF_BODY].s, body);
	assert_string_equal(rtf.texts[RTF_HEAD_ODD].s,
		"\t敖伦高勒苏木党委\n");
	rtf_clear(&rtf);
	strbuf_clear(&bytes);
}

/* The first page, but for the mark of the journal at its foot. */
static void
assert_page(const struct paper *paper, const char *expected)
{
	struct strvec pages = VEC_INIT;

	paper_to_text(paper, &pages);
	assert_int_equal(strncmp(pages.items[0], expected, strlen(expected)),
		0);
	assert_non_null(strstr(pages.items[0], "Printed 2025-01-01, journal "));
	strvec_clear(&pages);
}

static void
a_sheet_has_a_row_for_everybody(void **state)
{
	struct office *office = *state;
	struct paper paper;

	make(office, "signin", make_union(office, 2), &paper);
	assert_rtf(&paper, "联合党支部 sign-in sheet\n"
		"Meeting: ________________________\n"
		"Time: ________________________\n"
		"Place: ________________________\n"
		"No.\tname\tUnit\tSign here\t#\n"
		"1\t甲01\t哈日图旗敖伦高勒苏木草原生态保护与农牧民增收办公室"
		"\t\t#\n"
		"2\t甲02\t社区党支部\t\t#\n"
		"\n");
	assert_page(&paper,
		"                                        敖伦高勒苏木党委\n"
		"                联合党支部 sign-in sheet\n"
		"\n"
		"Meeting: ________________________\n"
		"Time: ________________________\n"
		"Place: ________________________\n"
		"+------+--------------+----------------+---------------+\n"
		"|  No. | name         | Unit           | Sign here     |\n"
		"+------+--------------+----------------+---------------+\n"
		"|    1 | 甲01         | 哈日图旗敖伦高 |               |\n"
		"|      |              | 勒苏木草原生态 |               |\n"
		"|      |              | 保护与农牧民增 |               |\n"
		"|      |              | 收办公室       |               |\n"
		"|    2 | 甲02         | 社区党支部     |               |\n"
		"+------+--------------+----------------+---------------+\n");
	paper_clear(&paper);
}

static void
a_roster_has_its_numbers(void **state)
{
	struct office *office = *state;
	struct paper paper;

	make(office, "roster", make_union(office, 2), &paper);
	assert_true(paper.landscape);
	assert_rtf(&paper, "Roster of 联合党支部\nAs of 2025-01-01\n"
		"No.\tmember\tsex\tethnic group\tdate of birth\t"
		"education\thome branch\tsent by unit\tpost in the union\t"
		"native or incoming\tpost taken\treported\t#\n"
		"1\t甲01\tfemale\tnone\tnone\tnone\t社区党支部\t"
		"哈日图旗敖伦高勒苏木草原生态保护与农牧民增收办公室\tmember\t"
		"none\tnone\tnone\t#\n"
		"2\t甲02\tfemale\tnone\tnone\tnone\t社区党支部\tnone\tmember\t"
		"none\tnone\tnone\t#\n"
		"\n"
		"Members\tnative\tincoming\twomen\tminority nationality\t"
		"35 or younger\t61 or older\tbirth not stated\t#\n"
		"2\t0\t0\t2\t0\t0\t0\t2\t#\n\n"
		"member\t#\n2\t#\n\n"
		"education not stated\t#\n2\t#\n\n");
	paper_clear(&paper);
}

static void
what_cannot_be_printed_is_said(void **state)
{
	struct office *office = *state;
	struct print_request request = {
		office->store, make_union(office, 0), "", "2025-01-01"};
	const struct print_kind *roster = print_kind_find("花名册");
	struct err err = ERR_INIT;
	struct paper paper;

	assert_ptr_equal(roster, print_kind_find("roster"));
	assert_null(print_kind_find("photo"));
	request.id = office_add(office->store, "unit", "name=旗医院");
	assert_int_equal(print_make(roster, &request, &paper, &err),
		ERR_INVALID);
	assert_string_equal(err.text, "“Roster” is printed of these: Union "
		"organisation; what you chose is “Unit”.");
	err_clear(&err);
	request.id = 17;
	assert_int_equal(print_make(roster, &request, &paper, &err),
		ERR_ABSENT);
	err_clear(&err);
}

/* What the command line and the screens offer. */
static void
every_kind_is_told_apart(void **state)
{
	(void)state;
	for (size_t i = 0; i < print_kinds_n; i++) {
		const struct print_kind *kind = print_kinds[i];

		assert_ptr_equal(print_kind_find(kind->name), kind);
		assert_ptr_equal(print_kind_find(kind->term.zh), kind);
		assert_non_null(kind->of[0]);
		assert_true(print_kind_is_of(kind, kind->of[0]));
	}
}

int
main(void)
{
#define PRINT_TEST(f) \
	cmocka_unit_test_setup_teardown(f, office_set_up, office_tear_down)
	const struct CMUnitTest tests[] = {
		PRINT_TEST(a_sheet_has_a_row_for_everybody),
		PRINT_TEST(a_roster_has_its_numbers),
		PRINT_TEST(what_cannot_be_printed_is_said),
		cmocka_unit_test(every_kind_is_told_apart),
	};

	return cmocka_run_group_tests_name("print", tests, NULL, NULL);
}
