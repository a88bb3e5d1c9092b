#include "plan.h"

#include "records/find.h"
#include "records/load.h"
#include "store/check.h"

#define NUMBER_A "150421199001010014"

static const struct import_options plain = {0};

static enum err_code
run(struct import *import, struct import_result *result, struct err *err)
{
	return import_run(import, &office_info, NULL, result, err);
}

static void
plan(struct import *import)
{
	struct err err = ERR_INIT;

	if (import_plan(import, NULL, &err) != ERR_OK)
		fail_msg("%s", err.text);
}

/* Imports a text and gives how many records are new. */
static uint64_t
take(struct store *store, const char *type, const char *text,
	const struct import_options *options)
{
	struct import *import = office_open_text(store, type, text, options);
	struct import_result result;
	struct err err = ERR_INIT;

	plan(import);
	if (run(import, &result, &err) != ERR_OK)
		fail_msg("%s", err.text);
	import_close(import);
	return result.n_new;
}

static void
assert_value(struct store *store, const char *type, int64_t id,
	const char *field, const char *value)
{
	struct record record;

	assert_int_equal(record_load(store, record_type_find(type), id,
				 &record, NULL),
		ERR_OK);
	assert_string_equal(record_get(&record, field), value);
	record_clear(&record);
}

static int64_t
find(struct store *store, const char *type, const char *title)
{
	struct find_ids ids = VEC_INIT;
	int64_t id;

	assert_int_equal(find_by_title(store, record_type_find(type), title, 2,
				 &ids, NULL),
		ERR_OK);
	assert_int_equal(ids.n, 1);
	id = ids.items[0];
	find_ids_clear(&ids);
	return id;
}

static void
assert_held_back(struct store *store, const char *n)
{
	char *text = store_setting(store, "held_back");

	assert_string_equal(text, n);
	free(text);
}

/* Two good rows, a wrong one, and one that is held back. */
#define MIXED "姓名,性别,出生日期\n张三,男,1990-01-01\n李四,外,\n王五,女,\n" \
	"赵六,2,1980.5.6\n"

static const struct {
	struct import_options options;
	enum err_code code;
	int64_t n_members; /* beside the one that was there */
	const char *held_back;
} options[] = {
	{{0}, ERR_INVALID, 0, ""},
	{{.take_doubtful = true}, ERR_INVALID, 0, ""},
	{{.skip_bad = true}, ERR_OK, 2, "2"},
	{{.skip_bad = true, .take_doubtful = true}, ERR_OK, 3, "1"},
};

static void
all_or_what_is_asked_for(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(options); i++) {
		struct import_result result;
		struct import *import;
		struct office *office;
		void *own;

		assert_int_equal(office_set_up(&own), 0);
		office = own;
		office_add(office->store, "member",
			"name=王五;birth_on=1970-01-01");
		import = office_open_text(office->store, "member", MIXED,
			&options[i].options);
		plan(import);
		assert_int_equal(run(import, &result, NULL), options[i].code);
		assert_int_equal(result.n_new, options[i].n_members);
		import_close(import);
		assert_int_equal(office_count(office->store, "member"),
			1 + options[i].n_members);
		assert_held_back(office->store, options[i].held_back);
		assert_int_equal(office_tear_down(&own), 0);
	}
}

static void
values_are_written_as_planned(void **state)
{
	struct office *office = *state;
	struct store *store = office->store;
	int64_t id;

	take(store, "member", "姓名,身份证号,电话,文化程度,备注\n"
		"张　三,\t１５０４２１１９９００１０１００１４,'13800138000,本科,\n",
		&plain);
	id = find(store, "member", "张三");
	assert_value(store, "member", id, "idno", NUMBER_A);
	assert_value(store, "member", id, "sex", "1");
	assert_value(store, "member", id, "birth_on", "1990-01-01");
	assert_value(store, "member", id, "phone", "13800138000");
	assert_value(store, "member", id, "state", "1");
	/* An empty cell erases nothing, an absent column is left alone. */
	take(store, "member", "姓名,身份证号,电话,家庭住址\n"
		"张三," NUMBER_A ",,供销社家属院\n", &plain);
	assert_value(store, "member", id, "phone", "13800138000");
	assert_value(store, "member", id, "address", "供销社家属院");
	/* A month says less than the day that is there. */
	take(store, "member", "姓名,身份证号,出生年月\n"
		"张三," NUMBER_A ",1990.01\n", &plain);
	assert_value(store, "member", id, "birth_on", "1990-01-01");
	take(store, "member", "姓名,备注\n钱七,'=1+1\n", &plain);
	assert_value(store, "member", find(store, "member", "钱七"), "remark",
		"=1+1");
}

