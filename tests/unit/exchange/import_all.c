#include "plan.h"

#include "exchange/export.h"
#include "exchange/stock.h"
#include "records/find.h"
#include "records/load.h"

static const struct import_options plain = {0};

static char *
sample(const char *name)
{
	const char *top = getenv("top_srcdir");
	char *folder = file_join(top != NULL ? top : ".", "share/sample");
	char *path = file_join(folder, name);

	free(folder);
	return path;
}

static void
import_office(struct store *store)
{
	char *folder = sample("");
	struct import_result result;
	struct err err = ERR_INIT;

	if (stock_fill(store, &office_info, NULL, &err) != ERR_OK ||
		import_all(store, folder, &plain, &office_info, NULL, &result,
			&err) != ERR_OK)
		fail_msg("%s", err.text);
	free(folder);
}

/*
 * The files as an office has them: rows new, changed, unchanged, held back,
 * rejected; then, with roster, units, branches, unions and memberships made.
 */
struct expected {
	uint64_t rows[IMPORT_VERDICT_N];
	uint64_t units;
	uint64_t branches;
	uint64_t unions;
	uint64_t memberships;
};

static const struct {
	const char *file;
	bool roster;
	bool office; /* into the sample office, else into an empty one */
	struct expected first;
	struct expected again; /* for the second and third time */
} files[] = {
	{"files/roster-wps-gb18030.csv", false, false,
		{{0, 0, 0, 0, 60}, 0, 0, 0, 0}, {{0, 0, 0, 0, 60}, 0, 0, 0, 0}},
	{"files/roster-wps-gb18030.csv", true, false,
		{{58, 0, 0, 0, 2}, 0, 18, 0, 0}, {{0, 0, 58, 0, 2}, 0, 0, 0, 0}},
	{"files/roster-wps-gb18030.csv", false, true,
		{{23, 3, 32, 0, 2}, 0, 0, 0, 0}, {{0, 0, 58, 0, 2}, 0, 0, 0, 0}},
	{"files/members-bom.csv", false, false,
		{{12, 0, 0, 0, 0}, 0, 0, 0, 0}, {{0, 0, 12, 0, 0}, 0, 0, 0, 0}},
	{"files/members-bom.csv", false, true,
		{{4, 0, 8, 0, 0}, 0, 0, 0, 0}, {{0, 0, 12, 0, 0}, 0, 0, 0, 0}},
	{"files/members-utf16.csv", false, false,
		{{10, 0, 0, 0, 0}, 0, 0, 0, 0}, {{0, 0, 10, 0, 0}, 0, 0, 0, 0}},
	{"files/members-utf16.csv", false, true,
		{{6, 0, 4, 0, 0}, 0, 0, 0, 0}, {{0, 0, 10, 0, 0}, 0, 0, 0, 0}},
	{"files/wrong-fifteen.csv", false, false,
		{{6, 0, 0, 0, 15}, 0, 0, 0, 0}, {{0, 0, 6, 0, 15}, 0, 0, 0, 0}},
	{"files/wrong-fifteen.csv", false, true,
		{{6, 0, 0, 0, 15}, 0, 0, 0, 0}, {{0, 0, 6, 0, 15}, 0, 0, 0, 0}},
	{"files/combined-roster.csv", true, false,
		{{34, 0, 0, 0, 0}, 17, 17, 3, 34},
		{{0, 0, 34, 0, 0}, 0, 0, 0, 0}},
	{"files/combined-roster.csv", true, true,
		{{4, 0, 30, 0, 0}, 1, 1, 1, 4},
		{{0, 0, 34, 0, 0}, 0, 0, 0, 0}},
};

static uint64_t
n_others(const struct import_counts *counts, const char *type)
{
	size_t i = 0;

	while (strcmp(record_types[i]->name, type) != 0)
		i++;
	return counts->others[i];
}

