#include "office.h"

#include "exchange/export.h"

static void
export_type(struct office *office, const char *type,
	const struct export_options *options, const char *bytes)
{
	char *path = file_join(office->folder, "out.csv");
	struct query query;
	uint64_t n;

	query_init(&query, record_type_find(type));
	query_set_order(&query, "id", false);
	assert_int_equal(export_query(office->store, &query, path, options,
				 NULL, &n, NULL),
		ERR_OK);
	assert_int_equal(n, office_count(office->store, type));
	query_clear(&query);
	office_assert_file(path, bytes);
	unlink(path);
	free(path);
}

static char *
branch_line(const char *id, const char *unit, const char *unit_id)
{
	return xasprintf("\"%s\",\"'=乌兰支部\",\"%s\",\"%s\",\"\","
			 "\"2020-05\",\"\",\"两行\n\"\"文字\"\"\"\r\n",
		id, unit, unit_id);
}

static void
a_reference_is_two_columns(void **state)
{
	struct office *office = *state;
	int64_t unit = office_add(office->store, "unit", "name=水利站");
	char *words = xasprintf("name==乌兰支部;unit_id=%s;founded_on=2020-05;"
				"remark=两行\n\"文字\"", office_id(unit));
	int64_t branch = office_add(office->store, "branch", words);
	char *line = branch_line(office_id(branch), "水利站",
		office_id(unit));
	char *english = xasprintf("\"id\",\"name\",\"unit\",\"unit_id\","
				  "\"upper\",\"founded_on\",\"closed_on\","
				  "\"remark\"\r\n%s", line);
	char *chinese = xasprintf("\xef\xbb\xbf\"编号\",\"党支部名称\","
				  "\"所在单位\",\"所在单位编号\","
				  "\"上级党组织\",\"成立日期\","
				  "\"撤销日期\",\"备注\"\r\n%s", line);

	export_type(office, "branch", &(struct export_options){
		.enc = ENC_UTF8, .english = true}, english);
	export_type(office, "branch", &(struct export_options){
		.enc = ENC_UTF8_BOM}, chinese);
	free(chinese);
	free(english);
	free(line);
	free(words);
}

/* What of a member's line differs by the options. */
static void
values_are_masked_unless_full(void **state)
{
	static const struct {
		struct export_options options;
		const char *words;
	} cases[] = {
		{{.enc = ENC_UTF8},
			"\"150421********0014\""},
		{{.enc = ENC_UTF8, .full = true},
			"\"male\",\"Han\",\"1990-01-01\","
			"\"150421199001010014\",\"'+8613800138000\""},
		{{.enc = ENC_UTF8, .full = true, .codes = true},
			"\"1\",\"01\",\"1990-01-01\","
			"\"150421199001010014\",\"'+8613800138000\""},
	};
	struct office *office = *state;
	char *path = file_join(office->folder, "out.csv");

	office_add(office->store, "member", "name=张三;sex=1;ethnic=01;"
		"birth_on=1990-01-01;idno=150421199001010014;"
		"phone=+8613800138000");
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		struct strbuf found = STRBUF_INIT;
		struct query query;

		query_init(&query, record_type_find("member"));
		assert_int_equal(export_query(office->store, &query, path,
					 &cases[i].options, NULL, NULL, NULL),
			ERR_OK);
		query_clear(&query);
		assert_int_equal(file_read(path, 4096, &found, NULL), ERR_OK);
		assert_non_null(strstr(found.s, cases[i].words));
		assert_true(cases[i].options.full ||
			(strstr(found.s, "19900101") == NULL &&
				strstr(found.s, "138001") == NULL));
		strbuf_clear(&found);
		unlink(path);
	}
	free(path);
}

static void
all_types_have_a_file(void **state)
{
	struct office *office = *state;
	struct export_options options = {.enc = ENC_UTF8_BOM, .full = true};
	char *folder = file_join(office->folder, "all");
	struct err err = ERR_INIT;
	uint64_t n;

	office_add(office->store, "unit", "name=水利站");
	office_add(office->store, "member", "name=张三");
	assert_int_equal(export_all(office->store, folder, &options, NULL, &n,
				 NULL),
		ERR_OK);
	assert_int_equal(n, 2);
	for (size_t i = 0; i < record_types_n; i++) {
		char *name = xasprintf("%s.csv", record_types[i]->name);
		char *path = file_join(folder, name);

		assert_true(file_exists(path));
		free(path);
		free(name);
	}
	assert_int_equal(export_all(office->store, folder, &options, NULL, &n,
				 &err),
		ERR_FILE);
	assert_non_null(strstr(err.text, "exists already"));
	options.replace = true;
	assert_int_equal(export_all(office->store, folder, &options, NULL, &n,
				 NULL),
		ERR_OK);
	err_clear(&err);
	free(folder);
}

