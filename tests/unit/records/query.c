/* Pages of lists, their order, filters and days. */
#include "crowd.h"

#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/query.h"

enum { PAGE = 20, ALL = 1000 };

static struct crowd crowd;

static int
begin(void **state)
{
	struct desk *desk;

	if (desk_begin(state) != 0)
		return -1;
	desk = *state;
	crowd_fill(desk, &crowd);
	return 0;
}

static void
load(struct desk *desk, const struct query *query, const char *key, int64_t id,
	bool backward, size_t n, struct query_page *page)
{
	struct err err = ERR_INIT;

	bench_ok(query_load(desk->store, query, NULL, 0, key, id, backward, n,
			 page, &err),
		&err);
}

static bool
sorts_by_number(const struct record_type *type, const char *path)
{
	const struct field_type *field;

	if (strcmp(path, "id") == 0)
		return true;
	if (strcmp(path, "title") == 0)
		return false;
	field = query_field(type, path);
	return field->kind == FIELD_INT || field->kind == FIELD_MONEY;
}

/* By key, then by id, each row once, whatever the direction. */
static void
is_in_order(const struct query *query, const struct query_page *all)
{
	bool numbers = sorts_by_number(query->type, query->order);

	for (size_t i = 1; i < all->n; i++) {
		const struct query_row *a = &all->rows[i - 1];
		const struct query_row *b = &all->rows[i];
		long long x = atoll(a->key), y = atoll(b->key);
		int by = numbers ? (x > y) - (x < y) : strcmp(a->key, b->key);

		if (by == 0)
			by = (a->id > b->id) - (a->id < b->id);
		if (query->descending ? by <= 0 : by >= 0)
			fail_msg("%s by %s", query->type->name, query->order);
	}
}

/* Pages from one end to the other are the rows of the one long page. */
static void
pages_are_whole(struct desk *desk, const struct query *query, bool backward,
	const struct query_page *all)
{
	struct query_page page = {0};
	char *key = NULL;
	int64_t id = 0;
	size_t done = 0;

	do {
		size_t first;

		query_page_clear(&page);
		load(desk, query, key, id, backward, PAGE, &page);
		assert_true(page.n > 0 || all->n == 0);
		first = backward ? all->n - done - page.n : done;
		for (size_t i = 0; i < page.n; i++) {
			assert_int_equal(page.rows[i].id,
				all->rows[first + i].id);
			assert_string_equal(page.rows[i].key,
				all->rows[first + i].key);
		}
		done += page.n;
		free(key);
		key = page.n == 0 ? NULL
				  : xstrdup(page.rows[backward ? 0
							: page.n - 1].key);
		id = page.n == 0 ? 0
				 : page.rows[backward ? 0 : page.n - 1].id;
		assert_int_equal(page.more, done < all->n);
	} while (page.more);
	assert_int_equal(done, all->n);
	query_page_clear(&page);
	free(key);
}

static void
order_is_whole(struct desk *desk, const struct record_type *type,
	const char *path, bool descending)
{
	struct query query;
	struct query_page all;
	char *sql = xasprintf("SELECT count(*) FROM %s WHERE deleted = 0",
		type->name);

	query_init(&query, type);
	query_set_order(&query, path, descending);
	assert_true(query_can_sort(desk->store, &query, path));
	load(desk, &query, NULL, 0, false, ALL, &all);
	assert_int_equal(all.n, bench_int(desk->store, sql));
	is_in_order(&query, &all);
	pages_are_whole(desk, &query, false, &all);
	pages_are_whole(desk, &query, true, &all);
	query_page_clear(&all);
	query_clear(&query);
	free(sql);
}