static void
assert_counts(const char *file, int time, const struct import_counts *counts,
	const struct expected *expected)
{
	const uint64_t others[] = {n_others(counts, "unit"),
		n_others(counts, "branch"), n_others(counts, "union_org"),
		n_others(counts, "membership")};
	const uint64_t wanted[] = {expected->units, expected->branches,
		expected->unions, expected->memberships};

	for (int i = 0; i < IMPORT_VERDICT_N; i++)
		if (counts->rows[i] != expected->rows[i])
			fail_msg("%s, time %d: verdict %d: %d rows, not %d",
				file, time, i, (int)counts->rows[i],
				(int)expected->rows[i]);
	for (size_t i = 0; i < N_ITEMS(others); i++)
		if (others[i] != wanted[i])
			fail_msg("%s, time %d: beside %d: %d, not %d", file,
				time, (int)i, (int)others[i], (int)wanted[i]);
}

static void
import_file(struct store *store, size_t i, int time)
{
	const struct import_options options = {.skip_bad = true,
		.roster = files[i].roster};
	char *path = sample(files[i].file);
	const struct sheet_source source = {.path = path};
	struct import *import = office_open(store, "member", &source,
		&options);
	struct import_counts counts;
	struct import_result result;
	struct err err = ERR_INIT;

	if (import_plan(import, NULL, &err) != ERR_OK)
		fail_msg("%s: %s", path, err.text);
	import_counts(import, &counts);
	assert_counts(files[i].file, time, &counts,
		time == 0 ? &files[i].first : &files[i].again);
	if (import_run(import, &office_info, NULL, &result, &err) != ERR_OK)
		fail_msg("%s: %s", path, err.text);
	assert_int_equal(result.n_new, counts.rows[IMPORT_NEW]);
	assert_int_equal(result.n_changed, counts.rows[IMPORT_CHANGED]);
	assert_int_equal(result.n_others,
		n_others(&counts, "unit") + n_others(&counts, "branch") +
			n_others(&counts, "union_org") +
			n_others(&counts, "membership"));
	import_close(import);
	free(path);
}

static void
files_become_what_they_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(files); i++) {
		struct office *office;
		void *own = NULL;
		int64_t n = 0;

		assert_int_equal(office_set_up(&own), 0);
		office = own;
		if (files[i].office)
			import_office(office->store);
		for (int time = 0; time < 3; time++) {
			import_file(office->store, i, time);
			if (time > 0)
				assert_int_equal(office_count(office->store,
							 "member"), n);
			n = office_count(office->store, "member");
		}
		assert_int_equal(office_tear_down(&own), 0);
	}
}

/* Which rows of the file with fifteen wrong ones are refused, and the words
 * that say why. */
static const struct {
	int row;
	const char *reason;
} wrong[] = {
	{3, "should be 6"}, {4, "spreadsheet"}, {6, "spreadsheet"},
	{7, "18 places"}, {8, "date of birth"}, {9, "契丹族"}, {11, "女士们"}, {12, "filled in"},
	{13, "room for 64"}, {15, "phone"}, {16, "row 5"}, {17, "birth"},
	{19, "星星峡党支部"}, {20, "2099"}, {21, "有时外出"},
};

static void
fifteen_rows_say_why(void **state)
{
	struct office *office = *state;
	char *path = sample("files/wrong-fifteen.csv");
	const struct sheet_source source = {.path = path};
	struct import *import = office_open(office->store, "member", &source,
		&plain);
	struct import_row rows[16];
	struct import_result result;
	size_t n;

	assert_int_equal(import_plan(import, NULL, NULL), ERR_OK);
	assert_int_equal(import_rows(import, IMPORT_REJECTED, 0, false,
				 N_ITEMS(rows), rows, &n, NULL),
		ERR_OK);
	assert_int_equal(n, N_ITEMS(wrong));
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(rows[i].number, wrong[i].row);
		if (strstr(rows[i].reason, wrong[i].reason) == NULL)
			fail_msg("row %d: %s", wrong[i].row, rows[i].reason);
		import_row_clear(&rows[i]);
	}
	assert_int_equal(import_run(import, &office_info, NULL, &result, NULL),
		ERR_INVALID);
	assert_int_equal(office_count(office->store, "member"), 0);
	import_close(import);
	free(path);
}

