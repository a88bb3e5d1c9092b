#include "plan.h"


#define NUMBER_A "150421199001010014" /* born 1990-01-01 */
#define NUMBER_B "150421199001010030" /* born 1990-01-01 */
#define NUMBER_OLD "150421900101001"  /* 15 places, born 1990-01-01 */
#define ZEROS_A "150421199001019000" /* valid as well */
#define ZEROS_B "150421199002011000"
#define HEADER "姓名,公民身份号码,出生日期,所在党支部\n"

/* Who is who: what is there, what the file says, what becomes of its rows
 * (n new, c changed, s same, ? held back, x rejected). */
static const struct {
	const char *rule;
	const char *there[3]; /* members */
	const char *file;
	const char *verdicts;
	const char *reason; /* words of the last row's */
} rules[] = {
	{"nobody of that name", {NULL},
		HEADER "张三,,1990-01-01,\n", "n", ""},
	{"the ID number is equal", {"name=张三;idno=" NUMBER_A},
		HEADER "张三," NUMBER_A ",1990-01-01,\n", "c", ""},
	{"equal, the name in another spelling",
		{"name=乌兰·其其格;idno=" NUMBER_A},
		"姓名,身份证\n乌兰・其其格," NUMBER_A "\n", "c", ""},
	{"equal, and another name", {"name=李四;idno=" NUMBER_A},
		HEADER "张三," NUMBER_A ",1990-01-01,\n", "?",
		"stands in the record of 李四"},
	{"both valid and other: another person",
		{"name=张三;idno=" NUMBER_B ";birth_on=1990-01-01"},
		HEADER "张三," NUMBER_A ",1990-01-01,\n", "n",
		"Somebody else of the same name"},
	{"one side without: name and birthday",
		{"name=张三;birth_on=1990-01-01"},
		HEADER "张三," NUMBER_A ",1990-01-01,\n", "c", ""},
	{"the file without: name and birthday",
		{"name=张三;idno=" NUMBER_A ";birth_on=1990-01-01"},
		HEADER "张三,,1990-01-01,\n", "s", ""},
	{"the birthday comes from the number",
		{"name=张三;birth_on=1990-01-01"},
		HEADER "张三," NUMBER_A ",,\n", "c", ""},
	{"an unverified number: name and birthday",
		{"name=张三;idno=" NUMBER_OLD ";birth_on=1990-01-01"},
		HEADER "张三," NUMBER_A ",1990-01-01,\n", "c", ""},
	{"an old number says less than a new one",
		{"name=张三;sex=1;idno=" NUMBER_A ";birth_on=1990-01-01"},
		HEADER "张三," NUMBER_OLD ",1990-01-01,\n", "s", ""},
	{"another birthday: another person",
		{"name=张三;birth_on=1991-01-01"},
		HEADER "张三,,1990-01-01,\n", "n", ""},
	{"the birthday is missing in the record", {"name=张三"},
		HEADER "张三,,1990-01-01,\n", "?",
		"This could be the same as 张三"},
	{"the birthday is missing in the file",
		{"name=张三;birth_on=1990-01-01"},
		HEADER "张三,,,\n", "?", "This could be the same as 张三"},
	{"the birthday is no day", {"name=张三;birth_on=1990-01-01"},
		HEADER "张三,,1990-01,\n", "?", "This could be the same"},
	{"several candidates",
		{"name=张三;birth_on=1990-01-01",
			"name=张三;birth_on=1990-01-01"},
		HEADER "张三,,1990-01-01,\n", "?", "张三 ("},
	{"of several, the one of the branch",
		{"name=张三;birth_on=1990-01-01;branch_id=@1",
			"name=张三;birth_on=1990-01-01;branch_id=@2"},
		HEADER "张三,,1990-01-01,二支部\n", "s", ""},
	{"the branch contradicts",
		{"name=张三;birth_on=1990-01-01;branch_id=@1"},
		HEADER "张三,,1990-01-01,二支部\n", "?", "一支部"},
	{"the branch is missing on one side",
		{"name=张三;birth_on=1990-01-01;branch_id=@1"},
		HEADER "张三,,1990-01-01,\n", "s", ""},
	{"the same person twice, by number", {NULL},
		HEADER "张三," NUMBER_A ",,\n张三," NUMBER_A ",,\n", "nx",
		"the same as row 2 of the file"},
	{"the same person twice, by name and birthday", {NULL},
		HEADER "张三," NUMBER_A ",,\n张三,,1990-01-01,\n", "nx",
		"the same as row 2 of the file"},
	{"the same record twice",
		{"name=张三;sex=1;idno=" NUMBER_A ";birth_on=1990-01-01"},
		HEADER "张三," NUMBER_A ",,\n张三,,1990-01-01,\n", "sx",
		"the same as row 2 of the file"},
	{"two persons of one name and birthday", {NULL},
		HEADER "张三," NUMBER_A ",,\n张三," NUMBER_B ",,\n", "nn", ""},
	{"two of one name, one without a birthday", {NULL},
		HEADER "张三,,1990-01-01,\n张三,,,\n", "n?",
		"This could be the same as row 2"},
	{"a number ends in 000 with a wrong check digit", {NULL},
		HEADER "张三,150421199001010000,,\n", "x", "spreadsheet"},
	{"a right number ends in 000", {NULL},
		HEADER "张三," ZEROS_A ",,\n", "?", "ends in 000"},
	{"a right number ends in 000 and is known",
		{"name=张三;idno=" ZEROS_A},
		"姓名,身份证号\n张三," ZEROS_A "\n", "s", ""},
	{"three numbers end in 000", {NULL},
		HEADER "张三," ZEROS_A ",,\n李四," ZEROS_B ",,\n"
		"王五,150421199001010000,,\n", "xxx",
		"Format the column as text"},
	{"a number in scientific notation", {NULL},
		HEADER "张三,4.41E+17,,\n", "x", "spreadsheet"},
};