static void
every_order_is_whole(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *type = record_types[i];
		struct strvec paths = {0};

		strvec_add(&paths, "id");
		strvec_add(&paths, "title");
		for (size_t k = 0; k < type->n_fields; k++)
			strvec_add(&paths, type->fields[k].name);
		for (size_t k = 0; k < RECORD_MAX_PATHS &&
			type->list[k] != NULL; k++)
			if (strchr(type->list[k], '.') != NULL)
				strvec_add(&paths, type->list[k]);
		for (size_t k = 0; k < paths.n; k++) {
			order_is_whole(desk, type, paths.items[k], false);
			order_is_whole(desk, type, paths.items[k], true);
		}
		strvec_clear(&paths);
	}
}

/* The titles of the first rows in an order, parted by blanks. */
static char *
first_titles(struct desk *desk, const struct query *query, size_t n)
{
	static const char *const paths[] = {"title"};
	struct query_page page;
	struct strbuf titles = STRBUF_INIT;
	struct err err = ERR_INIT;

	bench_ok(query_load(desk->store, query, paths, 1, NULL, 0, false, n,
			 &page, &err),
		&err);
	for (size_t i = 0; i < page.n; i++)
		strbuf_addf(&titles, "%s%s", i > 0 ? " " : "",
			page.rows[i].cells[0]);
	query_page_clear(&page);
	return strbuf_detach(&titles);
}

static void
sorts_as_people_do(void **state)
{
	struct desk *desk = *state;
	struct query query;
	char *titles;

	query_init(&query, &unit_type);
	titles = first_titles(desk, &query, 4);
	assert_string_equal(titles,
		"白音查干苏木党委 春光路小学 单家店嘎查 林业和草原局");
	free(titles);
	query_set_order(&query, "name", true);
	titles = first_titles(desk, &query, 1);
	assert_string_equal(titles, "水利局");
	free(titles);
	query_clear(&query);

	/* a reference by what it refers to, the empty ones before */
	query_init(&query, &branch_type);
	query_set_order(&query, "unit_id", false);
	titles = first_titles(desk, &query, 3);
	assert_string_equal(titles, "苏木机关党支部 嘎查党支部 小学党支部");
	free(titles);
	query_clear(&query);

	/* numbers as numbers */
	query_init(&query, &union_org_type);
	query_set_order(&query, "term_years", false);
	titles = first_titles(desk, &query, 5);
	assert_string_equal(titles, "景区联合党支部 联合体党委 "
				    "候鸟迁徙路联合党委 治污攻坚联合党委 "
				    "酶制剂产业链党委");
	free(titles);
	query_clear(&query);
}

/* A roster by its members' home branches: two references away. */
static void
sorts_through_two_references(void **state)
{
	struct desk *desk = *state;
	static const char *const paths[] = {"member_id.branch_id"};
	struct query query;
	struct query_page page;
	struct err err = ERR_INIT;
	size_t n_turns = 0;

	query_init(&query, &membership_type);
	query_set_order(&query, paths[0], false);
	bench_ok(query_load(desk->store, &query, paths, 1, NULL, 0, false, ALL,
			 &page, &err),
		&err);
	assert_string_equal(page.rows[0].cells[0], "");
	assert_string_equal(page.rows[page.n - 1].cells[0], "小学党支部");
	for (size_t i = 1; i < page.n; i++)
		n_turns += strcmp(page.rows[i].cells[0],
				   page.rows[i - 1].cells[0]) != 0;
	assert_int_equal(n_turns, 3);
	query_page_clear(&page);
	query_clear(&query);
}

static int64_t
count(struct desk *desk, const struct query *query)
{
	struct err err = ERR_INIT;
	struct query_page page;
	int64_t n;

	bench_ok(query_count(desk->store, query, 0, &n, &err), &err);
	load(desk, query, NULL, 0, false, ALL, &page);
	assert_int_equal(page.n, n);
	query_page_clear(&page);
	return n;
}

static void
has_count(struct desk *desk, const struct query *query, const char *sql)
{
	int64_t n = bench_int(desk->store, sql);

	assert_true(n > 0);
	assert_int_equal(count(desk, query), n);
}