static void
export_office(struct store *store, const char *folder)
{
	const struct export_options options = {.enc = ENC_UTF8_BOM,
		.full = true};
	struct err err = ERR_INIT;

	if (export_all(store, folder, &options, NULL, NULL, &err) != ERR_OK)
		fail_msg("%s", err.text);
}

static void
assert_same_files(const char *one, const char *two)
{
	for (size_t i = 0; i < record_types_n; i++) {
		char *name = xasprintf("%s.csv", record_types[i]->name);
		char *path = file_join(one, name), *other = file_join(two, name);
		struct strbuf bytes = STRBUF_INIT;

		assert_int_equal(file_read(path, 1 << 24, &bytes, NULL),
			ERR_OK);
		office_assert_file(other, bytes.s);
		strbuf_clear(&bytes);
		free(path);
		free(other);
		free(name);
	}
}

/* Out, into an empty database, and out again: the same bytes. */
static void
an_office_goes_round(void **state)
{
	struct office *office = *state;
	char *one = file_join(office->folder, "one");
	char *two = file_join(office->folder, "two");
	struct store *empty;
	struct import_result result;
	struct err err = ERR_INIT;

	import_office(office->store);
	office_add(office->store, "member", "name=张三;kind=;sex=;"
		"idno=150421199001019000;birth_on=1990;remark==1+1\n'无\"");
	export_office(office->store, one);
	empty = office_make(office, "empty.db");
	if (import_all(empty, one, &plain, &office_info, NULL, &result,
		    &err) != ERR_OK)
		fail_msg("%s", err.text);
	assert_true(result.n_new > 0);
	assert_true(result.change != 0);
	export_office(empty, two);
	assert_same_files(one, two);
	if (import_all(empty, one, &plain, &office_info, NULL, &result,
		    &err) != ERR_OK)
		fail_msg("%s", err.text);
	assert_int_equal(result.n_new + result.n_changed, 0);
	assert_int_equal(result.change, 0);
	store_close(empty);
	free(one);
	free(two);
}

static void
a_bad_file_leaves_nothing(void **state)
{
	struct office *office = *state;
	char *unit = file_join(office->folder, "unit.csv");
	char *branch = file_join(office->folder, "branch.csv");
	char *nothing = file_join(office->folder, "nothing");
	static const char units[] = "name\n水利站\n";
	static const char branches[] = "name,unit\n一支部,水利站\n二支部,林业站\n";
	struct import_result result;
	struct err err = ERR_INIT;

	office_write(unit, units, strlen(units));
	office_write(branch, branches, strlen(branches));
	assert_int_equal(import_all(office->store, office->folder, &plain,
				 &office_info, NULL, &result, &err),
		ERR_INVALID);
	assert_non_null(strstr(err.text, "branch.csv, row 3 (二支部)"));
	assert_non_null(strstr(err.text, "林业站"));
	assert_int_equal(office_count(office->store, "unit"), 0);
	assert_int_equal(import_all(office->store, nothing, &plain,
				 &office_info, NULL, &result, &err),
		ERR_FILE);
	err_clear(&err);
	free(unit);
	free(branch);
	free(nothing);
}

/* Writes TYPE.csv into the office's folder. */
static void
put_file(struct office *office, const char *type, const char *text)
{
	char *name = xasprintf("%s.csv", type);
	char *path = file_join(office->folder, name);

	office_write(path, text, strlen(text));
	free(path);
	free(name);
}

static enum err_code
take_all(struct office *office, const struct import_options *options,
	struct job *job, struct import_result *result, struct err *err)
{
	return import_all(office->store, office->folder, options, &office_info,
		job, result, err);
}