static void
add_members(struct office *office, const char *const there[3])
{
	const char *branches[] = {
		xstrdup(office_id(office_add(office->store, "branch",
			"name=一支部"))),
		xstrdup(office_id(office_add(office->store, "branch",
			"name=二支部"))),
	};

	for (size_t i = 0; i < 3 && there[i] != NULL; i++) {
		char *words = xstrdup(there[i]);
		char *mark = strchr(words, '@');
		char *whole;

		if (mark != NULL)
			*mark = '\0';
		whole = xasprintf("%s%s", words,
			mark != NULL ? branches[mark[1] - '1'] : "");
		office_add(office->store, "member", whole);
		free(whole);
		free(words);
	}
	free((char *)branches[0]);
	free((char *)branches[1]);
}

/* Files of so many sound numbers, of which some end in 000 by chance. */
static const struct {
	int n_rows;
	int n_zeros;
	const char *verdict; /* of each that does */
} chances[] = {
	{2000, 5, "?"},
	{40, 3, "x"},
	{40, 2, "?"},
	{300, 3, "?"},
	{299, 3, "x"},
};

/* Appends the number of this place in a sequence with its check digit. */
static void
add_number(const char *first, struct strbuf *out)
{
	static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10,
		5, 8, 4, 2};
	int sum = 0;

	for (size_t i = 0; i < N_ITEMS(weights); i++)
		sum += (first[i] - '0') * weights[i];
	strbuf_addf(out, "%s%c", first, "10X98765432"[sum % 11]);
}

/* Days of birth run on; where zeros is set, one whose number ends in 000. */
static void
add_row(int i, bool zeros, struct strbuf *out)
{
	char first[64];
	struct strbuf number = STRBUF_INIT;

	for (int place = zeros ? 0 : 1; place < 10; place++) {
		strbuf_reset(&number);
		snprintf(first, sizeof(first), "150421%04d%02d%02d%d%02d",
			1950 + i / 336, 1 + i / 28 % 12, 1 + i % 28, place,
			zeros ? 0 : 11);
		add_number(first, &number);
		if (!zeros || number.s[17] == '0')
			break;
	}
	strbuf_addf(out, "张三%d,%s\n", i, number.s);
	strbuf_clear(&number);
}