static void
filters(void **state)
{
	struct desk *desk = *state;
	struct query query;

	query_init(&query, &member_type);
	query_set_filter(&query, "sex", "1");
	has_count(desk, &query, "SELECT count(*) FROM member WHERE sex = '1'");
	query_set_filter(&query, "sex", "");
	has_count(desk, &query, "SELECT count(*) FROM member WHERE sex = ''");
	query_set_filter(&query, "branch_id", "");
	has_count(desk, &query, "SELECT count(*) FROM member "
				"WHERE sex = '' AND branch_id IS NULL");
	query_set_filter(&query, "sex", NULL);
	has_count(desk, &query,
		"SELECT count(*) FROM member WHERE branch_id IS NULL");
	query_set_filter(&query, "branch_id", desk_id(crowd.branches[1]).s);
	has_count(desk, &query, "SELECT count(*) FROM member m JOIN branch b "
				"ON b.id = branch_id "
				"WHERE b.name = '嘎查党支部'");
	query_clear(&query);

	query_init(&query, &union_org_type);
	query_set_filter(&query, "term_years", "3");
	assert_int_equal(count(desk, &query), 2);
	query_set_filter(&query, "term_years", "");
	assert_int_equal(count(desk, &query), 1);
	query_clear(&query);
}

/* A moment is found by the day, month or year that holds it. */
static void
filters_a_time_by_what_holds_it(void **state)
{
	static const char *const begins[] = {"2024-12-31 23:59",
		"2025-01-01 00:00", "2025-01-31 23:59", "2025-02-01 09:00",
		"2025-10-01 09:00", ""};
	static const struct {
		const char *value;
		int n;
	} cases[] = {{"2025", 4}, {"2024", 1}, {"2025-01", 2},
		{"2025-10", 1}, {"2025-01-31", 1}, {"2025-01-30", 0},
		{"2025-02-01 09:00", 1}, {"2025-02-01 09:01", 0}, {"", 1}};
	struct desk *desk = *state;
	int64_t kind = desk_add(desk, &meeting_kind_type, "name", "例会",
		"cycle", "9", NULL);
	int64_t org = desk_add(desk, &union_org_type, "name", "护河联合党支部",
		NULL);
	struct query query;

	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
		desk_add(desk, &meeting_type, "union_org_id", desk_id(org).s,
			"kind_id", desk_id(kind).s, "title", "例会",
			"begin_at", begins[i], NULL);
	query_init(&query, &meeting_type);
	query_set_filter(&query, "union_org_id", desk_id(org).s);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		query_set_filter(&query, "begin_at", cases[i].value);
		assert_int_equal(count(desk, &query), cases[i].n);
	}
	query_clear(&query);
}

/* One of several codes, wherever it stands among them, and several at once. */
static void
filters_by_one_of_several(void **state)
{
	static const char *const sets[CROWD_ORGS] = {"1,2,3", "2", "1,3,4",
		"", "4"};
	static const struct {
		const char *value;
		int n;
	} cases[] = {{"1", 2}, {"2", 2}, {"3", 2}, {"4", 2}, {"1,3", 2},
		{"1,2", 1}, {"2,4", 0}, {"", 1}, {"9", 0}};
	struct desk *desk = *state;
	struct query query;

	for (size_t i = 0; i < CROWD_ORGS; i++)
		if (sets[i][0] != '\0')
			desk_put(desk, &union_org_type, crowd.orgs[i],
				"crosses", sets[i], NULL);
	query_init(&query, &union_org_type);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		query_set_filter(&query, "crosses", cases[i].value);
		assert_int_equal(count(desk, &query), cases[i].n);
	}
	query_clear(&query);
	query_init(&query, &membership_type);
	query_set_filter(&query, "union_org_id.crosses", "3");
	has_count(desk, &query, "SELECT count(*) FROM membership "
		"WHERE union_org_id IN (SELECT id FROM union_org "
		"WHERE crosses IN ('1,2,3', '1,3,4'))");
	query_clear(&query);
}