/* The value of the one record that has another value in a field. */
static char *
value_where(struct store *store, const char *type, const char *field,
	const char *value, const char *wanted)
{
	const struct record_type *types = record_type_find(type);
	struct find_ids ids = VEC_INIT;
	struct record record;
	char *found;

	assert_int_equal(find_by_value(store, types, field, value, 2, &ids,
				 NULL),
		ERR_OK);
	assert_int_equal(ids.n, 1);
	assert_int_equal(record_load(store, types, ids.items[0], &record, NULL),
		ERR_OK);
	found = xstrdup(record_get(&record, wanted));
	record_clear(&record);
	find_ids_clear(&ids);
	return found;
}

/* By title, by ID number, and by a title that a file before has just given. */
static void
files_refer_to_each_other(void **state)
{
	struct office *office = *state;
	int64_t unit = office_add(office->store, "unit", "name=老水利站");
	struct strbuf units = STRBUF_INIT;
	struct import_result result;
	struct err err = ERR_INIT;
	char *found;

	strbuf_addf(&units, "id,name\n%s,水利站\n", office_id(unit));
	put_file(office, "unit", units.s);
	put_file(office, "branch", "name,unit\n一支部,水利站\n");
	put_file(office, "member", "name,idno,branch\n"
		"张三,150421199001010014,一支部\n");
	put_file(office, "union_org", "name\n联合党支部\n");
	put_file(office, "membership", "member,union_org\n"
		"150421199001010014,联合党支部\n");
	if (take_all(office, &plain, NULL, &result, &err) != ERR_OK)
		fail_msg("%s", err.text);
	assert_int_equal(result.n_new, 4);
	assert_int_equal(result.n_changed, 1);
	found = value_where(office->store, "branch", "name", "一支部", "unit_id");
	assert_string_equal(found, office_id(unit));
	free(found);
	assert_int_equal(office_count(office->store, "membership"), 1);
	if (take_all(office, &plain, NULL, &result, &err) != ERR_OK)
		fail_msg("%s", err.text);
	assert_int_equal(result.n_new + result.n_changed, 0);
	strbuf_clear(&units);
}

/* Who is called so now, but not any more when the files are in. */
static void
an_old_title_is_nobody(void **state)
{
	struct office *office = *state;
	int64_t unit = office_add(office->store, "unit", "name=老水利站");
	struct strbuf units = STRBUF_INIT;
	struct import_result result;
	struct err err = ERR_INIT;

	strbuf_addf(&units, "id,name\n%s,水利站\n", office_id(unit));
	put_file(office, "unit", units.s);
	put_file(office, "branch", "name,unit\n一支部,老水利站\n");
	assert_int_equal(take_all(office, &plain, NULL, &result, &err),
		ERR_INVALID);
	assert_non_null(strstr(err.text, "老水利站"));
	err_clear(&err);
	strbuf_clear(&units);
}

static const struct {
	const char *members;
	const char *memberships;
	const char *sentence;
} misled[] = {
	{"name,idno\n张三,150421199001010014\n张三,150421199001010030\n",
		"member,union_org\n张三,联合党支部\n", "rows 2 and 3"},
	{"name,idno\n王五,150421199001010014\n",
		"member,union_org\n王五,联合党支部\n", "adds one more"},
	{"name,sex\n李四,1\n", "member,union_org\n张三,联合党支部\n",
		"enter it first"},
	{"name\n李四\n", "member,union_org,joined_on,left_on\n"
		"李四,联合党支部,2020-01-01,\n李四,联合党支部,2021-01-01,\n",
		"in the union already"},
};

static void
nothing_is_guessed(void **state)
{
	struct office *office = *state;

	office_add(office->store, "member",
		"name=王五;idno=15042119800101001X");
	put_file(office, "union_org", "name\n联合党支部\n");
	for (size_t i = 0; i < N_ITEMS(misled); i++) {
		struct import_result result;
		struct err err = ERR_INIT;

		put_file(office, "member", misled[i].members);
		put_file(office, "membership", misled[i].memberships);
		assert_int_equal(take_all(office, &plain, NULL, &result, &err),
			ERR_INVALID);
		if (strstr(err.text, misled[i].sentence) == NULL ||
			strstr(err.text, "membership.csv, row ") == NULL)
			fail_msg("%s", err.text);
		assert_int_equal(office_count(office->store, "union_org"), 0);
		err_clear(&err);
	}
}