static void
some_end_in_zeros_by_chance(void **state)
{
	struct office *office = *state;

	for (size_t i = 0; i < N_ITEMS(chances); i++) {
		struct strbuf text = STRBUF_INIT, verdicts = STRBUF_INIT;
		struct strbuf reason = STRBUF_INIT;
		int n_found = 0, left = chances[i].n_zeros;

		strbuf_add(&text, "姓名,身份证号\n");
		for (int row = 0; row < chances[i].n_rows; row++) {
			size_t begin = text.len;

			add_row(row, left > 0, &text);
			if (strcmp(text.s + text.len - 4, "000\n") == 0) {
				left--;
			} else if (left > 0) {
				strbuf_truncate(&text, begin);
				add_row(row, false, &text);
			}
		}
		assert_int_equal(left, 0);
		office_plan(office->store, "member", text.s, &verdicts,
			&reason);
		assert_int_equal(verdicts.len, chances[i].n_rows);
		for (size_t at = 0; at < verdicts.len; at++)
			n_found += verdicts.s[at] == chances[i].verdict[0];
		assert_int_equal(n_found, chances[i].n_zeros);
		strbuf_clear(&text);
		strbuf_clear(&verdicts);
		strbuf_clear(&reason);
	}
}

static void
who_is_who(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(rules); i++) {
		struct office *office;
		struct strbuf verdicts = STRBUF_INIT, reason = STRBUF_INIT;
		void *own;

		assert_int_equal(office_set_up(&own), 0);
		office = own;
		add_members(office, rules[i].there);
		office_plan(office->store, "member", rules[i].file, &verdicts,
			&reason);
		if (strcmp(verdicts.s, rules[i].verdicts) != 0)
			fail_msg("%s: %s (%s)", rules[i].rule, verdicts.s,
				reason.s);
		if (strstr(reason.s, rules[i].reason) == NULL)
			fail_msg("%s: %s", rules[i].rule, reason.s);
		strbuf_clear(&verdicts);
		strbuf_clear(&reason);
		assert_int_equal(office_tear_down(&own), 0);
	}
}

/* By ids: %s is that of the member 张三, %t an unknown one. */
static const struct {
	const char *rule;
	const char *file;
	const char *verdicts;
	const char *reason;
} ids[] = {
	{"a known id", "编号,姓名,联系电话\n%s,张三,13800138000\n", "c", ""},
	{"a known id, the name put right", "编号,姓名\n%s,张叁\n", "c", ""},
	{"a known id of somebody else",
		"编号,姓名,身份证\n%s,李四," NUMBER_B "\n", "x",
		"is of somebody else"},
	{"an unknown id makes that record", "编号,姓名\n%t,李四\n", "n", ""},
	{"an unknown id beside the same name and birthday",
		"id,name,birth_on\n%t,张三,1990-01-01\n", "n", ""},
	{"one id twice", "编号,姓名\n%s,张三\n%s,张三\n", "xx",
		"stands in rows 2 and 3"},
	{"one unknown id twice", "编号,姓名\n%t,李四\n%t,王五\n", "xx",
		"stands in rows 2 and 3"},
	{"no id at all", "编号,姓名\n007?,李四\n", "x", "is no number of a"},
	{"the id of another type", "编号,姓名\n%b,李四\n", "x",
		"belongs to a record of the type"},
	{"a masked number is left alone",
		"编号,姓名,身份证\n%s,张三,150421********0014\n", "s", ""},
	{"a mask of another number",
		"编号,姓名,身份证\n%s,张三,150421********0015\n", "x", ""},
};

static char *
put_ids(const char *file, int64_t member, int64_t branch)
{
	struct strbuf text = STRBUF_INIT;

	for (; *file != '\0'; file++) {
		if (*file != '%')
			strbuf_add_char(&text, *file);
		else if (*++file == 't')
			strbuf_add(&text, "0BCDEFG-1");
		else
			strbuf_add(&text, office_id(*file == 's' ? member
								 : branch));
	}
	return strbuf_detach(&text);
}

static void
ids_decide(void **state)
{
	struct office *office = *state;
	int64_t branch = office_add(office->store, "branch", "name=一支部");
	int64_t member = office_add(office->store, "member",
		"name=张三;birth_on=1990-01-01;sex=1;idno=" NUMBER_A);

	for (size_t i = 0; i < N_ITEMS(ids); i++) {
		char *file = put_ids(ids[i].file, member, branch);
		struct strbuf verdicts = STRBUF_INIT, reason = STRBUF_INIT;

		office_plan(office->store, "member", file, &verdicts, &reason);
		if (strcmp(verdicts.s, ids[i].verdicts) != 0 ||
			strstr(reason.s, ids[i].reason) == NULL)
			fail_msg("%s: %s (%s)", ids[i].rule, verdicts.s,
				reason.s);
		strbuf_clear(&verdicts);
		strbuf_clear(&reason);
		free(file);
	}
}