static bool
is_cancelled(struct job *job)
{
	(void)job;
	return true;
}

static void
a_stopped_export_leaves_no_file(void **state)
{
	struct office *office = *state;
	const struct export_options options = {.enc = ENC_UTF8};
	char *path = file_join(office->folder, "out.csv");
	struct job job = {.cancelled = is_cancelled};
	struct query query;

	office_add(office->store, "unit", "name=水利站");
	query_init(&query, record_type_find("unit"));
	assert_int_equal(export_query(office->store, &query, path, &options,
				 &job, NULL, NULL),
		ERR_CANCELLED);
	assert_false(file_exists(path));
	query_clear(&query);
	free(path);
}

/* Somebody else at the same database. */
struct neighbour {
	struct store *store;
	bool wrote;
};

static void
write_meanwhile(struct job *job, const char *step, uint64_t done,
	uint64_t total)
{
	struct neighbour *neighbour = job->data;

	(void)step;
	(void)done;
	(void)total;
	if (!neighbour->wrote)
		office_add(neighbour->store, "branch", "name=后来的支部");
	neighbour->wrote = true;
}

static void
all_files_are_of_one_moment(void **state)
{
	struct office *office = *state;
	const struct export_options options = {.enc = ENC_UTF8};
	char *folder = file_join(office->folder, "all");
	struct neighbour neighbour = {NULL, false};
	struct job job = {.progress = write_meanwhile, .data = &neighbour};
	uint64_t n;

	office_add(office->store, "unit", "name=水利站");
	assert_int_equal(store_open(store_path(office->store),
				 store_world(office->store), 0, NULL,
				 &neighbour.store, NULL),
		ERR_OK);
	record_register(neighbour.store);
	assert_int_equal(export_all(office->store, folder, &options, &job, &n,
				 NULL),
		ERR_OK);
	assert_true(neighbour.wrote);
	assert_int_equal(n, 1);
	assert_int_equal(office_count(office->store, "branch"), 1);
	store_close(neighbour.store);
	free(folder);
}

/* Many branches, so that titles drive each other out of what is kept. */
static void
every_title_is_its_own(void **state)
{
	enum { N = 6000 };
	struct office *office = *state;
	const struct export_options options = {.enc = ENC_UTF8};
	char *path = file_join(office->folder, "out.csv");
	struct change *change;
	struct query query;
	FILE *file;
	char line[512], title[32];
	int n = 0;

	assert_int_equal(change_begin(office->store, &office_info, &change,
				 NULL),
		ERR_OK);
	for (int i = 0; i < N; i++) {
		struct record unit, branch;
		char name[32];

		snprintf(name, sizeof(name), "第%d站", i);
		record_init(&unit, record_type_find("unit"));
		record_set(&unit, "name", name);
		assert_int_equal(record_save(change, &unit, NULL, NULL, NULL),
			ERR_OK);
		record_init(&branch, record_type_find("branch"));
		record_set(&branch, "name", name);
		record_set(&branch, "unit_id", office_id(unit.id));
		assert_int_equal(record_save(change, &branch, NULL, NULL, NULL),
			ERR_OK);
		record_clear(&unit);
		record_clear(&branch);
	}
	assert_int_equal(change_commit(change, NULL), ERR_OK);
	query_init(&query, record_type_find("branch"));
	assert_int_equal(export_query(office->store, &query, path, &options,
				 NULL, NULL, NULL),
		ERR_OK);
	query_clear(&query);
	file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		char *name = strstr(line, "\"第");

		if (name == NULL)
			continue;
		snprintf(title, sizeof(title), "%.*s,",
			(int)strcspn(name, ","), name);
		assert_ptr_equal(strstr(name + 1, title),
			name + strlen(title));
		n++;
	}
	assert_int_equal(n, N);
	fclose(file);
	unlink(path);
	free(path);
}

#define OFFICE_TEST(test) \
	cmocka_unit_test_setup_teardown(test, office_set_up, office_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		OFFICE_TEST(a_reference_is_two_columns),
		OFFICE_TEST(values_are_masked_unless_full),
		OFFICE_TEST(all_types_have_a_file),
		OFFICE_TEST(a_stopped_export_leaves_no_file),
		OFFICE_TEST(all_files_are_of_one_moment),
		OFFICE_TEST(every_title_is_its_own),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
