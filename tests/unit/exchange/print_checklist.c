#include "printed.h"

#define NOTICE "暂拟模板，非原文"

/* A union that is held against a standard. */
struct held {
	struct office *office;
	int64_t org;
	int64_t standard;
	int64_t items[3];
	int64_t run; /* the newest */
};

static int64_t
add(const struct held *held, const char *type, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static int64_t
add(const struct held *held, const char *type, const char *format, ...)
{
	va_list args;
	char *words;
	int64_t id;

	va_start(args, format);
	words = xvasprintf(format, args);
	va_end(args);
	id = office_add(held->office->store, type, words);
	free(words);
	return id;
}

/* Two groups with words of their own, of two items and of one. */
static void
add_standard(struct held *held, const char *words)
{
	static const char *const items[] = {
		"code=F1;text=防“一建了之”", "code=F2;text=防“大杂烩”",
		"code=Y1;text=有一级党委领导"};
	int64_t groups[2];

	held->standard = add(held, "standard",
		"name=工作标准;code=QBJ;%s", words);
	groups[0] = add(held, "standard_group", "standard_id=%s;order_no=1;"
		"code=F;name=七防;word_met=未发现;word_partly=有苗头;"
		"word_unmet=存在", office_id(held->standard));
	groups[1] = add(held, "standard_group", "standard_id=%s;order_no=2;"
		"code=Y;name=八有;word_met=具备;word_partly=基本具备;"
		"word_unmet=不具备", office_id(held->standard));
	for (size_t i = 0; i < N_ITEMS(items); i++)
		held->items[i] = add(held, "standard_item",
			"standard_id=%s;group_id=%s;order_no=%zu;%s",
			office_id(held->standard),
			office_id(groups[i / 2]), i + 1, items[i]);
}

static void
add_run(struct held *held, const char *words)
{
	held->run = add(held, "checklist_run",
		"union_org_id=%s;standard_id=%s;%s", office_id(held->org),
		office_id(held->standard), words);
}

/* The result of the newest run on an item. */
static int64_t
add_result(const struct held *held, size_t item, const char *words)
{
	static const char *const texts[] = {
		"grp=七防;code=F1;text=防“一建了之”",
		"grp=七防;code=F2;text=防“大杂烩”",
		"grp=八有;code=Y1;text=有一级党委领导"};

	return add(held, "checklist_result", "checklist_run_id=%s;item_id=%s;"
		"order_no=%zu;%s;%s", office_id(held->run),
		office_id(held->items[item]), item + 1, texts[item], words);
}

static void
set_up(struct held *held, struct office *office)
{
	*held = (struct held){.office = office};
	office_add(office->store, "office", "name=苏木党委");
	held->org = office_add(office->store, "union_org", "name=联合党支部");
}

static void
add_evidence(const struct held *held, int64_t result)
{
	int64_t kind = add(held, "meeting_kind", "name=党员大会;eligible=1");
	int64_t meeting = add(held, "meeting", "union_org_id=%s;kind_id=%s;"
		"title=大会;begin_at=2024-11-05 09:00",
		office_id(held->org), office_id(kind));

	add(held, "evidence", "checklist_run_id=%s;result_id=%s;order_no=1;"
		"meeting_id=%s;title=记录本{一};note=二号柜",
		office_id(held->run), office_id(result), office_id(meeting));
	add(held, "evidence", "checklist_run_id=%s;result_id=%s;order_no=2;"
		"title=照片", office_id(held->run), office_id(result));
}

static void
the_first_check_is_whole(void **state)
{
	struct held held;
	struct paper paper;
	int64_t result;

	set_up(&held, *state);
	add_standard(&held, "status=1;notice=" NOTICE);
	add_run(&held, "year=2024;part=6;from_on=2024-10-01;"
		"until_on=2024-12-31;judged_on=2024-12-30;judged_by=甲、乙;"
		"remark=雪大。\n路不通。");
	result = add_result(&held, 0, "verdict=2;word=有苗头;"
		"ground=本期会议1次。;finding=会少;measure=按月开;person=𠮷;"
		"due_on=2025-02-01;recheck_on=2025-03-01;recheck=1;"
		"recheck_note=已补");
	add_result(&held, 1, "");
	add_result(&held, 2, "verdict=9;word=不适用;note=新建");
	add_evidence(&held, result);
	printed_make(held.office, "checklist", held.run, &paper);
	assert_true(paper.landscape);
	printed_assert(&paper, "Checklist of 联合党支部\n"
		"fourth quarter of 2024\n"
		"Standard: 工作标准, edition 1, provisional\n"
		"Period: 2024-10-01 to 2024-12-31\n"
		"Judged: 甲、乙 on 2024-12-30\nstate: draft\n"
		"一、七防\n有苗头 1, not judged 1.\n"
		"Code\tItem\tVerdict\tEvidence\tFinding and note\tMeasure\t"
		"Responsible, due\t#\n"
		"F1\t防“一建了之”\t有苗头\t本期会议1次。/"
		"大会 / 2024-11-05 09:00, 记录本{一} (二号柜)/照片\t"
		"会少\t按月开/Checked again 2025-03-01: met/已补\t"
		"𠮷/2025-02-01\t#\n"
		"F2\t防“大杂烩”\tnot judged\tnone\tnone\tnone\tnone\t#\n\n"
		"二、八有\n不适用 1.\n"
		"Code\tItem\tVerdict\tEvidence\tFinding and note\tMeasure\t"
		"Responsible, due\t#\n"
		"Y1\t有一级党委领导\t不适用\tnone\t新建\tnone\tnone\t#\n\n"
		"三、Beside the check before\n"
		"There is no earlier check by this standard.\n"
		"四、Remark\n雪大。\n路不通。\n"
		"Judged by (signature):\t\t\tDate: ________\n"
		"Reviewed by (signature):\t\t\tDate: ________\n"
		"Head of the union:\t\t\tDate: ________\n",
		NOTICE "\t苏木党委\n");
	paper_clear(&paper);
}

/* A run with the verdicts of the three items, in the words of the first. */
static void
add_verdicts(struct held *held, const char *period, const char *verdicts)
{
	static const char *const words[] = {"未发现", "有苗头", "存在"};

	add_run(held, period);
	for (size_t i = 0; i < N_ITEMS(held->items); i++) {
		char *said = xasprintf("verdict=%c;word=%s;finding=有;"
			"measure=改;due_on=2025-02-01", verdicts[i],
			words[verdicts[i] - '1']);

		add_result(held, i, said);
		free(said);
	}
}

/* The comparison, from its sentence on, of the newest run. */
static void
assert_turns(const struct held *held, const char *sentence, size_t n_rows,
	const char *change)
{
	struct paper paper;
	size_t i = 0;

	printed_make(held->office, "checklist", held->run, &paper);
	while (strcmp(paper.blocks[i].text, "Beside the check before") != 0)
		i++;
	assert_string_equal(paper.blocks[i + 1].text, sentence);
	assert_int_equal(paper_n_rows(&paper.blocks[i + 2]), n_rows);
	if (n_rows > 0)
		assert_string_equal(paper_cell(&paper.blocks[i + 2], 0, 4),
			change);
	paper_clear(&paper);
}

#define H1_2023 "year=2023;part=1;from_on=2023-01-01;until_on=2023-06-30"
#define H2_2023 "year=2023;part=2;from_on=2023-07-01;until_on=2023-12-31"
#define H1_2024 "year=2024;part=1;from_on=2024-01-01;until_on=2024-06-30"

/* Another edition goes on where the one before left off; a check that was
 * entered late stands where its period does. */
static void
what_has_changed_is_said(void **state)
{
	struct held held;

	set_up(&held, *state);
	add_standard(&held, "status=2");
	add_verdicts(&held, H2_2023, "132");
	assert_turns(&held, "There is no earlier check by this standard.", 0,
		"");
	add_standard(&held, "status=2;edition=2");
	add_verdicts(&held, H1_2024, "212");
	assert_turns(&held, "Since the check of second half of 2023: better "
		"1, worse 1, came back 0, the same 1, not to be compared 0.",
		2, "worse");
	add_verdicts(&held, H1_2023, "221");
	assert_turns(&held, "There is no earlier check by this standard.", 0,
		"");
	add_verdicts(&held, "year=2024;part=2;from_on=2024-07-01;"
		"until_on=2024-12-31", "222");
	assert_turns(&held, "Since the check of first half of 2024: better 0, "
		"worse 0, came back 1, the same 2, not to be compared 0.", 1,
		"came back");
}

int
main(void)
{
#define CHECKLIST_TEST(f) \
	cmocka_unit_test_setup_teardown(f, office_set_up, office_tear_down)
	const struct CMUnitTest tests[] = {
		CHECKLIST_TEST(the_first_check_is_whole),
		CHECKLIST_TEST(what_has_changed_is_said),
	};

	return cmocka_run_group_tests_name("print_checklist", tests, NULL,
		NULL);
}