/* Other types by the same rules: names, and references with a beginning. */
static const struct {
	const char *rule;
	const char *type;
	const char *file;
	const char *verdicts;
} others[] = {
	{"a unit by its name", "unit", "单位全称,联系人\n水 利 站,王五\n", "c"},
	{"a unit of another name", "unit", "单位全称\n林业站\n", "n"},
	{"a unit twice", "unit", "单位全称\n林业站\n林业站\n", "nx"},
	{"a unit in the union, the same beginning", "union_unit",
		"联合党组织,成员单位,加入日期,职责\n联合体,水利站,2020-01,供水\n",
		"c"},
	{"a unit in the union, no beginning", "union_unit",
		"联合党组织,成员单位,职责\n联合体,水利站,供水\n", "c"},
	{"a unit in the union, once more later", "union_unit",
		"联合党组织,成员单位,加入日期\n联合体,水利站,2023-01\n", "n"},
	{"a meeting of the kind, and another of another hour", "meeting",
		"联合党组织,会议类别,会议名称,开始时间\n"
		"联合体,党课,一季度,2024-03-01 09:00\n"
		"联合体,党课,二季度,2024-06-01 09:00\n", "nn"},
};

static void
other_types_follow(void **state)
{
	struct office *office = *state;
	int64_t unit = office_add(office->store, "unit", "name=水利站");
	int64_t org = office_add(office->store, "union_org", "name=联合体");
	char *words = xasprintf("union_org_id=%s;unit_id=%s;joined_on=2020-01",
		office_id(org), office_id(unit));

	office_add(office->store, "union_unit", words);
	office_add(office->store, "meeting_kind", "name=党课");
	for (size_t i = 0; i < N_ITEMS(others); i++) {
		struct strbuf verdicts = STRBUF_INIT, reason = STRBUF_INIT;

		office_plan(office->store, others[i].type, others[i].file,
			&verdicts, &reason);
		if (strcmp(verdicts.s, others[i].verdicts) != 0)
			fail_msg("%s: %s (%s)", others[i].rule, verdicts.s,
				reason.s);
		strbuf_clear(&verdicts);
		strbuf_clear(&reason);
	}
	free(words);
}

enum { NAMESAKES = 70 };

/* However many bear a name, the one who is meant is found among them. */
static void
many_of_one_name(void **state)
{
	struct office *office = *state;
	struct strbuf text = STRBUF_INIT, verdicts = STRBUF_INIT;
	struct strbuf reason = STRBUF_INIT;

	for (int i = 0; i < NAMESAKES; i++) {
		char *words = xasprintf("name=张三;birth_on=%d-01-01",
			1900 + i);

		office_add(office->store, "member", words);
		free(words);
	}
	strbuf_addf(&text, HEADER "张三,,%d-01-01,\n",
		1900 + NAMESAKES - 1);
	office_plan(office->store, "member", text.s, &verdicts, &reason);
	assert_string_equal(verdicts.s, "s");
	/* Within a file too many are not compared, but held back. */
	strbuf_reset(&text);
	strbuf_reset(&verdicts);
	strbuf_add(&text, HEADER);
	for (int i = 0; i < NAMESAKES; i++)
		strbuf_addf(&text, "李四,,%d,\n", 1900 + i);
	strbuf_add(&text, "李四,,1990-06-01,\n");
	office_plan(office->store, "member", text.s, &verdicts, &reason);
	assert_int_equal(verdicts.len, NAMESAKES + 1);
	assert_int_equal(strspn(verdicts.s, "n"), NAMESAKES - 5);
	assert_string_equal(verdicts.s + NAMESAKES - 5, "??????");
	assert_non_null(strstr(reason.s, "Very many rows"));
	strbuf_clear(&text);
	strbuf_clear(&verdicts);
	strbuf_clear(&reason);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_is_who),
		cmocka_unit_test_setup_teardown(some_end_in_zeros_by_chance,
			office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(many_of_one_name,
			office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(ids_decide, office_set_up,
			office_tear_down),
		cmocka_unit_test_setup_teardown(other_types_follow,
			office_set_up, office_tear_down),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