static void
filters_through_references(void **state)
{
	struct desk *desk = *state;
	struct query query;

	query_init(&query, &membership_type);
	query_set_filter(&query, "member_id.sex", "2");
	has_count(desk, &query,
		"SELECT count(*) FROM membership s JOIN member m "
		"ON m.id = member_id WHERE sex = '2'");
	query_set_filter(&query, "member_id.sex", "");
	has_count(desk, &query,
		"SELECT count(*) FROM membership s JOIN member m "
		"ON m.id = member_id WHERE sex = ''");
	query_set_filter(&query, "unit_id", "");
	query_set_order(&query, "member_id.branch_id", true);
	has_count(desk, &query,
		"SELECT count(*) FROM membership s JOIN member m "
		"ON m.id = member_id WHERE sex = '' AND unit_id IS NULL");
	query_clear(&query);

	/* nothing there to be referred to is empty as well */
	query_init(&query, &unit_type);
	query_set_filter(&query, "parent_id.kind", "");
	assert_int_equal(count(desk, &query), CROWD_UNITS);
	query_clear(&query);
}

static void
counts_to_a_limit(void **state)
{
	struct desk *desk = *state;
	struct query query;
	struct err err = ERR_INIT;
	int64_t n;

	query_init(&query, &member_type);
	bench_ok(query_count(desk->store, &query, 7, &n, &err), &err);
	assert_int_equal(n, 7);
	bench_ok(query_count(desk->store, &query, 0, &n, &err), &err);
	assert_int_equal(n, CROWD_MEMBERS);
	query_clear(&query);
}

/* Units: one founded in 2024-03 and closed in 2024-05, one closed on the 20th
 * of May, the others without dates. */
static const struct {
	const char *day;
	int n;
} days[] = {
	{"", CROWD_UNITS},
	{"2024-02-29", CROWD_UNITS - 1},
	{"2024-03-01", CROWD_UNITS},
	{"2024-03", CROWD_UNITS},
	{"2023", CROWD_UNITS - 1},
	{"2024", CROWD_UNITS},
	{"2024-05-20", CROWD_UNITS},
	{"2024-05-21", CROWD_UNITS - 1},
	{"2024-05-31", CROWD_UNITS - 1},
	{"2024-05", CROWD_UNITS},
	{"2024-06-01", CROWD_UNITS - 2},
	{"2025", CROWD_UNITS - 2},
};

static void
knows_what_held_on_a_day(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < N_ITEMS(days); i++) {
		struct query query;

		query_init(&query, &unit_type);
		free(query.as_of);
		query.as_of = xstrdup(days[i].day);
		if (count(desk, &query) != days[i].n)
			fail_msg("%s: %d", days[i].day,
				(int)count(desk, &query));
		query_clear(&query);
	}
}

static void
locates(void **state)
{
	struct desk *desk = *state;
	struct query query;
	struct query_page all, next;
	struct strbuf key = STRBUF_INIT;
	struct err err = ERR_INIT;

	query_init(&query, &membership_type);
	query_set_order(&query, "member_id.sex", true);
	load(desk, &query, NULL, 0, false, ALL, &all);
	bench_ok(query_locate(desk->store, &query, all.rows[40].id, &key,
			 &err),
		&err);
	assert_string_equal(key.s, all.rows[40].key);
	load(desk, &query, key.s, all.rows[40].id, false, 1, &next);
	assert_int_equal(next.rows[0].id, all.rows[41].id);
	query_page_clear(&next);
	query_set_filter(&query, "member_id.sex", "9");
	assert_int_equal(query_locate(desk->store, &query, all.rows[40].id,
				 &key, &err), ERR_ABSENT);
	query_page_clear(&all);
	query_clear(&query);
	strbuf_clear(&key);
	err_clear(&err);
}

struct walk {
	const struct query_page *all;
	size_t n;
	size_t stop_at;
};