static void
references_lead_into_the_file(void **state)
{
	struct office *office = *state;
	struct store *store = office->store;
	int64_t low, high;

	assert_int_equal(take(store, "unit", "单位全称,上级单位\n水利站,水利局\n"
		"水利局,旗政府\n旗政府,\n", &plain), 3);
	low = find(store, "unit", "水利站");
	high = find(store, "unit", "水利局");
	assert_value(store, "unit", low, "parent_id", office_id(high));
	assert_int_equal(take(store, "unit", "编号,单位全称,上级单位编号\n"
		"0BCDEFG-2,林业站,0BCDEFG-3\n0BCDEFG-3,林业局,\n", &plain), 2);
	assert_value(store, "unit", find(store, "unit", "林业站"), "parent_id",
		"0BCDEFG-3");
}

static void
what_waits_for_a_bad_row_stays(void **state)
{
	struct office *office = *state;
	struct strbuf verdicts = STRBUF_INIT, reason = STRBUF_INIT;

	office_plan(office->store, "unit", "单位全称,上级单位,单位级别\n"
		"水利站,水利局,\n水利局,旗政府,\n旗政府,,没有这一级\n", &verdicts,
		&reason);
	assert_string_equal(verdicts.s, "xxx");
	strbuf_clear(&verdicts);
	strbuf_clear(&reason);
}

static void
a_circle_is_refused(void **state)
{
	struct office *office = *state;
	struct import *import = office_open_text(office->store, "unit",
		"单位全称,上级单位\n水利站,林业站\n林业站,水利站\n", &plain);
	struct import_result result;
	struct err err = ERR_INIT;

	plan(import);
	assert_int_equal(run(import, &result, &err), ERR_INVALID);
	assert_string_equal(err.text,
		"Row 2 (水利站): It refers to other rows in a circle.");
	assert_int_equal(office_count(office->store, "unit"), 0);
	err_clear(&err);
	import_close(import);
}

/* Each row alone is sound: what one changes, the other makes a circle of. */
static void
a_circle_of_changes_is_refused(void **state)
{
	struct office *office = *state;
	struct import_result result;
	struct import *import;
	struct err err = ERR_INIT;

	take(office->store, "unit", "单位全称\n水利站\n林业站\n", &plain);
	import = office_open_text(office->store, "unit",
		"单位全称,上级单位\n水利站,林业站\n林业站,水利站\n", &plain);
	plan(import);
	assert_int_equal(run(import, &result, &err), ERR_INVALID);
	assert_string_equal(err.text,
		"Row 3 (林业站): upper unit: from there upwards one comes back "
		"to this record itself.");
	err_clear(&err);
	import_close(import);
}

/* What others do between the plan and its execution. */
static const struct {
	const char *text;
	const char *added; /* a further member, or NULL */
	bool changes;      /* the one that is there */
	enum err_code code;
} meanwhile[] = {
	{"姓名,身份证,电话\n张三," NUMBER_A ",13800138000\n", NULL, true,
		ERR_STALE},
	{"姓名,身份证,电话\n张三," NUMBER_A ",13800138000\n", "name=钱七",
		false, ERR_OK},
	{"姓名,出生日期\n李四,1990-02-02\n", "name=李四;birth_on=1990-02-02",
		false, ERR_STALE},
	{"姓名,出生日期\n李四,1990-02-02\n", "name=钱七", true, ERR_OK},
};

static void
change_somebody(struct store *store, int64_t id)
{
	struct record record;
	struct change *change;

	assert_int_equal(record_load(store, record_type_find("member"), id,
				 &record, NULL),
		ERR_OK);
	record_set(&record, "address", "一队");
	assert_int_equal(change_begin(store, &office_info, &change, NULL),
		ERR_OK);
	assert_int_equal(record_save(change, &record, NULL, NULL, NULL),
		ERR_OK);
	assert_int_equal(change_commit(change, NULL), ERR_OK);
	record_clear(&record);
}