/* With the good rows alone, what hangs on a bad one stays behind as well. */
static void
good_rows_alone(void **state)
{
	const struct import_options options = {.skip_bad = true};
	struct office *office = *state;
	struct import_result result;
	struct err err = ERR_INIT;
	char *held;

	put_file(office, "union_org", "name\n联合党支部\n");
	put_file(office, "member", "name,sex\n张三,1\n李四,外\n");
	put_file(office, "membership", "member,union_org,joined_on\n"
		"张三,联合党支部,2020-01-01\n李四,联合党支部,2020-01-01\n"
		"张三,联合党支部,2021-01-01\n");
	if (take_all(office, &options, NULL, &result, &err) != ERR_OK)
		fail_msg("%s", err.text);
	assert_int_equal(result.n_new, 3);
	assert_int_equal(office_count(office->store, "membership"), 1);
	held = store_setting(office->store, "held_back");
	assert_string_equal(held, "3");
	free(held);
}

/* Somebody else at the same database, who saves while the plan is made. */
struct colleague {
	struct store *store;
	const char *type;  /* what he enters, once, */
	const char *words;
	int calls;         /* when planning reports for this time */
};

static void
enter_meanwhile(struct job *job, const char *step, uint64_t done,
	uint64_t total)
{
	struct colleague *colleague = job->data;
	bool plans = strcmp(step, "reading") == 0 ||
		strcmp(step, "checking") == 0;

	(void)done;
	(void)total;
	if (plans && --colleague->calls == 0)
		office_add(colleague->store, colleague->type,
			colleague->words);
}

static void
others_may_write_while_it_plans(void **state)
{
	struct office *office = *state;
	struct colleague colleague = {.type = "unit", .words = "name=水利站"};
	struct job job = {.progress = enter_meanwhile, .data = &colleague};
	int n_met = 0;

	put_file(office, "unit", "name\n水利站\n林业站\n");
	put_file(office, "branch", "name,unit\n一支部,水利站\n");
	for (int calls = 1; calls <= 8; calls++) {
		char *name = xasprintf("%d.db", calls);
		char *path = file_join(office->folder, name);
		struct store *store = office_make(office, name);
		struct import_result result;
		struct err err = ERR_INIT;
		char *unit;

		assert_int_equal(store_open(path, &office->world, 0,
					 NULL, &colleague.store, NULL),
			ERR_OK);
		record_register(colleague.store);
		colleague.calls = calls;
		if (import_all(store, office->folder, &plain, &office_info,
			    &job, &result, &err) != ERR_OK)
			fail_msg("%d: %s", calls, err.text);
		n_met += colleague.calls <= 0 && result.n_new == 2;
		assert_int_equal(office_count(store, "unit"), 2);
		unit = value_where(store, "branch", "name", "一支部",
			"unit_id");
		assert_string_not_equal(unit, "");
		free(unit);
		store_close(colleague.store);
		store_close(store);
		free(path);
		free(name);
	}
	assert_true(n_met > 1);
}

#define OFFICE_TEST(test) \
	cmocka_unit_test_setup_teardown(test, office_set_up, office_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_become_what_they_should),
		OFFICE_TEST(fifteen_rows_say_why),
		OFFICE_TEST(an_office_goes_round),
		OFFICE_TEST(a_bad_file_leaves_nothing),
		OFFICE_TEST(files_refer_to_each_other),
		OFFICE_TEST(an_old_title_is_nobody),
		OFFICE_TEST(nothing_is_guessed),
		OFFICE_TEST(good_rows_alone),
		OFFICE_TEST(others_may_write_while_it_plans),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
