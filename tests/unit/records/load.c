/* Reading records, naming and showing them. */
#include "desk.h"

#include "records/nouns.h"

struct people {
	int64_t unit;
	int64_t org;
	int64_t member;
	int64_t membership;
};

static void
add_people(struct desk *desk, struct people *people)
{
	people->unit = desk_add(desk, &unit_type, "name", "水利局", NULL);
	people->org = desk_add(desk, &union_org_type, "name", "河湖党委",
		"lead_unit_id", desk_id(people->unit).s, NULL);
	people->member = desk_add(desk, &member_type, "name", "乌兰·其其格",
		"idno", "159902197904033708", "sex", "2", NULL);
	people->membership = desk_add(desk, &membership_type, "member_id",
		desk_id(people->member).s, "union_org_id",
		desk_id(people->org).s, NULL);
}

static void
names_records(void **state)
{
	struct desk *desk = *state;
	struct people people;
	struct strbuf out = STRBUF_INIT;

	add_people(desk, &people);
	record_title_of(desk->store, &membership_type, people.membership,
		&out);
	assert_string_equal(out.s, "乌兰·其其格 / 河湖党委");
	strbuf_reset(&out);
	record_title_of(desk->store, &member_type, 999, &out);
	assert_string_equal(out.s, desk_id(999).s);
	strbuf_clear(&out);
	assert_ptr_equal(record_type_of_id(desk->store, people.membership),
		&membership_type);
	assert_null(record_type_of_id(desk->store, 999));
}

static void
apart(struct desk *desk, const struct record_type *type, int64_t id,
	const char *words)
{
	struct strbuf out = STRBUF_INIT;
	struct record record;

	desk_load(desk, &record, type, id);
	record_tell_apart(desk->store, &record, &out);
	assert_string_equal(out.s, words);
	record_clear(&record);
	strbuf_clear(&out);
}

/* By the keys of a file's row before the columns of the list, never by the
 * title or a number that is masked. */
static void
tells_namesakes_apart(void **state)
{
	struct desk *desk = *state;
	struct people people;
	int64_t branch, younger, number;

	add_people(desk, &people);
	branch = desk_add(desk, &branch_type, "name", "一社区党支部", NULL);
	younger = desk_add(desk, &member_type, "name", "乌兰·其其格",
		"birth_on", "1991-05", "branch_id", desk_id(branch).s, "sex",
		"2", NULL);
	number = desk_add(desk, &member_type, "name", "无名", "phone",
		"15400007167", NULL);
	apart(desk, &member_type, younger, "1991-05  一社区党支部");
	apart(desk, &member_type, number, "full member  on the roster");
	apart(desk, &union_org_type, people.org, "in preparation  水利局");
	apart(desk, &membership_type, people.membership, "member");
}

/* By a path, and so by a field. */
static void
shows(struct desk *desk, const struct record *record, const char *path,
	bool masked, const char *words)
{
	struct strbuf out = STRBUF_INIT;

	record_show_path(desk->store, record, path, masked, &out);
	assert_string_equal(out.s, words);
	strbuf_clear(&out);
}

static void
shows_values(void **state)
{
	struct desk *desk = *state;
	struct people people;
	struct record record;

	add_people(desk, &people);
	desk_load(desk, &record, &member_type, people.member);
	shows(desk, &record, "sex", false, "female");
	shows(desk, &record, "idno", false, "159902197904033708");
	shows(desk, &record, "idno", true, "159902********3708");
	shows(desk, &record, "branch_id", true, "");
	shows(desk, &record, "branch_id.name", true, "");
	record_clear(&record);
	desk_load(desk, &record, &membership_type, people.membership);
	shows(desk, &record, "union_org_id", true, "河湖党委");
	shows(desk, &record, "member_id.sex", true, "female");
	shows(desk, &record, "member_id.idno", true, "159902********3708");
	record_clear(&record);
}

static void
says_what_is_absent(void **state)
{
	struct desk *desk = *state;
	struct record record;
	struct err err = ERR_INIT;

	bench_refused(record_load(desk->store, &member_type, 999, &record,
			      &err),
		ERR_ABSENT, &err);
}

static void
note_dependents(void *data, const struct record_type *type,
	const struct field_type *field, int64_t n)
{
	strbuf_addf(data, "%s.%s %d ", type->name, field->name, (int)n);
}

static void
counts_dependents(void **state)
{
	struct desk *desk = *state;
	struct people people;
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	add_people(desk, &people);
	bench_ok(record_dependents(desk->store, &union_org_type, people.org,
			 note_dependents, &out, &err),
		&err);
	assert_string_equal(out.s, "membership.union_org_id 1 ");
	strbuf_reset(&out);
	bench_ok(record_dependents(desk->store, &unit_type, people.unit,
			 note_dependents, &out, &err),
		&err);
	assert_string_equal(out.s, "union_org.lead_unit_id 1 ");
	desk_remove(desk, &membership_type, people.membership);
	strbuf_reset(&out);
	bench_ok(record_dependents(desk->store, &union_org_type, people.org,
			 note_dependents, &out, &err),
		&err);
	assert_string_equal(out.s, "");
	strbuf_clear(&out);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_records),
		TEST(tells_namesakes_apart),
		TEST(shows_values),
		TEST(says_what_is_absent),
		TEST(counts_dependents),
	};

	return cmocka_run_group_tests_name("load", tests, NULL, NULL);
}
