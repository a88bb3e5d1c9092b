#include "printed.h"

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
assert_rtf(const struct paper *paper, const char *body)
{
	printed_assert(paper, body, "\t敖伦高勒苏木党委\n");
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

	printed_make(office, "signin", make_union(office, 2), &paper);
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

	printed_make(office, "roster", make_union(office, 2), &paper);
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

/* Saves a row of the meeting; words as office_add() takes them. */
static int64_t
add_row(struct office *office, const char *type, int64_t meeting,
	const char *words)
{
	char *all = xasprintf("meeting_id=%s;%s", office_id(meeting), words);
	int64_t id = office_add(office->store, type, all);

	free(all);
	return id;
}

static int64_t
add_meeting(struct office *office, int64_t org)
{
	int64_t kind = office_add(office->store, "meeting_kind",
		"name=支部党员大会;cycle=9;eligible=1");
	char *words = xasprintf("union_org_id=%s;kind_id=%s;title=第一季度大会;"
		"begin_at=2025-01-01 14:30;end_at=2025-01-01 16:05;"
		"place=二楼;chair_name=𠮷{野};recorder_name=单晓红;"
		"secret=1;remark=归卷",
		office_id(org), office_id(kind));
	int64_t meeting = office_add(office->store, "meeting", words);

	free(words);
	return meeting;
}

static void
add_attendance(struct office *office, int64_t meeting)
{
	static const char *const rows[] = {
		"order_no=1;person=甲;presence=1",
		"order_no=2;person=乙;presence=1;arrived_at=2025-01-01 14:50",
		"order_no=3;person=丙;presence=2;absence=1;reason=住院",
		"order_no=4;person=丁;presence=3;absence=2",
		"order_no=5;person=戊",
		"order_no=6;person=己;capacity=2;post=组织委员;presence=1",
		"order_no=7;person=庚;left_out=1",
	};

	for (size_t i = 0; i < N_ITEMS(rows); i++)
		add_row(office, "attendance", meeting, rows[i]);
}

static void
add_agenda(struct office *office, int64_t meeting)
{
	char *words;
	int64_t item = add_row(office, "agenda_item", meeting,
		"order_no=1;kind=1;subject=学习讲话;form=1;speaker_name=甲;"
		"gist=读了三段。\n讨论。");
	int64_t vote;

	words = xasprintf("agenda_item_id=%s;order_no=1;speaker_name=乙;"
		"words=赞成。", office_id(item));
	add_row(office, "discussion", meeting, words);
	free(words);
	words = xasprintf("agenda_item_id=%s;order_no=2;speaker_name=丙;"
		"dissent=1;words=不急。\n再看。", office_id(item));
	add_row(office, "discussion", meeting, words);
	free(words);
	words = xasprintf("agenda_item_id=%s;order_no=1;matter=修路;way=1",
		office_id(item));
	vote = add_row(office, "vote", meeting, words);
	free(words);
	words = xasprintf("agenda_item_id=%s;vote_id=%s;order_no=1;"
		"subject=修路;body=五月动工", office_id(item), office_id(vote));
	add_row(office, "resolution", meeting, words);
	free(words);
	add_row(office, "discussion", meeting,
		"order_no=3;speaker_name=丁;words=散会后再谈。");
	add_row(office, "attachment", meeting,
		"order_no=1;kind=2;name=签到表;place=三号柜");
}

static void
add_task(struct office *office, int64_t org, int64_t meeting,
	const char *words)
{
	char *all = xasprintf("union_org_id=%s;meeting_id=%s;%s",
		office_id(org), meeting != 0 ? office_id(meeting) : "", words);

	office_add(office->store, "task", all);
	free(all);
}

static void
minutes_hold_the_whole_meeting(void **state)
{
	struct office *office = *state;
	int64_t org = make_union(office, 0);
	int64_t meeting = add_meeting(office, org);
	struct paper paper;

	add_attendance(office, meeting);
	add_agenda(office, meeting);
	add_task(office, org, meeting, "title=买沙石;due_on=2025-03");
	printed_make(office, "minutes", meeting, &paper);
	assert_string_equal(paper.mark, "Internal");
	paper_set_mark(&paper, "");
	assert_rtf(&paper, "Minutes of 联合党支部\n第一季度大会\n"
		"kind: 支部党员大会\n"
		"Time: 2025-01-01 14:30 to 16:05\nplace: 二楼\n"
		"Chair: 𠮷{野}\nRecorder: 单晓红\nstate: in preparation\n"
		"一、Attendance\n"
		"Ought to attend 5, present 2, on leave 1, absent 1.\n"
		"Present (2): 甲, 乙 (from 14:50)\n"
		"On leave (1): 丙 (sick leave; 住院)\n"
		"Absent (1): 丁 (private leave)\nNot marked (1): 戊\n"
		"Sitting in (1): 己 (组织委员)\n"
		"Not counted (1): 庚 (probationary member)\n"
		"二、Agenda and discussion\n（一）first topic: 学习讲话\n"
		"form of study: reading the text\nSpeaker: 甲\n"
		"读了三段。\n讨论。\n乙: 赞成。\n丙 (dissenting): 不急。\n再看。\n"
		"Vote on 修路: by show of hands. Ought to attend none, present "
		"none; in favour none, against none, abstained none, not cast "
		"none, written opinions none. Outcome: none.\n"
		"Resolution: 修路.\n五月动工\n"
		"（二）Beside the agenda\n丁: 散会后再谈。\n"
		"三、Tasks\n"
		"No.\ttitle\tresponsible member\tresponsible unit\tdue\t#\n"
		"1\t买沙石\tnone\tnone\t2025-03\t#\n\n"
		"四、Attachments\n1. 签到表 (sign-in sheet), kept at: 三号柜\n"
		"五、Remark\n归卷\n"
		"Chair (signature):\t\t\tDate: ________\n"
		"Recorder (signature):\t\t\tDate: ________\n");
	paper_clear(&paper);
}

/* The numbers are judged in words, by the rule of the vote. */
static void
votes_are_said_in_words(void **state)
{
	struct office *office = *state;
	int64_t meeting = add_meeting(office, make_union(office, 0));
	int64_t rule = office_add(office->store, "vote_rule",
		"name=半数;quorum_num=1;quorum_den=2;quorum_over=0;"
		"pass_num=1;pass_den=2;pass_over=1;pass_base=1");
	char *words = xasprintf("vote_rule_id=%s;order_no=1;matter=修路;"
		"eligible=56;present=41;in_favour=39;against=2;abstained=0;"
		"not_cast=0;outcome=1", office_id(rule));
	struct paper paper;
	bool found = false;

	add_row(office, "vote", meeting, words);
	printed_make(office, "minutes", meeting, &paper);
	for (size_t i = 0; i < paper.n; i++)
		found |= strstr(paper.blocks[i].text, "29") != NULL;
	assert_true(found);
	paper_clear(&paper);
	free(words);
}

static void
a_meeting_has_its_own_sheet(void **state)
{
	struct office *office = *state;
	int64_t org = make_union(office, 1);
	int64_t meeting = add_meeting(office, org);
	struct paper paper;

	printed_make(office, "signin", meeting, &paper);
	assert_rtf(&paper, "联合党支部 sign-in sheet\ntitle: 第一季度大会\n"
		"begins: 2025-01-01 14:30\nplace: 二楼\n"
		"No.\tname\tUnit\tSign here\t#\n"
		"1\t甲01\t哈日图旗敖伦高勒苏木草原生态保护与农牧民增收办公室"
		"\t\t#\n\n");
	paper_clear(&paper);
	add_attendance(office, meeting);
	printed_make(office, "signin", meeting, &paper);
	assert_int_equal(paper_n_rows(&paper.blocks[paper.n - 1]), 7);
	assert_string_equal(paper_cell(&paper.blocks[paper.n - 1], 5, 1), "己");
	assert_string_equal(paper_cell(&paper.blocks[paper.n - 1], 5, 2),
		"sits in");
	/* Why somebody has no vote is nobody's business at the door. */
	assert_string_equal(paper_cell(&paper.blocks[paper.n - 1], 6, 2), "");
	paper_clear(&paper);
}

static void
tasks_are_listed_by_what_they_are_of(void **state)
{
	struct office *office = *state;
	int64_t org = make_union(office, 0);
	int64_t meeting = add_meeting(office, org);
	struct paper paper;

	add_task(office, org, meeting,
		"title=一;state=2;closed_on=2025-01-01;result=好");
	add_task(office, org, 0, "title=二;due_on=2025-02-01;detail=细");
	printed_make(office, "tasks", org, &paper);
	assert_rtf(&paper, "Tasks of 联合党支部\n2025-01-01, 1 task\n"
		"No.\ttitle\tresponsible member\tresponsible unit\tdue\tgiven\t"
		"detail\tstate\tresult\t#\n"
		"1\t二\tnone\tnone\t2025-02-01\t2025-01-01\t细\tto be done\t"
		"none\t#\n\n");
	paper_clear(&paper);
	printed_make(office, "tasks", meeting, &paper);
	assert_int_equal(paper_n_rows(&paper.blocks[paper.n - 1]), 1);
	assert_string_equal(paper_cell(&paper.blocks[paper.n - 1], 0, 1), "一");
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
		PRINT_TEST(minutes_hold_the_whole_meeting),
		PRINT_TEST(votes_are_said_in_words),
		PRINT_TEST(a_meeting_has_its_own_sheet),
		PRINT_TEST(tasks_are_listed_by_what_they_are_of),
		PRINT_TEST(what_cannot_be_printed_is_said),
		cmocka_unit_test(every_kind_is_told_apart),
	};

	return cmocka_run_group_tests_name("print", tests, NULL, NULL);
}