static void
a_stale_plan_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(meanwhile); i++) {
		struct import_result result;
		struct import *import;
		struct office *office;
		void *own;
		int64_t id;

		assert_int_equal(office_set_up(&own), 0);
		office = own;
		id = office_add(office->store, "member",
			"name=张三;idno=" NUMBER_A);
		import = office_open_text(office->store, "member",
			meanwhile[i].text, &plain);
		plan(import);
		if (meanwhile[i].added != NULL)
			office_add(office->store, "member",
				meanwhile[i].added);
		if (meanwhile[i].changes)
			change_somebody(office->store, id);
		assert_int_equal(run(import, &result, NULL),
			meanwhile[i].code);
		if (meanwhile[i].code == ERR_STALE) {
			/* Planned again, it goes through. */
			plan(import);
			assert_int_equal(run(import, &result, NULL), ERR_OK);
		}
		import_close(import);
		assert_int_equal(office_tear_down(&own), 0);
	}
}

/* A person who presses Ctrl-C in one step, or later. */
struct person {
	const char *step;
	uint64_t after; /* rows of that step */
	bool has_pressed;
};

static bool
has_pressed(struct job *job)
{
	return ((struct person *)job->data)->has_pressed;
}

static void
watch(struct job *job, const char *step, uint64_t done, uint64_t total)
{
	struct person *person = job->data;

	(void)total;
	if (strcmp(step, person->step) == 0 && done > person->after)
		person->has_pressed = true;
}

static void
stop_in_the_middle(struct office *office, const char *text, uint64_t n)
{
	struct person person = {.step = _("saving"), .after = n / 2};
	struct job job = {.progress = watch, .cancelled = has_pressed,
		.data = &person};
	struct import *import = office_open_text(office->store, "member",
		text, &plain);
	struct check_result checked;
	struct import_result result;

	assert_int_equal(import_plan(import, &job, NULL), ERR_OK);
	assert_int_equal(import_run(import, &office_info, &job, &result, NULL),
		ERR_CANCELLED);
	assert_int_equal(result.change, 0);
	assert_int_equal(result.n_new, 0);
	assert_int_equal(office_count(office->store, "member"), 0);
	assert_int_equal(import_plan(import, &job, NULL), ERR_CANCELLED);
	import_close(import);
	assert_int_equal(check_run(office->store, false, NULL, NULL, NULL,
				 &checked, NULL),
		ERR_OK);
	assert_int_equal(checked.n_faults + checked.n_rows, 0);
}

/* Few rows, and so many that the indexes are built afterwards. */
static void
a_stopped_import_leaves_nothing(void **state)
{
	static const uint64_t sizes[] = {600, 1200};
	struct office *office = *state;
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < N_ITEMS(sizes); i++) {
		strbuf_reset(&text);
		strbuf_add(&text, "姓名\n");
		for (uint64_t j = 0; j < sizes[i]; j++)
			strbuf_addf(&text, "张三%d\n", (int)j);
		stop_in_the_middle(office, text.s, sizes[i]);
	}
	assert_int_equal(take(office->store, "member", text.s, &plain),
		sizes[N_ITEMS(sizes) - 1]);
	strbuf_clear(&text);
}

/* So many that they are loaded first and indexed afterwards. */
static void
many_are_indexed_afterwards(void **state)
{
	enum { N = 1500 };
	struct office *office = *state;
	struct store *store = office->store;
	struct strbuf text = STRBUF_INIT;
	struct strbuf verdicts = STRBUF_INIT, reason = STRBUF_INIT;
	struct check_result result;

	strbuf_add(&text, "姓名,出生日期,电话\n");
	for (int i = 0; i < N; i++)
		strbuf_addf(&text, "人%d,1970-01-01,154%08d\n", i, i);
	assert_int_equal(take(store, "member", text.s, &plain), N);
	assert_true(find(store, "member", "人1499") != 0);
	assert_int_equal(check_run(store, true, NULL, NULL, NULL, &result,
				 NULL),
		ERR_OK);
	assert_int_equal(result.n_faults, 0);
	office_plan(store, "member", text.s, &verdicts, &reason);
	assert_int_equal(strspn(verdicts.s, "s"), N);
	strbuf_clear(&text);
	strbuf_clear(&verdicts);
	strbuf_clear(&reason);
}

#define OFFICE_TEST(test) \
	cmocka_unit_test_setup_teardown(test, office_set_up, office_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_or_what_is_asked_for),
		OFFICE_TEST(values_are_written_as_planned),
		OFFICE_TEST(references_lead_into_the_file),
		OFFICE_TEST(what_waits_for_a_bad_row_stays),
		OFFICE_TEST(a_circle_is_refused),
		OFFICE_TEST(a_circle_of_changes_is_refused),
		cmocka_unit_test(a_stale_plan_is_refused),
		OFFICE_TEST(a_stopped_import_leaves_nothing),
		OFFICE_TEST(many_are_indexed_afterwards),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