static enum err_code
step(void *data, const struct record *record, struct err *err)
{
	struct walk *walk = data;

	assert_int_equal(record->id, walk->all->rows[walk->n].id);
	assert_string_equal(record_get(record, "name"),
		walk->all->rows[walk->n].cells[0]);
	if (++walk->n == walk->stop_at)
		return err_set(err, ERR_CANCELLED, "stopped");
	return ERR_OK;
}

static void
walks_through_all(void **state)
{
	struct desk *desk = *state;
	struct query query;
	struct query_page all;
	struct walk walk = {&all, 0, 0};
	struct err err = ERR_INIT;

	query_init(&query, &member_type);
	query_set_order(&query, "sex", true);
	load(desk, &query, NULL, 0, false, ALL, &all);
	bench_ok(query_each(desk->store, &query, step, &walk, &err), &err);
	assert_int_equal(walk.n, CROWD_MEMBERS);
	walk.n = 0;
	walk.stop_at = 5;
	assert_int_equal(query_each(desk->store, &query, step, &walk, &err),
		ERR_CANCELLED);
	assert_int_equal(walk.n, 5);
	err_clear(&err);
	query_page_clear(&all);
	query_clear(&query);
}

/* A type's own order has a direction of its own; one that is chosen has the
 * chosen one. */
static void
begins_with_the_newest(void **state)
{
	static const char *const begin_at[] = {"2025-03-04 09:00",
		"2025-11-25 09:00", "", "2024-12-31 15:30"};
	struct desk *desk = *state;
	int64_t kind = desk_add(desk, &meeting_kind_type, "name", "党课", NULL);
	int64_t org = desk_add(desk, &union_org_type, "name", "联合党支部",
		NULL);
	struct query query;
	struct query_page page;

	for (size_t i = 0; i < N_ITEMS(begin_at); i++)
		desk_add(desk, &meeting_type, "union_org_id", desk_id(org).s,
			"kind_id", desk_id(kind).s, "title", "党课",
			"begin_at", begin_at[i], NULL);
	query_init(&query, &meeting_type);
	for (int i = 0; i < 2; i++) {
		load(desk, &query, NULL, 0, false, ALL, &page);
		assert_int_equal(page.n, N_ITEMS(begin_at));
		assert_string_equal(page.rows[0].key, "2025-11-25 09:00");
		assert_string_equal(page.rows[2].key, "2024-12-31 15:30");
		query_page_clear(&page);
		query_set_order(&query, "begin_at", false);
		load(desk, &query, NULL, 0, false, ALL, &page);
		assert_string_equal(page.rows[3].key, "2025-11-25 09:00");
		query_page_clear(&page);
		query_set_order(&query, NULL, false);
	}
	query_clear(&query);
}

static void
copies(void **state)
{
	struct query query, copy;

	(void)state;
	query_init(&query, &member_type);
	query_set_words(&query, "单");
	query_set_order(&query, "sex", true);
	query_set_filter(&query, "sex", "1");
	query.removed = true;
	query_copy(&copy, &query);
	query_clear(&query);
	assert_string_equal(copy.words, "单");
	assert_string_equal(copy.order, "sex");
	assert_true(copy.descending && copy.removed);
	assert_int_equal(copy.filters.n, 1);
	assert_string_equal(copy.filters.items[0].value, "1");
	query_clear(&copy);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_order_is_whole),
		cmocka_unit_test(sorts_as_people_do),
		cmocka_unit_test(sorts_through_two_references),
		cmocka_unit_test(filters),
		cmocka_unit_test(filters_through_references),
		cmocka_unit_test(filters_by_one_of_several),
		cmocka_unit_test(counts_to_a_limit),
		cmocka_unit_test(knows_what_held_on_a_day),
		cmocka_unit_test(locates),
		cmocka_unit_test(walks_through_all),
		cmocka_unit_test(begins_with_the_newest),
		cmocka_unit_test(copies),
		cmocka_unit_test(filters_a_time_by_what_holds_it),
	};

	return cmocka_run_group_tests_name("query", tests, begin, desk_end);
}
