#include "printed.h"

#define NOTICE "暂拟模板，非原文"

static int64_t
add(struct office *office, const char *type, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static int64_t
add(struct office *office, const char *type, const char *format, ...)
{
	va_list args;
	char *words;
	int64_t id;

	va_start(args, format);
	words = xvasprintf(format, args);
	va_end(args);
	id = office_add(office->store, type, words);
	free(words);
	return id;
}

static int64_t
add_union(struct office *office)
{
	office_add(office->store, "office", "name=苏木党委");
	return office_add(office->store, "union_org",
		"name=联合党支部;state=2");
}

/* A check by a provisional standard, and one result of it. */
static int64_t
add_result(struct office *office, int64_t org, int64_t *run)
{
	int64_t standard = office_add(office->store, "standard",
		"name=工作标准;code=QBJ;status=1;notice=" NOTICE);
	int64_t group = add(office, "standard_group", "standard_id=%s;"
		"order_no=1;code=F;name=七防;word_met=未发现;word_partly=有苗头;"
		"word_unmet=存在", office_id(standard));
	int64_t item = add(office, "standard_item", "standard_id=%s;"
		"group_id=%s;order_no=1;code=F1;text=防“一建了之”",
		office_id(standard), office_id(group));

	*run = add(office, "checklist_run", "union_org_id=%s;standard_id=%s;"
		"year=2023;part=2", office_id(org), office_id(standard));
	return add(office, "checklist_result", "checklist_run_id=%s;"
		"item_id=%s;order_no=1;grp=七防;code=F1;text=防“一建了之”",
		office_id(*run), office_id(item));
}

static void
add_rows(struct office *office, int64_t file, int64_t result)
{
	add(office, "rectification_item", "rectification_id=%s;order_no=1;"
		"checklist_result_id=%s;problem=会少{二}次;measure=按月开\n"
		"有记录;person=𠮷;due_on=2023-06-01;done_on=2023-05-20;"
		"outcome=已开", office_id(file), office_id(result));
	add(office, "rectification_item", "rectification_id=%s;order_no=2;"
		"problem=没有阵地", office_id(file));
	add(office, "rectification_note", "rectification_id=%s;order_no=1;"
		"noted_on=2023-04-01;body=开了第一次会。;noted_by=甲",
		office_id(file));
	add(office, "rectification_note", "rectification_id=%s;order_no=2;"
		"noted_on=2023-05-20;body=补齐记录。\n张贴公示。",
		office_id(file));
}

static void
the_file_is_whole(void **state)
{
	struct office *office = *state;
	int64_t org = add_union(office), run, result, file;
	struct paper paper;

	result = add_result(office, org, &run);
	file = add(office, "rectification", "union_org_id=%s;"
		"checklist_run_id=%s;grounds=1;ground_text=全年未开会。;"
		"proposed_on=2023-01-10;proposed_by=组织办;"
		"decided_on=2023-02-01;decided_by=苏木党委;"
		"document_no=敖党发〔2023〕3号;plan_text=先补会。\n再建阵地。;"
		"person=甲;due_on=2023-06-30;applied_on=2023-06-10;"
		"means=1,5;score=85;ballots=20;dissatisfied=2;"
		"accepted_on=2023-06-20;accepted_by=旗委组织部;"
		"accept_note=同意。;state=5;remark=归卷",
		office_id(org), office_id(run));
	add_rows(office, file, result);
	printed_make(office, "rectification", file, &paper);
	printed_assert(&paper, "Rectification of 联合党支部\n"
		"一、Grounds and decision\n"
		"state: tracked\n"
		"grounds: plays little part\n"
		"check that it came from: 联合党支部 / 2023 / second half\n"
		"proposed: 2023-01-10\n"
		"proposed by: 组织办\n"
		"decided: 2023-02-01\n"
		"decided by: 苏木党委\n"
		"document: 敖党发〔2023〕3号\n"
		"（一）facts\n"
		"全年未开会。\n"
		"二、Plan\n"
		"responsible from outside: 甲\n"
		"due: 2023-06-30\n"
		"（一）plan\n"
		"先补会。\n"
		"再建阵地。\n"
		"三、Items\n"
		"No.\tProblem\tMeasure\tResponsible\tDue\tDone\tOutcome\t"
		"#\n"
		"1\t会少{二}次/(from the check: F1 / 防“一建了之”)\t"
		"按月开/有记录\t𠮷\t2023-06-01\t2023-05-20\t已开\t#\n"
		"2\t没有阵地\tnone\tnone\tnone\tnone\tnone\t#\n"
		"\n"
		"四、Progress\n"
		"2023-04-01 (甲): 开了第一次会。\n"
		"2023-05-20: 补齐记录。\n"
		"张贴公示。\n"
		"五、Acceptance\n"
		"acceptance applied for: 2023-06-10\n"
		"means of acceptance: report heard, scored as a whole\n"
		"score: 85\n"
		"ballots cast: 20\n"
		"dissatisfied ballots: 2\n"
		"verdict: passed\n"
		"accepted: 2023-06-20\n"
		"accepted by: 旗委组织部\n"
		"Score 85 (pass mark 70), 2 of 20 ballots dissatisfied (10.0%, "
		"at most 50%): passed.\n"
		"（一）opinion\n"
		"同意。\n"
		"六、Tracking and end\n"
		"tracked until: 2024-06-20\n"
		"七、Remark\n"
		"归卷\n"
		"Head of the union:\t\t\tDate: ________\n"
		"Accepted by (signature):\t\t\tDate: ________\n"
		"For the committee:\t\t\tDate: ________\n",
		NOTICE "\t苏木党委\n");
	paper_clear(&paper);
}

/* One that has only been proposed is short. */
static void
what_is_not_known_is_left_out(void **state)
{
	struct office *office = *state;
	int64_t file = add(office, "rectification", "union_org_id=%s;"
		"grounds=1;proposed_on=2024-12-01",
		office_id(add_union(office)));
	struct paper paper;

	printed_make(office, "rectification", file, &paper);
	printed_assert(&paper, "Rectification of 联合党支部\n"
		"一、Grounds and decision\n"
		"state: proposed\n"
		"grounds: plays little part\n"
		"proposed: 2024-12-01\n"
		"Head of the union:\t\t\tDate: ________\n"
		"Accepted by (signature):\t\t\tDate: ________\n"
		"For the committee:\t\t\tDate: ________\n",
		"\t苏木党委\n");
	paper_clear(&paper);
}

int
main(void)
{
#define RECTIFICATION_TEST(f) \
	cmocka_unit_test_setup_teardown(f, office_set_up, office_tear_down)
	const struct CMUnitTest tests[] = {
		RECTIFICATION_TEST(the_file_is_whole),
		RECTIFICATION_TEST(what_is_not_known_is_left_out),
	};

	return cmocka_run_group_tests_name("print_rectification", tests, NULL,
		NULL);
}
